"""A `Site` as a readable TOML file that loads to the same site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from newscrawl.sites import fields
from newscrawl.sites.model import ArticleRules, Site

_DEFAULT = Site(id="default")


def site_to_toml(site: Site) -> str:
    """The file's text. What has its default value is left out; the id is the file's name."""
    lines = list(_pairs(site, tuple(fields.SITE), _DEFAULT))
    for listing in site.listings:
        lines += ["", "[[listing]]", *_pairs(listing, tuple(fields.LISTING))]
    for rules in (one for one in site.articles if one.until is None):
        lines += ["", "[article]", *_pairs(rules, tuple(fields.ARTICLE))]
    for rules in (one for one in site.articles if one.until is not None):
        lines += ["", "[[article.version]]", *_pairs(rules, tuple(fields.VERSION))]
    return "\n".join(lines) + "\n"


def _pairs(
    holder: Any,
    names: tuple[str, ...],
    default: Any = ArticleRules(),  # noqa: B008 - frozen
) -> Iterator[str]:
    for name in names:
        value = getattr(holder, name)
        if value not in (None, ()) and value != getattr(default, name, None):
            yield f"{name} = {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return f"[{', '.join(_value(one) for one in value)}]"
    if isinstance(value, str):
        return _text(value)
    return repr(value)


def _text(value: str) -> str:
    """Patterns and selectors as literal strings, so that a reader sees them unescaped."""
    plain = value.isprintable() and "'" not in value
    if plain and ("\\" in value or '"' in value):
        return f"'{value}'"
    escaped = json.dumps(value, ensure_ascii=False)
    return escaped.replace("\x7f", "\\u007f")
