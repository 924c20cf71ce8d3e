"""An Atom feed (RFC 4287) of the articles that came last, for readers that watch for new posts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from heapq import nlargest
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from newscrawl.exporters.whole import whole

Record = Mapping[str, Any]
_MOST = 100  # entries; a reader that looks once a day misses none of an institute
_LOCAL = len("2023-02-13T09:05:00")  # of a moment without a zone, which Atom does not have
_ATOM = "http://www.w3.org/2005/Atom"
# Characters that no XML 1.0 document may hold.
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_feed(lines: Iterable[str], path: Path) -> int:
    """Write the articles found last (of records as JSON lines) to `path`; how many.

    An entry keeps its id when its article is edited; what the site took down has none. The same
    records make the same bytes. Raises StorageError.
    """
    records = (one for line in lines if (one := json.loads(line))["revision"]["status"] != "gone")
    newest = nlargest(_MOST, records, key=_newest)
    feed = Element("feed", xmlns=_ATOM)
    sites = sorted({one["site"] for one in newest})
    _add(feed, "id", f"urn:newscrawl:feed:{','.join(sites)}")
    _add(feed, "title", ", ".join(sites) or "no articles")
    _add(feed, "updated", max(map(_updated, newest), default="1970-01-01T00:00:00Z"))
    _add(SubElement(feed, "author"), "name", "newscrawl")
    for record in newest:
        _enter(feed, record)
    indent(feed)
    with whole(path) as file:
        file.write(f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, "unicode")}\n')
    return len(newest)


def _newest(record: Record) -> tuple[str, int, int, str]:
    """When an article was found; of those of one second the one that stood higher in its list."""
    row = record["listing"] or {}
    page, position = row.get("page") or 0, row.get("position") or 0
    return record["revision"]["first_seen"], -page, -position, record["id"]


def _updated(record: Record) -> str:
    """When this state of the article was found: the day alone that a page prints is no moment."""
    edited = record["revision"]["n"] > 1
    return str((edited and record["fetch"]["at"]) or record["revision"]["first_seen"])


def _enter(feed: Element, record: Record) -> None:
    entry = SubElement(feed, "entry")
    _add(entry, "id", f"urn:newscrawl:{record['id']}")
    _add(entry, "title", record["title"] or record["url"])
    SubElement(entry, "link", href=_xml(record["url_canonical"] or record["url"]))
    _add(entry, "updated", _updated(record))
    if len(record["date_published"] or "") > _LOCAL:
        _add(entry, "published", record["date_published"])
    for name in record["authors"]:
        _add(SubElement(entry, "author"), "name", name)
    if record["channel"]:
        SubElement(entry, "category", term=_xml(record["channel"]))
    _add(entry, "content", record["body"])


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _xml(text)


def _xml(text: str) -> str:
    return _NOT_XML.sub("", text)
