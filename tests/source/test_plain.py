"""Plain text into blocks: what is joined, what stays a line, and that every span is true."""

from __future__ import annotations

import random
import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.model import Block
from cleaner.source.plain import segment

PROSE = (
    "When the ferry came in on Thursday the harbour master was not at his desk, and nobody had thought "
    "to open the gate. The passengers waited on the quay with their bags around them, looking up at the"
    " clock, which had stopped at ten past four some years ago and which the town had never found the "
    "money to repair.",
    "Most of them were there for the fair. A few had come to look at the old pumping station, which is "
    "to be sold in the autumn, and one of them, a tall woman in a green coat, asked the boy at the "
    "kiosk whether the road over the dunes was open again after the storm in March. He said that he did"
    " not know but that his uncle would, and went to fetch him.",
    "Nobody spoke for a while. The uncle, when he came, had flour on his sleeves and was in no hurry at all.",
    "So it was almost noon before the first of them walked into the town, and by then the best of the "
    "market was over, the fish was gone, and the baker had begun to sweep the steps in front of his "
    "shop.",
)
GERMAN = (
    "Als die Fähre am Donnerstag anlegte, saß der Hafenmeister nicht an seinem Schreibtisch, und "
    "niemand hatte daran gedacht, das Tor zu öffnen. Die Fahrgäste warteten mit ihren Koffern am Kai "
    "und sahen zur Uhr am Turm hinauf, die vor Jahren um zehn nach vier stehen geblieben war und für "
    "deren Reparatur der Gemeinde bis heute das Geld fehlt.",
    "Die meisten waren wegen der Messe gekommen. Einige wollten das alte Pumpwerk besichtigen, das am "
    "12. Oktober verkauft werden soll, und eine große Frau im grünen Mantel fragte den Jungen am Kiosk,"
    " ob die Straße über die Dünen nach dem Sturm wieder befahrbar sei.",
)
CHINESE = (
    "星期四渡船进港的时候，港务长不在办公室，也没有人想到要去打开大门。旅客们带着行李站在码头上等着，抬头看着钟楼上的时钟，"
    "那座钟几年前停在四点十分，镇上一直没有钱去修理它。大多数人是为了集市而来的，也有几个人想看看那座旧的抽水站。",
    "快到中午的时候，第一批旅客才走进镇子，那时候市场上最好的东西已经卖完了，鱼没有了，面包师傅已经开始打扫店门前的台阶。",
)
SONNET = """\
The lamp is out, the harbour lies asleep,
And all the boats are quiet at the pier;
The watchman has his weary hours to keep,
And counts the little lights from far to near.
I walked with you along this very wall
When every window had a fire to show,
And heard across the bay the curlews call
And saw the moon come up, so round, so slow.
The years have taken what they had to take,
The wall is broken and the windows dark;
Yet for the lamp's and for the curlew's sake
I come again to look for one small spark,
And find it here, where nothing else has stayed:
The tide comes in, as if we both had prayed."""
LONG_VERSE = """\
Sing of the ferry that came in the grey of a Thursday in April,
Heavy with passengers, boxes of apples and crates full of chickens,
Slow through the fog with a bell at the bow and a boy at the railing,
Calling the depth to the pilot who stood with his pipe at the tiller.
Nobody waited to welcome the boat but a dog and a porter,
Sleepy and cold on the quay with his hands in the sleeves of his jacket,
Counting the minutes to breakfast and counting the gulls on the chimney.
So they arrived, and the gate was shut, and the clock had been broken
Ten years ago at the least, and the mayor had never repaired it,
Saying that time in the town would go on whether anyone told it."""
ADDRESS = "Harbour Office\n12 Quay Street\nNorthwick NW4 2AB\nUnited Kingdom"


def texts(source: str) -> list[str]:
    return [block.text for block in segment(source)]


def fill(paragraphs: tuple[str, ...], width: int = 72, first: str = "", rest: str = "") -> str:
    return "\n\n".join(
        textwrap.fill(each, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
        for each in paragraphs
    )


def fill_wide(paragraphs: tuple[str, ...], characters: int) -> str:
    return "\n\n".join(
        "\n".join(each[at : at + characters] for at in range(0, len(each), characters)) for each in paragraphs
    )


def justified(paragraph: str, width: int) -> str:
    *full, last = textwrap.wrap(paragraph, width)
    lines = []
    for line in full:
        words = line.split()
        wide, more = divmod(width - sum(map(len, words)), len(words) - 1)
        gaps = [" " * (wide + (place < more)) for place in range(len(words) - 1)]
        random.Random(line).shuffle(gaps)
        lines.append("".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True)))
    return "\n".join([*lines, last])


