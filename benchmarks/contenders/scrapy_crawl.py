"""Plain Scrapy: `scrapy_crawl.py URL OUT fetch|title|feed|trafilatura default|lean`."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import scrapy
from lxml import html
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response

URL, OUT, WORK, DRESS = sys.argv[1:5]
if WORK == "trafilatura":  # here, so that its import counts as starting up
    import trafilatura
# What newscrawl's own settings leave out, and nothing put in its place.
LEAN: dict[str, Any] = {
    "CONCURRENT_ITEMS": 1,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 2,
    "WARN_ON_GENERATOR_RETURN_VALUE": False,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "EXTENSIONS": {
        "scrapy.extensions.telnet.TelnetConsole": None,
        "scrapy.extensions.remote_control.RemoteControl": None,
        "scrapy.extensions.spiderstate.SpiderState": None,
        "scrapy.extensions.memdebug.MemoryDebugger": None,
        "scrapy.extensions.throttle.AutoThrottle": None,
    },
    "DOWNLOADER_MIDDLEWARES": {
        "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
        "scrapy.downloadermiddlewares.httpcache.HttpCacheMiddleware": None,
    },
    "SPIDER_MIDDLEWARES": {
        "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,
        "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
        "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,
    },
    "DUPEFILTER_CLASS": "scrapy.dupefilters.BaseDupeFilter",
}


class Institute(scrapy.Spider):
    name = "institute"

    async def start(self) -> AsyncIterator[scrapy.Request]:
        yield scrapy.Request(URL)

    def parse(self, response: Response) -> Iterator[scrapy.Request]:
        for href in response.css("ul.news_list a::attr(href)").getall():
            yield response.follow(href, self.parse_article)
        for href in response.css("a.next::attr(href)").getall():
            yield response.follow(href)

    def parse_article(self, response: Response) -> Iterator[dict[str, Any]]:
        if WORK == "title":
            with Path(OUT).open("a", encoding="utf-8") as out:
                out.write(f"{json.dumps(by_parsing(response), ensure_ascii=False)}\n")
        elif WORK == "feed":
            yield by_selectors(response)
        elif WORK == "trafilatura":
            yield by_trafilatura(response)


def by_parsing(response: Response) -> dict[str, Any]:
    """What any extractor does at least: one tree."""
    tree = html.document_fromstring(response.body)
    return {"url": response.url, "title": tree.findtext(".//title")}


def by_selectors(response: Response) -> dict[str, Any]:
    return {
        "url": response.url,
        "title": response.css("h1.arti-title::text").get(),
        "author": response.css(".arti-author::text").get("").partition("：")[2],
        "source": response.css(".arti-source::text").get("").partition("：")[2],
        "date": response.css(".arti-update::text").get("").partition("：")[2],
        "body": "\n".join(
            "".join(p.css("::text").getall()).strip() for p in response.css("div.wp-text p")
        ),
    }


def by_trafilatura(response: Response) -> dict[str, Any]:
    found = trafilatura.bare_extraction(response.body, url=response.url, with_metadata=True)
    record = found.as_dict() if found else {}
    names = {"title": "title", "author": "author", "date": "date", "body": "text"}
    return {"url": response.url, **{key: record.get(name) for key, name in names.items()}}


if __name__ == "__main__":
    settings = {"LOG_LEVEL": "ERROR", **(LEAN if DRESS == "lean" else {})}
    if WORK in ("feed", "trafilatura"):
        settings["FEEDS"] = {OUT: {"format": "jsonlines", "encoding": "utf8"}}
    process = AsyncCrawlerProcess(settings)
    process.crawl(Institute)
    process.start()
