"""Which fields of a record or a table hold the page and its address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from cleaner.errors import BadRecord, TooLarge

# What fields are called in published collections of pages, the most telling name first.
_HTML = "html raw_html html_content page_html html_body raw_page html_raw source_html content_html".split()
_TEXT = (
    "text content raw_content body article maintext main_text article_text article_body plain_text page_content"
    " text_content raw_text extracted_text full_text".split()
)
_URL = (
    "url uri link source_url page_url target_uri warc-target-uri source.url metadata.url meta.url metadata.source_url"
    " metadata.warc-target-uri warc_headers.warc-target-uri".split()
)


class Picked(NamedTuple):
    """What a record holds for us: the page, what it is, and where it came from."""

    payload: bytes | str
    kind: Literal["html", "text"]
    url: str | None


class Fields(NamedTuple):
    """Names of fields: of HTML, of text that somebody extracted, of the address; None where usual names are looked for.

    ``metadata.url`` is the field ``url`` in the field ``metadata``, or a field of that name. HTML wins over text.
    """

    html: str | None = None
    text: str | None = None
    url: str | None = None

    def pick(self, record: Mapping[str, Any], max_bytes: int) -> Picked:
        """The page of a record.

        :param record: as JSON has it, or a row by its columns.
        :raises BadRecord: it has no such field, or one without text.
        :raises TooLarge: the page has more bytes than are allowed.
        """
        found = [*_texts(record, self.html, _HTML, "html"), *_texts(record, self.text, _TEXT, "text")]
        if not found:
            raise BadRecord(f"no text in the fields {', '.join(self._names())}")
        payload, kind = next((each for each in found if each[0]), found[0])
        if len(payload) > max_bytes:
            raise TooLarge(f"more than {max_bytes:,} bytes")
        url = next((url for url, _ in _texts(record, self.url, _URL, "text") if url), None)
        return Picked(payload, kind, url if isinstance(url, str) else url.decode("utf-8", "replace") if url else None)

    def among(self, columns: Iterable[str]) -> list[str]:
        """The columns of a table that :meth:`pick` may look at.

        :raises BadRecord: none of them can hold a page.
        """
        columns = list(columns)
        pages = _named(columns, self.html, _HTML) + _named(columns, self.text, _TEXT)
        if not pages:
            raise BadRecord(f"none of the columns {', '.join(self._names())}, but {', '.join(columns)[:200]}")
        return list(dict.fromkeys((*pages, *_named(columns, self.url, _URL))))

    def _names(self) -> list[str]:
        return [*([self.html] if self.html else _HTML[:3]), *([self.text] if self.text else _TEXT[:3])]


USUAL = Fields()


def _texts(
    record: Mapping[str, Any], name: str | None, usual: list[str], kind: Literal["html", "text"]
) -> Iterator[tuple[bytes | str, Literal["html", "text"]]]:
    """What these fields hold, if it is text."""
    for path in [name] if name else usual:
        value = _value(record, path)
        if isinstance(value, (str, bytes)):
            yield value, kind


def _value(record: Any, path: str) -> Any:
    """What stands at a path of names; names fit whatever their case where none fits to the letter."""
    if not isinstance(record, Mapping):
        return None
    if path in record:
        return record[path]
    lower = path.lower()
    for key in record:
        if key.lower() == lower:
            return record[key]
    first, dot, rest = path.partition(".")
    return _value(record[first], rest) if dot and first in record else None


def _named(columns: list[str], name: str | None, usual: list[str]) -> list[str]:
    wanted = [each.lower() for each in ([name] if name else usual)]
    return [column for column in columns if column.lower() in wanted]
