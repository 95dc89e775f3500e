"""The furniture of whole sites: the page of a state stands in it as any other of the site would."""

from __future__ import annotations

from html import escape

from .statehtml import Draft, document, items, links


def framed(draft: Draft, title: str, main: str, *, head: str = "", css: str = "page") -> str:
    """A page within the header, sidebar and footer of a site, as one of several kinds of software makes it."""
    make = draft.rng.choice((_wordpress, _bootstrap, _paper, _shop, _table, _utility))
    full = draft.pick(f"{title} - {escape(draft.site)}", f"{title} | {escape(draft.site)}", title)
    return make(draft, full, main, head, css)


def copyright_line(draft: Draft) -> str:
    """The line that footers end with."""
    return draft.pick(
        f"© {draft.year} {escape(draft.site)}. {draft.say('site.rights')}.",
        f"Copyright © {draft.year} {escape(draft.site)}",
        f"&copy; {draft.year} {escape(draft.domain)} · {draft.say('site.rights')}",
    )


def _wordpress(draft: Draft, title: str, main: str, head: str, css: str) -> str:
    """A blog with a sidebar of widgets."""
    theme = draft.pick("twentyseventeen", "astra", "generatepress", "oceanwp", "kadence", "newspack")
    head += f"\n<link rel='stylesheet' id='{theme}-style-css' href='/wp-content/themes/{theme}/style.css?ver=6.2' />"
    head += draft.maybe(f'\n<meta name="generator" content="WordPress 6.{draft.rng.randint(0, 7)}" />')
    widgets = (
        f'<section class="widget widget_search"><form role="search"><input type="search" placeholder="{draft.say("site.search")}">'
        f"<button>{draft.say('site.search')}</button></form></section>",
        f'<section class="widget widget_recent_entries"><h2 class="widget-title">{escape(draft.all("site.side")[0])}</h2>'
        f"{items(links(draft.headlines(2, 5), '/?p='))}</section>",
        f'<section class="widget widget_categories"><h2 class="widget-title">{escape(draft.all("site.side")[1])}</h2>'
        f"{items(links(draft.some('site.sections', 2, 7), '/category/'))}</section>",
    )
    side = "".join(draft.maybe(widget, 0.6) for widget in widgets)
    body = (
        f'<div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="/" rel="home">'
        f"{escape(draft.site)}</a></p>{draft.maybe('<p class=site-description>' + draft.say('site.slogans') + '</p>')}"
        f'<nav id="site-navigation" class="main-navigation">{items(links(draft.some("site.nav", 3, 7)), css="menu")}</nav></header>'
        f'<div id="content" class="site-content"><main id="main" class="site-main">{main}</main>'
        f'<aside id="secondary" class="widget-area">{side}</aside></div>'
        f'<footer id="colophon" class="site-footer"><div class="site-info">{copyright_line(draft)}</div></footer></div>'
    )
    return document(draft, title, body, head=head, attributes=f'class="{css} wp-custom-logo {theme}"')


def _bootstrap(draft: Draft, title: str, main: str, head: str, css: str) -> str:
    """The site of a business or society."""
    head += '\n<link rel="stylesheet" href="/css/bootstrap.min.css">'
    menu = "".join(f'<li class="nav-item">{link}</li>' for link in links(draft.some("site.nav", 3, 8)))
    foot = items(links(draft.some("site.foot", 2, 6)), css="list-inline")
    body = (
        f'<nav class="navbar navbar-expand-lg navbar-light bg-light"><a class="navbar-brand" href="/">{escape(draft.site)}</a>'
        f'<ul class="navbar-nav mr-auto">{menu}</ul>{draft.maybe("<a class=btn href=/login>" + draft.say("site.login") + "</a>")}</nav>'
        f'<div class="container py-5"><div class="row"><div class="col-md-12 {css}">{main}</div></div></div>'
        f'<footer class="footer bg-dark text-light"><div class="container">{draft.maybe("<p>" + draft.say("site.slogans") + "</p>")}'
        f"{foot}<small>{copyright_line(draft)}</small></div></footer>"
    )
    return document(draft, title, body, head=head)


