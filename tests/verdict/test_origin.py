"""Where a text comes from goes out of the text, and into the record."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner import clean
from cleaner.output import schema
from tests.examples import ARTICLE

TEXT = (f"{ARTICLE[0]} {ARTICLE[1]}", f"{ARTICLE[2]} {ARTICLE[3]}")
URL = "https://scraper.example/a"


def _page(tail: str = "", head: str = "", body: str = "") -> str:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    return f"<html><head><title>The ferry</title>{head}</head><body><article>{body}{paragraphs}{tail}</article></body></html>"


def _origin(page: str, policy: str = "balanced", url: str | None = URL) -> list[dict[str, Any]]:
    record = clean(page, policy=policy, url=url).to_record()
    assert not list(schema.check(record))
    return list(record["origin"])


def test_what_a_feed_says_of_itself_is_kept_as_origin() -> None:
    tail = "<p>The post The ferry appeared first on <a href='https://www.fellpost.example/a'>Fell Post</a>.</p>"
    assert _origin(_page(tail)) == [
        {
            "domain": "fellpost.example",
            "url": "https://www.fellpost.example/a",
            "evidence": ["syndication.first-on=Fell Post"],
        }
    ]
    result = clean(_page(tail), url=URL)
    assert "appeared first" not in result.text


def test_recall_keeps_the_words_and_knows_the_origin() -> None:
    tail = "<p>This article was originally published on <a href='https://fellpost.example/a'>Fell Post</a>.</p>"
    assert [each["domain"] for each in _origin(_page(tail), "recall")] == ["fellpost.example"]
    assert not any("syndication" in rule for d in clean(_page(tail), policy="recall").removed for rule in d.rules)


def test_a_canonical_address_of_another_site_is_an_origin() -> None:
    head = "<link rel='canonical' href='https://fellpost.example/a'>"
    (origin,) = _origin(_page(head=head))
    assert (origin["domain"], origin["url"]) == ("fellpost.example", "https://fellpost.example/a")
    assert _origin(_page(head=head), url="https://www.fellpost.example/a?x=1") == []
    assert _origin(_page(head=head), url=None) == []


def test_pictures_on_one_other_site_are_evidence() -> None:
    pictures = "<p><img src='https://img.fellpost.example/1.jpg'></p>" * 4
    body = f"<p>{TEXT[1]}</p>{pictures}"
    assert [each["domain"] for each in _origin(_page(body=body))] == ["fellpost.example"]
    assert _origin(_page(body=body), url="https://fellpost.example/a") == []


def test_agencies_and_papers_are_named() -> None:
    text = "LEEDS (Reuters) - " + TEXT[1] + "\n\n" + "\n\n".join(TEXT) + "\n\nSource: Fell Evening Post"
    origin = _origin(text, url=None)
    assert [(each["domain"], each["evidence"]) for each in origin] == [
        (None, ["syndication.source=Fell Evening Post"]),
        (None, ["syndication.agency=Reuters"]),
    ]


@pytest.mark.parametrize("page", [_page(), "\n\n".join(TEXT)])
def test_a_page_of_its_own_has_no_origin(page: str) -> None:
    assert _origin(page) == []
