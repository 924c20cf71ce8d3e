"""Names are split as a reader would; what is no name is left out."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.labels import BOUNDARY
from newscrawl.text.people import (
    bare_names,
    before_date,
    is_placeholder,
    is_source_placeholder,
    looks_like_house,
    looks_like_person,
    split_people,
)
from newscrawl.text.whitespace import squash


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("翁怀远", ["翁怀远"]),
        ("翁怀远、许知微", ["翁怀远", "许知微"]),
        (
            "翁怀远,许知微，何思源；陆明/姜白;沈越",
            ["翁怀远", "许知微", "何思源", "陆明", "姜白", "沈越"],
        ),
        ("翁怀远 许知微", ["翁怀远", "许知微"]),
        ("翁怀远\u3000许知微", ["翁怀远", "许知微"]),
        ("陆 明", ["陆明"]),
        ("陆 明 许知微", ["陆明", "许知微"]),
        ("欧 阳 明", ["欧阳明"]),
        ("陆 明 姜 白", ["陆明", "姜白"]),
        ("翁怀远&许知微", ["翁怀远", "许知微"]),
        ("翁怀远 等", ["翁怀远"]),
        ("翁怀远等", ["翁怀远"]),
        ("翁怀远（科研处）", ["翁怀远"]),
        ("翁怀远，系海右院研究员", ["翁怀远"]),
        ("翁怀远、许知微,就职于海右院", ["翁怀远", "许知微"]),
        ("翁怀远(科研处 许知微", ["翁怀远"]),
        ("翁怀远\u3000发自望川、青川", ["翁怀远"]),
        ("/ 翁怀远、许知微 发自海右", ["翁怀远", "许知微"]),
        ("记者 翁怀远 通讯员 许知微", ["翁怀远", "许知微"]),
        ("本报记者翁怀远", ["翁怀远"]),
        ("见习记者 翁怀远", ["翁怀远"]),
        ("文/翁怀远", ["翁怀远"]),
        ("摄影：翁怀远", ["翁怀远"]),
        ("翁怀远 供稿", ["翁怀远"]),
        ("翁怀远/文", ["翁怀远"]),
        ("翁怀远 翁怀远、翁怀远", ["翁怀远"]),
        ("党政办公室", ["党政办公室"]),
        ("科研处、综合处", ["科研处", "综合处"]),
        ("阿依古丽·买买提", ["阿依古丽·买买提"]),
        ("翁怀远 2023-02-13", ["翁怀远"]),
        ("翁怀远 2023年2月13日 09:05", ["翁怀远"]),
        ("翁怀远 2023－02－13", ["翁怀远"]),
        ("翁怀远　２０２３年２月１３日", ["翁怀远"]),
        ("翁怀远 二〇二三年二月十三日", ["翁怀远"]),
        ("翁怀远 23-02-13", ["翁怀远"]),
        ("翁怀远 February 13, 2023", ["翁怀远"]),
        ("翁怀远 13 Feb 2023", ["翁怀远"]),
        ("June Mayer May", ["June Mayer May"]),
        ("By Ann Lee and Bob Ray", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee, Bob Ray", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee with XPA", ["Ann Lee"]),
        ("Ann Lee with Zorabel", ["Ann Lee with Zorabel"]),
        ("Ann Lee, avec XPA", ["Ann Lee"]),
        ("Ann Lee, PhD", ["Ann Lee"]),
        ("Ann Lee, with Bob Ray", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee, With Bob Ray", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee, Con Doherty", ["Ann Lee", "Con Doherty"]),
        ("Ann Lee, Met Office", ["Ann Lee", "Met Office"]),
        ("met office", ["met office"]),
        ("December 23, 2023", []),
        ("con Ann Lee", ["con Ann Lee"]),
        ("Con Doherty", ["Con Doherty"]),
        ("MIT Soil Lab", ["MIT Soil Lab"]),
        ("MIT News", ["MIT News"]),
        ("Mit Patel", ["Mit Patel"]),
        ("望川第二小学 翁怀远", ["翁怀远"]),
        ("望川镇中心幼儿园 许知微", ["许知微"]),
        ("von Anna Lind und Jan O'Hara", ["Anna Lind", "Jan O'Hara"]),
        (f"翁怀远{BOUNDARY}许知微", ["翁怀远", "许知微"]),
        ("翁\u200b怀远", ["翁怀远"]),
        ("\u202e翁怀远", ["翁怀远"]),
        ("Jan \x04e Vries", ["Jan", "Vries"]),
        ("翁怀\x04远", ["翁怀远"]),
        ("Ann 值班编辑 a Lena Keller", ["Ann", "Lena Keller"]),
        ("Ann a 信息学院2018级 Lena Keller", ["Ann", "Lena Keller"]),
        ("翁怀远、信息学院2018级 许知微", ["翁怀远", "许知微"]),
    ],
)
def test_a_value_gives_its_names(value: str, names: list[str]) -> None:
    assert list(split_people(value)) == names


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "admin",
        "Admin",
        "佚名",
        "本站",
        "未知",
        "管理员",
        "12",
        "2023-02-13",
        "、，",
        "-",
        "无",
        "甲",
        "（科研处）",
        "a",
        "<b>翁怀远</b>",
        "{{author}}",
        "记者",
        "x" * 200,
        "某" * 150,
    ],
)
def test_what_stands_for_nobody_gives_no_name(value: str) -> None:
    assert split_people(value) == ()


@pytest.mark.parametrize("name", ["admin", "ROOT", "佚名", "本站编辑", "007"])
def test_a_placeholder_is_nobody(name: str) -> None:
    assert is_placeholder(name)


@pytest.mark.parametrize("value", ["本站原创", "【本站】", " 原创 ", "(未知)", "None"])
def test_a_placeholder_is_no_source(value: str) -> None:
    assert is_source_placeholder(value)


@pytest.mark.parametrize("value", ["综合处", "海右日报", "本站记者站"])
def test_a_body_is_a_source(value: str) -> None:
    assert not is_source_placeholder(value)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("王小明", True),
        ("欧阳明", True),
        ("李白", True),
        ("综合处", False),
        ("王", False),
        ("Ann", False),
    ],
)
def test_a_person_has_a_surname(name: str, person: bool) -> None:
    assert looks_like_person(name) is person


def test_no_more_than_forty_names_are_taken() -> None:
    value = "、".join(f"王{chr(0x4E00 + n)}明" for n in range(60))
    assert len(split_people(value)) == 40


TEXT = st.text(
    st.one_of(
        st.sampled_from("翁怀远王 、，；/（）()记者通讯员文图摄等By " + BOUNDARY), st.characters()
    ),
    max_size=150,
)


_WORDS = [
    "翁怀远",
    "许知微",
    "欧阳娜娜",
    "Ann_Lee",
    "Jan_de_Vries",
    "海右大学",
    "图",
    "等",
    "某校教授",
    "记者",
    "通讯员",
    "文/",
    "摄影：",
    "By_",
    "and_",
    "、",
    "，",
    "_",
    "/",
    "（",
    "）",
    "&",
    ".",
    "1",
]
PRINTED = st.lists(st.sampled_from(_WORDS), max_size=14).map(
    lambda words: "".join(words).replace("_", " ")
)


def _in_order(part: str, whole: str) -> bool:
    """Whether all characters of one text stand in the other, one behind the other."""
    left = iter(whole)
    return all(one in left for one in part)


@settings(max_examples=400)
@given(st.one_of(TEXT, PRINTED))
def test_a_name_is_made_of_what_is_printed_as_it_is_printed(text: str) -> None:
    printed = squash(text)
    for name in split_people(text):
        assert _in_order(squash(name), printed), name
        assert name == " ".join(name.split())
        assert not is_placeholder(name)


@settings(max_examples=400)
@given(st.one_of(TEXT, PRINTED))
def test_all_names_together_take_no_character_twice(text: str) -> None:
    taken = Counter(squash("".join(split_people(text))))
    assert taken <= Counter(squash(text)), taken - Counter(squash(text))


def test_names_behind_a_by_are_parted_as_those_without() -> None:
    assert split_people("By 张三 李四") == split_people("张三 李四") == ("张三", "李四")


@settings(max_examples=400)
@given(st.one_of(TEXT, PRINTED))
def test_what_was_split_off_is_no_more_to_be_split(text: str) -> None:
    for name in split_people(text):
        assert len(split_people(name)) <= 1, name


def test_a_colon_apart_from_its_word_is_none_of_the_name() -> None:
    assert split_people("By : Anna Keller") == ("Anna Keller",)


@settings(max_examples=200)
@given(TEXT)
def test_the_names_are_the_same_every_time_and_once_each(text: str) -> None:
    names = split_people(text)
    assert names == split_people(text)
    assert len(set(names)) == len(names)


@settings(max_examples=100)
@given(st.lists(st.sampled_from(["翁怀远", "许知微", "陆明", "Ann Lee"]), max_size=6, unique=True))
def test_names_joined_are_split_again(names: list[str]) -> None:
    assert list(split_people("、".join(names))) == names


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("海右大学实验室管理处", True),
        ("海右院校友会", True),
        ("海右院召开工作推进会", False),
        ("我校来访客队", False),
        ("工作推进会", False),
    ],
)
def test_a_house_is_told_from_a_headline_that_ends_like_one(text: str, *, house: bool) -> None:
    assert looks_like_house(text) is house


def test_a_date_is_cut_off_behind_blanks_however_many() -> None:
    # Looked for from each of the blanks anew, this would not end.
    assert before_date(f"翁怀远{' ' * 1_000_000}2025-09-16 审核") == "翁怀远"
    assert before_date(blank := f"翁怀远{' ' * 1_000_000}许知微") == blank


def test_common_surnames_are_known() -> None:
    assert looks_like_person("戴天")
    assert not looks_like_person("习惯")


@pytest.mark.parametrize("label", ["主办", "单位", "联系人", "编辑", "来源"])
def test_behind_a_label_of_something_else_no_bare_name_is_a_writers(label: str) -> None:
    assert bare_names(f"{label} 翁怀远") == ()


@pytest.mark.parametrize("label", ["作者", "通讯员", "记者", "撰稿"])
def test_a_label_of_writers_is_none_of_the_names_behind_it(label: str) -> None:
    assert bare_names(f"{label} 翁怀远") == ("翁怀远",)
