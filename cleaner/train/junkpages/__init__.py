"""Generators of junk pages, by three writers who had not read each other's words, and articles that somebody has spoilt."""

from cleaner.train.junkpages import one, three, two, wrapped

GENERATORS = (*one.GENERATORS, *two.GENERATORS, *three.GENERATORS, *wrapped.GENERATORS)
"""All of them. No two share a name."""
