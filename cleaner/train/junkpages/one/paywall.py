"""Stubs before a paywall: a headline, a sentence or two, and the offer; for money, a registration or an app."""

from __future__ import annotations

import re
from html import escape
from random import Random

from ..model import Generator
from .stateframe import framed
from .statehtml import LANGUAGES, Draft, document, items, links, paragraphs, style

_SENTENCE = re.compile(r"(?<=\w\w\w[.!?])\s+(?=\S)|(?<=[。！？])\s*(?=\S)")


def _price(draft: Draft) -> str:
    """What reading costs."""
    amount = draft.pick("1", "2.50", "4.99", "9.90", "12", "19.90")
    return amount if draft.language in ("en", "zh", "ja") else amount.replace(".", ",")


def _teaser(draft: Draft) -> tuple[str, str]:
    """An article's headline, and as little of its start as such sites give away."""
    lines = draft.article()
    sentences = [part for line in lines[1:4] for part in _SENTENCE.split(line) if part]
    count, least = draft.rng.choice((1, 1, 2, 2, 3)), 20 if draft.language in ("zh", "ja") else 60
    while count < len(sentences) and sum(map(len, sentences[:count])) < least:
        count += 1
    given = sentences[:count]
    if draft.rng.random() < 0.4:
        last = given[-1]
        given[-1] = last[: max(20, len(last) * draft.rng.randint(4, 9) // 10)].rstrip() + draft.pick(
            "…", "...", " [...]"
        )
    joint = "" if draft.language in ("zh", "ja") else " "
    whole = draft.rng.random() < 0.7
    texts = [joint.join(given)] if whole else given
    return escape(lines[0]), paragraphs(
        (escape(text) for text in texts), draft.pick("", "lead", "standfirst", "article__intro")
    )


def _byline(draft: Draft) -> str:
    """Who wrote it and when."""
    name = f'<span class="author">{draft.say("site.names")}</span>'
    read = f'<span class="time">{draft.say("paywall.minutes", n=draft.rng.randint(2, 11))}</span>'
    return f'<div class="meta">{draft.maybe(name, 0.6)} <time>{draft.date()}</time> {draft.maybe(read, 0.4)}</div>'


def _offers(draft: Draft) -> str:
    """What can be bought."""
    cards = "".join(
        f'<div class="offer"><h3>{name}</h3><p>{draft.fill(price, p=_price(draft))}</p><button>{draft.say("paywall.buy")}</button></div>'
        for name, price in draft.pairs("paywall.offers", 1, 3)
    )
    return f'<div class="offers">{cards}</div>'


def _hard(rng: Random, language: str) -> str:
    """A newspaper's article for subscribers, with offers under its first words."""
    draft = Draft(rng, language, press=True)
    head, teaser = _teaser(draft)
    wall = (
        f'<div class="{draft.pick("paywall", "piano-offer", "subscription-barrier", "tp-container-inner", "regwall-overlay")}">'
        f"<h2>{draft.say('paywall.title')}</h2>{draft.maybe(paragraphs(draft.some('paywall.text', 1, 3)), 0.7)}{draft.maybe(_offers(draft), 0.7)}"
        f'{draft.maybe(items(draft.some("paywall.benefits", 2, 5), css="benefits"))}<a href="/login">{draft.say("paywall.already")}</a></div>'
    )
    badge = draft.maybe(f'<span class="badge">{draft.say("paywall.badge")}</span>', 0.6)
    picture = f'<figure><img src="/media/{draft.hex(10)}.jpg" alt=""></figure>'
    main = f"<article>{badge}<h1>{head}</h1>{_byline(draft)}{draft.maybe(picture)}{teaser}{wall}</article>"
    scheme = '\n<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    return framed(draft, head, main, head=draft.maybe(scheme, 0.4), css="article-premium")


def _meter(rng: Random, language: str) -> str:
    """The meter has run out: a count of what was free, then a short offer."""
    draft = Draft(rng, language, press=True)
    head, teaser = _teaser(draft)
    count = draft.say("paywall.meter", n=rng.randint(1, 10))
    wall = (
        f'<div id="meter-wall" class="gateway"><strong>{count}</strong><p>{draft.say("paywall.title")}</p>'
        f'{draft.maybe(paragraphs(draft.some("paywall.text", 1, 2)))}{draft.maybe(_offers(draft), 0.4)}<a class="btn" href="/subscribe">'
        f"{draft.say('paywall.already')}</a></div>"
    )
    main = f'<h1>{head}</h1>{_byline(draft)}<div class="fade-out">{teaser}</div>{wall}'
    if rng.random() < 0.3:
        return document(draft, f"{head} | {escape(draft.site)}", f"<main>{main}</main>", head=style(draft))
    return framed(draft, head, main, css="metered")


def _register(rng: Random, language: str) -> str:
    """Letters, communities and answer sites: an account or the app first."""
    draft = Draft(rng, language, press=True)
    head, teaser = _teaser(draft)
    ask = draft.pick(draft.say("paywall.register"), draft.say("paywall.register"), draft.say("paywall.app"))
    mail = f'<form class="subscribe-widget"><input type="email" placeholder="name@{draft.bare}"><button>{ask}</button></form>'
    socials = items(links(("Google", "Facebook", "Apple")[: rng.randint(2, 3)], "/auth/"))
    wall = f'<div class="{draft.pick("paywall-content", "signup-modal", "app-banner")}"><h3>{ask}</h3>{draft.maybe(mail)}{draft.maybe(socials, 0.4)}<a href="/signin">{draft.say("paywall.already")}</a></div>'
    also = f"<section><h4>{draft.say('missing.popular')}</h4>{items(links(draft.headlines(2, 5), '/p/'))}</section>"
    claps = f'<div class="post-ufi"><span>♡ {rng.randint(2, 900)}</span><span>💬 {rng.randint(0, 60)}</span></div>'
    main = f'<article class="post"><h1 class="post-title">{head}</h1>{_byline(draft)}{draft.maybe(claps, 0.4)}<div class="available-content">{teaser}</div>{wall}</article>'
    if rng.random() < 0.5:
        foot = f"<footer>{escape(draft.site)} © {draft.year}</footer>"
        return document(
            draft, f"{head} - {escape(draft.site)}", main + draft.maybe(also, 0.4) + foot, head=style(draft)
        )
    return framed(draft, head, main + draft.maybe(also, 0.4), css="post")


GENERATORS = (
    Generator("one/paywall-stub-hard", ("paywall-stub",), LANGUAGES, _hard),
    Generator("one/paywall-stub-meter", ("paywall-stub",), LANGUAGES, _meter),
    Generator("one/paywall-stub-register", ("paywall-stub",), LANGUAGES, _register),
)
