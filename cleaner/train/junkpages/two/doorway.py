"""Doorways: a service in every city, a page for every part number, downloads of everything, casino mirrors."""

from __future__ import annotations

from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator

from .seostuffed import Keyword
from .spamhtml import a, h, img, items, p, page, table
from .spamwords import SIX, date, domain, fill, name, person, piece, several, slug, words


def city(rng: Random, language: str) -> str:
    """One of a firm's thousand city pages: the same text with another name, and links to the neighbours."""
    word = Keyword(rng, language, "services")
    slots = {"kw": word.word, "city": word.city, "year": str(rng.randint(1988, 2019)), "n": str(rng.randint(2, 6))}

    def line(phrase: str) -> str:
        text = fill(rng, phrase, **slots)
        return text[0].upper() + text[1:]

    seo = word.pool
    title = line(rng.choice(seo["city"]))
    blocks = [h(1, title)]
    local = several(rng, seo["local"], 3, 7)
    while local:
        count = rng.randint(1, 3)
        blocks.append(p(" ".join(line(row) for row in local[:count])))
        local = local[count:]
        if rng.random() < 0.4:
            blocks.append(h(2, line(rng.choice(seo["heads"] + seo["city"]))))
    blocks.append(a("tel:000", line(rng.choice(seo["call"])), 'class="btn btn-cta"'))
    if rng.random() < 0.5:
        blocks.append(f'<iframe title="{escape(word.city)}" src="https://maps.example/?q={slug(word.city)}"></iframe>')
    towns = [town for town in words("common", language)["cities"] if town != word.city]
    zips = rng.random() < 0.3
    rows = [
        a(f"/{slug(word.word)}-{slug(t)}/", f"{rng.randint(10000, 99999)} {t}" if zips else f"{word.word} {t}")
        for t in towns
    ]
    near = h(3, line(rng.choice(seo["areas"]))) + (items(rows) if rng.random() < 0.6 else " | ".join(rows))
    blocks.append(word.faq() if rng.random() < 0.4 else "")
    site = f"{name(rng)} {word.word.capitalize()}"
    return page(rng, language, title, "\n".join(blocks) + near, site=site)


def part(rng: Random, language: str) -> str:
    """The parts broker's page for one number: in stock of course, fields without worth, more numbers."""
    seo, brand = words("seo", language), name(rng)

    def number() -> str:
        letters = "".join(rng.choices("ABCDEFGHKLMNPRSTX", k=rng.randint(1, 4)))
        return (
            f"{letters}{rng.randint(10, 99_999)}{rng.choice(('', '-', '/'))}{rng.choice('ABCTRX')}{rng.randint(1, 9)}"
        )

    own = number()
    slots = {"part": own, "brand": brand, "n": str(rng.randint(2, 9))}
    title = fill(rng, rng.choice(seo["part"]), **slots)
    values = [own, brand, "100% New", f"{rng.randint(1, 9)}", f"{rng.randint(100, 9999)} pcs", "DIP-8"]
    facts = table(
        ([escape(key), escape(value)] for key, value in zip(seo["fields"], values, strict=False)), 'class="spec"'
    )
    text = [p(fill(rng, row, **slots)) for row in several(rng, seo["stock"], 1, 5)]
    more = items(
        a(f"/part/{n.replace('/', '-')}.html", f"{n} {rng.choice((brand, '', 'PDF'))}")
        for n in (number() for _ in range(rng.randint(8, 60)))
    )
    form = (
        '<form action="/rfq"><input name="qty"><input name="email"><button>RFQ</button></form>'
        if rng.random() < 0.6
        else ""
    )
    return page(rng, language, title, h(1, title) + facts + "\n".join(text) + form + more)


