"""Honest pages into which somebody broke, in plain sight."""

from __future__ import annotations

import json
from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.one.spambank import SCAMS, links, says, texts
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
from cleaner.train.junkpages.one.spamwords import ALL, Writer, load


def _inside(rng: Random, language: str) -> str:
    """Sentences and links about scams between, or in the middle of, an article's paragraphs."""
    w = Writer(rng, language)
    story = w.feature()
    kind = rng.choice(SCAMS)
    bodies = [prose([part]) for part in story.paragraphs]
    for _ in range(rng.randint(1, 5)):
        spam = " ".join(says(w, kind, rng.randint(1, 3), linked=w.chance(0.8)))
        at = rng.randrange(len(bodies))
        if bodies[at].endswith("</p>") and w.chance(0.5):
            bodies[at] = bodies[at][:-4] + " " + spam + "</p>"
        else:
            bodies.insert(at + 1, tag(rng.choice(("p", "p", "div")), spam))
    return render(Page(story.title, "\n".join(bodies), description=story.paragraphs[0][:150]), w)


def _edges(rng: Random, language: str) -> str:
    """A block of links before the header or after the footer; often the title and description are the scam's too."""
    w = Writer(rng, language)
    story = w.feature()
    kind = rng.choice(SCAMS)
    page = Page(story.title, prose(story.paragraphs), heading=esc(story.title), description=story.paragraphs[0][:150])
    block = links(w, kind, rng.randint(4, 40))
    html = rng.choice((" ", " | ", "<br>", ", ")).join(block) if w.chance(0.6) else items(block)
    wrapped = tag(rng.choice(("div", "p", "center", "span")), html)
    if w.chance(0.6):
        page.foot = wrapped
    else:
        page.top = wrapped
    if w.chance(0.5):
        words = texts(w, kind, 3)
        page.title = rng.choice((" - ", " | ", ": ", " » ")).join(word.title() for word in words)
        page.description = w.fill(rng.choice(load("shared")[kind]["says"]), a=words[0])
    if w.chance(0.3):
        graph = {"@type": "Product", "name": texts(w, kind, 1)[0], "aggregateRating": {"ratingValue": "4.9"}}
        page.head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    return render(page, w)


def _comments(rng: Random, language: str) -> str:
    """An honest article whose comments nobody has kept robots out of."""
    w = Writer(rng, language)
    story = w.feature()
    shared, comments = load("shared"), []
    for _ in range(rng.randint(4, 25)):
        text = rng.choice(shared["comments"]["en"])
        while "{a}" in text:
            text = text.replace("{a}", "\0" + links(w, rng.choice(SCAMS), 1)[0] + "\0", 1)
        inner = "".join(part if n % 2 else esc(part) for n, part in enumerate(text.split("\0")))
        if w.chance(0.3):
            inner = " ".join(says(w, rng.choice(SCAMS), rng.randint(1, 3)))
        name = anchor(rng.choice(shared["comments"]["names"]), f"http://{domain(rng, 'spam')}/", rng)
        head = tag("div", f'<cite class="fn">{name}</cite> <time>{w.date()}</time>', class_="comment-author vcard")
        comments.append(head + tag("div", tag("p", inner), class_="comment-content"))
    count = w.fill(w.all("site.comments")[0], n=str(len(comments)))
    area = tag("div", tag("h2", esc(count)) + items(comments, "ol", class_="comment-list"), id="comments")
    page = Page(story.title, prose(story.paragraphs) + area, shells=("wordpress", "blogger", "joomla", "blocks"))
    return render(page, w)


def _japanese(rng: Random, language: str) -> str:
    """The Japanese keyword hack: somebody's site serves pages of a Japanese shop that is none."""
    w = Writer(rng, language)
    bank = load("shared")["japanese"]
    goods, brand = rng.choice(bank["goods"]), rng.choice(bank["brands"])
    title = "".join(w.sample(bank["flags"], rng.randint(1, 3))) + f"{brand} {goods}"
    texts_ = [w.fill(t, goods=goods, brand=brand) for t in w.sample(bank["says"], rng.randint(3, 8))]
    price = rng.randint(20, 600) * 100
    rows = [
        f"{bank['labels'][0]}：{rng.choice('abgz')}{rng.randrange(10**8)}",
        f"{bank['labels'][1]}：{price * 3:,}円",
        f"{bank['labels'][2]}：{price:,}円（税込）",
        f"{bank['labels'][3]}：{rng.choice(('あり', '残りわずか', '◯'))}",
    ]
    others = []
    for _ in range(rng.randint(4, 25)):
        name = f"{rng.choice(bank['flags'])}{rng.choice(bank['brands'])} {rng.choice(bank['goods'])}"
        others.append(
            anchor(
                name,
                f"/{rng.choice(('shop', 'item', 'products'))}/{rng.randrange(10**6)}{rng.choice(('', '.html', '.phtml'))}",
            )
        )
    shop = tag("table", "".join(f"<tr><td>{row}</td></tr>" for row in rows)) if w.chance(0.5) else items(rows)
    parts = [shop, paragraphs(texts_), tag("h3", bank["labels"][rng.randint(7, 8)]) + items(others)]
    if w.chance(0.3):
        parts.append(prose(w.story().paragraphs[:4]))
    name = w.say("site.names")
    shown = title if w.chance(0.6) else f"{title} - {name}"
    page = Page(shown, "\n".join(parts), name, description=texts_[0], heading=esc(title))
    page.nav = [anchor(text, f"/{slug(text, rng)}/") for text in w.some("site.nav", 5)]
    return render(page, w)


GENERATORS = (
    Generator("one/hacked-inside", ("hacked",), ALL, _inside),
    Generator("one/hacked-edges", ("hacked",), ALL, _edges),
    Generator("one/hacked-comments", ("hacked",), ALL, _comments),
    Generator("one/hacked-japanese", ("hacked",), tuple(language for language in ALL if language != "ja"), _japanese),
)
