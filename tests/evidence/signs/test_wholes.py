"""Pages that say what they are, in little text: each is told, and no other page is told to be one."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.evaluate.datasets import load
from cleaner.pipeline import clean
from tests.shared import WCXB, needs_data

MENU = "<nav><a href='/'>Home</a> <a href='/news'>News</a> <a href='/shop'>Shop</a></nav>"
FOOTER = "<footer><p>© 2024 Moor News. All rights reserved.</p></footer>"
PAGES = {
    "page.parked": [
        f"<title>moor.example</title><h1>moor.example</h1><p>This domain may be for sale by its owner.</p>{FOOTER}",
        "<title>moor.de</title><h1>moor.de</h1><h2>Diese Domain steht zum Verkauf</h2><p>Jetzt anfragen</p>",
    ],
    "page.soft-404": [
        f"<title>Page not found - Moor News</title>{MENU}<h1>404</h1><h2>Page not found</h2><p>Sorry, the page you were "
        f"looking for has been moved or deleted.</p><p><a href='/'>Back to the front page</a></p>{FOOTER}",
        f"<title>Seite nicht gefunden</title>{MENU}<h1>Seite nicht gefunden</h1><p>Die gesuchte Seite gibt es nicht.</p>",
    ],
    "page.challenge": [
        "<title>Just a moment...</title><h1>moor.example</h1><p>Verifying you are human. This may take a few seconds.</p>"
        "<p>moor.example needs to review the security of your connection before proceeding.</p><p>Ray ID: 8a7b6c5d</p>",
        "<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1><h2>Please complete the "
        "security check to access moor.example</h2><p>Cloudflare Ray ID: 8a7b6c5d</p>",
    ],
    "page.script-shell": [
        "<title>Moor</title><div id='root'></div><script src='a.js'></script>",
        "<title>Moor</title><noscript>You need to enable JavaScript to run this app.</noscript><div></div>",
    ],
    "page.server-default": [
        "<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is "
        "successfully installed and working. Further configuration is required.</p><p>Thank you for using nginx.</p>",
        "<title>503</title><h1>Service Unavailable</h1><p>Error establishing a database connection</p>",
    ],
    "page.access-denied": [
        "<title>Access Denied</title><h1>Access Denied</h1><p>You don't have permission to access this page.</p>",
    ],
    "page.empty-search": [
        f"{MENU}<h1>Search results for “heather”</h1><p>Sorry, but nothing matched. No results found.</p>{FOOTER}",
    ],
}
CASES = [
    pytest.param(rule, page, id=f"{rule}-{number}")
    for rule, pages in PAGES.items()
    for number, page in enumerate(pages)
]
# Pages of wcxb-dev that are what the rule says, as a reading of them confirms.
SHELLS = (
    "0585",  # an empty __next; its product stands in JSON
    "4577",  # a notice that JavaScript is needed, and nothing else
    *("4145", "4147", "4278", "4314", "4607", "4802", "4838"),  # forums' splash screens of dots
    "4681",  # the skeleton of a menu
    "4871",  # an empty element, hidden
)
CONFIRMED = {shell: {"page.script-shell"} for shell in SHELLS}
CONFIRMED["0551"] = {"page.challenge"}  # it explains itself at length
LOOKALIKES = Path(__file__).parents[2] / "lookalikes"
EVERY = 15
OTHER = {"page.forum", "page.dressed-title"}


def told(page: str | bytes) -> set[str]:
    result = clean(page, kind="html")
    return {f.rule for f in result.findings if f.block is None and f.rule.startswith("page.")} - OTHER


@pytest.mark.parametrize(("rule", "page"), CASES)
def test_page_is_told(rule: str, page: str) -> None:
    assert rule in told(page)


FERRY = "<p>The ferry does not run on the second Tuesday of the month, nor in fog.</p>"
MISTAKEN = {
    "checking-your-browser-troubleshooting": "it quotes eight phrases of a wall, and says hardly more than walls that explain themselves",
}


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(
            path, marks=[pytest.mark.xfail(reason=MISTAKEN[path.stem], strict=True)] if path.stem in MISTAKEN else []
        )
        for path in sorted(LOOKALIKES.rglob("*.html"))
    ],
    ids=lambda path: path.stem,
)
def test_page_that_explains_such_pages_is_none(path: Path) -> None:
    assert not told(path.read_bytes())


@needs_data
def test_real_page_is_none() -> None:
    dataset = load(WCXB)
    some = sorted({*dataset.ids[::EVERY], *CONFIRMED})  # all of them were looked at once
    found = {id_: rules for id_ in some if (rules := told(dataset.read(id_).payload))}
    assert found == CONFIRMED


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<title>Moor</title><div id='root'></div><script src='a.js'></script>", "script-shell"),
        ("<title>Moor</title><div></div>", "no-content"),
    ],
)
def test_reason_of_an_empty_page(page: str, reason: str) -> None:
    result = clean(page, kind="html")
    assert (result.status, result.reason) == ("empty", reason)


NOTHING = "<title>Moor</title><div class='splash'>" + "<div class='dot'></div>" * 90 + "</div>"


def test_a_page_of_whose_long_source_nothing_is_seen_waits_for_scripts_that_are_gone() -> None:
    assert told(NOTHING) == {"page.script-shell"}
    assert not told(NOTHING.replace("</title>", "</title><img src='moor.jpg'>"))
    assert not told(NOTHING + "<p hidden>Ferries, and who is on them this week</p>")
    assert "page.script-shell" not in told(f"{NOTHING}{FERRY}")


@pytest.mark.xfail(
    reason="a sentence with a not in it, alone on a page, has a chance of 0.18 to be a wall's", strict=True
)
def test_a_sentence_under_an_empty_splash_is_no_wall() -> None:
    assert not told(f"{NOTHING}{FERRY}")


def test_a_page_that_asks_for_another_browser_needs_no_script() -> None:
    asks = "<title>Moor desk</title><h1>Your browser is out of date</h1><p>Install the latest version of Chrome, Edge or Firefox, then reload.</p>"
    assert told(asks) == {"page.script-shell"}
    assert not told(
        "<title>Moor desk</title><h1>Ferries on Tuesday</h1><p>The first leaves at six, the last at nine.</p>"
    )


def test_a_wall_may_explain_itself_at_length() -> None:
    reason = (
        "<p>Somebody sends more robots to this site than it can bear, and until they stop we look at who is there.</p>"
    )
    wall = f"<title>Making sure you're not a bot!</title><h1>Making sure you're not a bot!</h1>{reason * 8}"
    assert told(f"{wall}<p>Protected by Anubis</p>") == {"page.challenge"}


def test_an_essay_that_quotes_a_wall_is_none() -> None:
    essay = (
        "<title>Walls that ask who you are</title><h1>Walls that ask who you are</h1><p>Making sure you're not a bot! Since March the forum "
        "of our rowing club greets everybody so, and my mother wrote to ask what she had done.</p><p>She had done nothing. The forum stood "
        "still for two days because programs from all over the world read every post on oars since 2004, again and again, and the treasurer "
        "would not pay for a bigger server.</p><p>So Henk put a wall in front of it, which has the visitor's machine do a sum. Mine takes "
        "two seconds; hers, which is from 2011, takes long enough to put the kettle on.</p><p>I do not mind the sum. I mind that nobody asked.</p>"
    )
    assert not told(essay)


def test_access_denied_by_a_wall_is_no_missing_page() -> None:
    wall = "<title>Access denied</title><h1>Access denied</h1><p>Our firewall took your browser for a robot. Solve the captcha to go on.</p>"
    assert told(wall) == {"page.challenge"}
