"""What machines leave in a text: a language model's small talk, orders to it, filler, holes in templates, broken letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.evidence.registry import WHOLE, Need, Seen, either, phrases, spam_rule
from cleaner.evidence.signs.apart import apart
from cleaner.evidence.signs.lorem import is_lorem, names_lorem, speaks_of_lorem
from cleaner.evidence.signs.titled import declared
from cleaner.evidence.signs.words import spans as listed
from cleaner.evidence.text import QUOTE, begins, covered, folded, sentence_start, sentences
from cleaner.evidence.view import View, once
from cleaner.model import Block, Span

# What a model says around its text is a short paragraph; how it hands the text over one sentence (characters).
_SAYING, _OPENING = 400, 200
_SAYINGS = ("machine", "machine-opening", "machine-polite")
# Nothing but a list's mark stands before it: in quotation marks it is quoted.
_REGRET = re.compile(r"[^\"“”„«»「」『』:.!?：。]{2,24}[,，、][^\"“”„«»「」『』:.!?：。]{0,8}")
_BULLET = re.compile(r"[\s*_#>•·–—-]*")


def _is_shown(block: Block) -> bool:
    """Is this code or a quotation, or in italics as a whole, as what is quoted often is?"""
    code = sum(end - start for kind, (start, end), _, _ in block.inline if kind == "code")
    return block.flags.pre or block.flags.quote or 2 * code > len(block.text)


@once
def _sayings(view: View) -> Mapping[int, int]:
    """Where blocks begin to say what language models say: at their head, or in their last sentences. None where a sentence of the page cites it."""
    found: dict[int, int] = {}
    cited: set[int] = set()
    for name in _SAYINGS:
        for index, spans in view.phrases.get(name, {}).items():
            said = [start for span in spans if (start := _said_from(view.blocks[index], span, name)) is not None]
            if said:
                found[index] = min(found.get(index, said[0]), *said)
            elif name != "machine-polite":
                cited.add(index)
    return {} if cited - found.keys() else found


def _said_from(block: Block, span: Span, name: str) -> int | None:
    """Where the sentence begins that begins with this, or behind a few words and a comma ("I'm sorry, but as a language model"), as something
    said to the reader and not shown. Behind other sentences it is one of the last, and nothing is quoted."""
    start = sentence_start(block.text, span[0])
    if _is_shown(block) or (start and (len(block.text) - start > _OPENING or QUOTE.search(block.text))):
        return None
    regrets = name == "machine" and _REGRET.fullmatch(block.text, start, span[0])
    return start if regrets or _BULLET.fullmatch(block.text, start, span[0]) else None


@spam_rule(
    "machine.assistant",
    needs=Need("what a language model says", _sayings),
    hits=[
        "As an AI language model, I do not have access to real-time data about the ferry.",
        "<p>=>Certainly! Here is an article about the ferry:</p><p>The ferry has run since 1911.</p>",
        "I hope this helps! Let me know if you would like me to make any changes.",
        "Als KI-Sprachmodell habe ich keine eigene Meinung zu diesem Thema.",
    ],
    misses=[
        "Certainly! Here is the man himself, coming up the road with a goat under each arm.",
        "I hope this helps anybody who has the same trouble with the pump.",
        "“As an AI language model, I cannot swim,” said the boat, and sank.",
        "The pupil had copied everything, even the words “As an AI language model, I have no grandmother”, in a neat hand.",
        "Let me know if you find the second volume; I have been looking for it since the fair in Leeds.",
    ],
)
def assistant(block: Block, view: View) -> Iterator[Seen]:
    """Removes what a language model says of itself, how it hands over its text, and how it takes its leave.

    Safe alone because the block must begin with it, be short and stand in no quotation marks. Handing over must name
    what is handed over ("Here is an article about"), and courtesies, which people use as well, have to come in twos.
    A page about language models may quote them.
    """
    start = _sayings(view)[block.index]
    says, opens, leaves = (
        [span for span in view.phrases.get(name, {}).get(block.index, ()) if span[0] >= start] for name in _SAYINGS
    )
    said, most = block.text[start:], _OPENING
    if says:
        most = _SAYING
    elif not (len(leaves) > 1 or any(listed(said, "deliverable"))):
        return
    if len(said) <= most:
        yield from apart(block, [*says, *opens, *leaves])


# What an order sets stands before colons, so many of them; nothing else of the kind does on the page.
_SET = re.compile(r"(?:^|[.;,|·。；]\s*+|(?<!\s)[^\S\n]*+\n\s*+)([^\W\d][^.:;,|·。：；\n]{1,24})\s?[:：]")
_SETTINGS = 3


@once
def _settings(view: View) -> list[int]:
    """Short blocks in one line that set a text's length, tone, readers and keywords."""
    return [
        block.index
        for block in view.having(":", "：")
        if len(block.text) <= _SAYING and block.text.count(":") + block.text.count("：") >= _SETTINGS and _sets(block)
    ]


