"""Fetch a listing and some of its articles, politely, and learn the site from them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from newscrawl.cli.advice import BY_OUTCOME, with_advice
from newscrawl.cli.fetch import BlockedError, Fetched, FetchError, MissingError, fetch
from newscrawl.errors import NewscrawlError, UsageError
from newscrawl.extract.listing import Listing, Row, extract_listing
from newscrawl.extract.listing.model import Instead
from newscrawl.extract.walls import LOGINS, is_home
from newscrawl.items import ListingRef, Outcome, Page
from newscrawl.learn import Study
from newscrawl.text.magic import PDF, binary_kind
from newscrawl.text.urls import media_type_of

_WANTED = 4  # articles that a site is learnt from
_TRIED = 10  # rows that are tried for them
_READABLE = ("html", "xml", "json", "text/plain")
_ERRORS: Mapping[Instead, type[NewscrawlError]] = {
    Instead.LOGIN: BlockedError,
    Instead.CAMPUS: BlockedError,
    Instead.CHALLENGE: BlockedError,
    Instead.BROKEN: FetchError,
}
_OUTCOMES: Mapping[type[NewscrawlError], Outcome] = {
    MissingError: Outcome.GONE,
    BlockedError: Outcome.BLOCKED,
    FetchError: Outcome.TRUNCATED,
}
_LEADING = 3  # pages without rows that may stand before the first that has some
Say = Callable[[str], None]


def page_of(fetched: Fetched, listed: ListingRef | None = None) -> Page:
    """A fetched page as extraction takes it, stamped with the time."""
    headers = {"content-type": fetched.content_type} if fetched.content_type else {}
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return Page(url=fetched.url, body=fetched.body, headers=headers, fetched_at=at, listed=listed)


def fetch_listing(url: str) -> tuple[Study, list[Row]]:
    """The listing at `url`, read, and its articles' rows.

    Where the page fills its list from data behind it, the rows are those of the data. Raises
    UsageError, in one line, for what is no listing, BlockedError where it is shut.
    """
    fetched = _fetch(url)
    if fetched.url != url and is_home(fetched.url) and not is_home(url):
        raise MissingError(with_advice(f"{url}: sent to the home page", url, outcome=Outcome.GONE))
    kind = (fetched.content_type or "").partition(";")[0].strip().lower()
    found = PDF if "pdf" in kind else binary_kind(fetched.body)
    if found or (kind and not any(word in kind for word in _READABLE)):
        raise UsageError(f"{url} is {found or kind}: {BY_OUTCOME[Outcome.NOT_HTML]}")
    study = Study.of(page_of(fetched))
    last = _behind(study)
    articles = [row for row in last.items if row.kind == "article"]
    if not articles:
        instead = last.instead or study.listing.instead or Instead.OTHER
        told = f"{url}: {with_advice(instead, url, instead=instead.name)}"
        raise _ERRORS.get(instead, UsageError)(told)
    return study, articles


def _fetch(url: str, **asked: Any) -> Fetched:
    """What stands at `url`; an error says what to do as well."""
    try:
        fetched = fetch(url, **asked)
    except (MissingError, BlockedError, FetchError) as error:
        raise type(error)(with_advice(str(error), url, outcome=_OUTCOMES[type(error)])) from error
    _refuse_login(url, fetched.url)
    return fetched


def _refuse_login(url: str, leads_to: str) -> None:
    """Raise BlockedError where a page sends its reader to a login."""
    if leads_to != url and LOGINS.search(leads_to.partition("?")[0]):
        told = f"{url}: sent to the login {leads_to}"
        raise BlockedError(with_advice(told, url, outcome=Outcome.RESTRICTED))


def _behind(study: Study) -> Listing:
    """The listing itself where it has rows, else the data behind it, asked for as a crawl does."""
    listing, looks = study.listing, study.listing.looks
    for _ in range(_LEADING):
        behind = listing.next_page
        if listing.items or behind is None:
            break
        _refuse_login(study.page.url, behind.url)
        posted = (behind.content or urlencode(behind.form)).encode()
        told = {"Referer": study.page.url, **dict(behind.headers)}
        try:
            page = _fetch(
                behind.url, posted=posted if behind.method == "POST" else None, headers=told
            )
        except MissingError:
            break  # what the page leads to is none of the list's
        listing = extract_listing(
            page.body, page.url, content_type=page.content_type, posted=posted, looks=looks
        )
        looks = looks.or_else(listing.looks)
    return listing


def fetch_articles(listing: str, rows: Sequence[Row], delay: float, say: Say) -> list[Study]:
    """Up to four articles of a listing, a pause before each; what is no article is passed over.

    Rows are taken from all over the page: neighbours may be reposts of one template.
    """
    found: list[Study] = []
    for row in _spread(rows):
        if media_type_of(row.url) is not None:
            continue
        time.sleep(delay)
        try:
            fetched = fetch(row.url)
        except NewscrawlError as error:
            say(f"passed over: {error}")
            continue
        listed = ListingRef(url=listing, title=row.title, date=row.date)
        study = Study.of(page_of(fetched, listed))
        if study.is_article:
            found.append(study)
            say(f"read {row.url}")
        else:
            say(f"passed over: {row.url} is no article")
        if len(found) == _WANTED:
            break
    return found


def _spread(rows: Sequence[Row]) -> Iterator[Row]:
    step = max(1, len(rows) // _WANTED)
    order = sorted(range(len(rows)), key=lambda n: (n % step, n))
    return (rows[n] for n in order[:_TRIED])
