"""Pictures in the place of labels: <i class="fa fa-user"></i> and a name behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.extract.lines import Line
from newscrawl.text.label_tables import LabelRole
from newscrawl.text.labels import BOUNDARY, Labelled

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Sets of icons: Font Awesome, Element, Layui, Glyphicons, Bootstrap, those of Alibaba's iconfont.
_ICON = re.compile(
    r"(?:^|\s)(?:[\w-]*icon[\w-]*|fa|bi|glyphicon|mdi)[-_ ](?:[\w-]*[-_])?"
    r"(?:(?P<author>user|author|person|people|username|zuozhe)|(?P<source>source|laiyuan|origin))"
    r"(?:[-_](?:o|s|alt|solid|fill|circle|outline|line|filled))*(?:$|\s)",
    re.IGNORECASE,
)
_TAGS = ("i", "em", "span", "img", "svg")
_LONGEST = 20  # characters of what stands behind an icon
_ROOM = 120  # characters of a line that holds fields behind icons
_NO_NAME = re.compile(r"[\d，。；：:！？]")


def behind_icons(line: Line) -> Iterator[Labelled]:
    """The fields of a line that a picture of a person, or of a source, stands before."""
    if line.kind != "text" or len(line.text) > _ROOM or BOUNDARY not in line.raw:
        return
    for icon in line.element.iter(*_TAGS):
        names = icon.get("class")
        role = _role_of(names) if names and len(icon) == 0 else None
        if role is None or (icon.text or "").strip():
            continue
        value = _behind(icon)
        if 1 < len(value) <= _LONGEST and not _NO_NAME.search(value):
            yield Labelled(role, "icon", value, 0, len(line.text))


@lru_cache(maxsize=1024)
def _role_of(names: str) -> LabelRole | None:
    found = _ICON.search(names)
    if found is None:
        return None
    return "author" if found["author"] else "source"


def _behind(icon: HtmlElement) -> str:
    """The text behind an icon, or that of the element next to it."""
    beside = next(icon.itersiblings(), None)
    tail = (icon.tail or "").strip()
    if tail or beside is None or not isinstance(beside.tag, str):
        return tail
    return str(beside.text_content()).strip()
