"""Whole HTML documents around what a spam page says: heads, navigation, sidebars and footers of several systems."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape as esc
from random import Random

from cleaner.train.junkpages.one.spamwords import Writer, load, stories

__all__ = ["Page", "anchor", "domain", "esc", "items", "nav", "paragraphs", "prose", "render", "slug", "tag"]


@dataclass
class Page:
    """What goes into a shell; all but ``title`` and ``site`` is HTML.

    :param kin: the titles of a spam site's other pages, which then fill its navigation and sidebar.
    """

    title: str
    main: str
    site: str = ""
    domain: str = ""
    description: str = ""
    heading: str = ""
    head: str = ""
    top: str = ""
    aside: str = ""
    foot: str = ""
    nav: list[str] = field(default_factory=list)
    kin: list[str] = field(default_factory=list)
    shells: tuple[str, ...] = ()


_BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "table", "article", "pre", "center", "blockquote")


def tag(name: str, text: str, **attributes: str) -> str:
    """An element around HTML."""
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{esc(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>{text}</{name}>" + ("\n" if name in _BLOCKS else "")


def slug(text: str, rng: Random) -> str:
    """A path for a title."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:7]) or f"p{rng.randint(100, 99999)}"


def domain(rng: Random, kind: str = "honest") -> str:
    """An invented host name."""
    bank = load("shared")["domain"]
    name = rng.choice(bank[kind]) + rng.choice(bank["join"]) + rng.choice(bank["tail"])
    return f"{rng.choice(('', '', 'www.'))}{name}{rng.choice(('', '', '', str(rng.randint(1, 365))))}.example"


def anchor(text: str, href: str, rng: Random | None = None) -> str:
    """A link; with chance, of some variety."""
    extra = rng.choice(("", "", ' rel="nofollow"', ' target="_blank"', f' title="{esc(text)}"')) if rng else ""
    return f'<a href="{esc(href)}"{extra}>{esc(text)}</a>'


def items(parts: Iterable[str], name: str = "ul", **attributes: str) -> str:
    """A list of HTML entries."""
    return tag(name, "".join(f"<li>{part}</li>\n" for part in parts), **attributes)


def paragraphs(texts: Iterable[str]) -> str:
    """Plain texts, each in its paragraph."""
    return "\n".join(f"<p>{esc(text)}</p>" for text in texts)


def prose(texts: Iterable[str], heading: str = "h2") -> str:
    """An article's parts: short ones without a full stop are headings."""
    short = [(text, len(text) < 60 and text[-1] not in '.!?:;,»"”…。！？」）)') for text in texts]
    return "\n".join(f"<{heading}>{esc(t)}</{heading}>" if is_short else f"<p>{esc(t)}</p>" for t, is_short in short)


def nav(writer: Writer, honest: bool = True) -> list[str]:
    """Links of an honest site's navigation, or the few that any site has."""
    texts = writer.sample(writer.all("site.nav"), 6) if honest else writer.all("site.nav")[: writer.rng.randint(1, 4)]
    return [anchor(text, f"/{slug(text, writer.rng)}/") for text in texts]


def aside(writer: Writer) -> str:
    """An honest sidebar: recent articles, categories."""
    boxes = []
    for heading, key in (("recent", "recent"), ("categories", "cats")):
        if key == "recent":
            texts = [story.title for story in writer.sample(stories(writer.language), writer.rng.randint(3, 6))]
        else:
            texts = writer.some("site.cats", 6)
        links = [anchor(text, f"/{slug(text, writer.rng)}") for text in texts]
        boxes.append(tag("h3", esc(writer.say(f"site.{heading}")), class_="widget-title") + items(links))
    return "\n".join(
        f'<section class="widget">{box}</section>' for box in writer.sample(boxes, writer.rng.randint(1, 2))
    )


