"""Pages stuffed with a keyword: a firm's, an adviser's, a shop's category, and an honest article in stuffed clothes."""

from __future__ import annotations

from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator

from .spamhtml import a, h, honest, img, items, p, page
from .spamwords import SIX, fill, name, piece, several, words

_HIDING_PLACES = ("footer", "tags", "meta", "alt")


class Keyword:
    """A keyword in a city, and phrases filled with it."""

    def __init__(self, rng: Random, language: str, kind: str) -> None:
        self.rng = rng
        self.pool = words("seo", language)
        self.word = rng.choice(self.pool[kind])
        self.city = rng.choice(words("common", language)["cities"])

    def variants(self, low: int, high: int) -> list[str]:
        """The keyword as people may search it."""
        return [
            fill(self.rng, row, kw=self.word, city=self.city)
            for row in several(self.rng, self.pool["variants"], low, high)
        ]

    def fill(self, phrase: str) -> str:
        """A phrase with the keyword in it, its first letter large."""
        one, two = self.variants(2, 2)
        slots = {"kw": self.word, "city": self.city, "variant": one, "variant2": two, "n": str(self.rng.randint(3, 9))}
        text = fill(self.rng, phrase, **slots)
        return text[0].upper() + text[1:]

    def say(self, key: str) -> str:
        """One of the phrases of a key."""
        return self.fill(self.rng.choice(self.pool[key]))

    def meta(self) -> dict[str, str]:
        """Stuffed meta tags."""
        return {"keywords": ", ".join(self.variants(5, 12)), "description": self.say("title")}

    def paragraph(self, low: int, high: int, bold: float) -> str:
        """Sentences with the keyword, bold or linked now and then."""
        rows = [self.fill(row) for row in several(self.rng, self.pool["lines"], low, high)]
        text = escape(" ".join(rows))
        word = escape(self.word)
        if self.rng.random() < bold:
            dress = self.rng.choice(
                (f"<strong>{word}</strong>", f'<a href="/">{word}</a>', f"<b>{word}</b>", f"<em>{word}</em>")
            )
            text = text.replace(word, dress, self.rng.choice((1, 3, 99)))
        return f"<p>{text}</p>"

    def faq(self) -> str:
        """Questions a machine asks and answers."""
        rows = several(self.rng, self.pool["faq"], 2, 6)
        return "\n".join(f'<div class="faq-item">{h(3, self.fill(row))}{p(self.say("reply"))}</div>' for row in rows)

    def cloud(self, low: int = 6, high: int = 13) -> str:
        """The variants as a list of links or as one line."""
        rows = self.variants(low, high)
        title = self.rng.choice(self.pool["cloud"])
        if self.rng.random() < 0.5:
            return f'<div class="tagcloud">{h(4, title)}{items(a("/", row) for row in rows)}</div>'
        return p(f"{title}: {self.rng.choice((', ', ' | ', ' - ', ' • ')).join(rows)}", 'class="small text-muted"')


def firm(rng: Random, language: str) -> str:
    """A local firm's page with the keyword in every heading, alt text and footer line."""
    word = Keyword(rng, language, "services")
    heavy = rng.random() < 0.65
    blocks = [h(1, word.say("title") if heavy else word.say("heads"))]
    for row in several(rng, word.pool["heads"], 3, 6) * rng.choice((1, 1, 1, 3)):
        blocks += [h(2, word.fill(row)), word.paragraph(2, 4 if heavy else 3, 0.6)]
        if rng.random() < 0.5:
            blocks.append(img(rng, ", ".join(word.variants(1, 4))))
    blocks.append(word.faq() if rng.random() < 0.6 else "")
    aside = p(word.say("call")) + (word.cloud() if rng.random() < 0.5 else "")
    foot = word.cloud() if heavy else ""
    meta = word.meta() if rng.random() < 0.8 else None
    return page(
        rng,
        language,
        word.say("title"),
        "\n".join(blocks),
        aside=aside,
        foot=foot,
        meta=meta,
        site=f"{name(rng)} {word.word.capitalize()}",
    )


def advice(rng: Random, language: str) -> str:
    """A text that is to advise but only repeats its keyword; often no heading at all."""
    word = Keyword(rng, language, rng.choice(("services", "goods")))
    blocks = [h(1, word.say("heads"))]
    for _ in range(rng.choice((3, 5, 9, 24))):
        if rng.random() < 0.4:
            blocks.append(h(2, word.say("heads")))
        blocks.append(word.paragraph(1, 5, 0.8))
    blocks.append(word.faq())
    title = word.say(rng.choice(("title", "faq")))
    return page(rng, language, title, "\n".join(blocks), aside=word.cloud(), meta=word.meta())


def category(rng: Random, language: str) -> str:
    """A shop's category: products named by the keyword's variants, below them the text for the search engine."""
    word = Keyword(rng, language, "goods")
    cards = []
    for _ in range(rng.randint(4, 16)):
        label = f"{name(rng)} {word.variants(1, 1)[0]}"
        price = (
            f"{rng.randint(9, 400)},{rng.choice(('99', '95', '00'))} €"
            if language != "en"
            else f"${rng.randint(9, 400)}.99"
        )
        cards.append(
            f'{img(rng, label)}{h(3, label)}<span class="price">{price}</span>{a("/p/", word.variants(1, 1)[0])}'
        )
    text = [word.paragraph(3, 6, 0.9) for _ in range(rng.randint(2, 6))]
    seo = f'<div class="category-seo-text">{h(2, word.say("heads"))}{"".join(text)}{word.faq()}</div>'
    main = h(1, word.say("title")) + items(cards, attributes='class="products columns-4"') + seo
    return page(rng, language, word.say("title"), main, foot=word.cloud(), meta=word.meta())


def clothes(rng: Random, language: str) -> str:
    """An honest article whose title, alt texts, tags and footer are stuffed for another word."""
    word, story = Keyword(rng, language, rng.choice(("services", "goods"))), piece(rng, language)
    shown = set(rng.sample(_HIDING_PLACES, rng.randint(2, 4)))
    anchors = "".join(f" {a('/', row)}" for row in word.variants(2, 4))
    middle = word.paragraph(1, 3, 1) if rng.random() < 0.6 else f"<p>{escape(word.say('lines'))}{anchors}</p>"
    if "alt" in shown:
        middle += "".join(img(rng, ", ".join(word.variants(2, 5))) for _ in range(rng.randint(1, 4)))
    main = honest(rng, language, story, middle) + (word.cloud(9, 13) if "tags" in shown else "")
    foot = word.cloud(9, 13) if "footer" in shown else ""
    title = f"{story.title} | {word.say('title')}"
    return page(rng, language, title, main, foot=foot, meta=word.meta() if "meta" in shown else None)


_STUFFED = ("seo-stuffed",)
GENERATORS = (
    Generator("two/stuffed-firm", _STUFFED, SIX, firm),
    Generator("two/stuffed-advice", _STUFFED, SIX, advice),
    Generator("two/stuffed-category", _STUFFED, SIX, category),
    Generator("two/stuffed-clothes", _STUFFED, SIX, clothes),
)
