"""Pages of Chinese media: who wrote, when, where it is from, what it is called."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import PARAGRAPHS, TITLE, codes, page, read

A, B, C, DATED = "翁怀远", "许知微", "韩越", "发布时间：2023-02-13"


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
        ("2023-02-13 转载：海右早报", "海右早报"),
        ("2023-02-13 转载：请注明出处", None),
        ("2023-02-13 转载：欢迎转载", None),
        ("2023-02-13 转载：严禁转载", None),
        ("2023-02-13 转载：需授权", None),
        ("2023-02-13 转载：是", None),
        ("2023-02-13 转载：12", None),
        ("2023-02-13 转载：http://news.hai.example/x", None),
        ("2023-02-13 轉載：歡迎轉載", None),
        ("2023-02-13 信息提供：13800000000", None),
        ("2023-02-13 信息提供：010-88880000", None),
        ("2023-02-13 信息提供：88880000", None),
        ("2023-02-13 信息提供：综合处 13800000000", "综合处"),
        ("2023-02-13 信息提供：综合处", "综合处"),
        ("2023-02-13 信息提供：翁怀远", None),
        ("2023-02-13 信息提供：翁怀远、许知微", None),
        ("2023-02-13 信息提供：综合处 翁怀远", "综合处"),
        ("2023-02-13 信息提供：河东街道", "河东街道"),
        ("2023-02-13 信息提供：海右海关", "海右海关"),
        ("2023-02-13 来源：163", "163"),
        ("2023-02-13 会议新闻", None),
        ("2023-02-13 来源： <a href='/r'>举报</a>", None),
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


@pytest.mark.parametrize(
    ("value", "names"),
    [
        (f"{A} ▪ {B}", (A, B)),
        (f"{A} 通讯员 {C}　我要评论(0)", (A, C)),
        ("大工報記者 盧 靜怡", ("盧靜怡",)),
        (f"材料学院2018级 {A}　学生记者 {B}", (A, B)),
        (f"特约评论员 {A}", (A,)),
        (f"记者 {A} 实习生 {B}/北京报道", (A, B)),
        (f"{A} {B} 阅读 3.1万", (A, B)),
        (f"特约记者 {A}（悉尼） 阅读 123 条评论 4", (A,)),
    ],
)
def test_the_names_of_a_label_are_told_from_what_stands_round_them(
    value: str, names: tuple[str, ...]
) -> None:
    assert read(page(meta=f"{DATED} 作者：{value}")).authors == names


def test_the_short_name_of_a_paper_before_its_reporter_is_nobody() -> None:
    tail = f"{PARAGRAPHS}<p>采写：南都记者 {A}</p>"
    assert read(page(tail, meta=DATED)).authors == (A,)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (f"海右记者：{A}    海右编辑：{B}", (A,)),
        (f"记者 {A} 摄影 {B} 報導 / 責任編輯 {C} 報導", (A,)),
        (f"记者 {A} 编辑 {B}", (A,)),
        (f"【文/海右网专栏作者 {A}】", (A,)),
        (f"编者按：本文来自微信公众号“海右观察”（ID：hygc），作者：{A}，海右网经授权发布。", (A,)),
    ],
)
def test_the_writer_is_told_from_who_else_is_named_on_a_line(
    line: str, names: tuple[str, ...]
) -> None:
    assert read(page(f"<p>{line}</p>{PARAGRAPHS}", meta=DATED)).authors == names
    assert read(page(f"{PARAGRAPHS}<p>{line}</p>", meta=DATED)).authors == names


def test_a_correspondent_on_the_line_under_a_reporter_wrote_too() -> None:
    lines = f"<p>海右新闻记者 {A}</p><p>通讯员 {B} 雁翎 程远</p>"
    assert read(page(f"{lines}{PARAGRAPHS}", meta=DATED)).authors == (A, B, "雁翎", "程远")


def test_who_took_part_is_an_author_beside_the_reporter_under_the_title() -> None:
    tail = f"{PARAGRAPHS}<p>（参与采写：{B}、{C}）</p>"
    assert read(page(tail, meta=f"记者 {A} 2023-02-13")).authors == (A, B, C)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("<i>原创</i> <i>2023-02-13 09:11</i> <i>·</i> <a href='/u/1'>海右融媒</a>", "海右融媒"),
        (
            f"海右报客户端记者 {A} 实习生 {B} 《 海右报 》（ 2023年02月13日&nbsp; 07 版）",
            "《海右报》",
        ),
        (
            f"<i>2023年02月13日 05:00</i> <i>海右经济报道</i> <i>{A} , 实习生 {B}</i>",
            "海右经济报道",
        ),
        (
            "<div class='row'><div class='who'>海右全媒</div><div class='tm'>2023-02-13 11:28</div></div>",
            "海右全媒",
        ),
        (
            "海右网　www.haiyou.com.cn　2023年02月13日　来源：海右晚报　网友评论 <a>3</a> 条",
            "海右晚报",
        ),
        ("来源：海右卫视 播放：2301次 2023-02-13", "海右卫视"),
        (f"2023-02-13 10:11 <span>聯和報／ <a>記者{A}</a>／台中即時報導</span>", "聯和報"),
    ],
)
def test_a_house_beside_the_date_is_the_source(line: str, source: str) -> None:
    assert read(page(meta=line)).source == source


@pytest.mark.parametrize(
    "line",
    [
        f"海右报客户端记者 {A} 实习生 {B} 《 海右报 》（ 2023年02月13日&nbsp; 07 版）",
        f"2023-02-13 09:12&nbsp;&nbsp;海右晚报　记者 {A} {B} 文/摄　<font>[进入论坛]</font>",
        f"記者<a>{A}</a>、{B}／洛杉磯報導 2023-02-13 02:00 ET",
    ],
)
def test_reporters_beside_a_date_are_told_from_their_house_and_controls(line: str) -> None:
    assert read(page(meta=line)).authors == (A, B)


def test_where_a_reader_writes_from_is_no_source() -> None:
    meta = f"<p>作者：{A}</p><p><i>2023-02-13 18:03</i> <i>来自内蒙古自治区</i></p>"
    assert read(page(meta=meta)).source is None


META_DAY = "<meta name='publishdate' content='2022-05-04'/>"


def test_the_minute_printed_under_a_title_is_believed_before_a_declared_other_day() -> None:
    article = read(page(meta="2022年09月02日16:40 | 来源：海右网", head=META_DAY))
    assert article.date_published == "2022-09-02T16:40:00+08:00"
    assert "date_conflict" in codes(article)


def test_a_day_alone_is_not_believed_before_a_declared_one() -> None:
    article = read(page(meta="2022年09月02日 | 来源：海右网", head=META_DAY))
    assert article.date_published == "2022-05-04"


def test_a_large_line_is_the_title_of_a_page_that_declares_its_paper() -> None:
    html = page(meta="", head="").replace(f"<title>{TITLE}-海右院", "<title>海右日報電子版")
    html = html.replace(
        f"<h1>{TITLE}</h1>",
        f"<table><tr><td><strong style='font-size:23px'>{TITLE}</strong></td></tr></table>",
    )
    html = html.replace("<body>", "<body><table><tr><td>2023年2月13日 星期一</td></tr></table>")
    assert read(html).title == TITLE


def test_an_accounts_number_is_no_part_of_a_source() -> None:
    tail = f"{PARAGRAPHS}<p>来源：海右观察（ID：haiyougc）</p>"
    assert read(page(tail, meta="2023-02-13 09:00")).source == "海右观察"
