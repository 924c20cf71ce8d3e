"""Whose a page is as a whole: a person's, as blogs are, or a paper's and its house's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newscrawl.extract.article.metadata import Metadata
from newscrawl.extract.lines import Line
from newscrawl.text.people import bare_names, is_placeholder, looks_like_body
from newscrawl.text.traditional import simplified
from newscrawl.text.whitespace import squash

_OWNED = re.compile(
    r"(?:Copyright\s*)?(?:©|\(c\))\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?\s*)?(\S{2,4})", re.IGNORECASE
)
# 题目-某甲的博文, 某甲的BLOG - 题目, 题目_某甲_某站博客
_BLOG = re.compile(
    r"(?:^|[-_—–|·»>\s])(?P<whose>[^\s\-_—–|·»>的]{2,12})的(?:个人)?(?:博客|博文|网志|日志|专栏|空间|部落格|blog)(?=$|[-_—–|·»>\s])"
    r"|[-_]\s?(?P<who>[^\s\-_]{2,12})\s?[-_]\s?[\u4e00-\u9fff]{2,4}博客$",
    re.IGNORECASE,
)
# Parts of a host's name that name nobody.
_NO_HOUSE = frozenset(("", "www", "news", "com", "org", "net", "gov", "edu", "co", "ac", "info"))
_SPEAKING = 4  # characters from which on a name inside another one is no accident


def owners_of(foot: Sequence[Line], page_title: str) -> list[tuple[str, str, str]]:
    """The person whom a whole page belongs to: by its copyright, or by what it is called."""
    return list(_copyright(foot)) or list(_blogger(page_title))


def _copyright(foot: Sequence[Line]) -> Iterator[tuple[str, str, str]]:
    """The person whose copyright the whole page is: a blog's."""
    for line in foot:
        owned = _OWNED.fullmatch(line.text)
        if owned and bare_names(owned[1]):
            yield owned[1], "line:copyright", line.text
            return


def _blogger(title: str) -> Iterator[tuple[str, str, str]]:
    """Whose blog a page says in its title that it is of."""
    owned = _BLOG.search(simplified(title))
    if owned and owned.lastgroup:
        name = title[slice(*owned.span(owned.lastgroup))]
        if not (looks_like_body(name) or is_placeholder(name)):
            yield name, "title:blog", title


def is_house(name: str, metadata: Metadata, host: str) -> bool:
    """Whether a name is that of the paper or the site, perhaps with a word more."""
    key = squash(name)
    for owner in _owners(metadata, host) - _NO_HOUSE:
        if key == owner or (len(owner) > 2 and key.startswith(owner)):
            return True
        if (len(owner) >= _SPEAKING and owner in key) or (len(key) >= _SPEAKING and key in owner):
            return True
    return False


def _owners(metadata: Metadata, host: str) -> set[str]:
    """The names a newspaper signs with itself: where it prints another one, that is meant."""
    sites = {squash(site.value) for site in metadata.all("site_name")}
    return sites | {squash(label) for label in host.split(".")}
