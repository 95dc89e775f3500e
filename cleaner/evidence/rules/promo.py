"""Lines and boxes that want the reader somewhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.evidence.registry import WHOLE, Need, Seen, either, marked, phrases, rule
from cleaner.evidence.signs.leads import TEASER, announced, teased
from cleaner.evidence.signs.prompts import PROMPT, offers, plugs, prompts
from cleaner.evidence.signs.prompts.sponsors import is_sponsored
from cleaner.evidence.text import begins, is_phrase, mostly_linked
from cleaner.evidence.view import View
from cleaner.model import Block, Effect

# A label over an advertisement is short (characters), a player's line shorter.
_LABEL, _PLAYER = 120, 60
_CLOCK = re.compile(r"\W*\d?\d:\d\d(?::\d\d)?\s*(?:/|of|\||-)\s*-?\d?\d:\d\d(?::\d\d)?\W*")
_LENGTH = re.compile(r"\W{0,6}\d{1,3}(?::\d\d|\W{0,3}m)")
_ARTICLE = (
    "The moor is quiet now, and the last visitors have left. Nobody at the inn remembers a year with so few of them, and "
    "nobody minds.\n\n{}\n\nIn the spring they will come back for the birds, as they have done since the railway came, and "
    "the inn will open its upper floor again.\n\n{}"
)
_LONG = (
    "The moor is quiet now, and the last visitors have left. Nobody at the inn remembers a year with so few of them, and nobody minds. In the spring they "
    "will come back for the birds, as they have done since the railway came, and the inn will open its upper floor again, where the beds have been aired "
    "since March and the windows look out on the reeds."
)


@rule(
    "promo.read-more",
    needs=either(phrases("read-more"), phrases("teaser")),
    effect=Effect.REMOVE,
    hits=[
        "READ MORE: Council was warned about the bridge two years ago, papers show",
        "Read also: Is the bridge safe? What we know so far",
        "<p>=>Lesen Sie auch: <a href='/b'>Brücke bleibt bis Frühjahr gesperrt</a></p>",
        "<p>=>See also <a href='/b'>The bridge that nobody wanted to pay for</a></p>",
        _ARTICLE.format("=>Related: Ferry to run until the autumn after all, operator says", ""),
        "Read next · Ferry to run until autumn · Bees return to the moor · Council votes to close bridge",
    ],
    misses=[
        "READ MORE: choose one of the three chapters and write half a page about it before Thursday.",
        "Related: adjective. Connected by blood or marriage; see kin.",
        "Read more slowly and you will remember more of what you read, the study says.",
        "Watch: the second hand never stops, however long you look at it, and neither does the sea.",
        "See also the discussion in chapter four, where the same argument is made with better numbers.",
        "<ul><li><a href='/w'>=>Watch straps of leather</a></li></ul>",
        "See also: Motte And Bailey Castle",
        "Recommended: two cups of water for each cup of rice",
        "Recommended: Two cups of water for each cup of rice",
    ],
)
def read_more(block: Block, view: View) -> Iterator[Seen]:
    """Removes a line that begins "Read more:" (in any of its words and languages) and names another article.

    Safe alone because what follows must be a headline, set apart from the lead: linked as a whole, or, where links are lost, capitalised, of at
    least four words, behind a colon, and without a sentence's punctuation. Leads that mean other things too ("Watch:",
    "Related:") then have to stand in capitals, or behind a paragraph with a headline of six words.
    """
    if lead := teased(block, view):
        yield Seen(None, (f"lead={lead}",))


@rule(
    "promo.lead-list",
    needs=Need("a lead with a list under it", lambda view: sorted(set(announced(view)))),
    effect=Effect.REMOVE,
    hits=[
        _ARTICLE.format(
            "Nobody minds.",
            "You may also like\nThe bridge that nobody wanted\n=>Ferry to run until the autumn after all",
        ),
        _ARTICLE.format("READ MORE:\n=>Ferry to run until the autumn after all", ""),
        _ARTICLE.format("=>Continue reading →", ""),
    ],
    misses=[
        _ARTICLE.format(
            "“Continue reading,” she said.", "=>Keep reading.\n\nIt was all she ever said to me about books."
        ),
        _ARTICLE.format("See also\n=>Motte and bailey castles\nRing forts of the west", ""),
        _ARTICLE.format("Recommended\n=>Deck temperature at 245 °C\nVault temperature at 230 °C", ""),
        "You may also like\n=>Motte and bailey castles\nRing forts of the west",
    ],
)
def lead_list(block: Block, view: View) -> Iterator[Seen]:
    """Removes a lead that stands alone ("You may also like", "Most read") with the headlines under it, and a lead as a button.

    What stands under it must be links or, where links are lost, lines shaped as headlines, two or more; the list ends
    where the text goes on. A reference work's "See also" is its author's, and a page without paragraphs may be a list itself.
    """
    yield WHOLE


@rule(
    "promo.related",
    needs=marked("related"),
    effect=Effect.REMOVE,
    hits=[
        "<p>The moor is quiet now, and the last visitors have left.</p><div class='related-posts'><h3>More</h3><a href='/a'>=>Bees return to the moor</a></div>"
    ],
    misses=[
        "<div class='related'><p>=>Related to the badger, the wolverine is larger and lives further north.</p></div>"
    ],
)
def related(block: Block, view: View) -> Iterator[Seen]:
    """Removes links and headings inside a container that markup calls related, recommended or most read."""
    if mostly_linked(block) or block.flags.heading or len(block.text) < TEASER:
        yield WHOLE


@rule(
    "promo.newsletter",
    needs=either(phrases("newsletter"), phrases("newsletter-word"), marked("newsletter")),
    effect=Effect.REMOVE,
    hits=[
        "Sign up for our newsletter and get the week's best stories on Friday.",
        "Enjoying this? Join our free weekly newsletter.",
        "Join 40,000 readers who start the day with our briefing. No spam, ever.",
        "Erhalten Sie unsere besten Geschichten jeden Morgen in Ihrem Postfach.",
        f"{_LONG} =>Join the 40,000 readers of our free Tuesday mailing list.",
        "<p>The moor is quiet now, and the last visitors have left.</p><form class='newsletter-signup'><p>=>Every Friday, free.</p></form>",
    ],
    misses=[
        "In 2011 the party asked its members to sign up for our newsletter campaign, as it was called, and forty "
        "thousand did so within a week, which nobody at headquarters had expected; the printing alone cost more than "
        "the whole of the previous campaign, and the post office in the village had to hire two men to carry the bags.",
        "We sent the minutes to our mailing list, and nobody answered.",
        "Open the settings and enter the email address of the person you want to invite.",
        "“Subscribe to our newsletter,” said the parrot, and looked at me with one eye.",
        f"{_LONG} =>He asked them to join the readers of our mailing list.",
    ],
)
def newsletter(block: Block, view: View) -> Iterator[Seen]:
    """Removes prompts to subscribe to letters: a short block in their words, or anything short in a sign-up box.

    A quoted prompt is spoken about, and where a page is about newsletters their words mean nothing.
    """
    if block.index in view.marked.get("newsletter", ()) and len(block.text) <= PROMPT:
        yield WHOLE
    else:
        yield from prompts(block, view, "newsletter", "newsletter-word")


@rule(
    "promo.app",
    needs=either(phrases("app"), phrases("app-word")),
    effect=Effect.REMOVE,
    hits=[
        "Download our app",
        "Get the Moor News app: free on the App Store and Google Play",
        _ARTICLE.format("=>Get it on Google Play", ""),
    ],
    misses=[
        "The council has an app for that, and nobody in the valley has a telephone that runs it.",
        "“Download our app,” said the machine at the gate, and would not let us pass.",
        "We took the application to the office on a Monday, as we had been told to.",
    ],
)
def app(block: Block, view: View) -> Iterator[Seen]:
    """Removes prompts to install the site's app: a short block in their words. A page about apps keeps them."""
    yield from prompts(block, view, "app", "app-word")


