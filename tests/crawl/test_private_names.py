"""A redirect to a name of the site's own domain that a name server sends into a private network."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from newscrawl.cli import run
from newscrawl.demo import Response, build, serve
from tests.crawl.conftest import ROOT, Crawl

pytestmark = pytest.mark.slow
NAME, ADDRESS = "intern.institute.test", "10.9.8.7"
# A name server of one name; what connects to its address is a mistake that the test would see.
STUB = f"""
import socket
ask, look = socket.gethostbyname, socket.getaddrinfo
socket.gethostbyname = lambda name: "{ADDRESS}" if name == "{NAME}" else ask(name)
socket.getaddrinfo = lambda name, *more, **named: look(
    "{ADDRESS}" if name == "{NAME}" else name, *more, **named
)
"""


@pytest.mark.parametrize("more", [(), ("--fast",)], ids=["twisted", "aiohttp"])
def test_it_is_not_asked_and_the_reason_is_told(
    more: tuple[str, ...], crawl: Crawl, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sitecustomize.py").write_text(STUB)
    whole = build("trs", articles=4, faults=False)
    sent, *held = whole.truth
    away = Response(status=302, headers={"Location": f"http://{NAME}/secret"})
    with serve(replace(whole, pages={**whole.pages, sent: away})) as server:
        host = server.base.partition("://")[2]
        site = tmp_path / "site.toml"
        site.write_text(f'domains = ["{host}", "{NAME}"]\n[[listing]]\nurl = "{server.url}"\n')
        path = os.pathsep.join((str(tmp_path), str(ROOT)))
        ran = crawl(str(site), "--contact", "you@example.org", *more, PYTHONPATH=path)
    assert {url.removeprefix(server.base) for url in ran.urls} == set(held)
    assert ran.report["outcomes"] == {"new": len(held), "out_of_scope": 1}
    assert run(["why", f"{server.base}{sent}", "--home", str(ran.home)]) == 0
    told = f"out_of_scope: {NAME} stands on the private address {ADDRESS}"
    assert told in capsys.readouterr().out
