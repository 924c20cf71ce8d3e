"""A web where every host misbehaves in its own way: how each ends, and what it costs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.hostile.crawling import Crawled, crawl
from tests.hostile.groups import CASES, GROUPS, PATIENT, TIMEOUT

pytestmark = pytest.mark.slow
# Of a crawl with all behaviours of a group in it: one by itself takes less.
MOST_MEGABYTES = 300

Crawls = Callable[[str], Crawled]


def grouped(names: dict[str, str]) -> Iterator[object]:
    """Parameters (group, behaviour); xdist keeps those of a group together."""
    for name, group in names.items():
        mark = pytest.mark.xdist_group(f"hostile-{group}")
        yield pytest.param(group, name, marks=mark, id=name)


HOME = {name: group for group, cases in GROUPS.items() for name in cases}
BEHAVIOURS = list(grouped(HOME))
EVERY_GROUP = list(grouped({group: group for group in GROUPS}))


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Crawls:
    """The crawl of a group, made when it is first asked for."""
    made: dict[str, Crawled] = {}

    def of(group: str) -> Crawled:
        if group not in made:
            home = tmp_path_factory.mktemp(group) / "corpus"
            made[group] = crawl(GROUPS[group], home, TIMEOUT.get(group, PATIENT))
        return made[group]

    return of


def test_all_behaviours_of_the_table_are_here() -> None:
    names = Path(__file__).with_name("names.txt").read_text().split()
    assert len(set(names)) == 164
    assert not set(names) - set(CASES)


@pytest.mark.parametrize(("group", "name"), BEHAVIOURS)
def test_it_ends_as_it_must(crawled: Crawls, group: str, name: str) -> None:
    crawl, case = crawled(group), CASES[name]
    outcomes, target = crawl.outcomes(name), crawl.target(name)
    if case.a1:
        ended = [end for url, end in outcomes.items() if "/a1.htm" in url]
        assert set(ended) <= set(case.a1.split("|"))
        assert ended, outcomes
    assert not case.ends or Counter(outcomes.values()) == case.ends
    held = [one["url"] for one in crawl.records(name)]
    assert (len(held), len(set(held))) == (case.held, case.held), (outcomes, target)
    assert target["exit_code"] == case.code, target
    assert case.told in json.dumps(target, ensure_ascii=False)
    assert "pending" not in outcomes.values()


@pytest.mark.parametrize(("group", "name"), BEHAVIOURS)
def test_no_host_is_asked_more_than_is_fair(crawled: Crawls, group: str, name: str) -> None:
    asked = crawled(group).requests(name)
    assert sum(asked.values()) <= CASES[name].most, asked


@pytest.mark.parametrize(
    ("group", "name"), list(grouped({n: g for n, g in HOME.items() if CASES[n].asked}))
)
def test_what_may_be_better_next_time_is_asked_for_again(
    crawled: Crawls, group: str, name: str
) -> None:
    assert crawled(group).requests(name)["/a1.htm"] == CASES[name].asked


@pytest.mark.parametrize(
    ("group", "name"),
    list(grouped({n: g for n, g in HOME.items() if CASES[n].record or CASES[n].issue})),
)
def test_the_record_says_what_the_page_says(crawled: Crawls, group: str, name: str) -> None:
    case, record = CASES[name], crawled(group).first(name)
    assert {key: record[key] for key in case.record} == case.record
    assert case.says in record["body"]
    issues = [f"{one['code']} {one['field']} {one['text']}" for one in record["issues"]]
    assert any(one.startswith(case.issue) for one in issues) or not case.issue, issues


@pytest.mark.parametrize(
    ("group", "name"), list(grouped({n: g for n, g in HOME.items() if CASES[n].never}))
)
def test_what_is_no_text_is_in_no_record(crawled: Crawls, group: str, name: str) -> None:
    assert CASES[name].never not in json.dumps(crawled(group).records(name), ensure_ascii=False)


@pytest.mark.xdist_group("hostile-markup")
def test_a_page_that_is_a_picture_keeps_it_and_a_title_without_end_is_cut(crawled: Crawls) -> None:
    (image,) = crawled("markup").first("image_only")["images"]
    assert image["url"].endswith("/pic.png")
    assert len(crawled("markup").first("title_1mb")["title"]) <= 2000


@pytest.mark.parametrize(("group", "name"), EVERY_GROUP)
def test_the_crawl_ends_and_stays_small(crawled: Crawls, group: str, name: str) -> None:
    assert crawled(group).megabytes < MOST_MEGABYTES


@pytest.mark.parametrize(("group", "name"), EVERY_GROUP)
def test_every_url_found_has_one_outcome(crawled: Crawls, group: str, name: str) -> None:
    report = crawled(group).report
    assert report["found"] == sum(report["outcomes"].values())
    assert "pending" not in report["outcomes"]


@pytest.mark.parametrize(("group", "name"), EVERY_GROUP)
def test_nothing_broke_a_rule_of_ours(crawled: Crawls, group: str, name: str) -> None:
    crawl = crawled(group)
    assert "Traceback" not in crawl.err
    assert "Traceback" not in crawl.log
