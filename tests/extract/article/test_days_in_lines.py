"""What could hold a day is told by two numerals, the one behind the other."""

import pytest

from newscrawl.extract.article.days_in_lines import may_hold_day


@pytest.mark.parametrize(
    "text", ["7 März\n2", "於 12 日", "二〇", "令和元年", "民國9年", "元\n二\n年"]
)
def test_two_numerals_may_be_of_a_day(text: str) -> None:
    assert may_hold_day(text)


@pytest.mark.parametrize("text", ["", "Halle 7", "年元", "〇二", "二元二元二元"])
def test_one_numeral_or_two_the_wrong_way_round_are_of_no_day(text: str) -> None:
    assert not may_hold_day(text)
