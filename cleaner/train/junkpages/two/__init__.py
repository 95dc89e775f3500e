"""Generators of one writer: pages in a state without content, and spam."""

from cleaner.train.junkpages.two import spam, states

GENERATORS = (*states.GENERATORS, *spam.GENERATORS)
