"""Texts made to hurt: no exception, nothing made up, and an end."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.bare_labels import paired_labels, worded_labels
from newscrawl.text.bylines import authors_in, names_alone, read_by
from newscrawl.text.date_names import MONTHS, SOLAR_MONTHS
from newscrawl.text.date_tables import DAY_WORDS, LEAD_WORDS, UNITS, ZONES
from newscrawl.text.dates import find_dates, impossible_date, parse_date
from newscrawl.text.label_tables import LABELS
from newscrawl.text.labels import BOUNDARY, split_labels
from newscrawl.text.numbers import as_number
from newscrawl.text.people import bare_names, split_people
from newscrawl.text.robots import content_usage
from newscrawl.text.signatures import ROLE_WORDS, read_signature
from newscrawl.text.urls import canonical_key
from newscrawl.text.whitespace import clean_line, squash

NOW = datetime(2024, 1, 15, tzinfo=UTC)

DATE_WORDS = sorted(
    {*MONTHS, *SOLAR_MONTHS, *LEAD_WORDS, *ZONES, *DAY_WORDS, *UNITS}
    | {
        "2023",
        "13",
        "05",
        "09:05",
        "9:05:01",
        "2566",
        "1402",
        "112",
        "二〇二三年",
        "二月",
        "十三日",
    }
    | {
        *"-/.:,年月日时分T+ 一十廿",
        "上午",
        "PM",
        "a.m.",
        "ago",
        "前",
        "de ",
        "of ",
        "พ.ศ. ",
        "民國",
    }
)
LABEL_WORDS = sorted(
    {word.replace("_", " ") for words in LABELS.values() for word in words.split()}
    | {word for _, words in ROLE_WORDS for word in words.split()}
    | {"王小明", "李良", "Anna Keller", "김민수", "某报", "2023-02-13", "12", "09:05", BOUNDARY}
    | {*"：: |丨/、，（）【】[]《》@-—.", "By ", "von ", "\u3000"}
)


def _cased(word: str) -> list[str]:
    """A word in the cases that are the same to Python's patterns, the odd ones among them."""
    odd = str.maketrans({"s": "ſ", "k": "\u212a", "i": "ı", "σ": "ς", "µ": "μ"})
    return [word, word.upper(), word.title(), word.translate(odd)]


def _sentences(words: list[str]) -> st.SearchStrategy[str]:
    cased = sorted({one for word in words for one in _cased(word)})
    piece = st.tuples(st.sampled_from(cased), st.sampled_from(("", "", " ")))
    return st.lists(piece, max_size=14).map(lambda pieces: "".join(a + b for a, b in pieces))


@given(_sentences(DATE_WORDS))
@settings(max_examples=400)
def test_words_of_dates_in_any_order_and_case_give_days_printed_there(text: str) -> None:
    end = 0
    for one in find_dates(text, now=NOW):
        assert end <= one.start < one.end <= len(text)
        assert one.raw == text[one.start : one.end]
        again = parse_date(one.iso)
        assert again is not None
        assert again.iso == one.iso
        end = one.end
    parse_date(text, now=NOW)
    impossible_date(text)


@given(_sentences(LABEL_WORDS))
@settings(max_examples=400)
def test_words_of_labels_in_any_order_and_case_give_values_printed_there(text: str) -> None:
    line = clean_line(text.replace(BOUNDARY, " "))
    end = 0
    for one in split_labels(text):
        assert end <= one.start <= one.end <= len(text)
        assert one.value in text[one.start : one.end]
        end = one.end
        assert set(squash("".join(split_people(one.value)))) <= set(squash(one.value))
    for found in (*paired_labels(text), *worded_labels(text)):
        assert found.value in text
    named = (*bare_names(line), *names_alone(line), *authors_in(line))
    signed = [name for one in read_signature(line) for name in one.names]
    assert set(squash("".join((*named, *signed)))) <= set(squash(line))
    by = read_by(line)
    assert by is None or by.end <= len(line)


@pytest.mark.parametrize("text", ["juſt now", "3 ſecondſ ago", "3 wee\u212as ago"])
def test_a_letter_that_is_another_one_in_some_case_spells_no_day(text: str) -> None:
    """Python's patterns take a long s for an s, and the tables of words do not."""
    assert find_dates(text, now=NOW) == ()


def test_a_letter_that_is_another_one_in_some_case_spells_no_zone() -> None:
    found = find_dates("2023-02-13 09:05:00 MſK")
    assert [one.iso for one in found] == ["2023-02-13T09:05:00+08:00"]


def test_moments_parted_by_commas_are_each_read_where_they_stand() -> None:
    """The next one's year was taken for a fraction of the second."""
    text = "2023-02-13 09:05:01,2023-02-14 10:00:00"
    assert [one.raw for one in find_dates(text)] == text.split(",")


def test_a_day_behind_a_dash_is_no_zone() -> None:
    found = find_dates("2023-02-13 12:00:00-12-Feb-2023")
    assert [one.iso for one in found] == ["2023-02-13T12:00:00+08:00", "2023-02-12"]


def test_seconds_are_no_day_of_a_month_as_well() -> None:
    found = find_dates("2023/2/3 9:05:01февраля 2023 г.")
    assert [one.iso for one in found] == ["2023-02-03T09:05:01+08:00"]


def test_two_tens_are_no_day() -> None:
    assert find_dates("2023年一月二十十日") == ()


@pytest.mark.parametrize("port", ["1" * 5_000, "65536", "99999", "8x", "８０"])
def test_a_port_that_is_none_makes_no_address(port: str) -> None:
    """Python reads no number of over 4,300 digits: the exception left the crawl's own code."""
    url = f"http://a.example:{port}/"
    assert canonical_key(url) == url


def test_zeros_before_a_port_count_nothing() -> None:
    assert canonical_key(f"http://a.example:{'0' * 5_000}80/b") == "http://a.example/b"
    assert canonical_key("http://a.example:08080/b") == "http://a.example:8080/b"


def test_a_number_of_any_length_is_one() -> None:
    assert as_number("0042") == 42
    assert as_number("9" * 5_000) > 10**99


@pytest.mark.parametrize("line", [" " * 2_000, "a " * 1_000])
def test_lines_of_robots_txt_that_say_nothing_are_read_once(line: str) -> None:
    """Each took the cube of its length."""
    assert content_usage(f"{line}\n" * 250, "newscrawl") is None


@pytest.mark.parametrize("read", [clean_line, squash])
def test_marks_without_end_on_a_letter_are_put_in_order_as_far_as_any_script_has_them(
    read: Callable[[str], str],
) -> None:
    """That takes the square of their number, and more than a minute of half as many."""
    assert len(read("a" + "\u0301\u0323" * 600_000)) < 100


def test_marks_that_no_letter_needs_are_left_out_once() -> None:
    line = clean_line("a" + "\u0301\u0323" * 100)
    assert clean_line(line) == line
    assert len(line) < 70


def test_the_marks_of_scripts_stay_in_long_texts() -> None:
    text = "हिन्दी में समाचार और בְּרֵאשִׁית và Tiếng Việt " * 40
    assert clean_line(text) == unicodedata.normalize("NFC", text).strip()
