"""Days and clocks in the words, the digits and the calendars of many countries."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.date_names import _MONTH_ROWS, MONTHS
from newscrawl.text.date_numbers import solar_hijri
from newscrawl.text.dates import find_dates, parse_date

DAY = "2023-02-13"


def iso(text: str) -> str | None:
    found = parse_date(text)
    return found.iso if found else None


@pytest.mark.parametrize(
    "text",
    [
        "13 กุมภาพันธ์ 2566",
        "13 ก.พ. 66",
        "13/02/2566",
        "۲۴ بهمن ۱۴۰۱",
        "1401/11/24",
        "١٣ فبراير ٢٠٢٣",
        "13 شباط/فبراير 2023",
        "13 फ़रवरी 2023",
        "Ngày 13 tháng 2 năm 2023",
        "mandag 13. februar 2023",
        "Δευτέρα, 13 Φεβρουαρίου 2023",
        "13 de febrer de 2023",
        "13. veljače 2023.",
        "13. фебруара 2023.",
        "2023. gada 13. februāris",
        "2023 m. vasario 13 d.",
        "2023ko otsailaren 13a",
        "13. veebruar 2023",
        "13 ফেব্রুয়ারি ২০২৩",
        "১৩ ফেব্রু\u09dfারি ২০২৩",
        "13 பிப்ரவரி 2023",
        "13 فروری 2023",
        "13 فبراير 2023",
        "13 თებერვალი 2023",
        "Փետրվարի 13, 2023",
        "Febrúar 13, 2023",
        "13 Lut 2023",
        "ថ្ងៃទី១៣ ខែកុម្ភៈ ឆ្នាំ២០២៣",
        "၁၃ ဖေဖော်ဝါရီ ၂၀၂၃",
        "13 ກຸມພາ 2023",
        "13 පෙබරවාරි 2023",
        "13 ഫെബ്രുവരി 2023",
        "2023 жылғы 13 ақпан",
        "2023-жылдын 13-февралы",
        "2023 оны 2-р сарын 13",
        "febrero 13 de 2023",
        "13 DE FEVEREIRO DE 2023",
        "13. február 2023",
        "pon., 13. feb. 2023",
        "13. velj 2023",
    ],
)
def test_a_day_is_read_in_the_words_and_the_years_of_its_country(text: str) -> None:
    assert iso(text) == DAY


def test_a_month_that_two_neighbours_call_alike_is_told_by_the_stop_behind_the_day() -> None:
    assert iso("13. listopada 2023.") == "2023-10-13"
    assert iso("13 listopada 2023") == "2023-11-13"


def test_a_persian_month_is_known_by_an_arabic_keyboard_as_well() -> None:
    assert iso("۲۰ تير ۱۴۰۲") == iso("۲۰ تیر ۱۴۰۲") == "2023-07-11"


def test_a_month_of_two_words_is_one() -> None:
    assert iso("13 كانون الثاني 2023") == "2023-01-13"


@pytest.mark.parametrize("text", ["1444/07/22", "14011124", "31 اسفند 1401", "30 بهمن 1501"])
def test_a_year_of_no_known_calendar_is_none(text: str) -> None:
    assert iso(text) is None


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("13.2.2023 klo 14.30", "14:30"),
        ("13. februar 2023 kl. 9.05", "09:05"),
        ("13.02.2023, 10.45 Uhr", "10:45"),
        ("Senin, 13 Februari 2023 | 10.15 WIB", "10:15"),
        ("13 กุมภาพันธ์ 2566 เวลา 10.30 น.", "10:30"),
        ("13 лютого 2023 року, о 16:20", "16:20"),
        ("13 februarie 2023, ora 13:40", "13:40"),
        ("13 de febrero de 2023. 12:05 h.", "12:05"),
        ("13/02/2023 - 1:15 μ.μ.", "13:15"),
        ("13 de febrero de 2023, 1:15 p. m.", "13:15"),
        ("١٣ فبراير ٢٠٢٣، الساعة ٢:٣٠ مساءً", "14:30"),
        ("13 شباط 2023 | 09:15 ص", "09:15"),
        ("13/02/2023 2:30 CH", "14:30"),
        ("13.02.2023 שעה: 10:45", "10:45"),
        ("2023. február 13., hétfő 08:15", "08:15"),
        ("13 de fevereiro de 2023, segunda-feira, às 10h05", "10:05"),
        ("13. veljače 2023. u 07:05", "07:05"),
        ("১৩ ফেব্রুয়ারি ২০২৩, ১৪: ০৫", "14:05"),
    ],
)
def test_a_clock_is_read_as_its_country_prints_it(text: str, clock: str) -> None:
    found = find_dates(text)
    assert [one.iso[:16] for one in found] == [f"{DAY}T{clock}"]


def test_a_number_with_a_dot_is_no_clock_unless_something_says_so() -> None:
    assert [one.iso for one in find_dates("13.02.2023 10.45")] == [DAY]


@given(st.dates(date(1997, 3, 21), date(2032, 3, 19)))
@settings(max_examples=60)
def test_each_day_of_the_solar_year_is_one_of_ours(day: date) -> None:
    year, seen = day.year - 621, []
    for month in range(1, 13):
        for number in range(1, 32):
            seen += [found for found in (solar_hijri(year, month, number),) if found]
            seen += [found for found in (solar_hijri(year - 1, month, number),) if found]
    assert seen.count((day.year, day.month, day.day)) == 1


def test_month_names_do_not_contradict_each_other() -> None:
    for row in _MONTH_ROWS:
        names = row.split()
        assert [MONTHS[name] for name in names] == list(range(1, 13))
