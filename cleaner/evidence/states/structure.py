"""What the markup and the figures of a small page say of its state, whatever language it is in.

Names in markup are those of the tools' own documentation: where frameworks put what they make, how bundlers name scripts, under which
names a server leaves its data for them, what walls against robots load. Status codes are HTTP's (RFC 9110, section 15).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
# Searched in small letters, which is sooner done than in any.
_MARKUP = {
    "page:bundle": re.compile(
        r"<script\b[^>]{0,200}\bsrc=[^\s>]{0,120}\b(?:main|app|index|vendors?|runtime|polyfills?|chunk|bundle|framework|webpack|bootstrap|entry)\b"
        r"|<script\b[^>]{0,200}\btype=[\"']?module|\brel=[\"']?modulepreload"
    ),
    "page:busy": re.compile(
        r"\b(?:class|id)=[\"']?[^\"'>]{0,80}?(?:spin|skelet|splash|load|shimmer)|aria-busy|<progress\b|role=[\"']?(?:status|progressbar)"
    ),
    "page:unlisted": re.compile(r"<meta\b[^>]{0,200}\bnoindex"),
    "page:refresh": re.compile(r"<meta\b[^>]{0,200}\bhttp-equiv=[\"']?refresh"),
    "page:frame": re.compile(r"<i?frame\b"),
    "page:form": re.compile(r"<form\b"),
    "page:button": re.compile(r"<button\b|<input\b[^>]{0,200}type=[\"']?submit"),
    "page:input": re.compile(r"<input\b(?![^>]{0,200}type=[\"']?(?:hidden|submit))"),
    "page:noscript": re.compile(r"<noscript"),
}
_DATA = re.compile(
    r"__NEXT_DATA__|__NUXT__|__INITIAL_STATE__|__PRELOADED_STATE__|__APOLLO_STATE__|data-reactroot|data-server-rendered|ng-version"
)
_LINES = {
    "sign:path": re.compile(
        r"(?:^|[\s\"'(«„])/(?:var|etc|usr|srv|home|opt|www)/|public_html|htdocs|wwwroot|httpdocs|\bindex\.(?:html?|php)|\.(?:conf|htaccess)\b",
        re.IGNORECASE | re.MULTILINE,
    ),
    "sign:version": re.compile(r"\b[A-Za-z][\w-]{2,20}[/ ]v?\d{1,2}\.\d"),
    "sign:trace": re.compile(
        r"\b(?=[a-f-]{0,40}\d)(?=[\d-]{0,40}[a-f])[0-9a-f]{4,32}(?:-[0-9a-f]{4,16}){0,5}\b", re.IGNORECASE
    ),
    "sign:address": re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|localhost|\bport \d{2,5}\b", re.IGNORECASE),
    "sign:price": re.compile(r"[$€£¥₽₺]\s?\d|\d\s?(?:[$€£¥₽₺]|zł|usd\b|eur\b)", re.IGNORECASE),
}
_CODE = re.compile(r"(?<![\d.,/:-])([45])[0-4]\d(?![\d.,/:-])")
_SOURCE, _LINE = 60_000, 120  # characters of source and text that are searched, and of a line that may name a code


def structure(view: View) -> dict[str, float]:
    """Name → 1 for each sign that a page has: roots, bundles and data of applications, waiting, walls, forms; and in its lines paths,
    versions, traces, addresses, prices, and codes of HTTP."""
    return dict.fromkeys(_signs(view), 1.0)


def _signs(view: View) -> Iterator[str]:
    source = view.page.text[:_SOURCE]
    low = source.lower()
    if any(name in low for name in _NAMES):  # many times sooner told than by the pattern
        yield "page:vendor"
    if _DATA.search(source):
        yield "page:data"
    yield from (name for name, pattern in _MARKUP.items() if pattern.search(low))
    if view.names & ROOTS:
        yield "page:root"
    lines = [*view.titles[:1], *(block.text for block in view.seen)]
    text = "\n".join(lines)[:_SOURCE]
    yield from (name for name, pattern in _LINES.items() if pattern.search(text))
    for match in _CODE.finditer("\n".join(line for line in lines if len(line) < _LINE)[:_SOURCE]):
        yield f"code:{match[0]}"
        yield f"code:{match[1]}xx"
