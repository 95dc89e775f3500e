"""Generators of a third writer, who knew the sorts and the signals but neither pages nor words of the others: phrases by sort in six languages
(``words/``), set by chance in markup that means nothing (``markup.py``)."""

from cleaner.train.junkpages.three.sorts import GENERATORS

__all__ = ["GENERATORS"]
