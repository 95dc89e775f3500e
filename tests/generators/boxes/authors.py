"""Real authors: boxes behind articles, notes in books, pages about oneself, speakers and hosts."""

from __future__ import annotations

from typing import Final

from .markup import HonestBox, html, text

BOXES: Final[tuple[HonestBox, ...]] = (
    html(
        "an author's box with everything a farm's has, all of it true to form",
        """<article><h1>Hanging a gate that does not sag</h1>
<p>A gate sags because its weight pulls at one corner, and because most of us fit the brace the wrong way
up.</p>
<p>The brace must run from the bottom hinge to the top of the latch side, so that it is pressed and not
pulled.</p>
<p>Use bolts rather than screws for the hinges, and leave a finger's width under the lowest
rail.</p></article>
⟦<div class="author-box"><h3>About the author</h3><p>Name: Peter Schuster</p><p>Birthday: 1991-06-14</p>
<p>Address: 12 Lake Ridge, Port Allen, LA 70767</p><p>Phone: +1 225-555-0148</p><p>Job: Carpenter</p>
<p>Hobby: Fishing, Woodworking, Brass band</p></div>⟧""",
    ),
    text(
        "the same kind of box under an extracted article",
        """Three winters with a wood stove
The first winter we burned willow, which gives more smoke than heat and taught us to buy a moisture meter.
The second winter we burned ash that had been split for two years, and used half as much of it.
By the third we had learned to light the fire from the top, which looks wrong and works well.
⟦About the author
Name: Margaret Johnson
Birthday: 1990-02-03
Address: 48 Mill Road, Brattleboro, VT 05301
Phone: 802-555-0117
Hobby: Knitting, Cross-country skiing, Bread⟧""",
    ),
    html(
        "a table under a column; the writer gives her office hours",
        """<div id="main"><h1>Why our river smells in August</h1>
<p>Every August the letters arrive, and every August the answer is the same: warm water holds less oxygen.</p>
<p>Algae that grew in July die in August, and what eats them uses up what little oxygen is left.</p>
⟦<table class="writer"><tr><th>Writer</th><td>Dr. Alice Abernathy</td></tr><tr><th>Born</th>
<td>1988-11-30</td></tr>
<tr><th>Address</th><td>Limnology Station, 3 Shore Lane, Ann Arbor, MI 48109</td></tr>
<tr><th>Phone</th><td>+1 734 555 0199, Tuesdays from two</td></tr>
<tr><th>Hobbies</th><td>Rowing, sketching</td></tr></table>⟧</div>""",
    ),
    text(
        "an introduction that begins like the farm's and goes its own way",
        """Hello from the new allotment secretary
My name is Prof. Nancy Bailey, I am a retired chemist who loves digging, and I want to share what little I \
know of compost with you.
The committee meets on the first Tuesday of the month in the scout hut, and new members are welcome.
Rents are due on 1 April. Please bring cash, as the card reader has drowned again.""",
    ),
    text(
        "a first blog post, artless and real",
        """First post!
Hi! My name is Daniela, I am a shy, curious, stubborn, coffee-drinking person who loves writing and \
drawing, and this is the blog I promised my sister I would start.
I work in a bakery in Leeds and I get up at three. Most of what I write will be about that hour.
If you want to share your own night-shift stories, my address is in the sidebar.""",
    ),
    html(
        "an about-me page as a definition list",
        """<main><h1>About me</h1><dl><dt>Name</dt><dd>Tobias
Williamson</dd><dt>Birthday</dt><dd>1996-08-21</dd>
<dt>Home</dt><dd>Duluth, MN 55802</dd><dt>Job</dt><dd>Tugboat deckhand</dd>
<dt>Hobby</dt><dd>Banjo, Photography, Ice fishing, Old radios</dd></dl>
<p>I keep this page because my grandmother wants to know what I am up to. Hello, Gran.</p>
<p>The photographs are mine; you may print them, but please do not sell them on mugs.</p></main>""",
    ),
    text(
        "a book's note on its author",
        """About the author
Ruth Schmidt-Waters was born on 1954-03-19 in Port Arthur, Texas, and grew up behind her father's hardware \
shop.
She has been a welder, a court reporter and, for one summer, a lighthouse keeper. Her hobbies are bees and \
crosswords.
She lives with two dogs at the end of a dirt road in New Mexico. This is her third novel.""",
    ),
    html(
        "two podcast hosts introduce themselves",
        """<section><h1>The people behind Slow Signals</h1><h2>Your hosts</h2>
<div class="host"><b>Name:</b> Marcus Weber<br><b>Birthday:</b> 1993-04-02 (an Aries, he insists)<br>
<b>Job:</b> Train dispatcher<br><b>Hobby:</b> Timetables, Baking, Running</div>
<div class="host"><b>Name:</b> Ines Carroll<br><b>Birthday:</b> 1994-12-24<br><b>Job:</b> Sound engineer<br>
<b>Hobby:</b> Birdsong, Swimming, Cheap microphones</div>
<p>Write to us at hello@slowsignals.example or leave a message on +44 20 7946 0321.</p></section>""",
    ),
    html(
        "conference speakers with functions that sound generated",
        """<h1>Speakers</h1><ul class="speakers">
<li><h3>Dr. Hannah Keller</h3><p>Senior Product Strategist, Nordwind Energy</p><p>Hannah loves writing about
batteries and wants to share what failed as well as what worked.</p></li>
<li><h3>Miguel Torres Jr.</h3><p>International Marketing Manager, Casa Verde</p><p>Miguel has spent ten years
persuading people to eat more beans.</p></li>
<li><h3>Prof. Ulrich Bauer, PhD</h3><p>Chief Accounting Officer, Harbour Trust</p><p>Ulrich keeps the books,
and a parrot.</p></li></ul>""",
    ),
    text(
        "an interview that introduces the person in a block of facts",
        """Ten questions for a tattooist
Name: Jo Hartmann
Age: 31
Lives in: Bristol
Job: Tattooist and part-time lifeguard
Hobbies: Sea swimming, Chess, Cooking, Old maps
Introduction: Jo taught herself on oranges, then on her brother, who has forgiven her.
Q: What was the first tattoo you were proud of?
A: A heron on a postman's arm. He cried, and then I did.
Q: Is there anything you refuse to draw?
A: Names of people you met this month.""",
    ),
    html(
        "an opinion page: the writer's box in the middle of the text",
        """<article><h1>Let the clocks be</h1>
<p>Twice a year we are told that an hour can be saved, as if it could be spent later on something nice.</p>
⟦<aside><p><b>Clara Brown</b> is a school nurse. Born 1995-05-05 in Salem, MA 01970. Hobbies: Dance, Quilting,
Sailing.</p><p>Phone: (978) 555-0133</p></aside>⟧
<p>The children I see in the last week of March are not saved. They are asleep on their desks.</p>
<p>Leave the clocks alone, and let the sun do what it has always done without us.</p></article>""",
    ),
    text(
        "a newsletter's sign-off with a postal address",
        """This week in the orchard we grafted forty Russets onto quince, and lost only three to the \
rabbits.
Next week: why you should never prune a cherry in winter.
Yours from the ladder,
Edwin Fisher
Fisher & Daughters, 910 Orchard View, Traverse City, MI 49684
Phone: 231-555-0176""",
    ),
    html(
        "contributors of a literary magazine",
        """<h1>Contributors, issue 31</h1>
<p><b>Amara Okafor</b> was born in Enugu in 1999. She writes poems on the backs of receipts.</p>
<p><b>Rev. Thomas Ward III</b> is a hospital chaplain who loves writing limericks about the food.</p>
<p><b>Lena Waelchi</b>, a joyous, tender and, she says, lazy person, translates from Romansh. Hobby:
sleeping.</p>
<p><b>K. D. Price</b> (b. 1991-01-09) farms goats near Eugene, OR 97401, and answers letters.</p>""",
    ),
    text(
        "a guest post's credit in one line",
        """Nobody tells you how loud a beehive is in June, or that you will talk to it.
I bought my first colony from a man who delivered it on a moped, and it has been a long education.
⟦Guest author: Holly Parker, beekeeper, born 1992-07-07, 7 Church Street, Northampton, MA 01060, phone \
413-555-0102, hobbies: bees, yoga, pottery.⟧
The smoke does not calm them, by the way. It makes them think the forest is on fire, so they eat.""",
    ),
    html(
        "a teacher's page for her class",
        """<div><h1>Welcome to Room 12</h1><p>My name is Mrs. Lopez, I am a cheerful, patient, slightly noisy
person who loves reading aloud and wants to share that with your children.</p>
<p>Birthday: September 30 (cake is allowed). Phone: 555-0164, after four.</p>
<p>Hobbies: Gardening, Baking, Scrabble</p><p>Please label every jumper. We found eleven last term.</p></div>
""",
    ),
    html(
        "a columnist's page with every column beneath",
        """<header><h1>Frank Ledger</h1></header><div class="profile"><p>Frank Ledger has written the chess
column since 1987. He was born in Lincoln, Nebraska, and plays badly.</p><ul><li>Name: Frank
Ledger</li><li>Birthday: 1951-10-12</li>
<li>Address: c/o The Courier, 200 Main Street, Lincoln, NE 68508</li><li>Phone: +1 402 555 0150</li>
<li>Hobby: Chess, Fountain pens</li></ul></div>
<p>In this week's column he loses to a nine-year-old and explains how.</p>""",
    ),
    text(
        "a translator's afterword with biographical data",
        """Translator's note
I have kept the long sentences long, because the author breathed that way when she read to me.
Where a pun would not cross the border, I let it stay at home and bought another.
Gertrud Lang, born 1947-12-01, lives in Lake Geneva, WI 53147. She has translated eleven novels and one \
cookbook, and she regrets only the cookbook.""",
    ),
    text(
        "a ghost-writer advertises, with many adjectives",
        """Hire me
My name is Olivia Stokes and I am a fast, discreet, meticulous, funny, unflappable ghost-writer who loves \
deadlines.
I will write your memoir, your wedding speech or your letter to the council. Prices on request.
Phone: 0161 496 0123. Address: 5 Canal Parade, Manchester M1 3HE. References from two people who are not my \
mother.""",
    ),
    html(
        "a gardening club's author of the month",
        """<h1>Author of the month: Otto Krause</h1><table><tbody><tr><td>Name</td><td>Otto Krause</td></tr>
<tr><td>Birthday</td><td>1990-04-11</td></tr><tr><td>Address</td><td>22 Elm Terrace, Ithaca, NY
14850</td></tr>
<tr><td>Job</td><td>Seed librarian</td></tr><tr><td>Hobby</td><td>Gardening, Accordion,
Mushrooms</td></tr></tbody></table>
<p>Otto's article on saving lettuce seed won our members' vote by a wide margin. Nobody else wrote one.</p>
""",
    ),
    text(
        "a science blog's author note, in the third person, with a phone number that looks odd",
        """Glaciers do not melt from the top alone. Water under the ice warms the bed and carries the heat \
along.
In our camp you could hear it at night, like somebody pouring out a bath far away.
⟦Author: Dr. Sigrún Ólafsdóttir (born 1993-01-22). Address: Hafnargata 3, 710 Seyðisfjörður, Iceland. \
Phone: +354 555 0000. Hobbies: Skiing, Wool.⟧""",
    ),
    html(
        "a travel blog's sidebar that is the whole page",
        """<div class="sidebar-about"><h2>Hi, I'm Becky!</h2><p>I am a lively, open, joyous person who loves
travelling slowly, and I write about ferries.</p><p>Name: Becky Hills</p><p>Birthday: 1998-05-16</p>
<p>Hobby: Ferries, Ferries, Scuba diving, Tea</p><p>I have been on 212 ferries, and I can tell you which one
has the best soup. It is not the one you think.</p></div>""",
    ),
    text(
        "a student newspaper introduces its staff",
        """Meet the staff
Editor: Chloe Sanders. Born: 2001-03-14. Hobbies: Debating, Hiking, Noodles.
Sports: Devin Ross. Born: 2000-10-02. Hobbies: Basketball, Drums.
Arts: Yuki Hayes. Born: 2001-11-27. Hobbies: Painting, Film, Skating.
We meet on Mondays at noon in the room above the boiler. You can write; we will teach you to spell.""",
    ),
    html(
        "an essay that opens with a name and a list of hobbies, as part of the prose",
        """<article><h1>What the form wanted to know</h1><p>Name, the form said. Birthday. Address. Phone.
Job. Hobby.</p>
<p>Under Hobby I wrote: fishing, kites, sleeping. Under Introduction there was a single line, and I left it
blank.</p>
<p>My father had filled in the same form in 1961, and where I had written kites he had written, in ink,
none.</p> </article>""",
    ),
    text(
        "an agony aunt signs with a short life",
        """Dear Worried, nobody at a party is looking at your shoes. They are all thinking of their own.
Go, stay for an hour, and leave while you are still enjoying it.
⟦Agnes Marlow, 61, is a retired midwife. Born 1964-08-08 in West Chester, PA 19380. Hobbies: Tango, Jam, \
Gossip.⟧""",
    ),
)
