"""A table of alternatives is refused by a line's first character, and says nothing else for it."""

from __future__ import annotations

import re

import pytest

from newscrawl.text.openings import Opening, openings


@pytest.mark.parametrize(
    ("alternatives", "first"),
    [
        ("上一篇|下一篇", "上 下"),
        ("(?:阅读)?上一?篇", "上 阅"),
        ("ab|C", "A C a c"),
        ("[+-]a|b", r"B \+ \- b"),
        ("[a-c]x", "A-C a-c"),
        (r"\d+条", r"\d"),
        (r"\#{2,}|(?-i:ENDS)", r"E \# e"),
        ("(?=甲)(?:甲|乙)丙", "乙 甲"),
        ("a{0,2}b|c{2}", "A B C a b c"),
        (" 甲 # 乙\n | 丙", "丙 甲"),
        ("甲.{0,9}|乙[^丙]", "乙 甲"),
        ("甲|.{0,9}乙", ". 乙 甲"),
        (r"\S乙", "."),
        ("[^甲]乙", "."),
        ("甲?", ". 甲"),
        (r"[\u4e00-\u9fff]乙", "."),
    ],
)
def test_alternatives_begin_with_what_their_first_items_may_be(
    alternatives: str, first: str
) -> None:
    """A character that is missing here would lose what begins with it; a full stop is anything."""
    assert openings(alternatives) == set(first.split())


@pytest.mark.parametrize(
    "text",
    [
        "【上一篇】x",
        "ENDS",
        "ends",
        "  Share",
        "·a",
        "",
        "下",
        "[3]",
        "甲在某报",
        "在某报",
        "【·甲在某报】",
    ],
)
def test_the_gate_changes_no_answer(text: str) -> None:
    """It is looked at before the alternatives, behind what leads to them."""
    lead, alternatives = r"[\s【\[·]*", r"上一篇|(?-i:ENDS)|share|\[\d\]|·a|\d|.{0,3}在某报|下"
    plain = re.compile(f"{lead}(?:{alternatives})", re.IGNORECASE)
    found, told = Opening(lead, alternatives).match(text), plain.match(text)
    assert (found and found.span()) == (told and told.span())


def test_characters_behind_the_first_two_dozen_are_asked_of_the_whole_table() -> None:
    """Who reads many sites meets all of them: each compiled by itself would take longer."""
    begins = [chr(ord("一") + number) for number in range(40)]
    table = Opening(r"[\s]*", "|".join(f"{one}篇" for one in begins))
    assert [one for one in begins if not table.fullmatch(f"{one}篇")] == []
    assert table.fullmatch("甲篇") is None
