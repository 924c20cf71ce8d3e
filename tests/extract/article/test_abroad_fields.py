"""What templates abroad set around title and text: fields, columns, controls, calendars."""

from __future__ import annotations

import pytest

from tests.extract.article.abroad import LEAD, PLAIN, TEXT, TITLE, site
from tests.extract.article.pages import read


def test_a_writer_between_the_standfirst_and_the_text_is_not_text() -> None:
    article = site(
        f"<p>13. November 2023</p><h1>{TITLE}</h1><p class='preamble'>Sie misst stündlich.</p>"
        f"<p class='writer'>Text: Ute Brandl</p>{PLAIN}"
    )
    assert article.body == "\n\n".join(("Sie misst stündlich.", *TEXT))
    assert article.authors == ("Ute Brandl",)


def test_how_long_the_reading_takes_is_not_text() -> None:
    article = site(
        f"<h1>{TITLE}</h1><div>13.11.2023, von Ute Brandl</div><div>Lesezeit: 4 Min.</div>"
        f"<p class='vorspann'>{LEAD}</p><div class='text'>{PLAIN}</div>"
    )
    assert article.body == "\n\n".join((LEAD, *TEXT))


def test_a_number_of_the_page_itself_is_not_text() -> None:
    article = site(
        f"<h1>{TITLE}</h1><p>更新日：2023年11月13日</p><p>ページID：10345</p><div>{PLAIN}</div>",
        lang="ja",
    )
    assert article.body == "\n\n".join(TEXT)


def test_a_count_beside_writer_and_date_is_a_field_as_they_are() -> None:
    article = site(
        f"<h1>{TITLE}</h1><ul><li>김민수 기자</li><li>입력 2023.11.13</li><li>댓글 0</li></ul>"
        f"<div>{PLAIN}</div>",
        lang="ko",
    )
    assert article.body == "\n\n".join(TEXT)


def test_what_a_box_says_of_the_page_under_its_text_is_not_text() -> None:
    article = site(
        f"<h1>{TITLE}</h1>{PLAIN}<div class='publ'><p>Senast uppdaterad: 18 november 2023</p>"
        "<p>Publicerad: 13 november 2023</p><p>Sidansvarig: Karin Ek</p></div>",
        lang="sv",
    )
    assert article.body == "\n\n".join(TEXT)
    assert article.date_published == "2023-11-13"


def test_pieces_made_alike_under_the_text_belong_to_it() -> None:
    about = "Die Hochschule Arber betreibt seit 1974 ein Labor für Seenkunde am Ufer des Arbersees."
    article = site(
        f"<div class='t'><h1>{TITLE}</h1></div><div class='d'>13. November 2023</div>"
        f"<div class='text'><div class='cmp'>{PLAIN}</div></div>"
        f"<div class='text'><div class='cmp'><h3>Über uns</h3><p>{about}</p></div></div>"
        "<div class='download'><a href='/pm.pdf'>Als PDF</a></div>"
    )
    assert article.body == "\n\n".join((*TEXT, "Über uns", about))


def test_a_column_beside_a_date_over_the_title_may_be_a_link() -> None:
    article = site(
        f"<div class='meta'><span>13. November 2023</span> <a href='/n'>News</a></div><h1>{TITLE}</h1>"
        f"<div class='entry-content'>{PLAIN}</div>"
    )
    assert article.date_published == "2023-11-13"


def test_a_name_set_at_the_right_under_the_text_signed_it() -> None:
    article = site(
        f"<h1>{TITLE}</h1><p>13/11/2023</p>{PLAIN}<p style='text-align:right'><b>Minh Châu</b></p>",
        lang="vi",
    )
    assert article.authors == ("Minh Châu",)


