"""Encodings: the names browsers know, what tells them, and that anybody can decode with the answer."""

from __future__ import annotations

import codecs
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaner.source.charset import find_codec, named_codec, web_codec

GERMAN = "<p>Größere Fische fressen die kleineren – so heißt es, und es wäre schön, wär’s anders.</p>"
RUSSIAN = "<p>Быстрая лиса прыгает через ленивую собаку, и никто этому не удивляется.</p>"
CHINESE = "<p>春天到了,花园里的花都开了,孩子们在树下唱歌,老人们在喝茶聊天。</p>"
TAIWANESE = "<p>春天到了,花園裡的花都開了,孩子們在樹下唱歌,老人們在喝茶聊天。</p>"
JAPANESE = "<p>春になると、公園の桜が咲いて、子供たちが木の下で歌います。とてもきれいです。</p>"
KOREAN = "<p>봄이 오면 공원의 벚꽃이 피고 아이들이 나무 아래에서 노래합니다.</p>"
GREEK = "<p>Την άνοιξη ανθίζουν τα λουλούδια στον κήπο και τα παιδιά τραγουδούν.</p>"

IN_ITS_OWN_ENCODING = [
    (GERMAN, "cp1252"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "iso8859-5"),
    (CHINESE, "gb18030"),
    (TAIWANESE, "big5hkscs"),
    (JAPANESE, "cp932"),
    (JAPANESE, "euc_jp"),
    (JAPANESE, "iso2022_jp"),
    (KOREAN, "cp949"),
    (GREEK, "cp1253"),
]


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("UTF-8", "utf-8"),
        (" utf8\n", "utf-8"),
        ("utf_8", "utf-8"),
        ("latin1", "cp1252"),
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("iso-8859-9", "cp1254"),
        ("tis-620", "cp874"),
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("shift_jis", "cp932"),
        ("x-sjis", "cp932"),
        ("euc-kr", "cp949"),
        ("big5", "big5hkscs"),
        ("macintosh", "mac-roman"),
        ("x-user-defined", "cp1252"),
        ("utf-16", "utf-16-le"),
        ("iso-8859-8-i", "iso8859-8"),
        ("cp850", None),
        ("hz-gb-2312", None),
        ("utf-7", None),
        ("", None),
        ("utf-8\u212a", None),
    ],
)
def test_labels_mean_what_browsers_mean_by_them(label: str, codec: str | None) -> None:
    assert web_codec(label) == codec


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("latin-1", "cp1252"),
        ("cp850", "cp850"),
        ("IBM437", "cp437"),
        ("hz", "hz"),
        ("utf-8-sig", "utf-8"),
        ("utf_32", "utf-32-le"),
        ("gb2312", "gb18030"),
    ],
)
def test_callers_may_use_names_of_python(label: str, codec: str) -> None:
    assert named_codec(label) == codec


@pytest.mark.parametrize(
    "label",
    [
        *"rot13 base64 hex zlib uu quopri bz2 idna punycode undefined unicode_escape mbcs oem".split(),
        *("", "\0", "charmap", "klingon", "whatwg-big5", "utf-8\ud800", "../x", "aliases", "__init__"),
    ],
)
def test_what_is_no_text_codec_of_the_standard_library_has_no_name(label: str) -> None:
    assert named_codec(label) is None


@given(st.text(max_size=12))
def test_any_label_is_answered(label: str) -> None:
    for codec in (web_codec(label), named_codec(label)):
        assert codec is None or codecs.lookup(codec).name == codec


@pytest.mark.parametrize(("text", "codec"), IN_ITS_OWN_ENCODING)
def test_undeclared_pages_are_detected(text: str, codec: str) -> None:
    data = (text * 4).encode(codec)
    assert data.decode(find_codec(data, None)[0]) == text * 4
    assert find_codec(data, None)[1] == "detected"


