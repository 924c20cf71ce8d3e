"""How a response ended, as far as HTTP and its first look say; None: it is a page to read.

Walls are recorded, never climbed. The tables say where each was seen.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from newscrawl.items import Outcome
from newscrawl.text.magic import PDF, binary_kind

Verdict = tuple[Outcome, str]


@dataclass(frozen=True, slots=True)
class Wall:
    """A protection product: the statuses it answers with and what its page looks like."""

    name: str
    statuses: frozenset[int]
    page: re.Pattern[bytes] | None = None


WALLS = (
    # universities, customs, health and drug authorities: 412 or 202, a script with $_ts
    Wall("Ruishu", frozenset({412})),
    Wall("Ruishu", frozenset({200, 202}), re.compile(rb"\$_ts(?:=|\.cd|\.nsd|\[)")),
    # sites behind the "Jiasule" delivery network: 521 and a cookie set by script
    Wall("Jiasule", frozenset({521})),
    Wall("Jiasule", frozenset({200}), re.compile(rb"document\.cookie.{0,40}__jsl", re.DOTALL)),
    # 200 or 405 with a script that computes the acw_sc__v2 cookie
    Wall(
        "Aliyun WAF",
        frozenset({200, 405}),
        re.compile(rb"var\s{1,9}arg1\s{0,9}=\s{0,9}['\"][0-9A-Fa-f]|acw_sc__v2|aliyun_waf"),
    ),
    # ministries that want a browser's User-Agent and Referer
    Wall("forbidden", frozenset({401, 403, 405, 407})),
    Wall("asked too often", frozenset({429})),
)
# Statuses that are a refusal whatever the page says.
REFUSALS = frozenset().union(*(wall.statuses for wall in WALLS if wall.page is None))
# A challenge is a small page; an article that writes about one is not looked at.
_CHALLENGE_BYTES = 64 * 1024
# Campus-only articles: where the redirect leads (universities on four CMS families).
LOGINS = re.compile(
    r"/cas/login|caslogin\.jsp|webvpn|atrust|/authserver/login|/sso/login|/login(?:\.\w+)?$",
    re.IGNORECASE,
)
_HOMES = re.compile(r"^/?(?:index|default|main)?(?:\.\w{2,5})?$", re.IGNORECASE)
_CLIENT_ERRORS, _SERVER_ERRORS = range(400, 500), range(500, 600)
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
    wall = _wall(status, body)
    if wall:
        return Outcome.BLOCKED, f"{status}, {wall}"
    kind = headers.get("content-type", "").lower()
    found = _by_status(status) or _by_kind(
        "" if listing and _ROWS_TYPES.search(kind) else kind, body
    )
    if found is None and close_delimited and is_cut(body):
        return Outcome.TRUNCATED, "the connection closed before </html>"
    return found


def judge_redirect(url: str, requested: str, listings: Collection[str]) -> Verdict | None:
    """An article's address that led elsewhere: to a login, or back to the home or list page."""
    if url == requested:
        return None
    parts, asked = urlsplit(url), urlsplit(requested)
    if LOGINS.search(f"{parts.netloc}{parts.path}"):
        return Outcome.RESTRICTED, f"sent to {url}"[:300]
    if url in listings:
        return Outcome.GONE, "sent back to the list"
    if _HOMES.match(parts.path) and not parts.query and not _HOMES.match(asked.path):
        return Outcome.GONE, "sent to the home page"
    return None


def is_cut(body: bytes) -> bool:
    """Whether a page opens <html> and never closes it."""
    return b"<html" in body[:4096].lower() and b"</html" not in body[-4096:].lower()


def _wall(status: int, body: bytes) -> str | None:
    for wall in WALLS:
        if status not in wall.statuses:
            continue
        if wall.page is None or (len(body) < _CHALLENGE_BYTES and wall.page.search(body)):
            return wall.name
    return None


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
    return Outcome.NETWORK, f"an answer {status}"
