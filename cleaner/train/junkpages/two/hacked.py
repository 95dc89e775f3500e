"""Honest pages that an intruder sold: sentences in the text, links below it, comments, Japanese shops, defacements."""

from __future__ import annotations

from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator

from .hiddentext import hide
from .linkfarm import anchor
from .spamhtml import a, h, honest, img, items, others, p, page, prose, table
from .spamwords import ALL, SIX, date, domain, either, fill, name, person, piece, say, several, words

_TRADES = ("pharma", "casino", "essay", "loan", "replica", "crypto")
_HACKED = ("hacked",)


def _tongue(rng: Random, language: str) -> str:
    """What the intruder writes: the page's language if he can, else, and often anyway, English."""
    return language if language in SIX and rng.random() < 0.7 else "en"


def injected(rng: Random, tongue: str, low: int = 1, high: int = 3) -> str:
    """An intruder's sentences, escaped, with a link in them."""
    pool = words("hack", tongue)
    slots = {"drug": rng.choice(pool["drugs"]), "brand": name(rng), "n": str(rng.randint(2, 9))}
    lines = [fill(rng, row, **slots) for row in several(rng, pool[rng.choice(_TRADES)], low, high)]
    text = escape(" ".join(lines))
    if rng.random() < 0.75:
        words_ = text.split(" ")
        start = rng.randrange(max(1, len(words_) - 4))
        chosen = " ".join(words_[start : start + rng.randint(1, 4)])
        text = text.replace(chosen, f'<a href="https://{domain(rng)}/">{chosen}</a>', 1)
    return text


def inline(rng: Random, language: str) -> str:
    """The article with sold sentences in it: as paragraphs of their own or within one of the author's."""
    story, tongue = piece(rng, language), _tongue(rng, language)
    blocks = prose(rng, story, captions=True)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 5))):
        text = injected(rng, tongue)
        place = rng.randint(1, len(blocks))
        if rng.random() < 0.5 and place < len(blocks) and blocks[place].startswith("<p>"):
            head, stop, tail = blocks[place].partition(". ")
            blocks[place] = f"{head}. {text} {tail}" if stop else f"{head[:-4]} {text}</p>"
        else:
            blocks.insert(place, f"<p>{text}</p>" if rng.random() < 0.7 else f"<div>{text}</div>")
    main = h(1, story.title) + "\n".join(blocks)
    return page(rng, language, story.title, main, aside=others(rng, language) if rng.random() < 0.7 else "")


def below(rng: Random, language: str) -> str:
    """The article untouched, sold links in sight below the footer, in a widget, or before everything."""
    story, tongue = piece(rng, language), _tongue(rng, language)
    pool = words("links", tongue)["spam"]
    rows = [
        a(f"https://{domain(rng)}/{rng.choice(('', 'buy.php', '?p=77'))}", rng.choice(pool))
        for _ in range(rng.randint(3, 40))
    ]
    block = items(rows) if rng.random() < 0.4 else f"<div>{rng.choice((' ', ' | ', ', ', '<br>')).join(rows)}</div>"
    html = page(
        rng,
        language,
        story.title,
        honest(rng, language, story),
        aside=others(rng, language) + (block if (widget := rng.random() < 0.3) else ""),
    )
    if widget:
        return html
    return (
        html.replace("<body", f"{block}\n<body", 1)
        if rng.random() < 0.25
        else html.replace("</body>", f"{block}</body>")
    )


def beneath(rng: Random, language: str) -> str:
    """The article with the intruder's links or texts in a hidden block."""
    story, tongue = piece(rng, language), _tongue(rng, language)
    if rng.random() < 0.5:
        inside = " ".join(f"<p>{injected(rng, tongue)}</p>" for _ in range(rng.randint(1, 8)))
    else:
        pool = words("links", tongue)["spam"]
        inside = rng.choice((" ", ", ")).join(
            a(f"http://{domain(rng)}/", rng.choice(pool)) for _ in range(rng.randint(3, 50))
        )
    hidden, head = hide(rng, inside)
    main = honest(rng, language, story, hidden if rng.random() < 0.5 else "")
    main = main if hidden in main else main + hidden
    return page(rng, language, story.title, main, aside=others(rng, language), head=head)


