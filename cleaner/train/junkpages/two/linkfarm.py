"""Link farms: old web directories, partner pages, guest-post markets, profiles made for one link, lists of hosts."""

from __future__ import annotations

from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator

from .spamhtml import a, h, items, p, page, table
from .spamwords import SIX, date, domain, either, fill, name, person, say, several, slug, words


def anchor(rng: Random, language: str, spam: float = 0.35) -> str:
    """What a sold link says: goods, services, or what only spam sells."""
    seo, common = words("seo", language), words("common", language)
    if rng.random() < spam:
        return rng.choice(words("links", language)["spam"])
    kind = rng.choice(("services", "goods"))
    word = rng.choice(seo[kind])
    return (
        fill(rng, rng.choice(seo["variants"]), kw=word, city=rng.choice(common["cities"]))
        if rng.random() < 0.6
        else word
    )


def _slots(rng: Random, language: str) -> dict[str, str]:
    links = words("links", language)
    slots = {
        "site": name(rng),
        "year": str(rng.randint(2004, 2025)),
        "n": str(rng.randint(2, 8)),
        "name": person(rng, language),
    }
    slots |= {key: anchor(rng, language) for key in ("kw", "kw2", "kw3")}
    return slots | {"topic": rng.choice(links["topics"])}


def _out(rng: Random, text: str) -> str:
    rel = rng.choice(("", "", 'target="_blank"', 'rel="dofollow"'))
    return a(f"http{rng.choice(('', 's'))}://{domain(rng, text if rng.random() < 0.5 else '')}/", text, rel)


def directory(rng: Random, language: str) -> str:
    """A PHP link directory's category: listed sites with descriptions and ranks, "add URL", sub-categories."""
    pool, slots = words("links", language), _slots(rng, language)
    title = say(rng, "links", language, "directory", **slots)
    actions = " | ".join(a("/submit.php", row) for row in several(rng, pool["actions"], 2, 6))
    topics = table(
        [[a(f"/{slug(row)}/", f"{row} ({rng.randint(0, 900)})")] for row in several(rng, pool["topics"], 3, 12)]
    )
    rows = []
    for _ in range(rng.randint(8, 40)):
        label = anchor(rng, language)
        text = fill(rng, rng.choice(pool["blurbs"]), **(_slots(rng, language) | {"kw": label}))
        rank = f'<span class="pr">PR: {rng.randint(0, 5)}</span>' if rng.random() < 0.5 else ""
        rows.append(f"{_out(rng, label)} {rank}<br>{escape(text)}")
    listed = items(rows) if rng.random() < 0.5 else "".join(f'<div class="listing">{row}</div>' for row in rows)
    main = h(1, title) + p(" ") + actions + topics + listed + f"<p>1 2 3 ... {rng.randint(4, 99)} &raquo;</p>"
    return page(rng, language, title, main, site=slots["site"], frames=("tables", "bare", "bootstrap"))


def partners(rng: Random, language: str) -> str:
    """A small firm's reciprocal links: rows of anchors, the code to copy, the rules of the exchange."""
    pool, slots = words("links", language), _slots(rng, language)
    title = say(rng, "links", language, "partners", **slots)
    blocks = [h(1, title)] + [p(fill(rng, row, **slots)) for row in several(rng, pool["swap"], 0, 3)]
    if rng.random() < 0.6:
        code = f"<a href='http://{domain(rng, slots['site'])}/'>{slots['kw']}</a>"
        blocks.append(f'<textarea rows="3" cols="50">{escape(code)}</textarea>')
    for _ in range(rng.randint(1, 5)):
        links = [_out(rng, anchor(rng, language)) for _ in range(rng.randint(6, 25))]
        if rng.random() < 0.4:
            links = [
                f"{link} - {escape(fill(rng, rng.choice(pool['blurbs']), **_slots(rng, language)))}" for link in links
            ]
        blocks.append(rng.choice((h(3, rng.choice(pool["topics"])), "<hr>", "")))
        blocks.append(items(links) if rng.random() < 0.5 else rng.choice((" | ", "<br>", " &bull; ", ", ")).join(links))
    return page(rng, language, f"{title} - {slots['site']}", "\n".join(blocks), site=slots["site"])


def market(rng: Random, language: str) -> str:
    """A guest-post market: hosts with their authority, traffic and price."""
    pool, slots = words("links", language), _slots(rng, language)
    title = say(rng, "links", language, "market", **slots)
    columns = ["#", *[escape(row) for row in pool["columns"]]]
    rows = []
    for number in range(1, rng.randint(12, 70)):
        host = domain(rng)
        numbers = [
            str(rng.randint(11, 89)),
            str(rng.randint(8, 80)),
            f"{rng.randint(1, 900)}K",
            f"{rng.randint(1, 30)}0",
        ]
        rows.append(
            [str(number), a(f"https://{host}/", host), *numbers, "dofollow", escape(rng.choice(pool["topics"]))]
        )
    text = [p(fill(rng, row, **slots)) for row in several(rng, pool["sell"], 1, 5)]
    main = (
        h(1, title) + "".join(text[:2]) + table([columns, *rows], 'class="tablepress"', head=True) + "".join(text[2:])
    )
    return page(rng, language, title, main)


def profile(rng: Random, language: str) -> str:
    """A member's page on a forgotten forum or a bookmark list, there only for its links."""
    pool, slots = words("links", language), _slots(rng, language)
    title = say(rng, "links", language, "profile", **slots)
    blocks = [h(2, title), p(fill(rng, rng.choice(pool["bio"]), **slots))]
    for _ in range(rng.randint(1, 4)):
        text = escape(fill(rng, rng.choice(pool["bio"] + pool["blurbs"]), **_slots(rng, language)))
        blocks.append(f"<p>{text} {' '.join(_out(rng, anchor(rng, language)) for _ in range(rng.randint(1, 5)))}</p>")
    marks = [
        f"{_out(rng, anchor(rng, language))} <small>{date(rng, language)}</small>" for _ in range(rng.randint(6, 30))
    ]
    blocks.append(items(marks, attributes='class="bookmarks"'))
    facts = [
        ["Location", rng.choice(words("common", language)["cities"])],
        ["Posts", "0"],
        ["Website", _out(rng, slots["kw"])],
    ]
    return page(
        rng, language, title, "\n".join(blocks), aside=table(facts, 'class="profile"') if rng.random() < 0.7 else ""
    )


def hosts(rng: Random, language: str) -> str:
    """Robot pages of "new" or "similar" domains: hundreds of hosts, each with a link and a date."""
    day = f"20{rng.randint(12, 25)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    title = rng.choice(
        (
            f"Registered domains {day} page {rng.randint(2, 900)}",
            f"Website stats {day}",
            f"Recently checked sites #{rng.randint(9, 999)}",
        )
    )
    found = [domain(rng, anchor(rng, language) if rng.random() < 0.4 else "") for _ in range(rng.randint(40, 220))]
    worth = rng.random() < 0.5
    rows = [a(f"http://{host}/", host) + (f" ${rng.randint(8, 9000)} {day}" if worth else "") for host in found]
    body = items(rows, "ol") if rng.random() < 0.5 else "\n<br>".join(rows)
    return page(rng, language, title, h(1, title) + body, frames=("bare", "bootstrap", "tables"))


_LINKS = ("link-farm",)
GENERATORS = (
    Generator("two/links-directory", _LINKS, SIX, directory),
    Generator("two/links-partners", _LINKS, SIX, partners),
    Generator("two/links-hosts", _LINKS, SIX, either(market, hosts)),
    Generator("two/links-profile", _LINKS, SIX, profile),
)
