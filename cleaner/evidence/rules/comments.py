"""What readers write under a page, and what asks them to. On a forum it is the content (the policy's `comments`)."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evidence.registry import WHOLE, Need, Seen, either, marked, rule
from cleaner.evidence.signs.furniture.standing import encloses, lines
from cleaner.evidence.signs.ranks import ranked_forms, ranked_threads
from cleaner.evidence.signs.threads import counters, form_labels, threads
from cleaner.evidence.view import View
from cleaner.model import Block, Effect

# A prompt for comments is a line (characters).
_PROMPT = 160
# An article before a thread, in the examples.
ARTICLE = (
    "The ferry across the estuary has run since 1911, and for most of that time it has run at a loss. In March the council "
    "asked what it would cost to stop. The answer, in a report of forty pages, was that nobody knew: the bridge is nine "
    "miles up the river, and the buses over it do not run on Sundays. The report will be read again in the autumn, when the "
    "figures for the summer are in, and until then the ferry will run on as it always did.\n\n"
)


@rule(
    "comments.thread",
    needs=either(
        marked("comments"),
        Need("names with dates and texts under a heading", threads),
        Need("blocks of one shape that begin with names and dates", ranked_threads),
    ),
    effect=Effect.REMOVE,
    hits=[
        "<article><p>The moor is quiet.</p></article><ol class='comment-list'><li>=>Lovely, thank you!</li></ol>",
        ARTICLE + "2 Comments\n\nAda Fenn says:\n\n=>Lovely, thank you!\n\nReply\n\nTom Brack says:\n\nFirst!",
        ARTICLE + "Comments (1)\n\n=>Ada Fenn | 4 May 2024 Lovely, thank you!",
        f"<p>{ARTICLE}</p><ul><li>=>Lovely, thank you!</li><li>Ada Fenn | 4 May 2024 First!</li><li>Tom Brack | 5 May 2024 Second!"
        "</li></ul><p>Leave a reply</p><p>It is dusk on the estuary now, and the ferry lies at its quay.</p>",
    ],
    misses=[
        "<div class='commentary'><p>=>The commentary on the Psalms fills four volumes.</p></div>",
        f"<p>{ARTICLE}</p><h3>1 comment</h3><p>Ada Fenn | 4 May 2024</p><h2>=>What the ferry cost</h2><p>{ARTICLE}</p>",
        ARTICLE + "Comments (1,204)\n\n=>I sorted them by hand, on index cards. A fifth were about the bypass.",
        "=>Ada Fenn, 4 May 2024\n\nThe gate was open.\n\nTom Brack, 5 May 2024\n\nIt is shut again.",
        f"<p>{ARTICLE}</p><ul><li>=>Ada Fenn, 4 May 2024: the gate was open.</li><li>Tom Brack, 5 May 2024: it was shut again."
        "</li><li>Ada Fenn, 6 May 2024: it was open.</li></ul>",
        f"<p>{ARTICLE}</p><p>=>Ada Fenn said on 4 May 2024 that the gate was open.</p><p>Ada Fenn | 4 May 2024</p><p>Leave a reply</p>",
    ],
)
def thread(block: Block, view: View) -> Iterator[Seen]:
    """Removes the thread of comments: by its container, whose names are whole and mean nothing else; or behind an article,
    under a heading of comments, by names with dates, verbs and buttons, and the texts between them; or by its shape: blocks in a
    row that nothing before them is like, half of which begin so, beside a line that asks for comments."""
    inside = block.index in view.marked.get("comments", ())
    if not block.flags.unseen and not (inside and encloses(view, "comments")):
        yield WHOLE


@rule(
    "comments.prompt",
    needs=lines("comments", "comment-form"),
    effect=Effect.REMOVE,
    hits=["Leave a Reply", "Your email address will not be published. Required fields are marked *"],
    misses=[
        "She would leave a comment in the margin of every page, in green, and he would rub it out.",
        "Leave a comment below and tell me what you would plant.",
        "Add a comment to the ticket, and close it only when the customer has answered.",
    ],
)
def prompt(block: Block, view: View) -> Iterator[Seen]:
    """Removes lines of the comment form and its buttons: headings which say nothing else, and its own sentences."""
    yield WHOLE


@rule(
    "comments.count",
    needs=Need("a number of comments around the text", counters),
    effect=Effect.REMOVE,
    hits=["=>12 comments\n\n" + ARTICLE, ARTICLE + "=>8 thoughts on “The ferry”"],
    misses=["Comments: twelve of them, all of them from the same man.", "There were 12 comments on the plan."],
)
def count(block: Block, view: View) -> Iterator[Seen]:
    """Removes the number of comments that stands over or under a text."""
    yield WHOLE


@rule(
    "comments.labels",
    needs=either(
        Need("labels of a form beside its sentences", form_labels),
        Need("lines beside a form's sentences", ranked_forms),
    ),
    effect=Effect.REMOVE,
    hits=[
        ARTICLE + "Leave a Reply\n\n=>Name *\n\nEmail *\n\nWebsite",
        f"<p>{ARTICLE}</p><form><h3>Leave a Reply</h3><p>=>Whose words are these?</p><p>Your email address will not be published."
        "</p></form>",
    ],
    misses=[
        "=>Name\n\nWebsite",
        ARTICLE + "=>Name\n\nEmail",
        f"<form><h3>Leave a Reply</h3><p>=>{ARTICLE}</p><p>Your email address will not be published.</p></form>",
        f"<p>{ARTICLE}</p><form><h3>Find your ferry</h3><p>=>From which quay?</p><p>Leave a Reply</p></form>",
    ],
)
def form_label(block: Block, view: View) -> Iterator[Seen]:
    """Removes the labels of the fields of a comment form, under its heading or its sentences; and what stands in one element
    or in one row with two such lines, if it is short."""
    yield WHOLE


@rule(
    "comments.post",
    needs=marked("post"),
    effect=Effect.PROTECT,
    hits=["<div class='post'><div class='postbody'><p>=>Has anyone tried the new firmware?</p></div></div>"],
    misses=[
        "<div class='post-body'><p>=>The forum in Rome was a market before it was anything else.</p></div>",
    ],
)
def post(block: Block, view: View) -> Iterator[Seen]:
    """Protects what a forum's members write, by the names that forum software gives the body of a post.

    Safe alone because the page must be a forum's, and such a name stands around nothing but posts. The policy's `comments`
    decides whether it counts.
    """
    around = any(block.index in view.marked.get(mark, ()) for mark in ("post-meta", "share", "newsletter"))
    if view.forum and not around and not block.flags.unseen:
        yield WHOLE


@rule(
    "comments.meta",
    needs=marked("post-meta"),
    effect=Effect.REMOVE,
    hits=[
        "<div class='post'><div class='postprofile'>=>valvewright</div><div class='postbody'>Shut both valves.</div></div>",
    ],
    misses=[
        "<p>Read <cite>=>The Warm House</cite> by L. Hartgrove, if you can find it.</p>",
    ],
)
def meta(block: Block, view: View) -> Iterator[Seen]:
    """Removes what stands around a forum's posts: names of members, dates, counters, signatures, headers of quotes."""
    if view.forum and not (block.flags.heading or len(block.text) > _PROMPT):
        yield WHOLE
