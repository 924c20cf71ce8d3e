"""A page of a made-up list with a pager under its rows."""

from __future__ import annotations

from newscrawl.extract.listing import Listing, extract_listing

URL = "http://www.example.ac.cn/xwzx/kydt/index.html"


ROWS = "<ul>" + "".join(
    f'<li><a href="./202302/t202302{n:02d}_{5000 + n}.html">我所召开第{n}次年度学术交流会议</a>'
    f"<span>2023-02-{n:02d}</span></li>"
    for n in range(1, 11)
) + "</ul>"  # fmt: skip


def read(pager: str, url: str = URL, rows: str = ROWS) -> Listing:
    return extract_listing(f"<html><body>{rows}{pager}</body></html>".encode(), url)


def next_of(pager: str, url: str = URL) -> str | None:
    found = read(pager, url).next_page
    return found.url if found else None
