"""Commands on pages that stand inside files: `score` and `clean` read them, `verify` finds them again."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaner.cli import main
from cleaner.output.schema import check
from tests.corpus.readers.making import arrow, parquet, tarred, warc_record, write, zipped

PAGES = [
    f"<!doctype html><title>Ferry {n}</title><article><h1>Ferry {n}</h1><p>The ferry across the estuary has run since "
    f"19{n}, and for most of that time it has run at a loss. Nobody knew: the bridge is nine miles up the river.</p></article>"
    for n in range(10, 14)
]
FILES = {
    "a.warc.gz": b"".join(
        gzip.compress(warc_record(f"https://e.org/{n}", page.encode())) for n, page in enumerate(PAGES)
    ),
    "a.jsonl": b"".join(json.dumps({"html": page}).encode() + b"\n" for page in PAGES),
    "a.csv": b"html\n" + b"".join(b'"%b"\n' % page.encode() for page in PAGES),
    "a.parquet": parquet({"html": PAGES}),
    "a.arrow": arrow({"html": PAGES}, file=False),
    "a.zip": zipped({f"{n}.html": page.encode() for n, page in enumerate(PAGES)}),
    "a.tar": tarred({f"{n}.html": page.encode() for n, page in enumerate(PAGES)}),
}
EACH = pytest.mark.parametrize("name", FILES)


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, list(map(str, arguments)))
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception  # a user would have seen a traceback
    return result


@pytest.fixture
def file(tmp_path: Path, name: str) -> Path:
    return write(tmp_path / name, FILES[name])


@EACH
def test_pages_are_cleaned_and_verified(file: Path, tmp_path: Path) -> None:
    assert run("clean", file, "--format", "jsonl", "-o", tmp_path / "records.jsonl").exit_code == 0
    records = [json.loads(line) for line in (tmp_path / "records.jsonl").read_text("utf-8").splitlines()]
    assert not [fault for record in records for fault in check(record)]
    assert [record["title"] for record in records] == [f"Ferry {n}" for n in range(10, 14)]
    assert all(record["source"]["uri"].startswith(f"{file}#") for record in records)
    result = run("verify", tmp_path / "records.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "4 records, 0 with faults" in result.stderr


@EACH
def test_verify_finds_what_was_changed(file: Path, tmp_path: Path) -> None:
    run("clean", file, "--format", "jsonl", "-o", tmp_path / "records.jsonl")
    lines = (tmp_path / "records.jsonl").read_text("utf-8").splitlines()
    lines[2] = lines[2].replace("1912", "1812")
    write(tmp_path / "records.jsonl.gz", gzip.compress("\n".join(lines).encode()))
    result = run("verify", tmp_path / "records.jsonl.gz")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{tmp_path / 'records.jsonl.gz'}:3: ")
    assert "4 records, 1 with faults" in result.stderr


@EACH
def test_verify_finds_files_in_another_folder(file: Path, tmp_path: Path) -> None:
    run("clean", file, "--format", "jsonl", "-o", tmp_path / "records.jsonl")
    (tmp_path / "moved").mkdir()
    file.rename(tmp_path / "moved" / file.name)
    assert run("verify", tmp_path / "records.jsonl").stdout.count("is not there") == 4
    assert run("verify", tmp_path / "records.jsonl", "--source", tmp_path / "moved").exit_code == 0


@EACH
def test_pages_are_scored(file: Path) -> None:
    result = run("score", file, "--format", "jsonl")
    assert result.exit_code == 0
    assert len({json.loads(line)["uri"] for line in result.stdout.splitlines()}) == 4


@pytest.mark.parametrize("name", ["a.jsonl"])
def test_a_field_may_be_named(file: Path, tmp_path: Path) -> None:
    path = write(
        tmp_path / "b.jsonl", b'{"text": 3, "a": {"mine": "The ferry leaves at nine and comes back at ten."}}\n'
    )
    assert run("score", path).exit_code == 1
    assert run("score", path, "--text-field", "a.mine").exit_code == 0


def test_records_that_are_cut_off_are_told(tmp_path: Path) -> None:
    page = write(tmp_path / "a.html", PAGES[0].encode())
    run("clean", page, "--format", "jsonl", "-o", tmp_path / "records.jsonl")
    lines = (tmp_path / "records.jsonl").read_bytes() * 50
    write(tmp_path / "records.jsonl.gz", gzip.compress(lines)[:-9])
    result = run("verify", tmp_path / "records.jsonl.gz")
    assert result.exit_code == 1
    assert "cannot be read" in result.stdout.splitlines()[-1]


@pytest.mark.parametrize("name", ["a.parquet"])
def test_a_missing_library_is_told_as_wrong_usage(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    for command in ("score", "clean"):
        result = run(command, file, *(["--format", "jsonl"]))
        assert result.exit_code == 2
        assert "cleaner[arrow]" in result.stderr
