"""Many pages: where they are read from and where results go."""
