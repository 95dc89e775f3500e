"""Casinos' and bookmakers' affiliates; escorts and webcams, in tame words."""

from __future__ import annotations

from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.one.spambank import GAMBLING, links, says, texts
from cleaner.train.junkpages.one.spamhtml import Page, anchor, domain, esc, items, paragraphs, render, slug, tag
from cleaner.train.junkpages.one.spamwords import HEAVY, Writer


def _out(w: Writer, text: str) -> str:
    return tag("a", esc(text), href=f"/go/{w.rng.randint(1, 999)}", rel="nofollow sponsored", class_="btn-play")


def _review(rng: Random, language: str) -> str:
    """An affiliate's list or review of casinos and bookmakers: a table of bonuses, praise, small print."""
    w = Writer(rng, language)
    names = w.all("mirror.names")
    name = rng.choice(names)
    parts = []
    if w.chance(0.75):
        head = "".join(f"<th>{esc(text)}</th>" for text in w.all("casino.columns"))
        rows = []
        for other in (w.sample(names, 6) + [f"{n} {rng.choice(('Bet', '24', 'Gold'))}" for n in names])[
            : rng.randint(4, 10)
        ]:
            mark = f"{rng.randint(70, 99) / 20:.1f}/5"
            cells = (esc(other), esc(w.say("casino.bonus")), mark, _out(w, w.say("casino.play")))
            rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
        parts.append(tag("table", f"<thead><tr>{head}</tr></thead>" + "".join(rows), class_="toplist"))
    for heading in w.some("casino.heads", rng.randint(2, 6), b=name):
        parts.append(tag("h2", esc(heading)))
        parts.append(paragraphs(w.some("casino.body", rng.randint(1, 3), b=name)))
        if w.chance(0.4):
            parts.append(tag("p", _out(w, w.say("casino.play"))))
    parts.append(tag("p", tag("small", esc(w.say("casino.small")))))
    title = w.say("casino.titles", b=name)
    return render(
        Page(
            title,
            "\n".join(parts),
            domain(rng, "spam"),
            description=w.say("casino.body", b=name),
            kin=[w.say("casino.titles", b=n) for n in names],
        ),
        w,
    )


def _profiles(rng: Random, language: str) -> str:
    """Adverts of escorts in a town, or tiles of webcams: names, ages, hours; behind a question for one's age."""
    w = Writer(rng, language)
    city = w.say("site.cities")
    cards = []
    for _ in range(rng.randint(6, 30)):
        text = w.say("adult.cards", x=w.say("adult.aliases"), a=str(rng.randint(20, 39)), city=city)
        picture = f'<img src="/thumbs/{rng.randrange(10**6)}.jpg" alt="{esc(text)}" loading="lazy">'
        facts = items((esc(fact) for fact in w.some("adult.facts", rng.randint(0, 3))), class_="facts")
        cards.append(anchor(text, f"/profile/{rng.randint(100, 9999)}") + picture + facts)
    grid = tag("div", "".join(tag("div", card, class_="card model-tile") for card in cards), class_="grid")
    words = paragraphs(w.some("adult.body", rng.randint(1, 4), city=city))
    towns = items(
        anchor(text, f"/{slug(text, rng)}/") for text in [w.say("adult.links") for _ in range(rng.randint(4, 12))]
    )
    parts = [*w.sample([grid, words], 2), towns]
    menu = [anchor(text, f"/{slug(text, rng)}/") for text in w.some("adult.links", 5, city=city)]
    return render(
        Page(w.say("adult.titles", city=city), "\n".join(parts), domain(rng, "spam"), aside="<!-- -->", nav=menu), w
    )


def _portal(rng: Random, language: str) -> str:
    """A betting portal's landing page: short claims of games and bonuses, hardly more."""
    w = Writer(rng, language)
    kind = {"tr": "bahis", "zh": "caipiao"}.get(language) or rng.choice(GAMBLING[:2])
    anchors = texts(w, kind, 4)
    parts = []
    for text in says(w, kind, rng.randint(4, 14), linked=w.chance(0.5)):
        if w.chance(0.35):
            parts.append(tag(rng.choice(("h2", "h3")), esc(rng.choice(anchors)).capitalize()))
        parts.append(tag("p", text))
    parts.append(items(links(w, kind, rng.randint(4, 10))))
    if w.chance(0.5):
        parts.append(
            items((f"{w.date()} · {w.person()[:2]}*** +{rng.randint(50, 90000):,}" for _ in range(8)), class_="winners")
        )
    title = rng.choice((" - ", " | ", "_")).join(anchors[: rng.randint(1, 3)])
    return render(Page(title, "\n".join(parts), rng.choice(anchors), domain(rng, "spam"), kin=texts(w, kind, 6)), w)


GENERATORS = (
    Generator("one/adult-or-gambling-review", ("adult-or-gambling",), HEAVY, _review),
    Generator("one/adult-or-gambling-profiles", ("adult-or-gambling",), HEAVY, _profiles),
    Generator("one/adult-or-gambling-portal", ("adult-or-gambling",), ("en", "tr", "zh"), _portal),
)