def _style(rng: Random) -> str:
    font = rng.choice(("Arial,sans-serif", "Georgia,serif", "'Open Sans',Helvetica,sans-serif", "Verdana", "system-ui"))
    width, hue = rng.randint(70, 128) * 10, f"{rng.randrange(0x222222, 0xDDDDDD):06x}"
    rules = (
        f"body{{font:{rng.randint(13, 18)}px/1.{rng.randint(3, 7)} {font};margin:0;color:#222;background:#fff}}",
        f".wrap,.container{{max-width:{width}px;margin:0 auto}}a{{color:#{hue}}}",
        f"footer{{border-top:1px solid #ddd;padding:{rng.randint(8, 40)}px 0;font-size:.85em}}",
        "img{max-width:100%;height:auto}.widget{margin-bottom:2em}ul.menu li{display:inline-block;margin-right:1em}",
    )
    return "<style>" + "\n".join(rules[: rng.randint(1, 4)]) + "</style>"


def _head(page: Page, writer: Writer) -> str:
    rng = writer.rng
    url = f"https://{page.domain}/{slug(page.title, rng)}"
    lines = [
        f"<title>{esc(page.title)}</title>",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ]
    if page.description:
        lines.append(f'<meta name="description" content="{esc(page.description)}">')
    if rng.random() < 0.6:
        lines.append(f'<link rel="canonical" href="{url}/">')
    if rng.random() < 0.6:
        lines.append(
            f'<meta property="og:title" content="{esc(page.title)}"><meta property="og:type" content="article">'
        )
        lines.append(
            f'<meta property="og:url" content="{url}/"><meta property="og:site_name" content="{esc(page.site)}">'
        )
    if rng.random() < 0.25:
        graph = {"@context": "https://schema.org", "@type": "WebPage", "name": page.title, "url": url}
        lines.append(f'<script type="application/ld+json">{json.dumps(graph)}</script>')
    lines.append(
        rng.choice((_style(rng), f'<link rel="stylesheet" href="/assets/css/main.{rng.randrange(16**6):x}.css">'))
    )
    rng.shuffle(lines)
    return '<meta charset="utf-8">\n' + "\n".join(lines) + "\n" + page.head


def _wordpress(page: Page, w: Writer) -> str:
    n = w.rng.randint(11, 9999)
    menu = items(page.nav, class_="menu", id="primary-menu")
    return f"""<body class="post-template-default single single-post postid-{n} wp-embed-responsive">{page.top}
<div id="page" class="hfeed site"><a class="skip-link screen-reader-text" href="#content">{esc(w.say("site.skip"))}</a>
<header id="masthead" class="site-header"><p class="site-title"><a href="/" rel="home">{esc(page.site)}</a></p>
<nav id="site-navigation" class="main-navigation">{menu}</nav></header>
<div id="content" class="site-content"><main id="main" class="site-main">
<article id="post-{n}" class="post-{n} post type-post status-publish format-standard hentry">
<header class="entry-header"><h1 class="entry-title">{page.heading}</h1><div class="entry-meta">
<span class="posted-on"><time class="entry-date published">{w.date()}</time></span>
<span class="byline">{esc(w.say("site.by"))}</span></div></header>
<div class="entry-content">{page.main}</div></article></main>
<aside id="secondary" class="widget-area">{page.aside}</aside></div>
<footer id="colophon" class="site-footer"><div class="site-info">{page.foot}</div></footer></div>
<script src="/wp-includes/js/jquery/jquery.min.js?ver=3.{w.rng.randint(4, 7)}.1"></script></body>"""


def _blocks(page: Page, w: Writer) -> str:
    menu = items(page.nav, class_="wp-block-navigation__container")
    return f"""<body class="wp-theme-twenty wp-singular">{page.top}<div class="wp-site-blocks">
<header class="wp-block-template-part"><p class="wp-block-site-title"><a href="/">{esc(page.site)}</a></p>
<nav class="wp-block-navigation">{menu}</nav></header>
<main class="wp-block-group is-layout-flow"><h1 class="wp-block-post-title">{page.heading}</h1>
<div class="wp-block-post-date"><time>{w.date()}</time></div>
<div class="entry-content wp-block-post-content is-layout-constrained">{page.main}</div></main>
<footer class="wp-block-template-part">{page.aside}<p class="has-small-font-size">{page.foot}</p></footer></div></body>"""


