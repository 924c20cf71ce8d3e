"""By hand: aiohttp, and lexbor to read pages. `aiohttp_crawl.py URL OUT fetch|lexbor`."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from typing import Any, TextIO
from urllib.parse import urljoin

import aiohttp
from selectolax.lexbor import LexborHTMLParser

URL, OUT, WORK = sys.argv[1:4]
_AT_ONCE = 8
_CHARSET = re.compile(rb'charset="?([\w-]+)')


def tree_of(body: bytes) -> LexborHTMLParser:
    named = _CHARSET.search(body, 0, 1024)
    return LexborHTMLParser(body.decode(named[1].decode() if named else "utf-8"))


def record(url: str, body: bytes) -> dict[str, Any]:
    tree = tree_of(body)

    def text(selector: str) -> str:
        found = tree.css_first(selector)
        return found.text(deep=False) if found else ""

    return {
        "url": url,
        "title": text("h1.arti-title"),
        "author": text(".arti-author").partition("：")[2],
        "source": text(".arti-source").partition("：")[2],
        "date": text(".arti-update").partition("：")[2],
        "body": "\n".join(p.text().strip() for p in tree.css("div.wp-text p")),
    }


async def crawl(session: aiohttp.ClientSession, out: TextIO) -> None:
    gate = asyncio.Semaphore(_AT_ONCE)

    async def article(url: str) -> None:
        async with gate, session.get(url) as response:
            body = await response.read()
        if WORK == "lexbor":
            out.write(json.dumps(record(url, body), ensure_ascii=False) + "\n")

    following: str | None = URL
    while following:
        async with session.get(following) as response:
            tree = tree_of(await response.read())
        links = [node.attributes["href"] or "" for node in tree.css("ul.news_list a")]
        await asyncio.gather(*(article(urljoin(following, href)) for href in links))
        onward = tree.css_first("a.next")
        following = urljoin(following, onward.attributes["href"] or "") if onward else None


async def main() -> None:
    with open(OUT, "w", encoding="utf-8") as out:
        async with aiohttp.ClientSession() as session:
            await crawl(session, out)


if __name__ == "__main__":
    asyncio.run(main())
