"""A listing page may hold anything: what its script and its pager say is read once, and to a cap.

Seconds are measured by `python -m benchmarks.worst`; here stands what must not be asked too often.
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from newscrawl.extract import document as document_room
from newscrawl.extract.document import Document
from newscrawl.extract.listing import (
    embedded,
    extract_listing,
    flat_rows,
    pager_calls,
    paging_api,
    paging_forms,
    paging_links,
    row_dates,
    shapes,
    shell,
)
from newscrawl.extract.listing import scripts as listing_scripts
from newscrawl.extract.listing.anchors import collect_links
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_forms import submit
from newscrawl.extract.listing.scripts import Scripts

URL = "http://institute.example/list/"
ROWS = "".join(f"<li><a href=/{n}.html>第{n}次学术报告会在本所举行</a></li>" for n in range(9))


def _pager(html: str) -> Pager:
    document = Document.parse(html.encode(), URL)
    scripts = Scripts(document)
    return Pager(document, collect_links(document, scripts)[0], scripts)


def _counted(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str) -> list[object]:
    """What a function of a module gives, one by one."""
    asked: Any = getattr(module, name)
    given: list[object] = []

    def counting(*arguments: object, **named: object) -> object:
        given.append(asked(*arguments, **named))
        return given[-1]

    monkeypatch.setattr(module, name, counting)
    return given


@pytest.mark.parametrize("call", ["__doPostBack('a','b')", "go(2)"])
def test_a_form_is_read_once_however_many_links_call_it(
    call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_forms = _counted(monkeypatch, paging_forms, "_inputs")
    links = f'<a href="javascript:{call}">下一页</a>' * 90
    extract_listing(f"{ROWS}<form><input name=a type=hidden></form>{links}".encode(), URL)
    assert 0 < len(read_forms) <= 3  # of each sort of inputs


def test_of_the_inputs_of_a_form_the_first_thousand_are_sent() -> None:
    inputs = "".join(f"<input name=a{n}>" for n in range(3_000))
    found = submit(_pager(f"<form><input name=page value=2>{inputs}</form>"), None)
    assert found is not None
    assert found.url.count("=") == 1_000


def test_of_links_of_one_name_a_hundred_are_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    followed = _counted(monkeypatch, paging_links, "followed")
    paging_links.next_link(_pager("<a href='javascript:x()'>下一页</a>" * 500))
    assert len(followed) == 100


def test_an_arrow_in_each_of_many_rows_hides_no_arrow_of_the_pager() -> None:
    """The list ended with its first page, and exit code 0."""
    row = "<a href=/9{0}.html>第{0}次学术报告会在本所举行</a><a href=/9{0}.html>›</a>2026-01-09"
    rows = "".join(f"<li>{row.format(n)}</li>" for n in range(100, 220))
    found = extract_listing(f"<ul>{rows}</ul><a href=index_2.html>›</a>".encode(), URL)
    assert found.next_page is not None
    assert found.next_page.url == f"{URL}index_2.html"


def test_calls_of_a_pages_functions_are_followed_for_some_thousand_steps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    steps = _counted(monkeypatch, listing_scripts, "_chosen")
    blocks = _counted(monkeypatch, listing_scripts, "block")
    script = f"<script>function f(a){{{'x=y;' * 40}}}</script>"
    rows = "".join(f"<li><a onclick=f({n})>学术报告会</a></li>" for n in range(2_000))
    extract_listing(f"{script}{rows}".encode(), URL)
    assert 1_000 < len(steps) < 4_100
    assert len(blocks) == 1


def test_arrays_that_stand_in_arrays_are_read_for_two_million_characters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inner = _counted(monkeypatch, embedded, "block")
    extract_listing(f"<div id=app></div><script>{'[{' * 200_000}</script>".encode(), URL)
    assert 1 << 20 < sum(len(str(one)) for one in inner) < 5 << 20


def test_requests_of_a_script_are_read_up_to_a_thousand(monkeypatch: pytest.MonkeyPatch) -> None:
    requests = _counted(monkeypatch, shell, "_request")
    calls = "".join(f"fetch('/api/list{n}');" for n in range(3_000))
    extract_listing(f"<div id=app></div><script>{calls}</script>".encode(), URL)
    assert len(requests) == 1_000


def test_addresses_are_added_up_by_some_hundred_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    sums = _counted(monkeypatch, shell, "_put_together")
    calls = "".join(f"fetch('/api/list?a='+v{n});" for n in range(900))
    extract_listing(f"<div id=app></div><script>{calls}</script>".encode(), URL)
    assert len(sums) == 300


def test_what_may_head_a_list_is_read_once_for_all_boxes_before_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    headings = _counted(monkeypatch, flat_rows, "_heading")
    box = "<div><a href=/{0}.html>第{0}次学术报告会在本所举行</a>13.45</div>"
    row = "<li><a href=/9{0}.html>第{0}次学术报告会在本所举行</a>01-01</li>"
    boxes = "".join(box.format(n) for n in range(100, 200))
    rows = "".join(row.format(n) for n in range(100, 230))
    extract_listing(f"<body>{boxes}<ul>{rows}</ul>".encode(), URL)
    assert len(headings) < 400


def test_a_familys_rows_are_no_hint_on_a_page_a_hundred_deep(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    selected = _counted(monkeypatch, document_room, "find")
    for deep in ("<div>" * 120, ""):
        html = f'<div class=pageList id="ivs_list">{deep}{ROWS}'
        extract_listing(html.encode(), URL)
        assert bool(selected) == (not deep)


# Patterns of whole pages and attributes, and texts of which each took the square of its length.
READ_ONCE = {
    "a call's name": (paging_forms._CALL.search, "a" * 300_000),
    "a step's name": (paging_forms._STEP.search, "next" * 100_000),
    "a pager's name": (pager_calls._ZERO.search, "createPageHTML" * 100_000),
    "a pager's other name": (pager_calls._ONE.search, "createPageHTML" * 100_000),
    "blanks of a script": (embedded._SENT_ON.match, " " * 300_000 + "x"),
    "blanks behind a way": (embedded._SENT_ON.match, "location='/x'" + " " * 300_000 + "x"),
    "blanks of a group": (paging_api._GROUP.search, "<nextgroup>" + " " * 300_000 + "<"),
    "an address of proxies": (paging_api._PROXY.search, "'" + "dataproxy.jsp" * 100_000 + " "),
    "an address of units": (paging_api._UNIT.search, "'" + "/front/page/build/unit" * 50_000 + " "),
    "blanks of an object": (listing_scripts._PAIR.search, " " * 300_000 + "x"),
    "a name of dashes": (shapes._HEX.search, "-" * 300_000),
    "a name of pairs": (shapes._HEX.search, "a-" * 300_000),
    "a name of letters": (shapes._SLUG.search, "a" * 300_000),
    "months": (row_dates._LOOKS_DATED.search, "jan" * 100_000),
}


@pytest.mark.parametrize("name", READ_ONCE)
def test_a_pattern_reads_a_text_without_end_once(name: str) -> None:
    """It does not end otherwise: the least of these took a hundred thousand million steps."""
    asked, text = READ_ONCE[name]
    assert asked(text) is None


def test_blanks_before_a_total_are_passed_over() -> None:
    record = "<record><![CDATA[<li><a href='/{}.html'>第{}次学术报告会</a></li>]]></record>"
    rows = "".join(record.format(n, n) for n in range(100, 110))
    html = f"{rows}<totalrecord> \n<![CDATA[ 44 ]]></totalrecord><totalpage>{' ' * 300_000}x"
    found = extract_listing(html.encode(), URL)
    assert (found.total_items, found.total_pages) == (44, None)
