"""How a request without an answer is told."""

from __future__ import annotations

import pytest
from scrapy.exceptions import DownloadConnectionRefusedError, DownloadFailedError

from newscrawl.items import Outcome
from newscrawl.spiders.failures import outcome_of


@pytest.mark.parametrize(
    "words",
    [
        "Connection was refused by other side: 111: Connection refused.",
        "[Errno 111] Connect call failed ('127.0.0.1', 9)",
    ],
)
def test_a_refused_connection_is_told_once(words: str) -> None:
    told = outcome_of(DownloadConnectionRefusedError(words))
    assert told == (Outcome.NETWORK, "the host refuses the connection")


def test_what_else_the_system_says_is_told() -> None:
    told = outcome_of(DownloadConnectionRefusedError("[Errno 101] Network is unreachable"))
    assert told[1].endswith("Network is unreachable")


def test_what_twisted_wraps_is_told_without_its_wrapping() -> None:
    words = (
        "[<twisted.python.failure.Failure twisted.internet.error.ConnectionDone: "
        "Connection was closed cleanly.>]"
    )
    told = outcome_of(DownloadFailedError(words))
    assert told == (Outcome.NETWORK, "the connection failed: the host broke it off")
