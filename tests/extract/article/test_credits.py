"""Who wrote, photographed, edited: by labels, by slashes, in brackets at both ends of the text."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import CLOSING, MIDDLE, OPENING, PARAGRAPHS, page, read

DATED = "发布时间：2023-02-13"
A, B, C = "翁怀远", "许知微", "何思源"
BOTH = ("author", "photographer")


def credited(body: str = PARAGRAPHS, meta: str = DATED) -> set[tuple[str, str]]:
    return {(one.role, one.name) for one in read(page(body, meta=meta)).credits}


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ("作者：翁怀远 摄影：许知微", {("author", A), ("photographer", B)}),
        ("撰稿：翁怀远、许知微", {("author", A), ("author", B)}),
        ("记者：翁怀远 通讯员：许知微", {("author", A), ("correspondent", B)}),
        ("供稿：科研处 编辑：翁怀远", {("author", "科研处"), ("editor", A)}),
        ("文/图：翁怀远", {("author", A), ("photographer", A)}),
        ("图文：翁怀远 许知微", {(role, name) for role in BOTH for name in (A, B)}),
        ("文字/摄影：翁怀远 审核：何思源", {*((role, A) for role in BOTH), ("reviewer", C)}),
        ("文、图/翁怀远 审核/许知微", {*((role, A) for role in BOTH), ("reviewer", B)}),
        ("作者：翁怀远/文 许知微/图", {("author", A), ("photographer", B)}),
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
        ("（宣传部 文/翁怀远 图/许知微）", {("author", A), ("photographer", B)}),
        ("(Written by Anna Keller)", {("author", "Anna Keller")}),
        ("文/图 翁怀远", {("author", A), ("photographer", A)}),
        ("文图：翁怀远", {("author", A), ("photographer", A)}),
        ("文字：翁怀远", {("author", A)}),
        ("文稿：翁怀远 图片：许知微", {("author", A), ("photographer", B)}),
        ("（本报记者 翁怀远 实习生 许知微 采访整理）", {("author", A), ("author", B)}),
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


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("海右日报讯（记者 翁怀远 通讯员 许知微）", {("author", A), ("correspondent", B)}),
        ("某社海右1月1日电（记者翁怀远、许知微）", {("author", A), ("author", B)}),
        ("本网讯 记者翁怀远报道：", {("author", A)}),
        ("海右网记者翁怀远5月13日报道：", {("author", A)}),
        ("本报讯 记者 翁怀远 通讯员 许知微 报道 ", {("author", A), ("correspondent", B)}),
        ("本站讯（供稿：翁怀远）", {("author", A)}),
        ("据海右日报记者翁怀远报道，", set()),
        ("记者从海右院获悉，", set()),
        ("（记者会现场）", set()),
    ],
)
def test_the_first_paragraph_says_who_reports(start: str, expected: set[tuple[str, str]]) -> None:
    assert credited(f"<p>{start}{OPENING}</p><p>{MIDDLE}</p><p>{CLOSING}</p>") == expected


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("翁怀远", (A,)),
        ("翁怀远 许知微", (A, B)),
        ("翁怀远、许知微", (A, B)),
        ("李\u3000磊", ("李磊",)),
        ("● 翁怀远", (A,)),
        ("翁怀远、风笑天", (A, "风笑天")),
        *(
            (text, ())
            for text in (
                "编者按",
                "目录",
                "方案",
                "成果简介",
                "温馨提示",
                "各部门：",
                "关于",
                "党建",
            )
        ),
    ],
)
def test_names_alone_under_the_title_are_the_authors(line: str, names: tuple[str, ...]) -> None:
    article = read(page(f"<p>{line}</p>{PARAGRAPHS}", meta=DATED))
    assert article.authors == names
    assert not names or article.provenance["authors"].rule == "line:names"


def test_a_guest_is_named_for_the_house_that_signs() -> None:
    texts = "".join(
        f"<p>{'The lake froze early this year, and nobody could say why. ' * 4}</p>" * 4
    )
    guest = "<p>Thandolwe B. Mpongose, University of Elsewhere</p>"
    html = page(
        f"{guest}{texts}",
        title="Why the lake froze",
        meta="<p>By Example Institute News</p><p>May 3, 2023</p>",
        head='<meta property="og:site_name" content="Example Institute News">'
        '<meta name="author" content="Example Institute News">',
    )
    assert read(html).authors == ("Thandolwe B. Mpongose",)


def test_a_column_is_its_persons() -> None:
    html = page(f"<p>石头</p>{PARAGRAPHS}", title="石头：慢慢来的道理", meta=DATED)
    assert read(html).authors == ("石头",)


@pytest.mark.parametrize("end", ["（翁怀远）", "（翁怀远 许知微）", "（综合处 翁怀远）", "翁怀远"])
def test_a_name_alone_behind_the_text_is_no_author(end: str) -> None:
    """Labelled pages call such names nobody: they may be a contact, a signer, a sender."""
    assert credited(f"{PARAGRAPHS}<p>{end}</p>") == set()


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ("由石头张贴 @ 2023-02-13 09:05:00 (12)", ("石头",)),
        ("本贴由石头于2023年2月13日9:05:00在〖海右论坛〗发表.", ("石头",)),
        ("本办法由海右院发布，自2023年2月13日起施行。", ()),
    ],
)
def test_a_board_says_who_posted_and_when(behind: str, names: tuple[str, ...]) -> None:
    article = read(page(meta="", below=f"<p>{behind}</p>"))
    assert article.authors == names
    assert not names or article.date_published == "2023-02-13T09:05:00+08:00"


@pytest.mark.parametrize("name", ["author-name", "up-name", "user-name", "nickname"])
def test_an_element_that_calls_itself_the_authors_names_him(name: str) -> None:
    meta = f"<p class='{name}'>海右必读</p><span>{DATED}</span>"
    assert read(page(meta=meta)).authors == ("海右必读",)


def test_the_owner_of_a_page_with_no_other_name_wrote_it() -> None:
    assert read(page(meta=DATED, below="<div>Copyright © 2023 翁怀远</div>")).authors == (A,)
    assert read(page(meta=DATED, below="<div>Copyright © 2023 海右院</div>")).authors == ()


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


def test_who_stands_in_a_row_of_data_wrote_nothing() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>某课程研究</td><td>{A}</td></tr>" for n in (1, 2, 3))
    assert credited(f"<table>{rows}</table>") == set()


@pytest.mark.parametrize(
    "meta",
    [
        "<time datetime='2023-02-13'>2023年2月13日</time> · <span>翁怀远</span> · 约 3 分钟",
        "2023-02-13 | 安全部 翁怀远 | 1024",
    ],
)
def test_a_name_stands_between_a_date_and_a_count(meta: str) -> None:
    assert read(page(meta=meta)).authors == ("翁怀远",)


def test_who_posted_is_named_behind_the_date() -> None:
    posted = (
        "<p>posted @ 2023-02-13 21:07 <a href='/w'>炉火</a> 阅读(120) <a href='#c'>评论(1)</a></p>"
    )
    assert read(page(meta="", below=posted)).authors == ("炉火",)


def test_a_table_between_title_and_name_hides_no_name() -> None:
    rows = "<tr><th>索引号：</th><td>0123/2023-1</td><th>有效性：</th><td>有效</td></tr>"
    html = page(f"<p>县长 翁怀远</p>{PARAGRAPHS}", meta=f"<table>{rows}</table>")
    assert read(html).authors == ("翁怀远",)


def test_a_papers_reporter_named_behind_it_in_the_source_is_the_author() -> None:
    article = read(page(meta="来源：海右日报记者 翁怀远 通讯员 许知微 2023-02-13"))
    assert (article.source, article.authors) == ("海右日报", ("翁怀远", "许知微"))


def test_a_column_behind_a_list_of_neighbours_has_a_writer_of_its_own() -> None:
    rows = "".join(
        f"<li><a href='/a/{n}'>另一条新闻的题目</a> 2023-02-0{n}</li>" for n in (1, 2, 3)
    )
    below = (
        f"<div class='right'><h3>热门排行</h3><ol>{rows}</ol><h3>作者专栏</h3><p>作者：许知微</p>"
        "<p>2023-01-01</p></div>"
    )
    article = read(page(meta="来源：综合处", below=below))
    assert (article.authors, article.date_published) == ((), None)


def test_who_wrote_is_read_behind_a_heading_that_no_list_stands_over() -> None:
    below = "<h3>联系我们</h3><p>作者：许知微</p>"
    assert read(page(meta="来源：综合处", below=below)).authors == ("许知微",)
