"""Pages of Chinese media: what of them is text, and what their templates set."""

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


@pytest.mark.parametrize("offer", OFFERS)
def test_an_offer_among_the_paragraphs_is_no_text(offer: str) -> None:
    html = f"<p>{OPENING}</p><div class='x'>{offer}</div><p>{MIDDLE}</p><p>{CLOSING}</p>"
    assert body_of(html) == BODY


ENDS = (
    "风险提示：用户发表的所有文章仅代表个人观点，据此操作风险自担。",
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
    "立即下載海右一號App，緊貼最新資訊",
    "+2",
    "版權所有 不得轉載",
    "免責聲明：以上內容由用戶提供",
    "<a href='/t/1'>#環評</a> <a href='/t/2'>#半導體</a>",
    "不用抽 不用搶 現在用APP看新聞 <a href='/app'>點我下載APP</a>",
)


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


def test_the_address_of_a_page_under_its_text_is_none_of_it() -> None:
    address = "https://blog.haiyou.example/blog-40247-12.html"
    assert body_of(f"{PARAGRAPHS}<div class='zz'>{address}</div>") == BODY


def test_a_byline_stands_under_a_standfirst_too() -> None:
    lead = f"<header>{{}}<p>{MIDDLE[:24]}。</p></header>"
    meta = "<p><a>翁怀远</a>·<span>2023/02/13 09:12</span><span>来源：海右新闻</span><span>字体：宋</span></p>"
    html = page(meta=meta)
    heading = html[html.index("<h1>") : html.index("</h1>") + 5]
    assert read(html.replace(heading, lead.format(heading))).body == BODY


def test_a_box_of_links_among_the_paragraphs_may_say_where_it_ends() -> None:
    box = (
        "<section><a href='#e'>跳过热读并继续阅读</a><strong>热读</strong><ul>"
        + "".join(f"<li><a href='/{n}'>甲所举办开放日活动之{n}</a></li>" for n in range(4))
        + "</ul><p id='e'>End of 热读</p></section>"
    )
    inside = (
        f"<div><p>{OPENING}</p></div><div><p>{MIDDLE}</p></div>{box}<div><p>{CLOSING}</p></div>"
    )
    assert body_of(inside) == BODY


@pytest.mark.parametrize(
    "end",
    [
        "本網站之文字、圖片及影音，非經授權，不得轉載、公開播送或公開傳輸及利用。",
        "未经正式授权严禁转载本文，侵权必究。",
        "訂閱《早安》電子報 每天三分鐘掌握大事",
        "本报热线 0537-2222222",
        "新闻爆料：xb@haiyou.example",
        "风险提示：以上内容仅供参考，不构成投资建议，入市有风险，投资需谨慎。",
        "本文仅供参考，不构成投资建议",
        "利好 12 利空 3 分享",
        "請您來播報 收聽",
        "下载海右新闻",
    ],
)
def test_what_papers_say_under_a_text_is_none_of_it(end: str) -> None:
    assert body_of(f"{PARAGRAPHS}<p>{end}</p>") == BODY


def test_a_topics_box_between_byline_and_text_is_no_text() -> None:
    for name in ("summary", "article-summary", "abstract", "daodu"):
        html = page().replace(
            "<div class='content'>",
            f"<div class='{name}'>四个月了，效率几何？</div><div class='content'>",
        )
        assert read(html).body == BODY


def test_a_lead_in_between_byline_and_text_takes_nothing_from_the_text() -> None:
    """A finance paper's box of title, byline and one sentence, and the text in a box of its own."""
    html = page("").replace(
        "<div class='content'></div>",
        f"<p class='in'>海右院梳理了下半年的任务。</p></div><div class='m-txt'><p>{MIDDLE}</p><p>{CLOSING}</p>"
        f"<p>{MIDDLE[:-1]}，细则另发。</p><p>{CLOSING[:-1]}，抄送各处。</p>",
    )
    html = html.replace("<h1>", "<div class='tt'><h1>", 1)
    assert CLOSING in read(html).body


