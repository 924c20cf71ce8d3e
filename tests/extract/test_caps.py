"""What is too much of a page is left out and told; without this a cap would lose text silently."""

from __future__ import annotations

import pytest

from newscrawl.extract import flatten, parsing
from newscrawl.extract.article import extract_article
from newscrawl.extract.listing import extract_listing
from newscrawl.items import Article

URL = "http://www.example.org/info/1/2.htm"
TEXT = "课题组完成了新一代低温材料的疲劳试验，结果得到了与会专家的肯定。"
HEAD = "<html><head><title>试验取得进展</title></head><body><h1>试验取得进展</h1>"

# A cap, a page just over it, and how far that page is read.
CAPS = {
    "tags": (parsing, "MAX_TAGS", 70_000, f"<p>{TEXT}</p>" * 40_000),
    "characters": (parsing, "MAX_CHARACTERS", 5_000, f"<p>{TEXT}</p>" * 200),
    "elements": (flatten, "MAX_ELEMENTS", 50, f"<p>{TEXT}</p>" * 60),
    "lines": (flatten, "MAX_LINES", 20, f"<p>{TEXT}</p>" * 30),
    "text": (flatten, "MAX_CHARACTERS", 500, f"<p>{TEXT}</p>" * 40),
}


def read(body: str) -> Article:
    return extract_article(f"{HEAD}{body}".encode(), URL)


@pytest.mark.parametrize("name", CAPS)
def test_a_page_over_a_cap_is_cut_and_says_so(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module, cap, most, body = CAPS[name]
    monkeypatch.setattr(module, cap, most)
    article = read(body)
    assert "page_cut" in [issue.code for issue in article.issues]
    assert article.body.startswith(TEXT)
    assert article.body.count(TEXT) < body.count(TEXT)


@pytest.mark.parametrize("name", ["elements", "lines", "text"])
def test_the_same_page_under_the_cap_is_read_whole(name: str) -> None:
    article = read(CAPS[name][3])
    assert "page_cut" not in [issue.code for issue in article.issues]
    assert article.body.count(TEXT) == CAPS[name][3].count(TEXT)


def test_a_listing_over_the_cap_of_tags_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MAX_TAGS", 70_000)
    row = "<li><a href='/a/{n}.html'>第{n}次学术报告会举行</a><span>2023-01-01</span></li>"
    rows = "".join(row.format(n=n) for n in range(20_000))
    listing = extract_listing(f"<ul>{rows}</ul>".encode(), URL)
    assert listing.items
    assert any("too long" in issue for issue in listing.issues)


def test_a_tag_without_end_loses_its_attributes_and_the_page_nothing_else() -> None:
    endless = " ".join(f"a{n}='<b>'" for n in range(20_000))
    assert read(f"<p {endless}>{TEXT}</p>").body == TEXT


def test_a_tag_of_a_few_hundred_attributes_keeps_them() -> None:
    many = " ".join(f"a{n}='<b>'" for n in range(400))
    padding = f"<!--{'x' * 70_000}-->"
    root, whole = parsing.parse(f"{padding}<p {many} id=last>{TEXT}</p>")
    assert whole
    assert [one.get("id") for one in root.iter("p")] == ["last"]
