"""Text without sense: shuffled by a chain, spun by a thesaurus, of broken encodings, of mere characters."""

from __future__ import annotations

import base64
import itertools
import re
import zlib
from collections import defaultdict
from functools import cache
from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.one.spambank import SCAMS, links
from cleaner.train.junkpages.one.spamhtml import Page, domain, esc, paragraphs, prose, render, tag
from cleaner.train.junkpages.one.spamwords import ALL, HEAVY, Writer, stories


@cache
def _chain(language: str) -> dict[str, list[str]]:
    """Which word (in Chinese and Japanese, pair of characters) follows which in the articles."""
    following: dict[str, list[str]] = defaultdict(list)
    for story in stories(language):
        for text in story.paragraphs:
            parts = re.findall(r"..?", text) if language in ("zh", "ja") else text.split()
            for one, two in itertools.pairwise(parts):
                key = one[-1] if language in ("zh", "ja") else one
                following[key].append(two)
    return dict(following)


def _babble(w: Writer, count: int) -> str:
    chain, joined = _chain(w.language), "" if w.language in ("zh", "ja") else " "
    keys = list(chain)
    said = [w.rng.choice(keys)]
    while len(said) < count:
        last = said[-1][-1] if not joined else said[-1]
        said.append(w.rng.choice(chain.get(last) or keys))
    text = joined.join(said).strip()
    return text[:1].upper() + text[1:] + ("。" if not joined else ".")


def _markov(rng: Random, language: str) -> str:
    """Text of a Markov chain, as pages have it that only carry links; or words in no order at all."""
    w = Writer(rng, language)
    texts = [_babble(w, rng.randint(15, 120)) for _ in range(rng.randint(2, 9))]
    if w.chance(0.3) and language not in ("zh", "ja"):
        texts = [" ".join(w.sample(text.split(), 500)) for text in texts]
    bodies = [f"<p>{esc(text)}</p>" for text in texts]
    if w.chance(0.4):
        bodies.insert(rng.randint(0, len(bodies)), tag("p", " ".join(links(w, rng.choice(SCAMS), 2))))
    title = _babble(w, rng.randint(3, 8)).rstrip(".。")
    return render(Page(title, "\n".join(bodies), domain(rng, "spam"), description=texts[0][:150]), w)


def _spun(rng: Random, language: str) -> str:
    """A stolen article spun by a thesaurus that knows no grammar, so that nobody finds what it was copied from."""
    w = Writer(rng, language)
    pairs = dict(pair.split("|") for pair in w.all("spun.pairs"))
    share, nonsense, endings = rng.uniform(0.85, 1), rng.uniform(0.2, 0.5), defaultdict(list)
    for word in sorted(
        set(re.findall(r"\b[^\W\d_]{6,}", " ".join(t for s in stories(language) for t in s.paragraphs)))
    ):
        endings[word[-2:]].append(word)

    def swap(match: re.Match[str]) -> str:
        word = match[0]
        other = pairs.get(word.lower())
        if not other and word.islower() and len(word) > 5 and rng.random() < nonsense:
            other = rng.choice(endings[word[-2:]] or [word]).lower()
        if not other or rng.random() > share:
            return word
        return other[0].upper() + other[1:] if word[0].isupper() else other

    def count(text: str) -> int:
        return sum(word.lower() in pairs for word in re.findall(r"\w+", text))

    known = sorted(stories(language), key=lambda s: count(" ".join(s.paragraphs)) / len(" ".join(s.paragraphs)))
    story = rng.choice(known[len(known) // 2 :])
    title, *parts = (re.sub(r"\w+", swap, text) for text in (story.title, *story.paragraphs))
    return render(Page(title, prose(parts), domain(rng, "spam"), description=parts[0][:150]), w)


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() or c == " " else "\ufffd" for c in text)


def _broken(rng: Random, texts: list[str]) -> list[str]:
    """Texts as one wrong decoder shows them."""
    whole = "".join(texts)
    if sum(ord(c) > 127 for c in whole) * 4 > len(whole):
        wrong = rng.choice(("cp1252", "latin-1", "cp1251", "koi8-r", "shift_jis", "gbk", "mac-roman"))
        return [_printable(text.encode().decode(wrong, "replace")) for text in texts]
    if rng.random() < 0.4:
        return [_printable(text.encode().decode("utf-16-le", "replace")) for text in texts]
    data = zlib.compress("\n".join(texts).encode())
    text = _printable(data.decode(rng.choice(("utf-8", "cp1252", "latin-1", "cp1251", "koi8-r")), "replace"))
    size = rng.randint(60, 400)
    return [text[:20], *(text[start : start + size] for start in range(20, len(text), size))]


def _mojibake(rng: Random, language: str) -> str:
    """A wall of mojibake: a page read in the wrong encoding, or a packed or binary file served as text."""
    w = Writer(rng, language)
    story = Writer(rng, rng.choice(("ru", "zh", "ja", "tr"))).story() if w.chance(0.3) else w.story()
    heading, *broken = _broken(rng, [story.title, *story.paragraphs])
    title = heading[:90] if w.chance(0.7) else w.say("site.names")
    main = paragraphs(broken) if w.chance(0.7) else tag("pre", esc("\n".join(broken)))
    page = Page(title, main, shells=("bare", "table", "wordpress", "bootstrap"))
    if w.chance(0.5):
        page.aside = "<!-- -->"
    return render(page, w)


def _noise(rng: Random) -> str:
    size = rng.randint(40, 600)
    match rng.randrange(4):
        case 0:
            return base64.b64encode(rng.randbytes(size)).decode()
        case 1:
            keys = rng.choice(("asdfghjkl", "qwertyuiopasdfghjkl", "jkhgfdsa uiy", "abcdefghijklmnopqrstuvwxyz"))
            return " ".join("".join(rng.choices(keys, k=rng.randint(2, 14))) for _ in range(size // 8 + 3))
        case 2:
            return "".join(chr(rng.randint(33, 126)) for _ in range(size))
        case _:
            return " ".join(rng.randbytes(rng.randint(2, 20)).hex() for _ in range(size // 20 + 2))


def _characters(rng: Random, language: str) -> str:
    """Random characters: a test of somebody's form, ciphers, dumps; or the words of many languages stirred together."""
    w = Writer(rng, language)
    if w.chance(0.5):
        texts = [_noise(rng) for _ in range(rng.randint(1, 12))]
    else:
        languages = [language, *w.sample([other for other in ALL if other != language], rng.randint(2, 5))]
        words = [
            word for other in languages for part in Writer(rng, other).story().paragraphs for word in part.split()[:40]
        ]
        texts = [
            " ".join(w.sample([word[:12] for word in words], rng.randint(15, 90))) for _ in range(rng.randint(2, 7))
        ]
    title = " ".join(texts[0].split()[: rng.randint(1, 5)])[: rng.randint(8, 60)]
    return render(Page(title, paragraphs(texts), domain=domain(rng, rng.choice(("spam", "honest")))), w)


GENERATORS = (
    Generator("one/gibberish-markov", ("gibberish",), ALL, _markov),
    Generator("one/gibberish-spun", ("gibberish",), HEAVY, _spun),
    Generator("one/gibberish-mojibake", ("gibberish",), ALL, _mojibake),
    Generator("one/gibberish-characters", ("gibberish",), ALL, _characters),
)
