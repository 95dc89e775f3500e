"""Content farms: copied articles in a machine's wrapping, question farms, "best of" lists, biographies, glued feeds."""

from __future__ import annotations

from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator

from .spamhtml import a, byline, h, img, items, others, p, page, prose, table
from .spamwords import ALL, SIX, Piece, date, domain, either, fill, name, person, piece, pieces, say, several, words


def _slots(rng: Random, language: str) -> dict[str, str]:
    return {
        "name": person(rng, language),
        "date": date(rng, language),
        "domain": domain(rng),
        "site": name(rng),
        "month": rng.choice(words("common", language)["months"]),
        "city": rng.choice(words("common", language)["cities"]),
        "year": str(rng.choice((2023, 2024, 2025, 2026))),
        "n": str(rng.randint(2, 9)),
        "k": str(rng.randint(11, 980)),
        "score": f"{rng.randint(38, 50) / 10}",
    }


def _numbered(rng: Random, language: str, story: Piece, every: float) -> list[str]:
    """The article's blocks with numbered pictures between them."""
    blocks, number = [], 0
    for block in prose(rng, story):
        blocks.append(block)
        if rng.random() < every:
            number += 1
            caption = say(rng, "wrap", language, "caption", title=story.title, n=str(number))
            blocks.append(f"<figure>{img(rng, story.title)}<figcaption>{escape(caption)}</figcaption></figure>")
    return blocks


def _toc(rng: Random, language: str, story: Piece) -> str:
    rows = [
        f"{line[:50].rsplit(' ', 1)[0]}"
        for line in several(rng, [line for line in story.paragraphs if len(line) > 12], 3, 6)
    ]
    links = items((a(f"#h-{number}", row) for number, row in enumerate(rows)), "ol")
    title = say(rng, "wrap", language, "toc")
    return f'<div id="ez-toc-container" class="ez-toc-v2"><p class="ez-toc-title">{title}</p>{links}</div>'


