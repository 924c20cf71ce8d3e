"""Saved pages of made-up institutes, held field by field: a failure reads `site/case:field`.

A case is a folder with the bytes as served, how they were served, and what is known to be true.
Fields that `expected.json` leaves out are not known and not tested.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from newscrawl.extract.article import Reading, read_page
from newscrawl.extract.listing import Listing, extract_listing
from newscrawl.items import Article, Page
from tests.institutes import lines

FIXTURES = Path(__file__).parents[1] / "fixtures"


@cache
def expected(case: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FIXTURES / case / "expected.json").read_text("utf-8"))
    return found


@cache
def served(case: str) -> tuple[dict[str, Any], bytes]:
    folder = FIXTURES / case
    page = json.loads((folder / "page.json").read_text("utf-8"))
    return page, (folder / "page.html").read_bytes()


@cache
def reading(case: str) -> Reading:
    page, body = served(case)
    return read_page(
        Page(url=page["url"], body=body, status=page["status"], headers=page["headers"]),
        now=datetime.fromisoformat(page["fetched"]),
    )


@cache
def listing(case: str) -> Listing:
    page, body = served(case)
    return extract_listing(
        body,
        page["url"],
        content_type=page["headers"].get("content-type"),
        now=datetime.fromisoformat(page["fetched"]),
    )


def status(article: Article, field: str) -> str:
    return article.provenance[field].status


ARTICLE: dict[str, Callable[[Article], Any]] = {
    "title": lambda a: a.title,
    "subtitles": lambda a: list(a.subtitles),
    "authors": lambda a: list(a.authors),
    "credits": lambda a: sorted((one.role, one.name) for one in a.credits),
    "source": lambda a: a.source,
    "source_status": lambda a: status(a, "source"),
    "date_published": lambda a: a.date_published,
    "date_published_status": lambda a: status(a, "date_published"),
    "date_modified": lambda a: a.date_modified,
    "language": lambda a: a.language,
    "breadcrumbs": lambda a: list(a.breadcrumbs),
    "view_count": lambda a: a.view_count,
    "view_count_status": lambda a: status(a, "view_count"),
    "body": lambda a: lines(a.body),
    "images": lambda a: [one.url for one in a.images],
    "attachments": lambda a: [{"title": one.title, "url": one.url} for one in a.attachments],
}
LISTING: dict[str, Callable[[Listing], Any]] = {
    "items": lambda found: [
        {"url": row.url, "title": row.title, "date": row.date, "kind": row.kind}
        for row in found.items
    ],
    "next": lambda found: found.next_page.url if found.next_page else None,
    "total_pages": lambda found: found.total_pages,
}


def actual(case: str, field: str) -> Any:
    if expected(case)["kind"] == "listing":
        return LISTING[field](listing(case))
    if field == "outcome":
        return str(reading(case).outcome)
    return ARTICLE[field](reading(case).article)


def wanted(case: str, field: str) -> Any:
    value = expected(case)[field]
    if field == "body":
        return lines(value)
    if field == "credits":
        return sorted((one["role"], one["name"]) for one in value)
    return value


def unknown_titles_out(value: Any, truth: Any) -> Any:
    """A title that the page does not tell in full is None in the truth, and not compared."""
    if not (isinstance(truth, list) and truth and isinstance(truth[0], dict)):
        return value
    return [
        {**one, "title": None} if known.get("title") is None else one
        for one, known in zip(value, truth, strict=False)
    ] + value[len(truth) :]


def cases() -> Iterator[str]:
    for path in sorted(FIXTURES.glob("*/*/expected.json")):
        yield path.parent.relative_to(FIXTURES).as_posix()


def parameters() -> Iterator[Any]:
    for case in cases():
        for field in expected(case):
            known = field in ARTICLE or field in LISTING or field == "outcome"
            if known:
                yield pytest.param(case, field, id=f"{case}:{field}")


@pytest.mark.parametrize(("case", "field"), list(parameters()))
def test_field(case: str, field: str) -> None:
    truth = wanted(case, field)
    assert unknown_titles_out(actual(case, field), truth) == truth
