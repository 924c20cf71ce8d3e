"""Scripts decide; a declaration is heard where the script allows it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.language import detect_language
from newscrawl.text.language_tables import SIMPLIFIED, TRADITIONAL


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("我所召开年度工作会议", None, "zh-Hans"),
        ("我所召开年度工作会议", "en", "zh-Hans"),
        ("我所召开年度工作会议", "zh-TW", "zh-Hans"),
        ("本所召開年度工作會議", None, "zh-Hant"),
        ("本所召開年度工作會議", "zh-CN", "zh-Hant"),
        ("九所召开2023年度工作会", "ja", "zh-Hans"),
        ("通知", None, "zh"),
        ("通知", "zh", "zh"),
        ("通知", "zh-CN", "zh-Hans"),
        ("通知", "zh_HK", "zh-Hant"),
        ("本所与 Max Planck Institute 签署协议", "en-US", "zh-Hans"),
        ("《はな》一书的中文版由我社出版，译者为我所研究人员，读者可在书店购买", None, "zh-Hans"),
        ("研究所は年次会議を開きました", "zh-CN", "ja"),
        ("会議開催", "ja", "ja"),
        ("연구소는 회의를 열었다", None, "ko"),
        ("Институт провёл ежегодное собрание сотрудников", None, "ru"),
        ("Інститут провів щорічні збори працівників", None, "uk"),
        ("Институтът проведе годишно събрание", "bg", "bg"),
        ("Институт провёл собрание", "en", "ru"),
        ("عقد المعهد اجتماعه السنوي", None, "ar"),
        ("پژوهشگاه نشست سالانه خود را برگزار کرد", "en", "fa"),
        ("המכון קיים את האסיפה השנתית", None, "he"),
        ("สถาบันจัดการประชุมประจำปี", None, "th"),
        ("संस्थान ने वार्षिक बैठक की", None, "hi"),
        ("संस्थेने वार्षिक बैठक घेतली", "mr-IN", "mr-IN"),
        ("Το ινστιτούτο συνεδρίασε", None, "el"),
        ("The institute held its yearly meeting and the staff was there", None, "en"),
        ("Das Institut hat die Sitzung mit dem Rat und der Leitung", None, "de"),
        ("L'institut a tenu une réunion dans la salle avec les membres", None, "fr"),
        ("El instituto celebró una reunión con los miembros de la sala", None, "es"),
        ("Instituutti piti kokouksen ja se oli hyvä", None, "fi"),
        ("Short news", "en-us", "en-US"),
        ("Short news", "english", None),
        ("Short news", "zh-CN", None),
        ("Short news", None, None),
        ("", "zh-cn", "zh-Hans"),
        ("2023", "de", "de"),
        ("", None, None),
        ("", "utf-8; x", None),
    ],
)
def test_language_is_told(text: str, declared: str | None, language: str | None) -> None:
    assert detect_language(text, declared) == language


def test_clear_prose_outvotes_the_template() -> None:
    prose = "Der Rat hat mit dem Institut und der Leitung die Sitzung für das Jahr gehalten. " * 4
    assert detect_language(prose, "en") == "de"
    assert detect_language(prose, "de-AT") == "de-AT"


def test_no_character_is_both_simplified_and_traditional() -> None:
    assert len(SIMPLIFIED) == len(TRADITIONAL)
    assert not set(SIMPLIFIED) & set(TRADITIONAL)
    assert not any(one.isascii() for one in SIMPLIFIED + TRADITIONAL)


@given(st.text(max_size=80), st.one_of(st.none(), st.text(max_size=12)))
@settings(max_examples=200)
def test_any_text_gives_a_tag_or_none(text: str, declared: str | None) -> None:
    got = detect_language(text, declared)
    assert got is None or got.split("-")[0].isalpha()
