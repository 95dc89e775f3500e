"""Pages that say the same again and again: paragraphs, the whole article, product blurbs, a stuck feed."""

from __future__ import annotations

from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator

from .spamhtml import a, byline, h, honest, img, items, others, p, page, prose
from .spamwords import ALL, SIX, fill, name, piece, pieces, several, words

_DUPLICATE = ("duplicate-text",)


def paragraphs(rng: Random, language: str) -> str:
    """An article whose paragraphs come back, all of them in turn or one of them after each other one."""
    story = piece(rng, language)
    some = [line for line in story.paragraphs if len(line) > 40][: rng.randint(2, 7)] or list(story.paragraphs)
    way = rng.choice(("turn", "refrain", "shuffle", "each"))
    if way == "turn":
        lines = some * rng.randint(3, 9)
    elif way == "refrain":
        lines = [
            line for other in story.paragraphs for line in (other, some[0], *([some[-1]] if rng.random() < 0.5 else []))
        ]
    elif way == "shuffle":
        lines = [rng.choice(some) for _ in range(len(some) * rng.randint(4, 8))]
    else:
        lines = [line for line in some for _ in range(rng.randint(3, 8))]
    blocks = [p(line) for line in lines]
    if rng.random() < 0.4:
        blocks = [block + (h(2, story.title) if rng.random() < 0.2 else "") for block in blocks]
    main = h(1, story.title) + byline(rng, language) + "\n".join(blocks)
    return page(rng, language, story.title, main, aside=others(rng, language) if rng.random() < 0.5 else "")


def twice(rng: Random, language: str) -> str:
    """The whole article two or three times: for the desk and the hand, as teaser and text, by a broken import."""
    story = piece(rng, language)
    first = "\n".join(prose(rng, story))
    way = rng.choice(("devices", "import", "print", "loose"))
    if way == "devices":
        main = f'<div class="desktop-only">{h(1, story.title)}{first}</div>\n<div class="mobile-only">{h(1, story.title)}{first}</div>'
    elif way == "import":
        main = "<hr>".join([h(2, story.title) + byline(rng, language) + first] * rng.randint(2, 4))
    elif way == "print":
        whole = "\n".join(escape(line) for line in story.paragraphs)
        main = f'{honest(rng, language, story)}<div class="print-version"><pre>{whole}</pre></div>'
    else:
        again = [line if rng.random() < 0.85 else line.split(". ")[0] for line in story.paragraphs]
        main = h(1, story.title) + first + "\n".join(p(line) for line in again)
    return page(rng, language, story.title, main, aside=others(rng, language) if rng.random() < 0.5 else "")


def blurbs(rng: Random, language: str) -> str:
    """A shop's list: one description under every product, only number, size or price differ."""
    farm, kw = words("farm", language), rng.choice(words("seo", language)["goods"])
    brand = name(rng)
    slots = {"thing": kw, "brand": brand, "kw": kw, "n": str(rng.randint(2, 9)), "city": "", "date": "", "other": brand}
    lines = several(rng, farm["praise"], 1, 3) + several(rng, farm["pros"], 0, 2)
    text = " ".join(fill(rng, line, **slots) for line in lines)
    title, cards = f"{brand} {kw}", []
    for number in range(rng.randint(5, 30)):
        size = rng.choice(("S", "M", "L", "XL", "38", "40", "42", "0.5 m", "2 m"))
        label = rng.choice((f"{title} {size}", f"{title} #{number + 1}", f"{title} {rng.randint(1000, 9999)}"))
        price = f"{rng.randint(9, 290)}.{rng.choice(('00', '90', '99'))}"
        buy = a(f"/cart?add={number}", rng.choice(farm["buy"]))
        cards.append(f'{img(rng, label)}{h(3, label)}<p class="desc">{escape(text)}</p><b>{price}</b> {buy}')
    grid = (
        items(cards, attributes='class="products"')
        if rng.random() < 0.5
        else "".join(f'<div class="card">{c}</div>' for c in cards)
    )
    return page(rng, language, title, h(1, title) + grid)


def stuck(rng: Random, language: str) -> str:
    """An archive that endless scrolling filled with the same few teasers again."""
    stories = pieces(rng, language, rng.randint(1, 4))
    more = words("common", language)["more"]
    teasers = [
        f'<article class="post">{h(2, story.title)}{p(story.paragraphs[0][:300])}{p(story.paragraphs[1][:200])}{a("#", rng.choice(more))}</article>'
        for story in stories
    ]
    feed: list[str] = []
    for _ in range(rng.randint(4, 10)):
        rng.shuffle(teasers)
        feed += teasers
    title = rng.choice(words("common", language)["recent"])
    return page(rng, language, title, h(1, title) + "\n".join(feed))


GENERATORS = (
    Generator("two/duplicate-paragraphs", _DUPLICATE, ALL, paragraphs),
    Generator("two/duplicate-twice", _DUPLICATE, ALL, twice),
    Generator("two/duplicate-blurbs", _DUPLICATE, SIX, blurbs),
    Generator("two/duplicate-stuck", _DUPLICATE, ALL, stuck),
)
