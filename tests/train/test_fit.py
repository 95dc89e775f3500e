"""Training on a few made pages: the same model twice, a better guess than none, and trees that say what CatBoost's say."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from cleaner.errors import DatasetError, MissingExtra
from cleaner.evaluate.datasets import LabelledPage
from cleaner.evidence.content.features import Features
from cleaner.evidence.content.forest import Forest
from cleaner.evidence.content.model import ContentModel, fits, load_model, save_model
from cleaner.evidence.content.second import second_look
from cleaner.train import fit as module
from cleaner.train.examples import Example, examples
from cleaner.train.fit import fit
from cleaner.train.parts import part_of
from tests.evidence.content.pages import features_of
from tests.evidence.lines.texts import NO_LINES
from tests.train.pages import DOMAINS, Made, made

EXAMPLES = list(examples(made(30)))


@pytest.fixture(scope="module", autouse=True)
def few_trees() -> Iterator[None]:
    """Without CatBoost nothing here that trains can be tested; with it, a few small trees will do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BLOCKS", {**module._BLOCKS, "iterations": 12, "depth": 3})
        patch.setattr(module, "_PAGES", {**module._PAGES, "iterations": 12})
        yield


@pytest.fixture
def learner() -> Any:
    return pytest.importorskip("catboost")


@pytest.fixture(scope="module")
def model() -> ContentModel:
    pytest.importorskip("catboost")
    return fit(EXAMPLES, NO_LINES)


def blob(model: ContentModel, folder: Path) -> bytes:
    save_model(model, folder / "m.npz")
    return (folder / "m.npz").read_bytes()


# --- parts of the domains ---------------------------------------------------------------------------


def test_a_domain_stays_in_its_part() -> None:
    found = {domain: part_of(domain, 4) for domain in ("ferries.org", "harbours.org", "fähre.example", "")}
    assert found == {"ferries.org": 2, "harbours.org": 3, "fähre.example": 3, "": 0}
    assert part_of("ferries.org", 5) == zlib.crc32(b"ferries.org") % 5


def test_every_part_gets_its_domains() -> None:
    sizes = np.bincount([part_of(f"{number}.example.org", 5) for number in range(1_000)])
    assert len(sizes) == 5
    assert sizes.min() > 150


# --- a model ----------------------------------------------------------------------------------------


def test_the_same_pages_and_seed_give_the_same_bytes(model: ContentModel, tmp_path: Path) -> None:
    assert blob(fit(list(EXAMPLES), NO_LINES), tmp_path) == blob(model, tmp_path)


def test_another_seed_gives_another_model(model: ContentModel, tmp_path: Path) -> None:
    other = fit(EXAMPLES, NO_LINES, seed=1)
    assert blob(other, tmp_path) != blob(model, tmp_path)
    assert not np.array_equal(other.first.leaves, model.first.leaves)


def test_a_model_says_how_it_was_made(model: ContentModel, learner: Any, tmp_path: Path) -> None:
    assert model.about == {"pages": len(EXAMPLES), "seed": 0, "learner": f"catboost {learner.__version__}"}
    assert model.kinds == ("article", "forum")
    assert fits(model, EXAMPLES[0].seen.names, EXAMPLES[0].seen.page_names)
    save_model(model, tmp_path / "m.npz")
    assert load_model(str(tmp_path / "m.npz")).about == model.about


@pytest.mark.parametrize("number", [100, 101, 102, 109])
def test_on_a_page_it_has_not_seen_it_tells_paragraphs_from_menus(model: ContentModel, number: int) -> None:
    page = Made(number)
    seen = features_of(page.html)
    content = model.content(seen, model.kinds_of(seen))
    example, *_ = examples([page.labelled()])
    assert content[example.shares == 1].min() > 0.6
    assert content[: len(page.menu)].max() < 0.4
    assert content[example.shares == 1].min() > content[example.shares == 0].max()


def test_it_tells_kinds(model: ContentModel) -> None:
    for number in (100, 101, 102, 109):
        kinds = model.kinds_of(features_of(Made(number).html))
        assert kinds.sum() == pytest.approx(1)
        assert model.kinds[int(kinds.argmax())] == Made(number).kind


