"""A page taken apart: its lines, its title, its byline, its body; no field is read yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from newscrawl.extract.article.apart import others_begin
from newscrawl.extract.article.blocks import to_blocks
from newscrawl.extract.article.body import BodyLines, select_body
from newscrawl.extract.article.byline import Byline
from newscrawl.extract.article.byline_reading import read_byline
from newscrawl.extract.article.declared_title import declared_titles, says_boilerplate
from newscrawl.extract.article.meta_line import (
    byline_end,
    has_meta,
    in_byline,
    is_bare_date,
    is_byline,
    is_count,
    is_credit,
)
from newscrawl.extract.article.metadata import Metadata
from newscrawl.extract.article.outlets import is_named_body
from newscrawl.extract.article.place import Place, find_place, place_by_rules
from newscrawl.extract.article.site_rules import Ruled, mute, rules_on
from newscrawl.extract.article.stated import draw_stated
from newscrawl.extract.article.title import Title, find_title
from newscrawl.extract.article.weights import is_prose
from newscrawl.extract.article.wrappers import free_wrapped
from newscrawl.extract.article.writers_by_place import Text
from newscrawl.extract.document import Document
from newscrawl.extract.flatten import read_lines
from newscrawl.extract.lines import Line, PageLines, leave_plain
from newscrawl.items import Block
from newscrawl.sites.model import Site

_ABOVE = 25  # lines above the container in which its byline may stand
_BELOW = 12  # lines at the container's head that may be its byline
BEHIND = 10  # lines behind the text that may still belong to the article: credits, files
_HEAD_ROOM = 40  # lines from the title on that may be a byline
_LITTLE = 60.0  # weight of a text beside which there is no other in a menu
_NO_TEXT = 25.0  # weight of a page on which not a sentence stands
_NEAR = 2  # lines under the title, and under the text, that touch it


class Listed(Protocol):
    """The row that led to the page; its title and date are witnesses."""

    @property
    def title(self) -> str | None:
        """The row's title, perhaps cut."""

    @property
    def date(self) -> str | None:
        """The row's date, ISO 8601."""


@dataclass(frozen=True, slots=True)
class _Head:
    """Some lines under the title without the byline's, each asked when it is come to."""

    page: PageLines
    numbers: range

    def __iter__(self) -> Iterator[Line]:
        return (self.page.lines[i] for i in self.numbers if not in_byline(self.page, i))


@dataclass(frozen=True, slots=True)
class Parts:
    """A page taken apart: what every field is read from."""

    document: Document
    page: PageLines
    metadata: Metadata
    ruled: Ruled
    byline: Byline
    title: Title | None
    place: Place
    body: BodyLines
    blocks: tuple[Block, ...]
    rule: str

    @property
    def lines(self) -> list[Line]:
        """The body's lines."""
        return [self.page.lines[number] for number in self.body.numbers]

    @property
    def surroundings(self) -> Text:
        """The body's lines with those above it, from under the title, those behind it, the last."""
        lines, body = self.page.lines, self.body
        under = self.title.last if self.title is not None and self.title.last else body.first
        # Credits at the end of a text, which are none of it, are looked for names as well.
        tail = max(body.numbers[-1] + 1, body.last - BEHIND) if body.numbers else body.last
        behind = lines[min(tail, body.last) : body.last + BEHIND]
        last = min(under + BEHIND, len(lines))
        return Text(
            self.title.text if self.title is not None else "",
            _Head(self.page, range(under, last)),
            self.lines,
            [line for line in behind[: others_begin(behind)] if not line.noise],
            lines[-BEHIND:],
            [line for number in self._edges if not (line := lines[number]).noise],
            self.document.title or "",
        )

    @property
    def _edges(self) -> Iterator[int]:
        """The numbers of the lines nearest to the text: under the title, and under the text."""
        numbers, top = self.body.numbers, self.title.last if self.title is not None else 0
        first = next((number for number in numbers if number >= self.body.first), 0)
        if first and top:
            yield from range(max(top, first - _NEAR), first)
        if numbers:
            yield from range(numbers[-1] + 1, min(numbers[-1] + 1 + _NEAR, len(self.page.lines)))

    @property
    def head(self) -> int:
        """The line at which the article begins."""
        return self.title.first if self.title is not None and self.title.last else self.body.first


def take_apart(
    document: Document, listed: Listed | None, site: Site | None = None, *, whole: bool = False
) -> Parts:
    """Find title, byline and body of a page, before any field is read from them.

    Menus are left closed but for those that rules name something in, unless the `whole` page is
    wanted, or hardly any text is elsewhere. A page without any text may have it in a script.
    """
    parts = _opened(document, listed, site, whole=whole)
    row = listed.title if listed is not None else None
    if parts.place.weights.total < _NO_TEXT and draw_stated(document, row):
        parts = replace(_opened(document, listed, site, whole=whole), rule="script:state")
    return parts


