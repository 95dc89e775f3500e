"""Pages with next to nothing: lists of one or none, attachments, empty profiles, and entries without an entry."""

from __future__ import annotations

from html import escape
from random import Random

from ..model import Generator
from .stateframe import framed
from .statehtml import LANGUAGES, Draft, items, links


def _taxonomy(rng: Random, language: str) -> str:
    """A tag or category with one title, or none."""
    draft = Draft(rng, language)
    term = draft.pick(draft.raw("site.things"), draft.raw("site.sections"), draft.raw("site.names"))
    head = draft.say("thin.tag", t=term)
    title, more = draft.headlines(1, 1)[0], draft.say("thin.more")
    one = draft.pick(
        f'<article class="post"><h2 class="entry-title"><a href="/?p=9">{title}</a></h2><time>{draft.date()}</time></article>',
        f'<article><h3>{title}</h3><a class="more-link" href="/{draft.hex(4)}">{more}</a></article>',
        f'<ul class="archive"><li><a href="/{draft.hex(4)}">{title}</a> ({draft.date()})</li></ul>',
    )
    none = f'<p class="no-results">{draft.say("thin.none")}</p>'
    main = f'<header class="page-header"><h1 class="page-title">{head}</h1></header>{draft.pick(one, one, none)}'
    return framed(draft, draft.pick(head, escape(term)), main, css="archive tag")


def _attachment(rng: Random, language: str) -> str:
    """A page that a blog makes for every picture uploaded."""
    draft = Draft(rng, language)
    name = draft.pick(
        f"IMG_{draft.digits(4)}",
        f"DSC0{draft.digits(4)}",
        draft.raw("site.things"),
        f"image{draft.digits(2)}",
        f"{draft.raw('site.things')}-1",
    )
    width = rng.choice((640, 800, 1024, 1600))
    image = f'<p class="attachment"><a href="/wp-content/uploads/{draft.year}/{draft.hex(5)}.jpg"><img width="{width}" height="{width * 3 // 4}" src="/wp-content/uploads/{draft.hex(5)}-300x225.jpg" alt=""></a></p>'
    words = " ".join(links(draft.some("thin.attach", 1, 4)))
    comments = f"<p>{draft.say('thin.comments')}</p>"
    parent = f'<a href="/?p={draft.digits(3)}" rel="gallery">{draft.headlines(1, 1)[0]}</a>'
    main = (
        f'<article class="attachment type-attachment"><h1 class="entry-title">{escape(name)}</h1><div class="entry-meta">{draft.maybe(draft.date())} '
        f"{draft.maybe(f'{width} × {width * 3 // 4}')} {words} {draft.maybe(parent)}</div>{image}</article>"
        f"{draft.maybe(comments)}"
    )
    return framed(draft, escape(name), main, css="attachment-template-default single-attachment")


def _profile(rng: Random, language: str) -> str:
    """A member who never wrote anything."""
    draft = Draft(rng, language)
    name = draft.pick(
        draft.raw("site.names"),
        draft.raw("site.names"),
        f"user{draft.digits(6)}",
        f"{draft.bare.split('.')[0]}{draft.digits(2)}",
    )
    facts = [
        f"{draft.say('thin.joined')}: {draft.date()}",
        *draft.some("thin.facts", 1, 6, n=rng.randint(0, 4), date=draft.date()),
    ]
    tabs = f'<div class="tabs">{"".join(links(draft.some("thin.tabs", 2, 6)))}</div>'
    empty = f'<div class="empty-state">{draft.say("thin.profile", name=name)}</div>'
    details = draft.pick(
        items(facts, css="user-stats"),
        "<dl>" + "".join(f"<dd>{fact}</dd>" for fact in facts) + "</dl>",
        " | ".join(facts),
    )
    main = f'<div class="profile"><img class="avatar" src="/avatars/default.png" alt=""><h1>{escape(name)}</h1>{draft.maybe(tabs)}{details}{draft.maybe(empty, 0.7)}</div>'
    return framed(draft, escape(name), main, css="member-profile")


def _entry(rng: Random, language: str) -> str:
    """A stub of an encyclopedia, an entry of a directory that nobody filled, or a calendar without events."""
    draft = Draft(rng, language)
    term = draft.pick(draft.raw("site.things"), draft.raw("site.names"), Draft(rng, language).site)
    stub = f'<div id="mw-content-text"><p>{draft.maybe(f"<b>{escape(term)}</b>")}</p><div class="stub">{draft.say("thin.stub")}</div></div>'
    listing = f'<div class="listing" itemscope>{items(draft.some("thin.listing", 3, 8))}</div>'
    calendar = f'<div class="tribe-events"><p>{draft.date()}</p>{items(draft.some("thin.events", 2, 5))}</div>'
    comments = f"<p>{draft.say('thin.comments')}</p>"
    kind = rng.choice((stub, listing, listing, calendar))
    main = f'<h1 class="firstHeading">{escape(term) if kind is not calendar else draft.date()}</h1>{kind}{draft.maybe(comments, 0.3)}'
    return framed(draft, escape(term), main, css="entry")


GENERATORS = (
    Generator("one/thin-taxonomy", ("thin",), LANGUAGES, _taxonomy),
    Generator("one/thin-attachment", ("thin",), LANGUAGES, _attachment),
    Generator("one/thin-profile", ("thin",), LANGUAGES, _profile),
    Generator("one/thin-entry", ("thin",), LANGUAGES, _entry),
)
