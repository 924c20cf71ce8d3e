"""What no page can tell alone and its siblings can: the template's heading, phrases and boxes."""

from __future__ import annotations

import pytest

from newscrawl.extract.article import extract_article
from newscrawl.items import Article
from newscrawl.learn import learn_site
from newscrawl.sites.model import Site

BASE = "https://www.institute.example"
SUBJECTS = (
    "潮汐站换新浮标",
    "温室迎来首批来访者",
    "图书馆延长开放时间",
    "测风塔完成年检",
    "食堂更换灶具",
)
Pages = list[tuple[bytes, str]]


def text_of(number: int) -> list[str]:
    first = f"{number + 1}月{number + 11}日，{SUBJECTS[number]}，全所上下为此忙了{number + 2}周。"
    return [first, f"参加者有{number + 20}人，负责人说下一步还有{number + 3}件事要做。"]


def page(number: int, head: str, text: str, title: str = "望海研究所") -> tuple[bytes, str]:
    html = f"""<html><head><title>{title}</title></head><body><p><a href="/">首页</a></p>
    {head}<div class="when">2023-02-1{number}</div><div class="text">{text}</div></body></html>"""
    return html.encode(), f"{BASE}/info/10{number}/{2000 + number}.htm"


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def last_alone_and_taught(pages: Pages) -> tuple[Article, Article, Site]:
    """The last page's record without rules, and with those that the others teach."""
    *siblings, (html, url) = pages
    site = learn_site(siblings)
    return extract_article(html, url), extract_article(html, url, site=site), site


@pytest.mark.parametrize(
    ("heading", "page_title"),
    [("潮起海岸 志在深蓝", "望海研究所"), ("本所动态", "本所动态_望海研究所")],
    ids=["motto", "column"],
)
def test_a_heading_that_stands_on_every_page_is_no_title(heading: str, page_title: str) -> None:
    pages = [
        page(
            n,
            f"<h1>{heading}</h1><div class='name'>{SUBJECTS[n]}</div>",
            paragraphs(text_of(n)),
            page_title,
        )
        for n in range(5)
    ]
    alone, taught, _ = last_alone_and_taught(pages)
    assert (alone.title, taught.title) == (heading, SUBJECTS[4])


def test_articles_that_have_one_title_keep_it() -> None:
    pages = [
        page(n, "<h1>停水停电通知</h1>", paragraphs(text_of(n)), "停水停电通知-望海研究所")
        for n in range(5)
    ]
    assert last_alone_and_taught(pages)[1].title == "停水停电通知"


def test_a_phrase_that_all_texts_have_between_their_own_lines_is_text() -> None:
    pages = [
        page(n, f"<h1>{SUBJECTS[n]}</h1>", paragraphs([first, "二、工作要求与安排", last]))
        for n in range(5)
        for first, last in [text_of(n)]
    ]
    alone, taught, _ = last_alone_and_taught(pages)
    assert "二、工作要求与安排" in taught.body
    assert taught.body == alone.body


@pytest.mark.parametrize(("opening", "end"), [("各课题组、各台站：", "特此通知。")])
def test_what_letters_open_and_end_with_is_text(opening: str, end: str) -> None:
    pages = [
        page(n, f"<h1>{SUBJECTS[n]}</h1>", paragraphs([opening, *text_of(n), end]))
        for n in range(5)
    ]
    taught = last_alone_and_taught(pages)[1]
    assert (taught.body.split("\n")[0], taught.body.split("\n")[-1]) == (opening, end)


def box_of(number: int) -> str:
    """Other articles of the site, each with a link and a sentence of its own."""
    records = "".join(
        f"<div><a href='/info/10{one}/{2100 + one}.htm'>往期：{SUBJECTS[one]}回顾</a>"
        f"<span>那一次来了{one * 7 + number}人，大家在岸边站了很久，"
        "潮水退去以后才慢慢离开。</span></div>"
        for one in range(2 + number % 2)
    )
    return f"<div class='more'>{records}</div>"


