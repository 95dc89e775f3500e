"""What readers write under a page, and what asks them to. On a forum it is the content (the policy's `comments`)."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evidence.registry import Seen, either, marked, phrases, rule
from cleaner.evidence.text import begins, is_phrase
from cleaner.evidence.view import View
from cleaner.model import Block, Effect

# A prompt for comments is a line (characters).
_PROMPT = 160


@rule(
    "comments.thread",
    needs=marked("comments"),
    effect=Effect.REMOVE,
    hits=["<article><p>The moor is quiet.</p></article><ol class='comment-list'><li>=>Lovely, thank you!</li></ol>"],
    misses=["<div class='commentary'><p>=>The commentary on the Psalms fills four volumes.</p></div>"],
)
def thread(block: Block, view: View) -> Iterator[Seen]:
    """Removes the thread of comments, by its container. Container names are whole and mean nothing else."""
    if not block.flags.unseen:
        yield Seen()


@rule(
    "comments.prompt",
    needs=either(phrases("comments"), phrases("comment-form")),
    effect=Effect.REMOVE,
    hits=["Leave a Reply", "Your email address will not be published. Required fields are marked *"],
    misses=[
        "She would leave a comment in the margin of every page, in green, and he would rub it out.",
        "Leave a comment below and tell me what you would plant.",
        "Add a comment to the ticket, and close it only when the customer has answered.",
    ],
)
def prompt(block: Block, view: View) -> Iterator[Seen]:
    """Removes lines of the comment form: its headings and labels, which say nothing else, and its own sentences."""
    if block.index in view.phrases.get("comment-form", ()):
        if len(block.text) <= _PROMPT and begins(block, view.phrases["comment-form"][block.index][0]):
            yield Seen()
    elif is_phrase(block, view.phrases["comments"][block.index]):
        yield Seen()


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
        yield Seen()


@rule(
    "comments.meta",
    needs=marked("post-meta"),
    effect=Effect.REMOVE,
    hits=[
        "<div class='post'><div class='postprofile'>=>valvewright</div><div class='postbody'>Shut both valves.</div></div>"
    ],
    misses=["<p>Read <cite>=>The Warm House</cite> by L. Hartgrove, if you can find it.</p>"],
)
def meta(block: Block, view: View) -> Iterator[Seen]:
    """Removes what stands around a forum's posts: names of members, dates, counters, signatures, headers of quotes."""
    if view.forum and not (block.flags.heading or len(block.text) > _PROMPT):
        yield Seen()