@rule(
    "promo.donate",
    needs=either(phrases("donate"), phrases("donate-word")),
    effect=Effect.REMOVE,
    hits=[
        "Support independent journalism. Become a member today from £3 a month.",
        "The Moor News is reader-funded. Make a one-off contribution now and help us report.",
    ],
    misses=[
        "We raised our membership fee in May to £3 a month, and two families left us.",
        "“Become a member,” said the sign over the bar, and under it somebody had written of what.",
        "The readers' donations kept our journalism alive for a winter and no longer.",
        "Kommen Sie am ersten Sonntag im Monat, dann läuft unsere Dampfmaschine.",
    ],
)
def donate(block: Block, view: View) -> Iterator[Seen]:
    """Removes prompts to give money or become a member: a short block in their words. A page about giving keeps them."""
    yield from prompts(block, view, "donate", "donate-word")


@rule(
    "promo.follow",
    needs=either(phrases("follow"), phrases("follow-word")),
    effect=Effect.REMOVE,
    hits=["Follow us on Facebook, Instagram and X for more stories like this."],
    misses=[
        "Follow us on the map from the inn to the ford, and from there along the wall, a day's walk in dry weather.",
        "We took to Instagram in May, and by June we had four followers, three of them our aunts.",
    ],
)
def follow(block: Block, view: View) -> Iterator[Seen]:
    """Removes prompts to follow the site elsewhere: a line of nothing else, or a call in which the site names a service."""
    spans = view.phrases.get("follow", {}).get(block.index)
    if spans and is_phrase(block, spans):
        yield WHOLE
    else:
        yield from prompts(block, view, "", "follow-word")


