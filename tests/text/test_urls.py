"""Hrefs as browsers read them, and one key for one article."""

from __future__ import annotations

import pickle
import random
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.urls import (
    BadHref,
    canonical_key,
    host_of,
    in_scope,
    is_attachment,
    media_type_of,
    readable,
    repeats_segments,
    resolve,
    with_scheme,
)

BASE = "http://www.institute.example/xwzx/tpxw/index.html?page=2"


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("t1.htm", "http://www.institute.example/xwzx/tpxw/t1.htm"),
        ("./202302/t1.htm", "http://www.institute.example/xwzx/tpxw/202302/t1.htm"),
        ("../../info/1.htm", "http://www.institute.example/info/1.htm"),
        ("../../../../info/1.htm", "http://www.institute.example/info/1.htm"),
        ("/info/1.htm", "http://www.institute.example/info/1.htm"),
        ("//other.example/1.htm", "http://other.example/1.htm"),
        ("///other.example/1.htm", "http://other.example/1.htm"),
        ("t.php?a=1&b=%20c/d", "http://www.institute.example/xwzx/tpxw/t.php?a=1&b=%20c/d"),
        ("/?p=7", "http://www.institute.example/?p=7"),
        ("/t.php?", "http://www.institute.example/t.php?"),
        ("https://other.example/t.php?a=1", "https://other.example/t.php?a=1"),
        ("?page=3", "http://www.institute.example/xwzx/tpxw/index.html?page=3"),
        ("https://Other.Example:443/a", "https://other.example/a"),
        ("HTTP://other.example:8080", "http://other.example:8080/"),
        ("http:t1.htm", "http://www.institute.example/xwzx/tpxw/t1.htm"),
        ("http:/other.example/t1.htm", "http://other.example/t1.htm"),
        (" \n t1.htm\t ", "http://www.institute.example/xwzx/tpxw/t1.htm"),
        ("t\n1.h\ttm", "http://www.institute.example/xwzx/tpxw/t1.htm"),
        ("\u3000t1.htm\xa0", "http://www.institute.example/xwzx/tpxw/t1.htm"),
        ("..\\..\\info\\1.htm", "http://www.institute.example/info/1.htm"),
        ("a b.htm", "http://www.institute.example/xwzx/tpxw/a%20b.htm"),
        ("新闻.htm", "http://www.institute.example/xwzx/tpxw/%E6%96%B0%E9%97%BB.htm"),
        ("a%20b%E6.htm", "http://www.institute.example/xwzx/tpxw/a%20b%E6.htm"),
        ("t1.htm#top", "http://www.institute.example/xwzx/tpxw/t1.htm#top"),
        ("http://[::1]:8000/a", "http://[::1]:8000/a"),
        ("http://研究所.example/a", "http://xn--8ouu99bkvb.example/a"),
    ],
)
def test_href_is_joined_as_a_browser_does(href: str, url: str) -> None:
    assert resolve(BASE, href) == url


def test_query_is_encoded_in_the_encoding_of_the_page_and_path_in_utf8() -> None:
    got = resolve(BASE, "/新?q=国&s=a b", encoding="gb2312")
    assert got == "http://www.institute.example/%E6%96%B0?q=%B9%FA&s=a%20b"
    assert resolve(BASE, "?q=国", encoding="utf-16").endswith("?q=%E5%9B%BD")
    assert resolve(BASE, "?q=国", encoding="rot13").endswith("?q=%E5%9B%BD")
    assert resolve(BASE, "?q=国é", encoding="windows-1252").endswith("?q=%26%2322269%3B%E9")


