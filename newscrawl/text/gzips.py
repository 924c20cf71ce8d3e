"""Zlib and gzip streams, unpacked piece by piece: who asks for no more is given no more.

The packed bytes are handed over in pieces, too: what zlib leaves of them it copies each time, and
a body of many small members would be copied whole for every one of them.
"""

from __future__ import annotations

import zlib
from collections.abc import Generator

MAGIC = b"\x1f\x8b\x08"
_STEP = 64 * 1024


def gunzip(body: bytes) -> Generator[bytes, None, bool]:
    """Yields all members of a gzip; returns whether they came to their end, unharmed.

    What follows the last member is no more of it.
    """
    at = 0
    while body.startswith(MAGIC, at):
        at = yield from inflate(body, 31, at)
        if at < 0:
            return False
    return True


def inflate(body: bytes, window: int, at: int = 0) -> Generator[bytes, None, int]:
    """Yields the stream that begins at `at`; returns where it ends, -1 where it is not whole."""
    stream = zlib.decompressobj(window)
    while not stream.eof:
        given = stream.unconsumed_tail
        if not given:
            given = body[at : at + _STEP]
            at += len(given)
        try:
            piece = stream.decompress(given, _STEP)
        except zlib.error:
            return -1
        if not piece and not given and not stream.eof:
            return -1
        yield piece
    return at - len(stream.unused_data)
