"""Pages that are read in other processes: the same records, and nobody left behind."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest

from newscrawl.extract.article import Reading
from newscrawl.items import Page
from newscrawl.sites.model import Site
from newscrawl.spiders.reader import Reader
from newscrawl.workers import ReadingRoom, Task, read, room
from newscrawl.workers.pool import Pool
from tests.crawl.conftest import environment
from tests.spiders.jobs import JOB, NOW, pages

# Starts a worker, says its number, and waits for its own end.
_PARENT = """
import asyncio, sys, time
from datetime import UTC, datetime
from newscrawl.items import Page
from newscrawl.workers import Task
from newscrawl.workers.pool import Pool
pool = Pool(1)
page = Page(url="http://127.0.0.1/a.htm", body=b"<html><body><p>text</p></body></html>")
asyncio.run(pool.read(Task(page=page, site=None, learnt=True, now=datetime.now(UTC))))
print(pool.children[0].pid, flush=True)
time.sleep(60)
"""


def task(page: Page, site: Site | None = None) -> Task:
    return Task(page=page, site=site, learnt=site is None, now=NOW)


@pytest.fixture
def pressed(monkeypatch: pytest.MonkeyPatch) -> Iterator[ReadingRoom]:
    """A room whose workers start at once, on any machine."""
    monkeypatch.setattr(room, "cores", lambda: 3)
    monkeypatch.setattr(room, "_ENOUGH", 0.0)
    monkeypatch.setattr(room, "_SHARE", -1.0)
    made = ReadingRoom(2)
    yield made
    made.close()


async def read_all(made: ReadingRoom, reader: Reader, found: Sequence[Page]) -> list[Reading]:
    done: list[Reading] = []

    async def one(page: Page) -> None:
        asked = reader.task(page, NOW)
        done.append(reader.take(asked, await made.read(asked)))

    await asyncio.gather(*map(one, found))
    return done


def test_many_pages_at_once_are_learnt_from_and_read_as_one_after_the_other(
    pressed: ReadingRoom,
) -> None:
    found = pages("trs", 12)
    reader = Reader([JOB])
    one_by_one = [reader.read(page, NOW) for page in found]
    at_once = asyncio.run(read_all(pressed, Reader([JOB]), found))
    assert pressed.has_workers
    assert at_once == one_by_one


def test_a_page_that_nobody_waits_for_any_more_keeps_no_other_from_its_record(
    pressed: ReadingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It tore down the page before it, whose end it waited for."""
    first, second, third = (task(page) for page in pages("trs", 3))

    class Slow(Pool):
        go = asyncio.Event()

        async def read(self, task: Task) -> Reading:
            if task is first:
                await self.go.wait()
            return read(task)

    async def reads() -> list[Reading]:
        await pressed.read(first)  # from the second page on there are workers
        waiting = [asyncio.ensure_future(pressed.read(one)) for one in (first, second, third)]
        for _ in range(5):
            await asyncio.sleep(0)
        waiting[1].cancel()
        Slow.go.set()
        return [await waiting[0], await waiting[2]]

    monkeypatch.setattr(room, "Pool", Slow)
    assert asyncio.run(reads()) == [read(first), read(third)]


def test_what_a_site_file_describes_is_read_here(pressed: ReadingRoom) -> None:
    (page,) = pages("trs", 1)
    asyncio.run(pressed.read(task(page)))  # from the second page on there may be workers
    assert not pressed.has_workers
    asyncio.run(pressed.read(task(page, Site(id="www.institute.example"))))
    assert not pressed.has_workers


def test_a_crawl_that_waits_for_its_host_has_no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "cores", lambda: 3)
    monkeypatch.setattr(room, "_ENOUGH", 0.0)
    made = ReadingRoom(2)
    (page,) = pages("trs", 1)
    for _ in range(3):
        asyncio.run(made.read(task(page)))
        time.sleep(0.1)
    assert not made.has_workers


@pytest.mark.parametrize("cores", [1, 2])
def test_where_no_third_processor_is_everything_is_read_here(
    monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    monkeypatch.setattr(room, "cores", lambda: cores)
    monkeypatch.setattr(room, "_ENOUGH", 0.0)
    made = ReadingRoom(2)
    for page in pages("trs", 3):
        asyncio.run(made.read(task(page)))
    assert not made.has_workers


def test_the_page_of_a_worker_that_was_killed_is_read_all_the_same() -> None:
    pool = Pool(1)
    (page,) = pages("trs", 1)

    async def reads() -> list[Reading]:
        first = await pool.read(task(page))
        os.kill(pool.children[0].pid, signal.SIGKILL)
        pool.children[0].wait()
        return [first, await pool.read(task(page)), await pool.read(task(page))]

    try:
        first, second, third = asyncio.run(reads())
    finally:
        pool.close()
    assert first == second == third


def test_a_page_whose_worker_answers_something_else_is_read_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As one does that started after newscrawl was upgraded under a crawl."""
    answer = [sys.executable, "-c", "for line in iter(input, ''): print('{}', flush=True)"]
    start = partial(subprocess.Popen, answer, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    monkeypatch.setattr("newscrawl.workers.pool._start", start)
    pool = Pool(1)
    (page,) = pages("trs", 1)
    try:
        assert asyncio.run(pool.read(task(page))) == read(task(page))
    finally:
        pool.close()


def test_what_breaks_a_worker_is_raised_here() -> None:
    pool = Pool(1)
    (page,) = pages("trs", 1)
    broken = replace(page, body=cast("Any", 7))
    try:
        with pytest.raises(TypeError):
            asyncio.run(pool.read(task(broken)))
        assert asyncio.run(pool.read(task(page))).keep
    finally:
        pool.close()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_workers_end_with_the_crawl_whatever_ends_it(number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _PARENT], stdout=subprocess.PIPE, env=environment()
    ) as parent:
        assert parent.stdout
        worker = int(parent.stdout.readline())
        parent.send_signal(number)
        parent.wait(10)
    until = time.monotonic() + 10
    while Path(f"/proc/{worker}").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}").exists()


def test_a_signal_to_the_whole_group_leaves_the_work_to_the_parent() -> None:
    pool = Pool(1)
    (page,) = pages("trs", 1)

    async def reads() -> tuple[Reading, Reading]:
        first = await pool.read(task(page))
        os.kill(pool.children[0].pid, signal.SIGINT)
        return first, await pool.read(task(page))

    try:
        first, second = asyncio.run(reads())
        assert first == second
        assert len(pool.children) == 1
    finally:
        pool.close()
