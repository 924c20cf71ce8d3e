"""The demo shows what a crawl does, whatever became of the folder of the last one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.crawl.conftest import environment

pytestmark = pytest.mark.slow


def demo(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newscrawl", "demo", "--home", str(folder)]
    return subprocess.run(
        command, capture_output=True, text=True, env=environment(), timeout=120, check=False
    )


def test_a_damaged_line_among_the_records_of_the_last_demo_is_none_of_its_business(
    tmp_path: Path,
) -> None:
    """The record that it shows was looked for in the file: a traceback."""
    assert demo(tmp_path).returncode == 0
    records = tmp_path / "articles.jsonl"
    records.write_bytes(b"~" + records.read_bytes()[1:])
    again = demo(tmp_path)
    assert "Traceback" not in again.stderr
    assert "The first record" in again.stdout
