"""Institutes that write in other languages: how their templates lay out head, byline and text."""

from __future__ import annotations

import pytest

from tests.extract.article.abroad import LEAD, PLAIN, TEXT, TITLE, site


def test_a_byline_stands_under_the_standfirst_as_well_as_over_it() -> None:
    article = site(
        f"<h1>{TITLE}</h1><p class='hero-intro'>{LEAD}</p><p class='hero-by'>Von Ute Brandl</p>"
        f"<p class='hero-date'>13. November 2023</p><div class='text'>{PLAIN}</div>"
    )
    assert article.body == "\n\n".join((LEAD, *TEXT))
    assert article.authors == ("Ute Brandl",)
    assert article.date_published == "2023-11-13"


def test_a_date_in_a_box_like_those_of_the_text_is_the_byline_under_a_subtitle() -> None:
    boxes = ("<p>13. November 2023</p>", *(f"<p>{text}</p>" for text in TEXT))
    article = site(
        f"<h1>{TITLE}</h1><h2>Was der See im Winter macht, wenn niemand hinsieht und misst</h2>"
        + "".join(f"<div class='grid'><div class='text'>{box}</div></div>" for box in boxes)
    )
    assert article.date_published == "2023-11-13"
    assert article.body == "\n\n".join(TEXT)


def test_a_short_text_is_not_lost_behind_its_description() -> None:
    article = site(
        f"<h1>{TITLE}</h1><div class='by'><span>Автор: Ольга Ветрова</span> — "
        f"<span>Опубликовано: 13.11.2023</span></div><div class='description'>{LEAD}</div>"
        f"<div id='content-core'>{PLAIN}</div>",
        lang="ru",
    )
    assert article.body.endswith("\n\n".join(TEXT))
    assert article.authors == ("Ольга Ветрова",)


def test_a_section_beside_the_date_is_no_source_and_who_stands_behind_it_wrote() -> None:
    article = site(
        f"<h1>{TITLE}</h1><p><time>13.11.2023</time><span>Aktuelles</span>"
        f"<span>Von Ute Brandl</span></p><div class='text'>{PLAIN}</div>"
    )
    assert article.source is None
    assert article.authors == ("Ute Brandl",)
    assert article.date_published == "2023-11-13"


def test_who_is_printed_wrote_it_and_not_who_was_logged_in() -> None:
    article = site(
        f"<h1>{TITLE}</h1><div class='by'>Par Anne Keller — Publié le 03/10/2023, Mis à jour le "
        f"2023-12-30 10:22</div><div class='text'>{PLAIN}</div>",
        head="<meta name='DC.creator' content='akeller2'>",
        lang="fr",
    )
    assert article.authors == ("Anne Keller",)
    assert article.date_published == "2023-10-03"


def test_what_microdata_calls_the_description_is_the_standfirst() -> None:
    article = site(
        f"<h1>{TITLE}</h1><div class='teaser-text' itemprop='description'><p>{LEAD}</p></div>"
        f"<div itemprop='articleBody'>{PLAIN}</div>"
    )
    assert article.body == "\n\n".join((LEAD, *TEXT))


def widget(inside: str) -> str:
    return f"<div class='element'><div class='element-container'>{inside}</div></div>"


def test_a_text_laid_out_in_several_widgets_is_whole_and_ends_before_the_neighbours() -> None:
    column = "".join(
        (
            widget(f"<h1>{TITLE}</h1>"),
            widget("<ul><li>Ute Brandl</li><li>13. November 2023</li><li>10:22</li></ul>"),
            widget(f"<p>{LEAD}</p><p>{TEXT[0]}</p><p>{TEXT[1]}</p>"),
            widget("<h2>Schulen rechnen mit</h2>"),
            widget(f"<p>{TEXT[2]}</p>"),
            widget("<div>Beitrag teilen</div><div>Facebook</div>"),
            widget(
                "<a href='/2'><span>Vorheriger Beitrag</span><span>Ruderboot verkauft</span></a>"
            ),
        )
    )
    article = site(f"<div class='column'>{column}</div>")
    assert article.body == "\n\n".join((LEAD, *TEXT[:2], "Schulen rechnen mit", TEXT[2]))
    assert article.date_published == "2023-11-13"


