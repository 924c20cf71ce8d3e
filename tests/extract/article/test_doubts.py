"""A record says itself where to look twice, and keeps silent where its witnesses agree."""

from __future__ import annotations

import json

import pytest

from newscrawl.items import Article
from tests.extract.article.pages import (
    CLOSING,
    MIDDLE,
    OPENING,
    PARAGRAPHS,
    TITLE,
    codes,
    page,
    read,
)

HEADLINE = "海右院下半年要做十二件事"
LD = '<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{}"{}}}</script>'
ENGLISH = (
    "<p>The harbour laboratory opened its second hall on Monday, two years later than planned.</p>"
    "<p>Its director said that the delay had a cause: the floor had to be laid three times.</p>"
    "<p>Visitors are let in from June on, but only in groups, and only in the morning hours.</p>"
)


def doubted(article: Article, field: str) -> list[str]:
    """The codes of a field's issues."""
    return [issue.code for issue in article.issues if issue.field == field]


def english(author: str, printed: str = "") -> Article:
    """A paper's page that declares an author."""
    head = (
        f"<title>Hall opened late</title><meta property='og:site_name' content='Harbour Courier'>"
        f"<meta property='og:title' content='Hall opened late'>"
        f"<meta name='author' content='{author}'>"
    )
    return read(
        f"<html lang='en'><head>{head}</head><body><h1>Hall opened late</h1><div>{printed}</div>"
        f"<article>{ENGLISH}</article></body></html>",
        url="https://www.harbourcourier.example/a/1",
    )


def test_a_plain_page_has_nothing_to_doubt() -> None:
    assert read(page()).issues == ()


@pytest.mark.parametrize(
    "signature", ["（记者 翁怀远）", "（作者：翁怀远）", "（通讯员 翁怀远）", "（文：翁怀远）"]
)
def test_a_signature_that_says_who_wrote_is_not_doubted(signature: str) -> None:
    article = read(page(f"{PARAGRAPHS}<p>{signature}</p>", meta="发布时间：2023-02-13"))
    assert (article.authors, doubted(article, "authors")) == (("翁怀远",), [])


def test_a_signature_for_text_and_pictures_is_doubted() -> None:
    article = read(page(f"{PARAGRAPHS}<p>（文/图 翁怀远）</p>", meta="发布时间：2023-02-13"))
    assert doubted(article, "authors") == ["weak_witness"]


def test_names_in_brackets_that_end_the_text_and_were_not_read_are_told() -> None:
    ending = f"<p>{CLOSING[:-1]}。（翁怀远 甄岸）</p>"
    article = read(page(f"<p>{OPENING}</p><p>{MIDDLE}</p>{ending}", meta="发布时间：2023-02-13"))
    assert doubted(article, "authors") == ["unread_name"]


def test_one_name_in_brackets_that_ends_the_text_is_no_reason_to_doubt() -> None:
    ending = f"<p>{CLOSING}（翁怀远）</p>"
    article = read(page(f"<p>{OPENING}</p><p>{MIDDLE}</p>{ending}", meta="发布时间：2023-02-13"))
    assert doubted(article, "authors") == []


def test_an_outlet_beside_the_date_is_not_doubted() -> None:
    article = read(page(meta="2023-02-13 10:20 临江日报"))
    assert (article.source, doubted(article, "source")) == ("临江日报", [])


def test_an_account_beside_the_date_is_doubted() -> None:
    article = read(page(meta="2023-02-13 10:20 海右拾贝"))
    assert (article.source, doubted(article, "source")) == ("海右拾贝", ["weak_witness"])


@pytest.mark.parametrize(
    "printed", ["Orla Penhallow, harbour desk", "ORLA PENHALLOW, harbour desk"]
)
def test_a_declared_writer_who_is_printed_too_is_not_doubted(printed: str) -> None:
    article = english("Orla Penhallow", printed)
    assert (article.authors, doubted(article, "authors")) == (("Orla Penhallow",), [])


@pytest.mark.parametrize("author", ["Harbour Courier", "HarbourCourier Online"])
def test_a_house_that_signs_for_its_writer_is_doubted(author: str) -> None:
    assert doubted(english(author, author), "authors") == ["weak_witness"]


def test_a_declared_writer_whom_nothing_prints_is_doubted() -> None:
    assert doubted(english("Orla Penhallow"), "authors") == ["weak_witness"]


