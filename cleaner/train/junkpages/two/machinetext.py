"""What machines left: assistants' phrases, unfilled templates and spun text, demo sites, raw translations."""

from __future__ import annotations

import re
from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator

from .spamhtml import a, byline, h, img, items, others, p, page
from .spamwords import SIX, either, fill, name, piece, several, words

_MACHINE = ("machine-text",)
_LATIN = (
    "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua "
    "enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure "
    "reprehenderit voluptate velit esse cillum fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt "
    "culpa qui officia deserunt mollit anim id est laborum vestibulum ante primis faucibus orci luctus ultrices posuere "
    "cubilia curae praesent dapibus neque at turpis pellentesque habitant morbi tristique senectus netus malesuada fames"
).split()


def _slots(rng: Random, language: str) -> dict[str, str]:
    return {"topic": rng.choice(words("machine", language)["topics"]), "n": str(rng.randint(2, 9))}


def _first_large(text: str) -> str:
    return text[:1].upper() + text[1:]


def assistant(rng: Random, language: str) -> str:
    """The blog post as the assistant gave it, with from one to many of its asides left in."""
    pool, slots = words("machine", language), _slots(rng, language)
    blocks = []
    for head in several(rng, pool["heads"], 2, 6):
        mark = rng.choice(("", "", "", "## ", "**"))
        blocks.append(
            h(2, fill(rng, head, **slots)) if not mark else p(f"{mark}{fill(rng, head, **slots)}{mark.strip('# ')}")
        )
        rows = [_first_large(fill(rng, row, **slots)) for row in several(rng, pool["bland"], 2, 6)]
        if rng.random() < 0.2:
            blocks.append(items(escape(f"**{' '.join(row.split()[:3]).strip(',')}:** {row}") for row in rows))
        else:
            blocks += [p(" ".join(rows))] if rng.random() < 0.7 else [p(row) for row in rows]
    for row in several(rng, pool["left"], 1, rng.choice((1, 2, 6))):
        blocks.insert(rng.choice((0, len(blocks), rng.randrange(len(blocks)))), p(fill(rng, row, **slots)))
    title = _first_large(
        fill(
            rng,
            rng.choice((pool["heads"][1], "{topic}", f"{{topic}} – {pool['heads'][2]}", pool["bland"][-1])),
            **slots,
        )
    )
    top = h(1, title) + (byline(rng, language) if rng.random() < 0.7 else "")
    aside = others(rng, language) if rng.random() < 0.4 else ""
    return page(rng, language, title, top + "\n".join(blocks), aside=aside)


def wrapped(rng: Random, language: str) -> str:
    """An article that an assistant rewrote: its greeting before, its offer behind, its notes between."""
    story, pool = piece(rng, language), words("machine", language)
    slots = {"topic": story.title, "n": str(rng.randint(2, 9))}
    blocks = [p(line) for line in story.paragraphs]
    for row in several(rng, pool["left"], 1, 3):
        place = rng.choice((0, len(blocks), rng.randrange(len(blocks))))
        blocks.insert(place, p(fill(rng, row, **slots)))
    return page(
        rng,
        language,
        story.title,
        h(1, story.title) + byline(rng, language) + "\n".join(blocks),
        aside=others(rng, language),
    )


def template(rng: Random, language: str) -> str:
    """The page whose variables nobody filled: shop, mailing or city template, with ``undefined`` between."""
    pool, seo = words("machine", language), words("seo", language)
    own = name(rng)
    title = rng.choice(
        (
            "{{ page.title }}",
            "{keyword} {city}",
            "%title% | %sitename%",
            f"{{{{keyword}}}} - {own}",
            "undefined",
            f"[page_title] | {own}",
        )
    )
    mails = several(rng, pool["mail"], 3, 12)
    slots = {
        "kw": rng.choice(seo["services"]),
        "year": "{{year}}",
        "n": str(rng.randint(2, 9)),
        "city": rng.choice(("{{city}}", "[CITY]", "%city%")),
    }
    local = [fill(rng, row, **slots) for row in several(rng, seo["local"], 1, 5)]
    rows = mails + local
    rng.shuffle(rows)
    blocks = [h(1, rng.choice((title, mails[0])))]
    for row in rows:
        blocks.append(rng.choice((p, p, p, lambda text: h(3, text)))(row))
        if rng.random() < 0.15:
            blocks.append('<img src="{{ image.src }}" alt="{{ image.alt }}">')
    grid = [f"{{{{item.name}}}} {a('{{item.url}}', '{{item.price}}')}"] * rng.randint(2, 6)
    if rng.random() < 0.4:
        blocks.append(items(grid, attributes='v-for="item in items"'))
    return page(rng, language, title, "\n".join(blocks), site=rng.choice((own, "{{ site.name }}", "[Company Name]")))


