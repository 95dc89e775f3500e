"""Layouts and places that go together, for the families to choose from."""

from __future__ import annotations

LIST = ("list", "ordered", "paragraphs", "breaks", "soup", "cards", "row", "runon", "legacy", "headings", "table")
"""Entries of one sort, under a heading or without one."""

FACTS = ("table", "dl", "list", "breaks", "strong", "paragraphs", "soup", "runon", "legacy", "headings")
"""Labels and what they name."""

SMALL = ("paragraphs", "soup", "strong", "headings", "small", "runon", "legacy", "table", "list", "breaks")
"""A line or two that stand alone."""

ROW = ("row", "spans", "list", "soup", "paragraphs", "table", "legacy")
"""Short words, most of them links."""

BOX = ("paragraphs", "soup", "cards", "strong", "quote", "breaks", "legacy", "table", "headings")
"""A heading and a sentence or two."""

FORM = ("form", "soup", "paragraphs", "breaks", "cards", "list", "table", "strong")
"""Something to fill in, or to press."""

THREAD = ("thread", "soup", "list", "paragraphs", "dl", "table", "breaks", "cards", "strong")
"""People, each with what they say."""

QUESTIONS = ("accordion", "headings", "dl", "strong", "paragraphs", "list", "table", "soup")
"""Questions, each with its answer."""

HEAD = ("headline", "first")
WITHIN = ("first", "middle")
TAIL = ("end", "behind", "aside", "foot")
ANYWHERE = ("first", "middle", "end", "aside", "behind", "foot")
INLINE = ("headline", "first", "middle", "end", "aside")
EDGES = ("top", "behind", "foot")
