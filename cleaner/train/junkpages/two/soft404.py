"""Pages answered with 200 that say there is nothing: not found, no results, gone, not for you."""

from __future__ import annotations

from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.two.statehtml import LANGUAGES, Say, button, items, page, site, style


def _say(rng: Random, language: str) -> Say:
    say = Say(rng, language, "soft404")
    say.facts["query"] = rng.choice(
        (say.facts["thing"], say.facts["topic"], say.token(7, "aeioklmnst"), say.facts["person"])
    )
    say.facts["ref"] = rng.choice(
        (
            f"18.{say.token(8)}.{rng.randint(10**9, 2 * 10**9)}.{say.token(7)}",
            say.token(10),
            f"#{rng.randint(1000, 99999)}",
        )
    )
    return say


def _search_box(say: Say) -> str:
    return f'<form role="search" class="search-form"><input type="search" name="s">{button(say, say("search"), "search")}</form>'


def _suggestions(say: Say, key: str) -> str:
    """Other things that a page with nothing on it shows all the same."""
    cards = [
        f'<a href="{say.path(thing)}">{thing}</a> <span class="price">{escape(say.money(say.rng.randint(3, 90)))}</span>'
        for thing in say.some("things", 2, 6)
    ]
    links = say.rng.choice((cards, say.links("topics", 3, 8)))
    return f'<section class="related"><h3>{say(key)}</h3><ul>{items(links)}</ul></section>'


def _missing(rng: Random, language: str) -> str:
    """A CMS's own not-found page (WordPress, Joomla, Drupal, Bitrix, Shopify, a town hall's hand-made one)."""
    say = _say(rng, language)
    head = say("missing")
    texts = items(say.some("missing_text", 1, 3), "p")
    home = button(say, say("home"))
    nav = f'<ul class="sitemap">{items(say.links("nav", 4, 9))}</ul>'
    layouts = (
        f'<section class="error-404 not-found"><header class="page-header"><h1 class="page-title">{head}</h1></header>'
        f'<div class="page-content">{texts}{_search_box(say)}{say.maybe(0.4, _suggestions(say, "popular"))}</div></section>',
        f'<div class="error-page text-center"><div class="display-1">404</div><h2>{head}</h2>{texts}{home}</div>',
        f'<font class="errortext">{head}</font><br>{texts}{say.maybe(0.7, nav)}',
        f'<img src="/img/{say.fact("slug")}-404.svg" alt="404"><h1>{head}</h1>{texts}{home}{say.maybe(0.3, _suggestions(say, "popular"))}',
    )
    redirect = say.maybe(0.2, '<meta http-equiv="refresh" content="10;url=/">')
    return site(say, rng.choice((head, "404", say("missing"))), rng.choice(layouts), redirect, shop=say.chance(0.3))


def _search(rng: Random, language: str) -> str:
    """An empty list of results: a shop's, a blog's, a classifieds or property portal's, with filters and other offers."""
    say = _say(rng, language)
    head, query = say("empty"), say.fact("query")
    tips = say.maybe(0.6, f'<ul class="search-tips">{items(say.some("tips", 2, 5))}</ul>')
    filters = say.maybe(0.6, f'<div class="toolbar">{items(say.some("filters", 2, 6), "span")}</div>')
    facets = say.maybe(
        0.4,
        f'<aside class="facets">{items([f"<label><input type=checkbox> {t} (0)</label>" for t in say.some("topics", 4, 10)], "div")}</aside>',
    )
    more = say.maybe(0.5, _suggestions(say, "popular"))
    layouts = (
        f'<h1>{say("search")}: {query}</h1>{filters}{facets}<div class="no-results"><p>{head}</p>{tips}</div>{more}',
        f'<section class="no-results not-found"><h1 class="page-title">{head}</h1>{_search_box(say)}</section>',
        f'<ol class="breadcrumb"><li>{say("home")}</li><li>{say("search")}</li></ol>{filters}<div class="alert alert-warning">{head}</div>{tips}{more}',
    )
    return site(say, rng.choice((f"{say('search')}: {query}", head, query)), rng.choice(layouts), shop=say.chance(0.6))


_REASONS = {0: (2, 3), 1: (0, 3), 2: (4, 3), 3: (), 4: (1,)}
"""Which of the ``gone_text`` go with which of ``gone``: product, listing, job, topic, video; any other."""


