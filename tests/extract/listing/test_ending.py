"""How a page ends: whole, broken off, or as its template leaves it."""

from __future__ import annotations

import pytest

from newscrawl import extract_listing
from newscrawl.extract.listing.ending import ending_of

FOOT = "<p>Harbour office, all rights reserved</p>"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (f"<html><body>{FOOT}</body></html>", (True, "served")),
        (f"<HTML><body>{FOOT}</body></HTML><!-- {'sql ' * 3000} -->", (True, "served")),
        (f"<html><body>{FOOT}<script>count('1</p>')</script>", (False, "served")),
        ("<html><body><ul><li><a href='/1.htm'>A pier is mend", (False, "s mend")),
        ("<ul><li>a piece of a page</li></ul>", (True, "a page")),
        ("", (True, "")),
    ],
)
def test_a_page_is_closed_or_ends_somewhere(source: str, told: tuple[bool, str]) -> None:
    assert ending_of(source) == told


def test_a_listing_says_how_its_page_ends() -> None:
    found = extract_listing(f"<html><body>{FOOT}".encode(), "https://institute.example/")
    assert (found.closed, found.ending) == (False, "served")


ROWS = "<ul>" + "".join(
    f"<li><a href='/news/2023/{n}001.html'>The pier is mended for the {n}th time</a> 2023-02-1{n}</li>"
    for n in range(1, 7)
)


@pytest.mark.parametrize(
    ("end", "behind"),
    [
        (f"</ul>{FOOT}<p>in 0.01 s</p>", "Harbour office, all rights reserved in 0.01 s"),
        (f"</ul>{FOOT}</body></html>", ""),
        ("", ""),
    ],
)
def test_of_a_page_that_is_left_open_the_words_behind_its_rows_are_told(
    end: str, behind: str
) -> None:
    page = f"<html><body><h1>News</h1>{ROWS}{end}"
    assert extract_listing(page.encode(), "https://institute.example/news/").behind == behind
