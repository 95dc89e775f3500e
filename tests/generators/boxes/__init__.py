"""Honest boxes, by family. ``tests.generators.honest`` gathers them."""
