"""The command line: what goes where, what it says, and how it ends."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cleaner.cli import main
from cleaner.evidence.rules import ALL
from cleaner.output.columns import shown
from cleaner.output.schema import check
from cleaner.policy import PRESETS
from cleaner.verdict.junk import LABEL_RULES

PARAGRAPHS = (
    "The ferry across the estuary has run since 1911, and for most of that time it has run at a loss.",
    "In March the council asked what it would cost to stop. Nobody knew: the bridge is nine miles up the river.",
)
BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
TITLE = "The ferry that runs at a loss"
HTML = f"<!doctype html><title>{TITLE}</title><article><h1>{TITLE}</h1>{BODY}</article>"
TEXT = "\n\n".join(PARAGRAPHS)
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 8
EMPTY = "<!doctype html><title>Nothing</title><nav><a href='/'>Home</a></nav>"


def run(*arguments: object, stdin: bytes | str | None = None) -> Result:
    result = CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception  # a user would have seen a traceback
    return result


def file(folder: Path, name: str, content: str | bytes = HTML) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def records(text: str) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in text.splitlines()]
    assert not [fault for record in found for fault in check(record)]
    return found


def is_usage_error(result: Result, said: str) -> None:
    assert result.exit_code == 2
    assert "Usage:" in result.stderr
    assert re.search(said, result.stderr), result.stderr
    assert result.stdout == ""


# --- clean: one page --------------------------------------------------------------------------------


def test_text(tmp_path: Path) -> None:
    result = run("clean", file(tmp_path, "a.html"))
    assert (result.exit_code, result.stdout, result.stderr) == (0, TEXT + "\n", "")


def test_markdown(tmp_path: Path) -> None:
    result = run("clean", file(tmp_path, "a.html"), "--format", "markdown")
    assert (result.exit_code, result.stdout) == (0, f"# {TITLE}\n\n{TEXT}\n")


def test_jsonl(tmp_path: Path) -> None:
    path = file(tmp_path, "a.html")
    result = run("clean", path, "--format", "jsonl", "--url", "https://example.org/a")
    [record] = records(result.stdout)
    assert record["text"] == TEXT
    assert record["title"] == TITLE
    assert record["source"]["uri"] == str(path)
    assert record["source"]["url"] == "https://example.org/a"
    assert record["producer"]["policy"].startswith("balanced@")


def test_standard_input() -> None:
    assert run("clean", "-", stdin=HTML).stdout == TEXT + "\n"
    result = run("clean", "-", "--format", "jsonl", stdin=HTML.encode("utf-16"))
    [record] = records(result.stdout)
    assert (record["text"], record["source"]["uri"], record["source"]["encoding_from"]) == (TEXT, None, "bom")


def test_a_gz_is_read_through(tmp_path: Path) -> None:
    path = file(tmp_path, "a.html.gz", gzip.compress(HTML.encode()))
    assert run("clean", path).stdout == TEXT + "\n"
    [record] = records(run("clean", path, "--format", "jsonl").stdout)
    assert record["source"]["bytes"] == len(HTML)


@pytest.mark.parametrize(("format_", "size"), [("text", 1), ("markdown", 1), ("jsonl", 1)])
def test_to_a_file(tmp_path: Path, format_: str, size: int) -> None:
    page, out = file(tmp_path, "a.html"), tmp_path / "out"
    result = run("clean", page, "--format", format_, "-o", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_bytes().decode() == run("clean", page, "--format", format_).stdout
    assert b"\r" not in out.read_bytes()


def test_what_is_no_utf_8_is_replaced_and_not_a_crash() -> None:
    page = TEXT + " A lone &#xD800; and a \x1b[31mred word."
    assert run("clean", "-", "--input", "text", stdin=page).exit_code == 0
    assert run("clean", "-", "--input", "html", "--format", "markdown", stdin=page).exit_code == 0
    records(run("clean", "-", "--input", "html", "--format", "jsonl", stdin=page).stdout)


def test_the_input_may_be_said_to_be_text_or_html() -> None:
    fragment = "The tag <p> begins a paragraph, and </p> ends it."
    [html] = records(run("clean", "-", "--input", "html", "--format", "jsonl", stdin=fragment).stdout)
    [text] = records(run("clean", "-", "--input", "text", "--format", "jsonl", stdin=fragment).stdout)
    assert (html["source"]["input_kind"], text["source"]["input_kind"]) == ("html", "text")
    assert text["text"] == fragment
    assert run("clean", "-", "--input", "pdf", stdin=fragment).exit_code == 2


def test_the_encoding_may_be_said() -> None:
    page = f"{TEXT}\n\nCafé".encode("cp850")
    [record] = records(run("clean", "-", "--encoding", "cp850", "--format", "jsonl", stdin=page).stdout)
    assert record["text"].endswith("Café")
    assert (record["source"]["encoding"], record["source"]["encoding_from"]) == ("cp850", "caller")


@pytest.mark.parametrize("encoding", ["no-such-codec", "base64", ""])
def test_an_unknown_encoding_is_wrong_usage(tmp_path: Path, encoding: str) -> None:
    is_usage_error(run("clean", file(tmp_path, "a.html"), "--encoding", encoding), "codec")


def test_an_empty_page_is_told_and_is_no_failure(tmp_path: Path) -> None:
    path = file(tmp_path, "empty.txt", " \n")
    result = run("clean", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no-content" in result.stderr
    assert str(path) in result.stderr
    [record] = records(run("clean", path, "--format", "jsonl").stdout)
    assert (record["status"], record["reason"], record["text"]) == ("empty", "no-content", "")


def test_a_page_of_spam_alone_is_empty_for_another_reason() -> None:
    page = "Article information\n\nViews: 60\n\nRating: 4.1 / 5 (31 voted)\n\nReviews: 92% of readers found this page helpful"
    result = run("clean", "-", stdin=page)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "only-junk" in result.stderr


# --- clean: streams ---------------------------------------------------------------------------------


def alone(command: str) -> subprocess.CompletedProcess[bytes]:
    """A command of a shell, in which ``cleaner`` is the command line in a process of its own."""
    called = f'cleaner() {{ "{sys.executable}" -m cleaner "$@"; }}; {command}'
    return subprocess.run(["bash", "-c", called], capture_output=True, timeout=100, check=False)


def test_standard_error_may_be_closed(tmp_path: Path) -> None:
    page, out = file(tmp_path, "a.html"), tmp_path / "out.jsonl"
    assert alone(f"cleaner clean {page} -o {out} <&- >&- 2>&-").returncode == 0
    assert json.loads(out.read_bytes())["status"] == "cleaned"


@pytest.mark.parametrize(("end", "why"), [(">&-", "Bad file descriptor"), (">/dev/full", "No space left")])
def test_standard_output_that_takes_nothing_is_told(tmp_path: Path, end: str, why: str) -> None:
    found = alone(f"cleaner clean {file(tmp_path, 'a.html')} {end}")
    assert found.returncode == 2
    assert f"cannot write to standard output: {why}" in found.stderr.decode()


def test_standard_input_that_is_closed_is_not_an_empty_one() -> None:
    found = alone("cleaner clean - --format jsonl <&-")
    assert (found.returncode, json.loads(found.stdout)["reason"]) == (1, "unreadable")


def test_output_is_utf8_whatever_the_locale_is(tmp_path: Path) -> None:
    page = file(tmp_path, "a.html", HTML.replace("at a loss", "at a loss of 3 \u20ac"))
    assert "3 \u20ac" in alone(f"PYTHONIOENCODING=latin-1 cleaner clean {page}").stdout.decode()


@pytest.mark.parametrize("control", ["\x1b", "\x07", "\x7f", "\x9b"])
def test_nothing_in_a_text_is_for_a_terminal(control: str) -> None:
    assert shown(f"a{control}b\tc\u202fd\n") == "a\ufffdb\tc\u202fd\n"


def test_nothing_in_an_error_is_for_a_terminal(tmp_path: Path) -> None:
    is_usage_error(run("clean", tmp_path / "a\x1b[31m\n\x9b.html"), re.escape(r"a\x1b[31m\n\x9b.html"))
    is_usage_error(run("clean", file(tmp_path, "a.html"), "-o", tmp_path / ("a" * 300)), "File name too long")


# --- clean: several pages ---------------------------------------------------------------------------


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_several_pages_need_a_directory(tmp_path: Path, format_: str) -> None:
    one, two = file(tmp_path, "a.html"), file(tmp_path, "b.html")
    is_usage_error(run("clean", one, two, "--format", format_), "-o")
    is_usage_error(run("clean", one, two, "--format", format_, "-o", file(tmp_path, "taken")), "-o")
    assert (tmp_path / "taken").read_text() == HTML


@pytest.mark.parametrize(("format_", "suffix"), [("text", ".txt"), ("markdown", ".md")])
def test_several_pages_into_a_directory(tmp_path: Path, format_: str, suffix: str) -> None:
    pages = [
        file(tmp_path, "a.html"),
        file(tmp_path, "b.html.gz", gzip.compress(HTML.encode())),
        file(tmp_path, "c.txt", TEXT),
    ]
    result = run("clean", *pages, "--format", format_, "-o", tmp_path / "new" / "out")
    assert (result.exit_code, result.stdout) == (0, "")
    *found, summary = sorted((tmp_path / "new" / "out").iterdir())
    assert [path.name for path in found] == [f"a{suffix}", f"b{suffix}", f"c{suffix}"]
    assert all(TEXT in path.read_text("utf-8") for path in found)
    assert summary.name == "summary.json" and json.loads(summary.read_bytes())["records"] == 3


def test_several_pages_as_records_come_in_order(tmp_path: Path) -> None:
    pages = [file(tmp_path, f"{name}.html", HTML.replace("1911", name)) for name in ("1903", "1902", "1901")]
    result = run("clean", *pages, "--format", "jsonl")
    assert [record["source"]["uri"] for record in records(result.stdout)] == [str(page) for page in pages]


def test_pages_of_one_name_from_several_folders_do_not_overwrite_each_other(tmp_path: Path) -> None:
    names = ("a/page.html", "b/page.html", "c/page.html.gz", "b/page-2.html", "d/page.txt")
    pages = []
    for number, name in enumerate(names):
        content = HTML.replace("1911", f"190{number}").encode()
        pages.append(file(tmp_path, name, gzip.compress(content) if name.endswith("gz") else content))
    assert run("clean", *pages, "-o", tmp_path / "out").exit_code == 0
    found = [path.read_text("utf-8") for path in (tmp_path / "out").iterdir()]
    assert sorted(re.findall(r"190\d", "".join(found))) == [f"190{number}" for number in range(5)]


def test_inputs_that_are_named_like_shards_are_never_written_over_nor_cleared_away(tmp_path: Path) -> None:
    content = json.dumps({"html": HTML}) + "\n"
    for name in ("part-00000.jsonl", "documents/part-00000.json.gz"):
        shard = file(tmp_path, name, content)
        for more in ((), ("--overwrite",)):
            is_usage_error(run("clean", shard, "-o", tmp_path, "--format", "jsonl", *more), "is an input")
        assert Path(shard).read_text("utf-8") == content


def test_standard_input_is_another_each_time(tmp_path: Path) -> None:
    clean = ("clean", "-", "-o", tmp_path, "--format", "jsonl")
    assert run(*clean, stdin=HTML).exit_code == 0
    is_usage_error(run(*clean, stdin=EMPTY), "does not come again")
    assert run(*clean, "--overwrite", stdin=EMPTY).exit_code == 0
    assert records((tmp_path / "part-00000.jsonl").read_text("utf-8"))[0]["status"] == "empty"


def test_a_page_in_a_folder_named_like_that_of_a_run_keeps_its_result(tmp_path: Path) -> None:
    for name in ("journal-0.html", "b.html"):
        file(tmp_path / "in" / ".run", name)
    assert run("clean", tmp_path / "in", "-o", tmp_path / "out").exit_code == 0
    assert len(list((tmp_path / "out").rglob("*.txt"))) == 2


def test_results_are_not_searched_for_pages(tmp_path: Path) -> None:
    for name in ("a.html", "z/b.html"):
        file(tmp_path, name)
    clean = ("clean", tmp_path, "-o", tmp_path / "out", "--format", "jsonl", "--shard", "1")
    assert "2 inputs" in run(*clean).stderr
    assert "nothing to do" in run(*clean).stderr
    is_usage_error(run("clean", tmp_path, "-o", tmp_path, "--format", "jsonl"), "folder of their own")


def test_a_directory_is_searched_and_what_is_passed_over_is_told(tmp_path: Path) -> None:
    for name in ("a.html", "deep/er/b.htm", "c.txt"):
        file(tmp_path / "in", name)
    file(tmp_path / "in", "photo.jpg", b"\xff\xd8")
    result = run("clean", tmp_path / "in", "--format", "jsonl")
    assert len(records(result.stdout)) == 3
    assert "photo.jpg" in result.stderr
    assert result.exit_code == 0


def test_one_address_does_not_fit_several_pages(tmp_path: Path) -> None:
    pages = file(tmp_path, "a.html"), file(tmp_path, "b.html")
    is_usage_error(run("clean", *pages, "--format", "jsonl", "--url", "https://example.org"), "--url")


def test_a_page_that_is_nowhere_is_wrong_usage(tmp_path: Path) -> None:
    is_usage_error(run("clean", file(tmp_path, "a.html"), tmp_path / "none.html"), r"none\.html")
    is_usage_error(run("clean"), "PAGES")


# --- clean: failures --------------------------------------------------------------------------------


def test_a_failing_page_is_told_has_its_record_and_ends_nothing(tmp_path: Path) -> None:
    pages = [
        file(tmp_path, "a.html"),
        file(tmp_path, "b.html", PDF),
        file(tmp_path, "c.html.gz", b"\x1f\x8bno"),
        file(tmp_path, "d.html"),
    ]
    result = run("clean", *pages, "--format", "jsonl")
    assert result.exit_code == 1
    found = records(result.stdout)
    assert [record["status"] for record in found] == ["cleaned", "failed", "failed", "cleaned"]
    assert [record["reason"] for record in found] == [None, "binary", "bad-archive", None]
    assert [record["source"]["uri"] for record in found] == [str(page) for page in pages]
    assert "failed (binary)" in result.stderr
    assert "failed (bad-archive)" in result.stderr
    assert len(result.stderr.splitlines()) == 2


def test_a_failure_names_its_input(tmp_path: Path) -> None:
    page = file(tmp_path, "b.html", PDF)
    assert str(page) in run("clean", page).stderr


def test_a_failure_keeps_its_address(tmp_path: Path) -> None:
    result = run("clean", file(tmp_path, "b.html", PDF), "--format", "jsonl", "--url", "https://example.org/b")
    [record] = records(result.stdout)
    assert record["source"]["url"] == "https://example.org/b"


def test_standard_input_has_no_uri_when_it_fails_either() -> None:
    [record] = records(run("clean", "-", "--format", "jsonl", stdin=PDF).stdout)
    assert record["source"]["uri"] is None


def test_a_failing_page_as_text_leaves_no_file_but_the_others(tmp_path: Path) -> None:
    result = run("clean", file(tmp_path, "a.html"), file(tmp_path, "b.html", PDF), "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert [path.name for path in (tmp_path / "out").glob("*.txt")] == ["a.txt"]
    assert "failed (binary)" in result.stderr


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"a": [1, 2, 3]}', "bad-record"),
        (b'{\n  "a": [1, 2, 3]\n}', "unsupported-type"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title></channel></rss>", "unsupported-type"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "binary"),
    ],
)
def test_what_is_no_page_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    result = run("clean", "-", "--format", "jsonl", stdin=content)
    [record] = records(result.stdout)
    assert (result.exit_code, record["status"], record["reason"]) == (1, "failed", reason)


# --- clean: policies --------------------------------------------------------------------------------

NEWSLETTER = "Sign up for our newsletter and get the week's best stories on Friday."
PROMOTED = f"{PARAGRAPHS[0]}\n\n{NEWSLETTER}\n\n{PARAGRAPHS[1]}"


@pytest.mark.parametrize(("policy", "kept"), [("recall", True), ("balanced", False), ("precision", False)])
def test_a_preset(policy: str, kept: bool) -> None:
    result = run("clean", "-", "--policy", policy, stdin=PROMOTED)
    assert (NEWSLETTER in result.stdout) == kept


def test_a_policy_file(tmp_path: Path) -> None:
    policy = file(tmp_path, "mine.toml", '[rules]\n"promo.newsletter" = false')
    assert NEWSLETTER in run("clean", "-", "--policy", policy, stdin=PROMOTED).stdout
    [record] = records(run("clean", "-", "--policy", policy, "--format", "jsonl", stdin=PROMOTED).stdout)
    assert record["producer"]["policy"].startswith("mine@")


def test_a_policy_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    page = file(tmp_path, "a.html")
    is_usage_error(run("clean", page, "--policy", "strict"), "|".join(PRESETS))
    is_usage_error(run("clean", page, "--policy", tmp_path / "none.toml"), r"none\.toml")
    is_usage_error(run("clean", page, "--policy", file(tmp_path, "bad.toml", "colour = 1")), "colour")
    is_usage_error(run("clean", page, "--policy", file(tmp_path, "worse.toml", "= 1")), "TOML")


def test_the_policys_limit_holds_for_files(tmp_path: Path) -> None:
    policy = file(tmp_path, "small.toml", "max-bytes = 100")
    page = file(tmp_path, "a.html.gz", gzip.compress(b"word " * 100_000))
    [record] = records(run("clean", page, "--policy", policy, "--format", "jsonl").stdout)
    assert record["reason"] == "too-large"


# --- clean: outputs that cannot be --------------------------------------------------------------------


@pytest.mark.parametrize("format_", ["text", "markdown", "jsonl"])
def test_one_page_to_a_directory_that_is_there(tmp_path: Path, format_: str) -> None:
    (tmp_path / "out").mkdir()
    result = run("clean", file(tmp_path, "a.html"), "--format", format_, "-o", tmp_path / "out")
    assert result.exit_code in (0, 2)


def test_to_a_folder_that_is_not_there(tmp_path: Path) -> None:
    result = run("clean", file(tmp_path, "a.html"), "-o", tmp_path / "none" / "a.txt")
    assert result.exit_code in (0, 2)


def test_an_input_is_never_overwritten_by_its_output(tmp_path: Path) -> None:
    page = file(tmp_path, "a.txt", PROMOTED)
    result = run("clean", page, "-o", page)
    assert page.read_text() == PROMOTED or (result.exit_code == 0 and page.read_text() == TEXT + "\n")


def test_inputs_are_never_overwritten_by_results_in_their_directory(tmp_path: Path) -> None:
    pages = file(tmp_path, "a.txt", PROMOTED), file(tmp_path, "b.txt", PROMOTED)
    run("clean", *pages, "-o", tmp_path)
    assert [page.read_text() for page in pages] == [PROMOTED, PROMOTED]


# --- verify -----------------------------------------------------------------------------------------


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Records of four pages in a folder, one of them empty, one failed."""
    pages = (
        file(tmp_path, "in/a.html"),
        file(tmp_path, "in/b.txt", PROMOTED),
        file(tmp_path, "in/c.html", EMPTY),
        file(tmp_path, "in/d.html", PDF),
    )
    result = run("clean", *pages, "--format", "jsonl", "-o", tmp_path / "records.jsonl")
    assert result.exit_code == 1
    return tmp_path / "records.jsonl"


