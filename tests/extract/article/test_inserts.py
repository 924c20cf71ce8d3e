"""What a newspaper's template sets over and among the paragraphs of a text that is not Chinese."""

from __future__ import annotations

import pytest

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
