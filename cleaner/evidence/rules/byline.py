"""Who wrote a text, who took its pictures, and when: facts about the text that are no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.evidence.registry import WHOLE, Need, Seen, either, phrases, rule
from cleaner.evidence.signs.bylines import (
    LINE,
    facts,
    facts_apart,
    in_record,
    is_agency,
    is_entry,
    is_name,
    rows,
    signed_dates,
    stands_apart,
    timestamps,
)
from cleaner.evidence.signs.dates import dates
from cleaner.evidence.text import BLANKS, begins
from cleaner.evidence.view import View
from cleaner.model import Block, Effect

_MARK = re.compile(r"\s*[:：/©|=＝–-]\s*")
_COLON = re.compile(r"[:：=＝]")
_APART = re.compile(rf"{BLANKS}[,;/|©()、，／]\s*|\s[–-]\s|\s[^\W\dA-Z]{{1,5}}\s")
# An agency's mark on a line of its own, with a place beside it (characters).
_AGENCY = re.compile(r"\W?[(\[（［〔【]([^()\[\]（）［］〔〕【】]{2,40})[)\]）］〕】]\W{0,2}")
_BESIDE = re.compile(rf"{BLANKS}[,/–—-]\s*|(?<=[\u2e80-\uffff])\s+")
# A credit in brackets at the end of a caption (characters).
_CAPTION = 400
_BRACKETS = re.compile(r"[(\[][^()\[\]]{4,160}[)\]][\s.]*$")
# Whom a credit names: a photographer or two, an agency, a site.
_NAMED = 5
_ADMIN = re.compile(r"(?<![\w@./-])[Aa]dmin(?:istrator)?\s*$")
_EDGE = " \t\n.,;:()[]–—-"

_TEXT = (
    "Bees return to the moor\n\n{}\n\nThe moor is quiet now, and the last visitors have left. Nobody at the inn remembers a year "
    "with so few of them, and nobody minds.\n\nIn the spring they will come back for the birds, as they have done since the "
    "railway came, and the inn will open its upper floor.\n\n{}"
)
_ROW = (
    "<h1>Bees return to the moor</h1><ul>{}</ul><p>The moor is quiet now, and the last visitors have left. Nobody at the inn "
    "remembers a year with so few of them, and nobody minds.</p><p>In the spring they will come back for the birds, as they "
    "have done since the railway came, and the inn will open its upper floor.</p>"
)
_MIDDLE = (
    "The moor is quiet now, and the last visitors have left. Nobody at the inn remembers a year with so few of them, and nobody "
    "minds.\n\n{}\n\nIn the spring they will come back for the birds, as they have done since the railway came, and the inn will "
    "open its upper floor."
)


@rule(
    "byline.author",
    needs=phrases("by"),
    effect=Effect.REMOVE,
    hits=[
        _TEXT.format("=>By Ines Calder | 3 March 2024 | 5 min read", ""),
        _TEXT.format("=>Von Ines Calder, 3. März 2024", ""),
        _TEXT.format("", "=>Written by Ines Calder – March 3, 2024"),
    ],
    misses=[
        _MIDDLE.format("=>By Ines Calder"),
        _TEXT.format("=>By Night On The Moor", "They came by night."),
        _TEXT.format("=>By Ines Calder, who had never seen a bee before she came to the moor", ""),
        "By hand\n\nthey set the bricks above the river,\n\n=>By Agnes Wray\n\nthe lime was carried in a yoke of buckets,",
    ],
)
def author(block: Block, view: View) -> Iterator[Seen]:
    """Removes the line that says who wrote the text, before it or behind it, and names its author.

    Nothing may be left of the line but names, dates and counts; a capitalised word that the page writes small elsewhere is no name.
    """
    told = facts_apart(block, view)
    if told and told.author:
        yield Seen(None, (f"author={told.author}",))


@rule(
    "byline.admin",
    needs=Need("the name of a site's first account", lambda view: [b.index for b in view.having("admin", "Admin")]),
    effect=Effect.REMOVE,
    hits=[
        _MIDDLE.format("=>Posted by admin"),
        _MIDDLE.format("=>March 3, 2022 by admin"),
        _TEXT.format("=>Veröffentlicht am 2. Juni 2024 von admin", ""),
        _MIDDLE.format("=>投稿日:2023年6月2日 投稿者:admin"),
    ],
    misses=[
        _MIDDLE.format("=>Log in as admin"),
        _MIDDLE.format("=>On 3 March 2022 the admin was asked to open the door."),
        _MIDDLE.format("=>admin: 3 March 2022, root: 4 March 2022"),
        _MIDDLE.format("=>She had walked that road in all weathers since the quarry shut. Posted by admin"),
        _MIDDLE.format("=>Nobody had asked her why the gate was left open. March 3, 2022 by admin"),
    ],
)
def admin(block: Block, view: View) -> Iterator[Seen]:
    """Removes the line that a text was posted by "admin", the name of a site's first account: the name at its end, and at its beginning the word for
    an author or a date. No author is called so, and what stands before such a line is an author's."""
    signed = _ADMIN.search(block.text)
    if signed and len(block.text) <= LINE and not (block.flags.pre or block.flags.cell):
        said = [span for name in ("by", "dateline") for span in view.phrases.get(name, {}).get(block.index, ())]
        if any(begins(block, span) for span in (*said, *(date.span for date in dates(block.text)))):
            yield WHOLE


