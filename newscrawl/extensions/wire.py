"""Bounds on what a connection brings: a header block of sane size, pages without huge pictures.

Scrapy bounds the body; headers it takes as they come, and a page that carries its pictures within
itself is over the limit though its text is short.
"""

from __future__ import annotations

import re
from typing import Any

from scrapy.core.downloader.handlers.http11 import (
    _LenientHTTP11ClientFactory,
    _LenientHTTPClientParser,
)
from twisted.internet.abstract import FileDescriptor
from twisted.internet.defer import Deferred
from twisted.internet.interfaces import IAddress
from twisted.internet.protocol import Protocol, connectionDone
from twisted.python.failure import Failure
from twisted.web._newclient import HTTP11ClientProtocol, ResponseFailed, TransportProxyProducer
from twisted.web.iweb import UNKNOWN_LENGTH

from newscrawl.extensions.pictures import (
    LONGEST_PICTURE,
    MOST_WITH_PICTURES,
    Pictures,
    may_have_pictures,
)
from newscrawl.items import Outcome
from newscrawl.spiders import Refused

_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # a token, RFC 9110 5.6.2
_END_OF_HEAD = b"\r\n\r\n"
_BLANKS = frozenset((b" ", b"\t"))  # begin a line that goes on with the one before it
_NO_CODING = frozenset((b"", b"identity"))  # of a transfer: older servers say that there is none
_MOST_LINES = 1000  # of all header blocks of one answer, the 100s before it included
_MOST_COOKIES = 50  # the others are not looked at; what is kept of these is the jar's business
_MOST_COOKIE_LINES = 100_000
_LONGEST_LINE = 64 * 1024
_MOST_HEADER = 512 * 1024


class _HeaderFloodError(Exception):
    """More header than any server has reason to send."""


class _BoundedParser(_LenientHTTPClientParser):
    MAX_LENGTH = _LONGEST_LINE
    # The class is changed under a finished object: __init__ is not called.
    _lines = _size = _cookies = 0
    _passes_over = False

    def dataReceived(self, data: bytes) -> None:
        """Take a head by itself: for each of its lines Twisted copies all that came behind it."""
        end = data.find(_END_OF_HEAD) if self.line_mode else -1
        if end >= 0:
            super().dataReceived(data[:end])  # type: ignore[no-untyped-call]
            data = data[end:]
        super().dataReceived(data)  # type: ignore[no-untyped-call]

    def lineReceived(self, line: bytes) -> None:
        folded = line[:1] in _BLANKS
        if not folded:
            self._passes_over = False
            if line[:11].lower() == b"set-cookie:":
                self._cookies += 1
                self._passes_over = _MOST_COOKIES < self._cookies < _MOST_COOKIE_LINES
                if self._passes_over:
                    return
        self._lines += 1
        self._size += len(line)
        if self._lines > _MOST_LINES or self._size > _MOST_HEADER:
            raise _HeaderFloodError
        if folded and (self._passes_over or self._partialHeader is None):
            return  # it goes on with nothing that is kept
        super().lineReceived(line)

    def headerReceived(self, name: bytes, value: bytes) -> None:
        """Pass over what can be no header's name, as browsers do; Twisted gives up the answer."""
        if value in _NO_CODING and name.strip().lower() == b"transfer-encoding":
            return
        if _NAME.fullmatch(name.rstrip()):
            super().headerReceived(name.rstrip(), value)  # type: ignore[no-untyped-call]

    def lineLengthExceeded(self, line: bytes) -> None:  # noqa: ARG002
        raise _HeaderFloodError


class _FlowingTransport(TransportProxyProducer):
    """Twisted stops reading at a body until somebody takes it; here somebody does at once."""

    def pauseProducing(self) -> None:
        pass

    def resumeProducing(self) -> None:
        pass


class _BoundedProtocol(HTTP11ClientProtocol):
    """In place of Scrapy's, which notes addresses and certificates that nobody asks for."""

    def request(self, request: Any) -> Deferred[Any]:
        answered: Deferred[Any] = super().request(request)
        if isinstance(self.transport, FileDescriptor):
            # Sent at once: a turn of the loop would tell no more than that there is room for it.
            self.transport.doWrite()
        if self._parser is not None:
            self._parser.__class__ = _BoundedParser
            self._transportProxy.__class__ = _FlowingTransport
        return answered.addCallbacks(_without_pictures, _refused)


class BoundedFactory(_LenientHTTP11ClientFactory):
    """Makes the connections of the pool, in place of Scrapy's factory."""

    def buildProtocol(self, addr: IAddress | None) -> HTTP11ClientProtocol:  # noqa: ARG002
        """A bounded connection."""
        return _BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


def _refused(failure: Failure) -> Failure:
    reasons = failure.value.reasons if isinstance(failure.value, ResponseFailed) else ()
    if any(isinstance(one.value, _HeaderFloodError) for one in reasons):
        raise Refused(Outcome.TOO_BIG, "a flood of headers")
    return failure


def _without_pictures(response: Any) -> Any:
    """The response, its body filtered on the way to its receiver."""
    if not may_have_pictures(b",".join(response.headers.getRawHeaders(b"Content-Type", ()))):
        return response
    deliver = response.deliverBody
    response.deliverBody = lambda taker: deliver(_Filtered(taker))
    if response.length is not UNKNOWN_LENGTH and response.length <= MOST_WITH_PICTURES:
        told = response.length
        # Scrapy would refuse by its length a page that is small without its pictures.
        response.length = UNKNOWN_LENGTH if told > LONGEST_PICTURE else told
    return response


class _Filtered(Protocol):
    """Sits between the connection and the receiver of a body."""

    def __init__(self, taker: Protocol) -> None:
        self._taker = taker
        self._pictures = Pictures()

    def connectionMade(self) -> None:
        assert self.transport is not None
        # Not `makeConnection`: Scrapy's taker would note an address and a certificate.
        self._taker.connected = True
        self._taker.transport = self.transport

    def dataReceived(self, data: bytes) -> None:
        self._taker.dataReceived(self._pictures.without(data))

    def connectionLost(self, reason: Failure = connectionDone) -> None:
        self._taker.connectionLost(reason)
