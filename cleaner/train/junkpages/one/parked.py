"""Parked names: registrars' placeholders, names for sale, pages of advertisements, and names that expired."""

from __future__ import annotations

from random import Random

from ..model import Generator
from .statehtml import LANGUAGES, Draft, document, items, links, paragraphs, style

_COMPANIES = (
    "Namequay",
    "Hostarium",
    "DomainPier",
    "Webregal",
    "Nordhafen Hosting",
    "Zonekeeper",
    "RegistraOne",
    "BlueRack",
)


def _price(draft: Draft) -> str:
    """What a name costs."""
    amount = draft.rng.choice((9.95, 12, 249, 695, 1288, 2495, 4900, 18500))
    return f"{amount:,}" if draft.language in ("en", "zh", "ja") else str(amount).replace(".", ",")


def _registrar(rng: Random, language: str) -> str:
    """What registrars show on names that nobody has built a site on."""
    draft = Draft(rng, language)
    company = draft.pick(*_COMPANIES)
    head = draft.say("parked.registered")
    texts = paragraphs(draft.some("parked.registered_text", 1, 3, p=_price(draft)))
    menu = items(
        links(draft.some("parked.registrar", 3, 9), f"https://www.{company.split()[0].lower()}.example/"), css="menu"
    )
    logo = f'<img src="/img/{company.lower().replace(" ", "-")}.svg" alt="{company}">'
    search = f'<form action="/whois"><input name="domain" placeholder="{draft.bare}"><button>{draft.say("site.search")}</button></form>'
    body = draft.pick(
        f'<div class="header">{logo}{menu}</div><div class="content"><h1>{head}</h1>{texts}{draft.maybe(search)}</div>'
        f'<div class="footer">© {draft.year} {company} – {draft.say("site.rights")}</div>',
        f'<div id="parking"><h2>{draft.bare}</h2><p>{head}</p>{draft.maybe(texts)}{draft.maybe(menu)}<small>{company}</small></div>',
        f'<table width="100%" height="100%"><tr><td align="center"><b>{head}</b><br>{texts}<a href="https://{company.split()[0].lower()}'
        f'.example">{company}</a></td></tr></table>',
    )
    title = draft.pick(draft.bare, f"{draft.bare} - {company}", head)
    return document(draft, title, body, head=style(draft), plain=True)


def _sale(rng: Random, language: str) -> str:
    """The landing pages of name markets, with a form, promises and questions."""
    draft = Draft(rng, language)
    price = _price(draft)
    head = draft.say("parked.sale")
    texts = paragraphs(draft.some("parked.text", 1, 4, p=price), "lead")
    fields = "".join(
        f'<label>{field}<input name="f{field[:1]}"></label>' for field in draft.some("parked.fields", 2, 5)
    )
    form = f'<form class="offer-form" method="post">{fields}<button class="btn">{draft.say("parked.offer")}</button></form>'
    trust = items((f'<i class="icon-check"></i>{text}' for text in draft.some("parked.trust", 2, 6)), css="benefits")
    faq = "".join(f"<h3>{ask}</h3><p>{answer}</p>" for ask, answer in draft.pairs("parked.faq", 1, 4))
    buy = f'<div class="buy-box"><span class="price">${price}</span><a class="btn" href="/checkout">{draft.say("parked.offer")}</a></div>'
    others = items(
        f'<a href="https://{other.bare}">{other.bare}</a>'
        for other in (Draft(rng, language) for _ in range(rng.randint(3, 8)))
    )
    parts = [
        draft.maybe(part, chance) for part, chance in ((buy, 0.5), (form, 0.7), (trust, 0.6), (faq, 0.4), (others, 0.2))
    ]
    frame = draft.pick(
        '<div class="landing"><header>{}</header>{}</div>', '<section class="hero">{}</section><section>{}</section>'
    )
    body = frame.format(f"<h1>{head}</h1>{texts}", "\n".join(parts))
    return document(
        draft, draft.pick(head, f"{draft.bare} - {head}", draft.bare), body, head=style(draft), plain=rng.random() < 0.5
    )


def _feed(rng: Random, language: str) -> str:
    """Parking by advertisements: related searches, nothing else, and the disclaimer."""
    draft = Draft(rng, language)
    keywords = draft.some("parked.keywords", 4, 14)
    head = draft.say("parked.related")
    rows = draft.pick(
        items(links(keywords, "/search?kw="), css="relatedlinks"),
        "".join(
            f'<div class="result"><a href="/click?id={draft.hex(12)}">{word}</a><span>›</span></div>'
            for word in keywords
        ),
        "".join(f'<td class="kw">{link}</td>' for link in links(keywords, "?q=")).join(
            ("<table><tr>", "</tr></table>")
        ),
    )
    sale = f'<div class="buybox"><a href="https://market.example/{draft.bare}">{draft.say("parked.sale")}</a></div>'
    search = f'<form><input type="text" name="q"><input type="submit" value="{draft.say("site.search")}"></form>'
    script = f'<script src="//js.parkfeed.example/caf.js?abp={draft.digits(4)}"></script><script>var tcblock={{"container":"tc"}};</script>'
    privacy = f'<a href="/privacy">{draft.say("site.foot")}</a>'
    body = (
        f'{draft.maybe(sale)}<div id="main" class="{draft.pick("wrap", "sleek", "page")}"><h1>{draft.bare}</h1>'
        f'<h2>{head}</h2>{rows}{draft.maybe(search)}</div><div class="disclaimer">{draft.maybe(draft.say("parked.note"), 0.8)} {privacy}</div>'
    )
    return document(
        draft, draft.pick(draft.bare, f"{draft.bare} - {head}"), body, head=style(draft) + script, plain=True
    )


def _expired(rng: Random, language: str) -> str:
    """The page that takes a site's place once its name was not paid for; often with advertisements below."""
    draft = Draft(rng, language)
    company = draft.pick(*_COMPANIES)
    head = draft.say("parked.expired", date=draft.date())
    texts = paragraphs(draft.some("parked.expired_text", 1, 4))
    feed = f"<h4>{draft.say('parked.related')}</h4>{items(links(draft.some('parked.keywords', 3, 8), '/?kw='))}"
    body = (
        f'<div class="{draft.pick("expired", "container", "box")}"><h1>{head}</h1>{texts}'
        f"{draft.maybe(f'<a class=btn href=/renew>{company}</a>')}</div>{draft.maybe(feed, 0.4)}"
        f"{draft.maybe(items(links(draft.some('parked.registrar', 3, 6))), 0.4)}"
    )
    return document(draft, draft.pick(head, draft.bare), body, head=style(draft), plain=True)


GENERATORS = (
    Generator("one/parked-registrar", ("parked",), LANGUAGES, _registrar),
    Generator("one/parked-sale", ("parked",), LANGUAGES, _sale),
    Generator("one/parked-feed", ("parked",), LANGUAGES, _feed),
    Generator("one/parked-expired", ("parked",), LANGUAGES, _expired),
)
