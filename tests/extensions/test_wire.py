"""Pictures within a page are cut short, whatever pieces the page comes in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extensions.pictures import LONGEST_PICTURE as LONG
from newscrawl.extensions.pictures import Pictures

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
