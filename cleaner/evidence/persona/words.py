"""Words and numbers that people and their values are judged by, as data.

Written from general knowledge of how generators of test data build a person; names, streets and towns
are not here: they are read from ``faker`` when a profile is found.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


HONORIFICS = _words(
    "prof professor dr doctor mr mrs ms miss mx msgr monsignor fr father rev reverend sr sister br sen "
    "senator rep gov governor pres president amb hon honorable honourable sir dame lady lord capt col gen "
    "maj lt sgt rabbi"
)
"""Words that may stand before a name, lower case, without full stops."""

RARE_HONORIFICS = _words("prof msgr fr rev sen rep gov pres amb hon")
"""The honorifics that the farm hands out as often as ``Mr.``; ordinary boxes mostly have none or ``Dr.``"""

SUFFIXES = _words("jr sr i ii iii iv v md dds dvm phd do pa cpa esq rn llm jd mba msw ret obe")
"""Generations and degrees that may follow a name, lower case, without full stops."""

RARE_SUFFIXES = _words("dds dvm phd md cpa esq jr sr ii iii iv v")
"""The suffixes that generators draw from."""

PARTICLES = _words("van von de der den del della di da du la le ten ter zu al el bin ibn")
"""Lower-case words inside a family name."""

SENTENCE_STARTERS = _words(
    "The A An In On At He She It They We I You But And Or If When While As For From By To With After "
    "Before Since This That These Those There His Her Its Their Our My Your Mr Mrs Ms Dr Police Officials "
    "Meanwhile However Now Then Yet So Not No One Two Some Many Most All Both Each What Who Why How Where "
    "Read Earlier Later Last Next Despite Although Because Once Until Under Over Between Among During "
    "According Image Photo Related Article Author Views Rating Reviews Website Address Phone Job Hobby "
    "Name Birthday Introduction"
)
"""Words that begin a sentence or a label, and neither a hobby nor a job goes on with."""

JOB_ROLES = _words(
    "Administrator Agent Analyst Architect Assistant Associate Consultant Coordinator Designer Developer "
    "Director Engineer Executive Facilitator Liaison Manager Officer Orchestrator Planner Producer "
    "Representative Specialist Strategist Supervisor Technician Advisor Adviser Auditor Controller "
    "Operator Organizer Organiser Expert Lead"
)
USUAL_ROLES = _words(
    "Manager Director Engineer Assistant Consultant Specialist Representative Officer Executive Coordinator Supervisor"
)
ODD_ROLES = _words("Orchestrator Liaison Planner Strategist Facilitator Producer Designer Agent Organizer Organiser")
JOB_LEVELS = _words(
    "Lead Senior Junior Direct Corporate Dynamic Future Product National Regional District Central Global "
    "Customer Investor International Legacy Forward Internal Human Chief Principal Executive General "
    "Assistant"
)
ODD_LEVELS = _words("Dynamic Future Forward Legacy Direct Central Human Investor Customer Internal Product")
JOB_FIELDS = _words(
    "Accounting Administration Advertising Banking Community-Services Construction Consulting Design "
    "Education Engineering Farming Finance Government Healthcare Hospitality Insurance IT Legal Logistics "
    "Manufacturing Marketing Mining Real-Estate Retail Sales Security Technology Research Operations "
    "Communications Brand Program Quality Data Web Markets Accounts Applications Group Division Response "
    "Solutions Mobility Identity Metrics Usability Infrastructure Integration Assurance Optimization "
    "Tactics Branding Paradigm Intranet Directives Accountability Functionality Interactions "
    "Configuration Implementation Factors Creative"
)
ODD_FIELDS = _words(
    "Farming Mining Government Community-Services Real-Estate Hospitality Legal Paradigm Intranet "
    "Directives Tactics Accountability Functionality Interactions Factors Mobility Metrics Identity "
    "Usability Markets Division Group"
)
"""Generators combine a level, a field and a role without sense. ``ODD_*`` are those a real title seldom has
in that place ("Dynamic Legacy Officer", "Chief Farming Designer"), ``USUAL_ROLES`` those it often ends in."""

COMMON_HOBBIES = _phrases(
    "reading, books, reading books, writing, poetry, literature, languages, history, cooking, baking, "
    "food, coffee, hiking, walking, running, jogging, swimming, cycling, biking, skiing, fitness, gym, "
    "sport, sports, football, soccer, basketball, baseball, volleyball, tennis, badminton, golf, yoga, "
    "pilates, meditation, dancing, dance, singing, music, piano, guitar, karaoke, painting, drawing, art, "
    "crafts, knitting, sewing, pottery, fashion, makeup, shopping, movies, films, cinema, film, theatre, "
    "theater, anime, manga, tv, netflix, travel, traveling, travelling, nature, photography, camping, "
    "fishing, gardening, animals, cats, dogs, chess, puzzles, games, gaming, video games, board games, "
    "computers, programming, coding, technology, science, volunteering, sleeping, family, friends, diy, "
    "horse riding, surfing, climbing, skating, skateboarding, martial arts, k-pop, museums"
)
"""What people write when asked for their hobbies, lower case. A farm's list is mostly of other things."""

ACTIVITY_VERBS = _words(
    "watching playing listening taking going making doing learning spending collecting eating drinking "
    "visiting meeting hanging trying reading studying riding walking training speaking teaching helping "
    "my the all"
)
"""First words of "Watching films", "Playing with my dog": people say so, lists of hobbies do not."""