CONTROLS = (
    "<div>0人参与 12评论</div>",
    "<div>128 人赞同了该文章</div>",
    "<div>T大 T中 T小</div>",
    "<div>听报道 03:15</div>",
    "<div>举报/反馈</div>",
    "<div><a>上一张</a><a>下一张</a><a>查看原图</a><a>全屏观看</a></div>",
    "<div>#检测线 #仪器厂</div>",
    "<div>相關字詞﹕檢測線</div>",
    "<p>安装海右财经客户端第一时间接收最全面的市场资讯</p>",
    "<p>关注我们的脸书专页以获取更多新信息</p>",
    "<p>現在用APP看新聞 點我下載APP 按我看活動辦法</p>",
    "<div class='moreArticle'><a href='/2.htm'>海右院另一则消息</a></div>",
    "<p>（责　编：喬然）</p>",
    "<div>关注者 <strong>52</strong> 被浏览 <strong>8,120</strong></div>",
)


@pytest.mark.parametrize("control", CONTROLS)
def test_what_a_template_sets_between_paragraphs_is_no_text(control: str) -> None:
    assert body_of(f"<p>{OPENING}</p><p>{MIDDLE}</p>{control}<p>{CLOSING}</p>") == BODY


A, B, C, DATED = "翁怀远", "许知微", "韩越", "发布时间：2023-02-13"


LINES = (
    f"文字编辑丨{A}",
    f"初审编辑：{A}",
    f"图片编辑：{A}",
    f"值班主编｜{A}",
    f"文稿：{A}　视频：{B}　责编：{C}　审核：{B}",
    f"编辑 {A}",
    f"编辑 {A} 校对 {B}",
    f"编　　辑丨{A}",
    "看更多影片",
    "以上内容版权归原作者所有，如有侵权请联系我们删除。",
    "1/6",
    "点击阅读往期报道",
    "本文版权归海右网所有，转载请联系后台",
    "广告声明：文内含有的对外链接用于传递更多信息，结果仅供参考。",
    "点击可以复制本篇文章的标题和链接",
    "【本文结束】如需转载请务必注明出处：海右科技",
    "APP内免费看财经资讯>>",
    "点击上方“海右发布”关注我们",
    f"责　　编：{A}",
    "▼往期回顾",
    "▼▼▼點擊下圖放大▼▼▼",
    "分享到",
    "分享成功",
    "影片載入中",
    "廣告",
    "海右早报官方账号",
    "<a href='/b'>►甲所举办开放日</a>",
    "<a href='/b'>★甲所举办开放日</a>",
    "正在改变世界的人，都在海右APP",
    "本内容未经允许不得转载。授权事宜请联系编辑部。",
    "本文来自投稿，不代表海右圈立场，如若转载，请注明出处。",
    "【评论】【收藏此页】【大 中 小】【多种方式看新闻】【打印】【关闭】",
    "阅读原文",
    "请继续往下阅读...",
    "點擊播報本文，約",
    "海右财经广告合作，请点击这里",
    "此内容为海右财经原创，著作权归海右财经所有。未经书面授权不得转载。",
)


@pytest.mark.parametrize("line", LINES)
def test_what_a_house_sets_under_a_text_is_none_of_it(line: str) -> None:
    assert body_of(f"{PARAGRAPHS}<p>{line}</p>") == BODY


@pytest.mark.parametrize(
    "text",
    [
        "图片编辑：这门手艺正在消失，老人说，年轻人不愿意坐在暗房里等一个下午。",
        "文字：一个人的坚守。编辑：一座山的回响。",
    ],
)
def test_a_paragraph_with_such_words_is_text(text: str) -> None:
    html = f"<p>{OPENING}</p><p>{text}{MIDDLE}</p><p>{CLOSING}</p>"
    assert body_of(html) == f"{OPENING}\n\n{text}{MIDDLE}\n\n{CLOSING}"


