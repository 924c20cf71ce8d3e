"""Fetch a listing and some of its articles, politely, and learn the site from them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from urllib.parse import urlencode

from newscrawl.cli.advice import with_advice
from newscrawl.cli.fetch import BlockedError, Fetched, MissingError, fetch
from newscrawl.errors import NewscrawlError, UsageError
from newscrawl.extract.listing import Listing, Row, extract_listing
from newscrawl.extract.listing.model import Instead
from newscrawl.items import ListingRef, Outcome, Page
from newscrawl.learn import Study
from newscrawl.text.urls import media_type_of

_WANTED = 4  # articles that a site is learnt from
_TRIED = 10  # rows that are tried for them
_SHUT = frozenset((Instead.LOGIN, Instead.CAMPUS, Instead.CHALLENGE))
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
    try:
        fetched = fetch(url)
    except MissingError as error:
        told = with_advice(str(error), url, outcome=Outcome.GONE)
        raise MissingError(told) from error
    kind = (fetched.content_type or "").partition(";")[0].strip().lower()
    if fetched.body.startswith(b"%PDF") or "pdf" in kind:
        raise UsageError(f"{url} is a PDF: give the address of the page that lists the articles")
    if kind and not any(word in kind for word in ("html", "xml", "json", "text/plain")):
        raise UsageError(f"{url} is {kind}: give the address of the page that lists the articles")
    study = Study.of(page_of(fetched))
    last = _behind(study)
    articles = [row for row in last.items if row.kind == "article"]
    if not articles:
        instead = last.instead or study.listing.instead or Instead.OTHER
        refused = BlockedError if instead in _SHUT else UsageError
        raise refused(f"{url}: {with_advice(instead, url, instead=instead.name)}")
    return study, articles


def _behind(study: Study) -> Listing:
    """The listing itself where it has rows, else the data behind it, asked for as a crawl does."""
    listing, looks = study.listing, study.listing.looks
    for _ in range(_LEADING):
        behind = listing.next_page
        if listing.items or behind is None:
            break
        posted = (behind.content or urlencode(behind.form)).encode()
        told = {"Referer": study.page.url, **dict(behind.headers)}
        page = fetch(behind.url, posted=posted if behind.method == "POST" else None, headers=told)
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
