"""The cookie jar never asks the network for the list of public suffixes."""

from __future__ import annotations

from scrapy import Request
from scrapy.downloadermiddlewares import cookies
from scrapy.http import Response
from scrapy.http.cookies import CookieJar

from newscrawl.extensions.jars import CookieJars, shrink


def test_scrapy_still_looks_suffixes_up_where_we_replaced_it() -> None:
    assert issubclass(CookieJars, cookies.CookiesMiddleware)
    assert cookies._split_domain.suffix_list_urls == ()
    assert cookies._is_public_domain("ac.cn")
    assert not cookies._is_public_domain("institute.ac.cn")


def test_a_flood_of_cookies_leaves_the_small_ones_and_a_request_that_is_served() -> None:
    page, jar = Request("http://institute.example/"), CookieJar()
    sets = [f"big{n}={'x' * 3000}" for n in range(50)] + [f"small{n}=1" for n in range(9)]
    jar.extract_cookies(Response(page.url, headers={"Set-Cookie": sets}), page)
    shrink(jar)
    jar.add_cookie_header(page)
    sent = (page.headers["Cookie"] or b"").decode()
    assert len(sent) < 4200
    assert all(f"small{n}=1" in sent for n in range(9))
