"""The labels of junk, once: what generators make, rules set, and words are like."""

LABELS = (
    "content-farm",
    "seo-stuffed",
    "link-farm",
    "hidden-text",
    "hacked",
    "doorway",
    "parked",
    "soft-404",
    "bot-challenge",
    "script-shell",
    "consent-wall",
    "paywall-stub",
    "server-default",
    "thin",
    "gibberish",
    "machine-text",
    "duplicate-text",
    "adult-or-gambling",
)
"""What a junk page may be; each rule of `labels.py` says what its own means."""
