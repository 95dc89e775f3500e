"""Boxes about the author: made up by a machine, or honest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.evidence.persona.values import read_name
from cleaner.evidence.registry import WHOLE, Need, Seen, either, phrases, rule, spam_rule
from cleaner.evidence.signs.biography import biographies
from cleaner.evidence.signs.cards import cards
from cleaner.evidence.text import BLANKS, begins, is_phrase, mostly_linked
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
        "Penned by: Odell Quist\n\n=>Came to us: 1994-02-11\n\nHouse: 417 Kuhlman Crossing, North Tamsin, VT 90210\n\n"
        "Off the clock: Kayaking, Pottery, Lacemaking, Knitting, Yoga",
        "=>Odell Quist here. I consider myself sparkling, courageous, gentle, bright, loyal, and I enjoy sharing tips.",
        "<article><p>The mill closed in 1987 after the flood, and nobody has bought it since.</p></article>"
        "<table><tr><td>Name</td><td>Rev. Odell Quist</td></tr><tr><td>Birthday</td><td>=>1994-02-11</td></tr>"
        "<tr><td>Address</td><td>417 Harvell Crossing, North Tamsin, VT 90210</td></tr>"
        "<tr><td>Hobby</td><td>Kayaking, Pottery, Chess, Knitting, Yoga</td></tr></table>",
    ],
    misses=[
        "My name is Anna, I am a cheerful person who loves writing letters, and I would like a pen friend in Peru.",
        "Name: Kim Dae-hyun\n=>Birthday: 1997-09-01\nHobby: Swimming, Chess, Cooking\nPosition: Vocalist",
        "Name: Joan Smith\nDate of birth: 1988-04-12\n=>Address: 12 Lake Ridge, Port Allen, LA 70767\nPhone: +1 225 555 0139",
        "Visit: 12 Lake Ridge, Port Allen, LA 70767\n\n=>Call: +12253830142\n\nSince: 1994-02-11",
        "My name is Sue and I am a wife, mother, teacher, baker, and lover of coffee. I love sharing recipes with my readers.",
        "=>He read it out loud: “My name is Prof. Nancy Dach, I am a lively person who loves writing”, and laughed.",
    ],
)
def fabricated(block: Block, view: View) -> Iterator[Seen]:
    """Removes the profile of an author whom a machine made up, every field and heading of it, and nothing beside it.

    It is known by its values and its structure; what its labels say, and in which language, matters little.
    Safe to decide alone because the persona asks for several independent tells, one of them strong (an
    address of the generator's grammar, a ZIP code outside its state, the introduction's template, …); on 1,802 ordinary
    pages, as markup and as text, none came together. May hit documentation of a fake-data library that prints whole profiles
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
    yield WHOLE


def _bylines(view: View) -> list[int]:
    names = [profile.name for profile in view.profiles if profile.fabricated and profile.name]
    return [
        block.index
        for block in view.blocks
        if names and len(block.text) <= _BYLINE and _BY.match(block.text) and any(name in block.text for name in names)
    ]


_ARTICLE = (
    "The mill closed in 1987 after the flood, and nobody has bought it since. Its wheel still turns when the river is high, and on "
    "such days the children of the village come to watch it. The miller's house was sold to a couple from the coast, who keep bees "
    "and say little. In summer they sell honey at the gate, from a table with a tin for the money, and nobody has ever taken the tin."
)


