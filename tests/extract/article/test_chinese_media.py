"""Pages of Chinese newspapers, portals and accounts: what their templates set around a text."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import BODY, CLOSING, MIDDLE, OPENING, PARAGRAPHS, body_of

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
