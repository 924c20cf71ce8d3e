"""A column that only the part of an address behind its # names, as in Guangdong's catalogues."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscrawl.demo import build, serve
from tests.crawl.conftest import Crawl

pytestmark = pytest.mark.slow


def test_the_column_behind_the_mark_is_walked_and_not_the_first_of_the_menu(crawl: Crawl) -> None:
    made = build("gkmlpt", articles=12, faults=False)
    shell = made.get(made.listing)
    menu = b'<ul class="nav"><li><a href="/gkmlpt/index#1204">x</a></li>'
    body = shell.body.replace(b"COLUMN_ID: '1205',", b"").replace(b'<ul class="nav">', menu)
    assert b"#1204" in body
    assert b"1205" not in body
    pages = {**made.pages, made.listing: replace(shell, body=body)}
    with serve(replace(made, pages=pages)) as server:
        ran = crawl(f"{server.url}#1205")
    assert ran.code == 0, ran.err
    assert len(ran.urls) == len(made.truth)