@pytest.mark.parametrize(
    "mark",
    [
        "Article précédent Une bouée au fond du lac",
        "Noticia siguiente: una boya en el lago",
        "Следующая новость",
        "次の記事",
        "Weitere Meldungen",
        "Otras noticias",
        "You may also like",
    ],
)
def test_the_way_to_the_neighbours_ends_a_text_in_any_language(mark: str) -> None:
    article = site(
        f"<h1>{TITLE}</h1><div class='text'>{PLAIN}<div><a href='/2'>{mark}</a></div></div>"
    )
    assert article.body == "\n\n".join(TEXT)


def test_an_element_whose_name_ends_in_author_names_him_and_a_box_about_him_does_not() -> None:
    head = f"<h1>{TITLE}</h1><p class='hero__author'>Lúthien Ysgawen</p>"
    assert site(f"{head}<div class='text'>{PLAIN}</div>").authors == ("Lúthien Ysgawen",)
    about = head.replace("hero__author", "about-author")
    assert site(f"{about}<div class='text'>{PLAIN}</div>").authors == ()


def test_a_super_user_is_nobody() -> None:
    article = site(
        f"<h1>{TITLE}</h1><div class='text'>{PLAIN}</div>",
        head="<meta name='author' content='Super User'>",
    )
    assert article.authors == ()


@pytest.mark.parametrize(
    "line",
    [
        "Verfasst von Ute Brandl | Hochschule Arber",
        "Von Ute Brandl, 13. November 2023",
        "Author: Ute Brandl, Kommunikation",
        "<span>13.11.2023</span><span>Autor: Ute Brandl</span>",
        "<span>13. November 2023</span><span>Von Ute Brandl</span><span>5 Minuten Lesezeit</span>",
    ],
)
def test_a_line_that_says_by_whom_a_text_is_is_none_of_it(line: str) -> None:
    article = site(f"<h1>{TITLE}</h1><p>{line}</p>{PLAIN}")
    assert (article.authors, article.body) == (("Ute Brandl",), "\n\n".join(TEXT))


@pytest.mark.parametrize(
    "line",
    [
        "13.11.2023 - Lesezeit : 3 min - Kommunikation",
        "Pressemitteilung Nr. 12/2023 vom 13.11.2023",
    ],
)
def test_what_a_press_office_prints_round_the_date_is_no_text(line: str) -> None:
    article = site(f"<h1>{TITLE}</h1><p>{line}</p>{PLAIN}")
    assert (article.date_published, article.body) == ("2023-11-13", "\n\n".join(TEXT))


@pytest.mark.parametrize(
    "mark", ["一覧へ戻る", "← Back to news", "Возврат к списку", "« Zurück zur Übersicht"]
)
def test_the_way_back_ends_a_text(mark: str) -> None:
    assert site(f"<h1>{TITLE}</h1>{PLAIN}<p><a href='/'>{mark}</a></p>").body == "\n\n".join(TEXT)


def test_an_address_under_a_text_names_no_author() -> None:
    contact = "<p>Contact:</p><p>E-mail: u.brandl@hs-arber.example</p>"
    assert site(f"<h1>{TITLE}</h1>{PLAIN}{contact}").authors == ()


def test_the_word_for_writers_of_both_sexes_is_no_label() -> None:
    about = "<div><p>Über die Autor:in</p><p>Sie misst seit drei Jahren.</p></div>"
    assert site(f"<h1>{TITLE}</h1><p>13. November 2023</p>{PLAIN}{about}").authors == ()


def test_under_what_a_text_is_filed_is_none_of_it() -> None:
    article = site(f"<h1>{TITLE}</h1><p>Datum: 13.11.2023</p><p>Kategorie: Forschung</p>{PLAIN}")
    assert article.body == "\n\n".join(TEXT)


