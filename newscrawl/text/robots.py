"""robots.txt before its rules are parsed: which lines are meant for us, which uses they allow."""

from __future__ import annotations

import re
from collections.abc import Iterator

_AGENT_LINE = re.compile(r"(?im)^([ \t]*user[ -]?agent(?:[ \t]*:[ \t]*|[ \t]+))([^\n#]*)")
# Typed with a Chinese keyboard: a colon and spaces of full width.
_FULL_WIDTH = re.compile(r"(?im)^([ \t]*(?:user-agent|allow|disallow|crawl-delay|sitemap)[ \t]*)：")
_SPACES = str.maketrans("\u3000\xa0", "  ")
_QUERY_LINE = re.compile(r"(?im)^([ \t]*(?:dis)?allow[ \t]*:[^?#\n]*\?)([^#\n]*)")
_SLASH = re.compile("%2f", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Za-z_-]+")  # RFC 9309 2.2.1; a version behind it is no part of it
_KEY = re.compile(r"[A-Za-z -]+")
FOR_NOW = "taken as a no for now"  # how it is told that the file itself cannot be had
_SOMEBODY = "-"
_LONGEST = 500  # characters of a preference that are kept


def lines_of(body: bytes, most: int) -> str:
    """The text of a robots.txt, a line a rule; at most `most` bytes, no rule cut in two."""
    text = body[:most].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_SPACES)
    text = _FULL_WIDTH.sub(r"\1:", text)
    text = _QUERY_LINE.sub(lambda line: line[1] + _SLASH.sub("/", line[2]), text)
    return text if len(body) <= most else text[: text.rfind("\n") + 1]


def comparable(url: str) -> str:
    """`url` as the rules are spelt: a slash in a query is the same, encoded or not (2.2.2)."""
    path, mark, query = url.partition("?")
    return path + mark + _SLASH.sub("/", query)


def for_agent(text: str, agent: str) -> str:
    """`text` in which nobody's name but `agent`'s can be taken for it.

    Protego takes a part of our name for ours: a group for "news" would be read by "newscrawl".
    """
    return _AGENT_LINE.sub(lambda line: line[1] + _name(line[2], agent), text)


def content_usage(text: str, agent: str) -> str | None:
    """The preferences of Content-Usage lines in the group for `agent`, else in that for all."""
    told: dict[str, list[str]] = {}
    named: list[str] = []
    open_ = False
    for key, value in _pairs(text):
        if key in {"user-agent", "user agent", "useragent"}:
            named = [*named, _name(value, agent)] if open_ else [_name(value, agent)]
            open_ = True
            continue
        open_ = open_ and key == "sitemap"
        if key == "content-usage":
            for name in named:
                told.setdefault(name, []).append(value)
    found = told.get(agent) or told.get("*")
    return ", ".join(found)[:_LONGEST] if found else None


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        key, colon, value = line[:2000].partition(":")
        if colon and _KEY.fullmatch(key.strip()):
            yield key.strip().lower(), value.partition("#")[0].strip()


def _name(printed: str, agent: str) -> str:
    """The name of a User-agent line: `agent`, "*", or somebody else."""
    words = printed.split()
    if words and words[0] == "*":
        return "*"
    found = _TOKEN.match(printed.strip())
    return agent if found and found[0].lower() == agent else _SOMEBODY
