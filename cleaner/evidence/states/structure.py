"""What the markup and the figures of a small page say of its state, whatever language it is in.

Names in markup are those of the tools' own documentation: where frameworks put what they make, how bundlers name scripts, under which
names a server leaves its data for them, what walls against robots load. Status codes are HTTP's (RFC 9110, section 15).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ahocorasick_rs import BytesAhoCorasick

from cleaner.evidence.view import View

ROOTS = frozenset(("root", "app", "__next", "__nuxt", "___gatsby", "app-root", "react-root", "svelte"))
"""Where scripts that build a page put it."""
_NAMES = (
    "_cf_chl_opt cf-browser-verification challenges.cloudflare.com cf-turnstile _incapsula_resource captcha-delivery.com px-captcha "
    "ddos-guard/ sucuri_cloudproxy awswaf.com aws-waf-token sec-if-cpt distil_r_captcha hcaptcha.com geetest smartcaptcha "
    "/.within.website/ acw_sc__v2 __jsl_clearance friendlycaptcha botdetect challenge-form"
).split()
VENDORS = re.compile("|".join(map(re.escape, _NAMES)), re.IGNORECASE)
"""What walls against robots load or call their parts, each from the vendor's own pages."""
_WALLS = BytesAhoCorasick([name.encode() for name in _NAMES])
# Searched in small letters, which is sooner done than in any. Each begins with a letter or two that the search can leap to: alternatives stand
# apart, and what must stand before is looked back for. So 60,000 characters take a quarter of a millisecond, and not two.
_MARKUP = {
    "page:bundle": (
        r"<script\b[^>]{0,200}\bsrc=[^\s>]{0,120}\b(?:main|app|index|vendors?|runtime|polyfills?|chunk|bundle|framework|webpack|bootstrap|entry)\b",
        r"<script\b[^>]{0,200}\btype=[\"']?module",
        r"rel=(?<=\brel=)[\"']?modulepreload",
    ),
    "page:busy": (
        r"=(?:(?<=\bclass=)|(?<=\bid=))[\"']?[^\"'>]{0,80}?(?:spin|skelet|splash|load|shimmer)",
        r"aria-busy",
        r"<progress\b",
        r"role=[\"']?(?:status|progressbar)",
    ),
    "page:unlisted": (r"<meta\b[^>]{0,200}\bnoindex",),
    "page:refresh": (r"<meta\b[^>]{0,200}\bhttp-equiv=[\"']?refresh",),
    "page:frame": (r"<i?frame\b",),
    "page:form": (r"<form\b",),
    "page:button": (r"<button\b", r"<input\b[^>]{0,200}type=[\"']?submit"),
    "page:input": (r"<input\b(?![^>]{0,200}type=[\"']?(?:hidden|submit))",),
    "page:noscript": (r"<noscript",),
    "page:frameset": (r"<frameset\b",),
    # What a page's own scripts do: look again, remember the visitor, reckon something for him, send a form unasked.
    "page:reload": (r"location\.(?:reload|replace|assign)\b", r"location(?:\.href)?\s{0,9}=[^=]"),
    "page:cookie": (r"document\.cookie",),
    "page:reckons": (r"new worker\b", r"crypto\.subtle", r"sha-?256"),
    "page:submits": (r"\.submit\(",),
}
_DATA = (
    "__NEXT_DATA__ __NUXT__ __INITIAL_STATE__ __PRELOADED_STATE__ __APOLLO_STATE__ data-reactroot data-server-rendered ng-version"
).split()
_LINES = {
    "sign:path": (
        r"/(?<![^\s\"'(«„]/)(?:var|etc|usr|srv|home|opt|www)/",
        r"public_html",
        r"htdocs",
        r"wwwroot",
        r"httpdocs",
        r"index\.(?<=\bindex\.)(?:html?|php)",
        r"\.(?:conf|htaccess)\b",
    ),
    "sign:trace": (r"\b(?=[a-f-]{0,40}\d)(?=[\d-]{0,40}[a-f])[0-9a-f]{4,32}(?:-[0-9a-f]{4,16}){0,5}\b",),
    "sign:address": (
        r"\d(?<![\d.]\d)\d{0,2}(?:\.\d{1,3}){3}(?![\d.])",
        r"localhost",
        r"port (?<=\bport )\d{2,5}\b",
    ),
    "sign:price": (r"[$€£¥₽₺]\s?\d|\d\s?(?:[$€£¥₽₺]|zł|usd\b|eur\b)",),
}
_PATTERNS = {name: tuple(map(re.compile, patterns)) for signs in (_MARKUP, _LINES) for name, patterns in signs.items()}
_VERSION = re.compile(r"\b[A-Za-z][\w-]{2,20}[/ ]v?\d{1,2}\.\d")
_CODE = re.compile(r"(?<![\d.,/:-])([45])[0-4]\d(?![\d.,/:-])")
_SOURCE, _LINE = 60_000, 120  # characters of source and text that are searched, and of a line that may name a code


def structure(view: View) -> dict[str, float]:
    """Name → 1 for each sign that a page has: roots, bundles and data of applications, waiting, walls, forms; and in its lines paths,
    versions, traces, addresses, prices, and codes of HTTP."""
    return dict.fromkeys(_signs(view), 1.0)


def _signs(view: View) -> Iterator[str]:
    source = view.page.text[:_SOURCE]
    low = source.lower()
    if _WALLS.find_matches_as_indexes(low.encode("utf-8", "replace")):  # many times sooner told than by the pattern
        yield "page:vendor"
    if any(name in source for name in _DATA):
        yield "page:data"
    yield from _shown_in(low, _MARKUP)
    if view.names & ROOTS:
        yield "page:root"
    lines = [*view.titles[:1], *(block.text for block in view.seen)]
    text = "\n".join(lines)[:_SOURCE]
    if _VERSION.search(text):
        yield "sign:version"
    yield from _shown_in(text.lower(), _LINES)
    for match in _CODE.finditer("\n".join(line for line in lines if len(line) < _LINE)[:_SOURCE]):
        yield f"code:{match[0]}"
        yield f"code:{match[1]}xx"


def _shown_in(text: str, signs: Iterable[str]) -> Iterator[str]:
    """Those of the signs that a text in small letters shows."""
    return (name for name in signs if any(pattern.search(text) for pattern in _PATTERNS[name]))
