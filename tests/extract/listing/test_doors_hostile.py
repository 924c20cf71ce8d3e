"""Feeds and sitemaps made to hurt: nothing is resolved, every one ends soon and in little memory."""

from __future__ import annotations

import gzip
import resource
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extract.listing import Listing, door_text, extract_listing

HOST = "http://www.example.org"
GOOD = "/news/20230213/1001.html"
LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "lol">' for n in range(10)
)
XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
ITEM = f"<item><title>{{}}</title><link>{GOOD}</link></item>"
LOC = f"<url><loc>{GOOD}</loc></url>"

PIECES = (
    *("<item>", "</item>", "<title>", "</title>", "<link>", "/a/1.html", "<![CDATA[", "]]>"),
    *("<description>", "</description>", "&amp;", "&", "<", '<link href="/b/2.html"/>', "<!--"),
)


@dataclass(frozen=True)
class Case:
    """A document, what is read of it, and what the listing must say besides."""

    body: Callable[[], bytes]
    paths: tuple[str, ...] = (GOOD,)
    path: str = "/sitemap.xml"
    holds: Callable[[Listing], bool] = lambda _: True


def xml(text: str) -> Callable[[], bytes]:
    return f'<?xml version="1.0"?>{text}'.encode


def feed(items: str, doctype: str = "") -> Callable[[], bytes]:
    return xml(f'{doctype}<rss version="2.0"><channel>{items}</channel></rss>')


def bomb() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    piece = b"<url><loc>/news/20230213/1001.html</loc></url>\n" * 22_000
    parts = [packer.compress(b"<urlset>"), *(packer.compress(piece) for _ in range(100))]
    return b"".join([*parts, packer.flush()])


