"""A feed's moments are read as `parse_date` reads them, in a twentieth of the time."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.text.dates import parse_date
from newscrawl.text.machine_dates import machine_moment

MOMENTS = (
    "2023-02-13",
    "2023-02-13 09:05",
    "2023-02-13 09:05:07",
    "2023-02-13T09:05",
    "2023-02-13T09:05:07",
    "2023-02-13T09:05:00+08:00",
    "2023-02-13T09:05:00Z",
    "Mon, 13 Feb 2023 09:05:00 GMT",
    "Mon, 13 Feb 2023 09:05:00 +0800",
    "Mon, 6 Feb 2023 09:05:00 -0330",
)
OTHERS = (
    "",
    "2023-02-30",
    "2023-02-30T09:05:00Z",
    "2023-02-13T25:05:00Z",
    "2023-02-13 24:00",
    "2023-2-13",
    "13 Feb 2023 09:05 GMT",
    "Mon, 13 Feb 2023 09:05:00 -0000",
    "Mon, 33 Feb 2023 09:05:00 GMT",
    "Mon, 13 Fib 2023 09:05:00 GMT",
    "发布时间：2023-02-13T09:05:00Z",
)
SHAPES = (
    "{0:%Y-%m-%d}",
    "{0:%Y-%m-%d %H:%M}",
    "{0:%Y-%m-%d %H:%M:%S}",
    "{0:%Y-%m-%dT%H:%M:%S}",
    "{0:%Y-%m-%dT%H:%M:%S}Z",
    "{0:%Y-%m-%dT%H:%M:%S}-05:30",
    "{0:%a, %d %b %Y %H:%M:%S} +0545",
)


@pytest.mark.parametrize("zone", ["+08:00", None])
@pytest.mark.parametrize("printed", MOMENTS)
def test_a_moment_of_a_machine_is_what_any_printed_date_is(printed: str, zone: str | None) -> None:
    found = parse_date(printed, zone=zone)
    assert found is not None
    assert machine_moment(printed, zone=zone) == found.iso


@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31)),  # noqa: DTZ001 - of no zone
    st.sampled_from(SHAPES),
    st.sampled_from(["+08:00", "-03:30", None]),
)
def test_any_moment_of_a_machine_is_what_a_printed_date_is(
    moment: datetime, shape: str, zone: str | None
) -> None:
    printed = shape.format(moment)
    found = parse_date(printed, zone=zone)
    assert found is not None
    assert machine_moment(printed, zone=zone) == found.iso


@pytest.mark.parametrize("printed", OTHERS)
def test_any_other_spelling_is_left_to_the_shapes_that_people_print(printed: str) -> None:
    assert machine_moment(printed) is None
