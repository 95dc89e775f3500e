"""Honest pages with words or links that no reader sees."""

from __future__ import annotations

from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.one.spambank import SCAMS, links, says, texts
from cleaner.train.junkpages.one.spamhtml import Page, esc, prose, render, tag
from cleaner.train.junkpages.one.spamwords import ALL, HEAVY, Writer, load

_STYLES = (
    "display:none",
    "display: none !important;",
    "visibility:hidden",
    "position:absolute;left:-9999px",
    "position: absolute; top: -{n}00px; left: -{n}00px;",
    "position:fixed;right:-5000px;bottom:0",
    "text-indent:-9999px;height:1px",
    "font-size:0",
    "font-size:1px;color:#fff;line-height:1px",
    "color:#ffffff;background-color:#ffffff",
    "color:white;background:white;font-size:8px",
    "opacity:0;height:0",
    "opacity:0.01;position:absolute;z-index:-1",
    "overflow:hidden;height:0;width:0",
    "overflow:hidden;max-height:1px",
    "position:absolute;clip:rect(0 0 0 0);width:1px;height:1px",
    "transform:scale(0);position:absolute",
    "margin-left:-{n}00em;position:absolute",
)
_NAMES = ("sfx", "wp-seo-hidden", "x1", "ftr-extra", "mod_inner", "clr", "t3-box", "nvb", "hd")


def hide(w: Writer, inner: str) -> tuple[str, str]:
    """HTML that hides other HTML, and what it needs in the page's head."""
    rng = w.rng
    css = rng.choice(_STYLES).replace("{n}", str(rng.randint(20, 99)))
    name = f"{rng.choice(_NAMES)}{rng.choice(('', str(rng.randint(1, 99))))}"
    element = (
        rng.choice(("div", "div", "span", "p", "section", "ul"))
        if "<li" in inner
        else rng.choice(("div", "div", "span"))
    )
    match rng.randrange(8):
        case 0 | 1 | 2:
            return tag(element, inner, style=css), ""
        case 3:
            return tag("div", inner, class_=name), f"<style>.{name}{{{css}}}</style>"
        case 4:
            return tag("div", inner, id=name), f'<style type="text/css">\n#{name} {{ {css} }}\n</style>'
        case 5:
            script = f'<script>document.getElementById("{name}").style.display="none";</script>'
            return tag("div", inner, id=name) + script, ""
        case 6:
            marquee = tag("marquee", inner, width="1", height="1", scrollamount="5000")
            return rng.choice(
                (marquee, f"<div hidden>{inner}</div>", f'<font color="#ffffff" size="1">{inner}</font>')
            ), ""
        case _:
            return tag("noscript", inner) if w.chance(0.2) else tag("div", inner, style=css, aria_hidden="true"), ""


def place(w: Writer, page: Page, bodies: list[str], hidden: str) -> None:
    """Puts HTML on the page: at its beginning or end, or between the article's parts."""
    match w.rng.randrange(4):
        case 0:
            page.top += hidden
        case 1:
            page.foot += hidden
        case 2:
            bodies.append(hidden)
        case _:
            bodies.insert(w.rng.randrange(len(bodies) + 1), hidden)
    page.main = "\n".join(bodies)


def _honest(w: Writer) -> tuple[Page, list[str], str]:
    story = w.feature()
    bodies = [prose([part]) for part in story.paragraphs]
    return Page(story.title, "\n".join(bodies), description=story.paragraphs[0][:155]), bodies, story.title


def _links(rng: Random, language: str) -> str:
    """Links to sister sites and sold ones, put out of sight on a small site by its own web agency."""
    w = Writer(rng, language)
    page, bodies, _ = _honest(w)
    sep = rng.choice((" ", ", ", "\n", "<br>", " | "))
    hidden, page.head = hide(w, sep.join(links(w, "soft", rng.randint(2, 20))))
    place(w, page, bodies, hidden)
    return render(page, w)


def _keywords(rng: Random, language: str) -> str:
    """An owner's own search phrases, a wall of them in the colour of the ground or off the screen."""
    w = Writer(rng, language)
    page, bodies, title = _honest(w)
    goods, city = w.say("seo.goods"), w.say("site.cities")
    phrases = [
        w.say("seo.patterns", kw=rng.choice((goods, goods, title.lower())), city=city, adj=w.say("seo.adjectives"))
        for _ in range(rng.randint(20, 90))
    ]
    hidden, page.head = hide(w, esc(rng.choice((", ", " ", " | ")).join(phrases)))
    place(w, page, bodies, hidden)
    return render(page, w)


def _injected(rng: Random, language: str) -> str:
    """A hacked site whose owner sees nothing: links to scams, or whole sentences about them, hidden by styles."""
    w = Writer(rng, language)
    page, bodies, _ = _honest(w)
    for _ in range(rng.choice((1, 1, 2))):
        kind = rng.choice(SCAMS)
        if w.chance(0.5):
            inner = rng.choice((" ", ", ", "\n")).join(links(w, kind, rng.randint(3, 30)))
        else:
            inner = " ".join(says(w, kind, rng.randint(2, 8)))
        hidden, head = hide(w, inner)
        page.head += head
        place(w, page, bodies, hidden)
    return render(page, w)


def _mimicry(rng: Random, language: str) -> str:
    """A few hidden words only: names of brands or goods at the foot, a heading behind the logo, an invisible list."""
    w = Writer(rng, language)
    page, bodies, _ = _honest(w)
    words = texts(w, "soft", rng.randint(5, 16)) + w.sample(load("shared")["domain"]["spam"], 4)
    element = rng.choice(("h1", "h2", "p", "li"))
    inner = "".join(tag(element, esc(word)) for word in words) if w.chance(0.5) else esc(", ".join(words))
    hidden, page.head = hide(w, inner)
    place(w, page, bodies, hidden)
    return render(page, w)


GENERATORS = (
    Generator("one/hidden-text-links", ("hidden-text",), ALL, _links),
    Generator("one/hidden-text-keywords", ("hidden-text", "seo-stuffed"), HEAVY, _keywords),
    Generator("one/hidden-text-injected", ("hidden-text", "hacked"), ALL, _injected),
    Generator("one/hidden-text-words", ("hidden-text",), ALL, _mimicry),
)