@pytest.mark.parametrize(
    ("href", "reason"),
    [
        ("", "empty"),
        (" \t\n", "empty"),
        ("#", "fragment"),
        ("#top", "fragment"),
        ("javascript:void(0)", "javascript:"),
        ("Java\nScript:alert(1)", "javascript:"),
        ("data:text/html,x", "data:"),
        ("mailto:office@institute.example", "mailto:"),
        ("tel:0816", "tel:"),
        ("file:///etc/passwd", "file:"),
        ("ftp://institute.example/x", "ftp:"),
        ("http:///", "no host"),
        ("http://", "no host"),
        ("//", "no host"),
        ("http://[::1", "bad host"),
        ("http://a b/", "bad host"),
        ("http://a%00b/", "bad host"),
        ("http://institute.example:99999/", "bad port"),
        ("http://institute.example:x/", "bad port"),
        ("http://institute.example@other.example/", "credentials"),
        ("x" * 100_000, "too long"),
        ("国" * 4000, "too long"),
    ],
)
def test_href_that_names_no_page_says_why(href: str, reason: str) -> None:
    with pytest.raises(BadHref) as caught:
        resolve(BASE, href)
    assert caught.value.reason == reason
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.reason, again.href) == (caught.value.reason, caught.value.href)


KEY = "http://www.institute.example/info/1050/1840.htm"


@pytest.mark.parametrize(
    "url",
    [
        KEY,
        "https://www.institute.example/info/1050/1840.htm",
        "HTTP://WWW.Institute.Example:80/info/1050/1840.htm",
        "https://www.institute.example:443/info/1050/1840.htm",
        "http://www.institute.example./info/1050/1840.htm",
        "http://www.institute.example/info/1050/1840.htm#top",
        "http://www.institute.example/info/./1050//x/../1840.htm",
        "http://www.institute.example/%69nfo/1050/1840.htm",
        "http://www.institute.example/info/1050/1840.htm;jsessionid=0A1B2C.node1",
        "http://www.institute.example/(S(abcdefghij0123456789abcd))/info/1050/1840.htm",
        "http://www.institute.example/info/1050/1840.htm?JSESSIONID=0A1B",
        "http://www.institute.example/info/1050/1840.htm?PHPSESSID=0a1b&sid=3f2a9c1e",
        "http://www.institute.example/info/1050/1840.htm?utm_source=a&utm_medium=b&spm=1.2.3",
        "http://www.institute.example/info/1050/1840.htm?from=timeline&isappinstalled=0",
        "http://www.institute.example/info/1050/1840.htm?_=1676250300123&t=1676250300",
        "http://www.institute.example/info/1050/1840.htm?&&",
        " http://www.institute.example/info/1050/1840.htm\n",
    ],
)
def test_one_article_has_one_key(url: str) -> None:
    assert canonical_key(url) == KEY


@pytest.mark.parametrize(
    "url",
    [
        "http://institute.example/info/1050/1840.htm",
        "http://www.institute.example:8080/info/1050/1840.htm",
        "http://www.institute.example/info/1050/1840.HTM",
        "http://www.institute.example/info/1050/1840.htm?page=2",
        "http://www.institute.example/info/1050/1840.htm?sid=12",
        "http://www.institute.example/info/1050/1840.htm?t=3",
        "http://www.institute.example/info/1050/1840.htm?from=20",
        "http://www.institute.example/info/1050/1840.htm#!/news/1",
        "http://www.institute.example/info/1050/1840.htm/index.html",
        "http://www.institute.example/info%2F1050/1840.htm",
    ],
)
def test_another_page_has_another_key(url: str) -> None:
    assert canonical_key(url) != KEY


def test_key_of_what_is_no_address_is_itself() -> None:
    assert canonical_key(" urn:x:1 ") == "urn:x:1"
    assert canonical_key("http://[::1") == "http://[::1"


def test_escapes_and_blanks_have_one_spelling() -> None:
    assert canonical_key("http://a.example/%7ex?q=a+b&n=%e6%96%b0") == canonical_key(
        "http://a.example/~x?n=新&q=a%20b"
    )


