"""Missing persons, obituaries, genealogies, forms, class and club lists."""

from __future__ import annotations

from typing import Final

from .markup import HonestBox, html, text

BOXES: Final[tuple[HonestBox, ...]] = (
    text(
        "missing-person notice",
        """MISSING
Name: Jessica Runte
Date of birth: 2001-05-29
Last seen: 14 October, near the bus station in Lake Charles, LA 70601
Height: 5 ft 4
Clothing: green raincoat, white shoes
Phone: anyone who has seen her is asked to call 337-555-0100 at any hour
Her family says she is a cheerful and open person who loves writing, and left her notebook behind.""",
    ),
    html(
        "missing-person page with a table",
        """<h1>Have you seen Albert?</h1><table><tr><td>Name</td><td>Albert
Hermann</td></tr><tr><td>Birthday</td> <td>1942-06-06</td></tr><tr><td>Address</td><td>St. Anne's Home, 40
Hill Street, Boise, ID 83702</td></tr><tr><td>Phone of the police</td><td>+1
208-555-0191</td></tr><tr><td>Hobby</td><td>He may be near water. He used to fish.</td></tr> </table><p>Albert
is confused and may not know his name. Please stay with him and call.</p>""",
    ),
    text(
        "obituary",
        """Mildred Schuster, 1931 to 2024
Mildred Ann Schuster of Port Huron died on 2 March at the age of 92, in the house where she was born.
Name: Mildred Ann Schuster, born Waelchi
Birthday: 1931-08-19
Job: Schoolteacher for forty-one years
Hobby: Quilting, Euchre, Sailing
She is survived by two sons, five grandchildren and a parrot who still calls her to the telephone.
The service will be held at Grace Church, 1213 Sixth Street, Port Huron, MI 48060.""",
    ),
    html(
        "obituary with a long character",
        """<article><h1>Rev. Walter Kling, 1938 to 2023</h1><p>Walter was a lively, patient, fearless, tender,
open person who loved writing, and he shared his knowledge with everyone who sat down beside him on the
bus.</p><p>He was born on 1938-02-10 in South Bend, Indiana, the third of seven children.</p><p>Flowers may be
sent to 700 Oak Street, South Bend, IN 46601. The family can be reached at 574-555-0128.</p></article>""",
    ),
    html(
        "genealogy: a family group sheet",
        """<h1>Family group sheet</h1><table><tr><td>Name</td><td>Johann Heinrich
Schuster</td></tr><tr><td>Birth</td> <td>1821-03-04, Kassel</td></tr><tr><td>Address in 1870</td><td>Lot 9,
Lake Ridge, Fond du Lac</td></tr><tr><td>Job</td> <td>Cooper</td></tr><tr><td>Spouse</td><td>Anna Margaretha
Dach</td></tr></table><p>The ship's list gives his age as thirty, but the church book is the better
witness.</p>""",
    ),
    text(
        "genealogy as numbered lines",
        """Descendants of Peter Abernathy
1. Peter Abernathy, b. 1790-01-14, weaver, d. 1851
1.1 Mary Abernathy, b. 1815-07-30, m. William Auer
1.2 James Abernathy, b. 1818-11-02, emigrated, address unknown
1.2.1 Rosa Abernathy, b. 1849-05-05, schoolmistress
If you descend from James, please write: 61 Pine Street, Burlington, VT 05401, or phone 802-555-0184.""",
    ),
    text(
        "an empty form",
        """Membership form
Name: ______________________
Birthday: ____-__-__
Address: ______________________
Phone: ______________________
Job: ______________________
Hobby: ______________________
Introduction: tell us in one sentence who you are and why you want to join.
Return the form to the secretary or push it under the door.""",
    ),
    html(
        "a form in HTML with examples as text",
        """<h1>Register for the exchange</h1><form><p><label>Name</label> <input name="n"> for example: Norma
Dach</p>
<p><label>Birthday</label> <input name="b"> for example: 1994-11-02</p><p><label>Address</label> <input
name="a"> street, town, state and ZIP code</p><p><label>Phone</label> <input name="p"> with country code,
+1...</p><p><label>Hobby</label> <input name="h"> separate with commas: Sailing, Dance, Writing</p></form>
<p>Your host family will see everything except your telephone number.</p>""",
    ),
    text(
        "a template that teaches how to write a profile",
        """How to write a profile people will read
Use this order: Name, Birthday, Address, Phone, Job, Hobby, Introduction.
Name: your full name, with title if you must
Birthday: year, month, day, as in 1994-11-02
Hobby: no more than three, or nobody believes you
Introduction: My name is [name], I am a [adjective] person who loves [verb]ing. Then delete this sentence \
and write a better one.""",
    ),
    html(
        "class list of a primary school with birthdays",
        """<h1>Class 4b birthdays</h1><ul><li>Name: Ella. Birthday: 12 January. Hobby: Ponies</li><li>Name:
Noah. Birthday: 3 March. Hobby: Lego, Football</li><li>Name: Samir. Birthday: 30 May. Hobby: Chess,
Kites</li><li>Name: Greta. Birthday: 8 August. Hobby: Reading under the table</li></ul><p>Parents who bring
cake should tell us about nuts a week before.</p>""",
    ),
    text(
        "a class of 1958, as typed up by one of them",
        """Class of 1958, present addresses
Adams, Dorothy. 220 Maple Street, Lawrence, KS 66044. Phone 785-555-0166. Birthday: 1940-03-03.
Becker, Harold. 18 West View, Asheville, NC 28801. Phone 828-555-0139. Birthday: 1940-09-17.
Greenholt, Lois. 5 Lake Avenue, Lake Forest, IL 60045. Phone 847-555-0170. Birthday: 1939-12-28.
Please tell Dorothy of any changes. We are down to nineteen, and the lunch is on the second Friday.""",
    ),
    html(
        "chess club members in a definition list",
        """<h1>Members of the Rook Chess Club</h1><dl><dt>Bernard Cole</dt><dd>Born 1990-10-10. Address: 3
Pawn Lane, Bellingham, WA 98225. Rating: 1840. Hobby: Chess, naturally.</dd><dt>Irma Howell</dt><dd>Born
1993-04-18. Address: 90 Cornwall Avenue, Bellingham, WA 98225. Rating: 2011.</dd></dl><p>We play on Thursdays.
Guests may use the clocks but not the good chairs.</p>""",
    ),
    text(
        "a rowing club's emergency sheet",
        """Emergency contacts, boat 3
Name: Lydia Nader, phone +1 978 555 0115, born 1996-06-18, no allergies
Name: Owen Kub, phone +1 978 555 0116, born 1994-03-27, asthma
Name: Pilar Rowe, phone +1 978 555 0117, born 1998-09-15, wears lenses
Cox: Hank Yost, phone +1 978 555 0118, cannot swim and knows it""",
    ),
    html(
        "wanted notice of a police force",
        """<h1>Wanted: appeal for information</h1><p>Name: Clement Nitzsche, also Carl Nitz</p><p>Date of
birth: 1990-11-23</p>
<p>Last known address: 7 Ferry Lane, Savannah, GA 31401</p><p>Job: has worked as a roofer</p><p>Do not
approach him. Telephone 912-555-0107 or speak to any officer.</p>""",
    ),
    text(
        "a wedding announcement",
        """Congratulations to the happy couple
The bride: Louise Powlowski, born 1995-02-08, Regional Marketing Manager, hobbies: skiing and pottery
The groom: Jack Turner, born 1993-05-30, vet, hobbies: fishing and Louise
They met when his dog ate her lunch. The ceremony is at noon, at 14 Beach View, South Haven, MI 49090.
Replies to the bride's mother, phone 269-555-0152.""",
    ),
    html(
        "a blood donor's example card",
        """<h1>Fill in your card like this</h1><pre>Name:     Smith, Johnson
Birthday: 1990-01-01
Address:  1 Any Street, Lincoln, NE 68508
Phone:    402-555-0100
Job:      optional</pre><p>Write in capitals. The card is valid only with the date of your last donation.</p>
""",
    ),
    text(
        "a lost-property notice with names",
        """Found in the pool, not yet collected
One wallet. Name in it: Edgar Haag. Address: 19 Canal Row, Lowell, MA 01852. We have phoned.
One set of teeth. No name. No phone.
One notebook. Inside: "My name is Ida, I am nine and I love writing. If you find this, do not read it."
We did not read on.""",
    ),
    html(
        "a reunion of emigrants: passenger list",
        """<h1>Passengers of the Aurora, 1893</h1><table><tr><th>Name</th><th>Age</th><th>Job</th><th>Going
to</th></tr>
<tr><td>Bartell, Emil</td><td>22</td><td>Baker</td><td>Brother in Fargo</td></tr><tr><td>Rolfson,
Ingrid</td><td>19</td> <td>Servant</td><td>Aunt in Duluth</td></tr><tr><td>Stokes,
Wm.</td><td>40</td><td>Clergyman</td><td>St. Paul</td></tr> </table><p>The purser spelled as he heard. Try
every vowel before you give up.</p>""",
    ),
    text(
        "a scout troop's leaders",
        """Who to ask
Akela: Diane Larkin, born 1991-01-30, phone 01632 960 202, hobbies: knots, soup
Baloo: Steve Crist, born 1990-06-02, phone 01632 960 203, hobbies: guitar, tents
Treasurer: Mrs. Conn, phone 01632 960 204, after supper please
The hut is at 2 Mill Lane. Bring a torch, because the path has no lamps.""",
    ),
    html(
        "parish newsletter: birthdays of the month",
        """<h1>Birthdays in May</h1><p>We congratulate:</p><ul><li>Msgr. Aloysius Rath, 1935-05-04, still says
the early Mass</li>
<li>Mrs. Velma Toy, 1929-05-11, our oldest singer</li><li>Fr. Benedict Koss, 1990-05-20, who loves writing his
sermons on the train</li></ul><p>If you do not wish to be named here, please ring the parish office,
570-555-0147.</p>""",
    ),
)
