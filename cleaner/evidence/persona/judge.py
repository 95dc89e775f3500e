"""Is this author made up?

Content farms put a profile under every article they take: a name, a birthday, an address, drawn from
the word lists of generators of test data. One such trait says nothing (Smith is a surname in those
lists, and people mistype ZIP codes); several independent ones do. What a generator never writes counts
against, and a page that shows such profiles on purpose is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaner.evidence.persona import abroad
from cleaner.evidence.persona.boxes import Draft, Field, Piece, find_drafts, is_authors
from cleaner.evidence.persona.tells import JUDGES, Judged, Tell
from cleaner.evidence.persona.values import read_name
from cleaner.evidence.persona.words import FARM_LABELS, HONEST_LABELS
from cleaner.model import Block, Span

STRONG, WEAK, FAINT = 2.0, 1.0, 0.25
"""What a tell counts for."""

FAINT_TELLS = frozenset(("listed-name", "job-ordinary"))
"""Tells that very many real people have: Smith, and sales managers. Both together are half a weak one."""

OFF_FORM = -1.5
"""What a field counts for that the generator could not have written: a phone number with spaces."""

FOREIGN = -1.0
"""What a label counts for that the farm's box never has ("Height"); three at most are counted."""

ENOUGH = 4.0
"""Fabricated from here on, with at least one strong tell: two strong ones, or one strong and two weak."""

MAX_JUDGED = 20
"""Profiles judged on a page. A page with more is a directory, and none of them is called fabricated."""

FULL = frozenset(("birthday", "address", "phone", "hobby", "introduction"))
"""Fields that no paper prints together under its authors' articles."""

NAMED, PLACED = frozenset(("name", "birthday")), frozenset(("address", "phone", "job"))
"""With a hobby, an author's profile has one of each; a contact has no hobby, and the card of a singer none of the second."""

MIN_PROSE = 60
"""Words of article around a box that never name its person, from which the box is its author's."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile box and what is thought of it.

    ``pieces`` are all its text in order, one a block: block index and characters of that block's text,
    the box's heading and its labels without a value included. ``name`` is the person's, as written.
    ``beside`` says that it stands with a text of which that person is the author and not the subject.
    """

    pieces: tuple[Piece, ...]
    fields: tuple[Field, ...]
    tells: tuple[Tell, ...]
    fabricated: bool
    name: str | None
    beside: bool


# A paragraph (characters), and one of a script without spaces; how many of its characters are a word.
_PARAGRAPH, _WIDE_PARAGRAPH, _WIDE_WORD, _WIDE = 80, 25, 2, "\u2e80"
_CALLED = re.compile(r"(?:[^\W\d_a-zà-ÿа-я][\w.'’-]*+[ \xa0]?+){1,4}+|[\u3040-\u9fff]{2,6}")
_MY_NAME = re.compile(rf"My name(?: is|['’]s) |(?i:{abroad.ME}) ?")
_FARM_INFORMATION = re.compile(r"\d% of readers found this page helpful|\bRating: ?\d(?:\.\d)? ?/ ?5 \(\d+ voted\)")
_AUTHOR_LINE = re.compile(r"\bAuthor:\s{0,3}(\S[^\n]{2,60})")
_SHOWS = re.compile(
    r"\bcontent[- ](?:farm|mill)(?:s|ing)?\b|\b(?:fake|made-up|invented|fabricated|non-?existent) authors?\b"
    r"|\b(?:fake|mock|dummy) (?:user )?data\b|\bfaker\b|\bFaker\(|\bfake name generator\b"
)
_PROMPT = re.compile(r"\s*(?:\$|>>>|In \[\d+\]:|[A-Z]:\\[^>]*>)\s*\S")
_LABEL = re.compile(r"(?<![\w-])([A-Za-z][A-Za-z-]{1,15}(?: [A-Za-z]{2,12}){0,2})\s?:")


