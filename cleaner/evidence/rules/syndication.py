"""Where a text comes from: what copies say of their source. It goes out of the text, and stays as the record's origin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal

from cleaner.evidence.registry import WHOLE, Need, Seen, either, page_rule, phrases, rule
from cleaner.evidence.signs.apart import apart
from cleaner.evidence.signs.edges import edge, paragraphs
from cleaner.evidence.signs.leads import is_headline
from cleaner.evidence.signs.origin import domain_of, evidence, is_akin, is_host, is_outlet
from cleaner.evidence.signs.origin.attribution import attributed, of_itself, sources
from cleaner.evidence.signs.origin.notices import notices
from cleaner.evidence.signs.origin.tails import Kind, tails
from cleaner.evidence.text import QUOTE, begins, folded, sentence_start
from cleaner.evidence.view import View
from cleaner.model import Block, Effect, Finding, Span

_TEXT = (
    "The moor is quiet now, and the last visitors have left. Nobody at the inn remembers a year with so few of them, and nobody "
    "minds.\n\n{}\n\nIn the spring they will come back for the birds, as they have done since the railway came, and the inn will "
    "open its upper floor.{}"
)
_TAILS = Need("a notice run on to the last paragraph", lambda view: sorted(tails(view)))
_OWNED = "<head><link rel='canonical' href='https://fell.example/a'></head><p>=>The moor is quiet now.</p>"
_MARK = re.compile(r"\W{0,3}[(\[（［]\s*(?:[^\W\d]{2,12}\s*)?(?:…{1,2}|\.\.\.)\s*[)\]）］]\W*")
# A notice is short (characters), and has so many words before what makes it one.
_NOTICE, _BEFORE = 500, 4
_QUOTES = " \t\n:：→»›…«“”《》「」『』"
_LINE = 200
# What a page calls its own address.
_OWN = re.compile(
    r"<(?:link|meta)\b[^>]{0,200}?(?:canonical|og:url)[^>]{0,200}?(?:href|content)\s*=\s*[\"']([^\"'>]{8,600})",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"<img\b[^>]{0,600}?\ssrc\s*=\s*[\"']([^\"'>]{8,600})", re.IGNORECASE)
_HOST = re.compile(r"(?:https?:)?//[^/?#]+")
# So many pictures of a text, and such a share of them, stand on one other site's servers.
_PICTURES, _SHARE = 3, 0.8
# A paper that is named so often as the one who was told is the one that asked.
_TOLD = 2
_TOLD_NAME = re.compile(r"\s*((?:[A-ZÀ-ÞА-Я][\w.’'-]*+\s?){1,5})")
# An agency's mark stands in the dateline (characters) of one of the first paragraphs: behind places and dates, before a dash.
_DATELINE, _FIRST = 70, 3
_DASH = re.compile(r"\)\s*[-–—:.]")
_PLACE = re.compile(r"(?:[A-ZÀ-ÞА-Я][\w.,/’'-]*+\s*+|\d{1,4}+\.?,?\s*+){1,8}")


@rule(
    "syndication.first-on",
    needs=either(phrases("first-on"), _TAILS),
    effect=Effect.REMOVE,
    hits=[
        _TEXT.format("", "\n\n=>The post A year on the moor appeared first on Moor Letters."),
        _TEXT.format("", " =>The post A year on the moor: what next? first appeared on Moor Letters."),
        _TEXT.format("", "\n\n=>Der Beitrag Ein Jahr im Moor erschien zuerst auf Moorbriefe."),
        _TEXT.format("", "\n\n=>「湿原の一年をふりかえる」は湿原だよりで最初に公開されました。"),
    ],
    misses=[
        _TEXT.format("=>The post appeared first on the left side of the road, then on the right.", ""),
        _TEXT.format(
            "", "\n\n=>“The post Spring appeared first on Marsh Notes.” No human being has ever typed that one."
        ),
        _TEXT.format("", "\n\n=>The bird first appeared in Yorkshire in 1911, and has bred there since."),
    ],
)
def first_on(block: Block, view: View) -> Iterator[Seen]:
    """Removes the tail that feeds put behind a text: "The post … appeared first on …", also where it is run on to the last paragraph.

    Nothing but the source's name may follow, and no text.
    """
    yield from _said(block, view, "first-on")


@rule(
    "syndication.originally-published",
    needs=either(phrases("syndication"), phrases("this-text"), _TAILS),
    effect=Effect.REMOVE,
    hits=[
        _TEXT.format("", "\n\n=>This article was originally published on Moor Letters."),
        _TEXT.format("", "\n\n=>Originally published in Moor Letters, 20 June 2023."),
        _TEXT.format("", "\n\n=>Republished with permission. See the original on Moor Letters."),
        _TEXT.format("", "\n\n=>Read the original article here"),
        _TEXT.format("", "\n\n=>Dieser Beitrag wurde am 3. März 2024 zuerst bei Moorbriefe veröffentlicht."),
        "<p>=>This story first appeared on <a href='https://moor.example/a'>Moor Letters</a>.</p>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in _TEXT.format("Nobody minds.", "").split("\n\n")),
    ],
    misses=[
        _TEXT.format("=>This article was originally published as a letter, and nobody answered it.", ""),
        "Publicado originalmente en noruego con el título «Smeden», en la revista Havbris, número 4, 1912.\n\n"
        + _TEXT.format("", ""),
        _TEXT.format(
            "", "\n\n=>The poem was originally published in a newspaper that nobody has kept, and again in 1931."
        ),
    ],
)
def originally_published(block: Block, view: View) -> Iterator[Seen]:
    """Removes the line that says where a text was published before, at its beginning or end.

    A sentence about a publication stays: the line must begin with the words, and then name a source and nothing else, link to
    one, or offer the original.
    """
    if block.index in view.phrases.get("this-text", ()) and of_itself(block, view):
        yield Seen(None, evidence(block, (0, len(block.text)), view))
        return
    yield from _said(block, view, "syndication")


def _said(block: Block, view: View, kind: Literal["first-on", "syndication"]) -> Iterator[Seen]:
    """What attributes the text: a line, or sentences run on to a paragraph."""
    yield from _run_on(block, view, kind)
    for span, name in attributed(block, view, kind):
        if begins(block, span):
            yield Seen(None, evidence(block, span, view, name))


def _run_on(block: Block, view: View, kind: Kind) -> Iterator[Seen]:
    for notice in tails(view).get(block.index, ()):
        if notice.kind == kind:
            yield Seen(notice.span, notice.evidence)


@rule(
    "syndication.notice",
    needs=Need("a line that tells how the text came here", notices),
    effect=Effect.REMOVE,
    hits=[
        _TEXT.format("", "\n\n=>Crossposted from my newsletter, where it went out on 5 May 2024."),
        _TEXT.format(
            "=>This story was first carried in the print edition of Moor Letters and is shared by kind permission.", ""
        ),
        _TEXT.format("", " =>Reposted from the blog Moor Letters (moor.example) with thanks to its editor."),
        _TEXT.format("", "\n\n=>Automatisch importiert aus dem RSS-Feed moor.example/feed am 5. Mai 2024"),
    ],
    misses=[
        _TEXT.format("=>The map was first printed in 1911 with the permission of the duke.", ""),
        _TEXT.format("", "\n\n=>“Reprinted by kind permission of the moor,” it said on every ticket."),
        _TEXT.format("=>Translated from the Norwegian by a cousin.", ""),
        _TEXT.format(
            "=>Reprinted from the parish magazine of May 1911 by permission of the vicar, the timetable says little.",
            "",
        ),
    ],
)
def notice(block: Block, view: View) -> Iterator[Seen]:
    """Removes a line that tells how the text came here: what was done to it, and where it was, by whose leave, at which address or when.

    It must speak of itself or begin with what was done ("Reposted from …"), and say more of this within the text than before and behind it, and as the
    last sentence of a paragraph.
    """
    span = notices(view)[block.index]
    yield Seen(None if span == (0, len(block.text)) else span, evidence(block, span, view))


@rule(
    "syndication.source",
    needs=either(Need("a line that names the source of the text", lambda view: sorted(sources(view))), _TAILS),
    effect=Effect.REMOVE,
    hits=[
        _TEXT.format("", "\n\n=>Source: www.moorletters.example"),
        _TEXT.format("", "\n\n=>Source: Reuters"),
        _TEXT.format("", "\n\nSource:\n=>www.moorletters.example"),
        _TEXT.format("", " =>Source: Reuters. Read the original article here"),
    ],
    misses=[
        _TEXT.format("=>Source: Harbour Office", ""),
        _TEXT.format("", "\n\n=>Source: Census enumerators' books"),
        _TEXT.format("", " =>The source: www.moorletters.example, and a cousin."),
        _TEXT.format("=>Source: Reuters", "\n\nSource: Harbour Office"),
        _TEXT.format("", "\n\n=>Source: the same as above, with a correction by Miss Garrioch."),
        _TEXT.format("", "\n\nSource:\n=>It rises above the inn."),
    ],
)
def source(block: Block, view: View) -> Iterator[Seen]:
    """Removes the line at the end that names the source of the text: an address, a link to another site, an agency or a paper.

    Where such lines stand in the text too, they are of its tables and pictures, and stay.
    """
    if block.index in sources(view):
        yield Seen(None, tuple(sources(view)[block.index]))
    else:
        yield from _run_on(block, view, "source")


@rule(
    "syndication.copied",
    needs=phrases("copied"),
    effect=Effect.REMOVE,
    hits=[
        _TEXT.format("=>All rights belong to the original author. If there is a problem, contact us for removal.", ""),
        _TEXT.format("", "\n\n=>This story was imported automatically from an RSS feed."),
        _TEXT.format("=>版权归原作者所有,如有侵权请联系我们删除。", ""),
    ],
    misses=[
        _TEXT.format(
            "=>He wrote below each of them that the rights belong to the original author, whoever that was.", ""
        ),
        _TEXT.format(
            "=>“All rights belong to the original author”, it says on every page of it, and nobody is named.", ""
        ),
    ],
)
def copied(block: Block, view: View) -> Iterator[Seen]:
    """Removes what a site says of texts that it has copied: that their rights are somebody else's, whom to ask for their removal, and that a feed
    brought them. The sentence must begin with it, or with a few words more, and is spoken of where it is quoted."""
    found = [span for span in view.phrases["copied"][block.index] if _begins_a_sentence(block, span)]
    if found and len(block.text) <= _NOTICE and not (block.flags.quote or block.flags.pre or QUOTE.search(block.text)):
        yield from apart(block, found)


def _begins_a_sentence(block: Block, span: Span) -> bool:
    """Does a sentence begin with this, or with four words before it at most?"""
    start = sentence_start(block.text, span[0])
    return len(block.text[start : span[0]].split()) <= _BEFORE


@rule(
    "syndication.cut",
    needs=either(Need("a cut at the end", lambda view: _cuts(view)), _TAILS),
    effect=Effect.REMOVE,
    hits=[
        _TEXT.format("", " =>The rest of it stays […]"),
        _TEXT.format("", "\n\n=>(more…)"),
        _TEXT.format("", "\n\n=>[…] Continue reading →"),
        _TEXT.format("", " =>[…] Continue reading →"),
        f"<p>{_TEXT.format('', ' <a href=/more>=>(onwards…)</a>')}</p>",
        _TEXT.format("", "\n\n=>Continue reading What the moor has taught us at Moor Letters"),
    ],
    misses=[
        _TEXT.format("=>“The moor is quiet […] and the inn is not.”", ""),
        _TEXT.format("=>[…]", ""),
        _TEXT.format("", " =>(Sigh…)"),
        _TEXT.format("", " « She said so. =>And they were all prepared for it »"),
        _TEXT.format("", " =>It was marked: moor → inn."),
        _TEXT.format("", "\n\n=>Continue reading, said my grandmother, and put the lamp out herself."),
    ],
)
def cut(block: Block, view: View) -> Iterator[Seen]:
    """Removes the mark with which feeds cut a text off at its end ("[…]", "(more…)"), and the call to read on behind it."""
    if block.index in _cuts(view):
        yield WHOLE
    else:
        yield from _run_on(block, view, "cut")


def _cuts(view: View) -> list[int]:
    """What stands behind the text and says that it is cut off: a mark, if the page has no other, and calls."""
    buttons = view.phrases.get("button", {})
    dotted = (block.index for block in view.having("…", "..."))
    short = [view.blocks[i] for i in sorted({*buttons, *dotted}) if len(view.blocks[i].text) <= _LINE]
    marks = [b for b in short if b.index not in buttons and (mark := _MARK.match(b.text)) and mark.end() == len(b.text)]
    found = [b.index for b in marks if len(marks) == 1 and edge(view, b) == "tail"]
    found += [b.index for b in short if _is_call(b, view) and edge(view, b, 1) == "tail"]
    return sorted({*found})


def _is_call(block: Block, view: View) -> bool:
    """Does a block begin with a call to read on, and then name an article or nothing?"""
    spans = view.phrases.get("button", {}).get(block.index)
    mark = _MARK.match(block.text)
    if not spans:
        return False
    before, rest = block.text[: spans[0][0]].strip(_QUOTES), block.text[spans[0][1] :].strip(_QUOTES)
    if not (begins(block, spans[0]) or (mark and mark.end() >= spans[0][0])):
        return not rest and block.text[spans[0][0]] > "\u2e80" and is_headline(before)  # the verb comes last
    return not rest or is_headline(rest)


@page_rule(
    "syndication.pictures",
    hits=[
        _OWNED + "<img src='https://img.moor.example/a.jpg'>" * 4 + "<p>The last visitors have left.</p>",
    ],
    misses=[
        _OWNED + "<img src='https://moor.cloudfront.net/a.jpg'>" * 4 + "<p>The last visitors left.</p>",
        _OWNED + "<img src='/a.jpg'>" * 4 + "<p>The last visitors left.</p>",
    ],
)
def pictures(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """Most pictures of the text stand on the servers of one other site, which serves its own: the text may be from there."""
    if view.is_text or not view.blocks:
        return
    first, end = view.content or (0, len(view.blocks))
    start, stop = view.blocks[first].span[0], view.blocks[end - 1].span[1]
    found = [match[1] for match in _PICTURE.finditer(view.page.text, start, stop)]
    hosts = Counter(match[0] for match in map(_HOST.match, found) if match)
    most = max(_PICTURES, _SHARE * len(found))
    if hosts.total() < most:
        return
    domains: Counter[str] = Counter()
    for host, count in hosts.items():
        domains[domain_of(host)] += count
    for domain, count in domains.most_common(1):
        if domain and not is_host(domain) and count >= most:
            said = (match[1] for match in _OWN.finditer(view.page.text, 0, start))
            if _is_others(domain, chain([view.page.source.url or ""], said)):
                yield Seen(None, (f"domain={domain}", f"pictures={count}"))


def _is_others(domain: str, said: Iterable[str]) -> bool:
    """Is a domain akin to none of a page's own addresses, of which there is one? None is looked for behind one that it is."""
    known = False
    for own in filter(None, map(domain_of, said)):
        if is_akin(domain, own):
            return False
        known = True
    return known


