"""Whole pages, each written for itself: small ones of states in which a site has nothing to show, low-quality and spoilt ones, and honest ones that look
like them (``honest``: small; ``about``: articles on such things, that quote them, or in a form that looks like it).

A folder for each writer; none had read another's pages, the rules, or the generators. In a file for each kind every page begins with a line
``=== language``. Slots (``{{domain}}``, ``{{ip}}``, …) are filled by chance, the same all over one page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from importlib import resources
from random import Random
from typing import NamedTuple

from cleaner.train.junkpages.model import Generator

_HANDS = tuple(
    "four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty twentyone twentytwo twentythree twentyfour twentyfive twentysix twentyseven twentyeight twentynine thirty "
    "thirtyone".split()
)
_HONEST = frozenset(("honest", "about"))
_IN_HONEST = frozenset(("hacked", "hidden-text"))
_BEGIN = re.compile(r"^=== ([a-z]{2})\n", re.MULTILINE)
_SLOT = re.compile(r"\{\{(\w+)\}\}")
_PAGES = 14  # of a file that one generator has, in all its languages
_NAMES = (
    "Harrow Gate",
    "Miralto",
    "Kestrel Books",
    "Sunvale",
    "Novatech",
    "Lindenhof",
    "Aguamar",
    "Polana",
    "Tidemark",
)
_ENDS = (
    ".com",
    ".net",
    ".org",
    ".de",
    ".fr",
    ".it",
    ".es",
    ".pl",
    ".com.br",
    ".ru",
    ".com.tr",
    ".cn",
    ".jp",
    ".io",
    ".example",
)


class Written(NamedTuple):
    """A page as it was written, its slots unfilled.

    :param hand: who wrote it.
    :param kind: the file that it stands in: a label, ``honest`` or ``about``.
    """

    hand: str
    kind: str
    language: str
    text: str

    def filled(self, rng: Random) -> str:
        """The page, its slots filled."""
        name = rng.choice(_NAMES)
        values = {"name": name, "domain": name.lower().replace(" ", rng.choice(("", "-"))) + rng.choice(_ENDS)}
        return _SLOT.sub(
            lambda slot: values.get(slot[1]) or values.setdefault(slot[1], _VALUES[slot[1]](rng)), self.text
        )


_VALUES: Mapping[str, Callable[[Random], str]] = {
    "ip": lambda rng: ".".join(str(rng.randint(1, 254)) for _ in range(4)),
    "hex": lambda rng: rng.randbytes(rng.randint(4, 10)).hex(),
    "num": lambda rng: str(rng.randint(2, 10 ** rng.randint(1, 6))),
    "year": lambda rng: str(rng.randint(2009, 2026)),
    "date": lambda rng: f"{rng.randint(2009, 2026)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
    "time": lambda rng: f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}",
    "email": lambda rng: (
        f"{rng.choice(('info', 'office', 'abuse', 'hallo'))}@{rng.choice(_NAMES).lower().replace(' ', '')}.example"
    ),
}


@cache
def _pages() -> Sequence[Written]:
    found = []
    for hand in _HANDS:
        for file in sorted(resources.files(__package__).joinpath(hand).iterdir(), key=lambda file: file.name):
            _, *parts = _BEGIN.split(file.read_text("utf-8"))
            kind = file.name.removesuffix(".html")
            found += [Written(hand, kind, *part) for part in zip(parts[::2], parts[1::2], strict=True)]
    return found


def honest() -> Iterator[Written]:
    """The ordinary ones."""
    return (page for page in _pages() if page.kind in _HONEST)


def _generators() -> Iterator[Generator]:
    """For each file several, each of its own pages, so that none has too many to draw."""
    files: dict[tuple[str, str], list[Written]] = {}
    for page in _pages():
        if page.kind not in _HONEST:
            files.setdefault((page.hand, page.kind), []).append(page)
    for (hand, kind), pages in files.items():
        # In turns, since those of a language stand together.
        turns = len(pages) // _PAGES
        for turn in range(turns):
            own = pages[turn::turns]
            name = f"{hand}/{kind}-written-{turn + 1}"
            yield Generator(name, (kind,), tuple(page.language for page in own), partial(_made, own))


def _made(pages: Sequence[Written], rng: Random, language: str) -> str:
    return rng.choice([page for page in pages if page.language == language]).filled(rng)


GENERATORS = tuple(_generators())
OF_HONEST_WORDS = frozenset(each.name for each in GENERATORS if _IN_HONEST.intersection(each.labels))
"""Those whose pages are honest ones but for what somebody put into them: what stands there says nothing of junk."""
