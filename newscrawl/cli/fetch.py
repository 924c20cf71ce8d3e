"""One page for a verb: from a file, standard input, or fetched politely over http(s)."""

from __future__ import annotations

import os
import re
import socket
import ssl
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus
from http.client import (
    HTTPConnection,
    HTTPException,
    HTTPResponse,
    HTTPSConnection,
    RemoteDisconnected,
)
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, ClassVar
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    getproxies,
)

from newscrawl import __version__
from newscrawl.errors import ExitCode, NewscrawlError, UsageError
from newscrawl.extract.walls import REFUSALS
from newscrawl.text.robots import comparable, for_agent, lines_of
from newscrawl.text.urls import is_allowed, refuse_login, with_scheme

if TYPE_CHECKING:
    from protego import Protego

MAX_BYTES = 16 << 20
_TIMEOUT = 60.0  # seconds for one whole page
_ROBOTS_BYTES = 512 << 10
_AGENT = "newscrawl"
_LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
_CANONICAL = re.compile(
    rb"<link[^>]{0,200}rel=[\"']?canonical[\"']?[^>]{0,200}href=[\"'](https?://[^\"'\s>]+)",
    re.IGNORECASE,
)
_WORDS: Mapping[type[Exception], str] = {
    socket.gaierror: "no such host is known; is the address right, is there a network?",
    ConnectionRefusedError: "the host refuses the connection; is the address right?",
    ConnectionResetError: "the host broke the connection off",
    TimeoutError: "no answer in time",
    ssl.SSLCertVerificationError: "its certificate is not one to trust",
    ssl.SSLError: "no secure connection could be made",
    RemoteDisconnected: "the host broke the connection off",
}
UNKNOWN = "http://unknown.invalid/"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page's bytes, its final address, and its Content-Type."""

    body: bytes = field(repr=False)
    url: str
    content_type: str | None = None


class BlockedError(NewscrawlError):
    """robots.txt asks not to fetch the page, or the server forbids it."""

    exit_code = ExitCode.BLOCKED


class MissingError(NewscrawlError):
    """The server knows no such page."""


class FetchError(NewscrawlError):
    """The page could not be had this time."""

    exit_code = ExitCode.PARTIAL


def load_page(source: str, url: str | None = None) -> Fetched:
    """The page at `source`: a file, ``-`` for standard input, or an http(s) address.

    `url` says where a saved page came from; without it the page's own rel=canonical does. Raises
    NewscrawlError in one line for what cannot be had.
    """
    if "://" in source:
        if url is not None:
            raise UsageError(f"--url is for a saved page: {source} is an address itself")
        return fetch(source)
    if url is not None:
        _host(url)
    body = _read(source)
    return Fetched(body, url or _own_address(body, source))


def _read(source: str) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read(MAX_BYTES)
    if not source:
        raise UsageError("the name of the page is empty")
    path = Path(source)
    try:
        if path.is_dir():
            raise UsageError(f"{source} is a folder, not a page")
        if path.stat().st_size > MAX_BYTES:
            raise UsageError(f"{source} is larger than {MAX_BYTES >> 20} MiB")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UsageError(f"{source} is neither a file nor an http(s) address") from error
    except (OSError, ValueError) as error:
        raise UsageError(f"{source} cannot be read: {error}") from error


def _own_address(body: bytes, source: str) -> str:
    found = _CANONICAL.search(body[:65536])
    if found:
        return found[1].decode("ascii", "replace")
    return UNKNOWN + (Path(source).name if source != "-" else "")


def fetch(
    url: str, *, posted: bytes | None = None, headers: Mapping[str, str] | None = None
) -> Fetched:
    """One request, a POST where something is `posted`; robots.txt is asked first.

    But not on this machine.
    """
    host = _host(url)
    if host not in _LOOPBACK and not _allowed(url):
        raise BlockedError(f"robots.txt of {host} asks not to fetch {url}")
    try:
        with _open(url, posted, headers or {}) as response:
            body = _body(response, MAX_BYTES)
            return Fetched(body, str(response.url), response.headers.get("Content-Type"))
    except HTTPError as error:
        with error:
            raise _kind(error.code)(f"{url} answers {error.code} {error.reason}") from error
    except (URLError, HTTPException, OSError) as error:
        raise FetchError(f"{url} cannot be fetched: {_plain(error)}") from error


def _kind(status: int) -> type[NewscrawlError]:
    """The error class of a status, so that the exit code is that of a crawl."""
    if status in REFUSALS:
        return BlockedError
    if status in {404, 410}:
        return MissingError
    return FetchError if status >= 500 else NewscrawlError