def change(path: Path, number: int, **values: Any) -> None:
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    lines[number].update(values)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def test_verify_finds_nothing_in_what_was_made(made: Path) -> None:
    result = run("verify", made)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "4 records, 0 with faults" in result.stderr


def test_verify_finds_pages_in_another_folder(made: Path) -> None:
    moved = made.parent / "moved"
    (made.parent / "in").rename(moved)
    result = run("verify", made)
    assert result.exit_code == 1
    assert result.stdout.count("not there") == 3
    assert run("verify", made, "--source", moved).exit_code == 0


def test_verify_reads_gz(tmp_path: Path) -> None:
    page = file(tmp_path, "a.html.gz", gzip.compress(HTML.encode()))
    run("clean", page, "--format", "jsonl", "-o", tmp_path / "records.jsonl")
    assert run("verify", tmp_path / "records.jsonl").exit_code == 0


@pytest.mark.parametrize(
    "values",
    [
        {"text": TEXT.replace("1911", "1912")},
        {"text": TEXT + " More."},
        {"kept": []},
        {"removed": []},
        {"title": "Another title"},
        {"coverage": {"text": 1, "hidden": 0, "kept": 1, "removed": 0}},
        {"status": "empty"},
        {"id": "0" * 16},
        {"schema": "cleaner.record/2"},
        {"extra": 1},
    ],
    ids=lambda values: next(iter(values)),
)
def test_verify_finds_what_was_tampered_with(made: Path, values: dict[str, Any]) -> None:
    change(made, 0, **values)
    result = run("verify", made)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{made}:1: ")
    assert "4 records, 1 with faults" in result.stderr