def solid(text: str) -> str:
    """The text without white space and NUL."""
    return "".join(text.replace("\0", "").split())


def check(source: str, blocks: tuple[Block, ...]) -> None:
    """Everything that must hold of any text's blocks."""
    assert [block.index for block in blocks] == list(range(len(blocks)))
    covered = bytearray(len(source))
    before = 0
    for block in blocks:
        assert solid(block.text)
        assert "\0" not in block.text
        assert (block.node, block.path, block.inline) == (-1, (), ())
        if block.flags.pre:
            assert block.text == block.text.rstrip()
        else:
            assert block.text == block.text.strip()
            assert "  " not in block.text
            assert len(block.text.splitlines()) == 1
        place = 0
        for (low, high), (start, stop) in block.runs:
            assert place <= low < high <= len(block.text)
            assert before <= start < stop <= len(source)
            piece = source[start:stop]
            assert "\0" not in piece
            assert solid(block.text[place:low]) == ""
            if high - low == stop - start:
                for ours, theirs in zip(block.text[low:high], piece, strict=True):
                    assert ours == theirs or (ours.isspace() and theirs.isspace())
            else:
                assert solid(block.text[low:high]) == solid(piece)
            for at in range(start, stop):
                covered[at] += 1
            place, before = high, stop
        assert solid(block.text[place:]) == ""
    assert max(covered, default=0) <= 1
    for at, character in enumerate(source):
        assert covered[at] or character.isspace() or character == "\0"


ANY_TEXT = st.text() | st.text(st.sampled_from("ab  .\t\n\n\r\0#`-|>\x0b\x0c\x1c\x85\xa0\u2028\u2029\u3000\ufeff中。"))
LINES = st.lists(
    st.sampled_from(
        [
            *PROSE[1].split(". "),
            *textwrap.wrap(PROSE[0], 60),
            *textwrap.wrap(PROSE[1], 60),
            "```",
            "```py",
            "# Head",
            "- item",
            "    set in",
            "a  b   c",
            "a\tb",
            "",
            "\0",
        ]
    )
).map("\n".join)


@given(ANY_TEXT | LINES)
@settings(max_examples=400)
def test_every_character_is_covered_once_and_runs_replay(source: str) -> None:
    check(source, segment(source))


@given(ANY_TEXT | LINES, st.data())
def test_source_gives_back_what_a_range_stands_for(source: str, data: st.DataObject) -> None:
    for block in segment(source):
        low = data.draw(st.integers(0, len(block.text)))
        high = data.draw(st.integers(low, len(block.text)))
        spans = block.source(low, high)
        assert solid("".join(source[start:stop] for start, stop in spans)) == solid(block.text[low:high])
        whole = block.source(0, len(block.text))
        assert (whole[0][0], whole[-1][1]) == block.span


@given(ANY_TEXT | LINES)
def test_the_same_text_gives_the_same_blocks(source: str) -> None:
    one, two = ([(each.text, each.runs, each.flags) for each in segment(source)] for _ in range(2))
    assert one == two


@given((ANY_TEXT | LINES).filter(lambda source: "\r" not in source))
def test_crlf_is_lf(source: str) -> None:
    windows = source.replace("\n", "\r\n")
    check(windows, segment(windows))
    assert texts(windows) == texts(source)


@given(ANY_TEXT | LINES, st.data())
def test_nul_changes_no_text(source: str, data: st.DataObject) -> None:
    clean = source.replace("\0", "")
    at = data.draw(st.integers(0, len(clean)))
    dirty = clean[:at] + "\0\0" + clean[at:]
    check(dirty, segment(dirty))
    assert texts(dirty) == texts(clean)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_line_ends(end: str) -> None:
    source = end.join(["one", "  two ", "", "three"])
    blocks = segment(source)
    assert [block.text for block in blocks] == ["one", "two", "three"]
    assert [source[slice(*block.span)] for block in blocks] == ["one", "two", "three"]


def test_nothing_but_white_space_and_nul_makes_no_block() -> None:
    assert segment("") == segment(" \n\t\xa0\u3000\0\r\n\0") == ()


def test_zero_width_characters_stay() -> None:
    assert texts("\ufeffco\u00adop\u200b\nx\x01y") == ["\ufeffco\u00adop\u200b", "x\x01y"]