def test_the_word_before_a_name_in_the_writers_element_is_none_of_his_names() -> None:
    article = site(
        f"<h1>{TITLE}</h1><p>13. November 2023</p><div class='author'><p>Scris de</p><p>Ana Popa</p>"
        f"</div><div>{PLAIN}</div>",
        lang="ro",
    )
    assert article.authors == ("Ana Popa",)


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("วันที่ประกาศ : 13 พฤศจิกายน 2566 | ผู้เข้าชม 215", "th"),
        ("تاریخ انتشار: دوشنبه ۲۲ آبان ۱۴۰۲ | بازدید: ۱۲۳", "fa"),
        ("الاثنين 13 نوفمبر 2023", "ar"),
        ("תאריך פרסום: 13.11.2023", "he"),
        ("प्रकाशित: 13 नवंबर 2023", "hi"),
        ("Ημερομηνία δημοσίευσης: Δευτέρα, 13 Νοεμβρίου 2023", "el"),
        ("13.11.23", "de"),
    ],
)
def test_the_line_of_the_date_is_known_in_any_script(line: str, lang: str) -> None:
    article = site(f"<h1>{TITLE}</h1><div class='d'>{line}</div><div>{PLAIN}</div>", lang=lang)
    assert article.date_published == "2023-11-13"
    assert article.body == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    ("heading", "lang"),
    [("보도자료", "ko"), ("Aktuelles", "de"), ("お知らせ", "ja"), ("Press release", "en")],
)
def test_the_column_that_the_frame_names_too_is_not_the_title(heading: str, lang: str) -> None:
    article = read(
        f"<html lang='{lang}'><head><title>{heading} | Hochschule Arber</title></head><body>"
        f"<main><h2>{heading}</h2><div class='view_title'>{TITLE}</div><p>2023.11.13</p>"
        f"<div>{PLAIN}</div></main></body></html>"
    )
    assert article.title == TITLE


def test_the_cell_behind_the_word_title_holds_it() -> None:
    article = read(
        "<html lang='ko'><head><title>해든시청</title></head><body><table><tr><th>제목</th><!-- 1 -->"
        f"<td>{TITLE}</td></tr><tr><th>작성일</th><td>2023-11-13</td></tr><tr><td colspan='2'>"
        f"{PLAIN}</td></tr></table></body></html>"
    )
    assert article.title == TITLE


def test_a_badge_before_the_title_is_none_of_it_where_the_frame_names_the_column_behind() -> None:
    article = read(
        f"<html lang='ko'><head><title>{TITLE} &gt; 공지사항 | 재단</title></head><body><h2><span>모집"
        f"</span> <span>{TITLE}</span></h2><p>2023.11.13</p><div>{PLAIN}</div></body></html>"
    )
    assert article.title == TITLE


def test_a_name_behind_of_beside_a_date_wrote_it() -> None:
    article = site(
        f"<div class='post-info'><span>21. November 2023</span> <span>de Andreea Ionescu</span> "
        f"<span>Vizualizări: 88</span></div><h1 class='entry-title'>{TITLE}</h1>{PLAIN}",
        lang="ro",
    )
    assert article.authors == ("Andreea Ionescu",)


def test_a_day_in_three_elements_over_the_title_is_a_date() -> None:
    article = site(
        "<div class='d'><span>13</span> <span>листопада</span> <span>2023</span></div>"
        f"<h1>{TITLE}</h1>{PLAIN}",
        lang="uk",
    )
    assert article.date_published == "2023-11-13"


def test_who_took_the_pictures_is_no_author_beside_who_wrote() -> None:
    article = site(
        f"<h1>{TITLE}</h1><p>Dodano: 13 listopada 2023 r., godz. 10.30</p>{PLAIN}"
        "<p>Tekst: Katarzyna Mazur, fot. Piotr Zych</p>",
        lang="pl",
    )
    assert article.authors == ("Katarzyna Mazur",)
    assert (article.date_published or "")[:16] == "2023-11-13T10:30"


@pytest.mark.parametrize("line", ["Jaa artikkeli", "Paylaş: Facebook", "Опубліковано в розділах:"])
def test_a_control_or_an_announcement_under_the_text_is_not_text(line: str) -> None:
    article = site(f"<h1>{TITLE}</h1><p>13.11.2023</p>{PLAIN}<p>{line}</p>")
    assert article.body == "\n\n".join(TEXT)


def test_who_looks_after_the_site_wrote_nothing() -> None:
    article = site(
        f"<h1>{TITLE}</h1>{PLAIN}<div><p>Datum vložení: 13. 11. 2023 9:45</p>"
        "<p>Autor: Správce webu</p></div>",
        lang="cs",
    )
    assert article.authors == ()
    assert article.body == "\n\n".join(TEXT)
    assert (article.date_published or "")[:16] == "2023-11-13T09:45"


def test_a_blogs_own_name_over_the_date_is_not_the_title_of_its_post() -> None:
    article = read(
        f"<html lang='de'><head><title>Seenotizen: {TITLE}</title></head><body><div><h1 class='title'>"
        "Seenotizen</h1></div><div class='main'><h2 class='date-header'><span>13. November 2023</span>"
        f"</h2><div class='post'><h3 class='post-title entry-title'>{TITLE}</h3>"
        f"<div class='post-body entry-content'>{PLAIN}</div></div></div></body></html>"
    )
    assert article.title == TITLE
    assert article.date_published == "2023-11-13"


