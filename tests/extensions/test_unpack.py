"""Packed bodies come out whole, or it is said that they did not."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extensions.unpack import TooMuchError, unpack
from tests.hostile.bombs import zstd_stored

BODY = "<html>正文</html>".encode() * 50
MOST = 1 << 20
ZSTD = zstd_stored(BODY)


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


@pytest.mark.parametrize(("name", "packed"), [(b"br", brotli.compress(BODY)), (b"zstd", ZSTD)])
def test_brotli_and_zstd_that_break_off_are_not_whole(name: bytes, packed: bytes) -> None:
    assert unpack(packed, [name], MOST) == (BODY, True)
    for size in range(4, len(packed)):
        assert not unpack(packed[:size], [name], MOST)[1]


@pytest.mark.parametrize("name", [b"gzip", b"deflate", b"br", b"zstd"])
def test_what_is_said_to_be_packed_may_be_a_plain_page_or_nothing(name: bytes) -> None:
    assert unpack(BODY, [name], MOST) == (BODY, True)
    assert unpack(b"", [name], MOST) == (b"", True)


def test_many_small_members_are_no_work_of_their_square() -> None:
    packed = gzip.compress(b"x", mtime=0) * 200_000  # minutes, if each copied all that follow
    assert unpack(packed, [b"gzip"], MOST) == (b"x" * 200_000, True)


def test_zstd_that_wants_more_memory_than_http_allows_is_refused() -> None:
    window = b"\x28\xb5\x2f\xfd\x00\x88"  # 128 MiB
    assert unpack(window + b"\x01\x00\x00", [b"zstd"], MOST) == (b"", False)


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


@settings(max_examples=100)
@given(
    body=st.binary(max_size=300),
    names=st.lists(st.sampled_from([b"gzip", b"deflate", b"br", b"zstd", b"x"]), max_size=3),
)
def test_no_bytes_raise(body: bytes, names: list[bytes]) -> None:
    unpack(body, names, MOST)
