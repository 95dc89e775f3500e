"""Pages about made-up people: documentation of fake-data libraries, test fixtures, writing on content farms.

The profiles printed here are invented, but nobody is deceived by them: they are what the page is about.
"""

from __future__ import annotations

from typing import Final

from .markup import HonestBox, html, text

BOXES: Final[tuple[HonestBox, ...]] = (
    html(
        "a library's quick start with a printed profile in pre",
        """<h1>Quick start</h1><p>Create a generator, choose a locale, and ask it for a person:</p>
<pre><code>&gt;&gt;&gt; from mockfolk import Folk
&gt;&gt;&gt; Folk("en_US", seed=7).profile()
{'name': 'Prof. Norma Waelchi', 'birthday': '1994-11-02',
 'address': '812 Schuster Cliffs, South Marlaberg, LA 21544',
 'phone': '+99551774402933', 'job': 'Legacy Retail Planner'}</code></pre>
<p>The same seed always gives the same person. Nobody who lives there will be cross with you.</p>""",
    ),
    text(
        "the same kind of documentation as plain text, with prompts",
        """Using mockfolk from the shell
The command prints one invented person per run.
    $ mockfolk person --seed 4
    Name: Dr. Otis Kuvalis
    Address: 4021 Hauck Mews, Lake Ottoville, MT 60417
    Phone: +37490061122345
    Job: Senior Banking Designer
Use the option --json to get one object a line. Add --count to get more than one person.
ZIP codes and states are drawn independently, so do not use the addresses to test geocoding.""",
    ),
    html(
        "documentation as a table: field, example",
        """<h1>Providers</h1><table><tr><th>Method</th><th>Example</th></tr><tr><td>name()</td><td>Rev. Leonie
Dach DDS</td></tr>
<tr><td>birthday()</td><td>1996-04-17</td></tr><tr><td>address()</td><td>Apt. 117 45 Torp Views, Port Ada, OH
99120</td></tr>
<tr><td>phone()</td><td>+6771150922487</td></tr><tr><td>job()</td><td>Dynamic Farming
Strategist</td></tr><tr><td>hobby()</td> <td>Kayaking, Pottery, Juggling</td></tr></table><p>All methods take
a locale. Unknown locales raise LookupError.</p>""",
    ),
    html(
        "a tutorial on seeding a test database",
        """<article><h1>Fill your database with people who do not exist</h1><p>Tests need customers. Real
customers do not belong in tests, so we shall make some up.</p>
<pre>INSERT INTO customer (name, birthday, address, phone)
 VALUES
 ('Msgr. Felix Rath', '1990-03-03', '12 Olson Mission, West Ira, TX 00912', '+50237711234'),
 ('Mrs. Vera Kling', '1999-10-10', '730 Veum Ramp, East Elmo, AK 31177', '+85677711234');</pre>
<p>Note that the second state does not fit its ZIP code. Our validator has to notice that, and yours should
too.</p> </article>""",
    ),
    text(
        "release notes of such a library",
        """Changes in 3.2
The job provider no longer repeats a word, as in "Sales Sales Manager".
The address provider puts the flat in front: "Suite 609 31 Ortiz Forks, New Zoe, RI 30112".
The phone provider may return numbers that no country uses, for instance +21840077123985. This is on \
purpose.
The hobby provider has forty new hobbies, among them Beach combing, Whittling and Lock picking.
Thanks to everybody who reported a bug, including the one about Lake Lake.""",
    ),
    html(
        "an article about content farms that quotes their phrase",
        """<article><h1>The professor who never was</h1><p>Scroll to the end of the stolen article and you
meet the person who is said to have written it: a professor with a birthday, seven hobbies and a street that
no map knows.</p>
<p>She is, she says, a "sunny, gallant, dainty, earnest, merry" person "who loves writing and wants to share"
her knowledge with us. So are eleven hundred of her colleagues, all with the same sentence and other
adjectives.</p>
<p>I rang the number. A recorded voice in a language I do not speak told me, I think, that it did not
exist.</p></article>""",
    ),
    text(
        "a librarian's checklist for spotting such pages",
        """How to spot a copied page
Look for a block of author information at the foot: name, birthday, address, phone, job and hobby, all in \
one place.
Check the ZIP code. "LA 21544" cannot be right, because Louisiana begins with 70 or 71.
Look at the headline. A year in brackets that has nothing to do with the story was put there for the search \
engine.
If the introduction says that somebody loves writing and wants to share knowledge, ask whose knowledge it \
was.""",
    ),
    html(
        "API reference: a sample response",
        """<h1>GET /v1/people/random</h1><p>Returns one invented person. The call needs no key and is limited
to ten a second.</p><pre>{
  "name": "Gov. Stacy Fisher",
  "birthday": "1998-05-15",
  "address": "Suite 220 88 Rice Drives, Lake Milo, CT 55021",
  "phone": "+4419876543210987",
  "hobby": ["Sailing", "Dance", "Skydiving", "Yoga", "Lapidary"]
}</pre><p>If you need a person who exists, you are in the wrong place.</p>""",
    ),
    text(
        "a question in a programmers' forum",
        """How do I get a real ZIP code for a fake address?
I use mockfolk to fill a form and my validator rejects the result. It prints this:
> 5150 Feil Station, Port Cora, UT 04417
Utah should be 84xxx. Is there an option, or do I have to write my own provider?
Answer: write your own provider, it is eight lines. Choose the state first and then the ZIP code from its \
range.""",
    ),
    html(
        "a designer's placeholder persona",
        """<h1>Personas for the booking app</h1><p>These people are made up. We use them to argue with each
other.</p>
<ul><li>Name: Busy Barbara</li><li>Birthday: 1990-02-20</li><li>Address: 1 Persona Street, Lincoln, NE
68508</li>
<li>Job: Regional Retail Manager</li><li>Hobby: Yoga, Puzzles, Baking</li><li>Introduction: Barbara is an
impatient, thorough, funny person who loves bargains and hates pop-ups.</li></ul>""",
    ),
    html(
        "a statistics class on random names",
        """<h1>Exercise 6: how random is a random name?</h1><p>Below are four names from a list of 400
surnames and 3,000 given names. Estimate how many people share a full name in a village of
900.</p><ol><li>Norma Dach, born 1994-11-02</li>
<li>Hermann Auer, born 1991-01-12</li><li>Ola Schuster, born 2000-09-30</li><li>Reuben Waelchi, born
1995-04-04</li></ol>
<p>Hint: draw the tree before you reach for the formula.</p>""",
    ),
    text(
        "fixtures in a README",
        """Test users
The test suite creates these accounts. Do not use them in production.
    name      birthday    phone          job
    Ann Test  1990-01-01  +1 5550100     Tester
    Bob Test  1991-01-01  +1 5550101     Senior Tester
    Eve Test  1992-01-01  +1 5550102     Chief Listening Officer
Reset them with make users, and never wonder again who Bob is.""",
    ),
)
