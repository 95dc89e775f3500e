"""Idols, characters, athletes, role-play, pen pals, dating: profiles that somebody wrote with love."""

from __future__ import annotations

from typing import Final

from .markup import HonestBox, html, text

BOXES: Final[tuple[HonestBox, ...]] = (
    text(
        "idol profile in the classic list",
        """Haru (NOVA5) profile
Stage name: Haru
Name: Kim Ha-ru
Birthday: 1997-09-01
Zodiac sign: Virgo
Height: 174 cm
Blood type: B
Position: Lead vocalist, youngest
Hobby: Cycling, Watching movies, Collecting candles
Facts
He was born in Busan and has an older sister who is a vet.
He is afraid of pigeons, and the other members use this against him.""",
    ),
    html(
        "idol group: five members in one table",
        """<h1>NOVA5 members</h1><table><tr><th>Name</th><th>Birthday</th><th>Hobby</th></tr>
<tr><td>Jin-ah</td><td>1996-02-14</td><td>Yoga, Baking, Gaming</td></tr>
<tr><td>Seo-yeon</td><td>1998-07-23</td><td>Dance, Drawing, Cooking</td></tr>
<tr><td>Mika</td><td>1999-01-05</td><td>Singing, Origami, Photography</td></tr>
<tr><td>Dana</td><td>2000-12-30</td><td>Horseback riding, Skating, Writing</td></tr></table>
<p>The group debuted with the single Paper Lanterns and has sold out two small halls.</p>""",
    ),
    html(
        "character sheet of a novel's wiki",
        """<h1>Inspector Mabel Thorne</h1><table class="infobox"><tr><th>Full name</th><td>Mabel Augusta
Thorne</td></tr>
<tr><th>Birthday</th><td>1902-03-17</td></tr><tr><th>Address</th><td>14 Lantern Alley, Gull Harbour</td></tr>
<tr><th>Job</th><td>Police inspector, later florist</td></tr><tr><th>Hobby</th><td>Roses, Poisons,
Crosswords</td></tr> </table><p>Thorne first appears in The Drowned Clock, where she solves the case by asking
the milkman.</p>
<p>She never marries, though the ironmonger proposes in every second book.</p>""",
    ),
    text(
        "anime character on a fan page",
        """Character of the day
Name: Ayame Kurogane
Birthday: 1999-11-03
Age: 17
Height: 158 cm
Hobby: Archery, Sweets, Naps
Job: Student by day, Demon Courier by night
Introduction: "My name is Ayame, and I deliver what others drop!"
Her satchel is said to hold a whole storm, which she opens only in the last episode.""",
    ),
    html(
        "role-play forum: a character application",
        """<h1>[Approved] Sir Edric of the Fen</h1>⟦<div class="poster">mossgoblin, posts: 412</div>⟧
<div class="post"><b>Name:</b> Edric Fenwright<br><b>Birthday:</b> 12th of Frostmoot, year
301<br><b>Address:</b> The third hut past the gallows<br><b>Job:</b> Knight Errant, between
quests<br><b>Hobby:</b> Fishing, Blacksmithing, Regret<br> <b>Introduction:</b> My name is Edric, I am a
brave, gloomy, damp, honest person who loves a warm stable.</div>
<div class="post">Approved! Please mind the word limit in your first scene, and leave the gallows alone.</div>
""",
    ),
    text(
        "role-play sheet in a run-on line",
        """Name: Vex Marlowe Birthday: 1991-10-31 Address: The houseboat Molly, Pier 9 Job: Dynamic Retail \
Thief (her words) Hobby: Lockpicking, Cats, Karaoke Introduction: Vex talks fast, lies faster and has never \
once been on time.
The scene opens at midnight. Two players may join; write to me if you want to be the police.""",
    ),
    text(
        "pen-pal advert with the farm's beginning",
        """Pen pals wanted
My name is Anna, I am a cheerful, open and curious person who loves writing letters and wants to share my \
days with somebody far away.
I am 24, I live in a small town near the sea, and I collect stamps with fish on them.
Please write in English, German or Polish. I answer every letter, sometimes with a pressed flower.""",
    ),
    html(
        "pen-pal page with fields and full introduction",
        """<h1>Letters across the sea</h1><div class="pal"><p>Name: Joseph Mbeki</p><p>Birthday:
1994-04-24</p>
<p>Address: 11 Kloof Street, Cape Town 8001, South Africa</p><p>Hobby: Stamps, Surfing, Astronomy, Cooking,
Writing</p>
<p>Introduction: My name is Joseph Mbeki, I am a friendly, thoughtful, funny person who loves writing and
wants to share stories about the sea and the mountain with a pen pal of any age.</p></div>
<p>To answer an advert, put your letter in a stamped envelope and send it to the editor.</p>""",
    ),
    text(
        "several pen-pal adverts of a magazine column, from before the web",
        """Pen friends
Girl, 15, likes horses, swimming and the hit parade, wants to write to boys and girls in Canada. Susan \
Nolan, 4 Dock Road, Hull.
Boy, 17, loves writing, chess and radio valves. I am an honest and cheerful person. Ernst Keller, Gartenweg \
2, Basel.
Miss, 22, typist, seeks a serious correspondent who will explain cricket to her. Box 311.""",
    ),
    html(
        "a footballer's infobox",
        """<h1>Danny Schroeder</h1><table class="infobox vcard"><tr><th>Full name</th><td>Daniel Mark
Schroeder</td></tr>
<tr><th>Date of birth</th><td>1998-03-21</td></tr><tr><th>Place of birth</th><td>Port Huron,
Michigan</td></tr>
<tr><th>Height</th><td>1.86 m</td></tr><tr><th>Position</th><td>Goalkeeper</td></tr><tr><th>Number</th>
<td>31</td></tr> </table><p>Schroeder joined Rovers in 2019 after two seasons on the bench of his home town,
and saved a penalty on his first afternoon.</p>""",
    ),
    text(
        "a cyclist's page, sponsors and all",
        """Rider profile
Name: Lotte Vandamme
Birthday: 1995-06-06
Home: Oudenaarde
Job: Professional cyclist, trained accountant
Hobby: Reading, Dogs, Pancakes
Palmares: third in the mud race at Lede, 2021; a broken collarbone, 2022
Lotte says she loves climbing, and her team says she loves saying so.""",
    ),
    html(
        "dating profile",
        """<div class="profile"><h1>Gardener, 34, likes rain</h1><ul><li>Name: Tom</li><li>Birthday:
1991-03-13</li>
<li>Job: Gardener</li><li>Hobby: Cooking, Hiking, Old films, Darts</li></ul><p>Introduction: I am a kind,
tidy, slightly bald person who loves long breakfasts and wants to share them. No phone number before the
second coffee.</p></div>""",
    ),
    text(
        "personal advert with adjectives in a row",
        """Lonely hearts
Warm, witty, honest, tender, charming, slightly deaf widower (71), who loves dancing and wants to share his \
garden.
Reply to Box 88, The Weekly Herald, 9 Fleet Row, Norwich.
Cheerful nurse, 52, own teeth, seeks a gentleman who can mend a gutter.""",
    ),
    html(
        "voice actors of a game, as divs with label and value",
        """<h1>Cast</h1><div class="row"><div class="k">Name</div><div class="v">Rosalind Pagac</div></div>
<div class="row"><div class="k">Birthday</div><div class="v">1990-05-02</div></div>
<div class="row"><div class="k">Role</div><div class="v">The Lighthouse, all seven voices</div></div>
<div class="row"><div class="k">Hobby</div><div class="v">Sailing, Puppets, Fencing</div></div>
<p>Pagac recorded the storm scene in a tiled bathroom, because the studio sounded too dry.</p>""",
    ),
    html(
        "an actor's page with the agent's address",
        """<h1>Felix Sanford</h1><p><span>Name:</span> <span>Felix Sanford</span></p><p><span>Birthday:</span>
<span>1992-12-12</span></p><p><span>Address:</span> <span>c/o Bright Agency, 150 West 30th Street, New York,
NY 10001</span></p><p><span>Phone:</span> <span>+1 212 555 0175</span></p><p><span>Hobby:</span>
<span>Fencing, Stand-up comedy, Horseback riding</span></p><p>Felix played the second gravedigger for two
years and still dreams of it.</p>""",
    ),
    text(
        "mascot of a bakery, in earnest",
        """Meet Crumbly!
Name: Crumbly
Birthday: 1996-05-01, the day we opened
Address: the warm shelf behind the till
Job: Chief Crust Officer
Hobby: Rising, Resting, Being squeezed
Introduction: My name is Crumbly, I am a round, soft, golden, cheerful loaf who loves butter and wants to \
be shared.""",
    ),
    html(
        "virtual singer's official profile",
        """<section><h1>LUMI-09</h1><dl><dt>Name</dt><dd>Lumi</dd><dt>Birthday</dt><dd>2001-08-31</dd>
<dt>Height</dt>
<dd>150 cm with ears</dd><dt>Hobby</dt><dd>Humming, Charging, Stargazing</dd><dt>Introduction</dt><dd>Hello,
world! My name is Lumi, I am a tiny, bright, electric singer who loves your songs.</dd></dl>
<p>Anybody may write songs for Lumi, as long as nobody has to pay to hear them.</p></section>""",
    ),
    text(
        "pro gamer's card",
        """Player card
Handle: f0xtail
Name: Simon Langosh
Birthday: 1999-02-02
Country: Denmark
Team: Quiet Geese
Hobby: Gaming, Bread baking, Running
Favourite map: the one with the windmill
He once won a final with a broken arrow key and has kept the key.""",
    ),
    html(
        "dog shelter: animals with names and birthdays",
        """<h1>They are waiting</h1><ul><li><b>Name:</b> Waffles. <b>Birthday:</b> 2016-04-01. <b>Hobby:</b>
Balls, naps, sausages. <b>Introduction:</b> I am a gentle, funny, loyal dog who loves everybody and wants to
share your sofa.</li>
<li><b>Name:</b> Admiral. <b>Birthday:</b> unknown. <b>Hobby:</b> Staring.</li></ul>
<p>Lakeside Shelter, 3 Quarry Road, Westport, CT 06880. Phone 203-555-0109.</p>""",
    ),
    text(
        "superhero trading card",
        """CARD 44 OF 120
Name: Captain Kelp
Real name: Doris Emmerich
Address: 20,000 leagues under
Job: Senior Tide Coordinator
Powers: Floating, Stinging, Filing
Weakness: Vinegar
Doris found the glowing sponge on a school trip, and the school has never been the same.""",
    ),
    html(
        "forum thread: new members introduce themselves",
        """<h1>Introduce yourself here!</h1>⟦<p class="user">kira_96</p>⟧
<div class="message"><p>Name: Kira</p><p>Birthday: 1996-03-02</p><p>Hobby: Drawing, Cosplay, Ramen</p><p>Hi
everyone! I am a shy but friendly person who loves reading your stories and I finally dared to join.</p></div>
⟦<p class="user">bergziege</p>⟧<div class="message"><p>Welcome, Kira! I am Berta, 58, and I am here for the
knitting patterns. Do not let the trolls feed you.</p></div>""",
    ),
    text(
        "a wrestler's profile with a made-up job and a real town",
        """The Plumber
Name: Gary Kuphal Jr.
Birthday: 1990-07-19
Billed from: Port Arthur, Texas
Job: Wrestler; plumber on weekdays, licence and all
Hobby: Fishing, Opera
Finishing move: the Ballcock
He threw the champion through a table in Beaumont and then repaired the table.""",
    ),
    html(
        "trainee programme: contestants, one line each",
        """<h1>Starlight Academy, season two</h1><p>Name: Alex Wunsch | Birthday: 2000-01-19 | Hobby: Dance,
Skateboarding | Evaluation: B</p><p>Name: Rui Tanabe | Birthday: 1998-11-11 | Hobby: Cooking, Magic |
Evaluation: A</p>
<p>Name: Theo Moen | Birthday: 2001-06-25 | Hobby: Piano, Puzzles | Evaluation: D, he forgot the words</p>
<p>The vote is open until Sunday. Families of contestants may vote once, like everybody else.</p>""",
    ),
    text(
        "a children's book club: our reading friends",
        """Our reading friends
Name: Pip the hedgehog
Birthday: the first warm day
Address: Under the bench, Lake Park
Hobby: Snails, Singing, Rolling up
Introduction: My name is Pip, I am a prickly, proud, polite hedgehog who loves writing in the mud.
Can you draw Pip's house? Send us your picture before the end of May.""",
    ),
)
