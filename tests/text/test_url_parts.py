"""Addresses are cut as `urlsplit` cuts them, whatever they hold."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.url_parts import parts_of

ADDRESSES = (
    "http://institute.example/info/1.htm",
    "https://Institute.Example:8080/a?b=c?d#e?f#g",
    "http://institute.example?a=1",
    "http://institute.example#a",
    "http://institute.example/新闻?问=答#头",
    "HTTP://institute.example/",
    "http://institute.example/a b",
    " http://institute.example/a",
    "http://institute.example/a\n",
    "http://研究所.example/a",
    "http://institute.example:/a",
    "http://institute.example:x/a",
    "http://user:word@institute.example/a",
    "http://[::1]/a",
    "http://[/a",
    "http:///a",
    "//institute.example/a",
    "mailto:a@institute.example",
    "",
)
PIECES = (
    "http",
    "https",
    "://",
    ":",
    "/",
    "a",
    "A.b",
    "?",
    "#",
    "&",
    "=",
    "[",
    "]",
    "@",
    "80",
    "国",
)


def split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:
        return None


def cut(url: str) -> SplitResult | None:
    try:
        return parts_of(url)
    except ValueError:
        return None


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_is_cut_as_the_standard_library_cuts_it(url: str) -> None:
    assert cut(url) == split(url)


@settings(max_examples=300)
@given(st.lists(st.sampled_from((*PIECES, " ", "\t", "\u3000", "\u2100")), max_size=12))
def test_any_address_is_cut_as_the_standard_library_cuts_it(pieces: list[str]) -> None:
    url = "".join(pieces)
    assert cut(url) == split(url)
    assert cut(f"http://{url}") == split(f"http://{url}")
