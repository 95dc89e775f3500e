"""What servers show before anybody put up a site, and what sites show while they are down."""

from __future__ import annotations

from html import escape
from random import Random

from ..model import Generator
from .stateframe import copyright_line, framed
from .statehtml import LANGUAGES, Draft, document, items, links, paragraphs, style

_FILES = "backup.zip cgi-bin/ index.html.bak photos/ style.css old/ test.php readme.txt wp-content/ data.csv logo.png IMG_0042.JPG"


def _stock(rng: Random, language: str) -> str:
    """First pages of web servers and panels as they are installed."""
    draft = Draft(rng, language)
    title, body = draft.product("server")
    head = draft.maybe(style(draft)) + draft.maybe('<meta name="ROBOTS" content="NOINDEX">', 0.2)
    if rng.random() < 0.15:
        body += f"<!-- {draft.bare} {draft.hex(6)} -->"
    return document(draft, title, body, head=head, plain=True)


def _index(rng: Random, language: str) -> str:
    """A directory as the server lists it."""
    draft = Draft(rng, language)
    folder = "/" + draft.maybe(
        draft.pick("files", "uploads/2019/04", "pub", "images", "~anna", "wp-content/uploads"), 0.7
    )
    names = sorted(
        rng.sample([*_FILES.split(), f"{draft.hex(6)}.pdf", f"scan{draft.digits(3)}.jpg"], rng.randint(0, 11))
    )
    day = (
        f"{draft.year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02} {rng.randint(0, 23):02}:{rng.randint(0, 59):02}"
    )
    rows = [f'<a href="{name}">{name}</a>   {day}   {draft.pick("-", "1.2K", "4.0M", "913")}' for name in names]
    server = draft.pick(
        f"Apache/2.4.{rng.randint(6, 58)} (Ubuntu) Server at {draft.domain} Port {rng.choice((80, 443))}",
        f"lighttpd/1.4.{rng.randint(20, 70)}",
        f"Proudly Served by LiteSpeed Web Server at {draft.domain} Port 443",
    )
    top = (
        '<a href="?C=N;O=D">Name</a>   <a href="?C=M;O=A">Last modified</a>   <a href="?C=S;O=A">Size</a>   Description'
    )
    parent = '<a href="../">Parent Directory</a>'
    listing = draft.pick(
        f"<pre>{top}<hr>{parent}\n" + "\n".join(rows) + "<hr></pre>",
        "<table><tr><th>"
        + top
        + "</th></tr>"
        + "".join(f"<tr><td>{row}</td></tr>" for row in [parent, *rows])
        + "</table>",
        items([parent, *rows]),
    )
    return document(
        draft, f"Index of {folder}", f"<h1>Index of {folder}</h1>{listing}<address>{server}</address>", plain=True
    )


def _hosting(rng: Random, language: str) -> str:
    """A host's page on new, empty or suspended web space, in the host's language."""
    draft = Draft(rng, language)
    kind = draft.pick("hosting", "hosting", "suspended")
    head = draft.say(f"server.{kind}")
    texts = paragraphs(draft.some(f"server.{kind}_text", 1, 4))
    menu = items(links(draft.some("parked.registrar", 3, 7), "https://panel.example/"))
    host = draft.pick("cPanel", "Plesk", "ISPConfig", "DirectAdmin", "Hostarium", "BlueRack")
    body = (
        f'<div class="{draft.pick("container", "page-wrap", "suspended", "content")}"><h1>{head}</h1>{draft.maybe(f"<h2>{draft.bare}</h2>", 0.4)}'
        f"{texts}{draft.maybe(menu, 0.4)}</div><footer>{host} {draft.maybe(f'© {draft.year}')}</footer>"
    )
    return document(draft, head, body, head=style(draft), plain=True)


