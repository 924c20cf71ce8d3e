"""One request of a host on its way at a time, and no host waits for another that is slow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Coroutine, Iterable
from typing import Any

from scrapy import Request
from scrapy.core.downloader import Downloader, Slot
from scrapy.crawler import Crawler
from scrapy.pqueues import DownloaderAwarePriorityQueue, DownloaderInterface
from twisted.internet.defer import Deferred

# Of one host: on its way, behind it, or waiting to be asked again. More of a host that makes us
# wait, and all that Scrapy takes at a time are of that host, while others could be asked.
AT_ONCE = 4


class OneByOneDownloader(Downloader):
    """Scrapy's, which counts a request as under way when its task starts: a whole queue later."""

    def _wait_for_download(
        self, slot: Slot, request: Request, queue_dfd: Deferred[Any]
    ) -> Coroutine[Any, Any, None]:
        slot.transferring.add(request)
        return super()._wait_for_download(slot, request, queue_dfd)


class _Busy(DownloaderInterface):
    """Counts what was handed out, not what has reached its host's queue by now."""

    def stats(self, possible_slots: Iterable[str]) -> list[tuple[int, str]]:
        busy = Counter(map(self.get_slot_key, self.downloader.active))
        return [(busy[slot], slot) for slot in possible_slots]


class FairQueue(DownloaderAwarePriorityQueue):
    """Scrapy's, which takes the hosts in turn, but hands out none of a host that is busy."""

    def __init__(self, crawler: Crawler, *args: Any, **more: Any) -> None:
        super().__init__(crawler, *args, **more)
        self._downloader_interface = _Busy(crawler)

    def pop(self) -> Request | None:
        """The next request, None while all hosts that have some are busy."""
        busy = self._downloader_interface.stats(self.pqueues)
        return None if all(n >= AT_ONCE for n, _ in busy) else super().pop()
