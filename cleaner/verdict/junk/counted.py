"""What a text looks like by counting: the published heuristics of corpus builders, as numbers and not as gates.

Sources: **Gopher** (Rae et al., "Scaling Language Models", arXiv:2112.11446, appendix A.1.1), **C4** (Raffel et al.,
"Exploring the Limits of Transfer Learning", JMLR 21, 2020, section 2.2), **FineWeb** (Penedo et al., arXiv:2406.17557,
section 3.6), and for spam pages **Ntoulas et al.** ("Detecting Spam Web Pages through Content Analysis", WWW 2006,
sections 4.1 to 4.9). Their thresholds are told in each docstring; the score has weights instead, fitted to pages.
"""

from __future__ import annotations

import math
import re
import string
import zlib
from collections import Counter

import numpy as np

from cleaner.verdict.junk.signal import Signal, collector
from cleaner.verdict.junk.text import WORD, Text, stop_words_by_language

_STOPS = tuple(".!?…\"'”’»)」』。！？:;")
_BULLETS = tuple("-*•‣●■▪►▶✓–·o0")
# UTF-8 read as a page of Windows' western or Cyrillic code page: a letter for the first byte, and signs that follow no such letter for
# the others; or signs that replace what was lost.
_BROKEN = re.compile(
    r"[ÃÂÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œž]|[ÄÅÎÏ][\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf€‚ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]|â€"
    r"|[ã-ï][\u0080-\u009f¡-ºƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]{2}|ï¿½|\ufffd|[РС][\u0080-\u00bf‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎў¤¦§Ё©«¬®°±µ¶·ё№»]"
)
_SCRIPTS = re.compile(
    r"(?P<latin>[\u00c0-\u024f]+)|(?P<cyrillic>[\u0400-\u052f]+)|(?P<greek>[\u0370-\u03ff]+)"
    r"|(?P<east>[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+)|(?P<other>[\u0590-\u0eff\u1000-\u1fff]+)"
)
# A line of fewer words repeats by chance.
_LINE = 3


SIGNALS: list[Signal[Text]] = []
_signal = collector(SIGNALS)


@_signal("words")
def words(text: Text) -> float:
    """How short the text is: the decimal logarithm of one more than its words, up to a hundred. Gopher keeps 50 to 100,000 words; beyond a
    hundred length says nothing, but that generated pages are shorter than most."""
    return math.log10(1 + min(len(text.words), 100))


@_signal("word-length")
def word_length(text: Text) -> float | None:
    """The mean length of its words in characters. Gopher keeps 3 to 10; Ntoulas et al., 4.3, find spam above 8."""
    return float(text.lengths.mean()) if len(text.words) else None


@_signal("symbols")
def symbols(text: Text) -> float | None:
    """Hash signs and ellipses for each word. Gopher keeps up to 0.1."""
    signs = text.whole.count("#") + text.whole.count("…") + text.whole.count("...")
    return signs / len(text.words) if text.words else None


@_signal("bullets")
def bullets(text: Text) -> float | None:
    """The share of lines that begin with a bullet. Gopher keeps up to 0.9."""
    return _share(line[:2].rstrip() in _BULLETS for line in text.lines)


@_signal("ellipses")
def ellipses(text: Text) -> float | None:
    """The share of lines that end in an ellipsis. Gopher keeps up to 0.3."""
    return _share(line.endswith(("…", "...")) for line in text.lines)


@_signal("alphabetic")
def alphabetic(text: Text) -> float | None:
    """The share of words with a letter in them. Gopher keeps from 0.8 on."""
    return (
        sum(count for word, count in text.counts.items() if not word.isdigit()) / len(text.words)
        if text.words
        else None
    )


@_signal("stop-words")
def stop_words(text: Text) -> float | None:
    """The share of its words that are stop words of its language; None where the language is unknown.

    Gopher asks for two of eight English ones; Ntoulas et al., 4.8, find spam where they are few.
    """
    listed = stop_words_by_language().get(text.language or "")
    return sum(text.counts[word] for word in listed) / len(text.words) if listed and text.words else None


@_signal("unclear-language")
def unclear_language(text: Text) -> float | None:
    """How unsure it is which language a text of 400 characters is written in, 0 to 1.

    FineWeb, 3.3, keeps what fastText is sure of by 0.65; this is the confidence of trigrams (:mod:`cleaner.source.language`).
    """
    return 1 - text.by_letters[1] if len(text.whole) >= 400 else None


