"""Bytes that are no page are told from pages in any character set."""

from __future__ import annotations

import gzip
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.text.magic import binary_kind

CHINESE = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=300)


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_are_binary_data(seed: int) -> None:
    assert binary_kind(random.Random(seed).randbytes(4000)) == "binary data"


@given(CHINESE, st.sampled_from(["utf-8", "gb18030", "big5", "utf-16", "utf-16-be"]))
def test_a_page_is_text_in_whatever_character_set(text: str, charset: str) -> None:
    page = f"<html><head><title>{text[:9]}</title></head><body><p>{text}</p></body></html>"
    assert binary_kind(page.encode(charset, "ignore")) is None


def test_a_page_of_few_control_characters_is_text() -> None:
    assert binary_kind(b"<html><h1>\x01\x02\x00\x03</h1>" + b"<p>all is well</p>" * 20) is None


def test_a_packed_sitemap_may_be_a_list() -> None:
    assert binary_kind(gzip.compress(random.Random(7).randbytes(4000))) is None
