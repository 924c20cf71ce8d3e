"""Fetch a listing and some of its articles, politely, and learn the site from them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from newscrawl.cli.fetch import Fetched, fetch
from newscrawl.errors import NewscrawlError, UsageError
from newscrawl.extract.article.verdict import judge
from newscrawl.extract.listing import Row
from newscrawl.items import ListingRef, Outcome, Page
from newscrawl.learn import Study
from newscrawl.text.urls import media_type_of

_WANTED = 4
_TRIED = 10
_WALLS = {
    Outcome.RESTRICTED: "asks to log in or answers campus addresses only: newscrawl does neither",
    Outcome.BLOCKED: "is behind a challenge that only a browser passes: ask the site's owner",
    Outcome.SOFT_404: "says that the page does not exist: open the list in a browser, copy its URL",
}
# What the listing reader says of a page, and what the user can do about it.
_ADVICE = (
    (
        "article",
        "is one article (or a page of text), not a list: give the address of the list it stands in",
    ),
    ("login", "is a login page: give a list that anybody can read"),
    ("script", "draws its list by a script: give the address of the data behind it (JSON, feed)"),
    ("empty", "is an empty page: open it in a browser and copy the address of the list"),
)
_NO_LIST = "holds no list of articles: open the site's news list and copy its address"

Say = Callable[[str], None]


def page_of(fetched: Fetched, listed: ListingRef | None = None) -> Page:
    """A fetched page as extraction takes it, stamped with the time."""
    headers = {"content-type": fetched.content_type} if fetched.content_type else {}
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return Page(url=fetched.url, body=fetched.body, headers=headers, fetched_at=at, listed=listed)


def fetch_listing(url: str) -> tuple[Study, list[Row]]:
    """The listing at `url`, read, and its articles' rows.

    Where the page fills its list from data behind it, the rows are those of the data. Raises
    UsageError, in one line, for what is no listing.
    """
    fetched = fetch(url)
    kind = (fetched.content_type or "").partition(";")[0].strip().lower()
    if fetched.body.startswith(b"%PDF") or "pdf" in kind:
        raise UsageError(f"{url} is a PDF: give the address of the page that lists the articles")
    if kind and not any(word in kind for word in ("html", "xml", "json", "text/plain")):
        raise UsageError(f"{url} is {kind}: give the address of the page that lists the articles")
    study = Study.of(page_of(fetched))
    rows, behind = study.listing.items, study.listing.next_page
    if not rows and behind is not None and behind.method == "GET":
        rows = Study.of(page_of(fetch(behind.url))).listing.items
    articles = [row for row in rows if row.kind == "article"]
    if not articles:
        raise UsageError(f"{url} {_what_it_is(study)}")
    return study, articles


def _what_it_is(study: Study) -> str:
    outcome, _, _ = judge(study.document, study.article)
    if outcome in _WALLS:
        return _WALLS[outcome]
    said = " ".join(study.listing.issues)
    return next((advice for word, advice in _ADVICE if word in said), _NO_LIST)


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
