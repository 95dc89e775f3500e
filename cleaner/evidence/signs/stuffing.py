"""What is written for search engines and nobody else: lists of towns, of keywords and of searches, contents, titles dressed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from cleaner.evidence.signs.edges import edge, is_paragraph
from cleaner.evidence.signs.lists import gap
from cleaner.evidence.signs.words import spans as listed
from cleaner.evidence.text import BLANKS, begins, covered, folded, is_phrase, joined, linked, mostly_linked
from cleaner.evidence.view import View
from cleaner.model import Block

# An entry of such lists is a few words (characters), and no sentence.
_ENTRY = 70
# What may stand before a stop is looked at behind it, which is far sooner done.
_SENTENCE = re.compile(r"[.!;,:。！；，：][\"'”’»)]*$|[.!?](?<=\w{3}.)\s+\S|[。！？]\s+\S")
_STOPS = (".", "!", ";", ",", ":", "。", "！", "；", "，", "：")
_MARK = re.compile(rf"(?<!\s)\s+[|·•–—/-]\s+|{BLANKS}[|•\n]\s*")
_BAR = re.compile(rf"{BLANKS}[|·•\n]\s*")
_COMMA = re.compile(rf"{BLANKS}[,;、，；]\s*|" + _MARK.pattern)
_BULLET = re.compile(r"^\s*(?:[*•·▪–—-]|\d{1,2}[.)])\s+")
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
# So many entries that differ by a name make a list of towns; what they share stands in this share of them, and no more
# words than these are an entry's own.
_TOWNS, _SHARED, _OWN = 5, 0.8, 2
# So many paragraphs about services make a page about them.
_ABOUT = 3
# So many keywords make a list: the same word in this share of them, and so many words that sell.
_KEYWORDS, _SAME, _SELLING = 5, 0.6, 3
# Three such entries of two words, two others and the signs between them are not shorter (characters).
_SHORTEST = 24
# What keywords are parted by, often enough.
_APART = re.compile(rf"(?:[^,;|·•、，\n-]*+[,;|·•、，\n-]){{{_KEYWORDS - 1}}}")
_LIST = 40
_PARTED = ",;|·•、，"
# Behind a colon fewer are enough if all have the same words and so many are made of those and of what is asked for. The lead is a line, and so is what is
# searched for (characters).
_SEARCHES, _SAME_WORDS, _ASKED, _LEAD, _SEARCHED, _WORDS_ASKED, _QUOTES = 3, 2, 2, 90, 300, 9, " “”„«»\"'"


def _is_entry(block: Block) -> bool:
    return (
        len(block.text) <= _ENTRY and not _SENTENCE.search(block.text) and not block.flags.pre and not block.flags.cell
    )


def towns(view: View) -> list[int]:
    """Blocks of lists in which one trade is offered in town after town ("Plumber in Leeds", "Plumber in Derby")."""
    found = []
    runs: list[list[Block]] = []
    offering = view.phrases.get("services", ())
    if (
        sum(is_paragraph(view.blocks[index]) and not _BAR.search(view.blocks[index].text) for index in offering)
        >= _ABOUT
    ):
        return []  # the page is about such services, and where to find them
    for index in offering:
        block = view.blocks[index]
        if block.flags.pre:
            continue
        if any(_is_template(mark.split(block.text), _services(block, view)) for mark in (_BAR, _MARK)):
            found.append(index)
        elif _is_entry(block) and (view.is_text or mostly_linked(block)):
            if not (runs and runs[-1][-1].index == index - 1):
                runs.append([])
            runs[-1].append(block)
    for run in runs:
        if _is_template([_BULLET.sub("", block.text) for block in run], _services(run[0], view)):
            found += [block.index for block in run]
    return sorted(found)


def _services(block: Block, view: View) -> set[str]:
    """The trades that a block names, as words."""
    spans = view.phrases["services"][block.index]
    return {word for start, end in spans for word in folded(block.text[start:end]).split()}


def _is_template(entries: Sequence[str], services: set[str]) -> bool:
    """Do entries offer the same trade but for a name or two, another one each time?"""
    words = [tuple(_WORDS.findall(entry)) for entry in entries if entry.strip()]
    if len(words) < _TOWNS or any(len(entry) > 8 for entry in words):
        return False
    counts = Counter(word for entry in words for word in {word.casefold() for word in entry})
    shared = {word for word, count in counts.items() if count >= _SHARED * len(words)}
    own = [tuple(word for word in entry if word.casefold() not in shared) for entry in words]
    names = [name for name in own if 0 < len(name) <= _OWN and not any(word[0].islower() for word in name)]
    return not services.isdisjoint(shared) and min(len(names), len({*names})) >= _SHARED * len(words)


def keywords(view: View) -> Iterator[int]:
    """Lists of searches in one line."""
    for block in view.blocks:
        text = block.text
        is_listed = len(text) >= _SHORTEST and not text.endswith(_STOPS) and _APART.match(text) and _is_keywords(block)
        if is_listed or (":" in text and _is_searches(block)):
            yield block.index


def _is_searches(block: Block) -> bool:
    """Are these searches behind a colon, three or more?"""
    lead, _, rest = block.text.partition(":")
    if len(lead) > _LEAD or len(rest) > _SEARCHED or sum(map(rest.count, _PARTED)) < _SEARCHES - 1 or block.flags.pre:
        return False
    return _are_searches([entry for entry in _COMMA.split(rest.rstrip(" .")) if entry.strip(_QUOTES)])


def _are_searches(entries: Sequence[str]) -> bool:
    """Have all entries the same words, and several besides nothing but what sells or is asked for?"""
    said = [entry.casefold().strip(_QUOTES).split() for entry in entries]
    if len(said) < _SEARCHES or max(map(len, said)) > _WORDS_ASKED:
        return False
    same = frozenset.intersection(*map(frozenset, said))
    others = [" ".join(word for word in words if word not in same) for words in said]
    asked = sum((0, len(other)) in listed(other, "sales") for other in others if other)
    return len(same) >= _SAME_WORDS and asked >= _ASKED


def _is_keywords(block: Block) -> bool:
    """Is this a list of searches: one word in most of them, and others that sell?"""
    if block.flags.pre or _SENTENCE.search(block.text):
        return False
    entries = [entry.split() for entry in _COMMA.split(block.text.casefold()) if entry]
    if len(entries) < _KEYWORDS or any(len(entry) > 7 for entry in entries):
        return False
    counts = Counter(word for entry in entries if len(entry) > 1 for word in {*entry} if len(word) > 3)
    same = bool(counts) and counts.most_common(1)[0][1] >= _SAME * len(entries)
    return same and len({block.text[a:b].casefold() for a, b in listed(block.text, "sales")}) >= _SELLING


def searches(view: View) -> list[int]:
    """The leads of lists of searches, and what stands under each."""
    found: list[int] = []
    for index, spans in view.phrases.get("related-search", {}).items():
        lead = view.blocks[index]
        under = _searches_under(view, lead, spans[0][1]) if begins(lead, spans[0]) else None
        if under is not None:
            found += [index, *under]
    return sorted(set(found))


def _searches_under(view: View, lead: Block, end: int) -> list[int] | None:
    """The entries of a list of searches under its lead or behind it; None where nothing of the kind follows.

    :param end: where the lead ends in its block.
    """
    rest = lead.text[end:].strip(" :：·•|–—-\n")
    if rest:
        entries = [entry for entry in _COMMA.split(rest) if entry]
        if _SENTENCE.search(rest) or any(len(entry) > _ENTRY for entry in entries):
            return None
        if len(entries) > 1 or 2 * linked(lead) > len(rest):
            return []  # what is searched for stands behind the lead; else it says what the searches are related to
    found: list[int] = []
    behind = view.blocks[lead.index + 1 : lead.index + 1 + _LIST]
    end = _box(lead, behind[0]) if behind and not view.is_text else 0
    for block in behind:
        gone = found and view.is_text and gap(view.blocks, block.index) > gap(view.blocks, found[0])
        if block.node >= end > 0:
            break  # another box has begun
        if gone or not _is_entry(block) or (block.flags.heading and not mostly_linked(block)):
            break
        if not view.is_text and not mostly_linked(block) and not block.flags.list_depth:
            break
        found.append(block.index)
    return found if len(found) > 1 else None


def _box(lead: Block, first: Block) -> int:
    """The row behind the innermost element that holds a lead and what comes first under it."""
    around = frozenset(lead.tree.ancestry(lead.node))
    return lead.tree.ends[next(row for row in lead.tree.ancestry(first.node) if row in around)]


def contents(view: View) -> list[int]:
    """The leads of tables of contents, and what stands under each."""
    found: list[int] = []
    for index, spans in view.phrases.get("toc-lead", {}).items():
        if is_phrase(view.blocks[index], spans) and (under := _contents_under(view, view.blocks[index])):
            found += [index, *under]
    return sorted(set(found))


def _contents_under(view: View, lead: Block) -> list[int]:
    """The entries of a table of contents under its lead: lines or links that stand again as headings (in text, as lines)."""
    behind = view.blocks[lead.index + 1 : lead.index + 1 + _LIST]
    heads: dict[str, int] = {}
    for block in view.blocks[lead.index + 1 :]:
        if len(block.text) <= _ENTRY * 2 and (view.is_text or block.flags.heading):
            heads[_title(block.text)] = block.index
    found: list[int] = []
    for block in behind:
        if heads.get(_title(block.text), -1) > block.index and not block.flags.heading:
            found.append(block.index)
        elif block.flags.heading or len(block.text) > _ENTRY or not _points(block):
            break
        else:
            found.append(block.index)
    again = sum(_title(view.blocks[index].text) in heads for index in found)
    return found if again > 1 and 2 * again >= len(found) else []


def _title(text: str) -> str:
    return re.sub(r"^(?:\d+ )+", "", folded(text))


def _points(block: Block) -> bool:
    """Does a link in this block lead to a place on the page?"""
    return any(kind == "link" and (target or "").startswith("#") for kind, _, target, _ in block.inline)


# --- tags and counters ------------------------------------------------------------------------------

_HASHTAGS = re.compile(r"\s*(?:[#＃][^\s#,]{2,40}(?:[ ,]+[^\s#,]{2,20}){0,3}[\s,]*){3,40}")
_COUNT = re.compile(r"\d[\d.,]*(?:\s?[KkMm]\b)?|(?:из|of|von|sur|de|su|van|z)(?=\s(?:5|10)\b)|[★☆✭✩⭐/%()+:|·：（）]")
# A list of tags has no longer entries (words), and stands no farther from the end (blocks); a line of counters is short (characters).
_TAG, _FROM_END, _COUNTERS = 4, 2, 90
# Lines of hashtags that an article has at most.
_POSTS = 3
_COUNTED, _HELPED = 0.85, 0.6


def tags(view: View) -> list[int]:
    """Lines of tags and hashtags, with a lead that stands alone before its links."""
    found: list[int] = []
    for index, spans in view.phrases.get("tags", {}).items():
        block = view.blocks[index]
        if not begins(block, spans[0]) or block.flags.pre or block.flags.cell:
            continue
        rest = block.text[spans[0][1] :].strip(" :：#")
        if not rest:
            found += _tags_under(view, block)
        elif linked(block) * 10 >= len(rest) * 7 or (_is_tag_list(rest) and (_is_behind(view, block) or _sells(rest))):
            found.append(index)
    hashtags = [block.index for block in view.having("#") if _HASHTAGS.fullmatch(block.text) and not block.flags.pre]
    if len(hashtags) <= _POSTS:  # of more the page is a list of posts, each with its own
        found += hashtags
    return sorted(set(found))


def _tags_under(view: View, lead: Block) -> list[int]:
    below = view.blocks[lead.index + 1 :][:_LIST]
    behind = list(takewhile(lambda block: _is_entry(block) and mostly_linked(block), below))
    if view.is_text and _is_behind(view, lead):
        behind = [block for block in below[:1] if _is_tag_list(block.text)]
    return [lead.index, *(block.index for block in behind)] if behind else []


def _sells(text: str) -> bool:
    """Are several tags of a list words that sell? No paper has such keywords."""
    return len({text[start:end].casefold() for start, end in listed(text, "sales")}) >= _SELLING


def _is_behind(view: View, block: Block) -> bool:
    """Does a block stand at the end, or behind the last paragraph?"""
    return block.index > 1 and (block.index >= len(view.blocks) - _FROM_END or edge(view, block) == "tail")


def _is_tag_list(text: str) -> bool:
    entries = [entry for entry in _COMMA.split(text) if entry]
    if "#" in text and text.count("#") > 1:
        entries = [entry.strip(" ,") for entry in text.split("#") if entry.strip(" ,")]
    words = text.casefold().split()
    if len(entries) == 1 and len(words) >= 2 * _TAG and len({*words}) <= len(words) - 2:
        entries = words  # words that come again, without a sentence: they run on
    return len(entries) > 1 and not _SENTENCE.search(text) and all(len(entry.split()) <= _TAG for entry in entries)


def counters(view: View) -> Iterator[int]:
    """Lines of figures and of words that say what they count: views, or that readers found the text helpful."""
    words = view.phrases.get("counters", {})
    for index, spans in words.items():
        block = view.blocks[index]
        text = block.text
        shown = block.flags.cell or block.flags.pre or block.flags.heading
        if shown or len(text) > _COUNTERS or _SENTENCE.search(text) or not _DIGIT.search(text):
            continue
        counted = joined(
            [*spans, *view.phrases.get("views", {}).get(index, ()), *(m.span() for m in _COUNT.finditer(text))]
        )
        long = any(text[start:end].count(" ") > 1 or (text[start] > _WIDE and end - start > 5) for start, end in spans)
        sure = long or any(text[start:end].casefold() in _VIEWS for start, end in spans)
        if covered(text, counted) >= (_HELPED if long else _COUNTED) and (sure or _OF_FIVE.search(text) or "★" in text):
            yield index


_WIDE = "\u2e80"
_DIGIT = re.compile(r"\d")
_OF_FIVE = re.compile(r"\d\s*(?:/|из|of|von|sur|de|su|van|z)\s*(?:5|10)\s*[(（]")
_VIEWS = frozenset(
    "views aufrufe vues lectures vistas visualizaciones visualizzazioni visualizações weergaven odsłon wyświetleń просмотров görüntülenme 浏览量 阅读量 閲覧数".split()
)
