"""Signatures: role words and names in any of the orders that newspapers and institutes print."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.signatures import ROLE_WORDS, read_signature

A, B, C = "翁怀远", "李良优", "陈立群"
WRITE, SHOOT, EDIT, CHECK, SEND = "author", "photographer", "editor", "reviewer", "correspondent"


def signed(text: str) -> list[tuple[str, str]]:
    return [
        (hand, name) for one in read_signature(text) for name in one.names for hand in one.hands
    ]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "记者 翁怀远",
            "记者翁怀远",
            "记者：翁怀远",
            "记者/翁怀远",
            "记者丨翁怀远",
            "本报记者 翁怀远",
        ),
        *(
            "海右日报记者 翁怀远",
            "海右日报·海右新闻记者 翁怀远",
            "海右网 记者 翁怀远",
            "□ 本报记者 翁怀远",
        ),
        *("见习记者 翁怀远", "全媒体记者 翁怀远", "特约记者翁怀远", "海右日报驻南方记者 翁怀远"),
        *(
            "记者 翁怀远 报道",
            "海右日报记者 翁怀远 海右报道",
            "海右网记者翁怀远5月13日报道",
            "翁怀远 海右报道",
        ),
        *(
            "记者 翁怀远 发自海右",
            "某报特约评论员 翁怀远",
            "文丨特约评论员 翁怀远",
            "采写/海右日报记者 翁怀远",
        ),
        *(
            "文/翁怀远",
            "文｜翁怀远",
            "文丨翁怀远",
            "文 | 翁怀远",
            "文：翁怀远",
            "翁怀远/文",
            "翁怀远 文",
        ),
        *(
            "撰稿：翁怀远",
            "撰稿人/翁怀远",
            "撰文 / 翁怀远",
            "执笔：翁怀远",
            "供稿：翁怀远",
            "翁怀远 供稿",
        ),
        *(
            "作者：翁怀远",
            "作者 翁怀远",
            "作者丨翁怀远",
            "作者翁怀远系海右大学教授",
            "本文作者：翁怀远",
        ),
        *(
            "主笔/翁怀远",
            "采写：海右日报见习记者 翁怀远",
            "整合 海右日报记者 翁怀远",
            "文字：翁怀远",
        ),
        "海右日报记者 翁怀远 来源：海右日报",
        *("文案｜翁怀远", "作者：翁怀远 发布时间：2023-3-3"),
    ],
)
def test_one_who_writes_is_an_author(text: str) -> None:
    assert signed(text) == [(WRITE, A)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者 翁怀远 李良优", [(WRITE, A), (WRITE, B)]),
        ("记者翁怀远、李良优", [(WRITE, A), (WRITE, B)]),
        ("记者 翁怀远 通讯员 李良优", [(WRITE, A), (SEND, B)]),
        ("记者 翁怀远 实习生 李良优", [(WRITE, A), (WRITE, B)]),
        ("記者 翁怀远 攝影 李良优", [(WRITE, A), (SHOOT, B)]),
        ("记者翁怀远通讯员李良优", [(WRITE, A), (SEND, B)]),
        ("本报记者翁怀远 本报通讯员李良优", [(WRITE, A), (SEND, B)]),
        ("记者 翁怀远 报道员 李良优", [(WRITE, A), (SEND, B)]),
        ("通讯员：李良优 翁怀远", [(SEND, B), (SEND, A)]),
        ("记者 江 河 实习记者 李良优", [(WRITE, "江河"), (WRITE, B)]),
        ("首席记者 翁怀远 见习记者 李良优", [(WRITE, A), (WRITE, B)]),
        ("文/翁怀远 图/李良优", [(WRITE, A), (SHOOT, B)]),
        ("文/翁怀远，图/李良优", [(WRITE, A), (SHOOT, B)]),
        ("综合处 文/翁怀远 图/文嘉", [(WRITE, A), (SHOOT, "文嘉")]),
        ("翁怀远/文 李良优/图", [(WRITE, A), (SHOOT, B)]),
        ("翁怀远 文 李良优 图", [(WRITE, A), (SHOOT, B)]),
        ("记者 翁怀远 文 李良优 图", [(WRITE, A), (SHOOT, B)]),
        ("文图/翁怀远", [(WRITE, A), (SHOOT, A)]),
        ("文/图 翁怀远", [(WRITE, A), (SHOOT, A)]),
        ("文、图/翁怀远", [(WRITE, A), (SHOOT, A)]),
        ("翁怀远 图文", [(WRITE, A), (SHOOT, A)]),
        ("记者 翁怀远 文/图", [(WRITE, A), (SHOOT, A)]),
        ("记者 翁怀远 摄影报道", [(WRITE, A), (SHOOT, A)]),
        ("本报记者 厍狄明 摄影报道", [(WRITE, "厍狄明"), (SHOOT, "厍狄明")]),
        ("翁怀远摄影报道", [(SHOOT, A)]),
        ("撰稿 翁怀远 审核 李良优", [(WRITE, A), (CHECK, B)]),
        ("撰稿：翁怀远；编辑：李良优；审核：陈立群", [(WRITE, A), (EDIT, B), (CHECK, C)]),
        ("撰文 翁怀远 摄影 李良优 编辑 陈立群", [(WRITE, A), (SHOOT, B), (EDIT, C)]),
        ("文丨翁怀远 编辑丨李良优", [(WRITE, A), (EDIT, B)]),
        ("来源丨海右日报 文字丨翁怀远 编辑丨李良优", [(WRITE, A), (EDIT, B)]),
        ("综合处供稿", [(WRITE, "综合处")]),
        ("综合处、党群处供稿", [(WRITE, "综合处"), (WRITE, "党群处")]),
        ("综合处供稿 摄影/翁怀远 编辑/李良优", [(WRITE, "综合处"), (SHOOT, A), (EDIT, B)]),
        ("供稿：综合处", [(WRITE, "综合处")]),
        ("执笔/小海、大山&李石头", [(WRITE, "小海"), (WRITE, "大山"), (WRITE, "李石头")]),
    ],
)
def test_several_hands_are_told_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert signed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("翁怀远 摄", "翁怀远摄", "翁怀远/摄", "图/翁怀远", "摄影：翁怀远", "本报记者 翁怀远 摄"),
        "摄影：本报记者 翁怀远",
    ],
)
def test_one_who_shoots_is_a_photographer(text: str) -> None:
    assert signed(text) == [(SHOOT, A)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "完",
            "翁怀远",
            "翁怀远 李良优",
            "综合处",
            "记者",
            "本报评论员",
            "记者会现场",
            "记者站成立",
        ),
        *("作者系海右大学教授", "作者单位：海右大学", "作者简介：翁怀远", "作者为海右院研究员"),
        *("文中人物均为化名", "文图来自网络", "图片由综合处提供", "文字整理自现场", "图为会场"),
        *("联系记者：翁怀远", "他告诉记者 明天再来", "来源：海右日报", "编辑部", "县人社局某人"),
        "作者认为这件事要慢慢来。翁怀远不同意。",
        "18岁以下勿点击/图文",
    ],
)
def test_what_is_no_signature_names_nobody(text: str) -> None:
    assert signed(text) == []


WORDS = sorted({word for _, words in ROLE_WORDS for word in words.split()} | {"记者", "通讯员"})
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(list("/／|｜丨：: 、，\u3000（）·")),
    st.text("翁怀远李良优陈立群报道处部系为", max_size=5),
    st.text(max_size=4),
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_text_is_read_and_no_character_is_made_up(text: str) -> None:
    for one in read_signature(text):
        assert one.names
        for name in one.names:
            assert name
            assert set(name.replace(" ", "")) <= set(text)
    assert read_signature(text) == read_signature(text)


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["撰稿", "文字", "摄影", "编辑", "审核", "记者", "通讯员"]),
            st.lists(
                st.sampled_from([A, B, C, "刘洋", "欧阳娜娜"]), min_size=1, max_size=3, unique=True
            ),
        ),
        min_size=1,
        max_size=4,
        unique_by=lambda pair: pair[0],
    ),
    st.sampled_from(["：", "/", "｜", " "]),
    st.sampled_from(["、", " ", "，"]),
    st.sampled_from([" ", "\u3000", "  "]),
)
def test_roles_before_names_are_read_back(
    parts: list[tuple[str, list[str]]], bar: str, between: str, gap: str
) -> None:
    text = gap.join(f"{role}{bar}{between.join(names)}" for role, names in parts)
    assert [(one.word, list(one.names)) for one in read_signature(text)] == parts


@pytest.mark.parametrize(
    "text", ["作者： 责任编辑：翁怀远", "作者：责任编辑：翁怀远", "来源：某社 作者： 编辑：翁怀远"]
)
def test_an_empty_part_takes_nobody_from_the_next_one(text: str) -> None:
    assert signed(text) == [(EDIT, A)]
