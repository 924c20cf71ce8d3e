"""How far the crawl is, told while it runs."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from newscrawl.cli import progress
from newscrawl.store import Session


def test_a_page_of_the_list_that_is_read_again_is_no_further_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list of four pages, each looked at twice, was said to be at its page 8."""
    monkeypatch.setattr(progress, "_EVERY", 0.01)
    session = Session(tmp_path, command="a test", version="0")
    session.counts.update({"found": 3, "new": 2, "pages": 8, "pages read": 4})
    with progress.Progress(session):
        time.sleep(0.1)
    session.close()
    assert "listing page 4, 2 of 3 links done" in capsys.readouterr().out