HONEST_LABELS = _phrases(
    "age, gender, sex, height, weight, blood type, nationality, citizenship, email, e-mail, mail, "
    "website, homepage, url, fax, mobile, cell, skype, instagram, twitter, facebook, linkedin, youtube, "
    "education, qualifications, skills, experience, languages, language, references, department, office, "
    "room, team, club, position, number, nickname, nicknames, stage name, real name, birth name, alias, "
    "aliases, species, race, class, level, alignment, affiliation, rank, weapon, abilities, hair, hair "
    "color, hair colour, eyes, eye color, eye colour, zodiac, zodiac sign, star sign, mbti, group, "
    "agency, debut, years active, genre, label, marital status, status, spouse, children, parents, "
    "family, siblings, place of birth, birthplace, hometown, home town, country, city, location, lives "
    "in, favorite color, favourite colour, favorite food, favourite food, likes, dislikes, motto, quote, "
    "joined, posts, last seen, died, company, employer, organisation, organization, ssn, username, user "
    "name, iban, vat id, registered office, tax id, managing director, title, hours, opening hours, "
    "favorite music, favourite music, religion, ethnicity"
)
"""Labels of boxes about real or invented people, lower case. The farm's box never has them."""

ZIP_STATES: dict[str, tuple[tuple[int, int], ...]] = {
    "AA": ((340, 340),), "AE": ((90, 99),), "AP": ((962, 966),), "AK": ((995, 999),), "AL": ((350, 369),),
    "AR": ((716, 729),), "AS": ((967, 967),), "AZ": ((850, 865),), "CA": ((900, 961),), "CO": ((800, 816),),
    "CT": ((60, 69),), "DC": ((200, 205), (569, 569)), "DE": ((197, 199),), "FL": ((320, 339), (341, 349)),
    "FM": ((969, 969),), "GA": ((300, 319), (398, 399)), "GU": ((969, 969),), "HI": ((967, 968),),
    "IA": ((500, 528),), "ID": ((832, 838),), "IL": ((600, 629),), "IN": ((460, 479),), "KS": ((660, 679),),
    "KY": ((400, 427),), "LA": ((700, 714),), "MA": ((10, 27), (55, 55)), "MD": ((206, 219),),
    "ME": ((39, 49),), "MH": ((969, 969),), "MI": ((480, 499),), "MN": ((550, 567),), "MO": ((630, 658),),
    "MP": ((969, 969),), "MS": ((386, 397),), "MT": ((590, 599),), "NC": ((270, 289),), "ND": ((580, 588),),
    "NE": ((680, 693),), "NH": ((30, 38),), "NJ": ((70, 89),), "NM": ((870, 884),), "NV": ((889, 898),),
    "NY": ((5, 5), (63, 63), (100, 149)), "OH": ((430, 459),), "OK": ((730, 732), (734, 749)),
    "OR": ((970, 979),), "PA": ((150, 196),), "PR": ((6, 7), (9, 9)), "PW": ((969, 969),),
    "RI": ((28, 29),), "SC": ((290, 299),), "SD": ((570, 577),), "TN": ((370, 385),),
    "TX": ((733, 733), (750, 799), (885, 885)), "UT": ((840, 847),), "VA": ((201, 201), (220, 246)),
    "VI": ((8, 8),), "VT": ((50, 59),), "WA": ((980, 994),), "WI": ((530, 549),), "WV": ((247, 268),),
    "WY": ((820, 831), (834, 834)),
}  # fmt: skip
"""State, territory or military region → ranges of the first three digits of its ZIP codes, ends included.

Source: United States Postal Service, Labeling List L002 ("3-Digit ZIP Code Prefix Matrix"), gaps inside a
range closed. Fishers Island NY (063) and Alta WY (834) share a prefix with the neighbouring state.
"""

COMMON_STREETS = _words(
    "Avenue Street Road Drive Lane Court Place Way Boulevard Circle Terrace Trail Parkway Highway Square "
    "Plaza Alley Park Hill Hills Ridge Creek Lake Lakes Heights Gardens Garden Grove Glen Green Crescent "
    "Crossing Cove Path Pike Point Row Run View Vista Walk Springs Spring Meadows Meadow Mews Mill Loop "
    "Landing Valley Village Estates Center Turnpike Bridge Oval Manor Mall Station Harbor Field Fields "
    "Forest Island Orchard Pass Shore Summit Trace Hollow"
)
"""Street suffixes that real addresses end in; others of faker's list ("Ports", "Unions") hardly occur."""

LABELS = {
    "name": "name", "full name": "name", "author name": "name",
    "birthday": "birthday", "birth date": "birthday", "birthdate": "birthday", "date of birth": "birthday",
    "address": "address", "home address": "address",
    "phone": "phone", "phone number": "phone", "telephone": "phone", "tel": "phone",
    "job": "job", "job title": "job", "occupation": "job", "profession": "job",
    "hobby": "hobby", "hobbies": "hobby", "interests": "hobby", "hobbies and interests": "hobby",
    "introduction": "introduction", "intro": "introduction", "about me": "introduction",
    "bio": "introduction",
}  # fmt: skip
"""Label, lower case → the field it means."""

FARM_LABELS = frozenset(("name", "birthday", "address", "phone", "job", "hobby", "introduction"))
"""The labels a farm's box has, letter for letter but for their case."""
