"""Views over a ledger: plain text, Markdown, the JSON record, and a record's proof. Nothing here decides."""