def _sets(block: Block) -> bool:
    labels = [match[1] for match in _SET.finditer(block.text)]
    known = sum(any(span == (0, len(label)) for span in listed(label, "setting")) for label in labels)
    return known >= _SETTINGS and "\n" not in block.text and not block.flags.list_depth


def _is_field(block: Block, span: Span, view: View) -> bool:
    """Is this a field for search engines that was filled with the page's own title ("Focus keyword: …")?"""
    labelled = begins(block, span) and not {":", "："}.isdisjoint(block.text[span[1] - 1 : span[1] + 2])
    return labelled and any(f" {name} " in f" {folded(block.text)} " for name in declared(view))


@spam_rule(
    "machine.order",
    needs=either(phrases("machine-order"), Need("what an order sets", lambda view: _settings(view))),
    hits=[
        "Write in a friendly tone and use short paragraphs. Include the keyword “ferry” at least five times.",
        "Rewrite the following text so that it passes plagiarism checks:",
        "Напиши SEO-текст про паром. Используй следующие ключевые слова: паром, билет, мост.",
        "Liczba słów: 900. Ton: przyjazny. Odbiorca: początkujący. Słowa kluczowe: prom, bilet",
        "<title>The ferry to Tarbet</title><h1>The ferry to Tarbet</h1><p>It runs twice a day.</p>"
        "<p>=>Meta description: everything about The ferry to Tarbet.</p>",
    ],
    misses=[
        "Rewrite the following text in the past tense, then compare it with your neighbour’s.",
        "“Ignore all previous instructions,” the letter said, and the crew went home.",
        "A keyword density of two in a hundred was held to be right in those years, and nobody knew why.",
    ],
)
def order(block: Block, view: View) -> Iterator[Seen]:
    """Removes orders that were given to a language model and left in the text: a short block with two of them, or of what one sets
    ("Tone: friendly. Audience: beginners. Word count: 900"); and fields for search engines with the page's own title in them."""
    spans = view.phrases.get("machine-order", {}).get(block.index, ())
    others = view.phrases.get("prompt", {}).get(block.index, ())
    more = [span for span in others if not any(span[0] < end and start < span[1] for start, end in spans)]
    first = min([*spans, *more], default=(0, 0))[0]
    quoted = (block.text[:1] in "‚‘'" and not block.text[:1].isalnum()) or QUOTE.search(block.text, 0, first + 1)
    if len(block.text) > _SAYING or quoted or _is_shown(block):
        return
    if block.index in _settings(view) or (spans and _is_field(block, spans[0], view)):
        yield WHOLE
    elif len(spans) + len(more) > 1:
        yield from apart(block, [*spans, *more])


