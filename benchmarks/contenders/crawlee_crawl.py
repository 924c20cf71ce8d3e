"""Crawlee's ParselCrawler: `crawlee_crawl.py URL OUT`."""

from __future__ import annotations

import asyncio
import json
import sys

from crawlee import ConcurrencySettings
from crawlee.crawlers import ParselCrawler, ParselCrawlingContext
from crawlee.storage_clients import MemoryStorageClient

URL, OUT = sys.argv[1:3]


async def main() -> None:
    with open(OUT, "w", encoding="utf-8") as out:
        crawler = ParselCrawler(
            storage_client=MemoryStorageClient(),
            configure_logging=False,
            concurrency_settings=ConcurrencySettings(desired_concurrency=8, max_concurrency=8),
        )

        @crawler.router.default_handler
        async def listing(context: ParselCrawlingContext) -> None:
            await context.enqueue_links(selector="ul.news_list a", label="article")
            await context.enqueue_links(selector="a.next")

        @crawler.router.handler("article")
        async def article(context: ParselCrawlingContext) -> None:
            page = context.selector
            record = {
                "url": context.request.url,
                "title": page.css("h1.arti-title::text").get(),
                "author": page.css(".arti-author::text").get("").partition("：")[2],
                "source": page.css(".arti-source::text").get("").partition("：")[2],
                "date": page.css(".arti-update::text").get("").partition("：")[2],
                "body": "\n".join(
                    "".join(p.css("::text").getall()).strip() for p in page.css("div.wp-text p")
                ),
            }
            out.write(json.dumps(record, ensure_ascii=False) + "\n")

        await crawler.run([URL])


if __name__ == "__main__":
    asyncio.run(main())
