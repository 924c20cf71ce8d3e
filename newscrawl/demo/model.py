"""What a made-up institute is: pages by path, and the truth about each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import parse_qsl

from newscrawl.items import Role, Status

PieceKind = Literal[
    "paragraph", "subtitle", "heading", "image", "caption", "table", "list", "file", "sign", "staff"
]
EntryKind = Literal["article", "external", "attachment", "broken", "bad_link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of a body. `staff` is an editor's line, which is no part of the body's text."""

    kind: PieceKind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    path: str = ""

    def plain(self) -> str:
        """The piece as the body's text has it: rows as lines, cells parted by a tab."""
        if self.kind in {"image", "staff"}:
            return ""
        return "\n".join("\t".join(row) for row in self.rows) if self.rows else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """What the meta line prints. None: no such label; "" or (): the label with nothing after it."""

    authors: tuple[str, ...] | None = None
    source: str | None = None
    publisher: str | None = None
    photographer: str | None = None
    editor: str | None = None
    views: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a right record of one article holds. `path` is its address within the site.

    `body` has one paragraph a part, joined by an empty line; `attachments` are (title, path).
    """

    path: str
    title: str
    subtitles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    credits: tuple[tuple[Role, str], ...] = ()
    source: str | None = None
    source_status: Status = "absent"
    date_published: str | None = None
    breadcrumbs: tuple[str, ...] = ()
    body: str = ""
    attachments: tuple[tuple[str, str], ...] = ()
    images: tuple[str, ...] = ()
    view_count: int | None = None
    view_status: Status = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTruth:
    """One row of a listing page: `target` is a path, or an address outside the site.

    `title` is None where the row has it cut and nothing tells it in full.
    """

    target: str
    title: str | None
    date: str | None
    kind: EntryKind
    pinned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request, as a page that is made on demand sees it."""

    path: str
    query: str = ""
    method: str = "GET"
    body: bytes = b""

    @property
    def args(self) -> dict[str, str]:
        """The query's and the form's fields together."""
        form = self.body.decode("utf-8", "replace") if self.method == "POST" else ""
        both = parse_qsl(self.query, keep_blank_values=True)
        return dict(both + parse_qsl(form, keep_blank_values=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One answer. `cut` > 0: the connection ends that many bytes before the promised end."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: int = 0


Handler = Callable[[Request], Response | None]
NOT_FOUND = Response(
    status=404, headers={"Content-Type": "text/html"}, body=b"<html><h1>404 Not Found</h1></html>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Institute:
    """One made-up institute.

    `listing` is the path of the first listing page and `listings` of all of them; `truth` holds
    each article by its path, `twins` further addresses of articles, and `outcomes` how every other
    found link must end (links as printed, made absolute where they lead out of the site). `rows`
    holds what each listing page lists, by its path; links that cannot be followed are left out.
    """

    name: str
    family: str
    listing: str
    listings: tuple[str, ...]
    truth: Mapping[str, Truth]
    outcomes: Mapping[str, str]
    twins: Mapping[str, str]
    pages: Mapping[str, Response] = field(repr=False)
    handlers: Mapping[str, Handler] = field(default_factory=dict, repr=False)
    rows: Mapping[str, tuple[RowTruth, ...]] = field(default_factory=dict, repr=False)
    total_pages: int = 0

    def get(self, path: str, query: str = "", method: str = "GET", body: bytes = b"") -> Response:
        """The answer to one request; 404 for what is not there."""
        handler = self.handlers.get(path)
        if handler:
            found = handler(Request(path=path, query=query, method=method, body=body))
            if found:
                return found
        return self.pages.get(f"{path}?{query}" if query else path, NOT_FOUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One article before a family prints it. `index` counts from the oldest, which is 0."""

    index: int
    title: str
    published: str
    lines: tuple[Piece, ...]
    subtitles: tuple[str, ...] = ()
    credits: tuple[tuple[Role, str], ...] = ()
    files: tuple[str, ...] = ()
    byline: Byline = field(default_factory=Byline)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the listing, top first. `href` is set only where the row is no article."""

    kind: EntryKind
    title: str
    day: str
    story: Story | None = None
    href: str = ""
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an institute has to show, before a family gives it a shape."""

    family: str
    seed: int
    name: str
    short: str
    stories: tuple[Story, ...]
    entries: tuple[Entry, ...]
    faults: bool
