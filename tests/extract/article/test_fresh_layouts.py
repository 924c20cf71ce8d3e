"""Layouts met on pages that nobody wrote rules for: boards, columns, fields of papers abroad."""

from __future__ import annotations

import pytest

from tests.extract.article.abroad import PLAIN, TEXT, TITLE, site
from tests.extract.article.pages import BODY, CLOSING, OPENING, PARAGRAPHS, body_of, page, read

JAPANESE = (
    "<html lang='ja'><head><title>湖底の観測ブイが動き出す</title></head><body>"
    "<h1>湖底の観測ブイが動き出す</h1><div>{meta}</div>"
    "<p>湖の底に置かれた観測ブイが、月曜から水温を一時間ごとに送り始めた。</p>"
    "<p>ブイは学生たちが実習で組み立て、十月に手こぎの舟で運んだものである。</p>"
    "<p>値は公開され、近くの学校も計算に使うことができる。</p></body></html>"
)


def test_a_side_box_with_title_and_article_in_it_is_none() -> None:
    article = site(
        f"<div class='sidebar-1'><span>6/12/2021, 08:10</span><h1>{TITLE}</h1>"
        f"<article>{PLAIN}</article></div>"
    )
    assert article.date_published is not None


def test_a_day_with_what_happens_on_it_is_a_calendars() -> None:
    days = "<h3>Termine</h3><ul><li>4. Juni 2023: Tag am See</li><li>18. Juni 2023: Fahrt</li></ul>"
    assert site(f"<h1>{TITLE}</h1>{PLAIN}{days}").date_published is None


def test_a_moment_that_prints_no_year_has_the_one_that_its_element_tells() -> None:
    moment = "<time datetime='2021-11-02T04:00'>2.11. 2:00</time> | Päivitetty 2.11. 7:31"
    article = site(f"<h1>{TITLE}</h1><div>{moment}</div>{PLAIN}", lang="fi")
    assert (article.date_published, article.body) == ("2021-11-02T04:00:00", "\n\n".join(TEXT))


def test_a_day_named_in_the_text_by_its_element_is_text() -> None:
    told = "Gesetzt wurde sie am <time datetime='2021-11-02'>2. November</time>, bei Windstille."
    assert site(f"<h1>{TITLE}</h1><p>{told}</p>{PLAIN}").body.startswith("Gesetzt wurde sie am 2.")


@pytest.mark.parametrize("line", ["海右市地方志办公室　翁怀远", "海右院综合处 翁怀远"])
def test_a_house_and_its_writer_stand_alone_under_the_title(line: str) -> None:
    assert read(page(meta=line)).authors == ("翁怀远",)


def test_who_stands_behind_the_day_of_a_blog_is_named_behind_its_word() -> None:
    meta = "<span>发表于</span> <a>2012 年 8 月 15 日</a><span><i>由</i> <a>南瓜灯</a></span>"
    assert read(page(meta=meta)).authors == ("南瓜灯",)


@pytest.mark.parametrize(
    "meta",
    [
        "<a href='/space/9'>铁马冰河</a> LV5 <span>楼主</span> 发表于：2009-08-22 13:45:10 <a>只看楼主</a>",
        "<p><a href='u.php?uid=9'>铁马冰河</a></p><p><i>楼主</i><b>发表于: 2009-08-22</b></p>",
    ],
)
def test_who_posted_a_boards_first_post_wrote_it(meta: str) -> None:
    assert read(page(meta=meta)).authors == ("铁马冰河",)


def test_whose_column_it_is_stands_in_the_title_and_before_the_way_into_it() -> None:
    meta = "<p>更新时间：2005-08-12</p><p>● 翁怀远 (<a>进入专栏</a>)</p>"
    assert read(page(title="翁怀远：村里的账本", meta=meta)).authors == ("翁怀远",)


def test_a_name_stands_first_in_the_byline_of_a_paper_abroad() -> None:
    byline = "<div class='byline'><a>Kavya Rao</a> / TNS / Updated: Feb 13, 2023, 10:21 IST</div>"
    assert site(f"<h1>{TITLE}</h1>{byline}{PLAIN}", lang="en").authors == ("Kavya Rao",)


@pytest.mark.parametrize("first", ["Climate Change", "San Francisco"])
def test_a_section_or_a_town_stands_first_in_a_byline_as_nobody(first: str) -> None:
    byline = f"<div class='byline'><span>{first}</span> | May 3, 2023</div>"
    assert site(f"<h1>{TITLE}</h1>{byline}{PLAIN}", lang="en").authors == ()


def test_a_pen_name_stands_first_in_the_box_of_a_posts_writer() -> None:
    meta = "<div class='author'><a>棠梨</a><a>关注</a><span>2018.03.02 21:40</span> 字数 1203</div>"
    assert read(page(meta=meta)).authors == ("棠梨",)


def test_a_label_stands_first_in_no_box_of_a_writer_as_his_name() -> None:
    meta = "<div class='author'><span>来源</span><span>综合处</span><span>2018-03-02</span></div>"
    assert read(page(meta=meta)).authors == ()


