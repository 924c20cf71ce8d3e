"""A wall is known by its bytes, and a page that only writes about one is none."""

from __future__ import annotations

import pytest

from newscrawl.extract.walls import wall_before

CHALLENGES = {
    "Ruishu": b'<script>$_ts=window["$_ts"];if(!$_ts)$_ts={};$_ts.nsd=1;</script>',
    "Jiasule": b"<script>document.cookie=('_')+('_jsl_clearance')+'__jsl=1'</script>",
    "Aliyun WAF": b"<script>var arg1='3000176000856006061501533003690027800375';</script>",
}


@pytest.mark.parametrize("name", CHALLENGES)
def test_a_challenge_is_known_by_its_script(name: str) -> None:
    assert wall_before(200, b"<html>" + CHALLENGES[name] + b"</html>") == name


@pytest.mark.parametrize(
    "script", [b"acw_sc__v2=1", b"/aliyun_waf/x.js", b"var  arg1 = '%s'" % (b"A0" * 20)]
)
def test_each_mark_of_a_wall_is_enough(script: bytes) -> None:
    assert wall_before(200, b"<html><script>" + script + b"</script></html>") == "Aliyun WAF"


def test_a_word_of_a_wall_is_not_its_mark() -> None:
    assert wall_before(200, b"<html><p>var arg1 is undefined; $_ts too</p></html>") is None
    assert wall_before(200, b"<html><script>var arg1 = 'c';</script></html>") is None


@pytest.mark.parametrize(
    "place",
    [
        b"<pre>%s</pre>",
        b"<title>%s</title>",
        b'<meta name="description" content="%s">',
        b"<script type='application/ld+json'>{'articleBody': '%s'}</script>",
        b"<script>var page = 1;</script><p>%s",
    ],
)
@pytest.mark.parametrize(
    "mark", [b"$_ts=window", b"document.cookie = '__jsl_clearance'", b"acw_sc__v2"]
)
def test_a_page_that_speaks_of_a_wall_in_its_first_lines_is_none(place: bytes, mark: bytes) -> None:
    """Whatever stands beside it in a script or a tag: only that does something."""
    assert wall_before(200, b"<html>" + place % mark + b"</html>") is None


def test_a_script_that_comes_without_a_page_is_a_wall() -> None:
    assert wall_before(200, b"var arg1='3000176000856006061501533003690027800375';") == "Aliyun WAF"


@pytest.mark.parametrize(
    "page",
    [
        b"if(i<3&&j>2){document.cookie='__jsl_clearance=1'}",
        b"<script>document.write('<script src=\"a.json\">');document.cookie='__jsl_clearance=1'",
        b"<script src='/json2.js'>var arg1='3000176000856006061501533003690027800375'</script>",
        b'<textarea style=\'display:none\'>{"acw_sc__v2":"1"}</textarea><script src=/x.js></script>',
        b"<html><body><!-- <p> aliyun_waf_bb -->",
    ],
)
def test_a_wall_is_one_whatever_stands_around_its_mark(page: bytes) -> None:
    assert wall_before(200, page)


def test_an_interface_whose_rows_speak_of_a_wall_is_none() -> None:
    assert wall_before(200, b'[{"title": "What acw_sc__v2 does"}]') is None


def test_an_attribute_may_be_the_mark() -> None:
    assert wall_before(200, b'<html><meta name="aliyun_waf_aa" content="1">') == "Aliyun WAF"


def test_an_article_that_quotes_the_script_of_a_wall_is_no_wall() -> None:
    menus = b"<li><a href='/a/'>one</a></li>" * 800
    quoted = b"<pre>" + CHALLENGES["Aliyun WAF"] + b"</pre>"
    assert wall_before(200, b"<html>" + menus + quoted + b"</html>") is None