@pytest.mark.parametrize(
    ("url", "domains", "inside"),
    [
        ("http://www.institute.example/a", ["institute.example"], True),
        ("http://institute.example/a", ["Institute.Example."], True),
        ("http://notinstitute.example/a", ["institute.example"], False),
        ("http://institute.example.evil.example/", ["institute.example"], False),
        ("http://institute.example:8080/", ["institute.example"], True),
        ("http://institute.example:8080/", ["institute.example:8080"], True),
        ("http://institute.example/", ["institute.example:8080"], False),
        ("https://institute.example/", ["institute.example:443"], True),
        ("http://127.0.0.1:8000/", ["127.0.0.1:8000"], True),
        ("http://127.0.0.1:8001/", ["127.0.0.1:8000"], False),
        ("http://1.127.0.0.1.example/", ["127.0.0.1"], False),
        ("http://9.10.0.0.1/", ["10.0.0.1"], False),
        ("http://[::1]:8000/", ["[::1]:8000"], True),
        ("http://[::1", ["institute.example"], False),
        ("http://institute.example/", [], False),
        ("http://institute.example/", [""], False),
    ],
)
def test_scope_is_hosts_and_what_is_below_them(url: str, domains: list[str], inside: bool) -> None:
    assert in_scope(url, domains) is inside


@pytest.mark.parametrize(
    ("url", "trap"),
    [
        ("http://a.example/news/news/news/1.htm", True),
        ("http://a.example/x/a/b/a/b/a/b/", True),
        ("http://a.example/" + "/".join(map(str, range(50))), True),
        ("http://a.example/news/news/1.htm", False),
        ("http://a.example/2023/02/02/02.htm", False),
        ("http://[::1", False),
    ],
)
def test_path_that_goes_round_is_a_trap(url: str, trap: bool) -> None:
    assert repeats_segments(url) is trap