def peak() -> float:
    """The most memory this process ever had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def titled(words: str) -> Callable[[Listing], bool]:
    return lambda listing: listing.items[0].title == words


CASES = {
    "sitemap_xxe": Case(
        xml(f"{XXE}<urlset><url><loc>&e;</loc></url>{LOC}</urlset>"),
    ),
    "sitemap_billion_laughs": Case(
        xml(f"<!DOCTYPE x [{LAUGHS}]><urlset><url><loc>/&l9;</loc></url>{LOC}</urlset>"),
    ),
    "sitemap_self": Case(
        xml("<sitemapindex><sitemap><loc>/sitemap.xml</loc></sitemap></sitemapindex>"),
        (),
        holds=lambda listing: listing.further == () and listing.next_page is None,
    ),
    "sitemap_gz_bomb": Case(
        bomb,
        path="/sitemap.xml.gz",
        holds=lambda listing: any("50000" in issue for issue in listing.issues),
    ),
    "sitemap_file_scheme": Case(
        xml(
            "<urlset><url><loc>file:///etc/passwd</loc></url><url><loc>javascript:x()</loc></url>"
            f"<url><loc>http://[::1</loc></url><url></url>{LOC}</urlset>"
        ),
        holds=lambda listing: len(listing.bad_links) == 4,
    ),
    "sitemap_html": Case(
        lambda: b"<!DOCTYPE html><html><body><a href='/'>home</a></body></html>",
        (),
        holds=lambda listing: len(listing.issues) == 1,
    ),
    "sitemap_leading_junk": Case(
        (
            f"\ufeff\r\n\n \t<?xml version='1.0'?><urlset><url><loc>\n{HOST}/n?a=1&id=7&copy=2\n"
            "</loc></url></urlset>"
        ).encode,
        ("/n?a=1&id=7&copy=2",),
    ),
    "feed_xxe": Case(feed(ITEM.format("a &e; b"), XXE), holds=titled("a &e; b")),
    "feed_billion_laughs": Case(
        feed(ITEM.format("&l9;"), f"<!DOCTYPE x [{LAUGHS}]>"), holds=titled("&l9;")
    ),
    "feed_quadratic": Case(
        feed(ITEM.format("&a;" * 5_000), f'<!DOCTYPE x [<!ENTITY a "{"a" * 100_000}">]>'),
        holds=lambda listing: len(listing.items[0].title) <= 1_000,
    ),
    "feed_malformed": Case(
        feed(
            "<item><title>A & B&nbsp;C<link>/news/20230213/1001.html</link></item>"
            "<item><title>second</title><link>/news/20230213/1002.html</item>"
        ),
        (GOOD, "/news/20230213/1002.html"),
        holds=titled("A & B C"),
    ),
    "feed_deep": Case(feed("<a>" * 100_000 + ITEM.format("x"))),
    "feed_unclosed_cdata": Case(feed(ITEM.format("x") + "<item><title>" + "<![CDATA[" * 100_000)),
    "feed_open_quotes": Case(feed(ITEM.format("x") + "<a b='" * 100_000)),
    "feed_one_endless_title": Case(
        feed(ITEM.format("x" * 5_000_000)),
        holds=lambda listing: len(listing.items[0].title) <= 1_000,
    ),
    "json_deep": Case(
        lambda: b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000, ()
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_document_is_read_and_nothing_is_resolved(name: str) -> None:
    case = CASES[name]
    body = case.body()
    before = peak()
    listing = extract_listing(body, HOST + case.path)
    assert peak() - before < 200
    assert tuple(row.url.removeprefix(HOST) for row in listing.items) == case.paths
    assert case.holds(listing), listing


@pytest.mark.parametrize("base", ["http://[", "http://a b/", "htxp://www.example.org/", "x://"])
def test_a_base_that_is_no_address_counts_for_nothing(base: str) -> None:
    text = f"<feed xml:base='{base}'><entry><link href='{GOOD}'/></entry></feed>"
    listing = extract_listing(text.encode(), HOST + "/feed/")
    assert [row.url for row in listing.items] == [HOST + GOOD]


@pytest.mark.parametrize("field", ["<id>", "<id>x", "<id>x</id>", "<link href='/a'/>", "<image/>"])
def test_fields_without_end_are_left_with_a_word(
    field: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door_text, "_MOST_FIELDS", 50)
    listing = extract_listing(f"<rss>{field * 60}<item></item>".encode(), HOST + "/feed/")
    assert listing.unread


@pytest.mark.parametrize(
    "title",
    [
        "<title>甲乙</title>",
        "<title>甲<x>乙</x></title>",
        "<title><x>甲</x>乙</title>",
        "<title>甲<x/>乙</title >",
        "<title>甲<![CDATA[乙]]></title>",
        "<title><![CDATA[甲]]>乙</TITLE>",
        "<title>甲<!-- <title>丙</title> -->乙",
        "<title type='text'>甲&#20057;</title>",
        "<title/><title>甲乙</title><title>丙</title>",
        "<image><title>丙</title></image><title>甲乙</title>",
        "<image ><title>丙</title></image ><title>甲乙</title>",
    ],
)
def test_a_title_is_read_in_whatever_pieces_it_stands(title: str) -> None:
    text = f"<rss><item>{title}<link>{GOOD}</link></item></rss>"
    listing = extract_listing(text.encode(), HOST + "/feed/")
    assert [row.title for row in listing.items] == ["甲乙"]


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=30,
    )
)
def test_any_order_of_tags_is_read_without_an_exception(pieces: list[str]) -> None:
    listing = extract_listing(f"<rss>{''.join(pieces)}".encode(), HOST + "/feed/")
    assert listing.family == "feed"


@settings(max_examples=50)
@given(st.binary(max_size=200))
def test_any_packed_bytes_are_read_without_an_exception(body: bytes) -> None:
    extract_listing(b"\x1f\x8b\x08" + body, HOST + "/sitemap.xml.gz")
    extract_listing(gzip.compress(body), HOST + "/sitemap.xml.gz")
