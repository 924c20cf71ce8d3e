"""What repeats on sibling pages is template, what varies is content: learnt, written, and right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newscrawl.demo import FAMILIES, build
from newscrawl.errors import LearnError
from newscrawl.extract.article import extract_article
from newscrawl.extract.article.site_rules import Ruled
from newscrawl.items import Page
from newscrawl.learn import Study, learn_site
from newscrawl.learn.addresses import article_pattern
from newscrawl.learn.proof import status_of
from newscrawl.sites.lint import lint
from newscrawl.sites.loader import parse_site
from newscrawl.sites.writer import site_to_toml
from tests.learn.pages import BASE, page_of, pages_of, read, sentences

FIELDS = ("title", "authors", "source", "date_published", "breadcrumbs", "attachments", "credits")


@pytest.mark.parametrize("family", FAMILIES)
def test_what_four_pages_taught_reads_the_others_as_well_as_no_rules(
    family: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = pages_of(family, 12)
    site = learn_site(pages[:4])
    ruled = [read(page, site=site) for page in pages[4:]]
    # Where rules answer, little of a page is read: all of it would say nothing more.
    monkeypatch.setattr(Ruled, "scope", None)
    assert [read(page, site=site) for page in pages[4:]] == ruled
    for page, with_rules in zip(pages[4:], ruled, strict=True):
        without = read(page)
        for field in FIELDS:
            assert getattr(with_rules, field) == getattr(without, field), (page.url, field)
        assert without.body.endswith(with_rules.body), page.url


def test_a_host_by_its_whole_name_is_a_domain_that_a_site_file_takes() -> None:
    """Found by `benchmarks.fuzz learn`: the file that was written was refused."""
    pages = pages_of("homemade", 4)
    whole = BASE.replace("://", "://www.").rstrip("/") + "."
    site = learn_site([replace(one, url=one.url.replace(BASE.rstrip("/"), whole)) for one in pages])
    assert all(not one.endswith(".") for one in site.domains)
    assert parse_site(site_to_toml(site).encode(), Path("site.toml")).domains == site.domains


@pytest.mark.parametrize("family", FAMILIES)
def test_the_written_file_is_the_learnt_site_and_has_nothing_for_lint(family: str) -> None:
    institute = build(family, articles=12, faults=False)
    listing = page_of(institute, institute.listing)
    site = learn_site([listing, *pages_of(family, 4)], id="demo")
    again = parse_site(site_to_toml(site).encode(), Path("demo.toml"))
    assert replace(again, rules_sha256=None) == site
    assert not [one for one in lint(site) if one.key.startswith("article")]


def test_the_same_pages_teach_the_same_site() -> None:
    pages = pages_of("trs", 5)
    assert learn_site(pages) == learn_site(pages)


def test_a_listing_among_the_pages_is_told_apart() -> None:
    institute = build("trs", articles=20, faults=False)
    listing = page_of(institute, institute.listing)
    site = learn_site([listing, *pages_of("trs", 4)])
    assert [one.url for one in site.listings] == [listing.url]
    assert site.listings[0].links


@pytest.mark.parametrize("count", [0, 1])
def test_one_article_teaches_nothing(count: int) -> None:
    with pytest.raises(LearnError, match="two articles"):
        learn_site(pages_of("trs", 4)[:count])


@pytest.mark.parametrize(
    ("before", "after"), [("<div>" * 150, "</div>" * 150), ("<p>望川。</p>" * 2500, "")]
)
def test_pages_longer_or_deeper_than_articles_teach_nothing(before: str, after: str) -> None:
    """Each rule is tried on all of a page: five pages of 30 KB took six seconds."""
    pages = [
        replace(page, body=page.body.replace(b"</BODY>", f"{before}{after}</BODY>".encode()))
        for page in pages_of("vsb", 2)
    ]
    with pytest.raises(LearnError, match="there are 0"):
        learn_site(pages)


def article(title: str, text: str, *, container: str = "k_body") -> tuple[bytes, str]:
    """A page whose every body ends with lines that no cleaning rule of ours knows."""
    html = f"""<html><head><title>{title}</title></head><body>
    <div class="k_title">{title}</div><div class="k_info">发布时间：2023-02-13 作者：张三</div>
    <div class="{container}">{text}
    <div class="k_slogan">本所期待与各界朋友携手前行，共创佳绩</div></div>
    </body></html>"""
    return html.encode(), f"{BASE}/news/{len(title)}/{abs(len(text))}.html"


PAGES = [article(f"我所召开第{n}次工作会议{'。' * n}", sentences(n)) for n in range(1, 5)]


def test_a_line_that_every_body_ends_with_is_no_text() -> None:
    site = learn_site(PAGES)
    assert site.articles[0].boilerplate == ("本所期待与各界朋友携手前行，共创佳绩",)
    html, url = article("又一次工作会议在我所召开", sentences(9))
    assert "携手前行" in extract_article(html, url).body
    assert "携手前行" not in extract_article(html, url, site=site).body


def test_the_cells_of_a_table_that_ends_most_texts_are_text() -> None:
    rows = "<tr><td>序号</td><td>单位</td></tr><tr><td>1</td><td>科研处</td></tr>"
    table = f"<table border=1>{rows}</table>"
    pages = [
        article(f"我所召开第{n}次工作会议{'。' * n}", sentences(n) + table) for n in range(1, 5)
    ]
    slogan = "本所期待与各界朋友携手前行，共创佳绩".encode()
    pages = [(html.replace(slogan, b""), url) for html, url in pages]
    site = learn_site(pages)
    assert site.articles[0].boilerplate == ()
    assert "科研处" in extract_article(*pages[0], site=site).body


def test_a_page_without_a_byline_is_none_on_which_the_rule_for_it_broke() -> None:
    told = {"authors": [], "title": "t", "date_published": "2023-02-13", "missed": ["byline"]}
    assert status_of(told, "authors") == "empty"
    assert status_of({**told, "date_published": None}, "authors") == "missed"
    assert status_of({**told, "missed": ["author"]}, "authors") == "missed"


def test_the_majority_of_the_pages_decides_about_the_body() -> None:
    """A body of one short line beside a long related text is found where its siblings stand."""
    site = learn_site(PAGES)
    html, url = article("停电通知", "<p>今晚停电。</p>")
    side = f"<div class='more'>{sentences(12)}</div></body>".encode()
    assert extract_article(html.replace(b"</body>", side), url, site=site).body == "今晚停电。"


def test_a_short_notice_is_text_however_the_box_around_it_is_called() -> None:
    """`div.infobox` is a box beside the text elsewhere; here all siblings have their text in it."""
    boxed = [
        (
            html.replace(b"<body>", b"<body><div class='infobox'>").replace(b"</body>", b"</div>"),
            url,
        )
        for html, url in (*PAGES, article("停电通知", "<p>今晚停电。</p>"))
    ]
    *siblings, (html, url) = boxed
    assert extract_article(html, url, site=learn_site(siblings)).body == "今晚停电。"


def test_selectors_are_short_names() -> None:
    rules = learn_site(PAGES).articles[0]
    assert (rules.title, rules.byline, rules.body) == (".k_title", ".k_info", ".k_body")


def test_two_layouts_on_one_site_are_not_forced_under_one_rule() -> None:
    other = article("另一个版式的新闻标题", sentences(7), container="k_other")
    site = learn_site([*PAGES, other])
    html, url = other
    with_rules, without = (extract_article(html, url, site=one) for one in (site, None))
    assert without.body.startswith(with_rules.body)
    assert with_rules.title == without.title


def test_a_page_with_a_list_beside_its_text_is_an_article() -> None:
    rows = "".join(
        f"<li><a href='/news/{n}/1.html'>侧栏里的第{n}条新闻标题</a> 2023-01-0{n}</li>"
        for n in range(1, 9)
    )
    html, url = article("侧栏很长的新闻", sentences(6))
    study = Study.of((html.replace(b"</body>", f"<ul>{rows}</ul></body>".encode()), url))
    assert (study.is_article, study.is_listing) == (True, False)


@pytest.mark.parametrize(
    ("urls", "pattern"),
    [
        (("/info/1/2.htm", "/info/34/5.htm"), r"/info/\d+/\d+\.htm$"),
        (("/2023/t1_2.html", "/2024/t3_4.html"), r"/\d+/t\d+_\d+\.html$"),
        (("/a?id=1&b=x", "/a?id=2&b=x"), r"/a\?id=\d+&b=x$"),
        (("/2023/02/some-words/", "/2023/11/and-other-words-here/"), r"/\d+/\d+/[^/?&]+/$"),
        (("/about", "/contact"), None),
        (("/info/1.htm",), None),
    ],
)
def test_article_addresses_have_one_pattern(urls: tuple[str, ...], pattern: str | None) -> None:
    assert article_pattern([BASE + url for url in urls]) == pattern


def test_a_pattern_that_matches_the_listing_too_is_none() -> None:
    assert article_pattern([f"{BASE}/n/1.htm", f"{BASE}/n/2.htm"], [f"{BASE}/n/9.htm"]) is None


TRAIL = "当前位置：网站首页 -&gt; 新闻中心 -&gt; 通知公告 -&gt; 正文"


def posted(number: int) -> Page:
    """A post under a trail whose last step is no column."""
    told = f"第{number}号观测站的仪器今日完成标定，各项读数稳定，数据已送交资料室归档。"
    body = (
        "<html><head><meta charset='utf-8'></head><body><ul><li><a href='/'>网站首页</a></li></ul>"
        f"<div class='where'><a>{TRAIL}</a></div><h3>第{number}号观测站完成仪器标定</h3>"
        f"<div class='when'>发布时间：2023-03-{number:02}</div>"
        f"<div class='words'><p>{told}</p><p>{told[::-1]}</p></div></body></html>"
    )
    return Page(url=f"{BASE}/tz/20230{number}.html", body=body.encode())


def test_a_trail_that_ends_in_a_word_for_the_text_is_learnt() -> None:
    site = learn_site([posted(number) for number in range(11, 15)])
    assert read(posted(15)).breadcrumbs == ("网站首页", "新闻中心", "通知公告")
    assert site.articles[0].breadcrumb is not None
    assert read(posted(15), site=site).breadcrumbs == ("网站首页", "新闻中心", "通知公告")