def _plain(error: Exception) -> str:
    """The cause of a failed request in plain words, without errno."""
    cause = getattr(error, "reason", None) or error
    for kind, words in _WORDS.items():
        if isinstance(cause, kind):
            return words
    return getattr(cause, "strerror", None) or str(cause) or type(cause).__name__


def _host(url: str) -> str:
    try:
        refuse_login(url)
    except ValueError as error:
        raise UsageError(str(error)) from None
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if not host or parts.scheme not in ("http", "https"):
        meant = with_scheme(url)
        hint = f": did you mean {meant} ?" if meant else ""
        raise UsageError(f"not an http(s) address: {url}{hint}")
    return host


class _Plain(HTTPConnection):
    """A connection that checks the peer's address before anything is sent.

    Only the host `own` may stand on a private address. None: a proxy answers, and nothing is
    checked.
    """

    own: ClassVar[str | None] = None

    def connect(self) -> None:
        super().connect()
        peer = self.sock.getpeername()[0]
        if self.own is not None and not is_allowed(peer, own=self.host == self.own):
            self.close()
            raise OSError(f"{self.host} stands on the private address {peer}")


class _Secure(HTTPSConnection, _Plain):
    """The same check before TLS begins."""


class _Http(HTTPHandler):
    def __init__(self, own: str | None) -> None:
        super().__init__()
        self._kind: type[_Plain] = type("Plain", (_Plain,), {"own": own})

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(self._kind, req)


class _Https(HTTPSHandler):
    def __init__(self, own: str | None) -> None:
        super().__init__()
        self._kind: type[_Secure] = type("Secure", (_Secure,), {"own": own})
        self._tls = ssl.create_default_context()

    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(self._kind, req, context=self._tls)


def _open(url: str, posted: bytes | None, headers: Mapping[str, str]) -> Any:
    # Built by hand: the default opener also reads file: and ftp:, a redirect's too.
    opener = OpenerDirector()
    own = None if getproxies() else _host(url)
    for handler in (
        ProxyHandler(),
        _Http(own),
        _Https(own),
        HTTPDefaultErrorHandler(),
        HTTPRedirectHandler(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    try:
        sent = {"User-Agent": user_agent(), "Accept": "*/*", **headers}
        request = Request(url, posted, sent)  # noqa: S310
        return opener.open(request, timeout=_TIMEOUT)
    except (ValueError, UnicodeError) as error:
        raise UsageError(f"not an http(s) address: {url}") from error


def user_agent() -> str:
    """Who asks, with the contact of NEWSCRAWL_CONTACT where one is set."""
    contact = os.environ.get("NEWSCRAWL_CONTACT", "")
    return f"newscrawl/{__version__}" + (
        f" (+{contact})" if contact.isprintable() and contact else ""
    )


def _body(response: IO[bytes], most: int) -> bytes:
    """At most `most` bytes of a body, within the time limit, however slowly they come."""
    parts: list[bytes] = []
    held, end = 0, time.monotonic() + _TIMEOUT
    while chunk := response.read(65536):
        held += len(chunk)
        if held > most:
            raise FetchError(f"the page is larger than {most >> 20} MiB")
        if time.monotonic() > end:
            raise FetchError(f"the page took longer than {_TIMEOUT:.0f} seconds")
        parts.append(chunk)
    return b"".join(parts)


def _allowed(url: str) -> bool:
    """Whether the host's robots.txt lets us ask for `url`."""
    rules = _rules(urljoin(url, "/robots.txt"))
    return rules if isinstance(rules, bool) else bool(rules.can_fetch(comparable(url), _AGENT))


@lru_cache(maxsize=64)  # `site add` asks for several pages of a host
def _rules(address: str) -> Protego | bool:
    """RFC 9309: no file (4xx) allows all, a server that fails (5xx, no answer) allows nothing."""
    from protego import Protego

    try:
        with _open(address, None, {}) as response:
            text = lines_of(response.read(_ROBOTS_BYTES + 1), _ROBOTS_BYTES)
    except HTTPError as error:
        with error:
            return error.code < 500 and error.code != HTTPStatus.TOO_MANY_REQUESTS
    except (URLError, HTTPException, OSError) as error:
        raise FetchError(f"{address} cannot be fetched: {_plain(error)}") from error
    # A page where the file should be forbids nothing.
    return text.lstrip()[:1] == "<" or Protego.parse(for_agent(text, _AGENT))