def commented(rng: Random, language: str) -> str:
    """The article with its comments overrun."""
    story, tongue = piece(rng, language), _tongue(rng, language)
    common, rows = words("common", language), []
    for _ in range(rng.randint(4, 25)):
        links = iter([a(f"https://{domain(rng)}/", anchor(rng, tongue), 'rel="nofollow ugc"') for _ in range(3)])
        text = escape(say(rng, "hack", tongue, "comment"))
        while "{link}" in text:
            text = text.replace("{link}", next(links), 1)
        if rng.random() < 0.4:
            text = injected(rng, tongue)
        who = anchor(rng, tongue) if rng.random() < 0.4 else person(rng, language)
        rows.append(
            f'<div class="comment-body"><b>{escape(who)}</b> <time>{date(rng, language)}</time><p>{text}</p>{a("#", common["reply"][0])}</div>'
        )
    title = f"{len(rows)} {common['comments'][0]}"
    main = (
        honest(rng, language, story) + f'<div id="comments">{h(2, title)}{items(rows, "ol", "class=commentlist")}</div>'
    )
    return page(rng, language, story.title, main, frames=("wordpress", "blogger", "bare"))


def japanese(rng: Random, language: str) -> str:
    """The Japanese keyword hack: the site's own frame and menu around an invented shop's product."""
    pool = words("hack", "ja")

    def line(key: str) -> str:
        code = "".join(rng.choices("abcdefghjkmnp", k=5))
        slots = {
            "brand": rng.choice(pool["brands"]),
            "item": rng.choice(pool["items"]),
            "n": str(rng.randint(1, 9)),
            "code": code,
        }
        return fill(rng, rng.choice(pool[key]), **slots)

    title = line("title")
    blocks = [h(1, title), img(rng, title)] + [
        p(row) for row in dict.fromkeys(line("text") for _ in range(rng.randint(4, 14)))
    ]
    if rng.random() < 0.5:
        blocks.append(
            table(
                [
                    [escape(line("title")), f"{rng.randint(1, 90)},{rng.randint(100, 999)}円"]
                    for _ in range(rng.randint(3, 9))
                ]
            )
        )
    more = items(a(f"/?{rng.getrandbits(32):x}.html", line("title")) for _ in range(rng.randint(3, 20)))
    trace = f"<p>{escape(piece(rng, language).paragraphs[0])}</p>" if rng.random() < 0.5 else ""
    return page(rng, language, title, "\n".join(blocks) + more, aside=trace + others(rng, language, 2, 4))


def defaced(rng: Random, language: str) -> str:
    """The home page that boys replaced: their name, their friends' names, a taunt."""
    crew = f"{name(rng)}{rng.choice((' Cyb3r Team', 'Sec', '_1337', ' Army', 'X'))}"
    taunt = (
        "Your security is low!",
        "Admin, patch your site",
        "Nothing is secure",
        "We are watching",
        "Just for fun :)",
        "No war, peace for all",
    )
    hello = ("Hacked by {crew}", "H4ck3d By {crew}", "Owned by {crew}", "{crew} was here", "[ Defaced by {crew} ]")
    title = rng.choice(hello).replace("{crew}", crew)
    greets = " - ".join(f"{name(rng)}{rng.choice(('', '07', '_x', '404', '-ID'))}" for _ in range(rng.randint(3, 14)))
    lines = [h(1, title), *(p(row) for row in several(rng, taunt, 1, 4)), f"<marquee>Greetz: {greets}</marquee>"]
    if rng.random() < 0.4:
        lines.insert(1, f"<pre>{chr(10).join(''.join(rng.choices('█▓▒░ ', k=36)) for _ in range(6))}</pre>")
    if rng.random() < 0.5:
        lines.append(f"<p>Contact: {crew.split()[0].lower()}@mail.example</p>")
    if rng.random() < 0.4:
        return page(
            rng, language, title, "".join(lines), aside=others(rng, language), frames=("wordpress", "bootstrap")
        )
    title = f"{piece(rng, language).title} - {title}"
    style = "<style>body{background:#000;color:#0f0;text-align:center;font-family:Courier New}</style>"
    return f"<html><head><title>{escape(title)}</title>{style}</head><body>{chr(10).join(lines)}</body></html>"


GENERATORS = (
    Generator("two/hacked-inline", _HACKED, ALL, inline),
    Generator("two/hacked-around", _HACKED, ALL, either(below, commented)),
    Generator("two/hacked-beneath", (*_HACKED, "hidden-text"), ALL, beneath),
    Generator("two/hacked-replaced", _HACKED, ALL[:-1], either(japanese, japanese, defaced)),
)
