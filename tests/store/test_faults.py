"""Every fault at every passage, real limits, every cut: the benchmark's trials, fewer of them."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from benchmarks.cuts import cut_ledgers, cut_logs, cut_outputs, rot
from benchmarks.faults import kills, limits, points
from benchmarks.powercut import can_trace, replay
from benchmarks.trials import Trials, Work

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


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trials:
    """A corpus of which every byte can be cut: the benchmark does, here it is some of them."""
    monkeypatch.setenv("NEWSCRAWL_BATCH", "3")
    return Trials(Work(8), tmp_path)


@pytest.fixture
def places() -> range:
    """Other ones each time; what fails names its own."""
    return range(random.randrange(97), sys.maxsize, 97)


def test_an_output_that_is_cut_is_refused_and_mended(few: Trials, places: range) -> None:
    cut_outputs(few, places)
    assert few.failures == []
    assert few.counts["cut output"] > 50


def test_a_log_that_is_cut_is_repaired_or_refused(few: Trials, places: range) -> None:
    cut_logs(few, places)
    assert few.failures == []
    assert few.counts["log cut, refused"] > 0


def test_a_ledger_that_is_cut_is_repaired_or_refused(few: Trials, places: range) -> None:
    cut_ledgers(few, places)
    assert few.failures == []
    assert few.counts["ledger cut, refused"] > 0


def test_a_ledger_that_was_overwritten_at_random_is_mended(few: Trials) -> None:
    rot(few, range(10))
    assert few.failures == []
    assert few.counts["rot, refused"] > 0


@pytest.mark.skipif(not can_trace(), reason="needs strace")
def test_a_power_cut_at_any_write_loses_doubles_or_tears_no_record(
    trials: Trials, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    trials.work = Work(8)
    replay(trials, seeds=1)
    assert trials.failures == []
    assert trials.counts["power cut"] > 60
