"""cleaner: clean article text from scraped pages, with provenance.

    import cleaner
    result = cleaner.clean(page_bytes, url="https://…")
    result.text; result.title; result.removed

Every character of the page is kept or removed exactly once, by a rule with a name.
"""

from cleaner.cleaned import Cleaned
from cleaner.errors import (
    BinaryInput,
    CleanerError,
    InputError,
    PolicyError,
    TooLarge,
    UnknownEncoding,
    UnsupportedType,
)
from cleaner.model import Block, Claim, Decision, Effect, Finding, Junk, JunkLabel, JunkPart, Page, Source, Verdict
from cleaner.pipeline import Cleaner, clean, decide, score
from cleaner.policy import Policy

__all__ = [
    "BinaryInput", "Block", "Claim", "Cleaned", "Cleaner", "CleanerError", "Decision", "Effect", "Finding", "InputError",
    "Junk", "JunkLabel", "JunkPart", "Page", "Policy", "PolicyError", "Source", "TooLarge", "UnknownEncoding",
    "UnsupportedType", "Verdict", "clean", "decide", "score",
]  # fmt: skip
