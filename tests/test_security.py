"""What a page must not be able to do: call somebody, read a file, grow without end, speak to a terminal, or hang a pattern."""

from __future__ import annotations

import importlib
import os
import pkgutil
import pty
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import pytest
from click.testing import CliRunner

import cleaner
from cleaner.cli import main
from cleaner.output.columns import shown
from cleaner.output.record import to_json
from tests.generators.prose import SUBJECTS
from tests.hostile.pages import BOMB

PROSE = "".join(f"<p>{' '.join(subject.sentences[:3])}</p>" for subject in SUBJECTS)

# --- nobody is called, and no file is read ------------------------------------------------------

CALLS = {
    "external entity": '<!DOCTYPE html [<!ENTITY x SYSTEM "{}">]><html xmlns="http://www.w3.org/1999/xhtml"><p>&x;',
    "parameter entity": '<!DOCTYPE html [<!ENTITY % x SYSTEM "{}"> %x;]><html><p>&y;',
    "DTD": '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "{}"><html><p>&nbsp;',
    "inclusion": '<html xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{0}" parse="text"/><p>',
    "style sheets": '<link rel=stylesheet href="{0}"><style>@import url("{0}"); p {{ background: url({0}) }}</style><p>',
    "XSLT": '<?xml-stylesheet type="text/xsl" href="{0}"?><html><p>',
    "frames": '<iframe src="{0}"></iframe><frame src="{0}"><object data="{0}"></object><embed src="{0}"><p>',
    "refresh": '<meta http-equiv=refresh content="0; url={0}"><base href="{0}"><link rel=canonical href="{0}"><p>',
    "scripts": '<script src="{0}"></script><script>fetch("{0}")</script><img src="{0}" onerror="fetch(\'{0}\')"><p>',
    "JSON-LD": '<script type=application/ld+json>{{"@context": "{0}", "@type": "Article", "author": "{0}"}}</script><p>',
    "next page": '<link rel=next href="{0}"><link rel=amphtml href="{0}"><a rel=next href="{0}">2</a><p>',
    "schema": '<html xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x {0}"><p>',
}


@pytest.fixture
def address() -> Iterator[tuple[str, list[object]]]:
    """The address of a server, and the calls that it had."""
    calls: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, caller = server.accept()
                except TimeoutError:
                    continue
                calls.append(caller)
                connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/x", calls
        done.set()
        thread.join()


