"""Scrapy's `Headers` of what a connection brought: names and values are bytes already."""

from __future__ import annotations

from collections.abc import Iterable

from scrapy.http import Headers


def headers_of(received: Iterable[tuple[bytes, Iterable[bytes]]]) -> Headers:
    """The headers by name; Scrapy's own way asks of each name and value what it is, ten times."""
    headers = Headers()
    for name, values in received:
        dict.setdefault(headers, name.title(), []).extend(values)  # as `Headers` keeps them
    return headers