@spam_rule(
    "machine.placeholder",
    needs=Need("filler text", lambda view: _filler(view)),
    hits=[
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.",
        "<h2>Lorem ipsum dolor</h2><p>=>Duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore.</p>",
        "Add your text here",
    ],
    misses=[
        "“Lorem ipsum” is what the printer had left in the box where the mayor’s greeting should have stood.",
        "Dies irae, dies illa, solvet saeclum in favilla, teste David cum Sibylla.",
        "Sample page",
        "The sample page was torn out of the book long before it came to us.",
    ],
)
def placeholder(block: Block, view: View) -> Iterator[Seen]:
    """Removes text that waits for text: lorem ipsum, and lines that are nothing but "Your text here".

    A page about filler text may show it.
    """
    yield WHOLE


_PLACEHOLDER = 0.8


def _filler(view: View) -> list[int]:
    found = view.phrases.get("placeholder", {})
    alone = {index for index, spans in found.items() if _is_alone(view.blocks[index].text, spans)}
    lorem = {index for index in view.phrases.get("lorem", ()) if is_lorem(view.blocks[index].text)}
    if lorem and any(speaks_of_lorem(block.text) for block in view.blocks):
        return []
    return [index for index in sorted(lorem | alone) if not _is_shown(view.blocks[index])]


def _is_alone(text: str, spans: Sequence[Span]) -> bool:
    """Is a line nothing but such phrases? "Coming soon" and "Sample page" are words of people as well."""
    start, end = spans[0]
    long = text[start:end].count(" ") >= 2 or text[start] > "\u2e80" or names_lorem(text)
    return long and covered(text, spans) >= _PLACEHOLDER


# --- holes in templates -----------------------------------------------------------------------------

_HOLE = re.compile(
    r"""(?=[{<$%\#\[I])(?:                          # which tells most places at once
      \{\{\{?[^{}\n]{1,60}\}\}\}?               # Mustache, Jinja, Handlebars
    | \{%[^%{}\n]{1,60}%\} | <%=?[^%<>\n]{1,60}%> | \$\{[\w.]{1,40}\}
    | %%\w{2,30}%% | %[A-Z][A-Z_]{2,30}% | \[%[^%\]]{1,40}%\] | \{[a-z]+_[a-z_]{1,30}\} | \#\{[\w.]{1,40}\}
    | \[/?(?:[a-z]{1,12}_[a-z_]{1,30}|caption|gallery|embed)(?:\ [^\[\]\n]{0,200})?\]
    | (?<![\d%])%(?:\d\$)?[sd]\b | \[object\ Object\] | \bInvalid\ Date\b
    | [\[<{](?:INSERT|ENTER|YOUR|ADD|REPLACE)[ _-][A-Z _-]{2,60}[\]>}] | \[(?:Insert|Enter|Your|Add)\ [\w ]{2,60}\]
    )""",
    re.VERBOSE,
)
_SPIN = re.compile(r"(?<!\{)\{[^{}|\n]{0,80}(?:\|[^{}|\n]{0,80}){1,20}\}(?!\})")
# A line with holes is no longer than this (characters) and this share of it are holes; spun text is longer.
_LINE, _HOLES = 200, 0.25
# Where less than this of a block is such a thing, and less than that of a sentence, it is spoken of, and so it is all over the page.
_SPOKEN, _ALONE = 0.2, 0.6


class _Told(NamedTuple):
    """A sentence in which a pattern stands: where it is, the share of it that the pattern is, and where the last match ends."""

    sentence: Span
    share: float
    end: int


