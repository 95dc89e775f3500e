"""A page as content farms make them, in text and in many layouts: the article stays, to the paragraph, and nothing else.

The page here is invented, in the manner of the real one that the project began with; that one is read too where the
folder beside the repository has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Literal, NamedTuple

import pytest

import cleaner
from cleaner.model import Verdict

Role = Literal["title", "paragraph", "heading", "caption", "more", "lists", "information", "profile"]
# Family that must have removed a line of each role.
FAMILIES: dict[Role, str] = {
    "title": "seo",
    "caption": "seo",
    "more": "promo",
    "lists": "seo",
    "information": "seo",
    "profile": "author",
}


class Line(NamedTuple):
    role: Role
    text: str


class Farm(NamedTuple):
    """A farm's page: ``title`` without its year, and its lines, the title with its year first and again before the tail."""

    title: str
    lines: tuple[Line, ...]

    @property
    def article(self) -> str:
        return "\n\n".join(line.text for line in self.lines if line.role in ("paragraph", "heading"))

    @property
    def body(self) -> tuple[Line, ...]:
        """The lines between the title and the title again."""
        return self.lines[1 : self.lines.index(self.lines[0], 1)]

    @property
    def tail(self) -> tuple[Line, ...]:
        """The title again and everything behind it."""
        return self.lines[len(self.body) + 1 :]

    def of(self, *roles: Role) -> tuple[str, ...]:
        return tuple(line.text for line in self.lines if line.role in roles)


TITLE = "Lock keepers say canal trust 'gambled' with winter repairs that NEVER came"
INVENTED = f"""
title: {TITLE} (2025)
paragraph: The trust that runs the Haldon Canal has defended its decision to put off repairs to eleven locks until next autumn.
paragraph: Keepers along the upper reach had warned in a letter, seen by this paper, that two of the gates would not last another winter. But the trust's director said the letter 'did not reflect the evidence' that surveyors had gathered.
paragraph: Marian Tegg, who has kept the lock at Fenny Cross for nineteen years, said she had stopped counting the leaks. "I used to write each one down," she said. "Now I write down the days without one."
more: READ MORE: Towpath closed for third time in a month as bank slips again
paragraph: The repairs were promised in 2022, when the trust took over from the county. A plan published that spring put the cost at £2.3m and named the locks one by one, with the gates at Fenny Cross at the head of the list.
heading: Water was let out in a hurry, keepers say
paragraph: In January the level between the two upper locks fell by half a metre overnight. The trust said at first that a boat had left a paddle open; it later accepted that a gate had moved.
caption: {TITLE} (1)
paragraph: "Nobody left a paddle open," Ms Tegg said. "There was nobody on the water. It was minus six."
paragraph: A diver who went down two days later found that the sill, the beam on which the gates close, had come away from the stone on one side. His report, of four pages, says that it 'may hold for some time, or not'.
paragraph: The director, Owen Strake, told the county's overview committee on Tuesday: "We had to choose. The money that was there would have mended the gates or the bank, and if the bank goes, there are houses behind it.
paragraph: "I'd make the same choice again tomorrow."
heading: 'It is not a choice if nobody asks you'
paragraph: Members of the committee were not all persuaded. Councillor Priti Vane asked why the keepers' letter had not been put before the board, and was told that it had come too late for the papers, which are sent out ten days before.
caption: {TITLE} (2)
paragraph: The letter is dated 3 November. The board met on 9 December.
paragraph: Boat owners, who pay the trust between £600 and £1,400 a year, have begun to move. The marina at Low Haldon has a waiting list for the first time since it opened, and its manager said that most of the new names on it come from the upper reach
caption: {TITLE} (3)
paragraph: The trust says that it will look at the gates again in March, and that divers will go down once a month until then. Ms Tegg says she will be there, with her notebook.
title: {TITLE} (2025)
lists: Top Articles
lists: Latest Posts
lists: Recommended Articles
information: Article information
information: Author: Msgr. Corliss Bechtelar
information: Last Updated:
information: Views: 5178
information: Rating: 4.3 / 5 (64 voted)
information: Reviews: 79% of readers found this page helpful
profile: Author information
profile: Name: Msgr. Corliss Bechtelar
profile: Birthday: 1995-06-17
profile: Address: 8120 Gleichner Fork, West Ivahaven, NM 04417
profile: Phone: +6182047719355
profile: Job: District Hospitality Orchestrator
profile: Hobby: Origami, Kite flying, Web surfing, Baking, Wood carving, Knitting, Rock climbing
profile: Introduction: My name is Msgr. Corliss Bechtelar, I am a witty, zealous, tender, glamorous, kind, modern, brave person who loves writing and wants to share my knowledge and understanding with you.
"""


