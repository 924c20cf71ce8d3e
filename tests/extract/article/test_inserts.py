"""What a newspaper's template sets over and among the paragraphs of a text that is not Chinese."""

from __future__ import annotations

import pytest

from newscrawl.items import Article
from tests.extract.article.pages import read

TITLE = "Harbour bridge closes for a year"
LEAD = "Ferries will carry commuters until the cables are replaced, the port authority says."
FIRST = "The bridge over the old harbour will close on Monday so that its cables can be replaced."
SECOND = "Engineers found rust in nine of them last winter, and traffic has been slowed ever since."
THIRD = "Shopkeepers on the east bank fear for their trade, and ask the city for lower rents."
TEXT = (FIRST, SECOND, THIRD)
LD = (
    f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}"}}</script>'
)


def page(inside: str, *, head: str = "", press: bool = True) -> str:
    """An article page in English; `press` declares its article as newspapers do."""
    return (
        f"<html lang='en'><head><title>{TITLE} | Port Post</title>{LD if press else ''}</head>"
        f"<body><main><article><header><h1>{TITLE}</h1>{head}</header>"
        f"<div class='copy'>{inside}</div></article></main></body></html>"
    )


def among(insert: str, *, press: bool = True) -> str:
    """The body of a page with something between its second and its last paragraph."""
    inside = f"<p>{FIRST}</p><p>{SECOND}</p>{insert}<p>{THIRD}</p>"
    return read(page(inside, press=press), url="https://www.portpost.example/a/1").body


INSERTS = {
    "an offer": "<div class='promo'><div class='promo-text'>All stories for one pound a week, and "
    "the paper on Saturdays.</div></div>",
    "a quotation": "<section class='pull'><blockquote class='big'>They ask the city for lower "
    "rents.</blockquote><div class='who'>Ada Brook</div></section>",
    "the writer": "<div class='bio'><span class='bio-text'>Ada Brook writes about the harbour and "
    "its people, and has done so for years.</span></div>",
}


@pytest.mark.parametrize("insert", INSERTS)
def test_a_box_of_another_make_among_a_papers_paragraphs_is_no_text(insert: str) -> None:
    assert among(INSERTS[insert]) == "\n\n".join(TEXT)


def test_a_box_with_fields_to_fill_in_is_no_text_on_any_page() -> None:
    form = (
        "<div class='nl'><p>The harbour in your post, every morning, and nothing else.</p>"
        "<form><input type='email'><button>Send</button></form></div>"
    )
    assert among(form, press=False) == "\n\n".join(TEXT)


KEPT = {
    "a heading in a box": "<div class='crosshead'><h2>Fear for trade</h2></div>",
    "a list": "<ul class='points'><li>The ferries cost nothing, says the port.</li></ul>",
    "a paragraph in a box": "<div class='block'><p>The ferries cost nothing, says the port.</p></div>",
    "a table in a box": "<div class='table'><table><tr><td>Monday</td><td>nine ferries</td></tr>"
    "<tr><td>Sunday</td><td>four ferries</td></tr></table></div>",
}


@pytest.mark.parametrize("kept", KEPT)
def test_what_an_author_sets_among_paragraphs_stays(kept: str) -> None:
    body = among(KEPT[kept])
    assert len(body) > len("\n\n".join(TEXT))
    assert body.startswith(f"{FIRST}\n\n{SECOND}\n\n")


def test_a_box_of_another_make_stays_on_the_page_of_an_institute() -> None:
    box = "<div class='note'><div class='note-text'>The tests are paid for by the port.</div></div>"
    assert "The tests are paid for by the port." in among(box, press=False)


HEADS = {
    "a sentence": f"<p>{LEAD}</p>",
    "under a subheading": f"<h2>Cables gone rusty</h2><p class='lead'>{LEAD}</p>",
    "by its name": f"<p class='article-subtitle'>{LEAD[:60]}</p>",
    "several lines": "".join(
        f"<li class='summary'>{one}.</li>" for one in (LEAD[:40], LEAD[40:-1])
    ),
    "with what the picture shows": f"<div class='image'><img src='b.jpg'><p>{FIRST}</p></div>"
    f"<p class='intro'>{LEAD}</p>",
}


@pytest.mark.parametrize("head", HEADS)
def test_a_papers_standfirst_is_text(head: str) -> None:
    inside = "".join(f"<p>{text}</p>" for text in TEXT)
    body = read(page(inside, head=HEADS[head]), url="https://www.portpost.example/a/1").body
    assert body.startswith(LEAD[:40])
    assert body.endswith("\n\n".join(TEXT))


def test_the_date_between_a_standfirst_and_the_text_is_none() -> None:
    inside = (
        f"<div class='top'><p class='lead'>{LEAD}</p><div class='meta'>3 May 2024 15:26</div></div>"
        + "".join(f"<p>{text}</p>" for text in TEXT)
    )
    body = read(page(inside), url="https://www.portpost.example/a/1").body
    assert body == "\n\n".join((LEAD, *TEXT))