@_signal("repeated-lines")
def repeated_lines(text: Text) -> float | None:
    """The share of characters in lines that stand there before. Gopher keeps up to 0.2, FineWeb to 0.1."""
    counts = Counter(line for line in text.lines if line.count(" ") >= _LINE or not line.isascii())
    total = sum(map(len, text.lines))
    return sum(len(line) * (count - 1) for line, count in counts.items()) / total if total else None


def _top(text: Text, size: int) -> float | None:
    """The share of characters in the run of so many words that stands there most often."""
    which, counts = text.grams(size)
    if not len(which) or counts.max() == 1:
        return 0.0 if len(which) else None
    first = int(counts.argmax())
    length = int(text.lengths[first : first + size].sum())
    return min(1.0, length * int(counts[first]) / int(text.lengths.sum()))


@_signal("top-2-gram")
def top_2_gram(text: Text) -> float | None:
    """The share of characters in the commonest pair of words. Gopher keeps up to 0.2."""
    return _top(text, 2)


@_signal("top-3-gram")
def top_3_gram(text: Text) -> float | None:
    """The share of characters in the commonest run of three words. Gopher keeps up to 0.18."""
    return _top(text, 3)


@_signal("top-4-gram")
def top_4_gram(text: Text) -> float | None:
    """The share of characters in the commonest run of four words. Gopher keeps up to 0.16."""
    return _top(text, 4)


def _again(text: Text, size: int) -> float | None:
    """The share of words inside runs of so many words that stand in the text more than once."""
    which, counts = text.grams(size)
    if not len(which):
        return None
    inside = np.zeros(len(text.words) + 1, np.int64)
    repeated = np.flatnonzero(counts > 1)
    np.add.at(inside, repeated, 1)
    np.add.at(inside, repeated + size, -1)
    return float((inside.cumsum()[:-1] > 0).mean())


@_signal("repeated-5-grams")
def repeated_5_grams(text: Text) -> float | None:
    """The share of words in runs of five that stand there twice. Gopher keeps up to 0.15 of the characters."""
    return _again(text, 5)


@_signal("repeated-10-grams")
def repeated_10_grams(text: Text) -> float | None:
    """The share of words in runs of ten that stand there twice. Gopher keeps up to 0.1 of the characters."""
    return _again(text, 10)


@_signal("unpunctuated")
def unpunctuated(text: Text) -> float | None:
    """The share of characters in lines that do not end as sentences do. C4 drops such lines, FineWeb pages with more than
    0.88 of them."""
    total = sum(map(len, text.lines))
    return 1 - sum(len(line) for line in text.lines if line.endswith(_STOPS)) / total if total else None


@_signal("short-lines")
def short_lines(text: Text) -> float | None:
    """The share of lines under thirty characters, where there are four. FineWeb drops pages with 0.67 of them."""
    return _share(len(line) < 30 for line in text.lines) if len(text.lines) >= 4 else None


@_signal("sentences")
def sentences(text: Text) -> float:
    """The decimal logarithm of one more than its sentences, up to eight. C4 drops pages with fewer than three."""
    return math.log10(1 + min(text.stops, 8))


@_signal("compression")
def compression(text: Text) -> float | None:
    """Bytes of the first ten thousand characters after deflating, for each before. Ntoulas et al., 4.6: spam below 0.25."""
    head = text.whole[:10_000].encode("utf-8", "replace")
    return len(zlib.compress(head, 6)) / len(head) if len(head) > 200 else None


@_signal("entropy")
def entropy(text: Text) -> float | None:
    """The entropy of its first thousand words in bits, for each bit that as many different words would have.

    Ntoulas et al., 4.9, use the likelihood of words and of their runs in the same place.
    """
    words = text.words[:1_000]
    if len(words) < 50:
        return None
    counts = np.array(list(Counter(words).values())) / len(words)
    return float(-(counts * np.log2(counts)).sum() / math.log2(len(words)))


@_signal("order")
def order(text: Text) -> float | None:
    """How much more often pairs of words stand there again than they would in any order of the same words (binary logarithm).

    Every language has its "of the": in running text of a few hundred words the ratio is 4 or more, in shuffled words 1.
    """
    size = len(text.words)
    if size < 150:
        return None
    _, counts = text.grams(2)
    again = int(counts.sum()) - len(counts)  # the sum over pairs of n (n - 1), each pair being told n times
    squares = sum(count * count for count in text.counts.values())
    return math.log2((1 + again) / (1 + (squares / size) ** 2))


