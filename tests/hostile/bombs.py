"""Bodies that are small on the wire and 1.5 GiB once unpacked, each built in milliseconds."""

from __future__ import annotations

import gzip
import zlib
from functools import cache

import brotli

SIZE = 3 << 29  # 1.5 GiB
_PIECE = (b"<p>x</p>" * (1 << 17))[: 1 << 20]
_ZSTD_HEAD = b"\x28\xb5\x2f\xfd\x00\x38"  # no checksum, no size; a window of 128 KiB
_BLOCK = 1 << 17  # the most that one zstd block holds


@cache
def deflated(size: int = SIZE, window: int = 15) -> bytes:
    """One zlib stream (`window` 31: gzip): a piece that is packed once, repeated.

    After a full flush nothing refers back, so the packed piece may follow itself. The checksum at
    the end is wrong: nobody may get that far.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, window)
    first = packer.compress(_PIECE) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(_PIECE) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + again * (size // len(_PIECE) - 1) + packer.flush()


def gzipped(size: int = SIZE) -> bytes:
    """One gzip member."""
    return deflated(size, 31)


@cache
def members(piece: bytes, times: int, end: bytes = b"") -> bytes:
    """Many gzip members, all of them right to the checksum: `piece` again and again, then `end`."""
    return gzip.compress(piece) * times + (gzip.compress(end) if end else b"")


@cache
def brotli_packed(size: int = SIZE) -> bytes:
    """One brotli stream; its flushed pieces repeat like those of `deflated`."""
    packer = brotli.Compressor(quality=5)
    # The window fills; from then on the pieces are the same.
    pieces = [packer.process(_PIECE) + packer.flush() for _ in range(40)]
    return b"".join([*pieces, pieces[-1] * (size // len(_PIECE) - 40), packer.finish()])


def zstd_stored(body: bytes) -> bytes:
    """One frame of raw blocks: what a packer makes of what does not pack."""
    parts = [body[at : at + 600] for at in range(0, len(body), 600)]
    blocks = [
        (len(one) << 3 | (n + 1 == len(parts))).to_bytes(3, "little") + one
        for n, one in enumerate(parts)
    ]
    return _ZSTD_HEAD + b"".join(blocks)


@cache
def zstd_packed(size: int = SIZE) -> bytes:
    """One zstd frame of run-length blocks (RFC 8878, 3.1.1.2): four bytes for 128 KiB each."""
    block = (_BLOCK << 3 | 1 << 1).to_bytes(3, "little") + b"x"
    last = (_BLOCK << 3 | 1 << 1 | 1).to_bytes(3, "little") + b"x"
    return _ZSTD_HEAD + block * (size // _BLOCK - 1) + last
