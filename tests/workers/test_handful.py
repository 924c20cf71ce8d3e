"""Pages wait for each other, but not long, not in great numbers, and they keep their order."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from newscrawl.workers import Handful


async def _pass(door: Handful, sizes: Sequence[int], *, seconds: float = 0.0) -> list[int]:
    """The numbers of those that were let through after so many seconds, in their order."""
    through: list[int] = []

    async def one(number: int, size: int) -> None:
        await door.turn(size)
        through.append(number)

    tasks = [asyncio.ensure_future(one(*told)) for told in enumerate(sizes)]
    for _ in range(5):
        await asyncio.sleep(seconds / 5)
    for task in tasks:
        task.cancel()
    return through


def test_as_many_as_make_a_handful_go_together_in_the_order_they_came() -> None:
    assert asyncio.run(_pass(Handful(3, 60), [1, 1])) == []
    assert asyncio.run(_pass(Handful(3, 60), [1, 1, 1])) == [0, 1, 2]
    assert asyncio.run(_pass(Handful(3, 60), [1] * 7)) == list(range(7))


def test_who_comes_alone_waits_a_moment_only() -> None:
    assert asyncio.run(_pass(Handful(3, 0.01), [1], seconds=0.3)) == [0]


def test_a_huge_page_waits_for_nobody_and_takes_along_who_waits() -> None:
    assert asyncio.run(_pass(Handful(8, 60), [1, 2 << 20])) == [0, 1]


def test_who_waits_no_more_keeps_nobody_else() -> None:
    async def cancelled() -> list[int]:
        door = Handful(2, 60)
        gone = asyncio.ensure_future(door.turn(1))
        await asyncio.sleep(0)
        gone.cancel()
        with suppress(asyncio.CancelledError):
            await gone
        return await _pass(door, [1])

    assert asyncio.run(cancelled()) == [0]
