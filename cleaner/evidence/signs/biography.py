"""Notes about authors behind a text: "About Ada Fenn", and who she is, where she lives and what she wrote."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from cleaner.evidence.persona.values import read_name
from cleaner.evidence.signs.bylines import facts_apart, in_record
from cleaner.evidence.signs.edges import tail
from cleaner.evidence.signs.words import spans as listed
from cleaner.evidence.text import is_phrase, mostly_linked
from cleaner.evidence.view import View, once
from cleaner.model import Block

# A note is short, the line over it a few words (characters).
_NOTE, _ABOUT = 450, 60
_SHORTEST, _WIDE_SHORTEST = 40, 15
# So many notes and other lines of the site may stand behind one.
_BEHIND = 2
# So much is said of an author in a note: of what she does, where she lives, what she wrote.
_SAID = 2
# A name has no more words.
_NAME = 5
_MAIL = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}\.\w{2,}")
_WIDE_NAME = re.compile(r"([\u3040-\u9fff・]{2,8})(?:[,，、（(]|です|は、)")
_SENTENCE_END = re.compile(r"[.!?:;,…。！？][\"'”’»)]*$")


def biographies(view: View) -> Iterator[int]:
    """Notes about an author at the end of a text, whom the text has not named, with the line over each."""
    for block in view.blocks[max(2, tail(view, _BEHIND)) :]:
        if _signers(view):
            yield from _of_signer(block, view)
        if _is_note(block) and _tells(block):
            above = view.blocks[block.index - 1]
            name = _about(above, view)
            if name is not None or _introduces(block, view) or _MAIL.search(block.text):
                if not (name and _is_known(name, view, above)):
                    yield from (above.index, block.index) if name is not None else (block.index,)


def _of_signer(block: Block, view: View) -> Iterator[int]:
    """A note that begins with the name of who signed the text, and the line over it that names the same."""
    name = next((name for name in _signers(view) if block.text.startswith(name)), "")
    if name and _is_note(block) and not _is_known(name, view, block):
        above = view.blocks[block.index - 1]
        short = len(above.text) <= _ABOUT and not _SENTENCE_END.search(above.text)
        yield from (above.index, block.index) if short and name in above.text else (block.index,)


@once
def _signers(view: View) -> Collection[str]:
    """Who signed the text, by its bylines: names of two words and more."""
    lines = [view.blocks[index] for name in ("by", "by-behind") for index in view.phrases.get(name, ())]
    told = [facts_apart(line, view) for line in lines if not in_record(line, view)]
    return {each.author for each in told if each and " " in each.author}


def _is_note(block: Block) -> bool:
    """Is a block as long as a note, plain, and no link?"""
    shortest = _WIDE_SHORTEST if block.text > "\u2e80" else _SHORTEST
    if not shortest <= len(block.text) <= _NOTE:
        return False
    shown = block.flags.heading or block.flags.pre or block.flags.cell or block.flags.quote
    return not shown and not mostly_linked(block)


def _tells(block: Block) -> bool:
    """Does a text say at least two things of an author?"""
    mail = "@" in block.text and _MAIL.search(block.text) is not None
    return sum(1 for _ in listed(block.text, "author")) + mail >= _SAID


def _introduces(block: Block, view: View) -> bool:
    """Does a note begin with a name that the text has not, or with what is said of authors ("When not writing, …")?"""
    said = next(iter(listed(block.text, "author")), (0, 0))
    if said[0] == 0 and " " in block.text[slice(*said)]:
        return True
    if wide := _WIDE_NAME.match(block.text):
        return not _is_known(wide[1], view, block)
    name = read_name(block.text, 0, len(block.text))
    return len(name.core) > 1 and not _is_known(name.core[-1], view, block)


def _about(line: Block, view: View) -> str | None:
    """The name in a line that is "About" and a name; "" where it is "About the author"; None in another line."""
    text = line.text.strip(" :：")
    phrases = view.phrases.get("about-author", {}).get(line.index)
    if phrases and is_phrase(line, phrases):
        return ""
    if len(text) > _ABOUT or _SENTENCE_END.search(text):
        return None
    for start, end in listed(text, "about"):
        rest = (text[end:] if start == 0 else text[:start] if end == len(text) else "").strip(" :：")
        words = rest.split()
        if (
            0 < len(words) <= _NAME
            and not any(word[0].islower() for word in words)
            and (len(words) > 1 or rest > "\u2e80")
        ):
            return max(words, key=len)
    return None


def _is_known(name: str, view: View, before: Block) -> bool:
    """Does a text name somebody in a paragraph before this block?"""
    return any(name in other.text for other in view.blocks[: before.index] if len(other.text) > 2 * _ABOUT)
