"""What a site file says of an article page overrides what is found without it, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from newscrawl.extract.article.byline import Byline
from newscrawl.extract.article.dating import day_in_url
from newscrawl.extract.article.declared_title import MAX_CLAIM
from newscrawl.extract.article.surroundings import has_crumbs
from newscrawl.extract.article.title import Title
from newscrawl.extract.article.title_lines import title_in
from newscrawl.extract.lines import BOILERPLATE, PageLines, tidy
from newscrawl.items import Issue
from newscrawl.sites.families import family_named
from newscrawl.sites.model import ArticleRules, Site
from newscrawl.sites.selectors import find
from newscrawl.text.label_tables import LabelRole
from newscrawl.text.labels import Labelled, split_labels
from newscrawl.text.whitespace import squash

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.extract.document import Document

FIELDS = ("title", "byline", "author", "source", "date", "body", "breadcrumb")
_ROLES: Mapping[str, tuple[LabelRole, ...]] = {
    "author": ("author", "correspondent"),
    "source": ("source",),
    "date": ("published",),
}
_NO_LINES = frozenset(("meta", "title", "input", "script", "link"))
_MORE = "…"
_BYLINE_LINES = 200  # lines of a byline: a selector may name half of a page's
_TITLES = 20  # elements that may be the title: one without text is read to its end
_PLAYERS = ("video", "audio", "iframe", "frame", "embed", "object", "script")
_SCOPED = frozenset(("title", "body"))


@dataclass(frozen=True, slots=True)
class Ruled:
    """What the rules found on one page: nodes by field, and strings where a selector gives them.

    `origin` says whose rule it was, `site` or `family`; `issues` which rules matched nothing;
    `no_crumbs` that neither a rule nor the page gives a breadcrumb: there is none to look for.
    """

    nodes: Mapping[str, tuple[HtmlElement, ...]] = field(default_factory=dict)
    strings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    origin: Mapping[str, str] = field(default_factory=dict)
    dropped: frozenset[HtmlElement] = frozenset()
    boilerplate: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()
    no_crumbs: bool = False

    def rule(self, name: str) -> str:
        """How provenance names the rule of a field."""
        return f"{self.origin[name]}:{name}"

    @property
    def scope(self) -> HtmlElement | None:
        """The smallest element with the title, the text and all else that rules name.

        None without both: then the page must be searched.
        """
        if not (self.nodes.get("title") and self.nodes.get("body")):
            return None
        names = ("title", "body", "breadcrumb", "byline")
        nodes = [node for name in names for node in self.nodes.get(name, ())]
        return None if any(node.tag in _NO_LINES for node in nodes) else common_ancestor(nodes)

    @property
    def is_whole(self) -> bool:
        """Whether nothing before the scope is asked for: byline and breadcrumb are known, too."""
        said = self.nodes.get("byline") or self._has("date")
        return bool(said and (self.nodes.get("breadcrumb") or self.no_crumbs))

    @property
    def asked(self) -> frozenset[HtmlElement]:
        """What rules name, with all that stands around it: no menu that may be left closed."""
        around: set[HtmlElement] = set()
        for node in chain.from_iterable(self.nodes.values()):
            here = node
            while here is not None and here not in around:
                around.add(here)
                here = here.getparent()
        return frozenset(around)

    @property
    def trusted(self) -> frozenset[HtmlElement]:
        """What the body rule gives: text, however the boxes it stands in are called."""
        return frozenset(self.nodes.get("body", ()))

    def _has(self, name: str) -> bool:
        return bool(self.nodes.get(name) or self.strings.get(name))

    def texts(self, name: str) -> Iterator[str]:
        """What the selector of a field found, as text; "" for an element with nothing in it."""
        yield from self.strings.get(name, ())
        for node in self.nodes.get(name, ()):
            value = node.get("content") or node.get("datetime")
            yield tidy(value or "".join(map(str, node.itertext())))

    def title_on(self, page: PageLines) -> Title | None:
        """The title, on the lines it stands on; a <meta> title on the line that repeats it."""
        text = next(filter(None, self.texts("title")), "")
        if not text:
            return None
        for node in self.nodes.get("title", ()):
            printed, first, last = title_in(page, node)
            if printed:
                return Title(printed[:MAX_CLAIM], self.rule("title"), first, last, agreed=True)
        text = text[:MAX_CLAIM]
        key = squash(text)
        numbers = (n for n, line in enumerate(page.lines) if squash(line.text[:MAX_CLAIM]) == key)
        number = next(numbers, None) if key else None
        if number is None:
            return Title(text, self.rule("title"), agreed=True)
        return Title(text, self.rule("title"), number, number + 1, agreed=True)

    def container_on(
        self, page: PageLines, title: Title | None, printed: Sequence[range]
    ) -> HtmlElement | None:
        """The element that the body rule gives; around all of them where it gives several."""
        nodes = self.nodes.get("body")
        if not nodes:
            return None
        container = common_ancestor(nodes)
        if container not in page.spans:
            # Nothing is printed in it: it stands, empty, behind title and byline.
            end = max(title.last if title else 0, *(one.stop for one in printed), 0)
            page.spans[container] = (end, end)
        return container

    def text_starts(
        self,
        page: PageLines,
        container: HtmlElement,
        title: Title | None,
        printed: Sequence[range],
    ) -> int:
        """The first line of the container behind the title and the byline, if those are in it."""
        first, last = page.of(container)
        ends = (title.last if title else 0, *(one.stop for one in printed))
        return max((end for end in ends if first < end <= last), default=first)

    def pieces_of(self, page: PageLines, numbers: tuple[int, ...]) -> tuple[int, ...]:
        """The body's lines without those between the elements of a rule that gives several."""
        if len(self.nodes.get("body", ())) < 2:
            return numbers
        pieces = set(chain.from_iterable(self.ranges(page, "body")))
        return tuple(number for number in numbers if number in pieces)

    def printed_on(self, page: PageLines) -> list[range]:
        """The lines of the byline: what the rule gives above the text, not also in it.

        A rule that names the rows of a table finds those of a table in the text as well.
        """
        printed = self.ranges(page, "byline")
        texts = set(chain.from_iterable(self.ranges(page, "body")))
        above = [one for one in printed if one.start not in texts]
        return list(_first_lines(above or printed, _BYLINE_LINES))

    def ranges(self, page: PageLines, name: str) -> list[range]:
        """The lines that the elements of a field hold; those of an element in another are its."""
        found: list[range] = []
        seen = 0
        for first, end in (
            page.of(node) for node in self.nodes.get(name, ()) if node in page.spans
        ):
            if end > seen:
                found.append(range(max(first, seen), end))
                seen = end
        return found

    def give(self, byline: Byline) -> None:
        """Put what author, source and date selectors found in place of the lines' own labels."""
        for name, roles in _ROLES.items():
            if not self._has(name):
                continue
            given = [one for text in self.texts(name) for one in self._labelled(name, text)]
            byline.found = [*given, *(one for one in byline.found if one.role not in roles)]

    def _labelled(self, name: str, text: str) -> list[Labelled]:
        rule, roles = self.rule(name), _ROLES[name]
        found = [one for one in split_labels(text) if one.role in roles]
        if not found:
            return [Labelled(roles[0], rule, text, 0, len(text))]
        return [Labelled(one.role, rule, one.value, one.start, one.end) for one in found]


