"""What machines leave in a text: a language model's small talk, orders to it, filler, holes in templates, broken letters."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evidence.registry import WHOLE, Need, Seen, either, phrases, spam_rule
from cleaner.evidence.signs.apart import apart
from cleaner.evidence.signs.assistants import OPENING, SAYING, SAYINGS, is_field, sayings, settings
from cleaner.evidence.signs.debris import broken, failures, filler, holes, spun
from cleaner.evidence.signs.words import spans as listed
from cleaner.evidence.text import QUOTE, is_shown
from cleaner.evidence.view import View
from cleaner.model import Block


@spam_rule(
    "machine.assistant",
    needs=Need("what a language model says", sayings),
    hits=[
        "As an AI language model, I do not have access to real-time data about the ferry.",
        "<p>=>Certainly! Here is an article about the ferry:</p><p>The ferry has run since 1911.</p>",
        "I hope this helps! Let me know if you would like me to make any changes.",
        "I hope the draft is fine. Would you like me to make it shorter, or more formal?",
        "Als KI-Sprachmodell habe ich keine eigene Meinung zu diesem Thema.",
    ],
    misses=[
        "Certainly! Here is the man himself, coming up the road with a goat under each arm.",
        "I hope this helps anybody who has the same trouble with the pump.",
        "“As an AI language model, I cannot swim,” said the boat, and sank.",
        "The pupil had copied everything, even the words “As an AI language model, I have no grandmother”, in a neat hand.",
        "Would you like me to shorten the rope? he asked, and cut it.",
        "— Хотите, я перепишу прошение покороче? — спросил писарь. — Дайте знать, если надо жалобнее.",
        "Let me know if you find the second volume; I have been looking for it since the fair in Leeds.",
    ],
)
def assistant(block: Block, view: View) -> Iterator[Seen]:
    """Removes what a language model says of itself, how it hands over its text, and how it takes its leave.

    Safe alone because the block must begin with it, be short and stand in no quotation marks. Handing over must name
    what is handed over ("Here is an article about"), and courtesies, which people use as well, have to come in twos or offer to do
    two things with the text ("Would you like me to make it shorter, or more formal").
    A page about language models may quote them.
    """
    start = sayings(view)[block.index]
    says, opens, leaves = (
        [span for span in view.phrases.get(name, {}).get(block.index, ()) if span[0] >= start] for name in SAYINGS
    )
    said, most = block.text[start:], OPENING
    if says:
        most = SAYING
    elif not (len(leaves) > 1 or any(listed(said, "deliverable")) or (leaves and len(set(listed(said, "edit"))) > 1)):
        return
    if len(said) <= most:
        yield from apart(block, [*says, *opens, *leaves])


@spam_rule(
    "machine.order",
    needs=either(phrases("machine-order"), Need("what an order sets", settings)),
    hits=[
        "Write in a friendly tone and use short paragraphs. Include the keyword “ferry” at least five times.",
        "Rewrite the following text so that it passes plagiarism checks:",
        "Напиши SEO-текст про паром. Используй следующие ключевые слова: паром, билет, мост.",
        "It runs twice a day.\n\nMeta description: All about the ferry (148 characters)\n\n=>Focus keyphrase: ferry\n\nSlug: /ferry-guide",
        "Liczba słów: 900. Ton: przyjazny. Odbiorca: początkujący. Słowa kluczowe: prom, bilet",
        "<title>The ferry to Tarbet</title><h1>The ferry to Tarbet</h1><p>It runs twice a day.</p>"
        "<p>=>Meta description: everything about The ferry to Tarbet.</p>",
    ],
    misses=[
        "Rewrite the following text in the past tense, then compare it with your neighbour’s.",
        "“Ignore all previous instructions,” the letter said, and the crew went home.",
        "A keyword density of two in a hundred was held to be right in those years, and nobody knew why.",
        "It runs twice a day.\n\nLanguage: English\n\n=>Format: paperback\n\nLength: 320 pages",
        "Language: English. Format: paperback. Length: 320 pages",
    ],
)
def order(block: Block, view: View) -> Iterator[Seen]:
    """Removes orders that were given to a language model and left in the text: a short block with two of them, or of what one sets
    ("Tone: friendly. Audience: beginners. Word count: 900"); and fields for search engines with the page's own title in them."""
    spans = view.phrases.get("machine-order", {}).get(block.index, ())
    others = view.phrases.get("prompt", {}).get(block.index, ())
    more = [span for span in others if not any(span[0] < end and start < span[1] for start, end in spans)]
    first = min([*spans, *more], default=(0, 0))[0]
    quoted = (block.text[:1] in "‚‘'" and not block.text[:1].isalnum()) or QUOTE.search(block.text, 0, first + 1)
    if len(block.text) > SAYING or quoted or is_shown(block):
        return
    if block.index in settings(view) or (spans and is_field(block, spans[0], view)):
        yield WHOLE
    elif len(spans) + len(more) > 1:
        yield from apart(block, [*spans, *more])


