"""What a connection brings: its head within bounds, pictures within a page cut short."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st
from twisted.internet.testing import StringTransport
from twisted.web._newclient import HTTPClientParser

from newscrawl.extensions.pictures import LONGEST_PICTURE as LONG
from newscrawl.extensions.pictures import Pictures
from newscrawl.extensions.wire import _BoundedParser

PAGE = b"<p>one</p><img src='data:image/png;base64,%s'><p>two</p>"


def fed(page: bytes, *sizes: int) -> bytes:
    pictures, at, found = Pictures(), 0, b""
    for size in (*sizes, len(page)):
        found += pictures.without(page[at : at + size])
        at += size
    return found


def test_a_huge_picture_is_cut_and_the_text_behind_it_kept() -> None:
    page = PAGE % (b"QUJD" * (LONG // 2))
    assert fed(page, 1000, 70_000, 1) == PAGE % (b"QUJD" * (LONG // 4))


@given(st.lists(st.integers(0, 40), max_size=12))
def test_a_small_picture_is_left_whole_wherever_the_page_is_cut(sizes: list[int]) -> None:
    page = PAGE % b"QUJD" + PAGE % b"REVG="
    assert fed(page, *sizes) == page


def test_two_pictures_are_counted_apart() -> None:
    page = PAGE % (b"A" * LONG) * 2
    assert fed(page, *[65536] * 40) == page


def cookies_in(head: bytes) -> list[bytes]:
    """The cookies that a connection keeps of an answer's head."""
    asked = cast("Any", SimpleNamespace(method=b"GET"))
    parser: Any = HTTPClientParser(asked, lambda _rest: None)  # type: ignore[no-untyped-call]
    parser.__class__ = _BoundedParser
    parser.makeConnection(StringTransport())  # type: ignore[no-untyped-call]
    parser.dataReceived(b"HTTP/1.1 200 OK\r\n" + head + b"\r\n")
    kept: list[bytes] = parser.headers.getRawHeaders(b"set-cookie")
    return kept


def test_of_a_cookie_too_many_the_folded_lines_are_passed_over_too() -> None:
    """They were appended to the last cookie that was kept."""
    head = b"".join(b"Set-Cookie: a%d=1;\r\n path=/\r\n" % n for n in range(60))
    assert cookies_in(head)[49:] == [b"a49=1; path=/"]
