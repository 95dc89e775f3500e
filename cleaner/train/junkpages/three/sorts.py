"""The third writer's sorts of junk: what is said on each, how much of it, and what its source shows of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from importlib import resources
from random import Random

from ..model import Generator
from ..wrapped import article
from .markup import Links, Markup, host, word

_LANGUAGES = ("de", "en", "es", "fr", "it", "pl")
_SLOT = re.compile(r"\{(\w+)\}")
_ROOTS = ("root", "app", "main-app", "mount", "__next", "application", "view")


@cache
def _words(language: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    file = resources.files(__package__) / "words" / f"{language}.toml"
    return tomllib.loads(file.read_text("utf-8"))


class _Writer:
    """Who writes one page: of what it speaks, in which language and markup."""

    def __init__(self, rng: Random, language: str, about: str) -> None:
        self.rng = rng
        self.language = language
        self.markup = Markup(rng)
        self._said = _words(language)[about]
        self._slots = _words(language)["slots"]
        self._same = {name: rng.choice(its) for name, its in self._slots.items()} | {"host": host(rng)}

    def _slot(self, match: re.Match[str]) -> str:
        rng = self.rng
        match match[1]:
            case "n":
                return str(rng.randint(2, 90))
            case "year":
                return str(rng.randint(2018, 2026))
            case "price":
                return f"{rng.choice(('$', '€', '£'))}{rng.randint(2, 900)}{rng.choice(('', '.99', ',000'))}"
            case "code":
                return str(rng.choice((400, 401, 403, 404, 410, 500, 502, 503)))
            case "id":
                return rng.randbytes(rng.randint(4, 8)).hex()
            case "ip":
                return ".".join(str(rng.randint(1, 250)) for _ in range(4))
            case "path":
                return rng.choice(("/srv/http", "/var/www/main", "/usr/share/site", "C:\\sites\\first", "public_html"))
            case "port":
                return str(rng.choice((80, 443, 8000, 8080, 3000)))
            case "software":
                return f"{word(rng).title()} {rng.randint(1, 9)}.{rng.randint(0, 20)}"
            case "other":
                return rng.choice(self._slots["town"])
            case "topic":
                return rng.choice(self._slots["topic"])
            case name:
                return self._same[name]

    def fill(self, text: str) -> str:
        """A phrase with its slots filled."""
        return _SLOT.sub(self._slot, text)

    def title(self) -> str:
        """A title of this sort of page."""
        return self.fill(self.rng.choice(self._said["title"]))

    def lines(self, least: int, most: int) -> list[str]:
        """So many of its lines, none twice."""
        said = self._said["lines"]
        return [self.fill(each) for each in self.rng.sample(said, min(len(said), self.rng.randint(least, most)))]

    def links(self, least: int, most: int, away: bool = True) -> Links:
        """So many of its links."""
        texts = [self.fill(self.rng.choice(self._said["links"])) for _ in range(self.rng.randint(least, most))]
        return [
            (each, f"https://{host(self.rng)}/{word(self.rng)}" if away else f"/{word(self.rng)}") for each in texts
        ]

    def menu(self) -> list[str]:
        """The names in a site's menu."""
        return [word(self.rng).title() for _ in range(self.rng.randint(2, 7))]

    def article(self) -> tuple[str, list[str]]:
        """An honest article that junk is made of."""
        return article(self.rng, self.language)

    def page(self, title: str, body: str, framed: bool = False, head: str = "") -> str:
        """The whole page, with a site's menu and footer or without."""
        if framed:
            body = self.markup.framed(body, word(self.rng).title(), self.menu())
        return self.markup.page(title, body, self.language, head)


def _state(least: int, most: int, links: tuple[int, int], framed: float, away: bool, w: _Writer) -> str:
    """A page that says in a few lines that it has nothing to show."""
    title, m = w.title(), w.markup
    body = m.heading(title if w.rng.random() < 0.7 else w.title()) + "".join(map(m.line, w.lines(least, most)))
    found = w.links(*links, away=away)
    return w.page(title, body + (m.links(found) if found else ""), framed=w.rng.random() < framed)


def _challenge(w: _Writer) -> str:
    """A wall against robots: a script, a form or a refresh, an incident's number."""
    rng, m, title = w.rng, w.markup, w.title()
    head = rng.choice(
        (
            '<meta name="robots" content="noindex,nofollow">',
            f'<meta http-equiv="refresh" content="{rng.randint(3, 30)}">',
            "",
        )
    )
    form = f'<form method="post" action="/{word(rng)}"><input type="checkbox" name="{word(rng)}"><button>OK</button></form>'
    script = (
        f'<script src="/{word(rng)}/{w.fill("{id}")}.js" async></script><noscript>{m.line(w.lines(1, 1)[0])}</noscript>'
    )
    body = m.heading(title) + "".join(map(m.line, w.lines(2, 4))) + rng.choice((form, script, form + script))
    return w.page(title, body, head=head)


def _shell(spoken: bool, w: _Writer) -> str:
    """An application that has not run: its root and its scripts, and a line where it says one."""
    rng, m = w.rng, w.markup
    root = rng.choice(_ROOTS)
    said = "".join(map(m.line, w.lines(1, 2)))
    inside = said if spoken else ""
    mount = rng.choice((f'<div id="{root}">{inside}</div>', f"<{word(rng)}-app>{inside}</{word(rng)}-app>"))
    source = f"/{rng.choice(('assets', 'static/js', 'build', 'dist'))}/{rng.choice(('index', 'main', 'app', 'entry'))}"
    scripts = "".join(f'<script src="{source}.{w.fill("{id}")}.js"></script>' for _ in range(rng.randint(1, 4)))
    other = f"<noscript>{m.line(w.lines(1, 1)[0])}</noscript>" if not spoken or rng.random() < 0.4 else ""
    return w.page(w.title(), mount + other + scripts)


