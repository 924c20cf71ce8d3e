"""The cookie jar, kept in the run's memory, without Scrapy's own way to the network.

At the first ``Set-Cookie; Domain=`` Scrapy 2.19 has tldextract fetch the list of public suffixes
from two hosts, blocking the loop. tldextract's bundled snapshot answers as well.
"""

from __future__ import annotations

from collections import Counter

from scrapy import Request
from scrapy.downloadermiddlewares import cookies
from scrapy.http import Response
from scrapy.http.cookies import CookieJar
from tldextract import TLDExtract

# A private name: `tests/extensions/test_jars.py` fails when Scrapy renames it.
cookies._split_domain = TLDExtract(  # noqa: SLF001
    suffix_list_urls=(), include_psl_private_domains=True, cache_dir=None
)


# Servers refuse a request whose headers are over 8 KiB; what lets us in is small.
_MOST_BYTES = 4096


class CookieJars(cookies.CookiesMiddleware):
    """Scrapy's, with the suffix list that tldextract brings along."""

    def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        """Store the cookies that are set, within the limit of a request's headers."""
        answer = super().process_response(request, response)
        shrink(self.jars[request.meta.get("cookiejar")])
        return answer


def shrink(jar: CookieJar) -> None:
    """Drop the largest cookies of each host until the others fit into a request."""
    room: Counter[str] = Counter()
    for cookie in sorted(jar, key=lambda one: len(one.name) + len(one.value or "")):
        room[cookie.domain] += len(cookie.name) + len(cookie.value or "") + len("=; ")
        if room[cookie.domain] > _MOST_BYTES:
            jar.clear(cookie.domain, cookie.path, cookie.name)
