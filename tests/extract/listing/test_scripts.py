"""What a page's scripts say, without running them: calls, variables, object literals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extract.document import Document
from newscrawl.extract.listing.scripts import Scripts, evaluate, members


def scripts(text: str) -> Scripts:
    page = f"<html><script>{text}</script></html>"
    return Scripts(Document.parse(page.encode(), "http://www.example.org/"))


@pytest.mark.parametrize(
    ("function", "call", "address"),
    [
        ("function go(n){ location.href = 'list_' + n + '.html'; }", "go(2)", "list_2.html"),
        ("function go(n){ window.location='?page='+(n-1); }", "go('3')", "?page=2"),
        (
            "function go(n){ if(n==1){location.href='a.html'}else{location.href='a_'+n+'.html'} }",
            "javascript:go(4);",
            "a_4.html",
        ),
        ("var show = function(id){ window.open(`/art/${id}.html`) }", "show(77)", "/art/77.html"),
        (
            "var base='/xw/'; function see(c, id){ var url = base + c + '/' + id + '.htm'; open(url); }",
            "return see('dt', 12);",
            "/xw/dt/12.htm",
        ),
        ("function go(n){ location.replace('p' + parseInt(n) + '.html') }", "go('5')", "p5.html"),
    ],
)
def test_a_call_goes_where_its_function_says(function: str, call: str, address: str) -> None:
    assert scripts(function).address_of(call) == address


@pytest.mark.parametrize(
    ("function", "call"),
    [
        ("function go(n){ location.href = '/index.html'; }", "go(2)"),
        ("function go(n){ location.href = build(n); }", "go(2)"),
        ("function go(n){ form.submit(); }", "go(2)"),
        ("function other(n){ location.href = n + '.html'; }", "go(2)"),
        ("function go(n){ location.href = 'a' + n + '.html'; }", "go(this)"),
    ],
)
def test_a_call_whose_way_is_not_told_goes_nowhere(function: str, call: str) -> None:
    assert scripts(function).address_of(call) is None


def test_an_object_gives_what_it_says_and_none_for_what_only_running_tells() -> None:
    known = scripts("var channel = '33', size = 20;").variables
    text = "page: current, rows: size, \"id\": channel, sort: {by: 'date'}, done: function(a){}"
    assert members(text, known) == {
        "page": None, "rows": 20, "id": "33", "by": "date", "done": None,
    }  # fmt: skip


def test_a_name_of_a_member_is_whole_and_no_longer_than_names_are() -> None:
    assert members(f"{'a' * 60}: 1, {'b' * 61}: 2, c-d: 3", {}) == {"a" * 60: 1, "c-d": 3}


@given(st.text(alphabet="ab1'\"+-() `${}.\\", max_size=80))
def test_no_expression_breaks_the_reader(text: str) -> None:
    evaluate(text, {"a": 1, "b": "x"})


def test_deep_brackets_are_given_up() -> None:
    assert evaluate("(" * 5000 + "1" + ")" * 5000, {}) is None
