"""The outcome of a response, as far as HTTP and the first bytes tell; None: a page to read.

The rules for walls stand in `newscrawl.extract.walls`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from http import HTTPStatus
from urllib.parse import urlsplit

from newscrawl.extract.walls import LOGINS, is_home, wall_before
from newscrawl.items import Outcome
from newscrawl.text.magic import PDF, binary_kind

Verdict = tuple[Outcome, str]


_REDIRECTS, _CLIENT_ERRORS, _SERVER_ERRORS = range(300, 400), range(400, 500), range(500, 600)
# What WordPress's interface says of the page after the last.
_BEHIND_THE_LAST = b"rest_post_invalid_page_number"
_ANSWER = 400  # bytes of an answer
_ROWS_TYPES = re.compile("json|gzip")
_HTML_TYPES = ("html", "text/plain", "application/octet-stream", "xml", "application/x-")


def judge_response(
    status: int,
    headers: Mapping[str, str],
    body: bytes,
    *,
    close_delimited: bool = False,
    listing: bool = False,
) -> Verdict | None:
    """The outcome of a final response (redirects followed), or None for a page to read.

    `listing`: rows may also come as JSON or as a packed sitemap.
    """
    wall = wall_before(status, body)
    if wall:
        return Outcome.BLOCKED, f"{status}, {wall}"
    if listing and status == HTTPStatus.BAD_REQUEST and _BEHIND_THE_LAST in body[:_ANSWER]:
        return Outcome.GONE, "no such page of the list"
    kind = headers.get("content-type", "").lower()
    found = _by_status(status) or _by_kind(
        "" if listing and _ROWS_TYPES.search(kind) else kind, body
    )
    if found is None and close_delimited and is_cut(body):
        return Outcome.TRUNCATED, "the connection closed before </html>"
    return found


def judge_redirect(url: str, requested: str, listings: Collection[str]) -> Verdict | None:
    """The outcome of an article that redirected to a login, or to the home or list page."""
    if url == requested:
        return None
    login = judge_login(url, requested)
    if login:
        return login
    if url in listings:
        return Outcome.GONE, "sent back to the list"
    return judge_sent_home(url, requested)


def judge_sent_home(url: str, requested: str) -> Verdict | None:
    """The outcome of an address that redirected to the home page: there is no such page."""
    if is_home(url) and not is_home(requested):
        return Outcome.GONE, "sent to the home page"
    return None


def judge_login(url: str, requested: str) -> Verdict | None:
    """The outcome of an address that redirected to a login."""
    parts = urlsplit(url)
    if url != requested and LOGINS.search(f"{parts.netloc}{parts.path}"):
        return Outcome.RESTRICTED, f"sent to the login {url}"[:300]
    return None


def is_cut(body: bytes) -> bool:
    """Whether a page opens <html> and never closes it."""
    return b"<html" in body[:4096].lower() and b"</html" not in body[-4096:].lower()


def _by_kind(kind: str, body: bytes) -> Verdict | None:
    name = binary_kind(body)
    if name:
        return (Outcome.PDF_ONLY if name == PDF else Outcome.NOT_HTML), name
    if "pdf" in kind:
        return Outcome.PDF_ONLY, kind[:80]
    if kind and not any(one in kind for one in _HTML_TYPES):
        return Outcome.NOT_HTML, kind[:80]
    return None if body[:16].lstrip() else (Outcome.EMPTY_BODY, "an answer without a body")


def _by_status(status: int) -> Verdict | None:
    if status in {200, 203}:
        return None
    if status in {404, 410}:
        return Outcome.GONE, str(status)
    if status in _CLIENT_ERRORS:
        return Outcome.HTTP_4XX, str(status)
    if status in _SERVER_ERRORS:
        return Outcome.HTTP_5XX, str(status)
    if status in _REDIRECTS:
        return Outcome.NETWORK, f"a redirect that leads nowhere ({status})"
    return Outcome.NETWORK, f"an answer {status}"
