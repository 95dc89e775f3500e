"""Text without sense: chains and salads made of other texts, badly spun articles, and walls of characters."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from html import escape
from random import Random

from cleaner.train.articles import articles
from cleaner.train.junkpages.model import Generator

from .spamhtml import a, byline, h, img, items, others, p, page
from .spamwords import ALL, SIX, UNSPACED, domain, piece, several, words

_GIBBERISH = ("gibberish",)
_KEYS = (
    "abcdefghijklmnopqrstuvwxyz     ",
    "asdfghjkl;  ",
    "!@#$%^&*()_+{}|:<>?~` abcXYZ019",
    "ŔřÞðķĺãØ¶§ĦŁ ŋ¥",
    "0123456789 ",
    "▓░▒█▄▀■ ",
    "的一是不了人我在有他这中大来上国 ",
)


@cache
def _tokens(language: str) -> tuple[str, ...]:
    """All the words of a language's articles as they stand; of Chinese and Japanese, the characters."""
    text = "\n".join(article.text for article in articles() if article.language == language)
    return tuple("".join(text.split())) if language in UNSPACED else tuple(text.split())


@cache
def _chain(language: str, order: int) -> dict[tuple[str, ...], list[str]]:
    chain: dict[tuple[str, ...], list[str]] = defaultdict(list)
    tokens = _tokens(language)
    for number in range(len(tokens) - order):
        chain[tokens[number : number + order]].append(tokens[number + order])
    return dict(chain)


@cache
def _endings(language: str) -> dict[str, list[str]]:
    """The words of four letters and more by their last two letters."""
    found: dict[str, set[str]] = defaultdict(set)
    for token in _tokens(language):
        if token.isalpha() and len(token) > 3:
            found[token[-2:]].add(token)
    return {ending: sorted(tokens) for ending, tokens in found.items()}


def _join(language: str, tokens: list[str]) -> str:
    return ("" if language in UNSPACED else " ").join(tokens)


def _chained(rng: Random, language: str, length: int) -> str:
    order = rng.choice((2, 3)) if language in UNSPACED else rng.choice((1, 1, 2))
    chain = _chain(language, order)
    starts = sorted(chain)
    state = rng.choice(starts)
    made = list(state)
    while len(made) < length:
        after = chain.get(state)
        state = (*state[1:], rng.choice(after)) if after else rng.choice(starts)
        made.append(state[-1])
    return _join(language, made)


def _salad(rng: Random, language: str, length: int) -> str:
    """Words in any order, cut into sentences that begin with a capital and end with a stop."""
    tokens = _tokens(language)
    made: list[str] = []
    stop = "。" if language in UNSPACED else "."
    while len(made) < length:
        some = [token.strip('.,;:!?»«"()“”') for token in rng.choices(tokens, k=rng.randint(4, 22))]
        some = [token for token in some if token] or ["x"]
        some[0] = some[0].capitalize()
        some[-1] += stop
        made += some
    return _join(language, made)


