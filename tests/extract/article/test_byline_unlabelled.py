"""Who wrote an article and where from, printed without a label."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import page, read

SOURCE, AUTHOR, DAY = "综合处", "翁怀远", "2023-02-13"


@pytest.mark.parametrize("name", ["翁怀远", "陈曦"])
@pytest.mark.parametrize("called", ["authorstyle1025", "author", "post-author"])
def test_a_name_in_an_element_called_the_authors_is_an_author(called: str, name: str) -> None:
    meta = f'<span>2023-02-13 09:10</span>&nbsp;<span class="{called}">&nbsp;{name}&nbsp;</span>'
    assert read(page(meta=meta)).authors == (name,)


@pytest.mark.parametrize("printed", ["综合处", "(点击：12)", "admin"])
def test_what_is_no_name_in_such_an_element_is_no_author(printed: str) -> None:
    meta = f'<span>2023-02-13 09:10</span>&nbsp;<span class="authorstyle1025">{printed}</span>'
    assert read(page(meta=meta)).authors == ()


@pytest.mark.parametrize(
    "meta",
    [
        "<span class='source'>海右日报</span> <span>2023-02-13</span>",
        "<p>海右日报 2023-02-13</p>",
        "<p>2023-02-13 09:05 · 海右日报</p>",
        "<p>2023-02-13 <a href='http://ribao.example/'>海右日报</a></p>",
        "<p><a href='/col/'>要闻</a><span class='a_source source'>海右日报</span>2023-02-13</p>",
    ],
)
@pytest.mark.parametrize("behind", ["", "<p>来源：别处</p>", "<p>来源：网络</p>"])
def test_a_name_under_the_title_is_the_source_whatever_stands_behind(
    meta: str, behind: str
) -> None:
    assert read(page(meta=meta, below=behind)).source == "海右日报"


@pytest.mark.parametrize(
    "meta",
    [
        "Submitted by <span>Anna Keller</span> on May 22, 2023",
        "Written by Anna Keller</p><p>Published: 22 May 2023",
        "by <a href='/author/ak'>Anna Keller</a> — published 2023-05-22",
        "Posted by Anna Keller | 22 May 2023",
    ],
)
def test_names_behind_by_are_authors(meta: str) -> None:
    text = "".join(
        f"<p>The team tested device {n} for three years, and it went well.</p>" for n in range(5)
    )
    article = read(page(text, title="Laboratory opens new hall", meta=f"<p>{meta}</p>"))
    assert article.authors == ("Anna Keller",)
    assert article.date_published == "2023-05-22"


@pytest.mark.parametrize(
    ("meta", "authors"),
    [
        ("本报记者 翁怀远 通讯员 许知微 2023-02-13", ("翁怀远", "许知微")),
        ("学生记者 翁怀远 许知微　2023-02-13", ("翁怀远", "许知微")),
        ("文/翁怀远　图/许知微　2023-02-13", ("翁怀远",)),
        ("记者 翁怀远/文 许知微/图 2023-02-13", ("翁怀远",)),
        ("作者 翁怀远 | 2023-02-13 | 科技动态", ("翁怀远",)),
        ("翁怀远 发布于 2023-02-13", ("翁怀远",)),
        ("发布于 2023-02-13 由 翁怀远", ("翁怀远",)),
        ("By 翁怀远 / 2023年2月13日", ("翁怀远",)),
        (
            "<i class='icon-user'></i> 翁怀远 <i class='icon-time'></i> 2023-02-13 <i></i> 56",
            ("翁怀远",),
        ),
        ("海右日报 翁怀远 2023-02-13", ("翁怀远",)),
        ("<b>2023-02-13</b><i>|</i><b>海右日报</b><i>|</i><b>笪小林</b>", ("笪小林",)),
        ("2023-02-13 | 海右日报 | 评论版", ()),
        ("原创 翁怀远 海右头条 2023-02-13", ("翁怀远",)),
        ("作者：综合处 翁怀远 2023-02-13", ("翁怀远",)),
        ("海右新闻 2023-02-13 发布于山东 海右新闻官方账号", ()),
        ("<span>翁怀远</span><a href='/m/'>海右地调</a><em>2023-02-13</em>", ("翁怀远",)),
        ("综合处 翁怀远 2023-02-13 浏览(30)", ("翁怀远",)),
        ("<a href='/u/1'>翁怀远</a> 2023-02-13 <a href='/c'>评论(0)</a>", ("翁怀远",)),
        ("通讯员翁怀远 2023年2月13日", ("翁怀远",)),
        ("2023-02-13 来源：综合处 责编：许知微 记者 翁怀远", ("翁怀远",)),
        ("<p>本报记者　翁怀远　通讯员　许知微</p><p>2023-02-13</p>", ("翁怀远", "许知微")),
        ("admin 发布于 2023-02-13", ()),
        ("2023-02-13 星期一 阴转晴", ()),
        ("2023年2月13日週一", ()),
        ("楼主 2023-02-13", ()),
        ("2023-02-13 国内新闻", ()),
        ("2023-02-13 石家庄", ()),
        ("2023-02-13 和平区", ()),
        ("2023-02-13 康养", ()),
    ],
)
def test_who_is_named_beside_the_date_is_an_author(meta: str, authors: tuple[str, ...]) -> None:
    article = read(page(meta=meta))
    assert (article.authors, article.date_published) == (authors, DAY)


@pytest.mark.parametrize(
    "house",
    [
        "海右研究所（筹）",
        "海右大学(深圳)",
        "《求是》",
        "《瞭望》",
        "《海右学刊》",
        "《海右通讯》",
        "《海右月刊》",
        "科技发展处、财务处",
        "海右市教育局/海右网",
        "“海右发布”微信公众号",
        "微信公众号“海右科普”",
        "工会",
    ],
)
def test_a_house_beside_the_date_is_the_source_with_its_brackets_and_its_fellows(
    house: str,
) -> None:
    for meta in (f"2023-02-13 11:20　{house}", f"<span>{house}</span><span>2023-02-13</span>"):
        article = read(page(meta=meta))
        assert (article.source, (article.date_published or "")[:10]) == (house, DAY)


@pytest.mark.parametrize(
    "meta",
    [
        "《海右条例》 2023-02-13",
        "2023-02-13 《海右章程》",
        "2023-02-13 《管理制度》",
        "2023-02-13 《课程大纲》",
        "2023-02-13 《技术规范》",
        "2023-02-13 《公示》",
        "2023-02-13 《报名表》",
        "2023-02-13 《论语》",
        "2023-02-13 《红楼梦》",
        "图书馆召开会议（视频） 2023-02-13",
        "海右市政府（公告） 2023-02-13",
    ],
)
def test_a_decree_or_a_headline_beside_a_date_is_no_source(meta: str) -> None:
    assert read(page(meta=meta)).source is None


@pytest.mark.parametrize(
    "meta",
    [
        "发布时间 2023-02-13 来源 综合处 作者 翁怀远 浏览次数 315",
        "来源 综合处 作者 翁怀远 发布时间 2023-02-13 浏览 315",
        "2023-02-13 09:10 文章来源 综合处 撰稿人 翁怀远 字号 大 中 小 打印",
        "发布时间 2023-02-13\u3000来源 综合处\u3000作者 翁怀远",
    ],
)
def test_on_a_line_with_a_date_a_blank_parts_a_label_from_its_value(meta: str) -> None:
    article = read(page(meta=meta))
    assert (article.source, article.authors) == (SOURCE, (AUTHOR,))
    assert (article.date_published or "")[:10] == DAY


@pytest.mark.parametrize(
    "meta",
    [
        "<h5>（2023-02-13　海右日报　记者 翁怀远）</h5>",
        "<h5>（2023-02-13　海右集团　翁怀远）</h5>",
        "<p><i>2023-02-13</i><i>|</i><i>校团委</i><i>|</i><i>翁怀远</i></p>",
        "<p>翁怀远 | 2023-02-13 | 综合处</p>",
    ],
)
def test_a_house_and_somebody_beside_the_date_are_source_and_author(meta: str) -> None:
    article = read(page(meta=meta))
    assert article.source in ("海右日报", "海右集团", "校团委", "综合处")
    assert article.authors == (AUTHOR,)


def test_a_label_before_a_blank_with_nobody_behind_it_is_empty() -> None:
    article = read(page(meta="发布时间 2023-02-13 作者 来源 综合处 浏览次数 315"))
    assert (article.source, article.authors) == (SOURCE, ())


def test_a_column_beside_the_date_is_no_author() -> None:
    above = "<ul><li><a href='/a/'>方圆</a></li><li><a href='/b/'>要闻</a></li></ul>"
    assert read(page(meta="方圆 2023-02-13", above=above)).authors == ()


def test_what_a_platform_prints_beside_an_account_is_no_part_of_its_name() -> None:
    meta = "海右新闻 2023-02-13 09:00 发布于山东 海右新闻官方账号"
    assert read(page(meta=meta)).source == "海右新闻"


@pytest.mark.parametrize(
    ("meta", "source", "authors"),
    [
        ("2023-02-13 来源：海右日报 记者 翁怀远", "海右日报", (AUTHOR,)),
        ("作者：党支部 翁怀远 2023-02-13", None, (AUTHOR,)),
        ("<p>2023-02-13</p><p>综合处</p>", SOURCE, ()),
        (
            "<ul><li><i></i>2023-02-13</li><li><i></i>综合处</li><li><i></i>128</li></ul>",
            SOURCE,
            (),
        ),
    ],
)
def test_a_reporter_behind_the_source_and_a_body_under_the_date_are_told_apart(
    meta: str, source: str | None, authors: tuple[str, ...]
) -> None:
    article = read(page(meta=meta))
    assert (article.source, article.authors, article.date_published) == (source, authors, DAY)


def test_the_signs_of_an_icon_font_are_no_part_of_a_name() -> None:
    meta = "<i>&#xe600;</i><b>2023-02-13</b><i>&#xe601;</i><b>综合处</b><i>&#xe602;</i><b>368</b>"
    assert read(page(meta=meta)).source == SOURCE


@pytest.mark.parametrize(
    ("meta", "source"),
    [
        ("<span class='a_source'>棱石</span> 2023-02-13", "棱石"),
        ("通讯员翁怀远 2023-02-13", None),
        ("2023-02-13 图片新闻", None),
        ("2023-02-13 政策解读", None),
        ("2023-02-13 工作动态", None),
    ],
)
def test_a_short_name_is_the_source_where_its_element_says_so(
    meta: str, source: str | None
) -> None:
    assert read(page(meta=meta)).source == source


@pytest.mark.parametrize(
    "meta",
    [
        "作者 翁怀远 发表于 2023-02-13",
        "发表于 2023-02-13 作者 翁怀远",
        "<span>发表于 <time>2023-02-13</time></span><span>作者 翁怀远</span>",
        "发表于 2023-02-13 | 作者 翁怀远 | 分类于 新闻",
        "2023-02-13 发布 作者 翁怀远",
    ],
)
def test_an_author_beside_a_date_needs_no_colon(meta: str) -> None:
    assert read(page(meta=meta)).authors == ("翁怀远",)


def test_the_word_for_larger_letters_beside_a_paper_is_nobody() -> None:
    article = read(page(meta="2023-02-13 08:00 海右新闻网 <a>字号大</a>"))
    assert (article.authors, article.source) == ((), "海右新闻网")


def test_the_word_for_who_wrote_before_a_name_among_fields_is_no_name() -> None:
    meta = "<ul><li>2023.02.13</li><li>作者 翁怀远</li></ul>"
    assert read(page(meta=meta)).authors == ("翁怀远",)


def test_a_count_beside_the_signatures_on_a_line_is_nobodys() -> None:
    meta = "2023.02.13 · 综合处/供稿 · 翁怀远/摄 · 浏览 20"
    assert read(page(meta=meta)).authors == ("综合处",)
