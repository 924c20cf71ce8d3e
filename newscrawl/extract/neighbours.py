"""The articles that an article page names as the one before and the one after it.

Looked for in the bytes, beside the labels alone: the page is not parsed for it.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin


def _spelt(charset: str, way: str) -> re.Pattern[bytes]:
    kinds = "篇|条|则|文章|新闻|項".encode(charset)
    return re.compile(b"%b(?:%b)?(?:%b)" % (way.encode(charset), "一".encode(charset), kinds))


# One pattern for each first letter and charset: what a pattern begins with is looked for at the
# speed of `find`, which alternatives are not.
_LABELS = (
    *(_spelt(charset, way) for charset in ("utf-8", "gbk") for way in "上下"),
    re.compile(rb"rel=[\"']?(?:prev|next)\b"),
)
_OPENS = re.compile(rb"<a\b[^>]{0,500}", re.IGNORECASE)
_HREF = re.compile(rb"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_BEFORE, _AFTER = 400, 500  # bytes around a label in which its link stands
_MOST = 6  # labels of a page that are looked at
_TAG = re.compile(rb"<[^>]*>")
_KIND = re.compile(r"^(?:文章|新闻|信息|内容|资讯|公告|通知)")
_SAID = re.compile(r"\w")
_NO_ADDRESS = re.compile(r"[\s+{}<>\\]|^(?:#|javascript:|$)", re.IGNORECASE)


def neighbours(body: bytes, url: str) -> tuple[str, ...]:
    """The addresses, absolute, each once; `url` is the page's own."""
    found: dict[str, None] = {}
    labels = [one for label in _LABELS for one in label.finditer(body)]
    labels.sort(key=lambda one: one.start())
    for n, label in enumerate(labels[:_MOST]):
        end = labels[n + 1].start() if n + 1 < len(labels) else len(body)
        tag = _around(body, label) or _behind(body, label.end(), min(end, label.end() + _AFTER))
        href = _HREF.search(tag[0]) if tag else None
        address = href and _address(href, url)
        if address and address != url:
            found[address] = None
    return tuple(found)


def _around(body: bytes, label: re.Match[bytes]) -> re.Match[bytes] | None:
    """The link that the label itself stands in."""
    start = max(0, label.start() - _BEFORE)
    before = body[start : label.end()].lower()
    opens = max(before.rfind(b"<a "), before.rfind(b"<a\n"))
    if opens < 0 or b"</a" in before[opens:]:
        return None
    return _OPENS.match(body, start + opens)


def _behind(body: bytes, start: int, end: int) -> re.Match[bytes] | None:
    """The link behind a label, with nothing said between them: 上一篇：没有了."""
    opens = _OPENS.search(body, start, end)
    if opens is None:
        return None
    between = _KIND.sub("", _text(body[start : opens.start()]), 1)
    return None if _SAID.search(between) else opens


def _text(html: bytes) -> str:
    plain = _TAG.sub(b" ", html)
    try:
        return unescape(plain.decode())
    except UnicodeDecodeError:
        return unescape(plain.decode("gbk", "replace"))


def _address(href: re.Match[bytes], url: str) -> str | None:
    text = unescape((href[1] or href[2] or href[3] or b"").decode("utf-8", "replace")).strip()
    if _NO_ADDRESS.search(text):
        return None
    try:
        return urljoin(url, text).partition("#")[0]
    except ValueError:
        return None