def _paper(draft: Draft, title: str, main: str, head: str, css: str) -> str:
    """A newspaper, with much around."""
    teasers = "".join(
        f'<article class="teaser"><h3>{link}</h3></article>' for link in links(draft.headlines(2, 6), "/a/")
    )
    rail = f'<aside class="rail"><h4>{draft.say("missing.popular")}</h4>{teasers}</aside>'
    body = (
        f'<header class="masthead"><a class="skip" href="#main">↓</a><div class="logo"><a href="/">{escape(draft.site)}</a></div>'
        f'<span class="today">{draft.date()}</span><a class="account" href="/login">{draft.say("site.login")}</a>'
        f'<nav class="sections">{"".join(links(draft.some("site.sections", 5, 10), "/s/"))}</nav></header>'
        f'<main id="main" class="{css}">{main}</main>{draft.maybe(rail, 0.6)}'
        f'<footer class="page-footer"><nav>{" | ".join(links(draft.some("site.foot", 3, 8)))}</nav><p>{copyright_line(draft)}</p></footer>'
    )
    return document(draft, title, body, head=head, attributes='class="desktop"')


def _shop(draft: Draft, title: str, main: str, head: str, css: str) -> str:
    """A web shop."""
    menu = "".join(
        f'<a class="site-nav__link" href="/collections/{draft.hex(4)}">{thing}</a>'
        for thing in draft.some("site.things", 3, 7)
    )
    body = (
        f'<div class="announcement-bar">{draft.say("site.slogans")}</div><header class="site-header"><a href="/" class="site-header__logo">'
        f'{escape(draft.site)}</a><nav class="site-nav">{menu}</nav><form class="search-bar"><input name="q" placeholder="{draft.say("site.search")}">'
        f'</form><a href="/account">{draft.say("site.login")}</a><a href="/cart" class="cart-link">{draft.say("missing.cart")} (0)</a></header>'
        f'<main id="MainContent" class="{css} page-width">{main}</main><footer class="site-footer">'
        f"{items(links(draft.some('site.foot', 3, 7)), css='site-footer__linklist')}<small>{copyright_line(draft)}</small></footer>"
    )
    return document(draft, title, body, head=head, attributes=f'class="template-{css}"')


def _table(draft: Draft, title: str, main: str, head: str, css: str) -> str:
    """An old site that tables lay out."""
    menu = "<br>".join(links(draft.some("site.nav", 4, 9), "index.php?id="))
    body = (
        '<table width="960" border="0" cellpadding="4" align="center"><tr><td colspan="2" bgcolor="#dddddd">'
        f'<font size="5">{escape(draft.site)}</font></td></tr><tr valign="top"><td width="160">{menu}</td><td class="{css}">{main}</td></tr>'
        f'<tr><td colspan="2" align="center"><font size="1">{copyright_line(draft)}</font></td></tr></table>'
    )
    return document(draft, title, body, head=head, plain=True)


def _utility(draft: Draft, title: str, main: str, head: str, css: str) -> str:
    """A new site, all utility classes and little text."""
    menu = "".join(f'<a class="px-3 py-2 text-sm" href="#">{text}</a>' for text in draft.some("site.nav", 2, 5))
    body = (
        f'<div class="min-h-screen flex flex-col"><header class="flex items-center justify-between px-6 py-4">'
        f'<span class="font-bold text-xl">{escape(draft.site)}</span><div>{menu}</div></header>'
        f'<main class="flex-1 mx-auto max-w-3xl {css}">{main}</main>'
        f'<footer class="text-xs text-gray-500 px-6 py-8">{draft.maybe(" · ".join(links(draft.some("site.foot", 2, 4))))}'
        f" {copyright_line(draft)}</footer></div>"
    )
    return document(draft, title, body, head=head)
