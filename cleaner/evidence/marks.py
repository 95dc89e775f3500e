"""Conventions of markup: what a class, an id, a role or a tag says of everything inside it.

Only whole names count ("comments", never "comments-open" or "has-comments"), and only such as mean one thing
wherever they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from cleaner.model import Tree

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
_BY_NAME = {name.lower(): mark for mark, names in _NAMES.items() for name in names.split()}
_BY_ROLE = {"navigation": "nav", "contentinfo": "footer"}
_BY_TAG = {
    "nav": "nav",
    "cite": "post-meta",
    "footer": "footer",
    "figcaption": "caption",
    "article": "article",
    "main": "main",
}
_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def _own(tag: str, identity: str | None, classes: tuple[str, ...], role: str | None) -> frozenset[str]:
    names = [name.lower() for name in classes]
    if identity:
        names.append(identity.lower())
    found = {_BY_NAME[name] for name in names if name in _BY_NAME}
    if role in _BY_ROLE:
        found.add(_BY_ROLE[role])
    if tag in _BY_TAG:
        found.add(_BY_TAG[tag])
    return frozenset(found) if found and tag not in ("html", "body") else _NOTHING


def marks_of(tree: Tree) -> Sequence[frozenset[str]]:
    """For each element the marks it stands in, its own among them (row by row of the tree's columns)."""
    inside: list[frozenset[str]] = []
    columns = zip(tree.tags, tree.ids, tree.classes, tree.roles, tree.parents, strict=True)
    for tag, identity, classes, role, parent in columns:
        outer = inside[parent] if parent >= 0 else _NOTHING
        named = identity or classes or role or tag in _BY_TAG
        own = _own(tag, identity, classes, role) if named else _NOTHING
        inside.append(outer | own if own else outer)
    return inside
