"""Labelled pages to measure on, in every layout, and systems that are simple enough to score by hand."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cleaner.evaluate.datasets import LabelledPage
from cleaner.evaluate.systems import OURS, Extracted, System

FERRY = (
    "The ferry across the estuary has run since 1911, and for most of that time it has run at a loss.",
    "In March the council asked what it would cost to stop. Nobody knew: the bridge is nine miles up the river.",
)
MENU = "Timetables and fares for the coming winter"
PAGE = (
    "<!doctype html><html><head><title>The ferry</title></head><body>"
    f"<nav><a href='/t'>{MENU}</a></nav><article>{''.join(f'<p>{text}</p>' for text in FERRY)}</article></body></html>"
)
REFERENCE = "\n\n".join(FERRY)


def put(path: Path, content: str | bytes) -> Path:
    """A file with its folders; packed where its name says so."""
    data = content.encode() if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def wcxb(folder: Path, labels: Mapping[str, Any], pages: Mapping[str, str] | None = None) -> Path:
    """A folder in the layout of WCXB. A page that is not given is :data:`PAGE`."""
    for id_, each in labels.items():
        put(folder / "ground-truth" / f"{id_}.json", json.dumps(each))
        put(folder / "html" / f"{id_}.html.gz", (pages or {}).get(id_, PAGE))
    return folder


def label(
    reference: str | None = REFERENCE,
    kind: str = "article",
    url: str | None = None,
    more: Mapping[str, Any] | None = None,
) -> Any:
    """A label of WCXB. Without a reference it has no ``main_content``; what ``more`` holds stands beside it."""
    truth = {**({} if reference is None else {"main_content": reference}), **(more or {})}
    return {"url": url, "_internal": {"page_type": {"primary": kind}}, "ground_truth": truth}


def snippets(folder: Path, labels: Mapping[str, Any]) -> Path:
    """A folder in the layout of trafilatura's evaluation set, each of its pages :data:`PAGE`."""
    put(folder / "snippets.json", json.dumps(labels))
    for id_ in labels:
        put(folder / "html" / f"{id_}.html", PAGE)
    return folder


def page(id_: str, payload: str, reference: str | None = None, **about: Any) -> LabelledPage:
    """A page for the systems below: its payload is what they return."""
    return LabelledPage(id_, payload.encode(), reference=reference, **about)


def echo(name: str = OURS, engine: str | None = None, limit: int | None = None) -> System:
    """A system that returns the payload (so many words of it), and raises it where it begins with "raise"."""

    def extract(page: LabelledPage) -> Extracted:
        text = page.payload.decode()
        if text.startswith("raise"):
            raise RuntimeError(text)
        return Extracted(" ".join(text.split()[:limit]), engine)

    return System(name, "1.0", extract)
