"""Pages that are there for their links to other sites."""

from __future__ import annotations

from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.one.spambank import SCAMS, around, link, links, texts
from cleaner.train.junkpages.one.spamhtml import (
    Page,
    anchor,
    domain,
    esc,
    items,
    paragraphs,
    prose,
    render,
    slug,
    tag,
)
from cleaner.train.junkpages.one.spamwords import ALL, HEAVY, Writer


def _goods(w: Writer, count: int) -> list[str]:
    """Anchors of many trades: the language's own, English ones, and with chance some of scams."""
    own = [w.say("seo.patterns", kw=w.say("seo.goods"), adj=w.say("seo.adjectives")) for _ in range(count)]
    mixed = own + texts(w, "soft", count // 2 + 1)
    if w.chance(0.4):
        mixed += texts(w, w.rng.choice(SCAMS), count // 3 + 1)
    return w.sample(mixed, count)


def _directory(rng: Random, language: str) -> str:
    """A free web directory: categories, short entries of sites, an offer to submit one's own."""
    w = Writer(rng, language)
    topic = w.say("links.topics")
    entries = []
    for text in _goods(w, rng.randint(8, 40)):
        host = domain(rng, "spam")
        blurb = around(w, w.say("links.blurbs", a="{a}"), esc(text))
        url = tag("small", host) if w.chance(0.6) else ""
        entries.append(f"{anchor(text[:1].upper() + text[1:], f'http://{host}/', rng)}<br>{blurb} {url}")
    topics = items(
        (anchor(t, f"/{slug(t, rng)}/") + f" ({rng.randint(2, 900)})" for t in w.some("links.topics", 9)), class_="cats"
    )
    notes = paragraphs(w.some("links.notes", rng.randint(1, 4)))
    listing = (
        items(entries, rng.choice(("ul", "ol")))
        if w.chance(0.6)
        else "".join(f'<div class="listing">{e}</div>' for e in entries)
    )
    parts = w.sample([topics, notes], 2) if w.chance(0.5) else [topics]
    main = "\n".join((*parts, listing, notes if w.chance(0.5) else ""))
    page = Page(
        w.say("links.titles", topic=topic), main, domain(rng, "spam"), aside=topics if w.chance(0.5) else "<!-- -->"
    )
    page.shells = ("table", "bare", "bootstrap", "joomla")
    return render(page, w)


def _partners(rng: Random, language: str) -> str:
    """A page of exchanged links, as small sites of the 2000s and footer networks have it: hardly a word between."""
    w = Writer(rng, language)
    anchors = [link(w, text) for text in _goods(w, rng.randint(15, 90))]
    sep = rng.choice((" | ", "<br>\n", " &bull; ", ", ", " - "))
    halves = [anchors[: len(anchors) // 2], anchors[len(anchors) // 2 :]]
    blocks = [tag("h3", esc(w.say("links.roll"))) + tag("p", sep.join(half)) for half in halves]
    if w.chance(0.4):
        cells = [f"<td>{a}</td>" for a in anchors]
        rows = "".join("<tr>" + "".join(cells[n : n + 4]) + "</tr>" for n in range(0, len(cells), 4))
        blocks = [tag("table", rows, border="1", cellpadding="3")]
    main = paragraphs(w.some("links.notes", rng.randint(0, 2))) + "\n".join(blocks)
    title = w.say("links.titles", topic=w.say("links.topics"))
    page = Page(title, main, aside=rng.choice(("", "<!-- -->")), shells=("table", "bare", "blogger", "wordpress"))
    return render(page, w)


def _network(rng: Random, language: str) -> str:
    """A blog of a private network: a passable post with bought links to unlike trades, and a roll of sister sites."""
    w = Writer(rng, language)
    story = w.feature()
    bodies = [prose([part]) for part in story.paragraphs]
    kinds = ["soft", *w.sample(("loan", "essay", "casino"), rng.choice((0, 0, 1, 2)))]
    for _ in range(rng.randint(2, 7)):
        own = language in HEAVY and w.chance(0.6)
        sold = link(w, _goods(w, 1)[0]) if own else links(w, rng.choice(kinds), 1)[0]
        place = rng.randrange(1, len(bodies) + 1)
        bodies.insert(place, tag("p", around(w, w.say("links.lead", a="{a}"), sold)))
    roll = [a for kind in kinds for a in links(w, kind, rng.randint(4, 14))]
    box = tag("div", tag("h3", esc(w.say("links.roll"))) + items(roll), class_="widget widget_links")
    page = Page(story.title, "\n".join(bodies), domain(rng, rng.choice(("spam", "honest"))), aside=box)
    if w.chance(0.3):
        page.foot = tag("p", " | ".join(links(w, rng.choice(kinds), 12)))
    page.shells = ("wordpress", "blogger", "blocks", "bootstrap")
    return render(page, w)


GENERATORS = (
    Generator("one/link-farm-directory", ("link-farm",), HEAVY, _directory),
    Generator("one/link-farm-partners", ("link-farm",), HEAVY, _partners),
    Generator("one/link-farm-network", ("link-farm",), ALL, _network),
)
