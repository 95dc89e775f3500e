"""Is this page a forum's topic? By the names in its markup, or by its address."""

from __future__ import annotations

import re

from cleaner.model import Tree

# Names that forum software gives its pages and posts: phpBB, vBulletin, XenForo, Discourse, bbPress, SMF, MyBB, Invision,
# NodeBB, Flarum, Vanilla, Stack Exchange, Lithium.
_NAMES = frozenset(
    "phpbb postbody viewtopic postprofile vbulletin postbit postbitlegacy p-body-pageContent message--post bbWrapper "
    "block-body--message topic-post topic-body bbp-topic bbp-reply-content bbpress bbp-reply forum-post forumpost "
    "ipsComment_content ipsTopic_title cPost PostStream PostStream-item post_wrapper smf_post discussion-post "
    "forum-thread thread-post lia-message-body topic-replies js-post-body".split()
)
_ADDRESS = re.compile(
    r"/(?:forums?|board|community/t|discussions?)/|viewtopic\.php|showthread\.php|[?&]topic=\d|/threads?/[^/]+|/t/[^/]+/\d+",
    re.IGNORECASE,
)


def forum_signs(tree: Tree, url: str | None) -> tuple[str, ...]:
    """What says that the page is a forum's topic, each as a short text; none where nothing does."""
    names = {name for classes in set(tree.classes) for name in classes}.union(filter(None, tree.ids))
    if found := sorted(names & _NAMES):
        return tuple(f"name={name}" for name in found)
    match = _ADDRESS.search(url or "")
    return (f"address={match[0]}",) if match else ()
