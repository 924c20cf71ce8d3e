"""Lines that papers and press offices abroad set among and under a text's paragraphs."""

from __future__ import annotations

import pytest

from newscrawl.items import Article
from newscrawl.text.related_words import end_of_related
from tests.extract.article.abroad import LEAD, PLAIN, TEXT, TITLE, site

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
        ("<p>Tekst: Jan Kłos</p><p>Zdjęcia: Ewa Mroczek</p>", "Jan Kłos"),
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


def test_a_pull_quote_is_no_text_where_the_text_says_it() -> None:
    insert = f"<blockquote class='pull-quote'><p>{BEFORE[:60]}</p></blockquote>"
    assert among(insert).body == "\n\n".join(TEXT)


def test_a_quotation_that_only_its_box_holds_is_text() -> None:
    said = "Wer die Boje einmal gesetzt hat, der vergisst das Rudern nicht."
    assert said in among(f"<blockquote class='quote'><p>{said}</p></blockquote>").body


def test_an_empty_span_that_calls_itself_a_break_parts_two_paragraphs() -> None:
    broken = "<span class='id br'></span>"
    article = site(f"<h1>{TITLE}</h1><p>13.11.2023</p><div class='t'>{broken.join(TEXT)}</div>")
    assert article.body == "\n\n".join(TEXT)


def test_a_declared_standfirst_in_a_box_of_a_wrong_name_leads_the_text() -> None:
    article = site(
        f"<h1>{TITLE}</h1><ul class='footer'><li><h2>{LEAD}</h2></li></ul><p>13.11.2023</p><div>{PLAIN}</div>",
        head=f"<meta name='description' content='{LEAD}'>",
    )
    assert article.body == "\n\n".join((LEAD, *TEXT))


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("<div class='author'><a href='/m'>Matti Virtanen</a> JS</div>", "Matti Virtanen"),
        ("<ul><li><span class='user-name'>Marta Lobo</span></li></ul>", "Marta Lobo"),
        (
            "<p>Julkaistu 5.9.2022 | Muokattu 7.9.2022 | Teksti Kaisa Lehto | Kuvat Aino Salo</p>",
            "Kaisa Lehto",
        ),
        (
            "<figure><img src='g.jpg'><figcaption>Die Boje</figcaption></figure><div>Elena Riquelme</div>",
            "Elena Riquelme",
        ),
    ],
)
def test_who_wrote_is_told_by_names_fields_and_places(byline: str, author: str) -> None:
    article = site(f"<h1>{TITLE}</h1>{byline}<p>13.11.2023</p><div>{PLAIN}</div>")
    assert article.authors == (author,)


def test_a_name_in_brackets_ends_a_japanese_text() -> None:
    text = "港町の灯台が、十一月から一般に公開されることになった。市と市民団体が発表した。"
    last = "公開は土日の午前十時から午後四時までで、入場は無料だという。【山本健太】"
    article = site(
        f"<h1>灯台を一般公開へ</h1><p>2023年11月13日</p><div><p>{text}</p><p>{text}</p><p>{last}</p></div>",
        lang="ja",
    )
    assert article.authors == ("山本健太",)


def test_the_house_behind_a_bar_in_a_declared_name_is_no_author() -> None:
    data = '{"@type":"NewsArticle","headline":"X","author":{"name":"Ute Brandl | Arber Bote"}}'
    head = f"<script type='application/ld+json'>{data}</script>"
    article = site(f"<h1>{TITLE}</h1><p>13.11.2023</p><div>{PLAIN}</div>", head=head)
    assert article.authors == ("Ute Brandl",)
