"""Gathers the pages of one institute and the truth about them while a family prints it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from urllib.parse import urljoin

from newscrawl.demo.markup import render
from newscrawl.demo.model import (
    Byline,
    Entry,
    Handler,
    Institute,
    Piece,
    Plan,
    Response,
    RowTruth,
    Story,
    Truth,
)
from newscrawl.items import Credit, Role, Status

PLACEHOLDERS = {"本站原创", "未知"}
PIXEL = bytes.fromhex(
    "47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b"
)


class Maker:
    """One institute in the making. `precision` is how exactly its pages print the time."""

    def __init__(
        self,
        plan: Plan,
        *,
        crumbs: tuple[str, ...],
        encoding: str = "utf-8",
        content_type: str = "text/html",
        precision: str = "day",
    ) -> None:
        self.plan = plan
        self.crumbs = crumbs
        self.encoding = encoding
        self.content_type = content_type
        self.precision = precision
        self.pages: dict[str, Response] = {}
        self.truth: dict[str, Truth] = {}
        self.outcomes: dict[str, str] = {}
        self.twins: dict[str, str] = {}
        self.handlers: dict[str, Handler] = {}
        self.listed: dict[str, tuple[RowTruth, ...]] = {}

    def page(self, path: str, html: str, *, cut: int = 0) -> None:
        """Put one page under its path."""
        body = html.encode(self.encoding)
        headers = {"Content-Type": self.content_type}
        self.pages[path] = Response(headers=headers, body=body, cut=cut)

    def file(self, path: str, media_type: str, body: bytes = b"made up") -> None:
        """Put a file under its path."""
        self.pages[path] = Response(headers={"Content-Type": media_type}, body=body)

    def printed(self, story: Story) -> str:
        """The publication time, ISO 8601, as precise as the pages print it."""
        if self.precision == "day":
            return story.published[:10]
        exact = story.published if self.precision == "second" else f"{story.published[:16]}:00"
        return f"{exact}+08:00"

    def article(
        self,
        story: Story,
        path: str,
        byline: Byline,
        pieces: tuple[Piece, ...],
        files: tuple[tuple[str, str], ...] = (),
        twins: Iterable[str] = (),
    ) -> None:
        """Record the truth about one article: `byline` and `pieces` as its page prints them."""
        self.truth[path] = truth_of(
            story,
            path,
            byline,
            pieces,
            files,
            date=self.printed(story),
            crumbs=self.crumbs,
        )
        for twin in twins:
            self.twins[twin] = path
        for piece in pieces:
            if piece.kind == "image":
                self.file(urljoin(path, piece.path), "image/gif", PIXEL)
        for _, file in files:
            self.file(file, "application/octet-stream")

    def broken(self, path: str, html: str = "", *, status: int = 500) -> None:
        """Put a page that never comes: an error, or with `html` one that breaks off half-way."""
        if html:
            self.page(path, html, cut=len(html) // 2)
            self.outcomes[path] = "truncated"
        else:
            self.pages[path] = Response(
                status=status, headers={"Content-Type": "text/html"}, body=b"<h1>error</h1>"
            )
            self.outcomes[path] = "gone" if status in {404, 410} else f"http_{status // 100}xx"

    def rows(
        self,
        path: str,
        entries: tuple[Entry, ...],
        target: Callable[[Entry], str],
        *,
        full: Callable[[Entry], bool] = lambda _: True,
        dates: bool = True,
    ) -> None:
        """Record what a listing page lists; `full` tells of rows that tell their whole title."""
        self.listed[path] = tuple(
            RowTruth(
                target=target(entry),
                title=entry.title if full(entry) else None,
                date=entry.day if dates else None,
                kind="article" if entry.kind == "broken" else entry.kind,
                pinned=entry.pinned,
            )
            for entry in entries
            if entry.kind != "bad_link"
        )

    def others(self, path: Callable[[Entry], str], torn: str = "") -> None:
        """Put what the list holds beside articles; `torn` is a page that breaks off half-way."""
        for entry in self.plan.entries:
            if entry.kind == "broken":
                self.broken(path(entry), torn)
            elif entry.kind == "attachment":
                self.file(path(entry), "application/pdf", b"%PDF-1.4 made up")
                self.outcomes[path(entry)] = "attachment"
            elif entry.kind == "external":
                self.outcomes[entry.href] = "external"

    def finish(self, listings: Iterable[str], total: int = 0) -> Institute:
        """The institute; `listings` are its listing pages' addresses in order.

        `total` pages where they do not have an address each.
        """
        paths = tuple(listings)
        return Institute(
            name=self.plan.name,
            family=self.plan.family,
            listing=paths[0],
            listings=paths,
            truth=self.truth,
            outcomes=self.outcomes,
            twins=self.twins,
            pages=self.pages,
            handlers=self.handlers,
            rows=self.listed,
            total_pages=total or len(paths),
        )


def truth_of(
    story: Story,
    path: str,
    byline: Byline,
    pieces: tuple[Piece, ...],
    files: tuple[tuple[str, str], ...],
    *,
    date: str,
    crumbs: tuple[str, ...],
) -> Truth:
    """What a right record of `story` holds when its page prints `byline` and `pieces`."""
    people = _credits(story, byline)
    source, status = _source(byline.source)
    return Truth(
        path=path,
        title=story.title,
        subtitles=story.subtitles,
        authors=tuple(one.name for one in people if one.role in {"author", "correspondent"}),
        credits=tuple((one.role, one.name) for one in people),
        source=source,
        source_status=status,
        date_published=date,
        breadcrumbs=crumbs,
        body="\n\n".join(text for piece in pieces if (text := piece.plain())),
        attachments=files,
        images=tuple(urljoin(path, one.path) for one in pieces if one.kind == "image"),
        view_count=int(byline.views) if byline.views else None,
        view_status="absent" if byline.views is None else "ok" if byline.views else "empty",
    )


def _credits(story: Story, byline: Byline) -> list[Credit]:
    found = [Credit(role="author", name=name) for name in byline.authors or ()]
    single: tuple[tuple[Role, str | None], ...] = (
        ("publisher", byline.publisher),
        ("photographer", byline.photographer),
        ("editor", byline.editor),
    )
    found += [Credit(role=role, name=name) for role, name in single if name]
    return found + [Credit(role=role, name=name) for role, name in story.credits]


def _source(printed: str | None) -> tuple[str | None, Status]:
    if printed is None:
        return None, "absent"
    if not printed:
        return None, "empty"
    return (None, "placeholder") if printed in PLACEHOLDERS else (printed, "ok")


def pictures(story: Story, path: Callable[[int], str]) -> tuple[Piece, ...]:
    """The story's pieces with its images at the addresses that `path` gives them, from 1 on."""
    count = 0
    found = []
    for piece in story.lines:
        if piece.kind == "image":
            count += 1
            found.append(replace(piece, path=path(count)))
        else:
            found.append(piece)
    return tuple(found)


def file_pieces(files: tuple[tuple[str, str], ...]) -> tuple[Piece, ...]:
    """Attachments as lines of the body itself."""
    return tuple(Piece(kind="file", text=title, path=path) for title, path in files)


def listing_pages(plan: Plan, size: int) -> list[tuple[Entry, ...]]:
    """The rows of each listing page."""
    return [plan.entries[at : at + size] for at in range(0, len(plan.entries), size)]


def digits(*key: object, length: int = 8) -> str:
    """Decimal digits that stand for `key`: ids as a CMS hands them out."""
    value = int(hashlib.sha256(repr(key).encode()).hexdigest(), 16)
    return str(value % 9 * 10 ** (length - 1) + 10 ** (length - 1) + value % 10 ** (length - 1))


def hex_digits(*key: object, length: int = 32) -> str:
    """Hexadecimal digits that stand for `key`."""
    return hashlib.sha256(repr(key).encode()).hexdigest()[:length]


def body_html(pieces: tuple[Piece, ...], dialects: tuple[str, ...], index: int) -> str:
    """The body in the dialect that is this article's turn."""
    return render(pieces, dialects[index % len(dialects)])