def test_blanks_are_folded_into_one_indivisible_run() -> None:
    source = " Name:   Ada\xa0\xa0Dach \n"
    (block,) = segment(source)
    assert block.text == "Name: Ada\xa0\xa0Dach"
    assert [run.source for run in block.runs] == [(1, 6), (6, 9), (9, 18)]
    assert block.source(5, 6) == ((6, 9),)


def test_a_line_without_folding_is_one_run() -> None:
    assert [len(block.runs) for block in segment("one two\nthree four, five\n\nsix")] == [1, 1, 1]


# Wrapped text


@pytest.mark.parametrize("width", [55, 60, 65, 72, 76, 80, 100])
def test_wrapped_paragraphs_are_joined(width: int) -> None:
    source = fill(PROSE, width)
    blocks = segment(source)
    assert [block.text for block in blocks] == list(PROSE)
    assert all(len(block.runs) == 1 for block in blocks)
    check(source, blocks)


def test_a_joined_line_end_is_a_space_that_maps_to_it() -> None:
    source = fill(PROSE)
    block = segment(source)[0]
    end = source.index("\n")
    assert block.text[end] == " "
    assert block.source(end, end + 1) == ((end, end + 1),)


@pytest.mark.parametrize(("first", "rest"), [("   ", "   "), ("   ", ""), ("", "   "), (" * ", "   "), ("1. ", "   ")])
def test_indented_and_hanging_paragraphs_are_joined(first: str, rest: str) -> None:
    assert texts(fill(PROSE, 72, first, rest)) == [(first + each).strip() for each in PROSE]


def test_items_without_blank_lines_between_are_apart() -> None:
    source = fill(PROSE, 72, "- ", "  ").replace("\n\n", "\n")
    assert texts(source) == ["- " + each for each in PROSE]


def test_paragraphs_told_by_their_first_indentation_alone() -> None:
    assert texts(fill(PROSE, 72, "    ").replace("\n\n", "\n")) == list(PROSE)


def test_justified_paragraphs_are_joined_and_their_gaps_folded() -> None:
    assert texts("\n\n".join(justified(each, 70) for each in PROSE)) == list(PROSE)


def test_german_is_joined_though_its_nouns_begin_lines() -> None:
    for width in range(60, 81):
        assert texts(fill(GERMAN, width)) == list(GERMAN)


def test_chinese_is_joined_without_spaces() -> None:
    source = fill_wide(CHINESE, 36)
    assert texts(source) == list(CHINESE)
    check(source, segment(source))


def test_korean_is_joined_with_spaces() -> None:
    paragraph = "목요일에 배가 들어왔을 때 항만장은 자리에 없었고 아무도 문을 열 생각을 하지 않았다. " * 8
    lines, line = [], ""
    for word in paragraph.split():
        if len(line) + len(word) >= 36:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    assert texts("\n".join([*lines, line])) == [paragraph.strip()]


def test_text_wrapped_by_hand_is_joined() -> None:
    rng = random.Random(7)
    lines: list[list[str]] = []
    for paragraph in PROSE:
        lines.append([""])
        for word in paragraph.split():
            if len(lines[-1][-1]) + len(word) > 70 - rng.randrange(8):
                lines[-1].append(word)
            else:
                lines[-1][-1] = f"{lines[-1][-1]} {word}".strip()
    assert texts("\n\n".join("\n".join(each) for each in lines)) == list(PROSE)


def test_a_wrapped_mail_with_a_poem_headings_an_address_and_a_signature() -> None:
    poem = [line.strip() for line in SONNET.split("\n")]
    source = "\n".join(
        [
            "Dear Mrs. Holm,",
            "",
            fill(PROSE[:2]),
            "",
            "THE POEM YOU ASKED FOR",
            "",
            textwrap.indent(SONNET, "    "),
            "",
            "Where we are now",
            fill(PROSE[2:]),
            "",
            "> I did not get your last letter, so please send it again to the address",
            "> that I gave you when we met.",
            "",
            ADDRESS,
            "",
            "Yours",
            "Ada",
            "-- ",
            "Ada Holm   |   Northwick",
            "https://harbour.example.org/staff/ada",
        ]
    )
    assert texts(source) == [
        "Dear Mrs. Holm,",
        *PROSE[:2],
        "THE POEM YOU ASKED FOR",
        *poem,
        "Where we are now",
        *PROSE[2:],
        "> I did not get your last letter, so please send it again to the address",
        "> that I gave you when we met.",
        *ADDRESS.split("\n"),
        "Yours",
        "Ada",
        "--",
        "Ada Holm | Northwick",
        "https://harbour.example.org/staff/ada",
    ]
    assert texts(source.replace("\n", "\r\n")) == texts(source)


