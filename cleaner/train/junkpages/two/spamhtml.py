"""What the spam pages share in HTML: pieces of pages, and the frames that pages stand in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from html import escape
from random import Random
from typing import NamedTuple

from .spamwords import DOMAIN_ENDS, UNSPACED, Piece, date, domain, name, person, pieces, say, several, slug, words

_FONTS = ("Arial,sans-serif", "Georgia,serif", "'Open Sans',sans-serif", "Roboto,Helvetica,sans-serif", "Verdana")


def p(text: str, attributes: str = "") -> str:
    """A paragraph."""
    return f"<p{' ' if attributes else ''}{attributes}>{escape(text)}</p>"


def h(level: int, text: str) -> str:
    """A heading."""
    return f"<h{level}>{escape(text)}</h{level}>"


def a(href: str, text: str, attributes: str = "") -> str:
    """A link."""
    return f'<a href="{escape(href)}"{" " if attributes else ""}{attributes}>{escape(text)}</a>'


def items(rows: Iterable[str], kind: str = "ul", attributes: str = "") -> str:
    """A list of HTML pieces."""
    inside = "\n".join(f"<li>{row}</li>" for row in rows)
    return f"<{kind}{' ' if attributes else ''}{attributes}>\n{inside}\n</{kind}>"


def table(rows: Iterable[Iterable[str]], attributes: str = "", head: bool = False) -> str:
    """A table of HTML pieces."""
    lines = []
    for number, row in enumerate(rows):
        cell = "th" if head and not number else "td"
        lines.append("<tr>" + "".join(f"<{cell}>{inside}</{cell}>" for inside in row) + "</tr>")
    return f"<table {attributes}>\n" + "\n".join(lines) + "\n</table>"


def img(rng: Random, alt: str) -> str:
    """A picture."""
    year, month = rng.randint(2016, 2025), rng.randint(1, 12)
    size = rng.choice((300, 640, 768, 1024))
    source = f"/wp-content/uploads/{year}/{month:02}/{slug(alt)[:30]}-{rng.randint(1, 99)}.jpg"
    lazy = rng.choice((' loading="lazy"', "", ' class="lazyload"'))
    return f'<img src="{source}" width="{size}" height="{size * 2 // 3}" alt="{escape(alt)}"{lazy}>'


def _site(rng: Random, language: str) -> str:
    """A site's invented name: a brand, a town's, a person's."""
    common = words("common", language)
    way = rng.random()
    if way < 0.6:
        return f"{name(rng)}{rng.choice(('', ' '))}{rng.choice(DOMAIN_ENDS).strip('-').capitalize()}"
    if way < 0.8:
        return f"{rng.choice(common['cities'])}{'' if language in UNSPACED else ' '}{rng.choice(common['menu'][1:])}"
    return person(rng, language) if way < 0.9 else f"{rng.choice(common['last'])} & {rng.choice(common['last'])}"


class Look(NamedTuple):
    """What a frame is filled with: HTML but for the plain ``title`` and ``site``."""

    language: str
    site: str
    title: str
    main: str
    aside: str
    foot: str


def _menu(rng: Random, language: str) -> str:
    pool = words("common", language)["menu"]
    chosen = [pool[0], *several(rng, pool[1:], 3, 9)]
    rows = [a("/" if not number else f"/{slug(row)}/", row) for number, row in enumerate(chosen)]
    if rng.random() < 0.25:
        rows.append('<form role="search" action="/"><input type="search" name="s"><button>&#128269;</button></form>')
    return items(rows, attributes=rng.choice(('class="menu"', 'id="nav"', 'class="navbar-nav"', "")))


def _legal(rng: Random, look: Look) -> str:
    common = words("common", look.language)
    links = " | ".join(a(f"/{slug(row)}", row) for row in several(rng, common["legal"], 1, 4))
    if rng.random() < 0.35:
        nets = several(
            rng, ("Facebook", "Twitter", "Instagram", "YouTube", "Pinterest", "LinkedIn", "RSS", "Telegram"), 2, 5
        )
        links += items(
            (a(f"https://{net.lower()}.example/{slug(look.site)}", net) for net in nets), attributes='class="social"'
        )
    return f"{look.foot}<p>&copy; {rng.randint(2015, 2025)} {escape(look.site)}. {rng.choice(common['rights'])} {links}</p>"


