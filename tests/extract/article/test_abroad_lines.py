"""Lines that papers and press offices abroad set among and under a text's paragraphs."""

from __future__ import annotations

import pytest

from newscrawl.items import Article
from newscrawl.text.related_words import end_of_related
from tests.extract.article.abroad import LEAD, TEXT, TITLE, site

BEFORE, *AFTER = TEXT


def among(insert: str, *, head: str = "") -> Article:
    rest = "".join(f"<p>{text}</p>" for text in AFTER)
    return site(
        f"<h1>{TITLE}</h1><div class='d'>13.11.2023</div><div class='t'><p>{BEFORE}</p>{insert}{rest}</div>",
        head=head,
    )


@pytest.mark.parametrize(
    "words",
    [
        "Leggi anche",
        "Czytaj też:",
        "Citește și:",
        "Читайте також:",
        "Διαβάστε επίσης:",
        "اقرأ أيضا:",
        "यह भी पढ़ें:",
        "LEES OOK.",
        "▶ Xem thêm:",
        "[관련기사]",
        "READ MORE",
    ],
)
def test_a_link_to_another_article_among_paragraphs_is_no_text_and_ends_none(words: str) -> None:
    insert = f"<p><b>{words}</b> <a href='/x'>Boje im Nachbarsee gekentert</a></p>"
    assert among(insert).body == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    "head", ["", "<meta property='article:published_time' content='2023-11-13'>"]
)
def test_an_announcement_and_the_link_in_a_box_under_it_are_no_text(head: str) -> None:
    insert = "<p>READ MORE</p><div class='rm'><a href='/x'><h4>The buoy next door</h4></a></div>"
    assert among(insert, head=head).body == "\n\n".join(TEXT)


def test_a_sentence_that_begins_like_an_announcement_is_text() -> None:
    said = "Read more than one buoy at a time, and you will see how the lake turns over in spring."
    assert said in among(f"<p>{said}</p>").body


@pytest.mark.parametrize(
    "insert",
    [
        "<ul><li><a href='/wa'>Participe do canal do Lago no WhatsApp</a></li></ul>",
        "<p>Urmărește-ne pe <a href='/g'>Google News</a></p>",
        "<p><i>Puedes seguir a </i>LAGO<i> en </i><a href='/f'>Facebook</a> y <a href='/t'>Twitter</a>.</p>",
        "<p>Follow us on <a href='/t'>Twitter</a> and <a href='/i'>Instagram</a>.</p>",
        "<p>SCROLL TO CONTINUE WITH CONTENT</p>",
        "<p>Story continues below advertisement</p>",
    ],
)
def test_calls_to_follow_the_house_elsewhere_are_no_text(insert: str) -> None:
    assert among(insert).body == "\n\n".join(TEXT)


def test_a_sentence_about_a_network_with_a_link_is_text() -> None:
    said = (
        "Er zeigte die Boje auf <a href='/i'>Instagram</a>, wo ihm halb Arber folgt und schreibt."
    )
    assert "auf Instagram" in among(f"<p>{said}</p>").body


def test_a_caption_that_begins_with_a_copyright_sign_ends_no_text() -> None:
    insert = (
        "<figure><img src='b.jpg'><figcaption>© Arber | Die Boje im Nebel.</figcaption></figure>"
    )
    assert all(text in among(insert).body for text in TEXT)


@pytest.mark.parametrize(
    ("credit", "author"),
    [
        ("<p>Text: Ute Brandl | Foto: Jan Moser</p>", "Ute Brandl"),
        ("<p><i>Текст: Ольга Маркова</i></p><p><i>Фото: Андрей Лось</i></p>", "Ольга Маркова"),
        ("<p>김서연 기자 sy@lake.example</p>", "김서연"),
        ("<p style='text-align:right'><b>Trần Hữu Nam</b></p>", "Trần Hữu Nam"),
        ("<p>Piše: Ivan Horvat</p>", "Ivan Horvat"),
    ],
)
def test_credits_under_a_text_name_its_author_and_are_no_text(credit: str, author: str) -> None:
    plain = "".join(f"<p>{text}</p>" for text in TEXT)
    article = site(f"<h1>{TITLE}</h1><div class='d'>13.11.2023</div><div>{plain}{credit}</div>")
    assert article.body == "\n\n".join(TEXT)
    assert article.authors == (author,)


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("<p>By rural reporter Ute Brandl</p>", "Ute Brandl"),
        ("<p>By Ute Brandl, Communications</p>", "Ute Brandl"),
        ("<p>De <a href='/autor/ute'>Ute Brandl</a></p>", "Ute Brandl"),
        ("<div class='szerzo'>Szabó Eszter</div>", "Szabó Eszter"),
        ("<p>Piše Ute Brandl</p>", "Ute Brandl"),
        ("<div class='by'>अमित शर्मा, वाराणसी</div>", "अमित शर्मा"),
    ],
)
def test_bylines_of_more_countries_name_the_author_and_are_no_text(
    byline: str, author: str
) -> None:
    plain = "".join(f"<p>{text}</p>" for text in TEXT)
    article = site(f"<h1>{TITLE}</h1><p>13.11.2023</p>{byline}<p class='lead'>{LEAD}</p>{plain}")
    assert article.authors == (author,)
    assert article.body == "\n\n".join((LEAD, *TEXT))


def test_two_names_are_parted_by_the_words_of_their_language() -> None:
    article = site(
        f"<h1>{TITLE}</h1><p>Autor: Jan Nowak i Anna Wrona</p><p>{BEFORE}</p><p>{LEAD}</p>"
    )
    assert article.authors == ("Jan Nowak", "Anna Wrona")


def test_a_short_word_within_a_name_parts_nobody() -> None:
    article = site(
        f"<h1>{TITLE}</h1><p>Autor: Josep Puig i Cadafalch</p><p>{BEFORE}</p><p>{LEAD}</p>"
    )
    assert article.authors == ("Josep Puig i Cadafalch",)


@pytest.mark.parametrize("text", ["", "关联", "Reading", "Mehr Geld", "الشمس"])
def test_what_announces_nothing_has_no_end(text: str) -> None:
    assert end_of_related(text) is None
