"""Selector strings of site files: CSS, or XPath behind ``xpath:``."""

from __future__ import annotations

from functools import lru_cache

from cssselect import SelectorError
from lxml import etree
from parsel.csstranslator import HTMLTranslator

_TRANSLATOR = HTMLTranslator()


@lru_cache(maxsize=1024)
def compile_selector(selector: str) -> etree.XPath:
    """A selector string as a compiled XPath; raises ValueError with the reason."""
    path = selector.removeprefix("xpath:") if selector.startswith("xpath:") else ""
    try:
        return etree.XPath(path or _TRANSLATOR.css_to_xpath(selector))
    except (etree.XPathError, SelectorError) as error:
        raise ValueError(f"not a selector: {selector!r}: {error}") from error
