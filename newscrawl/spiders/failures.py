"""How a request that got no answer ended."""

from __future__ import annotations

import errno
import re

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)

from newscrawl.items import Outcome

NO_ANSWER = (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)


class Refused(IgnoreRequest):
    """A request that newscrawl itself does not let out, or an answer it does not take."""

    def __init__(self, outcome: Outcome, detail: str) -> None:
        super().__init__(detail)
        self.outcome = outcome
        self.detail = detail


class PrivateHostError(CannotResolveHostError):
    """A host whose name leads into a private network."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(f"{host} stands on the private address {address}")
        self.host = host


# How a failure reads that Twisted wraps into another one (ResponseNeverReceived).
_WRAPPED = re.compile(r"\[?<twisted\.python\.failure\.Failure [\w.]+: (.*?)>\]?")
_OUTCOMES: tuple[tuple[type[BaseException], Outcome, str], ...] = (
    (DownloadTimeoutError, Outcome.TIMEOUT, "no whole answer in time"),
    (ResponseDataLossError, Outcome.TRUNCATED, "the connection closed before the end"),
    (DownloadCancelledError, Outcome.TOO_BIG, "more than newscrawl takes of one page"),
    (UnsupportedURLSchemeError, Outcome.OUT_OF_SCOPE, "not http"),
    (CannotResolveHostError, Outcome.NETWORK, "the host has no address"),
    (DownloadConnectionRefusedError, Outcome.NETWORK, "the host refuses the connection"),
    (DownloadFailedError, Outcome.NETWORK, "the connection failed"),
)
# What Twisted says of a connection that ended without an answer, and what we say.
_ENDED = "Connection was closed cleanly."
BROKEN_OFF = "the host broke it off"


def outcome_of(error: BaseException) -> tuple[Outcome, str]:
    """The outcome of a failed request and one line of why."""
    if isinstance(error, Refused):
        return error.outcome, error.detail
    if isinstance(error, PrivateHostError):
        return Outcome.OUT_OF_SCOPE, str(error)
    text = _WRAPPED.sub(r"\1", " ".join(str(error).split()))[:200]
    if isinstance(error, IgnoreRequest):
        return _ignored(text)
    for kind, outcome, why in _OUTCOMES:
        if isinstance(error, kind):
            more = _more(error, text) if outcome is Outcome.NETWORK else ""
            return outcome, f"{why}: {more}" if more else why
    return Outcome.NETWORK, f"{type(error).__name__}: {text}"


def _more(error: BaseException, text: str) -> str:
    """What a failure says beside its kind, "" where it only says once more that it was refused."""
    if isinstance(error, DownloadConnectionRefusedError) and str(errno.ECONNREFUSED) in text:
        return ""
    return BROKEN_OFF if text == _ENDED else text


def _ignored(text: str) -> tuple[Outcome, str]:
    """What Scrapy's own middlewares say when they drop a request."""
    if "robots.txt" in text:
        return Outcome.ROBOTS, "robots.txt does not allow it"
    if "DOWNLOAD_MAXSIZE" in text:
        return Outcome.TOO_BIG, "more than newscrawl takes of one page, once unpacked"
    if "redirections" in text:
        return Outcome.NETWORK, "too many redirects"
    return Outcome.NETWORK, text or "dropped"
