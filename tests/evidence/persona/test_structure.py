"""Profiles whose labels and wording nobody listed: they are known by their values and their structure."""

from __future__ import annotations

import pytest

from cleaner.evidence.persona import find_profiles
from cleaner.evidence.persona.said import introductions
from cleaner.model import Block, Run

BEFORE = "The ferry had been promised for June, and in June it came, he said, though nobody on the quay believed it."
AFTER = "Mr Ashdown, who had waited on the quay since dawn, was the first to board."
SAID = (
    "Hello there! My name is Rev. Odell Quist and I would describe myself as a elegant, modern, curious, gentle individual "
    "who is passionate about writing. I hope to share what I have learned with you."
)
HOME = "417 Kuhlman Crossing, North Tamsin, VT 90210"
HOBBIES = "Kayaking, Pottery, Lacemaking, Knitting, Yoga"


def blocks(texts: list[str]) -> list[Block]:
    return [Block(i, text, (Run((0, len(text)), (0, len(text))),)) for i, text in enumerate(texts)]


def taken(texts: list[str]) -> list[str]:
    page = blocks(texts)
    found = [profile for profile in find_profiles(page) if profile.fabricated]
    return [page[index].text[start:end] for profile in found for index, (start, end) in profile.pieces]


BOXES = {
    "lines": [
        "Penned by: Odell Quist",
        "Came to us: 1994-02-11",
        f"Where to write: {HOME}",
        "Ring: +3016286364107",
        "Earns a living as: Legacy Integration Coordinator",
        f"Off the clock: {HOBBIES}",
        f"In two words: {SAID}",
    ],
    "cells": [
        *("Penned by", "Rev. Odell Quist", "Came to us", "1994-02-11", "Where to write", HOME),
        *("Ring", "+3016286364107", "Off the clock", HOBBIES),
    ],
    "one block": [f"Scribe: Odell Quist\nCame: 1994-02-11\nHouse: {HOME}\nRing: +3016286364107\nFun: {HOBBIES}"],
    "run on": [f"Scribe: Odell Quist Came: 1994-02-11 House: {HOME} Ring: +3016286364107 Fun: {HOBBIES}"],
    "bars": [f"Rev. Odell Quist | 1994-02-11 | {HOME} | +3016286364107 | Sales Manager"],
    "points": [f"Scribe: Rev. Odell Quist · Came: 1994-02-11 · House: {HOME} · Ring: +3016286364107"],
    "commas": [f"Rev. Odell Quist, born 1994-02-11, {HOME}, +3016286364107"],
    "two values": ["Came to us: 1994-02-11", "Ring: +30162863641074444"],
    "an address": [f"House: {HOME}"],
    "an address alone": [HOME],
    "German": [
        "Aus der Feder von: Odell Quist",
        "Zur Welt gekommen: 1994-02-11",
        f"Zuhause: {HOME}",
        "Ruf: +3016286364107",
    ],
    "Chinese": ["撰稿：Odell Quist", "来到：1994-02-11", f"家：{HOME}", "号：+3016286364107", f"闲：{HOBBIES}"],
    "known labels of another kind": [
        "Writer: Odell Quist",
        "Contact: " + HOME,
        "Cell: +3016286364107",
        "Born: 1994-02-11",
    ],
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_a_box_is_known_by_its_values(box: list[str]) -> None:
    assert taken([BEFORE, *box, AFTER]) == box


HONEST = {
    "contact": ["Visit: 12 Lake Ridge, Port Allen, LA 70767", "Call: +12253830142", "Since: 1994-02-11"],
    "office": ["Office: 350 Fifth Avenue, New York, NY 10118", "Fax: +12125550133", "Open: Monday, Tuesday, Friday"],
    "curriculum": ["Born: 1991-05-14", "Reach me: +4989123456", "Fluent in: German, English, French, Polish, Dutch"],
    "missing": ["Missing since: 1999-05-12", "Born: 1985-03-02", "Call: +441632960123", "Height: 1.60 m"],
    "character": [
        "Called: Aria Stone",
        "Born: 1996-08-11",
        "Good at: Archery, Swordplay, Lockpicking, Alchemy, Riding",
    ],
    "form": ["Your name, e.g.: Jane Smith", "Born, e.g.: 1990-01-31", "Number, e.g.: +14155550132"],
    "release": ["Released: 2003-04-11", "Updated: 2004-05-02", "Tags: Archery, Origami, Chess, Knitting, Yoga"],
    "staff": ["Rev. Thomas Green | +442079460000", "Dr. Helen Smith | +442079460001", "Joan Fell | +442079460002"],
    "mistyped": ["Find us: 12 Oak Lane, Greenville, SC 92601", "Ring: +18642322273"],
}


@pytest.mark.parametrize("box", HONEST.values(), ids=HONEST)
@pytest.mark.parametrize("layout", ["lines", "block", "bars"])
def test_an_honest_box_stays(box: list[str], layout: str) -> None:
    lines = {"lines": box, "block": ["\n".join(box)], "bars": [" | ".join(box)]}[layout]
    assert taken([BEFORE, *lines, AFTER]) == []


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        f"Who wrote this: {SAID}",
        "I'm Rev. Odell Quist, a kind, helpful, calm, witty, patient blogger with over ten years of experience in creating "
        "content that readers love.",
        "Odell Quist here. I consider myself sparkling, courageous, gentle, bright, loyal, and I enjoy sharing tips.",
        "Ich bin Odell Quist, eine freundliche, hilfsbereite, ruhige, witzige, kluge Bloggerin, die gern Tipps mit euch teilt.",
        "¡Hola! Soy Odell Quist y me considero una persona elegante, moderna, curiosa, amable y me encanta compartir consejos con ustedes.",
        "Je m'appelle Odell Quist, je suis une personne élégante, moderne, curieuse, douce, calme et j'aime partager mes "
        "connaissances avec vous.",
        "Ciao! Sono Odell Quist, mi considero elegante, moderno, curioso, gentile e adoro condividere consigli con i lettori.",
        "Olá! Sou Odell Quist, uma pessoa elegante, moderna, curiosa, gentil e adoro partilhar dicas com você.",
        "Ik ben Odell Quist en ik zou mezelf omschrijven als elegant, modern, nieuwsgierig, vriendelijk en ik deel graag mijn kennis met jullie.",
        "Jestem spokojną, miłą, bystrą, wesołą osobą i lubię dzielić się poradami z czytelnikami.",
        "Я считаю себя спокойным, добрым, ярким, смелым и люблю делиться опытом с читателями.",
        "Merhaba! Kendimi zarif, modern, meraklı, nazik biri olarak görüyorum ve bilgilerimi okurlarla paylaşmayı seviyorum.",
        "大家好，我是王伟，一个热情、开朗、善良、细心的人，喜欢写作，并愿意与大家分享我的知识。",
        "私は優しく、穏やかで、明るく、好奇心旺盛で、勇敢な人間です。知識を皆さんと共有したいです。",
    ],
)
def test_an_introduction_is_known_by_its_structure(text: str) -> None:
    assert taken([BEFORE, text, AFTER]) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "My name is Sue and I am a wife, mother, teacher, baker, and lover of coffee. I love sharing recipes with my readers.",
        "I love reading, hiking, cooking, writing, and sharing my tips with readers.",
        "We want a kind, patient, clever, honest person who writes well and shares our values. I told him so.",
        "I was cold, tired, hungry, wet and far from home when I wrote that letter.",
        "She is a calm, kind, bright, witty person who loves writing and shares her knowledge with readers.",
        "The design is a modern, elegant, simple, fast tool for writing and sharing, I think.",
        "I am a freelance writer with ten years of experience: creative, driven, curious and fast.",
        "I am a creative, driven, curious, fast, honest copywriter with ten years of experience.",
        "Readers of my blog get perks. They may include an upgrade, daily breakfast, spa treatment, resort credit and more.",
        "He wrote: “I am a kind, helpful, calm, witty person and love sharing tips with readers.” Nobody answered.",
        "Me gustan los perros, gatos, pájaros, peces y compartir ideas con ustedes.",
        "我喜欢苹果、香蕉、葡萄、西瓜，也喜欢和大家分享食谱。",
    ],
)
def test_others_who_list_things_are_not(text: str) -> None:
    assert taken([BEFORE, text, AFTER]) == []
    assert not list(introductions(text)) or "copywriter" in text


def test_a_profile_without_known_labels_names_its_person() -> None:
    (profile,) = find_profiles(blocks([BEFORE, *BOXES["lines"], AFTER]))
    assert profile.name == "Odell Quist"
