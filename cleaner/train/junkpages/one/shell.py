"""Pages that scripts would fill: roots of applications, skeletons with a state, splash screens, and refusals of browsers."""

from __future__ import annotations

import json
from html import escape
from random import Random

from ..model import Generator
from .stateframe import copyright_line, framed
from .statehtml import LANGUAGES, Draft, document, items, links, paragraphs, style


def _root(rng: Random, language: str) -> str:
    """What build tools of React, Vue, Angular, Svelte, Ember, Flutter and others leave in an empty page."""
    draft = Draft(rng, language)
    one, two = draft.hex(8), draft.hex(8)
    notice = draft.say("shell.noscript")
    body = draft.pick(
        f'<noscript>{notice}</noscript><div id="root"></div><script src="/static/js/2.{one}.chunk.js"></script><script src="/static/js/main.{two}.chunk.js"></script>',
        f'<noscript><strong>{notice}</strong></noscript><div id="app"></div><script src="/js/chunk-vendors.{one}.js"></script><script src="/js/app.{two}.js"></script>',
        f'<app-root></app-root><noscript>{notice}</noscript><script src="runtime.{one}.js" type="module"></script><script src="polyfills.{two}.js" type="module"></script><script src="main.{one}.js" type="module"></script>',
        f'<div id="svelte" data-sveltekit-preload-data="hover"><script type="module">import("/_app/immutable/entry/start.{one}.js")</script></div>{draft.maybe(f"<noscript>{notice}</noscript>")}',
        f'<script src="flutter_bootstrap.js" async></script><flt-glass-pane></flt-glass-pane>{draft.maybe(f"<noscript>{notice}</noscript>", 0.7)}',
        f'<div id="___gatsby"><div id="gatsby-focus-wrapper"></div></div><noscript id="gatsby-noscript">{notice}</noscript><script src="/app-{one}.js" async></script>',
        f'<div id="ember-basic-dropdown-wormhole"></div><script src="/assets/vendor-{one}.js"></script><script src="/assets/app-{two}.js"></script><noscript>{notice}</noscript>',
        f'<div id="mount"></div><script type="module" crossorigin src="/assets/index-{one}.js"></script><noscript><p>{notice}</p></noscript>',
    )
    head = f'\n<link rel="manifest" href="/manifest.json">\n<link rel="modulepreload" href="/assets/vendor-{one}.js">'
    name = draft.pick(
        escape(draft.site),
        f"{escape(draft.site)} – {draft.say('site.slogans')}",
        "React App",
        "Vite App",
        escape(draft.site),
    )
    attributes = draft.pick("", 'class="mat-typography"', 'id="body"')
    return document(draft, name, body, head=draft.maybe(head), attributes=attributes, plain=rng.random() < 0.5)


def _state(rng: Random, language: str) -> str:
    """A server-made skeleton with its state as data beside it, and no text to see but a menu."""
    draft = Draft(rng, language)
    build = draft.hex(20)
    bones = f'<div class="skeleton"><span class="skeleton-line w-{rng.randint(2, 9)}"></span></div>' * rng.randint(
        3, 14
    )
    state = json.dumps(
        {"props": {"pageProps": {}, "locale": language, "flags": {draft.hex(6): rng.random() < 0.5}}, "buildId": build}
    )
    menu = f"<nav>{''.join(links(draft.some('site.nav', 2, 6)))}</nav>"
    wait = f'<div role="status">{draft.say("shell.loading")}</div>'
    inner = f"{draft.maybe(menu)}<main>{draft.pick(bones, '<div class=spinner></div>', wait)}</main>"
    inner += draft.maybe(f"<footer>{copyright_line(draft)}</footer>", 0.3)
    body = draft.pick(
        f'<div id="__next">{inner}</div><script id="__NEXT_DATA__" type="application/json">{state}</script>'
        f'<script src="/_next/static/{build}/_buildManifest.js"></script>',
        f'<div id="__nuxt"><div id="__layout">{inner}</div></div><script>window.__NUXT__={state}</script>'
        f'<script src="/_nuxt/{build[:7]}.js"></script>',
        f'<div id="app" data-page="{escape(state)}">{inner}</div><script src="/build/app.{build[:8]}.js"></script>',
        f'<div id="root" data-reactroot="">{inner}</div><script>window.__INITIAL_STATE__={state}</script>',
    )
    return document(draft, escape(draft.site), body, head=draft.maybe(style(draft)))


def _splash(rng: Random, language: str) -> str:
    """A loading screen, alone or where the article of a site would be."""
    draft = Draft(rng, language)
    word = draft.say("shell.loading")
    loader = draft.pick(
        f'<div id="preloader"><div class="lds-ring"><div></div><div></div></div><p>{word}</p></div>',
        f'<div class="loading-screen"><img src="/logo.svg" alt="{escape(draft.site)}"><progress></progress><span>{word}</span></div>',
        f'<div id="boot" aria-busy="true">{word} <span id="pct">0</span>%</div>',
        f"<center><h3>{word}</h3></center>",
    )
    retry = f'<div class="hint" hidden>{draft.say("shell.retry")}</div>'
    notice = f"<noscript>{draft.say('shell.noscript')}</noscript>"
    main = loader + draft.maybe(retry) + draft.maybe(notice, 0.6)
    if rng.random() < 0.35:
        return framed(draft, escape(draft.site), main, css="loading")
    script = f'<script defer src="/dist/bundle.{draft.hex(20)}.js"></script>'
    return document(
        draft, draft.pick(escape(draft.site), word), main + script, head=style(draft), plain=rng.random() < 0.5
    )


def _browser(rng: Random, language: str) -> str:
    """A page that asks for another browser or for scripts, and says how."""
    draft = Draft(rng, language)
    head = draft.pick(draft.say("shell.upgrade"), draft.say("shell.noscript"))
    steps = items(draft.some("shell.how", 2, 5), draft.pick("ol", "ul"))
    browsers = items(links(rng.sample(("Google Chrome", "Mozilla Firefox", "Microsoft Edge", "Safari", "Opera"), 3)))
    more = draft.maybe(f"<p>{draft.say('shell.retry')}</p>") + draft.maybe(
        paragraphs(draft.some("shell.noscript", 1, 1)), 0.4
    )
    foot = draft.maybe(f"<footer>{' '.join(links(draft.some('site.foot', 2, 5)))}<br>{copyright_line(draft)}</footer>")
    body = f'<div class="{draft.pick("errorContainer", "browser-upgrade", "no-js")}"><h1>{head}</h1>{more}{draft.pick(steps, browsers, "")}</div>{foot}'
    return document(draft, draft.pick(escape(draft.site), head), body, head=style(draft), plain=rng.random() < 0.6)


GENERATORS = (
    Generator("one/script-shell-root", ("script-shell",), LANGUAGES, _root),
    Generator("one/script-shell-state", ("script-shell",), LANGUAGES, _state),
    Generator("one/script-shell-splash", ("script-shell",), LANGUAGES, _splash),
    Generator("one/script-shell-browser", ("script-shell",), LANGUAGES, _browser),
)
