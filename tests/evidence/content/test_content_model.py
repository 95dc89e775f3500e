"""The model as a file: what is saved is read, and what is no model is told."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cleaner.errors import ModelError
from cleaner.evidence.content.features import Features
from cleaner.evidence.content.forest import Forest
from cleaner.evidence.content.model import FORMAT, ContentModel, digest, fits, load_model, save_model
from cleaner.evidence.content.opinion import Opinion, opinion
from cleaner.evidence.content.second import second_look
from cleaner.evidence.content.select import choose, log_odds, sigmoid
from cleaner.pipeline import Cleaner
from cleaner.policy import Policy
from cleaner.source.decode import decode
from cleaner.source.metadata import declared_in_head
from tests.evidence.content.pages import features_of, phrases_of, seen
from tests.evidence.content.test_forest import grown
from tests.evidence.lines.texts import NO_LINES

PAGE = "<nav><p>Home</p></nav><main><p>The ferry leaves the harbour at nine, and comes back at four.</p><p>渡し船</p></main>"
SEEN = features_of(PAGE)
KINDS = ("article", "forum", "渡船")


def model(seed: int = 1, names: Features = SEEN, **about: Any) -> ContentModel:
    """A model that knows nothing, of this version's features."""
    width = len(second_look(names, np.full(len(names.words), 0.5), np.ones(len(KINDS))))
    first = grown(seed, 4, 3, 1, len(names.names))
    second, kind = grown(seed + 1, 5, 2, 1, width), grown(seed + 2, 3, 1, len(KINDS), len(names.page_names))
    return ContentModel(first, second, kind, KINDS, names.names, names.page_names, about, NO_LINES)


def same(one: Forest, other: Forest) -> bool:
    pairs = list(zip(one, other, strict=True))
    return all(a.dtype == b.dtype and np.array_equal(a, b) for a, b in pairs)


def saved(folder: Path, made: ContentModel, name: str = "mine.npz") -> str:
    save_model(made, folder / name)
    return str(folder / name)


def asked(path: str) -> Opinion:
    page = decode(PAGE, kind="html")
    blocks, tree = seen(PAGE)
    return opinion(page, blocks, tree, phrases_of(PAGE), declared_in_head(page), path)


# --- a file and back --------------------------------------------------------------------------------


def test_what_is_saved_is_read(tmp_path: Path) -> None:
    made = model(pages=30, learner="nobody", nested={"ä": [1, None]})
    read = load_model(saved(tmp_path, made))
    assert same(read.first, made.first)
    assert same(read.second, made.second)
    assert same(read.kind, made.kind)
    assert read[3:7] == made[3:7]


def test_what_is_asked_about_text_is_in_the_same_file(tmp_path: Path) -> None:
    made, read = model().lines, load_model(saved(tmp_path, model())).lines
    assert same(read.first, made.first)
    assert same(read.second, made.second)
    assert read.names == made.names


def test_how_lines_are_worded_is_in_it_too(tmp_path: Path) -> None:
    made, read = model().lines.diction, load_model(saved(tmp_path, model())).lines.diction
    assert np.array_equal(read.weights, made.weights)
    assert read[1:] == made[1:]


def test_the_name_of_the_file_is_the_users(tmp_path: Path) -> None:
    assert load_model(saved(tmp_path, model(), "渡し船.model")).kinds == KINDS


def test_the_same_model_is_the_same_file(tmp_path: Path) -> None:
    one, two, other = (saved(tmp_path, model(seed, a=1, b=2), f"{n}.npz") for n, seed in enumerate((1, 1, 2)))
    assert Path(one).read_bytes() == Path(two).read_bytes()
    assert digest(one) == digest(two) == hashlib.sha256(Path(one).read_bytes()).hexdigest()
    assert digest(other) != digest(one)
    turned = saved(tmp_path, model(b=2, a=1), "turned.npz")
    assert digest(turned) == digest(one)


# --- what it says -----------------------------------------------------------------------------------


def test_an_opinion_is_what_the_forests_say(tmp_path: Path) -> None:
    made = model()
    found = asked(saved(tmp_path, made))
    assert sum(found.kinds.values()) == pytest.approx(1)
    scores = made.kind.scores(SEEN.page[:, None])[:, 0]
    assert list(found.kinds) == list(KINDS)
    assert list(found.kinds.values()) == pytest.approx(np.exp(scores) / np.exp(scores).sum())
    first = sigmoid(made.first.scores(SEEN.values)[0])
    second = sigmoid(made.second.scores(second_look(SEEN, first, np.array(list(found.kinds.values()))))[0])
    assert found.odds == pytest.approx(log_odds(second))
    assert found.words.tolist() == SEEN.words.tolist()
    assert found.f1 == pytest.approx(choose(second, SEEN.words).f1)