@pytest.mark.parametrize(
    ("line", "lang", "author"),
    [
        ("Δευτέρα, 13 Νοεμβρίου 2023 12:45 | Του Νίκου Παππά", "el", ("Νίκου Παππά",)),
        (
            "<span>كتب: أحمد علي</span> <span>الاثنين، 13 نوفمبر 2023 - 05:30 م</span>",
            "ar",
            ("أحمد علي",),
        ),
    ],
)
def test_a_line_of_weekday_date_and_writer_tells_both(
    line: str, lang: str, author: tuple[str, ...]
) -> None:
    article = site(f"<h1>{TITLE}</h1><div class='meta'>{line}</div><div>{PLAIN}</div>", lang=lang)
    assert article.authors == author
    assert (article.date_published or "").startswith("2023-11-13T")
    assert article.body == "\n\n".join(TEXT)


def test_a_year_of_two_digits_over_the_title_is_a_date_as_under_it() -> None:
    article = site(f"<div class='datum'>13.11.23</div><h2>{TITLE}</h2>{PLAIN}")
    assert article.date_published == "2023-11-13"


@pytest.mark.parametrize(
    ("lang", "printed"),
    [
        ("ro", "noiembrie 13, 2023"),
        ("lt", "Lapkričio 13, 2023"),
        ("ko", "2023년 11월 13일"),
        ("en", "13-Nov-2023"),
        ("en", "2023 November 13"),
        ("ta", "நவம்பர் 13, 2023"),
        ("km", "ថ្ងៃទី១៣ ខែវិច្ឆិកា ឆ្នាំ២០២៣"),
        ("kk", "2023 жылғы 13 қараша"),
        ("fr", "Le 13/11/23 à 18:04"),
        ("he", "13.11.23, 07:12"),
        ("de", "Online seit 13.11.23, 07.12 Uhr"),
    ],
)
def test_a_line_that_is_hardly_more_than_a_day_is_the_date(lang: str, printed: str) -> None:
    """The article has no date, and the line stands in its text."""
    article = site(f"<h1>{TITLE}</h1><div>{printed}</div><div>{PLAIN}</div>", lang=lang)
    assert (article.date_published or "")[:10] == "2023-11-13"
    assert article.body == "\n\n".join(TEXT)


def test_british_pages_put_the_day_first_and_plain_english_ones_prove_nothing() -> None:
    page = f"<h1>{TITLE}</h1><p>Published: 03/11/2023</p><div>{PLAIN}</div>"
    assert site(page, lang="en-GB").date_published == "2023-11-03"
    assert site(page, lang="en-US").date_published is None


BY = "<h1>{title}</h1><div class='x'>{by}</div><div class='text'>{text}</div>"


def by(inside: str, lang: str = "de") -> tuple[str, ...]:
    """The authors of a page with this between its title and its text."""
    return site(BY.format(title=TITLE, by=inside, text=PLAIN), lang=lang).authors


@pytest.mark.parametrize(
    "inside",
    [
        "<a href='/autor/lu-ysgawen'>Lúthien Ysgawen</a>",
        "<a href='https://paper.example/authors/17'>Lúthien Ysgawen</a> und <span>APA</span>",
        "<div class='Byline_authors-container__wVW1s'><b>Lúthien Ysgawen</b> Chefin vom Dienst</div>",
        "<p>By <a href='#'>Lúthien Ysgawen</a> <a href='#'>Twitter</a></p>",
        "<p>By <a href='#'>Lúthien Ysgawen</a> <span>published 13 November 2023</span></p>",
        "<p>Von <a href='#'>Lúthien Ysgawen</a> mit <b>APA</b></p>",
    ],
)
def test_a_name_is_the_writers_by_its_link_its_box_or_the_word_before_it(
    inside: str,
) -> None:
    assert by(inside) == ("Lúthien Ysgawen",)


@pytest.mark.parametrize(
    "inside",
    [
        "<span>Anna Ysgawen</span><span>13. November 2023</span>",
        "<p>Anna Ysgawen</p><p>13. November 2023, 18:04</p>",
        "<div>Anna Ysgawen<span>|</span><span>Published <time>4 months ago</time></span></div>",
    ],
)
def test_a_known_given_name_is_the_writers_by_its_place_beside_the_date(inside: str) -> None:
    assert by(inside) == ("Anna Ysgawen",)


@pytest.mark.parametrize("capitals", ["Los Arenales", "Supreme Bench", "Fall Study", "Tidal Power"])
@pytest.mark.parametrize(
    "inside",
    [
        "<span>{}</span> <span>13. November 2023</span>",
        "<p class='kicker'>{}</p><p>13. November 2023</p>",
        "<p>13. November 2023</p><p>{}</p>",
        "<div><span>{}</span> · <span>5 min read</span></div>",
        "<div>{}<span>|</span><span>4 months ago</span></div>",
    ],
)
def test_two_capitals_beside_a_date_are_a_place_or_a_topic(inside: str, capitals: str) -> None:
    assert by(inside.format(capitals)) == ()


