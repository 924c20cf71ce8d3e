"""The date of publication: the best witness decides, no date is invented, conflicts are noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newscrawl.extract.article import extract_article
from newscrawl.extract.article.dating import day_in_url
from newscrawl.items import Article, ListingRef
from newscrawl.sites.model import Site
from tests.extract.article.pages import BODY, PARAGRAPHS, TITLE, URL, codes, page, read

LISTED = ListingRef(url="http://www.haiyou.example/xwzx/", date="2023-02-14")
DATED_URL = "http://www.haiyou.example/xwzx/202302/t20230215_1.html"


def declared(day: str) -> str:
    return f"<meta name='PubDate' content='{day}'>"


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2023-02-13", "2023-02-13"),
        ("2023年2月13日", "2023-02-13"),
        ("2023年02月13日 星期一", "2023-02-13"),
        ("2023-2-3 9:05", "2023-02-03T09:05:00+08:00"),
        ("2023/2/13 09:05:30", "2023-02-13T09:05:30+08:00"),
        ("２０２３年２月１３日", "2023-02-13"),
        ("二〇二三年二月十三日", "2023-02-13"),
        ("<i>2023</i>-<i>02</i>-<i>13</i>", "2023-02-13"),
        ("<span>2023-02-13</span><span>16:00</span>", "2023-02-13T16:00:00+08:00"),
        ("2099-12-31", "2099-12-31"),
    ],
)
def test_a_printed_date_is_read_as_precisely_as_printed(printed: str, iso: str) -> None:
    assert read(page(meta=f"发布时间：{printed}")).date_published == iso


@pytest.mark.parametrize(
    ("meta", "head", "listed", "url", "rule", "day"),
    [
        ("发布时间：2023-02-13", declared("2023-02-12"), LISTED, DATED_URL, "label:发布时间", "13"),
        ("", declared("2023-02-12"), LISTED, DATED_URL, "meta:pubdate", "12"),
        ("2023-02-13", "", LISTED, DATED_URL, "line", "13"),
        ("更新时间：2023-02-16", "", LISTED, DATED_URL, "label:更新时间", "16"),
        ("", "", LISTED, DATED_URL, "listing", "14"),
        ("", "", None, DATED_URL, "url", "15"),
    ],
)
def test_the_most_trusted_witness_decides(
    meta: str, head: str, listed: ListingRef | None, url: str, rule: str, day: str
) -> None:
    article = read(page(meta=meta, head=head), url=url, listed=listed)
    assert article.date_published == f"2023-02-{day}"
    assert article.provenance["date_published"].rule == rule


@pytest.mark.parametrize(
    "meta",
    [
        "2023年2月13日 来源：《海右日报》2023年2月12日 第3版",
        "2023-02-13　来源：海右日报 2023-02-12 第A03版",
        "<span>2023-02-13</span><span>来源：《海右日报》（2023年2月12日 03版）</span>",
    ],
)
def test_the_day_before_a_source_is_the_pages_and_that_behind_it_the_papers(meta: str) -> None:
    article = read(page(meta=meta))
    assert article.date_published == "2023-02-13"
    assert (article.source or "").strip("《》") == "海右日报"


@pytest.mark.parametrize("before", ["2023年2月10日至12日", "会议时间 2023-02-10"])
def test_a_span_or_an_events_day_before_a_source_is_not_the_pages(before: str) -> None:
    assert read(page(meta=f"{before} 来源：综合处 2023-02-13")).date_published == "2023-02-13"


@pytest.mark.parametrize(
    "told", ["2023-02-13 09:05", "（2023-02-13 09:05）", "发布时间：2023-02-13 09:05"]
)
def test_a_date_in_an_element_behind_a_long_title_is_read(told: str) -> None:
    title = "海油所与三所高校联合召开深水油气开发关键技术协同攻关推进会并部署下半年工作"
    html = page(title=title, meta="").replace("</h1>", f"<small>{told}</small></h1>")
    article = read(html, listed=LISTED)
    assert article.title == title
    assert article.date_published == "2023-02-13T09:05:00+08:00"


def test_a_time_element_is_a_witness() -> None:
    article = read(page(meta="<time datetime='2023-02-13T09:05:00+08:00'>Monday</time>"))
    assert article.date_published == "2023-02-13T09:05:00+08:00"


def test_witnesses_that_disagree_are_a_conflict() -> None:
    article = read(page(meta="发布时间：2023-02-13", head=declared("2023-01-01")))
    assert article.provenance["date_published"].status == "conflict"
    assert "date_conflict" in codes(article)


def test_witnesses_of_the_same_day_agree() -> None:
    listed = replace(LISTED, date="2023-02-13")
    article = read(
        page(meta="发布时间：2023-02-13 09:05", head=declared("2023-02-13")), listed=listed
    )
    assert article.provenance["date_published"].status == "ok"


def test_a_date_that_only_the_address_gives_is_flagged() -> None:
    assert "date_from_url" in codes(read(page(meta=""), url=DATED_URL))


@pytest.mark.parametrize(
    "parts",
    [
        {"body": f"{PARAGRAPHS}<p>会议定于2024年5月1日上午举行，请提前到场，逾期不候。</p>"},
        {
            "body": f"<p>2024年5月1日，海右院举行开放日，来访的有附近学校的师生百余人。</p>{PARAGRAPHS}"
        },
        {"below": "<div class='footer'>版权所有 海右院 2024-01-01</div>"},
        {
            "below": "<div class='related'><ul><li><a href=/b.htm>另一条</a> 2024-01-02</li></ul></div>"
        },
        {
            "below": "<ul>"
            + "<li><a href=/b.htm>另一条新闻的题目</a><span>2024-01-02</span></li>" * 5
            + "</ul>"
        },
        {"below": "<div class='footer'><p>版权所有 © 海右院　最后更新：2024-01-02</p></div>"},
        {"below": "<p>主办单位：海右院</p><p>最后更新：2024-01-02</p><p>更新日期：2024-01-03</p>"},
        {"above": "<div class='top'>今天是2024年1月3日 星期三</div>"},
        {"below": "<p>上一篇：<a href=/b.htm>另一条新闻</a> 2024-01-02</p>"},
        {"below": "<div><a href=/b.htm>另一条新闻的题目</a></div><div>2024-01-02</div>"},
        {"meta": "作者：翁怀远 浏览次数：20230213"},
    ],
)
def test_a_date_of_something_else_is_none(parts: dict[str, str]) -> None:
    article = read(page(**{"meta": "来源：综合处", **parts}))
    assert article.date_published is None
    assert "no_date" in codes(article)


@pytest.mark.parametrize(
    "meta",
    [
        "Mis à jour le 20/02/2023 | Publié le 13/02/2023",
        "<label>最后更新：</label>2023-02-20 <label>首次发布：</label>2023-02-13",
        "<span>입력 2023-02-13 09:00</span><span>수정 2023-02-20 10:00</span>",
        "Modifié le 20/02/2023 - Publié le 13/02/2023",
        "Stand: 20.02.2023, 09:10 Uhr Veröffentlicht: 13.02.2023, 18:00 Uhr",
    ],
)
def test_the_day_of_the_last_change_beside_that_of_publication_is_not_taken_for_it(
    meta: str,
) -> None:
    assert (read(page(meta=meta)).date_published or "")[:10] == "2023-02-13"


@pytest.mark.parametrize(
    "meta",
    [
        "Updated February 20, 2023 9:10 a.m. | Published February 13, 2023 6:00 p.m.",
        "Publié le 13 février 2023 à 18h00, mis à jour le 20 février 2023 à 09h10",
        "13 февраля 2023, 18:00 (обновлено 20 февраля 2023, 09:10)",
    ],
)
def test_the_day_of_the_last_change_beside_that_of_publication_is_read_as_such(meta: str) -> None:
    assert (read(page(meta=meta)).date_modified or "")[:10] == "2023-02-20"


@pytest.mark.parametrize(
    "foot",
    [
        "来源：<a href='http://d.example'>海右日报</a> 2023-02-13",
        "责任编辑：<a href='/u/3'>白露</a> 2023-02-13",
        "供稿：综合处　编辑：常欣　2023-02-13",
    ],
)
def test_a_date_behind_who_wrote_it_under_the_text_is_the_articles(foot: str) -> None:
    assert (
        read(page(meta="", below=f"<div class='foot'>{foot}</div>")).date_published == "2023-02-13"
    )


@pytest.mark.parametrize("printed", ["2023年02月30日", "2023-13-01", "2023-02-32"])
def test_a_day_that_does_not_exist_is_none_and_flagged(printed: str) -> None:
    article = read(page(meta=f"发布时间：{printed}"))
    assert article.date_published is None
    assert article.provenance["date_published"].status == "invalid"
    assert "impossible_date" in codes(article)


def test_words_behind_the_label_are_no_date_and_flagged() -> None:
    assert "unread_date" in codes(read(page(meta="发布时间：择日再定")))


def test_a_date_that_signs_the_text_is_a_weak_witness() -> None:
    article = read(page(f"{PARAGRAPHS}<p>海右院</p><p>2023年2月13日</p>", meta=""))
    assert article.date_published == "2023-02-13"
    assert "weak_witness" in codes(article)


def test_the_last_change_is_apart_from_the_publication() -> None:
    article = read(page(meta="发布时间：2023-02-13 更新时间：2023-02-20"))
    assert (article.date_published, article.date_modified) == ("2023-02-13", "2023-02-20")


def test_a_declared_change_is_read() -> None:
    head = "<meta property='article:modified_time' content='2023-02-20T01:00:00+08:00'>"
    assert read(page(head=head)).date_modified == "2023-02-20T01:00:00+08:00"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("http://a.example/xw/202302/t20230213_18424.html", "2023-02-13"),
        ("http://a.example/2023/02/13/a.html", "2023-02-13"),
        ("http://a.example/2023-02/13/content_1.htm", "2023-02-13"),
        ("http://a.example/2023/0213/c1a2.htm", "2023-02-13"),
        ("http://a.example/20230213/a.html", "2023-02-13"),
        ("http://a.example/info/1002/20230.htm", None),
        ("http://a.example/2023/spring/", None),
        ("", None),
    ],
)
def test_an_address_may_name_the_day(url: str, day: str | None) -> None:
    assert day_in_url(url) == day


def test_the_pager_of_an_article_in_parts_names_the_day() -> None:
    script = '<script>createPageHTML(3, 0, "t20230213_18424", "html");</script>'
    article = read(page(meta="", below=script))
    assert article.date_published == "2023-02-13"


@pytest.mark.parametrize(
    "meta",
    [
        "| 23-02-13 |",
        "（23/02/13）",
        "23年2月13日",
        "23.02.13 09:10 【<a>大</a> <a>小</a>】【<a>打印</a>】",
    ],
)
def test_a_day_alone_under_a_title_may_have_a_year_of_two_digits(meta: str) -> None:
    article = read(page(meta=meta))
    assert (article.title, (article.date_published or "")[:10]) == (TITLE, "2023-02-13")


@pytest.mark.parametrize("meta", ["23-02-13 届", "版本 23.02.13.4", "13-02-23-08", "88-13-40"])
def test_other_numbers_of_two_digits_under_a_title_are_no_day(meta: str) -> None:
    assert read(page(meta=meta)).date_published is None


def test_a_relative_date_counts_from_now() -> None:

    now = datetime.fromisoformat("2023-02-14T12:00:00+08:00")
    article: Article = extract_article(page(meta="发布时间：昨天").encode(), URL, now=now)
    assert article.date_published == "2023-02-13"


def test_a_relative_date_without_a_now_is_none() -> None:
    assert read(page(meta="发布时间：昨天")).date_published is None


@pytest.mark.parametrize(
    "boxes",
    [
        "<b>13</b><span>2023-02</span>",
        "<p>13</p><p>2023-02</p>",
        "<p>02-13</p><p>2023</p>",
        "<span>2023</span><em>02/13</em>",
        "<b>13</b><i>2023年02月</i>",
        "<p>13</p><p>Feb 2023</p>",
    ],
)
def test_a_date_cut_into_boxes_is_put_together(boxes: str) -> None:
    assert read(page(meta=boxes)).date_published == "2023-02-13"


@pytest.mark.parametrize("numbers", ["<b>1</b><b>2</b><b>3</b>", "<p>3</p><p>5</p>"])
def test_numbers_that_are_no_date_stay_none(numbers: str) -> None:
    assert read(page(meta=numbers)).date_published is None


NORTH = "".join(
    f"<p>Der Bagger fährt im Jahr {n} wieder, sagte die Behörde am Dienstag.</p>" for n in range(5)
)


def abroad(lang: str, meta: str, head: str = "") -> str:
    return (
        f"<html lang='{lang}'><head><title>Der Bagger fährt</title>{head}</head><body><h1>Der Bagger fährt</h1>"
        f"<div>{meta}</div><div>{NORTH}</div></body></html>"
    )


@pytest.mark.parametrize(
    ("meta", "iso"),
    [
        ("8. Juni 2023, 9:05 Uhr", "2023-06-08T09:05:00"),
        ("Veröffentlicht am 08.06.2023 um 09:05 Uhr", "2023-06-08T09:05:00"),
        ("Publié le 8 juin 2023", "2023-06-08"),
        ("8 de junio de 2023", "2023-06-08"),
        ("8 июня 2023 г.", "2023-06-08"),
        ("입력 2023.06.08 09:05", "2023-06-08T09:05:00"),
        ("更新日：2023年6月9日 掲載日：2023年6月8日", "2023-06-08"),
        ("Last updated: 9 June 2023</p><p>Published: 8 June 2023", "2023-06-08"),
    ],
)
def test_dates_of_other_languages_are_read(meta: str, iso: str) -> None:
    assert read(abroad("x", f"<p>{meta}</p>")).date_published == iso


@pytest.mark.parametrize(
    ("lang", "iso"), [("fr", "2023-06-08"), ("es-ES", "2023-06-08"), ("en", None)]
)
def test_a_language_with_one_order_of_day_and_month_tells_them_apart(
    lang: str, iso: str | None
) -> None:
    assert read(abroad(lang, "<p>08/06/2023</p>")).date_published == iso


def test_seconds_and_zone_of_the_printed_minute_are_taken_from_another_witness() -> None:
    head = "<meta property='article:published_time' content='2023-06-08T09:05:33+02:00'>"
    article = read(abroad("de", "<p>Veröffentlicht: 08.06.2023 09:05</p>", head))
    assert article.date_published == "2023-06-08T09:05:33+02:00"
    assert article.date_zone_by == "page"


def test_a_change_printed_in_the_byline_is_trusted_before_a_sign_off() -> None:
    body = f"{PARAGRAPHS}<p>综合处</p><p>2023年2月10日</p>"
    assert read(page(body, meta="更新日期：2023年2月13日")).date_published == "2023-02-13"


@pytest.mark.parametrize(
    "printed", ["02-13-2023", "13-02-2023", "令和5年2月13日", "民國112年2月13日"]
)
def test_a_date_alone_under_the_title_is_read_in_other_shapes(printed: str) -> None:
    assert read(page(meta=printed)).date_published == "2023-02-13"


@pytest.mark.parametrize(
    "meta",
    [
        "13 February 2023 - By Anna Keller",
        "Veröffentlicht: 13. Februar 2023, von Anna Keller",
        "13.02.2023 | Von Anna Keller",
        "Datum: 13.02.2023 | Autorin: Anna Keller",
    ],
)
def test_a_name_may_follow_the_date_in_letters(meta: str) -> None:
    article = read(page(meta=meta))
    assert article.date_published == "2023-02-13"
    assert article.authors == ("Anna Keller",)


def test_a_weekday_beside_the_date_is_no_source() -> None:
    assert read(page(meta="Montag, 13. Februar 2023")).source is None


def test_when_something_takes_place_is_not_the_day_of_its_announcement() -> None:
    lines = ("时间：2023年6月18日 14:30", "地点：三楼会议室", "主讲：何思源研究员")
    article = read(page("".join(f"<p>{line}</p>" for line in lines), meta=""))
    assert article.date_published is None
    assert article.body == "\n\n".join(lines)


@pytest.mark.parametrize(
    "meta",
    [
        "2023·02·13 综合处",
        "2023—02—13",
        "<p>13</p><p>2月 / 2023</p>",
        "发布：信息中心 2023-02-13 更新：2023-02-20",
    ],
)
def test_marks_boxes_and_a_day_behind_who_published_are_read(meta: str) -> None:
    assert read(page(meta=meta)).date_published == "2023-02-13"


def test_a_blogs_last_line_dates_the_post_and_a_comment_does_not() -> None:
    posted = "<p>posted on 2023-02-13 21:07 <a href='/w'>翁先生</a> 阅读(120) <a href='#c'>评论(1)</a></p>"
    comment = "<h3>评论</h3><div># re: 部署 2023-02-14 08:00 | 小许</div><p>盼着多写一点这样的事情，爱看。</p>"
    html = page(meta="", below=posted + comment)
    assert (read(html).date_published or "")[:10] == "2023-02-13"


def test_a_row_of_an_archive_of_months_is_no_byline() -> None:
    archive = "<ul><li>2022年12月(5)</li><li>2022年11月(8)</li></ul>"
    article = read(page(meta="", above=f"<h1>翁先生的博客</h1>{archive}"))
    assert (article.title, article.date_published) == (TITLE, None)


def test_the_day_of_a_notice_stands_over_what_it_says_of_a_lecture() -> None:
    lecture = "<p>题目：星系的生与死</p><p>报告人：沙先生</p><p>时间：2023年2月17日15:00</p>"
    html = page(f"{lecture}{PARAGRAPHS}", meta="<p class='tm'>日期：2023-02-13</p>")
    assert read(html).date_published == "2023-02-13"


def test_what_no_label_parts_from_the_day_of_publication_is_something_else() -> None:
    assert read(page(meta="发布时间：2023-02-13 本文共三页")).date_published == "2023-02-13"


def test_the_day_of_the_signature_is_the_last_witness_of_a_government_paper() -> None:
    table = "<table><tr><td>文号</td><td>海发〔2023〕2号</td><td>成文日期</td><td>{}</td></tr>{}</table>"
    alone = read(page(meta="", above=table.format("2023-02-13", "")))
    assert (alone.date_published, "weak_witness" in codes(alone)) == ("2023-02-13", True)
    row = "<tr><td><b>发布日期：</b></td><td>2023-02-16</td></tr>"
    assert read(page(meta="", above=table.format("2023-02-13", row))).date_published == "2023-02-16"


def test_a_time_abroad_has_no_zone_that_its_page_does_not_print() -> None:
    article = read(abroad("de", "<p>8. Juni 2023, 9:05 Uhr</p>"))
    assert article.date_published == "2023-06-08T09:05:00"
    assert (article.date_precision, article.date_zone_by) == ("minute", None)


def test_a_time_abroad_is_in_the_zone_that_its_site_file_says() -> None:
    site = Site(id="abroad", zone="+02:00")
    html = abroad("de", "<p>8. Juni 2023, 9:05 Uhr</p>")
    article = extract_article(html.encode(), URL, site=site)
    assert article.date_published == "2023-06-08T09:05:00+02:00"
    assert article.date_zone_by == "site default"


def test_a_page_in_english_at_home_has_the_countrys_zone() -> None:
    printed = abroad("en", "<p>8 June 2023, 9:05</p>")
    article = read(printed, url="http://english.haiyou.cn/news/1.html")
    assert article.date_published == "2023-06-08T09:05:00+08:00"


@pytest.mark.parametrize(
    "meta",
    [
        "<div><span>Eszter Szabó</span><span>2023. június 8., csütörtök 09:05</span></div>",
        "<div><b>研究成果</b><span>2023年06月08日（木）</span></div>",
        "<div><a href='/a'>Zuzana Nováková</a> <b>8. júna 2023 o 9:15</b> <a href='#k'>3 komentáre</a></div>",
        "<div><i>Le Courrier</i> <i>Yann LE GOFF.</i> <i>Publié le 8 juin 2023 à 08h12</i></div>",
        "<div><span>8 มิ.ย. 2566 เวลา 09:05 น.</span><span>อ่าน 1,220 ครั้ง</span></div>",
        "<div><span>8 Ιουνίου 2023</span> | <span>Ενημερώθηκε: 9 Ιουνίου 2023</span><i>Άννα Βλάχου</i></div>",
    ],
)
def test_a_date_in_an_element_of_its_own_among_short_fields_is_the_articles(meta: str) -> None:
    published = read(abroad("x", meta)).date_published
    assert published is not None
    assert published[:10] == "2023-06-08"


def test_a_date_under_the_path_to_the_page_is_no_neighbours() -> None:
    path = "<div class='breadcrumb'><a href='/'>Start</a> / <a href='/n'>News</a></div>"
    html = abroad("x", "").replace("<h1>", f"{path}<div><span>28.06.2023</span><h1>", 1)
    assert read(html).date_published == "2023-06-28"


def test_a_date_in_lithuanian_alone_on_its_line_is_the_articles() -> None:
    assert read(abroad("lt", "<p>2023 m. birželio 8 d.</p>")).date_published == "2023-06-08"


@pytest.mark.parametrize(
    "meta",
    [
        "Paul Weber · 12.05.2023 bis 30.08.2023",
        "12.05.2023 – 30.08.2023",
        "12–14 June 2023",
        "du 12 au 14 juin 2023",
        "May 12, 2023 - May 30, 2023",
        "12 de mayo de 2023 al 30 de mayo de 2023",
        "12/05/2023 al 10/06/2023",
        "Aperto tra 12 e 14 tra 2023",
    ],
)
def test_a_span_of_days_abroad_is_an_events(meta: str) -> None:
    assert read(page(meta=meta)).date_published is None


@pytest.mark.parametrize(
    "meta",
    [
        "2023.06.08 - 09:30",
        "14:30 - 08.06.2023",
        "14:30 - 2023.06.08",
        "08.06.2023 – 14 Uhr",
        "8. Juni 2023 – 14 Uhr",
        "Do 8. Juni 2023",
        "do 8 juni 2023",
        "Mitteilung 12/2023 – 8. Juni 2023",
        "News 2023 – 8 June 2023",
        "3 min - 8 June 2023",
        "5 Kommentare - 8. Juni 2023",
    ],
)
def test_a_day_beside_an_hour_or_a_number_is_no_span(meta: str) -> None:
    assert (read(page(meta=f"<p>{meta}</p>")).date_published or "")[:10] == "2023-06-08"


@pytest.mark.parametrize(
    "label",
    ["报名开始", "征集开始日期", "投标截止日", "报名起止时间", "活动举办时间", "会议召开时间"],
)
def test_when_something_begins_or_ends_is_no_day_of_publication(label: str) -> None:
    assert read(page(meta=f"{label}：2023-06-08")).date_published is None


@pytest.mark.parametrize(
    "meta",
    [
        "培训部：2023-06-08",
        "活动报道：2023-06-08",
        "招生考试院：2023-06-08",
        "考试中心：2023-06-08",
    ],
)
def test_a_department_named_like_its_events_dates_a_text(meta: str) -> None:
    assert read(page(meta=meta)).date_published == "2023-06-08"


@pytest.mark.parametrize(
    "told",
    [
        "<p>Date: 12 June 2025</p><p>Time: 18:00</p><p>Speaker: Dr Ruth Ames</p>",
        "<p>Datum: 12. Juni 2025</p><p>Ort: Aula</p>",
        "<p>Fecha: 12 de junio de 2025</p><p>Lugar: Aula Magna</p>",
    ],
)
def test_when_something_takes_place_abroad_is_not_the_day_of_its_announcement(told: str) -> None:
    assert read(page(told + PARAGRAPHS, meta="")).date_published is None


def test_a_sentence_under_the_text_that_ends_with_a_day_does_not_date_it() -> None:
    foot = "<p>The house was founded on 12 May 1951.</p>"
    assert read(page(PARAGRAPHS + foot, meta="")).date_published is None


@pytest.mark.parametrize(
    "meta",
    [
        "Deadline: 30 June 2025",
        "Bewerbungsfrist: 30.06.2025",
        "일시: 2025년 6월 12일 14:00",
        "日時：2025年6月12日（木）14:00～16:00",
        "報名截止時間：2025年6月12日",
        "Termin: 12 czerwca 2025 r.",
        "12 May 2025, 14:00–16:00, Room 4",
        "Samstag, 17. Mai 2025, 10 bis 16 Uhr",
        "Inscrições até 10 de maio de 2025",
        "Anmeldung bis zum 10. Mai 2025",
        "Register by 10 May 2025",
        "Inscriptions jusqu’au 10 mai 2025",
    ],
)
def test_until_when_or_from_when_to_when_is_no_day_of_publication(meta: str) -> None:
    assert read(page(meta=f"<p>{meta}</p>")).date_published is None


def test_a_day_beside_a_deadline_is_the_one_of_publication() -> None:
    meta = "<p>Closing date: 30 June 2025</p><p>Posted: 12 May 2025</p>"
    assert read(page(meta=meta)).date_published == "2025-05-12"


def test_the_value_of_a_term_that_no_article_has_is_none_of_its_fields() -> None:
    told = "<dl><dt>When</dt><dd>12 May 2025</dd><dt>Speaker</dt><dd>Anna Ames</dd></dl>"
    article = read(page(told + PARAGRAPHS, meta=""))
    assert (article.date_published, article.authors) == (None, ())


def test_when_a_text_was_changed_is_known_by_the_words_of_its_country() -> None:
    article = read(page(meta="Дата публикации: 12.05.2025 Дата изменения: 14.05.2025"))
    assert (article.date_published, article.date_modified) == ("2025-05-12", "2025-05-14")


@pytest.mark.parametrize(
    "meta",
    [
        "Product update 12 May 2025",
        "Corona Update 12. Mai 2025",
        "Covid-19 update, 12 May 2025",
        "Campus-Update 12. Mai 2025",
    ],
)
def test_what_brings_news_of_something_is_no_change_of_the_text(meta: str) -> None:
    assert read(page(meta=f"<p>{meta}</p>")).date_modified is None


@pytest.mark.parametrize(
    "meta",
    [
        "12 May 2025 | Update 14 May 2025",
        "12 May 2025 (update: 14 May 2025)",
        "<span>12 May 2025</span> <span>Update 14 May 2025</span>",
        "12. Mai 2025, 10:15 Uhr Update: 14. Mai 2025",
        "<span>12 May 2025, 10:15</span> <span>Update: 14 May 2025</span>",
        "12 May 2025, last update 14 May 2025",
    ],
)
def test_an_update_beside_the_day_of_publication_is_a_change(meta: str) -> None:
    article = read(page(meta=f"<p>{meta}</p>"))
    assert (article.date_published or "")[:10] == "2025-05-12"
    assert article.date_modified == "2025-05-14"


def test_a_day_that_is_to_come_is_kept_and_doubted() -> None:
    html = page(meta="发布时间：2027-04-30").encode()
    article = extract_article(html, URL, now=datetime(2026, 11, 27, tzinfo=UTC))
    doubted = [issue for issue in article.issues if issue.code == "date_conflict"]
    assert article.date_published == "2027-04-30"
    assert [issue.field for issue in doubted] == ["date_published"]


def test_a_change_before_the_publication_is_doubted() -> None:
    article = read(page(meta="发布时间：2023-02-20 更新时间：2023-02-13"))
    assert [issue.field for issue in article.issues if issue.code == "date_conflict"] == [
        "date_modified"
    ]


@pytest.mark.parametrize(
    "label", ["报名截止", "开标时间", "会议时间", "报告时间", "答辩时间", "举办日期", "巡展时间"]
)
def test_a_day_behind_a_label_that_no_article_has_is_another_day(label: str) -> None:
    meta = f"<ul><li>{label}：2023-09-22 17:00</li></ul>"
    assert read(page(meta=meta)).date_published is None


def test_the_day_in_a_title_is_that_of_what_it_tells_of() -> None:
    assert read(page(title="Open house on June 14, 2025", meta="")).date_published is None


@pytest.mark.parametrize(
    "foot",
    [
        "<p>Last updated: 14 May 2026</p><p>© 2026 Lakeside University</p>",
        "<p>© 2026 Lakeside University</p><p>Last updated: 14 May 2026</p>",
    ],
)
def test_when_a_site_was_changed_is_said_beside_whose_it_is(foot: str) -> None:
    below = f"<footer>{foot}</footer>"
    assert read(page(meta="", below=below)).date_published is None


@pytest.mark.parametrize("label", ["成文日期", "发文日期", "生成日期", "成文时间", "成 文 日 期"])
@pytest.mark.parametrize(
    "made",
    [
        "<table><tr><td>{}：</td><td>2023-02-13</td></tr></table>",
        "<dl><dt>{}：</dt><dd>2023-02-13</dd></dl>",
        "<div><div>{}：</div><div>2023-02-13</div></div>",
    ],
)
def test_when_a_document_was_issued_is_said_beside_its_label(made: str, label: str) -> None:
    for place in ({"meta": made.format(label)}, {"meta": "", "above": made.format(label)}):
        assert read(page(**place)).date_published == "2023-02-13"


@pytest.mark.parametrize(
    "meta",
    [
        "分享到：<i></i><i></i> 2023-02-13",
        "<span>字体：</span><span>2023-02-13</span>",
        "所属栏目： 2023-02-13",
        "<div>打印</div><div>2023-02-13</div>",
        "<p>Category</p><p>13 February 2023</p>",
        "<p>Tags</p><p>13 February 2023</p>",
        "<p>Share</p><p>13 February 2023</p>",
    ],
)
def test_a_day_behind_a_control_or_a_column_is_not_that_ones(meta: str) -> None:
    assert read(page(meta=meta)).date_published == "2023-02-13"


def test_who_wrote_is_named_behind_a_column_with_nothing_beside_it() -> None:
    article = read(page(meta="<p>Category</p><p>13 February 2023 | by Anna Keller</p>"))
    assert (article.authors, article.date_published) == (("Anna Keller",), "2023-02-13")


@pytest.mark.parametrize(
    "below",
    [
        "<div>发布时间：2023-02-13 作者：翁怀远</div><div>Copyright © 2023 海右院</div>",
        "<p>发布日期：2023-02-13</p><p>版权所有 海右院</p>",
        "<p>本文版权所有，请勿转载</p><p>发布时间：2023-02-13</p>",
        "<p>图片©海右影协</p><p>更新时间：2023-02-13 作者：翁怀远</p>",
        "<p>Photo © Lakeside</p><p>Published: 13 February 2023</p>",
    ],
)
def test_the_day_of_publication_under_a_text_is_believed_beside_whose_it_is(below: str) -> None:
    assert read(page(meta="", below=below)).date_published == "2023-02-13"


@pytest.mark.parametrize(
    "meta",
    [
        "Posted on 13 February 2023 by the press office.",
        "Posted 13 February 2023 under Research.",
        "This article was published on 13 February 2023.",
        "Publié le 13 février 2023 par la rédaction.",
        "Dieser Beitrag wurde am 13. Februar 2023 veröffentlicht.",
        "Geplaatst op 13 februari 2023 in nieuws.",
        "13 février 2023, par la rédaction.",
        "Online since 13 February 2023.",
        "Comunicato stampa del 13 febbraio 2023.",
        "13 February 2023, 10:30 a.m. local time.",
        "<time>13 February 2023, 10:30 a.m. local time.</time>",
        "<span class='date'>13 February 2023, 10:30 a.m. local time.</span>",
    ],
)
def test_a_byline_may_end_with_a_stop(meta: str) -> None:
    article = read(page(meta=f"<p>{meta}</p>"))
    assert ((article.date_published or "")[:10], article.body) == ("2023-02-13", BODY)


def test_when_a_book_came_out_dates_no_text_that_tells_of_it() -> None:
    foot = "<p>The novel was published on 12 May 1951.</p>"
    assert read(page(PARAGRAPHS + foot, meta="")).date_published is None


@pytest.mark.parametrize(
    "meta",
    [
        "<p>Date: 13 February 2023</p><p>Location: London</p><p>Author: Anna Keller</p>",
        "<p>Press release no. 5</p><p>Date: 13 February 2023</p><p>Location: London</p>",
        "<p>Autor: Anna Keller</p><p>Datum: 13. Februar 2023</p><p>Ort: Hamburg</p>",
        "<p>Date: 13 February 2023</p><p>Local: news</p>",
    ],
)
def test_day_and_place_that_head_a_text_for_the_press_are_no_events(meta: str) -> None:
    assert read(page(meta=meta)).date_published == "2023-02-13"


def test_when_somebody_speaks_is_no_day_of_publication_though_a_writer_be_named() -> None:
    meta = "<p>Author: Anna Keller</p><p>Date: 13 February 2023</p><p>Speaker: Ruth Ames</p>"
    assert read(page(meta=meta)).date_published is None


def test_where_the_portuguese_meet_is_said_beside_when() -> None:
    rows = (("Data", "12 de junho de 2025"), ("Local", "Auditório"))
    told = f"<table>{''.join(f'<tr><td>{a}</td><td>{b}</td></tr>' for a, b in rows)}</table>"
    assert read(page(told + PARAGRAPHS, meta="")).date_published is None


@pytest.mark.parametrize(
    "title",
    [
        "Press release, 13 February 2023",
        "Newsletter 13 February 2023",
        "工作周报（2023-02-13）",
        "2023年2月13日空气质量日报",
    ],
)
def test_a_bulletin_is_of_the_day_in_its_title(title: str) -> None:
    article = read(page(title=title, meta=""))
    assert (article.date_published, article.source) == ("2023-02-13", None)


@pytest.mark.parametrize("label", ["上次更新", "本页修改"])
def test_what_says_of_a_page_that_it_changed_is_not_its_day(label: str) -> None:
    meta = f"{label}：2023-02-15 首发：2023-02-13"
    assert read(page(meta=meta)).date_published == "2023-02-13"


def test_news_of_a_programs_update_is_no_change_of_the_text() -> None:
    assert read(page(meta="<span>软件更新</span> 2023-02-13 09:05")).date_modified is None


def test_when_a_system_starts_is_doubted_as_the_day_of_its_news() -> None:
    body = f"{PARAGRAPHS}<p>上线时间：2023年6月1日</p>"
    article = read(page(body, meta="发布时间：2023-02-13"))
    assert (article.date_published, article.issues) == ("2023-02-13", ())