def test_an_rfc_keeps_its_contents_list_and_page_furniture_as_lines() -> None:
    contents = [f"   {n}. {title} {'.' * (50 - len(title))} {n + 2}" for n, title in enumerate(["Scope", "Terms"], 1)]
    source = "\n".join([*contents, "", fill(PROSE, 72, "   ", "   "), "", "Holm  Informational  [Page 3]", "\x0c"])
    assert texts(source) == [*(line.strip() for line in contents), *PROSE, "Holm Informational [Page 3]"]


# Lines that somebody ended on purpose


@pytest.mark.parametrize(
    "source",
    [
        SONNET,
        LONG_VERSE,
        f"{LONG_VERSE}\n\n{LONG_VERSE}",
        SONNET.lower(),
        SONNET.upper(),
        textwrap.indent(LONG_VERSE, "  "),
        ADDRESS,
        "\n".join(PROSE),
        "\n".join(PROSE[1].split(". ")),
        "[12:01] <ada> is anybody at the harbour already, or am I early?\n[12:01] <bo> I am\n"
        "[12:04] <cy> the ferry is late, they say it will be here at noon\n[12:04] <bo> then I get coffee",
        "2024-05-01 10:00:01 INFO request served from cache in 12 ms to client 10\n" * 8,
        "Ada: Did anybody tell the harbour master that the clock has stopped?\n"
        "Bo: He knows, and he told me that he will not have it repaired again\n" * 4,
        "1\n00:00:01,000 --> 00:00:04,000\nThe lamp is out, the harbour\nlies asleep tonight\n\n"
        "2\n00:00:04,500 --> 00:00:07,000\nAnd all the boats are quiet\nat the pier",
        "- a lamp\n- two boats and an oar\n- three nets\n- four floats, green\n- five hooks",
        "Flour, sifted\nTwo eggs\nButter\nA pinch of salt\nMilk, a cup or so\nSugar",
        "| Boat | Length | Built |\n|------|--------|-------|\n| Ada  | 12     | 1961  |",
        "x" * 76 + "\n" + ("y" * 76 + "\n") * 9,
        "/* a */ int main(void) { return 0; }\nint a;\nstatic const char *names[] = { 0 };\n}",
    ],
)
def test_lines_stay_lines(source: str) -> None:
    lines = [" ".join(line.split()) for line in source.split("\n") if line.strip()]
    assert [" ".join(text.split()) for text in texts(source)] == lines
    assert [" ".join(text.split()) for text in texts(source.replace("\n", "\r\n"))] == lines


def test_a_page_of_long_lines_is_not_wrapped_because_it_quotes_a_poem() -> None:
    page = "\n\n".join([*PROSE, LONG_VERSE, *GERMAN])
    assert texts(page) == [*PROSE, *LONG_VERSE.split("\n"), *GERMAN]


def test_names_with_their_prices_are_not_wrapped() -> None:
    boats = [f"Rowing boat number {number}, of larch and oak, with two pairs of oars" for number in range(1, 7)]
    source = "\n\n".join(f"{boat}\n$ {len(boat)}9.00" for boat in boats)
    assert texts(source) == [line for line in source.split("\n") if line]


def test_wrapped_text_that_was_edited_later_is_joined() -> None:
    source = fill(PROSE[:3]).replace("had thought to open", "tried").replace("the town had", "it had")
    assert texts(source) == [" ".join(each.split()) for each in source.split("\n\n")]


def test_one_wrapped_paragraph_of_three_lines_is_too_little_evidence() -> None:
    source = textwrap.fill(PROSE[2], 40)
    assert texts(source) == source.split("\n")


# Tables and code


def test_gaps_of_an_aligned_table_become_tabs() -> None:
    source = "Boat      Length   Built\nAda Holm  12       1961\nBo        9        1978\n\nA   line   by   itself"
    assert texts(source) == ["Boat\tLength\tBuilt", "Ada Holm\t12\t1961", "Bo\t9\t1978", "A line by itself"]
    check(source, segment(source))


def test_tabs_stay_so_that_empty_cells_are_seen() -> None:
    assert texts("a\t\tc\nd\te \t f") == ["a\t\tc", "d\te\tf"]


