"""Content farms: other people's articles wrapped by a machine, and articles that a machine pads."""

from __future__ import annotations

from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.one.spamhtml import (
    Page,
    anchor,
    domain,
    esc,
    items,
    paragraphs,
    prose,
    render,
    slug,
    tag,
)
from cleaner.train.junkpages.one.spamwords import ALL, HEAVY, Writer


def _top(w: Writer, chrome: Writer, key: str = "farm.top") -> str:
    titles = [w.story().title for _ in range(w.rng.randint(4, 12))]
    kind = w.rng.choice(("ul", "ol", "div"))
    entries = [anchor(title, f"/{slug(title, w.rng)}.html") for title in titles]
    boxes = "".join(f'<div class="item">{entry}</div>' for entry in entries)
    return tag("h3", esc(chrome.say(key))) + (boxes if kind == "div" else items(entries, kind))


def _author(chrome: Writer) -> str:
    name = chrome.person()
    lines = chrome.some("farm.fields", chrome.rng.randint(4, 7), name=name)
    heading = tag("h2", esc(chrome.say("farm.author", name=name)))
    return tag("div", heading + "".join(f"<p>{esc(line)}</p>" for line in lines), class_="author-box")


def _captioned(w: Writer, chrome: Writer, title: str, parts: list[str]) -> str:
    pieces, step, template = [], w.rng.randint(1, 4), w.rng.choice(chrome.all("farm.captions"))
    for number, part in enumerate(parts):
        pieces.append(prose([part]))
        if number % step == 0:
            caption = esc(chrome.fill(template, i=str(number // step + 1), title=title))
            image = f'<img src="/img/{slug(title, w.rng)}-{number}.jpg" alt="{esc(title)}" loading="lazy">'
            pieces.append(f"<figure>{image}<figcaption>{caption}</figcaption></figure>")
    return "\n".join(pieces)


def _wrapped(rng: Random, language: str) -> str:
    """A copied article between a title with a year, figures, lists of top articles and an author who never was."""
    w = Writer(rng, language)
    chrome = Writer(rng, "en") if w.chance(0.3) else w
    story = w.story()
    signs = set(w.sample(("year", "views", "captions", "toc", "top", "author"), rng.randint(2, 6)))
    parts = list(story.paragraphs)
    title = chrome.say("farm.titles", title=story.title) if "year" in signs else story.title
    main = [_captioned(w, chrome, story.title, parts) if "captions" in signs else prose(parts)]
    if "toc" in signs:
        entries = [anchor(f"{part[:50]}", f"#h{n}") for n, part in enumerate(w.sample(parts, rng.randint(3, 7)))]
        main.insert(0, tag("div", tag("p", esc(chrome.say("farm.toc"))) + items(entries, "ol"), class_="toc", id="toc"))
    if "views" in signs:
        notes = [chrome.say("farm.updated"), chrome.say("farm.views"), chrome.say("farm.views")]
        main.insert(rng.choice((0, len(main))), paragraphs(w.sample(notes, rng.randint(2, 3))))
    if "top" in signs:
        main.extend(_top(w, chrome) for _ in range(rng.randint(1, 3)))
    if "author" in signs:
        main.append(_author(chrome))
    return render(Page(title, "\n".join(main), domain(rng, "spam"), description=parts[0][:150]), w)


def _questions(rng: Random, language: str) -> str:
    """A question-and-answer farm: a headline turned into a question, an article cut into answers, more questions."""
    w = Writer(rng, language)
    story = w.story()
    question = w.say("farm.asked", title=story.title.rstrip("?？.。"))
    sentences, answers = story.sentences or list(story.paragraphs), []
    step = rng.randint(2, 5)
    for start in range(0, min(len(sentences), step * rng.randint(2, 7)), step):
        head = tag("h3", esc(w.say("farm.answers"))) if start or w.chance(0.7) else ""
        text = paragraphs([" ".join(sentences[start : start + step])])
        vote = tag("p", esc(w.say("farm.votes")), class_="votes")
        answers.append(tag("div", head + text + vote, class_="answer", id=f"a{rng.randint(10**5, 10**7)}"))
    asked = tag("div", paragraphs([story.paragraphs[0]]), class_="question-body")
    others = []
    for _ in range(rng.randint(4, 10)):
        title = w.say("farm.asked", title=w.story().title.rstrip("?？.。"))
        others.append(anchor(title, f"/q/{rng.randint(10**4, 10**6)}"))
    more = tag("h2", esc(w.say("farm.others"))) + items(others)
    return render(
        Page(question, asked + "".join(answers) + more, domain(rng, "spam"), shells=("bootstrap", "bare", "joomla")), w
    )


def _howto(rng: Random, language: str) -> str:
    """A padded guide that says nothing: the phrase searched for in every heading, steps without content, questions."""
    w = Writer(rng, language)
    topic = w.say("howto.topics")
    heads = w.some("howto.heads", rng.randint(2, 6), topic=topic)
    main = [paragraphs(w.some("howto.intros", rng.randint(1, 3), topic=topic))]
    if w.chance(0.6):
        main.append(tag("p", esc(w.say("farm.toc"))) + items((anchor(h, f"#{slug(h, rng)}") for h in heads), "ol"))
    for head in heads:
        main.append(tag("h2", esc(head), id=slug(head, rng)))
        main.append(paragraphs([" ".join(w.deal("howto.body", rng.randint(2, 4), topic=topic))]))
    for number, step in enumerate(w.all("howto.steps")[: rng.choice((0, 0, 3, 4))], 1):
        main.append(tag("h3", esc(w.fill(step, i=str(number)))))
        main.append(paragraphs(w.deal("howto.body", rng.randint(1, 2), topic=topic)))
    for pair in w.some("howto.faq", rng.randint(0, 4), topic=topic):
        question, _, answer = pair.partition("|")
        main.append(tag("h3", esc(question)) + paragraphs([answer]))
    main.append(paragraphs([w.say("howto.ends", topic=topic)]))
    if w.chance(0.5):
        main.append(_top(w, w))
    title = w.say("howto.titles", topic=topic)
    return render(
        Page(
            title,
            "\n".join(main),
            domain(rng, "spam"),
            kin=[w.say("howto.titles", topic=t) for t in w.some("howto.topics", 5)],
        ),
        w,
    )


def _aggregator(rng: Random, language: str) -> str:
    """A scraper's page: the leads of several sites' articles glued together, each with where it was taken."""
    w = Writer(rng, language)
    topic = w.say("site.cats")
    entries = []
    for _ in range(rng.randint(4, 12)):
        story, source = w.story(), domain(rng)
        lead = story.paragraphs[0][: rng.randint(120, 320)]
        lead += rng.choice((" […]", "...", " [...]", "…"))
        credit = w.say("farm.feed", title=story.title, source=source)
        link = anchor(w.say("site.more"), f"https://{source}/{slug(story.title, rng)}", rng)
        parts = [tag("h2", anchor(story.title, f"/{slug(story.title, rng)}")), paragraphs([lead])]
        parts.append(tag("p", link, class_="more") + (tag("p", esc(credit)) if w.chance(0.7) else ""))
        entries.append(tag("div", "".join(parts), class_=rng.choice(("feed-item", "post", "rss-entry"))))
    title = w.say("farm.hub", topic=topic)
    return render(Page(title, "\n".join(entries), domain(rng, "spam")), w)


GENERATORS = (
    Generator("one/content-farm-wrapped", ("content-farm",), ALL, _wrapped),
    Generator("one/content-farm-questions", ("content-farm",), ALL, _questions),
    Generator("one/content-farm-howto", ("content-farm",), HEAVY, _howto),
    Generator("one/content-farm-aggregator", ("content-farm",), ALL, _aggregator),
)
