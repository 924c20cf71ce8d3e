"""Lists that never end: each is left within three requests of having seen everything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from newscrawl.demo import Institute, Request, serve
from newscrawl.demo.model import Response
from tests.crawl.conftest import Crawl
from tests.crawl.test_doors import held, institute

pytestmark = pytest.mark.slow
LIST, POSTS = "/trap/list", "/trap/posts"
HTML = {"Content-Type": "text/html; charset=utf-8"}
Handler = Callable[[Request], Response]


def page(rows: Iterable[tuple[str, str, str]], following: str, name: str = "下一页") -> Response:
    items = "".join(
        f"<li><a href='{href}'>{title}</a><span>{day[:10]}</span></li>" for href, title, day in rows
    )
    more = f"<div class='page'><a href='{following}'>{name}</a></div>" if following else ""
    body = f"<h2>新闻</h2><ul class='news'>{items}</ul>{more}"
    html = f"<html><title>新闻</title><body>{body}</body></html>"
    return Response(headers=HTML, body=html.encode())


def rows_of(made: Institute, number: int, mark: str = "") -> list[tuple[str, str, str]]:
    """Page `number` of five rows; there are three."""
    some = list(made.truth.items())[(number - 1) * 5 : number * 5] if number < 4 else []
    return [(path + mark, one.title, one.date_published or "") for path, one in some]


def last_page_repeats(made: Institute) -> Handler:
    def answer(asked: Request) -> Response:
        number = int(asked.args.get("page", 1))
        return page(rows_of(made, min(number, 3)), f"{LIST}?page={number + 1}")

    return answer


def empty_pages(made: Institute) -> Handler:
    def answer(asked: Request) -> Response:
        number = int(asked.args.get("page", 1))
        return page(rows_of(made, number), f"{LIST}?page={number + 1}")

    return answer


def pager_goes_round(made: Institute) -> Handler:
    def answer(asked: Request) -> Response:
        number = int(asked.args.get("page", 1))
        return page(rows_of(made, number), f"{LIST}?page={number % 3 + 1}")

    return answer


def redirected_to_the_first(made: Institute) -> Handler:
    def answer(asked: Request) -> Response:
        number = int(asked.args.get("page", 1))
        if number > 3:
            return Response(status=302, headers={"Location": LIST})
        return page(rows_of(made, number), f"{LIST}?page={number + 1}")

    return answer


def sessions(made: Institute, name: str = "sid") -> Handler:
    """A session of its own for every page, in every address."""
    count = iter(range(10_000, 99_999))

    def answer(asked: Request) -> Response:
        number, mark = int(asked.args.get("page", 1)), f"?{name}=a{next(count)}"
        return page(rows_of(made, min(number, 3), mark), f"{LIST}{mark}&page={number + 1}")

    return answer


def sessions_that_nobody_knows(made: Institute) -> Handler:
    return sessions(made, "besuch")


def junk_parameters(made: Institute) -> Handler:
    def answer(asked: Request) -> Response:
        number = int(asked.args.get("page", 1))
        mark = f"?utm_source=p{number}&spm={number}.1&from=list"
        return page(rows_of(made, min(number, 3), mark), f"{LIST}?page={number + 1}&from=p{number}")

    return answer


def calendar(made: Institute) -> Handler:
    """A day a page, for ever; three of them have posts."""

    def answer(asked: Request) -> Response:
        number = int(asked.args.get("day", 1))
        return page(rows_of(made, number), f"{LIST}?day={number + 1}")

    return answer


TRAPS = (
    *(last_page_repeats, empty_pages, pager_goes_round, redirected_to_the_first),
    *(sessions, sessions_that_nobody_knows, junk_parameters, calendar),
)


def trapped(made: Institute, handler: Handler) -> Institute:
    """The institute with such a list; its articles are served whatever their query is."""
    articles: dict[str, Handler] = {
        path: lambda asked: made.pages[asked.path] for path in made.truth
    }
    return replace(made, handlers={**articles, LIST: handler})


@pytest.mark.parametrize("trap", TRAPS)
def test_it_is_left_soon(trap: Callable[[Institute], Handler], crawl: Crawl) -> None:
    made = institute()
    first = list(made.truth)[:15]
    with serve(trapped(made, trap(made))) as server:
        ran = crawl(server.base + LIST)
        asked = [one for one in server.requests.elements() if one.startswith(LIST)]
        total = sum(server.requests.values())
    assert {url.partition("?")[0] for url in held(ran, server.base)} == set(first), ran.err
    # The first page is one of a pager that goes round; a redirect is a request of its own.
    assert len(asked) <= 3 + 3 + (trap is redirected_to_the_first)
    assert total - len(asked) <= 15 + 1, "each article once, and robots.txt"
    assert ran.code == 0


class Everywhere(dict[str, Callable[[Request], Response | None]]):
    """Handlers by path; whatever stands below the list has the list's, and so with the posts."""

    def get(self, path: str, default: Any = None) -> Any:
        """The handler of `path`."""
        above = next((one for one in (LIST, POSTS) if path.startswith(f"{one}/")), path)
        return super().get(above, default)


