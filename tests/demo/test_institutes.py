"""The made-up institutes: deterministic, complete, reachable page by page, served over HTTP."""

from __future__ import annotations

import http.client
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest

from newscrawl.demo import FAMILIES, Faults, Institute, build, serve
from newscrawl.text.charset import decode
from tests.institutes import every_family

STATIC = [name for name in sorted(FAMILIES) if not build(name).handlers]
STOP = re.compile(r"<[^>]*>|&nbsp;|\s", re.ASCII)


def html_of(institute: Institute, target: str) -> str:
    parts = urlsplit(target)
    return decode(institute.get(parts.path, parts.query).body).text


def links(institute: Institute) -> set[str]:
    """Every link of every listing page, relative ones made paths."""
    found = set()
    for page in institute.listings:
        for href in re.findall(r"""href=["']([^"']+)["']""", html_of(institute, page)):
            found.add(urljoin(page, unescape(href)))
    return found


@every_family
def test_the_same_seed_gives_the_same_bytes(family: str) -> None:
    first, second = build(family, 7), build(family, 7)
    assert first.pages == second.pages
    assert first.truth == second.truth


@every_family
def test_another_seed_gives_other_articles(family: str) -> None:
    first, second = build(family, 1).truth, build(family, 2).truth
    assert not {t.body for t in first.values()} & {t.body for t in second.values()}


@every_family
def test_it_is_big_enough_and_has_what_stands_beside_articles(family: str) -> None:
    institute = build(family)
    assert len(institute.truth) >= 25
    assert institute.total_pages >= 3 or family == "gkmlpt"  # a hundred rows a page
    outcomes = list(institute.outcomes.values())
    assert outcomes.count("external") == 2
    assert outcomes.count("attachment") == 1
    assert set(outcomes) & {"http_5xx", "gone", "truncated"}


@pytest.mark.parametrize("family", STATIC)
def test_every_article_is_linked_from_a_listing_page(family: str) -> None:
    institute = build(family)
    seen = {institute.twins.get(link, link) for link in links(institute)}
    assert set(institute.truth) | set(institute.outcomes) <= seen


@every_family
def test_every_page_shows_its_title_and_body(family: str) -> None:
    institute = build(family)
    for path, truth in institute.truth.items():
        page = unescape(STOP.sub("", html_of(institute, path)))
        assert STOP.sub("", truth.title) in page
        for line in truth.body.split():
            assert line.strip() in page, (path, line)


@every_family
def test_the_same_institute_later_keeps_its_older_articles(family: str) -> None:
    before, later = build(family, 3, articles=26), build(family, 3, articles=29)
    assert before.truth.items() <= later.truth.items()
    assert len(later.truth) == 29


@every_family
def test_articles_taken_down_are_gone_from_list_and_pages(family: str) -> None:
    institute = build(family, gone=[0, 4])
    assert len(institute.truth) == 24


@every_family
def test_truth_tells_empty_labels_from_absent_ones(family: str) -> None:
    for truth in build(family).truth.values():
        assert (truth.source is None) == (truth.source_status != "ok")
        assert (truth.view_count is None) == (truth.view_status != "ok")


def test_the_table_institute_prints_gbk_under_a_gb2312_label_with_empty_labels() -> None:
    institute = build("table")
    body = institute.get(institute.listing).body
    assert b"charset=gb2312" in body
    assert decode(body).encoding == "gb18030"
    assert any(truth.source_status == "empty" for truth in institute.truth.values())
    assert any(truth.view_status == "empty" for truth in institute.truth.values())


def fetch(url: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


@every_family
def test_the_server_answers_as_the_institute_and_counts(family: str) -> None:
    institute = build(family)
    path = next(iter(institute.truth))
    parts = urlsplit(path)
    with serve(institute) as server:
        status, body = fetch(server.base + path)
        assert (status, body) == (200, institute.get(parts.path, parts.query).body)
        assert fetch(server.base + "/nowhere")[0] == 404
        assert fetch(server.base + "/robots.txt")[1].startswith(b"User-agent")
        assert server.requests[path] == 1


def test_a_page_that_breaks_off_is_a_torn_connection() -> None:
    institute = build("vsb")
    path = next(one for one, outcome in institute.outcomes.items() if outcome == "truncated")
    with serve(institute) as server, pytest.raises(http.client.IncompleteRead):
        fetch(server.base + path)


def test_faults_are_given_as_asked_for() -> None:
    institute = build("table")
    first, second, third = list(institute.truth)[:3]
    faults = Faults(once={first: 503}, soft_404=frozenset([second]), wall=frozenset([third]))
    with serve(institute, faults=faults) as server:
        assert [fetch(server.base + first)[0] for _ in range(2)] == [503, 200]
        assert b"ERROR 404" in fetch(server.base + second)[1]
        assert fetch(server.base + third)[0] == 412


def test_a_list_can_shift_between_two_requests() -> None:
    def grow(request: int) -> Institute | None:
        return build("trs", articles=26 + request)

    with serve(build("trs"), faults=Faults(on_listing=grow)) as server:
        first, second = fetch(server.url)[1], fetch(server.url)[1]
    assert first != second


def form(**fields: str) -> bytes:
    return urllib.parse.urlencode(fields).encode()


def test_a_post_back_needs_every_hidden_field_of_the_page_it_comes_from() -> None:
    institute = build("aspnet")
    page = institute.get("/NewsList.aspx", "id=3").body.decode()
    hidden = dict(re.findall(r'name="(__\w+)" id="\w+" value="([^"]*)"', page))
    wanted = {"__EVENTTARGET": "AspNetPager1", "__EVENTARGUMENT": "2", "txtKey": ""}
    whole = institute.get("/NewsList.aspx", "id=3", "POST", form(**hidden | wanted)).body.decode()
    poor = institute.get("/NewsList.aspx", "id=3", "POST", form(**wanted)).body.decode()
    assert poor == page
    assert whole != page


def test_a_jpaas_unit_listens_to_its_json_parameter_alone() -> None:
    institute = build("jpaas")
    unit = next(iter(institute.handlers))
    site = "webId=8d828e408d90447786ddbe128d495e9e"
    first = institute.get(unit, site).body
    flat = institute.get(unit, f"{site}&pageNo=2").body
    second = institute.get(unit, f"{site}&paramJson=%7B%22pageNo%22%3A2%7D").body
    assert first == flat != second


def test_a_gkmlpt_endpoint_gives_a_hundred_rows_a_page() -> None:
    institute = build("gkmlpt", articles=130)
    unit = next(iter(institute.handlers))
    answers = [json.loads(institute.get(unit, f"page={n}&sid=2").body) for n in (1, 2, 3)]
    assert [len(answer["articles"]) for answer in answers] == [100, answers[0]["total"] - 100, 0]
