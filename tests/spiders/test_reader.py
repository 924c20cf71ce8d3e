"""An unknown listing is learnt from its first articles, and no record is the worse for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscrawl.extract.article import read_page
from newscrawl.items import Article, Held, ListingRef, Page, to_json
from newscrawl.sites.model import ArticleRules, Site
from newscrawl.spiders.reader import Reader
from tests.spiders.jobs import JOB, NOW, pages


@pytest.mark.parametrize("family", ["trs", "webplus", "homemade"])
def test_what_is_behind_the_first_articles_is_read_by_rules_that_the_record_names(
    family: str,
) -> None:
    reader = Reader([JOB])
    read = [reader.read(page, NOW).article for page in pages(family)]
    named = [one.extractor.site_rules for one in read]
    learnt = reader.learnt(JOB)
    assert learnt is not None
    assert named == [None] * 4 + [learnt.rules_sha256] * 6


@pytest.mark.parametrize("family", ["trs", "webplus", "homemade"])
def test_no_record_says_another_thing_for_it(family: str) -> None:
    reader = Reader([JOB])
    for page in pages(family, 16):
        assert reader.read(page, NOW).article.content_sha256 == (
            read_page(page, now=NOW).article.content_sha256
        )


def test_the_same_pages_teach_the_same_rules() -> None:
    readers = [Reader([JOB]), Reader([JOB])]
    for page in pages("trs"):
        for reader in readers:
            reader.read(page, NOW)
    first, second = (reader.learnt(JOB) for reader in readers)
    assert first == second is not None


def test_a_page_of_another_layout_is_read_as_if_nothing_was_learnt() -> None:
    reader = Reader([JOB])
    for page in pages("trs"):
        reader.read(page, NOW)
    other = pages("table")[0]
    article = reader.read(other, NOW).article
    assert article.extractor.site_rules is None
    assert article.title == read_page(other, now=NOW).article.title


def test_a_site_file_is_not_learnt_anew() -> None:
    site = Site(id=JOB.site_id, articles=(ArticleRules(title="h1"),), rules_sha256="file")
    reader = Reader([replace(JOB, site=site)])
    read = [reader.read(page, NOW).article for page in pages("trs")]
    assert {one.extractor.site_rules for one in read} == {"file"}
    assert reader.learnt(JOB) is None


def test_an_article_that_is_held_is_not_edited_by_what_was_learnt_since() -> None:
    reader = Reader([JOB])
    for page in pages("trs"):
        reader.read(page, NOW)
    page = pages("trs")[9]
    assert reader.read(page, NOW, Held("another")).article.extractor.site_rules is None
    held = read_page(page, now=NOW).article.content_sha256
    assert reader.read(page, NOW, Held(held)).article.content_sha256 == held


BARE = (
    "<title>高原环境研究所</title><table><tr><td align=center><b>冻土监测项目{}在西宁举行</b>"
    "<tr><td align=center>作者：刘洋 来源：科技处 发布时间：2024-03-05"
    "<tr><td>会议由副所长王镕主持，各研究室负责人参加，大家就野外台站的数据共享展开了热烈讨论。"
    "<br><br>与会专家实地考察了低温实验平台，对仪器的稳定性给予肯定。</table>"
)
ROW = ListingRef(url="http://a.cn/news/", title="冻土监测项目启动会在西宁举行")


@pytest.mark.parametrize(("own", "title"), [(True, "启动暨培训会"), (False, "启动会")])
def test_a_title_that_was_edited_is_not_hidden_by_the_row_of_another_day(
    own: bool, title: str
) -> None:
    """With the old row's title the page said what is held, and its 304 said so ever after."""
    body = BARE.format("启动暨培训会").encode()
    page = Page(url="http://a.cn/news/1.html", body=body, site="a.cn", listed=ROW)
    article = Reader([]).read(page, NOW, Held("another", own_title=own)).article
    assert article.title == f"冻土监测项目{title}在西宁举行"
    assert article.listing == ROW


@pytest.mark.parametrize(
    ("count", "title", "body", "dead"),
    [
        (3, "h9", ".none", ("title", "body")),
        (3, "h1", ".none", ("body",)),
        (2, "h9", ".none", ()),
        (3, "h1", "body", ()),
        (0, "h9", ".none", ()),
    ],
)
def test_rules_that_find_nothing_on_any_article_are_told(
    count: int, title: str, body: str, dead: tuple[str, ...]
) -> None:
    """The generic rules read the pages: without this nobody hears that the site was built anew."""
    rules = ArticleRules(title=title, body=body, author=".none")
    job = replace(JOB, site=Site(id=JOB.site_id, articles=(rules,), rules_sha256="file"))
    reader, records = Reader([job]), [to_json(read_page(pages("homemade")[0], now=NOW).article)] * 3
    for page in pages("homemade")[:count]:
        html = page.body.replace(b"<body>", b"<body><h1 hidden>x</h1>", 1)
        reading = reader.read(replace(page, body=html), NOW)
        assert reading.keep
        records.insert(0, to_json(reading.article))
    assert reader.dead_rules(job, lambda count: records[:count]) == dead


@pytest.mark.parametrize(
    ("others", "dead"), [("file", ("title",)), ("the file before it was mended", ())]
)
def test_one_post_a_day_tells_of_a_new_layout_on_the_third_day(
    others: str, dead: tuple[str, ...]
) -> None:
    """Each run reads one article: counted by the run alone, nobody ever heard of it."""
    job = replace(JOB, site=Site(id=JOB.site_id, articles=(ArticleRules(title="h9"),)))
    records: list[str] = []
    for page, file in zip(pages("homemade", 3), (others, others, "file"), strict=True):
        today = replace(job, site=replace(job.site or Site(id="x"), rules_sha256=file))
        reader = Reader([today])
        records.insert(0, to_json(reader.read(page, NOW).article))
        told = reader.dead_rules(today, lambda count: records[:count])
        assert told == (dead if len(records) == 3 else ())


