"""Requests by Twisted: Scrapy's own way, but what holds for a whole host is made once for it."""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _BindAddressAgent,
    _ScrapyAgent,
)
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response
from scrapy.utils._download_handlers import wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.abstract import isIPv6Address
from twisted.internet.endpoints import TCP6ClientEndpoint, wrapClientTLS
from twisted.internet.error import DNSLookupError
from twisted.web.client import URI
from twisted.web.iweb import UNKNOWN_LENGTH

from newscrawl.extensions.last_look import LastLook
from newscrawl.extensions.raw_headers import headers_of
from newscrawl.extensions.resolver import SafeResolver
from newscrawl.extensions.wire import BoundedFactory


class _Agent(_BindAddressAgent):
    """Scrapy's agent; making an endpoint checks and encodes the name of its host each time."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._endpoints: dict[tuple[bytes, bytes, int], Any] = {}

    def _getEndpoint(self, uri: URI) -> Any:  # noqa: N802 - Twisted's name
        key = uri.scheme, uri.host, uri.port
        if key not in self._endpoints:
            made = self._numbered(uri) or super()._getEndpoint(uri)  # type: ignore[no-untyped-call]
            self._endpoints[key] = made
        return self._endpoints[key]

    def _numbered(self, uri: URI) -> Any:
        """The endpoint of a host written as an IPv6 address, None of another.

        Scrapy's resolver knows addresses of version 4 only; what it would check is checked here.
        """
        host = uri.host.decode("ascii", "replace").strip("[]")
        if not isIPv6Address(host):
            return None
        if not SafeResolver.crawl.takes(host, host):
            raise DNSLookupError(f"{host} is a private address")
        factory: Any = self._endpointFactory
        where: tuple[Any, ...] = self._reactor, host, uri.port, factory._connectTimeout  # noqa: SLF001
        endpoint: Any = TCP6ClientEndpoint(*where)  # type: ignore[no-untyped-call]
        if uri.scheme != b"https":
            return endpoint
        return wrapClientTLS(
            factory._policyForHTTPS.creatorForNetloc(uri.host, uri.port),  # noqa: SLF001
            endpoint,
        )


class _Sender(_ScrapyAgent):
    """Scrapy's way of one request, by an agent of the handler unless it goes by a proxy."""

    def __init__(self, agents: dict[float, _Agent], **more: Any) -> None:
        super().__init__(**more)
        self._agents = agents
        self._received: Headers | None = None

    def _get_agent(self, request: Request, timeout: float) -> Any:
        if request.meta.get("proxy") or request.meta.get("bindaddress") or self._bindAddress:
            return super()._get_agent(request, timeout)
        if timeout not in self._agents:
            from twisted.internet import reactor

            self._agents[timeout] = _Agent(
                reactor, self._contextFactory, connectTimeout=timeout, pool=self._pool
            )
        return self._agents[timeout]

    def _headers_from_twisted_response(self, response: Any) -> Headers:  # type: ignore[override]
        """The headers of the one answer; Scrapy asks when its head is here, and at its end."""
        if self._received is None:
            self._received = headers_of(response.headers.getAllRawHeaders())
            if response.length != UNKNOWN_LENGTH:
                self._received.setdefault("Content-Length", str(response.length))
        return self._received


class BoundedHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP handler on bounded connections, by agents that are kept."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = BoundedFactory  # noqa: SLF001 - Scrapy itself sets its own there
        self._agents: dict[float, _Agent] = {}

    async def download_request(self, request: Request) -> Response:
        """The response, as Scrapy has it."""
        sender = _Sender(
            self._agents,
            contextFactory=self._contextFactory,
            bindAddress=self._bind_address,
            pool=self._pool,
            maxsize=self._default_maxsize,
            warnsize=self._default_warnsize,
            fail_on_dataloss=self._fail_on_dataloss,
            crawler=self._crawler,
            tls_verbose_logging=self._tls_verbose_logging,
        )
        with wrap_twisted_exceptions():
            return await maybe_deferred_to_future(sender.download_request(request))


class LastLookHandler(LastLook, BoundedHandler):
    """The handler behind the last look."""
