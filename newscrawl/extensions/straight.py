"""A request's way through the crawl as one task: fetched, handed to its callback, stored.

Scrapy's own engine makes five tasks and a dozen Deferreds of it, each a turn of the loop, and wraps
every answer of every component for the case that it is one to wait for. Here only what waits is
waited for. Callbacks are plain functions or generators, and there are no spider middlewares.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from functools import partial
from inspect import isawaitable
from typing import Any

from scrapy import Request, signals
from scrapy.core.downloader.middleware import DownloaderMiddlewareManager
from scrapy.core.engine import ExecutionEngine
from scrapy.http import Response
from scrapy.pipelines import ItemPipelineManager
from scrapy.utils.defer import iter_errback, maybe_deferred_to_future
from scrapy.utils.misc import arg_to_iter
from twisted.internet.defer import Deferred
from twisted.python.failure import Failure

_LOGGER = logging.getLogger(__name__)
_ANSWERS = (Response, Request)
_LEAST = 1024  # bytes that any answer counts for, as Scrapy has it


class Engine(ExecutionEngine):
    """Scrapy's engine, with a task for each request."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._tasks: set[asyncio.Task[None]] = set()  # the loop itself may forget them

    def _start_scheduled_request(self) -> bool:
        """Send the next request on its way; False when none may go."""
        assert self._slot
        request = self._slot.scheduler.next_request()
        if request is None:
            self.signals.send_catch_log(signals.scheduler_empty)
            return False
        self._slot.add_request(request)
        self.downloader.active.add(request)
        task = asyncio.get_running_loop().create_task(self._take(request))
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return True

    async def _take(self, request: Request) -> None:
        slot = self._slot
        assert slot
        try:
            result = await self._fetched(request)
            slot.nextcall.schedule()
            if isinstance(result, Request):  # a redirect, or another try
                self.crawl(result)
            else:
                await self._scraped(result, request)
        finally:
            slot.remove_request(request)
            slot.nextcall.schedule()

    async def _fetched(self, request: Request) -> Response | Request | Failure:
        downloader = self.downloader
        try:
            result = await downloader.middleware.download_async(
                downloader._enqueue_request,  # noqa: SLF001 - what `Downloader.fetch` calls
                request,
            )
        except Exception:  # noqa: BLE001 - whatever it was, the request's errback is told
            return _failure()
        finally:
            downloader.active.remove(request)
        if isinstance(result, Response):
            result.request = result.request or request
            assert self.spider
            told = self.logformatter.crawled(result.request, result, self.spider)
            if told:
                _LOGGER.log(told["level"], told["msg"], told["args"])
            self.signals.send_catch_log(
                signals.response_received,
                response=result,
                request=result.request,
                spider=self.spider,
            )
        return result

    async def _scraped(self, result: Response | Failure, request: Request) -> None:
        """Hand an answer to its callback, and what comes of it to the pipelines or the queue."""
        scraper = self.scraper
        assert scraper.slot
        scraper.slot.active.add(request)
        size = len(result.body) if isinstance(result, Response) else 0
        scraper.slot.active_size += max(size, _LEAST)
        try:
            if isinstance(result, Response):
                await self._called_back(result)
            else:
                await scraper._scrape(result, request)  # noqa: SLF001
        finally:
            scraper.slot.finish_response(result, request)
            scraper._check_if_closing()  # noqa: SLF001 - both as `Scraper.enqueue_scrape` does

    async def _called_back(self, response: Response) -> None:
        scraper, request = self.scraper, response.request
        assert request
        rest = _found(request, response)
        for one in iter_errback(rest, scraper.handle_spider_error, request, response):
            if isinstance(one, Request):
                self.crawl(one)
            else:
                await scraper.start_itemproc_async(one, response=response)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            _LOGGER.error("A request broke the engine", exc_info=error)


def _found(request: Request, response: Response) -> Iterator[Any]:
    """What the callback makes of an answer; that it raises is met where it is taken."""
    assert request.callback
    yield from arg_to_iter(request.callback(response, **request.cb_kwargs))


def _failure() -> Failure:
    """The exception that is being handled."""
    return Failure()  # type: ignore[no-untyped-call]


def _to_wait_for(answer: Any) -> Any:
    """What a loop can wait for, of a component that may still give a Deferred."""
    return maybe_deferred_to_future(answer) if isinstance(answer, Deferred) else answer


class Middlewares(DownloaderMiddlewareManager):
    """Scrapy's chain of downloader middlewares, waiting for none that has its answer."""

    def __init__(self, *middlewares: Any, **more: Any) -> None:
        super().__init__(*middlewares, **more)
        self._asked = [*map(self._direct, self.methods["process_request"])]
        self._answering = [*map(self._direct, self.methods["process_response"])]

    def _direct(self, method: Any) -> Any:
        """The method itself, unless it is an old one that wants the spider as well."""
        wants_spider = method in self._mw_methods_requiring_spider
        return partial(self._handle_mw_method, method) if wants_spider else method

    async def _process_request(self, request: Request, download_func: Any) -> Response | Request:
        for method in self._asked:
            answer = method(request=request)
            if answer is not None and not isinstance(answer, _ANSWERS):
                answer = await _to_wait_for(answer)
            if isinstance(answer, _ANSWERS):
                return answer
        response: Response = await download_func(request)
        return response

    async def _process_response(
        self, response: Response | Request, request: Request
    ) -> Response | Request:
        if isinstance(response, Request):
            return response
        for method in self._answering:
            answer = method(request=request, response=response)
            response = answer if isinstance(answer, _ANSWERS) else await _to_wait_for(answer)
            if isinstance(response, Request):
                break
        return response


class Pipelines(ItemPipelineManager):
    """Scrapy's chain of pipelines, likewise."""

    def __init__(self, *pipelines: Any, **more: Any) -> None:
        super().__init__(*pipelines, **more)
        self._taking = [*map(self._direct, self.methods["process_item"])]

    def _direct(self, method: Any) -> Any:
        """The method itself, unless it is an old one that wants the spider as well."""
        if method not in self._mw_methods_requiring_spider:
            return method
        return lambda item: method(item, self._spider)

    async def process_item_async(self, item: Any) -> Any:
        """The item as the last pipeline gave it."""
        for method in self._taking:
            answer = method(item)
            item = await _to_wait_for(answer) if isawaitable(answer) else answer
        return item
