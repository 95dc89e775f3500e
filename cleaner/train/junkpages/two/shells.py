"""Pages that are nothing before their scripts run: empty roots, loading screens, raw templates, notices of what is missing."""

from __future__ import annotations

from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.two.statehtml import LANGUAGES, Say, items, page, style

_ROOTS = (
    '<noscript>{noscript}</noscript>\n<div id="root"></div>\n<script src="/static/js/main.{hash}.chunk.js"></script>',
    "<noscript><strong>{noscript}</strong></noscript>\n<div id=app></div>\n<script src=/js/chunk-vendors.{hash}.js></script><script src=/js/app.{hash}.js></script>",
    '<app-root ng-version="{n}.2.0"></app-root>\n<script src="runtime.{hash}.js" type="module"></script><script src="polyfills.{hash}.js" type="module"></script>',
    '<div id="app"></div>\n<script type="module" crossorigin src="/assets/index-{hash}.js"></script>',
    '<div style="display: contents"><script>{{__sveltekit_{hash}={{base:""}};Promise.all([import("/_app/immutable/entry/start.{hash}.js")]);}}</script></div>',
    '<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{{"props":{{"pageProps":{{}}}},"page":"/[slug]","buildId":"{hash}"}}</script>',
    '<div id="__nuxt"><div id="nuxt-loading" aria-live="polite" role="status"><div>{loading}</div></div></div><script>window.__NUXT__={{config:{{}},ssr:false}}</script>',
    '<noscript>{noscript}</noscript><flt-glass-pane></flt-glass-pane><script src="flutter_bootstrap.js" async></script>',
    '<div id="app">{loading}</div><div id="blazor-error-ui">{failed} <a class="dismiss">🗙</a></div><script src="_framework/blazor.webassembly.js"></script>',
    '<script src="/assets/vendor-{hash}.js"></script><script src="/assets/{slug}-{hash}.js"></script><div id="ember-basic-dropdown-wormhole"></div>',
    '<iframe src="javascript:\'\'" id="__gwt_historyFrame" style="width:0;height:0;border:0"></iframe><noscript><div>{noscript}</div></noscript>'
    '<script src="portal/portal.nocache.js"></script>',
    '<noscript>{noscript}</noscript><div id="root"><div class="page-loading-warp"><div class="ant-spin ant-spin-lg"></div></div></div><script src="/umi.{hash}.js"></script>',
    '<div id="ext-viewport"></div><script id="microloader" data-app="{hash}" src="bootstrap.js"></script><div id="loading-mask">{loading}</div>',
    '<div id="q-app"></div><script defer src="/js/vendor.{hash}.js"></script>\n<!-- built {date} -->',
    '<div id="gatsby-focus-wrapper" tabindex="-1"></div><div id="gatsby-announcer" aria-live="assertive"></div><noscript>{noscript}</noscript>',
    '<body-host><ion-app></ion-app></body-host><noscript>{noscript}</noscript><script nomodule src="build/main.{hash}.js"></script>',
)


def _say(rng: Random, language: str) -> Say:
    say = Say(rng, language, "shell")
    say.facts["app"] = rng.choice((say.facts["brand"], say.facts["slug"], f"{say.facts['slug']}-web"))
    return say


def _facts(say: Say) -> dict[str, str]:
    texts = {key: say(key) for key in ("noscript", "loading", "failed")}
    return {
        **texts,
        **{key: say.fact(key) for key in ("slug", "n", "date", "brand", "app")},
        "hash": say.token(say.rng.choice((8, 20))),
    }


def _head(say: Say) -> str:
    """Often the head says more than the body: descriptions, manifests, preloaded chunks, state."""
    parts = (
        f'<meta name="description" content="{say("about")}">',
        f'<meta property="og:description" content="{say("about")}"><meta property="og:image" content="https://{say.fact("host")}/og.png">',
        '<link rel="manifest" href="/manifest.json"><meta name="theme-color" content="#000000">',
        "".join(f'<link rel="modulepreload" href="/assets/{say.token(8)}.js">' for _ in range(say.rng.randint(1, 9))),
        f'<script>window.__STATE__={{"locale":"{say.language}","build":"{say.token(12)}","flags":["{say.token(5)}"]}};</script>',
        "<base href='/'>",
    )
    return "\n".join(part for part in parts if say.chance(0.4))


def _root(rng: Random, language: str) -> str:
    """The empty page of a framework: React, Vue, Angular, Svelte, Next, Nuxt, Flutter, Blazor, Ember, GWT, Umi, Ext JS, Ionic."""
    say = _say(rng, language)
    facts = _facts(say)
    body = rng.choice(_ROOTS).format(**facts)
    title = rng.choice(
        (facts["app"], facts["brand"], f"{say('login')} – {facts['brand']}", "Vite App", "React App", "")
    )
    return page(say, title, body, _head(say), say.maybe(0.3, f' class="{say.token(6)}"'), plain=say.chance(0.5))


