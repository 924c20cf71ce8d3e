"""The keys of a site file, each with the check its value must pass: one table, strictly kept."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from newscrawl.sites.families import family_named, load_families
from newscrawl.sites.selectors import check_selector
from newscrawl.text.hosts import ascii_host
from newscrawl.text.urls import host_of, refuse_login, with_ascii_host

Check = Callable[[Any], Any]
_ZONE = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d")
_HOST = re.compile(r"(?:[\w-]+(?:\.[\w-]+)*|\[?[0-9A-Fa-f:]+\]?)(?::\d{1,5})?")
_BLANK = re.compile(r"\s")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ORDERS = ("ymd", "mdy", "dmy")
_LONGEST_DELAY = 3600.0


def text(value: Any) -> str:
    """A string with something in it."""
    if not isinstance(value, str):
        raise ValueError(f"must be text, not {_kind(value)}")  # noqa: TRY004 - one error for all
    if not value.strip():
        raise ValueError("is empty: leave the key out instead")
    return value


def selector(value: Any) -> str:
    """A CSS selector, or XPath behind ``xpath:``."""
    check_selector(text(value))
    return str(value)


def pattern(value: Any) -> str:
    """A regular expression."""
    try:
        with warnings.catch_warnings(action="error", category=FutureWarning):
            re.compile(text(value))
    except (re.error, FutureWarning, OverflowError, RecursionError) as error:
        raise ValueError(f"not a regular expression: {value!r}: {error}") from error
    return str(value)


def url(value: Any) -> str:
    """An absolute http(s) address."""
    refuse_login(text(value))
    try:
        known = urlsplit(value).scheme in ("http", "https") and host_of(value)
        found = with_ascii_host(value)
    except ValueError:
        known = found = ""
    if not known or _BLANK.search(value):
        raise ValueError(f"not an http(s) address: {value!r}")
    return found


def host(value: Any) -> str:
    """A host name or number, perhaps with a port, without scheme and path; as DNS knows it."""
    if text(value).startswith("*."):
        raise ValueError(f"hosts below a domain are in scope anyway: {value[2:]!r} does it")
    if not _HOST.fullmatch(value):
        raise ValueError(f"not a host name: {value!r}")
    name, colon, port = str(value).lower().partition(":")
    return f"{ascii_host(name)}{colon}{port}"


def family(value: Any) -> str:
    """The name of a family that is known."""
    if family_named(text(value)) is None:
        known = ", ".join(one.name for one in load_families())
        raise ValueError(f"no such family: {value!r} (known: {known})")
    return str(value)


def zone(value: Any) -> str:
    """An offset such as +08:00."""
    if not _ZONE.fullmatch(text(value)):
        raise ValueError(f"not a zone of the form +08:00: {value!r}")
    return str(value)


def order(value: Any) -> str:
    """The order that the site writes 03/04/2023 in."""
    if value not in _ORDERS:
        raise ValueError(f"must be one of {', '.join(_ORDERS)}, not {value!r}")
    return str(value)


def language(value: Any) -> str:
    """A BCP 47 tag."""
    if not _LANGUAGE.fullmatch(text(value)):
        raise ValueError(f"not a language tag: {value!r}")
    return str(value)


def delay(value: Any) -> float:
    """Seconds between two requests."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"must be a number of seconds, not {_kind(value)}")  # noqa: TRY004
    if not 0 <= value <= _LONGEST_DELAY:
        raise ValueError(f"must be 0 to {_LONGEST_DELAY:.0f} seconds, not {value}")
    return float(value)


def flag(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError(f"must be true or false, not {_kind(value)}")  # noqa: TRY004
    return value


def day(value: Any) -> date:
    """A TOML date, written without quotes."""
    if type(value) is not date:
        raise ValueError("must be a date such as 2025-06-30, without quotes")
    return value


def each(check: Check) -> Check:
    """A list whose every value passes `check`."""

    def checked(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError(f"must be a list, not {_kind(value)}")  # noqa: TRY004
        return tuple(check(one) for one in value)

    return checked


def _kind(value: Any) -> str:
    names = {str: "text", int: "a number", float: "a number", bool: "true or false", list: "a list"}
    return names.get(type(value), "a table" if isinstance(value, dict) else "a date")


SITE: Mapping[str, Check] = {
    "institute": text,
    "domains": each(host),
    "family": family,
    "zone": zone,
    "date_order": order,
    "language": language,
    "delay": delay,
    "verify_tls": flag,
    "article_url": pattern,
}
LISTING: Mapping[str, Check] = {
    "url": url,
    "channel": text,
    "rows": selector,
    "links": selector,
    "title": selector,
    "date": selector,
    "next": selector,
}
ARTICLE: Mapping[str, Check] = {
    "title": selector,
    "byline": selector,
    "author": selector,
    "source": selector,
    "date": selector,
    "body": selector,
    "breadcrumb": selector,
    "drop": each(selector),
    "boilerplate": each(text),
}
VERSION: Mapping[str, Check] = {"until": day, **ARTICLE}
