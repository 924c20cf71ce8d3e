"""What newscrawl never opens, runs or believes, whatever a site or a site file says."""

from __future__ import annotations

import ast
import ipaddress
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from scrapy.resolver import CachingThreadedResolver
from scrapy.settings import Settings
from twisted.internet.defer import succeed
from twisted.internet.error import DNSLookupError
from twisted.python.failure import Failure

from newscrawl.extensions.resolver import Lookups, SafeResolver
from newscrawl.extensions.scope import is_inner
from newscrawl.sites.model import Site
from newscrawl.spiders.scope import Scope

ROOT = Path(__file__).parents[1]
NO_NETWORK = """
import socket
def refuse(*_, **__): raise AssertionError("network at import")
socket.socket.connect = socket.getaddrinfo = refuse
import newscrawl, newscrawl.cli.running, newscrawl.extensions.jars
from scrapy.downloadermiddlewares import cookies
assert cookies._is_public_domain("com.cn")
"""


@pytest.fixture(scope="module")
def settings() -> Settings:
    found = Settings()
    found.setmodule("newscrawl.settings", priority="project")
    return found


def test_nothing_listens_and_certificates_are_checked(settings: Settings) -> None:
    assert not settings.getbool("TELNETCONSOLE_ENABLED")
    assert not settings.getbool("REMOTE_CONTROL_ENABLED")
    assert settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES")
    assert Site(id="x").verify_tls


def test_only_http_is_ever_opened(settings: Settings) -> None:
    handlers = settings.getwithbase("DOWNLOAD_HANDLERS")
    assert {scheme for scheme, handler in handlers.items() if handler} == {"http", "https"}


def test_nothing_that_is_read_is_run(settings: Settings) -> None:
    """Without JOBDIR Scrapy keeps its queue in memory, and nobody here unpickles or evaluates."""
    assert not settings.get("JOBDIR")
    for path in (ROOT / "newscrawl").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names = {alias.name for alias in node.names}
                assert not names & {"pickle", "marshal", "shelve", "yaml"}, path
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"eval", "exec", "__import__"}, path


def test_importing_asks_no_network() -> None:
    done = subprocess.run(
        [sys.executable, "-c", NO_NETWORK], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("http://institute.example/a", True),
        ("https://www.institute.example/a", True),
        ("http://news.institute.example/a", False),
        ("http://institute.example.evil.example/a", False),
        ("http://institute.example@evil.example/a", False),
        ("http://institute.example:8080/a", False),
        ("file:///etc/passwd", False),
        ("ftp://institute.example/a", False),
        ("data:text/html,a", False),
        ("javascript:alert(1)", False),
        ("gopher://institute.example/a", False),
        ("http://[::1", False),
        ("http:///a", False),
    ],
)
def test_only_pages_of_the_targets_hosts_are_asked_for(url: str, *, asked: bool) -> None:
    assert (Scope.of("http://institute.example/list").refusal(url) is None) is asked


@pytest.mark.parametrize("host", ["localhost", "a.localhost", "127.0.0.1", "10.1.1.1", "[::1]"])
def test_an_inner_address_is_known_as_it_is_written(host: str) -> None:
    assert is_inner(host)


def test_the_address_that_is_asked_is_the_one_that_was_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name that stands on another address with every look-up: Twisted connects to the answer."""
    answers = iter(["93.184.216.34", "127.0.0.1", "169.254.169.254"])
    monkeypatch.setattr(CachingThreadedResolver, "getHostByName", lambda *_: succeed(next(answers)))
    monkeypatch.setattr(SafeResolver, "crawl", Lookups(frozenset({"institute.example"})))
    resolver = SafeResolver.__new__(SafeResolver)
    found: list[object] = []
    resolver.getHostByName("rebound.example").addCallback(found.append)
    assert found == ["93.184.216.34"]
    for name in ("rebound.example", "institute.example"):
        refused: list[Failure] = []
        resolver.getHostByName(name).addErrback(refused.append)
        assert [one.type for one in refused] == [DNSLookupError], name


@pytest.mark.parametrize("spelling", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1"])
def test_odd_spellings_of_an_inner_address_resolve_to_what_is_checked(spelling: str) -> None:
    assert ipaddress.ip_address(socket.gethostbyname(spelling)).is_loopback