def test_verify_finds_a_page_that_has_changed(made: Path) -> None:
    page = made.parent / "in" / "b.txt"
    page.write_text(PROMOTED.replace("1911", "1912"))
    result = run("verify", made)
    assert result.exit_code == 1
    assert f"{made}:2: source.sha256" in result.stdout
    page.write_text(PROMOTED + " And more.")
    assert run("verify", made).exit_code == 1


@pytest.mark.parametrize("line", ["", "no JSON", "[]", "null", "3", "{}", '{"source": null}', '{"status": "failed"}'])
def test_verify_tells_lines_that_are_no_records(made: Path, line: str) -> None:
    with made.open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")
    result = run("verify", made)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{made}:5: ")
    assert "5 records, 1 with faults" in result.stderr


@pytest.mark.parametrize("line", ['{"source": "a.html"}', '{"source": [1]}', '{"source": {"uri": 5}}'])
def test_verify_tells_records_without_a_form(made: Path, line: str) -> None:
    test_verify_tells_lines_that_are_no_records(made, line)


def test_verify_tells_bytes_that_are_no_text(made: Path) -> None:
    made.write_bytes(made.read_bytes() + b"\xff\xfe\n")
    assert run("verify", made).exit_code == 1


def test_verify_of_nothing(tmp_path: Path) -> None:
    assert run("verify", file(tmp_path, "none.jsonl", "")).exit_code == 0
    assert run("verify", tmp_path / "missing.jsonl").exit_code == 2