def _invented() -> Farm:
    read = (line.partition(": ") for line in INVENTED.splitlines() if line)
    return Farm(TITLE, tuple(Line(role, text) for role, _, text in read))  # type: ignore[arg-type]


REAL = Path(__file__).parent.parent.parent / "shared" / "seed" / "article.txt"


def _real() -> Farm:
    texts = [line for line in REAL.read_text("utf-8").splitlines() if line.strip()]
    title = texts[0].removesuffix(" (2025)")
    last = len(texts) - 1 - texts[::-1].index(texts[0])
    roles: dict[str, Role] = {"READ MORE": "more"}
    lines = [Line("title", texts[0])]
    for text in texts[1:last]:
        caption = text.startswith(title)
        lines.append(Line("caption" if caption else roles.get(text[:9], "paragraph"), text))
    role: Role = "lists"
    lines.append(Line("title", texts[last]))
    for text in texts[last + 1 :]:
        role = {"Article information": "information", "Author information": "profile"}.get(text, role)  # type: ignore[assignment]
        lines.append(Line(role, text))
    return Farm(title, tuple(lines))


PAGES = [
    pytest.param(_invented, id="invented"),
    pytest.param(_real, id="real", marks=pytest.mark.skipif(not REAL.is_file(), reason="needs the shared folder")),
]


def check(
    farm: Farm, page: str | bytes, kind: Literal["html", "text"], *, between: str = "\n\n", chrome: Sequence[str] = ()
) -> None:
    """Text to the paragraph, title, author, claims, and which family removed what.

    :param between: what stands between two paragraphs.
    :param chrome: what else stands on the page; who removes it does not matter.
    """
    result = cleaner.clean(page, kind=kind)
    assert result.text == farm.article.replace("\n\n", between)
    assert result.title == farm.title
    assert {claim.verdict for claim in result.claims if claim.field == "title"} == {Verdict.CORRECTED}
    assert result.author is None
    [author] = [claim for claim in result.claims if claim.field == "author"]
    assert author.verdict is Verdict.FABRICATED
    assert farm.of("information")[1] == f"Author: {author.value}"
    tells = {
        item for f in result.findings if f.rule == "author.fabricated" for item in f.evidence if item[:5] == "tell="
    }
    assert len(tells) > 2
    assert result.junk.score > 0.9
    _check_families(farm, result, chrome)


def _check_families(farm: Farm, result: cleaner.Cleaned, chrome: Sequence[str]) -> None:
    removed = "".join(result.blocks[d.block].text[slice(*d.range)] for d in result.removed)
    for line in farm.lines:
        if line.role in FAMILIES:
            for word in re.findall(r"\w+", line.text):
                assert word in removed
    for decision in result.removed:
        piece = " ".join(result.blocks[decision.block].text[slice(*decision.range)].split())
        if not piece or any(piece in text for text in chrome):
            continue
        families = {rule.partition(".")[0] for rule in decision.rules}
        wanted = {FAMILIES[role] for role in _roles_of(farm, piece)} | ({"meta"} if piece == farm.title else set())
        assert wanted, f"{piece!r} is none of the farm's"
        assert families & wanted, f"{piece!r} was removed by {decision.rules}"


def _roles_of(farm: Farm, piece: str) -> Iterator[Role]:
    """The roles that a removed piece can have: a line, a part of a line, or several of one kind."""
    for role in FAMILIES:
        lines = [" ".join(text.split()) for text in farm.of(role)]
        if piece in " ".join(lines) or any(piece in line or line in piece for line in lines):
            yield role


# --- text -------------------------------------------------------------------------------------------


def paragraphs(farm: Farm) -> str:
    return "\n\n".join(line.text for line in farm.lines) + "\n"