def test_an_article_of_a_paper_that_names_nobody_is_doubted() -> None:
    article = read(page(head=LD.format(TITLE, ""), meta="发布时间：2023-02-13"))
    assert doubted(article, "authors") == ["no_author"]


def test_two_declared_titles_that_differ_are_told() -> None:
    article = read(page(head=LD.format(HEADLINE, "")))
    assert doubted(article, "title") == ["title_conflict"]
    assert HEADLINE in next(i.text or "" for i in article.issues if i.code == "title_conflict")


@pytest.mark.parametrize("declared", [TITLE, f"{TITLE}_海右院", f"<b>{TITLE}</b>", TITLE[:8]])
def test_a_declared_title_that_is_the_same_or_a_part_is_no_conflict(declared: str) -> None:
    article = read(page(head=f'<meta property="og:title" content="{declared}">'))
    assert doubted(article, "title") == []


def test_a_whole_text_that_is_declared_too_is_not_doubted() -> None:
    long = (OPENING + MIDDLE + CLOSING) * 4
    body = f"<p>{long}</p>"
    article = read(page(body, head=LD.format(TITLE, f',"articleBody":"{long}"')))
    assert doubted(article, "body") == []


def test_a_text_shorter_than_the_declared_one_is_doubted() -> None:
    long = (OPENING + MIDDLE + CLOSING) * 4
    article = read(page(f"<p>{long[:300]}</p>", head=LD.format(TITLE, f',"articleBody":"{long}"')))
    assert doubted(article, "body") == ["body_uncertain"]


def test_a_text_with_lines_that_stand_in_it_twice_is_doubted() -> None:
    again = f"<p>{OPENING}</p><p>{MIDDLE}</p>"
    article = read(page(f"{again}<p>{CLOSING}</p><p>另据了解，</p>{again}<p>{CLOSING}</p>"))
    assert doubted(article, "body") == ["body_uncertain"]


def test_a_text_full_of_short_lines_without_sentences_is_doubted() -> None:
    teasers = "".join(f"<p>第{n}研究室新进展一览</p>" for n in range(9))
    article = read(page(f"<p>{OPENING}</p>{teasers}<p>{MIDDLE}</p><p>{CLOSING}</p>"))
    assert doubted(article, "body") == ["body_uncertain"]


def test_a_table_in_a_text_is_no_reason_to_doubt_it() -> None:
    rows = "".join(f"<tr><td>第{n}研究室</td><td>{n}项</td></tr>" for n in range(9))
    article = read(page(f"{PARAGRAPHS}<table>{rows}</table><p>{CLOSING}</p>"))
    assert doubted(article, "body") == []


@pytest.mark.parametrize(
    ("meta", "declared", "code"),
    [
        ("来源：本站原创 2023-02-13", "", "placeholder"),
        ("来源：综合处 2023-02-13", "海右日报", "source_conflict"),
        ("来源： 2023-02-13", "海右日报", "source_conflict"),
        ("<span class='source'>棱石</span> 2023-02-13", "", "weak_witness"),
    ],
)
def test_a_source_that_another_witness_denies_is_doubted(
    meta: str, declared: str, code: str
) -> None:
    head = f"<meta name='ContentSource' content='{declared}'>" if declared else ""
    assert [
        one.code for one in read(page(meta=meta, head=head)).issues if one.field == "source"
    ] == [code]


@pytest.mark.parametrize("declared", ["综合处", "海右院综合处", "本站"])
def test_a_source_that_is_declared_too_is_not_doubted(declared: str) -> None:
    head = f"<meta name='ContentSource' content='{declared}'>"
    article = read(page(meta="来源：综合处 2023-02-13", head=head))
    assert [one for one in article.issues if one.field == "source"] == []


def test_a_person_who_is_only_declared_may_have_written() -> None:
    head = "<meta name='Author' content='翁怀远'>"
    article = read(page(meta="2023-02-13", head=head))
    assert (article.authors, "unread_name" in codes(article)) == ((), True)
    edited = read(page(meta="2023-02-13 责任编辑：翁怀远", head=head))
    assert "unread_name" not in codes(edited)


QUAY = "".join(
    f"<p>The quay was closed for {n} days, the harbour office said.</p>" for n in range(3, 8)
)


