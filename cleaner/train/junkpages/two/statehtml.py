"""What the page-state generators share: words of twelve languages, invented facts, whole pages, site furniture."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from pathlib import Path
from random import Random

from cleaner.train.articles import articles

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr", "zh", "ja")

_DOCTYPES = (
    "<!DOCTYPE html>",
    "<!doctype html>",
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"\n "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">',
)
_FONTS = ("Arial,sans-serif", "'Open Sans',Helvetica,sans-serif", "system-ui,-apple-system,'Segoe UI'", "Georgia,serif")

_ROUTES = (
    "/{words}/",
    "/{words}",
    "/{words}.html",
    "/?p={n}",
    "/index.php?option=com_content&id={n}",
    "/node/{n}",
    "#",
    "/{t}",
    "/c/{n}-{words}",
    "/{words}.php",
)

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])")


@cache
def table(name: str) -> dict[str, dict[str, list[str]]]:
    """A file of words: language → key → phrases."""
    path = Path(__file__).with_name("words") / f"states-{name}.toml"
    words: dict[str, dict[str, list[str]]] = tomllib.loads(path.read_text("utf-8"))
    return words


@cache
def openings(language: str) -> list[tuple[str, list[str]]]:
    """Headlines with the sentences of the first paragraph that has any length."""
    found = []
    for article in articles():
        if article.language == language:
            headline, *lines = [line.strip() for line in article.text.split("\n") if line.strip()]
            long = next((line for line in lines if len(line) > (30 if language in ("zh", "ja") else 80)), "")
            if long:
                found.append((headline, [part for part in _SENTENCE.split(long) if part.strip()]))
    return found


class Say:
    """Speaks one language on one page: picks a phrase by its key and fills in the page's invented facts."""

    def __init__(self, rng: Random, language: str, name: str) -> None:
        self.rng, self.language, self.route = rng, language, rng.choice(_ROUTES)
        self.words = {**table("common")[language], **table(name)[language]}
        self.words["brands"] = [*self.words["shops"], *self.words["brands"]]
        first, second = rng.sample(self.words["slugs"], 2)
        joined = rng.choice((first, first + second, f"{first}-{second}", f"{first}{rng.randint(2, 99)}"))
        day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2006, 2025)
        self.facts: dict[str, object] = {
            "host": rng.choice(("", "", "", "www.", "shop.", "m.", "old."))
            + joined
            + rng.choice((".example", ".net.example")),
            "domain": joined + ".example",
            "ip": f"{rng.choice(('192.0.2', '198.51.100', '203.0.113'))}.{rng.randint(2, 254)}",
            "year": year,
            "n": rng.randint(2, 99),
            "date": self.words["dates"][0].format(d=day, m=month, y=year),
            "clock": f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}",
            "price": self.money(rng.choice((1, 2, 4, 5, 9, 15, 29, 39, 79))),
            **{one: rng.choice(self.words[many]) for one, many in _ONE_OF.items()},
        }

    def raw(self, key: str, **facts: object) -> str:
        """A phrase, not escaped."""
        return self.rng.choice(self.words[key]).format(**{**self.facts, **facts})

    def __call__(self, key: str, **facts: object) -> str:
        return escape(self.raw(key, **facts))

    def all(self, key: str) -> list[str]:
        """All phrases of a key in their order, escaped."""
        return [escape(phrase.format(**self.facts)) for phrase in self.words[key]]

    def some(self, key: str, least: int, most: int) -> list[str]:
        """Several different phrases, escaped."""
        phrases = self.words[key]
        count = min(self.rng.randint(least, most), len(phrases))
        return [escape(phrase.format(**self.facts)) for phrase in self.rng.sample(phrases, count)]

    def fact(self, name: str) -> str:
        """One of the page's facts, escaped."""
        return escape(str(self.facts[name]))

    def money(self, amount: float) -> str:
        """An amount of euros as the language's country would price it."""
        rate = float(self.words["rate"][0])
        cents = self.rng.choice((0, 0, -0.01)) if rate < 10 and amount == int(amount) > 1 else 0
        value = amount * rate + cents
        number = f"{value:,.0f}" if value == int(value) else f"{value:.2f}"
        if self.language not in ("en", "zh", "ja"):
            thousands = " " if self.language in ("fr", "pl", "ru") else "."
            number = thousands.join(part.replace(".", ",") for part in number.split(","))
        return self.words["money"][0].format(number)

    def chance(self, share: float) -> bool:
        """True in such a share of the pages."""
        return self.rng.random() < share

    def token(self, length: int = 16, letters: str = "0123456789abcdef") -> str:
        """Such as identifiers and hashes of builds are made of."""
        return "".join(self.rng.choices(letters, k=length))

    def maybe(self, share: float, html: str) -> str:
        """The HTML, in such a share of the pages."""
        return html if self.chance(share) else ""

    def links(self, key: str, least: int, most: int, attrs: str = "") -> list[str]:
        """Links with words of a key, in any order."""
        return [f'<a href="{self.path(text)}"{attrs}>{text}</a>' for text in self.some(key, least, most)]

    def path(self, text: str) -> str:
        """An address on the site, of the kind that all of the page's addresses are."""
        words = "-".join(re.findall(r"[a-z0-9]{2,}", text.lower())) or self.token(4)
        return escape(self.route.format(words=words, n=self.rng.randint(2, 4000), t=self.token(5)))


