"""CSS selectors, answered in the time that a page's length allows.

cssselect writes `A B` as a path, from every A to what is below it. libxml2 walks what stands in
nested A's once for each of them; asked from below, whether a B has an A above it, it climbs from
each B to the root: pages of 60 KB took seconds either way. So what stands between two combinators
is an XPath of its own, and the combinators are answered here, each in one walk.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeAlias

from cssselect import ExpressionError
from cssselect.parser import CombinedSelector, Element, PseudoElement, Selector, Tree, parse
from lxml import etree
from parsel.csstranslator import HTMLTranslator

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    _Question: TypeAlias = Callable[[HtmlElement], Any]
    _Combinator: TypeAlias = Callable[[list[HtmlElement], "_Compound", HtmlElement], list[Any]]

# `.name` and `#name` as cssselect writes them, a question to every element; as a step to the
# attribute only those are asked that have one, which takes libxml2 a third of the time.
_NAME = (
    r"(?:@class and (?P<named>contains\(@class, '[^']*'\) and contains"
    r"\(concat\(' ', normalize-space\(@class\), ' '\), ' [^']* '\))|(?P<known>@id = '[^']*'))"
)
_ASKED_OF_ALL = re.compile(rf"\*\[(?P<more>\()?{_NAME}(?(more)\) and \((?P<rest>.*)\))\]")
# To count siblings takes the square of them: to look for the nth does not, nor to ask for the
# places of all of them at once.
_COUNTED = re.compile(r"count\((?P<siblings>[a-z]+-sibling::[^()\[\]]+)\) = (?P<many>\d+)")
_COUNT = re.compile(r"count\((?P<side>preceding|following)-sibling::(?P<tag>[^()\[\]]+)\)")
_BEGINS_AND_ENDS = ("start", "end", "comment", "pi")
_MOST_STEPS = 50  # of a selector: each walks the page
_TRANSLATOR = HTMLTranslator()
# What a selector is tried on: XPath tells of unknown prefixes, missing arguments and values of the
# wrong kind only when it is asked.
PROBE = etree.fromstring("<html><body><div><p><a href=''>text</a></p></div></body></html>")


def compiled(css: str) -> _Question:
    """A selector to call with an element: what matches inside of it, as it stands there.

    These are elements, or the texts that `::text` and `::attr()` ask for.
    """
    several = [_chain(one) for one in parse(css)]
    return several[0] if len(several) == 1 else _Several(several)


class _Several:
    """Selectors with commas between them."""

    def __init__(self, several: list[_Question]) -> None:
        self._several = several

    def __call__(self, element: HtmlElement) -> list[Any]:
        several = [found for one in self._several if (found := one(element))]
        if len(several) < 2:
            return several[0] if several else []
        return _in_order(chain.from_iterable(several), element)


def _in_order(found: Iterable[Any], element: HtmlElement) -> list[Any]:
    """All that was found in an element, each once, as it stands there."""
    begins: dict[HtmlElement, int] = {}
    ends: dict[HtmlElement, int] = {}
    for place, (_, one) in enumerate(etree.iterwalk(element, _BEGINS_AND_ENDS)):
        begins.setdefault(one, place)
        ends[one] = place
    placed = {_place(one, begins, ends): one for one in found}
    return [placed[place] for place in sorted(placed)]


def _place(
    one: Any, begins: dict[HtmlElement, int], ends: dict[HtmlElement, int]
) -> tuple[int, ...]:
    """An element comes before its attributes, those before its text; a tail where it ends."""
    if not isinstance(one, str):
        return (begins[one],)
    text: Any = one  # XPath's own kind of string, which knows where it stands
    stands_at = text.getparent()
    if text.is_attribute:
        return begins[stands_at], 0, stands_at.keys().index(text.attrname)
    return (ends if text.is_tail else begins)[stands_at], 1


def _chain(selector: Selector) -> _Question:
    """What stands between two commas: a compound (`p.lead`), and those that combinators add."""
    steps: list[tuple[_Combinator, _Compound]] = []
    left, pseudo = selector.parsed_tree, selector.pseudo_element
    said: _Question | None = None
    while isinstance(left, CombinedSelector):
        if pseudo and left.combinator != " ":
            said, pseudo = etree.XPath(_path(Element(), pseudo).removeprefix("*/")), None
        steps.append((_COMBINATORS[left.combinator], _Compound(left.subselector, pseudo)))
        left, pseudo = left.selector, None
    if len(steps) > _MOST_STEPS:
        raise ExpressionError(f"more than {_MOST_STEPS} steps")
    first = _Compound(left, pseudo)
    return _Chain(first, steps[::-1], said) if steps else first.inside


class _Chain:
    def __init__(
        self,
        first: _Compound,
        steps: list[tuple[_Combinator, _Compound]],
        said: _Question | None,
    ) -> None:
        self._first, self._steps, self._said = first, steps, said

    def __call__(self, element: HtmlElement) -> list[Any]:
        found = self._first.inside(element)
        for combined, compound in self._steps:
            if not found:
                return []
            found = combined(found, compound, element)
        said = self._said
        return found if said is None else _in_order(chain.from_iterable(map(said, found)), element)


class _Compound:
    """What is asked of elements, and perhaps their texts or an attribute of theirs.

    `inside` gives what matches of an element and of all that is in it, `below` leaves itself out,
    but that `a ::attr(href)` asks the link as well, as parsel has it.
    """

    def __init__(self, tree: Tree, pseudo: PseudoElement | None) -> None:
        path = _COUNTED.sub(_by_place, _path(tree, pseudo))
        path = _COUNT.sub(r"newscrawl:\g<side>('\g<tag>')", path)
        below = "descendant-or-self" if path.startswith("*/@") else "descendant"
        asked = _ASKED_OF_ALL.fullmatch(path)
        found: Callable[[str], _Question] = _elements_of if asked else _xpath
        path = _by_attribute(asked) if asked else path
        self.inside = found(f"descendant-or-self::{path}")
        self.below = found(f"{below}::{path}")
        self.inside(PROBE)


def _xpath(path: str) -> _Question:
    # Functions of our own are made known for each question anew, which takes as long as it does.
    if _OURS not in path:
        return _asked(path)
    return _asked(path, namespaces=_NAMESPACES, extensions=_COUNTING)


def _asked(path: str, **own: Any) -> _Question:
    question: _Question = etree.XPath(path, **own)
    return question


def _elements_of(path: str) -> _Question:
    """The elements of the attributes on a path; its own step to them, `/..`, takes the square."""
    attributes = _xpath(path)
    return lambda element: [one.getparent() for one in attributes(element)]


def _path(tree: Tree, pseudo: PseudoElement | None) -> str:
    selector = Selector(tree, pseudo)
    return _TRANSLATOR.selector_to_xpath(selector, prefix="", translate_pseudo_elements=True)


def _by_attribute(asked: re.Match[str]) -> str:
    """The attributes of the same elements."""
    name, condition = ("class", asked["named"]) if asked["named"] else ("id", asked["known"])
    rest = f"[parent::*[{asked['rest']}]]" if asked["rest"] else ""
    return f"*/@{name}[{condition.replace(f'@{name}', 'string()')}]{rest}"


def _by_place(counted: re.Match[str]) -> str:
    """As many siblings as that: one at that place, and none at the next."""
    siblings, many = counted["siblings"], int(counted["many"])
    none_more = f"not({siblings}[{many + 1}])"
    return f"{siblings}[{many}] and {none_more}" if many else none_more


def _preceding(context: Any, tag: str) -> int:
    """How many siblings of a tag (or `*`) stand before the element that XPath asks about."""
    return _places(context, tag)[context.context_node]


def _following(context: Any, tag: str) -> int:
    """How many stand behind it."""
    places = _places(context, tag)
    return len(places) - 1 - places[context.context_node]


def _places(context: Any, tag: str) -> dict[HtmlElement, int]:
    """The places of an element and its siblings, which are looked at once in an evaluation."""
    node, known = context.context_node, context.eval_context
    parent = node.getparent()
    if (parent, tag) not in known:
        siblings = [node] if parent is None else parent.iterchildren(tag)
        known[parent, tag] = {one: place for place, one in enumerate(siblings)}
    places: dict[HtmlElement, int] = known[parent, tag]
    return places


_OURS = "newscrawl:"
_NAMESPACES = {"newscrawl": "newscrawl"}
_COUNTING = {("newscrawl", "preceding"): _preceding, ("newscrawl", "following"): _following}


def _below(found: list[HtmlElement], compound: _Compound, _: HtmlElement) -> list[Any]:
    return [one for top in _outermost(found) for one in compound.below(top)]


def _outermost(found: list[HtmlElement]) -> list[HtmlElement]:
    """Those that stand in none of the others. No element is climbed to twice."""
    if len(found) == 1:
        return found
    tops = []
    within = dict.fromkeys(found, True)  # whether what stands in an element stands in one of them
    for one in found:
        climbed = []
        above = one.getparent()
        while above is not None and above not in within:
            climbed.append(above)
            above = above.getparent()
        is_within = above is not None and within[above]
        within |= dict.fromkeys(climbed, is_within)
        if not is_within:
            tops.append(one)
    return tops


def _child(found: list[HtmlElement], compound: _Compound, element: HtmlElement) -> list[Any]:
    wanted = set(found)
    return [one for one in compound.inside(element) if one.getparent() in wanted]


def _next(found: list[HtmlElement], compound: _Compound, element: HtmlElement) -> list[Any]:
    following = {next(one.itersiblings("*"), None) for one in found}
    return [one for one in compound.inside(element) if one in following]


def _later(found: list[HtmlElement], compound: _Compound, element: HtmlElement) -> list[Any]:
    following: set[HtmlElement] = set()
    for one in found:
        for sibling in one.itersiblings("*"):
            if sibling in following:
                break
            following.add(sibling)
    return [one for one in compound.inside(element) if one in following]


_COMBINATORS: dict[str, _Combinator] = {" ": _below, ">": _child, "+": _next, "~": _later}
