"""How lines are set in HTML. Every layout takes any lines; which suit a group, its family knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cleaner.evaluate.junk.model import Item
from cleaner.evaluate.junk.pen import Pen, merged, parted

Items = Sequence[Item]
Layout = Callable[[Pen, Items], str]

_PICTURED = frozenset({"author.about", "comments.thread", "promo.lead", "promo.related", "promo.sponsored", "seo.top"})
_SHOUTED = 120  # characters of a heading, less than
_BETWEEN = ("|", "·", "•", "-", "/", "")


def paragraphs(pen: Pen, items: Items) -> str:
    return pen.join(pen.heading(item) if item.heading else pen.block("p", item) for item in items)


def bullets(pen: Pen, items: Items) -> str:
    return _list(pen, items, "ul")


def ordered(pen: Pen, items: Items) -> str:
    return _list(pen, items, "ol")


def table(pen: Pen, items: Items) -> str:
    """Labels in a column of their own; what has none goes across."""
    across = ' colspan="2"' if any(map(parted, items)) else ""
    return pen.tag("table", f"<tbody>{pen.join(_row(pen, item, across) for item in items)}</tbody>", outer=True)


def definitions(pen: Pen, items: Items) -> str:
    headings, rest = _headed(items)
    blocks = [pen.heading(item) for item in headings]
    return pen.join([*blocks, pen.tag("dl", pen.join(_definition(pen, item) for item in rest), outer=True)])


def breaks(pen: Pen, items: Items) -> str:
    """Lines that nothing but ``<br>`` parts."""
    br = pen.rng.choice(("<br>", "<br/>", "<br />\n"))
    name = pen.rng.choice(("div", "p"))
    return f"<{name}{pen.attribute(outer=True)}>{br.join(_bold(pen, items))}</{name}>"


def strong(pen: Pen, items: Items) -> str:
    return pen.join(
        f"<p{pen.attribute('p')}>{line}</p>" if parted(item) else f"<p{pen.attribute('p')}><strong>{line}</strong></p>"
        for item, line in ((item, pen.line(item)) for item in items)
    )


def soup(pen: Pen, items: Items) -> str:
    """Elements without a meaning, some deep."""
    depth = pen.rng.randint(1, 3)
    spans = pen.rng.choice((("", ""), ("<span>", "</span>"), ('<span dir="auto"><span>', "</span></span>")))
    content = pen.join(pen.block("div", item, *spans) for item in items)
    for _ in range(depth):
        content = pen.tag("div", content, outer=True)
    return content


def run_on(pen: Pen, items: Items) -> str:
    """All of it as one line."""
    return pen.block(pen.rng.choice(("p", "div")), merged(items, pen.rng.choice(_BETWEEN)))


def row(pen: Pen, items: Items) -> str:
    """Links side by side, under a heading if there is one."""
    headings, rest = _headed(items)
    blocks = [pen.heading(item) for item in headings]
    if rest:
        blocks.append(pen.block(pen.rng.choice(("div", "p", "nav")), merged(rest, pen.rng.choice(("", "", "|", "·")))))
    return pen.join(blocks)


def spans(pen: Pen, items: Items) -> str:
    """Side by side, each in an element of its own."""
    between = pen.rng.choice(("", "·", "|", "•"))
    pen.lines.append(merged(items, between).line)
    gap = f" {pen.text(between)} " if between else pen.rng.choice((" ", "\n"))
    parts = gap.join(f"<span{pen.attribute('span')}>{pen.inline(item)}</span>" for item in items)
    return f"<div{pen.attribute(outer=True)}>{parts}</div>"


def cards(pen: Pen, items: Items) -> str:
    return pen.tag("div", pen.join(_card(pen, item) for item in items), outer=True)


def headings(pen: Pen, items: Items) -> str:
    """Every line shouts that is short enough to."""
    name = pen.rng.choice(("h2", "h3", "h4", "h6"))
    return pen.join(
        _pair(pen, item, name, "p") if parted(item) else pen.block(name if len(item.text) < _SHOUTED else "p", item)
        for item in items
    )


def small(pen: Pen, items: Items) -> str:
    before, behind = pen.rng.choice(
        (
            ("<small>", "</small>"),
            ("<em>", "</em>"),
            ("<i><small>", "</small></i>"),
            ('<span style="font-size:12px">', "</span>"),
        )
    )
    return pen.join(pen.block("p", item, before, behind) for item in items)


def quote(pen: Pen, items: Items) -> str:
    return pen.tag("blockquote", paragraphs(pen, items), outer=True)


def figure(pen: Pen, items: Items) -> str:
    """Each below a picture."""
    return pen.join(pen.tag("figure", _picture(pen) + pen.block("figcaption", item)) for item in items)


def legacy(pen: Pen, items: Items) -> str:
    """As pages were written before there were style sheets."""
    rule = pen.rng.choice(("<hr>", "<hr size=1 noshade>", ""))
    name = pen.rng.choice(("center", 'div align="center"', "div align=right"))
    return f"{rule}<{name}><font size=2 face=Arial>{'<br>'.join(_bold(pen, items))}</font></{name.split()[0]}>"


def form(pen: Pen, items: Items) -> str:
    """Headings and labels with a box to fill in; what may be a button is one."""
    fields = pen.join(_field(pen, item) for item in items)
    return f'<form action="#" method="post"{pen.attribute(outer=True)}>{fields}</form>'


def thread(pen: Pen, items: Items) -> str:
    """Comments as blogs set them; what nobody says is a link in the comment before."""
    headings, rest = _headed(items)
    blocks = [pen.heading(item) for item in headings]
    inner = pen.rng.choice(("article", "div"))
    entries: list[str] = []
    for item in rest:
        if both := parted(item):
            said = pen.block(pen.once(("header", "div")), both[0], "<cite>", "</cite>") + pen.block("p", both[1])
            entries.append(f"<{inner}{pen.attribute(inner)}>{said}</{inner}>")
        else:
            entries.append((entries.pop() if entries else "") + pen.block("div", item))
    comments = pen.join(f"<li{pen.attribute('li')}>{entry}</li>" for entry in entries)
    return pen.join([*blocks, pen.tag("ol", comments, outer=True)])


def accordion(pen: Pen, items: Items) -> str:
    """Questions that open."""
    button = pen.rng.choice(("details", "details open", "button"))
    return pen.join(_panel(pen, item, button) for item in items)


LAYOUTS: Mapping[str, Layout] = {
    "paragraphs": paragraphs,
    "list": bullets,
    "ordered": ordered,
    "table": table,
    "dl": definitions,
    "breaks": breaks,
    "strong": strong,
    "soup": soup,
    "runon": run_on,
    "row": row,
    "spans": spans,
    "cards": cards,
    "headings": headings,
    "small": small,
    "quote": quote,
    "figure": figure,
    "legacy": legacy,
    "form": form,
    "thread": thread,
    "accordion": accordion,
}
"""By name."""


def _headed(items: Items) -> tuple[list[Item], list[Item]]:
    """The headings before the first other line, and the rest."""
    first = next((place for place, item in enumerate(items) if not item.heading), len(items))
    return list(items[:first]), list(items[first:])


def _list(pen: Pen, items: Items, name: str) -> str:
    headings, rest = _headed(items)
    blocks = [pen.heading(item) for item in headings]
    if rest:
        blocks.append(pen.tag(name, pen.join(pen.block("li", item) for item in rest), outer=True))
    return pen.join(blocks)


def _row(pen: Pen, item: Item, across: str) -> str:
    if both := parted(item):
        name = pen.once(("td", "th"))
        return f"<tr>{pen.block(name, both[0])}{pen.block('td', both[1])}</tr>"
    name = "th" if item.heading else "td"
    cell = pen.block(name, item, more=across)
    return f"<tr>{cell}</tr>"


def _definition(pen: Pen, item: Item) -> str:
    return _pair(pen, item, "dt", "dd") if parted(item) else pen.block("dd", item)


def _pair(pen: Pen, item: Item, label: str, value: str) -> str:
    both = parted(item)
    assert both
    return pen.block(label, both[0]) + pen.newline + pen.block(value, both[1])


def _bold(pen: Pen, items: Items) -> list[str]:
    return [f"<b>{pen.line(item)}</b>" if item.heading else pen.line(item) for item in items]


def _card(pen: Pen, item: Item) -> str:
    if item.heading:
        return pen.heading(item)
    picture = _picture(pen) if pen.kind in _PICTURED else ""
    if parted(item):
        return f"<div{pen.attribute('card')}>{picture}{_pair(pen, item, 'h4', 'p')}</div>"
    return f"<div{pen.attribute('card')}>{picture}{pen.block(pen.once(('h4', 'p', 'div')), item)}</div>"


def _picture(pen: Pen) -> str:
    return f'<img src="/img/{pen.rng.randint(100, 99999)}.jpg" alt="" loading="lazy">'


def _field(pen: Pen, item: Item) -> str:
    if item.heading:
        return pen.heading(item)
    if item.button:
        # A button is inline: without a block around it two of them would be one line.
        button = pen.block("button", item, more=' type="submit"')
        return f"<div>{button}</div>"
    return pen.block("p", item, "<label>", "</label>") if item.field else pen.block("p", item)


def _panel(pen: Pen, item: Item, button: str) -> str:
    both = parted(item)
    if not both:
        return pen.heading(item) if item.heading else pen.block("p", item)
    question, answer = both
    if button == "button":
        panel = f"faq-{pen.rng.randint(1000, 9999)}"
        before = f'<button type="button" aria-expanded="false" aria-controls="{panel}">'
        return pen.block("h3", question, before, "</button>") + f'<div id="{panel}">{pen.block("p", answer)}</div>'
    return f"<{button}>{pen.block('summary', question)}{pen.block('p', answer)}</details>"
