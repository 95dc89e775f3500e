"""What a page looks like beside its text: what rules found on it, where its links lead, what it hides, what it sells."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import chain

from cleaner.evidence.rules import NOTES, SPAM
from cleaner.evidence.signs.trades import own_hosts
from cleaner.evidence.text import linked, mostly_linked
from cleaner.model import Block, Finding, Page
from cleaner.verdict.junk.again import SIGNALS as AGAIN
from cleaner.verdict.junk.counted import SIGNALS as COUNTED
from cleaner.verdict.junk.fluency import SIGNALS as FLUENCY
from cleaner.verdict.junk.furniture import SIGNALS as FURNITURE
from cleaner.verdict.junk.furniture import furniture
from cleaner.verdict.junk.likeness import SIGNALS as LIKENESS
from cleaner.verdict.junk.likeness import likeness
from cleaner.verdict.junk.said import SIGNALS as SAID
from cleaner.verdict.junk.shape import SIGNALS as SHAPE
from cleaner.verdict.junk.signal import Signal, collector
from cleaner.verdict.junk.text import Text
from cleaner.verdict.junk.wording import SIGNALS as WORDING

_HOST = re.compile(r"(?:https?:)?//(?:www\.)?([^/?#\s\"'>:]+)", re.IGNORECASE)
_REFRESH = re.compile(r"<meta\b[^>]{0,200}\brefresh\b[^>]{0,40}\burl\s*=\s*['\"]?([^'\">\s]+)", re.IGNORECASE)
_HEAD = 20_000  # characters of the source in which a page says where it sends its visitors


class Facts:
    """What is known of a page when its score is asked for.

    :param blocks: all of its blocks, in order.
    :param findings: what rules found; those that hear opinions of the content are not asked, so that the score is the same
        whoever was asked, or nobody.
    :param titles: what the page declares as its title, in order of trust.
    """

    def __init__(self, page: Page, blocks: Sequence[Block], findings: Sequence[Finding], titles: Sequence[str]) -> None:
        self.page = page
        self.blocks = blocks
        self.findings = [finding for finding in findings if finding.rule in _HEARD]
        self.title = titles[0] if titles else ""

    @property
    def is_text(self) -> bool:
        """Is the page text that somebody extracted?"""
        return self.page.source.input_kind == "text"

    @property
    def form(self) -> str:
        """Which scorecard it is measured by."""
        return "text" if self.is_text else "html"

    @cached_property
    def seen(self) -> Sequence[Block]:
        """The blocks that a reader sees."""
        return [block for block in self.blocks if not block.flags.unseen]

    @cached_property
    def text(self) -> Text:
        """The text of the page without menus and lists of links; a title that plain text has stands in its first line."""
        lines = [block.text for block in self.seen if not mostly_linked(block)]
        title = self.title or (lines[0] if self.is_text and lines and len(lines[0]) < _TITLE else "")
        return Text(lines, title, [block.text for block in self.seen if block.flags.heading])

    @cached_property
    def shown(self) -> int:
        """How many characters a reader sees."""
        return sum(len(block.text) for block in self.seen)

    @cached_property
    def everything(self) -> Text:
        """All that a reader sees, lists of links among it."""
        return Text([block.text for block in self.seen], self.title)

    @cached_property
    def unseen(self) -> Text:
        """All that a reader does not see."""
        return Text([block.text for block in self.blocks if block.flags.unseen])

    @cached_property
    def found(self) -> Counter[str]:
        """How many findings each rule has."""
        return Counter(finding.rule for finding in self.findings)

    def seen_by(self, rule: str) -> list[str]:
        """What a rule saw, the first few."""
        return list(chain.from_iterable(each.evidence for each in self.findings if each.rule == rule))[:_TOLD]

    @cached_property
    def own(self) -> frozenset[str]:
        """The hosts that the page says it stands on."""
        return own_hosts(self.page)

    @cached_property
    def links(self) -> Sequence[tuple[Block, str, str | None]]:
        """The links that say something: block, text, and the host of another site that they lead to, or None."""
        return [
            (block, text, self._host(link.target))
            for block in self.blocks
            for link in block.inline
            if link.kind == "link" and (text := block.text[slice(*link.range)].strip())
        ]

    def _host(self, target: str | None) -> str | None:
        match = _HOST.match((target or "").strip())
        return None if match is None or match[1].lower() in self.own else match[1].lower()


_TITLE = 200
_TOLD = 3
_HEARD = frozenset(rule.id for rule in (*SPAM, *NOTES))
SIGNALS: list[Signal[Facts]] = []
_signal = collector(SIGNALS)


def _of(choose: Callable[[Facts], Text], signal: Signal[Text]) -> Signal[Facts]:
    """A signal of texts, of one of the page's."""

    def measure(facts: Facts) -> float | None:
        return signal.measure(choose(facts))

    measure.__doc__ = signal.documentation
    return Signal(signal.name, measure)


SIGNALS += [
    _of(lambda facts: facts.text, signal) for signal in (*COUNTED, *AGAIN, *SHAPE, *FLUENCY, *LIKENESS, *FURNITURE)
]
SIGNALS += [_of(lambda facts: facts.everything, signal) for signal in (*SAID, *WORDING)]


def _finding(rule: str) -> Signal[Facts]:
    def measure(facts: Facts) -> float:
        return math.log2(1 + facts.found[rule])

    measure.__doc__ = f"How often `{rule}` found something (binary logarithm of one more)."
    return Signal(rule, measure)


SIGNALS += map(_finding, sorted(_HEARD - {"page.forum"}))


@_signal("shown")
def shown(facts: Facts) -> float:
    """How little a reader sees, links and all: the decimal logarithm of one more than its characters, up to six hundred."""
    return math.log10(1 + min(facts.shown, 600))


