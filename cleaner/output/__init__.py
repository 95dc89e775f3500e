"""Views over a ledger: plain text, Markdown, the JSON record, and the proof of a record. Nothing here decides."""
