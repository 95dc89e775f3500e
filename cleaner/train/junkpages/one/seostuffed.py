"""Pages stuffed with the phrases that people search for."""

from __future__ import annotations

import json
from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.one.spamhtml import Page, anchor, domain, esc, items, paragraphs, render, slug, tag
from cleaner.train.junkpages.one.spamwords import HEAVY, Writer


class _Keywords:
    """One thing for sale in one town, and the ways to search for it."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.slots = {"kw": writer.say("seo.goods"), "city": writer.say("site.cities")}

    def say(self, key: str) -> str:
        return self.writer.say(key, adj=self.writer.say("seo.adjectives"), **self.slots)

    def some(self, key: str, count: int) -> list[str]:
        return [
            self.writer.fill(text, adj=self.writer.say("seo.adjectives"), **self.slots)
            for text in self.writer.sample(self.writer.all(key), count)
        ]

    def sentences(self, count: int, stuffed: float = 1) -> list[str]:
        """Sales talk; a share of it names the phrase many times, the rest once or twice."""
        keys = ["seo.body" if self.writer.chance(stuffed) else "door.pitch" for _ in range(count)]
        return [self.writer.deal(key, 1, adj=self.writer.say("seo.adjectives"), **self.slots)[0] for key in keys]

    def phrases(self, count: int) -> list[str]:
        """Variants of the phrase, some more than once."""
        return [self.say("seo.patterns") for _ in range(count)]


def _bold(w: Writer, text: str, phrases: list[str], linked: float) -> str:
    """The text as HTML; phrases of the list in it are bold or linked."""
    html = esc(text)
    for phrase in phrases:
        found = html.lower().find(esc(phrase).lower())
        if found >= 0 and "<" not in html:
            inner = html[found : found + len(esc(phrase))]
            href = f"/{slug(phrase, w.rng)}/"
            marked = f'<a href="{href}">{inner}</a>' if w.chance(linked) else f"<strong>{inner}</strong>"
            html = html[:found] + marked + html[found + len(esc(phrase)) :]
    return f"<p>{html}</p>"


def _meta(phrases: list[str]) -> str:
    return f'<meta name="keywords" content="{esc(", ".join(phrases))}">'


def _local(rng: Random, language: str) -> str:
    """A local service's landing page: trade and town in the title, each heading, most sentences and the footer."""
    w, stuffed = Writer(rng, language), rng.choice((0.5, 0.8, 1))
    k = _Keywords(w)
    phrases = [k.slots["kw"], *k.phrases(14)]
    main = []
    for head in k.some("seo.heads", rng.randint(2, 6)):
        main.append(tag(rng.choice(("h2", "h2", "h3")), esc(head)))
        main.extend(_bold(w, text, w.sample(phrases, 4), 0.4) for text in k.sentences(rng.randint(2, 4), stuffed))
    foot = ""
    if w.chance(0.7):
        sep = rng.choice((" | ", ", ", " - ", " • "))
        foot = tag(
            "p", sep.join(anchor(p, f"/{slug(p, rng)}/") for p in k.phrases(rng.randint(8, 40))), class_="footer-links"
        )
    kin = k.phrases(5)
    title = k.say("seo.titles")
    head_tags = _meta(phrases) if w.chance(0.6) else ""
    site = k.say("seo.patterns")
    page = Page(
        title, "\n".join(main), site, domain(rng, "spam"), k.say("seo.body"), head=head_tags, foot=foot, kin=kin
    )
    return render(page, w)


def _shop(rng: Random, language: str) -> str:
    """A shop's category: names of goods made of phrases, then a long text for search engines and a cloud of tags."""
    w = Writer(rng, language)
    k = _Keywords(w)
    cards, buy = [], w.say("seo.buy")
    for phrase in k.phrases(rng.randint(6, 24)):
        price = f"{rng.randint(9, 900)},{rng.choice(('00', '95', '99'))}"
        name = f"{phrase} {k.slots['kw']} {rng.choice('ABCDKXZ')}{rng.randint(10, 900)}"
        button = tag("a", esc(buy), href=f"/cart/{rng.randint(1, 9999)}", class_="button")
        cards.append(tag("h3", esc(name)) + tag("span", price, class_="price") + button)
    grid = items(cards, class_="products columns-4")
    text = "".join(_bold(w, t, [k.slots["kw"]], 0.3) for t in k.sentences(rng.randint(4, 14), 0.8))
    tags = ", ".join(k.phrases(rng.randint(15, 60)))
    parts = [grid, tag("div", tag("h2", esc(k.say("seo.heads"))) + text, class_="category-description seo-text")]
    if w.chance(0.8):
        parts.append(tag("div", tag("h4", esc(w.say("seo.tags"))) + tag("p", esc(tags)), class_="tagcloud"))
    page = Page(k.say("seo.titles"), "\n".join(parts), domain(rng, "spam"), description=tags[:200], kin=k.phrases(6))
    page.shells = ("bootstrap", "blocks", "joomla", "table")
    return render(page, w)


def _faq(rng: Random, language: str) -> str:
    """Questions that a machine made of a phrase, with answers that repeat them, marked up for search engines."""
    w = Writer(rng, language)
    k = _Keywords(w)
    found: dict[str, str] = {}
    first = dict(k.slots)
    for _ in range(rng.randint(2, 4)):
        for pair in k.some("seo.faq", 7):
            question, _, answer = pair.partition("|")
            found[question] = answer
        k.slots.update(rng.choice(({"city": w.say("site.cities")}, {"kw": k.say("seo.patterns")})))
    k.slots = first
    pairs = list(found.items())[: rng.randint(6, 20)]
    shown = "".join(
        tag("h3", esc(question), class_="faq-q") + f'<p class="faq-a">{esc(answer)}</p>' for question, answer in pairs
    )
    graph = {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "mainEntity": [
            {"@type": "Question", "name": q, "acceptedAnswer": {"@type": "Answer", "text": a}} for q, a in pairs
        ],
    }
    written = json.dumps(graph, ensure_ascii=False).replace("<", "\\u003c")
    head = f'<script type="application/ld+json">{written}</script>' if w.chance(0.7) else ""
    lead = paragraphs(k.sentences(rng.randint(1, 3), 0.7))
    more = tag("h4", esc(w.say("seo.tags"))) + items(
        anchor(p, f"/{slug(p, rng)}") for p in k.phrases(rng.randint(5, 20))
    )
    title = k.say("seo.titles") if w.chance(0.6) else pairs[0][0]
    return render(Page(title, lead + shown + more, domain(rng, "spam"), head=head, kin=k.phrases(6)), w)


GENERATORS = (
    Generator("one/seo-stuffed-local", ("seo-stuffed",), HEAVY, _local),
    Generator("one/seo-stuffed-shop", ("seo-stuffed",), HEAVY, _shop),
    Generator("one/seo-stuffed-faq", ("seo-stuffed",), HEAVY, _faq),
)
