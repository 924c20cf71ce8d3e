"""The fixtures of the made-up institutes are what one command writes, byte for byte."""

from __future__ import annotations

from pathlib import Path

from newscrawl.demo.write_fixtures import main

FIXTURES = Path(__file__).parents[2] / "fixtures"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.glob("demo-*/*/*")
    }


def test_the_command_writes_what_is_checked_in(tmp_path: Path) -> None:
    main([str(tmp_path)])
    assert contents(tmp_path) == contents(FIXTURES)


def test_folders_of_other_sites_are_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "mine" / "case"
    mine.mkdir(parents=True)
    main([str(tmp_path)])
    assert mine.is_dir()