def by_rules(page: Page, held: Held | None = None, **rules: str) -> Article:
    site = Site(id=JOB.site_id, articles=(ArticleRules(**rules),), rules_sha256="file")  # type: ignore[arg-type]
    return Reader([replace(JOB, site=site)]).read(page, NOW, held).article


def with_row(page: Page, title: str) -> Page:
    return replace(page, listed=ListingRef(url=JOB.url, title=title))


def missed_by(article: Article) -> set[str | None]:
    return {one.field for one in article.issues if one.code == "rule_missed"}


def test_a_title_that_row_and_page_contradict_is_none() -> None:
    page = pages("homemade")[0]
    plain = read_page(page, now=NOW).article
    side = page.body.replace(b"<body>", "<body><h6>相关新闻</h6>".encode(), 1)
    article = by_rules(with_row(replace(page, body=side), plain.title or ""), title="h6")
    assert (article.title, missed_by(article)) == (plain.title, {"title"})
    assert article.extractor.site_rules == "file", "the issue says which of these had no part in it"


def test_a_title_that_its_row_words_otherwise_is_the_rule_s() -> None:
    page = replace(pages("homemade")[0], body=BARE.format("启动会").encode())
    article = by_rules(with_row(page, "青海台站传来好消息"), title="b")
    assert (article.title, missed_by(article)) == ("冻土监测项目启动会在西宁举行", set())


def test_a_title_rule_that_finds_nothing_takes_no_text_from_the_rule_beside_it() -> None:
    page = replace(pages("homemade")[0], body=BARE.format("启动会").encode())
    whole = read_page(page, now=NOW).article.body
    marked = page.body.replace("<td>会议由".encode(), "<td><p class=lead>会议由".encode(), 1)
    marked = marked.replace("展开了热烈讨论。".encode(), "展开了热烈讨论。</p><p>".encode(), 1)
    article = by_rules(replace(page, body=marked), title="h9", body=".lead")
    assert (article.body, missed_by(article)) == (whole.split("\n\n")[0], {"title"})
    assert article.body != whole


def test_a_page_without_a_text_has_none_by_a_rule_either() -> None:
    """A film or a file stands in its place: nothing else of the page is its text."""
    page = replace(pages("homemade")[0], body="<h1>开放日影像</h1><p id=v></p>".encode())
    article = by_rules(with_row(page, "开放日影像"), title="h1", body="#v")
    assert (article.body, missed_by(article)) == ("", set())


ABOUT = "<div class=about><p>研究站建于一九六三年，面向高校开放，常年有六十多人在此工作。</p></div>"


@pytest.mark.parametrize(
    "film", ["<video src=/v.mp4></video>", "<iframe src=/play></iframe>", "<script>play()</script>"]
)
def test_what_stands_beside_a_film_is_not_its_text(film: str) -> None:
    made = f"<h1>开放日影像</h1><div id=v>{film}</div>{ABOUT}"
    article = by_rules(replace(pages("homemade")[0], body=made.encode()), title="h1", body="#v")
    assert (article.body, missed_by(article)) == ("", set())


def test_a_text_that_is_held_as_none_stays_none() -> None:
    made = f"<h1>开放日影像</h1><div id=v></div>{ABOUT}"
    page = replace(pages("homemade")[0], body=made.encode())
    site = Site(id=JOB.site_id, articles=(ArticleRules(title="h1", body="#v"),))
    held = Held(read_page(page, site, now=NOW).article.content_sha256)
    article = by_rules(page, held, title="h1", body="#v")
    assert (article.body, article.content_sha256) == ("", held.content)


def test_a_row_that_cuts_the_title_does_not_contradict_it() -> None:
    page = pages("homemade")[0]
    whole = "高寒草甸碳通量观测网第四次工作会议暨青年论坛在海北站召开"
    cut = f"图片新闻：{whole[:16]}…"
    text = "<p>会议由站长主持，各站报告了去年的观测结果，并讨论了明年的计划。</p>" * 3
    meta = f'<title>{cut}</title><meta name=ArticleTitle content="{cut}">'
    made = f"{meta}<div class=t>{whole}</div><div class=c>{text}</div>"
    article = by_rules(with_row(replace(page, body=made.encode()), cut), title=".t", body=".c")
    assert (article.title, missed_by(article)) == (whole, set())


def test_one_text_that_is_missed_among_films_is_no_dead_rule() -> None:
    head = "<h1>开放日影像</h1><p>发布时间：2026-03-04 来源：办公室</p>"
    film = replace(pages("homemade")[0], body=f"{head}<div id=v></div>".encode())
    other = replace(film, body=f"{head}{ABOUT}".encode())
    rules = ArticleRules(title="h1", body="#v")
    job = replace(JOB, site=Site(id=JOB.site_id, articles=(rules,), rules_sha256="file"))
    reader = Reader([job])
    records = [to_json(reader.read(page, NOW).article) for page in (film, film, film, other)]
    assert reader.dead_rules(job, lambda count: records[::-1][:count]) == ()


def test_what_is_held_is_not_changed_by_a_page_without_the_title_s_element() -> None:
    page = pages("homemade")[0]
    plain = read_page(page, now=NOW).article
    side = page.body.replace(b"<body>", "<body><i class=side>栏目说明</i>".encode(), 1)
    page = replace(page, body=side)
    held = Held(plain.content_sha256)
    assert by_rules(page, held, title="h9", body=".side").content_sha256 == held.content
