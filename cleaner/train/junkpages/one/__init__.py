"""Generators of one writer: pages in a state without content, and spam."""

from cleaner.train.junkpages.one import spam, states

GENERATORS = (*states.GENERATORS, *spam.GENERATORS)
