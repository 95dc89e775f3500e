"""Is this page a forum's topic? By the names in its markup, its declared type, or its address."""

from __future__ import annotations

import re
from collections.abc import Set

from cleaner.model import Page

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
# So short a word of common letters a regex finds sooner in a page of markup than `in` does, the longer one later.
_QUESTIONS = re.compile("QAPage")


def forum_signs(page: Page, names: Set[str]) -> tuple[str, ...]:
    """What says that the page is a forum's topic, each as a short text; none where nothing does.

    :param names: all classes and ids of the page.
    """
    if found := sorted(names & _NAMES):
        return tuple(f"name={name}" for name in found)
    if "DiscussionForumPosting" in page.text or _QUESTIONS.search(page.text):
        if types := sorted(set(_TYPE.findall(page.text))):
            return tuple(f"type={name}" for name in types)
    match = _ADDRESS.search(page.source.url or "")
    return (f"address={match[0]}",) if match else ()