@pytest.mark.parametrize(
    ("url", "media_type"),
    [
        ("http://a.example/P020230213.PDF", "application/pdf"),
        (
            "http://a.example/a.docx?x=1",
            None
            if False
            else "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("http://a.example/get?file=plan.xls", "application/vnd.ms-excel"),
        ("http://a.example/a.ofd", "application/ofd"),
        ("http://a.example/1.htm", None),
        ("http://a.example/pdf", None),
        ("http://a.example/", None),
        ("http://[::1", None),
    ],
)
def test_media_type_is_told_by_extension(url: str, media_type: str | None) -> None:
    assert media_type_of(url) == media_type
    assert is_attachment(url) is (media_type is not None)


def test_download_scripts_are_attachments() -> None:
    assert is_attachment("http://a.example/system/_content/download.jsp?wbfileid=1")
    assert not is_attachment("http://a.example/download/list.htm")


def test_host_keeps_a_written_port() -> None:
    assert host_of("http://A.Example:8080/x") == "a.example:8080"
    assert host_of("http://[::1") == ""
    assert host_of("http://[::1]:8000/a") == "[::1]:8000"
    assert host_of("http://[::1]/a") == "[::1]"


ADDRESSES = st.builds(
    "http{}://{}{}/{}?{}#{}".format,
    st.sampled_from(["", "s"]),
    st.sampled_from(["a.example", "A.example.", "[::1]", "国.example", "1.2.3.4"]),
    st.sampled_from(["", ":80", ":443", ":8080"]),
    st.text(st.sampled_from("ab/.;%27eE~jsessionid=()国 \\?"), max_size=30),
    st.text(st.sampled_from("ab=&+%20eEsidfromt_1国;"), max_size=30),
    st.text(st.sampled_from("!/a%国"), max_size=5),
)


@given(ADDRESSES)
@settings(max_examples=300)
def test_key_of_a_key_is_the_key(url: str) -> None:
    key = canonical_key(url)
    assert canonical_key(key) == key


@given(st.text(st.sampled_from("%4135fFaA2/?=&"), max_size=14))
@settings(max_examples=300)
def test_an_escape_behind_a_broken_one_makes_no_third(text: str) -> None:
    key = canonical_key(f"http://a.example/{text}")
    assert canonical_key(key) == key


def test_an_escape_behind_a_stray_percent_sign_stays() -> None:
    assert canonical_key("http://a.example/?%%3433") == "http://a.example/?%%3433"


@given(
    st.lists(st.text(st.sampled_from("abc=1"), min_size=1, max_size=5), max_size=6), st.randoms()
)
@settings(max_examples=100)
def test_order_of_parameters_does_not_count(pairs: list[str], chance: random.Random) -> None:
    mixed = chance.sample(pairs, len(pairs))
    one, other = (f"http://a.example/?{'&'.join(order)}" for order in (pairs, mixed))
    assert canonical_key(one) == canonical_key(other)


@given(
    ADDRESSES, st.text(st.one_of(st.sampled_from("/.\\?#:@[]%国 \t"), st.characters()), max_size=40)
)
@settings(max_examples=300)
def test_any_href_is_an_ascii_http_address_or_bad(base: str, href: str) -> None:
    try:
        url = resolve(base, href)
    except BadHref:
        return
    assert url.isascii()
    assert " " not in url
    assert urlsplit(url).scheme in ("http", "https")
    assert host_of(url)
    assert resolve(base, url) == url


@pytest.mark.parametrize("url", ["http://a.example../x", "http://a.example...:80/x"])
def test_dots_behind_a_host_do_not_count_however_many(url: str) -> None:
    """Found by `benchmarks.fuzz urls`: the key of such a key was another key."""
    assert canonical_key(url) == "http://a.example/x"


@given(
    base=st.from_regex(r"/[a-z.]{0,3}(?:/[a-z.]{0,3}){0,3}", fullmatch=True),
    href=st.from_regex(r"/?[a-z0-9_~.-]{1,4}(?:/[a-z0-9_~.-]{0,4}){0,3}", fullmatch=True),
)
def test_plain_hrefs_are_joined_as_the_standard_has_it(base: str, href: str) -> None:
    origin = "http://www.example.org"
    if "//" in base + href:
        return  # an empty segment is kept by both, but what `..` takes off there is not the same
    assert resolve(f"{origin}{base}", href) == (urljoin(f"{origin}{base}", href) or origin)


@given(st.from_regex(r"https?://[a-z.-]{1,6}\.[a-z]{1,3}/?[a-z0-9_~./-]{0,8}", fullmatch=True))
def test_a_plain_address_is_what_its_parts_are_joined_to(href: str) -> None:
    """What needs no change is not cut into parts: a fragment makes that happen."""
    found = _resolved(href)
    assert _resolved(f"{href}#a") == (found and f"{found}#a")


def _resolved(href: str) -> str:
    try:
        return resolve(BASE, href)
    except BadHref:
        return ""


def test_a_folder_spelt_in_other_characters_is_escaped_before_a_plain_href() -> None:
    assert resolve("http://www.example.org/新闻/a/", "b.htm") == (
        "http://www.example.org/%E6%96%B0%E9%97%BB/a/b.htm"
    )


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("http://a.example:81/%E8%B5%84/1.htm?q=%20#x", "http://a.example:81/资/1.htm?q=%20"),
        ("https://a.example?q=1", "https://a.example?q=1"),
        ("http://a.example/%ff%41", "http://a.example/\ufffdA"),
    ],
)
def test_patterns_are_held_against_what_a_reader_sees(url: str, text: str) -> None:
    assert readable(url) == text


@pytest.mark.parametrize("name", ["saved.html", "page.HTM", "my-institute.toml"])
def test_the_name_of_a_file_is_no_host_without_a_scheme(name: str) -> None:
    assert with_scheme(name) is None
    assert with_scheme(f"www.example.org/{name}") == f"https://www.example.org/{name}"