def test_a_place_in_capitals_under_a_name_is_nobody() -> None:
    byline = "<div class='byline'><b>Renata Lopes</b><br>PORTO CLARO</div>"
    article = site(f"<h1>{TITLE}</h1>{byline}<time>13/02/2023</time>{PLAIN}", lang="pt")
    assert article.authors == ("Renata Lopes",)


@pytest.mark.parametrize(
    "meta",
    [
        "<span>中川 竜也</span><time>2022年4月20日 17時00分</time>",
        "<time>2022.04.20</time> <span>中川 竜也</span>",
    ],
)
def test_a_japanese_name_beside_the_date_is_the_writers(meta: str) -> None:
    assert read(JAPANESE.format(meta=meta)).authors == ("中川 竜也",)


@pytest.mark.parametrize(
    "place",
    [
        "石川県",
        "山口支局",
        "千葉市",
        "千葉 船橋",
        "山口 支局",
        "石川 政治",
        "福島 第一",
        "宮崎 女子",
        "福島紀行",
    ],
)
def test_a_place_beside_the_date_is_no_japanese_name(place: str) -> None:
    assert read(JAPANESE.format(meta=f"<time>2022.04.20</time> <i>{place}</i>")).authors == ()


@pytest.mark.parametrize(
    "signed",
    [
        "<p class='doc__text document_authors'>Kornelia Voss, Arber</p>",
        "<div class='bylines'><span>Kornelia Voss</span><span>k.voss@arber.example</span></div>",
    ],
)
def test_who_signs_under_a_text_in_an_element_of_its_own_wrote_it(signed: str) -> None:
    assert site(f"<h1>{TITLE}</h1>{PLAIN}{signed}").authors == ("Kornelia Voss",)


@pytest.mark.parametrize(
    "over",
    ["Partager la page : Facebook Twitter", "进入专题：乡土", "本文导航：上一页 1 2 下一页"],
)
def test_ways_to_share_and_to_turn_pages_are_no_text(over: str) -> None:
    assert read(page(below=f"<p>{over}</p>")).body == BODY


def test_whom_to_ask_before_printing_a_text_again_is_none_of_it() -> None:
    under = "<p>如需转载请与本院综合处联系。未经授权，严禁转载或镜像，违者必究。</p>"
    assert read(page(below=under)).body == BODY


@pytest.mark.parametrize("first", ["只看该作者", "楼主", "发表于", "新手会员"])
def test_what_a_board_prints_beside_the_first_post_is_nobody(first: str) -> None:
    meta = f"<a>{first}</a> <span>楼主</span> 发表于：2009-08-22 13:45:10"
    assert read(page(meta=meta)).authors == ()


@pytest.mark.parametrize("column", ["时政要闻", "海右日报", "综合处"])
def test_a_column_or_a_house_first_in_the_box_of_a_writer_is_nobody(column: str) -> None:
    meta = f"<div class='author'><a>{column}</a> 2018-03-02 21:40</div>"
    assert read(page(meta=meta)).authors == ()


def test_a_row_of_a_calendar_is_no_byline() -> None:
    row = "<ul><li><time datetime='2023-06-04'>4. Juni</time> Tag am See</li></ul>"
    assert "Tag am See" in site(f"<h1>{TITLE}</h1>{row}{PLAIN}").body


def test_a_label_of_who_holds_an_event_is_no_house_of_a_writer() -> None:
    assert read(page(meta="主办 翁怀远")).authors == ()


def test_a_line_of_tags_is_no_text_in_other_languages_either() -> None:
    under = "<div class='t'>Tagi: <a>jezioro</a></div>"
    assert site(f"<h1>{TITLE}</h1>{PLAIN}{under}", lang="pl").body == "\n\n".join(TEXT)


def test_the_word_for_year_behind_a_day_ends_no_sentence() -> None:
    meta = "<div>Пресс-служба, 3 июня 2021 г.</div>"
    assert site(f"<h1>{TITLE}</h1>{meta}{PLAIN}", lang="ru").date_published == "2021-06-03"


def test_a_reporter_stands_before_his_town_in_turkish() -> None:
    reporter = "<div class='muhabir'>Elif Kaya / AYVALI</div>"
    article = site(f"<h1>{TITLE}</h1><i>03.09.2021</i>{reporter}{PLAIN}", lang="tr")
    assert (article.authors, article.body) == (("Elif Kaya",), "\n\n".join(TEXT))


@pytest.mark.parametrize(
    "meta", ["[作者]翁怀远　[来源]海右日报", "【来源】海右日报 【作者】翁怀远"]
)
def test_labels_in_brackets_need_no_colon(meta: str) -> None:
    article = read(page(meta=f"2005-05-13　08:55　{meta}　【<a>打印</a>】"))
    assert (article.authors, article.source) == (("翁怀远",), "海右日报")


def test_a_button_in_brackets_is_no_label() -> None:
    article = read(page(meta="2005-05-13 [<a>来源</a>][<a>打印</a>]"))
    assert (article.authors, article.source) == ((), None)


def test_an_account_that_its_element_calls_the_writers_is_no_source_besides() -> None:
    meta = "<a href='/u/5' class='nickname'>夜航星</a><span>2022-02-14 18:00</span><i>浏览 80</i>"
    article = read(page(meta=meta))
    assert (article.authors, article.source) == (("夜航星",), None)