def test_a_box_of_other_articles_at_the_end_of_every_text_is_dropped() -> None:
    pages = [
        page(n, f"<h1>{SUBJECTS[n]}</h1>", paragraphs(text_of(n)) + box_of(n)) for n in range(5)
    ]
    alone, taught, site = last_alone_and_taught(pages)
    assert "往期" in alone.body
    assert taught.body == "\n\n".join(text_of(4))
    assert site.articles[0].drop == (".more",)


def test_a_comment_of_the_template_in_such_a_box_is_none_of_its_records() -> None:
    pages = [
        page(
            n,
            f"<h1>{SUBJECTS[n]}</h1>",
            paragraphs(text_of(n)) + box_of(n).replace("<div><a", "<!-- one --><div><a"),
        )
        for n in range(5)
    ]
    site = last_alone_and_taught(pages)[2]
    assert site.articles[0].drop == (".more",)


def test_a_digest_is_the_text_itself() -> None:
    pages = [page(n, f"<h1>{SUBJECTS[n]}</h1>", box_of(n)) for n in range(5)]
    alone, taught, site = last_alone_and_taught(pages)
    assert taught.body == alone.body
    assert not [rules for rules in site.articles if rules.drop]


REMARKS = (
    "请问什么时候可以预约参观，能不能带孩子一起去，周末开放吗？",
    "去年夏天路过那里，当时还没有完工，现在终于用上了，感谢大家。",
    "能不能公布一下具体的数据，方便我们做课题时引用，谢谢。",
    "建议在公众号上也发一份，家里老人不会用电脑看网页。",
)


def talk(number: int, record: str, count: int) -> str:
    said = (
        record.format(
            who=f"网友{number}{n}",
            when=f"2023-02-1{n % 10} 08:0{n % 10}",
            text=f"{number}{n}楼：{REMARKS[(number + n) % 4]}{REMARKS[(number + n + 1) % 4]}",
        )
        for n in range(count + number % 3)
    )
    return f"<div class='pl'>{''.join(said)}</div>"


@pytest.mark.parametrize("count", [4, 14])
@pytest.mark.parametrize(
    "record",
    [
        "<div class='c'><b>{who}</b><em>{when}</em><p>{text}</p></div>",
        "<div><span>{who} 发表于 {when}</span><p>{text}</p></div>",
    ],
)
def test_what_readers_say_behind_every_text_is_none_of_it(record: str, count: int) -> None:
    pages = [
        page(
            n,
            f"<h1>{SUBJECTS[n]}</h1>",
            f"{paragraphs(text_of(n))}</div>{talk(n, record, count)}<div>",
            f"{SUBJECTS[n]}-望海研究所",
        )
        for n in range(5)
    ]
    alone, taught, site = last_alone_and_taught(pages)
    assert taught.body == "\n\n".join(text_of(4)) != alone.body
    assert site.articles[0].drop == (".pl",)


def test_a_chronicle_behind_every_text_is_text() -> None:
    days = "".join(f"<div class='d'><b>2023-02-1{n}</b><p>{REMARKS[n]}</p></div>" for n in range(4))
    pages = [
        page(
            n,
            f"<h1>{SUBJECTS[n]}</h1>",
            paragraphs(text_of(n)) + f"<div class='days'>{days}</div>",
            f"{SUBJECTS[n]}-望海研究所",
        )
        for n in range(5)
    ]
    _, taught, site = last_alone_and_taught(pages)
    assert REMARKS[0] in taught.body
    assert site.articles[0].drop == ()


def test_the_day_of_publication_behind_every_text_is_none_of_it() -> None:
    pages = []
    for n in range(5):
        html = (
            f"<html><head><title>{SUBJECTS[n]}-望海研究所</title></head><body><h1>{SUBJECTS[n]}</h1>"
            f"<div class='text'>{paragraphs(text_of(n))}</div>"
            f"<div class='when'>2023-02-1{n}</div></body></html>"
        )
        pages.append((html.encode(), f"{BASE}/info/10{n}/{2000 + n}.htm"))
    _, taught, _ = last_alone_and_taught(pages)
    assert (taught.body, taught.date_published) == ("\n\n".join(text_of(4)), "2023-02-14")
