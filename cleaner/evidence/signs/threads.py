"""Threads of comments told by how they read: a name with a date, a verb or a button, and a text, again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from cleaner.evidence.signs.edges import is_paragraph
from cleaner.evidence.signs.furniture import Furniture, Line, furniture
from cleaner.evidence.signs.furniture.labels import ending, labels, may_hold
from cleaner.evidence.view import View, once
from cleaner.model import Block

_DATE = (
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    r"|\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s)?\d{4}|[^\W\d_]{3,12}\.?\s\d{1,2},?\s\d{4}"
    r"|\d{2,4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
)
_AGO = (
    r"(?:vor|il y a|hace|há)\s\d{1,3}\s[^\W\d_]+|\d{1,3}\s?[^\W\d_]+\s(?:ago|fa|atrás|geleden|temu|назад|önce)\b"
    r"|\d{1,3}\s?[^\W\d_]{1,3}前"
)
# Who comments: a few words, the first of them large, or a handle; then what parts the name from the date.
_NAME = r"\W{0,3}(?:\d{1,3}[.)]\s)?(?P<name>@?[^\W_][^\n,:;!?|·•(]{0,38}?)"
_HEAD = re.compile(rf"{_NAME}\s*(?:[|·•,(–—-]|\s)\s*(?:[^\W\d_]{{1,4}}\s){{0,2}}(?:{_DATE}|{_AGO})", re.IGNORECASE)
_SAYS = re.compile(rf"{_NAME}\s*[:：](?=\s|$)")
# The date may stand first, and the hour with it.
_DATED = re.compile(
    rf"\W{{0,3}}(?:{_DATE})(?:\s[^\W\d_]{{1,4}}\b\.?)?[\s,]*(?:[^\W\d_]{{1,3}}\s)?(?:\d{{1,2}}[:.h]\d\d)?[\s,|·–—-]+{_NAME}(?=\s)",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"\W*@[\w.-]+")
_QUOTED = re.compile(r"[“„«\"「『《](?:.*[”“»\"」』》]|.*)")
_DIGIT = re.compile(r"\d")
# Digits are looked for first, and then at what stands before them, which is far sooner done.
_COUNT = re.compile(r"\d(?<![A-Za-z\d]\d)")
# A name has few words; a line of a head is short (characters); a comment few paragraphs.
_PARTICLE = 3
_WORDS, _HEAD_LENGTH, _PARAGRAPHS = 5, 90, 3
ARTICLE = 400
"""So much text (characters) stands before a thread: what is less is a post and its answers."""

_HEADING_LENGTH, _COUNT_WORDS = 120, 7
_COUNTING = frozenset(("comment-count", "comments", "comment-meta", "choice"))
_SENTENCE_ENDS = (".", "!", "?", ":", "…", "。", "！", "？", "：")


def threads(view: View) -> Iterator[int]:
    """The blocks of a thread of comments behind the text: from the line that announces it to the last comment.

    A thread that nothing announces right above it must be announced elsewhere, and end the page.
    """
    if view.forum:
        return
    found, blocks = furniture(view), view.seen
    headings = announcing(view)
    announced = headings or any(map(asks, found.lines.values()))
    before = 0
    for place, block in enumerate(blocks if announced else ()):
        if before >= ARTICLE and block.index in headings:
            end = _end(view, place + 1)
            if end > place + 1:
                yield from (each.index for each in blocks[place:end])
                return
        elif before >= ARTICLE and _is_head(view, block):
            end = _end(view, place)
            thread = blocks[place:end]
            several = sum(_is_head(view, block) for block in thread) > 1
            answered = several and any(says(block.text) or _is_button(block, found) for block in thread)
            if answered and not any(map(is_paragraph, blocks[end:])):
                yield from (each.index for each in blocks[place:end])
                return
        before += len(block.text) if block.index >= found.first else 0


@once
def announcing(view: View) -> Set[int]:
    """The lines that are a heading over comments: "Comments", "12 comments", "8 thoughts on “…”", "Leave a reply"."""
    found, numbered = furniture(view), _numbered(view).items()
    whole = {index for index, line in found.lines.items() if line.whole and "comments" in line.lists[0]}
    counted = _counted(view) | {i for i, title in numbered if _names_count(title, view.blocks[i].text)}
    return counted if "comments" in found.spoken_of else whole | counted


def asks(line: Line) -> bool:
    """Does a line ask for comments?"""
    return line.has("comments") or line.has("comment-form")


@once
def _counted(view: View) -> Set[int]:
    """The lines that count comments and say nothing else."""
    return {index for index, title in _numbered(view).items() if _counts(title)}


def _counts(title: str) -> bool:
    """Does a line count comments and say nothing else: "12 comments", "Comments (12)", "8 thoughts on “…”"?"""
    made_of = labels(title) if _COUNT.search(title) else ()
    counted = any("comment-count" in label.lists for label in made_of)
    return counted and all(not label.lists.isdisjoint(_COUNTING) for label in made_of)


def _names_count(title: str, text: str) -> bool:
    """Does a line have a number and a word for comments among a few others: "Show all 12 comments on this story"?"""
    words = title.split()
    if not 1 < len(words) <= _COUNT_WORDS or text.rstrip().endswith(_SENTENCE_ENDS):
        return False
    return any("comment-count" in label.lists for word in words for label in labels(word))


@once
def _numbered(view: View) -> Mapping[int, str]:
    """The lines that a reader sees with a number and perhaps a word for comments, each without a title that it quotes."""
    lines = (block for block in view.seen if len(block.text) <= _HEADING_LENGTH and _COUNT.search(block.text))
    return {block.index: _QUOTED.sub(" ", block.text) for block in lines if may_hold(block.text, "comment-count")}


def _end(view: View, start: int) -> int:
    """Where a thread that starts here ends: behind the last comment that has a head or buttons; here if it is none."""
    found, blocks = furniture(view), view.seen
    end, heads, buttons, since = start, 0, 0, 0
    for place in range(start, len(blocks)):
        block = blocks[place]
        head, button = _is_head(view, block) or (heads > 0 and dated(block.text)), _is_button(block, found)
        if head or button or _ANSWER.match(block.text):
            heads += head
            buttons += button and since > 0
            since, end = 0, place + 1
        elif block.index in announcing(view) or (
            block.index in found.lines and found.lines[block.index].has("comment-form")
        ):
            since = 0
        else:
            since += 1
            if since > _PARAGRAPHS or block.flags.heading in (1, 2):
                break
    return _behind(view, end) if heads or buttons > 1 else start


def _behind(view: View, end: int) -> int:
    """The last comment's text: what stands behind its head, if it is not there itself."""
    found, blocks = furniture(view), view.seen
    last = blocks[end - 1]
    alone = _is_head(view, last) and len(last.text) <= _HEAD_LENGTH and not re.search(r"[.!?。！？]\s*$", last.text)
    following = [block for block in blocks[end : end + 1] if not block.flags.heading]
    return end + (alone and bool(following) and following[0].index not in found.lines)


