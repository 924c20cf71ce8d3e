"""Pages of Chinese newspapers, portals and accounts: what their templates set around a text."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import (
    BODY,
    CLOSING,
    MIDDLE,
    OPENING,
    PARAGRAPHS,
    TITLE,
    body_of,
    page,
    read,
)

OFFERS = (
    "打开海右新闻APP查看更多",
    "下载海右新闻客户端，阅读体验更佳",
    "扫码看更多",
    "扫一扫下载APP",
    "请使用微信扫描二维码关注",
    "海右新闻APP",
    "听新闻 02:31",
    "点击上方蓝字关注我们",
    "点击蓝字 关注我们",
    "您当前的浏览器不支持播放此视频，请更换浏览器",
    "加载更多",
    "点赞数",
    "本文链接：http://www.haiyou.example/a1.htm",
)
ENDS = (
    "END",
    "— END —",
    "往期推荐",
    "往期回顾",
    "点个“在看”，让更多人看到",
    "郑重声明：海右网发布此内容旨在传播更多信息，与本站立场无关，据此操作风险自担。",
    "“特别声明：以上作品内容为用户上传并发布，本平台仅提供信息存储空间服务。”",
    "您看完此文的感受是",
    "延伸閱讀：",
    "相關新聞",
    "網友評論",
    "發表評論",
    "覺得新聞不錯，請點個讚吧",
    "责任編輯：許知微",
    "下載海右新聞APP，掌握最快資訊",
    "版權所有 不得轉載",
    "免責聲明：以上內容由用戶提供",
    "不用抽 不用搶 現在用APP看新聞 <a href='/app'>點我下載APP</a>",
)


@pytest.mark.parametrize("offer", OFFERS)
def test_an_offer_among_the_paragraphs_is_no_text(offer: str) -> None:
    html = f"<p>{OPENING}</p><div class='x'>{offer}</div><p>{MIDDLE}</p><p>{CLOSING}</p>"
    assert body_of(html) == BODY


@pytest.mark.parametrize("end", [*ENDS, *OFFERS])
def test_what_a_template_says_under_a_text_is_none_of_it(end: str) -> None:
    assert body_of(f"{PARAGRAPHS}<p>{end}</p>") == BODY


@pytest.mark.parametrize(
    "text",
    [
        "下载海右新闻客户端的市民已有三万人，比去年同期多了一倍，其中六成是老人。",
        "扫码支付在村里的集市上也不再稀奇，卖菜的大娘说，找零钱的麻烦没有了。",
        "点击率不等于影响力，与会者认为，评价一篇报道要看它解决了什么问题。",
    ],
)
def test_a_sentence_that_only_begins_like_an_offer_is_text(text: str) -> None:
    assert body_of(f"<p>{OPENING}</p><p>{text}</p><p>{CLOSING}</p>") == (
        f"{OPENING}\n\n{text}\n\n{CLOSING}"
    )


@pytest.mark.parametrize("tag", ["td", "li", "span", "div"])
def test_controls_each_in_an_element_of_its_own_are_no_text(tag: str) -> None:
    words = ("路过", "雷人", "握手", "鲜花", "鸡蛋")
    row = "".join(f"<{tag}>{word}</{tag}>" for word in words)
    box = f"<table><tr>{row}</tr></table>" if tag == "td" else f"<div>{row}</div>"
    assert body_of(f"{PARAGRAPHS}{box}") == BODY


@pytest.mark.parametrize("pager", ["共2页 <a>1</a> <a>2</a> <a>下一页</a>", "第1页/共3页 下一页"])
def test_the_numbers_of_a_texts_pages_are_none_of_it(pager: str) -> None:
    assert body_of(f"{PARAGRAPHS}<div>{pager}</div>") == BODY


@pytest.mark.parametrize(
    "link",
    [
        "【延伸阅读】<a href='/b'>甲所举办开放日</a>",
        "相关新闻：<a href='/b'>甲所举办开放日</a>",
        "<a href='/b'>推荐阅读丨甲所举办开放日</a>",
    ],
)
def test_a_link_to_another_article_among_the_paragraphs_ends_nothing(link: str) -> None:
    html = f"<p>{OPENING}</p><p>{MIDDLE}</p><p>{link}</p><p>会后参观了平台。</p>"
    assert body_of(html) == f"{OPENING}\n\n{MIDDLE}\n\n会后参观了平台。"


@pytest.mark.parametrize("label", ["核心提示：", "内容提要：", "导语："])
def test_a_box_that_says_the_beginning_of_a_text_before_it_is_no_text(label: str) -> None:
    assert body_of(f"<div class='dd'><b>{label}</b>{OPENING[:24]}……</div>{PARAGRAPHS}") == BODY


def test_an_advert_behind_the_first_paragraph_does_not_end_the_text() -> None:
    short = ("会后，与会人员参观了新建成的试验平台。", "活动由综合处主办。")
    box = f"<div class='box'><p>{OPENING}</p></div><div class='ad'>请继续往下阅读...</div>"
    html = box + "".join(f"<p>{text}</p>" for text in short)
    assert body_of(html) == "\n\n".join((OPENING, *short))


A, B, DATED = "翁怀远", "许知微", "发布时间：2023-02-13"


@pytest.mark.parametrize(
    ("tail", "names"),
    [
        (f"（记者 {A} 实习生 {B}）", (A, B)),
        (f"本报记者 {A} 实习生 {B}", (A, B)),
        (f"（本报记者{A}北京报道）", (A,)),
        (f"（中新社记者{A}北京13日电）", (A,)),
        ("【本報記者賴怡安台北報導】", ("賴怡安",)),
        ("〔記者鄭淑婷／桃園報導〕", ("鄭淑婷",)),
        ("（中央社記者王心妤台北29日電）", ("王心妤",)),
        ("撰文：賴怡安 編輯：鄭淑婷", ("賴怡安",)),
    ],
)
def test_who_reports_is_told_with_interns_and_without_the_place(
    tail: str, names: tuple[str, ...]
) -> None:
    assert read(page(f"{PARAGRAPHS}<p>{tail}</p>", meta=DATED)).authors == names


def test_an_intern_named_behind_a_reporter_in_the_byline_wrote_too() -> None:
    meta = f"<p>海右新闻记者 {A} 实习生 {B}</p><p>2023-02-13 09:05</p>"
    assert read(page(meta=meta)).authors == (A, B)


@pytest.mark.parametrize(
    "what", ["中央教育研究院研究员", "海右粮食经济研究所", "海右师范学院副教授、博士"]
)
def test_what_an_author_is_names_nobody(what: str) -> None:
    tail = f"{PARAGRAPHS}<p>（作者：{what}）</p>"
    assert read(page(tail, meta=f"作者：{A} {DATED}")).authors == (A,)


@pytest.mark.parametrize(
    "meta",
    [
        f"<div class='byline'>{A} / 海右早报</div><div>发布 / 2023年2月13日 05:00</div>",
        f"<section class='author'><a>{A}</a> <span>2023年2月13日</span></section>",
        "<section class='author'><a>賴怡安</a> <span>中華民國112年2月13日</span></section>",
    ],
)
def test_a_name_in_its_own_element_is_told_from_what_stands_beside_it(meta: str) -> None:
    article = read(page(meta=meta))
    assert article.authors in ((A,), ("賴怡安",))
    assert (article.date_published or "").startswith("2023-02-13")


BLOG = (
    "<p class='xg2'>已有 2341 次阅读 <span class='xg1'>2023-2-13 08:30</span>"
    "<span class='pipe'>|</span>个人分类:<a>随笔</a><span class='pipe'>|</span>文章来源:原创</p>"
)
REPLY = "<div id='comment'><h3>评论</h3><dl><dt><a>许知微</a> 2023-2-14 09:11</dt><dd>好文。</dd></dl></div>"


def test_a_blogs_post_is_dated_by_its_own_line_and_not_signed_by_who_replies() -> None:
    article = read(page(meta=BLOG, below=REPLY))
    assert article.date_published == "2023-02-13T08:30:00+08:00"
    assert article.authors == ()


@pytest.mark.parametrize(
    "title", [f"{TITLE}-{A}的博文", f"{A}的BLOG - {TITLE}", f"{TITLE}_{A}_海右博客"]
)
def test_a_blog_is_its_owners(title: str) -> None:
    html = page(meta=BLOG, below=REPLY).replace(
        f"<title>{TITLE}-海右院</title>", f"<title>{title}</title>"
    )
    assert read(html).authors == (A,)


@pytest.mark.parametrize(
    "meta",
    [
        "<span>2023-02-13 09:50</span><span>海右新闻</span><span>12.3万人看过</span>",
        "海右发布 | 2023.02.13 09:10 | 税务通",
        "新聞來源: 海右发布 於 2023-02-13 06:01 提示:新聞觀點不代表本網立場",
        "<ul><li>海右周刊</li><li>2023-02-13 07:00</li><li>撰文 <a>翁怀远</a></li></ul>",
    ],
)
def test_an_outlet_is_told_from_what_stands_beside_it(meta: str) -> None:
    article = read(page(meta=meta))
    assert article.source in {"海右新闻", "海右发布", "海右周刊"}
    assert (article.date_published or "").startswith("2023-02-13")


def test_the_address_of_a_page_under_its_text_is_none_of_it() -> None:
    address = "https://blog.haiyou.example/blog-40247-12.html"
    assert body_of(f"{PARAGRAPHS}<div class='zz'>{address}</div>") == BODY


def test_the_line_over_a_title_that_calls_itself_so_is_a_subtitle() -> None:
    over = "<p class='introTitle'>海拔三千米的一场赛跑</p>"
    assert read(page().replace("<h1>", f"{over}<h1>")).subtitles == ("海拔三千米的一场赛跑",)