@rule(
    "promo.subscription",
    needs=phrases("edition-word"),
    effect=Effect.REMOVE,
    hits=["Subscribe to our digital edition for 99p and read tomorrow's paper tonight."],
    misses=[
        "The digital edition was our own idea, and nobody at the paper thanked us for it.",
        "“Subscribe to our digital edition,” said the boy at the door, and held out the printed one.",
    ],
)
def subscription(block: Block, view: View) -> Iterator[Seen]:
    """Removes calls of a paper to buy or try it: a short block in their words."""
    yield from prompts(block, view, "", "edition-word")


@rule(
    "promo.shop",
    needs=phrases("shop-word"),
    effect=Effect.REMOVE,
    hits=["Discover lanterns, maps and moor honey. Visit our online shop today!"],
    misses=[
        "Our online shop has closed for the winter, since the post does not come to the moor then.",
        "We had a gift shop once, and visitors bought postcards of other moors in it.",
        "Explore our collection of 300 lanterns in the east wing.",
    ],
)
def shop(block: Block, view: View) -> Iterator[Seen]:
    """Removes calls to buy in the site's own shop: a short block in their words. A page that sells keeps them."""
    yield from prompts(block, view, "", "shop-word")


@rule(
    "promo.episode",
    needs=phrases("episode-word"),
    effect=Effect.REMOVE,
    hits=["Listen to the whole talk in our podcast, wherever you like to hear such things."],
    misses=[
        "The last episode of our show was never sent, and the tape is lost.",
        "Listen to the podcast of the warden's son if you can find it.",
    ],
)
def episode(block: Block, view: View) -> Iterator[Seen]:
    """Removes calls to hear or see what the site sends: a short block in their words. A page about podcasts keeps them."""
    yield from prompts(block, view, "", "episode-word")


