"""Cookies work as Scrapy has them, and cost nothing on a site without any."""

from __future__ import annotations

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newscrawl.extensions.cookies import CookieMiddleware

PAGE = "http://institute.example/"


def test_what_an_answer_sets_is_sent_with_the_next_request() -> None:
    middleware = CookieMiddleware.from_crawler(get_crawler(Spider))
    answer = Response(PAGE, headers={"Set-Cookie": "pass=1"})
    assert middleware.process_response(Request(PAGE), answer) is answer
    following = Request(PAGE)
    middleware.process_request(following)
    assert following.headers["Cookie"] == b"pass=1"


def test_nothing_is_loaded_for_a_site_that_sets_none() -> None:
    middleware = CookieMiddleware.from_crawler(get_crawler(Spider))
    middleware.process_request(Request(PAGE))
    middleware.process_response(Request(PAGE), Response(PAGE))
    assert middleware._jars is None
