"""Walls of consent: dialogues of consent managers, consent or payment, portals' whole pages, and centres of preferences."""

from __future__ import annotations

from html import escape
from random import Random

from ..model import Generator
from .stateframe import copyright_line, framed
from .statehtml import LANGUAGES, Draft, document, items, links, paragraphs, style

_SKINS = (
    ("onetrust-banner-sdk", "otFlat", "ot-sdk-row"),
    ("didomi-host", "didomi-popup-container", "didomi-popup-notice"),
    ("usercentrics-root", "uc-banner", "uc-content"),
    ("qc-cmp2-container", "qc-cmp2-ui", "qc-cmp2-summary-section"),
    ("sp_message_container_{}", "message", "message-column"),
    ("CybotCookiebotDialog", "CybotCookiebotDialogActive", "CybotCookiebotDialogBody"),
    ("cmpbox", "cmpstyleroot", "cmpboxcontent"),
    ("consent", "overlay", "modal-body"),
)


def _texts(draft: Draft, low: int, high: int) -> str:
    """What data is for, in so many paragraphs."""
    return paragraphs(draft.some("consent.text", low, high, n=draft.rng.choice((12, 87, 148, 214, 763, 842, 1547))))


def _buttons(draft: Draft) -> str:
    """The ways out, of which the first is the big one."""
    accept = (
        f'<button class="{draft.pick("primary", "btn-accept", "accept-all")}">{draft.say("consent.accept")}</button>'
    )
    reject = f'<button class="secondary">{draft.say("consent.reject")}</button>'
    settings = draft.pick(
        f"<button>{draft.say('consent.settings')}</button>", f'<a href="#settings">{draft.say("consent.settings")}</a>'
    )
    return accept + draft.maybe(reject) + draft.maybe(settings, 0.8)


def _dialogue(rng: Random, language: str) -> str:
    """The dialogue of a consent manager over a page that came without its text."""
    draft = Draft(rng, language, press=True)
    outer, middle, inner = rng.choice(_SKINS)
    purposes = items(draft.some("consent.purposes", 2, 9), css="purposes")
    partners = f'<a class="vendors" href="#vendors">{draft.say("consent.partners", n=rng.randint(20, 900))}</a>'
    legal = " · ".join(links(draft.some("site.foot", 1, 3)))
    dialogue = (
        f'<div id="{outer.format(draft.digits(6))}"><div class="{middle}" role="dialog" aria-modal="true"><div class="{inner}">'
        f"<h2>{draft.say('consent.title')}</h2>{_texts(draft, 1, 3)}{draft.maybe(purposes, 0.6)}{draft.maybe(partners)}</div>"
        f'<div class="buttons">{_buttons(draft)}</div>{draft.maybe(f"<footer>{legal}</footer>", 0.4)}</div></div>'
    )
    if rng.random() < 0.35:
        return framed(draft, escape(draft.site), dialogue, css="no-scroll")
    title = draft.pick(escape(draft.site), draft.say("consent.title"), draft.headlines(1, 1)[0])
    return document(draft, title, dialogue, attributes='class="consent-open"', plain=rng.random() < 0.4)


def _pay(rng: Random, language: str) -> str:
    """Tracking or money: the choice that publishers give before anything can be read."""
    draft = Draft(rng, language, press=True)
    price = draft.pick("1.99", "2.99", "3.99", "4.90").replace(".", "." if language in ("en", "zh", "ja") else ",")
    texts = draft.some("consent.pur_text", 2, 4, p=price)
    half = max(1, len(texts) // 2)
    free = f'<div class="box free">{paragraphs(texts[:half])}<button>{draft.say("consent.accept")}</button></div>'
    paid = f'<div class="box pur">{paragraphs(texts[half:])}<a class="btn" href="/pur">{draft.say("paywall.buy")}</a></div>'
    fine = (
        f'<div class="fine-print">{_texts(draft, 1, 2)}{draft.maybe(items(draft.some("consent.purposes", 3, 8)))}</div>'
    )
    foot = f"<footer>{' | '.join(links(draft.some('site.foot', 2, 5)))} {copyright_line(draft)}</footer>"
    head = draft.say("consent.pur_title")
    teaser = f'<div class="behind"><h1>{draft.headlines(1, 1)[0]}</h1></div>'
    body = f'<div class="pur-wall"><h2>{head}</h2>{free}{paid}{draft.maybe(fine, 0.7)}</div>{draft.maybe(foot, 0.6)}'
    return document(draft, draft.pick(escape(draft.site), head), draft.maybe(teaser, 0.3) + body, head=style(draft))


def _portal(rng: Random, language: str) -> str:
    """A whole page of its own that a portal sends visitors to before their first page."""
    draft = Draft(rng, language, press=True)
    head = draft.say("consent.title")
    partners = f"<p>{draft.say('consent.partners', n=rng.randint(40, 250))}</p>"
    body = (
        f'<div class="{draft.pick("consent-wrapper", "box", "page")}"><div class="logo">{escape(draft.site)}</div><h1>{head}</h1>'
        f'{_texts(draft, 2, 5)}{draft.maybe(partners)}<form method="post" action="https://consent.{draft.bare}/save">'
        f'<input type="hidden" name="continue" value="https://{draft.domain}/{draft.hex(6)}"><input type="hidden" name="csrf" '
        f'value="{draft.hex(12)}">{_buttons(draft)}</form><div>{" ".join(links(draft.some("site.foot", 1, 4)))}</div></div>'
    )
    return document(draft, head, body, head=style(draft), plain=True)


def _centre(rng: Random, language: str) -> str:
    """The second layer: every purpose with its switch, cookies in tables."""
    draft = Draft(rng, language)
    switch = '<input type="checkbox" role="switch"{}>'
    groups = "".join(
        f'<div class="category"><h3>{name}</h3>{switch.format(draft.pick("", " checked", " disabled checked"))}<p>{text}</p></div>'
        for name, text in draft.pairs("consent.cats", 2, 4)
    )
    purposes = "".join(
        f"<li><label>{text}</label>{switch.format('')}</li>" for text in draft.some("consent.purposes", 3, 9)
    )
    cookies = rng.sample(
        ("_ga", "_gid", "_fbp", "PHPSESSID", "IDE", "consentUUID", "NID", "__cf_bm", "_hjid", "li_gc"),
        rng.randint(3, 8),
    )
    rows = "".join(
        f"<tr><td>{name}</td><td>{draft.pick(draft.bare, 'ads.example')}</td><td>{rng.randint(1, 730)} d</td></tr>"
        for name in cookies
    )
    body = (
        f'<div id="{draft.pick("preference-center", "privacy-manager", "cookie-settings")}"><h2>{draft.say("consent.title")}</h2>'
        f"{_texts(draft, 0, 2)}{groups}{draft.maybe(f'<ul>{purposes}</ul>', 0.6)}{draft.maybe(f'<table>{rows}</table>', 0.4)}{_buttons(draft)}</div>"
    )
    if rng.random() < 0.3:
        return framed(draft, draft.say("consent.title"), body, css="privacy")
    return document(draft, escape(draft.site), body, head=draft.maybe(style(draft)))


GENERATORS = (
    Generator("one/consent-wall-dialogue", ("consent-wall",), LANGUAGES, _dialogue),
    Generator("one/consent-wall-pay", ("consent-wall",), LANGUAGES, _pay),
    Generator("one/consent-wall-portal", ("consent-wall",), LANGUAGES, _portal),
    Generator("one/consent-wall-centre", ("consent-wall",), LANGUAGES, _centre),
)
