"""Pages from files of many forms, one at a time: what arguments name, what stands in it, and the same again.

``find`` tells the files that arguments name, ``read`` the items in them, :class:`Again` the item of a record's source.
"""

from cleaner.corpus.readers.again import Again
from cleaner.corpus.readers.fields import Fields
from cleaner.corpus.readers.find import Found, find, listed
from cleaner.corpus.readers.reading import read

__all__ = ["Again", "Fields", "Found", "find", "listed", "read"]
