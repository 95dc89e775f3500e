"""Measure the cleaner against trafilatura on labelled pages: ``python -m tests.measure ../shared/data/wcxb-dev``.

Word F1 by kind of page, and CPU time, both systems on each page in turn in one process.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from statistics import fmean

import trafilatura

import cleaner
from tests.test_data import f1


def main(folder: Path, step: int) -> None:
    """Print the table for every ``step``-th page of a folder with ``html/ID.html.gz`` and ``ground-truth/ID.json``."""
    scores: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    ours = theirs = 0.0
    for page in sorted(folder.glob("html/*.html.gz"))[::step]:
        truth = json.loads((folder / "ground-truth" / page.name.replace(".html.gz", ".json")).read_text("utf-8"))
        payload = gzip.decompress(page.read_bytes())
        start = time.process_time()
        text = cleaner.clean(payload).text
        middle = time.process_time()
        peer = trafilatura.extract(payload, include_comments=False) or ""
        ours, theirs = ours + middle - start, theirs + time.process_time() - middle
        reference = truth["ground_truth"].get("main_content") or ""
        pair = f1(text, reference), f1(peer, reference)
        for kind in ("all", truth["_internal"]["page_type"]["primary"]):
            scores[kind].append(pair)
    for kind, pairs in sorted(scores.items(), key=lambda item: -len(item[1])):
        mine, peers = map(fmean, zip(*pairs, strict=True))
        print(f"{kind:14} {len(pairs):5}  F1 {mine:.4f}  trafilatura {peers:.4f}")
    print(f"CPU {ours / theirs:.2f} times trafilatura's")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
