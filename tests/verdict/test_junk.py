"""The junk score is the sum it says it is, whatever the page, and says what sort of junk it saw."""

from __future__ import annotations

import json
import math
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleaner
from cleaner.errors import ModelError
from cleaner.model import JunkPart
from cleaner.output.verify import verify
from cleaner.train.junkpages import GENERATORS
from cleaner.train.junkpages.wrapped import LANGUAGES, article, plain
from cleaner.verdict.junk import LABEL_RULES
from cleaner.verdict.junk.counted import SIGNALS as OF_TEXT
from cleaner.verdict.junk.page import SIGNALS
from cleaner.verdict.junk.scorecard import FORMS, Curve, Scorecard, dump_scorecards, load_scorecards, probability
from cleaner.verdict.junk.sorts import LABELS

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.*"))
JUNK = cleaner.Cleaner()


def adds_up(junk: cleaner.Junk) -> bool:
    return math.isclose(junk.score, 1 / (1 + math.exp(-sum(part.weight for part in junk.parts))), rel_tol=1e-9)


@pytest.mark.parametrize("page", SAMPLES, ids=lambda path: path.name)
def test_a_page_scores_the_same_alone_and_cleaned_and_its_parts_add_up(page: Path) -> None:
    payload = page.read_bytes()
    alone, cleaned = cleaner.score(payload), cleaner.clean(payload)
    assert alone == cleaned.junk == cleaner.clean(payload, policy="precision").junk
    assert adds_up(alone)
    assert alone.parts[0].signal == "bias"
    assert not verify(cleaned.to_record(), payload)


@pytest.mark.parametrize("generator", GENERATORS, ids=lambda generator: generator.name)
def test_every_generator_makes_pages_whose_scores_add_up(generator: object) -> None:
    language = generator.languages[-1]  # type: ignore[attr-defined]
    page = generator.make(Random(7), language)  # type: ignore[attr-defined]
    junk = JUNK.score(page.encode("utf-8", "replace"))
    assert adds_up(junk)
    assert {label.label for label in junk.labels} <= set(LABELS)
    assert all(label.rules and label.rules[0].startswith("junk.") for label in junk.labels)


@settings(deadline=None, max_examples=40)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=300))
def test_any_text_has_a_score_and_any_words_that_are_left_a_quality(text: str) -> None:
    result = cleaner.clean(text, kind="text")
    assert adds_up(result.junk)
    assert (result.text_quality is None) == (not result.text)
    assert result.text_quality is None or 0 <= result.text_quality <= 1


