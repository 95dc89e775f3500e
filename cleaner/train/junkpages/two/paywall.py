"""An article's first words, then the wall: subscribers' articles, meters and sign-ups, supporters' posts and apps."""

from __future__ import annotations

from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.two.statehtml import LANGUAGES, Say, button, items, openings, page, site, style


def _say(rng: Random, language: str) -> Say:
    say = Say(rng, language, "paywall")
    say.facts |= {"read": rng.randint(1, 3), "price": say.money(rng.choice((0.99, 2.99, 4.9, 7.99, 9.9, 12.5)))}
    say.facts["brand"] = rng.choice(say.words["papers"])
    return say


def _opening(say: Say) -> tuple[str, str]:
    """A headline and one or two sentences, the last sometimes broken off."""
    headline, sentences = say.rng.choice(openings(say.language))
    count, space = say.rng.choice((1, 1, 2)), "" if say.language in ("zh", "ja") else " "
    while count < len(sentences) and len(space.join(sentences[:count])) < (24 if not space else 70):
        count += 1
    text = space.join(sentences[:count])
    if say.chance(0.4):
        text = text[: max(50, int(len(text) * say.rng.uniform(0.5, 0.95)))].rstrip(" ,.;:、，。") + say.rng.choice(
            ("…", " […]", "...")
        )
    return escape(headline), escape(text)


def _headlines(say: Say, without: str) -> str:
    """Other articles of the paper: headlines only."""
    heads = [escape(headline) for headline, _ in openings(say.language)]
    others = say.rng.sample([head for head in heads if head != without], 8)
    listed = items([f'<a href="{say.path(other)}">{other}</a>' for other in others[: say.rng.randint(2, 6)]])
    return f'<aside class="teasers"><h3>{say("more")}</h3><ul>{listed}</ul></aside>'


def _schema(say: Say, headline: str) -> str:
    selector = say.rng.choice((".paywall", ".article-premium", "#gated", ".regwall"))
    return (
        f'<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{headline}","isAccessibleForFree":'
        f'"False","hasPart":{{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":"{selector}"}}}}</script>'
    )


def _subscribers(rng: Random, language: str) -> str:
    """A newspaper's subscribers' article: kicker, headline, byline, a sentence or two, offers with prices."""
    say = _say(rng, language)
    headline, text = _opening(say)
    plans = [
        f"<b>{escape(say.money(amount))}</b> {button(say, say('subscribe'))}"
        for amount in rng.sample((1, 5, 9.9, 19, 99), rng.randint(1, 3))
    ]
    offer = say.maybe(0.5, f'<div class="plans">{items(plans, "div", " class=plan")}</div>')
    perks = say.maybe(0.5, f'<ul class="benefits">{items(say.some("perks", 2, 5))}</ul>')
    kicker = say.maybe(
        0.5, f'<span class="badge-plus">{rng.choice(("Plus", "Premium", "+", "Abo", "VIP", "PRO"))}</span>'
    )
    wall = f'<div class="paywall"><h3>{say("wall")}</h3>{items(say.some("wall_text", 1, 3), "p")}{button(say, say("subscribe"))}{perks}{offer}</div>'
    image = say.maybe(
        0.5, f'<figure><img src="/i/{say.token(8)}.jpg" alt=""><figcaption>© {say.fact("person")}</figcaption></figure>'
    )
    article = f'<article>{kicker}<h1>{headline}</h1><p class="byline">{say("byline")}</p>{image}<p class="lead">{text}</p>{wall}</article>'
    return site(
        say, headline, article + say.maybe(0.6, _headlines(say, headline)), say.maybe(0.5, _schema(say, headline))
    )


def _meter(rng: Random, language: str) -> str:
    """A meter or a sign-up: so many free articles read, a form for an account, the text faded out."""
    say = _say(rng, language)
    headline, text = _opening(say)
    field = f'<input type="email" placeholder="name@{say.fact("domain")}">'
    form = f'<form class="regwall-form">{field}{button(say, say("meter"))}<a href="/login">{say("login")}</a></form>'
    wall = f'<div class="regwall" data-meter="{say.fact("read")}/3"><h2>{say("meter")}</h2>{items(say.some("meter_text", 1, 3), "p")}{form}</div>'
    layouts = (
        f'<article class="faded"><h1>{headline}</h1><div class="meta">{say("byline")}</div><p>{text}</p></article>{wall}',
        f'<div class="overlay">{wall}</div><article><h1>{headline}</h1><p>{text}</p></article>{_headlines(say, headline)}',
        f'<div class="meter-bar">{say("meter")}</div><h1>{headline}</h1><p>{text}</p>{wall}',
    )
    return site(say, headline, rng.choice(layouts), say.maybe(0.4, _schema(say, headline)))


def _members(rng: Random, language: str) -> str:
    """Posts for supporters and previews: Substack, Medium, Patreon, Boosty, note.com, 知乎 and novels' VIP chapters, journals' abstracts."""
    say = _say(rng, language)
    headline, text = _opening(say)
    wall = f"<h3>{say('member')}</h3>{items(say.some('member_text', 1, 2), 'p')}{button(say, say('subscribe'))}"
    person = say.fact("person")
    likes = f'<div class="post-ufi">♥ {rng.randint(0, 900)} · 💬 {rng.randint(0, 60)}</div>'
    layouts = (
        f'<div class="single-post"><h1 class="post-title">{headline}</h1><div class="byline">{say("byline")}</div>{likes}<div class="available-content"><p>{text}</p></div>'
        f'<div class="paywall-cta">{wall}</div></div>',
        f'<div class="post-locked"><span>{person}</span> <time>{say.fact("date")}</time><h2>{headline}</h2><p>{text}</p><div class="lock">🔒 {wall}</div>{likes}</div>',
        f'<article class="abstract"><p class="doi">doi:10.5555/{say.token(8)}</p><h1>{headline}</h1><p>{person}, {escape(rng.choice(say.words["people"]))}</p>'
        f'<div class="abstract-text">{text}</div><div class="access">{wall}</div></article>',
        f'<div class="reader"><h1>{headline}</h1><div id="content"><p>{text}</p></div><div class="open-app">{wall}<img src="/qr/{say.token(6)}.png" alt="QR"></div></div>',
    )
    return page(
        say,
        rng.choice((headline, f"{headline} – {person}")),
        rng.choice(layouts) + say.maybe(0.3, _headlines(say, headline)),
        style(say),
    )


GENERATORS = (
    Generator("two/paywall-stub-subscribers", ("paywall-stub",), LANGUAGES, _subscribers),
    Generator("two/paywall-stub-meter", ("paywall-stub",), LANGUAGES, _meter),
    Generator("two/paywall-stub-members", ("paywall-stub",), LANGUAGES, _members),
)
