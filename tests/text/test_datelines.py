"""The dateline that a press release begins with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.text.datelines import day_of_dateline


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("MILLBROOK, England, May 9, 2024 (Harbour Wire) -- The board", "May 9, 2024"),
        ("MILLBROOK, May 9, 2024 /Harbour Wire/ -- The board", "May 9, 2024"),
        ("Oberlauben, 9. Mai 2024 – Der Stadtrat", "9. Mai 2024"),
        ("Saint-Aubrac, le 9 mai 2024 - Le conseil", "9 mai 2024"),
        ("Озёрск, 9 мая 2024 г. — Городской совет", "9 мая 2024"),
        ("(9 May 2024) – The board", "9 May 2024"),
    ],
)
def test_the_day_of_a_dateline_is_read(text: str, day: str) -> None:
    assert day_of_dateline(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "On May 9, 2024 the board agreed to dredge the channel.",
        "Martha Quill, who died on 3 April 2024 - aged 81 - ran three trawlers.",
        "The board of the harbour of Millbrook, which met on May 9, 2024 - late - agreed.",
        "Between 9 May 2024 and 12 May 2024 the bridge is shut.",
        "The channel is shut.",
    ],
)
def test_a_date_in_a_first_sentence_is_no_dateline(text: str) -> None:
    assert day_of_dateline(text) is None


@given(st.text())
def test_any_text_has_a_dateline_or_none(text: str) -> None:
    day = day_of_dateline(text)
    assert day is None or day in text
