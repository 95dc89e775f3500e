"""Pages that say, with status 200, that there is nothing: not found, no results, gone, or not for you."""

from __future__ import annotations

from html import escape
from random import Random

from ..model import Generator
from .stateframe import framed
from .statehtml import LANGUAGES, Draft, document, items, links, paragraphs, style

_WARES = 3
"""So many of the first phrases for what is gone are about wares; the others are about jobs, videos and events."""


def _page(rng: Random, language: str) -> str:
    """A site's own page for addresses that lead nowhere, with or without what it offers instead."""
    draft = Draft(rng, language)
    head = draft.say("missing.title")
    texts = paragraphs(draft.some("missing.text", 1, 3))
    search = (
        f'<form class="search-form"><input type="search" placeholder="{draft.say("site.search")}"><button type="submit">'
        f"{draft.say('site.search')}</button></form>"
    )
    tips = items(draft.some("missing.help", 2, 5))
    popular = f"<h2>{draft.say('missing.popular')}</h2>{items(links(draft.headlines(3, 8), '/story/'))}"
    back = f'<a class="button" href="/">{draft.say("missing.back")}</a>'
    parts = [draft.maybe(search), draft.maybe(tips, 0.3), draft.maybe(back, 0.6)]
    rng.shuffle(parts)
    main = (
        draft.maybe('<div class="big">404</div>', 0.4)
        + f"<h1>{head}</h1>{texts}{''.join(parts)}{draft.maybe(popular, 0.35)}"
    )
    if rng.random() < 0.2:
        return document(draft, head, f"<h1>{head}</h1>{texts}{draft.maybe(back)}", head=style(draft), plain=True)
    return framed(draft, head, f'<section class="error-404 not-found">{main}</section>', css="error404")


def _search(rng: Random, language: str) -> str:
    """A search of the site, or a filtered list, that found nothing."""
    draft = Draft(rng, language)
    query = draft.pick(
        draft.raw("site.things"), draft.raw("site.things"), draft.raw("site.sections"), draft.raw("site.names")
    )
    head = draft.say("missing.none", q=query)
    form = f'<form role="search"><input name="q" value="{escape(query)}"><button>{draft.say("site.search")}</button></form>'
    facets = "".join(f"<details><summary>{text} (0)</summary></details>" for text in draft.some("site.things", 2, 6))
    others = f"<h3>{draft.say('missing.similar')}</h3>{_cards(draft, 2, 6)}"
    main = (
        f"{draft.maybe(form, 0.6)}<h1>{head}</h1>{draft.maybe(paragraphs(draft.some('missing.none_text', 1, 2)), 0.8)}"
        f"{draft.maybe(items(draft.some('missing.tips', 2, 5)), 0.5)}{draft.maybe(f'<aside>{facets}</aside>', 0.3)}{draft.maybe(others, 0.25)}"
    )
    title = draft.pick(head, f"{draft.say('site.search')}: {escape(query)}", escape(query))
    return framed(draft, title, main, css="search-no-results")


def _cards(draft: Draft, low: int, high: int) -> str:
    """Wares with prices."""
    cards = (
        f'<div class="product-card"><a href="/p/{draft.hex(6)}"><img src="/img/{draft.hex(8)}.jpg" alt=""><h4>{thing}</h4></a>'
        f'<span class="price">{draft.rng.randint(4, 400)},{draft.pick("00", "90", "99", "50")}</span></div>'
        for thing in draft.some("site.things", low, high)
    )
    return f'<div class="grid">{"".join(cards)}</div>'


def _gone(rng: Random, language: str) -> str:
    """A thing that was here once: a ware, a job, an advert, a video."""
    draft = Draft(rng, language)
    thing = draft.raw("site.things")
    kind = rng.randrange(len(draft.all("missing.gone")))
    head, _, text = escape(draft.fill(draft.all("missing.gone")[kind], t=thing)).partition("|")
    texts = draft.maybe(f"<p>{text}</p>", 0.85) if text else ""
    crumbs = f'<nav class="breadcrumb">{" › ".join(links(draft.some("site.nav", 2, 3)))} › {escape(thing)}</nav>'
    also = f'<section class="related"><h2>{draft.say("missing.similar")}</h2>{_cards(draft, 3, 8)}</section>'
    badge = f'<div class="alert alert-warning" role="alert">{head}</div>'
    back = f'<a class="button" href="/">{draft.say("missing.back")}</a>'
    if kind >= _WARES:
        back = f'<a class="button" href="/">{escape(rng.choice(draft.all("missing.back")[:-1]))}</a>'
        main = f"{draft.pick(f'<h1>{head}</h1>', badge)}{texts}{draft.maybe(back)}"
        return framed(draft, head, main, css="expired")
    main = (
        f"{draft.maybe(crumbs)}{draft.pick(f'<h1>{head}</h1>', f'<h1>{escape(thing)}</h1>{badge}', badge)}{texts}"
        f"{draft.maybe(back)}{draft.maybe(also, 0.6)}"
    )
    return framed(draft, draft.pick(head, escape(thing)), main, css="product-unavailable")


def _denied(rng: Random, language: str) -> str:
    """A door that stays shut: no rights, wrong country, members only, session over."""
    draft = Draft(rng, language)
    head, text = draft.pairs("missing.denied", 1, 1)[0]
    texts = draft.maybe(f"<p>{text}</p>", 0.9)
    form = (
        f'<form class="login" method="post" action="/login"><input name="user" type="text"><input name="pass" type="password">'
        f"<button>{draft.say('site.login')}</button></form>"
    )
    back = f'<p><a href="/">{escape(rng.choice(draft.all("missing.back")[:-1]))}</a></p>'
    main = f"<h1>{head}</h1>{texts}{draft.maybe(form, 0.4)}{draft.maybe(back)}"
    if rng.random() < 0.3:
        return document(draft, head, f'<div class="box">{main}</div>', head=style(draft), plain=True)
    return framed(draft, head, f'<div class="access-denied">{main}</div>', css="denied")


GENERATORS = (
    Generator("one/soft-404-page", ("soft-404",), LANGUAGES, _page),
    Generator("one/soft-404-search", ("soft-404",), LANGUAGES, _search),
    Generator("one/soft-404-gone", ("soft-404",), LANGUAGES, _gone),
    Generator("one/soft-404-denied", ("soft-404",), LANGUAGES, _denied),
)