def test_a_summary_in_brackets_over_a_text_is_none_of_it() -> None:
    assert body_of(f"<p><b>[摘要]</b>本文要点，供读者速览。</p>{PARAGRAPHS}") == BODY


def test_the_minute_over_a_text_is_its_byline_in_the_text_s_own_box_too() -> None:
    assert body_of(f"<span>2018-06-14 05:30</span>{PARAGRAPHS}", meta="") == BODY


@pytest.mark.parametrize("name", ["keywords", "tags", "article__tags", "tag-list"])
def test_what_a_box_of_keywords_holds_is_no_text(name: str) -> None:
    links = "<a href='/t/1'>落石</a> · <a href='/t/2'>锋面</a>"
    assert body_of(f"{PARAGRAPHS}<div class='{name}'>{links}</div>") == BODY


def test_a_long_line_of_reporters_and_editors_with_a_date_is_the_byline() -> None:
    names = f"<em>新都报</em> <em>记者 {A} {B} 实习生 {C}</em> <em>编辑 安然 校对 赵三</em>"
    html = page(meta=f"<span>{names}</span><span>2023-02-13 09:20</span>")
    assert read(html).body == BODY


def test_the_names_of_the_writers_right_under_a_title_are_none_of_the_text() -> None:
    article = read(page(f"<p>{A}、{B}</p>{PARAGRAPHS}", meta=""))
    assert (article.authors, article.body) == ((A, B), BODY)


def test_a_link_in_a_box_of_its_own_between_paragraphs_ends_nothing() -> None:
    link = "<div class='teads'><div><a href='/b'>相關文章：甲所举办开放日</a></div></div>"
    assert body_of(f"<p>{OPENING}</p><p>{MIDDLE}</p>{link}<p>{CLOSING}</p>") == BODY


def test_a_summary_set_otherwise_than_the_text_is_none_of_it() -> None:
    assert body_of(f"<p class='zy'>摘要：三件事要在月底前办完。</p>{PARAGRAPHS}") == BODY


def test_a_summary_under_its_own_heading_is_none_of_the_text() -> None:
    box = "<div class='abs'><h4>摘要：</h4>三件事要在月底前办完。</div>"
    assert body_of(f"{box}{PARAGRAPHS}") == BODY


def test_who_reports_in_the_box_of_the_date_is_no_text() -> None:
    meta = f"<span>发布时间：2023-02-13 18:11</span><div>{A} {B} / 海右报导</div>"
    article = read(page(meta=meta))
    assert (article.authors, article.body) == ((A, B), BODY)


def test_an_abstract_set_like_the_text_is_text() -> None:
    assert body_of(f"<p>摘要：三件事要在月底前办完。</p>{PARAGRAPHS}").startswith("摘要：")


def test_who_wrote_and_when_under_a_standfirst_is_the_byline() -> None:
    lead = "<p class='lead'>三件事要在月底前办完，综合处牵头。</p>"
    by = f"<div class='by'><span>文</span><a>{A}</a><span>攝影</span><a>{B}</a><span>2021-06-20</span></div>"
    html = f"<article><header><h1>{TITLE}</h1>{lead}{by}</header><section>{PARAGRAPHS}</section></article>"
    article = read(f"<html><head><title>{TITLE}｜海右雜誌</title></head><body>{html}</body></html>")
    assert article.body.endswith(BODY)
    assert article.authors == (A,)


META_LINE = "2015-10-25 07:11 来源：海右新闻"


def test_the_path_to_a_page_between_byline_and_text_is_no_text() -> None:
    path = "<div class='where'><a href='/'>海右新闻</a> &gt; <a href='/rj/'>人间</a></div>"
    html = f"<div class='newscontent'><h1>{TITLE}</h1><p>{META_LINE}</p>{path}{PARAGRAPHS}</div>"
    article = read(f"<html><head><title>{TITLE}_海右新闻</title></head><body>{html}</body></html>")
    assert article.body == BODY
