"""`cleaner weigh`: ordinary pages and junk to the weights of the junk score."""

from __future__ import annotations

import math
from pathlib import Path
from random import Random

import numpy as np
import pytest
from click.testing import CliRunner, Result

import cleaner
from cleaner.cli import main
from cleaner.evidence.states.model import OTHER, STATES, load_states
from cleaner.train import junk as module
from cleaner.train import sources
from cleaner.train.diction import lines_of
from cleaner.train.heldout import Judged, held_out
from cleaner.train.junk import Sample
from cleaner.train.junkpages import GENERATORS
from cleaner.train.junkpages.wrapped import LANGUAGES, article, plain
from cleaner.train.likeness import Worded, fit_likeness, is_an_article, worded
from cleaner.train.sources import SMALL
from cleaner.train.states import Seen, fit_states, state_of
from cleaner.train.weigh import Problem, balanced, platt
from cleaner.verdict.junk.likeness import SORTS, Likeness, features, load_likeness
from cleaner.verdict.junk.scorecard import load_scorecards, probability
from cleaner.verdict.junk.sorts import LABELS


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, ["weigh", *map(str, arguments)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception  # a user would have seen a traceback
    return result


def test_generators_cover_every_label_twice_and_make_other_pages_each_time() -> None:
    assert {label for generator in GENERATORS for label in generator.labels} == set(LABELS)
    for label in LABELS:
        assert len({each.name.partition("/")[0] for each in GENERATORS if label in each.labels}) > 1, label
    for generator in GENERATORS:
        language = generator.languages[0]
        first, again, *others = (generator.make(Random(seed), language) for seed in (1, 1, 2, 3, 4, 5, 6))
        assert first == again, generator.name
        assert len({first, *others}) > 1, generator.name  # some have but a few to choose from
        assert set(generator.languages) <= set(LANGUAGES), generator.name


@pytest.fixture
def ordinary(tmp_path: Path) -> Path:
    """A folder of plain honest pages."""
    folder = tmp_path / "ordinary"
    folder.mkdir()
    for number in range(12):
        title, paragraphs = article(Random(number), "en")
        (folder / f"{number}.html").write_text(plain(title, paragraphs, "en", Random(number)))
        (folder / f"{number}.txt").write_text("\n".join([title, *paragraphs]))
    return folder


@pytest.mark.parametrize(
    ("source", "labels", "forms"), [(SMALL, (), ["html"]), ("wcxb-dev", (), []), ("one/x", ("thin",), ["html"])]
)
def test_what_shows_little_is_a_page_where_somebody_says_so(
    source: str, labels: tuple[str, ...], forms: list[str]
) -> None:
    raw = sources.Raw("7", source, source, "en", labels, b"<h1>Bell ringing</h1><p>Sundays at nine, not in Lent.")
    assert [sample.form for sample in module._forms(raw, cleaner.Cleaner()) if sample.form != "quality"] == forms


def test_weights_are_fitted_measured_written_and_used(
    ordinary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = {(each.labels[0], each.name.partition("/")[0]): each for each in GENERATORS}
    monkeypatch.setattr(sources, "GENERATORS", tuple(few.values()))
    monkeypatch.setattr(sources, "_ARTICLES", 2)
    lines = [line for number, line in enumerate(lines_of([])) if number % 100 == 0]
    monkeypatch.setattr(module, "lines_of", lambda pages: lines)  # of all of them it takes minutes
    result = run(ordinary, "--each", 2, "-o", tmp_path / "weights")
    assert result.exit_code == 0, result.output
    assert "ROC AUC" in result.stdout
    assert all(f"\n{label} " in result.stdout for label in LABELS)
    assert sorted(path.name for path in (tmp_path / "weights").iterdir()) == [
        "fluency.npz",
        "likeness.npz",
        "scorecards.json",
        "states.npz",
    ]
    cards = load_scorecards(str(tmp_path / "weights" / "scorecards.json"))
    assert {"html", "text", "quality", "html content-farm", "text gibberish"} <= cards.keys()
    assert load_likeness(tmp_path / "weights" / "likeness.npz").weights.shape[1] == len(SORTS)
    assert load_states(tmp_path / "weights" / "states.npz").weights.shape[1] == len(STATES)
    policy = tmp_path / "weights" / "mine.toml"
    policy.write_text('scorecards = "scorecards.json"\n')
    page = (ordinary / "1.html").read_bytes()
    assert cleaner.score(page, policy=policy).score < 0.5
    assert cleaner.score(page, policy=policy).parts != cleaner.score(page).parts


@pytest.mark.parametrize("junk", ["nowhere=parked", "tests=nothing", "tests"])
def test_real_junk_needs_a_folder_and_a_label(ordinary: Path, tmp_path: Path, junk: str) -> None:
    result = run(ordinary, "--junk", junk, "-o", tmp_path / "weights")
    assert result.exit_code == 2
    assert "--junk" in result.stderr


def samples(count: int = 60) -> list[Sample]:
    """Junk of three sources that has a high value, and ordinary pages of many domains that have a low one; a third value says nothing."""
    chance = Random(5)
    made = []
    for number in range(count):
        junk = number % 2 == 0
        source = f"hand/{number % 3}" if junk else "ordinary"
        values = {
            "hosts": chance.gauss(4 if junk else 1, 1),
            "words": chance.gauss(2, 1),
            "doors": None if number % 5 else 0.5,
        }
        labels = ("link-farm",) if junk else ()
        made.append(Sample(str(number), "html", source, source if junk else str(number), "en", labels, values))
    return made


def test_the_card_says_what_the_solution_says() -> None:
    problem = Problem(samples())
    card = problem.scorecard()
    rows = problem.rows @ problem.solved(np.ones(len(problem.samples), bool))
    for sample, odds in zip(problem.samples, rows.tolist(), strict=True):
        parts = card.parts(sample.values.items())
        assert sum(part.weight for part in parts) == pytest.approx(odds, abs=0.02)
        assert (probability(parts) > 0.5) == (odds > 0) or abs(odds) < 0.02


def test_what_is_known_to_be_no_less_junk_never_falls() -> None:
    curve = Problem(samples()).scorecard().curves["hosts"]
    assert list(curve.weight[1:]) == sorted(curve.weight[1:])


def test_sources_are_judged_by_models_that_have_not_seen_them() -> None:
    judged = held_out(Problem(samples(200)))
    assert judged.auc() > 0.9
    assert 0 <= judged.calibration() < 0.3
    assert 0 <= judged.recall() <= 1
    told = [Sample("j", "html", "j", "j", None, ("thin",), {}), Sample("o", "html", "o", "o", None, (), {})]
    assert Judged(told, np.array([2.0, -2.0])).auc() == 1
    assert Judged(told, np.array([-2.0, 2.0])).auc() == 0
    assert Judged(told, np.array([40.0, -40.0])).calibration() == pytest.approx(0)


def test_sources_of_junk_weigh_alike_and_all_of_it_its_share() -> None:
    made = samples()
    junk = np.array([bool(sample.labels) for sample in made])
    weights = balanced(made, junk)
    assert weights.sum() == pytest.approx(len(made))
    assert weights[junk].sum() / weights.sum() == pytest.approx(0.25)
    by_source = {
        source: sum(w for w, s in zip(weights, made, strict=True) if s.source == source)
        for source in ("hand/0", "hand/1")
    }
    assert by_source["hand/0"] == pytest.approx(by_source["hand/1"])


def test_scaling_mends_what_is_too_sure() -> None:
    made = samples(400)
    chance = np.random.default_rng(3)
    true = np.array([1.5 if sample.labels else -1.5 for sample in made]) + chance.normal(0, 1.2, len(made))
    slope, _ = platt(3 * true, made)
    assert slope < 0.8


def test_states_are_told_by_words_and_the_model_needs_pages_of_all() -> None:
    seen = [
        Seen({f"text:{state}{n}": 1.0, "text:word": 1.0}, state) for state in STATES for n in range(3) for _ in range(4)
    ]
    names, weights = fit_states(seen)
    assert weights.shape == (len(names) + 1, len(STATES))
    assert "text:parked1" in names
    with pytest.raises(ValueError, match="no page of some states"):
        fit_states([page for page in seen if page.state != "parked"])
    assert state_of(("doorway", "parked")) == "parked"
    assert state_of(()) == OTHER


def test_honest_lines_in_junk_teach_no_words() -> None:
    title, paragraphs = article(Random(4), "en")
    about = ("one/doorway-city", "one/doorway-city", ("doorway",))
    [page] = worded([*paragraphs, "Cheap skip hire in Batley and all surrounding areas"], [title], *about)
    assert "text:cheap" in page.found
    assert not [name for name in page.found if name.startswith("head:")]
    assert len(page.found) < 12
    assert not list(worded(paragraphs, [title], *about))
    [ordinary] = worded(paragraphs, [title], "articles", "en-1", ())
    assert len(ordinary.found) > 50


def test_words_are_told_by_the_sources_they_stand_in() -> None:
    pages = [
        Worded(
            features([f"{'casino bonus' if n % 2 else 'harbour ferry'} word"], []),
            f"s{n}",
            f"s{n}",
            ("doorway",) if n % 2 else (),
        )
        for n in range(80)
    ]
    names, weights = fit_likeness(pages)
    assert "text:casino" in names
    model = Likeness({name: row for row, name in enumerate(names)}, weights)
    junk, ordinary = (
        dict(zip(SORTS, model.odds(features([text], [])), strict=True)) for text in ("casino bonus", "harbour ferry")
    )
    assert junk["junk"] > 0 > ordinary["junk"]
    assert junk["doorway"] > ordinary["doorway"]


def test_a_text_of_nothing_but_an_article_is_no_junk_any_more() -> None:
    _, paragraphs = article(Random(4), "en")
    assert is_an_article(paragraphs)
    assert not is_an_article([*paragraphs, "Cheap skip hire in Batley and all surrounding areas"])
    assert not is_an_article([*paragraphs[:-1], f"{paragraphs[-1]} Buy cheap pills here"])
    assert not is_an_article(paragraphs * 2), "what stands there twice is junk of its own"


def test_fields_are_short_lines_and_none_of_them_a_sentence() -> None:
    lines = [
        "Officers",
        "Chair: Wren",
        "Clerk: Odell",
        "He was chosen in May.",
        "Clerk: Odell",
        "Treasurer: Moss",
        "Boats: Lark",
    ]
    fields = sources._fields(lines, Random(1))
    assert list(fields) == ["Officers", "Chair: Wren", "Clerk: Odell", "Treasurer: Moss", "Boats: Lark"]
    assert not sources._fields(lines[:4], Random(1))


def test_what_proves_a_farm_weighs_what_is_known_of_it_however_few_pages_have_it() -> None:
    made = samples()
    proved = [
        sample._replace(values=sample.values | {"author.fabricated": float(number in (0, 8))})
        for number, sample in enumerate(made)
    ]
    curve = Problem(proved).scorecard().curves["author.fabricated"]
    assert curve.weight[-1] - curve.weight[0] >= math.log(6_544) - 0.001
