"""What a person reads and what a program reads."""

from __future__ import annotations

import json

from cleaner.evaluate.metrics import Estimate, Snippets, Words
from cleaner.evaluate.report import Evaluation, document, tables
from cleaner.evaluate.run import Score
from cleaner.evaluate.summary import Accuracy, Group, Standing, Summary
from cleaner.evaluate.worst import Faults, Line, Lines, Loss, Opinion

PRODUCER = {"name": "cleaner", "policy": "balanced@0123"}
SYSTEMS = (
    Standing("cleaner", "0.1", 12.34, 5.67, None, 0, ()),
    Standing("peer", "2.0", 4.1, 3.9, 3.01, 1_200, tuple(f"ValueError: {n}" for n in range(5))),
)
WORDS = Group(
    None,
    1_480,
    {
        "cleaner": Accuracy(0.9, 0.8, Estimate(0.84567, 0.8, 0.9), None),
        "peer": Accuracy(0.7, 0.6, Estimate(0.64, 0.6, 0.7), Estimate(0.2, -0.1, 0.3)),
    },
)
FORUMS = Group("forum", 2, WORDS.systems)
LOSS = Loss(
    "4145",
    "forum",
    True,
    Score(Words(0.25, 0.5, 1 / 3), None, 0.1, "both"),
    {"peer": 0.75},
    Faults(
        Lines((Line("read\x1b[2Jmore\u202e", ("content.model",), (Opinion("content.model", 1.5), Opinion("content.trafilatura", -3.6))),), 3),
        Lines((Line("the article", ("chrome.menu",), (Opinion("content.model", 0.2),)),), 0),
        Lines((Line("nowhere"),), 0),
    ),
)  # fmt: skip
RAISED = Loss("7", None, False, Score(None, Snippets(0, 1, 0, 0), 0.1, None, "RuntimeError: no"), {}, None)
EVALUATION = Evaluation(Summary("set", 1_480, 21, 0.123, SYSTEMS, (WORDS, FORUMS), (FORUMS,)), (LOSS, RAISED))


def test_tables() -> None:
    assert tables(EVALUATION, PRODUCER).splitlines() == [
        "set: 1,480 pages, policy balanced@0123",
        "Pages with an empty reference, where only an empty text scores: 21.",
        "trafilatura was asked on 12.3% of the pages.",
        "",
        "words, means over pages  pages           precision  recall      F1            95%  cleaner's lead              95%",
        "all                      1,480  cleaner      0.900   0.800  0.8457  0.800 … 0.900",
        "                                peer         0.700   0.600  0.6400  0.600 … 0.700         +0.2000  -0.100 … +0.300",
        "forum                    2      cleaner      0.900   0.800  0.8457  0.800 … 0.900",
        "                                peer         0.700   0.600  0.6400  0.600 … 0.700         +0.2000  -0.100 … +0.300",
        "",
        "snippets, pooled  pages           precision  recall      F1            95%  cleaner's lead              95%",
        "forum             2      cleaner      0.900   0.800  0.8457  0.800 … 0.900",
        "                         peer         0.700   0.600  0.6400  0.600 … 0.700         +0.2000  -0.100 … +0.300",
        "",
        "CPU milliseconds a page  mean  median  cleaner's ratio  pages it raised on",
        "cleaner 0.1              12.3     5.7                                    0",
        "peer 2.0                  4.1     3.9             3.01               1,200",
        "peer raised ValueError: 0",
        "peer raised ValueError: 1",
        "peer raised ValueError: 2",
        "… and 2 other errors of peer",
        "",
        "4145, forum: F1 cleaner 0.333, peer 0.750 (precision 0.250, recall 0.500)",
        "  its reference is empty",
        "  wrongly kept:",
        r"    read\x1b[2Jmore\u202e  [content.model +1.50, beside content.trafilatura -3.60]",
        "    … and 3 more lines",
        "  wrongly removed:",
        "    the article  [chrome.menu, beside content.model +0.20]",
        "  in no block of the page:",
        "    nowhere",
        "",
        "7, of no kind: F1 cleaner 0.000",
        "  the cleaner raised RuntimeError: no",
    ]


def test_what_was_not_measured_has_no_table() -> None:
    bare = Summary("set", 2, 0, 1.0, SYSTEMS[:1], (), ())
    told = tables(Evaluation(bare, ()), PRODUCER)
    assert "words" not in told
    assert "snippets" not in told
    assert "empty" not in told
    assert "lead" not in told


def test_the_document_has_all_of_it() -> None:
    text = document([EVALUATION, EVALUATION], PRODUCER)
    assert text.isascii()
    assert text.isprintable()
    found = json.loads(text)
    assert (found["schema"], found["producer"]) == ("cleaner.evaluation/1", PRODUCER)
    first, second = found["datasets"]
    assert first == second
    assert (first["dataset"], first["pages"], first["blank"], first["asked"]) == ("set", 1_480, 21, 0.123)
    assert first["systems"][1]["errors"] == list(SYSTEMS[1].errors)
    assert (first["systems"][1]["ms_mean"], first["systems"][1]["ratio"]) == (4.1, 3.01)
    assert first["words"][1] == {
        "kind": "forum",
        "pages": 2,
        "systems": {
            "cleaner": {"precision": 0.9, "recall": 0.8, "f1": {"value": 0.84567, "low": 0.8, "high": 0.9}, "lead": None},
            "peer": {
                "precision": 0.7,
                "recall": 0.6,
                "f1": {"value": 0.64, "low": 0.6, "high": 0.7},
                "lead": {"value": 0.2, "low": -0.1, "high": 0.3},
            },
        },
    }  # fmt: skip
    loss, raised = first["worst"]
    assert loss["faults"]["kept"]["left_off"] == 3
    assert loss["faults"]["kept"]["shown"][0] == {
        "text": "read\x1b[2Jmore\u202e",
        "rules": ["content.model"],
        "opinions": [{"rule": "content.model", "weight": 1.5}, {"rule": "content.trafilatura", "weight": -3.6}],
    }
    assert (raised["faults"], raised["score"]["error"]) == (None, "RuntimeError: no")