def _wordpress(rng: Random, look: Look) -> str:
    post = rng.randint(40, 99_000)
    aside = f'<aside id="secondary" class="widget-area">{look.aside}</aside>' if look.aside else ""
    return f"""<body class="post-template-default single single-post postid-{post} wp-embed-responsive">
<div id="page" class="site">
<header id="masthead" class="site-header"><div class="site-branding"><p class="site-title">{a("/", look.site)}</p></div>
<nav id="site-navigation" class="main-navigation">{_menu(rng, look.language)}</nav></header>
<div id="content" class="site-content"><main id="main" class="site-main">
<article id="post-{post}" class="post type-post status-publish format-standard hentry">
<div class="entry-content">{look.main}</div></article></main>{aside}</div>
<footer id="colophon" class="site-footer"><div class="site-info">{_legal(rng, look)}</div></footer></div>
<script src="/wp-includes/js/wp-embed.min.js?ver=6.{rng.randint(0, 8)}"></script>
</body>"""


def _blogger(rng: Random, look: Look) -> str:
    return f"""<body class='loading'>
<div class='content-outer'><header><div class='titlewrapper'><h1 class='title'>{a("/", look.site)}</h1></div></header>
<div class='main-outer'><div class='blog-posts hfeed'><div class='date-outer'><h2 class='date-header'><span>
{date(rng, look.language)}</span></h2>
<div class='post hentry uncustomized-post-template'><div class='post-body entry-content' id='post-body-{rng.getrandbits(60)}'>
{look.main}<div style='clear: both;'></div></div></div></div></div></div>
<div class='sidebar section' id='sidebar-right-1'>{look.aside}</div><footer>{_legal(rng, look)}</footer></div></body>"""


def _bootstrap(rng: Random, look: Look) -> str:
    side = f'<div class="col-lg-4">{look.aside}</div>' if look.aside else ""
    return f"""<body>
<nav class="navbar navbar-expand-lg navbar-light bg-light"><div class="container">
<a class="navbar-brand" href="/">{escape(look.site)}</a>{_menu(rng, look.language)}</div></nav>
<div class="container my-4"><div class="row"><div class="col-lg-8">{look.main}</div>{side}</div></div>
<footer class="bg-dark text-white py-3"><div class="container">{_legal(rng, look)}</div></footer>
<script src="/js/bootstrap.bundle.min.js"></script></body>"""


def _tables(rng: Random, look: Look) -> str:
    return f"""<body bgcolor="#ffffff" text="#000000" link="#0000{rng.choice(("cc", "ff", "99"))}">
<center><table width="760" border="0" cellpadding="4" cellspacing="0">
<tr><td colspan="2" bgcolor="#{rng.choice(("dde", "ccd", "eed", "cde"))}"><font size="5">{escape(look.site)}</font></td></tr>
<tr valign="top"><td width="160"><font size="2">{_menu(rng, look.language)}{look.aside}</font></td>
<td><font face="Verdana" size="2">{look.main}</font></td></tr>
<tr><td colspan="2" align="center"><font size="1">{_legal(rng, look)}</font></td></tr></table></center></body>"""


def _bare(rng: Random, look: Look) -> str:
    tail = _legal(rng, look) if rng.random() < 0.5 else look.foot
    return f"<body>\n{look.main}\n{look.aside}\n{tail}\n</body>"


def _app(rng: Random, look: Look) -> str:
    mark = f"{rng.getrandbits(20):05x}"
    return f"""<body><div id="__next"><div class="layout_{mark}"><div class="header_{mark}"><a href="/">{escape(look.site)}</a>
{_menu(rng, look.language)}</div><div class="main_{mark}">{look.main}</div><div class="side_{mark}">{look.aside}</div>
<div class="footer_{mark}">{_legal(rng, look)}</div></div></div></body>"""


FRAMES: dict[str, Callable[[Random, Look], str]] = {
    "wordpress": _wordpress,
    "blogger": _blogger,
    "bootstrap": _bootstrap,
    "tables": _tables,
    "bare": _bare,
    "app": _app,
}
_ONES = ("wordpress", "wordpress", "wordpress", "bootstrap", "bootstrap", "blogger", "tables", "app", "bare")


