"""Consent in the way of everything: managers' full pages, pay-or-accept, interstitials of portals, gates with terms."""

from __future__ import annotations

from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.two.statehtml import LANGUAGES, Say, button, items, openings, page, site, style


def _buttons(say: Say, *keys: str) -> str:
    return "".join(
        button(say, say(key), kind) for key, kind in zip(keys, ("primary", "secondary", "link"), strict=False)
    )


def _manager(rng: Random, language: str) -> str:
    """A consent manager that a crawler gets instead of the page: Didomi, Sourcepoint, OneTrust, Usercentrics, Quantcast, iubenda."""
    say = Say(rng, language, "consent")
    say.facts["n"] = rng.choice((12, 48, 147, 233, 610, 842, 1417))
    head = say("head")
    texts = items(say.some("text", 1, 4), rng.choice(("p", "div")))
    purposes = [f"<label><input type='checkbox'> {purpose}</label>" for purpose in say.some("purposes", 2, 8)]
    listed = say.maybe(0.6, f'<ul class="purposes">{items(purposes)}</ul>')
    legal = " | ".join(say.links("legal", 2, 4))
    prefix = rng.choice(("didomi", "sp", "ot-sdk", "qc-cmp2", "iubenda-cs", "cmpbox", "uc", "cookie-wall"))
    layouts = (
        f'<div id="{prefix}-host"><div class="{prefix}-popup" role="dialog" aria-modal="true"><h2>{head}</h2>{texts}{listed}'
        f'<div class="{prefix}-buttons">{_buttons(say, "accept", "refuse", "refuse")}</div></div></div>',
        f'<div class="box {prefix}"><img alt="{say.fact("brand")}" src="/logo.svg"><h1>{head}</h1>{texts}{_buttons(say, "refuse", "accept")}{listed}<footer>{legal}</footer></div>',
        f'<header><b>{say.fact("brand")}</b></header><form method="post" action="/consent?next=/{say.token(6)}">{texts}{listed}{_buttons(say, "accept", "refuse")}</form><p>{legal}</p>',
    )
    wall = rng.choice(layouts)
    if say.chance(0.2):  # the page behind it shows: its furniture and a headline
        return site(say, head, f"{wall}<h2>{escape(rng.choice(openings(language))[0])}</h2>")
    return page(say, rng.choice((head, say.fact("brand"))), wall, style(say), f' class="{prefix}-open"')


def _pay_or_accept(rng: Random, language: str) -> str:
    """Accept or pay: the Pur-Abo of German papers, « Accepter ou s'abonner », «Rifiuta e abbonati», «Rechazar y pagar»."""
    say = Say(rng, language, "consent")
    say.facts["price"] = say.money(rng.choice((1.99, 2.99, 3.99, 4.99, 7.5)))
    say.facts["brand"] = rng.choice(say.words["papers"])
    head = say("pay_head")
    free, paid, member, why = (items([way]) for way in say.all("pay"))
    columns = (
        f'<div class="col"><ul>{free}</ul>{button(say, say("accept"))}</div>',
        f'<div class="col"><ul>{paid}</ul>{_buttons(say, "subscribe")}</div>',
    )
    more = f'<ul class="more">{member}{say.maybe(0.6, why)}</ul>'
    texts = say.maybe(0.7, f'<div class="small">{items(say.some("text", 1, 2), "p")}</div>')
    partners = say.maybe(0.4, f"<ul>{items(say.some('purposes', 3, 6))}</ul>")
    order = "".join(columns if say.chance(0.7) else columns[::-1])
    body = f'<div class="box purwall"><div class="logo">{say.fact("brand")}</div><h1>{head}</h1>{order}{more}{texts}{partners}<p>{" · ".join(say.links("legal", 2, 4))}</p></div>'
    return page(say, rng.choice((say.fact("brand"), head)), body, style(say), plain=say.chance(0.3))


def _interstitial(rng: Random, language: str) -> str:
    """A portal's or search engine's page before the first visit, narrow, with a choice of languages, as Google and Yahoo have."""
    say = Say(rng, language, "consent")
    head = say("head")
    languages = " ".join(
        rng.sample(
            (
                "English",
                "Deutsch",
                "Français",
                "Español",
                "Italiano",
                "Polski",
                "Türkçe",
                "日本語",
                "中文 (简体)",
                "Русский",
            ),
            6,
        )
    )
    texts = items(say.some("text", 1, 3), "p")
    purposes = f"<ul>{items(say.some('purposes', 3, 5))}</ul>"
    body = (
        f'<div class="signin">{say("login")}</div>{say.maybe(0.6, f"<select><option>{languages}</option></select>")}<h1>{head}</h1>{texts}{say.maybe(0.6, purposes)}'
        f'<div class="saveButtonContainer">{_buttons(say, "refuse", "accept")}</div><div class="footer">{" · ".join(say.links("legal", 2, 3))}</div>'
    )
    return page(
        say, rng.choice((head, say.fact("domain"))), f'<div class="box">{body}</div>', style(say), plain=say.chance(0.5)
    )


_TERMS = {1: (1,), 2: (1,), 3: (0, 3)}
"""Which of the texts go with which heading: readers of a kind only, terms; else an age."""


def _gate(rng: Random, language: str) -> str:
    """Terms to accept before entering: a brewery's age gate, a fund's disclaimer, a health site, new terms of a portal."""
    say = Say(rng, language, "consent")
    which = rng.randrange(len(say.words["gate_head"]))
    head, terms, acts = say.all("gate_head")[which], say.all("gate"), say.all("gate_act")
    texts = items([terms[index] for index in _TERMS.get(which, (0, 2)) if say.chance(0.8)], "p")
    choice = "".join(button(say, act) for act in (acts[:1] if which in (1, 2, 3) else acts[1:3]))
    cookies = say.maybe(0.5, f'<p class="cookie">{say("text")}</p>')
    body = f'<div class="gate box"><span class="brand">{say.fact("brand")}</span><h2>{head}</h2>{texts}{choice}{cookies}</div>'
    feet = say.maybe(0.5, f"<footer>{' | '.join(say.links('legal', 2, 5))}</footer>")
    return page(say, rng.choice((say.fact("brand"), head)), body + feet, style(say), ' class="modal-open"')


GENERATORS = (
    Generator("two/consent-wall-manager", ("consent-wall",), LANGUAGES, _manager),
    Generator("two/consent-wall-pay", ("consent-wall",), LANGUAGES, _pay_or_accept),
    Generator("two/consent-wall-interstitial", ("consent-wall",), LANGUAGES, _interstitial),
    Generator("two/consent-wall-gate", ("consent-wall",), LANGUAGES, _gate),
)
