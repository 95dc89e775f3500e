"""What the structure of a small page says of its state."""

from __future__ import annotations

import pytest

from cleaner.evidence.states.structure import structure
from cleaner.pipeline import seen
from cleaner.source.decode import decode

HONEST = (
    "<title>Harbour museum</title><h1>Opening hours</h1><p>Open from Tuesday to Sunday, 10 to 17.</p>"
    "<p>Room 404 is on the fourth floor; tickets are at the door. Call 01632-503 or ask in person.</p>"
)


def signs(page: str) -> set[str]:
    return set(structure(seen(decode(page.encode())).view))


@pytest.mark.parametrize(
    ("page", "sign"),
    [
        ("<div id='root'></div><p>Loading</p>", "page:root"),
        ("<p>Wait</p><script src='/static/js/main.3f9a.js'></script>", "page:bundle"),
        ("<p>Wait</p><script type=module src=/x.js></script>", "page:bundle"),
        ("<p>Wait</p><script>window.__NUXT__={}</script>", "page:data"),
        ("<div class='page-spinner'>Wait</div>", "page:busy"),
        ("<p>Wait</p><noscript>Scripts, please</noscript>", "page:noscript"),
        ("<p>What is written here?</p><input name=answer>", "page:input"),
        ("<meta name=robots content='noindex, nofollow'><p>Wait</p>", "page:unlisted"),
        ("<meta http-equiv=refresh content=5><p>Wait</p>", "page:refresh"),
        ("<p>Wait</p><iframe src=/ads></iframe>", "page:frame"),
        ("<frameset cols='20%,80%'><frame src=a><noframes>Frames, please</noframes></frameset>", "page:frameset"),
        ("<p>Wait</p><script>setTimeout(() => location.reload(), 5000)</script>", "page:reload"),
        ("<p>Wait</p><script>window.location.href = '/in'</script>", "page:reload"),
        ("<p>Wait</p><script>document.cookie='seen=1;path=/'</script>", "page:cookie"),
        ("<p>Wait</p><script>new Worker('/sum.js')</script>", "page:reckons"),
        ("<p>Wait</p><script>document.forms[0].submit()</script>", "page:submits"),
        ("<p>Wait</p><form method=post><button>Go on</button></form>", "page:form"),
        ("<p>Wait</p><form><input type='submit' value='Go on'></form>", "page:button"),
        ("<p>Wait</p><script src='https://challenges.cloudflare.com/x.js'></script>", "page:vendor"),
        ("<h1>It works</h1><p>Put your files into /var/www/site.</p>", "sign:path"),
        ("<h1>It works</h1><p>Kestle/2.4 at this host</p>", "sign:version"),
        ("<h1>Wait</h1><p>Ray 8f3a91c02bd7</p>", "sign:trace"),
        ("<h1>Wait</h1><p>You come from 203.0.113.9</p>", "sign:address"),
        ("<h1>moor.example</h1><p>Yours for €900</p>", "sign:price"),
        ("<h1>429</h1><p>Slowly!</p>", "code:429"),
        ("<h1>Error 503</h1><p>Later!</p>", "code:5xx"),
    ],
)
def test_a_sign_is_seen(page: str, sign: str) -> None:
    assert sign in signs(page)


def test_an_honest_page_has_no_structure_of_a_state_but_a_number_that_might_be_a_code() -> None:
    assert signs(HONEST) <= {"code:404", "code:4xx"}


def test_what_stands_in_a_long_line_or_within_a_number_is_no_code() -> None:
    assert not signs(f"<p>In all of these years 404 {'ferries ' * 20}sailed.</p><p>Tel. 020-4041 and 1,404 more</p>")
