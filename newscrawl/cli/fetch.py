"""One page for a verb: from a file, standard input, or fetched politely over http(s)."""

from __future__ import annotations

import os
import re
import socket
import ssl
import sys
import time
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse, RemoteDisconnected
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPRedirectHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    getproxies,
)

from newscrawl import __version__
from newscrawl.cli.wire import TIMEOUT, PlainHandler, SecureHandler
from newscrawl.errors import ExitCode, NewscrawlError, UsageError
from newscrawl.extract.walls import REFUSALS
from newscrawl.text.robots import comparable, for_agent, lines_of
from newscrawl.text.urls import refuse_login, resolve, with_scheme

if TYPE_CHECKING:
    from protego import Protego

MAX_BYTES = 16 << 20
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


def warn_of_unknown_address(source: str, page: Fetched) -> None:
    """Say on stderr that a saved page names no address, so that its id and links are no real ones.

    The record looks like any other.
    """
    if page.url.startswith(UNKNOWN):
        told = "it does not say where it came from: its id and its links are made up without --url"
        print(f"newscrawl: {source}: {told}", file=sys.stderr)  # noqa: T201


def _read(source: str) -> bytes:
    if source == "-":
        return _piped()
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
        meant = with_scheme(source)
        hint = f": did you mean {meant} ?" if meant else ""
        raise UsageError(f"{source} is neither a file nor an http(s) address{hint}") from error
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or error
        raise UsageError(f"{source} cannot be read: {told}") from error


def _piped() -> bytes:
    """What standard input holds."""
    if not sys.stdin:
        raise UsageError("standard input is closed: - has nothing to read")
    try:
        body = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"standard input cannot be read: {error.strerror or error}") from error
    if len(body) > MAX_BYTES:
        raise UsageError(f"standard input holds more than {MAX_BYTES >> 20} MiB")
    return body


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
    with suppress(ValueError):  # an address that no request can be made for is told of below
        url = resolve(url, url)
    if host not in _LOOPBACK and not _allowed(url):
        raise BlockedError(f"robots.txt of {host} asks not to fetch {url}")
    end = time.monotonic() + TIMEOUT
    try:
        with _open(url, posted, headers or {}) as response:
            body = _body(response, end)
            return Fetched(body, str(response.url), response.headers.get("Content-Type"))
    except HTTPError as error:
        with error:
            raise _kind(error.code)(f"{url} answers {error.code} {error.reason}") from error
    except (URLError, HTTPException, OSError) as error:
        # Who is too slow is cut off, which reads as if the host had done it.
        why = f"no whole answer in {TIMEOUT:.0f} seconds"
        told = _plain(error) if time.monotonic() < end else why
        raise FetchError(f"{url} cannot be fetched: {told}") from error


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


def _open(url: str, posted: bytes | None, headers: Mapping[str, str]) -> Any:
    # Built by hand: the default opener also reads file: and ftp:, a redirect's too.
    opener = OpenerDirector()
    own = None if getproxies() else _host(url)
    for handler in (
        ProxyHandler(),
        PlainHandler(own),
        SecureHandler(own),
        HTTPDefaultErrorHandler(),
        HTTPRedirectHandler(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    try:
        sent = {"User-Agent": user_agent(), "Accept": "*/*", **headers}
        request = Request(url, posted, sent)  # noqa: S310
        return opener.open(request, timeout=TIMEOUT)
    except (ValueError, UnicodeError) as error:
        raise UsageError(f"not an http(s) address: {url}") from error


def user_agent() -> str:
    """Who asks, with the contact of NEWSCRAWL_CONTACT where one is set."""
    contact = os.environ.get("NEWSCRAWL_CONTACT", "")
    return f"newscrawl/{__version__}" + (
        f" (+{contact})" if contact.isprintable() and contact else ""
    )


def _body(response: HTTPResponse, end: float) -> bytes:
    """A page of no more than MAX_BYTES, whole and unpacked."""
    body = _received(response, MAX_BYTES, end)
    if "gzip" in (response.headers.get("Content-Encoding") or "").lower():
        body = _unpacked(body)
    if len(body) > MAX_BYTES:
        raise FetchError(f"the page is larger than {MAX_BYTES >> 20} MiB")
    return body


def _received(response: HTTPResponse, most: int, end: float) -> bytes:
    """A body up to a little more than `most` bytes, before the moment `end`, however it drips."""
    body = bytearray()
    while len(body) <= most and (chunk := response.read1(65536)):
        body += chunk
    if time.monotonic() >= end:
        raise TimeoutError
    if response.length and len(body) <= most:
        raise FetchError(f"the page was cut off on its way: {response.length} bytes are missing")
    return bytes(body)


def _unpacked(body: bytes) -> bytes:
    """What a server packed without being asked to."""
    stream = zlib.decompressobj(31)
    try:
        page = stream.decompress(body, MAX_BYTES + 1)
    except zlib.error:
        raise FetchError("the page was damaged on its way: it cannot be unpacked") from None
    if len(page) <= MAX_BYTES and not stream.eof:
        raise FetchError("the page was cut off on its way: it cannot be unpacked to its end")
    return page


def _allowed(url: str) -> bool:
    """Whether the host's robots.txt lets us ask for `url`."""
    rules = _rules(urljoin(url, "/robots.txt"))
    return rules if isinstance(rules, bool) else bool(rules.can_fetch(comparable(url), _AGENT))


@lru_cache(maxsize=64)  # `site add` asks for several pages of a host
def _rules(address: str) -> Protego | bool:
    """RFC 9309: no file (4xx) allows all, a server that fails (5xx, no answer) allows nothing."""
    from protego import Protego

    end = time.monotonic() + TIMEOUT
    try:
        with _open(address, None, {}) as response:
            text = lines_of(_received(response, _ROBOTS_BYTES, end), _ROBOTS_BYTES)
    except HTTPError as error:
        with error:
            return error.code < 500 and error.code != HTTPStatus.TOO_MANY_REQUESTS
    except (URLError, HTTPException, OSError) as error:
        raise FetchError(f"{address} cannot be fetched: {_plain(error)}") from error
    # A page where the file should be forbids nothing.
    return text.lstrip()[:1] == "<" or Protego.parse(for_agent(text, _AGENT))