def test_the_day_in_a_dateline_is_the_day_where_no_other_one_is_printed() -> None:
    dated = f"Arbersee, 13. November 2023 – {TEXT[0]}"
    article = site(f"<h1>{TITLE}</h1><p>{dated}</p><p>{TEXT[1]}</p><p>{TEXT[2]}</p>")
    assert article.date_published == "2023-11-13"
    assert article.body == "\n\n".join((dated, *TEXT[1:]))


def test_a_link_to_more_to_read_among_the_paragraphs_is_no_text() -> None:
    more = "<p>Lesen Sie auch: <a href='/2.html'>Der Steg am Arbersee wird neu gebaut</a></p>"
    article = site(f"<h1>{TITLE}</h1><p>{TEXT[0]}</p>{more}<p>{TEXT[1]}</p><p>{TEXT[2]}</p>")
    assert article.body == "\n\n".join(TEXT)


def test_a_name_under_the_last_paragraph_signs_it() -> None:
    article = site(f"<h1>{TITLE}</h1><p>13. November 2023</p>{PLAIN}<p>Anna Brandl</p>")
    assert article.authors == ("Anna Brandl",)


@pytest.mark.parametrize(
    ("lang", "byline"),
    [
        ("fr", "<p>Publié le 13 novembre 2023 à 17h30, mis à jour le 14 novembre 2023</p>"),
        ("hu", "<p>2023. november 13. 17:30</p>"),
        ("pl", "<p>Data publikacji: 13.11.2023</p>"),
        ("tr", "<p>Giriş: 13 Kasım 2023 Pazartesi 17:30</p>"),
        ("he", "<p>13 בנובמבר 2023</p>"),
    ],
)
def test_a_day_is_read_as_the_country_prints_it(lang: str, byline: str) -> None:
    article = site(f"<h1>{TITLE}</h1>{byline}<div class='text'>{PLAIN}</div>", lang=lang)
    assert (article.date_published or "")[:10] == "2023-11-13"
    assert article.body == "\n\n".join(TEXT)


@pytest.mark.parametrize("label", ["Szerző", "Teksti", "Yazar", "Penulis", "كتب", "מאת"])
def test_an_author_is_labelled_in_the_words_of_the_country(label: str) -> None:
    byline = f"<p>{label}: Ute Brandl</p><p>13. November 2023</p>"
    assert site(f"<h1>{TITLE}</h1>{byline}{PLAIN}").authors == ("Ute Brandl",)


@pytest.mark.parametrize(
    "byline",
    [
        "13. November 2023 | di Ute Brandl",
        "Ein Beitrag von Ute Brandl | Lesedauer 3 Minuten | 13. November 2023",
        "Publicado em 13/11/2023 - 18:20 Por Ute Brandl",
        "Montag, 13. November 2023 Texto: Ute Brandl. Fotos: Inés Gil",
    ],
)
def test_a_byline_of_one_line_names_day_and_writer(byline: str) -> None:
    article = site(f"<h1>{TITLE}</h1><p>{byline}</p>{PLAIN}", lang="pt")
    assert article.authors == ("Ute Brandl",)
    assert (article.date_published or "")[:10] == "2023-11-13"
    assert article.body == "\n\n".join(TEXT)


@pytest.mark.parametrize("control", ["ENDS", "###", "← Back to news", "Comments: 3", "Print Close"])
def test_what_ends_a_release_or_leads_back_is_no_text(control: str) -> None:
    article = site(f"<h1>{TITLE}</h1><p>13. November 2023</p>{PLAIN}<p>{control}</p>")
    assert article.body == "\n\n".join(TEXT)


def test_a_title_beside_a_menu_is_one_where_tables_lay_out_the_page() -> None:
    article = site(
        "<table><tr><td><a href='1'>Heim</a><br><a href='2'>Neues</a></td>"
        f"<td><b>{TITLE}</b><br>von Ute Brandl<br>13. November 2023{PLAIN}</td></tr></table>"
    )
    assert article.title == TITLE
    assert article.provenance["title"].rule != "title-tag"
