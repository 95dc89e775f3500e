"""Notes about the whole page. They remove nothing; they feed the page's kind, the claims and the junk score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.evidence.registry import Seen, page_rule
from cleaner.evidence.signs.wholes import EXPLAINED, doors, is_known, looks, says, shell, vendors, wall
from cleaner.evidence.view import View
from cleaner.model import Finding


@page_rule(
    "page.forum",
    hits=["<div class='postbody'><p>=>Has anyone tried the new firmware?</p></div><div class='postbody'>Yes.</div>"],
    misses=["<div class='post-body'><p>=>The forum in Rome was a market before it was anything else.</p></div>"],
)
def forum(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """The page is a forum's topic, by the names in its markup or by its address: what readers write is its content."""
    if view.forum:
        yield Seen(None, view.forum)


@page_rule(
    "page.dressed-title",
    hits=[
        "<title>Old harbour bridge to close until spring (2025)</title><h1>Old harbour bridge to close until spring</h1>"
        "<p>=>It closes on Monday.</p><p>Old harbour bridge to close until spring (1)</p><p>Divers found cracks.</p>"
    ],
    misses=["<title>The Salt Orchard (2021)</title><h1>The Salt Orchard (2021)</h1><p>=>A film about salt makers.</p>"],
)
def dressed_title(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """The title that the page declares is dressed by a farm, though no block shows it (see `seo.title-suffix`)."""
    if view.farm.title and view.farm.declared and not view.farm.suffixes:
        yield Seen(None, (f"title={view.farm.title}", f"suffix={view.farm.declared}"))


@page_rule(
    "page.parked",
    hits=[
        "<title>moor.example</title><h1>=>This domain is for sale</h1><p>Buy this domain. The domain owner is asking for offers.</p>"
    ],
    misses=[
        "A page that says “This domain is for sale” and nothing else is parked. We looked at nine hundred of them, wrote to "
        "their owners, and asked what they were waiting for. Most of them wanted money. Some had forgotten that they owned a "
        "domain at all, among them two ministries and a school. One sent us a photograph of the moor, on which he had written "
        "that this was what he would have shown there, if anybody had ever asked him, and that nobody had. We bought it."
    ],
)
def parked(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """The page is a domain without a site: it says that it is for sale, parked or expired, and little else."""
    if said := (*says(view, "parked"), *looks(view, "parked")):
        yield Seen(None, said)


@page_rule(
    "page.soft-404",
    hits=[
        "<h1>=>Page not found</h1><p>The page you are looking for may have been removed.</p><p><a href='/'>Home</a></p>"
    ],
    misses=["=>Found on Orrin Street: one glove. The page you are looking for is in the visitors' book, under M."],
)
def soft_404(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """The page says that it is not there, and little else."""
    if said := (*says(view, "soft-404"), *looks(view, "soft-404")):
        yield Seen(None, said)


@page_rule(
    "page.challenge",
    hits=[
        "<title>Just a moment...</title><h1>moor.example</h1><h2>=>Checking if the site connection is secure</h2>"
        "<p>moor.example needs to review the security of your connection before proceeding.</p>"
    ],
    misses=["=>Just a moment, she said, and went to look for the key."],
)
def challenge(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """The page is a wall against robots: it checks who is there, and shows little else."""
    if said := (
        *(tuple(says(view, "challenge")) or says(view, "challenge", least=2, besides=EXPLAINED)),
        *vendors(view),
        *looks(view, "bot-challenge"),
    ):
        yield Seen(None, said)


@page_rule(
    "page.script-shell",
    hits=["<noscript>=>You need to enable JavaScript to run this app.</noscript><div id='root'></div>"],
    misses=[
        "<p>=>You need to enable JavaScript in the kiosk's browser, or nothing is shown on it but the time of day, the tide, and who is on the boat this week.</p>"
    ],
)
def script_shell(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """The page shows nothing until scripts have run: next to no text, and a notice that they are needed, or a place for
    what they make."""
    if said := tuple(shell(view)):
        yield Seen(None, said)


@page_rule(
    "page.consent-wall",
    hits=[
        "<h1>=>We value your privacy</h1><p>We and our partners store and/or access information on a device.</p>"
        "<p>Accept and continue</p><p>Continue without accepting</p>"
    ],
    misses=[
        "<p>=>We value your privacy, said the postman, and read the card aloud.</p><p>Accept and continue, said the dog.</p>"
    ],
)
def consent_wall(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """The page asks for consent before it shows anything else."""
    if said := (*says(view, "consent-wall", least=3), *looks(view, "consent-wall")):
        yield Seen(None, said)


@page_rule(
    "page.paywall-stub",
    hits=[
        "<h1>The bridge</h1><p>The bridge will close on Monday, and nobody knows for how long.</p><p>=>Subscribe to continue reading</p>"
    ],
    misses=[
        "=>Subscribers only had to wait: by noon the shop was theirs, and by one there was nothing left in it but string."
    ],
)
def paywall_stub(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """The page stops soon, where those go on who pay."""
    if said := (*wall(view), *looks(view, "paywall-stub")):
        yield Seen(None, said)


@page_rule(
    "page.server-default",
    hits=["<h1>=>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed.</p>"],
    misses=["=>This site is temporarily unavailable, and so is Maeve. She has broken her wrist on the library steps."],
)
def server_default(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """The page is what a server, a framework or a host shows of itself."""
    if said := (*says(view, "server-default"), *looks(view, "server-default")):
        yield Seen(None, said)


@page_rule(
    "page.empty-search",
    hits=["<h1>Search</h1><p>=>No results found</p>"],
    misses=["=>There were no results found in the second year either, and the grant was not renewed."],
)
def empty_search(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """The page is a search that found nothing."""
    if said := tuple(says(view, "empty-search")):
        yield Seen(None, said)


@page_rule(
    "page.access-denied",
    hits=["<h1>=>Access Denied</h1><p>You don't have permission to access this page on this server.</p>"],
    misses=[
        "=>Access denied, it said on the door, and under it somebody had written: try the window, it is never shut."
    ],
)
def access_denied(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """The page says that the visitor may not see it, and little else; walls against robots and servers say so too, and are known as these."""
    if (said := tuple(says(view, "access-denied"))) and not is_known(view, besides="soft-404"):
        yield Seen(None, said)


@page_rule(
    "page.doorway",
    hits=["".join(f"<p><a href='/{n}'>{'=>' if not n else ''}Emergency plumber in Town{n}</a></p>" for n in range(30))],
    misses=[
        "".join(
            f"<p><a href='/{n}'>{'=>' if not n else ''}Chapter {n}: of the sea, part {n}</a></p>" for n in range(12)
        )
    ],
)
def doorway(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """The page is a list of doors: links of one pattern, each with another place's name, and little else."""
    if pattern := doors(view):
        yield Seen(None, (f"pattern={pattern}",))
