"""Casino lists, slots to try, betting tips, companions, dating, webcams: what affiliates sell to adults."""

from __future__ import annotations

from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator

from .spamhtml import a, byline, h, img, items, p, page, table
from .spamwords import SIX, date, either, fill, name, person, several, slug, words

_ADULT = ("adult-or-gambling",)


class _Talk:
    """The phrases of a language with one page's names in them."""

    def __init__(self, rng: Random, language: str) -> None:
        self.rng, self.language = rng, language
        self.pool = words("adult", language)
        self.common = words("common", language)
        self.slots = {"year": str(rng.randint(2023, 2026)), "month": rng.choice(self.common["months"])}
        self.slots |= {
            "brand": f"{name(rng)}{rng.choice(('', 'Bet', ' Gold', 'Win', ' Fruits', ' Vegas'))}",
            "date": date(rng, language),
        }
        self.slots |= {
            "city": rng.choice(self.common["cities"]),
            "name": person(rng, language),
            "team": f"FC {name(rng)}",
        }
        self.slots["team2"] = f"{name(rng)} {rng.choice(('United', 'SK', 'City', '1909'))}"

    def fill(self, phrase: str, **more: str) -> str:
        """A phrase filled, with chance numbers and a chance first name."""
        first = self.rng.choice(self.common["first"])
        text = fill(self.rng, phrase, **({"first": first} | self.slots | more))
        while "{n}" in text:
            text = text.replace("{n}", str(self.rng.randint(1, 9)), 1)
        return text

    def say(self, key: str, **more: str) -> str:
        """One of a key's phrases."""
        return self.fill(self.rng.choice(self.pool[key]), **more)

    def lines(self, key: str, low: int, high: int, **more: str) -> list[str]:
        """Several of a key's phrases, none twice."""
        return [self.fill(row, **more) for row in several(self.rng, self.pool[key], low, high)]


def casinos(rng: Random, language: str) -> str:
    """The affiliate's casino list: a table of bonuses, a review of each, responsible words at the end."""
    talk = _Talk(rng, language)
    title = talk.say("casino")
    brands = [
        f"{name(rng)}{rng.choice((' Casino', 'Bet', 'Spin', ' Slots', 'Jack'))}" for _ in range(rng.randint(3, 12))
    ]
    rows = [
        [
            img(rng, brand),
            escape(brand),
            escape(talk.say("offer")),
            f"{rng.randint(70, 99) / 10}",
            a(f"/go/{slug(brand)}", talk.say("go"), 'rel="sponsored"'),
        ]
        for brand in brands
    ]
    blocks = [h(1, title), byline(rng, language) if rng.random() < 0.5 else "", p(" ".join(talk.lines("claims", 1, 3)))]
    blocks.append(table(rows, 'class="casino-toplist"') if rng.random() < 0.6 else items(" ".join(row) for row in rows))
    for brand in brands[: rng.randint(1, 6)]:
        blocks += [
            h(2, f"{brand}"),
            p(" ".join(talk.lines("claims", 2, 4, brand=brand))),
            a(f"/go/{slug(brand)}", talk.say("go"), 'class="btn"'),
        ]
    return page(rng, language, title, "\n".join(blocks), foot=p(talk.say("warn")) if rng.random() < 0.8 else "")


def slots(rng: Random, language: str) -> str:
    """A slot to try: the frame of the game, its numbers, other slots, where to play with money."""
    talk = _Talk(rng, language)
    title = talk.say("slot")
    brand = talk.slots["brand"]
    blocks = [h(1, title), f'<div class="game"><iframe src="https://games.example/{slug(brand)}"></iframe></div>']
    for line in talk.lines("reel", 2, 4) + talk.lines("claims", 0, 2):
        blocks.append(p(line))
        if rng.random() < 0.3:
            blocks.append(h(2, talk.say("slot")))
    if rng.random() < 0.6:
        facts = [
            ["RTP", f"9{rng.randint(2, 7)}.{rng.randint(10, 99)}%"],
            ["Min / Max bet", f"0.{rng.randint(1, 5)}0 / {rng.randint(5, 50)}0"],
            ["Paylines", str(rng.randint(5, 243))],
        ]
        blocks.append(table(facts))
    blocks += [a("/go/", f"{talk.say('go')} – {talk.say('offer')}", 'class="cta"') for _ in range(rng.randint(1, 4))]
    other = [
        a(f"/slots/{row.lower()}", f"{row} {rng.choice(('Gold', 'Megaways', 'Fruits', '1000', 'Deluxe'))}")
        for row in (name(rng) for _ in range(rng.randint(6, 24)))
    ]
    return page(
        rng,
        language,
        title,
        "\n".join(blocks),
        aside=items(other, attributes='class="slot-grid"'),
        foot=p(talk.say("warn")),
    )


