"""What a page is as a whole: without anything to show, a wall, or a list of doors to somewhere else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from cleaner.evidence.signs.furniture import furniture
from cleaner.evidence.states.model import probable
from cleaner.evidence.states.said import SMALL, length, states
from cleaner.evidence.states.structure import ROOTS, VENDORS
from cleaner.evidence.view import View, once
from cleaner.model import Block

# A page that says what it is has little other text (characters).
_OTHER = 400
# What a wall may say to explain itself, where two different phrases call it one.
EXPLAINED = 1_500
# The part of a page that says so where several phrases are needed: banners say them over pages of all sorts.
_PART = 0.2
# A line that is no label (characters), and how many labels such a page has.
_LINE, _LABELS = 40, 60
# Where the page begins and its text stops, there is more.
_STUB = 900
# Doors: so many links of one pattern, which make so much of the page's text.
_DOORS, _DOORS_SHARE = 25, 0.5
# A page that shows less (characters) shows nothing, or its notice that it does, or a wall; which has no long source.
_SHOWN, _NOTICE, _WALLED, _SOURCE = 120, 600, 400, 200_000
# A page that shows so little of so long a source (characters other than white space), no picture and nothing hidden, waits for scripts that somebody has taken out.
_NOTHING, _SOMETHING = 60, 2_000
_PICTURE = re.compile(r"<(?:img|picture|video|iframe|object|embed|canvas)\b", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
_SENT_ON = re.compile(r"<frameset\b|<meta\b[^>]{0,200}\bhttp-equiv=[\"']?refresh", re.IGNORECASE)


def says(view: View, *names: str, least: int = 1, besides: int = _OTHER) -> Iterator[str]:
    """The phrases with which a page says that it is in one of these states, if it says little else.

    :param least: how many different phrases it takes.
    :param besides: how much other text may stand there (characters); where more than usual may, phrases need make no part of it.
    """
    told = [states(view)[name] for name in names if name in states(view)]
    said = {phrase for each in told for phrase in each.told}
    if len(said) < least:
        return
    blocks = {index for each in told for index in each.blocks}
    clear = any(each.clear for each in told)
    large = (
        least == 1 or besides > _OTHER or sum(len(view.blocks[index].text) for index in blocks) >= _PART * shown(view)
    )
    if (
        clear
        and large
        and shown(view) <= SMALL
        and _other_text(view, blocks) <= besides
        and _labels(view, blocks) <= _LABELS
    ):
        yield from sorted(said)


def looks(view: View, name: str) -> Iterator[str]:
    """By which words a page looks to be in this state, if it does."""
    known = probable(view).get(name)
    if known and not _quotes(view):
        yield f"probability={known.probability:.2f}"
        yield from (f"word={word}" for word in known.words)


def _quotes(view: View) -> bool:
    """Are these bare paragraphs, with a phrase within a sentence? There somebody may quote it."""
    bare = not view.titles and not any(block.flags.heading for block in view.seen)
    return bare and any(each.told and not each.clear for each in states(view).values())


def _other_text(view: View, said: Collection[int]) -> int:
    """How much text stands on the page besides: no labels, no lines of furniture, no links."""
    lines = furniture(view).lines
    texts = [block.text for block in _besides(view, said) if block.index not in lines]
    return sum(size for text in texts if (size := length(text)) >= _LINE)


def _labels(view: View, said: Collection[int]) -> int:
    """How many labels stand on the page besides."""
    return sum(length(block.text) < _LINE for block in _besides(view, said))


def _besides(view: View, said: Collection[int]) -> list[Block]:
    return [block for block in view.unlinked if block.index not in said]


@once
def shown(view: View) -> int:
    """How much text a reader sees."""
    return sum(len(block.text) for block in view.seen)


def shell(view: View) -> Iterator[str]:
    """What says that a page shows nothing until its scripts have run: a notice, a place for what they make, scripts and
    nothing else, or a long source of which nothing is seen."""
    if view.is_text:
        return
    said = tuple(says(view, "script-shell")) if shown(view) <= _NOTICE else ()
    yield from said
    # A page that asks for another browser has no script itself, but names what it wants; one may send its visitors on without any.
    if (words := tuple(looks(view, "script-shell"))) and (
        _SCRIPT.search(view.page.text) or _SENT_ON.search(view.page.text) or "script-shell" in states(view)
    ):
        yield from words
    if shown(view) <= _SHOWN and not said and not is_known(view, besides="script-shell"):
        notices = [view.blocks[index].text for index in view.phrases.get("script-needed", ())]
        if found := [*notices, *(f"name={name}" for name in sorted(view.names & ROOTS))]:
            yield from found
        elif scripts := len(_SCRIPT.findall(view.page.text)):
            yield f"scripts={scripts}"
        elif shown(view) <= _NOTHING and not _hides(view) and (length := _written(view.page.text)) >= _SOMETHING:
            if not _PICTURE.search(view.page.text):
                yield f"source={length}"


def _written(source: str) -> int:
    """Characters of a source other than white space."""
    return sum(map(len, source.split()))


def _hides(view: View) -> bool:
    """Is there text that nobody sees?"""
    return any(block.flags.unseen for block in view.blocks)


def is_known(view: View, besides: str) -> bool:
    """Does a page look to be in another state than this one?"""
    return any(name != besides for name in probable(view))


def vendors(view: View) -> Iterator[str]:
    """What walls against robots leave in the source of a page that shows next to nothing."""
    if not view.is_text and shown(view) <= _WALLED and len(view.page.text) <= _SOURCE:
        yield from sorted({match.lower() for match in VENDORS.findall(view.page.text)})


def doors(view: View) -> str | None:
    """The pattern of which most links of a page are, each with another word in it, if they are most of its text."""
    if sum(len(block.text) for block in view.seen if not block.inline) > (1 - _DOORS_SHARE) * shown(view):
        return None  # as it is with most pages, and soon told
    links = [block.text for block in view.linked]
    if len(links) < _DOORS or sum(map(len, links)) < _DOORS_SHARE * shown(view):
        return None
    patterns: Counter[str] = Counter()
    for text in {link.casefold() for link in links}:
        words = text.split()
        if len(words) > 2:
            patterns.update({f"{words[0]} {words[1]} …", f"… {words[-2]} {words[-1]}"})
    pattern, count = patterns.most_common(1)[0] if patterns else ("", 0)
    if count < _DOORS or _other_text(view, ()) > 2 * _OTHER:
        return None
    around = pattern.strip("… ")
    size = sum(len(text) for text in links if text.casefold().startswith(around) or text.casefold().endswith(around))
    return pattern if size >= _DOORS_SHARE * shown(view) else None


def wall(view: View) -> Iterator[str]:
    """What a paywall says behind a text that stops soon."""
    told = states(view).get("paywall-stub")
    if told and told.told and (told.clear or len(told.told) > 1) and "paywall" not in furniture(view).spoken_of:
        other = _other_text(view, told.blocks)
        if other <= (_STUB if len(told.told) > 1 else _OTHER):
            yield from sorted(told.told)
