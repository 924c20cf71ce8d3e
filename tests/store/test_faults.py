"""Every fault at every passage, real limits, every cut: the benchmark's trials, fewer of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.faults import Trials, Work, cut_logs, cut_outputs, kills, limits, points
from benchmarks.powercut import can_trace, replay

pytestmark = pytest.mark.slow


@pytest.fixture
def trials(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trials:
    monkeypatch.setenv("NEWSCRAWL_BATCH", "7")
    return Trials(Work(16), tmp_path)


def test_no_fault_at_any_passage_loses_doubles_or_tears_a_record(trials: Trials) -> None:
    points(trials)
    assert trials.failures == []
    assert min(trials.counts[name] for name in ("ENOSPC", "EIO", "MemoryError")) > 30


@pytest.mark.parametrize("batch", ["1", "500"])
def test_no_kill_at_any_passage_loses_doubles_or_tears_a_record(
    trials: Trials, monkeypatch: pytest.MonkeyPatch, batch: str
) -> None:
    monkeypatch.setenv("NEWSCRAWL_BATCH", batch)
    kills(trials)
    assert trials.failures == []
    assert trials.counts["kill"] > 9


def test_files_that_may_not_grow_stop_the_run_and_it_goes_on_when_they_may(trials: Trials) -> None:
    limits(trials, step=9)
    assert trials.failures == []
    assert trials.counts["EFBIG stopped"] > 9


def test_an_output_that_is_cut_is_refused_and_mended(trials: Trials) -> None:
    cut_outputs(trials, step=331)
    assert trials.failures == []
    assert trials.counts["cut output"] > 30


def test_a_log_that_is_cut_is_repaired_or_refused(trials: Trials) -> None:
    cut_logs(trials, step=577)
    assert trials.failures == []
    assert trials.counts["log cut, refused"] > 0


@pytest.mark.skipif(not can_trace(), reason="needs strace")
def test_a_power_cut_at_any_write_loses_doubles_or_tears_no_record(
    trials: Trials, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    trials.work = Work(8)
    replay(trials, seeds=1)
    assert trials.failures == []
    assert trials.counts["power cut"] > 60
