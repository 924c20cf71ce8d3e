"""Each family, by one fixture file: its pages are recognised, read and followed, its twins known.

The fixtures are made up. A new family is one file in `newscrawl/sites/families/` and one here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from newscrawl.extract.listing import extract_listing
from newscrawl.sites.families import Paging, article_key, family_named, load_families, recognise

FOLDER = Path(__file__).with_name("families")
FIXTURES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")}


def pages() -> Iterator[Any]:
    for name, fixture in sorted(FIXTURES.items()):
        for number, page in enumerate(fixture["page"]):
            yield pytest.param(name, page, id=f"{name}-{number}")


def html(page: dict[str, Any]) -> bytes:
    text: str = page["html"]
    bare = text.lstrip().startswith(("{", "[", "<?xml"))
    return (text if bare else f"<html><body>{text}</body></html>").encode()


def test_every_family_has_a_fixture_and_every_fixture_a_family() -> None:
    assert {family.name for family in load_families()} == set(FIXTURES)


def test_a_family_file_says_nothing_that_nobody_reads() -> None:
    known = {
        "": {"name", "rows", "byline", "recognise", "article_url", "paging"},
        "recognise": {"marks", "patterns", "urls", "drawn"},
        "article_url": {"pattern", "key"},
        "paging": {field.name for field in fields(Paging)},
    }
    for family in load_families():
        path = files("newscrawl.sites.families") / f"{family.name}.toml"
        data = tomllib.loads(path.read_text("utf-8"))
        assert data.keys() <= known[""], family.name
        tables = [(name, data[name]) for name in known.keys() & data.keys()]
        for name, told in tables:
            for one in told if isinstance(told, list) else [told]:
                assert one.keys() <= known[name], family.name


@pytest.mark.parametrize(("name", "page"), list(pages()))
def test_page_is_recognised(name: str, page: dict[str, Any]) -> None:
    found = recognise(page["url"], page["html"])
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(("name", "page"), list(pages()))
def test_rows_of_the_page_are_read(name: str, page: dict[str, Any]) -> None:
    listing = extract_listing(html(page), page["url"])
    assert len(listing.items) == page["rows"]
    assert all(item.date and item.title for item in listing.items)
    if "first_date" in page:
        assert (listing.items[0].date or "")[:10] == page["first_date"]


@pytest.mark.parametrize(("name", "page"), list(pages()))
def test_next_page_is_found_or_the_end_is_known(name: str, page: dict[str, Any]) -> None:
    found = extract_listing(html(page), page["url"]).next_page
    assert (found.url if found else None) == page.get("next")
    if "form" in page:
        assert found is not None
        assert found.method == "POST"
        assert dict(found.form) == page["form"]


@pytest.mark.parametrize(("name", "page"), list(pages()))
def test_declared_totals_are_read(name: str, page: dict[str, Any]) -> None:
    listing = extract_listing(html(page), page["url"])
    for key, value in (("pages", listing.total_pages), ("items", listing.total_items)):
        if key in page:
            assert value == page[key]


@pytest.mark.parametrize("name", sorted(FIXTURES))
def test_twin_addresses_are_one_article(name: str) -> None:
    for urls in FIXTURES[name]["same"]:
        assert len({article_key(url, family_named(name)) for url in urls}) == 1


def test_addresses_of_no_family_are_kept_apart() -> None:
    one, other = "http://www.example.org/a.html", "http://www.example.org/b.html"
    assert article_key(one, None) != article_key(other, None)
