"""Requests by aiohttp: Scrapy's handler with checked addresses, headers and bodies."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import AsyncIterator
from functools import lru_cache
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from scrapy import Request
from scrapy.core.downloader.handlers._aiohttp import AiohttpDownloadHandler, _ClientResponse
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
)
from scrapy.http import Headers, Response
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.extensions.last_look import LastLook
from newscrawl.extensions.pictures import (
    LONGEST_PICTURE,
    MOST_WITH_PICTURES,
    Pictures,
    may_have_pictures,
)
from newscrawl.extensions.raw_headers import headers_of
from newscrawl.extensions.resolver import SafeResolver
from newscrawl.items import Outcome
from newscrawl.spiders import BROKEN_OFF, PrivateHostError, Refused

_CODING = "Transfer-Encoding"
_MOST_HEADERS = 1000
_LONGEST_HEADER = 64 * 1024
# How aiohttp says that a head is over these limits.
_FLOOD = re.compile(r"Too many headers|Got more than \d+ bytes")


class _Request(aiohttp.ClientRequest):
    """A request without a body has none: Scrapy gives an empty one, and that is a task to send."""

    def update_body_from_data(self, body: Any, _stacklevel: int = 3) -> None:
        super().update_body_from_data(body or None, _stacklevel)


class FastHandler(LastLook, AiohttpDownloadHandler):
    """Scrapy's aiohttp handler behind the last look."""

    experimental = False  # who asked for it was told; Scrapy would log it in every run

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._session.detach()  # Scrapy's resolves names by itself, and takes what it is told
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=CheckedResolver(),
                local_addr=self._bind_address,
                limit=self._pool_size_total,
                limit_per_host=self._pool_size_per_host,
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            request_class=_Request,
            response_class=_ClientResponse,
            skip_auto_headers=("Accept", "Accept-Encoding", "Content-Type", "User-Agent"),
            max_headers=_MOST_HEADERS,
            max_line_size=_LONGEST_HEADER,
            max_field_size=_LONGEST_HEADER,
        )

    async def download_request(self, request: Request) -> Response:
        """The response, as Scrapy has it; "partial" for a body that ends where its connection does.

        Raises CannotResolveHostError for an address that may not be asked, Refused for a flood.
        """
        _check(urlparse_cached(request).hostname or "")
        request.meta["verbatim_url"] = True  # aiohttp would spell it anew
        try:
            return await super().download_request(request)
        except DownloadFailedError as error:
            if _FLOOD.search(str(error)):
                raise Refused(Outcome.TOO_BIG, "a flood of headers") from error
            if isinstance(error.__cause__, aiohttp.ClientResponseError):
                raise DownloadFailedError(_not_taken(error.__cause__)) from error
            if isinstance(error.__cause__, aiohttp.ServerDisconnectedError):
                raise DownloadFailedError(BROKEN_OFF) from error  # its own would be the half head
            raise
        except PrivateHostError:
            raise
        except (CannotResolveHostError, DownloadConnectionRefusedError) as error:
            raise type(error)(_reason(error)) from error

    async def _read_response(self, response: _ClientResponse, request: Request) -> Response:
        found = await super()._read_response(response, request)
        if "Content-Length" not in response.headers and not response.headers.get(_CODING):
            found.flags.append("partial")
        return found

    @staticmethod
    def _extract_headers(response: _ClientResponse) -> Headers:
        """The headers' raw bytes: not every header is the text that Scrapy takes it for."""
        headers = headers_of((name, (value,)) for name, value in response.raw_headers)
        told = (response.content_length or 0) if _is_page(response) else 0
        if LONGEST_PICTURE < told <= MOST_WITH_PICTURES:
            # Scrapy would refuse by its length a page that is small without its pictures.
            headers.pop("Content-Length")
        return headers

    @staticmethod
    async def _iter_body_chunks(response: _ClientResponse) -> AsyncIterator[bytes]:
        pictures = Pictures() if _is_page(response) else None
        async for chunk in response.content.iter_any():
            yield pictures.without(chunk) if pictures else chunk


def _is_page(response: _ClientResponse) -> bool:
    return may_have_pictures(response.headers.get("Content-Type", "").encode("utf-8", "replace"))


def _not_taken(error: aiohttp.ClientResponseError) -> str:
    """Of an answer that is none to aiohttp, and may be one to Scrapy: what is wrong, what to do."""
    told = " ".join(error.message.split()).rstrip(" ^")
    return f"--fast does not take its answer, crawl without it ({told[:100]})"


def _reason(error: Exception) -> str:
    """The operating system's message; aiohttp's own would hold TLS settings."""
    cause = error.__cause__
    return str(cause.os_error) if isinstance(cause, aiohttp.ClientConnectorError) else str(error)


class CheckedResolver(AbstractResolver):
    """aiohttp's resolver without the addresses that `SafeResolver` refuses."""

    def __init__(self) -> None:
        self._inner = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The permitted addresses of a host; OSError where there is none."""
        found = await self._inner.resolve(host, port, family)
        allowed = [one for one in found if SafeResolver.crawl.takes(one["host"], host)]
        if found and not allowed:
            raise OSError(f"{host} stands on the private address {found[0]['host']}")
        return allowed

    async def close(self) -> None:
        """Nothing is open."""


def _check(host: str) -> None:
    """A host that is written as an address is never resolved."""
    if _is_address(host) and not SafeResolver.crawl.takes(host, host):
        raise CannotResolveHostError(f"{host} is a private address")


@lru_cache(maxsize=1024)  # asked for each request
def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