def folders_in_folders(made: Institute, *, rows_too: bool) -> Institute:
    """A relative way on that the server answers with the list at every depth: /a/a/a/a/."""

    def answer(asked: Request) -> Response:
        if asked.path.endswith(".html"):
            return made.pages["/" + asked.path.replace("more/", "").removeprefix(f"{LIST}/")]
        some = [one for number in (1, 2, 3) for one in rows_of(made, number)]
        rows = [(path.lstrip("/") if rows_too else path, name, day) for path, name, day in some]
        return page(rows, "more/")

    return replace(made, handlers=Everywhere(trapped(made, answer).handlers))


@pytest.mark.parametrize("rows_too", [False, True])
def test_a_path_that_grows_at_every_page_is_left_soon(crawl: Crawl, *, rows_too: bool) -> None:
    made = institute()
    first = list(made.truth)[:15]
    with serve(folders_in_folders(made, rows_too=rows_too)) as server:
        ran = crawl(f"{server.base}{LIST}/")
        total = sum(server.requests.values())
    names = [url.rpartition("/")[2] for url in held(ran, server.base)]
    assert sorted(names) == sorted(path.rpartition("/")[2] for path in first), ran.err
    assert total <= 1 + 15 + 1 + 3
    assert ran.code == 0


def days(made: Institute, *, posts: Sequence[int], back: Callable[[int], bool]) -> Handler:
    """The list of one day by `?date=`; `posts` of each day back from the newest."""
    newest = date(2024, 5, 20)

    def answer(asked: Request) -> Response:
        day = date.fromisoformat(asked.args.get("date", str(newest)))
        at = (newest - day).days
        end = sum(posts[: at + 1])
        some = list(made.truth.items())[end - posts[at] : end] if at < len(posts) else []
        rows = [(path, one.title, one.date_published or "") for path, one in some]
        made_page = page(rows, f"{LIST}?date={day - timedelta(1)}" if back(at) else "", "前一天")
        later = f"<a href='{LIST}?date={day + timedelta(1)}'>后一天</a></body>".encode()
        return replace(made_page, body=made_page.body.replace(b"</body>", later))

    return answer


def test_a_list_of_days_is_walked_back_to_its_first(crawl: Crawl) -> None:
    made = institute()
    posts = (4, 1, 0, 0, 6, 5, 0, 2)
    with serve(trapped(made, days(made, posts=posts, back=lambda at: at < 7))) as server:
        ran = crawl(server.base + LIST)
        asked = [one for one in server.requests.elements() if one.startswith(LIST)]
    assert held(ran, server.base) == set(list(made.truth)[:18]), ran.err
    assert (ran.code, len(asked)) == (0, 8 + 1)


