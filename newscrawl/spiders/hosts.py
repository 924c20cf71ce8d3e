"""The behaviour of each host in this run; one that only fails or refuses is left alone."""

from __future__ import annotations

from dataclasses import dataclass

from newscrawl.items import Outcome
from newscrawl.text.urls import host_of

MOST_WALLS = 5  # answers of a protection wall in a row
MOST_FAILURES = 10  # requests without a usable answer in a row
MOST_SHOWN = 10  # pages with status 200 that are walls, in a row
# Times in a row that it is asked too often (429), ever slower: more than the minute is over that
# such limits are counted by.
MOST_TOO_OFTEN = 12
TIRED = 3  # failures in a row after which nothing is asked twice

_FAILURES = frozenset(
    {Outcome.TIMEOUT, Outcome.NETWORK, Outcome.HTTP_5XX, Outcome.TRUNCATED, Outcome.TOO_BIG}
)


@dataclass(slots=True)
class Host:
    """The state of one host.

    `resume` is the clock time before which it is not asked. `busy` counts its answers in a row that
    it can take no more now (429, 503). `shown` counts its pages in a row that were walls once they
    were read: those come with status 200 as well. `content_usage` is what its robots.txt states;
    `crawl_delay` what that asks for and what is kept of it, in seconds.
    """

    walls: int = 0
    failures: int = 0
    too_often: int = 0
    busy: int = 0
    shown: int = 0
    resume: float = 0.0
    content_usage: str | None = None
    crawl_delay: tuple[float, float] | None = None
    left_alone: tuple[Outcome, str] | None = None


class Hosts:
    """All hosts of a run, by name and port."""

    def __init__(self) -> None:
        self._hosts: dict[str, Host] = {}

    def of(self, url: str) -> Host:
        """The host of an address."""
        name = host_of(url)
        found = self._hosts.get(name)
        if found is None:
            found = self._hosts[name] = Host()
        return found

    def answered(self, url: str, *, too_often: bool) -> None:
        """Count an answer; `too_often`: the host says that it is asked too often."""
        host = self.of(url)
        host.too_often = host.too_often + 1 if too_often else 0
        if host.too_often >= MOST_TOO_OFTEN and not host.left_alone:
            why = f"the host is left alone: {host.too_often} times in a row it was asked too often"
            host.left_alone = Outcome.BLOCKED, why

    def ended(self, url: str, outcome: Outcome | None) -> None:
        """Count the outcome of a request; None: it brought a page."""
        host = self.of(url)
        host.walls = host.walls + 1 if outcome is Outcome.BLOCKED else 0
        host.failures = host.failures + 1 if outcome in _FAILURES else 0
        _leave_alone(host, host.walls, host.failures)

    def read(self, url: str, outcome: Outcome) -> None:
        """Count what a page was, once its text was read.

        More walls have to come in a row than by status: a list may have some posts that only look
        like one, and those of earlier runs are tried again in a row.
        """
        host = self.of(url)
        host.shown = host.shown + 1 if outcome is Outcome.BLOCKED else 0
        if host.shown >= MOST_SHOWN:
            _leave_alone(host, host.shown, 0)


def _leave_alone(host: Host, walls: int, failures: int) -> None:
    """Ask the host for nothing more in this run after so many in a row."""
    if host.left_alone:
        return
    if walls >= MOST_WALLS:
        host.left_alone = Outcome.BLOCKED, f"the host is left alone: {walls} refusals in a row"
    elif failures >= MOST_FAILURES:
        why = f"the host is left alone: {failures} failures in a row"
        host.left_alone = Outcome.GIVEN_UP, why