def _told(view: View, pattern: re.Pattern[str], *signs: str, least: int = 1) -> Mapping[int, Sequence[_Told]]:
    """Sentences in which a pattern stands, by block; none where the page speaks of such things.

    :param signs: characters without which it stands nowhere.
    :param least: how often it stands in a paragraph that does not speak of it, and twice as often among other words of a longer one.
    """
    found: dict[int, list[_Told]] = {}
    for block in view.having(*signs):
        spans = [match.span() for match in pattern.finditer(block.text)]
        if spans and (_is_shown(block) or any(kind == "code" for kind, *_ in block.inline)):
            return {}
        if not spans:
            continue
        parts = _uncut(sentences(block.text), spans)
        shares = [_share_of(block.text, spans, part) for part in parts]
        among_words = any(0 < share < _ALONE for share in shares)
        seldom = covered(block.text, spans) < _SPOKEN and (among_words or len(spans) < least)
        if seldom or (among_words and len(parts) > 1 and 1 < least <= len(spans) < 2 * least):
            return {}
        found[block.index] = [
            _Told((low, high), share, max(end for start, end in spans if low <= start < high))
            for (low, high), share in zip(parts, shares, strict=True)
            if share
        ]
    return found


def _uncut(parts: Sequence[Span], spans: Sequence[Span]) -> Sequence[Span]:
    """Sentences, two as one where one of these ranges stands in both."""
    starts = [start for start, _ in parts if not any(low < start < high for low, high in spans)]
    return tuple(pairwise([*starts, parts[-1][1]]))


def _share_of(text: str, spans: Sequence[Span], part: Span) -> float:
    low, high = part
    return covered(text[low:high], [(start - low, end - low) for start, end in spans if low <= start < high])


# Brackets in which a line stands as a whole, with an order to put something there.
_OPEN, _CLOSED = "[［【<", "]］】>"
_BRACKETED = re.compile(r"\s*[\[［【<][^\[\]［］【】<>\n]{4,100}[\]］】>]\s*")


@once
def _holes(view: View) -> Mapping[int, Sequence[Span]]:
    """Sentences with holes, each up to its last one, and such as stand where something should be put, by block."""
    told = _told(view, _HOLE, "{", "[", "%", "Invalid Date")
    found = {
        index: spans
        for index, said in told.items()
        if (spans := [(low, last) for (low, high), share, last in said if share >= _HOLES and high - low <= _LINE])
    }
    for block in view.having("[", "［", "【"):
        if (block.text[0] in _OPEN or block.text[-1] in _CLOSED) and not _is_shown(block):
            for low, high in sentences(block.text):
                bracketed = _BRACKETED.fullmatch(block.text, low, high)
                if bracketed and _orders(bracketed[0].strip()[1:-1].strip()):
                    found[block.index] = [*found.get(block.index, ()), (low, high)]
    return found


def _orders(said: str) -> bool:
    """Does it begin or end with an order to put something in?"""
    return any(start == 0 or end == len(said) for start, end in listed(said, "placing"))


@spam_rule(
    "machine.template",
    needs=Need("a hole in a template", _holes),
    hits=[
        "{{ page.title }}",
        "[/et_pb_text][/et_pb_column][/et_pb_row]",
        "<p>=>%%title%% %%sep%% %%sitename%%</p>",
        "[INSERT NAME HERE] is a writer at [INSERT COMPANY].",
        "Hello {first_name}, thank you for visiting {company_name}!",
        "[Hier ein Bild der Fähre einfügen]",
        "[ここにフェリーの画像を挿入]",
        "{{ The title of the page goes here. And the rest of it there }}",
    ],
    misses=[
        "Write {{ title }} where the title of the page should stand, and the program puts it there when it is asked to.",
        "<p>Two braces print a value.</p><pre>=>{{ title }}</pre>",
        "The rate rose from 3 %s the clerk wrote, and meant something else.",
        "Describe [COLOUR] to someone who has left the room.",
        "[Applause. A man at the back laughs.]",
        "[The insert shows the harbour in 1911.]",
    ],
)
def template(block: Block, view: View) -> Iterator[Seen]:
    """Removes a line whose words a program or a writer should have put in ("{{title}}", "[INSERT NAME HERE]", "%s comments").

    Where a page speaks of such holes, in a sentence or in code, they are its subject and all stay.
    """
    yield from apart(block, _holes(view)[block.index])


