"""Conventions of markup: what a class, an id, a role or a tag says of everything inside it.

Only whole names count ("comments", never "comments-open" or "has-comments"), and only such as mean one thing
wherever they stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import compress, count

from cleaner.model import Span, Tree

_NAMES: dict[str, str] = {
    "comments": "comments comment-list commentlist comment-respond respond comments-area commentform comment-form "
    "comments-section comments-wrapper comment-section comments-list comment-body comment-content disqus_thread "
    "fb-comments livefyre reader-comments user-comments article-comments post-comments comments-container "
    "commentarea wpdiscuz wpd-threads isso-thread giscus utterances kommentare commentaires comentarios commenti",
    "author-box": "author-box author-bio author-info about-author about-the-author author-description "
    "post-author-box author-card entry-author author-profile article-author-bio authorbox abh_box "
    "saboxplugin-wrap m-a-box pp-multiple-authors-boxes-wrapper molongui-author-box author_bio",
    "share": "share-buttons social-share share-bar sharedaddy sharing sharebar addtoany_share_save_container "
    "addthis_toolbox social-sharing article-share post-share share-links share-tools sharethis-inline-share-buttons "
    "essb_links heateor_sss_sharing_container a2a_kit ssba social-links social-icons",
    "cookies": "cookie-notice cookie-banner cookie-consent cookie-law-info-bar cookieconsent cookie-bar cc-window "
    "onetrust-consent-sdk onetrust-banner-sdk didomi-host qc-cmp2-container cmpbox gdpr-banner CybotCookiebotDialog "
    "cookiebanner eu-cookie-bar truste-consent-track consent-banner cmplz-cookiebanner moove_gdpr_cookie_info_bar",
    "breadcrumbs": "breadcrumb breadcrumbs bread-crumbs yoast-breadcrumbs rank-math-breadcrumb breadcrumb-trail",
    "pagination": "pagination pager page-links post-navigation nav-links posts-navigation wp-pagenavi paginate",
    "related": "related-posts related-articles related_posts relatedposts related-stories related-content "
    "recommended-posts recommended-articles more-stories you-may-also-like read-next also-like yarpp-related "
    "OUTBRAIN taboola trc_related_container jp-relatedposts related-news most-read most-popular trending-posts",
    "newsletter": "newsletter newsletter-signup newsletter-form mc_embed_signup subscribe-form email-signup "
    "newsletter-box newsletter-widget signup-form mailchimp-form mc4wp-form subscription-form",
    "post": "message-body bbwrapper js-post-body postcontent cooked post-body bbp-reply-content bbp-topic-content "
    "ipscomment_content post_body postbody crawler-post discussionboard-message usertext-body js-post__content-text lia-message-body-content usercontent",
    "post-meta": "crawler-post-meta crawler-post-infos post-likes postprofile signature message-signature message-attribution message-user post-date postdate post-buttons "
    "post-meta post-info author username bbcodeblock-title quotetitle ipsquote_citation post-menu post-menu-btn "
    "js-post-notices post-signature user-info usercard post-layout--left js-voting-container ipscomment_meta",
    "caption": "wp-caption-text gallery-caption image-caption photo-caption",
}
_BY_NAME: Mapping[str | None, str] = {name.lower(): mark for mark, names in _NAMES.items() for name in names.split()}
_BY_ROLE: Mapping[str | None, str] = {"navigation": "nav", "contentinfo": "footer"}
_BY_TAG: Mapping[str | None, str] = {
    "nav": "nav",
    "cite": "post-meta",
    "footer": "footer",
    "figcaption": "caption",
    "article": "article",
    "main": "main",
}


def marked_rows(
    tree: Tree, classes: Collection[tuple[str, ...]], names: Collection[str]
) -> Mapping[str, Sequence[Span]]:
    """Mark → the rows of the tree that stand inside it, as ranges in order and apart: its outermost elements.

    :param classes: the classes of its elements, each set of them once.
    :param names: all classes and ids of the tree.
    """
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for row, mark in sorted(_marks(tree, classes, names)):
        spans = found[mark]
        if tree.tags[row] not in ("html", "body") and not (spans and row < spans[-1][1]):
            spans.append((row, tree.ends[row]))
    return found


def _marks(tree: Tree, classes: Collection[tuple[str, ...]], names: Collection[str]) -> Iterator[tuple[int, str]]:
    """Every element that has marks of its own: its row with each of them."""
    # Most names of a page mean nothing here, so the columns are searched for the others only, if there are any.
    named: dict[str | None, str] = {name: _BY_NAME[low] for name in names if (low := name.lower()) in _BY_NAME}
    if named:
        apart = named.keys().isdisjoint
        telling = {names for names in classes if not apart(names)}
        for row in compress(count(), map(telling.__contains__, tree.classes)) if telling else ():
            yield from ((row, named[name]) for name in tree.classes[row] if name in named)
        yield from _rows(tree.ids, named)
    yield from _rows(tree.roles, _BY_ROLE)
    yield from _rows(tree.tags, _BY_TAG)


def _rows(column: Sequence[str | None], marks: Mapping[str | None, str]) -> Iterator[tuple[int, str]]:
    """The rows of a column whose entries are marks, with these."""
    if not marks.keys().isdisjoint(column):
        for row in compress(count(), map(marks.__contains__, column)):
            yield row, marks[column[row]]