def test_blocks_weigh_by_their_words_and_pages_the_same() -> None:
    for example in EXAMPLES[:3]:
        weights = module._weights(example)
        assert weights.sum() == pytest.approx(example.weight)
        words = np.maximum(example.seen.words, 0.5)
        assert weights**2 / words == pytest.approx(np.full(len(words), weights[0] ** 2 / words[0]))


def of_kinds(kinds: Sequence[str | None]) -> list[Example]:
    return [example._replace(kind=kinds[place % len(kinds)]) for place, example in enumerate(EXAMPLES)]


@pytest.mark.parametrize(
    ("kinds", "known"),
    [
        ([None], ("article",)),
        (["forum"], ("forum",)),
        (["forum", None, "article", None, None], ("article", "forum")),
        (["forum", "product", "article", "article", "listing"], ("article", "forum", "listing", "product")),
        (["forum", *["article"] * 5], ("article", "forum")),  # forums on one domain alone
    ],
)
def test_kinds_may_be_few_or_missing(learner: Any, kinds: list[str | None], known: tuple[str, ...]) -> None:
    found = fit(of_kinds(kinds), NO_LINES)
    seen = EXAMPLES[0].seen
    assert found.kinds == known
    probabilities = found.kinds_of(seen)
    assert len(probabilities) == len(known)
    assert probabilities.sum() == pytest.approx(1)
    assert np.isfinite(found.content(seen, probabilities)).all()


# --- what it cannot learn from ----------------------------------------------------------------------


def test_pages_of_one_domain_are_too_few() -> None:
    for few in ([], EXAMPLES[:1], [example for example in EXAMPLES if example.domain == DOMAINS[0]]):
        with pytest.raises(DatasetError, match="more domains"):
            fit(few, NO_LINES)


def test_without_catboost_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(module, "import_module", missing)
    with pytest.raises(MissingExtra, match=r"'catboost'.*cleaner\[train\]") as caught:
        fit(EXAMPLES, NO_LINES)
    assert isinstance(caught.value.__cause__, ImportError)


@pytest.mark.parametrize(
    "kinds",
    [[["forum"], ["product"], ["article"]], [["article", "forum"], ["forum", "product"]]],
    ids=["each on one domain", "articles on one, products on the other"],
)
def test_the_second_look_knows_of_every_kind(
    learner: Any, monkeypatch: pytest.MonkeyPatch, kinds: list[list[str]]
) -> None:
    named = []
    for its, domain in zip(kinds, DOMAINS, strict=False):
        pages = [example for example in EXAMPLES if example.domain == domain]
        named += [example._replace(kind=its[place % len(its)]) for place, example in enumerate(pages)]
    known: set[int] = set()

    def look(seen: Features, probabilities: NDArray[np.float64], kinds: NDArray[np.float64]) -> NDArray[np.float32]:
        known.add(len(kinds))
        return second_look(seen, probabilities, np.zeros(3))

    monkeypatch.setattr(module, "second_look", look)
    fit(named, NO_LINES)
    assert known == {3}


def _nothing(page: Made) -> LabelledPage:
    return LabelledPage(str(page.number), page.html.encode(), domain=page.domain, reference="")


def _alike(page: Made) -> LabelledPage:
    return LabelledPage(str(page.number), b"<p>The ferry", kind=page.kind, domain=page.domain, reference="The ferry")


@pytest.mark.parametrize(
    ("make", "numbers"),
    [(_nothing, range(12)), (_alike, range(12))],
    ids=["nothing is content", "all pages are one"],
)
def test_pages_that_teach_nothing_are_told(learner: Any, make: Any, numbers: Sequence[int]) -> None:
    with pytest.raises(DatasetError):
        fit(list(examples(make(Made(number)) for number in numbers)), NO_LINES)


# --- CatBoost's trees -------------------------------------------------------------------------------


