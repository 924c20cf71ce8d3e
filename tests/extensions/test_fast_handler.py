"""What the fast profile sends."""

from __future__ import annotations

import asyncio

import aiohttp

from newscrawl.extensions.fast_handler import _Request


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
