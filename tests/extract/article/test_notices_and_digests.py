"""Texts that are no running prose: what a notice announces, digests of linked pieces, fields."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import (
    BODY,
    CLOSING,
    MIDDLE,
    OPENING,
    PARAGRAPHS,
    body_of,
    page,
    read,
)

EVENT = ("报告题目：河流的泥沙", "报告人：翁怀远", "地点：西楼三层")
HOSTS = ("主办单位：海右院", "承办：学术办公室", "协办：研究生会")


@pytest.mark.parametrize("more", ["", OPENING], ids=["labels", "with a text"])
@pytest.mark.parametrize("parted", ["</p><p>", "<br>"])
def test_who_holds_what_a_notice_announces_is_text(parted: str, more: str) -> None:
    said = [*EVENT, *filter(None, [more]), *HOSTS]
    inside = f"<p>{parted.join(said)}</p>"
    html = page(inside).replace("class='content'", "class='v_news_content'")
    assert read(html).body.split("\n\n") == said


def test_who_keeps_the_site_is_no_text() -> None:
    assert body_of(f"{PARAGRAPHS}<div>主办：海右院　承办：信息中心</div>") == BODY


@pytest.mark.parametrize("made", ["<h3>{}</h3>", "<p><strong>{}</strong></p>", "<p>{}</p>"])
def test_the_first_of_the_linked_headings_of_a_digest_is_text(made: str) -> None:
    pieces = (("水库开始放水", OPENING), ("大桥封闭检修", MIDDLE), ("新楼奠基", CLOSING))
    heads = [made.format(f"<a href='/a{n}.htm'>{one[0]}</a>") for n, one in enumerate(pieces)]
    inside = "".join(f"{head}<p>{one[1]}</p>" for head, one in zip(heads, pieces, strict=True))
    assert body_of(inside).split("\n\n") == [said for one in pieces for said in one]


def test_a_link_over_a_text_whose_links_head_nothing_is_no_text() -> None:
    banner = "<p><a href='/zt.htm'>专题：我院建院三十年</a></p>"
    assert body_of(f"{banner}{PARAGRAPHS}") == BODY


def test_a_numbered_field_of_a_notice_is_text() -> None:
    field = "六、发布时间：2023年2月13日"
    assert body_of(f"{PARAGRAPHS}<p>{field}</p>") == f"{BODY}\n\n{field}"


@pytest.mark.parametrize(
    "end", ["上一文章：某院开会", "下一新闻：没有了", "上一主题：某院开会", "—— THE END ——"]
)
def test_more_of_what_ends_a_text(end: str) -> None:
    assert body_of(f"{PARAGRAPHS}<p>{end}</p><p>别的一篇</p>") == BODY
