"""Only a web page is asked for after a redirect. Without it errors stand as reasons."""

from __future__ import annotations

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newscrawl.extensions.redirect import RedirectMiddleware

URL = "http://institute.example/1.html"


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("javascript:alert(1)", None),
        ("FILE:///etc/passwd", None),
        ("data:text/html,x", None),
        ("  ", None),
        ("/2.html", "http://institute.example/2.html"),
        ("HTTP://institute.example/3.html", "http://institute.example/3.html"),
        ("\\news\\2.html", "http://institute.example/news/2.html"),
        ("\\\\elsewhere.example\\2.html", "http://elsewhere.example/2.html"),
        ("/2.asp?f=a\\b", "http://institute.example/2.asp?f=a%5Cb"),
        ("?a=b:c", "http://institute.example/1.html?a=b:c"),
    ],
)
def test_only_a_web_page_is_followed(location: str, url: str | None) -> None:
    middleware = RedirectMiddleware.from_crawler(get_crawler())
    response = Response(URL, status=302, headers={"Location": location})
    leads = middleware.process_response(Request(URL), response)
    assert (leads.url if isinstance(leads, Request) else None) == url