def test_headings_keep_their_marks_and_give_their_level() -> None:
    blocks = segment("# One\n\n###### Six #\n#hashtag\n####### seven\n#\n")
    assert [(block.text, block.flags.heading) for block in blocks] == [
        ("# One", 1),
        ("###### Six #", 6),
        ("#hashtag", 0),
        ("####### seven", 0),
        ("#", 0),
    ]


def test_fenced_code_is_one_block_as_it_stands() -> None:
    code = "```python\ndef f():\n    return  1\n\n# not a heading\n```"
    for end in ("\n", "\r\n"):
        source = f"Before\n{code}\nAfter".replace("\n", end)
        blocks = segment(source)
        assert [block.text for block in blocks] == ["Before", code, "After"]
        assert [block.flags.pre for block in blocks] == [False, True, False]
        check(source, blocks)


def test_a_fence_without_end_is_a_line() -> None:
    blocks = segment("```\none  two\nthree")
    assert [block.text for block in blocks] == ["```", "one two", "three"]
    assert not any(block.flags.pre for block in blocks)


def test_text_set_in_by_four_is_code_on_a_page_of_markdown_only() -> None:
    code = "    def f():\n        return  1\n\n    f()"
    marked = segment(f"# Head\n\n{code}\n\nAfter")
    assert [block.text for block in marked] == ["# Head", code, "After"]
    assert marked[1].flags.pre
    assert texts(f"Head\n\n{code}") == ["Head", "def f():", "return 1", "f()"]


def test_what_is_set_in_under_a_list_item_is_no_code() -> None:
    source = "# Head\n\n1.  First\n\n    goes on\n\n2.  Second\n\n    goes on too\n\nOut\n\n    code"
    assert [block.text for block in segment(source) if block.flags.pre] == ["    code"]


# The farm's page


def test_a_farm_page_is_cut_at_its_lines() -> None:
    tail = "Top Articles\nLatest Posts\nArticle information\n\nAuthor: Ada Dach\n\nLast Updated:\n\nViews: 6444"
    source = "\n\n".join(PROSE) + "\n\n" + tail
    assert texts(source) == [*PROSE, *(line for line in tail.split("\n") if line)]


def test_a_profile_in_one_line_is_one_block() -> None:
    line = "He went home. Author: Ada Dach Views: 6444 Name: Ada Dach Birthday: 1993-08-23 Job: Clerk"
    (block,) = segment(line + "\n")
    at = line.index("Author:")
    assert block.source(at, len(line)) == ((at, len(line)),)


# Size


def test_of_too_many_lines_several_are_a_block() -> None:
    """They stand as they are, a blank line between paragraphs, and every line has its source."""
    lines = "".join(f"Line  {n}.\r\n{chr(10) * (n % 2)}" for n in range(60_001))
    blocks = segment(lines)
    assert len(blocks) == 30_001
    assert blocks[1].text == "Line 2.\nLine 3."
    assert blocks[2].text == "Line 4.\nLine 5."
    assert blocks[-1].text == "Line 60000."
    assert "".join("".join(block.text for block in blocks).split()) == "".join(lines.split())
    pieces = [lines[start:end] for block in blocks for start, end in block.source(0, len(block.text))]
    assert "".join("".join(pieces).split()) == "".join(lines.split())


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("word " * 4_000_000, 1),
        ("a" + " " * 10_000_000 + "b", 1),
        ("a" + "\t" * 2_000_000 + "b", 1),
        ("a\n" * 50_000, 50_000),
        ("a\n" * 200_000, 50_000),  # four lines to a block
        ("\n" * 500_000 + "a", 1),
        (" " * 10_000_000, 0),
        ("\0" * 5_000_000, 0),
        ("a\0" * 100_000, 1),
        ("```\n" * 49_999, 25_000),
        ("```\n" * 100_001, 33_334),
        ("aa   bb  cc\n" * 30_000, 30_000),
        ("`" * 1_000_000, 1),
        ((textwrap.fill(PROSE[0], 72) + "\n\n") * 5_000, 5_000),
        (textwrap.fill(PROSE[0] * 5_000, 72, break_on_hyphens=False), 1),
    ],
    ids=lambda value: str(value) if isinstance(value, int) else value[:9].encode("unicode_escape").decode(),
)
def test_large_pages_take_linear_time(source: str, count: int) -> None:
    start = time.process_time()
    assert len(segment(source)) == count
    assert time.process_time() - start < 8
