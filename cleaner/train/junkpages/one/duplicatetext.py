"""The same text over and over."""

from __future__ import annotations

from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.one.spamhtml import (
    Page,
    anchor,
    esc,
    items,
    paragraphs,
    prose,
    render,
    slug,
    tag,
)
from cleaner.train.junkpages.one.spamwords import ALL, Writer


def _over(rng: Random, language: str) -> str:
    """A few paragraphs again and again, to fill a page or by a broken loop."""
    w = Writer(rng, language)
    story = w.story()
    few = w.sample([part for part in story.paragraphs if len(part) > 40] or story.paragraphs, rng.randint(1, 4))
    parts = [rng.choice(few) if w.chance(0.3) else few[n % len(few)] for n in range(len(few) * rng.randint(4, 14))]
    if w.chance(0.4):
        main = "\n".join(tag("h2", esc(story.title)) + paragraphs([part]) for part in parts)
    else:
        main = paragraphs(list(story.paragraphs[: rng.randint(0, 2)]) + parts)
    return render(Page(story.title, main), w)


def _twice(rng: Random, language: str) -> str:
    """The whole article twice or thrice: pasted again below, or once for each size of screen."""
    w = Writer(rng, language)
    story = w.story()
    body = prose(story.paragraphs)
    copies = [body] * rng.choice((2, 2, 2, 3))
    match rng.randrange(3):
        case 0:
            names = ("desktop-only", "mobile-only", "print-only")
            main = "\n".join(
                tag("div", copy, class_=f"article {name}") for copy, name in zip(copies, names, strict=False)
            )
        case 1:
            main = f"\n<h2>{esc(story.title)}</h2>\n".join(copies)
        case _:
            main = rng.choice(("\n<hr>\n", "\n", "\n<p>***</p>\n")).join(copies)
    return render(Page(story.title, main, description=story.paragraphs[0][:150]), w)


def _archive(rng: Random, language: str) -> str:
    """An archive of a site that posts one thing again and again: the same post under other dates and authors."""
    w = Writer(rng, language)
    story = w.story()
    length = rng.randint(2, 5)
    posts = []
    for _ in range(rng.randint(4, 12)):
        head = tag("h2", anchor(story.title, f"/{slug(story.title, rng)}-{rng.randint(2, 99)}/"), class_="entry-title")
        meta = tag("p", esc(f"{w.date()} · {w.say('site.by')}"), class_="entry-meta")
        posts.append(tag("article", head + meta + paragraphs(story.paragraphs[:length]), class_="post hentry"))
    title = f"{w.say('site.cats')} – {w.say('site.names')}"
    return render(Page(title, "\n".join(posts), shells=("wordpress", "blogger", "bootstrap", "blocks")), w)


def _entries(rng: Random, language: str) -> str:
    """A list whose entries all have one description: branches, members or issues that somebody forgot to fill in."""
    w = Writer(rng, language)
    story = w.story()
    same = sorted(story.paragraphs, key=len)[-rng.randint(1, 2) :]
    count = rng.randint(5, 20)
    names = rng.choice(
        (w.some("site.cities", 9), [w.person() for _ in range(count)], [f"{story.title} #{n}" for n in range(count)])
    )
    entries = [tag(rng.choice(("h3", "h4")), esc(name)) + paragraphs(same) for name in dict.fromkeys(names)]
    main = items(entries) if w.chance(0.5) else "\n".join(tag("div", entry, class_="row item") for entry in entries)
    return render(Page(w.say("site.nav"), main), w)


GENERATORS = (
    Generator("one/duplicate-text-over", ("duplicate-text",), ALL, _over),
    Generator("one/duplicate-text-twice", ("duplicate-text",), ALL, _twice),
    Generator("one/duplicate-text-archive", ("duplicate-text",), ALL, _archive),
    Generator("one/duplicate-text-entries", ("duplicate-text",), ALL, _entries),
)
