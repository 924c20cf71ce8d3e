"""CSS to XPath that libxml2 answers in the time that a page's length allows.

cssselect writes `A B` as a path, from every A to what is below it. libxml2 walks what stands in
nested A's once for each of them, and holds what it finds there against all that it has: a page of
300 KB took seconds. Asked from the other end, whether a B has an A above it, each element is looked
at once. To count siblings takes the square of them, to look for the nth does not; `A ~ B` takes it
too, or the cube, unless it is asked of the first A only.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cssselect.xpath import XPathExpr
from parsel.csstranslator import HTMLTranslator

# `.name` and `#name` as cssselect writes them, a question to every element; as a step to the
# attribute only those are asked that have one, which takes libxml2 a third of the time.
_NAME = (
    r"(?:@class and (?P<named>contains\(@class, '[^']*'\) and contains"
    r"\(concat\(' ', normalize-space\(@class\), ' '\), ' [^']* '\))|(?P<known>@id = '[^']*'))"
)
_ASKED_OF_ALL = re.compile(rf"\*\[{_NAME}\]")
_ASKED_OF_THE_PAGE = re.compile(
    rf"descendant-or-self::\*\[(?P<more>\()?{_NAME}(?(more)\) and \((?P<rest>.*)\))\]"
)
_COUNTED = re.compile(r"count\((?P<siblings>[a-z]+-sibling::[^()\[\]]+)\) = (?P<many>\d+)")
_FOLLOWING = "following-sibling::"


class Path(NamedTuple):
    """An XPath, and whether the elements of the attributes that it finds are meant."""

    xpath: str
    of_attribute: bool = False


def inside(css: str) -> Path:
    """The path of a CSS selector all of which is to match inside of the element it is asked of."""
    path = _counting_less(HTMLTranslator().css_to_xpath(css))
    return Path(_ASKED_OF_ALL.sub(lambda asked: f"{_by_attribute(asked)}/..", path))


def on_page(css: str) -> Path:
    """The path of a CSS selector that is asked of a whole page."""
    path = _counting_less(_FROM_BELOW.css_to_xpath(css))
    # Behind ~ and a bare * a path has further steps.
    asked = (
        None if " | " in path or "~" in css or "*" in css else _ASKED_OF_THE_PAGE.fullmatch(path)
    )
    if asked is None:
        return Path(path)
    rest = f"[parent::*[{asked['rest']}]]" if asked["rest"] else ""
    # Its step back to the elements, `/..`, would take the square of them.
    return Path(f"descendant-or-self::{_by_attribute(asked)}{rest}", of_attribute=True)


def _by_attribute(asked: re.Match[str]) -> str:
    """The attributes of the same elements."""
    name, condition = ("class", asked["named"]) if asked["named"] else ("id", asked["known"])
    return f"*/@{name}[{condition.replace(f'@{name}', '.')}]"


def _counting_less(path: str) -> str:
    return _COUNTED.sub(_by_place, path)


def _by_place(counted: re.Match[str]) -> str:
    """As many siblings as that: one at that place, and none at the next."""
    siblings, many = counted["siblings"], int(counted["many"])
    none_more = f"not({siblings}[{many + 1}])"
    return f"{siblings}[{many}] and {none_more}" if many else none_more


class _FromBelow(HTMLTranslator):
    """Combinators as questions to the element on their right."""

    def xpath_descendant_combinator(self, left: XPathExpr, right: XPathExpr) -> XPathExpr:
        # ::text may follow a bare *, and its path is of another shape.
        if left.path or str(right) == "*":
            return super().xpath_descendant_combinator(left, right)
        return right.add_condition(f"ancestor::{left}[1]")

    def xpath_child_combinator(self, left: XPathExpr, right: XPathExpr) -> XPathExpr:
        if left.path:
            return super().xpath_child_combinator(left, right)
        return right.add_condition(f"parent::{left}")

    def xpath_direct_adjacent_combinator(self, left: XPathExpr, right: XPathExpr) -> XPathExpr:
        if left.path:
            return super().xpath_direct_adjacent_combinator(left, right)
        return right.add_condition(f"preceding-sibling::*[1]/self::{left}")

    def xpath_indirect_adjacent_combinator(self, left: XPathExpr, right: XPathExpr) -> XPathExpr:
        # From the first A of its siblings on: from each of them it is the square. From below, where
        # no A stands before a B, all that does would be looked at.
        if left.path.endswith(_FOLLOWING):
            return left.join(f"[1]/{_FOLLOWING}", right)
        itself = f"{left.element}[{left.condition}]" if left.condition else left.element
        left.add_condition(f"not(preceding-sibling::{itself}[1])")
        return left.join(f"/{_FOLLOWING}", right)


_FROM_BELOW = _FromBelow()
