"""The benchmarks still run. Without this they rot between the days somebody looks at them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import (
    crawl,
    durability,
    extract,
    fuzz,
    institute,
    learning,
    many,
    replay,
    scale,
    scrapy_waste,
    startup,
    wildcards,
)
from benchmarks.contenders.ledger_off import PlainSession
from benchmarks.processes import run
from benchmarks.server import serve
from newscrawl.store import Session


@pytest.mark.slow
def test_a_small_crawl_reads_every_field_of_the_made_up_institute(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert crawl.main(["--rounds", "1", "--articles", "21", "--only", "newscrawl", "Scrapy f"]) == 0
    printed = capsys.readouterr().out
    assert printed.count("1.000") >= 2, "both kinds of crawl are exact"


@pytest.mark.slow
def test_padded_corpora_take_up_what_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    assert scale.main(["--rounds", "1", "--known", "30", "300"]) == 0
    assert "300 known" in capsys.readouterr().out


@pytest.mark.slow
def test_a_check_that_finds_nothing_new_is_held_against_scrapys_start(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert startup.main(["--rounds", "1"]) == 0
    assert startup.CHECK in capsys.readouterr().out


@pytest.mark.slow
def test_many_sites_fit_into_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert many.main(["--sites", "2"]) == 0
    assert "nothing new" in capsys.readouterr().out


@pytest.mark.slow
def test_one_item_at_a_time_spares_scrapy_a_hundred_tasks_a_response(tmp_path: Path) -> None:
    """When this fails Scrapy has mended it, and our setting and the README's table are to go."""
    _, usual = scrapy_waste.once({}, 20, tmp_path)
    _, lean = scrapy_waste.once({"CONCURRENT_ITEMS": 1}, 20, tmp_path)
    assert usual / 20 > 100
    assert lean / 20 < 10


def test_every_pattern_made_to_hurt_is_held_against_an_address(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wildcards, "LENGTHS", (8, 16))
    monkeypatch.setattr(wildcards, "MOST", 1e9)  # what is measured here is noise
    assert wildcards.main(["--rounds", "1"]) == 0
    printed = capsys.readouterr().out
    assert all(name in printed for name in wildcards.HURTING)


def test_stored_pages_are_read_again_without_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert replay.main(["--pages", "4", "--rounds", "1"]) == 0
    assert capsys.readouterr().out.count("1.000") == 2


def test_the_institute_is_the_same_every_time_and_its_pages_as_heavy_as_real_ones() -> None:
    told = institute.tell(7)
    assert told == institute.tell(7)
    for one in told:
        assert 20_000 < len(institute.article_page(one, "utf-8", 7).encode()) < 60_000


def test_the_store_in_memory_does_all_that_a_session_does() -> None:
    public = {name for name in vars(Session) if not name.startswith("_")}
    assert public <= set(dir(PlainSession))


def test_a_commands_peak_is_its_own_and_not_that_of_the_benchmark(tmp_path: Path) -> None:
    held = b"x" * (200 << 20)
    program = "held = b'x' * (80 << 20)\nfor n in range(300_000): pass\nraise SystemExit(3)"
    cost = run([sys.executable, "-c", program], cwd=tmp_path)
    assert cost.code == 3
    assert 80 < cost.peak < 120 < len(held) >> 20
    assert 0 < cost.cpu < 5


def test_what_takes_too_long_is_killed(tmp_path: Path) -> None:
    program = "import time\ntime.sleep(60)"
    assert run([sys.executable, "-c", program], cwd=tmp_path, most=0.5).code == -9


@pytest.mark.slow
def test_the_crawl_without_a_ledger_is_the_same_crawl(tmp_path: Path) -> None:
    institute.write(tmp_path / "site", 21)
    with serve(tmp_path / "site") as base:
        url = f"{base}/all/"
        counts = {
            on: durability.crawl(url, tmp_path / str(on), ledger=on)[1] for on in (True, False)
        }
    assert counts == {True: 21, False: 21}


@pytest.mark.parametrize("target", fuzz.TARGETS)
def test_the_fuzzer_finds_no_fault_with_what_it_starts_from(target: str) -> None:
    check, seeds = fuzz.TARGETS[target]
    found = seeds()[:3]
    assert found
    assert [fuzz.fault_of(check, seed) for seed in found] == [None] * len(found)


def test_the_fuzzer_tells_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(_: bytes) -> None:
        raise KeyError("a fault")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(fuzz.TARGETS, "urls", (refuses, lambda: [b"x"]))
    assert fuzz.main(["urls", "--plain", "--seconds", "0.05"]) == 1
    assert list(tmp_path.glob("fuzz-urls-*.bin"))


def test_extraction_is_measured_page_by_page_with_a_site_file_and_without(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert extract.main(["--rounds", "1", "--pages", "3", "--no-peers", "--no-sets"]) == 0
    assert "newscrawl, by rules" in capsys.readouterr().out


def test_no_made_up_page_is_read_worse_for_what_its_siblings_taught(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert learning.main(["--pages", "3", "--families", "webplus", "--no-sets"]) == 0
    printed = capsys.readouterr().out
    assert "made-up notices with slogans: 3 pages" in printed
    assert "0 fields are worse" in printed
