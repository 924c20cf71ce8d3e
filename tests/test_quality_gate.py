"""The labelled real pages hold what was reached. Without this an edit loses quality unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import quality


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    labels = tmp_path / "open" / "news" / "index.jsonl"
    labels.parent.mkdir(parents=True)
    labels.write_text("{}\n")
    return tmp_path


def summary(**fields: float) -> quality.Summary:
    return {"set": "news", "pages": 1, "failed": 0, "cpu_ms_median": 1.0, "labelled": {}, **fields}


def test_floors_rise_and_never_fall(folder: Path) -> None:
    floors = quality.raised(folder, {"news": summary(title=0.8, date=0.9)}, {})
    floors = quality.raised(folder, {"news": summary(title=0.9, date=0.7)}, floors)
    assert floors["news"]["floors"] == {"title": 0.9, "date": 0.9}


def test_a_figure_below_its_floor_is_a_complaint(folder: Path) -> None:
    floors = quality.raised(folder, {"news": summary(title=0.8)}, {})
    assert quality.complaints(folder, {"news": summary(title=0.8)}, floors) == []
    assert len(quality.complaints(folder, {"news": summary(title=0.7)}, floors)) == 1
    assert len(quality.complaints(folder, {"news": summary()}, floors)) == 1


def test_changed_labels_are_a_complaint_and_stay_one(folder: Path) -> None:
    floors = quality.raised(folder, {"news": summary(title=0.8)}, {})
    (folder / "open" / "news" / "index.jsonl").write_text('{"title": ""}\n')
    floors = quality.raised(folder, {"news": summary(title=0.8)}, floors)
    assert len(quality.complaints(folder, {"news": summary(title=0.8)}, floors)) == 1


def test_a_page_that_fails_is_a_complaint(folder: Path) -> None:
    assert quality.complaints(folder, {"news": summary() | {"failed": 1}}, {})


@pytest.mark.slow
def test_no_floor_is_broken_on_the_labelled_pages() -> None:
    folder = quality.quality_folder()
    if folder is None:
        pytest.skip("the labelled sets are not here")
    found = {name: quality.measure(folder, name) for name in quality.SETS}
    assert quality.complaints(folder, found, quality.read_floors()) == []
