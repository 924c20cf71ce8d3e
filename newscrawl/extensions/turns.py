"""One request of a host at a time, while no host waits for another that is slow."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from time import monotonic
from typing import Any, cast

from scrapy import Request, signals
from scrapy.core.downloader import Downloader, Slot
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.pqueues import DownloaderAwarePriorityQueue, DownloaderInterface
from scrapy.utils.asyncio import call_later

from newscrawl.extensions.straight import Middlewares

Turn = asyncio.Future[None]

# Of one host: on its way, behind it, or waiting to be asked again. More of a host that makes us
# wait, and all that Scrapy takes at a time are of that host, while others could be asked.
AT_ONCE = 4
_BEHIND_SCHEME = len("https://")


class _Active(set[Request]):
    """Requests under way, counted by host: counting anew for hundreds of hosts is slow."""

    def __init__(self, slot_of: Callable[[Request], str]) -> None:
        super().__init__()
        self.by_slot: Counter[str] = Counter()
        self._slot_of = slot_of
        self._slots: dict[Request, str] = {}

    def add(self, request: Request) -> None:
        super().add(request)
        self._slots[request] = slot = self._slot_of(request)
        self.by_slot[slot] += 1

    def remove(self, request: Request) -> None:
        super().remove(request)
        slot = self._slots.pop(request)
        self.by_slot[slot] -= 1
        if not self.by_slot[slot]:
            del self.by_slot[slot]


class OneByOneDownloader(Downloader):
    """Scrapy's downloader, which counts a request as active at once, not when its task starts.

    A request that has its turn is sent by the task that waited for it.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.active = _Active(self.get_slot_key)
        self.middleware = Middlewares(*self.middleware.middlewares, crawler=crawler)
        self._names: dict[str, str] = {}

    def get_slot_key(self, request: Request) -> str:
        """As Scrapy has it; asked three times a request, it takes an origin apart once."""
        told: str | None = request.meta.get(self.DOWNLOAD_SLOT)
        if told is not None:
            return told
        end = request.url.find("/", _BEHIND_SCHEME)
        origin = request.url[:end] if end > 0 else request.url
        if origin not in self._names:
            self._names[origin] = super().get_slot_key(request)
        return self._names[origin]

    async def _enqueue_request(self, request: Request) -> Response:
        key, slot = self._get_slot(request)
        request.meta[self.DOWNLOAD_SLOT] = key
        slot.active.add(request)
        told: Mapping[str, Any] = {"request": request, "spider": self.crawler.spider}
        self.signals.send_catch_log(signals.request_reached_downloader, **told)
        turn: Any = asyncio.get_running_loop().create_future()
        slot.queue.append((request, turn))
        self._process_queue(slot)
        try:
            await turn
            return await self._download(slot, request)
        finally:
            slot.active.remove(request)

    def _process_queue(self, slot: Slot) -> None:
        if slot.latercall:
            return
        now, delay = monotonic(), slot.download_delay()
        wait = slot.lastseen + delay - now
        if delay and wait > 0:
            slot.latercall = call_later(wait, self._latercall, slot)
            return
        while slot.queue and slot.free_transfer_slots() > 0:
            slot.lastseen = now
            request, turn = slot.queue.popleft()
            slot.transferring.add(request)
            cast("Turn", turn).set_result(None)
            if delay:  # the next one has to wait for it
                self._process_queue(slot)
                break


class _Busy(DownloaderInterface):
    """Counts requests that were handed out, not only those that reached their host's queue."""

    def stats(self, possible_slots: Iterable[str]) -> list[tuple[int, str]]:
        busy = self.by_slot.get
        return [(busy(slot, 0), slot) for slot in possible_slots]

    @property
    def by_slot(self) -> Counter[str]:
        active = self.downloader.active
        if isinstance(active, _Active):
            return active.by_slot
        return Counter(map(self.get_slot_key, active))  # of a project's own downloader


class FairQueue(DownloaderAwarePriorityQueue):
    """Scrapy's queue, which takes the hosts in turn but skips hosts with a request under way."""

    def __init__(self, crawler: Crawler, *args: Any, **more: Any) -> None:
        super().__init__(crawler, *args, **more)
        self._downloader_interface = self._busy = _Busy(crawler)

    def pop(self) -> Request | None:
        """The next request; None while all hosts that have some are busy."""
        busy = self._busy.by_slot.get
        return None if all(busy(slot, 0) >= AT_ONCE for slot in self.pqueues) else super().pop()