def _dress(rng: Random, language: str, texts: list[str], title: str) -> str:
    """Paragraphs in a blog's clothes or in none."""
    blocks = [p(text) for text in texts]
    if rng.random() < 0.4:
        blocks.insert(len(blocks) // 2, h(2, _salad(rng, language, 4).strip(".。")[:60]))
    if rng.random() < 0.3:
        blocks.insert(1, img(rng, title))
    aside = others(rng, language) if rng.random() < 0.4 else ""
    top = byline(rng, language) if rng.random() < 0.6 else ""
    return page(rng, language, title, h(1, title) + top + "\n".join(blocks), aside=aside)


def markov(rng: Random, language: str) -> str:
    """The blog that a Markov chain writes: each few words fit, no sentence does."""
    texts = [_chained(rng, language, rng.randint(40, 160)) for _ in range(rng.randint(2, 9))]
    title = piece(rng, language).title if rng.random() < 0.5 else texts[0][: rng.randint(25, 60)]
    return _dress(rng, language, texts, title)


def salad(rng: Random, language: str) -> str:
    """Word salad made for crawlers: words in any order, keywords and links strewn among them."""
    pool = words("links", language)["spam"] + words("seo", language)["goods"]
    texts = [_salad(rng, language, rng.randint(30, 140)) for _ in range(rng.randint(2, 8))]
    keys = several(rng, pool, 1, 3)
    blocks = []
    for text in texts:
        parts = text.split(" ")
        for _ in range(rng.randint(0, 5)):
            key = rng.choice(keys)
            dressed = a(f"/{rng.randint(1, 9999)}.html", key) if rng.random() < 0.5 else key
            parts.insert(rng.randrange(len(parts)), f"\0{dressed}\0")
        text = " ".join(parts)
        blocks.append("".join(part if odd % 2 else escape(part) for odd, part in enumerate(text.split("\0"))))
    title = f"{keys[0]} {_salad(rng, language, 3)[:40]}" if rng.random() < 0.6 else keys[0]
    body = "\n".join(f"<p>{block}</p>" for block in blocks) if rng.random() < 0.7 else "<br>\n".join(blocks)
    more = items(a(f"https://{domain(rng)}/", rng.choice(pool)) for _ in range(rng.randint(2, 12)))
    return page(rng, language, title, h(1, title) + body, aside=more if rng.random() < 0.5 else "")


def spun(rng: Random, language: str) -> str:
    """An article after a bad spinner: most words exchanged for others that only end alike."""
    story, endings, rate = piece(rng, language), _endings(language), rng.uniform(0.45, 0.85)

    def spin(text: str) -> str:
        made = []
        for token in text.split():
            core = token.strip('.,;:!?»«"()“”')
            swaps = endings.get(core[-2:], []) if len(core) > 3 else []
            swap = rng.choice(swaps) if swaps and rng.random() < rate else core
            made.append(token.replace(core, swap.capitalize() if core[:1].isupper() else swap) if core else token)
        return " ".join(made)

    return _dress(rng, language, [spin(text) for text in story.paragraphs], spin(story.title))


def _base64(rng: Random, text: str) -> str:
    data = rng.randbytes(len(text)) if rng.random() < 0.5 else text.encode()
    dump = base64.b64encode(data).decode()
    width = rng.choice((64, 76, 76 * 8, 4000))
    return "\n".join(dump[start : start + width] for start in range(0, len(dump), width))


def _hex(rng: Random, text: str) -> str:
    gap, width = rng.choice(("", " ", "\\x", ", 0x")), rng.choice((16, 32, 400))
    data = text.encode()[: rng.randint(400, 3000)]
    return "\n".join(gap.join(f"{byte:02x}" for byte in data[at : at + width]) for at in range(0, len(data), width))


def _random(rng: Random, text: str) -> str:
    letters = rng.choice(_KEYS)
    return "".join(letter if letter == "\n" else rng.choice(letters) for letter in text)


def _ocr(rng: Random, text: str) -> str:
    rate = rng.uniform(0.3, 0.55)

    def scan(letter: str) -> str:
        if letter == "\n" or rng.random() > rate:
            return letter
        return rng.choice("|!l1iI;:.,'`~^*_-\\/ rnvwtfj0OQ§¢«¬{}[]") * rng.choice((1, 1, 1, 2))

    return "".join(map(scan, text))


def _shifted(rng: Random, text: str) -> str:
    """Copied out of a PDF whose font has an encoding of its own."""
    by = rng.choice((-29, 3, 7, 13, 29, 31))
    return "".join(letter if letter.isspace() else chr(max(33, ord(letter) + by)) for letter in text)


def _mojibake(rng: Random, text: str) -> str:
    text = text.translate({ord(letter): rng.choice("éäñçüøßжщя漢字") for letter in "aeiou"})
    for _ in range(rng.choice((1, 2, 2))):
        text = text.encode().decode(rng.choice(("latin-1", "cp1251", "gb18030")), "replace")
    return "".join(letter if letter.isprintable() or letter == "\n" else rng.choice("�?¤¬") for letter in text)


def _lost(rng: Random, text: str) -> str:
    mark = rng.choice(("�", "?", "□", "��"))
    return "".join(mark if letter.isalpha() and rng.random() < 0.9 else letter for letter in text)


_WALLS: tuple[Callable[[Random, str], str], ...] = (_base64, _hex, _random, _ocr, _shifted, _mojibake, _lost)


def wall(rng: Random, language: str) -> str:
    """Characters that nobody reads: dumps, lost encodings, a scanner's dreams, a cat on the keyboard."""
    story, make = piece(rng, language), rng.choice(_WALLS)
    texts = make(rng, "\n".join(story.paragraphs[: rng.randint(4, 40)])).split("\n")
    keep = rng.random() < 0.4
    title = story.title if keep else texts[0][:70]
    body = [f"<pre>{escape(chr(10).join(texts))}</pre>"] if rng.random() < 0.25 else [p(text) for text in texts]
    if keep and rng.random() < 0.5:
        body.insert(0, p(story.paragraphs[0][:120]))
    return page(rng, language, title, h(1, title) + "\n".join(body))


GENERATORS = (
    Generator("two/gibberish-markov", _GIBBERISH, ALL, markov),
    Generator("two/gibberish-salad", _GIBBERISH, SIX, salad),
    Generator("two/gibberish-spun", _GIBBERISH, tuple(code for code in ALL if code not in UNSPACED), spun),
    Generator("two/gibberish-wall", _GIBBERISH, ALL, wall),
)
