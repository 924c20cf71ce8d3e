"""Who signs a text in a language with letters, by the words before the names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.text.credit_lines import read_credit_line

A, B, C = "Anna Keller", "Tom Mayhew", "WENG Huaiyuan"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Written by {A}", {("author", A)}),
        (f"Written by {A}, photographed by {B}", {("author", A), ("photographer", B)}),
        (f"Written by: {C}; Edited by: {B}", {("author", C), ("editor", B)}),
        (
            f"Text by {A} and {B} / Photos by {C}",
            {("author", A), ("author", B), ("photographer", C)},
        ),
        (f"Text: {A} | Fotos: {B}", {("author", A), ("photographer", B)}),
        (f"Text und Fotos: {A}", {("author", A), ("photographer", A)}),
        (f"Reporter: {C} Editor: {A}", {("author", C), ("editor", A)}),
        (f"Translated by {A}. Edited by {B}", {("editor", B)}),
    ],
)
def test_a_credit_line_says_who_did_what(line: str, expected: set[tuple[str, str]]) -> None:
    signed = read_credit_line(line)
    assert {(hand, name) for one in signed for name in one.names for hand in one.hands} == expected


@pytest.mark.parametrize(
    "line",
    [
        "Text: size A A A",
        "Written by hand in the twelfth century",
        "The report by Anna Keller was read in all departments.",
        "Photos by courtesy of the institute",
        "Author: see below",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert read_credit_line(line) == ()


@given(st.text(max_size=200))
def test_names_are_never_invented(line: str) -> None:
    assert all(name in line for one in read_credit_line(line) for name in one.names)
