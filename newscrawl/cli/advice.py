"""Advice for an address that cannot be read as a list: one line, the same for all verbs."""

from __future__ import annotations

import shlex
from collections.abc import Mapping

from newscrawl.extract.listing.model import Instead
from newscrawl.items import Outcome
from newscrawl.text.robots import FOR_NOW

_COPY = "open the site's news list in a browser and copy its address"
_OWNER = "newscrawl goes round no wall: ask the site's owner, or try again another day"
_OPEN = "newscrawl logs in nowhere: give a list that anybody can read"
_LATER = "try again later"
_PAGE = "give the address of the page that lists the articles"
_ALONE = (
    "give the address of the list it stands in, or read this one alone: newscrawl extract {url}"
)
BY_KIND: Mapping[str, str] = {
    Instead.ARTICLE.name: _ALONE,
    Instead.FILES.name: _ALONE,
    Instead.FOLDER.name: f"{_COPY}; if they are the articles, a site file's `links` names them",
    Instead.LOGIN.name: _OPEN,
    Instead.CAMPUS.name: "crawl from within it, or give a list that anybody can read",
    Instead.CHALLENGE.name: _OWNER,
    Instead.GONE.name: _COPY,
    Instead.NO_ENTRIES.name: f"is it the right one? Else {_COPY}",
    Instead.BROKEN.name: f"{_LATER}; if it stays so, {_COPY}",
    Instead.ERROR.name: "compare the address with what the site's own page asks for "
    "(a browser's developer tools show it)",
    Instead.BLANK.name: _COPY,
    Instead.NO_DOOR.name: "give the address of the feed or sitemap itself, or of the list",
    Instead.OTHER.name: _COPY,
}
BY_OUTCOME: Mapping[str, str] = {
    Outcome.GONE: f"there is no such page, {_COPY}",
    Outcome.HTTP_4XX: _COPY,
    Outcome.PDF_ONLY: _PAGE,
    Outcome.NOT_HTML: _PAGE,
    Outcome.EMPTY_BODY: _COPY,
    Outcome.RESTRICTED: _OPEN,
    Outcome.BLOCKED: _OWNER,
    Outcome.ROBOTS: "newscrawl obeys: ask the site's owner",
    Outcome.TIMEOUT: f"{_LATER}, or give it more time with --timeout",
    Outcome.HTTP_5XX: f"the server fails, {_LATER}",
    Outcome.NETWORK: f"is the address right? Else {_LATER}",
    Outcome.TRUNCATED: _LATER,
    Outcome.EXTERNAL: "give the address it leads to, if that is the list",
    Outcome.OUT_OF_SCOPE: _COPY,
}


FURTHER = f"does the list end before it? Then all is here; else {_LATER}"
MOVED = f"the list was read here before, was it moved? Then {_COPY}"


def with_advice(
    detail: str, url: str, *, instead: str | None = None, outcome: str | None = None
) -> str:
    """`detail`, which says what was found at `url`, and what to do about it."""
    advice = BY_KIND.get(instead or "") or BY_OUTCOME.get(outcome or "") or ""
    if detail.endswith(FOR_NOW):
        advice = _LATER
    return f"{detail}: {advice.format(url=shlex.quote(url))}" if advice else detail
