"""Headers made of raw bytes are those that Scrapy makes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from scrapy.http import Headers

from newscrawl.extensions.raw_headers import headers_of

NAME = st.from_regex(rb"[A-Za-z-]{1,12}", fullmatch=True)


@given(st.lists(st.tuples(NAME, st.binary(max_size=9)), max_size=8))
def test_names_are_as_scrapy_spells_them_and_repeated_ones_keep_every_value(
    received: list[tuple[bytes, bytes]],
) -> None:
    assert headers_of((name, (value,)) for name, value in received) == Headers(received)
