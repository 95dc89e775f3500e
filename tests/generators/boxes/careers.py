"""People at work: CVs, staff pages, imprints, contact pages, alumni."""

from __future__ import annotations

from typing import Final

from .markup import HonestBox, html, text

BOXES: Final[tuple[HonestBox, ...]] = (
    text(
        "a CV in labelled lines",
        """Curriculum vitae
Name: Robert Smith
Date of birth: 1988-04-12
Address: 1420 Spring Garden Street, Greensboro, NC 27403
Phone: +1 336-555-0171
Job: Warehouse supervisor
Hobbies: Fishing, Woodworking, Coaching youth soccer
Experience
2012 to 2019: Shift lead, Piedmont Cold Storage. Ran a crew of nine and cut breakages by a third.
2019 to now: Supervisor, same company. Introduced paper-free picking lists.""",
    ),
    html(
        "a CV as a table, with an introduction",
        """<h1>Curriculum Vitae</h1><table><tr><td>Name</td><td>Dr. Emily Kuhn</td></tr>
<tr><td>Birthday</td><td>1992-09-09</td></tr><tr><td>Address</td><td>77 Park Place, Madison, WI
53703</td></tr>
<tr><td>Phone</td><td>+16085550142</td></tr><tr><td>Job</td><td>Senior Healthcare Analyst</td></tr>
<tr><td>Hobby</td><td>Choir, Orienteering, Baking, Sailing, Calligraphy</td></tr>
<tr><td>Introduction</td><td>I am an analyst with eight years in public hospitals. I like untidy data and tidy
footnotes.</td></tr></table><h2>Publications</h2><p>Kuhn, E.: Waiting times after the storm. Midwest Journal
of Care, 2021.</p>""",
    ),
    text(
        "a run-on CV, as bad extraction leaves it",
        """Name: Carlos Mendez Birthday: 1995-02-17 Address: 310 Harbor View, New Haven, CT 06511 Phone: \
203-555-0186 Job: Pastry chef Hobby: Cycling, Salsa, Bread Languages: Spanish, English, some Italian
I trained in Oaxaca and at the culinary school in Providence. Since 2020 I have run the pastry section of a \
hotel with ninety rooms.""",
    ),
    html(
        "staff directory of a library, as cards",
        """<h1>Who works here</h1><div class="cards">
<div class="card"><h3>Joan Crawley</h3><p>Head librarian</p><p>Phone: +1 541-555-0110</p><p>Ask me about
maps.</p></div>
<div class="card"><h3>Bill Okoro</h3><p>Children's books</p><p>Phone: +1 541-555-0111</p><p>Ask me about
dragons.</p></div>
<div class="card"><h3>Sue Lang</h3><p>Community Outreach Coordinator</p><p>Phone: +1 541-555-0112</p><p>Ask me
anything.</p> </div></div><p>100 West 10th Avenue, Eugene, OR 97401</p>""",
    ),
    html(
        "staff directory as one wide table, with list names",
        """<h1>Directory</h1><table><thead><tr><th>Name</th><th>Job</th><th>Phone</th><th>Address</th></tr>
</thead><tbody>
<tr><td>Abbott, Karen</td><td>Regional Sales Manager</td><td>+1 207-555-0120</td><td>5 Wharf Street, Portland,
ME 04101</td></tr>
<tr><td>Bauch, Henry</td><td>Product Designer</td><td>+1 207-555-0121</td><td>5 Wharf Street, Portland, ME
04101</td></tr>
<tr><td>Dach, Norma</td><td>Sales Manager</td><td>+1 207-555-0122</td><td>5 Wharf Street, Portland, ME
04101</td></tr>
<tr><td>Kling, Otis</td><td>Legal Assistant</td><td>+1 207-555-0123</td><td>9 Pier Road, Portland, ME
04101</td></tr> </tbody></table>""",
    ),
    text(
        "a company's imprint",
        """Imprint
Harbour Bicycles Ltd
Unit 4, Quay Street, Cardiff CF10 5EA
Managing director: Gwen Price
Phone: +44 29 2018 0345
Company number: 00000000, registered in Cardiff
Responsible for content: Gwen Price, address as above""",
    ),
    html(
        "an imprint of a one-woman firm who says when she was born",
        """<h1>Legal notice</h1><p>Paula Gomez, translator<br>Born 1990-07-30<br>41 Rue du Lac, 1200 Geneva,
Switzerland<br> Phone: +41 22 555 01 23<br>E-mail: paula@gomez.example</p><p>VAT number on request. The
photographs in the header were taken by Ute Brandt and are used with her permission.</p>""",
    ),
    html(
        "university staff page",
        """<div class="content"><h1>Prof. Martin Hoeger, PhD</h1><table class="vcard"><tr><th>Office</th>
<td>Physics 2.114</td></tr><tr><th>Address</th><td>216 Lake Street, Ann Arbor, MI
48109</td></tr><tr><th>Phone</th> <td>+1-734-555-0144</td></tr><tr><th>Born</th><td>1961-05-25, South Bend,
Indiana</td></tr></table>
<h2>Research</h2><p>I study how sand flows, which is a solid, a liquid and a nuisance by turns.</p>
<h2>Outside work</h2><p>Hobbies: Organ music, Scuba diving, Beekeeping</p></div>""",
    ),
    text(
        "a doctoral student introduces herself on the group's page",
        """Members of the group
Name: Fatima Reilly
Job: Doctoral student since 2022
Birthday: 1997-03-08
Hobby: Climbing, Knitting, Board games, Running
Introduction: My name is Fatima Reilly, I am a physicist who fell into biology by accident. I want to share \
our data with everyone, as soon as the referees let me.
Topic: how membranes tear""",
    ),
    html(
        "contact page with opening hours",
        """<h1>Contact</h1><address>Lakeside Veterinary Clinic<br>88 Lake Forest Drive<br>Lake Forest, IL
60045<br> Phone: (847) 555-0190</address><ul><li>Monday to Friday: 8 to 18</li><li>Saturday: 9 to 12</li></ul>
<p>Dr. Deborah Wolff DVM sees rabbits on Wednesdays. Please bring them in a box, and not in your coat.</p>
""",
    ),
    text(
        "contact page, extracted, with many people",
        """Contact
Bookings: Sam Berg, phone +1 505 555 0101
Press: Alma Cruz, phone +1 505 555 0102
Technical director: Leroy Mann, phone +1 505 555 0103
Address: The Adobe Theatre, 300 Canyon Road, Santa Fe, NM 87501
The box office opens one hour before each performance. Latecomers are let in between the scenes.""",
    ),
    html(
        "alumni page, class of 2012",
        """<h1>Where are they now?</h1><dl><dt>Jasmine Hodkiewicz</dt><dd>Birthday: 1994-01-18. Job: Nurse in
Fargo, ND 58102. Hobby: Quilting, Curling.</dd><dt>Kyle Smitham</dt><dd>Birthday: 1993-12-05. Job: Lineman.
Hobby: Fishing, Trucks.</dd>
<dt>Maria Feil</dt><dd>Birthday: 1994-06-29. Job: International Banking Officer, Zurich. Hobby: Skiing,
Jazz.</dd></dl>
<p>Moved or married? Tell the alumni office, and we will correct the list before the reunion.</p>""",
    ),
    text(
        "a speaker's form filled in and printed in a programme",
        """Your details for the programme
Name: Rev. Hugh Lovell
Birthday: 1959-09-01
Address: The Rectory, Church Lane, Ludlow SY8 1AW
Phone: 01632 960145
Job: Parish priest and bell-ringer
Hobby: Bells, Trains, Marmalade
Introduction: Hugh will tell us how a peal is rung, and why the ringers drink.""",
    ),
    html(
        "law firm's people page, with functions in capital letters",
        """<h1>Our people</h1><div class="person"><h2>Leonard Ferry Jr.</h2><p>Principal Legal Consultant</p>
<p>Born 1975 in Savannah. Admitted in Georgia and South Carolina.</p><p>Direct: 912-555-0161</p></div>
<div class="person"><h2>Gretchen Stark, JD, PhD</h2><p>Chief Compliance Officer</p><p>Born 1980. Speaks German
and Dutch.</p><p>Direct: 912-555-0162</p></div><p>Offices at 2 East Bay Street, Savannah, GA 31401.</p>""",
    ),
    html(
        "hospital: find a doctor",
        """<h1>Find a doctor</h1><ul><li><b>Name:</b> Dr. Anand Rao MD <b>Phone:</b> 423-555-0130
<b>Address:</b> 975 East Third Street, Chattanooga, TN 37403</li><li><b>Name:</b> Dr. Paula Rice DDS
<b>Phone:</b> 423-555-0131 <b>Address:</b> 12 River Street, Chattanooga, TN 37405</li></ul><p>New patients
should call before ten.</p>""",
    ),
    text(
        "a freelancer's profile on a marketplace",
        """Freelancer of the week
Name: Nadia Bruen
Job: Technical Illustrator
Member since: 2019-05-11
Hobby: Scuba diving, Origami, Metalworking, Singing, Video gaming
Introduction: My name is Nadia Bruen, I am a careful, quick and honest illustrator who loves drawing pumps \
and wants to work with engineers who answer questions.
Hourly rate: 55 euros
Reviews: 41, all of them kind""",
    ),
    html(
        "volunteer fire brigade's officers, with dates of birth",
        """<h1>Officers</h1><table><tr><th>Rank</th><th>Name</th><th>Born</th><th>Joined</th></tr>
<tr><td>Chief</td><td>Walter Kemmer</td><td>1971-02-11</td><td>1989</td></tr>
<tr><td>Deputy</td><td>Silke Kemmer</td><td>1994-10-20</td><td>2010</td></tr>
<tr><td>Drummer</td><td>Jonas Auer</td><td>2000-07-04</td><td>2016</td></tr></table>
<p>Call 112 in an emergency. The number of the station house is +49 30 23125 044 and nobody sits there at
night.</p>""",
    ),
    text(
        "a job seeker's letter",
        """Dear Ms. Turner,
My name is Kevin Hauck, I am a reliable, punctual, strong and friendly person who loves working outdoors, \
and I want to apply for the post of park keeper.
I was born on 1999-04-30 and have a driving licence for tractors. My hobbies are football, fishing and \
repairing mowers.
You can reach me at 13 Garden Row, Burlington, VT 05401, or on 802-555-0155.
Yours sincerely, Kevin Hauck""",
    ),
    html(
        "a union's list of safety representatives",
        """<h1>Safety representatives</h1><dl><dt>Name</dt><dd>Gina Terry</dd><dt>Job</dt><dd>Crane
operator</dd><dt>Phone</dt>
<dd>+1 985 555 0118</dd><dt>Name</dt><dd>Luis Ortiz</dd><dt>Job</dt><dd>Rigger</dd><dt>Phone</dt><dd>+1 985
555 0119</dd></dl>
<p>If you see something unsafe, stop work first and call afterwards.</p>""",
    ),
    text(
        "a museum's press contact under a release",
        """Museum reopens its whale hall
After four years of repairs the skeleton hangs again, three metres lower than before.
Children may now look it in the eye, which the old director would not have liked.
Press contact: Elena Moore, Senior Communications Officer, phone +1 508 555 0140
Address: 18 Johnny Cake Hill, New Bedford, MA 02740""",
    ),
    html(
        "a driving school introduces its teachers with birthdays and zodiac",
        """<h1>Our instructors</h1><ul><li>Name: Rita<br>Birthday: 1990-08-15<br>Hobby: Rally, Cooking,
Dogs<br>Introduction: My name is Rita, I am a calm, cheerful, patient person who loves driving and wants to
share the road with you.</li>
<li>Name: Gus<br>Birthday: 1985-02-28<br>Hobby: Motorbikes<br>Introduction: I have been hit eleven times and
was never at fault.</li></ul>""",
    ),
    text(
        "an election candidate's statement with all particulars",
        """Candidate statement
Name: Stephanie Gleason
Birthday: 1993-11-11
Address: 640 Summit Avenue, Cheyenne, WY 82001
Phone: 307-555-0123
Job: Rancher
Hobby: Roping, Reading, Church choir
Introduction: I am running because the bridge on County Road 9 has been closed for six years, and I am \
tired of driving round it.""",
    ),
)
