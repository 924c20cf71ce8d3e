"""Lists whose addresses lead nowhere. Without this fifty thousand dead ones are all asked for."""

from __future__ import annotations

import pytest

from newscrawl.items import Outcome
from newscrawl.spiders.harvest import Harvest


def after(*ends: tuple[Outcome, int]) -> Harvest:
    harvest = Harvest()
    for outcome, times in ends:
        for _ in range(times):
            harvest.note(outcome)
    return harvest


@pytest.mark.parametrize(
    ("ends", "over"),
    [
        ([(Outcome.GONE, 199)], False),
        ([(Outcome.GONE, 200)], True),
        ([(Outcome.SOFT_404, 100), (Outcome.HTTP_4XX, 100)], True),
        ([(Outcome.NOT_ARTICLE, 999)], False),
        ([(Outcome.NOT_ARTICLE, 500), (Outcome.EMPTY_BODY, 500)], True),
        ([(Outcome.GONE, 199), (Outcome.NEW, 1), (Outcome.GONE, 199)], False),
        ([(Outcome.GONE, 199), (Outcome.DUPLICATE, 1), (Outcome.GONE, 199)], False),
        ([(Outcome.NEW, 1000), (Outcome.GONE, 999)], False),
        ([(Outcome.NEW, 1000), (Outcome.GONE, 1000)], True),
        ([(Outcome.TIMEOUT, 5000), (Outcome.BLOCKED, 5000), (Outcome.PDF_ONLY, 5000)], False),
    ],
)
def test_a_list_is_left_after_hundreds_of_dead_addresses_in_a_row(
    ends: list[tuple[Outcome, int]], over: bool
) -> None:
    assert after(*ends).over is over


def test_it_says_how_many_led_nowhere_and_counts_no_further() -> None:
    harvest = after((Outcome.NEW, 3), (Outcome.GONE, 200), (Outcome.NEW, 1), (Outcome.GONE, 9))
    assert harvest.why == "the list is left: 200 addresses in a row led to no article"
