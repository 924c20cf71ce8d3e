"""Who wrote, photographed, edited: by labels, by slashes, in brackets at both ends of the text."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import CLOSING, MIDDLE, OPENING, PARAGRAPHS, page, read

DATED = "发布时间：2023-02-13"
A, B, C = "翁怀远", "许知微", "何思源"


def credited(body: str = PARAGRAPHS, meta: str = DATED) -> set[tuple[str, str]]:
    return {(one.role, one.name) for one in read(page(body, meta=meta)).credits}


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ("作者：翁怀远 摄影：许知微", {("author", A), ("photographer", B)}),
        ("撰稿：翁怀远、许知微", {("author", A), ("author", B)}),
        ("记者：翁怀远 通讯员：许知微", {("author", A), ("correspondent", B)}),
        ("供稿：科研处 编辑：翁怀远", {("author", "科研处"), ("editor", A)}),
        ("文/图：翁怀远", {("author", A)}),
        (
            "责任编辑：翁怀远 审核：许知微 发布者：何思源",
            {("editor", A), ("reviewer", B), ("publisher", C)},
        ),
        ("作者：admin", set()),
        ("作者：", set()),
    ],
)
def test_labels_of_the_byline_give_credits(meta: str, expected: set[tuple[str, str]]) -> None:
    assert credited(meta=f"{meta} {DATED}") == expected


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("（翁怀远 供稿）", {("author", A)}),
        ("（供稿：翁怀远）", {("author", A)}),
        ("（供稿/翁怀远）", {("author", A)}),
        ("（文/翁怀远 图/许知微）", {("author", A), ("photographer", B)}),
        ("文/翁怀远 图/许知微", {("author", A), ("photographer", B)}),
        ("翁怀远/文 许知微/图", {("author", A), ("photographer", B)}),
        ("文/图 翁怀远", {("author", A), ("photographer", A)}),
        ("文图：翁怀远", {("author", A), ("photographer", A)}),
        ("文字：翁怀远", {("author", A)}),
        ("（记者 翁怀远）", {("author", A)}),
        ("（记者 翁怀远 通讯员 许知微）", {("author", A), ("correspondent", B)}),
        ("（通讯员 许知微）", {("correspondent", B)}),
        ("本报记者 翁怀远", {("author", A)}),
        ("（翁怀远 摄）", {("photographer", A)}),
        ("责任编辑：翁怀远", {("editor", A)}),
        ("责编/翁怀远 审核/许知微", {("editor", A), ("reviewer", B)}),
    ],
)
def test_the_last_lines_of_the_text_give_credits(tail: str, expected: set[tuple[str, str]]) -> None:
    assert credited(f"{PARAGRAPHS}<p>{tail}</p>") == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("（翁怀远 供稿）", {("author", A)}),
        ("（记者 翁怀远）", {("author", A)}),
        ("（文/翁怀远 图/许知微）", {("author", A), ("photographer", B)}),
    ],
)
def test_brackets_at_the_end_of_the_last_paragraph_give_credits(
    end: str, expected: set[tuple[str, str]]
) -> None:
    assert credited(f"<p>{OPENING}</p><p>{MIDDLE}</p><p>{CLOSING}{end}</p>") == expected


@pytest.mark.parametrize("start", ["（记者 翁怀远）", "（本报记者 翁怀远）", "[记者 翁怀远]"])
def test_a_reporter_in_brackets_may_open_the_text(start: str) -> None:
    assert credited(f"<p>{start}{OPENING}</p><p>{MIDDLE}</p><p>{CLOSING}</p>") == {("author", A)}


def test_a_byline_that_names_the_author_is_trusted_before_the_text() -> None:
    article = read(page(f"{PARAGRAPHS}<p>（许知微 供稿）</p>", meta=f"作者：翁怀远 {DATED}"))
    assert article.authors == (A,)


def test_photographers_of_the_text_stand_beside_the_author_of_the_byline() -> None:
    article = read(page(f"{PARAGRAPHS}<p>（许知微 摄）</p>", meta=f"作者：翁怀远 {DATED}"))
    assert ("photographer", B) in {(one.role, one.name) for one in article.credits}


@pytest.mark.parametrize(
    "text",
    [
        "会后，院长回答了记者的提问，并介绍了下一步的打算。",
        "参加会议的还有记者（包括实习的）若干人，会场坐得很满。",
        "作者简介，供稿单位和联系办法都另行通知。",
        "会议通过了（供稿单位管理办法），自下月起施行。",
    ],
)
def test_words_of_the_text_are_nobody(text: str) -> None:
    assert credited(f"{PARAGRAPHS}<p>{text}</p>") == set()


ENGLISH = "".join(
    f"<p>{text}</p>"
    for text in (
        "The institute opened a new laboratory on Monday, and its director welcomed the guests.",
        "Work on the first three projects begins in spring, with partners from two universities.",
        "Visitors can see the building on the open day, when guided tours start every hour.",
    )
)


@pytest.mark.parametrize(
    ("meta", "names"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("By Ann Lee and Bob Ray", ("Ann Lee", "Bob Ray")),
        ("BY ANN LEE | May 22, 2023", ("ANN LEE",)),
        ("Author: Ann Lee", ("Ann Lee",)),
        ("Von Anna Lind", ("Anna Lind",)),
        ("", ()),
    ],
)
def test_a_by_line_gives_its_names(meta: str, names: tuple[str, ...]) -> None:
    html = page(ENGLISH, title="A new laboratory opens its doors", meta=meta)
    assert read(html).authors == names


def test_a_declared_author_stands_in_on_a_page_that_is_not_chinese() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":[{"name":"Ann Lee"}]}</script>'
    html = page(ENGLISH, title="A new laboratory opens its doors", meta="", head=head)
    article = read(html)
    assert (article.authors, article.provenance["authors"].rule) == (("Ann Lee",), "json-ld:author")


def test_a_declared_author_is_not_believed_on_a_chinese_page() -> None:
    assert read(page(meta=DATED, head="<meta name='author' content='海右院'>")).authors == ()
