"""Packed bodies come out whole, or it is said that they did not."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extensions.unpack import TooMuchError, unpack

BODY = "<html>正文</html>".encode() * 50
MOST = 1 << 20


@pytest.mark.parametrize(
    ("names", "packed"),
    [
        ([b"gzip"], gzip.compress(BODY)),
        ([b"gzip", b"gzip"], gzip.compress(gzip.compress(BODY))),
        ([b"gzip"], gzip.compress(BODY[:100]) + gzip.compress(BODY[100:])),
        ([b"deflate"], zlib.compress(BODY)),
        ([b"deflate"], zlib.compress(BODY, wbits=-15)),
        ([b"gzip"], BODY),
        ([b"nobody-knows"], BODY),
        ([], gzip.compress(BODY)),
        ([], BODY),
    ],
    # The bytes would be the names otherwise, and gzip writes the time into them.
    ids=["gzip", "twice", "members", "zlib", "raw", "plain", "unknown", "unsaid", "none"],
)
def test_a_whole_body_comes_out_whole(names: list[bytes], packed: bytes) -> None:
    assert unpack(packed, names, MOST) == (BODY, True)


def test_a_body_that_breaks_off_anywhere_is_not_whole() -> None:
    packed = gzip.compress(BODY)
    for size in range(10, len(packed)):
        assert not unpack(packed[:size], [b"gzip"], MOST)[1]


def test_a_wrong_checksum_is_not_whole() -> None:
    packed = bytearray(gzip.compress(BODY))
    packed[-6] ^= 1
    assert not unpack(bytes(packed), [b"gzip"], MOST)[1]


@pytest.mark.parametrize("name", [b"gzip", b"deflate"])
def test_a_bomb_stops_at_the_limit(name: bytes) -> None:
    zeros = bytes(8 << 20)
    packed = gzip.compress(zeros) if name == b"gzip" else zlib.compress(zeros)
    with pytest.raises(TooMuchError):
        unpack(packed, [name], MOST)


@settings(deadline=None, max_examples=100)
@given(
    body=st.binary(max_size=300),
    names=st.lists(st.sampled_from([b"gzip", b"deflate", b"br", b"zstd", b"x"]), max_size=3),
)
def test_no_bytes_raise(body: bytes, names: list[bytes]) -> None:
    unpack(body, names, MOST)
