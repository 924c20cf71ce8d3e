"""What looks words up in tables answers any text, says the same twice, and makes nothing up."""

from __future__ import annotations

import re
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.dates import find_dates, parse_date
from newscrawl.text.openings import Opening
from newscrawl.text.people import split_people
from newscrawl.text.phrases import Phrases
from newscrawl.text.tail_words import BACK, CONTACT, OFFERED
from newscrawl.text.traditional import simplified

PRINTED = (
    "來源 作者 記者 编辑 翁怀远 許知微 欧阳海 ： : / 、 （ ） 12 bis 14 Juni 2023 tra . - 年 月 日"
    " [ ] back to list Kontakt By Anna Keller mit AP PhD Stand updated 上一篇 上篇 阅读 ENDS 条"
)
WORDS = st.sampled_from(PRINTED.split())
LINES = st.lists(st.one_of(WORDS, st.text(max_size=3)), max_size=12).map(" ".join) | st.lists(
    WORDS, max_size=12
).map("".join)
LEAD, TAIL = r"[\s【]*", r"[】\s]*"
ALTERNATIVES = r"上一?篇|(?:阅读)?下篇|\d+条|(?-i:ENDS)|back\sto.{0,9}|.{0,3}编辑\s*[:：].{0,9}"
TABLE = Opening(LEAD, ALTERNATIVES, TAIL)
WHOLE = re.compile(rf"{LEAD}(?:{ALTERNATIVES}){TAIL}", re.VERBOSE | re.IGNORECASE)


@given(LINES)
@settings(max_examples=300)
def test_a_simplified_text_has_its_characters_in_their_places(text: str) -> None:
    plain = simplified(text)
    assert len(plain) == len(text)
    assert simplified(plain) == plain


@given(LINES)
@settings(max_examples=400)
def test_a_table_by_first_characters_says_what_its_pattern_says(text: str) -> None:
    assert bool(TABLE.fullmatch(text)) == bool(WHOLE.fullmatch(text))
    assert bool(TABLE.match(text)) == bool(WHOLE.match(text))


@given(st.sampled_from((BACK, CONTACT, OFFERED)), LINES)
@settings(max_examples=300)
def test_phrases_end_within_their_text(table: Phrases, text: str) -> None:
    end = table.end(text)
    assert end is None or 0 < end <= len(text)
    assert table.end(text) == end


@given(LINES)
@settings(max_examples=300)
def test_names_read_are_names_when_read_again(text: str) -> None:
    spelt = set(text) | set(normalize("NFC", text))  # as which names are told: U+09DC is two there
    for name in split_people(text):
        assert set(name.replace(" ", "")) <= spelt
        assert set("".join(split_people(name))) <= set(name)


@given(LINES)
@settings(max_examples=300)
def test_a_day_is_read_from_what_is_printed_of_it(text: str) -> None:
    for one in find_dates(text):
        again = parse_date(one.iso)
        assert one.raw == text[one.start : one.end]
        assert again is not None
        assert again.iso[:10] == one.iso[:10]