_ONE_OF = {"brand": "brands", "topic": "topics", "thing": "things", "person": "people", "slug": "slugs"}


def items(parts: Sequence[str], tag: str = "li", attrs: str = "") -> str:
    """Each part in an element of its own."""
    return "\n".join(f"<{tag}{attrs}>{part}</{tag}>" for part in parts)


def style(say: Say, extra: str = "") -> str:
    """An inline sheet, never twice the same."""
    rng = say.rng
    box = f"max-width:{rng.randint(32, 120) * 10}px;margin:{rng.randint(0, 9)}em auto"
    colours = f"color:#{rng.choice('0012345') * 3};background:#{rng.choice('def') * 3}"
    return f"<style>body{{font:{rng.randint(12, 18)}px/1.5 {rng.choice(_FONTS)};{colours}}}.box,main{{{box}}}{extra}</style>"


def _bulk(say: Say) -> str:
    """The sheet of a theme, inlined: rules by the dozen, as builders and templates put into their heads."""
    rng = say.rng
    names = ("wp-block", "elementor", "t", "sc", "MuiBox", "nav", "card", "hero", "col", "u", "jet", "bx")
    rules = (
        "margin:{}px auto",
        "padding:{}px",
        "font-size:{}px;line-height:1.4",
        "display:flex;gap:{}px",
        "border-radius:{}px;overflow:hidden",
        "max-width:{}em",
        "width:{}%;float:left",
    )
    lines = [
        f".{rng.choice(names)}-{say.token(4)}{{{rng.choice(rules).format(rng.randint(0, 60))}}}"
        for _ in range(rng.randint(15, 150))
    ]
    return f'<style id="{rng.choice(names)}-inline-css">{rng.choice(("", chr(10))).join(lines)}</style>'


def page(say: Say, title: str, body: str, head: str = "", attrs: str = "", *, plain: bool = False) -> str:
    """A whole document; *title* and *body* are HTML already. A *plain* one has a head with next to nothing."""
    metas = ['<meta charset="utf-8">', '<meta name="viewport" content="width=device-width, initial-scale=1">']
    if not plain:
        metas += [
            say.maybe(0.4, f'<link rel="stylesheet" href="/assets/{say.token(8)}.css">'),
            _bulk(say) if say.chance(0.3) else "",
            say.maybe(0.3, f'<link rel="icon" href="/favicon-{say.token(4)}.ico">'),
            say.maybe(0.3, f'<meta property="og:site_name" content="{say.fact("brand")}">'),
            say.maybe(0.3, f'<meta property="og:title" content="{title}">'),
            say.maybe(
                0.3,
                f'<meta name="robots" content="{say.rng.choice(("noindex", "noindex,nofollow", "index, follow"))}">',
            ),
            say.maybe(0.2, f'<script async src="https://metrics.example/g.js?id={say.token(8)}"></script>'),
        ]
    old = any(mark in body for mark in ("<table", "<center", "<font", "<H1")) and say.chance(0.5)
    doctype = say.rng.choice(_DOCTYPES[2:] if old else _DOCTYPES[:2])
    if old:
        metas[:2] = [
            f'<meta http-equiv="Content-Type" content="text/html; charset={say.rng.choice(("utf-8", "UTF-8"))}">'
        ]
    lang = say.maybe(0.6 if plain else 0.9, f' lang="{say.language}"')
    inside = "\n".join(filter(None, (*metas, f"<title>{title}</title>", head)))
    return f"{doctype}\n<html{lang}>\n<head>\n{inside}\n</head>\n<body{attrs}>\n{body}\n</body>\n</html>\n"


def _wordpress(say: Say, main: str) -> str:
    menu = items(say.links("nav", 3, 7), attrs=' class="menu-item"')
    widget = f'<aside id="secondary" class="widget-area"><form role="search"><input type="search" placeholder="{say("search")} …"></form></aside>'
    return (
        f'<div id="page" class="site"><header class="site-header"><p class="site-title"><a href="/">{say.fact("brand")}</a></p>'
        f'<nav class="main-navigation"><ul class="menu">{menu}</ul></nav></header>\n<div id="content" class="site-content">'
        f'<main id="main" class="site-main">{main}</main>{say.maybe(0.6, widget)}</div>\n'
        f'<footer class="site-footer"><div class="site-info">© {say.fact("year")} {say.fact("brand")}</div></footer></div>'
    )