def download(rng: Random, language: str) -> str:
    """A crack, an unlocked app or a book "as PDF": buttons, a password, a table of facts about nothing."""
    pool, books = words("doorway", language), rng.random() < 0.35
    soft = (
        f"{name(rng)} {rng.choice(('Studio', 'Pro', 'Video Converter', 'Player', 'Cleaner', 'CAD', 'Legends', 'Farm'))}"
    )
    version = f"{rng.randint(1, 24)}.{rng.randint(0, 9)}.{rng.randint(0, 900)}"
    slots = {
        "soft": soft,
        "v": version,
        "book": piece(rng, language).title,
        "name": person(rng, language),
        "n": str(rng.randint(2, 9)),
    }
    slots |= {
        "pass": rng.choice(("123", "www." + domain(rng), f"{name(rng).upper()}{rng.randint(1, 99)}")),
        "date": date(rng, language),
    }
    slots["year"] = str(rng.randint(2022, 2025))
    titles = [row for row in pool["title"] if ("{book}" in row) == books]
    title = fill(rng, rng.choice(titles), **slots)

    def button() -> str:
        where = f"https://{domain(rng, 'get file')}/?k={slug(title)}"
        dress = rng.choice(
            ('class="btn-download"', 'style="background:#2ecc40;color:#fff;padding:14px"', 'rel="nofollow"', "")
        )
        return f"<p align='center'>{a(where, fill(rng, rng.choice(pool['button']), **slots), dress)}</p>"

    blocks = [h(1, title), button(), img(rng, title)]
    for row in several(rng, pool["book" if books else "lines"], 2, 6):
        blocks.append(p(fill(rng, row, **slots)))
        if not books and rng.random() < 0.5:
            blocks.append(h(2, fill(rng, rng.choice(pool["heads"]), **slots)))
    values = [
        f"{rng.randint(2, 900)} MB",
        version,
        "Free",
        name(rng),
        f"{rng.randint(2, 990)}K+",
        slots["date"],
        "Multi",
    ]
    blocks.append(
        table(([escape(key), escape(value)] for key, value in zip(pool["fields"], values, strict=False)), "border=1")
    )
    if rng.random() < 0.5:
        keys = ("-".join(f"{rng.getrandbits(20):05X}" for _ in range(4)) for _ in range(rng.randint(3, 9)))
        blocks.append("" if books else f"<pre>{chr(10).join(keys)}</pre>")
    blocks += [button() for _ in range(rng.randint(1, 3))]
    slot = "soft" if not books else "book"
    tags = [fill(rng, rng.choice(titles), **(slots | {slot: name(rng)})) for _ in range(rng.randint(3, 10))]
    return page(rng, language, title, "\n".join(blocks), aside=items(a(f"/{slug(row)}/", row) for row in tags))


def mirror(rng: Random, language: str) -> str:
    """The casino's mirror of the day, reached through a page that only leads there."""
    pool = words("doorway", language)
    casino = f"{name(rng)}{rng.choice(('bet', ' Casino', 'win', ' Slots', 'xBet'))}"
    slots = {"casino": casino, "date": date(rng, language), "year": "2025", "n": str(rng.randint(1, 5))}
    slots["pass"] = f"{name(rng).upper()}{rng.randint(50, 999)}"
    title = fill(rng, rng.choice(pool["mirror"]), **slots)

    def button() -> str:
        return a(
            f"https://{domain(rng, casino)}/?ref={rng.randint(100, 99999)}",
            fill(rng, rng.choice(pool["go"]), **slots),
            'class="btn"',
        )

    blocks = [h(1, title), button()]
    for row in several(rng, pool["why"], 2, 4):
        blocks += [
            p(fill(rng, row, **slots)),
            h(2, fill(rng, rng.choice(pool["mirror"]), **slots)) if rng.random() < 0.4 else "",
        ]
    if rng.random() < 0.4:
        blocks.append(
            items(
                escape(f"{casino.lower().replace(' ', '')}-{rng.randint(1, 900)}.example")
                for _ in range(rng.randint(3, 12))
            )
        )
    blocks.append(button())
    head = f'<meta http-equiv="refresh" content="8;url=https://{domain(rng, casino)}/">' if rng.random() < 0.3 else ""
    return page(rng, language, title, "\n".join(blocks), head=head)


_DOORWAY = ("doorway",)
GENERATORS = (
    Generator("two/doorway-city", _DOORWAY, SIX, city),
    Generator("two/doorway-part", _DOORWAY, SIX, part),
    Generator("two/doorway-download", _DOORWAY, SIX, download),
    Generator("two/doorway-mirror", ("doorway", "adult-or-gambling"), SIX, mirror),
)