@pytest.mark.parametrize(
    "inside",
    [
        "<a href='/thema/seen'>Bojen Seen</a> <span>13. November 2023</span>",
        "<span>Praktikum Ruderboot</span> <span>13. November 2023</span>",
        "<span>13. November 2023</span> <span>Published by: <a href='#'>Lúthien Ysgawen</a></span>",
        "<p><span>Foto</span> <span>Lúthien Ysgawen</span></p><p>13. November 2023</p>",
        "<p>E-Mail： presse@hs-arber.example</p>",
    ],
)
def test_a_topic_or_somebody_elses_name_beside_the_date_is_no_writers(inside: str) -> None:
    assert by(inside) == ()


@pytest.mark.parametrize("path", ["people", "profile", "staff", "team", "osoby"])
def test_a_link_to_somebodys_page_is_his_who_wrote_beside_the_date_and_not_in_prose(
    path: str,
) -> None:
    link = f"<a href='/{path}/anna-ysgawen'>Anna Ysgawen</a>"
    assert by(f"<p>{link}</p><p>13. November 2023</p>") == ("Anna Ysgawen",)
    said = f"<p>Die Ministerin {link} besuchte am Montag die Boje und fuhr danach in die Stadt.</p>"
    assert by(f"<p>13. November 2023</p>{said}") == ()


@pytest.mark.parametrize("path", ["firmas", "team", "people"])
def test_a_page_of_a_bank_or_a_club_is_no_writers(path: str) -> None:
    link = f"<a href='/{path}/banko-arber'>Banko Arber</a>"
    assert by(f"<p>{link}</p><p>13. November 2023</p>") == ()


def test_what_somebody_is_stands_behind_his_name_in_scripts_without_capitals() -> None:
    inside = "<div class='by'><div>সাইফুল ইসলাম</div><div>রাজবাড়ী প্রতিনিধি</div></div>"
    assert by(inside, "bn") == ("সাইফুল ইসলাম",)
    assert by("<span>מאת <a href='#'>נועה ברקת</a></span> <span>פורסם: 13.11.23</span>", "he") == (
        "נועה ברקת",
    )


def test_a_link_to_a_writers_page_names_him_in_a_script_without_capitals() -> None:
    inside = "<a href='/author/huda'>هدى المنصوري</a> <span>13 نوفمبر 2023</span>"
    assert by(inside, "ar") == ("هدى المنصوري",)


def test_the_papers_name_behind_the_writers_is_none() -> None:
    assert by("<p>Anna Ysgawen, Hochschule Arber</p><p>13. November 2023</p>") == ("Anna Ysgawen",)


def test_the_caption_over_a_byline_is_none_of_the_text() -> None:
    article = site(
        f"<h1>{TITLE}</h1><h2>{LEAD}</h2><figure><img src='a.jpg'><figcaption>Die Boje der Hochschule im"
        " Arbersee, kurz bevor sie an einem Morgen im Oktober ins Wasser kam.</figcaption></figure>"
        f"<address>Lúthien Ysgawen</address><div>Publiceret 13. november 2023</div>{PLAIN}"
    )
    assert article.date_published == "2023-11-13"
    assert article.authors == ("Lúthien Ysgawen",)


def test_a_person_whom_a_link_beside_the_date_is_a_topic_of_has_not_written() -> None:
    article = site(
        f"<h1>{TITLE}</h1><p><a href='/thema/anna-brandl'>Anna Brandl</a> <span>13. November 2023"
        f"</span></p>{PLAIN}"
    )
    assert article.authors == ()


def test_a_person_whom_the_title_names_has_not_written_beside_the_date() -> None:
    html = (
        "<html lang='en'><head><title>In memoriam: Anna Brandl | Institute</title></head><body>"
        f"<h1>In memoriam: Anna Brandl</h1><p>Anna Brandl</p><p>12 May 2025</p>{PLAIN}</body></html>"
    )
    assert read(html).authors == ()


def test_a_person_who_speaks_in_the_title_may_have_written() -> None:
    html = (
        "<html lang='en'><head><title>Anna Brandl: Why tides matter | Institute</title></head>"
        f"<body><h1>Anna Brandl: Why tides matter</h1><p>Anna Brandl</p><p>12 May 2025</p>{PLAIN}"
        "</body></html>"
    )
    assert read(html).authors == ("Anna Brandl",)
