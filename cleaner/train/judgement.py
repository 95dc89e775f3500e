"""What weighing found out, as tables for a terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from scipy.special import expit

from cleaner.output.columns import aligned
from cleaner.train.heldout import Judged
from cleaner.train.junk import Sample

_WORST = 50  # ordinary pages that are told


def told(form: str, judged: Judged) -> Iterator[str]:
    """How well one scorecard does on sources that it has not seen."""
    junk = judged.junk
    yield f"## {form}: {junk.sum():,} junk, {(~junk).sum():,} ordinary"
    yield (
        f"ROC AUC {judged.auc():.4f}; recall of junk at 1% of ordinary pages {judged.recall():.3f} (above a score of "
        f"{expit(judged.threshold()):.2f}); expected calibration error {judged.calibration():.4f}"
    )
    real = judged.on_real_pages()
    yield f"with real ordinary pages alone ({(~real.junk).sum():,}): ROC AUC {real.auc():.4f}, recall {real.recall():.3f}"
    yield ""
    above = judged.odds > judged.threshold()
    yield from _table("sort", judged.samples, above, lambda sample: sample.labels[0] if sample.labels else None)
    yield from _table("source", judged.samples, above, lambda sample: sample.source if sample.labels else None)
    yield from _table("language", judged.samples, above, lambda sample: sample.language if sample.labels else None)


def _table(
    name: str, samples: Sequence[Sample], above: np.ndarray, key: Callable[[Sample], str | None]
) -> Iterator[str]:
    groups: defaultdict[str, list[bool]] = defaultdict(list)
    for sample, found in zip(samples, above.tolist(), strict=True):
        if group := key(sample):
            groups[group].append(found)
    rows = [[name, "pages", "recall"]]
    rows += [[group, str(len(found)), f"{np.mean(found):.2f}"] for group, found in sorted(groups.items())]
    yield from aligned(rows, left=1)
    yield ""


def worst(judged: Judged) -> Iterator[str]:
    """The ordinary pages that score highest."""
    ordinary = [
        (odds, sample.id) for odds, sample in zip(judged.odds, judged.samples, strict=True) if not sample.labels
    ]
    for odds, id in sorted(ordinary, reverse=True)[:_WORST]:
        yield f"{expit(odds):.3f}  {id}"
