"""What the pages of a state share: a draft that knows words, site and chance, and the furniture around a page."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files
from random import Random
from typing import Any

from cleaner.train.articles import articles

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr", "zh", "ja")

_ONSETS = "bran cor del fen gar hal jor kel lin mar nor ost pel quin ros sel tam ul ver wen yar zel".split()
_CODAS = "bury dale dora field ka la mere mont nia non ra rio shire tal tek ton vale via vik wick".split()
_EXTRAS = ("shop", "blog", "online", "24", "info", "media", "group", "news", "web", "store", "hub", "city", "life")
_FONTS = ("Arial,sans-serif", "'Open Sans',Helvetica,sans-serif", "Georgia,serif", "system-ui,-apple-system,sans-serif")
_GAP = re.compile(r"\{(hex|digits)(\d+)\}")
_RESETS = (
    "*{{box-sizing:border-box}}body{{margin:0;font-family:{font};color:#{ink};background:#{paper}}}",
    "html,body{{height:100%;margin:0}}body{{font:16px/1.5 {font};color:#{ink}}}a{{color:#{accent}}}",
    "body{{margin:0 auto;max-width:{wide}px;padding:0 20px;font-family:{font}}}h1{{color:#{accent}}}",
    ".wrap{{width:{wide}px;margin:4em auto}}.btn{{background:#{accent};color:#fff;padding:.6em 1.2em;border-radius:4px}}",
)


@cache
def _words(language: str) -> dict[str, Any]:
    """The phrases of a language, a table per label."""
    text = (files(__package__) / "words" / f"states-{language}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _articles(language: str) -> tuple[tuple[str, ...], ...]:
    """Honest articles, each as its non-empty lines, headline first."""
    return tuple(
        tuple(line for line in article.text.splitlines() if line.strip())
        for article in articles()
        if article.language == language
    )


class Draft:
    """A page in the making: a site that does not exist, in a language, and what chance says of it."""

    def __init__(self, rng: Random, language: str, *, press: bool = False) -> None:
        self.rng = rng
        self.language = language
        stem = rng.choice(_ONSETS) + rng.choice(("", "", "a", "e", "o", "i")) + rng.choice(_CODAS)
        extra = rng.choice(_EXTRAS)
        slug = rng.choice((stem, stem, stem + extra, f"{stem}-{extra}", rng.choice(_ONSETS) + stem))
        self.domain = rng.choice(("", "", "www.", "www.", f"{extra}.")) + slug + ".example"
        self.bare = slug + ".example"
        proper = self.raw("site.stems") if language in ("ru", "zh", "ja") else stem.capitalize()
        self.site = self.raw("site.papers" if press else "site.sites", n=proper)
        self.year = rng.randint(2012, 2025)

    def all(self, key: str) -> list[str]:
        """Every variant of a phrase."""
        table, _, name = key.partition(".")
        found: list[str] = _words(self.language)[table][name]
        return found

    def fill(self, text: str, **values: object) -> str:
        """A phrase with its gaps filled."""
        known = {"domain": getattr(self, "bare", ""), "site": getattr(self, "site", ""), **values}
        for name, value in known.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def raw(self, key: str, **values: object) -> str:
        """One variant of a phrase, as text."""
        return self.fill(self.rng.choice(self.all(key)), **values)

    def say(self, key: str, **values: object) -> str:
        """One variant of a phrase, for HTML."""
        return escape(self.raw(key, **values))

    def some(self, key: str, low: int, high: int, **values: object) -> list[str]:
        """Several variants, for HTML, none twice."""
        found = self.all(key)
        count = min(len(found), self.rng.randint(low, high))
        return [escape(self.fill(text, **values)) for text in self.rng.sample(found, count)]

    def pairs(self, key: str, low: int, high: int, **values: object) -> list[tuple[str, str]]:
        """Several variants that have two parts each."""
        return [(first, second) for first, _, second in (x.partition("|") for x in self.some(key, low, high, **values))]

    def maybe(self, html: str, chance: float = 0.5) -> str:
        """The HTML, or nothing."""
        return html if self.rng.random() < chance else ""

    def pick(self, *options: str) -> str:
        """One of these."""
        return self.rng.choice(options)

    def hex(self, length: int) -> str:
        """Hexadecimal digits, as hashes and ids have them."""
        return f"{self.rng.getrandbits(4 * length):0{length}x}"

    def digits(self, length: int) -> str:
        """A number of so many digits, the first not nought."""
        return str(self.rng.randint(10 ** (length - 1), 10**length - 1))

    def address(self) -> str:
        """An IP address of those kept for documentation."""
        net = self.pick("192.0.2", "198.51.100", "203.0.113")
        return self.pick(f"{net}.{self.rng.randint(2, 254)}", f"2001:db8:{self.hex(4)}::{self.hex(3)}")

    def date(self) -> str:
        """A day as sites of the language write it."""
        day, month = self.rng.randint(1, 28), self.rng.randint(1, 12)
        if self.language in ("zh", "ja"):
            return self.pick(f"{self.year}年{month}月{day}日", f"{self.year}-{month:02}-{day:02}")
        first, second, mark = (month, day, "/") if self.language == "en" else (day, month, ".")
        if self.language in ("fr", "es", "it", "pt"):
            mark = "/"
        return self.pick(f"{first:02}{mark}{second:02}{mark}{self.year}", f"{self.year}-{month:02}-{day:02}")

    def article(self) -> tuple[str, ...]:
        """The lines of an honest article."""
        return self.rng.choice(_articles(self.language))

    def product(self, kind: str) -> tuple[str, str]:
        """The title and body that some product sends, word for word but for its gaps."""
        chosen = self.rng.choice(_words("products")[kind])
        known = {
            "url": f"http://{self.domain}/{self.hex(5)}",
            "ip": self.address(),
            "id": self.digits(18),
            "year": self.year,
        }
        title, body = (self.fill(chosen[part], **known) for part in ("title", "body"))
        return self._gaps(title), self._gaps(body)

    def _gaps(self, text: str) -> str:
        """A text with its gaps for hexadecimal and decimal digits filled."""
        return _GAP.sub(lambda gap: (self.hex if gap[1] == "hex" else self.digits)(int(gap[2])), text)

    def headlines(self, low: int, high: int) -> list[str]:
        """Headlines of honest articles, for HTML."""
        chosen = self.rng.sample(_articles(self.language), self.rng.randint(low, high))
        return [escape(lines[0]) for lines in chosen]


def items(texts: Iterable[str], tag: str = "ul", css: str = "") -> str:
    """A list of HTML snippets."""
    start = f'<{tag} class="{css}">' if css else f"<{tag}>"
    return start + "".join(f"<li>{text}</li>" for text in texts) + f"</{tag}>"


def links(texts: Iterable[str], base: str = "/") -> list[str]:
    """Each text as a link."""
    return [f'<a href="{base}{number + 1}">{text}</a>' for number, text in enumerate(texts)]


def paragraphs(texts: Iterable[str], css: str = "") -> str:
    """Each text as a paragraph."""
    start = f'<p class="{css}">' if css else "<p>"
    return "\n".join(f"{start}{text}</p>" for text in texts)


def style(draft: Draft) -> str:
    """Some inline CSS."""
    values = {
        "font": draft.rng.choice(_FONTS),
        "ink": draft.pick("222", "333", "1a1a1a", "404040"),
        "paper": draft.pick("fff", "f4f4f4", "fafafa", "eef1f5"),
        "accent": draft.hex(6),
        "wide": draft.rng.randrange(480, 1280, 20),
    }
    return "<style>" + draft.rng.choice(_RESETS).format(**values) + "</style>"


def document(draft: Draft, title: str, body: str, *, head: str = "", attributes: str = "", plain: bool = False) -> str:
    """A whole page; a plain one has no more in its head than it needs."""
    doctype = draft.pick("<!DOCTYPE html>", "<!doctype html>")
    charset = draft.pick(
        '<meta charset="utf-8">', '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    )
    lang = draft.pick(f' lang="{draft.language}"', f' lang="{draft.language}"', "")
    view = '<meta name="viewport" content="width=device-width, initial-scale=1">'
    extra = draft.maybe(view) if plain else view + _meta(draft, title)
    return (
        f"{doctype}\n<html{lang}>\n<head>\n{charset}\n<title>{title}</title>\n{extra}{head}\n</head>\n"
        f"<body{' ' + attributes if attributes else ''}>\n{body}\n</body>\n</html>\n"
    )


def _meta(draft: Draft, title: str) -> str:
    """What heads of sites hold besides their title."""
    version = f"{draft.rng.randint(1, 9)}.{draft.rng.randint(0, 9)}.{draft.rng.randint(0, 9)}"
    path = draft.hex(6)
    lines = [
        f'<meta property="og:title" content="{title}">\n<meta property="og:type" content="website">',
        f'<meta property="og:site_name" content="{escape(draft.site)}">',
        f'<link rel="canonical" href="https://{draft.domain}/{path}">',
        f'<link rel="stylesheet" href="https://{draft.domain}/assets/css/main.css?ver={version}">',
        f'<link rel="stylesheet" href="/static/{draft.hex(8)}.min.css">',
        '<link rel="icon" href="/favicon.ico">',
        f'<meta name="robots" content="{draft.pick("index, follow", "noindex, follow", "max-image-preview:large")}">',
        f'<script async src="/js/analytics.js?id=UA-{draft.digits(7)}-1"></script>',
        f"<script>window.dataLayer=window.dataLayer||[];dataLayer.push({{'page':'{path}'}});</script>",
        f'<meta name="twitter:card" content="{draft.pick("summary", "summary_large_image")}">',
        style(draft),
    ]
    return "\n" + "\n".join(line for line in lines if draft.rng.random() < 0.55)
