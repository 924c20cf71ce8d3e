"""Scrapy with no network and a callback that yields nothing: `empty_engine.py COUNT OUT SETTINGS`.

SETTINGS are JSON. Prints into OUT how many responses came and how many asyncio tasks were made.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import scrapy
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import HtmlResponse, Request, Response

COUNT, OUT, SETTINGS = int(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3])
_BODY = b"<html><body><p>text</p></body></html>"
counted = {"responses": 0, "tasks": 0}


class Memory(BaseDownloadHandler):
    """Answers at once."""

    async def download_request(self, request: Request) -> Response:
        return HtmlResponse(request.url, body=_BODY, request=request)


class Nothing(scrapy.Spider):
    name = "nothing"

    async def start(self) -> AsyncIterator[Request]:
        asyncio.get_running_loop().set_task_factory(_counted)
        for number in range(COUNT):
            yield Request(f"http://127.0.0.1/{number}")

    def parse(self, response: Response) -> None:  # noqa: ARG002 - the case is that it does nothing
        counted["responses"] += 1


def _counted(loop: asyncio.AbstractEventLoop, coro: Any, **more: Any) -> asyncio.Task[Any]:
    counted["tasks"] += 1
    return asyncio.Task(coro, loop=loop, **more)


if __name__ == "__main__":
    handlers = {"http": "__main__.Memory"}
    process = AsyncCrawlerProcess({"LOG_LEVEL": "ERROR", "DOWNLOAD_HANDLERS": handlers, **SETTINGS})
    process.crawl(Nothing)
    process.start()
    OUT.write_text(json.dumps(counted), "utf-8")
