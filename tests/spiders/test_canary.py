"""When a page is held against that of an address of nothing, and what such an address is."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extract.article import read_page
from newscrawl.items import ListingRef, Page
from newscrawl.sites.model import ArticleRules, Site
from newscrawl.spiders.canary import is_vouched_for, nowhere
from tests.extract.article.pages import reading

BASE = "http://www.example.org"
TEXT = "<p>图书馆元旦期间闭馆一天，请各位读者相互转告，预祝大家节日快乐，万事如意。</p>" * 3


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("/info/1012/2000.htm", "/info/1012/987654321.htm"),
        ("/2023/0213/c12a345/page.htm", "/2023/0213/c987654321a987654321/page.htm"),
        ("/show.asp?id=12&lm=3", "/show.asp?id=987654321&lm=987654321"),
        ("/info/2000.htm?sid=77", "/info/987654321.htm?sid=77"),
        ("/our-lab?from=12", "/our-lab-987654321?from=12"),
        ("/?p=12", "/?p=987654321"),
        ("/news/our-lab/", "/news/our-lab-987654321/"),
        ("/news/our-lab.html#top", "/news/our-lab-987654321.html"),
        ("", "/-987654321/"),
    ],
)
def test_an_address_of_nothing_is_built_like_its_neighbour(path: str, other: str) -> None:
    assert nowhere(BASE + path) == BASE + other


@given(st.text("ab1/.-?=&#", max_size=20))
def test_it_is_another_address_of_the_same_host(path: str) -> None:
    url = f"{BASE}/{path}"
    other = nowhere(url)
    assert other.startswith(f"{BASE}/")
    assert urlsplit(other)[:4] != urlsplit(url)[:4]


def vouched(title: str, date: str) -> bool:
    html = f"<title>{title}-图书馆</title><h1>{title}</h1><div>{date}</div>{TEXT}"
    row = ListingRef(url=BASE, title="元旦放假通知", date="2022-12-30")
    return is_vouched_for(reading(html, listed=row))


def test_a_page_with_its_rows_title_or_title_and_day_speaks_for_itself() -> None:
    assert vouched("元旦放假通知", "")
    assert vouched("图书馆开放时间", "发布时间：2019-05-06")
    assert not vouched("图书馆开放时间", "")


def test_a_title_that_a_rule_of_its_site_names_speaks_for_the_page_as_well() -> None:
    def vouched_by_rule(title: str, promised: str) -> bool:
        site = Site(id="library", articles=(ArticleRules(title="h1"),))
        html = f"<title>图书馆</title><h1>{title}</h1>{TEXT}"
        row = ListingRef(url=BASE, title=promised, date="2022-12-30")
        page = Page(url=f"{BASE}/1.htm", body=html.encode(), listed=row)
        return is_vouched_for(read_page(page, site))

    assert vouched_by_rule("元旦放假通知", "元旦放假通知")
    assert vouched_by_rule("元旦放假通知", "元旦放…")
    assert not vouched_by_rule("图书馆开放时间", "元旦放假通知")


def test_without_a_row_only_what_is_in_doubt_is_looked_into() -> None:
    head = "<title>元旦放假通知-图书馆</title><h1>元旦放假通知</h1>"
    assert is_vouched_for(reading(f"{head}<div>发布时间：2022-12-30</div>{TEXT}"))
    assert not is_vouched_for(reading(f"{head}<p>请相互转告。</p>"))
