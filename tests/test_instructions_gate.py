"""What a page costs is held against what it did. Without this each rule adds its bit unseen."""

from __future__ import annotations

import json
import shutil

import pytest

from benchmarks import instructions


def ceilings(**found: float) -> instructions.Ceilings:
    return instructions.lowered(found, "pages", {})


def test_ceilings_fall_and_never_rise() -> None:
    first = ceilings(site=16.0, none=22.0)
    assert instructions.lowered({"site": 15.0, "none": 23.0}, "pages", first)["ceilings"] == {
        "site": 15.0,
        "none": 22.0,
    }


def test_a_figure_above_its_ceiling_is_a_complaint() -> None:
    known = ceilings(site=16.0)
    assert instructions.complaints({"site": 16.1}, "pages", known) == []
    assert len(instructions.complaints({"site": 17.0}, "pages", known)) == 1
    assert len(instructions.complaints({}, "pages", known)) == 1


def test_other_pages_are_a_complaint_and_begin_anew() -> None:
    known = ceilings(site=16.0)
    assert len(instructions.complaints({"site": 16.0}, "others", known)) == 1
    assert instructions.lowered({"site": 18.0}, "others", known)["ceilings"] == {"site": 18.0}


def test_the_ceilings_of_another_machine_are_not_held_against() -> None:
    known = ceilings(site=16.0) | {"machine": "PyPy 9, abacus"}
    assert instructions.complaints({"site": 99.0}, "pages", known) == []


def test_the_start_of_the_process_counts_for_no_page() -> None:
    start, page = 900_000_000, 16_000_000
    assert instructions.a_page(start + 20 * page, start + 60 * page) == 16.0


def test_callgrind_is_asked_for_what_it_collected() -> None:
    assert instructions.collected("==1== Events    : Ir\n==1== Collected : 1234\n") == 1234
    with pytest.raises(ValueError, match="how many"):
        instructions.collected("valgrind: no such tool")


def test_the_ceilings_are_there_for_both_kinds_of_reading() -> None:
    kept = json.loads(instructions.CEILINGS.read_text("utf-8"))
    assert set(kept["ceilings"]) == {"with its site file", "nothing known"}


def test_without_valgrind_nothing_is_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert instructions.main([]) == 0
    assert "not installed" in capsys.readouterr().out
