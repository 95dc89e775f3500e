"""The command itself, killed: it goes on where it was, and what it writes in the end is what nobody disturbed."""

from __future__ import annotations

import gzip
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

KILLS = 10
PAGES = 700
SENTENCES = (
    "The ferry across the estuary has run since 1911, and for most of that time it has run at a loss.",
    "In March the council asked what it would cost to stop, and nobody knew.",
    "The bridge is nine miles up the river, and on Sundays no bus goes there.",
    "Her father had steered it for thirty years, and his father before him.",
)


def page(number: int) -> str:
    draw = random.Random(number)
    paragraphs = "".join(
        f"<p>{' '.join(draw.choices(SENTENCES, k=3))} ({number}.)</p>" for _ in range(draw.randint(3, 30))
    )
    menu = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("Home", "News", "Sport", "Contact"))
    return f"<!doctype html><title>Ferry {number}</title><nav><ul>{menu}</ul></nav><article>{paragraphs}</article>"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("in") / "pages.jsonl.gz"
    with gzip.open(path, "wt", compresslevel=1) as file:
        for number in range(PAGES):
            file.write(json.dumps({"html": page(number), "url": f"https://example.org/{number}"}) + "\n")
    return path


def begin(pages: Path, out: Path, *more: str, **about: Any) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "cleaner",
        "clean",
        str(pages),
        "-o",
        str(out),
        "--jobs",
        "2",
        "--shard",
        "90",
        *more,
    ]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True, **about)


def end(process: subprocess.Popen[bytes]) -> str:
    _, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors.decode()
    return errors.decode()


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def group(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes that a command has started, itself first."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z" and int(fields[2]) == process.pid:  # its process group
            found.append(int(stat.parent.name))
    return sorted(found)


def all_leave(process: subprocess.Popen[bytes]) -> bool:
    """Are all processes that a command has started gone in some seconds?"""
    begun = time.monotonic()
    while group(process) and time.monotonic() - begun < 5:
        time.sleep(0.05)
    return not group(process)


def records(out: Path) -> int:
    """How many records a run has written down. For a moment a shard is whole and its journal is still there: that is not twice as many."""
    found: dict[int, int] = {}
    for path in (*out.glob("part-*"), *out.glob(".run/journal-*")):
        shard = int(path.name.partition("-")[2].partition(".")[0])
        with suppress(FileNotFoundError):  # a journal whose shard is whole by now
            found[shard] = max(found.get(shard, 0), path.read_bytes().count(b"\n"))
    return sum(found.values())


def wait_for(count: int, out: Path, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None and records(out) < count:
        time.sleep(0.02)


@pytest.fixture(scope="module")
def whole(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("whole")
    end(begin(pages, out, "--format", "jsonl"))
    found = files(out)
    assert sum(content.count(b"\n") for name, content in found.items() if name.startswith("part-")) == PAGES
    return found


def test_killed_at_any_moment(pages: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    """Now the command, now one of its workers, ten times in all; the command is started again each time that it is gone."""
    seed = random.randrange(1_000_000)
    draw = random.Random(seed)
    process = begin(pages, tmp_path, "--format", "jsonl")
    for number in range(KILLS):
        wait_for(draw.randint(1, PAGES // KILLS) + records(tmp_path), tmp_path, process)
        assert process.poll() is None, f"done too early (seed {seed})"
        victims = group(process)
        os.kill(process.pid if number % 2 else draw.choice(victims), signal.SIGKILL)
        time.sleep(0.1)
        if process.poll() is not None:
            process.communicate()
            process = begin(pages, tmp_path, "--format", "jsonl")
    end(process)
    assert files(tmp_path) == whole, f"seed {seed}"


def test_with_its_parent_killed_no_worker_stays(pages: Path, tmp_path: Path) -> None:
    process = begin(pages, tmp_path, "--format", "jsonl")
    wait_for(50, tmp_path, process)
    assert len(group(process)) >= 4
    process.kill()
    process.wait()
    assert all_leave(process)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_end_it_ends_soon_and_what_is_done_is_kept(
    pages: Path, whole: dict[str, bytes], tmp_path: Path, number: int
) -> None:
    process = begin(pages, tmp_path, "--format", "jsonl")
    wait_for(200, tmp_path, process)
    begun = time.monotonic()
    os.killpg(process.pid, number)  # as a terminal does
    _, errors = process.communicate(timeout=10)
    assert time.monotonic() - begun < 2
    assert process.returncode == 128 + number
    assert b"goes on from here" in errors and b"Traceback" not in errors
    assert all_leave(process)
    assert records(tmp_path) >= 200
    end(begin(pages, tmp_path, "--format", "jsonl"))
    assert files(tmp_path) == whole


def test_interrupted_while_workers_start_nothing_but_us_says_so(pages: Path, tmp_path: Path) -> None:
    process = begin(pages, tmp_path, "--format", "jsonl")
    while not (tmp_path / ".run" / "journal-0").exists():
        time.sleep(0.02)
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=10)
    assert process.returncode == 128 + signal.SIGINT
    assert errors.decode().splitlines() == ["ended before it was done: the same command goes on from here"]
    assert all_leave(process)


def test_on_a_full_disk_it_ends_and_goes_on_when_there_is_room(
    pages: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, resource.RLIM_INFINITY))

    process = begin(pages, tmp_path, "--format", "jsonl", preexec_fn=little_room)
    _, errors = process.communicate(timeout=100)
    assert process.returncode == 2
    assert b"cannot write to" in errors and b"File too large" in errors and b"Traceback" not in errors
    assert 0 < records(tmp_path) < PAGES
    end(begin(pages, tmp_path, "--format", "jsonl"))
    assert files(tmp_path) == whole
