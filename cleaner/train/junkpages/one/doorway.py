"""Pages made by the thousand from a pattern, to be found and to send the visitor elsewhere."""

from __future__ import annotations

from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.one.spambank import links
from cleaner.train.junkpages.one.spamhtml import Page, anchor, domain, esc, items, paragraphs, render, slug, tag
from cleaner.train.junkpages.one.spamwords import HEAVY, Writer


def _button(w: Writer, text: str) -> str:
    href = (
        f"https://{domain(w.rng, 'spam')}/{w.rng.choice(('go', 'out', 'click', 'aff', 'r'))}/{w.rng.randint(1, 9999)}"
    )
    return tag(
        "a", esc(text), href=href, class_=w.rng.choice(("btn btn-primary", "cta", "button", "dl-btn")), rel="nofollow"
    )


def _city(rng: Random, language: str) -> str:
    """A service in one town of hundreds: the same text with another town's name, then all the other towns."""
    w = Writer(rng, language)
    slots = {"kw": w.say("seo.goods"), "city": w.say("site.cities")}
    title = w.say("door.local", **slots)
    main = [paragraphs([" ".join(w.some("door.pitch", rng.randint(1, 3), **slots))]) for _ in range(rng.randint(1, 4))]
    main.insert(1, tag("p", _button(w, w.say("seo.buy"))))
    if w.chance(0.6):
        main.insert(2, tag("h2", esc(w.say("door.local", **slots))))
    towns = [city for city in w.all("site.cities") if city != slots["city"]]
    others = [w.say("door.local", kw=slots["kw"], city=city) if w.chance(0.7) else city for city in w.sample(towns, 20)]
    main.append(tag("h3", esc(w.say("door.places", **slots))))
    main.append(items(anchor(text, f"/{slug(text, rng)}/") for text in others))
    return render(
        Page(title, "\n".join(main), domain(rng, "spam"), description=w.say("door.pitch", **slots), kin=others[:6]), w
    )


def _product(rng: Random, language: str) -> str:
    """A product nobody there sells: where to buy it, and a list of the same page for other products and towns."""
    w = Writer(rng, language)
    city = w.say("site.cities")
    goods = f"{w.say('seo.goods')} {rng.choice('ABCDKXZ')}{rng.randint(10, 990)}"
    title = w.say("door.cheap", p=goods, city=city)
    texts = [*w.some("door.pitch", rng.randint(2, 4), kw=goods, city=city), w.say("door.cheap", p=goods, city=city)]
    others = []
    for _ in range(rng.randint(8, 40)):
        others.append(w.say("door.cheap", p=w.say("seo.goods"), city=w.say("site.cities")))
    listing = items(anchor(text, f"/{slug(text, rng)}-{rng.randint(10, 9999)}.html") for text in others)
    main = paragraphs(w.sample(texts, len(texts))) + tag("p", _button(w, w.say("seo.buy"))) + listing
    return render(
        Page(title, main, domain(rng, "spam"), kin=others[:5], shells=("bare", "bootstrap", "wordpress", "table")), w
    )


def _download(rng: Random, language: str) -> str:
    """Cracked software that is no such thing: praise of a program, a serial number, buttons that lead elsewhere."""
    w = Writer(rng, language)
    name = w.say("door.products")
    main = []
    for head in w.some("door.heads", rng.randint(1, 5), p=name):
        main.append(tag("h2", esc(head)) + paragraphs(w.some("door.body", rng.randint(1, 3), p=name)))
    main.insert(
        rng.randint(0, len(main)), items((esc(step) for step in w.some("door.steps", rng.randint(3, 7), p=name)), "ol")
    )
    if w.chance(0.5):
        keys = [
            "-".join("".join(rng.choices("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", k=5)) for _ in range(4)) for _ in range(4)
        ]
        main.append(items(keys, class_="keys"))
    main.extend(tag("p", _button(w, w.say("door.buttons", p=name))) for _ in range(rng.randint(1, 4)))
    if w.chance(0.6):
        others = [w.say("door.titles", p=w.say("door.products")) for _ in range(rng.randint(4, 14))]
        main.append(
            tag("h3", esc(w.say("site.related"))) + items(anchor(text, f"/{slug(text, rng)}/") for text in others)
        )
    return render(
        Page(w.say("door.titles", p=name), "\n".join(main), domain(rng, "spam"), kin=w.all("door.products")), w
    )


def _mirror(rng: Random, language: str) -> str:
    """The new address of a casino that is blocked under its old one."""
    w = Writer(rng, language)
    name = w.say("mirror.names")
    main = [tag("p", _button(w, w.say("mirror.buttons", b=name)))]
    for text in w.some("mirror.body", rng.randint(2, 6), b=name):
        main.append(paragraphs([text]))
        if w.chance(0.3):
            main.append(tag("h2", esc(w.say("mirror.titles", b=name))))
    main.append(tag("p", _button(w, w.say("mirror.buttons", b=name))))
    if w.chance(0.6):
        names = [w.say("mirror.titles", b=w.say("mirror.names")) for _ in range(rng.randint(3, 12))]
        main.append(items(anchor(text, f"/{slug(text, rng)}-{rng.randint(1, 999)}/") for text in names))
    if w.chance(0.3):
        main.append(tag("p", " ".join(links(w, "kazino" if language == "ru" else "casino", 6))))
    site = f"{name} {rng.choice(('Casino', 'Bet', '777', 'Slots'))}"
    head = f'<meta http-equiv="refresh" content="{rng.randint(5, 30)};url=/go">' if w.chance(0.2) else ""
    return render(
        Page(
            w.say("mirror.titles", b=name),
            "\n".join(main),
            site,
            domain(rng, "spam"),
            head=head,
            kin=[w.say("mirror.titles", b=name) for _ in range(4)],
        ),
        w,
    )


GENERATORS = (
    Generator("one/doorway-city", ("doorway",), HEAVY, _city),
    Generator("one/doorway-product", ("doorway",), HEAVY, _product),
    Generator("one/doorway-download", ("doorway",), HEAVY, _download),
    Generator("one/doorway-mirror", ("doorway", "adult-or-gambling"), HEAVY, _mirror),
)