def tips(rng: Random, language: str) -> str:
    """The tipster's page: a match or a day's list, odds, a VIP group."""
    talk = _Talk(rng, language)
    title = talk.say("tips")
    blocks = [h(1, title), *[p(line) for line in talk.lines("tip", 2, 5)]]
    rows = [["", "1", "X", "2", ""]]
    for _ in range(rng.randint(3, 20)):
        odds = [f"{rng.randint(105, 690) / 100:.2f}" for _ in range(3)]
        rows.append([f"{name(rng)} – {name(rng)}", *odds, rng.choice(("1", "X", "2", "1X", "GG", "2.5+"))])
    blocks.insert(rng.randint(1, len(blocks)), table(rows, 'class="odds"', head=True))
    blocks += [
        a("/go/bookie", f"{talk.say('go')} ({talk.say('offer')})", 'rel="nofollow"') for _ in range(rng.randint(1, 3))
    ]
    return page(rng, language, title, "\n".join(blocks), foot=p(talk.say("warn")) if rng.random() < 0.6 else "")


def companions(rng: Random, language: str) -> str:
    """An escort agency's city page or a dating site's landing page: cards of people, cities, a number to call."""
    talk, dating = _Talk(rng, language), rng.random() < 0.45
    title = talk.say("dates" if dating else "escorts")
    blocks = [h(1, title)] + [p(line) for line in talk.lines("date_line" if dating else "lady", 2, 4)]
    cards = []
    for _ in range(rng.randint(4, 18)):
        first = rng.choice(talk.common["first"])
        about = talk.say("date_line" if dating else "lady", first=first) if rng.random() < 0.5 else ""
        cards.append(f"{img(rng, first)}{h(3, f'{first}, {rng.randint(21, 44)}')}<p>{escape(about)}</p>")
    blocks.append(items(cards, attributes='class="profiles"'))
    key, more = ("dates", "cities") if dating else ("escorts", "cities")
    towns = [
        a(f"/{slug(town)}", talk.fill(rng.choice(talk.pool[key]), city=town).split(" – ")[0])
        for town in talk.common[more]
    ]
    gate = f'<div class="age-gate">{escape(talk.say("gate"))}</div>' if rng.random() < 0.5 else ""
    return page(rng, language, title, gate + "\n".join(blocks), aside=items(towns) if rng.random() < 0.7 else "")


def cams(rng: Random, language: str) -> str:
    """The grid of live rooms or clips: names, viewers, minutes, an age gate, a wall of categories."""
    talk = _Talk(rng, language)
    title = talk.say("cams")
    cards = [
        f"{img(rng, 'cam')}{a(f'/room/{rng.randint(100, 99999)}', talk.say('cam'))}" for _ in range(rng.randint(10, 50))
    ]
    gate = f'<div id="age">{p(talk.say("gate"))}<button>18+</button></div>' if rng.random() < 0.75 else ""
    kinds = [
        a(f"/c/{row}", row)
        for row in several(
            rng,
            (
                "HD",
                "VR",
                "Couples",
                "Mature",
                "New",
                "Asian",
                "Latina",
                "Amateur",
                "Private",
                "Tattoo",
                "BBW",
                "Fetish",
            ),
            4,
            12,
        )
    ]
    main = gate + h(1, title) + items(cards, attributes='class="thumbs"')
    return page(
        rng,
        language,
        title,
        main,
        aside=items(kinds),
        foot=p("18 U.S.C. 2257 Record-Keeping Requirements Compliance Statement") if rng.random() < 0.5 else "",
    )


GENERATORS = (
    Generator("two/adult-casinos", _ADULT, SIX, casinos),
    Generator("two/adult-games", _ADULT, SIX, either(slots, tips)),
    Generator("two/adult-companions", _ADULT, SIX, companions),
    Generator("two/adult-cams", _ADULT, SIX, cams),
)