@_signal("bare")
def bare(facts: Facts) -> float:
    """By how much a page shows less than 120 characters, links and all (decimal logarithm): an ordinary page, as this score means it, shows more
    (`cleaner.train.junk` takes none for one that does not)."""
    return math.log10((1 + _BARE) / (1 + min(facts.shown, _BARE)))


@_signal("link-share")
def link_share(facts: Facts) -> float | None:
    """The share of what is seen that is links."""
    if facts.is_text or not facts.shown:
        return None
    return sum(linked(block) for block in facts.seen) / facts.shown


@_signal("hosts")
def hosts(facts: Facts) -> float | None:
    """How many other sites links lead to, for each thousand characters (binary logarithm of one more)."""
    if facts.is_text:
        return None
    out = {host for _, _, host in facts.links if host}
    return math.log2(1 + 1000 * len(out) / max(facts.shown, 1000))


@_signal("same-anchor")
def same_anchor(facts: Facts) -> float | None:
    """How many links have the commonest text of several words (binary logarithm); a menu may stand there twice."""
    if facts.is_text:
        return None
    anchors = Counter(text.lower() for _, text, _ in facts.links if text.count(" ") > 1)
    return math.log2(max(anchors.values(), default=1))


@_signal("doors")
def doors(facts: Facts) -> float | None:
    """The share of the links of three words or more that begin or end in the same two, where there are ten."""
    if facts.is_text:
        return None
    anchors = {tuple(text.lower().split()) for _, text, _ in facts.links if text.count(" ") > 1}
    if len(anchors) < 10:
        return None
    ends = Counter(end for words in anchors for end in {words[:2], ("…", *words[-2:])})
    return max(ends.values()) / len(anchors)


@_signal("hidden")
def hidden(facts: Facts) -> float | None:
    """The share of the page's text that nobody sees."""
    total = sum(len(block.text) for block in facts.blocks)
    return None if facts.is_text or not total else 1 - facts.shown / total


@_signal("hidden-hosts")
def hidden_hosts(facts: Facts) -> float | None:
    """How many other sites hidden links lead to (binary logarithm of one more)."""
    if facts.is_text:
        return None
    return math.log2(1 + len({host for block, _, host in facts.links if host and block.flags.unseen}))


@_signal("hidden-offers")
def hidden_offers(facts: Facts) -> float | None:
    """How many other sites hidden links of two words or more lead to that no link in sight leads to (binary logarithm of one more): menus are
    hidden too, but lead to the site itself, or have a word for each network."""
    if facts.is_text:
        return None
    open_ = {host for block, _, host in facts.links if not block.flags.unseen}
    hosts = {
        host for block, text, host in facts.links if host and block.flags.unseen and (" " in text or text > "\u2e80")
    }
    return math.log2(1 + len(hosts - open_))


@_signal("hidden-oddly")
def hidden_oddly(facts: Facts) -> float | None:
    """Characters that are hidden by size, place or colour, as no menu is (decimal logarithm of one more)."""
    if facts.is_text:
        return None
    return math.log10(1 + sum(len(block.text) for block in facts.blocks if block.flags.hidden in _ODDLY))


@_signal("hidden-like")
def hidden_like(facts: Facts) -> float | None:
    """How like spam the words are that nobody sees: the most of the log-odds that the model of words (`like.…`) gives the sorts that sell, where
    there are ten words. A menu's or a dialogue's words are like none of them (hiding as spam: Gyöngyi and Garcia-Molina, "Web Spam Taxonomy",
    AIRWeb 2005, section 4.1)."""
    if facts.is_text or len(facts.unseen.words) < _FEW:
        return None
    like = facts.unseen.once(likeness)
    return max(like[sort] for sort in _SELLING) if like else None


@_signal("hidden-furniture")
def hidden_furniture(facts: Facts) -> float | None:
    """How the sentences are worded that nobody sees (`furniture`), where there are ten words."""
    return None if facts.is_text or len(facts.unseen.words) < _FEW else furniture(facts.unseen)


@_signal("title-parts")
def title_parts(facts: Facts) -> float | None:
    """Into how many parts bars, dashes and commas cut the title."""
    return float(len([part for part in _PARTS.split(facts.title) if part.strip()])) if facts.title else None


@_signal("title-length")
def title_length(facts: Facts) -> float | None:
    """The words of its title (Ntoulas et al., 4.2: spam has more than 24 of them)."""
    return float(len(facts.title.split())) if facts.title else None


@_signal("title-foreign")
def title_foreign(facts: Facts) -> float | None:
    """1 where the title is written in East Asian letters and the text is not, or the reverse: a hacked page's, else 0."""
    sample = facts.text.whole[:5_000]
    if not facts.title or len(sample) < 200:
        return None
    return float(abs(_eastern(facts.title) - _eastern(sample)) > 0.4)


def _eastern(text: str) -> float:
    return 0.0 if text.isascii() else sum("\u3040" <= char <= "\u9fff" for char in text) / len(text)


@_signal("sent-away")
def sent_away(facts: Facts) -> float | None:
    """1 where the page sends its visitors to another site, else 0."""
    if facts.is_text:
        return None
    match = _REFRESH.search(facts.page.text, 0, _HEAD)
    return float(match is not None and facts._host(match[1]) is not None)


# Ways in which no menu is hidden: images stand for text, or nothing does.
_ODDLY = frozenset(("font-size", "off-screen", "color", "clip", "opacity"))
_SELLING = ("seo-stuffed", "link-farm", "hacked", "doorway", "adult-or-gambling")
_FEW, _BARE = 10, 120  # words, characters
_PARTS = re.compile(r"[|»›•,]|\s[-–—:]\s")
