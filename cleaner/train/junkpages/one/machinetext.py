"""Text that a machine wrote, and whose owner did not even read it."""

from __future__ import annotations

from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.one.spamhtml import Page, domain, esc, paragraphs, prose, render, slug, tag
from cleaner.train.junkpages.one.spamwords import ALL, HEAVY, Writer

_LOREM = (
    "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna "
    "aliqua ut enim ad minim veniam quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat "
    "duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla pariatur excepteur "
    "sint occaecat cupidatat non proident sunt in culpa qui officia deserunt mollit anim id est laborum"
).split()


def _padded(w: Writer, topic: str) -> list[str]:
    """HTML parts of an article that says nothing, as assistants write it when asked for words."""
    parts = [paragraphs(w.some("howto.intros", 1, topic=topic))]
    for head in w.some("howto.heads", w.rng.randint(2, 5), topic=topic):
        parts.append(tag("h2", esc(head)))
        parts.append(paragraphs([" ".join(w.deal("howto.body", w.rng.randint(2, 4), topic=topic))]))
    return [*parts, paragraphs([w.say("howto.ends", topic=topic)])]


def _assistant(rng: Random, language: str) -> str:
    """An article copied out of a chat window with what the assistant said before, amid and after it."""
    w = Writer(rng, language)
    w.year = rng.randint(2023, 2025)
    story = w.story()
    if language in HEAVY and w.chance(0.6):
        topic = w.say("howto.topics")
        title, parts = w.say("howto.titles", topic=topic), _padded(w, topic)
        kin = [w.say("howto.titles", topic=t) for t in w.some("howto.topics", 4)]
    else:
        topic, title, parts = story.title, story.title, [prose([part]) for part in story.paragraphs]
        kin = []
    where = w.sample(("opens", "mids", "ends"), rng.randint(1, 3))
    if "mids" in where:
        for text in w.some("machine.mids", rng.randint(1, 2)):
            parts.insert(rng.randrange(1, len(parts)), paragraphs([text]))
    if "opens" in where:
        parts.insert(0, paragraphs([w.say("machine.opens", topic=topic)]))
    if "ends" in where:
        parts.append(paragraphs(w.some("machine.ends", rng.randint(1, 2))))
    page = Page(title, "\n".join(parts), domain(rng, "spam") if kin else "", kin=kin)
    page.shells = ("wordpress", "blocks", "blogger", "bootstrap", "joomla")
    return render(page, w)


def _template(rng: Random, language: str) -> str:
    """A page whose program never put in what its variables stand for."""
    w = Writer(rng, language)
    texts = [w.rng.choice(w.all("machine.template")) for _ in range(rng.randint(2, 12))]
    texts = list(dict.fromkeys(texts))
    fields = ("title", "city", "keyword", "post.title", "page.heading", "brand", "category.name")
    left, right = rng.choice(
        (("{{", "}}"), ("{{ ", " }}"), ("%%", "%%"), ("[", "]"), ("{$", "}"), ("##", "##"), ("${", "}"))
    )
    names = [f"{left}{name}{right}" for name in w.sample(fields, 4)]
    parts = paragraphs(texts)
    for name in names[1:]:
        parts += tag("h2", esc(name)) + paragraphs([f"{left}text_{rng.randint(1, 9)}{right}"] if w.chance(0.6) else [])
    if w.chance(0.4):
        parts += paragraphs(w.some("door.pitch", 2, kw=names[1], city=names[0]))
    title = f"{names[0]} {rng.choice(('|', '-', '–'))} {names[1] if w.chance(0.6) else w.say('site.names')}"
    return render(Page(title, parts, names[2] if w.chance(0.4) else "", description=names[3]), w)


def _instructions(rng: Random, language: str) -> str:
    """What the machine was told stands on the page: a prompt before its answer, or a spinner's text with all choices."""
    w = Writer(rng, language)
    topic = w.say("howto.topics")
    if w.chance(0.5):
        prompts = w.some("machine.prompts", rng.randint(1, 2), topic=topic)
        element = rng.choice(("p", "blockquote", "pre"))
        parts = [tag(element, esc(text)) for text in prompts] + _padded(w, topic)
    else:
        parts = []
        for _ in range(rng.randint(2, 6)):
            sentences = [w.spintax("howto.body", topic=topic) for _ in range(rng.randint(2, 4))]
            parts.append(paragraphs([" ".join(sentences)]))
        parts.insert(0, paragraphs([w.spintax("howto.intros", topic=topic)]))
    title = w.say("howto.titles", topic=topic)
    kin = [w.say("howto.titles", topic=t) for t in w.some("howto.topics", 5)]
    return render(Page(title, "\n".join(parts), domain(rng, "spam"), kin=kin), w)


def _lorem(rng: Random, language: str) -> str:
    """A site put online with its theme's filler: lorem ipsum under every heading, a first post, demo pictures."""
    w = Writer(rng, language)

    def words(low: int, high: int) -> str:
        start = rng.randrange(len(_LOREM))
        said = [_LOREM[(start + n) % len(_LOREM)] for n in range(rng.randint(low, high))]
        return " ".join(said).capitalize()

    parts = [paragraphs(["Lorem ipsum dolor sit amet, consectetur adipiscing elit. " + words(8, 40) + "."])]
    for _ in range(rng.randint(2, 9)):
        parts.append(tag(rng.choice(("h2", "h3", "h4")), words(2, 5)))
        if w.chance(0.4):
            parts.append(f'<img src="/img/placeholder-{rng.randint(200, 900)}x300.png" alt="">')
        parts.append(paragraphs([". ".join(words(6, 24) for _ in range(rng.randint(1, 4))) + "."]))
        if w.chance(0.3):
            parts.append(tag("a", esc(w.say("site.more")), href=f"/{slug(words(2, 3), rng)}", class_="btn"))
    title = rng.choice((words(2, 4), w.say("site.names"), "Sample Page", "Home"))
    return render(Page(title, "\n".join(parts)), w)


GENERATORS = (
    Generator("one/machine-text-assistant", ("machine-text",), ALL, _assistant),
    Generator("one/machine-text-template", ("machine-text",), HEAVY, _template),
    Generator("one/machine-text-instructions", ("machine-text",), HEAVY, _instructions),
    Generator("one/machine-text-lorem", ("machine-text",), ALL, _lorem),
)
