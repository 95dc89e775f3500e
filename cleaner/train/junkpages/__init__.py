"""Generators of junk pages, by two writers who saw neither each other's nor the rules, and articles that somebody has spoilt."""

from cleaner.train.junkpages import one, two, wrapped

GENERATORS = (*one.GENERATORS, *two.GENERATORS, *wrapped.GENERATORS)
"""All of them. No two share a name."""
