"""A page whose text stands only in a script's state is read as if its script had run."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newscrawl import extract_article
from newscrawl.extract.article import read_page
from newscrawl.items import Article, ListingRef, Outcome, Page

TITLE = "海右仪器厂新增两条检测线"
PARAGRAPHS = (
    "海右仪器厂七月新增两条检测线，每天可以多检三百台仪表，原来要等两周的用户现在三天就能取回。",
    "两条线都由厂里自己设计，夹具用了本厂淘汰的旧导轨，花费只有外购方案的四成，九月起两班运转。",
)
HTML = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
STATE: dict[str, Any] = {
    "user": {"name": "", "login": False},
    "hot": [{"title": "别的消息", "summary": "别处的事。"} for _ in range(6)],
    "detail": {
        "id": 77,
        "title": TITLE,
        "author": "翁怀远",
        "source": "海右报",
        "publishTime": "2023-02-13 09:05:00",
        "content": HTML,
        "views": 12,
    },
    "next": {"title": "下一篇的标题", "publishTime": "2022-01-01 00:00:00"},
}
JSON = json.dumps(STATE, ensure_ascii=False)
ESCAPED = HTML.replace("<", "\\u003C").replace("/", "\\u002F")
NUXT = (
    "window.__NUXT__=(function(a,b){return {layout:a,data:[{info:{id:b,"
    f'title:"{TITLE}",publish_at:"2023-02-13",content:"{ESCAPED}"}}}}]}}}}("default",7));'
)


def shell(script: str, *, around: str = "<div id='app'></div>") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body>{around}"
        f"<noscript>请启用脚本。</noscript>{script}</body></html>"
    ).encode()


def read(html: bytes) -> Article:
    return extract_article(html, "http://app.haiyou.example/n/77.html")


@pytest.mark.parametrize(
    "script",
    [
        f"<script>window.__INITIAL_STATE__={JSON};</script>",
        f"<script>var anything = {json.dumps(STATE)};</script>",
        f"<script id='__NEXT_DATA__' type='application/json'>{JSON}</script>",
        f"<script>{NUXT}</script>",
        f"<script>window.__STATE__=JSON.parse({json.dumps(JSON)});</script>",
        f"<script>self.__next_f.push([1,{json.dumps('5:' + JSON)}])</script>",
    ],
)
def test_a_text_in_a_scripts_state_is_the_pages_where_it_shows_none(script: str) -> None:
    article = read(shell(script))
    assert article.body == "\n\n".join(PARAGRAPHS)
    assert article.title == TITLE
    assert (article.date_published or "")[:10] == "2023-02-13"
    assert article.provenance["body"].rule == "script:state"


def test_no_string_opens_behind_a_backslash() -> None:
    state = {"title": TITLE, "date": "2023-02-13", "content": "\n".join(PARAGRAPHS)}
    flat = json.dumps(json.dumps(state))
    article = read(shell(f'<script>t=t.replace(/\\"/g,1);s=JSON.parse({flat});</script>'))
    assert article.title == TITLE
    assert article.body == "\n\n".join(PARAGRAPHS)


def test_who_wrote_and_the_source_are_those_of_the_texts_own_object() -> None:
    article = read(shell(f"<script>window.__INITIAL_STATE__={JSON}</script>"))
    assert (article.authors, article.source) == (("翁怀远",), "海右报")


def test_a_moment_in_milliseconds_is_told_as_the_pages_readers_know_it() -> None:
    state = JSON.replace('"2023-02-13 09:05:00"', "1676221500000")
    assert read(shell(f"<script>s={state}</script>")).date_published == "2023-02-13T01:05:00+08:00"


def test_a_text_whose_paragraphs_are_objects_is_put_together() -> None:
    blocks = [{"type": "p", "text": one} for one in PARAGRAPHS]
    state = {"a": {"headline": TITLE, "publishTime": "2023-02-13", "blocks": blocks}}
    article = read(shell(f"<script>s={json.dumps(state, ensure_ascii=False)}</script>"))
    assert article.body == "\n\n".join(PARAGRAPHS)
    assert article.date_published == "2023-02-13"


def test_such_a_page_is_kept_as_an_article() -> None:
    html = shell(f"<script>window.__INITIAL_STATE__={JSON}</script>", around="<div>加载中...</div>")
    reading = read_page(Page(url="http://app.haiyou.example/n/77.html", body=html))
    assert (reading.outcome, reading.keep) == (Outcome.NEW, True)


def test_a_text_that_the_page_shows_is_left_alone() -> None:
    shown = "本厂的两条检测线昨天开始试运转，三天之内可以取回送检的仪表，用户不必再等两周。"
    around = f"<h1>{TITLE}</h1><p>2023-02-13</p><div class='text'><p>{shown}</p></div>"
    assert read(shell(f"<script>s={JSON}</script>", around=around)).body == shown


def test_a_list_of_texts_of_one_length_is_no_article() -> None:
    rows = json.dumps([{"title": f"{n}号", "content": HTML} for n in range(4)])
    assert read(shell(f"<script>s={rows}</script>")).body == ""


def test_a_short_text_with_neither_day_nor_writer_is_a_notice_of_the_site() -> None:
    notice = {"consent": {"title": "本站的小事", "body": "".join(PARAGRAPHS)}}
    assert read(shell(f"<script>s={json.dumps(notice)}</script>")).body == ""


def test_the_longest_teaser_of_a_list_is_no_article() -> None:
    texts = (PARAGRAPHS[0], PARAGRAPHS[1], "".join(PARAGRAPHS) * 2)
    rows = json.dumps({"items": [{"title": one[:6], "content": one} for one in texts]})
    assert read(shell(f"<script>s={rows}</script>")).body == ""


def test_replies_to_a_post_are_no_text() -> None:
    replies = [{"user": {"nick": "甲"}, "content": one, "time": "2023-02-14"} for one in PARAGRAPHS]
    state = json.dumps({"title": TITLE, "replies": replies}, ensure_ascii=False)
    assert read(shell(f"<script>s={state}</script>")).body == ""


@pytest.mark.parametrize("tail", ['","content":"' + "\\" * 9_000, "{" * 9_000, 'content:"' * 3_000])
def test_a_script_without_an_end_is_read_in_time(tail: str) -> None:
    assert read(shell(f"<script>s={JSON[:-1]}{tail}</script>")).title == TITLE


CONSENT = (
    "We and our partners store information on a device and read it, such as unique numbers, for "
    "measurement of offers and of what is read. "
) * 4


@pytest.mark.parametrize(
    ("called", "title", "text"),
    [
        ("consent", "A word before you go on", CONSENT.replace("We and our", "Some")),
        ("page", "We value your privacy", CONSENT),
        ("error", "Das geht nicht", "".join(PARAGRAPHS)),
        (
            "info",
            "提示",
            "您的浏览器版本太旧，看不到本站的全部内容。请换一个新的再来，谢谢合作。" * 3,
        ),
    ],
)
def test_what_a_site_says_of_itself_is_no_article_though_it_be_dated(
    called: str, title: str, text: str
) -> None:
    state = json.dumps({called: {"title": title, "date": "2023-02-13", "content": text}})
    assert read(shell(f"<script>s={state}</script>")).body == ""


@pytest.mark.parametrize("beside", [[1, 1], {"a": 1, "b": 1}], ids=["array", "by key"])
def test_the_longest_of_a_list_is_no_article_though_it_be_dated(beside: Any) -> None:
    def row(text: str) -> dict[str, str]:
        return {"title": text[:9], "date": "2023-02-13", "content": text}

    rows = [row(PARAGRAPHS[0] * 2), row(PARAGRAPHS[1] * 2), row("".join(PARAGRAPHS) * 4)]
    state = rows if isinstance(beside, list) else {str(n): one for n, one in enumerate(rows)}
    assert read(shell(f"<script>s={json.dumps({'items': state})}</script>")).body == ""


def test_a_neighbour_by_name_with_a_text_of_its_own_makes_no_list() -> None:
    other = {"title": "下一篇的标题", "content": PARAGRAPHS[0]}
    state = json.dumps({"detail": STATE["detail"], "next": other})
    assert read(shell(f"<script>s={state}</script>")).body == "\n\n".join(PARAGRAPHS)


SHORT = {"title": "停水通知", "content": f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"}


def state_of(detail: dict[str, Any], title: str = "海右厂") -> bytes:
    script = f"<script>s={json.dumps({'detail': detail}, ensure_ascii=False)}</script>"
    return shell(script).replace(f"<title>{TITLE}".encode(), f"<title>{title}".encode())


@pytest.mark.parametrize(
    ("html", "url"),
    [
        (state_of({"id": 2077, **SHORT}), "http://app.haiyou.example/n/2077.html"),
        (state_of({"slug": "no-water", **SHORT}), "http://app.haiyou.example/n/no-water"),
        (state_of(SHORT, "停水通知 - 海右厂"), "http://app.haiyou.example/n/77.html"),
    ],
)
def test_a_short_text_that_the_page_is_asked_for_by_is_its_article(html: bytes, url: str) -> None:
    article = extract_article(html, url)
    assert (article.title, article.body) == ("停水通知", "\n\n".join(PARAGRAPHS))


def test_a_short_text_that_the_row_of_the_page_names_is_its_article() -> None:
    row = ListingRef(url="http://app.haiyou.example/n/", page=1, position=1, title="停水通知")
    page = Page(url="http://app.haiyou.example/n/77.html", body=state_of(SHORT), listed=row)
    assert read_page(page).article.body == "\n\n".join(PARAGRAPHS)


ROW = {"title": "别处的一件事", "content": PARAGRAPHS[0] * 2}


@pytest.mark.parametrize("title", [TITLE, "海右厂"])
@pytest.mark.parametrize("called", ["recommendList", "comments"])
def test_rows_with_texts_of_their_own_beside_an_article_make_it_none_of_them(
    called: str, title: str
) -> None:
    for rows in ([ROW], [ROW, ROW, ROW]):
        detail = {**STATE["detail"], "content": HTML * 3}
        state = json.dumps({"detail": detail, called: rows}, ensure_ascii=False)
        html = shell(f"<script>s={state}</script>")
        article = read(html.replace(f"<title>{TITLE}".encode(), f"<title>{title}".encode()))
        assert (article.title, article.authors) == (TITLE, ("翁怀远",))


def test_what_a_site_says_of_its_house_beside_an_article_makes_no_list() -> None:
    state = json.dumps({"detail": STATE["detail"], "site": ROW, "about": ROW})
    assert read(shell(f"<script>s={state}</script>")).title == TITLE


@pytest.mark.parametrize(
    "around", ["translations", "i18n", "localeContent", "pageWithFooter", "modalDetail"]
)
def test_what_has_the_pages_title_is_its_article_by_whatever_name(around: str) -> None:
    state = json.dumps({around: {"zh": STATE["detail"]}})
    assert read(shell(f"<script>s={state}</script>")).body == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "around", ["translations", "i18n", "localeContent", "pageWithFooter", "modalDetail"]
)
def test_what_has_a_day_or_a_writer_is_an_article_where_the_page_has_its_sites_title(
    around: str,
) -> None:
    state = json.dumps({around: {"zh": STATE["detail"]}}, ensure_ascii=False)
    html = shell(f"<script>s={state}</script>").replace(f"<title>{TITLE}".encode(), b"<title>H")
    assert (read(html).title, read(html).body) == (TITLE, "\n\n".join(PARAGRAPHS))


def test_a_columns_number_in_the_address_asks_for_none_of_its_rows() -> None:
    rows = [{"id": 500, "title": "别的消息", "content": "".join(PARAGRAPHS)}]
    rows.append({**STATE["detail"], "content": HTML * 2, "id": 501})
    state = json.dumps({"rows": [{**one, "catId": 120} for one in rows]}, ensure_ascii=False)
    html = shell(f"<script>s={state}</script>").replace(f"<title>{TITLE}".encode(), b"<title>H")
    assert extract_article(html, "http://app.haiyou.example/list?cat=120").body == ""


def test_a_row_of_a_list_that_the_pages_address_numbers_is_its_article() -> None:
    rows = [STATE["detail"], {"id": 78, "title": "别的消息", "content": PARAGRAPHS[0] * 2}]
    rows[0] = {**STATE["detail"], "content": HTML * 2, "id": "n-77"}
    state = json.dumps({"rows": rows}, ensure_ascii=False)
    html = shell(f"<script>s={state}</script>").replace(f"<title>{TITLE}".encode(), b"<title>H")
    asked = extract_article(html, "http://app.haiyou.example/n/n-77")
    other = extract_article(html, "http://app.haiyou.example/n/list")
    assert (asked.title, other.body) == (TITLE, "")


def test_what_a_site_says_of_itself_is_no_article_though_it_has_the_pages_title() -> None:
    about = {"title": "海右研究所", "content": HTML}
    html = shell(f"<script>s={json.dumps({'site': about}, ensure_ascii=False)}</script>")
    assert read(html.replace(TITLE.encode(), "海右研究所".encode())).body == ""


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("How to protect your privacy at sea", "Ships are full of cameras."),
        ("如何保护您的隐私", "海上的镜头越来越多。"),
        ("Ships and cameras", "At our yard we value quiet work. Cameras are few."),
        ("海上的密码", "您的浏览器可能保存了密码。"),
    ],
)
def test_an_article_may_tell_of_what_is_yours(title: str, opening: str) -> None:
    detail = {**STATE["detail"], "title": title, "content": opening + "".join(PARAGRAPHS)}
    assert read(state_of(detail)).title == title


def test_what_was_not_found_is_no_article_though_the_page_be_titled_so() -> None:
    lost = {"title": "找不到了", "content": "".join(PARAGRAPHS) * 4}
    state = json.dumps({"error": lost}, ensure_ascii=False)
    html = shell(f"<script>s={state}</script>").replace(TITLE.encode(), "找不到了".encode())
    assert read(html).body == ""