@rule(
    "author.profile",
    needs=Need(
        "a profile of somebody whom the text does not name",
        lambda view: sorted({i for p in view.profiles if p.beside and not p.fabricated for i, _ in p.pieces}),
    ),
    effect=Effect.REMOVE,
    hits=[
        f"{_ARTICLE}\n\nZur Person\n\n=>Name: Ottilie Brandhuber\n\nGeboren: 1971\n\nBeruf: Lehrerin\n\nHobbys: Töpfern, Lesen",
        f"{_ARTICLE}\n\n=>Bonjour, je suis Solène Ardant, une personne curieuse, drôle et patiente, j'aime écrire et je veux "
        "partager avec vous tout ce que je sais.",
    ],
    misses=[
        f"{_ARTICLE}\n\nHoney\n\n=>Name: Odell Quist\n\nPhone: 01632 960 112\n\nAddress: The Mill House, Fenbridge",
        f"{_ARTICLE}\n\nOdell Quist bought the wheel.\n\n=>Name: Odell Quist\n\nBorn: 1971\n\nJob: Beekeeper\n\nHobbies: Chess, rowing",
        "=>Name: Kim Dae-hyun\nBirthday: 1997-09-01\nHobby: Swimming, Chess, Cooking\nPosition: Vocalist",
    ],
)
def profile(block: Block, view: View) -> Iterator[Seen]:
    """Removes the profile of an author, in fields or as an introduction, that stands with a text: boilerplate, made up or not.

    Its person is the author where a heading says so, or where the text, of sixty words at least, never names them. Contacts have neither birthdays nor
    hobbies, and three profiles one below the other are a directory.
    """
    for each in view.profiles:
        if each.beside and not each.fabricated:
            for index, span in each.pieces:
                if index == block.index:
                    yield Seen(
                        None if span == (0, len(block.text)) else span, (f"name={each.name}",) if each.name else ()
                    )


@rule(
    "author.card",
    needs=Need("a card of a member or contributor", cards),
    effect=Effect.REMOVE,
    hits=[
        f"{_ARTICLE}\n\nMeet Ottilie Brand\n\n=>Occupation: Teacher of pottery\n\nJoined: March 2019\n\nArticles: 412\n\n{_ARTICLE}",
        f"{_ARTICLE}\n\n=>Rang im Forum: Alter Hase\n\nDanke erhalten: 1204\n\n{_ARTICLE}",
    ],
    misses=[
        f"{_ARTICLE}\n\nOttilie Brand keeps the bees.\n\n=>Occupation: Teacher of pottery\n\nBorn: 1971\n\nHome: Fenbridge\n\n{_ARTICLE}",
        f"{_ARTICLE}\n\n{_ARTICLE} Ottilie Brand keeps the bees.\n\nOttilie Brand\n\n=>Occupation: Beekeeper\n\nJoined: March 2019\n\n{_ARTICLE}",
        f"{_ARTICLE}\n\n=>Occupation: ferryman\n\nBorn: 1911\n\nJoined: the navy in 1931\n\n{_ARTICLE}",
        f"{_ARTICLE}\n\nThe contract\n\n=>Articles: 12\n\nPages: 40\n\nSigned: in May\n\n{_ARTICLE}",
    ],
)
def card(block: Block, view: View) -> Iterator[Seen]:
    """Removes the card of a member or contributor: fields beside each other of which one is what a site counts or notes of who writes for it ("Joined",
    "Articles"), with the line over them that says whose they are.

    A person whom the text names, a forum's members and a directory keep their fields.
    """
    yield WHOLE


# What follows an introduction is a paragraph; a byline in a box at the head of a text is shorter (characters).
_PARAGRAPH = 120


def _boxes(view: View) -> list[int]:
    """Blocks in boxes about the author, less those that stand within the text: its paragraphs go on in the same element."""
    marks = view.marked.get("author-box")
    if not marks:
        return []
    tree = view.tree
    long = [block.node for block in view.blocks if len(block.text) >= _PARAGRAPH]
    within = [
        (start, end)
        for start, end in view.boxes["author-box"]
        if any(start <= node < end for node in long)
        and any(node >= end and tree.parents[node] == tree.parents[start] for node in long)
    ]
    return [i for i in sorted(marks) if not any(start <= view.blocks[i].node < end for start, end in within)]


def _note(view: View) -> tuple[int, ...]:
    """The note about the author at the end, unless its heading is a made-up profile's: then the text goes on behind it."""
    heads = {index for profile in view.profiles for index, _ in profile.pieces}
    return () if view.author_note and view.author_note[0] in heads else view.author_note


