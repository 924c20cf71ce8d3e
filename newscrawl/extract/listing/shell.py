"""Pages that are an empty shell for a script: the JSON that the script asks for, where it says."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from newscrawl.extract.document import Document
from newscrawl.extract.listing.model import NextPage
from newscrawl.text.urls import host_of

# Where home-made pages say what they fetch: a call, a setting, an attribute.
_ASKED = re.compile(
    r"(?:\bfetch\s{0,9}\(|\.(?:get|getJSON|ajax|open|request)\s{0,9}\(\s{0,9}(?:[\"']GET[\"']\s{0,9},)?"
    r"|\b(?:url|api|src|href|endpoint|data-(?:url|api|src|source))[\"']?\s{0,9}[:=])"
    r"\s{0,9}[\"'](?P<url>[^\"'\s<>{}$+]{2,400})[\"'](?!\s{0,9}\+)",
    re.IGNORECASE,
)
_LOOKED_AT = 400_000  # characters of a page
_JSON = re.compile(r"\.json$|(?:^|/)(?:api|rest|ajax|wp-json|json)(?:[/.]|$)", re.IGNORECASE)
_LIST = re.compile(r"list|news|article|post|page|query|column|channel|info|content", re.IGNORECASE)
_NOT = re.compile(
    r"\.(?:m?js|css|png|jpe?g|gif|svg|ico|html?|woff2?|xml|map)$|manifest\.json$|/(?:login|menu|nav"
    r"|config|user|banner|link|visit|stat|count|lang|i18n)\w*(?:\.json)?$",
    re.IGNORECASE,
)


def endpoint(document: Document) -> NextPage | None:
    """The address on the same host that most looks like the list's JSON; None where none does."""
    here = document.url
    best: tuple[int, str] | None = None
    for found in _ASKED.finditer(document.decoded.text, 0, _LOOKED_AT):
        url = document.absolute(found["url"])
        if not url or host_of(url) != host_of(here) or url == here:
            continue
        parts = urlsplit(url)
        weight = 2 * bool(_JSON.search(parts.path)) + bool(_LIST.search(parts.path))
        if weight >= 2 and not _NOT.search(parts.path) and (best is None or weight > best[0]):
            best = weight, url
    return NextPage(url=best[1], rule="JSON of the script") if best else None
