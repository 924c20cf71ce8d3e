"""Selector strings of site files: CSS, or XPath behind ``xpath:``."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cssselect import SelectorError
from lxml import etree

from newscrawl.sites import css

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PRINTED = 200  # characters of a selector that an error repeats
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_CALLED = re.compile(r"(?<![\w:.-])([\w:.-]++)\s*+\(")
# XPath 1.0, and no more: libxml2 would take `document()` at its word where somebody registers it,
# and tells of unknown functions and variables only when a page gets so far.
_FUNCTIONS = frozenset(
    {
        *("last", "position", "count", "id", "local-name", "namespace-uri", "name", "string"),
        *("concat", "starts-with", "contains", "substring-before", "substring-after", "substring"),
        *("string-length", "normalize-space", "translate", "boolean", "not", "true", "false"),
        *("lang", "number", "sum", "floor", "ceiling", "round"),
        *("node", "text", "comment", "processing-instruction", "and", "or", "div", "mod"),
    }
)


def check_selector(selector: str) -> None:
    """Raise ValueError, with the reason, for a selector that finds nothing on any page."""
    try:
        found = compile_selector(selector)(css.PROBE)
    except etree.XPathEvalError as error:
        raise _refused(selector, error) from error
    if isinstance(found, float | bool):
        raise _refused(selector, "it gives a number or a truth value, no element and no text")


def find(selector: str, within: HtmlElement) -> list[HtmlElement | str]:
    """What a selector matches: elements, and the texts of attributes and of XPath's string().

    Empty where it can be evaluated no further than to a mistake that `check_selector` did not meet.
    """
    try:
        found = compile_selector(selector)(within)
    except etree.XPathEvalError:
        return []
    if not isinstance(found, list):
        return [str(found)] if isinstance(found, str) and found.strip() else []
    # XPath's own strings are a subclass that no encoder takes; its namespaces are pairs.
    plain = (str(one) if isinstance(one, str) else one for one in found)
    return [one for one in plain if isinstance(one, str | etree.ElementBase)]


@lru_cache(maxsize=1024)
def compile_selector(selector: str) -> Callable[[HtmlElement], Any]:
    """A selector string, to ask a page or an element of it; ValueError with the reason.

    Asked of an element, all that a CSS selector names is to stand inside of it. What is
    compiled raises XPathEvalError for what cannot be evaluated.
    """
    try:
        if selector.startswith("xpath:"):
            _refuse_unknown(path := selector.removeprefix("xpath:"))
            return etree.XPath(path)
        return css.compiled(selector)
    except (etree.XPathError, SelectorError, RecursionError) as error:
        raise _refused(selector, error) from error


def _refused(selector: str, why: object) -> ValueError:
    return ValueError(f"not a selector: {selector[:_PRINTED]!r}: {why}")


def _refuse_unknown(path: str) -> None:
    bare = _QUOTED.sub("''", path)
    unknown = {name.rpartition("::")[2] for name in _CALLED.findall(bare)} - _FUNCTIONS
    if unknown or "$" in bare:
        what = f"no function {min(unknown)}()" if unknown else "a variable"
        raise _refused(f"xpath:{path}", what)
