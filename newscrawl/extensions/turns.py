"""One request of a host at a time, while no host waits for another that is slow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from scrapy import Request
from scrapy.core.downloader import Downloader, Slot
from scrapy.crawler import Crawler
from scrapy.pqueues import DownloaderAwarePriorityQueue, DownloaderInterface
from twisted.internet.defer import Deferred

# Of one host: on its way, behind it, or waiting to be asked again. More of a host that makes us
# wait, and all that Scrapy takes at a time are of that host, while others could be asked.
AT_ONCE = 4


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
    """Scrapy's downloader, which counts a request as active at once, not when its task starts."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.active = _Active(self.get_slot_key)

    def _wait_for_download(
        self, slot: Slot, request: Request, queue_dfd: Deferred[Any]
    ) -> Coroutine[Any, Any, None]:
        slot.transferring.add(request)
        return super()._wait_for_download(slot, request, queue_dfd)


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