def _opened(document: Document, listed: Listed | None, site: Site | None, *, whole: bool) -> Parts:
    ruled = rules_on(document, site, listed.date if listed is not None else None)
    if not (whole or ruled.is_whole):
        parts = _taken_apart(document, listed, ruled, close=True)
        place = parts.place
        if not parts.page.closed or place.ruled or place.weights.total >= _LITTLE:
            return parts
    return _taken_apart(document, listed, ruled, close=False)


def _taken_apart(document: Document, listed: Listed | None, ruled: Ruled, *, close: bool) -> Parts:
    page = read_lines(
        document,
        scope=ruled.scope,
        alone=ruled.is_whole,
        skip=ruled.dropped,
        trusted=ruled.trusted,
        asked=ruled.asked if close else frozenset(),
        close=close,
    )
    free_wrapped(page)
    mute(page, ruled.boilerplate)
    metadata = Metadata(document, page.declared)
    listed_title = listed.title if listed is not None else None
    title, printed = ruled.title_on(page), ruled.printed_on(page)
    leave_plain(page, printed)
    place = place_by_rules(page, ruled, title, printed)
    if title is None or place is None:
        declared = declared_titles(metadata, document.title, listed_title)
        claims = [one for one in declared if not says_boilerplate(one, ruled.boilerplate)]
        place = place or find_place(page, document.root, claims)
        title = title or find_title(
            page,
            claims,
            place.first,
            printed[0].start if printed else _byline_above(page, place),
            listed_title,
            press=metadata.is_article,
            here=document.url,
        )
    body = select_body(page, place, title, metadata.value("summary"), press=metadata.is_article)
    body = replace(body, numbers=ruled.pieces_of(page, body.numbers))
    byline = read_byline(
        page,
        _byline_ranges(page, title, body, printed),
        title=title.text if title is not None else "",
        given=len(printed),
    )
    ruled.give(byline)
    blocks = to_blocks(page, body, place.container, document.absolute)
    return Parts(document, page, metadata, ruled, byline, title, place, body, blocks, place.rule)


def _byline_above(page: PageLines, place: Place) -> int | None:
    """The first line of the byline above the container's first line, or in its head."""
    lines, first = page.lines, place.first
    inside = [
        i for i in _head_of(lines, first) if is_byline(lines[i]) and not _signs_off(lines, first, i)
    ]
    # What stands over the text goes before what stands under its only paragraph.
    inside = [i for i in inside if not any(map(is_prose, lines[first:i]))] or inside
    above = [
        i
        for i in range(max(0, first - _ABOVE), min(first, len(lines)))
        if byline_end(page, i) is not None
    ]
    labelled = _labelled(lines, [i for i in above if i > place.titled])
    if inside:
        return labelled[-1] if labelled else _labelled(lines, inside)[0]
    return labelled[0] if labelled else None


def _signs_off(lines: list[Line], first: int, index: int) -> bool:
    """Whether a day under the name of a body, with text over both, ends a short notice."""
    if index < first + 2 or lines[index].labels or not is_bare_date(lines[index]):
        return False
    over = lines[first : index - 1]
    return is_named_body(lines[index - 1].text) and any(map(is_prose, over))


def _labelled(lines: list[Line], bylines: list[int]) -> list[int]:
    """Those of some byline lines that are more than a date or a count, all where none is."""
    more = (i for i in bylines if not is_bare_date(lines[i]) or has_meta(lines[i]))
    told = [i for i in more if not is_count(lines[i])]
    return told or bylines


def _head_of(lines: list[Line], first: int) -> Iterator[int]:
    """The container's first lines, up to where its text runs: a standfirst may open it."""
    running = 0
    for index in range(first, min(first + _BELOW, len(lines))):
        running += is_prose(lines[index])
        if running > 1:
            return
        yield index


def _credits_end(page: PageLines, tail: int, head: int) -> int:
    """The first of the last lines of the text that may be labels: two, and the credits above."""
    first = max(tail - 2, head)
    while first > max(tail - BEHIND, head) and is_credit(page.lines[first - 1]):
        first -= 1
    return first


def _byline_ranges(
    page: PageLines, title: Title | None, body: BodyLines, printed: list[range]
) -> list[range]:
    """Where labels are looked for: title to text, just above the title, behind the text.

    `printed` are the lines that the site's rules name as the byline: those instead of a search.
    """
    count = len(page.lines)
    start = title.first if title is not None and title.last else max(0, body.first - _BELOW)
    head = body.numbers[0] if body.numbers else body.first
    if title is not None and title.last:
        # A standfirst may stand over the byline, and the text may open with the title: the text
        # begins behind both.
        top = max(body.first, title.last)
        head = next((number for number in body.numbers if number >= top), body.first)
    tail = body.numbers[-1] + 1 if body.numbers else body.last
    behind = range(_credits_end(page, tail, head + 1), min(count, tail + BEHIND))
    if printed:
        return [*printed, behind]
    return [
        range(start, min(max(start, head + 1), start + _HEAD_ROOM, count)),
        range(max(0, start - 4), start),
        behind,
    ]
