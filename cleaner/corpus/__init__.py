"""Many pages: where they are read from."""
