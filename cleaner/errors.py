"""What can go wrong, as a tree.

    CleanerError                 everything the library raises on purpose
    ├── InputError               this input cannot be cleaned; `reason` is the record's reason
    │   ├── BinaryInput          a PDF, an image, an archive: not text at all      (``binary``)
    │   ├── UnsupportedType      a feed, JSON, other XML, a style sheet            (``unsupported-type``)
    │   ├── TooLarge             more bytes than the policy allows                 (``too-large``)
    │   ├── BadArchive           compressed data that is truncated or corrupt      (``bad-archive``)
    │   ├── BadRecord            a line or row that holds no page                  (``bad-record``)
    │   └── Unreadable           a file that cannot be read                        (``unreadable``)
    ├── UnknownEncoding          the caller named an encoding Python has no codec for
    ├── PolicyError              a policy that does not exist or does not parse
    ├── OutputError              a file that cannot be written, or must not be
    ├── RunError                 a corpus run that cannot start, or cannot go on where it was
    ├── ModelError               a file that is no content model, or one of other features
    ├── DatasetError             a folder that holds no labelled pages, or labels that do not parse
    └── MissingExtra             a library is needed that only an extra of the package installs

In a batch an :class:`InputError` becomes a record with ``status: failed`` and its reason; it never
ends the batch.
"""

from __future__ import annotations

from typing import ClassVar


class CleanerError(Exception):
    """Base of every error this library raises on purpose."""


class InputError(CleanerError):
    """This input cannot be cleaned. ``reason`` is the reason its record carries."""

    reason: ClassVar[str]


class BinaryInput(InputError):
    """The payload is not text: a PDF, an image, an archive, or bytes that are mostly control codes."""

    reason = "binary"


class UnsupportedType(InputError):
    """The payload is text of a kind that is no page: a feed, other XML, JSON, a style sheet or script."""

    reason = "unsupported-type"


class TooLarge(InputError):
    """The payload, or what it decompresses to, has more bytes than ``Policy.max_bytes``."""

    reason = "too-large"


class BadArchive(InputError):
    """Compressed data that is truncated or corrupt."""

    reason = "bad-archive"


class BadRecord(InputError):
    """A line that is no JSON object, or a record or row in whose fields stands no page."""

    reason = "bad-record"


class Unreadable(InputError):
    """A file that the system does not let us read."""

    reason = "unreadable"


class UnknownEncoding(CleanerError):
    """The caller named an encoding for which Python has no text codec."""


class PolicyError(CleanerError):
    """A policy name, file or key that is not understood."""


class OutputError(CleanerError):
    """A file that cannot be written to, or that is an input."""


class RunError(CleanerError):
    """A corpus run that cannot start, or cannot go on where an earlier one was."""


class ModelError(CleanerError):
    """A file that cannot be read as a content model, or was trained on other features than this version computes."""


class DatasetError(CleanerError):
    """A folder that holds no labelled pages, or a page or label in it that cannot be read."""


class MissingExtra(CleanerError):
    """A library is needed that is not installed, and that an extra of the package would install."""