def _is_head(view: View, block: Block) -> bool:
    """Does a block begin as a comment does? It is asked again for every thread that may begin before it."""
    heads = _heads(view)
    if block.index not in heads:
        heads[block.index] = begins_comment(block.text)
    return heads[block.index]


@once
def _heads(view: View) -> dict[int, bool]:
    """What is known of blocks so far, by their index."""
    return {}


def begins_comment(text: str) -> bool:
    """Does a text begin with a name with a date, or a name that "says"?"""
    start = text[: 2 * _HEAD_LENGTH]
    match = _HEAD.match(start) if _DIGIT.search(start) else None
    named = match is not None and (_is_name(match["name"]) or _is_who(match["name"]))
    return named or says(text)


def dated(text: str) -> bool:
    """Does a text begin with a date and a name behind it? Among comments it is one; alone it may be an entry of a diary."""
    match = _DATED.match(text[: 2 * _HEAD_LENGTH]) if _DIGIT.search(text[:4]) else None
    return match is not None and _is_name(match["name"])


def says(text: str) -> bool:
    """Does a text begin with a name that "says" something?"""
    start = text[:_HEAD_LENGTH]
    if (":" in start or "：" in start) and (match := _SAYS.match(start)):
        return _is_who(match["name"])
    return len(text) <= _HEAD_LENGTH and _is_who(start)


def _is_who(text: str) -> bool:
    """Is a text a name and a verb: "Ada Fenn says", "Ada Fenn a écrit"?"""
    verb = ending(text, "says")
    return bool(verb) and _is_name(text.strip()[:-verb])


def _is_name(text: str) -> bool:
    """Could a text be a name: a few words that begin large, particles aside, or one handle?"""
    words = [word for word in text.split() if len(word) > _PARTICLE] or text.split()
    handle = len(words) == 1 and (text.lstrip().startswith("@") or any(map(str.isdigit, text)) or text.isascii())
    return 0 < len(words) <= _WORDS and (handle or not any(word.lstrip("(@").islower() for word in words))


def _is_button(block: Block, found: Furniture) -> bool:
    """Is a line a button of a comment: "Reply", "Report", "Reply to Ada"?"""
    if len(block.text) > _HEAD_LENGTH:
        return False
    line = found.lines.get(block.index)
    return (line and all("comment-meta" in lists for lists in line.lists)) or _answers(block.text)


def _answers(text: str) -> bool:
    """Is a line a button with a name: "Reply to Ada", "Auf Ada antworten"?"""
    words = text.split()
    if not 1 < len(words) <= _WORDS + 2 or not may_hold(text, "comment-meta"):
        return False
    for cut in (2, 1):
        first, last = labels(" ".join(words[:cut])), labels(" ".join(words[-cut:]))
        for made_of, name in ((first, words[cut:]), (last, words[:-cut])):
            if made_of and all("comment-meta" in label.lists for label in made_of):
                return all(word[:1].isupper() for word in name)
    return False


def counters(view: View) -> Iterator[int]:
    """Lines outside the text that count comments."""
    found = furniture(view)
    for index in sorted(_counted(view)):
        if found.outside(index) or view.place(view.blocks[index]) != "inside":
            yield index


def form_labels(view: View) -> Iterator[int]:
    """Labels of fields behind the text that stand under a heading of comments, or a sentence of their form."""
    found = furniture(view)
    form, above = False, -1
    for index, line in found.lines.items():
        form, above = form and above + 1 == index, index
        if not (found.outside(index) or view.place(view.blocks[index]) == "after"):
            form = False
        elif line.lists[0] & {"comments", "comment-form"} - found.spoken_of:
            form = True
        elif form and line.has("comment-label"):
            yield index
