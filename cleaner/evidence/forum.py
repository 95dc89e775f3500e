"""Is this page a forum's topic? By the names in its markup, its declared type, or its address."""

from __future__ import annotations

import re

from cleaner.model import Page, Tree

# Names that forum software gives its pages and posts: phpBB, vBulletin, XenForo, Discourse, bbPress, SMF, MyBB, Invision,
# NodeBB, Flarum, Vanilla, Stack Exchange, Lithium.
_NAMES = frozenset(
    "phpbb postbody viewtopic postprofile vbulletin postbit postbitlegacy p-body-pageContent message--post bbWrapper "
    "block-body--message topic-post topic-body bbp-topic bbp-reply-content bbpress bbp-reply forum-post forumpost "
    "ipsComment_content ipsTopic_title cPost PostStream PostStream-item post_wrapper smf_post discussion-post "
    "ipsApp ipsEntry crawler-post ThreadView DiscussionBoard-message comments_subtree commentarea comment-node forum-thread thread-post lia-message-body topic-replies js-post-body".split()
)
_ADDRESS = re.compile(
    r"/(?:forums?|community/t|discussions?)/|viewtopic\.php|showthread\.php|[?&]topic=\d|/threads?/[^/]+|/t/[^/]+/\d+",
    re.IGNORECASE,
)


# Types that schema.org has for topics of a forum and for questions with their answers.
_TYPE = re.compile(r"""(?:"@type"\s*:\s*"|itemtype=["']?https?://schema\.org/)(DiscussionForumPosting|QAPage)""")


def forum_signs(page: Page, tree: Tree) -> tuple[str, ...]:
    """What says that the page is a forum's topic, each as a short text; none where nothing does."""
    names = {name for classes in set(tree.classes) for name in classes}.union(filter(None, tree.ids))
    if found := sorted(names & _NAMES):
        return tuple(f"name={name}" for name in found)
    if "DiscussionForumPosting" in page.text or "QAPage" in page.text:
        if types := sorted(set(_TYPE.findall(page.text))):
            return tuple(f"type={name}" for name in types)
    match = _ADDRESS.search(page.source.url or "")
    return (f"address={match[0]}",) if match else ()