@_signal("lower-case")
def lower_case(text: Text) -> float | None:
    """The share of sentence ends inside lines behind which a small letter follows, where there are five."""
    ends = _NEXT.findall(text.whole)
    return sum(map(str.islower, ends)) / len(ends) if len(ends) >= 5 else None


@_signal("top-word")
def top_word(text: Text) -> float | None:
    """The share of its words that are the commonest one of those that carry meaning: keyword density."""
    return max(text.content.values(), default=0) / len(text.words) if len(text.words) >= 50 else None


@_signal("title-words")
def title_words(text: Text) -> float | None:
    """The share of its words that stand in its title and carry meaning (Ntoulas et al., 4.2 and 4.7)."""
    named = {word for word in WORD.findall(text.title.lower()) if word in text.content}
    return sum(text.content[word] for word in named) / len(text.words) if named and len(text.words) >= 50 else None


@_signal("title-again")
def title_again(text: Text) -> float | None:
    """How often for each hundred lines the whole title stands in the text."""
    title = text.title.lower().strip()
    return 100 * text.whole.lower().count(title) / max(len(text.lines), 10) if title.count(" ") > 1 else None


@_signal("title-year")
def title_year(text: Text) -> float | None:
    """1 where its title ends in a year, with brackets or without, else 0."""
    return float(bool(_YEAR.search(text.title))) if text.title else None


@_signal("commas")
def commas(text: Text) -> float | None:
    """Commas, bars and slashes for each stop at a sentence's end: lists of keywords have many and no stop (logarithm)."""
    if len(text.words) < 20:
        return None
    parts = sum(map(text.whole.count, ",|/、，•;"))
    return math.log2((1 + parts) / (1 + text.stops))


@_signal("broken")
def broken(text: Text) -> float | None:
    """Characters that were read in a wrong encoding, for each hundred characters."""
    return 100 * len(_BROKEN.findall(text.whole)) / len(text.whole) if text.whole else None


@_signal("mixed-scripts")
def mixed_scripts(text: Text) -> float | None:
    """The share of letters that are not of the commonest script: Latin, Cyrillic, Greek, East Asian, others."""
    letters: Counter[str | None] = Counter()
    letters["latin"] = _ascii(text, string.ascii_letters)
    for match in _SCRIPTS.finditer(text.beyond_ascii):
        letters[match.lastgroup] += len(match[0])
    total = sum(letters.values())
    return 1 - max(letters.values()) / total if total else None


@_signal("capitals")
def capitals(text: Text) -> float | None:
    """The share of cased letters that are capitals."""
    others = text.beyond_ascii
    upper = _ascii(text, string.ascii_uppercase) + sum(map(str.isupper, others))
    cased = upper + _ascii(text, string.ascii_lowercase) + sum(map(str.islower, others))
    return upper / cased if cased else None


@_signal("consonants")
def consonants(text: Text) -> float | None:
    """The share of Latin words of five letters or more that nobody could say, where there are ten: no vowel, or digits among letters."""
    longer = [
        (word, count) for word, count in text.counts.items() if len(word) > 4 and word.isascii() and not word.isdigit()
    ]
    total = sum(count for _, count in longer)
    odd = sum(count for word, count in longer if not _SAYABLE.fullmatch(word))
    return odd / total if total >= _LATIN else None


_LATIN = 10  # words
# A stop behind a word in small letters, and the first letter of the next word: no abbreviation and no initial.
_NEXT = re.compile(r"[.!?](?<=[^\W\d_A-Z]{4}.) ([^\W\d_])")
_YEAR = re.compile(r"[(\[]?\b(?:[^\W\d]+ )?20[12]\d[)\]]?(?:\s[|\-–—•]\s.{1,40})?$")
_SAYABLE = re.compile(r"[b-df-hj-np-tv-xz]*+[aeiouy][a-z]*")


def _ascii(text: Text, chars: str) -> int:
    """How many of these ASCII characters stand in a text."""
    whole = text.whole.encode("ascii", "ignore")
    return len(whole) - len(whole.translate(None, chars.encode()))


def _share(which: object) -> float | None:
    values = list(which)  # type: ignore[call-overload]
    return sum(values) / len(values) if values else None