@spam_rule(
    "machine.placeholder",
    needs=Need("filler text", filler),
    hits=[
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.",
        "<h2>Lorem ipsum dolor</h2><p>=>Duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore.</p>",
        "Add your text here",
    ],
    misses=[
        "“Lorem ipsum” is what the printer had left in the box where the mayor’s greeting should have stood.",
        "Dies irae, dies illa, solvet saeclum in favilla, teste David cum Sibylla.",
        "Sample page",
        "The sample page was torn out of the book long before it came to us.",
    ],
)
def placeholder(block: Block, view: View) -> Iterator[Seen]:
    """Removes text that waits for text: lorem ipsum, and lines that are nothing but "Your text here".

    A page about filler text may show it.
    """
    yield WHOLE


@spam_rule(
    "machine.template",
    needs=Need("a hole in a template", holes),
    hits=[
        "{{ page.title }}",
        "[/et_pb_text][/et_pb_column][/et_pb_row]",
        "<p>=>%%title%% %%sep%% %%sitename%%</p>",
        "[INSERT NAME HERE] is a writer at [INSERT COMPANY].",
        "Hello {first_name}, thank you for visiting {company_name}!",
        "Dear #CLIENT_NAME#, the #GOODS# that you asked for is here again for #PRICE#.",
        "[Hier ein Bild der Fähre einfügen]",
        "[ここにフェリーの画像を挿入]",
        "{{ The title of the page goes here. And the rest of it there }}",
    ],
    misses=[
        "Write {{ title }} where the title of the page should stand, and the program puts it there when it is asked to.",
        "<p>Two braces print a value.</p><pre>=>{{ title }}</pre>",
        "The rate rose from 3 %s the clerk wrote, and meant something else.",
        "Describe [COLOUR] to someone who has left the room.",
        "[Applause. A man at the back laughs.]",
        "[The insert shows the harbour in 1911.]",
    ],
)
def template(block: Block, view: View) -> Iterator[Seen]:
    """Removes a line whose words a program or a writer should have put in ("{{title}}", "[INSERT NAME HERE]", "%s comments").

    Where a page speaks of such holes, in a sentence or in code, they are its subject and all stay.
    """
    yield from apart(block, holes(view)[block.index])


@spam_rule(
    "machine.spintax",
    needs=Need("spun text", spun),
    hits=[
        "{Thanks|Many thanks|Thank you} for {reading|visiting} this {great|awesome} {article|post}!",
        "<p>=>If you {want|need} the {best|finest} {service|company}, {call|visit} us {today|now}.</p>",
    ],
    misses=[
        "The set {x|x > 3} has no least element, as the reader may want to prove before going on to the next page.",
        "<p>A bar sets words apart.</p><code>=>{Hello|Hi}, {friend|neighbour}!</code>",
        "{one|two}",
        "The source often looks like {great|superb} {deal|bargain}. The braces are sometimes left standing, as here.",
    ],
)
def spintax(block: Block, view: View) -> Iterator[Seen]:
    """Removes text for a program that draws words from lists ("{big|large} {sale|deal}"): two lists at least."""
    yield from apart(block, spun(view)[block.index])


@spam_rule(
    "machine.failure",
    needs=Need("a program's message", failures),
    hits=[
        'It runs twice a day.\n\n=>Warning: Undefined array key "sub" in /srv/www/site/themes/ferry/single.php on line 88',
        "It runs twice a day.\n\n=>Error establishing a database connection",
        "It runs twice a day.\n\n=>[object Object] undefined",
    ],
    misses=[
        'It is a PHP matter.\n\n=>Warning: Undefined array key "sub" in /srv/www/site/themes/ferry/single.php on line 88',
        "=>Warning: the path is steep on line 4 of the tram.",
        "The border was undefined.\n\n=>undefined",
        "<p>It runs twice a day.</p><pre>=>Error establishing a database connection</pre>",
    ],
)
def failure(block: Block, view: View) -> Iterator[Seen]:
    """Removes a line that is a program's message about its own failure, as a server prints it into a page.

    A page that names such programs may show what they say.
    """
    yield WHOLE


@spam_rule(
    "machine.mojibake",
    needs=Need("broken letters", broken),
    hits=[
        "The moor is quiet.\n\n=>Ð¡Ð¿Ð°ÑÐ¸Ð±Ð¾ Ð·Ð° Ð²Ð½Ð¸Ð¼Ð°Ð½Ð¸Ðµ\n\n"
        + "It is dusk, and the last visitors have left. " * 5,
        "The moor is quiet.\n\n=>РџСЂРёРІРµС‚, РєР°Рє РґРµР»Р°?\n\n"
        + "It is dusk, and the last visitors have left. " * 5,
    ],
    misses=[
        "Madame Ã‰lisabeth LefÃ¨vre, de ChÃ¢tel, reçoit depuis quatre ans son courrier sous ce nom.",
        "<table><tr><td>é</td><td>=>Ã©</td></tr></table>",
        "Рѕка и её сестра жили у самого моря.",
    ],
)
def mojibake(block: Block, view: View) -> Iterator[Seen]:
    """Removes a block whose letters are mostly broken (UTF-8 read as something else), where the page's are not."""
    yield WHOLE
