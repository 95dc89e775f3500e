"""`cleaner clean` on many pages: what is read, where it goes, what is said, and what happens when it is called again."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from fastwarc.warc import WarcRecord, WarcRecordType

from tests.test_cli import EMPTY, HTML, PDF, TEXT, file, is_usage_error, records, run

PAGES = (HTML, EMPTY, PDF, HTML.replace("1911", "1912"))
STATUSES = ["cleaned", "empty", "failed", "cleaned"]


def warc(path: Path, pages: tuple[str | bytes, ...] = PAGES) -> Path:
    with path.open("wb") as stream:
        for number, page in enumerate(pages):
            payload = page.encode() if isinstance(page, str) else page
            record, member = WarcRecord(), io.BytesIO()
            record.init_headers(record_type=WarcRecordType.response)
            record.headers["WARC-Target-URI"] = f"https://example.org/{number}"
            record.headers["WARC-Date"] = "2026-03-01T12:00:00Z"
            record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + payload)
            record.write(member)
            stream.write(gzip.compress(member.getvalue()))
    return path


def lines(path: Path) -> list[dict[str, Any]]:
    return records(path.read_text("utf-8"))


# --- what is read -----------------------------------------------------------------------------------


def test_a_warc_becomes_a_record_for_each_response(tmp_path: Path) -> None:
    result = run("clean", warc(tmp_path / "crawl.warc.gz"), "-o", tmp_path / "out", "--format", "jsonl", "--jobs", 2)
    assert result.exit_code == 1  # one failed
    found = lines(tmp_path / "out" / "part-00000.jsonl")
    assert [record["status"] for record in found] == STATUSES
    assert [record["source"]["url"] for record in found] == [f"https://example.org/{number}" for number in range(4)]
    assert found[0]["source"]["warc"]["WARC-Date"] == "2026-03-01T12:00:00Z"
    assert found[2]["source"]["warc"]["WARC-Type"] == "response" and found[2]["source"]["bytes"] == len(PDF)
    assert run("verify", tmp_path / "out" / "part-00000.jsonl").exit_code == 0


def test_tables_archives_and_lists_of_paths(tmp_path: Path) -> None:
    with (tmp_path / "pages.jsonl").open("w") as stream:
        stream.write(json.dumps({"body_html": HTML, "link": "https://example.org/a"}) + "\nno json\n")
        stream.write(json.dumps({"text": TEXT}) + "\n")
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        archive.writestr("../../a.html", HTML)
        archive.writestr("b/photo.jpg", b"\xff\xd8")
    paths = file(tmp_path, "paths.txt", f"{tmp_path}/pages.jsonl\n\n{tmp_path}/pages.zip\n")
    out = tmp_path / "records.jsonl"
    result = run("clean", file(tmp_path, "c.html"), "--files-from", paths, "--html-field", "body_html", "-o", out)
    assert result.exit_code == 1
    assert [(record["status"], record["reason"]) for record in lines(out)] == [
        ("cleaned", None), ("cleaned", None), ("failed", "bad-record"), ("cleaned", None), ("cleaned", None),
    ]  # fmt: skip
    assert lines(out)[1]["source"]["url"] == "https://example.org/a"


def test_nothing_in_an_archive_leads_out_of_the_directory(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        for name in ("../../a.html", "/etc/b.html", "c/../../../d.html", "e\\..\\..\\f.html"):
            archive.writestr(name, HTML)
    before = {path for path in tmp_path.parent.rglob("*") if tmp_path not in path.parents}
    assert run("clean", tmp_path / "pages.zip", "-o", tmp_path / "out").exit_code == 0
    assert len(list((tmp_path / "out").rglob("*.txt"))) == 4
    assert {path for path in tmp_path.parent.rglob("*") if tmp_path not in path.parents} == before


def test_standard_input_may_be_a_warc(tmp_path: Path) -> None:
    crawl = warc(tmp_path / "crawl.warc.gz").read_bytes()
    assert [
        record["status"] for record in records(run("clean", "-", "--format", "jsonl", stdin=crawl).stdout)
    ] == STATUSES


def test_several_pages_of_one_input_are_no_text_on_the_screen(tmp_path: Path) -> None:
    is_usage_error(run("clean", warc(tmp_path / "crawl.warc.gz")), "DIRECTORY")
    is_usage_error(run("clean", tmp_path / "crawl.warc.gz", "--url", "https://example.org"), "--url")


# --- where it goes ----------------------------------------------------------------------------------


def test_the_name_of_the_output_says_the_format(tmp_path: Path) -> None:
    crawl = warc(tmp_path / "crawl.warc.gz")
    for name in ("a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.parquet", "a.warc.wet.gz"):
        run("clean", crawl, "-o", tmp_path / "out" / name)
    assert pq.read_table(tmp_path / "out" / "a.parquet")["status"].to_pylist() == STATUSES
    assert lines(tmp_path / "out" / "a.jsonl") == records(
        gzip.decompress((tmp_path / "out" / "a.jsonl.gz").read_bytes()).decode()
    )
    again = run("clean", tmp_path / "out" / "a.warc.wet.gz", "--format", "jsonl")
    assert [record["source"]["url"] for record in records(again.stdout)] == [
        "https://example.org/0",
        "https://example.org/3",
    ]
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.parquet", "a.warc.wet.gz",
    }  # fmt: skip


def test_a_directory_of_texts_mirrors_the_inputs(tmp_path: Path) -> None:
    for name in ("a.html", "deep/a.html", "deep/er/b.htm"):
        file(tmp_path / "in", name)
    warc(tmp_path / "in" / "deep" / "crawl.warc.gz")
    run("clean", tmp_path / "in", "-o", tmp_path / "out", "--format", "markdown")
    assert sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.md")) == [
        "a.md", "deep/a.md", "deep/crawl/000001.md", "deep/crawl/000004.md", "deep/er/b.md",
    ]  # fmt: skip


def test_shards_hold_so_many_inputs(tmp_path: Path) -> None:
    crawl = warc(tmp_path / "crawl.warc.gz", (HTML,) * 7)
    run("clean", crawl, "-o", tmp_path / "out", "--format", "parquet", "--shard", 3)
    shards = sorted((tmp_path / "out").glob("*.parquet"))
    assert [pq.read_metadata(path).num_rows for path in shards] == [3, 3, 1]


def test_dolma(tmp_path: Path) -> None:
    run("clean", warc(tmp_path / "crawl.warc.gz"), "-o", tmp_path / "out", "--format", "dolma")
    [documents] = (tmp_path / "out" / "documents").iterdir()
    [attributes] = (tmp_path / "out" / "attributes" / "cleaner").iterdir()
    ids = [
        [json.loads(line)["id"] for line in gzip.decompress(path.read_bytes()).splitlines()]
        for path in (documents, attributes)
    ]
    assert ids[0] == ids[1] and len(ids[0]) == 2
    is_usage_error(
        run("clean", tmp_path / "crawl.warc.gz", "-o", file(tmp_path, "x"), "--format", "dolma"), "is a file"
    )


@pytest.mark.parametrize("format_", ["parquet", "dolma", "wet", "jsonl.gz"])
def test_what_is_no_text_needs_an_output(tmp_path: Path, format_: str) -> None:
    is_usage_error(run("clean", file(tmp_path, "a.html"), "--format", format_), "-o")


# --- what is said -----------------------------------------------------------------------------------


def test_a_summary_says_what_became_of_all(tmp_path: Path) -> None:
    result = run("clean", warc(tmp_path / "crawl.warc.gz"), "-o", tmp_path / "out", "--format", "jsonl")
    summary = json.loads((tmp_path / "out" / "summary.json").read_bytes())
    assert (summary["inputs"], summary["records"], summary["files"]) == (4, 4, 1)
    assert summary["statuses"] == {"cleaned": 2, "empty": 1, "failed": 1}
    assert summary["reasons"] == {"empty: no-content": 1, "failed: binary": 1}
    assert sum(summary["junk"]["histogram"]) == 3
    assert {"rule": "meta.headline", "pages": 2, "characters": 46} in summary["rules"]
    assert "4 inputs: 2 cleaned, 1 empty, 1 failed" in result.stderr
    assert "crawl.warc.gz#offset=" in result.stderr and "failed (binary)" in result.stderr


def test_no_page_speaks_to_the_terminal(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        archive.writestr("a\x1b[31m.html", PDF)
    result = run("clean", tmp_path / "pages.zip", "-o", tmp_path / "out")
    assert "failed (binary)" in result.stderr and "\x1b" not in result.stderr


# --- called again -----------------------------------------------------------------------------------


def test_a_run_that_is_done_is_not_done_again(tmp_path: Path) -> None:
    crawl = warc(tmp_path / "crawl.warc.gz")
    call = ("clean", crawl, "-o", tmp_path / "out", "--format", "jsonl")
    first = run(*call)
    shard = tmp_path / "out" / "part-00000.jsonl"
    before = shard.stat()
    again = run(*call)
    assert (again.exit_code, shard.stat()) == (1, before)
    assert "nothing to do" in again.stderr
    assert first.stderr.splitlines()[-3:] == again.stderr.splitlines()[-3:]


def test_another_run_does_not_write_into_it(tmp_path: Path) -> None:
    crawl = warc(tmp_path / "crawl.warc.gz")
    call = ("clean", crawl, "-o", tmp_path / "out", "--format", "jsonl")
    run(*call)
    before = (tmp_path / "out" / "part-00000.jsonl").read_bytes()
    is_usage_error(run(*call, "--policy", "recall"), "another run")
    warc(crawl, PAGES[:1])
    is_usage_error(run(*call), "another run")
    assert (tmp_path / "out" / "part-00000.jsonl").read_bytes() == before
    assert run(*call, "--overwrite").exit_code == 0
    assert len(lines(tmp_path / "out" / "part-00000.jsonl")) == 1


def test_one_file_and_texts_are_written_anew(tmp_path: Path) -> None:
    page = file(tmp_path, "a.html")
    for output, found in (("a.jsonl", "a.jsonl"), ("texts/", "texts/a.txt")):
        (tmp_path / "texts").mkdir(exist_ok=True)
        file(tmp_path, "a.html")
        run("clean", page, "-o", tmp_path / output)
        before = (tmp_path / found).read_text("utf-8")
        file(tmp_path, "a.html", HTML.replace("1911", "1913"))
        assert run("clean", page, "-o", tmp_path / output).exit_code == 0
        assert "1911" in before and "1913" in (tmp_path / found).read_text("utf-8")


def test_results_are_not_taken_for_inputs(tmp_path: Path) -> None:
    file(tmp_path, "in/a.html")
    call = ("clean", tmp_path / "in", "-o", tmp_path / "in" / "out", "--overwrite")
    for _ in range(2):
        assert "1 inputs: 1 cleaned" in run(*call).stderr
    assert (tmp_path / "in" / "out" / "a.txt").is_file()
