"""Which pages are told of, and what is told: with the rules that are to blame, and no more of it than can be read."""

from __future__ import annotations

from pathlib import Path

from cleaner.cleaned import Cleaned
from cleaner.evaluate.datasets import LabelledPage, load
from cleaner.evaluate.metrics import Words
from cleaner.evaluate.run import Measured, Score, measure
from cleaner.evaluate.systems import ours
from cleaner.evaluate.worst import Faults, Lines, faults, losses, worst
from cleaner.pipeline import Cleaner, clean
from cleaner.policy import Policy
from tests.evaluate.pages import FERRY, MENU, PAGE, REFERENCE, echo, label, wcxb

NONE = Lines((), 0)
EXTRA = "Nobody has painted the pier at Vorland since the year of the flood."


def of(reference: str | None, payload: str = PAGE, **about: tuple[str, ...]) -> tuple[Faults, Cleaned]:
    page = LabelledPage("1", payload.encode(), reference=reference, **about)  # type: ignore[arg-type]
    result = clean(page.payload, policy=Policy(engine="trafilatura"))  # an engine that knows pages as small as these
    return faults(page, result), result


def texts(lines: Lines) -> list[str]:
    return [line.text for line in lines.shown]


def with_paragraphs(*paragraphs: str) -> str:
    return PAGE.replace("</article>", "".join(f"<p>{each}</p>" for each in paragraphs) + "</article>")


# --- what went wrong on a page ----------------------------------------------------------------------


def test_nothing_is_wrong_with_the_reference_itself() -> None:
    assert of(REFERENCE)[0] == Faults(NONE, NONE, NONE)


def test_a_line_that_was_kept_and_is_not_in_the_reference() -> None:
    found, result = of(FERRY[0])
    assert texts(found.kept) == [FERRY[1]]
    assert (found.removed, found.nowhere) == (NONE, NONE)
    [line] = found.kept.shown
    [decision] = [each for each in result.kept if result.blocks[each.block].text == FERRY[1]]
    assert line.rules == decision.rules
    opinions = [each for each in result.findings if each.block == decision.block and each.effect.value == "opinion"]
    assert [(each.rule, each.weight) for each in line.opinions] == [(each.rule, each.weight) for each in opinions]
    assert line.opinions


def test_a_line_that_was_removed_and_is_in_the_reference() -> None:
    found, _ = of(f"{MENU}\n{REFERENCE}")
    assert texts(found.removed) == [MENU]
    assert (found.kept, found.nowhere) == (NONE, NONE)
    assert found.removed.shown[0].rules == ("chrome.navigation",)


def test_a_line_that_no_block_holds_is_no_rules_fault() -> None:
    found, _ = of(f"{REFERENCE}\n{EXTRA}")
    assert texts(found.nowhere) == [EXTRA]
    assert found.nowhere.shown[0].rules == ()
    assert (found.kept, found.removed) == (NONE, NONE)


def test_with_an_empty_reference_everything_kept_is_wrong() -> None:
    assert texts(of("")[0].kept) == list(FERRY)


def test_a_reference_may_break_lines_elsewhere_and_correct_a_word() -> None:
    reference = REFERENCE.replace("\n\n", " ").replace("since 1911", "since\n1912").replace("at a loss", "AT A LOSS")
    assert of(reference)[0] == Faults(NONE, NONE, NONE)


def test_a_short_line_must_be_a_line_of_the_reference() -> None:
    payload = with_paragraphs("A loss", "Nobody!")
    found, _ = of(f"{REFERENCE}\n– nobody", payload)
    assert texts(found.kept) == ["A loss"]  # though the first paragraph ends in it


def test_a_copy_of_what_was_kept_is_not_wrongly_removed() -> None:
    payload = f"{PAGE}<footer><nav><a href='/t'>{FERRY[0]}</a></nav></footer>"
    found, result = of(REFERENCE, payload)
    assert FERRY[0] in [result.blocks[each.block].text for each in result.removed]
    assert found.removed == NONE


def test_snippets_where_there_is_no_reference() -> None:
    found, _ = of(None, present=("at a loss", "for the coming winter", "the pier"), absent=("nine miles", "Vorland"))
    assert texts(found.kept) == [FERRY[1]]
    assert texts(found.removed) == [MENU]
    assert found.removed.shown[0].rules == ("chrome.navigation",)
    assert texts(found.nowhere) == ["the pier"]


def test_with_a_reference_snippets_say_nothing() -> None:
    assert of(REFERENCE, absent=("at a loss",))[0].kept == NONE


def test_lists_are_cut_to_their_longest_lines_in_the_order_of_the_page() -> None:
    paragraphs = [f"{EXTRA} {'It rained. ' * n}".strip() for n in (5, 1, 9, *range(20, 34))]
    found, _ = of(REFERENCE, with_paragraphs(*paragraphs))
    assert found.kept.left_off == 2
    assert len(found.kept.shown) == 15
    kept = [each for each in paragraphs if each not in (paragraphs[0], paragraphs[1])]
    assert [line[:60] for line in texts(found.kept)] == [each[:60] for each in kept]


def test_equal_lines_are_told_once_and_long_ones_are_cut() -> None:
    found, _ = of(REFERENCE, with_paragraphs(*["It rained all day on the pier. " * 20] * 3))
    assert len(found.kept.shown) == 1
    assert found.kept.left_off == 0
    assert len(found.kept.shown[0].text) == 200
    assert found.kept.shown[0].text.endswith("…")


# --- which pages ------------------------------------------------------------------------------------


def measured(id_: str, f1: float, kind: str | None = None, peer: float = 0.5) -> Measured:
    scores = {name: Score(Words(value, value, value), None, 1.0) for name, value in (("cleaner", f1), ("peer", peer))}
    return Measured(id_, kind, id_, False, scores)


def test_the_worst_of_each_kind() -> None:
    pages = [
        measured("a", 0.9, "forum"),
        measured("b", 0.2, "article"),
        measured("c", 0.1, "article"),
        measured("d", 0.3, "article"),
        measured("e", 1.0, "product"),
        measured("f", 0.4),
    ]
    assert [page.id for page in worst(pages, 2)] == ["f", "c", "b", "a"]
    assert worst(pages, 0) == []


def test_of_equal_losses_first_the_one_that_a_peer_does_better() -> None:
    pages = [measured("a", 0.0, peer=0.0), measured("b", 0.0, peer=0.3), measured("c", 0.0, peer=0.9)]
    assert [page.id for page in worst(pages, 2)] == ["c", "b"]


def test_losses(tmp_path: Path) -> None:
    wcxb(
        tmp_path,
        {"1": label(), "2": label(FERRY[0]), "3": label("", "forum"), "4": label(kind="forum")},
        {"4": "%PDF-1.7"},
    )
    cleaner = Cleaner()
    dataset = load(tmp_path)
    scores = list(measure(dataset.pages(), [ours(cleaner), echo("peer", limit=0)]))
    half, blank, refused = losses(dataset, scores, cleaner, 9)
    assert (half.id, half.kind, half.blank, half.peers) == ("2", "article", False, {"peer": 0})
    assert half.faults is not None
    assert half.score == scores[1].scores["cleaner"]
    assert texts(half.faults.kept) == [FERRY[1]]
    assert (blank.id, blank.blank, blank.peers) == ("3", True, {"peer": 1})
    assert (refused.id, refused.faults) == ("4", None)
    assert "BinaryInput" in (refused.score.error or "")
