"""`scrapy crawl news -a target=…` is held to the same manners as `newscrawl crawl`."""

from __future__ import annotations

from pathlib import Path

import pytest
from scrapy.settings import Settings

from newscrawl.errors import UsageError
from newscrawl.spiders.plan import from_arguments, has_contact

AWAY = "https://www.example.ac.cn/xwzx/"
HERE = "http://127.0.0.1:9/xwzx/"


def plan(home: Path, target: str, **settings: str) -> list[str]:
    found = from_arguments(Settings({"NEWSCRAWL_HOME": str(home), **settings}), {"target": target})
    found["session"].close()
    return [job.url for job in found["jobs"]]


@pytest.mark.parametrize("agent", ["newscrawl/1.0", None])
def test_a_host_elsewhere_is_not_asked_by_nobody(agent: str | None, tmp_path: Path) -> None:
    told = {"USER_AGENT": agent} if agent else {}
    with pytest.raises(UsageError, match="say who is asking"):
        plan(tmp_path / "corpus", AWAY, **told)
    assert not (tmp_path / "corpus").exists()


def test_a_contact_in_the_user_agent_is_enough(tmp_path: Path) -> None:
    assert plan(tmp_path, AWAY, USER_AGENT="newscrawl (+you@example.org)") == [AWAY]


def test_this_machine_may_be_asked_by_anybody(tmp_path: Path) -> None:
    assert plan(tmp_path, f"{HERE} {HERE}2") == [HERE, f"{HERE}2"]


def test_a_crawl_needs_a_target(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="target="):
        plan(tmp_path, "")


@pytest.mark.parametrize(
    ("text", "good"),
    [("you@example.org", True), ("https://example.org/us", True), ("me", False), ("a@b\n", False)],
)
def test_a_contact_is_a_mail_or_web_address(text: str, good: bool) -> None:
    assert has_contact(text) is good
