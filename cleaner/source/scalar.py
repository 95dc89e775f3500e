"""Lone surrogates: Python's strings may hold them, and libraries written in other languages refuse them."""

from __future__ import annotations


def scalar(text: str) -> str:
    """The text with a question mark for each lone surrogate: of the same length, and encodable as UTF-8."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