_BONES = (
    '<div class="skeleton-card"><div class="skeleton skeleton-img"></div><div class="skeleton skeleton-line w-{n}"></div><span class="sr-only">{loading}</span></div>',
    '<div class="product"><h2>{{{{ product.title }}}}</h2><p>{{{{ product.price | currency }}}}</p><button ng-click="add(product)">{cart}</button></div>',
    '<article v-for="item in items" :key="item.id"><h3 v-text="item.name"></h3><p v-if="item.sale">{{{{ item.sale }}}}</p></article>',
    '<li class="row" data-bind="foreach: rows"><span data-bind="text: name"></span></li>',
    '<script type="text/x-handlebars-template" id="t-{hash}"><h2>{{{{title}}}}</h2>{{{{#each rows}}}}<p>{{{{this}}}}</p>{{{{/each}}}}</script>',
)


def _loading(rng: Random, language: str) -> str:
    """Frames without contents: skeletons, spinners, templates not filled in yet, with or without the site's chrome."""
    say = _say(rng, language)
    facts = {**_facts(say), "cart": say("cart")}
    bone = rng.choice(_BONES).format(**facts)
    bones = bone * rng.choice((1, 3, 6, 12))
    menu = say.maybe(
        0.5, f'<header><nav>{"".join(say.links("nav", 2, 6))}</nav><input placeholder="{say("search")}"></header>'
    )
    foot = say.maybe(0.5, f"<footer>{' '.join(say.links('legal', 2, 4))} © {say.fact('year')}</footer>")
    layouts = (
        f'{menu}<main aria-busy="true">{bones}</main>{foot}',
        f'<div id="preloader"><div class="spinner"><i></i><i></i><i></i></div><p>{facts["loading"]}</p></div>{say.maybe(0.4, menu)}{say.maybe(0.3, bones)}',
        f'{menu}<div class="content" ng-app="{facts["slug"]}" ng-controller="MainCtrl as vm"><h1>{{{{ vm.heading }}}}</h1>{bones}</div>{foot}',
        f'<canvas id="unity-canvas" width="960" height="600"></canvas><div id="unity-loading-bar">{facts["loading"]}</div><div id="unity-warning">{say.maybe(0.4, facts["failed"])}</div>',
        f'{menu}<turbo-frame id="main" src="/{say.token(8)}"><p>{facts["loading"]}</p></turbo-frame><p class="error">{say.maybe(0.4, facts["failed"])}</p>{foot}',
    )
    title = rng.choice((facts["brand"], facts["loading"], "{{ title }}", say.fact("topic")))
    return page(say, title, rng.choice(layouts), _head(say) + say.maybe(0.7, style(say)))


def _notice(rng: Random, language: str) -> str:
    """All that a reader without scripts, a new browser or the plug-in gets: login portals, banks, Flash sites, redirects."""
    say = _say(rng, language)
    kind = rng.choice(("off", "old", "flash", "redirect"))
    which, texts = _NOTICES[kind]
    text = escape(say.words["off_text"][texts[say.language == "en"]].format(**say.facts))
    heading = say.fact("brand") if kind == "flash" else escape(say.words["off"][which])
    steps = f"<ol>{items(say.words['steps'])}</ol>" if kind == "off" and say.chance(0.6) else ""
    browsers = (
        items(("Chrome", "Firefox", "Edge", "Safari", "Opera")[: rng.randint(3, 5)], "a", ' href="#" class="dl"')
        if kind == "old"
        else ""
    )
    script = (
        f'<script>window.location.replace("https://{say.fact("host")}/{say.token(6)}");</script>'
        if kind == "redirect"
        else ""
    )
    inside = f"<h1>{heading}</h1><p>{text}</p>{steps}{browsers}"
    body = rng.choice(
        (
            f'<div id="{say.token(6)}-app"></div><noscript><div class="box">{inside}</div></noscript>',
            f'<div class="box"><div class="logo">{say.fact("brand")}</div>{inside}</div>',
            f'<table width="100%"><tr><td align="center"><object type="application/x-shockwave-flash" data="intro.swf"></object>{inside}</td></tr></table>',
        )
    )
    return page(
        say, rng.choice((say.fact("brand"), heading)), body, script + say.maybe(0.6, style(say)), plain=say.chance(0.6)
    )


_NOTICES = {"off": (0, (0, 0)), "old": (1, (1, 2)), "flash": (0, (2, 3)), "redirect": (-1, (3, 4))}
"""For a kind of notice: which heading (Flash: the site's name), and which text in the shorter and the English list."""

GENERATORS = (
    Generator("two/script-shell-root", ("script-shell",), LANGUAGES, _root),
    Generator("two/script-shell-loading", ("script-shell",), LANGUAGES, _loading),
    Generator("two/script-shell-notice", ("script-shell",), LANGUAGES, _notice),
)