def test_nobody_is_called(address: tuple[str, list[object]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither by Python, whose sockets raise here, nor by a library in C, which would reach the server."""
    url, calls = address

    def refused(*_: object, **__: object) -> None:
        calls.append(_)
        raise AssertionError("somebody is called")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    for name, page in CALLS.items():
        for engine in ("auto", "trafilatura"):
            policy = cleaner.Policy(engine=engine)  # type: ignore[arg-type]
            for payload in (f"{page.format(url)}word{PROSE}", f"{page.format(url)}word"):
                result = cleaner.clean(payload, policy=policy, url=url, kind="html")
                assert result.to_record()["status"] in ("cleaned", "empty"), name
                result.to_markdown()
    assert not calls


def test_the_server_would_notice(address: tuple[str, list[object]]) -> None:
    url, calls = address
    with socket.create_connection(("127.0.0.1", int(url.split(":")[2].partition("/")[0]))):
        pass
    time.sleep(0.2)
    assert calls


def test_no_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the-password-is-swordfish")
    for page in CALLS.values():
        for place in (secret.as_uri(), str(secret)):
            result = cleaner.clean(f"{page.format(place)}word{PROSE}", kind="html")
            assert "swordfish" not in to_json(result.to_record()) + result.to_markdown()


def test_a_str_is_never_a_path(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>swordfish")
    assert "swordfish" not in cleaner.clean(str(page)).text


def test_entities_do_not_multiply() -> None:
    result = cleaner.clean(BOMB)
    assert len(to_json(result.to_record())) < 20_000
    assert result.text == "word &a9;"


# --- no page speaks to a terminal ---------------------------------------------------------------

# Clears the screen, sets the title in two ways, turns the order of letters around, overwrites a line, hides what follows.
SPEECH = "\x1b[2J\x1b]0;owned\x07\x9b31m\x9d0;owned\x9c\u202egnp.exe\u2066\u200f\x7f\x08\x08\x90q\x9c\x85"
UNHEARD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
SPEAKER = (
    f"<html><head><title>Buses {SPEECH} run</title><meta name=author content='Jane {SPEECH} Doe'></head><body>"
    f"<p>{SPEECH} checking your browser {SPEECH}</p><h1>Buses {SPEECH} run</h1>{PROSE}<p>My name is Prof. Ada{SPEECH} Dach, I am a "
    f"lively, open person who loves writing.</p><a href='http://x.example/{SPEECH}'>best online casino {SPEECH}</a>"
)


@pytest.fixture
def speakers(tmp_path: Path) -> list[str]:
    """Files that speak by their text and by their names: a page, a picture called a page, and what is no page by its name."""
    names = {
        f"a\x1b[2J\u202e{number}.{suffix}": payload
        for number, (suffix, payload) in enumerate(
            (("html", SPEAKER.encode()), ("html", b"\x89PNG\r\n\x1a\n"), ("html", b""), ("jpg", b""))
        )
    }
    for name, payload in names.items():
        (tmp_path / name).write_bytes(payload)
    return [str(tmp_path / name) for name in names]


@pytest.mark.parametrize("options", [[], ["--explain"]])
def test_score_is_silent(speakers: list[str], options: list[str], tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["score", str(tmp_path), *options])
    assert not UNHEARD.search(result.output)
    assert "failed (binary): " in result.output
    assert "passed over" in result.output
    assert r"a\x1b[2J\u202e0.html" in result.output


def test_a_missing_file_is_told_silently() -> None:
    result = CliRunner().invoke(main, ["clean", "a\x1b[2J\u202e.html"])
    assert "there is no file" in result.output
    assert not UNHEARD.search(result.output)


def test_failures_are_told_silently(speakers: list[str]) -> None:
    for page in speakers[1:3]:
        assert not UNHEARD.search(CliRunner().invoke(main, ["clean", page]).stderr)


def test_what_is_shown_is_silent() -> None:
    text = shown(f"Buses {SPEECH} run\n\tThey do\n")
    assert not UNHEARD.search(text)
    assert text.endswith("run\n\tThey do\n")


def test_a_page_is_silent_on_a_terminal(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(SPEAKER, "utf-8")
    leader, follower = pty.openpty()
    code = "from cleaner.cli import main; main()"
    subprocess.run([sys.executable, "-c", code, "clean", str(page)], stdout=follower, check=True)
    os.close(follower)
    told = os.read(leader, 100_000).decode("utf-8", "replace").replace("\r\n", "\n")
    os.close(leader)
    assert "harbour" in told
    assert not UNHEARD.search(told)


# --- patterns take time in proportion -----------------------------------------------------------

RUNS = [
    *("a", "A", "7", "\n", " ", " \n", "\xa0", "a ", "a.", "a-", "-", "—", ".", ",", "'", '"', "(", "[", ":", "/", "é", "Σ"),
    *("Abc ", "J. ", "a, ", "a: ", "1. ", "2021-", "12:", "@a", "<", "<!--", "&a", "&#", "{", "by ", "a | ", "» ", "#a ", "$1"),
]  # fmt: skip
# Patterns that take more than their text's length, and why they may.
BOUNDED = {
    "cleaner.evidence.persona.said._NAMED": "searched from a hundred characters before the end",
    "cleaner.evidence.signs.prompts._SENTENCE_END": "asked about three characters",
    "cleaner.evidence.signs.threads._HEAD": "asked about the beginning of a line",
    "cleaner.evidence.view._SEPARATOR": "asked about declared titles, whose white space is folded",
    "cleaner.verdict.authors._AFTER": "asked about declared names, which are short",
    "cleaner.verdict.titles._SEPARATOR": "asked about declared titles, whose white space is folded",
    "cleaner.source.markup._ANY": "matched where the last tag ended",
    "cleaner.source.markup._HTML": "matched where the last tag ended",
}
_SIZE, _SECONDS = 16_000, 0.2  # what is quadratic takes more than that


def _patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern of text that a module of the pipeline holds, by its name."""
    found = {}
    for module in pkgutil.walk_packages(cleaner.__path__, "cleaner."):
        if module.name.startswith(("cleaner.train", "cleaner.evaluate")):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            held = value.values() if isinstance(value, dict) else (value,)
            for each in chain.from_iterable(one if isinstance(one, tuple) else (one,) for one in held):
                if isinstance(each, re.Pattern) and isinstance(each.pattern, str):
                    found.setdefault(each, f"{module.name}.{name}")
    return {name: pattern for pattern, name in found.items()}


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Raise TimeoutError when so much CPU time has passed."""

    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _slow_on(pattern: re.Pattern[str], search: bool) -> list[str]:
    slow = []
    for run in RUNS:
        text = f"x {run * (_SIZE // len(run))}\x00!"
        try:
            with _at_most(_SECONDS):
                if search:
                    for _ in pattern.finditer(text):
                        pass
                else:
                    pattern.match(text, 2)
                    pattern.fullmatch(text, 2)
        except TimeoutError:
            slow.append(run)
    return slow


def test_patterns_are_linear() -> None:
    patterns = _patterns()
    assert len(patterns) > 200
    slow = {name: runs for name, pattern in patterns.items() if (runs := _slow_on(pattern, _is_searched(name)))}
    assert not slow.keys() - BOUNDED.keys(), {name: slow[name] for name in slow.keys() - BOUNDED.keys()}
    assert BOUNDED.keys() <= patterns.keys()


def _is_searched(name: str) -> bool:
    """Is a pattern looked for in a text, and not only at a given place? By how its module uses the name."""
    module, _, variable = name.rpartition(".")
    file = importlib.import_module(module).__file__
    uses = re.findall(rf"\b{variable}(?:\[[^\]]*\])?\.(\w+)", Path(file or "").read_text("utf-8"))
    return not uses or not set(uses) <= {"match", "fullmatch", "pattern"}
