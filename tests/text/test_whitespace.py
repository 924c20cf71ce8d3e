"""Blanks are one blank, what nobody sees is gone, and cleaning twice changes nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.whitespace import clean_line, clean_paragraph, drop_unseen, squash

# Hypothesis seldom draws these by itself.
NASTY = (
    "a 九\u3000\xa0\u200b\u200c\u200d\u2028\u2029\x85\x00\x1c\x1f\ufeff\u202e\xade\u0301\u0308"
    "न\u094dम\ud800👨"
)
TEXTS = st.text(st.one_of(st.sampled_from(NASTY), st.characters()), max_size=40)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("  plain  text ", "plain text"),
        ("\u3000\u3000九所\xa0\t召开\r\n会议\u2003", "九所 召开 会议"),
        ("标\u200b题\ufeff\u202e文\u2066字\xad", "标题文字"),
        ("标\x00题\x01\x7f\x9f", "标题"),
        ("一\u2028二\u2029三\x85四\x1c五", "一 二 三 四 五"),
        ("（２０２３）“五个坚持”，", "（２０２３）“五个坚持”，"),
        ("Cafe\u0301", "Café"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("九\u200d所\u200c a\u200db", "九所 ab"),
        ("x\ud800y", "xy"),
        ("\u3164空\u2800白", "空 白"),
        ("会\U000e0041\U000e0042议\U000e0001", "会议"),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e007f 队",) * 2,
        ("", ""),
    ],
)
def test_line_is_cleaned(text: str, clean: str) -> None:
    assert clean_line(text) == clean


def test_paragraph_keeps_its_lines_and_drops_blank_ones() -> None:
    assert clean_paragraph(" 一 \r\n\u3000\n\n二\u2028三\n") == "一\n二 三"


def test_squash_forgets_width_case_and_punctuation() -> None:
    assert squash("《ＡＢＣ－１２３》会议（Ⅱ）！") == squash("abc123 会议 II") == "abc123会议ii"


@given(TEXTS)
@settings(max_examples=300)
def test_cleaning_is_idempotent_and_leaves_one_line(text: str) -> None:
    once = clean_line(text)
    assert clean_line(once) == once
    assert len(once.splitlines()) <= 1
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip()
    once.encode()
    paragraph = clean_paragraph(text)
    assert clean_paragraph(paragraph) == paragraph


@given(TEXTS)
@settings(max_examples=300)
def test_squash_is_idempotent_and_holds_letters_and_digits_only(text: str) -> None:
    once = squash(text)
    assert squash(once) == once
    assert all(one.isalnum() for one in once)


def test_the_wide_blank_of_old_pages_in_gbk_is_a_blank() -> None:
    assert (
        clean_line(b"\xa3\xa0\xa3\xa0\xbd\xf1\xc8\xd5\xa3\xa0\xc7\xe7".decode("gb18030"))
        == "今日 晴"
    )


def test_what_python_prints_and_nobody_sees_goes_all_the_same() -> None:
    """A line of printable characters is not looked through: these few are asked for by name."""
    seldom = [chr(code) for code in range(0x10000) if chr(code).isprintable()]
    kept = (
        one
        for one in seldom
        if not one.isspace() and drop_unseen(f"甲{one}乙").split() != [f"甲{one}乙"]
    )
    odd = {one for one in kept if unicodedata.is_normalized("NFC", one)}
    assert odd == set("\u034f\u2800\u3164\uffa0\ufffc")
    assert all(clean_line(f"甲{one}乙") in ("甲乙", "甲 乙") for one in odd)
