"""One task takes a request its whole way; what breaks on it is this request's and no other's."""

from __future__ import annotations

import asyncio
from typing import Any, TypeVar

import pytest
from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.http import Response
from scrapy.utils.test import get_crawler
from twisted.internet.defer import Deferred

from newscrawl.extensions.straight import Middlewares, Pipelines

T = TypeVar("T")
PAGE = Request("http://a.example/1.htm")


class AtOnce:
    """Has its answers ready."""

    def process_request(self, request: Request) -> None:
        request.meta["seen"] = ["at once"]

    def process_response(self, request: Request, response: Response) -> Response:
        return response.replace(headers={"Seen": request.meta["seen"]})

    def process_item(self, item: str) -> str:
        return f"{item}, at once"


class Later:
    """Has to be waited for."""

    async def process_request(self, request: Request) -> None:
        await asyncio.sleep(0)
        request.meta["seen"].append("later")

    async def process_response(self, request: Request, response: Response) -> Response:
        await asyncio.sleep(0)
        assert request is PAGE
        return response

    async def process_item(self, item: str) -> str:
        await asyncio.sleep(0)
        return f"{item}, later"


class Classic:
    """As Scrapy's guide showed it for years: with the spider, and an answer that is a Deferred."""

    def process_request(self, request: Request, spider: Spider) -> Deferred[None]:
        return much_later(None)

    def process_response(
        self, request: Request, response: Response, spider: Spider
    ) -> Deferred[Response]:
        return much_later(response.replace(headers={"Seen": spider.name}))

    def process_item(self, item: str, spider: Spider) -> Deferred[str]:
        return much_later(f"{item}, for {spider.name}")


def much_later(answer: T) -> Deferred[T]:
    deferred: Deferred[T] = Deferred()
    asyncio.get_running_loop().call_soon(deferred.callback, answer)
    return deferred


class Again:
    """Asks again, whatever the answer is."""

    def process_response(self, request: Request, response: Response) -> Request:
        return request.replace(url=f"{response.url}?again")


class Dropping:
    """Takes no item."""

    def process_item(self, item: str) -> str:
        raise DropItem(item)


async def fetched(request: Request) -> Response:
    return Response(request.url)


def crawler_of_theirs() -> Crawler:
    crawler = get_crawler()
    crawler.spider = Spider("theirs")
    return crawler


def sent(*middlewares: object) -> Response | Request:
    chain = Middlewares(*middlewares, crawler=crawler_of_theirs())
    return asyncio.run(chain.download_async(fetched, PAGE))


def piped(*pipelines: object) -> Any:
    chain = Pipelines(*pipelines, crawler=crawler_of_theirs())
    return asyncio.run(chain.process_item_async("item"))


def test_middlewares_answer_at_once_or_are_waited_for() -> None:
    response = sent(AtOnce(), Later())
    assert isinstance(response, Response)
    assert response.headers.getlist("Seen") == [b"at once", b"later"]


def test_a_response_that_leads_to_another_request_goes_no_further() -> None:
    following = sent(AtOnce(), Again())
    assert isinstance(following, Request)
    assert following.url == f"{PAGE.url}?again"


def test_pipelines_answer_at_once_or_are_waited_for() -> None:
    assert piped(AtOnce(), Later()) == "item, at once, later"


@pytest.mark.filterwarnings("ignore:.*requires a spider argument")
def test_a_classic_middleware_is_given_the_spider_and_its_deferred_is_waited_for() -> None:
    response = sent(Classic())
    assert isinstance(response, Response)
    assert response.headers["Seen"] == b"theirs"


@pytest.mark.filterwarnings("ignore:.*requires a spider argument")
def test_a_classic_pipeline_is_given_the_spider_and_its_deferred_is_waited_for() -> None:
    assert piped(AtOnce(), Classic(), Later()) == "item, at once, for theirs, later"


def test_a_dropped_item_goes_no_further() -> None:
    with pytest.raises(DropItem):
        piped(Dropping(), AtOnce())
