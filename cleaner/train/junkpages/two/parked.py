"""Parked domains: offered by a broker, held at a registrar, filled with searches, lapsed."""

from __future__ import annotations

from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.two.statehtml import LANGUAGES, Say, button, items, page, style


def _say(rng: Random, language: str) -> Say:
    say = Say(rng, language, "parked")
    say.facts["registrar"] = rng.choice(say.words["registrar"])
    return say


def _broker(rng: Random, language: str) -> str:
    """The landing page of a domain marketplace (Sedo, Dan, Afternic, магазин доменов, 4.cn): price, offer form, trust points."""
    say = _say(rng, language)
    asked = rng.choice((95, 249, 480, 1200, 2995, 8500, 25000))
    say.facts |= {"price": say.money(asked), "monthly": say.money(-(-asked // 12))}
    head = say("sale_head")
    texts = items(say.some("sale_text", 1, 3), "p")
    fields = "".join(f"<label>{field}<input name='{say.token(4)}'></label>" for field in say.some("form", 3, 5))
    form = f'<form method="post" action="/offer">{fields}{button(say, say("offer"))}</form>'
    points = f'<ul class="usp">{items(say.some("sale_points", 2, 5))}</ul>'
    price = f'<div class="price-box"><span class="amount">{say.fact("price")}</span>{button(say, say("offer"), "buy")}</div>'
    registrar = say.fact("registrar")
    layouts = (
        f'<div class="lander box"><div class="logo">{registrar}</div><h1>{head}</h1>{price}{texts}{points}{form}</div>'
        f"<footer>{' '.join(say.links('legal', 2, 4))} © {say.fact('year')} {registrar}</footer>",
        f'<center><br><br><h2>{head}</h2>{texts}<a href="mailto:sales@{say.fact("domain")}">sales@{say.fact("domain")}</a></center>',
        f'<section class="hero"><h1>{say.fact("domain")}</h1><h2>{head}</h2>{say.maybe(0.6, form)}</section><section>{texts}{points}</section>'
        f'<section class="more-domains"><ul>{items(_other_names(say))}</ul></section>',
    )
    return page(say, rng.choice((head, say.fact("domain"))), rng.choice(layouts), style(say), plain=say.chance(0.3))


def _other_names(say: Say) -> list[str]:
    """The rest of an owner's portfolio."""
    pairs = [say.rng.sample(say.words["slugs"], 2) for _ in range(12)]
    names = {f"{first}{say.rng.choice(('', '-', 'online', '24'))}{second}.example" for first, second in pairs}
    return [f"{name} – {escape(say.money(say.rng.randint(2, 90) * 50))}" for name in sorted(names)]


def _registrar(rng: Random, language: str) -> str:
    """What registrars show for a new name without hosting: IONOS, Strato, OVH, Aruba, home.pl, Reg.ru, お名前.com, 万网."""
    say = _say(rng, language)
    head, registrar = say("reg_head"), say.fact("registrar")
    texts = items(say.some("reg_text", 1, 3), "p")
    offers = say.links("reg_links", 3, 7)
    search = f'<form action="https://{say.fact("slug")}.example/check"><input name="domain" placeholder="{say.fact("domain")}">{button(say, say("search"))}</form>'
    layouts = (
        f'<div class="wrapper"><h1>{head}</h1>{texts}</div>',
        f'<header class="b-header"><a class="b-logo" href="/">{registrar}</a><ul>{items(offers)}</ul></header><div class="b-parking box"><h1>{head}</h1>'
        f"<h2>{say.fact('domain')}</h2>{texts}{search}</div><footer>© 1999–{say.fact('year')} {registrar} {' '.join(say.links('legal', 1, 3))}</footer>",
        f'<table width="100%" height="90%"><tr><td align="center"><b>{say.fact("domain")}</b><br><br>{head}<br><br>{texts}<hr width="300">'
        f"<small>{' | '.join(offers[:4])}</small></td></tr></table>",
    )
    return page(say, rng.choice((say.fact("domain"), head)), rng.choice(layouts), style(say), plain=say.chance(0.4))


def _searches(rng: Random, language: str) -> str:
    """Click parking (Sedo, Bodis, ParkingCrew, GoDaddy CashParking): a list of searches by keyword and a disclaimer."""
    say = _say(rng, language)
    links = say.links("topics", 5, 12, ' class="ad-term" rel="nofollow"')
    foot = items(say.some("ad_foot", 1, 3), "p", ' class="disclaimer"')
    sale = say.maybe(
        0.5,
        f'<div id="sale"><a href="https://{say.fact("slug")}.example/?d={say.fact("domain")}">{say("sale_head")}</a></div>',
    )
    search = say.maybe(0.5, f'<form><input name="q">{button(say, say("search"))}</form>')
    half = len(links) // 2
    layouts = (
        f'{sale}<h1>{say.fact("domain")}</h1><div class="related"><h2>{say("related")}</h2><ul>{items(links)}</ul></div>{search}<footer>{foot}</footer>',
        f'<div id="header"><span>{say.fact("domain")}</span>{search}</div><table id="cols"><tr><td><h3>{say("related")}</h3>'
        f"{'<br>'.join(links[:half])}</td><td>{'<br>'.join(links[half:])}</td></tr></table>{sale}{foot}",
        f'<script>window.park = "{say.token(64)}";</script><div id="target"><p class="heading">{say("related")}</p>'
        f'{items(links[:5], "div", " class=ww")}</div>{foot}<a href="/privacy">{say.words["legal"][0]}</a>',
    )
    return page(say, say.fact("domain"), rng.choice(layouts), style(say), plain=True)


def _lapsed(rng: Random, language: str) -> str:
    """A name not renewed or put on hold: GoDaddy's and Tucows' expiry pages, DENIC transit, SIDN quarantine, ICANN holds."""
    say = _say(rng, language)
    head = say("exp_head")
    texts = items(say.some("exp_text", 1, 3), "p")
    sponsored = say.maybe(
        0.4, f'<h4>{say("related")}</h4><ul class="sponsored">{items(say.links("topics", 4, 8))}</ul>'
    )
    more = say.maybe(
        0.6,
        f'<p class="help"><a href="/whois?{say.fact("domain")}">Whois</a> · {" · ".join(say.links("reg_links", 2, 4))}</p>',
    )
    body = f'<div class="box notice"><img src="/img/{say.token(4)}.png" alt="{say.fact("registrar")}"><h1>{head}</h1>{texts}{sponsored}{more}</div>'
    return page(say, head, body, style(say), plain=say.chance(0.5))


GENERATORS = (
    Generator("two/parked-broker", ("parked",), LANGUAGES, _broker),
    Generator("two/parked-registrar", ("parked",), LANGUAGES, _registrar),
    Generator("two/parked-searches", ("parked",), LANGUAGES, _searches),
    Generator("two/parked-lapsed", ("parked",), LANGUAGES, _lapsed),
)
