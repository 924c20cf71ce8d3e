"""Who is named in a byline of a language with letters, of Korean, of Japanese."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.bylines import authors_in, guest_in, is_subject, names_alone, read_by


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Anna Keller", ("Anna Keller",)),
        ("By Anna Keller and Tom Mayhew | 22 May", ("Anna Keller", "Tom Mayhew")),
        ("por Ana Keller publicado 12/05/2025 10h11", ("Ana Keller",)),
        ("By Anna Keller, Transport Correspondent", ("Anna Keller",)),
        ("By Anna Keller for The Harbour Post", ("Anna Keller",)),
        ("Reported by Anna Keller", ("Anna Keller",)),
        ("Publié le 16 mars 2023 par Anne Keller", ("Anne Keller",)),
        ("Veröffentlicht am 16.03.2023 von Anna Keller", ("Anna Keller",)),
        ("Story by Anna Keller; Photos by Tom Mayhew", ("Anna Keller",)),
        ("Von Anna Keller und Tom Mayer", ("Anna Keller", "Tom Mayer")),
        ("von Anna Keller, Berlin", ("Anna Keller",)),
        ("Par Anne Keller (Marseille, correspondante)", ("Anne Keller",)),
        ("Auteur : Anne Keller", ("Anne Keller",)),
        ("Anna Keller a.keller@paper.example", ("Anna Keller",)),
        ("김민수 기자 kms@paper.example", ("김민수",)),
        ("김민수 기자 | 이영희 기자", ("김민수", "이영희")),
        ("글·사진 김민수", ("김민수",)),
        ("田中一郎記者", ("田中一郎",)),
        ("文・田中一郎", ("田中一郎",)),
        ("By 翁怀远 / 2023年2月13日", ("翁怀远",)),
        ("Enviado por Ana Keller el Jue, 09/05/2024 - 10:15", ("Ana Keller",)),
        ("creato da Anna Keller — pubblicato 09/05/2024 10:00", ("Anna Keller",)),
        ("Posted by Anna Keller at 10:12 AM", ("Anna Keller",)),
        ("작성자 홍보팀", ("홍보팀",)),
        ("（文・田中一郎）", ("田中一郎",)),
        ("Ein Beitrag von Anna Keller | Lesedauer 3 Minuten", ("Anna Keller",)),
        ("Publicado em 14/03/2024 - 18:20 Por Ana Keller", ("Ana Keller",)),
        ("文＝田中一郎 写真＝佐藤健", ("田中一郎",)),
        ("Von Łukasz Nowak", ("Łukasz Nowak",)),
        ("Por: Gabinete de Imprensa", ("Gabinete de Imprensa",)),
        ("Scris de Ioana Munteanu", ("Ioana Munteanu",)),
        ("Skrevet av Kari Berg", ("Kari Berg",)),
        ("Του Νίκου Παπαδάκη Δημοσιεύθηκε: 13/02/2023", ("Νίκου Παπαδάκη",)),
        ("بقلم سارة الحسن", ("سارة الحسن",)),
        ("كتب - خالد منصور:", ("خالد منصور",)),
        ("מאת נועה לוי | 13.02.2023", ("נועה לוי",)),
        ("โดย สมชาย รักไทย", ("สมชาย รักไทย",)),
    ],
)
def test_a_byline_names_who_wrote(line: str, names: tuple[str, ...]) -> None:
    by = read_by(line)
    assert by is not None
    assert authors_in(by.names) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Tom Hale: The last boat",
        "",
        "By the time the ferry came, the quay was empty.",
        "1 기자회견",
        "Του ποταμού η όχθη επισκευάζεται",
        "كتب الوزير رسالة إلى المجلس",
        "Contact a@b.example now",
    ],
)
def test_what_is_no_byline_names_nobody(line: str) -> None:
    assert read_by(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Anna Keller", ("Anna Keller",)),
        ("Ana Calle y Tomás Mayo", ("Ana Calle", "Tomás Mayo")),
        ("Jan de Vries, Lucy O'Brien", ("Jan de Vries", "Lucy O'Brien")),
        ("Анна Келлер, корреспондент", ("Анна Келлер",)),
        ("World News", ()),
        ("San Francisco", ()),
        ("Climate Change", ()),
        ("Annual Report", ()),
        ("Department of Physics", ()),
        ("Read More", ()),
        ("Anna Keller went home", ()),
    ],
)
def test_full_names_alone_on_a_line_are_names(line: str, names: tuple[str, ...]) -> None:
    assert names_alone(line) == names


@settings(max_examples=300)
@given(
    st.text(
        st.one_of(st.sampled_from("By Von a@.김기자記者文・, and"), st.characters()), max_size=80
    )
)
def test_any_line_is_read_and_no_letter_is_invented(line: str) -> None:
    by = read_by(line)
    if by is not None:
        assert by.end <= len(line)
        assert set(by.names) <= set(line) | set(", ")


def test_where_the_page_declares_an_author_a_rare_name_alone_is_believed() -> None:
    assert names_alone("Thandolwe Mpongose") == ()
    assert names_alone("Thandolwe Mpongose", signed=True) == ("Thandolwe Mpongose",)


@pytest.mark.parametrize(
    ("line", "guest"),
    [
        ("Thandolwe B. Mpongose, University of Example", "Thandolwe B. Mpongose"),
        ("Anna Keller, Example Institute of Physics", "Anna Keller"),
        ("Anna Keller, Berlin", None),
        ("Graduate Studies, Example University", None),
        ("Example Medical School, Example University", None),
        ("Anna Keller went home, says the University", None),
    ],
)
def test_who_stands_before_another_house_is_its_guest(line: str, guest: str | None) -> None:
    assert guest_in(line) == guest


@pytest.mark.parametrize(
    "title",
    [
        "Anna Keller: What soil remembers",
        "Anna Keller – Notes from the field",
        "Anna Keller - Notes from the field",
        "A message from President Anna Keller",
        "Letter from Anna Keller to all students",
        "Opinion by Anna Keller: Soil is no dirt",
        "By Anna Keller: Soil is no dirt",
        "Farewell, by Anna Keller",
        "Kommentar von Anna Keller",
        "Tribune de Anna Keller",
        "Director's blog - Anna Keller",
        "Opinion | Anna Keller",
        "Anna Keller's field notes",
        "Anna Keller’s column on soil",
    ],
)
def test_a_title_that_says_who_speaks_names_its_writer(title: str) -> None:
    assert not is_subject("Anna Keller", title)


@pytest.mark.parametrize(
    "title",
    [
        "Anna Keller wins a prize",
        "A prize for Anna Keller",
        "Lecture by Anna Keller",
        "A gift from Anna Keller",
        "In memoriam: Anna Keller",
        "Employee of the month – Anna Keller",
        "Anna Keller's laboratory opens its doors",
        "New professors: Anna Keller, Tom Mayhew",
    ],
)
def test_whom_a_title_speaks_of_is_not_its_writer(title: str) -> None:
    assert is_subject("Anna Keller", title)
