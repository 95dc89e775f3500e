"""What rules look for, and what regular expressions trip over where it is repeated."""

from __future__ import annotations

PREY = {
    "captions": "<figcaption>Photo: Jane Doe/Getty Images</figcaption>",
    "bylines": "<p>By Jane Doe, 12 May 2021</p>",
    "bylines in classes": "<p class=byline>By <a rel=author href=/jane>Jane Doe</a></p>",
    "read-more lines": "<p>Read more: <a href=/x#>Ten things to know about buses</a></p>",
    "author boxes": "<div class=author-box><h3>About the author</h3><p>Jane Doe is a writer from Leeds.</p></div>",
    "made-up authors": "<p>My name is Prof. Ada Dach, I am a lively, open person who loves writing.</p>",
    "profiles": "<ul><li>Author information</li><li>Name: Ada Dach</li><li>Birthday: 1990-07-06</li><li>Address: 12 Elm Road, Leeds</li>"
    "<li>Phone: +49 30 1234567</li><li>Job: Lead Engineer</li><li>Hobby: Knitting, Reading</li></ul>",
    "farm lists": "<p>Top Articles</p><ul><li><a href=/x#>Word (2023)</a></li></ul><p>Article information</p>",
    "newsletter prompts": "<p>Subscribe to our newsletter and never miss a story!</p>",
    "app prompts": "<p>Download our app for Android and iOS.</p>",
    "donation prompts": "<p>Please support us with a donation. Donate now.</p>",
    "cookie banners": "<div class=cookie-banner><p>We use cookies to improve this site.</p><button>Accept all</button></div>",
    "menus": "<nav><ul><li><a href=/>Home</a></li><li><a href=/about>About us</a></li></ul></nav>",
    "breadcrumbs": "<div class=breadcrumb><a href=/>Home</a> » <a href=/x>News</a> » Here</div>",
    "comments": "<div class=comment id=comment-#><b>jane</b> <time>12 May 2021 at 10:12</time><p>I do not agree at all.</p><a>Reply</a></div>",
    "replies in text": "<p>jane says:</p><p>May 12, 2021 at 10:12 am</p><p>Thank you.</p><p>Reply</p>",
    "tag lists": "<p>Tags: buses, drivers, harbour, timetable</p>",
    "keyword lists": "<p>buses, bus tickets, cheap buses, bus today, buses near me, bus driver, bus times</p>",
    "contents": "<ul class=toc><li><a href=#a>What the drivers say</a></li></ul><h2>What the drivers say</h2>",
    "injected links": "<p>Play at the <a href=http://x#.example>best online casino</a> and win.</p>",
    "hidden spam": "<div style='display:none'><a href=http://x#.example>cheap pills</a></div>",
    "attributions": "<p>This article was originally published on <a href=https://x#.example/>The Harbour Post</a>.</p>",
    "sources": "<p>Source: https://example#.org/story</p>",
    "assistants": "<p>As an AI language model, I cannot do that. Certainly! Here is an article about buses:</p>",
    "placeholders": "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p>",
    "ratings": "<p>Rating: 4.8 / 5 (73 voted)</p><p>Views: 5,311</p>",
    "share lists": "<ul class=share><li><a href=https://facebook.com/share>Share on Facebook</a></li><li>Tweet</li></ul>",
    "disclosures": "<p>This post contains affiliate links. We may earn a commission.</p>",
    "corrections": "<p>Editor's note: this article was updated on 12 May 2021.</p>",
    "posts of a forum": "<div class=post id=post-#><div class=author>jane</div><div>Posts: 512</div><p>Which bus is it?</p><p>Quote</p></div>",
    "parked pages": "<p>This domain is for sale. Buy this domain.</p>",
    "pages not found": "<h1>404 Not Found</h1><p>The page you requested could not be found.</p>",
    "challenges": "<p>Checking your browser before accessing. Enable JavaScript and cookies to continue.</p>",
    "copyright lines": "<p>© 2021 Harbour Post Ltd. All rights reserved.</p>",
    "phone numbers": "<p>Call +44 20 7946 0123 or (212) 555-0123.</p>",
    "addresses": "<p>12 Elm Road, Leeds LS1 4AB, United Kingdom</p>",
    "dates": "<p>12 May 2021</p>",
    "repeated phrases": "<p>Click here to read more about the author of this article in our newsletter</p>",
    "rows of adjectives": "<p>I am a lively, open, kind, calm, happy person, and I write for readers.</p>",
    "cut texts": "<p>It rains today. […] (more…) Read on → […]</p>",
    "questions": "<h3>What is a bus?</h3><p>A bus is a bus. Buses are buses that bus people.</p>",
}  # fmt: skip
"""Of each family of rules and signs what it looks for."""

ATTACKS = {
    "letters": "a", "capitals": "A", "digits": "7", "spaces and letters": "a ", "quotes": "'", "double quotes": '"', "curly quotes": "“”",
    "dashes": "-", "long dashes": "—", "dots": ".", "commas": "a, ", "colons": "a: ", "slashes": "a/", "brackets": "(", "closed brackets": "()",
    "square brackets": "[1]", "capital words": "Abc ", "initials": "J. ", "full names": "Jane Doe, ", "numbers": "1,234 ", "hyphened words": "a-",
    "underscores": "_", "at signs": "a@", "addresses of mail": "a@b.c ", "hosts": "a.b.", "addresses": "http://a.b/", "stars": "*", "bars": "a | ",
    "arrows": "» ", "bullets": "• ", "copyright signs": "© ", "years": "2021 ", "times": "10:12 ", "prices": "$10 ", "percents": "%20",
    "by": "by ", "By names": "By Jane ", "read more": "read more ", "my name is": "My name is ", "photo": "Photo: ", "click": "click here ",
    "about": "about the author ", "newsletter": "subscribe to our ", "and": "and ", "said": "said ", "published": "originally published on ",
    "as an AI": "As an AI language ", "lorem": "Lorem ipsum ", "not breaking": "\u00a0", "wide spaces": "\u3000a", "tabs": "a\t", "equals": "=",
    "hashes": "# ", "backslashes": "\\", "backticks": "`", "plus": "+", "phones": "+49 30 12 ", "apostrophes": "a'", "accents": "é", "emoji": "😀",
    "cyrillic": "слово ", "greek": "Σ", "dotted capitals": "İ", "eszett": "ß", "ligatures": "ﬁ", "right to left": "\u202eא", "question marks": "a? ",
}  # fmt: skip
"""What regular expressions trip over where it is repeated."""
