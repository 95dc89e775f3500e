"""Boxes about the author: made up by a machine, or honest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.evidence.registry import Need, Seen, either, marked, rule, spam_rule
from cleaner.evidence.view import View
from cleaner.model import Block, Effect

_PROFILE = Need(
    "a profile that is made up",
    lambda view: sorted({i for p in view.profiles if p.fabricated for i, _ in p.pieces}),
)
# A byline is a line of names (characters).
_BYLINE = 120
_BY = re.compile(r"(?:(?:posted|written|published|submitted)\s+)?by\b|author\b", re.IGNORECASE)


@spam_rule(
    "author.fabricated",
    needs=_PROFILE,
    hits=[
        "Author information\n\nName: Rev. Odell Quist\n\nBirthday: 1994-02-11\n\n"
        "=>Address: 417 Harvell Crossing, North Tamsin, VT 90210\n\nPhone: +4471\n\nHobby: Kayaking, Pottery, Chess, Knitting, Yoga",
        "=>My name is Fr. Mabel Strand, I am a witty, calm, gentle, bright, graceful person who loves writing "
        "and wants to share my knowledge and understanding with you.",
        "<article><p>The mill closed in 1987 after the flood, and nobody has bought it since.</p></article>"
        "<table><tr><td>Name</td><td>Rev. Odell Quist</td></tr><tr><td>Birthday</td><td>=>1994-02-11</td></tr>"
        "<tr><td>Address</td><td>417 Harvell Crossing, North Tamsin, VT 90210</td></tr>"
        "<tr><td>Hobby</td><td>Kayaking, Pottery, Chess, Knitting, Yoga</td></tr></table>",
    ],
    misses=[
        "My name is Anna, I am a cheerful person who loves writing letters, and I would like a pen friend in Peru.",
        "Name: Kim Dae-hyun\n=>Birthday: 1997-09-01\nHobby: Swimming, Chess, Cooking\nPosition: Vocalist",
        "Name: Joan Smith\nDate of birth: 1988-04-12\n=>Address: 12 Lake Ridge, Port Allen, LA 70767\nPhone: +1 225 555 0139",
        "=>He read it out loud: “My name is Prof. Nancy Dach, I am a lively person who loves writing”, and laughed.",
    ],
)
def fabricated(block: Block, view: View) -> Iterator[Seen]:
    """Removes the profile of an author whom a machine made up, every field and heading of it, and nothing beside it.

    Safe to decide alone because the persona asks for several independent tells, one of them strong (an
    address of the generator's grammar, a ZIP code outside its state, the introduction's template, …); on 6,544 ordinary
    pages none came together. May hit documentation of a fake-data library that prints whole profiles
    as prose; in code and tables of many profiles it does not look.
    """
    for profile in view.profiles:
        if profile.fabricated:
            tells = tuple(f"tell={tell.name}: {tell.seen}" for tell in profile.tells)
            name = (f"name={profile.name}",) if profile.name else ()
            for index, span in profile.pieces:
                if index == block.index:
                    yield Seen(None if span == (0, len(block.text)) else span, name + tells)


@spam_rule(
    "author.fabricated-byline",
    needs=Need("a byline of a made-up author", lambda view: _bylines(view)),
    hits=[
        "=>Posted by Rev. Odell Quist in Science\n\nThe mill closed in 1987 after the flood.\n\nAuthor information\n\n"
        "Name: Rev. Odell Quist\n\nBirthday: 1994-02-11\n\nAddress: 417 Harvell Crossing, North Tamsin, VT 90210\n\n"
        "Phone: +4471\n\nHobby: Kayaking, Pottery, Chess, Knitting, Yoga",
    ],
    misses=[
        "By Joan Smith\n\nThe mill closed in 1987 after the flood.",
        "=>Written by Odell Quist in 1911, the poem is lost.",
    ],
)
def fabricated_byline(block: Block, view: View) -> Iterator[Seen]:
    """Removes the byline that names an author whom the page's own profile shows to be made up."""
    yield Seen()


def _bylines(view: View) -> list[int]:
    names = [profile.name for profile in view.profiles if profile.fabricated and profile.name]
    return [
        block.index
        for block in view.blocks
        if names and len(block.text) <= _BYLINE and _BY.match(block.text) and any(name in block.text for name in names)
    ]


@rule(
    "author.box",
    needs=either(marked("author-box"), Need("a note about the author at the end", lambda view: view.author_note)),
    effect=Effect.REMOVE,
    hits=[
        "<article><p>The ferry runs twice a day between May and October, weather permitting, and carries bicycles.</p>"
        "<p>Tickets are sold on board, in cash only, and the crossing takes forty minutes in calm water.</p></article>"
        "<div class='author-box'><p>=>Ines Calder writes about coasts and the people who live on them.</p></div>",
    ],
    misses=[
        "<h1>About the author of the Domesday Book</h1><p>=>Nobody knows who wrote it, and the hand changes twice.</p>",
        "The poem is lost.\n\n=>About the author\n\nNothing is known of him but his name.\n\nAbout the manuscript\n\nIt is a copy.",
        "About the author we know only what the preface says, and the preface is a forgery of the eighteenth century.",
        "<div class='authors'><p>=>The authors of the report are the same two who wrote the last one.</p></div>",
    ],
)
def box(block: Block, view: View) -> Iterator[Seen]:
    """Removes an honest note about the author: a box by its markup, or the lines under "About the author" at the end.

    A note about the author is not the author's text. A page that is mostly such a box is about that person, and keeps it.
    """
    if block.index in view.marked.get("author-box", ()) or block.index in view.author_note:
        yield Seen()
