"""When a host is left alone: without this a host that only says no is asked for hours."""

from __future__ import annotations

import pytest

from newscrawl.items import Outcome
from newscrawl.spiders.hosts import MOST_FAILURES, MOST_SHOWN, MOST_TOO_OFTEN, MOST_WALLS, Hosts

URL = "http://institute.example/a.htm"


@pytest.mark.parametrize(
    ("outcome", "most", "end"),
    [
        (Outcome.BLOCKED, MOST_WALLS, Outcome.BLOCKED),
        (Outcome.HTTP_5XX, MOST_FAILURES, Outcome.GIVEN_UP),
        (Outcome.TIMEOUT, MOST_FAILURES, Outcome.GIVEN_UP),
    ],
)
def test_a_host_is_left_alone_after_so_many_bad_ends_in_a_row(
    outcome: Outcome, most: int, end: Outcome
) -> None:
    hosts = Hosts()
    for one in (*[outcome] * (most - 1), None, *[outcome] * (most - 1)):
        hosts.ended(URL, one)
    assert hosts.of(URL).left_alone is None, "a page came in between"
    hosts.ended(URL, outcome)
    assert (hosts.of(URL).left_alone or "")[0] is end
    assert hosts.of("http://other.example/").left_alone is None


def test_walls_that_come_with_200_count_once_they_are_read() -> None:
    """Each of them is an answer like any other before: the whole list was asked for."""
    hosts = Hosts()
    for one in (*[Outcome.BLOCKED] * (MOST_SHOWN - 1), Outcome.NEW, *[Outcome.BLOCKED] * 9):
        hosts.ended(URL, None)
        hosts.read(URL, one)
    assert hosts.of(URL).left_alone is None, "an article came in between"
    hosts.ended(URL, None)
    hosts.read(URL, Outcome.BLOCKED)
    assert (hosts.of(URL).left_alone or "")[0] is Outcome.BLOCKED


def test_posts_that_are_errors_with_200_keep_no_list_from_being_read_to_its_end() -> None:
    hosts = Hosts()
    for _ in range(30):
        hosts.ended(URL, None)
        hosts.read(URL, Outcome.HTTP_5XX)
    assert hosts.of(URL).left_alone is None


def test_pages_for_members_are_no_reason_to_leave_a_host() -> None:
    hosts = Hosts()
    for _ in range(50):
        hosts.read(URL, Outcome.RESTRICTED)
    assert hosts.of(URL).left_alone is None


def test_a_host_that_is_asked_too_often_however_slowly_is_left_alone() -> None:
    """Each page would be asked for seven times, up to ten seconds apart."""
    hosts = Hosts()
    for too_often in (*[True] * (MOST_TOO_OFTEN - 1), False, *[True] * (MOST_TOO_OFTEN - 1)):
        hosts.answered(URL, too_often=too_often)
    assert hosts.of(URL).left_alone is None, "a page came in between"
    hosts.answered(URL, too_often=True)
    assert (hosts.of(URL).left_alone or "")[0] is Outcome.BLOCKED
