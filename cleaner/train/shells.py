"""Articles → pages as blogs, papers and old sites set them: for models that learn what may be taken of what is kept of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from random import Random

ANCHOR = ("\ue000", "\ue001")
"""Stand around what is to be a link to somebody else's site."""

_ITEM = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s+")
_SENTENCE_END = tuple('.!?…:;,”“"’»)。！？」』：')
_LONGEST_HEADING = 80
_BODIES = (
    ("article", ""), ("div", ' class="entry-content"'), ("div", ' class="post-body"'), ("main", ""), ("div", ' id="content"'),
    ("div", ""), ("section", ' class="c-article__text"'), ("td", ' valign="top"'), ("div", ' class="css-1x8k2"'),
)  # fmt: skip
_AROUND = ("", "", "", "", "", "div", 'div class="block"', "div><div", "section", 'div class="css-k008q"><div')
_ODD = ("p><em", "p><strong", "p><span", "div", "div><span", "p", 'p style="text-align:center"')
_ALIKE = 0.9  # the share of blocks that are set as the others are
_LINKED, _LINKS = 8, 0.1  # words of a line that an author may link from, and the share of such lines
_NAMES = ("best", "top", "my", "go", "harbour", "old-mill", "press", "shop")
_SECTIONS = ("Home", "News", "Archive", "About", "Contact", "Culture", "Sport", "Garden")


def unmarked(text: str) -> str:
    """The text without marks of links, as a text shows it."""
    return text.replace(ANCHOR[0], "").replace(ANCHOR[1], "")


def as_page(headline: str, text: str, rng: Random) -> str:
    """A page with an article in it, and a site's menu and imprint around.

    :param text: blocks with blank lines between; a block's lines are a list, or lines of verse or an address.
    """
    paragraph = rng.choice(("p", "p", "p", "div", 'p class="par"', "br"))
    name, about = rng.choice(_BODIES)
    blocks = list(_blocks(text, paragraph, rng))
    between = "<br><br>\n" if paragraph == "br" else "\n"
    body = f"<{name}{about}>\n{between.join(blocks)}\n</{name}>"
    if name == "td":
        body = f"<table><tr><td width=160>{'<br>'.join(_SECTIONS[:4])}</td>{body}</tr></table>"
    menu = " ".join(f'<li><a href="/{each.lower()}/">{each}</a></li>' for each in rng.sample(_SECTIONS, 5))
    title = escape(headline)
    return (
        f"<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>{title}</title></head>\n<body>\n<header><ul>{menu}</ul></header>\n"
        f"<h1>{title}</h1>\n{body}\n<footer><p>© 2024</p></footer>\n</body></html>"
    )


def _blocks(text: str, paragraph: str, rng: Random) -> Iterator[str]:
    name = "" if paragraph == "br" else paragraph
    heading = rng.choice(("h2", "h2", "h3", "p><strong", "h4"))
    listed = rng.choice(("ul", "ul", "ol"))
    around = rng.choice(_AROUND)  # each block, as site builders have it
    for block in text.split("\n\n"):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        if not lines:
            continue
        is_heading = len(lines) == 1 and len(block) < _LONGEST_HEADING and not block.endswith(_SENTENCE_END)
        if len(lines) > 1 and (all(map(_ITEM.match, lines)) or rng.random() < 0.5):
            items = "".join(_tagged("li", _inline(_ITEM.sub("", line, count=1), rng)) for line in lines)
            html = _tagged(listed, items)
        elif is_heading and rng.random() < 0.6:
            html = _tagged(heading, _inline(lines[0], rng))
        else:
            own = name if rng.random() < _ALIKE else rng.choice(_ODD)
            html = _tagged(own, "<br>\n".join(_inline(line, rng) for line in lines))
        yield _tagged(around if rng.random() < _ALIKE else rng.choice(_AROUND), html)


def _tagged(name: str, content: str) -> str:
    """In the elements of a path such as ``p><strong``."""
    names: Sequence[str] = [each.split()[0] for each in name.split("><")] if name else ()
    return (f"<{name}>" if name else "") + content + "".join(f"</{each}>" for each in reversed(names))


def _inline(line: str, rng: Random) -> str:
    start, end = ANCHOR
    html = escape(line, quote=False)
    if start in html:
        target = f"{rng.choice(('http', 'https'))}://{rng.choice(('www.', ''))}{rng.choice(_NAMES)}{rng.randint(2, 999)}.example/{rng.choice(('', 'go', 'offer'))}"
        return html.replace(start, f'<a href="{target}">').replace(end, "</a>")
    words = html.split(" ")
    if len(words) > _LINKED and rng.random() < _LINKS:
        # An author links too.
        at = rng.randrange(len(words) - 3)
        target = rng.choice(
            (
                f"/{rng.randint(11, 9999)}/",
                f"https://www.{rng.choice(_NAMES)}{rng.randint(2, 999)}.example/a/{rng.randint(11, 999)}",
            )
        )
        words[at : at + 2] = [f'<a href="{target}">{" ".join(words[at : at + 2])}</a>']
        return " ".join(words)
    return html
