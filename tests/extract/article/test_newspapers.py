"""A newspaper's page: standfirst, cards between paragraphs, boxes, a wall; only the text is text."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import (
    read,
)

LEAD = "The port authority closed three of its nine harbours on Monday after a week of storms."


FIRST = "Fishing boats were towed to the northern quay, where the water is deeper and calm."


SECOND = "Divers will look at the moles as soon as the wind drops, the harbour master said."


JSON_LD = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": '
    '"Three harbours closed after storms"}</script>'
)


def newspaper(inside: str, *, above: str = "", declared: str = JSON_LD, below: str = "") -> str:
    return read(
        f"<html lang='en'><head><title>Three harbours closed after storms</title>{declared}</head>"
        f"<body><article><header><h1>Three harbours closed after storms</h1>{above}</header>"
        f"<div class='story-body'>{inside}</div></article>{below}</body></html>"
    ).body


def headlines(count: int) -> str:
    told = (f"The council votes on the {n}th bridge over the old river" for n in range(count))
    return "".join(f"<div class='tile'><a href='/n/{one[:28]}'>{one}</a></div>" for one in told)


CAPTION = "The northern quay on Monday, seen from the sea."
FIGURE = f"<figure><img src='/p.jpg'><figcaption>{CAPTION}</figcaption></figure>"


def test_the_captions_of_a_page_full_of_headlines_are_no_text() -> None:
    body = newspaper(f"<p>{FIRST}</p>{FIGURE}<p>{SECOND}</p>", declared="", below=headlines(9))
    assert body == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize("below", [headlines(6), f"<nav>{headlines(9)}</nav>"])
def test_the_captions_of_a_page_of_few_headlines_or_with_a_long_menu_are_text(below: str) -> None:
    assert CAPTION in newspaper(f"<p>{FIRST}</p>{FIGURE}<p>{SECOND}</p>", declared="", below=below)


@pytest.mark.parametrize(
    "under",
    [
        "<p>Congratulations to the whole team</p>",
        "<p><em>The study was funded by the towns of the northern shore.</em></p>",
        "<p>Original publication: A. Keller, <a href='https://doi.example/1'>Tides of the old harbour in the north</a></p>",
        "<p><a href='https://tides.example'>Website of the project on tides</a></p>",
    ],
)
def test_an_institutes_last_lines_are_text_though_its_latest_news_stand_beside(under: str) -> None:
    body = newspaper(f"<p>{FIRST}</p><p>{SECOND}</p>{under}", declared="", below=headlines(9))
    assert len(body.split("\n\n")) == 3


def test_a_box_beside_the_paragraphs_of_an_institutes_text_is_text() -> None:
    box = f"<div class='callout'><p class='callout-text'>{LEAD}</p></div>"
    html = f"<p>{FIRST}</p><p>{SECOND}</p>{box}<p>{FIRST[::-1]}.</p>"
    assert LEAD in newspaper(html, declared="", below=headlines(9))


@pytest.mark.parametrize(
    "end",
    [
        ["Salary: grade 13", "Application deadline: 30 June 2024"],
        ["09:00 Opening of the quay", "10:00 Talk by the master"],
        ["Registration is open until 10 June"],
        ["First prize: Anna Keller"],
        ["Deadline: 30 June 2024", "Apply at: jobs@quay.example"],
        ["Kind regards", "Anna Keller", "President of the board"],
        ["Yours,", "Anna Keller", "President of the board"],
    ],
)
def test_a_datum_or_a_signed_letter_that_ends_a_text_is_text(end: list[str]) -> None:
    last = "".join(f"<p>{one}</p>" for one in end)
    body = newspaper(f"<p>{FIRST}</p><p>{SECOND}</p>{last}")
    assert body.endswith("\n\n".join(end))


def test_a_salutation_that_begins_a_text_is_text() -> None:
    html = f"<p>Dear members,</p><p>{FIRST}</p><p>{SECOND}</p>"
    assert newspaper(html).startswith("Dear members,")


def test_who_signs_what_begins_as_a_letter_is_text_however_it_closes() -> None:
    html = f"<p>Dear members,</p><p>{FIRST}</p><p>{SECOND}</p><p>With thanks</p><p>Anna Keller</p>"
    assert newspaper(html).endswith("With thanks\n\nAnna Keller")


def test_whom_to_write_to_is_none_of_a_newspapers_text() -> None:
    html = f"<p>{FIRST}</p><p>{SECOND}</p><p>Do you know more? Email: desk@post.example</p>"
    assert newspaper(html) == f"{FIRST}\n\n{SECOND}"


def test_a_quotation_that_ends_a_newspapers_text_is_text() -> None:
    last = "<blockquote><p>Never trust a mole</p></blockquote>"
    assert newspaper(f"<p>{FIRST}</p><p>{SECOND}</p>{last}").endswith("Never trust a mole")


@pytest.mark.parametrize("name", ["text-image", "block image-left"])
def test_paragraphs_in_a_box_with_a_picture_are_text(name: str) -> None:
    box = f"<div class='{name}'><img src='/p.jpg'><p>{FIRST}</p><p>{SECOND}</p></div>"
    assert newspaper(f"<p>{LEAD}</p>{box}") == f"{LEAD}\n\n{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "last",
    [
        "इन केंद्रों पर बीज अगले महीने से मिलेंगे।",
        "انہوں نے کہا کہ کام اگلے ماہ شروع ہو گا۔",
        "ขณะนี้มีเกษตรกรนำไปทดลองใช้แล้วกว่าร้อยราย",
    ],
)
def test_a_last_sentence_of_any_script_is_no_stub(last: str) -> None:
    assert newspaper(f"<p>{FIRST}</p><p>{SECOND}</p><p>{last}</p>").endswith(last)


def test_a_list_and_a_table_that_end_a_newspapers_text_are_text() -> None:
    listed = "<ul><li>the northern quay</li><li>the old dock</li></ul>"
    rows = "".join(
        f"<tr><td><a href='/q/{one}'>Quay {one}</a></td><td>{one} boats</td></tr>" for one in "123"
    )
    body = newspaper(f"<p>{FIRST}</p><p>{SECOND}</p>{listed}<table>{rows}</table>")
    assert "the old dock" in body
    assert "Quay 3" in body


def test_a_newspapers_standfirst_is_text() -> None:
    body = newspaper(f"<p>{FIRST}</p><p>{SECOND}</p>", above=f"<p class='lead'>{LEAD}</p>")
    assert body == f"{LEAD}\n\n{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "heading", ["Read more", "Lesen Sie auch", "À lire aussi", "Les også", "Noticia relacionada"]
)
def test_a_newspapers_cards_inside_its_text_are_no_text(heading: str) -> None:
    card = f"<div class='x1'><h4>{heading}</h4>{CARDS}</div>"
    assert newspaper(f"<p>{FIRST}</p>{card}<p>{SECOND}</p>") == f"{FIRST}\n\n{SECOND}"


def test_a_newspapers_short_lines_at_both_ends_are_no_text() -> None:
    html = f"<p>Jun 05, 2026 • 3 minute read</p><p>{FIRST}</p><p>{SECOND}</p><p>dpa/mk</p>"
    assert newspaper(html) == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "box",
    [
        "<figure>{}</figure>",
        "<div class='picture-box'>{}</div>",
        "<div class='c-Image'>{}</div>",
        "<figure><img src='/p.jpg'><p class='img-text'>The northern quay on Monday.</p></figure>",
        "<div class='post-img'><img src='/p.jpg'><p class='img-says'>The northern quay.</p></div>",
    ],
)
def test_what_stands_in_the_box_of_a_newspapers_picture_is_no_text(box: str) -> None:
    picture = box.format("<img src='/p.jpg'><p>The northern quay on Monday, seen from the sea.</p>")
    assert newspaper(f"<p>{FIRST}</p>{picture}<p>{SECOND}</p>") == f"{FIRST}\n\n{SECOND}"


def test_paragraphs_over_the_wall_are_as_much_text_as_those_behind_it() -> None:
    behind = f"<p class='par'>{SECOND}</p><p class='par'>{LEAD}</p>"
    inside = f"<p class='par'>{FIRST}</p><span class='wall'>{behind}</span>"
    assert newspaper(inside) == f"{FIRST}\n\n{SECOND}\n\n{LEAD}"


@pytest.mark.parametrize("name", ["factbox", "story-infobox", "c-factbox__body"])
def test_a_box_of_facts_is_no_text(name: str) -> None:
    box = f"<div class='{name}'><h4>Nine harbours</h4><p>The oldest of them dates from 1802.</p></div>"
    assert newspaper(f"<p>{FIRST}</p>{box}<p>{SECOND}</p>") == f"{FIRST}\n\n{SECOND}"


CARDS = "".join(
    f"<div><a href='/b{n}.htm'><h4>{text}</h4></a></div>"
    for n, text in enumerate(("One more harbour closes", "Ferries at anchor", "The tide turns"))
)


@pytest.mark.parametrize(
    "name", ["sr-only", "visually-hidden", "NewsletterBox_root__x1", "c-teaser"]
)
def test_names_say_what_is_no_text(name: str) -> None:
    box = f"<div class='{name}'><p>Sign here for our morning letter, free of charge.</p></div>"
    assert newspaper(f"<p>{FIRST}</p>{box}<p>{SECOND}</p>") == f"{FIRST}\n\n{SECOND}"


def test_what_a_template_says_in_place_of_each_video_is_no_text() -> None:
    held_back = "<div><p>Your settings do not allow us to show this content here.</p></div>"
    inside = f"<p>{LEAD}</p>{held_back}<p>{FIRST}</p>{held_back}<p>{SECOND}</p>{held_back}"
    assert newspaper(inside) == f"{LEAD}\n\n{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "afterword",
    [
        "<p><em>Anna Keller is the paper's reporter on harbours.</em></p>",
        "<p><i>First published in <a href='https://other.example/a'>The Other Paper</a></i>.</p>",
        "<p><strong>Got a story? <a href='mailto:a@b.example'>Write to us</a>.</strong></p>",
        "<p>Our standards: <a href='/standards'>The principles of trust of this paper.</a></p>",
        "<p>This site is protected by reCAPTCHA and its terms apply.</p>",
    ],
)
def test_what_a_newspaper_says_of_itself_behind_a_text_is_no_text(afterword: str) -> None:
    body = newspaper(f"<p>{FIRST}</p><p>{SECOND}</p>{afterword}")
    assert body == f"{FIRST}\n\n{SECOND}"


def test_a_last_sentence_with_emphasis_is_text() -> None:
    last = "<p>The board <em>will</em> meet on Friday, and <a href='/agenda'>its agenda</a> is out.</p>"
    body = newspaper(f"<p>{FIRST}</p>{last}")
    assert body == f"{FIRST}\n\nThe board will meet on Friday, and its agenda is out."


def test_a_page_that_declares_its_article_for_networks_alone_is_a_newspapers() -> None:
    article = read(
        "<html lang='en'><head><title>Three harbours closed after storms</title>"
        "<meta property='article:published_time' content='2023-11-13T08:00:00Z'></head><body><h1>"
        f"Three harbours closed after storms</h1><div class='story-body'><p>{FIRST}</p>"
        f"<figure><img src='/a.jpg'><figcaption>The quay on Monday.</figcaption></figure>"
        f"<p>{SECOND}</p></div></body></html>"
    )
    assert article.body == f"{FIRST}\n\n{SECOND}"


def test_a_page_or_a_box_that_has_captions_is_none() -> None:
    article = read(
        f"<html lang='en'><head><title>Three harbours closed after storms</title>{JSON_LD}</head>"
        "<body class='single wp-lightbox-captions'><div class='head hasCaption'><h1>Three harbours "
        f"closed after storms</h1><h2 class='subtitle'>{LEAD}</h2></div><div class='story-body'>"
        f"<p>{FIRST}</p><p>{SECOND}</p></div></body></html>"
    )
    assert article.body == f"{LEAD}\n\n{FIRST}\n\n{SECOND}"


def test_a_short_standfirst_beside_the_paragraphs_is_text() -> None:
    lead = "Three of nine quays are shut, and nobody knows for how long"
    article = read(
        f"<html lang='en'><head><title>Three harbours closed after storms</title>{JSON_LD}</head>"
        f"<body><article><h1>Three harbours closed after storms</h1><h2 class='Lead_lead-text__x1'>"
        f"{lead}</h2><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    )
    assert article.body == f"{lead}\n\n{FIRST}\n\n{SECOND}"


def test_the_title_that_a_player_reads_out_is_not_where_the_text_begins() -> None:
    player = "<div class='audio-player'><h3>Three harbours closed after storms</h3></div>"
    body = newspaper(
        f"{player}<p>{FIRST}</p><p>{SECOND}</p>", above=f"<div class='preamble'><p>{LEAD}</p></div>"
    )
    assert body == f"{LEAD}\n\n{FIRST}\n\n{SECOND}"