@spam_rule(
    "machine.spintax",
    needs=Need("spun text", lambda view: _told(view, _SPIN, "{", least=2)),
    hits=[
        "{Thanks|Many thanks|Thank you} for {reading|visiting} this {great|awesome} {article|post}!",
        "<p>=>If you {want|need} the {best|finest} {service|company}, {call|visit} us {today|now}.</p>",
    ],
    misses=[
        "The set {x|x > 3} has no least element, as the reader may want to prove before going on to the next page.",
        "<p>A bar sets words apart.</p><code>=>{Hello|Hi}, {friend|neighbour}!</code>",
        "{one|two}",
        "The source often looks like {great|superb} {deal|bargain}. The braces are sometimes left standing, as here.",
    ],
)
def spintax(block: Block, view: View) -> Iterator[Seen]:
    """Removes text for a program that draws words from lists ("{big|large} {sale|deal}"): two lists at least."""
    spun = [match.span() for match in _SPIN.finditer(block.text)]
    if len(spun) > 1:
        yield from apart(block, spun)


# --- broken letters ---------------------------------------------------------------------------------

# The characters that Windows-1252 and Windows-1251 show for the bytes 0x80 to 0xBF, and before them those for 0xC2 to
# 0xF4: UTF-8 that was read as one of them. And what stands where a byte was lost.
_WEST = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_CYRILLIC = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї"
_BROKEN = re.compile(f"[ÂÃÐÑ][{_WEST}]+|[ã-ï][{_WEST}]{{2}}|â[€{_WEST}][{_WEST}]|[РС][{_CYRILLIC}]|�")
# Broken letters in a block that is mostly of them, and the share of its characters (an accent broken here and there is
# an author's word all the same); and how many bytes a character of it takes at least.
_FEWEST, _MOSTLY, _BYTES = 3, 0.5, 1.4
# Where more of the page than this is broken, it is the text that is.
_WHOLE = 0.3


@spam_rule(
    "machine.mojibake",
    needs=Need("broken letters", lambda view: _broken(view)),
    hits=[
        "The moor is quiet.\n\n=>Ð¡Ð¿Ð°ÑÐ¸Ð±Ð¾ Ð·Ð° Ð²Ð½Ð¸Ð¼Ð°Ð½Ð¸Ðµ\n\n"
        + "It is dusk, and the last visitors have left. " * 5,
        "The moor is quiet.\n\n=>РџСЂРёРІРµС‚, РєР°Рє РґРµР»Р°?\n\n"
        + "It is dusk, and the last visitors have left. " * 5,
    ],
    misses=[
        "Madame Ã‰lisabeth LefÃ¨vre, de ChÃ¢tel, reçoit depuis quatre ans son courrier sous ce nom.",
        "<table><tr><td>é</td><td>=>Ã©</td></tr></table>",
        "Рѕка и её сестра жили у самого моря.",
    ],
)
def mojibake(block: Block, view: View) -> Iterator[Seen]:
    """Removes a block whose letters are mostly broken (UTF-8 read as something else), where the page's are not."""
    yield WHOLE


def _broken(view: View) -> list[int]:
    found: dict[int, int] = {}
    for block in view.blocks:
        # Most of such a block is no ASCII, and that is soon told.
        many = not block.text.isascii() and len(block.text.encode("utf-8", "replace")) >= _BYTES * len(block.text)
        if many and _share(block) >= _MOSTLY:
            if not (block.flags.cell or _is_shown(block)):
                found[block.index] = len(block.text)
    if not found or sum(found.values()) > _WHOLE * sum(len(block.text) for block in view.blocks):
        return []
    spoken = any(0 < _share(block) < _SPOKEN for block in view.blocks if not block.text.isascii())
    return [] if spoken else list(found)


def _share(block: Block) -> float:
    """How much of a block is broken letters; 0 where they are few."""
    spans = [match.span() for match in _BROKEN.finditer(block.text)]
    return covered(block.text, spans) if len(spans) >= _FEWEST else 0.0
