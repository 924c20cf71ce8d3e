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
        ("（海右記者蔡上海台灣嘉義報導）", ("蔡上海",)),
        ("（中央社記者葉子綱雲林縣14日電）", ("葉子綱",)),
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


@pytest.mark.parametrize(
    "says",
    [
        "本文来自微信公众号“铸造车间”（ID：zhuzao），作者：翁怀远，海右网经授权发布。",
        "本文来自微信公众号：铸造车间，作者：翁怀远，题图来自：视觉中国",
        "本文首发于海右周刊，作者翁怀远，转载请联系授权。",
    ],
)
@pytest.mark.parametrize("place", ["over", "under"])
def test_who_wrote_a_text_that_first_stood_elsewhere_is_told_in_a_sentence(
    says: str, place: str
) -> None:
    line = f"<p>{says}</p>"
    inside = line + PARAGRAPHS if place == "over" else PARAGRAPHS + line
    assert read(page(inside, meta=DATED)).authors == (A,)


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


@pytest.mark.parametrize(
    "meta",
    [
        "<section><ul><li><span>作者, </span><span>翁怀远</span></li><li><span>职务, </span><span>海右新闻记者</span></li></ul></section><time>2023年2月13日</time>",
        "<div><a class='AuthorInfo-name' href='/u'>翁怀远</a></div><div>编辑于 2023-02-13</div>",
        "<div><span class='x'><a href='/u/12'>翁怀远</a></span><button>关注</button></div><div><time datetime='2023-02-13 10:11:32'>2023.02.13 10:11:32</time> <span>字数 523</span></div>",
        "<span>海右早报 记者 翁怀远 编辑 许知微</span><span>2023-02-13 11:20</span><span>进入海右早报阅读</span>",
        "<p>海右早报　　翁怀远</p><p>2023-02-13 08:01</p>",
    ],
)
def test_a_writer_is_told_by_how_accounts_and_papers_set_him(meta: str) -> None:
    replies = "<div><h3>全部评论 1</h3><div><a>许知微</a><span>2楼 2023.02.14 10:12</span><p>好文。</p></div></div>"
    article = read(page(meta=meta, below=replies))
    assert article.authors == (A,)
    assert (article.date_published or "").startswith("2023-02-13")


@pytest.mark.parametrize(
    ("meta", "source"),
    [
        ("<span>海右早报 记者 翁怀远 编辑 许知微</span><span>2023-02-13 11:20</span>", "海右早报"),
        ("<p>海右早报　　翁怀远</p><p>2023-02-13 08:01</p>", "海右早报"),
        ("2023-02-13 HKT 11:20", None),
        ("<span>发布时间：2023-02-13 09:12:00</span><span>海右日报</span>", "海右日报"),
        (
            "2023-02-13 文章来源：《海右》2023年第2期，转载请注明原始出处，并遵守规定。",
            "《海右》2023年第2期",
        ),
        ("<p><a href='/c/user/12/'>铸造车间</a></p><p>2023-02-13 10:11</p>", "铸造车间"),
    ],
)
def test_a_source_is_what_papers_and_accounts_call_themselves(
    meta: str, source: str | None
) -> None:
    assert read(page(meta=meta)).source == source


def test_where_an_account_writes_from_is_no_date() -> None:
    meta = (
        "<span>2023-02-13 18:02</span><span>发布于：北京市</span><span>来源：<a>海右早报</a></span>"
    )
    article = read(page(meta=meta))
    assert article.date_published == "2023-02-13T18:02:00+08:00"
    assert article.source == "海右早报"


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
    "<p>（文中图片均来自网络）</p>",
    "<div>关注者 <strong>52</strong> 被浏览 <strong>8,120</strong></div>",
)


@pytest.mark.parametrize("control", CONTROLS)
def test_what_a_template_sets_between_paragraphs_is_no_text(control: str) -> None:
    assert body_of(f"<p>{OPENING}</p><p>{MIDDLE}</p>{control}<p>{CLOSING}</p>") == BODY


ROWS = "".join(f"<li><a href='/{n}.htm'>本报第{n}条消息的标题</a></li>" for n in range(40))


def test_the_day_of_the_issue_dates_an_article_of_a_digital_newspaper() -> None:
    bar = "<div><span>2014年4月8日</span> <span>星期二</span> <a>版面导航</a> <a>上一版</a></div>"
    article = read(page(meta="本报记者 翁怀远", above=f"{bar}<div>第A06版：乡村</div>{ROWS}"))
    assert article.date_published == "2014-04-08"
    assert article.provenance["date_published"].rule == "line-issue"


@pytest.mark.parametrize("above", ["", "<div>2014年4月7日 头版要闻回顾</div><div>第A06版</div>"])
def test_the_day_in_a_sites_head_is_none_of_an_issue(above: str) -> None:
    bar = "<div>2014年4月8日 星期二</div>"
    assert read(page(meta="本报记者 翁怀远", above=bar + above + ROWS)).date_published is None


def test_the_day_of_a_change_is_heard_behind_that_of_publication() -> None:
    meta = (
        "<div><a>翁怀远</a><span>已于 2023-02-15 19:32:51 修改</span></div>"
        "<div><span>于 2023-02-13 23:01:18 首次发布</span></div>"
    )
    assert (read(page(meta=meta)).date_published or "")[:10] == "2023-02-13"


def test_a_declared_title_that_a_quote_has_cut_is_no_witness() -> None:
    title = '海右院"开门"办会三年记'
    head = f'<meta property="og:title" content="{title}">'
    html = page(title=title, head=head).replace(f"<title>{title}-海右院</title>", "<title></title>")
    assert read(html).title == title


def test_a_pen_name_that_is_declared_and_printed_alone_wrote_the_text() -> None:
    meta = "<span>原创</span><span>牧之</span><a>海右发布</a>"
    assert read(page(meta=meta, head="<meta name='author' content='牧之'>")).authors == ("牧之",)


@pytest.mark.parametrize(
    "meta", ["<a>翁怀远</a><span>修改于2023-02-13 09:13</span>", "编辑于 2023-02-13"]
)
def test_the_day_of_a_change_dates_a_post_that_prints_no_other(meta: str) -> None:
    assert (read(page(meta=meta)).date_published or "")[:10] == "2023-02-13"


def test_a_magazine_is_the_source_without_the_number_of_its_issue() -> None:
    article = read(page(meta="<p>本刊记者 ／ 翁怀远</p><p>《海右》2023年第17期　2023.09.04</p>"))
    assert (article.source, article.date_published) == ("《海右》", "2023-09-04")
