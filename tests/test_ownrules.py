"""Rules of a user's own: what a file may say, what they find, and that they outweigh all others."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import cleaner
from cleaner.checks import broken
from cleaner.cli import main
from cleaner.errors import PolicyError
from cleaner.ownrules import OwnRule, read_rules
from tests.examples import ARTICLE

STORY = "".join(f"<p>{paragraph}</p>" for paragraph in ARTICLE)
PAGE = f"<article>{STORY}<div class='shop' data-ad='true'><p>Buy the mug of the ferry, today only.</p></div></article>"


def file(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, "utf-8")
    return path


def cleaned(page: str, *rules: OwnRule, **about: str) -> cleaner.Cleaned:
    policy = cleaner.Policy("mine", own=rules)
    return cleaner.clean(page, policy=policy, kind=about.pop("kind", "html"), **about)


def removed(result: cleaner.Cleaned, rule: str) -> list[str]:
    return [result.blocks[d.block].text[slice(*d.range)] for d in result.removed if d.rules == (rule,)]


def test_the_example_in_the_documentation_keeps_its_promises(tmp_path: Path) -> None:
    import cleaner.ownrules

    documentation = cleaner.ownrules.__doc__ or ""
    example = documentation[documentation.index("    [[rule]]") : documentation.index("A rule has exactly")]
    rules = read_rules(file(tmp_path, example))
    assert [rule.id for rule in rules] == ["podcast-plug", "wire-code", "shop-box", "plain-ad"]
    assert list(broken(rules)) == []


@pytest.mark.parametrize(
    "rule",
    [
        OwnRule("a", selector="div.shop"),
        OwnRule("a", selector="article > div p"),
        OwnRule("a", attribute="data-ad"),
        OwnRule("a", attribute="data-ad=true"),
        OwnRule("a", phrases=("MUG of the ferry",)),
        OwnRule("a", pattern=r"^Buy .*$"),
    ],
    ids=repr,
)
def test_each_kind_of_rule_removes_what_it_is_for(rule: OwnRule) -> None:
    result = cleaned(PAGE, rule)
    assert removed(result, "own.a") == ["Buy the mug of the ferry, today only."]
    assert result.text == "\n\n".join(ARTICLE)


def test_a_pattern_takes_exactly_what_it_matches() -> None:
    text = "\n\n".join(f"(LON-{n}) {paragraph}" for n, paragraph in enumerate(ARTICLE))
    result = cleaned(text, OwnRule("code", pattern=r"\([A-Z]{3}-\d\) "), kind="text")
    assert result.text == "\n\n".join(ARTICLE)


def test_a_phrase_in_a_long_paragraph_is_prose() -> None:
    paragraph = f"{ARTICLE[1]} {ARTICLE[0]} “Buy the mug of the ferry,” it said. {ARTICLE[3]}"
    assert not removed(cleaned(f"<p>{paragraph}</p>", OwnRule("a", phrases=("mug of the ferry",))), "own.a")


def test_what_a_user_keeps_no_rule_removes_and_what_he_removes_none_protects() -> None:
    page = f"<article>{STORY}<p hidden>The fare was a shilling.</p></article>"
    keep = OwnRule("fare", selector="p[hidden]", action="keep")
    assert "shilling" in cleaned(page, keep).text
    assert "shilling" not in cleaned(page).text
    assert "shilling" in cleaned(page, OwnRule("a", phrases=("shilling",)), keep).text


@pytest.mark.parametrize(
    ("url", "applies"),
    [
        ("https://example.org/a", True),
        ("https://www.example.org/a", True),
        ("https://notexample.org/a", False),
        (None, False),
    ],
)
def test_a_rule_of_a_host_is_for_its_pages(url: str | None, applies: bool) -> None:
    rule = OwnRule("a", selector=".shop", hosts=("example.org",))
    policy = cleaner.Policy("mine", own=(rule,))
    assert bool(removed(cleaner.clean(PAGE, policy=policy, kind="html", url=url), "own.a")) == applies


def test_deciding_again_under_other_rules_equals_cleaning_afresh() -> None:
    policy = cleaner.Policy("mine", own=(OwnRule("a", selector=".shop"),))
    result = cleaner.clean(PAGE, kind="html")
    assert cleaner.decide(result, policy).to_record() == cleaner.clean(PAGE, policy=policy, kind="html").to_record()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds .*rule"),
        ("[rule]\nid = 'a'", "holds .*rule"),
        ("[[rule]]\nphrases = ['x']", "id is small letters"),
        ("[[rule]]\nid = 'A b'\nphrases = ['x']", "id is small letters"),
        ("[[rule]]\nid = 'a'", "a rule has one of"),
        ("[[rule]]\nid = 'a'\nphrases = ['x']\npattern = 'y'", "a rule has one of"),
        ("[[rule]]\nid = 'a'\nphrases = 'x'", "phrases = 'x' is not understood"),
        ("[[rule]]\nid = 'a'\nphrase = ['x']", "is not understood"),
        ("[[rule]]\nid = 'a'\nphrases = ['x']\naction = 'burn'", 'action is "remove" or "keep"'),
        ("[[rule]]\nid = 'a'\npattern = '(a'", "no RE2"),
        ("[[rule]]\nid = 'a'\npattern = '(a)\\1'", "no RE2"),
        ("[[rule]]\nid = 'a'\nselector = 'p['", "no CSS"),
        ("[[rule]]\nid = 'a'\nattribute = '=x'", "no attribute"),
        ("[[rule]]\nid = 'a'\nphrases = ['x']\n[[rule]]\nid = 'a'\nphrases = ['y']", "two rules are called a"),
        ("x = ", "no TOML"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(PolicyError, match=said):
        read_rules(file(tmp_path, text))


def test_a_policy_names_a_file_beside_it(tmp_path: Path) -> None:
    file(tmp_path, "[[rule]]\nid = 'a'\nselector = '.shop'\nhits = ['x']")
    policy = tmp_path / "policy.toml"
    policy.write_text('own-rules = "mine.toml"\n[rules]\n"own.a" = true\n', "utf-8")
    assert removed(cleaner.clean(PAGE, policy=policy, kind="html"), "own.a")
    policy.write_text('own-rules = "none.toml"\n', "utf-8")
    with pytest.raises(PolicyError, match="cannot read"):
        cleaner.Cleaner(policy)


def test_a_pattern_that_python_would_choke_on_is_fast() -> None:
    text = "a" * 30_000 + "!"
    assert cleaned(text, OwnRule("a", pattern=r"(a+)+$"), kind="text").text


def test_the_command_checks_a_file(tmp_path: Path) -> None:
    good = "[[rule]]\nid = 'a'\nphrases = ['the mug']\nhits = ['Buy the mug!']\nmisses = ['A mug.']\n"
    result = CliRunner().invoke(main, ["rules", "--check", str(file(tmp_path, good))])
    assert (result.exit_code, result.stdout) == (0, "")
    result = CliRunner().invoke(main, ["rules", "--check", str(file(tmp_path, good.replace("A mug.", "The mug.")))])
    assert (result.exit_code, result.stdout) == (1, "own.a: finds The mug.\n")
    result = CliRunner().invoke(main, ["rules", "--check", str(file(tmp_path, "[[rule]]\nid = 'a'\nphrases = ['b']"))])
    assert (result.exit_code, result.stdout) == (1, "own.a: has no hits: nothing shows what it is for\n")
    result = CliRunner().invoke(main, ["rules", "--check", str(file(tmp_path, "x ="))])
    assert result.exit_code == 2
