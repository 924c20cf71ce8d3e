"""Every page of every made-up institute is read exactly, with no site file and no network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

from newscrawl.demo import FAMILIES, Institute, Response, Truth, build
from newscrawl.extract.article import Reading, read_page
from newscrawl.extract.listing import extract_listing
from newscrawl.items import Article, Page
from tests.institutes import every_family, lines

ROOT = "http://institute.example.org"


def served(institute: Institute, target: str) -> Response:
    parts = urlsplit(target)
    return institute.get(parts.path, parts.query)


def reading(institute: Institute, path: str) -> Reading:
    response = served(institute, path)
    headers = {"content-type": response.headers["Content-Type"]}
    return read_page(Page(url=ROOT + path, body=response.body, headers=headers))


def printed(truth: Truth) -> dict[str, Any]:
    return {
        "title": truth.title,
        "subtitles": truth.subtitles,
        "authors": truth.authors,
        "credits": sorted(truth.credits),
        "source": (truth.source, truth.source_status),
        "date_published": truth.date_published,
        "breadcrumbs": truth.breadcrumbs,
        "views": (truth.view_count, truth.view_status),
        "body": lines(truth.body),
        "images": [urljoin(ROOT, path) for path in truth.images],
        "attachments": [(title, urljoin(ROOT, path)) for title, path in truth.attachments],
    }


def read(article: Article) -> dict[str, Any]:
    status = article.provenance
    return {
        "title": article.title,
        "subtitles": article.subtitles,
        "authors": article.authors,
        "credits": sorted((one.role, one.name) for one in article.credits),
        "source": (article.source, status["source"].status),
        "date_published": article.date_published,
        "breadcrumbs": article.breadcrumbs,
        "views": (article.view_count, status["view_count"].status),
        "body": lines(article.body),
        "images": [one.url for one in article.images],
        "attachments": [(one.title, one.url) for one in article.attachments],
    }


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_every_article_is_read_as_it_was_printed(family: str) -> None:
    institute = build(family)
    for path, truth in institute.truth.items():
        found = reading(institute, path)
        assert read(found.article) == printed(truth), path
        assert found.keep


def listing_pages(family: str) -> Iterator[tuple[Institute, int, str]]:
    for articles in (3, 9, 26):  # 9 leaves one row on the last page
        institute = build(family, articles=articles)
        for at, path in enumerate(institute.listings):
            if path in institute.rows:
                yield institute, at, path


@every_family
def test_every_listing_page_gives_its_rows_in_order(family: str) -> None:
    for institute, _, path in listing_pages(family):
        response = served(institute, path)
        found = extract_listing(
            response.body, ROOT + path, content_type=response.headers["Content-Type"]
        )
        # A pinned row may lead to the other address of an article that is listed below, too.
        twins = {ROOT + twin: ROOT + own for twin, own in institute.twins.items()}
        want = {
            twins.get(url, url): row
            for row in reversed(institute.rows[path])
            for url in [urljoin(ROOT, row.target)]
        }
        assert {twins.get(row.url, row.url) for row in found.items} == want.keys(), path
        for row in found.items:
            truth = want[twins.get(row.url, row.url)]
            assert row.title == (truth.title or row.title), path
            assert (row.date, row.kind) == (truth.date, truth.kind), path


@every_family
def test_every_listing_page_leads_to_the_next_and_the_last_to_none(family: str) -> None:
    for institute, at, path in listing_pages(family):
        if institute.handlers:
            continue  # its pages have no address each; whole crawls test them
        response = served(institute, path)
        found = extract_listing(
            response.body, ROOT + path, content_type=response.headers["Content-Type"]
        )
        after = [ROOT + one for one in institute.listings[at + 1 : at + 2]]
        following = [found.next_page.url] if found.next_page else []
        assert following in (after, [ROOT + path]), path


@pytest.mark.parametrize("seed", range(2, 26))
def test_any_mixture_of_habits_of_home_made_pages_is_read(seed: int) -> None:
    institute = build("homemade", seed, articles=10)
    for path, truth in institute.truth.items():
        assert read(reading(institute, path).article) == printed(truth), path


def test_a_line_break_before_a_label_parts_two_fields() -> None:
    html = """<html><head><meta charset="utf-8"></head><body><h1>海右院部署下半年重点任务</h1>
    <div>来源：海右院
    作者：翁怀远
    发布时间：2023-02-13</div><div class="content"><p>近日，海右院部署下半年重点任务，各部门逐项
    认领。</p><p>会议要求，任务书须在月底前报送，逾期要说明原因。</p></div></body></html>"""
    article = read_page(Page(url=f"{ROOT}/1.html", body=html.encode())).article
    assert (article.source, article.authors) == ("海右院", ("翁怀远",))
    assert "逐项认领" in article.body