@pytest.mark.parametrize(
    ("byline", "declared", "code"),
    [
        ("Author: Orla Penhallow", "Tomas Reed", "author_conflict"),
        ("By Orla Penhallow", "Tomas Reed", "weak_witness"),
        ("By Orla Penhallow", "orla penhallow", None),
        ("Quaymaster", "Quaymaster", "weak_witness"),
        ("AFP", "AFP", None),
    ],
)
def test_a_byline_and_json_ld_that_name_different_people_are_doubted(
    byline: str, declared: str, code: str | None
) -> None:
    ld = json.dumps(
        {"@type": "NewsArticle", "headline": "Quay closed", "author": {"name": declared}}
    )
    html = (
        f"<html lang='en'><head><title>Quay closed</title><script type='application/ld+json'>{ld}</script></head>"
        f"<body><h1>Quay closed</h1><p>{byline}</p><p>8 June 2023</p><div>{QUAY}</div></body></html>"
    )
    found = [one.code for one in read(html).issues if one.field == "authors"]
    assert found == ([code] if code else [])


def test_names_behind_an_agencys_dateline_that_were_not_read_are_told() -> None:
    opening = f"<p>某社海右1月1日电（翁怀远 许知微）{OPENING}</p><p>{MIDDLE}</p><p>{CLOSING}</p>"
    article = read(page(opening, meta="发布时间：2023-02-13"))
    assert (article.authors, "unread_name" in codes(article)) == ((), True)


def test_words_as_of_a_sentence_in_the_place_of_a_source_are_doubted() -> None:
    article = read(page(meta="信息来源：海右院、海右厂等，2023-02-13"))
    assert "weak_witness" in codes(article)


def test_rows_of_other_articles_among_the_lines_of_a_text_are_doubted() -> None:
    rows = "".join(f"<p><a href='/{n}.htm'>另一条新闻的题目之{n}</a></p>" for n in (1, 2))
    head, _, tail = PARAGRAPHS.partition("</p>")
    article = read(page(f"{head}</p>{rows}{tail}"))
    assert "body_uncertain" in codes(article)


@pytest.mark.parametrize(
    ("meta", "field"),
    [
        ("2023-02-13 | 海右大讲堂 | 第二回", "source"),
        ("发布时间 2023-02-13 综合处送", "source"),
        ("2023-02-13 来源：综合处 | 翁怀远 | 许知微 | 甄岸 | 佟小满", "authors"),
    ],
)
def test_a_word_left_over_in_the_byline_is_told(meta: str, field: str) -> None:
    article = read(page(meta=meta))
    assert doubted(article, field) == ["unread_name"]


@pytest.mark.parametrize(
    "meta",
    [
        "2023-02-13 09:05 更新",
        "原创 2023-02-13 星期一",
        "2023-02-13 阅读 12 打印 收藏",
        "来源：综合处 作者：翁怀远 2023-02-13 | 科技动态",
    ],
)
def test_what_sites_print_beside_a_date_is_no_name_left_over(meta: str) -> None:
    assert "unread_name" not in codes(read(page(meta=meta)))


def test_an_editors_own_container_may_hold_a_few_lines_that_do_not_run() -> None:
    lines = "".join(f"<p>解读机关之{n}</p>" for n in "甲乙丙")
    html = page(lines + PARAGRAPHS).replace("class='content'", "class='v_news_content'")
    assert doubted(read(html), "body") == []


def test_links_to_files_in_a_text_are_no_menu() -> None:
    files = "".join(f"<p><a href='/f/{n}.doc'>附件{n}：申报表.doc</a></p>" for n in range(3))
    html = page(PARAGRAPHS + files).replace("class='content'", "class='c'")
    assert doubted(read(html), "body") == []


@pytest.mark.parametrize(
    "body", [f"<p>江边老葛的日常</p>{PARAGRAPHS}", f"{PARAGRAPHS}<p>海右频道热播中</p>"]
)
def test_a_first_or_last_line_that_is_no_sentence_makes_a_body_doubted(body: str) -> None:
    assert doubted(read(page(body)), "body") == ["body_uncertain"]


@pytest.mark.parametrize(
    "line",
    [
        "<p><b>江边老葛的日常</b></p>",
        "<h3>江边老葛的日常</h3>",
        "<p>海右院办公室</p>",
        "<p>2023年2月13日</p>",
        "<p>翁怀远 许知微</p>",
        "<p>（记者 翁怀远）</p>",
        "<p><a href='/f/1.doc'>名单.doc</a></p>",
    ],
)
def test_headings_names_days_and_files_at_a_texts_edges_make_no_doubt(line: str) -> None:
    assert doubted(read(page(f"{line}{PARAGRAPHS}")), "body") == []
    assert doubted(read(page(f"{PARAGRAPHS}{line}")), "body") == []
