"""Walls against robots: edge networks' interstitials, makers' blocks, sites' own captchas, rate limits."""

from __future__ import annotations

from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.two.statehtml import LANGUAGES, Say, button, items, page, site, style

_VENDORS = (
    "Cloudflare",
    "DDoS-Guard",
    "Imperva",
    "Sucuri",
    "HUMAN",
    "DataDome",
    "Anubis",
    "Qrator",
    "Wordfence",
    "StormWall",
    "EdgeOne",
)


def _say(rng: Random, language: str) -> Say:
    say = Say(rng, language, "bot")
    shapes = (
        say.token(16),
        f"{say.token(8)}-{say.token(4)}-{say.token(4)}-{say.token(12)}",
        f"{rng.randint(10**8, 10**9)}-{rng.randint(10**17, 10**18)}",
    )
    say.facts |= {
        "ref": rng.choice(shapes),
        "vendor": rng.choice(_VENDORS),
        "a": rng.randint(2, 19),
        "b": rng.randint(2, 9),
    }
    return say


def _interstitial(rng: Random, language: str) -> str:
    """Cloudflare of 2014 to 2024, DDoS-Guard, Yandex SmartCaptcha, Aliyun WAF, Anubis, PerimeterX, Distil, Google's sorry page."""
    say = _say(rng, language)
    head, _, text = (part.strip() for part in say("vendor").partition("|"))
    notes = say.some("note", 1, 4)
    noscript = say.maybe(0.5, f"<noscript><h1>{escape(say.words['note'][2])}</h1></noscript>")
    layouts = (
        f'<div class="main-wrapper" role="main"><div class="main-content">{noscript}<h1 class="zone-name-title h1">{say.fact("host")}</h1>'
        f'<h2 class="h2" id="challenge-running">{head}</h2><div id="challenge-body-text" class="core-msg spacer">{text}</div></div></div>'
        f'<div class="footer" role="contentinfo"><div class="ray-id">Ray ID: <code>{say.token(16)}</code></div><div>{notes[0]}</div></div>',
        f'<table width="100%" height="100%" cellpadding="20"><tr><td align="center" valign="middle"><div class="cf-browser-verification">{noscript}'
        f'<div class="bubbles"></div><h1>{head}</h1><p>{text}</p></div><p class="attribution">{" · ".join(notes)}</p></td></tr></table>',
        f'<div class="box" id="wall"><section><h2>{head}</h2><p>{text}</p><div id="px-captcha"></div></section><footer>{items(notes, "p")}</footer></div>',
        f'<div id="cf-wrapper"><div class="cf-error-overview"><h1>{head}</h1></div><div class="cf-section"><h2>{say("why")}</h2><p>{text}</p></div>'
        f'<div class="cf-error-footer">{items(notes, "span")}</div></div>',
        f'<iframe src="/_wall?{say.token(20)}" title="{head}" height="0"></iframe><p id="cmsg">{head}</p>{say.maybe(0.5, f"<p>{text}</p>")}',
    )
    script = f'<script>(function(){{window._wall={{k:"{say.token(40)}",t:"{say.token(12)}"}};}})();</script>'
    refresh = say.maybe(0.4, f'<meta http-equiv="refresh" content="{rng.choice((5, 8, 300))}">')
    return page(
        say,
        rng.choice((head, say.fact("host"))),
        rng.choice(layouts),
        refresh + script + say.maybe(0.7, style(say)),
        plain=True,
    )


def _captcha(rng: Random, language: str) -> str:
    """A site's own check: a shop's letters, a portal's slider, a sum, press and hold, with or without its furniture."""
    say = _say(rng, language)
    ask, act = say("ask"), say("act")
    why = items(say.some("why", 1, 2), "p")
    notes = say.maybe(0.5, items(say.some("note", 1, 3), "p", ' class="small"'))
    widget = rng.choice(
        (
            f'<img src="/captcha/{say.token(12)}.jpg" alt="captcha"><input id="captchacharacters" autocomplete="off">',
            f'<div class="g-recaptcha" data-sitekey="{say.token(40)}"></div>',
            '<div class="slider-track"><span class="slider-handle">→</span></div>',
            f'<div class="smart-captcha" data-hl="{language}"><input type="checkbox" class="CheckboxCaptcha-Button"></div>',
            f'<altcha-widget challengeurl="/altcha?{say.token(6)}"></altcha-widget>',
        )
    )
    if any(sign.isdigit() for sign in ask):
        widget = '<input name="sum" size="3" autocomplete="off">'
    form = f'<form action="/verify" method="post">{widget}{button(say, act)}<input type="hidden" name="r" value="/{say.token(8)}"></form>'
    main = rng.choice(
        (
            f"<h1>{ask}</h1>{why}{form}{notes}",
            f'<div class="box captcha"><h4>{why}</h4><label>{ask}</label>{form}</div>{notes}',
        )
    )
    if say.chance(0.35):
        return site(say, ask, main, shop=say.chance(0.5))
    return page(say, rng.choice((ask, say.fact("domain"), "Captcha")), main, style(say), plain=say.chance(0.6))


def _limit(rng: Random, language: str) -> str:
    """Too many requests: a web server's 429, an archive's download limit, fail2ban or Wordfence, a forum's flood control."""
    say = _say(rng, language)
    head = say("slow")
    texts = items(say.some("slow_text", 1, 2), "p")
    notes = items(say.some("note", 0, 3))
    main = rng.choice(
        (
            f"<h1>{head}</h1>{texts}<ul>{notes}</ul>",
            f'<div class="alert alert-danger"><strong>{head}</strong>{texts}</div>',
            f"<h2>{head}</h2>{texts}",
        )
    )
    if say.chance(0.4):
        return site(say, head, main)
    return page(
        say,
        rng.choice((head, f"429 – {head}")),
        f'<div class="box">{main}</div><hr><small>{say.fact("date")} {say.fact("clock")}</small>',
        plain=True,
    )


GENERATORS = (
    Generator("two/bot-interstitial", ("bot-challenge",), LANGUAGES, _interstitial),
    Generator("two/bot-captcha", ("bot-challenge",), LANGUAGES, _captcha),
    Generator("two/bot-limit", ("bot-challenge",), LANGUAGES, _limit),
)