def find_profiles(blocks: Sequence[Block], introduced: Collection[int] = ()) -> tuple[Profile, ...]:
    """Every profile box among the blocks, in order, with its tells and whether its person is made up.

    ``blocks`` are all blocks of a page, in order: what stands around a box counts too. Indices in the
    result are ``Block.index``.

    :param introduced: blocks in which somebody may say a name ("My name is", in any language).
    """
    drafts = find_drafts(blocks, introduced)
    if not drafts:
        return ()
    if len(drafts) > MAX_JUDGED:
        return tuple(_profile(blocks, draft, (), False, _name(draft), False) for draft in drafts)
    rest = _outside(blocks, drafts)
    shown = _is_directory(drafts) or any(_SHOWS.search(text) for text in rest)
    information = next((match[0] for text in rest if (match := _FARM_INFORMATION.search(text))), None)
    profiles = []
    for draft in drafts:
        name = _name(draft) or _claimed_author(rest)
        author_box = _is_headed(draft) or information is not None or _is_its_author(rest, name)
        tells, weight = _weigh(blocks, draft, author_box, information)
        several = len(tells) > 1 and any(tell.strong for tell in tells)
        printed = shown or _is_printed(blocks, draft)
        fabricated = several and weight >= ENOUGH and not printed
        of_author = author_box or _is_apart(rest, _called(draft))
        beside = of_author and not printed and _is_of_a_person(draft, tells)
        profiles.append(_profile(blocks, draft, tells, fabricated, name, beside))
    return tuple(profiles)


def _is_headed(draft: Draft) -> bool:
    return draft.heading is not None and is_authors(draft.heading)


def _is_of_a_person(draft: Draft, tells: Sequence[Tell]) -> bool:
    """Is it a profile, and no contact, card or menu: an introduction in the template's words, or fields of each sort, a hobby among them?"""
    fields = {field.label for field in draft.fields}
    if any(tell.name in ("introduction-template", "introduction-short") for tell in tells):
        return fields == {"introduction"} or not PLACED.isdisjoint(fields)
    return "hobby" in fields and not (NAMED.isdisjoint(fields) or PLACED.isdisjoint(fields))


def _weigh(
    blocks: Sequence[Block], draft: Draft, author_box: bool, information: str | None
) -> tuple[tuple[Tell, ...], float]:
    """All tells of a box, and what they and the signs against them add up to."""
    judged = [
        JUDGES[field.label](field.value, written in FARM_LABELS, author_box)
        for field, written in zip(draft.fields, draft.labels, strict=True)
    ]
    tells = [tell for one in judged for tell in one.tells]
    if information is not None:
        tells.append(Tell("farm-information", True, information))
    if _is_headed(draft) and "info" in (draft.heading or "").lower():
        tells.append(Tell("author-information", False, draft.heading or ""))
    if author_box and {field.label for field in draft.fields} >= FULL:
        tells.append(Tell("full-profile", True, ", ".join(field.label for field in draft.fields)))
    # A label that people write is none of theirs over a value with a tell.
    ours = {written for written, one in zip(draft.labels, judged, strict=True) if one.tells}
    foreign = len(_foreign_labels(blocks, draft) - ours)
    if not foreign and _has_form(draft, judged):
        formed = sum(one.form is True for one in judged)
        labels = ", ".join(field.label for field in draft.fields)
        tells.append(Tell("generator-form", formed >= 5, labels))
    weight = sum(FAINT if tell.name in FAINT_TELLS else STRONG if tell.strong else WEAK for tell in tells)
    # Which no person writes, whatever stands beside it.
    if not any(tell.name in ("introduction-template", "full-profile") for tell in tells):
        weight += OFF_FORM * sum(one.form is False for one in judged)
    weight += FOREIGN * min(3, foreign)
    return tuple(tells), weight


def _has_form(draft: Draft, judged: Sequence[Judged]) -> bool:
    """Whether every field is one the generator writes, under its very label, and two of them beyond doubt."""
    telling = [one.form for field, one in zip(draft.fields, judged, strict=True) if field.label != "name"]
    exact = all(written in FARM_LABELS for written in draft.labels)
    possible = all(one.form is not False for one in judged)
    return exact and possible and len(judged) >= 3 and telling.count(True) >= 2


def _foreign_labels(blocks: Sequence[Block], draft: Draft) -> set[str]:
    """The labels in the box, or right beside it, that no farm writes."""
    texts = [blocks[place].text[max(0, start - 60) : end + 60] for place, (start, end) in draft.pieces]
    beside = (draft.pieces[0][0] - 1, draft.pieces[-1][0] + 1)
    texts += [blocks[place].text for place in beside if 0 <= place < len(blocks) and len(blocks[place].text) <= 60]
    found: set[str] = set()
    for text in texts:
        starts = [line.strip(" *•-:").lower().replace(":", " ").split(" ") for line in text.split("\n")]
        found |= {" ".join(words[:count]) for words in starts for count in (1, 2, 3)} & HONEST_LABELS
        for match in _LABEL.finditer(text):
            words = match[1].lower().split()
            found |= {" ".join(words[i:]) for i in range(len(words))} & HONEST_LABELS
    return found