def _first_lines(ranges: Sequence[range], most: int) -> Iterator[range]:
    """The ranges up to so many lines in all."""
    for one in ranges:
        if most <= 0:
            return
        yield one[:most]
        most -= len(one)


def rules_on(document: Document, site: Site | None, listed_date: str | None) -> Ruled:
    """Apply the site's rules (those of the layout that fits the page), then its family's hints."""
    if site is None:
        return Ruled()
    rules = version_for(document, site.articles, listed_date)
    if rules is None and site.family is None:
        return Ruled()
    applied = _Applied()
    for name in FIELDS if rules is not None else ():
        applied.by_site(document, name, getattr(rules, name))
    family = family_named(site.family)
    if family is not None and "byline" not in applied.origin:
        applied.by_family(document, family.byline)
    rules = rules or ArticleRules()
    dropped = (node for path in rules.drop for node in _found(document, path)[0])
    asks_for_crumbs = applied.nodes.keys() >= _SCOPED and "breadcrumb" not in applied.nodes
    return Ruled(
        applied.nodes,
        applied.strings,
        applied.origin,
        frozenset(dropped),
        rules.boilerplate,
        tuple(applied.issues),
        no_crumbs=asks_for_crumbs and not has_crumbs(document.decoded.text),
    )


def plays(document: Document, site: Site, listed_date: str | None) -> bool:
    """Whether what the site's rule for the text finds has something to play, or a script."""
    rules = version_for(document, site.articles, listed_date)
    nodes = _found(document, rules.body)[0] if rules and rules.body else ()
    return any(next(node.iter(*_PLAYERS), None) is not None for node in nodes)