def wrapped(rng: Random, language: str) -> str:
    """The auto-blog in a magazine theme; the quiet ones show but two of its signs."""
    story, slots = piece(rng, language), _slots(rng, language)
    quiet = rng.random() < 0.35
    strong, weak = ("year", "captions", "close", "box"), ("views", "rating", "toc", "minutes", "others", "source")
    shown = {*several(rng, strong, 2, 2 if quiet else 4), *several(rng, weak, 0 if quiet else 3, 1 if quiet else 6)}
    slots["title"] = story.title
    title = say(rng, "wrap", language, "year", **slots) if "year" in shown else story.title

    def line(key: str, tag: str = "div") -> str:
        if key not in shown:
            return ""
        return f'<{tag} class="post-{key}">{escape(say(rng, "wrap", language, key, **slots))}</{tag}>'

    lists = others(rng, language, 4, 14) if "others" in shown else ""
    blocks = _numbered(rng, language, story, 0.4 if "captions" in shown else 0)
    if not quiet and rng.random() < 0.5:
        unit = f'<ins class="adsbygoogle" data-ad-slot="{rng.randint(10**9, 10**10)}" style="display:block"></ins>'
        blocks = [block + (unit if rng.random() < 0.3 else "") for block in blocks]
    if lists and rng.random() < 0.5:
        blocks.insert(len(blocks) // 2, lists)
    top = (
        line("views", "span"),
        line("minutes", "span"),
        line("rating"),
        _toc(rng, language, story) if "toc" in shown else "",
    )
    main = "\n".join(
        (h(1, title), byline(rng, language), *top, *blocks, line("close", "p"), line("source", "p"), line("box"))
    )
    return page(rng, language, title, main + lists, aside=others(rng, language) if "others" in shown else "")


def glued(rng: Random, language: str) -> str:
    """The aggregator's page: the beginnings of several articles one after the other, with where they came from."""
    stories, slots = pieces(rng, language, rng.choice((2, 3, 4, 5, 7, 14))), _slots(rng, language)
    whole = rng.random() < 0.35
    blocks = []
    for story in stories:
        slots |= {"title": story.title, "domain": domain(rng), "site": name(rng)}
        cut = story.paragraphs if whole else story.paragraphs[: rng.randint(1, 3)]
        body = [p(line) for line in cut]
        if not whole:
            body[-1] = p(f"{cut[-1][: rng.randint(60, 300)]}{rng.choice((' […]', '…', ' [...]', ' [&#8230;]'))}")
        tail = say(rng, "wrap", language, rng.choice(("appeared", "source")), **slots)
        blocks.append(
            f'<div class="feed-item">{h(2, story.title)}{"".join(body)}<p><em>{a("#", tail, "rel=nofollow")}</em></p></div>'
        )
    slots["title"] = stories[0].title
    title = say(rng, "wrap", language, "digest", **slots)
    return page(rng, language, title, h(1, title) + "\n".join(blocks), aside=others(rng, language))


def questions(rng: Random, language: str) -> str:
    """The question farm: a question as headline, snippets that answer nothing, ever more questions."""
    pool = words("farm", language)
    things = rng.sample(pool["things"], 2)

    def line(key: str, **more: str) -> str:
        slots = _slots(rng, language) | {"thing": things[0], "other": things[1]} | more
        text = say(rng, "farm", language, key, **slots)
        return text[0].upper() + text[1:]

    title = line("questions")
    blocks = [h(1, title), p(line("askers")), p(line("score"), 'class="rating"'), p(line("answers"))]
    rows = several(rng, pool["questions"], 4, 9)
    for number, row in enumerate(rows):
        thing = rng.choice((things[0], things[0], rng.choice([row for row in pool["things"] if row != things[1]])))
        asked = fill(rng, row, thing=thing, other=things[1])
        blocks.append(h(rng.choice((2, 3)), asked[0].upper() + asked[1:]))
        for answer in several(rng, pool["answers"], 1, 3):
            text = fill(rng, answer, **(_slots(rng, language) | {"thing": thing, "other": things[1]}))
            blocks.append(p(text[0].upper() + text[1:]))
        if rng.random() < 0.25:
            blocks.append(f'<div class="ads">{escape(line("also"))}</div>')
        if rng.random() < 0.2 and number:
            blocks.append(p(rng.choice(piece(rng, language).paragraphs)))
    more = [a("#", fill(rng, row, thing=rng.choice(pool["things"]), other=things[1])) for row in pool["questions"]]
    return page(rng, language, title, "\n".join(blocks), aside=h(3, line("also")) + items(rng.sample(more, 5)))


def best(rng: Random, language: str) -> str:
    """The affiliate's "ten best": boxes with invented scores, the same praise in every one, a buying guide."""
    pool, slots = words("farm", language), _slots(rng, language)
    slots["n"] = str(rng.randint(5, 10))
    slots["thing"] = rng.choice(pool["things"])
    title = say(rng, "farm", language, "best", **slots)
    brands = [f"{name(rng).upper()} {rng.choice('XVKSM')}{rng.randint(2, 990)}" for _ in range(int(slots["n"]))]
    blocks = [h(1, title), byline(rng, language), p(say(rng, "farm", language, "notice", **slots))]
    if rng.random() < 0.5:
        rows = [[escape(brand), f"{rng.randint(85, 99) / 10}", a("/go/", rng.choice(pool["buy"]))] for brand in brands]
        blocks.append(table(rows, 'class="aawp-table"'))
    for number, brand in enumerate(brands, 1):
        slots["brand"] = brand
        badge = f'<span class="ribbon">{escape(rng.choice(pool["verdict"]))}</span>' if number < 4 else ""
        text = "".join(p(fill(rng, row, **slots)) for row in several(rng, pool["praise"], 1, 3))
        pros = items(escape(row) for row in several(rng, pool["pros"], 1, 3))
        button = a(f"/go/{number}", rng.choice(pool["buy"]), 'rel="nofollow sponsored" class="button"')
        blocks.append(
            f"<div class='aawp-product'>{badge}{h(2, f'{number}. {brand}')}{img(rng, brand)}{text}{pros}{button}</div>"
        )
    for row in several(rng, pool["guide"], 1, 3):
        blocks.append(h(2, fill(rng, row, **slots)))
        blocks += [
            p(fill(rng, text, other=rng.choice(pool["things"]), **slots))
            for text in several(rng, pool["answers"], 1, 3)
        ]
    return page(rng, language, title, "\n".join(blocks), aside=others(rng, language) if rng.random() < 0.4 else "")


def biography(rng: Random, language: str) -> str:
    """The celebrity farm: a fact table of unknowns and sentences that any name fits."""
    pool, slots = words("farm", language), _slots(rng, language)
    title = say(rng, "farm", language, "worth", **slots)
    facts = [fill(rng, row, **slots) for row in several(rng, pool["facts"], 5, 12)]
    if rng.random() < 0.6:
        card = table(([escape(cell) for cell in row.split(":", 1)] for row in facts), 'class="wp-block-table"')
    else:
        card = items(escape(row) for row in facts)
    blocks = [h(1, title), byline(rng, language), card]
    for row in several(rng, pool["heads"], 2, 6):
        blocks.append(h(2, fill(rng, row, **slots)))
        blocks += [p(fill(rng, text, **slots)) for text in several(rng, pool["bio"], 1, 4)]
    blocks.insert(rng.randint(2, 5), img(rng, slots["name"]))
    names = [say(rng, "farm", language, "worth", **_slots(rng, language)) for _ in range(rng.randint(4, 9))]
    return page(rng, language, title, "\n".join(blocks), aside=items(a("#", row) for row in names))


def quotes(rng: Random, language: str) -> str:
    """The quotation scraper: sentences of others under invented names, each with its buttons."""
    pool, slots = words("farm", language), _slots(rng, language)
    slots["thing"] = rng.choice(pool["things"])
    title = say(rng, "farm", language, "quotes", **slots)
    lines = [
        line for story in pieces(rng, language, rng.randint(3, 9)) for line in story.paragraphs if 30 < len(line) < 180
    ]
    buttons = " ".join(f"<button>{fill(rng, row, **slots)}</button>" for row in several(rng, pool["copy"], 0, 3))
    rows = []
    for number, line in enumerate(rng.sample(lines, min(len(lines), rng.randint(9, 45))), 1):
        count = f"{number}. " if rng.random() < 0.8 else ""
        rows.append(
            f"<blockquote>{escape(count)}“{escape(line)}” <cite>— {person(rng, language)}</cite></blockquote>{buttons}"
        )
        if rng.random() < 0.1:
            rows.append(h(2, say(rng, "farm", language, "quotes", **slots)))
    return page(
        rng, language, title, h(1, title) + byline(rng, language) + "\n".join(rows), aside=others(rng, language)
    )


_FARM = ("content-farm",)
GENERATORS = (
    Generator("two/farm-wrapped", _FARM, ALL, wrapped),
    Generator("two/farm-glued", _FARM, ALL, glued),
    Generator("two/farm-answers", _FARM, SIX, either(questions, questions, biography, biography, quotes)),
    Generator("two/farm-best", _FARM, SIX, best),
)
