"""Connections for single pages: only to addresses that may be asked, and cut when time is up."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterable
from contextlib import suppress
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from typing import ClassVar
from urllib.request import HTTPHandler, HTTPSHandler, Request

from newscrawl.text.hosts import is_allowed

TIMEOUT = 60.0  # seconds for one whole answer


class _Plain(HTTPConnection):
    """Only the host `own` may stand on a private address. None: a proxy answers for all hosts.

    A name is looked up before the connection is made, and the peer is looked at before anything is
    sent: a name may have moved between the two.
    """

    own: ClassVar[str | None] = None

    def connect(self) -> None:
        if self.own is not None:
            found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
            self._check(str(where[0]) for *_, where in found)
        super().connect()
        if self.own is not None:
            self._check([self.sock.getpeername()[0]])
        self._limit()

    def _check(self, addresses: Iterable[str]) -> None:
        for address in addresses:
            if not is_allowed(address, own=self.host == self.own):
                self.close()
                raise OSError(f"{self.host} stands on the private address {address}")

    def _limit(self) -> None:
        """The socket's own timeout is that of one read: a server may drip for hours below it."""
        timer = threading.Timer(TIMEOUT, _cut, (self.sock,))
        timer.daemon = True
        timer.start()


class _Secure(HTTPSConnection, _Plain):
    """The same before TLS begins, which puts another socket in the place of the first."""

    def connect(self) -> None:
        super().connect()
        self._limit()


def _cut(used: socket.socket) -> None:
    with suppress(OSError):  # it is closed long since
        socket.socket.shutdown(used, socket.SHUT_RDWR)


class PlainHandler(HTTPHandler):
    """Opens http:// by connections that are checked; `own` as in them."""

    def __init__(self, own: str | None) -> None:
        super().__init__()
        self._kind: type[_Plain] = type("Plain", (_Plain,), {"own": own})

    def http_open(self, req: Request) -> HTTPResponse:
        """One answer."""
        return self.do_open(self._kind, req)


class SecureHandler(HTTPSHandler):
    """Opens https:// in the same way."""

    def __init__(self, own: str | None) -> None:
        super().__init__()
        self._kind: type[_Secure] = type("Secure", (_Secure,), {"own": own})
        self._tls = ssl.create_default_context()

    def https_open(self, req: Request) -> HTTPResponse:
        """One answer."""
        return self.do_open(self._kind, req, context=self._tls)