def test_a_list_of_days_without_end_is_left_soon_and_that_is_told(crawl: Crawl) -> None:
    made = institute()
    with serve(trapped(made, days(made, posts=(4, 0, 0, 6, 5), back=lambda _: True))) as server:
        ran = crawl(server.base + LIST)
        asked = [one for one in server.requests.elements() if one.startswith(LIST)]
    assert held(ran, server.base) == set(list(made.truth)[:15]), ran.err
    assert (ran.code, len(asked)) == (6, 5 + 3)
    assert ran.report["targets"][0]["walk"] == "days without posts"
    assert "--max-pages 40 goes on" in ran.err


def test_more_days_without_posts_are_passed_where_a_limit_of_pages_is_set(crawl: Crawl) -> None:
    """A week's holiday; the next run has nothing left to look for."""
    made = institute()
    posts = (4, 0, 0, 0, 0, 0, 0, 0, 6, 5)
    with serve(trapped(made, days(made, posts=posts, back=lambda at: at < 9))) as server:
        assert crawl(server.base + LIST).code == 6
        ran = crawl(server.base + LIST, "--full", "--max-pages", "30")
        assert held(ran, server.base) == set(list(made.truth)[:15]), ran.err
        assert ran.code == 0


@pytest.mark.parametrize("last", [7, 10_000])
def test_a_calendar_by_a_plain_number_is_walked_back_until_three_days_are_empty(
    last: int, crawl: Crawl
) -> None:
    """Days 5000, 4999 … `last` of them; the first seven hold posts, one of them a single one."""
    made = institute()
    posts = (4, 1, 0, 0, 6, 5, 2)

    def answer(asked: Request) -> Response:
        day = int(asked.args.get("d", 5000))
        at = 5000 - day
        end = sum(posts[: at + 1])
        some = list(made.truth.items())[end - posts[at] : end] if at < len(posts) else []
        rows = [(path, one.title, one.date_published or "") for path, one in some]
        return page(rows, f"{LIST}?d={day - 1}" if at + 1 < last else "", "前一天")

    with serve(trapped(made, answer)) as server:
        ran = crawl(server.base + LIST + "?d=5000")
        asked = [one for one in server.requests.elements() if one.startswith(LIST)]
    assert held(ran, server.base) == set(list(made.truth)[:18]), ran.err
    assert ran.code == (6 if last > len(posts) else 0)
    assert len(asked) <= len(posts) + 3


def test_days_of_one_undated_post_each_are_a_list(crawl: Crawl) -> None:
    """Days are folders, and the address of each looks like an article's."""
    made = institute()
    first = date(2024, 5, 1)
    posts = list(made.truth.items())[:6]

    def answer(asked: Request) -> Response:
        day = date.fromisoformat(asked.path.removeprefix(f"{LIST}/").strip("/").replace("/", "-"))
        at = (day - first).days
        rows = [(posts[at][0], posts[at][1].title, "")]
        found = page(rows, f"{LIST}/{day - timedelta(1):%Y/%m/%d}/" if at else "", "前一天")
        later = f"<a href='{LIST}/{day + timedelta(1):%Y/%m/%d}/'>后一天</a></body>".encode()
        return replace(found, body=found.body.replace(b"</body>", later))

    served = replace(made, handlers=Everywhere(trapped(made, answer).handlers))
    with serve(served) as server:
        ran = crawl(f"{server.base}{LIST}/2024/05/06/")
    assert held(ran, server.base) == {path for path, _ in posts}, ran.err
    assert ran.code == 0


def test_articles_without_end_are_left_at_the_budget_and_told(crawl: Crawl) -> None:
    made = institute()

    def endless(asked: Request) -> Response:
        number = int(asked.args.get("page", 1))
        rows = [
            (f"{POSTS}/{number}{n}.html", f"第{number}页的第{n}篇报道", f"2024-03-{10 + n}")
            for n in range(3)
        ]
        return page(rows, f"{LIST}?page={number + 1}")

    def post(_: Request) -> Response:
        return made.pages[min(made.truth)]

    served = replace(made, handlers=Everywhere({LIST: endless, POSTS: post}))
    with serve(served) as server:
        ran = crawl(server.base + LIST)
        asked = sum(n for one, n in server.requests.items() if one.startswith(LIST))
    assert (ran.code, asked) == (6, 201)
    assert "a trap?" in ran.err