def test_replies_to_a_post_end_it() -> None:
    under = "<div>所有跟帖：</div><ul><li><a>好看</a> -<a>路人</a>- 2012-10-05</li></ul>"
    assert read(page(below=under)).body == BODY


def test_what_stands_in_brackets_whole_is_no_title() -> None:
    html = page(meta="（海右大学财政系，海右 450000）<br>2003-05-29").replace("<h1>", "<p>")
    assert read(html.replace("</h1>", "</p>")).title == "海右院部署下半年重点任务"


@pytest.mark.parametrize("label", ["收稿日期", "修回日期", "录用时间"])
def test_the_days_on_which_a_journal_had_a_paper_are_not_that_of_its_publication(
    label: str,
) -> None:
    assert read(page(meta=f"<p>{label}：2019-03-01</p>")).date_published is None


def test_where_something_happens_beside_its_day_is_no_byline() -> None:
    when = "<p><time datetime='2023-05-04'>4. Mai</time>, 19 Uhr, Aula am Markt</p>"
    article = site(f"<h1>{TITLE}</h1>{when}{PLAIN}")
    assert article.body.startswith("4. Mai")


@pytest.mark.parametrize("heading", ["Share of renewables:", "Teilen der Daten:"])
def test_a_heading_that_begins_as_a_way_to_share_is_text(heading: str) -> None:
    assert heading in site(f"<h1>{TITLE}</h1>{PLAIN}<p>{heading}</p>{PLAIN}").body


def test_a_paragraph_on_printing_again_ends_no_text() -> None:
    told = "转载与原创的界限，与会专家各抒己见，没有一致的看法。"
    assert body_of(f"{PARAGRAPHS}<p>{told}</p>") == f"{BODY}\n\n{told}"


def test_what_happened_on_a_day_is_a_sentence_with_the_word_for_year_at_its_end() -> None:
    told = "Шлюз построен 3 июня 1951 г."
    article = site(f"<h1>{TITLE}</h1><p>{told}</p>{PLAIN}", lang="ru")
    assert (article.date_published, told in article.body) == (None, True)


@pytest.mark.parametrize("control", ["电梯直达", "精华", "海右论坛"])
def test_what_leads_to_no_account_has_opened_no_thread(control: str) -> None:
    meta = f"<a href='/t/1'>{control}</a> <span>楼主</span> 发表于：2009-08-22 13:45:10"
    assert read(page(meta=meta)).authors == ()


@pytest.mark.parametrize("column", ["科普", "人物", "院士风采"])
def test_a_column_that_nobody_can_follow_is_no_pen_name(column: str) -> None:
    meta = f"<div class='author'><a>{column}</a> <span>2018-03-02 21:40</span></div>"
    assert read(page(meta=meta)).authors == ()


def test_a_word_behind_a_house_is_nobody() -> None:
    assert read(page(meta="学生处 成才")).authors == ()


def test_what_kind_of_piece_it_is_before_a_colon_in_the_title_is_no_column_of_somebody() -> None:
    assert read(page(title="快讯：村里的账本", meta="<p>快讯（组图）</p>")).authors == ()


@pytest.mark.parametrize(
    "told",
    [
        "投稿时请注明[作者]姓名和电话，编辑部将在两周内答复。",
        "卡片上只有两行字：【来源】望川市年鉴，【作者】不详，字迹已经模糊。",
        "文献按[作者]题名[来源]刊名的格式著录，标点用半角。",
    ],
)
def test_a_label_in_brackets_that_a_sentence_speaks_of_is_none(told: str) -> None:
    article = read(page(f"{PARAGRAPHS}<p>{told}</p>", meta="2023-02-13"))
    assert (article.authors, article.source) == ((), None)


@pytest.mark.parametrize("printed", ["Haber Merkezi", "Haber Merkezi / AYVALI"])
def test_the_desk_of_a_turkish_paper_is_nobody(printed: str) -> None:
    desk = f"<i>03.09.2021</i><div class='muhabir'>{printed}</div>"
    assert site(f"<h1>{TITLE}</h1>{desk}{PLAIN}", lang="tr").authors == ()


def test_the_way_to_follow_a_writer_is_no_writer() -> None:
    box = "<div class='author-box'><b>Anna Keller</b> <span>Follow Us</span></div>"
    assert site(f"<h1>{TITLE}</h1>{box}<time>13/02/2023</time>{PLAIN}").authors == ("Anna Keller",)


def test_key_words_with_links_under_an_abstract_are_text() -> None:
    inside = f"<p>{OPENING}</p><p>关键词：<a>水质</a>；<a>浮标</a></p><p>{CLOSING}</p>"
    assert "关键词：水质；浮标" in body_of(inside)


def test_a_paper_that_is_called_the_author_and_has_an_account_is_the_source() -> None:
    account = (
        "<p class='author'>海右日报</p><p><a href='/media/3'>海右日报</a></p><p>2023-02-13</p>"
    )
    assert read(page(meta=account)).source == "海右日报"
