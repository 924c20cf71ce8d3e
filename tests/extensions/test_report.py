"""The run's report is part of its books: one that cannot be written fails the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from newscrawl.errors import StorageError
from newscrawl.extensions import report
from newscrawl.spiders import NewsSpider
from newscrawl.store import Session


def test_a_report_that_cannot_be_written_is_a_storage_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageError("cannot write the report: No space left on device")

    monkeypatch.setattr(report, "write_report", full)
    session = Session(tmp_path, command="a test", version="0")
    report.close_books(NewsSpider(session=session))
    assert "No space left" in str(session.failure)


def test_a_report_says_what_made_it(tmp_path: Path) -> None:
    session = Session(tmp_path, command="newscrawl crawl x", version="0")
    report.close_books(NewsSpider(session=session))
    told = session.report or {}
    assert (tmp_path / "runs" / f"{session.run_id}.json").is_file()
    names = {"run", "version", "command", "started", "ended", "exit_code", "found", "outcomes"}
    assert told.keys() >= names | {"fields", "targets", "outputs", "revisions", "stopped_by"}
    assert told["versions"].keys() == {"python", "scrapy", "lxml"}