def test_kinds_of_scores_however_large(tmp_path: Path) -> None:
    made = model()
    made = made._replace(kind=made.kind._replace(bias=np.array([5_000, 5_000, -5_000], np.float32)))
    kinds = made.kinds_of(SEEN)
    assert kinds.sum() == pytest.approx(1)
    assert kinds[2] == 0


def test_a_sigmoid() -> None:
    assert sigmoid(np.array([-50.0, 0, np.log(3), 50])) == pytest.approx([0, 0.5, 0.75, 1])


# --- what is no model -------------------------------------------------------------------------------


def arrays(facts: object = None, without: str = "", **more: Any) -> bytes:
    """A file like a model's, with other facts or without an array."""
    made = model()
    named = {
        f"{name}.{field}": value
        for name in ("first", "second", "kind", "lines.first", "lines.second")
        for field, value in attrgetter(name)(made)._asdict().items()
    }
    if facts is None:
        facts = {
            "format": FORMAT,
            "kinds": KINDS,
            "names": ["a"],
            "page_names": ["b"],
            "about": {},
            "line_names": [],
            "diction": [0.1, 0.0],
            **more,
        }
    named["diction"] = made.lines.diction.weights
    named["facts"] = np.array(json.dumps(facts))
    named.pop(without, None)
    return packed(named)


def packed(named: dict[str, Any]) -> bytes:
    stream = io.BytesIO()
    np.savez(stream, **named)
    return stream.getvalue()


def zipped(**members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def array() -> bytes:
    stream = io.BytesIO()
    np.save(stream, np.zeros(3))
    return stream.getvalue()


def is_refused(path: Path, said: str) -> None:
    with pytest.raises(ModelError, match=said) as caught:
        load_model(str(path))
    assert str(path) in str(caught.value)
    with pytest.raises(ModelError):
        Cleaner(Policy(model=str(path)))


def test_the_files_below_would_be_models_but_for_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "model").write_bytes(arrays())
    assert load_model(str(tmp_path / "model")).names == ("a",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no model that cleaner train wrote"),
        (b"The ferry leaves at nine.\n", "no model that cleaner train wrote"),
        ("渡し船".encode(), "no model that cleaner train wrote"),
        (zipped(**{"page.html": "<p>The ferry"}), "no model that cleaner train wrote"),
        (zipped(facts="The ferry"), "no model that cleaner train wrote"),
        (packed({"facts": np.array("no JSON")}), "no model that cleaner train wrote"),
        (packed({"facts": np.array([{"an": "object"}], dtype=object)}), "no model that cleaner train wrote"),
        (arrays(without="second.leaves"), "second.leaves"),
        (arrays(without="facts"), "facts"),
        (arrays({"kinds": []}), "format"),
        (arrays(format="cleaner.content-model/0"), "format is 'cleaner.content-model/0'"),
    ],
    ids=[
        "empty",
        "text",
        "渡",
        "zip",
        "facts",
        "no JSON",
        "pickle",
        "a forest less",
        "no facts",
        "no format",
        "format",
    ],
)
def test_a_file_that_is_no_model(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "mine.npz").write_bytes(content)
    is_refused(tmp_path / "mine.npz", said)


WHOLE = arrays()


@pytest.mark.parametrize(
    "content",
    [
        WHOLE[: len(WHOLE) // 2],
        WHOLE[: len(WHOLE) // 2] + bytes([WHOLE[len(WHOLE) // 2] ^ 255]) + WHOLE[len(WHOLE) // 2 + 1 :],
        b"PK\x03\x04 and then nothing",
        array(),
        arrays([FORMAT]),
        arrays({"format": FORMAT}),
    ],
    ids=["cut off", "damaged", "no zip", "one array", "a list", "no names"],
)
def test_a_damaged_file_is_no_model(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mine.npz").write_bytes(content)
    is_refused(tmp_path / "mine.npz", "mine.npz")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "mine.npz", tmp_path):
        is_refused(path, "cannot read")
        with pytest.raises(ModelError, match="cannot read"):
            digest(str(path))


def test_a_model_of_other_features(tmp_path: Path) -> None:
    good = model()
    assert fits(good, SEEN.names, SEEN.page_names)
    asked(saved(tmp_path, good))
    for place, other in enumerate(
        (
            good._replace(names=good.names[:-1]),
            good._replace(names=good.names[::-1]),
            good._replace(names=(*good.names, "more")),
            good._replace(page_names=(*good.page_names[:-1], "other")),
        )
    ):
        assert not fits(other, SEEN.names, SEEN.page_names)
        with pytest.raises(ModelError, match=r"other features.*train it again"):
            asked(saved(tmp_path, other, f"{place}.npz"))


def test_the_package_has_a_model_and_its_name_is_its_digest() -> None:
    assert load_model() is load_model(None)
    assert len(digest()) == 64
    assert {"article", "forum"} <= set(load_model().kinds)