def test_an_offer_over_the_text_is_none() -> None:
    inside = (
        "<div class='wall'><form><h2>Read on!</h2><p class='wall-text'>This story costs one pound, "
        "or nothing for those who subscribe.</p></form></div>"
        + "".join(f"<p>{text}</p>" for text in TEXT)
    )
    body = read(page(inside), url="https://www.portpost.example/a/1").body
    assert body == "\n\n".join(TEXT)


def paper(inside: str, *, behind: str = "", ld: str = LD, top: str = "") -> Article:
    """The record of a newspaper's page with something under its title or behind its article."""
    html = (
        f"<html lang='en'><head><title>{TITLE} | Port Post</title>{ld}</head><body><main><article>"
        f"<header><h1>{TITLE}</h1>{top}</header><div class='copy'>{inside}</div></article>{behind}"
        "</main></body></html>"
    )
    return read(html, url="https://www.portpost.example/a/1")


PLAIN = "".join(f"<p>{text}</p>" for text in TEXT)


def test_an_article_that_follows_on_the_same_page_is_another_one() -> None:
    others = ("A second ferry was bought from the islands, and will sail in spring.",) * 2
    following = "".join(f"<p>{text} Part {n} of the story.</p>" for n, text in enumerate(others))
    behind = f"<article><h1>Ferry bought</h1><div class='copy'>{following}</div></article>"
    assert paper(PLAIN, behind=behind).body == "\n\n".join(TEXT)


def test_the_text_behind_a_card_with_a_heading_of_its_own_stays() -> None:
    card = "<article class='card'><a href='/b'><h1>Ferry bought from the islands</h1></a></article>"
    inside = f"<p>{FIRST}</p><p>{SECOND}</p>{card}<p>{THIRD}</p>"
    assert paper(inside).body == "\n\n".join(TEXT)


def test_a_credit_of_a_picture_does_not_end_paragraphs_in_boxes_of_their_own() -> None:
    figure = "<div><figure><img src='b.jpg'><p class='by'>© Port Post/Ada Brook</p></figure></div>"
    inside = f"<div><p>{FIRST}</p></div>{figure}<div><p>{SECOND}</p></div><div><p>{THIRD}</p></div>"
    assert paper(inside).body == "\n\n".join(TEXT)


def test_paragraphs_that_a_script_shows_to_subscribers_are_text() -> None:
    inside = f"<p>{FIRST}</p><p class='paywall' style='display:none'>{SECOND}</p><p>{THIRD}</p>"
    assert paper(inside).body == "\n\n".join(TEXT)


def test_links_behind_the_same_words_each_are_no_text() -> None:
    links = [f"<p>HENA FA: <a href='/b{n}'>{n} ferries were bought in spring</a></p>" for n in "23"]
    inside = f"<p>{FIRST}</p>{links[0]}<p>{SECOND}</p>{links[1]}<p>{THIRD}</p>"
    assert paper(inside).body == "\n\n".join(TEXT)


def test_a_heading_for_those_who_do_not_see_the_page_is_no_text() -> None:
    inside = f"<p>{FIRST}</p><h2 class='visually-hidden'>Article content</h2><p>{SECOND}</p><p>{THIRD}</p>"
    assert paper(inside).body == "\n\n".join(TEXT)


HOUSE = LD.replace('"}', '", "author": {"@type": "Organization", "name": "Port Post"}}')
SIGNED = {
    "under the text": (f"{PLAIN}<p>Ada Brook</p>", ""),
    "over the text, two with a bar": (f"<p>Ada Brook/Jon Reed</p>{PLAIN}", ""),
    "behind a standfirst, one element each": (
        PLAIN,
        f"<p class='lead'>{LEAD}</p><div><span>Ada Brook</span> <span>Jon Reed</span></div>",
    ),
}


@pytest.mark.parametrize("place", SIGNED)
def test_who_signs_a_text_that_its_house_declares_as_its_own_wrote_it(place: str) -> None:
    inside, top = SIGNED[place]
    names = ("Ada Brook", "Jon Reed") if "under" not in place else ("Ada Brook",)
    assert paper(inside, ld=HOUSE, top=top).authors == names


def test_a_house_that_nobody_signs_for_stays_the_author() -> None:
    assert paper(PLAIN, ld=HOUSE).authors == ("Port Post",)


def test_keywords_under_a_text_name_nobody() -> None:
    words = "<div><a href='/t/1'>Harbour</a><a href='/t/2'>Donald Trump</a><a href='/t/3'>Iran</a></div>"
    assert paper(f"{PLAIN}{words}", ld=HOUSE).authors == ("Port Post",)