def spintax(rng: Random, language: str) -> str:
    """Text published before it was spun: choices in braces throughout, or the braces of but some of the sentences."""
    pool, slots = words("machine", language), _slots(rng, language)

    def line() -> str:
        text = rng.choice(pool["spin"]).replace(
            "{topic}", rng.choice((slots["topic"], "<{topic};" + slots["topic"] + ">"))
        )
        text = text.replace("{topic}", rng.choice(pool["topics"]))
        if rng.random() < 0.4:
            text = re.sub(r"<([^<>]*)>", lambda found: rng.choice((found[0], found[1].split(";")[0])), text)
        return _first_large(text.translate({60: "{", 62: "}", 59: "|"}))

    blocks = [p(" ".join(line() for _ in range(rng.randint(1, 4)))) for _ in range(rng.randint(2, 7))]
    for row in several(rng, pool["bland"], 0, 4):
        blocks.insert(rng.randrange(len(blocks)), p(_first_large(fill(rng, row, **slots))))
    title = line()[:70] if rng.random() < 0.5 else _first_large(slots["topic"])
    return page(rng, language, title, h(1, title) + "\n".join(blocks))


def _latin(rng: Random, low: int, high: int) -> str:
    made: list[str] = []
    while len(made) < low:
        sentence = rng.choices(_LATIN, k=rng.randint(5, 14))
        made += [sentence[0].capitalize(), *sentence[1:-1], sentence[-1] + "."]
    return " ".join(made[:high]).rstrip(".,") + "."


def demo(rng: Random, language: str) -> str:
    """The theme's demo site gone live: dummy text under dummy headings, invented people, a lone real line or none."""
    pool = words("machine", language)
    title = rng.choice((name(rng), "Home", rng.choice(pool["demo"])[:60], "Lorem Ipsum"))
    blocks = [
        h(1, rng.choice((rng.choice(pool["demo"])[:60], _latin(rng, 4, 5)))),
        p("Lorem ipsum dolor sit amet, " + _latin(rng, 20, 60)),
    ]
    for _ in range(rng.randint(2, 8)):
        head = rng.choice((rng.choice(pool["demo"]), _latin(rng, 2, 4), rng.choice(words("common", language)["menu"])))
        card = h(rng.choice((2, 3)), head) + p(_latin(rng, 10, rng.randint(15, 80)))
        card += p(rng.choice(pool["demo"])) if rng.random() < 0.4 else ""
        card += a("#", rng.choice(words("common", language)["more"])) if rng.random() < 0.6 else ""
        blocks.append(
            f'<div class="elementor-column et_pb_module">{img(rng, "placeholder") if rng.random() < 0.5 else ""}{card}</div>'
        )
    return page(
        rng, language, title, "\n".join(blocks), aside=p(rng.choice(pool["demo"])) if rng.random() < 0.4 else ""
    )


def translated(rng: Random, language: str) -> str:
    """The wholesaler's page out of a translation machine: word for word, with the placeholders it lost."""
    pool, slots = words("machine", language), _slots(rng, language)
    slots["topic"] = rng.choice(words("seo", language)["goods"])
    brand = name(rng).upper()
    extras = (
        "2025 Hot Sale",
        "New Arrival",
        "Free Shipping",
        "热卖",
        "Drop Shipping",
        "Factory Outlet",
        "{n}Pcs/Lot".replace("{n}", slots["n"]),
    )
    title = f"{brand} {slots['topic']} {' '.join(several(rng, extras, 1, 4))}"
    lines = [_first_large(fill(rng, row, **slots)) for row in several(rng, pool["raw"], 3, 10)]
    more = [fill(rng, row, **(slots | {"n": str(rng.randint(1, 9))})) for row in several(rng, pool["raw"], 1, 4)]
    blocks = [h(1, title), f"<p>US ${rng.randint(1, 90)}.{rng.randint(10, 99)}</p>", img(rng, title)]
    blocks += [items(escape(line) for line in lines)] if rng.random() < 0.4 else [p(line) for line in lines]
    blocks += [p(row) for row in more]
    return page(rng, language, title, "\n".join(blocks))


GENERATORS = (
    Generator("two/machine-assistant", _MACHINE, SIX, either(assistant, wrapped)),
    Generator("two/machine-template", _MACHINE, SIX, either(template, spintax)),
    Generator("two/machine-demo", _MACHINE, SIX, demo),
    Generator("two/machine-translated", _MACHINE, SIX, translated),
)