def _blogger(page: Page, w: Writer) -> str:
    return f"""<body class="loading variant-dark">{page.top}<div class="content-outer"><div class="header-inner" id="header">
<div class="titlewrapper"><h1 class="title"><a href="/">{esc(page.site)}</a></h1></div></div>
<div class="tabs-inner section" id="crosscol">{items(page.nav)}</div>
<div class="main section" id="main"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed">
<h2 class="date-header"><span>{w.date()}</span></h2><div class="post hentry uncustomized-post-template">
<h3 class="post-title entry-title">{page.heading}</h3>
<div class="post-body entry-content" id="post-body-{w.rng.randrange(10**18)}">{page.main}</div>
<div class="post-footer"><span class="post-author vcard">{esc(w.say("site.by"))}</span></div></div></div></div></div>
<aside class="column-right-inner sidebar section" id="sidebar-right-1">{page.aside}</aside>
<div class="footer-inner">{page.foot}</div></div></body>"""


def _bootstrap(page: Page, w: Writer) -> str:
    return f"""<body>{page.top}<nav class="navbar navbar-expand-lg navbar-light bg-light"><div class="container">
<a class="navbar-brand" href="/">{esc(page.site)}</a>{items(page.nav, class_="navbar-nav ms-auto")}</div></nav>
<div class="container my-5"><div class="row"><div class="col-lg-8"><h1 class="mb-3">{page.heading}</h1>
{page.main}</div><div class="col-lg-4">{page.aside}</div></div></div>
<footer class="py-4 bg-light border-top"><div class="container"><p class="m-0 text-center">{page.foot}</p></div></footer>
<script src="/js/bootstrap.bundle.min.js"></script></body>"""


def _table(page: Page, w: Writer) -> str:
    menu = " | ".join(page.nav)
    return f"""<body bgcolor="#ffffff" text="#000000" link="#0000cc">{page.top}
<center><font size="5"><b>{esc(page.site)}</b></font><br>{menu}</center><hr>
<table width="{w.rng.choice((760, 900, "100%"))}" cellpadding="6" border="0" align="center"><tr>
<td width="170" valign="top">{page.aside}</td><td valign="top"><h1>{page.heading}</h1>{page.main}</td></tr></table>
<hr><center><font size="1">{page.foot}</font></center></body>"""


def _joomla(page: Page, w: Writer) -> str:
    return f"""<body class="site com_content view-article itemid-{w.rng.randint(101, 900)}">{page.top}
<header class="header container-header"><div class="brand-logo"><a href="/index.php">{esc(page.site)}</a></div>
{items(page.nav, class_="mod-menu mod-list nav")}</header><div class="site-grid"><div class="grid-child container-component">
<main><div class="com-content-article item-page"><div class="page-header"><h1>{page.heading}</h1></div>
<dl class="article-info text-muted"><dd class="createdby">{esc(w.say("site.by"))}</dd></dl>
<div class="com-content-article__body">{page.main}</div></div></main></div>
<div class="grid-child container-sidebar-right">{page.aside}</div></div>
<footer class="container-footer footer">{page.foot}</footer></body>"""


def _bare(page: Page, w: Writer) -> str:
    home = tag("p", anchor(page.site, "/")) if w.chance(0.5) else ""
    return f"<body>{page.top}{home}\n<h1>{page.heading}</h1>\n{page.main}\n{page.aside if w.chance(0.3) else ''}<p>{page.foot}</p></body>"


_SHELLS = {
    "wordpress": _wordpress,
    "blocks": _blocks,
    "blogger": _blogger,
    "bootstrap": _bootstrap,
    "table": _table,
    "joomla": _joomla,
    "bare": _bare,
}


