"""What press offices abroad set under a text, which is none of it."""

from __future__ import annotations

import pytest

from tests.extract.article.abroad import PLAIN, TEXT, TITLE, site


def body(tail: str, lang: str = "de") -> str:
    """The text of a page with this under its last paragraph."""
    return site(f"<h1>{TITLE}</h1><div class='text'>{PLAIN}{tail}</div>", lang=lang).body


@pytest.mark.parametrize(
    "tail",
    [
        "<h3>Kontakt</h3><p>Ute Brandl</p><p>Telefon: 0555 123456</p>",
        "<p><b>Contact presse</b></p><p>Service de presse : 01 99 00 12 34</p>",
        "<p>Media contact: Tim Rowe, tim@boje.example</p>",
        "<p>Yderligere oplysninger:</p><p>Lektor Mette Bro</p><p>mbro@boje.example</p>",
    ],
)
def test_whom_to_ask_is_none_of_the_text(tail: str) -> None:
    assert body(tail) == "\n\n".join(TEXT)


def test_a_last_paragraph_with_such_a_heading_and_nobody_to_reach_is_text() -> None:
    more = "Die Boje bleibt bis zum Frühjahr im See und sendet weiter, solange die Batterie reicht."
    assert more in body(f"<h3>Kontakt zum Ufer</h3><p>{more}</p>")


@pytest.mark.parametrize(
    "section",
    [
        "<h2>Contact tracing by boat</h2><p>Since 12.05.2024 every buoy is visited.</p>",
        "<h2>More information for anglers</h2><p>Some 10 000 000 fish are counted each year</p>",
        "<h2>Contact with the past</h2><p>The abbey (1206-1368) owned the lake</p>",
        "<p>More information: the report of 12.05.2024 says what was measured.</p>",
    ],
)
def test_a_last_section_whose_heading_begins_like_contacts_is_text(section: str) -> None:
    """A date, an amount and two years were taken for telephone numbers."""
    assert body(section, "en") != "\n\n".join(TEXT)


@pytest.mark.parametrize(
    ("lang", "tail"),
    [
        ("lt", "<p><a href='/n'>Atgal</a></p>"),
        ("sk", "<p><a href='/n'>Späť na zoznam</a></p>"),
        ("fr", "<p><a href='/n'>← Retour aux actualités</a></p>"),
        ("sl", "<p>Deli novico: <a href='#'>Facebook</a></p>"),
        ("ar", "<p>هل أعجبك محتوى الصفحة؟ <a href='#'>نعم</a> <a href='#'>لا</a></p>"),
        ("fa", "<p>لینک کوتاه: https://hs-arber.example/x1</p>"),
    ],
)
def test_the_sites_own_rows_under_a_text_are_none_of_it(lang: str, tail: str) -> None:
    assert body(tail, lang) == "\n\n".join(TEXT)


def test_a_short_last_sentence_that_begins_like_such_a_row_is_text() -> None:
    assert body("<p>Share your own readings with us by Friday.</p>").endswith("by Friday.")