@pytest.mark.parametrize(("text", "codec"), IN_ITS_OWN_ENCODING)
def test_a_page_that_declares_utf8_and_is_not_is_detected(text: str, codec: str) -> None:
    page = '<meta charset="utf-8">' + text * 4
    data = page.encode(codec)
    if data.isascii():  # ISO-2022-JP is: nothing speaks against the declaration
        assert find_codec(data, None) == ("utf-8", "meta")
    else:
        found, origin = find_codec(data, None)
        assert data.decode(found) == page
        assert origin == "detected"


@pytest.mark.parametrize(("text", "codec"), IN_ITS_OWN_ENCODING)
def test_utf8_under_another_name_is_detected(text: str, codec: str) -> None:
    data = text.encode()
    assert find_codec(data, codec) == ("utf-8", "detected")
    assert find_codec(b'<meta charset="UTF-8">' + data, codec) == ("utf-8", "meta")


@pytest.mark.parametrize(("text", "codec"), IN_ITS_OWN_ENCODING)
def test_an_honest_name_is_believed(text: str, codec: str) -> None:
    assert find_codec(text.encode(codec), codec) == (codec, "caller")


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_mark_is_stronger_than_every_name(codec: str) -> None:
    assert find_codec(f"\ufeff{RUSSIAN}".encode(codec), "cp1252") == (codec, "bom")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [GERMAN, RUSSIAN * 3, CHINESE * 3, JAPANESE * 3, GREEK * 3, "plain words\n"])
def test_utf16_without_a_mark(codec: str, text: str) -> None:
    data = text.encode(codec)
    assert find_codec(data, None) == (codec, "detected")
    assert find_codec(data, codec) == (codec, "caller")
    assert find_codec(data, "cp1252") == (codec, "detected")
    assert find_codec(data + b"x", None) == (codec, "detected")


@pytest.mark.parametrize(
    "data", [b"<p>a\0b\0c\0d</p>", b"a\0b", b"\0", b"\0\0\0\0", "<p>é\0é\0é\0 und weiter</p>".encode()]
)
def test_stray_nuls_are_not_utf16(data: bytes) -> None:
    assert find_codec(data, None)[0] == "utf-8"


def test_utf16_said_of_ascii_is_not_believed() -> None:
    assert find_codec(b"<p>Hello</p>", "utf-16-le") == ("utf-8", "default")
    assert find_codec(b'<meta charset="utf-16"><p>Hello</p>', None) == ("utf-8", "meta")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta charset="windows-1251">', ("cp1251", "meta")),
        ("<META CHARSET=windows-1251 />", ("cp1251", "meta")),
        ("<meta charset='windows-1251'>", ("cp1251", "meta")),
        ("<meta\ncharset = windows-1251>", ("cp1251", "meta")),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', ("cp1251", "meta")),
        ("<meta content='text/html;charset=windows-1251' http-equiv=content-type>", ("cp1251", "meta")),
        ('<meta charset="bogus"><meta charset="windows-1251">', ("cp1251", "meta")),
        ('<!-- <meta charset="koi8-r"> --><meta charset="windows-1251">', ("cp1251", "meta")),
        ('<!--><meta charset="windows-1251">', ("cp1251", "meta")),
        ("<script>'<meta charset=koi8-r>'</script><meta charset='windows-1251'>", ("cp1251", "meta")),
        ('<meta name="x" content="charset=koi8-r"><meta charset="windows-1251">', ("cp1251", "meta")),
        ("<metadata charset=koi8-r><meta charset=windows-1251>", ("cp1251", "meta")),
        ('<?xml version="1.0" encoding="windows-1251"?>', ("cp1251", "xml")),
        ('<?xml version="1.0" encoding="koi8-r"?><meta charset="windows-1251">', ("cp1251", "meta")),
        ("x" * 20_000 + '<meta charset="windows-1251">', ("cp1251", "meta")),
    ],
)
def test_declarations(head: str, expected: tuple[str, str]) -> None:
    assert find_codec((head + RUSSIAN).encode("cp1251"), None) == expected


