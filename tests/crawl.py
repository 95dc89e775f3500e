"""A large WARC of the shared pages under many addresses, hostile ones among them, to measure runs on.

``python -m tests.crawl 20000 big.warc.gz --hostile 400`` makes every 400th record a hostile page; then

    cleaner clean big.warc.gz -o out --format parquet --jobs 2
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import click
from fastwarc.warc import WarcRecord, WarcRecordType

from tests.hostile.pages import pages
from tests.shared import MULTILINGUAL, WCXB


def ordinary() -> Iterator[bytes]:
    """The pages of both sets."""
    for folder in (WCXB, MULTILINGUAL):
        for path in sorted((folder / "html").iterdir()):
            yield gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def hostile() -> Iterator[bytes]:
    """Every ninth hostile page of HTML, and one that is too large for a worker."""
    for case in islice((case for case in pages() if case.about.get("kind") == "html"), 0, None, 9):
        page = case.make()
        yield page if isinstance(page, bytes) else page.encode("utf-8", "surrogatepass")
    yield b"<!doctype html>" + b"<p>a" * 12_000_000


def response(url: str, page: bytes) -> bytes:
    """A record, as a member of a gzip file."""
    record, member = WarcRecord(), io.BytesIO()
    record.init_headers(record_type=WarcRecordType.response)
    record.headers["WARC-Target-URI"] = url
    record.headers["WARC-Date"] = "2026-01-01T00:00:00Z"
    record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page)
    record.write(member)
    return gzip.compress(member.getvalue(), 1)


@click.command()
@click.argument("records", type=int)
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--hostile", "every", type=int, default=0, help="One in so many records is a hostile page.")
def main(records: int, out: Path, every: int) -> None:
    odd, common = cycle(hostile()), cycle(ordinary())
    with out.open("wb") as stream:
        for number in range(records):
            is_odd = every and number % every == every - 1
            host = "hostile.example" if is_odd else f"example{number % 97}.org"
            stream.write(response(f"https://{host}/{number}", next(odd if is_odd else common)))


if __name__ == "__main__":
    main()
