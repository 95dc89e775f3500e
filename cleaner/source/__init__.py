"""Bytes → Page → Blocks, and what the page says of itself. Nothing here judges anything."""