@rule(
    "byline.date",
    needs=either(
        phrases("dateline"), phrases("by"), Need("an hour", timestamps), Need("a name, a bar and a date", signed_dates)
    ),
    effect=Effect.REMOVE,
    hits=[
        _TEXT.format("=>Published: November 2, 2025, 10:14", ""),
        _TEXT.format("=>By Ines Calder | 3 March 2024", ""),
        _TEXT.format("=>April 8, 2024 | 18:10", ""),
        _TEXT.format("", "=>Zuletzt aktualisiert am 3. März 2024"),
        _TEXT.format("=>Ines Calder | 3 March 2024", ""),
    ],
    misses=[
        _MIDDLE.format("=>Updated 14 January 2012"),
        _TEXT.format("=>Updated 14 January 2012, when the ice had gone", ""),
        _TEXT.format("=>Castelvetere, 3 novembre 1932", ""),
        _TEXT.format("=>Visitors Left | 3 March 2024", ""),
        _TEXT.format("Publisher: Fell & Sons\n=>Publication date: October 16, 2018\nLanguage: English", ""),
        _TEXT.format("=>December 19, 2011, 7:15 am", "25.12.2011\n\nNobody came."),
        "=>Thursday, 1 December 2011\n\nMoved in. The last keeper left a kettle and a note: “Gate two sticks.”",
    ],
)
def date(block: Block, view: View) -> Iterator[Seen]:
    """Removes the line that says when the text was published or changed, before it or behind it, and tells the date; before
    it also a name and a date with a bar between them.

    A date alone may head an entry of a diary, and stays, unless it tells the hour and is the only one; so does a line of a record, beside other lines of a label and a value.
    """
    told = facts_apart(block, view)
    if told and told.dated and not in_record(block, view) and not is_entry(block, view):
        yield Seen(None, (f"date={told.date}",) if told.date else ())
    elif not told and block.index in signed_dates(view):
        yield WHOLE


@rule(
    "byline.row",
    needs=Need("rows of facts about the text", rows),
    effect=Effect.REMOVE,
    hits=[
        _ROW.format("<li>By Ines Calder</li><li>5 min read</li><li>=>3 Mar (modified 5 Mar)</li>"),
    ],
    misses=[
        _ROW.format(
            "<li>By Ines Calder</li><li>=>With pictures of the moor by its last warden, who has kept them all in a box</li>"
        ),
        _ROW.format("<li>Bees return</li><li>=>The inn stays open</li><li>5 min read</li>"),
    ],
)
def row(block: Block, view: View) -> Iterator[Seen]:
    """Removes what stands in one row with facts about the text, as another of its kind: half the short lines of the row or more must
    be such facts, and tell different things."""
    yield WHOLE


@rule(
    "byline.reading-time",
    needs=phrases("reading-time"),
    effect=Effect.REMOVE,
    hits=["5 min read", "Geschätzte Lesezeit: 6 Minuten", "Estimated reading time: 12 minutes"],
    misses=[
        "3 min read, I have seen under the life of a saint.",
        "Reading time: as long as you like.",
        "<table><tr><td>=>Reading time: 4 minutes</td><td>Group A</td></tr></table>",
    ],
)
def reading_time(block: Block, view: View) -> Iterator[Seen]:
    """Removes a line of nothing but the time that reading takes, and such facts beside it."""
    told = facts(block, view)
    if told and told.reading and not told.author:
        yield WHOLE


@rule(
    "byline.shares",
    needs=either(phrases("share-count"), phrases("share")),
    effect=Effect.REMOVE,
    hits=[
        _TEXT.format("=>36,720 Shares", ""),
        _TEXT.format("=>3.8K shares | 12 comments", ""),
        _TEXT.format("", "=>20 people shared this"),
    ],
    misses=[
        _MIDDLE.format("=>36,720 shares"),
        "<table><tr><td>=>36,720 shares</td><td>Fell plc</td></tr></table>",
        _TEXT.format("=>He held 36,720 shares in the inn", ""),
    ],
)
def shares(block: Block, view: View) -> Iterator[Seen]:
    """Removes counters of shares, comments and views that stand before the text or behind it."""
    told = facts_apart(block, view)
    if told and told.shared and not (told.author or told.dated):
        yield WHOLE


