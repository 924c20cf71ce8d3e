"""news-please on every address of a list: `newsplease_crawl.py URL OUT`.

Its own crawler refuses hosts that are addresses, and follows every link of a page; here it is
given the articles' addresses and only has to fetch and read them: the best case for it.
"""

from __future__ import annotations

import json
import sys
from urllib.parse import urljoin
from urllib.request import urlopen

from newsplease import NewsPlease
from parsel import Selector

URL, OUT = sys.argv[1:3]


def addresses() -> list[str]:
    found: list[str] = []
    following: str | None = URL
    while following:
        with urlopen(following) as response:
            page = Selector(response.read().decode())
        found += [
            urljoin(following, href) for href in page.css("ul.news_list a::attr(href)").getall()
        ]
        onward = page.css("a.next::attr(href)").get()
        following = urljoin(following, onward) if onward else None
    return found


def main() -> None:
    with open(OUT, "w", encoding="utf-8") as out:
        for url in addresses():
            article = NewsPlease.from_url(url)
            record = {
                "url": url,
                "title": getattr(article, "title", None),
                "author": "".join(getattr(article, "authors", None) or []),
                "date": str(getattr(article, "date_publish", None) or "")[:10],
                "body": getattr(article, "maintext", None) or "",
            }
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