_GENERATORS = {
    "wordpress": '<meta name="generator" content="WordPress 6.{n}.1">\n<link rel="stylesheet" id="wp-block-library-css" '
    'href="/wp-includes/css/dist/block-library/style.min.css?ver=6.{n}.1" media="all">\n'
    '<link rel="alternate" type="application/rss+xml" href="/feed/">',
    "blocks": '<meta name="generator" content="WordPress 6.{n}">\n<link rel="https://api.w.org/" href="/wp-json/">',
    "blogger": '<meta content="blogger" name="generator">\n<link rel="alternate" type="application/atom+xml" '
    'href="/feeds/posts/default">',
    "joomla": '<meta name="generator" content="Joomla! - Open Source Content Management">\n'
    '<link href="/media/system/css/joomla-fontawesome.min.css?{n}" rel="stylesheet">',
}


def _after(page: Page, writer: Writer) -> str:
    """What sites put after a text: links to share it, related pages with pictures and leads, a form for comments."""
    rng, boxes = writer.rng, []
    if writer.chance(0.3):
        shares = (
            anchor(name, f"/share/{name.lower()}", rng) for name in ("Facebook", "X", "WhatsApp", "Pinterest", "E-Mail")
        )
        boxes.append(tag("div", items(shares), class_="share-buttons sharedaddy"))
    if writer.chance(0.3):
        cards = []
        own = [(story.title, story.paragraphs[0][:90] + "…") for story in stories(writer.language)]
        kin = [(title, "") for title in dict.fromkeys(page.kin)]
        for title, lead in writer.sample(kin or own, rng.randint(3, 6)):
            image = f'<img src="/uploads/{rng.randint(2015, 2025)}/{rng.randrange(10**5)}-300x200.jpg" alt="">'
            cards.append(
                image + tag("h4", anchor(title, f"/{slug(title, rng)}/")) + (tag("p", esc(lead)) if lead else "")
            )
        boxes.append(tag("h3", esc(writer.say("site.related"))) + tag("div", "".join(cards), class_="related-posts"))
    if writer.chance(0.15):
        fields = '<textarea name="comment" rows="6"></textarea><input name="author"><input name="email" type="email">'
        heading = tag("h3", esc(writer.all("site.comments")[-1]), class_="comment-reply-title")
        form = f'<form action="/wp-comments-post.php" method="post">{fields}<button type="submit">OK</button></form>'
        boxes.append(tag("div", heading + form, id="respond"))
    return "".join(boxes)


def render(page: Page, writer: Writer) -> str:
    """The page in a shell: one of those it names, or any; what it leaves open is filled as honest sites do."""
    honest = not page.kin and not page.site.endswith(".example")
    if page.site.endswith(".example"):
        page.domain = page.site
        if writer.chance(0.7):
            page.site = page.site.removeprefix("www.").removesuffix(".example").replace("-", " ").title()
    page.site = page.site or writer.say("site.names")
    page.domain = page.domain or domain(writer.rng)
    if page.kin:
        links = [anchor(text, f"/{slug(text, writer.rng)}/") for text in dict.fromkeys(page.kin)]
        page.nav = page.nav or (links[:4] if writer.chance(0.3) else [])
        shown = tag("h3", esc(writer.say("site.recent"))) + items(links)
        page.aside = page.aside or (shown if writer.chance(0.5) else "<!-- sidebar -->")
    page.nav = page.nav or nav(writer, honest)
    page.heading = page.heading or esc(page.title)
    page.aside = page.aside or aside(writer)
    page.foot = esc(writer.say("site.footer", site=page.site)) + page.foot
    page.main += _after(page, writer)
    shell = writer.rng.choice(page.shells or tuple(_SHELLS))
    if writer.chance(0.8):
        page.head = _GENERATORS.get(shell, "").replace("{n}", str(writer.rng.randint(0, 8))) + page.head
    start = writer.rng.choice(("<!DOCTYPE html>", "<!doctype html>"))
    return f'{start}\n<html lang="{writer.language}">\n<head>\n{_head(page, writer)}\n</head>\n{_SHELLS[shell](page, writer)}\n</html>'