def _paywall(w: _Writer) -> str:
    """The opening of an article, and what the rest costs."""
    title, paragraphs = w.article()
    m, opening = w.markup, paragraphs[: w.rng.randint(1, 2)]
    if w.rng.random() < 0.5:
        opening[-1] = opening[-1][: w.rng.randint(60, 160)].rsplit(" ", 1)[0] + " …"
    body = m.heading(title) + "".join(map(m.line, (*opening, *w.lines(2, 4)))) + m.links(w.links(1, 3, away=False))
    return w.page(title, body, framed=True)


def _listing(w: _Writer) -> str:
    """A list of entries of which none says anything."""
    m = w.markup
    entries = "".join(m.heading(w.title(), 3) + "".join(map(m.line, w.lines(0, 1))) for _ in range(w.rng.randint(2, 7)))
    title = w.title()
    return w.page(title, m.heading(title) + entries + m.links(w.links(1, 4, away=False)), framed=True)


def _written(least: int, most: int, links: tuple[int, int], away: bool, w: _Writer) -> str:
    """A text of this sort: its lines in paragraphs of one to four, with a heading now and then, and its links."""
    rng, m, title = w.rng, w.markup, w.title()
    lines, parts = w.lines(least, most), [m.heading(title)]
    while lines:
        size = rng.randint(1, 4)
        if len(parts) > 1 and rng.random() < 0.35:
            parts.append(m.heading(w.title(), 2))
        parts.append(m.line(" ".join(lines[:size])))
        del lines[:size]
    found = w.links(*links, away=away)
    if found:
        parts.insert(rng.randint(2, len(parts)), m.links(found))
    return w.page(title, "".join(parts), framed=rng.random() < 0.7)


def _in_article(hide: bool, w: _Writer) -> str:
    """An honest article with somebody's offers and links in it, hidden or in sight."""
    rng, m = w.rng, w.markup
    title, paragraphs = w.article()
    offers = [m.line(each) for each in w.lines(1, 5)]
    anchors = m.links(w.links(2, 9))
    found = rng.choice(("".join(offers), anchors, anchors + "".join(offers)))
    parts = [m.line(each) for each in paragraphs]
    parts.insert(rng.randint(1, len(parts)), m.hidden(found) if hide else found)
    return w.page(title, m.heading(title) + "".join(parts), framed=True)


def _generator(name: str, about: str, labels: tuple[str, ...], make: Callable[[_Writer], str]) -> Generator:
    def page(rng: Random, language: str) -> str:
        return make(_Writer(rng, language, about))

    return Generator(f"three/{name}", labels, _LANGUAGES, page)


GENERATORS = (
    _generator("parked-bid", "parked", ("parked",), partial(_state, 3, 6, (0, 2), 0, True)),
    _generator("parked-results", "parked", ("parked",), partial(_state, 1, 2, (5, 14), 0, True)),
    _generator("soft-404-moved", "missing", ("soft-404",), partial(_state, 2, 4, (0, 4), 0.6, False)),
    _generator("bot-challenge-gate", "challenge", ("bot-challenge",), _challenge),
    _generator("script-shell-mount", "shell", ("script-shell",), partial(_shell, False)),
    _generator("script-shell-words", "shell", ("script-shell",), partial(_shell, True)),
    _generator("server-default-empty", "server", ("server-default",), partial(_state, 2, 4, (0, 3), 0, True)),
    _generator("consent-wall-ask", "consent", ("consent-wall",), partial(_state, 3, 6, (2, 4), 0.3, False)),
    _generator("paywall-stub-rest", "paywall", ("paywall-stub",), _paywall),
    _generator("thin-entry", "thin", ("thin",), partial(_state, 1, 4, (1, 4), 1, False)),
    _generator("thin-listing", "thin", ("thin",), _listing),
    _generator("farm-answers", "questions", ("content-farm",), partial(_written, 6, 10, (0, 3), False)),
    _generator("farm-best", "best", ("content-farm",), partial(_written, 5, 10, (2, 8), True)),
    _generator("doorway-towns", "town", ("doorway",), partial(_written, 4, 8, (6, 16), False)),
    _generator("doorway-files", "download", ("doorway",), partial(_written, 3, 7, (2, 8), True)),
    _generator("stuffed-thing", "stuffed", ("seo-stuffed",), partial(_written, 3, 6, (1, 5), False)),
    _generator("links-list", "partners", ("link-farm",), partial(_state, 0, 3, (14, 40), 0.5, True)),
    _generator("hidden-offers", "sells", ("hidden-text",), partial(_in_article, True)),
    _generator("hacked-within", "sells", ("hacked",), partial(_in_article, False)),
    _generator("machine-chat", "machine", ("machine-text",), partial(_written, 5, 10, (0, 2), False)),
    _generator("adult-slots", "casino", ("adult-or-gambling",), partial(_written, 4, 8, (2, 8), True)),
    _generator("adult-dates", "dates", ("adult-or-gambling",), partial(_written, 3, 6, (2, 8), True)),
)