def close_tail(farm: Farm) -> str:
    """As the real page has it: the title again and the lists a line each, the rest with blank lines between."""
    head = "\n".join(line.text for line in farm.tail if line.role in ("title", "lists"))
    rest = [line.text for line in farm.tail if line.role not in ("title", "lists")]
    return "\n\n".join((farm.lines[0].text, *(line.text for line in farm.body), f"{head}\n{rest[0]}", *rest[1:]))


def single_lines(farm: Farm) -> str:
    return "\n".join(line.text for line in farm.lines)


def crlf(farm: Farm) -> str:
    return paragraphs(farm).replace("\n", "\r\n")


def crlf_close(farm: Farm) -> str:
    return close_tail(farm).replace("\n", "\r\n")


def tail_line(farm: Farm) -> str:
    tail = " ".join(line.text for line in farm.tail)
    return "\n\n".join((farm.lines[0].text, *(line.text for line in farm.body), tail))


def glued_tail(farm: Farm) -> str:
    tail = " ".join(line.text for line in farm.tail)
    *body, last = (line.text for line in farm.body)
    return "\n\n".join((farm.lines[0].text, *body, f"{last} {tail}"))


def glued_profile(farm: Farm) -> str:
    """The information and the profile run on from the last paragraph; the title again and the lists stand behind."""
    *body, last = (line.text for line in farm.body)
    glued = " ".join((last, *farm.of("information", "profile")))
    return "\n\n".join((farm.lines[0].text, *body, glued, farm.lines[0].text, *farm.of("lists")))


def byte_order_mark(farm: Farm) -> str:
    return "\ufeff" + paragraphs(farm)


@pytest.mark.parametrize("read", PAGES)
@pytest.mark.parametrize(
    "layout",
    [paragraphs, close_tail, single_lines, crlf, crlf_close, tail_line, glued_tail, glued_profile, byte_order_mark],
    ids=lambda layout: layout.__name__,
)
def test_text(read: Callable[[], Farm], layout: Callable[[Farm], str]) -> None:
    farm = read()
    between = "\n" if layout is single_lines else "\n\n"
    check(farm, layout(farm), "text", between=between)
    check(farm, layout(farm).encode(), "text", between=between)


@pytest.mark.skipif(not REAL.is_file(), reason="needs the shared folder")
def test_the_real_page_as_it_is() -> None:
    farm = _real()
    assert len(farm.of("paragraph")) == 27
    assert farm.title.endswith("punished") or farm.title.endswith("punished".upper())
    result = cleaner.clean(REAL.read_bytes(), uri=REAL.name)
    assert result.page.source.input_kind == "text"
    check(farm, REAL.read_bytes(), "text")
    check(farm, REAL.read_bytes().replace(b"\n", b"\r\n"), "text")


# --- HTML -------------------------------------------------------------------------------------------

NAVIGATION = ("Home", "World", "Sport", "Weather", "Contact us", "Privacy", "Send us a tip", "Advertise with us")


def html(text: str) -> str:
    return escape(text, quote=False)


def page(farm: Farm, body: str, head: str = "") -> str:
    title = f"<title>{html(farm.lines[0].text)}</title>"
    return f"<!doctype html>\n<html lang=en><head><meta charset=utf-8>{title}{head}</head>\n<body>\n{body}\n</body></html>\n"


def tags(lines: Sequence[Line], **forms: str) -> str:
    """Every line in the form of its role (``{}`` is the text); a paragraph where none is given."""
    return "\n".join(forms.get(line.role, "<p>{}</p>").format(html(line.text)) for line in lines)


def pairs(lines: Sequence[str]) -> list[tuple[str, str]]:
    return [(label, value.strip()) for label, _, value in (line.partition(":") for line in lines)]


def in_article(farm: Farm) -> str:
    body = tags(farm.lines, title="<h1>{}</h1>", heading="<h2>{}</h2>")
    return page(farm, f"<main><article>{body}</article></main>")


def div_soup(farm: Farm) -> str:
    body = "\n".join(f'<div class="c{len(line.text) % 7}"><div>{html(line.text)}</div></div>' for line in farm.lines)
    return page(farm, f'<div id="w"><div class="x">{body}</div></div>')