@rule(
    "byline.photo-credit",
    needs=phrases("photo-credit"),
    effect=Effect.REMOVE,
    hits=[
        "Photo: Ines Calder / Moor News",
        "Photo by Ines Calder on Unsplash",
        "<p>The moor is quiet.</p><p>=>Image credit: R. Fell</p>",
        "<figure><img src='m.jpg'><figcaption>=>The moor at dusk. (Photo: Ines Calder/AFP)</figcaption></figure><p>It is quiet.</p>",
    ],
    misses=[
        "Picture: a man stands at a bus stop in the rain, and no bus has come for an hour.",
        "Camera: Fenwood 3\n=>Photo: Dual Lens\nVideo: Full Frame",
        "Photo by photo, the album told the story of the farm.",
        "Image: Tollbridge Argus. Of the paper's whole archive, burned in 1931, this print is all there is.",
        "Written by Kenver Tripp\n=>Photography by Jago Hicks\nMusic by the Penhallow Silver Band",
        "Image Gallery",
    ],
)
def photo_credit(block: Block, view: View) -> Iterator[Seen]:
    """Removes a line that credits a photographer or agency, and such a credit in brackets at the end of a caption.

    A label and names, which are capitalised, and nothing else. Beside other lines of a label and a value it is a line of a
    record, of credits or of an interview, and stays.
    """
    spans = view.phrases["photo-credit"][block.index]
    if begins(block, spans[0]) and len(block.text) <= LINE and not block.text.rstrip().endswith("."):
        if _credits(block.text, spans[0], view) and not in_record(block, view):
            yield Seen(None, (f"credit={block.text[spans[0][1] :].strip(_EDGE)}",))
            return
    bracket = _BRACKETS.search(block.text) if len(block.text) <= _CAPTION else None
    for start, end in spans if bracket else ():
        if (
            bracket
            and start == bracket.start() + 1
            and _credits(bracket[0].rstrip(" .\n)]"), (0, end - bracket.start()), view)
        ):
            yield Seen(bracket.span(), (f"credit={block.text[end : bracket.end()].strip(_EDGE)}",))


def _credits(text: str, label: tuple[int, int], view: View) -> bool:
    """Do a mark and names follow a label, or, where it has several words, names alone?"""
    colon = _COLON.search(text, *label)  # a label's own, which may name an agency as well
    mark = _MARK.match(text, colon.start() if colon else label[1])
    name, rest = text[slice(*label)].strip(), text[mark.end() if mark else label[1] :].strip(_EDGE)
    named = [part for part in _APART.split(rest) if part.strip(_EDGE)]
    if (
        is_agency(name)
        or not 0 < len(named) <= _NAMED
        or not all(is_agency(part) or is_name(part, view) for part in named)
    ):
        return False
    if rest > "\u2e80" and (mark is None or not _COLON.search(mark[0])):
        return False  # where nothing has capitals, any two words are like names
    return bool(mark) or " " in name or not name[-1].isalnum() or is_agency(named[-1])


@rule(
    "byline.agency-tail",
    needs=either(phrases("agency-tail"), phrases("agency-name")),
    effect=Effect.REMOVE,
    hits=[
        _TEXT.format("", "=>– Reporting by Ines Calder; editing by R. Fell"),
        _TEXT.format("", "=>(Reporting by Ines Calder in Leeds; Editing by R. Fell)"),
        _TEXT.format("", "=>With additional reporting by AFP"),
        _TEXT.format("", "=>(Reuters)"),
        _TEXT.format("=>[LEEDS, AFP]", ""),
    ],
    misses=[
        _TEXT.format("", "=>Edited by water."),
        _TEXT.format("", "=>Editing by, reporting by: the credits named seven people, none of them wet."),
        _MIDDLE.format("=>Reporting by Ines Calder; editing by R. Fell"),
    ],
)
def agency_tail(block: Block, view: View) -> Iterator[Seen]:
    """Removes the line of a report that names who else worked on it: tasks and names, or an agency in brackets, and nothing else."""
    spans = view.phrases.get("agency-tail", {}).get(block.index, ())
    mark = _AGENCY.fullmatch(block.text)
    if mark and stands_apart(block, view):
        *places, agency = _BESIDE.split(mark[1].strip())
        if is_agency(agency) and all(is_name(place, view) for place in places):
            yield WHOLE
    if not spans or len(block.text) > 2 * LINE or not begins(block, spans[0]) or not stands_apart(block, view):
        return
    ends = [start for start, _ in spans[1:]] + [len(block.text)]
    named = [block.text[end:after].strip(_EDGE) for (_, end), after in zip(spans, ends, strict=True)]
    people = [part for each in named for part in _APART.split(each) if part.strip(_EDGE)]
    if all(named) and all(is_agency(part) or is_name(part, view) for part in people):
        yield WHOLE
