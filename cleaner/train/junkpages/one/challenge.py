"""Walls against bots: the looks of many vendors, captchas of sites' own, and limits of rate."""

from __future__ import annotations

from html import escape
from random import Random

from ..model import Generator
from .stateframe import framed
from .statehtml import LANGUAGES, Draft, document, items, paragraphs, style


def _interstitial(rng: Random, language: str) -> str:
    """The wait of a content network before it lets a browser in, old looks and new."""
    draft = Draft(rng, language)
    ray = draft.hex(16)
    title = draft.say("challenge.title")
    wait = draft.some("challenge.wait", 1, 2)
    noscript = f'<noscript><div class="h2"><span id="challenge-error-text">{draft.say("challenge.enable")}</span></div></noscript>'
    foot = draft.pick(
        f'<div class="ray-id">Ray ID: <code>{ray}</code></div><div>Performance &amp; security by Cloudflare</div>',
        f'<div class="attribution">DDoS protection by <a href="https://www.cloudflare.com/5xx-error-landing">Cloudflare</a><br>Ray ID: {ray}</div>',
        f"<footer>{draft.say('challenge.ids')}: {ray}</footer>",
    )
    new = (
        f'<div class="main-wrapper" role="main"><div class="main-content"><h1 class="zone-name-title h1">{draft.bare}</h1>'
        f'<h2 class="h2">{draft.say("challenge.verify")}</h2><div id="cf-turnstile"></div><div class="core-msg spacer">{wait[0]}</div>'
        f"{noscript}</div></div>"
    )
    old = (
        f'<table width="100%"><tr><td align="center"><div class="cf-browser-verification">{noscript}<div class="bubbles"></div>'
        f"<h1>{draft.say('challenge.wait')}</h1>{paragraphs(wait)}</div></td></tr></table>"
    )
    script = (
        f'<script>(function(){{window._cf_chl_opt={{cRay:"{ray}",cType:"managed",cZone:"{draft.bare}"}};}}());</script>'
    )
    refresh = f'<meta http-equiv="refresh" content="{rng.choice((5, 35, 360, 390))}">'
    return document(
        draft, title, draft.pick(new, old) + foot + draft.maybe(script, 0.8), head=draft.maybe(refresh), plain=True
    )


def _vendor(rng: Random, language: str) -> str:
    """Short walls as their makers send them, in English whatever the site."""
    draft = Draft(rng, language)
    title, body = draft.product("vendor")
    return document(
        draft, title, body, head=draft.maybe('<meta name="robots" content="noindex, nofollow">'), plain=True
    )


def _captcha(rng: Random, language: str) -> str:
    """A site's own captcha, in its own words, bare or within its furniture."""
    draft = Draft(rng, language)
    title = draft.say("challenge.title")
    robot, letters, hold, slide, *_, sum_ = map(escape, draft.all("challenge.captcha"))
    widget, asked = rng.choice(
        (
            (f'<div class="g-recaptcha" data-sitekey="6L{draft.hex(38)}"></div>', robot),
            (f'<div class="h-captcha" data-sitekey="{draft.hex(32)}"></div>', robot),
            (f'<img src="/captcha.php?{draft.hex(6)}" alt="captcha"><input name="code" maxlength="6">', letters),
            ('<input name="answer" size="4" autocomplete="off">', sum_),
            ('<div id="hold-captcha" class="hold"><div class="bar"></div></div>', hold),
            ('<div class="slider-captcha"><div class="handle">→</div></div>', slide),
        )
    )
    label = draft.maybe(f"<label>{asked}</label>", 0.8)
    form = f'<form method="post">{label}{widget}<button>{draft.say("challenge.submit")}</button></form>'
    why = "".join(f"<h3>{ask}</h3><p>{answer}</p>" for ask, answer in draft.pairs("challenge.why", 1, 3))
    extra = paragraphs(draft.some("challenge.enable", 1, 1) + draft.some("challenge.contact", 1, 1))
    mark = f'<p class="ref">{draft.say("challenge.ids")}: {draft.pick(draft.hex(20), draft.address())}</p>'
    main = f"<h1>{title}</h1><p>{draft.say('challenge.verify')}</p>{form}{draft.maybe(why, 0.4)}{draft.maybe(extra, 0.4)}{draft.maybe(mark)}"
    if rng.random() < 0.25:
        return framed(draft, title, main, css="captcha")
    return document(
        draft, draft.pick(title, draft.bare), f'<div class="box">{main}</div>', head=style(draft), plain=True
    )


def _rate(rng: Random, language: str) -> str:
    """A wall after too many requests, or against networks that robots come from."""
    draft = Draft(rng, language)
    head = draft.pick(draft.say("challenge.rate"), draft.say("challenge.rate"), draft.say("challenge.unusual"))
    texts = draft.some("challenge.rate_text", 1, 3, n=rng.choice((1, 5, 10, 15, 30, 60)))
    texts += draft.some("challenge.unusual", 0, 1) + draft.some("challenge.contact", 0, 1)
    values = (draft.address(), draft.hex(24), f"{draft.date()} {rng.randint(0, 23):02}:{rng.randint(0, 59):02}")
    facts = items(f"{escape(name)}: {value}" for name, value in zip(draft.all("challenge.ids"), values, strict=True))
    main = f"<h1>{head}</h1>{paragraphs(texts)}{draft.maybe(facts, 0.7)}"
    if rng.random() < 0.2:
        return framed(draft, head, main, css="blocked")
    return document(draft, head, main, head=draft.maybe(style(draft)), plain=True)


GENERATORS = (
    Generator("one/bot-challenge-interstitial", ("bot-challenge",), LANGUAGES, _interstitial),
    Generator("one/bot-challenge-vendor", ("bot-challenge",), ("en",), _vendor),
    Generator("one/bot-challenge-captcha", ("bot-challenge",), LANGUAGES, _captcha),
    Generator("one/bot-challenge-rate", ("bot-challenge",), LANGUAGES, _rate),
)