@rule(
    "author.box",
    needs=either(Need("a box about the author", _boxes), Need("a note about the author at the end", _note)),
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
    yield WHOLE


_TEXT = (
    "Nine kettles\n\nThey hum, and that is all they do, said the man in the shop, who had sold kettles for thirty years and "
    "had heard every one of them.\n\nThe first of them was made in a shed behind the station, of copper from the old boiler, "
    "and it has never been mended, nor has it needed it.\n\n"
)

_COLON = re.compile(r"\s{0,2}[:：]\s{0,2}(?=\S)")
# Who checked a text, and where the rest of an author's is, are lines; a note about a person is a few (characters).
_ROLE, _POSTS, _NOTE = 160, 80, 450
_WIDE_PRINTED, _WIDE = 6, "\u2e80"
_ROLES = re.compile(rf"{BLANKS}[|·•]\s*")
_WORDS_OF_ROLE, _CLAUSE = 8, re.compile(r"[.!?;:]")


def _names(text: str) -> bool:
    """Is this names, degrees, a date and the small words between them?"""
    words = re.findall(r"[^\W\d_][\w.'’-]*", text)
    large = [word for word in words if not word[0].islower()]
    return bool(large) and all(len(word) <= 3 or word[-1] == "." for word in words if word[0].islower())


def _introduces(text: str) -> bool:
    """Is this a name, and behind a comma what that person is?"""
    name, comma, role = text.partition(",")
    return bool(comma) and _names(name) and 0 < len(role.split()) <= _WORDS_OF_ROLE and not _CLAUSE.search(role)


@rule(
    "author.reviewed-by",
    needs=phrases("reviewed-by"),
    effect=Effect.REMOVE,
    hits=[
        "Medically reviewed by Ada Quist, MD, on 3 May 2021",
        "Written by Joan Smith | Edited by R. Fell | Fact checked by Ada Quist",
        "This article was reviewed by a member of our editorial team, Ada Quist.",
        "Medizinisch geprüft von Dr. med. Henrike Falkenau",
        "Revisado por la Dra. Casilda Urrutia, nutricionista",
    ],
    misses=[
        "Reviewed by two referees who did not know each other, the paper was printed in June.",
        "Fact-checked by nobody, the story ran on page one.",
        "The accounts were checked and reviewed by the auditor, Ada Quist.",
        "Qualitätssicherung der Messungen",
        "Geprüft von Ada Quist, die das Labor leitet, als es noch niemand kannte und jeder davon sprach.",
    ],
)
def reviewed_by(block: Block, view: View) -> Iterator[Seen]:
    """Removes the line of who checked the text: the role, names behind it, and no sentence (or the one that sites print)."""
    text = block.text.strip()
    spans = view.phrases["reviewed-by"][block.index]
    if len(text) > _ROLE or block.flags.quote or block.flags.pre:
        return
    rest = block.text[spans[0][1] :]
    if " " not in block.text[slice(*spans[0])] and rest.strip() and rest.lstrip()[0] not in ":：":
        return  # one word is a role only before a colon
    if begins(block, spans[0]):
        said = block.text[slice(*spans[0])]
        long = len(said) >= _WIDE_PRINTED if said > _WIDE else said.count(" ") >= 3
        printed = text[-1] in ".。" and long and ". " not in rest
        names = text[-1] not in ".!?,;:" and (_names(rest) or _introduces(rest) or is_phrase(block, spans))
        if printed or names:
            yield WHOLE
    elif len(roles := _ROLES.split(text)) > 1 and text[-1] not in ".!?" and all(map(_is_role, roles)):
        yield WHOLE


def _is_role(text: str) -> bool:
    """Is this a role and a name: lower-case words behind the first, then names?"""
    words = text.split()
    first_name = next((place for place, word in enumerate(words[1:], 1) if not word[0].islower()), 0)
    return 0 < first_name <= 4 and _names(" ".join(words[first_name:]))


@rule(
    "author.posts",
    needs=phrases("author-posts"),
    effect=Effect.REMOVE,
    hits=["View all posts by Joan Smith", "<p><a href='/a/js'>=>More articles by Joan Smith</a></p>"],
    misses=[
        "More articles by women were printed that year than in the ten before it.",
        "Posts by the gate were painted white, so that the carter could find it in the dark.",
        "Posts by hand",
    ],
)
def posts(block: Block, view: View) -> Iterator[Seen]:
    """Removes the line that leads to everything an author wrote: its words and a name, or a link."""
    start, end = view.phrases["author-posts"][block.index][0]
    rest = block.text[end:].strip()
    if len(block.text) > _POSTS or block.text.rstrip()[-1] in ".!?:;,":
        return
    if (begins(block, (start, end)) and _names(rest)) or (mostly_linked(block) and not rest):
        yield WHOLE


@rule(
    "author.bio",
    needs=phrases("about-author"),
    effect=Effect.REMOVE,
    hits=[
        "The mill closed in 1987 after the flood.\n\nNobody has bought it since.\n\n"
        "=>Joan Smith is a freelance writer based in Leeds. Her work has been printed in several magazines."
    ],
    misses=[
        "Joan Smith had lost her job in May. The paper was sold.\n\n=>Joan Smith is a freelance writer now, and sleeps better.",
        "Every second man in the town is a freelance writer, or says so.",
    ],
)
def bio(block: Block, view: View) -> Iterator[Seen]:
    """Removes the last lines of a text where they say what its author does ("Joan Smith is a freelance writer").

    A text that has named the person before is about them, and keeps it.
    """
    start, _ = view.phrases["about-author"][block.index][0]
    name = read_name(block.text, 0, len(block.text))
    if len(name.core) < 2 or block.text[name.end : start].strip(" ,") or not 0 < name.end <= start:
        return
    if not block.text[start].islower():
        return
    end = view.content[1] if view.content else len(view.blocks)
    last = all(other.index in view.phrases["about-author"] for other in view.blocks[block.index + 1 : end])
    named = any(name.core[-1] in other.text for other in view.blocks[: block.index] if len(other.text) > _BYLINE)
    if last and not named and block.index > 1 and len(block.text) <= _NOTE:
        yield WHOLE


@rule(
    "author.about",
    needs=Need("a line that begins with who is spoken of", lambda view: _spoken_of(view)),
    effect=Effect.REMOVE,
    hits=[
        f"{_ARTICLE}\n\n=>About the author: Joan Smith has worked in this field for fifteen years and is the author of 400 guides.",
        f"=>Sobre a autora: Marinês Colaço atua na área há mais de 15 anos e já publicou mais de 400 guias.\n\n{_ARTICLE}",
    ],
    misses=[
        f"{_ARTICLE}\n\nJoan Smith wrote the book in a winter.\n\n=>About the author: Joan Smith was born in Leeds and died there.",
        f"{_ARTICLE}\n\n=>About the author we know only what the preface says, and the preface is a forgery.",
    ],
)
def about(block: Block, view: View) -> Iterator[Seen]:
    """Removes a line in which "About the author:" stands before what it says of somebody whom the page names nowhere else: of whom a review
    speaks it says the name."""
    yield WHOLE


def _spoken_of(view: View) -> list[int]:
    found = []
    for index, spans in view.phrases.get("about-author", {}).items():
        block = view.blocks[index]
        match = _COLON.match(block.text, spans[0][1])
        if match and begins(block, spans[0]) and len(block.text) <= _NOTE and not block.flags.cell:
            name = read_name(block.text, match.end(), len(block.text)).core
            if not (name and any(name[-1] in other.text for other in view.blocks if other.index != index)):
                found.append(index)
    return found


@rule(
    "author.note",
    needs=Need("a note about an author behind the text", biographies),
    effect=Effect.REMOVE,
    hits=[
        _TEXT + "=>Ada Fenn has covered the coast for the Harbour Post since 2014. She lives in Leeds with two dogs.",
        _TEXT + "=>About Ada Fenn\n\nA former teacher, Ada Fenn writes about rivers.",
        "By Ada Fenn\n\n" + _TEXT + "=>Ada Fenn has never owned a kettle, and does not mean to.",
        _TEXT + "=>Gazeteci, Gündem editörü. Görüş ve önerileriniz için: desk@harbour.example",
    ],
    misses=[
        _TEXT.replace("the man", "Ada Fenn, the man") + "Ada Fenn lives in Leeds now, and writes about kettles.",
        _TEXT + "About Ada Fenn\n\nNobody knows who she was, nor when she died.",
        _TEXT + "Ada Fenn lives in Leeds.",
        "By Ada Fenn\n\n"
        + _TEXT.replace("the man", "Ada Fenn, the man")
        + "=>Ada Fenn has never owned a kettle, and does not mean to.",
    ],
)
def note(block: Block, view: View) -> Iterator[Seen]:
    """Removes the note about its author behind a text: two things said of somebody whom the text has not named, or who is
    announced in a line above ("About Ada Fenn"); or anything short that begins with the name of who signed the text.
    """
    yield WHOLE