def test_an_empty_page_has_a_score_too() -> None:
    record = cleaner.clean(b"").to_record()
    assert record["status"] == "empty"
    assert 0 <= record["junk"]["score"] <= 1
    assert record["text_quality"] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_honest_pages_are_no_junk(language: str) -> None:
    scores = []
    for number in range(6):
        chance = Random(f"honest {language} {number}")
        title, paragraphs = article(chance, language)
        scores.append(JUNK.score(plain(title, paragraphs, language, chance)).score)
    assert sorted(scores)[len(scores) // 2] < 0.2
    assert sum(score > 0.5 for score in scores) <= 1


@pytest.mark.parametrize(
    ("label", "page"),
    [
        (
            "parked",
            "<title>moor.example</title><h1>moor.example</h1><p>This domain is for sale.</p><p>Make an offer</p>",
        ),
        ("soft-404", "<title>Page not found</title><h1>404</h1><p>The page you are looking for does not exist.</p>"),
        (
            "bot-challenge",
            "<title>Just a moment...</title><h1>moor.example</h1><p>Verify you are human by completing the action below.</p>"
            "<script>window._cf_chl_opt={cType:'managed'}</script>",
        ),
        ("script-shell", "<title>Moor</title><div id='root'></div><script src='/main.js'></script>"),
        (
            "server-default",
            "<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1><p>Thank you for using nginx.</p>",
        ),
        (
            "consent-wall",
            "<h1>We value your privacy</h1><p>We and our 812 partners store and/or access information on a device.</p>"
            "<button>Accept all</button><button>Reject all</button><button>Manage options</button>",
        ),
        (
            "paywall-stub",
            "<h1>The bridge</h1><p>The bridge will close on Monday, and nobody knows for how long.</p>"
            "<p>Subscribe to continue reading</p><p>Already a subscriber? Log in</p>",
        ),
        (
            "machine-text",
            "<h1>The bridge</h1><p>As an AI language model, I cannot browse the news about the bridge.</p>" * 2,
        ),
        pytest.param(
            "thin",
            "<title>Moor</title><h1>Moor</h1><p>A view of the moor in autumn</p>",
            marks=pytest.mark.xfail(strict=True, reason="its label is right, its score 0.34"),
        ),
    ],
)
def test_a_page_is_called_what_it_is(label: str, page: str) -> None:
    junk = cleaner.score(page, kind="html")
    assert label in {each.label for each in junk.labels}
    assert junk.score > 0.5


def test_labels_name_their_rules_and_what_they_rest_on_and_a_policy_switches_them_off(tmp_path: Path) -> None:
    page = "<title>moor.example</title><h1>moor.example</h1><p>This domain is for sale.</p><p>Make an offer</p>"
    [label] = [each for each in cleaner.score(page, kind="html").labels if each.label == "parked"]
    assert label.rules == ("junk.parked", "page.parked")
    assert any("for sale" in evidence for evidence in label.evidence)
    policy = tmp_path / "quiet.toml"
    policy.write_text('[rules]\n"junk.parked" = false\n')
    assert "parked" not in {each.label for each in cleaner.score(page, kind="html", policy=policy).labels}
    policy.write_text('[rules]\n"page.parked" = false\n')
    without = cleaner.score(page, kind="html", policy=policy)
    assert "parked" not in {each.label for each in without.labels}
    assert "page.parked" not in {part.signal for part in without.parts if part.value}


def test_every_label_has_a_rule_and_every_rule_and_signal_says_what_it_is() -> None:
    assert sorted(rule.label for rule in LABEL_RULES) == sorted(LABELS)
    assert all(rule.documentation for rule in LABEL_RULES)
    assert all(signal.documentation for signal in (*SIGNALS, *OF_TEXT))
    assert len({signal.name for signal in SIGNALS}) == len(SIGNALS)


@given(
    st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=1, max_size=6, unique_by=lambda point: point[0]),
    st.floats(-20, 20),
)
def test_a_curve_is_straight_between_its_points_and_level_beyond(
    points: list[tuple[float, float]], value: float
) -> None:
    at, weight = zip(*sorted(points), strict=True)
    curve = Curve(at, weight)
    assert min(weight) - 1e-9 <= curve(value) <= max(weight) + 1e-9
    assert all(curve(place) == pytest.approx(height) for place, height in zip(at, weight, strict=True))
    assert curve(at[0] - 1) == weight[0]
    assert curve(at[-1] + 1) == weight[-1]


def test_signals_without_a_value_or_a_curve_have_no_part() -> None:
    card = Scorecard(-1.0, {"hosts": Curve((0.0, 2.0), (0.0, 3.0))})
    assert card.parts([("hosts", None), ("words", 4.0)]) == (JunkPart("bias", 1.0, -1.0),)
    assert card.parts([("hosts", 1.0)])[1] == JunkPart("hosts", 1.0, 1.5)
    assert probability(card.parts([("hosts", 2.0)])) == pytest.approx(1 / (1 + math.exp(-2)))


def test_scorecards_are_written_as_they_are_read(tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text(dump_scorecards(load_scorecards()))
    assert load_scorecards(str(file)) == load_scorecards()
    policy = tmp_path / "mine.toml"
    policy.write_text('scorecards = "mine.json"\n')
    assert cleaner.score("moor", policy=policy) == cleaner.score("moor")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content.update(format="other"),
        lambda content: content["cards"].pop("text"),
        lambda content: content["cards"]["html"].update(bias="much"),
        lambda content: content["cards"]["html"].update(bias=float("inf")),
        lambda content: content["cards"]["html"].update(curves=[]),
        lambda content: content["cards"]["html"]["curves"].update(words={"at": [2, 1], "weight": [0, 0]}),
        lambda content: content["cards"]["html"]["curves"].update(words={"at": [], "weight": []}),
    ],
)
def test_a_file_that_holds_no_scorecards_is_refused(tmp_path: Path, spoil: object) -> None:
    content = {"format": "cleaner.scorecards/1", "cards": {form: {"bias": 0, "curves": {}} for form in FORMS}}
    spoil(content)  # type: ignore[operator]
    (tmp_path / "mine.json").write_text(json.dumps(content))
    (tmp_path / "mine.toml").write_text('scorecards = "mine.json"\n')
    with pytest.raises(ModelError, match=r"mine\.json"):
        cleaner.Cleaner(tmp_path / "mine.toml")
    with pytest.raises(ModelError, match="cannot read"):
        load_scorecards(str(tmp_path / "none.json"))