def by_br(farm: Farm) -> str:
    head, *body = farm.lines
    return page(farm, f"<h1>{html(head.text)}</h1><div>{'<br><br>'.join(html(line.text) for line in body)}</div>")


def h2_ul_tail(farm: Farm) -> str:
    body = tags(farm.body, heading="<h3>{}</h3>")
    lists = "\n".join(f"<h2>{html(text)}</h2>" for text in farm.of("lists"))
    tail = ""
    for role in ("information", "profile"):
        heading, *fields = farm.of(role)
        items = "".join(f"<li><b>{html(label)}</b>: {html(value)}</li>" for label, value in pairs(fields))
        tail += f"<h2>{heading}</h2><ul>{items}</ul>"
    title = html(farm.lines[0].text)
    return page(farm, f"<article><h1>{title}</h1>{body}<h2>{title}</h2>{lists}{tail}</article>")


def table_tail(farm: Farm) -> str:
    tables = ""
    for role in ("information", "profile"):
        heading, *fields = farm.of(role)
        rows = "".join(f"<tr><th>{html(label)}</th><td>{html(value)}</td></tr>" for label, value in pairs(fields))
        tables += f"<h3>{heading}</h3><table>{rows}</table>"
    lists = tags(
        [line for line in farm.tail if line.role in ("title", "lists")], title="<h2>{}</h2>", lists="<h3>{}</h3>"
    )
    body = tags(farm.body, heading="<h2>{}</h2>")
    return page(farm, f"<div class=content><h1>{html(farm.lines[0].text)}</h1>{body}{lists}{tables}</div>")


def dl_tail(farm: Farm) -> str:
    tail = ""
    for role in ("information", "profile"):
        heading, *fields = farm.of(role)
        items = "".join(f"<dt>{html(label)}</dt><dd>{html(value)}</dd>" for label, value in pairs(fields))
        tail += f"<p><strong>{heading}</strong></p><dl>{items}</dl>"
    lists = tags([line for line in farm.tail if line.role in ("title", "lists")], title="<h3>{}</h3>")
    body = tags(farm.body, heading="<h2>{}</h2>")
    return page(farm, f"<article><h1>{html(farm.lines[0].text)}</h1>{body}</article><section>{lists}{tail}</section>")


def figures(farm: Farm) -> str:
    caption = '<figure><img src="/p.jpg" alt="{0}"><figcaption>{0}</figcaption></figure>'
    return page(
        farm, f"<article>{tags(farm.lines, title='<h1>{}</h1>', heading='<h2>{}</h2>', caption=caption)}</article>"
    )


def captions_without_alt(farm: Farm) -> str:
    caption = '<div class="im"><img src="/p.jpg"><br><small>{}</small></div>'
    return page(
        farm, f"<article>{tags(farm.lines, title='<h1>{}</h1>', heading='<h2>{}</h2>', caption=caption)}</article>"
    )


def captions_as_headings(farm: Farm) -> str:
    body = tags(farm.lines, title="<h1>{}</h1>", heading="<h3>{}</h3>", caption='<h3>{}</h3><img src="/p.jpg">')
    return page(farm, f"<article>{body}</article>")


def tables(farm: Farm) -> str:
    """As pages were laid out in 1999, the menu on the left."""
    menu = "".join(f'<tr><td><a href="/{name}">{name}</a></td></tr>' for name in NAVIGATION[:5])
    body = tags(farm.lines, title="<font size=5><b>{}</b></font><br>", heading="<p><b>{}</b></p>")
    return page(
        farm,
        f'<table width="100%" border=0><tr><td width=120 valign=top><table>{menu}</table></td>'
        f"<td valign=top>{body}</td></tr></table>",
    )


def framed(farm: Farm) -> str:
    """With a menu, a sidebar and a footer."""
    links = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in NAVIGATION)
    body = tags(farm.lines, title="<h1>{}</h1>", heading="<h2>{}</h2>")
    return page(
        farm,
        f"<header><nav><ul>{links}</ul></nav></header><main><article>{body}</article></main>"
        f'<aside class="sidebar"><ul>{links}</ul></aside><footer><ul>{links}</ul></footer>',
    )


