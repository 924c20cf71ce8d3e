"""A feed's moments are read as `parse_date` reads them, in a twentieth of the time."""

from __future__ import annotations

import pytest

from newscrawl.text.dates import parse_date
from newscrawl.text.machine_dates import machine_moment

MOMENTS = (
    "2023-02-13T09:05:00+08:00",
    "2023-02-13T09:05:00Z",
    "Mon, 13 Feb 2023 09:05:00 GMT",
    "Mon, 13 Feb 2023 09:05:00 +0800",
    "Mon, 6 Feb 2023 09:05:00 -0330",
)
OTHERS = (
    "",
    "2023-02-13",
    "2023-02-30T09:05:00Z",
    "2023-02-13T25:05:00Z",
    "13 Feb 2023 09:05 GMT",
    "Mon, 13 Feb 2023 09:05:00 -0000",
    "Mon, 33 Feb 2023 09:05:00 GMT",
    "Mon, 13 Fib 2023 09:05:00 GMT",
    "发布时间：2023-02-13T09:05:00Z",
)


@pytest.mark.parametrize("printed", MOMENTS)
def test_a_moment_of_a_machine_is_what_any_printed_date_is(printed: str) -> None:
    found = parse_date(printed)
    assert found is not None
    assert machine_moment(printed) == found.iso


@pytest.mark.parametrize("printed", OTHERS)
def test_any_other_spelling_is_left_to_the_shapes_that_people_print(printed: str) -> None:
    assert machine_moment(printed) is None