def _gone(rng: Random, language: str) -> str:
    """A thing that was here once: a sold product, an ended listing, a filled job, a deleted topic, an expired video."""
    say = _say(rng, language)
    kind = rng.randrange(len(say.words["gone"]))
    head, thing = escape(say.words["gone"][kind]), say.fact("thing")
    reasons = [say.words["gone_text"][index].format(**say.facts) for index in _REASONS.get(kind, (3,))]
    texts = items([escape(reason) for reason in reasons if say.chance(0.8)], "p")
    more = say.maybe(0.7, _suggestions(say, "popular"))
    old = say.maybe(0.5, f'<p class="price"><s>{escape(say.money(rng.randint(5, 300)))}</s></p>')
    path = f'<div class="breadcrumbs">{say("home")} › {say.fact("topic")} › {thing}</div>'
    message = f'<div class="message error"><p>{head}</p>{say.maybe(0.5, texts)}</div>{more}'
    if kind == 2:
        return site(say, head, rng.choice((message, f"<h1>{head}</h1>{texts}")))
    if kind == 3:
        forum = f'<h2 class="message-title">{say.words["nav"][-1]}</h2><p>{head}</p>'
        return site(say, head, f'<div id="message" class="panel"><div class="inner">{forum}</div></div>')
    if kind == 4:
        meta = f'<p class="meta">{say.fact("person")} · {say.fact("date")}</p>'
        return site(
            say, head, f'<div class="player player--error"><svg class="icon"></svg><h2>{head}</h2>{texts}</div>{meta}'
        )
    product = f'{path}<div class="product-detail sold-out"><h1>{thing}</h1>{old}<p class="stock out-of-stock">{head}</p>{texts}</div>{more}'
    return site(say, rng.choice((thing, head)), rng.choice((product, product, message)), shop=say.chance(0.8))


def _denied(rng: Random, language: str) -> str:
    """No permission: an edge server's, a forum's, a library proxy's, a geo-block's, a regulator's page."""
    say = _say(rng, language)
    head, ref = say("denied"), say.fact("ref")
    texts = items(say.some("denied_text", 1, rng.choice((1, 1, 2))), "p")
    login = (
        f'<form method="post"><input name="login"><input type="password" name="p">{button(say, say("login"))}</form>'
    )
    if say.chance(0.45):
        return site(say, head, f'<h1>{head}</h1><div class="blockrow">{texts}</div>{say.maybe(0.6, login)}')
    bare = (
        f"<H1>{head}</H1>\n{texts}<P>Reference {ref}</P>",
        f'<div class="box stop"><img src="/stop.png" alt=""><h2>{head}</h2>{texts}<table><tr><td>URL</td><td>http://{say.fact("host")}/</td></tr>'
        f"<tr><td>IP</td><td>{say.fact('ip')}</td></tr><tr><td>ID</td><td>{ref}</td></tr></table></div>",
        f'<div class="box"><h1>403</h1><p>{head}</p><hr><address>{say.fact("domain")}</address></div>',
    )
    return page(say, head, rng.choice(bare), say.maybe(0.6, style(say)), plain=True)


_EDGE = (
    '<h1>403 ERROR</h1><h2>The request could not be satisfied.</h2><hr noshade size="1px">Request blocked. We can\'t connect to the server for this app '
    "or website at this time. There might be too much traffic or a configuration error.<br clear='all'><pre>Generated by cloudfront (CloudFront)\nRequest ID: {token}==</pre>",
    '<h1>Access Denied</h1>You don\'t have permission to access "http&#58;&#47;&#47;{host}&#47;{slug}" on this server.<p>Reference&#32;&#35;{ref}</p>',
    "<h1>403 Forbidden</h1><ul><li>Code: AccessDenied</li><li>Message: Access Denied</li><li>RequestId: {token}</li><li>HostId: {token}=</li></ul><hr/>",
    "<h1>Forbidden</h1><p>You don't have permission to access /{slug}/ on this server.</p><p>Additionally, a 404 Not Found error was encountered while trying to use "
    "an ErrorDocument to handle the request.</p>",
    "<h1>Error 54113</h1><p>Details: cache-{slug}-{token} {n}</p><hr><p>Varnish cache server</p>",
    "<h1>Not Found</h1><p>The requested URL /{slug}/index.php was not found on this server.</p><hr><address>Apache/2.4.{n} Server at {host} Port 80</address>",
    "<center><h1>404 Not Found</h1></center><hr><center>nginx/1.{n}.0</center>",
    "<h2>404 - File or directory not found.</h2><h3>The resource you are looking for might have been removed, had its name changed, or is temporarily unavailable.</h3>",
    "<h1>HTTP Status 404 – Not Found</h1><hr class='line'><p><b>Type</b> Status Report</p><p><b>Message</b> /{slug}</p><p><b>Description</b> The origin server did not find "
    "a current representation for the target resource or is not willing to disclose that one exists.</p><hr class='line'><h3>Apache Tomcat/9.0.{n}</h3>",
)


def _server(rng: Random, language: str) -> str:
    """A server's or an edge network's own error text, saved with status 200: Akamai, CloudFront, S3, Varnish, Tomcat, IIS."""
    say = _say(rng, language)
    facts = {name: say.fact(name) for name in ("host", "slug", "ref", "n")}
    body = rng.choice(_EDGE).format(token=say.token(32), **facts)
    title = body[body.index(">", body.index("<h")) + 1 : body.index("</h")]
    return page(say, title, body, plain=True)


GENERATORS = (
    Generator("two/soft-404-missing", ("soft-404",), LANGUAGES, _missing),
    Generator("two/soft-404-search", ("soft-404",), LANGUAGES, _search),
    Generator("two/soft-404-gone", ("soft-404",), LANGUAGES, _gone),
    Generator("two/soft-404-denied", ("soft-404",), LANGUAGES, _denied),
    Generator("two/soft-404-server", ("soft-404",), ("en",), _server),
)
