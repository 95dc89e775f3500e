"""Generators of junk pages, by three writers who had not read each other's words, articles that somebody has spoilt, and pages that others wrote one by one."""

from cleaner.train.junkpages import one, three, two, wrapped, written

GENERATORS = (*one.GENERATORS, *two.GENERATORS, *three.GENERATORS, *wrapped.GENERATORS, *written.GENERATORS)
"""All of them. No two share a name."""