@pytest.mark.parametrize("label", ["bogus", "rot13", "idna", "utf-7", "", "\x00", "cp037"])
def test_an_unknown_declaration_is_passed_over(label: str) -> None:
    page = f'<meta charset="{label}">' + RUSSIAN
    assert find_codec(page.encode("cp1251"), None) == ("cp1251", "detected")
    assert find_codec(page.encode(), None) == ("utf-8", "detected")


def test_the_caller_comes_before_the_declaration() -> None:
    assert find_codec(b'<meta charset="koi8-r">' + RUSSIAN.encode("cp1251"), "cp1251") == ("cp1251", "caller")


def test_a_declaration_that_fits_comes_before_detection() -> None:
    assert find_codec(b'<meta charset="gbk">' + CHINESE.encode("gbk"), "utf-8") == ("gb18030", "meta")


def test_a_few_faults_do_not_make_it_another_encoding() -> None:
    data = GERMAN.encode()
    assert find_codec(data + b" \xff \xfe", "utf-8") == ("utf-8", "caller")
    assert find_codec(data * 3 + b" \xff \xfe", None) == ("utf-8", "detected")
    assert find_codec(data * 3 + b" \xff \xfe", "cp1252") == ("utf-8", "detected")
    # A page that was cut in the middle of a character.
    assert find_codec("Schön".encode()[:4], "utf-8") == ("utf-8", "caller")


def test_english_with_the_quotation_marks_of_windows() -> None:
    page = "<p>It’s the author’s “own” page.</p>"
    assert find_codec(b'<meta charset="utf-8">' + page.encode("cp1252"), None) == ("cp1252", "default")


def test_one_sign_does_not_make_chinese_utf8() -> None:
    # These are two characters of GBK and two of UTF-8.
    assert find_codec("联通".encode("gbk"), "gb18030") == ("gb18030", "caller")


def test_ascii_is_utf8_by_default() -> None:
    assert find_codec(b"", None) == ("utf-8", "default")
    assert find_codec(b"<p>plain</p>", None) == ("utf-8", "default")
    assert find_codec(b"<p>plain</p>", "koi8-r") == ("koi8-r", "caller")


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "cp1252", "gb18030", "utf-16-le", "utf-7", "hz"]))
@example(b"\x1b$B", None)
@example(b"+/v8-", "utf-7")
@example(b"\xef\xbb\xbf", None)
def test_every_answer_is_a_codec_that_decodes(data: bytes, named: str | None) -> None:
    codec, origin = find_codec(data, named)
    assert isinstance(data.decode(codec, "replace"), str)
    assert not codec.startswith("whatwg")
    assert origin in ("bom", "caller", "meta", "xml", "detected", "default")
    assert find_codec(data, named) == (codec, origin)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@example("\ufffd\ufffd")
def test_what_says_utf8_and_is_utf8_is_utf8(text: str) -> None:
    assert find_codec(b'<meta charset="utf-8">' + text.encode(), None) == ("utf-8", "meta")


@pytest.mark.parametrize(
    "data",
    [
        b"<meta " * 300_000,
        b"<!--" * 400_000,
        b"<script>" * 200_000,
        b"<meta " + b"a" * 60_000,
        b"<meta " + b"a='\"" * 15_000 + b">",
        b"<meta http-equiv=content-type content='" + b"charset " * 8_000 + b"'>",
        b"<?xml " + b"encoding=" * 200_000,
        b"a" * 2_000_000 + b"\xe9t\xe9",
        b"\xe9" * 2_000_000,
        b"<" * 2_000_000 + b"\xe9",
    ],
)
def test_linear_in_hostile_input(data: bytes) -> None:
    start = time.process_time()
    find_codec(data, None)
    assert time.process_time() - start < 2
