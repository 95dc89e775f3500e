"""The auditor of segmentation: where an independent parser sees text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.output.audit import audit


def seen(page: str) -> str:
    found = audit(page)
    assert len(found.blanked) == len(page)
    return " ".join(" ".join(found.blanked[start:end] for start, end in found.visible).split())


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One <b>two</b></p>", "One two"),
        ("a < b <3 &amp; c", "a < b <3 &amp; c"),
        ('<a title="<p>x</p>" href=y>z</a>', "z"),
        ("<a b='x>y'c=\"d>e\" / f=g>h", "h"),
        ('<p =">">x', '">x'),
        ('a<p title="never closed', "a"),
        ("a<!--x>y-->b<!-->c<!--->d<!--e--!>f", "a b c d f"),
        ("a<!--never closed <p>b", "a"),
        ("a<!doctype html>b<?php x ?>c</>d</ e>f<![CDATA[g]]>h", "a b c d f h"),
        ("<title>x<b>y</title>a<textarea>&lt;</textarea><style>b</style>", "a"),
        ("<script>'<p>x</p>'</script >a<script/>b</script>c", "a c"),
        ("<script>never closed <p>a", ""),
        ("a<svg><p>b</p><svg>c</svg>d</svg>e<svg/>f", "a e f"),
        ("<svg><title/>a</svg>b", "b"),
        ("<select><option>a</select>b<datalist><option>c</datalist>", "b"),
        ("<template>a<template>b</template>c</template>d", "d"),
        ('<div><template shadowrootmode="open">a</template>b</div>', "a b"),
        ("<noscript>a</noscript><details>b</details><button>c</button><object>d</object>", "a b c d"),
        ("<iframe><p>a</iframe><noembed>b</noembed><noframes>c</noframes>d", "d"),
        ("<xmp><b>&amp;</xmp>c<plaintext></plaintext>d", "<b>&amp; c </plaintext>d"),
        ("<math><mi><![CDATA[a<b>c]]></mi>d</math>", "a<b>c d"),
        ("<head></head><frameset><frame>a", ""),
        ("<p>a<frameset>b", "a b"),
        ("a\nb\r\nc<svg>\n</svg>\nd", "a b c d"),
    ],
)
def test_what_is_text(page: str, expected: str) -> None:
    assert seen(page) == expected


def test_literal_text() -> None:
    assert audit("<xmp>&amp;</xmp>").literal == ((5, 10),)


@given(
    st.lists(
        st.sampled_from(
            [
                "<",
                ">",
                "</",
                "!--",
                "--",
                "-->",
                "svg",
                "template ",
                "a",
                "=",
                '"',
                "'",
                "/",
                "\n",
                "&",
                "xmp",
                "\0",
            ]
        )
    )
)
def test_any_string_will_do(parts: list[str]) -> None:
    seen("".join(parts))


@pytest.mark.parametrize(
    "part",
    [
        "<!--",
        "<a",
        '<a b="',
        "<a b='x",
        "<svg>",
        "<xmp>",
        "<template>",
        "</",
        "<![CDATA[",
        "<!",
        "<",
        "<a b= c ",
        "-->",
    ],
)
def test_linear_in_the_page(part: str) -> None:
    started = time.process_time()
    audit(part * 100_000)
    assert time.process_time() - started < 5
