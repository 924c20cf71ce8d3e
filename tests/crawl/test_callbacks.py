"""A callback that raises loses its own article and no other, and the run says so.

Each run here is the command itself, in which the callbacks of some articles were made to raise.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.demo import Server, build, serve
from tests.crawl.conftest import Crawl, Ran, command, environment

pytestmark = pytest.mark.slow

ARTICLES = 8
_RUN = """
import sys
from newscrawl.cli import main
from newscrawl.spiders import NewsSpider

real, handed = NewsSpider.parse_article, []

def parse_article(self, response, url_id, **told):
    handed.append(url_id)
    number = len(handed)
    {callback}

NewsSpider.parse_article = parse_article
sys.argv[1:] = sys.argv[2:]
main()
"""
# A plain function, which raises before it has given anything.
_BEFORE = """
    if number in (2, 5):
        raise RuntimeError(f"no item of {number}")
    return real(self, response, url_id, **told)
"""
# A generator that raises where its item would stand.
_IN_ITS_PLACE = """
    if number in (2, 5):
        raise RuntimeError(f"no item of {number}")
    yield from real(self, response, url_id, **told)
"""
# A generator that raises behind its item.
_BEHIND = """
    yield from real(self, response, url_id, **told)
    if number in (2, 5):
        raise RuntimeError(f"no more of {number}")
"""
# A generator that raises between what it gives: another request would follow.
_BETWEEN = """
    for page in real(self, response, url_id, **told):
        yield page
        if number in (2, 5):
            raise RuntimeError(f"no more of {number}")
        yield None
"""


@pytest.fixture
def institute() -> Iterator[Server]:
    with serve(build("trs", articles=ARTICLES, faults=False)) as server:
        yield server


def run(callback: str, url: str, home: Path) -> Ran:
    script = _RUN.format(callback=callback.strip())
    done = subprocess.run(
        [sys.executable, "-c", script, "-m", *command(url, home=home)[3:]],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment(),
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr, home)


def raised(ran: Ran) -> list[str]:
    """The exceptions that the run's log tells, each once."""
    text = "".join(one.read_text() for one in (ran.home / "runs").glob("*.log"))
    assert text.count("Spider error processing") == 2
    return [line for line in text.splitlines() if line.startswith("RuntimeError")]


@pytest.mark.parametrize("callback", [_BEFORE, _IN_ITS_PLACE], ids=["function", "generator"])
def test_articles_whose_callback_raises_are_missing_and_the_others_are_stored(
    institute: Server, tmp_path: Path, callback: str, crawl: Crawl
) -> None:
    ran = run(callback, institute.url, tmp_path / "corpus")
    assert (ran.code, ran.report["exit_code"]) == (1, 1), ran.err
    assert ran.report["outcomes"] == {"new": ARTICLES - 2, "rule_error": 2, "external": 1}
    assert ran.report["targets"][0]["missing"]["rule_error"] == 2
    assert len(set(ran.urls)) == len(ran.urls) == ARTICLES - 2
    assert raised(ran) == ["RuntimeError: no item of 2", "RuntimeError: no item of 5"]
    told = [one["detail"] for one in ran.report["targets"][0]["examples"]]
    assert "RuntimeError: no item of 2" in told
    # Their rule is the same the next day: only a full run asks again. It has whole callbacks.
    again = crawl(institute.url, "--full", home=ran.home)
    assert again.code == 0
    assert len(set(again.urls)) == len(again.urls) == ARTICLES


@pytest.mark.parametrize("callback", [_BEHIND, _BETWEEN], ids=["behind", "between"])
def test_what_a_callback_gave_before_it_raised_is_stored(
    institute: Server, tmp_path: Path, callback: str
) -> None:
    ran = run(callback, institute.url, tmp_path / "corpus")
    assert (ran.code, ran.report["exit_code"]) == (0, 0), ran.err
    assert ran.report["outcomes"] == {"new": ARTICLES, "external": 1}
    assert len(set(ran.urls)) == len(ran.urls) == ARTICLES
    assert raised(ran) == ["RuntimeError: no more of 2", "RuntimeError: no more of 5"]