@dataclass(slots=True)
class _Applied:
    nodes: dict[str, tuple[HtmlElement, ...]] = field(default_factory=dict)
    strings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    origin: dict[str, str] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def by_site(self, document: Document, name: str, selector: str | None) -> None:
        """Note what a selector of the site file finds, or that it finds nothing."""
        if selector is None:
            return
        nodes, strings = _found(document, selector)
        if name == "title" and not strings:
            first = nodes[:_TITLES]
            nodes = tuple(node for node in first if node.get("content") or _has_text(node))
        if nodes or strings:
            self.nodes[name], self.strings[name], self.origin[name] = nodes, strings, "site"
        else:
            self.issues.append(Issue(code="rule_missed", field=name, text=selector))

    def by_family(self, document: Document, selectors: Sequence[str]) -> None:
        """Take the first hint at the byline that finds one element alone, with text in it."""
        for selector in selectors:
            nodes, _ = _found(document, selector)
            if len(nodes) != 1 or nodes[0].tag in _NO_LINES:
                continue
            if _has_text(nodes[0]):
                self.nodes["byline"], self.origin["byline"] = nodes, "family"
                return


def _found(document: Document, selector: str) -> tuple[tuple[HtmlElement, ...], tuple[str, ...]]:
    found = find(selector, document.root)
    strings = tuple(tidy(one) for one in found if isinstance(one, str))
    return tuple(one for one in found if not isinstance(one, str)), strings


def _has_text(node: HtmlElement) -> bool:
    return any(str(text).strip() for text in node.itertext())


def version_for(
    document: Document, versions: Sequence[ArticleRules], listed_date: str | None
) -> ArticleRules | None:
    """The layout whose selectors fit the page best; among equals the one of the page's day."""
    if len(versions) < 2:
        return versions[0] if versions else None
    scores = [_fit(document, rules) for rules in versions]
    fitting = [rules for rules, score in zip(versions, scores, strict=True) if score == max(scores)]
    day = (listed_date or day_in_url(document.url) or "")[:10]
    in_time = (
        rules
        for rules in fitting
        if day and rules.until is not None and day <= rules.until.isoformat()
    )
    return min(in_time, key=lambda rules: rules.until or date.max, default=fitting[-1])


def _fit(document: Document, rules: ArticleRules) -> tuple[bool, float]:
    """Whether the body's selector matches, and which share of all of them."""
    paths = [path for name in FIELDS if (path := getattr(rules, name))]
    matched = [path for path in paths if any(_found(document, path))]
    return rules.body in matched, len(matched) / max(1, len(paths))


def common_ancestor(nodes: Sequence[HtmlElement]) -> HtmlElement:
    """The smallest element that holds all of `nodes` (one or more)."""
    around = [nodes[0], *nodes[0].iterancestors()]
    height = {element: steps for steps, element in enumerate(around)}
    highest = 0
    passed = set()
    for node in nodes[1:]:
        here = node
        while here not in height and here not in passed:
            passed.add(here)
            here = here.getparent()
        highest = max(highest, height.get(here, 0))
    return around[highest]


def mute(page: PageLines, boilerplate: Sequence[str]) -> None:
    """Mark the lines that the site file calls boilerplate; ``…`` at its end stands for anything."""
    whole = {squash(text) for text in boilerplate if not text.endswith(_MORE)}
    heads = tuple(filter(None, (squash(text) for text in boilerplate if text.endswith(_MORE))))
    for line in page.lines if boilerplate else ():
        key = squash(line.text)
        if key and (key in whole or (heads and key.startswith(heads))):
            line.noise = BOILERPLATE
