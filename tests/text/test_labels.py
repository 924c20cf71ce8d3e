"""A label plays one role, its value ends where the next one begins, and an empty one is empty."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.label_patterns import ROLE, label_from
from newscrawl.text.label_tables import LABELS, LabelRole
from newscrawl.text.labels import (
    BOUNDARY,
    may_hold_labels,
    role_of,
    split_labels,
)


def read(text: str) -> list[tuple[str, str]]:
    return [(one.role, one.value) for one in split_labels(text)]


EVERY_SPELLING = [
    (role, name.replace("_", " ")) for role, names in LABELS.items() for name in names.split()
]


@pytest.mark.parametrize(("role", "name"), EVERY_SPELLING)
def test_every_spelling_is_a_label_of_some_role(role: LabelRole, name: str) -> None:
    (label,) = split_labels(f"{name}：甲乙")
    assert (label.role, label.value) == (role_of(name), "甲乙")


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("来源", "source"),
        ("稿源", "source"),
        ("作者", "author"),
        ("撰稿", "author"),
        ("文/图", "author"),
        ("通讯员", "correspondent"),
        ("摄影", "photographer"),
        ("责任编辑", "editor"),
        ("审核", "reviewer"),
        ("发布者", "publisher"),
        ("发布时间", "published"),
        ("更新时间", "modified"),
        ("浏览次数", "views"),
        ("关键词", "keywords"),
        ("摘要", "summary"),
        ("字号", "stop"),
        ("SOURCE", "source"),
        ("Posted by", "publisher"),
        ("來源", "source"),
        ("编缉", None),
    ],
)
def test_a_label_alone_has_its_role(name: str, role: str | None) -> None:
    assert role_of(name) == role


@pytest.mark.parametrize("colon", [":", "：", "︰", "﹕", "∶", " ：", "\u3000:", "：：", ": :"])
def test_any_colon_ends_a_label(colon: str) -> None:
    assert read(f"来源{colon}综合处") == [("source", "综合处")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "来源：央视新闻 发布日期：2023-02-13",
            [("source", "央视新闻"), ("published", "2023-02-13")],
        ),
        ("来源:江城新闻\xa0\xa0作者:张三", [("source", "江城新闻"), ("author", "张三")]),
        ("作者：张三 信息 来源：科研处", [("author", "张三"), ("source", "科研处")]),
        ("校办公室来 源：科研处", []),
        ("信 息 来 源：科研处", [("source", "科研处")]),
    ],
)
def test_a_blank_ends_a_value_whose_last_word_could_begin_the_label_behind_it(
    line: str, expected: list[tuple[str, str]]
) -> None:
    assert read(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("来 源：综合处", [("source", "综合处")]),
        ("作\u3000\u3000者：翁怀远", [("author", "翁怀远")]),
        ("作者:作者:翁怀远", [("author", "翁怀远")]),
        ("作者：  学部：化学学院 时间：2023-02-13", [("author", ""), ("published", "2023-02-13")]),
        ("来源：来源：", [("source", "")]),
        ("来源：    作者：翁怀远", [("source", ""), ("author", "翁怀远")]),
        ("来源：作者：发布时间：", [("source", ""), ("author", ""), ("published", "")]),
        ("来源：综合处｜作者：翁怀远", [("source", "综合处"), ("author", "翁怀远")]),
        ("来源：综合处 | 2023-02-13", [("source", "综合处")]),
        ("来源：综合处【打印】", [("source", "综合处")]),
        ("作者：[海右国]翁怀远", [("author", "翁怀远")]),
        ("作者：[翁怀远]", [("author", "翁怀远")]),
        ("作者：【翁怀远】摄影报道", [("author", "翁怀远")]),
        ("作者：[翁怀远]文", [("author", "翁怀远")]),
        ("作者：[翁怀远]文图", [("author", "翁怀远")]),
        ("作者：[英]阿克曼", [("author", "阿克曼")]),
        ("作者：[海右国]阿兰·布鲁姆", [("author", "阿兰·布鲁姆")]),
        ("作者：【科研处】翁怀远", [("author", "翁怀远")]),
        ("来源：综合处作者：翁怀远", [("source", "综合处"), ("author", "翁怀远")]),
        (
            "发布时间：2023-02-13来源：综合处浏览次数：12",
            [("published", "2023-02-13"), ("source", "综合处"), ("views", "12")],
        ),
        ("作者：翁怀远，", [("author", "翁怀远")]),
        ("2023-02-13 来源：综合处", [("source", "综合处")]),
        ("本文来源于综合处", [("source", "综合处")]),
        ("Author: Ann Lee  Date: 1 May 2023", [("author", "Ann Lee"), ("published", "1 May 2023")]),
        (f"作者：{BOUNDARY}翁怀远{BOUNDARY}", [("author", "翁怀远")]),
        (f"作者{BOUNDARY}：翁怀远", [("author", "翁怀远")]),
    ],
)
def test_a_value_reaches_to_the_next_label(line: str, expected: list[tuple[str, str]]) -> None:
    assert read(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("来源丨海右发布", [("source", "海右发布")]),
        ("来源｜海右报　记者｜翁怀远", [("source", "海右报"), ("author", "翁怀远")]),
        ("文 | 翁怀远 编辑 | 许知微", [("author", "翁怀远"), ("editor", "许知微")]),
        ("作者/翁怀远 来源/海右头条", [("author", "翁怀远"), ("source", "海右头条")]),
        ("新闻作者：翁怀远 信息审核：许知微", [("author", "翁怀远"), ("reviewer", "许知微")]),
        ("来源：农业局字号：大中小", [("source", "农业局"), ("stop", "大中小")]),
        ("来源：海右网 记录人：许知微", [("source", "海右网")]),
        ("作者：翁怀远 楼层：三", [("author", "翁怀远")]),
    ],
)
def test_a_bar_parts_like_a_colon_and_an_unknown_label_ends_a_value(
    line: str, expected: list[tuple[str, str]]
) -> None:
    assert read(line) == expected


def test_a_label_in_letters_ends_a_value_too() -> None:
    assert read(f"Source: {BOUNDARY}Impressions today: 120") == [("source", "")]
    assert read("Source: Second Institute Page views: 120")[0] == ("source", "Second Institute")


@pytest.mark.parametrize(
    "line", ["编辑 | 打印 | 关闭", "作者 | 来源 | 时间", "文/图 翁怀远", "转载|分享到微博"]
)
def test_a_bar_in_a_menu_parts_no_label_from_its_value(line: str) -> None:
    assert [one for one in split_labels(line) if one.barred] == []


@pytest.mark.parametrize(
    "line",
    [
        "",
        "会议时间：2月13日上午",
        "联系记者：另行通知",
        "第一作者：翁怀远",
        "subdate: 3",
        "作者翁怀远",
        "这里说的作者是翁怀远",
        "：",
    ],
)
def test_a_word_that_ends_like_a_label_is_none(line: str) -> None:
    assert [one for one in split_labels(line) if one.role in ("author", "published")] == []


@pytest.mark.parametrize("text", ["会议的作者是谁也不知道的那一位", "甲" * 17, ""])
def test_what_is_no_label_has_no_role(text: str) -> None:
    assert role_of(text) is None


TEXT = st.text(
    st.one_of(
        st.sampled_from("来源作者编辑发布时间：:  \u3000|【甲乙0123-年月日" + BOUNDARY),
        st.characters(),
    ),
    max_size=120,
)


@settings(max_examples=300)
@given(TEXT)
def test_any_text_splits_into_pieces_of_itself(text: str) -> None:
    labels = split_labels(text)
    for one in labels:
        assert one.value in text
        assert 0 <= one.start < one.end <= len(text)
    assert [one.start for one in labels] == sorted(one.start for one in labels)
    assert labels == split_labels(text)


def test_what_is_longer_than_any_byline_is_read_at_its_beginning() -> None:
    """Found by `benchmarks.fuzz labels`: a line of 350 KB took a second."""
    many = "来源：某报 浏览：5 " * 9_000
    assert 0 < len(split_labels(many)) < 5_000
    assert split_labels(f"{many[:19_000]}")[0].value == "某报"


@settings(max_examples=200)
@given(st.text("甲乙丙丁", min_size=1, max_size=12))
def test_a_value_is_read_back_and_splitting_it_again_finds_nothing(value: str) -> None:
    (label,) = split_labels(f"来源：{value}")
    assert label.value == value
    assert split_labels(label.value) == ()


@pytest.mark.parametrize("text", ["發佈時間2023-02-13", "最後更新時間 2023-02-13"])
def test_a_traditional_label_needs_no_colon_before_a_day_either(text: str) -> None:
    assert [label.value for label in split_labels(text)] == ["2023-02-13"]


@given(st.lists(st.sampled_from([*(name for _, name in EVERY_SPELLING), "，", " ", "某处", "12"])))
def test_a_label_is_found_in_prose_as_it_is_found_alone(words: list[str]) -> None:
    prose = "".join(words).replace(":", "")
    assert read(f"{prose}。来源：某报")[-1] == ("source", "某报")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[来源]：网络中心", [("source", "网络中心")]),
        ("【作者】：翁怀远 【来源】：海右网", [("author", "翁怀远"), ("source", "海右网")]),
        ("来源/ 团委 时间/ 2023-02-13", [("source", "团委"), ("published", "2023-02-13")]),
    ],
)
def test_a_label_may_stand_in_brackets_and_its_bar_before_a_blank(
    line: str, expected: list[tuple[str, str]]
) -> None:
    assert read(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "记者：难点在哪里？",
        "记者：请您谈谈这次改造的背景。",
        "本报记者：您当初为什么选择这个方向？后悔过吗？",
        "笔者：那一年的冬天来得特别早。",
    ],
)
def test_what_a_reporter_says_is_nobodys_name(line: str) -> None:
    assert read(line) == []


@pytest.mark.parametrize("line", ["记者：翁怀远 许知微", "本报记者：翁怀远。"])
def test_a_reporters_name_behind_the_label_is_one(line: str) -> None:
    assert [role for role, _ in read(line)] == ["author"]


def test_a_label_in_a_piece_of_its_own_may_have_the_sources_indentation_behind_it() -> None:
    raw = f"\n      Publié le\n            {BOUNDARY}06/01/2026{BOUNDARY}\n      "
    assert may_hold_labels("Publié le 06/01/2026", raw)


def test_a_line_of_times_holds_no_label() -> None:
    line = "上午09:05至11:30"
    assert not may_hold_labels(line, line)


def test_a_name_of_several_words_is_a_label_before_a_bar_too() -> None:
    assert [(one.role, one.value) for one in split_labels("Ansvarlig redaktør｜Kari Dahl")] == [
        ("editor", "Kari Dahl")
    ]


def test_only_characters_of_chinese_are_set_apart_in_a_label() -> None:
    assert [one.label for one in split_labels("来　源：某报")] == ["来源"]
    assert split_labels("a k t u a l i z o v á n o: Anna") == ()


@pytest.mark.parametrize("colon", [":", "：", "︰", "﹕", "∶"])
def test_a_label_alone_has_its_role_behind_every_colon(colon: str) -> None:
    assert role_of(f"编辑{colon}") == "editor"


def test_labels_compiled_by_their_first_character_are_those_compiled_together() -> None:
    """The first dozen characters of a process are read the one way, all others the other."""
    values = ("：某处", " 2023-02-13", "(12)", "|海右院")
    texts = [f"{name}{value}" for name in ROLE for value in values]
    together = label_from("")
    alone = [text for text in texts if _span(label_from(text[0]), text) != _span(together, text)]
    assert not alone
    assert sum(_span(together, text) is not None for text in texts) > len(ROLE)


def _span(pattern: re.Pattern[str], text: str) -> tuple[int, str | None] | None:
    found = pattern.match(text)
    return None if found is None else (found.end(), found["label"])


@pytest.mark.parametrize(
    ("printed", "roles"),
    [
        ("稿件來源：海右報 撰寫人：翁懷遠 發表日期：2023-02-13", ["source", "author", "published"]),
        ("責任編輯：喬然 審核：陸平 瀏覽次數：12", ["editor", "reviewer", "views"]),
        ("發稿時間 2023-02-13", ["published"]),
        ("供稿單位：宣傳部 | 字號：大", ["source", "stop"]),
    ],
)
def test_a_label_is_the_same_in_traditional_characters(printed: str, roles: list[str]) -> None:
    assert [one.role for one in split_labels(printed)] == roles


def test_a_value_stays_in_the_characters_it_is_printed_in() -> None:
    assert read("來源：海右報　關閉")[0] == ("source", "海右報")


@pytest.mark.parametrize(
    "caption", ["图：检测线七月装好，工人正在调试", "圖：檢測線七月裝好，工人正在調試"]
)
def test_a_caption_is_no_label_of_who_took_the_picture(caption: str) -> None:
    assert read(caption) == []


def test_a_paper_named_as_a_verb_is_not_cut_before_its_date() -> None:
    assert read("来源: 海右发布 于 2023-02-13")[0][1].startswith("海右发布")
