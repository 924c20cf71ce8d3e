"""What the fast profile sends, and what it makes of broken answers."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest
from scrapy import Request
from scrapy.exceptions import DownloadFailedError
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newscrawl.extensions.fast_handler import FastHandler, _Request
from newscrawl.spiders import outcome_of


async def _head_of_a_request(body: bytes) -> bytes:
    """What a server gets that is asked with such a body, up to its end."""
    head = asyncio.get_running_loop().create_future()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head.set_result(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, aiohttp.ClientSession(request_class=_Request) as session:
        await session.request("GET", f"http://127.0.0.1:{port}/", data=body)
    return bytes(await head)


def test_a_request_without_a_body_tells_no_length_of_one() -> None:
    assert b"content-length" not in asyncio.run(_head_of_a_request(b"")).lower()


def test_a_body_is_sent_with_its_length() -> None:
    assert b"content-length: 3" in asyncio.run(_head_of_a_request(b"a=1")).lower()


async def _taken(answer: bytes) -> Response:
    """What the profile makes of an answer, as it comes over a socket."""

    async def give(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        writer.close()

    server = await asyncio.start_server(give, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    handler = FastHandler(get_crawler())
    try:
        async with server:
            return await handler.download_request(Request(f"http://127.0.0.1:{port}/"))
    finally:
        await handler.close()


def _reason(answer: bytes) -> str:
    with pytest.raises(DownloadFailedError) as raised:
        asyncio.run(_taken(answer))
    return outcome_of(raised.value)[1]


@pytest.mark.parametrize("name", [b"X Y", "信息".encode("gbk"), b"", b"X\x00"])
def test_a_header_whose_name_is_none_is_told_with_what_to_do(name: bytes) -> None:
    head = b"HTTP/1.1 200 OK\r\n%s: 1\r\nContent-Length: 2\r\n\r\nok" % name
    told = _reason(head)
    assert "--fast does not take its answer, crawl without it (Invalid header" in told
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize("half", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nX-Half: "])
def test_a_head_that_breaks_off_is_told_as_that(half: bytes) -> None:
    """Aiohttp's own message is the head, as Python prints it."""
    assert _reason(half) == "the connection failed: the host broke it off"


def test_names_in_odd_case_are_one_header() -> None:
    answer = asyncio.run(_taken(b"HTTP/1.1 204 No\r\nx-oDD: 1\r\nX-ODD: 2\r\n\r\n"))
    assert answer.headers.getlist("X-Odd") == [b"1", b"2"]