def columns(rows: int, seed: int) -> Any:
    """Numbers of chance: one column is constant, one has few values, and one is there for nothing."""
    rng = np.random.default_rng(seed)
    made = rng.normal(size=(rows, 7)).astype(np.float32)
    made[:, 0] = 5
    made[:, 3] = rng.integers(0, 3, rows)
    return made


def forest_of(trained: Any, folder: Path) -> tuple[Forest, dict[str, Any]]:
    trained.save_model(str(folder / "model.json"), format="json")
    plain = json.loads((folder / "model.json").read_text("utf-8"))
    return module._forest(plain), plain


SETTINGS = {"iterations": 15, "random_seed": 3, "verbose": False, "allow_writing_files": False, "border_count": 32}


@pytest.mark.parametrize("depth", [1, 3, 6])
@pytest.mark.parametrize("loss", ["CrossEntropy", "MultiClass", "RMSE"])
def test_a_forest_gives_catboosts_own_numbers(learner: Any, tmp_path: Path, loss: str, depth: int) -> None:
    values, asked = columns(400, 1), columns(300, 2)
    signal = values[:, 1] + values[:, 3] * values[:, 5]
    labels = {
        "CrossEntropy": 1 / (1 + np.exp(-signal)),
        "MultiClass": np.digitize(signal, [-0.5, 0.5]),
        "RMSE": 9 + signal,
    }
    trained = learner.CatBoost({**SETTINGS, "loss_function": loss, "depth": depth})
    trained.fit(learner.Pool(values, labels[loss]))
    forest, _ = forest_of(trained, tmp_path)
    expected = np.atleast_2d(trained.predict(asked, prediction_type="RawFormulaVal").T)
    found = forest.scores(np.ascontiguousarray(asked.T))
    assert found.shape == expected.shape == (3 if loss == "MultiClass" else 1, 300)
    assert np.ptp(expected) > 0.1
    assert found == pytest.approx(expected, abs=1e-5)


def test_values_on_a_border_go_where_catboost_sends_them(learner: Any, tmp_path: Path) -> None:
    values = columns(400, 4)
    trained = learner.CatBoost({**SETTINGS, "loss_function": "RMSE", "depth": 4})
    trained.fit(learner.Pool(values, values[:, 1] - values[:, 2]))
    forest, _ = forest_of(trained, tmp_path)
    asked = np.zeros((len(forest.borders), 7), np.float32)
    asked[np.arange(len(asked)), forest.features] = forest.borders
    assert forest.scores(asked.T)[0] == pytest.approx(trained.predict(asked), abs=1e-5)


def test_trees_that_stopped_early_are_filled_up(learner: Any, tmp_path: Path) -> None:
    values = np.repeat(np.arange(2, dtype=np.float32), 50)[:, None]  # after one question there is nothing to ask
    rows = np.hstack([values, values * 0 + np.arange(100, dtype=np.float32)[:, None] % 3])
    trained = learner.CatBoost({**SETTINGS, "loss_function": "RMSE", "depth": 5, "iterations": 30})
    trained.fit(learner.Pool(rows, values[:, 0]))
    forest, plain = forest_of(trained, tmp_path)
    assert forest.scores(rows.T)[0] == pytest.approx(trained.predict(rows), abs=1e-5)
    # The same by hand: one tree of two levels, one of none, one of one.
    plain["oblivious_trees"] = [
        {"leaf_values": [1, 2, 3, 4], "splits": _splits((0, 0.5), (1, 1.5))},
        {"leaf_values": [10], "splits": None},
        {"leaf_values": [100, 200], "splits": _splits((1, 0.5))},
    ]
    plain["scale_and_bias"] = [2, [1000]]
    asked = np.array([[0, 1, 0, 1], [0, 0, 1, 2]], np.float32)
    sums = [1 + 10 + 100, 2 + 10 + 100, 1 + 10 + 200, 4 + 10 + 200]
    assert module._forest(plain).scores(asked).tolist() == [[2 * each + 1000 for each in sums]]


def _splits(*questions: tuple[int, float]) -> list[dict[str, Any]]:
    return [{"float_feature_index": feature, "border": border} for feature, border in questions]