@page_rule(
    "syndication.told",
    hits=[
        "=>“It is quiet,” she told the Moor Evening News on Monday.\n\nHer brother told the Moor Evening News that it was not."
    ],
    misses=[
        "=>“It is quiet,” she told the Moor Evening News on Monday.\n\nHer brother said that it was not.",
        "=>He told the Senate so.\n\nShe told the Senate otherwise.",
    ],
)
def told(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """One paper is named again and again as the one who was told: it is likely the one that asked, and wrote the text."""
    names: Counter[str] = Counter()
    for index, spans in view.phrases.get("told", {}).items():
        for _, end in spans:
            if (match := _TOLD_NAME.match(view.blocks[index].text, end)) and is_outlet(match[1]):
                names[" ".join(match[1].split())] += 1
    for name, count in names.most_common(1):
        if count >= _TOLD and folded(name) not in view.sites:
            yield Seen(None, (f"name={name}", f"told={count}"))


@page_rule(
    "syndication.agency",
    hits=["=>LEEDS (Reuters) - The moor is quiet now, and the last visitors have left.\n\nNobody minds."],
    misses=["=>The moor is quiet now, reports one agency (Reuters), and the last visitors have left.\n\nNobody minds."],
)
def agency(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """A dateline has a news agency's mark: the text is the agency's."""
    marked = view.phrases.get("agency-name", {})
    for index in [i for i in paragraphs(view)[:_FIRST] if i in marked] or list(marked)[:1]:
        text = view.blocks[index].text
        for start, end in marked[index]:
            if (
                end <= _DATELINE
                and text[start - 1 : start] == "("
                and _DASH.match(text, end)
                and _PLACE.fullmatch(text[: start - 1])
            ):
                yield Seen(None, (f"name={text[start:end]}",))
                return