def _wordpress(rng: Random, language: str) -> str:
    """A blog as it is just after its installation, with nothing but the first post."""
    draft = Draft(rng, language)
    title, tagline = draft.pick(escape(draft.site), draft.bare, "My WordPress"), draft.say("server.tagline")
    hello, sample = draft.say("server.hello"), draft.say("server.sample")
    theme = draft.pick("twentyten", "twentyfourteen", "twentysixteen", "twentytwenty", "twentytwentyfour")
    meta = f'<div class="entry-meta"><time>{draft.date()}</time> <a href="/author/admin/">admin</a> <a href="/category/">{draft.say("server.uncategorized")}</a></div>'
    comment = f'<ol class="commentlist"><li class="comment"><cite>{draft.say("server.commenter")}</cite><p>{draft.say("server.comment")}</p></li></ol>'
    aside = (
        f'<aside class="widget-area"><section><h2>{escape(draft.all("site.side")[0])}</h2>{items(links([hello]))}</section>'
        f"<section><h2>{escape(draft.all('site.side')[1])}</h2>{items(links([draft.say('server.uncategorized')]))}</section></aside>"
    )
    body = (
        f'<header><h1 class="site-title"><a href="/">{title}</a></h1>{draft.maybe(f"<p>{tagline}</p>", 0.8)}{draft.maybe(f"<nav>{sample}</nav>", 0.7)}</header>'
        f'<main><article id="post-1" class="post-1 post type-post status-publish"><h2 class="entry-title"><a href="/?p=1">{hello}</a></h2>{draft.maybe(meta, 0.8)}'
        f'<div class="entry-content"><p>{draft.say("server.hello_text")}</p></div></article>{draft.maybe(comment, 0.4)}</main>{draft.maybe(aside)}'
        f"<footer>{draft.pick('Proudly powered by WordPress', 'WordPress', copyright_line(draft))}</footer>"
    )
    head = f'\n<meta name="generator" content="WordPress {rng.randint(3, 6)}.{rng.randint(0, 9)}" />'
    page = draft.pick(f"{title} – {tagline}", f"{hello} – {title}")
    return document(draft, page, body, head=draft.maybe(head, 0.8), attributes=f'class="home blog {theme}"')


def _down(rng: Random, language: str) -> str:
    """Maintenance and sites to come: a headline, a line or two, a clock or a form."""
    draft = Draft(rng, language)
    kind = draft.pick("maint", "soon")
    head = draft.say(f"server.{kind}")
    texts = paragraphs(draft.some(f"server.{kind}_text", 1, 3, n=rng.randint(6, 23)))
    clock = "".join(f"<div><b>{rng.randint(0, 59):02}</b> {escape(word)}</div>" for word in draft.all("server.clock"))
    form = f'<form><input type="email" placeholder="e-mail"><button>{draft.say("server.notify")}</button></form>'
    extra = draft.maybe(f'<div class="countdown">{clock}</div>', 0.3) + draft.maybe(form, 0.4)
    body = f'<div class="{draft.pick("wrap", "coming-soon", "maintenance-mode", "hero")}">{draft.maybe(f"<p>{escape(draft.site)}</p>")}<h1>{head}</h1>{texts}{extra if kind == "soon" else ""}</div>'
    if rng.random() < 0.2:
        return framed(draft, head, body, css="maintenance")
    foot = draft.maybe(f"<footer>{copyright_line(draft)}</footer>", 0.4)
    return document(
        draft,
        draft.pick(escape(draft.site), head),
        body + foot,
        head=draft.maybe(style(draft), 0.8),
        plain=rng.random() < 0.6,
    )


GENERATORS = (
    Generator("one/server-default-stock", ("server-default",), ("en",), _stock),
    Generator("one/server-default-index", ("server-default",), ("en",), _index),
    Generator("one/server-default-hosting", ("server-default",), LANGUAGES, _hosting),
    Generator("one/server-default-wordpress", ("server-default",), LANGUAGES, _wordpress),
    Generator("one/server-default-down", ("server-default",), LANGUAGES, _down),
)
