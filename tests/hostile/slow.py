"""Servers that keep a request waiting for ever; `--timeout` is short for them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping

from tests.hostile.transfer import HEAD
from tests.hostile.web import Ask, Case, a1


async def slow_headers(_: Ask) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nX-Slow: "
    while True:
        yield b"x"
        await asyncio.sleep(0.2)


async def slow_body(_: Ask) -> AsyncIterator[bytes]:
    yield HEAD + b"Content-Length: 100000\r\n\r\n"
    while True:
        yield b"x"
        await asyncio.sleep(0.2)


async def silence(_: Ask) -> AsyncIterator[bytes]:
    await asyncio.sleep(40)
    yield b""


async def continues(_: Ask) -> AsyncIterator[bytes]:
    while True:
        yield b"HTTP/1.1 100 Continue\r\n\r\n"
        await asyncio.sleep(0.05)


async def continues_at_once(_: Ask) -> AsyncIterator[bytes]:
    while True:
        yield b"HTTP/1.1 100 Continue\r\n\r\n" * 1000


SLOW: Mapping[str, Case] = {
    "slow_headers": a1(slow_headers, "timeout"),
    "slow_body": a1(slow_body, "timeout"),
    "never_answers": a1(silence, "timeout"),
    "continue_forever": a1(continues, "timeout"),
    "continue_flood": a1(continues_at_once, "timeout|too_big|network"),
    "robots_hang": Case(answers={"/robots.txt": silence}, a1=None, held=0, most=2, code=5),
}
