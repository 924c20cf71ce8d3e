"""One page as learning sees it: read without rules, its lines ready to be held against others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from newscrawl.extract.arguments import refuse_wrong_types
from newscrawl.extract.article.parts import Parts, take_apart
from newscrawl.extract.article.read import read_parts
from newscrawl.extract.article.verdict import judge
from newscrawl.extract.document import Document
from newscrawl.extract.lines import Line
from newscrawl.extract.listing import Listing, read_listing
from newscrawl.items import Article, Page
from newscrawl.sites.families import recognise
from newscrawl.sites.model import ArticleRules, Site
from newscrawl.text.whitespace import squash

# One page of a site: what was fetched, or its bytes and its address.
Sample = Page | tuple[bytes, str]
# A line's squashed text, and its place: the tags and names of the elements around it.
Key = tuple[str, str]
_FEW_ROWS = 4  # rows below which a page is no listing to learn from
_PARAGRAPH = 30  # characters of a paragraph
_MUCH_TEXT = 300  # characters of a paragraph that no listing has


@dataclass(frozen=True)
class Study:
    """One parsed page, what the generic rules find on it, and the record they give."""

    page: Page
    document: Document
    parts: Parts
    article: Article

    @classmethod
    def of(cls, sample: Sample) -> Study:
        """Parse and read one page without any site's rules; TypeError for what is no page."""
        page = sample if isinstance(sample, Page) else _page(sample)
        document = Document.parse(page.body, page.url, page.content_type)
        parts = take_apart(document, page.listed, whole=True)
        return cls(page, document, parts, read_parts(parts, listed=page.listed))

    def without(self, boilerplate: Iterable[str]) -> Study:
        """The page read again, with lines that are known to be its template's and no text."""
        return self.ruled(ArticleRules(boilerplate=tuple(boilerplate)))

    def ruled(self, rules: ArticleRules) -> Study:
        """The page read again by rules for what is no text."""
        site = Site(id=self.article.site, articles=(rules,))
        parts = take_apart(self.document, self.page.listed, site, whole=True)
        return replace(self, parts=parts, article=read_parts(parts, listed=self.page.listed))

    @cached_property
    def listing(self) -> Listing:
        """The page read as a listing."""
        return read_listing(self.document)

    @cached_property
    def is_listing(self) -> bool:
        """Whether the page is a list of articles rather than one of them with a list beside it."""
        if len(self.listing.items) < _FEW_ROWS or self.listing.issues:
            return False
        family = recognise(self.page.url, self.document.decoded.text)
        addressed = family is not None and family.is_article(self.page.url)
        # A list may label every row's date; an article labels one, its own.
        labelled = [one for one in self.parts.byline.of("published") if one.value]
        return not (addressed or len(labelled) == 1 or self._longest_text() >= _MUCH_TEXT)

    def _longest_text(self) -> int:
        """Characters of the paragraphs that stand side by side; a list's summaries do not."""
        beside: Counter[object] = Counter()
        for line in self.parts.lines:
            if len(line.text) >= _PARAGRAPH and not line.item and line.links * 2 < len(line.text):
                breaks = line.element.tag not in ("p", "div")
                beside[line.element if breaks else line.element.getparent()] += len(line.text)
        return max(beside.values(), default=0)

    @cached_property
    def is_article(self) -> bool:
        """Whether the page holds an article to keep: no wall, no error page, no list."""
        kept = judge(self.document, self.article)[1]
        return (
            kept
            and self.article.title is not None
            and not self.is_listing
            and not self._is_beyond_measure()
        )

    def _is_beyond_measure(self) -> bool:
        """Whether it is longer or deeper than articles are: each rule is tried on all of a page."""
        page = self.parts.page
        return page.cut or page.plain or self.document.is_deep

    @property
    def lines(self) -> list[Line]:
        """Every line of the page."""
        return self.parts.page.lines

    @cached_property
    def keys(self) -> list[Key]:
        """Each line's text, squashed, and its place: the same pair on a sibling is template."""
        return [(squash(line.text), place_of(line)) for line in self.lines]


def place_of(line: Line) -> str:
    """Where a line stands: the tags and names of the four elements around it."""
    steps = []
    element = line.element
    for _ in range(4):
        steps.append(f"{element.tag}.{element.get('class') or ''}#{element.get('id') or ''}")
        parent = element.getparent()
        if parent is None:
            break
        element = parent
    return "<".join(steps)


def template_of(studies: Iterable[Study]) -> frozenset[Key]:
    """The lines (text and place) that two or more pages share: layout, no article's own text."""
    seen: dict[Key, int] = {}
    for study in studies:
        for key in set(study.keys):
            seen[key] = seen.get(key, 0) + 1
    return frozenset(key for key, count in seen.items() if count > 1 and key[0])


def _page(sample: object) -> Page:
    if not isinstance(sample, tuple) or len(sample) != 2:
        told = type(sample).__name__
        raise TypeError(f"pages takes Pages or (html, url) pairs, not {told}")
    html, url = sample
    refuse_wrong_types(html=html, url=url)
    return Page(url=url, body=html)
