"""Documents and attributes as the Dolma toolkit reads them: two files, row by row, spans of the document's text."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from cleaner.cleaned import Cleaned
from cleaner.corpus.formats import format_of
from cleaner.errors import OutputError
from tests.corpus.formats.results import WARC, empty, files, item, large, odd, refused, rows, sample, write

DOLMA = format_of("dolma")


def read(packed: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gzip.decompress(packed).decode().splitlines()]


def written(results: list[Any], out: Path) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    write(DOLMA, out, 7, rows(DOLMA, results))
    made = files(out)
    documents = read(made["documents/part-00007.json.gz"])
    return list(zip(documents, read(made["attributes/cleaner/part-00007.json.gz"]), strict=True))


def test_rows_are_aligned_and_only_of_pages_with_text(tmp_path: Path) -> None:
    results: list[Any] = [sample("cv.html"), empty(), refused(), odd(), large(10_000_000)]
    kept = [result for result in results if isinstance(result, Cleaned) and result.text]
    pairs = written(results, tmp_path)
    assert [document["id"] for document, _ in pairs] == [result.to_record()["id"] for result in kept]
    for (document, found), result in zip(pairs, kept, strict=True):
        assert (document["id"], document["source"]) == (found["id"], found["source"])
        assert len(document["text"]) == len(result.text), "offsets are those of the record"
        assert "\ud83d" not in document["text"]


def test_a_document(tmp_path: Path) -> None:
    result = sample("author-box.html", url="https://example.org/a", warc=WARC)
    [(document, _)] = written([result], tmp_path)
    record = result.to_record()
    assert document["text"] == result.text
    assert document["added"] == "2024-01-02T03:04:05Z"
    assert document["metadata"]["url"] == "https://example.org/a"
    assert document["metadata"]["warc"] == WARC
    assert {field: document["metadata"][field] for field in ("title", "author", "date", "site", "language")} == {
        field: record[field] for field in ("title", "author", "date", "site", "language")
    }
    assert document["metadata"]["date"] == "2024-05-18"
    assert document["created"] == "2024-05-18T00:00:00.000Z"


def test_what_is_not_known_is_left_out(tmp_path: Path) -> None:
    [(document, _)] = written([odd()], tmp_path)
    assert document.keys() == {"id", "text", "source", "metadata"}


def test_attributes_are_spans_of_the_text(tmp_path: Path) -> None:
    result = sample("spam-tail-div.html")
    [(document, found)] = written([result], tmp_path)
    spans, end = found["attributes"], len(document["text"])
    assert spans["cleaner__junk__score"] == [[0, end, result.junk.score]]
    assert spans["cleaner__text__quality"] == [[0, end, result.text_quality]]
    assert spans["cleaner__label__content_farm"] == [[0, end, 1.0]]
    pieces = [piece for piece in result.to_record()["kept"] if "content.model" in piece["rules"]]
    assert spans["cleaner__kept__content_model"] == [[*piece["text"], 1.0] for piece in pieces]
    assert pieces


@pytest.mark.parametrize("name", ["cv.html", "spam-tail-div.html", "forum.html", "handout-plain.txt"])
def test_names_have_three_parts_that_a_json_path_takes_as_they_are(name: str, tmp_path: Path) -> None:
    [(_, found)] = written([sample(name)], tmp_path)
    for attribute, spans in found["attributes"].items():
        assert attribute.replace("_", "a").isalnum()
        assert len(attribute.split("__")) == 3
        assert all(isinstance(score, float) and start < end for start, end, score in spans)


def test_one_file_does_not_do(tmp_path: Path) -> None:
    assert not DOLMA.single
    with pytest.raises(OutputError, match="need a directory"), DOLMA.shard(tmp_path / "a.json.gz", None):
        pass
    assert files(tmp_path) == {}


def test_documents_have_no_name_before_their_attributes(tmp_path: Path) -> None:
    (tmp_path / "attributes" / "cleaner" / "part-00000.json.gz").mkdir(parents=True)
    with pytest.raises(OutputError, match="Is a directory"):
        write(DOLMA, tmp_path, 0, rows(DOLMA, [odd()]))
    assert files(tmp_path) == {}


def test_attributes_may_be_without_documents(tmp_path: Path) -> None:
    (tmp_path / "documents" / "part-00000.json.gz").mkdir(parents=True)
    with pytest.raises(OutputError, match="Is a directory"):
        write(DOLMA, tmp_path, 0, rows(DOLMA, [odd()]))
    assert list(files(tmp_path)) == ["attributes/cleaner/part-00000.json.gz"]


def test_a_row_is_both_lines() -> None:
    document, found = (DOLMA.row(item(), sample("cv.html")) or "").split("\t")
    assert json.loads(document)["id"] == json.loads(found)["id"]
