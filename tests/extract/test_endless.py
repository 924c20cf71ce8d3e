"""What is endless is bounded, and the article beside it is read: how long it takes, counted.

Seconds are measured by `python -m benchmarks.worst`; here stands what must not be asked too often,
and what would not end if it were.
"""

from __future__ import annotations

import pytest

from newscrawl.extract.article import extract_article
from newscrawl.extract.article.site_rules import Ruled
from newscrawl.extract.article.surroundings import has_crumbs
from newscrawl.extract.document import Document
from newscrawl.extract.flatten import read_lines
from newscrawl.extract.lines import leave_plain, tidy
from newscrawl.extract.listing import extract_listing
from newscrawl.extract.listing.anchors import collect_links
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_forms import submit
from newscrawl.extract.listing.paging_numbers import current_number, numbered
from newscrawl.extract.listing.scripts import Scripts
from newscrawl.extract.walls import login_forms
from tests.extract.article.pages import OPENING, TITLE, codes, page, read

URL = "http://institute.example/list/"
BYLINE = "<p>来源：科研处 作者：翁怀远 发布时间：2023-02-13</p>"


def _pager(html: str) -> Pager:
    document = Document.parse(html.encode(), URL)
    scripts = Scripts(document)
    return Pager(document, collect_links(document, scripts)[0], scripts)


def test_of_thousands_of_lines_those_too_many_are_text_whatever_they_say() -> None:
    lines = [f"<p>{OPENING}{n}</p>" for n in range(2_300)]
    article = read(page("".join((*lines[:2_100], BYLINE, *lines[2_100:]))))
    assert article.title == TITLE
    assert "作者：翁怀远 发布时间" in article.body
    assert "page_cut" in codes(article)


@pytest.mark.parametrize("line", ["<p>{}</p>", "<table><tr><td>{}<td>1<td>2</table>"])
def test_below_thousands_of_lines_the_last_may_name_who_wrote_them(line: str) -> None:
    many = "".join(line.format(f"{OPENING}{n}") for n in range(2_300))
    assert read(page(f"{many}{BYLINE}")).authors == ("翁怀远",)


def test_a_menu_of_thousands_of_links_hides_no_byline() -> None:
    menu = "".join(f"<p><a href=/{n}.htm>另一条新闻的题目第{n}号</a></p>" for n in range(2_100))
    article = read(page(above=menu))
    assert (article.title, article.authors) == (TITLE, ("翁怀远",))


def test_lines_that_a_rule_names_are_looked_at_wherever_they_stand() -> None:
    document = Document.parse(f"<p>{OPENING}</p>{BYLINE}".encode() * 2_100, URL)
    lines = read_lines(document)
    leave_plain(lines, [range(4_001, 4_002)])
    assert [bool(lines.lines[n].labels) for n in (4_001, 4_003)] == [True, False]


def test_a_byline_by_a_rule_that_names_half_of_the_page_has_some_hundred_lines() -> None:
    document = Document.parse(b"<body>" + b"<p>x</p>" * 900, URL)
    ruled = Ruled(nodes={"byline": tuple(document.select("p"))})
    assert sum(map(len, ruled.printed_on(read_lines(document)))) == 200


def test_a_title_by_a_rule_is_cut_as_any_other() -> None:
    from newscrawl.sites.model import ArticleRules, Site

    site = Site(id="a", domains=("a.example",), articles=(ArticleRules(title="h1", body="p"),))
    html = f"<h1>{'标题' * 2_000}</h1><p>{OPENING}</p>".encode()
    article = extract_article(html, "http://a.example/1.htm", site=site)
    assert len(article.title or "") <= 600
    assert "title_cut" in codes(article)


def test_source_line_breaks_are_asked_for_labels_up_to_some_thousand() -> None:
    assert tidy("某报\n作者：某人") == "某报 作者：某人"
    assert tidy("字\n" * 9_000) == "字" * 9_000


def test_the_elements_of_a_deep_page_are_held_so_that_none_asks_all_around_it() -> None:
    deep = Document.parse(b"<div>" * 150 + b"<i>x</i>" * 20_000, URL)
    flat = Document.parse(b"<p><i>x</i></p>" * 20_000, URL)
    assert (len(deep._held) > 100, len(flat._held)) == (True, 0)


def test_a_form_within_a_form_is_a_part_of_it() -> None:
    pager = _pager("<form><div>" * 300 + "<input name=page value=2>")
    assert len(pager.forms) == 1
    found = submit(pager, None)
    assert found is not None
    assert found.url == f"{URL}?page=3"


def test_no_more_than_a_hundred_forms_are_asked() -> None:
    assert len(_pager("<form></form>" * 500).forms) == 100


def test_a_form_is_read_once_however_many_passwords_it_asks_for() -> None:
    html = f"<form>登录{'<input type=password>' * 50}</form>".encode()
    assert login_forms(Document.parse(html, URL)) == ["登录"]


def test_the_numbers_of_a_pager_are_those_of_the_page_however_often_they_are_asked() -> None:
    pager = _pager("<span class=cur>2</span>" + "".join(f"<a href={n}/>{n}</a>" for n in (1, 3)))
    numbered(pager).clear()
    assert numbered(pager) == {1: f"{URL}1/", 3: f"{URL}3/"}
    assert (current_number(pager), current_number(pager)) == (2, 2)


def test_of_a_jump_box_without_end_the_first_pages_are_read() -> None:
    rows = "".join(f"<li><a href=/{n}.html>第{n}次学术报告会在本所举行</a></li>" for n in range(9))
    options = "".join(f"<option value=p{n}.html>第{n}页</option>" for n in range(1, 12_000))
    found = extract_listing(f"{rows}<select>{options}</select>".encode(), f"{URL}p1.html")
    assert found.next_page is not None
    assert found.next_page.url == f"{URL}p2.html"


def test_the_page_itself_is_known_under_any_spelling() -> None:
    pager = _pager("<a href=/list/>x</a>")
    spellings = (
        URL,
        f"{URL}?",
        "https://institute.example/list/",
        "http://INSTITUTE.example/list/",
    )
    assert [pager.other(one) for one in spellings] == [None] * 4
    assert pager.other("/lists/") == "http://institute.example/lists/"


def test_ways_home_that_lead_nowhere_are_not_followed_to_the_end_of_the_page() -> None:
    """A tenth of this took 75 seconds and more."""
    assert not has_crumbs("首 页&nbsp;<>  <  a 1a" * 200_000)


def test_a_link_around_half_of_a_page_names_no_file() -> None:
    around = f"<a href=/x>下载.pdf{'<i></i>' * 600}</a><a href=/y>表格.pdf<i></i></a>"
    assert [one.url for one in read(page(f"<p>{OPENING}</p>{around}")).attachments] == [
        "http://www.haiyou.example/y"
    ]


def test_links_in_links_are_taken_as_deep_as_a_large_page_allows() -> None:
    document = Document.parse(("<div><a href=/x>" * 300 + "<i>x</i>" * 50_000).encode(), URL)
    links, _ = collect_links(document, Scripts(document))
    assert 5 < len(links) < 30