def _head(rng: Random, language: str, title: str, site: str, meta: dict[str, str], extra: str, frame: str) -> str:
    lines = ['<meta charset="utf-8">', f"<title>{escape(title)}</title>"]
    lines += [f'<meta name="{key}" content="{escape(value)}">' for key, value in meta.items() if value]
    if frame != "tables" and rng.random() < 0.85:
        lines.append('<meta name="viewport" content="width=device-width, initial-scale=1">')
        lines.append(f'<link rel="canonical" href="https://{domain(rng, site)}/{slug(title)}/">')
        lines.append(f'<meta property="og:title" content="{escape(title)}">')
        lines.append(f'<meta property="og:site_name" content="{escape(site)}">')
    if frame == "wordpress":
        lines.append(f'<meta name="generator" content="WordPress 6.{rng.randint(0, 8)}.{rng.randint(1, 4)}">')
        theme = name(rng).lower()
        lines.append(f'<link rel="stylesheet" href="/wp-content/themes/{theme}/style.css?ver=1.{rng.randint(0, 9)}">')
    if rng.random() < 0.3:
        told = {
            "@context": "https://schema.org",
            "@type": "Article",
            "headline": title,
            "author": person(rng, language),
        }
        told_text = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
        lines.append(f'<script type="application/ld+json">{told_text}</script>')
    colour = f"#{rng.randrange(0x1000000):06x}"
    lines.append(f"<style>body{{font-family:{rng.choice(_FONTS)};margin:0}}a{{color:{colour}}}</style>")
    return "\n".join((*lines, extra)) if extra else "\n".join(lines)


def page(
    rng: Random,
    language: str,
    title: str,
    main: str,
    *,
    aside: str = "",
    foot: str = "",
    head: str = "",
    site: str = "",
    meta: dict[str, str] | None = None,
    frames: Sequence[str] = _ONES,
) -> str:
    """A whole document in one of the frames; ``main``, ``aside``, ``foot`` and ``head`` are HTML."""
    frame = rng.choice(frames)
    site = site or _site(rng, language)
    look = Look(language, site, title, main, aside, foot)
    doctype = "<!DOCTYPE html>"
    if frame == "tables":
        doctype = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">'
    opening = rng.choice((f'<html lang="{language}">', f'<html lang="{language}">', "<html>"))
    top = _head(rng, language, title, site, meta or {}, head, frame)
    return f"{doctype}\n{opening}\n<head>\n{top}\n</head>\n{FRAMES[frame](rng, look)}\n</html>\n"


def prose(rng: Random, story: Piece, captions: bool = False) -> list[str]:
    """The blocks of an article as a site sets them: paragraphs, headings, lists of short lines, a picture now and then."""
    blocks: list[str] = []
    short: list[str] = []

    def settle() -> None:
        if len(short) == 1 and short[0][-1] not in '.!?»”"。…，；,;:' and rng.random() < 0.6:
            blocks.append(h(rng.choice((2, 3)), short[0]))
        elif len(short) > 2 and rng.random() < 0.6:
            blocks.append(items(escape(line) for line in short))
        else:
            blocks.extend(p(line) for line in short)
        short.clear()

    for line in story.paragraphs:
        if len(line) < 45:
            short.append(line)
            continue
        settle()
        blocks.append(p(line))
        if captions and rng.random() < 0.15:
            blocks.append(f"<figure>{img(rng, story.title)}</figure>")
    settle()
    return blocks


def others(rng: Random, language: str, low: int = 3, high: int = 8) -> str:
    """A widget that lists other articles."""
    common = words("common", language)
    rows = [a(f"/{slug(story.title)}/", story.title) for story in pieces(rng, language, rng.randint(low, high))]
    return (
        f'<section class="widget">{h(3, rng.choice(common[rng.choice(("related", "recent"))]))}{items(rows)}</section>'
    )


def byline(rng: Random, language: str) -> str:
    """Who wrote it and when."""
    who = say(rng, "common", language, "by", name=person(rng, language))
    return f'<div class="entry-meta"><span class="author">{who}</span> <time>{date(rng, language)}</time></div>'


def honest(rng: Random, language: str, story: Piece, middle: str = "") -> str:
    """An article as an honest site has it, with ``middle`` put among its paragraphs."""
    blocks = prose(rng, story, captions=True)
    if middle:
        blocks.insert(rng.randint(1, max(1, len(blocks) - 1)), middle)
    return "\n".join((h(1, story.title), byline(rng, language) if rng.random() < 0.8 else "", *blocks))