@rule(
    "promo.offer",
    needs=phrases("offer-word"),
    effect=Effect.REMOVE,
    hits=[
        "Save 87% today with our exclusive voucher code HELLO27",
        "Limited-time offer: 65% off annual plans. Shop now",
    ],
    misses=[
        "The voucher code on the back of the packet was the same for everyone, and for a week nobody noticed.",
        "We gave our guests a discount of ten per cent, and half of them gave it back.",
    ],
)
def offer(block: Block, view: View) -> Iterator[Seen]:
    """Removes coupons and bargains: a short call with two of their words, a code among them."""
    yield from offers(block, view)


@rule(
    "promo.event",
    needs=phrases("event-word"),
    effect=Effect.REMOVE,
    hits=[
        "Join us on 10 September for our annual conference in Dundee. Book your tickets now.",
        "Free webinar on 10 September 2024: register today, places are limited.",
        "Meet the team at our open evening in Wrexham – reserve your seat.",
    ],
    misses=[
        "Join us for the walk on Sunday if the weather holds; we leave from the inn at nine, and dogs are welcome.",
        "We had tickets for our first conference in May, and they were never collected.",
    ],
)
def event(block: Block, view: View) -> Iterator[Seen]:
    """Removes plugs of the site's own events: a short call to book or register that speaks of "us" and names an event.

    A page about an event says so in its title or in several paragraphs, and keeps its calls.
    """
    yield from plugs(block, view)


@rule(
    "promo.sponsored",
    needs=either(phrases("sponsored"), phrases("sponsored-by")),
    effect=Effect.REMOVE,
    hits=[
        "Sponsored content",
        "Promoted by Moor News Partners",
        "Advertorial: Five mistakes nearly everybody makes with sourdough",
    ],
    misses=[
        "- Branded Content: Design photo stations and testimonial booths that generate authentic assets.",
        "Sponsored content made up a third of what the paper printed that year.",
        "Promoted by General Ashcombe",
        "Promoted posts, she said, are seen by people who never asked.",
    ],
)
def sponsored(block: Block, view: View) -> Iterator[Seen]:
    """Removes a mark of paid content: a line that is nothing else, one with a headline or a site's name behind it, or a whole sentence of it."""
    if len(block.text) <= _LABEL and is_sponsored(block, view):
        yield WHOLE


@rule(
    "promo.player",
    needs=either(
        phrases("player"),
        Need(
            "a player's clock",
            lambda view: [b.index for b in view.having(":") if len(b.text) <= _PLAYER and _CLOCK.fullmatch(b.text)],
        ),
    ),
    effect=Effect.REMOVE,
    hits=["Listen to this article", "Listen to this article · 6 min", "0:00 / 12:34"],
    misses=[
        "12:34",
        "Listen to this story, said my grandmother, and remember who told it to you.",
        "<table><tr><td>=>0:40 / 1:20</td><td>Smith</td></tr></table>",
    ],
)
def player(block: Block, view: View) -> Iterator[Seen]:
    """Removes what an audio or video player leaves behind: its button alone or with a length, and its clock."""
    spans = view.phrases.get("player", {}).get(block.index)
    if block.flags.cell or len(block.text) > _LABEL:
        return
    if not spans or is_phrase(block, spans) or (begins(block, spans[0]) and _LENGTH.match(block.text, spans[-1][1])):
        yield WHOLE


@rule(
    "promo.disclosure",
    needs=phrases("disclosure"),
    effect=Effect.REMOVE,
    hits=["This post contains affiliate links, and we may earn a commission if you buy through them."],
    misses=[
        "The committee heard that a vendor may earn a commission on each sale, and that most of them earn nothing else; "
        "the affiliate links that the newspapers wrote of were, the witness said, a small part of the business, and one "
        "that the firm had wanted to close since 2015. Members asked twice for the figures, and were promised them.",
        "<ul><li><a href='/d'>=>Affiliate disclosure</a></li></ul>",
    ],
)
def disclosure(block: Block, view: View) -> Iterator[Seen]:
    """Removes a site's disclosure of its interests, where a policy asks for it (only `precision` does)."""
    if len(block.text) <= PROMPT and not mostly_linked(block):
        yield WHOLE