def wordpress(farm: Farm) -> str:
    links = "".join(f'<li class="menu-item"><a href="/{name}">{name}</a></li>' for name in NAVIGATION)
    caption = (
        '<div class="wp-caption alignnone"><img src="/p.jpg" alt="" class="size-full">'
        '<p class="wp-caption-text">{}</p></div>'
    )
    body = tags(farm.lines[1:], heading="<h2>{}</h2>", caption=caption)
    head = f'<meta property="og:title" content="{escape(farm.lines[0].text)}"><meta name="generator" content="WordPress 6.4">'
    return page(
        farm,
        '<div id="page" class="site"><header id="masthead" class="site-header"><nav class="main-navigation">'
        f'<ul class="menu">{links}</ul></nav></header><div id="content" class="site-content"><div id="primary">'
        '<article id="post-77" class="post type-post hentry"><header class="entry-header">'
        f'<h1 class="entry-title">{html(farm.lines[0].text)}</h1></header><div class="entry-content">{body}</div>'
        f'</article></div></div><footer id="colophon" class="site-footer"><ul>{links}</ul></footer></div>',
        head,
    )


def one_div(farm: Farm) -> str:
    return page(farm, f"<div>{tags(farm.lines)}</div>")


def title_in_the_head_alone(farm: Farm) -> str:
    return page(farm, f"<article>{tags(farm.lines[1:], title='<h3>{}</h3>', heading='<h2>{}</h2>')}</article>")


def title_plain_in_the_page(farm: Farm) -> str:
    """The year stands in the head and before the tail; the headline has none."""
    body = tags(farm.lines[1:], heading="<h2>{}</h2>")
    return page(farm, f"<article><h1>{html(farm.title)}</h1>{body}</article>")


def site_in_the_title(farm: Farm) -> str:
    return in_article(farm).replace("</title>", " - Haldon Gazette</title>")


def tail_in_a_paragraph(farm: Farm) -> str:
    tail = html(" ".join(line.text for line in farm.tail))
    body = tags(farm.body, heading="<h2>{}</h2>")
    return page(farm, f"<article><h1>{html(farm.lines[0].text)}</h1>{body}<p>{tail}</p></article>")


def tail_glued_to_the_last_paragraph(farm: Farm) -> str:
    tail = html(" ".join(line.text for line in farm.tail))
    body = tags(farm.body, heading="<h2>{}</h2>").removesuffix("</p>")
    return page(farm, f"<article><h1>{html(farm.lines[0].text)}</h1>{body} {tail}</p></article>")


def spans_in_divs(farm: Farm) -> str:
    tail = "".join(
        f"<div><span>{html(label)}:</span> <span>{html(value)}</span></div>"
        if ":" in line.text
        else f"<h4>{html(line.text)}</h4>"
        for line in farm.tail
        for label, value in pairs([line.text])
    )
    body = tags(farm.body, heading="<h2>{}</h2>")
    return page(farm, f"<article><h1>{html(farm.lines[0].text)}</h1>{body}</article><div class=x9>{tail}</div>")


def profile_before_the_lists(farm: Farm) -> str:
    order: tuple[Role, ...] = ("profile", "information", "title", "lists")
    tail = [line for role in order for line in farm.tail if line.role == role]
    body = tags(farm.body, heading="<h2>{}</h2>")
    return page(farm, f"<article><h1>{html(farm.lines[0].text)}</h1>{body}{tags(tail)}</article>")


def crlf_markup(farm: Farm) -> str:
    return in_article(farm).replace("\n", "\r\n")


LAYOUTS = (
    in_article,
    div_soup,
    by_br,
    h2_ul_tail,
    table_tail,
    dl_tail,
    figures,
    captions_without_alt,
    captions_as_headings,
    tables,
    framed,
    wordpress,
    one_div,
    title_in_the_head_alone,
    title_plain_in_the_page,
    site_in_the_title,
    tail_in_a_paragraph,
    tail_glued_to_the_last_paragraph,
    spans_in_divs,
    profile_before_the_lists,
    crlf_markup,
)


@pytest.mark.parametrize("read", PAGES)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_html(read: Callable[[], Farm], layout: Callable[[Farm], str]) -> None:
    farm = read()
    check(farm, layout(farm), "html", chrome=NAVIGATION)