def _name(draft: Draft) -> str | None:
    """The person's name: of the field, else of the introduction."""
    values = {field.label: field.value for field in draft.fields}
    if "name" in values:
        return values["name"]
    match = _MY_NAME.search(values.get("introduction", ""))
    if match is None:
        return None
    text = values["introduction"]
    return text[match.end() : read_name(text, match.end(), len(text)).end] or None


def _claimed_author(rest: Sequence[str]) -> str | None:
    """Whom an "Author:" outside the box names: the farm's block of views and ratings repeats the name."""
    for text in rest:
        match = _AUTHOR_LINE.search(text)
        if match is not None:
            return match[1][: read_name(match[1], 0, len(match[1])).end] or None
    return None


def _is_its_author(rest: Sequence[str], name: str | None) -> bool:
    """Whether the box stands with an article that is not about its person: there it is the author's.

    The profile of an idol or a lost child stands with text that names them.
    """
    core = read_name(name, 0, len(name)).core if name else ()
    if len(core) < 2:
        return False
    return any(match and core[-1] in match[1] for match in map(_AUTHOR_LINE.search, rest)) or _is_apart(rest, core[-1])


def _called(draft: Draft) -> str:
    """The last of the words that a person is called by, in the field or in the introduction; "" if there are none."""
    values = {field.label: field.value for field in draft.fields}
    said = values.get("introduction", "")
    match = _CALLED.match(
        values["name"] if "name" in values else said[me.end() :] if (me := _MY_NAME.search(said)) else ""
    )
    return match[0].split()[-1].strip(".") if match else ""


def _is_apart(rest: Sequence[str], name: str) -> bool:
    """Is there an article on the page that never says this name?"""
    prose = [text for text in rest if len(text) >= (_WIDE_PARAGRAPH if text > _WIDE else _PARAGRAPH)]
    words = sum(len(text) // _WIDE_WORD if text > _WIDE else text.count(" ") for text in prose)
    if words < MIN_PROSE:
        return False
    # Scripts without spaces set no edges to words.
    said = re.compile(re.escape(name) if name > _WIDE else rf"\b{re.escape(name)}\b", re.IGNORECASE)
    return not name or not any(map(said.search, rest))


def _outside(blocks: Sequence[Block], drafts: Sequence[Draft]) -> list[str]:
    """The text of the page without the boxes, block by block."""
    cuts: dict[int, list[Span]] = {}
    for draft in drafts:
        for place, span in draft.pieces:
            cuts.setdefault(place, []).append(span)
    rest = []
    for place, block in enumerate(blocks):
        at = 0
        for start, end in cuts.get(place, ()):
            rest.append(block.text[at:start])
            at = end
        rest.append(block.text[at:])
    return rest


def _is_directory(drafts: Sequence[Draft]) -> bool:
    """Whether three boxes of different people follow each other: a staff list, a table of examples."""
    joined = [second.pieces[0][0] - first.pieces[-1][0] <= 2 for first, second in pairwise(drafts)]
    names = [_name(draft) for draft in drafts]
    return any(here and there and len(set(names[i : i + 3])) == 3 for i, (here, there) in enumerate(pairwise(joined)))


def _is_printed(blocks: Sequence[Block], draft: Draft) -> bool:
    """Whether a program prints the box: a prompt with its command stands right above it."""
    place = draft.pieces[0][0]
    return place > 0 and bool(_PROMPT.match(blocks[place - 1].text))


def _profile(
    blocks: Sequence[Block], draft: Draft, tells: tuple[Tell, ...], fabricated: bool, name: str | None, beside: bool
) -> Profile:
    """The finished profile: places in the sequence become block indices."""

    def indexed(piece: Piece) -> Piece:
        return blocks[piece[0]].index, piece[1]

    fields = tuple(
        Field(one.label, one.value, one.label_piece and indexed(one.label_piece), indexed(one.value_piece))
        for one in draft.fields
    )
    return Profile(tuple(map(indexed, draft.pieces)), fields, tells, fabricated, name, beside)