# --- rules and help ---------------------------------------------------------------------------------


def test_rules_tells_every_rule() -> None:
    result = run("rules")
    assert result.exit_code == 0
    told = re.findall(r"^### (\w+\.[a-z0-9-]+)$", result.stdout, re.MULTILINE)
    assert told == [rule.id for rule in (*ALL, *LABEL_RULES)]
    assert "=>" not in result.stdout


def test_rules_of_a_family_and_a_single_one() -> None:
    family = re.findall(r"^### (\w+\.[a-z0-9-]+)$", run("rules", "seo").stdout, re.MULTILINE)
    assert family == [rule.id for rule in ALL if rule.family == "seo"]
    one = run("rules", "author.fabricated").stdout
    assert "\n### author.fabricated\n\n*spam, whatever the policy; looks at a profile that is made up*\n" in one
    assert "author.fabricated-byline" not in one
    assert "\n- finds `" in one
    assert "\n- leaves `" in one


def test_the_reference_in_the_package_is_what_the_command_prints() -> None:
    # If this fails: cleaner rules > cleaner/evidence/rules/RULES.md
    assert (files("cleaner.evidence.rules") / "RULES.md").read_text("utf-8") == run("rules").stdout


@pytest.mark.parametrize("prefix", ["se", "seo.", "nothing", "author.fab", "SEO"])
def test_rules_of_no_such_name(prefix: str) -> None:
    result = run("rules", prefix)
    assert result.exit_code == 2
    assert "chrome" in result.stderr
    assert "seo" in result.stderr


@pytest.mark.parametrize("command", [[], ["clean"], ["score"], ["verify"], ["rules"], ["weigh"]])
def test_help_shows_an_example(command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    if command:
        assert re.search(rf"Example: .*cleaner {command[0]}\s", result.stdout)
    else:
        assert "Exit codes" in result.stdout


def test_version() -> None:
    assert re.search(r"\d+\.\d+", run("--version").stdout)


def test_no_such_command_or_option() -> None:
    assert run("wash").exit_code == 2
    assert run("clean", "-", "--shape", "round").exit_code == 2
    assert run("clean", "-", "--format", "xml").exit_code == 2
