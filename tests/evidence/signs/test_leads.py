"""Lists under a lead end where the text goes on."""

from __future__ import annotations

from cleaner.pipeline import clean

PARAGRAPHS = (
    "The moor is quiet now, and the last visitors have left. Nobody at the inn remembers a year with so few of them, and nobody "
    "minds; the dogs sleep in the road.",
    "In the spring they will come back for the birds, as they have done since the railway came, and the inn will open its upper "
    "floor, which was shut when the bridge went.",
    "It is a day's walk from the ford to the inn, by a path that nobody has mended since the railway came, and which is under "
    "water for half of the year.",
)
LIST = "<h3>Recommended for you</h3><ol><li><a href='/a'>Bees return to the moor</a></li><li><a href='/b'>Inn never shuts</a></li></ol>"
LINE = "Let us begin at the ford!"
CONTENTS = "<ul><li><a href='#ford'>The way to the ford</a></li><li><a href='#inn'>The way to the inn</a></li></ul>"


def test_a_line_of_the_text_between_two_lists_of_links_is_no_entry() -> None:
    first, second, third = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = f"<title>The moor</title><article><h1>The moor</h1>{first}{second}{LIST}<p>{LINE}</p>{CONTENTS}{third}</article>"
    result = clean(f"<html><body>{page}</body></html>", kind="html")
    assert LINE in result.text
    assert "Bees return" not in result.text