def _bootstrap(say: Say, main: str) -> str:
    menu = items(say.links("nav", 3, 6, ' class="nav-link"'), attrs=' class="nav-item"')
    feet = " | ".join(say.links("legal", 2, 4))
    return (
        f'<nav class="navbar navbar-expand-lg"><a class="navbar-brand" href="/">{say.fact("brand")}</a><ul class="navbar-nav">{menu}</ul>'
        f'<a class="btn btn-outline" href="/login">{say("login")}</a></nav>\n<div class="container py-5">{main}</div>\n'
        f'<footer class="bg-light"><div class="container"><p>{feet}</p><small>© {say.fact("year")} {say.fact("brand")}</small></div></footer>'
    )


def _tables(say: Say, main: str) -> str:
    menu = "<br>\n".join("» " + link for link in say.links("nav", 4, 8))
    return (
        f'<table width="780" align="center" cellpadding="4" border="0"><tr><td colspan="2" bgcolor="#336699"><font size="5" color="#ffffff">'
        f'{say.fact("brand")}</font></td></tr>\n<tr valign="top"><td width="160" class="menu">{menu}</td><td class="main">{main}</td></tr>'
        f'\n<tr><td colspan="2" align="center"><font size="1">{" · ".join(say.links("legal", 1, 3))} © {say.fact("year")}</font></td></tr></table>'
    )


def _shop(say: Say, main: str) -> str:
    groups = items(say.links("topics", 4, 8))
    if say.chance(0.3):
        groups = items([f"{group}<ul>{items(say.links('things', 2, 7))}</ul>" for group in say.links("topics", 5, 12)])
    columns = "".join(
        f'<div class="footer__col"><ul>{items(say.links(key, 2, 5))}</ul></div>' for key in ("nav", "legal", "topics")
    )
    return (
        f'<div class="announcement-bar">{say("delivery")}</div><header class="header"><a href="/" class="header__logo">{say.fact("brand")}</a>'
        f'<input name="q" placeholder="{say("search")}"><a href="/cart" class="cart-count">{say("cart")} (0)</a></header>\n'
        f'<ul class="mega-menu">{groups}</ul>\n<main class="page-width">{main}</main>\n<footer class="footer">{columns}'
        f"<p>© {say.fact('year')}, {say.fact('brand')}</p></footer>"
    )


def _portal(say: Say, main: str) -> str:
    """A paper's or a town's portal: so many links and headlines around that the page itself drowns."""
    heads = [escape(headline) for headline, _ in openings(say.language)]
    rail = items(
        [
            f'<a href="{say.path(head)}">{head}</a>'
            for head in say.rng.sample(heads, min(len(heads), say.rng.randint(5, 18)))
        ]
    )
    menu = items(
        [
            f"<a href='/{say.token(4)}'>{word}</a><ul>{items(say.links('topics', 0, 4))}</ul>"
            for word in say.some("nav", 5, 10)
        ]
    )
    feet = "".join(
        f"<div class='fcol'><ul>{items(say.links(key, 3, 8))}</ul></div>" for key in ("nav", "topics", "legal")
    )
    return (
        f'<div id="top"><a href="/login">{say("login")}</a> <a href="/abo">{say("subscribe")}</a> <span>{say.fact("date")}</span></div><div id="masthead">'
        f'{say.rng.choice(say.words["papers"])}</div><ul id="menu">{menu}</ul>\n<div id="left">{main}</div>\n<div id="right"><ul>{rail}</ul></div>\n<div id="foot">{feet}</div>'
    )


def _plain(say: Say, main: str) -> str:
    back = say.maybe(0.6, f'<p><a href="/">← {say("home")}</a></p>')
    return f'<div class="box">{main}{back}</div>'


_SITES: tuple[Callable[[Say, str], str], ...] = (
    _wordpress,
    _wordpress,
    _bootstrap,
    _bootstrap,
    _tables,
    _tables,
    _portal,
    _plain,
)


def site(say: Say, title: str, main: str, head: str = "", *, shop: bool = False) -> str:
    """A page with a site's furniture around what it says; a shop's where it is one."""
    layout = say.rng.choice((_shop, _shop, _bootstrap) if shop else _SITES)
    if shop:
        say.facts["brand"] = say.rng.choice(say.words["shops"])
    named = say.rng.choice((title, f"{title} | {say.fact('brand')}", f"{title} – {say.fact('brand')}"))
    return page(say, named, layout(say, main), head + say.maybe(0.6, style(say)))


def button(say: Say, text: str, kind: str = "primary") -> str:
    """A button as different sites write one."""
    forms = (
        f'<button type="button" class="btn btn-{kind}">{text}</button>',
        f'<a href="#" role="button" class="button {kind}">{text}</a>',
        f'<input type="submit" value="{text}">',
        f'<button class="css-{say.token(6)}"><span>{text}</span></button>',
    )
    return say.rng.choice(forms)
