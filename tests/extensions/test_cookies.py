"""The cookie jar never asks the network for the list of public suffixes."""

from __future__ import annotations

from scrapy.downloadermiddlewares import cookies

from newscrawl.extensions.cookies import CookieMiddleware


def test_scrapy_still_looks_suffixes_up_where_we_replaced_it() -> None:
    assert issubclass(CookieMiddleware, cookies.CookiesMiddleware)
    assert cookies._split_domain.suffix_list_urls == ()
    assert cookies._is_public_domain("ac.cn")
    assert not cookies._is_public_domain("institute.ac.cn")
