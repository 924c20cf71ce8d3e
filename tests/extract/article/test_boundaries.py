"""Where a text begins and ends inside its container, and what stands in it and is no text."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import (
    BODY,
    CLOSING,
    META,
    MIDDLE,
    OPENING,
    PARAGRAPHS,
    TITLE,
    body_of,
    page,
    read,
)

NEIGHBOURS = "".join(
    f"<li><a href='/b{n}.htm'>{text}</a></li>"
    for n, text in enumerate(("甲所召开年度总结会", "乙所举办开放日活动", "丙所发布年度报告"))
)

BOXES = {
    "list": f"<ul>{NEIGHBOURS}</ul>",
    "list under a heading": f"<div><h4>热点推荐：</h4><ul>{NEIGHBOURS}</ul></div>",
    "table": "<table><tr><td>今日看点</td><td>"
    + NEIGHBOURS.replace("<li>", "· ").replace("</li>", "<br>")
    + "</td></tr></table>",
}


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("place", ["over", "inside", "under"])
def test_a_box_of_links_is_no_text_wherever_it_stands(box: str, place: str) -> None:
    inside = {
        "over": BOXES[box] + PARAGRAPHS,
        "inside": f"<p>{OPENING}</p>{BOXES[box]}<p>{MIDDLE}</p><p>{CLOSING}</p>",
        "under": PARAGRAPHS + BOXES[box],
    }[place]
    assert body_of(inside) == BODY


def test_a_list_of_files_is_text() -> None:
    files = "".join(f"<li><a href='/{n}.docx'>附件{n}：申报表样式</a></li>" for n in (1, 2, 3))
    assert body_of(f"{PARAGRAPHS}<ul>{files}</ul>").endswith(
        "附件1：申报表样式\n附件2：申报表样式\n附件3：申报表样式"
    )


def test_links_that_the_editor_put_into_his_text_are_text() -> None:
    html = f"<div class='v_news_content'>{PARAGRAPHS}<ul>{NEIGHBOURS}</ul></div>"
    assert "乙所举办开放日活动" in body_of(html)


CONTROLS = (
    "页面功能 【我来说两句】【推荐】【字体：大 中 小】【打印】 【关闭】",
    "字号：大 中 小 | 打印 | 关闭",
    "收藏 12 点赞 3 分享",
    "【纠错】 【打印】 【关闭】",
    "发表评论 收藏本文",
    "阅读 1.2万 点赞 33",
    "点个“在看”，让更多人知道",
    "长按二维码关注我们",
)


@pytest.mark.parametrize("controls", CONTROLS)
def test_a_line_of_nothing_but_controls_is_no_text(controls: str) -> None:
    assert body_of(f"<div>{controls}</div>{PARAGRAPHS}") == BODY
    assert body_of(f"{PARAGRAPHS}<div>{controls}</div>") == BODY


@pytest.mark.parametrize(
    "word", ["点赞身边好人", "推荐甲、乙两项成果参评", "关闭阀门", "打印机一台", "大中小企业"]
)
def test_a_line_that_only_begins_like_a_control_is_text(word: str) -> None:
    assert body_of(f"{PARAGRAPHS}<p>{word}</p>") == f"{BODY}\n\n{word}"


ENDS = (
    "上一章 下一章",
    "发送给朋友",
    "返回研究院首页>>",
    "Trackback: http://haiyou.example/tb/1",
    "已有12条评论",
    "此前报道：海右院上半年工作回顾",
    "更多资讯敬请关注海右院公众号",
    "<div>青石县水文站　版权所有</div>",
    "<div>Larkfield Institute. All rights reserved</div>",
)


@pytest.mark.parametrize("end", ENDS)
def test_what_stands_behind_a_text_ends_it(end: str) -> None:
    assert body_of(f"{PARAGRAPHS}<p>{end}</p>") == BODY


def test_a_byline_inside_a_container_that_holds_the_title_is_no_text() -> None:
    html = (
        f"<html><head><title>{TITLE}</title></head><body><div class='article-content'>"
        f"<h1>{TITLE}</h1><div>2023-02-13 09:05·海右院</div><div>{PARAGRAPHS}</div></div></body>"
    )
    assert read(html).body == BODY


def test_a_caption_that_repeats_the_title_is_no_text() -> None:
    figure = f"<figure><img src='/p.jpg'><figcaption>{TITLE}</figcaption></figure>"
    assert body_of(figure + PARAGRAPHS) == BODY


def test_what_a_player_shows_of_itself_is_no_text() -> None:
    player = "<div class='video-info'><a href='/v.htm'>视频：部署会现场</a></div>"
    assert body_of(player + PARAGRAPHS) == BODY


def test_a_class_that_switches_a_player_on_says_nothing_of_its_element() -> None:
    assert body_of(f"<div class='enableVideoDocking hasComments'>{PARAGRAPHS}</div>") == BODY


@pytest.mark.parametrize(
    "teaser", [f"{OPENING[:30]}...", OPENING[:30], OPENING, OPENING + MIDDLE[:9]]
)
def test_a_summary_that_is_the_beginning_of_the_text_is_no_text(teaser: str) -> None:
    assert body_of(f'<div class="intro">{teaser}</div>{PARAGRAPHS}') == BODY


def test_a_paragraph_printed_twice_is_text_twice() -> None:
    assert body_of(f"<p>{OPENING}</p>{PARAGRAPHS}") == f"{OPENING}\n\n{BODY}"


def test_a_dividing_line_is_no_text() -> None:
    assert body_of(f"{PARAGRAPHS}<div>------分隔线----------------------------</div>") == BODY


@pytest.mark.parametrize(
    "source",
    [
        "——《海右月刊》2006年第3期",
        "（摘自《海右日报》2006年3月1日）",
        "原载《海右学报》2006年第1期",
    ],
)
def test_where_a_text_first_stood_is_its_source_not_its_end(source: str) -> None:
    assert body_of(f"{PARAGRAPHS}<p>{source}</p>") == BODY


def test_replies_longer_than_a_post_are_not_the_post() -> None:
    replies = "".join(f"<h4># re {n}</h4><p>{MIDDLE}{CLOSING}</p>" for n in range(6))
    html = (
        f"<html><body><div class='post'><p>{OPENING}</p><p>{MIDDLE}</p></div>"
        f"<div id='comments'>{replies}</div></body></html>"
    )
    assert read(html).body == f"{OPENING}\n\n{MIDDLE}"


def test_rows_of_a_thread_longer_than_its_post_are_not_the_post() -> None:
    rows = "".join(
        f"<li><a href='/t{n}'>回复：{OPENING}</a>【海右人{n}】02-13 09:0{n} 138字 [140/0]</li>"
        for n in range(9)
    )
    html = f"<html><body><table><tr><td><p>{OPENING}{MIDDLE}</p></td></tr></table><ul>{rows}</ul>"
    assert read(html).body == f"{OPENING}{MIDDLE}"


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement · Scroll to continue",
        "Annonce",
        "Partager Discussion",
        "Skip to main content",
        "Published Aug 28, 2024 • Last updated 1 hour ago • 4 minute read",
        "Externen Inhalt anzeigen",
    ],
)
def test_controls_and_adverts_of_other_languages_are_no_text(line: str) -> None:
    text = [f"The quay was closed for {n} days, the harbour office said." for n in range(3, 7)]
    inside = f"<p>{text[0]}</p><p>{line}</p>" + "".join(f"<p>{one}</p>" for one in text[1:])
    assert body_of(inside, title="Quay closed", meta="8 June 2023") == "\n\n".join(text)


@pytest.mark.parametrize(
    "stray",
    [
        '<div class="share-box"><span>0</span></div>',
        "<p>附件：</p>",
        "<p>附件下载：</p><p>无</p>",
        "<p>1 2 下一页</p>",
        "<p>返回上頁</p>",
        "<p>Previous: Another post</p>",
    ],
)
def test_a_control_or_a_count_under_the_text_is_none_of_it(stray: str) -> None:
    assert body_of(f"{PARAGRAPHS}{stray}") == BODY


def test_a_share_label_over_the_text_is_none_of_it() -> None:
    assert body_of(f"<p>分享：</p>{PARAGRAPHS}") == BODY


def test_a_byline_may_stand_under_the_text() -> None:
    byline = "<div class='bottom'>作者：翁怀远 审核：许知微 发布日期：2023-02-13</div>"
    near = "<div><a href='1.htm'>上一条 植树</a></div>"
    article = read(page(PARAGRAPHS, meta="", below=byline + near))
    assert article.body == BODY
    assert article.authors == ("翁怀远",)


def test_a_span_of_days_under_a_heading_is_text() -> None:
    paragraphs = ("一、报名时间", "2023年4月1日—4月15日", "二、报名地点", "行政楼二层")
    inside = "".join(f"<p>{one}</p>" for one in paragraphs)
    article = read(page(inside, meta="发布单位：教务处 发布时间：2023-02-13"))
    assert article.body == "\n\n".join(paragraphs)
    assert article.source is None


def test_a_text_of_a_few_words_is_preferred_to_a_neighbour_in_another_column() -> None:
    beside = f"<div class='right'><h3>要闻</h3><p>{OPENING}</p></div>"
    html = (
        f"<html><body><div><div class='left'><h2>{TITLE}</h2><div>发布时间：2023-02-13</div>"
        f"<div><p>详见附件。</p></div></div>{beside}</div></body></html>"
    )
    assert read(html).body == "详见附件。"


@pytest.mark.parametrize("strong", ["记者：{}", "<strong>记者：</strong>{}", "<b>记者：{}</b>"])
def test_the_questions_of_an_interview_are_text_and_name_nobody(strong: str) -> None:
    talk = (strong.format("难点在哪里？"), f"答：{OPENING}", strong.format("下一步呢？"), MIDDLE)
    article = read(page("".join(f"<p>{one}</p>" for one in talk), meta="2023-02-13 综合处"))
    assert article.body.split("\n\n")[0] == "记者：难点在哪里？"
    assert article.authors == ()


def test_an_editor_in_brackets_behind_the_last_sentence_is_cut_off() -> None:
    assert body_of(PARAGRAPHS.replace(CLOSING, f"{CLOSING}(责任编辑：许知微)")) == BODY


def test_a_player_that_does_not_play_says_nothing_of_the_article() -> None:
    assert body_of(f"<p>抱歉，您的浏览器版本不支持视频播放</p>{PARAGRAPHS}") == BODY


def test_a_number_of_a_tender_is_no_byline() -> None:
    number = "一、项目编号：HYZB-2023-077"
    html = page(f"<p>{number}</p>{PARAGRAPHS}")
    assert read(html.replace("class='content'", "class='c'")).body == f"{number}\n\n{BODY}"


@pytest.mark.parametrize("meta", [META, "2023年02月13日 09:30 校长办公室 点击：[12]"])
def test_the_day_of_a_speech_under_a_dated_byline_is_text(meta: str) -> None:
    html = page(f"<p>（2023年2月6日）</p>{PARAGRAPHS}", meta=meta)
    article = read(html.replace("class='content'", "class='c'"))
    assert article.body == f"（2023年2月6日）\n\n{BODY}"
    assert (article.date_published or "").startswith("2023-02-13")


def test_a_post_that_is_one_file_ends_with_it() -> None:
    file = "<p>附件：<a href='/files/budget.pdf'>海右院2023年预算.pdf</a></p>"
    below = "<h3>其他信息</h3><ul>" + NEIGHBOURS.replace("</li>", "<span>2023-01-02</span></li>")
    assert body_of(file, below=below + "</ul>") == "附件：海右院2023年预算.pdf"


FILED = "<div>分类专栏： <a href='/t/1'>数据</a> 文章标签： <a href='/t/2'>潮位</a></div>"


def test_links_that_say_where_an_article_is_filed_are_no_text() -> None:
    assert body_of(f"{FILED}{PARAGRAPHS}") == BODY
    assert body_of(PARAGRAPHS, meta=f"2023-02-13{FILED}") == BODY


@pytest.mark.parametrize("line", ["阅读下一篇：", "返回海右，查看更多", "返回海右查看更多"])
def test_a_way_on_ends_the_text(line: str) -> None:
    assert body_of(f"{PARAGRAPHS}<p>{line}</p>") == BODY


def test_a_label_alone_under_labels_is_the_bylines() -> None:
    label = "<div class='item'><label>{}</label><span>{}</span></div>".format
    meta = label("发布时间", "2023-02-13") + label("来源", "综合处") + label("作者", "")
    html = page(meta=meta).replace("class='content'", "class='rich'")
    assert read(html).body == BODY


def test_the_cells_of_a_table_over_the_text_are_no_text() -> None:
    rows = "<tr><th>索引号：</th><td>0123/2023-1</td><th>有效性：</th><td>有效</td></tr>"
    html = page(meta=f"<table><tr><th>发布时间：</th><td>2023-02-13</td></tr>{rows}</table>")
    assert read(html.replace("class='content'", "class='con'")).body == BODY


def test_the_rest_of_a_text_in_the_element_behind_its_own_is_text() -> None:
    paragraphs = [f"<p>{text}</p>" for text in (OPENING, MIDDLE, CLOSING)]
    html = page("", below=f"<section>{''.join(paragraphs[:2])}</section><div>{paragraphs[2]}</div>")
    assert read(html).body == BODY


@pytest.mark.parametrize(
    "beside",
    [
        "<p>2023-02-13 匿名网友</p><p>请问下半年还招不招人，望尽快答复，谢谢各位老师，辛苦了。</p>",
        "<h3>邻居的题目</h3><p>近日，另一家单位召开部署会，逐项梳理了要做的事情，明确了时限。</p>",
    ],
)
def test_a_neighbour_in_the_element_behind_a_text_is_none_of_it(beside: str) -> None:
    html = page("", below=f"<section>{PARAGRAPHS}</section><div>{beside}</div>")
    assert read(html).body == BODY


def test_a_sites_own_elements_are_lines_unless_they_stand_within_one() -> None:
    texts = "".join(f"<x-text>{text}</x-text>" for text in (OPENING, MIDDLE, CLOSING))
    head = f"<x-title>{TITLE}</x-title><x-date>2023-02-13</x-date>"
    article = read(f"<html><body><x-page>{head}{texts}</x-page></body></html>")
    assert (article.title, article.body) == (TITLE, BODY)
    assert body_of(PARAGRAPHS.replace("部署会", "<x-term>部署会</x-term>")) == BODY


def test_the_fields_of_a_byline_behind_icons_are_no_text() -> None:
    icon = "<img src='/i.png'>"
    meta = f"{icon}2023-02-13{icon}翁怀远{icon}765"
    html = page("", meta="", below=f"<div>{meta}</div>{PARAGRAPHS}")
    assert read(html).body == BODY


def test_a_signature_in_the_row_under_a_text_is_text() -> None:
    rows = (
        f"<b>{TITLE}</b>",
        "2023-02-13",
        PARAGRAPHS,
        "教务处<br>2023年2月10日",
        "【打印】【关闭】",
    )
    table = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    html = f"<html><body><table>{table}</table></body></html>"
    assert read(html).body == f"{BODY}\n\n教务处\n\n2023年2月10日"


def test_a_day_alone_in_the_element_behind_a_text_is_the_templates() -> None:
    html = page(meta="", below="<div class='sj'>2023-02-13</div>")
    assert (read(html).body, read(html).date_published) == (BODY, "2023-02-13")


def test_the_head_of_a_table_that_opens_a_text_is_no_byline() -> None:
    table = "".join(
        f"<tr><td>{a}</td><td>{b}</td><td>{c}</td></tr>"
        for a, b, c in (
            ("日期", "时间", "内容"),
            ("3月28日", "8:30", "笔试"),
            ("3月29日", "14:00", "面试"),
        )
    )
    text = body_of(f"<p><b>一、时间及地点</b></p><table>{table}</table>{PARAGRAPHS}")
    assert text.startswith("一、时间及地点\n\n日期\t时间\t内容")
