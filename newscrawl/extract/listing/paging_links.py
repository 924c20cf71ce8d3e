"""The page's own way on: a next link in any dress, numbered links, a jump box."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.extract.listing.anchors import Link, chunks_of, squeeze
from newscrawl.extract.listing.model import DAY_BEFORE, NextPage
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_forms import scripted, submit_button
from newscrawl.extract.listing.shapes import article_likeness, page_parameter, shape

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# In order of trust: words, then one arrow, then two (which may also mean "last").
_SURE = re.compile(
    r"^[\s\[（(<|«‹←]*(?:下\s*一?\s*[页頁]|后\s*一?\s*[页頁]|向后(?:翻页)?|next(?:\s+page)?|older(?:\s+(?:posts|entries|news|articles))?"
    r"|(?:早期|较早的?|更早的?|以前的?|較早的?|較舊的?|旧|舊)文章"  # WordPress in Chinese
    r"|(?:p[aá]gina\s+|page\s+)?(?:siguiente|suivante?|successiva|seguinte|pr[oó]xim[ao])"
    r"|weiter|nächste(?:\s+seite)?|volgende(?:\s+pagina)?|nästa|neste|næste|avanti|далее|следующая(?:\s+страница)?"
    r"|次へ|次の?(?:ページ|\d{1,3}件)|다음(?:\s?페이지)?)[\s\])）>»›→|.]*$",
    re.IGNORECASE,
)
_ARROW = re.compile(r"^[\s\[]*[>›＞→▶►][\s\]]*$")
_DOUBLE = re.compile(r"^[\s\[]*(?:>>|»|＞＞|>|›|→)+[\s\]]*$")
_NEXT_NAME = re.compile(
    r"(?:^|[\W_])(?:next|nextpage|page[-_]?next|p_next|xyy|down)(?:$|[\W_])", re.IGNORECASE
)
_NEXT_IMAGE = re.compile(
    r"(?:^|[/_-])(?:btn_?|page_?|icon_?)?(?:next(?:_?page)?|xiayiye|xyy|xyiye|nextp)(?:[_-]?\w{0,3})?"
    r"\.(?:gif|png|jpe?g|svg|bmp)$",
    re.IGNORECASE,
)
_BACK = re.compile(r"上\s*一?\s*[页頁]|较新|較新|newer|prev", re.IGNORECASE)
_OFF = re.compile(
    r"disable|p_next_d|p_fun_d|nolink|(?:^|[\s_-])(?:gray|grey|nextdisabled)(?:$|[\s_-])",
    re.IGNORECASE,
)
_AROUND = "[]()（）【】. "  # what stands around a pager's numbers
_CHOSEN = re.compile(r"this\.options\s*\[\s*this\.selectedIndex\s*\]\.(?:value|text)")
_MORE = re.compile(
    r"^[\W_]*(?:more\s+(?:articles|news|posts)|加载更多"
    r"|(?:all|view all)\s+(?:articles|news|posts))[\W_]*$",
    re.IGNORECASE,
)
# The way back in lists whose pages are days, months or issues; calendars beside a list say so too,
# so the address must name a day or month.
_EARLIER = re.compile(
    r"^[\W_]*(?:(?:前|上)\s*[一个個]?\s*(?:天|日|周|週|月|季度|年|期)|前の?(?:日|週|月|年)"
    r"|(?:previous|prev|earlier)\s+(?:day|week|month|year|issue))[\W_]*$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?:[-/_.年]?(?:0?[1-9]|1[0-2])(?!\d)|[01]\d[0-3]\d)", re.ASCII
)
_YEAR = re.compile(r"[\W_]*((?:19|20)\d\d)\s*年?[\W_]*")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)


def next_link(pager: Pager) -> NextPage | None:
    """The page's own next link."""
    for rule, candidates in (
        ("link rel=next", _by_rel(pager)),
        ("link text", _by_words(pager, _SURE)),
        ("link class", _by_name(pager)),
        ("link arrow", _by_words(pager, _ARROW)),
        ("link arrow", _by_words(pager, _DOUBLE)),
    ):
        for link in candidates:
            found = _followed(pager, link, rule)
            if found:
                return found
    return submit_button(pager, _SURE)


def declares_end(pager: Pager) -> bool:
    """Whether the page has a next link that is switched off: this is the last page."""
    for element in pager.document.root.iter("a", "span", "li", "em", "td"):
        text = squeeze(element.text)
        if text and len(text) < 12 and _SURE.match(text) and _is_off(pager, element):
            return True
    return False


def _is_off(pager: Pager, element: HtmlElement) -> bool:
    href = element.get("href")
    if element.tag == "a" and href is not None:
        lean = href.strip().lower()
        if lean.startswith("javascript:") and not re.search(r"void|^javascript:\s*;?$", lean):
            return False
        return not element.get("onclick") and pager.other(href) is None
    return not any(True for _ in element.iter("a")) and element.getparent().tag != "a"


def _by_rel(pager: Pager) -> Iterator[Link]:
    for element in pager.document.root.xpath(
        "//link[@rel='next'][@href] | //a[@rel='next'][@href]"
    ):
        href = str(element.get("href"))
        yield Link(element, href, "", "", "", 0)


def _by_words(pager: Pager, words: re.Pattern[str]) -> Iterator[Link]:
    for link in pager.links:
        if any(words.match(text) for text in names_of(link) if len(text) < 20):
            yield link


def names_of(link: Link) -> Iterator[str]:
    """What a pager's link calls itself: in words, in its title, in the name of its picture."""
    yield link.text
    yield link.title
    spoken = link.element.get("aria-label")
    if spoken:
        yield squeeze(spoken)
    if not link.text:
        for image in link.element.iter("img"):
            yield squeeze(image.get("alt"))
            yield squeeze(image.get("title"))
            if _NEXT_IMAGE.search(image.get("src") or ""):
                yield "next"
        value = link.element.get("value")
        if value:
            yield squeeze(value)


def _by_name(pager: Pager) -> Iterator[Link]:
    """Links whose class says next; sliders say so too, so the address must look like a page's."""
    for link in pager.links:
        names = f"{link.element.get('class') or ''} {link.element.get('id') or ''}"
        parent = link.element.getparent()
        if parent is not None and _is_only_child(link.element):
            names += f" {parent.get('class') or ''}"
        if _BACK.search(link.text):
            continue  # WordPress calls the way to newer posts nav-next
        if _NEXT_NAME.search(names) and is_sibling(pager, pager.other(link.href)):
            yield link


def _is_only_child(element: HtmlElement) -> bool:
    # len(parent) would count a hundred thousand children for each of them.
    return element.getprevious() is None and element.getnext() is None


def _followed(pager: Pager, link: Link, rule: str) -> NextPage | None:
    element = link.element
    parent = element.getparent()
    names = (
        f"{element.get('class') or ''} {parent.get('class') or '' if parent is not None else ''}"
    )
    if _OFF.search(names) or element.get("disabled") is not None:
        return None
    url = pager.other(link.href)
    if url:
        return NextPage(url=url, rule=rule)
    return scripted(pager, f"{link.href}\n{element.get('onclick') or ''}")


def is_sibling(pager: Pager, url: str | None) -> bool:
    """Whether `url` looks like another page of this listing rather than an article."""
    if url is None:
        return False
    here, there = pager.url, url
    if there.partition("?")[0] == here.partition("?")[0]:
        return True
    if shape(here) == shape(there):
        return True
    return _folder(there).startswith(_stem(here)) or (
        _folder(here) == _folder(there) and article_likeness(there) < 0.8
    )


def _folder(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[0]


def _stem(url: str) -> str:
    bare = url.partition("?")[0]
    return bare.rpartition(".")[0] if "." in bare.rpartition("/")[2] else bare.rstrip("/")


def numbered(pager: Pager) -> dict[int, str]:
    """Page number to address, for the pager's links whose text is a number."""
    found: dict[int, str] = {}
    for link in pager.links:
        text = link.text.strip(_AROUND)
        if text.isascii() and text.isdigit() and len(text) <= 5:
            url = pager.other(link.href)
            if url and is_sibling(pager, url):
                found.setdefault(int(text), url)
    return found


# Where a pager prints which page this is, and how it calls the place: looked for in Python, since
# XPath asks each of many elements for its names again and again.
_NUMBER_TAGS = ("span", "em", "b", "strong", "li", "a", "font")
_CURRENT_NAMES = ("cur", "active", "thisclass", "p_no_d", "on", "select", "s2")
_NUMBER_LENGTH, _NUMBER_PIECES = 6, 20


def current_number(pager: Pager) -> int | None:
    """Which page this is, by the pager's unlinked number, the declared one, or the address."""
    for element in pager.document.root.iter(*_NUMBER_TAGS):
        names = element.get("class") or ""
        if "aria-current" not in element.attrib and not any(
            map(names.__contains__, _CURRENT_NAMES)
        ):
            continue
        text = squeeze("".join(map(str, islice(element.itertext(), _NUMBER_PIECES))))
        number = text.strip("[]")
        if len(text) < _NUMBER_LENGTH and number.isdigit() and number.isascii():
            return int(number)
    printed = _printed_number(pager)
    if printed:
        return printed
    if pager.declared.current:
        return pager.declared.current
    found = page_parameter(pager.url.partition("?")[2])
    return None if found is None or not found[1] else int(found[1])


def _printed_number(pager: Pager) -> int | None:
    """The one number that stands among the pager's linked ones without being a link itself."""
    pages = numbered(pager)
    texts = set(map(str, pages))
    links = [link.element for link in pager.links if link.text.strip(_AROUND) in texts]
    if not links:
        return None
    box = links[0].getparent()
    while box is not None and links[-1] not in box.iterdescendants():
        box = box.getparent()
    if box is None or box.tag in ("body", "html"):
        return None
    inside = {one for link in links for one in link.iter()}
    printed = {
        int(text)
        for where, chunk in chunks_of(box)
        if where not in inside
        and (text := squeeze(chunk).strip(_AROUND)).isascii()
        and text.isdigit()
        and len(text) <= 5
    }
    apart = {number for number in printed - pages.keys() if {number - 1, number + 1} & pages.keys()}
    return apart.pop() if len(apart) == 1 else None


def next_number(pager: Pager) -> NextPage | None:
    """The link of the number after this page's."""
    links = numbered(pager)
    if not links:
        return None
    current = current_number(pager)
    if current is None or current in links:  # a page does not link to itself: it is another
        current = 1 if _is_unnumbered_first(pager, links) else _gap(links)
    url = links.get(current + 1)
    return NextPage(url=url, rule="numbered link") if url else None


def _is_unnumbered_first(pager: Pager, links: dict[int, str]) -> bool:
    """Whether the pager links every page by a parameter that this one's own address lacks."""
    first = page_parameter(links.get(1, "").partition("?")[2])
    here = page_parameter(pager.url.partition("?")[2])
    return first is not None and here is None and len(links) == max(links)


def _gap(links: dict[int, str]) -> int:
    """The number the pager leaves unlinked between linked ones: the current page's."""
    for number in range(1, max(links)):
        if number not in links and number + 1 in links and (number == 1 or number - 1 in links):
            return number
    return max(links)


def next_option(pager: Pager) -> NextPage | None:
    """The option after the selected one in a jump box whose values are addresses."""
    for box in pager.document.root.iter("select"):
        options = [one for one in box.iter("option") if one.get("value")]
        pages = [pager.document.absolute(str(one.get("value"))) for one in options]
        if len(options) < 2 or not all(_is_number(one) for one in options):
            continue
        here = next((n for n, one in enumerate(options) if one.get("selected") is not None), None)
        if here is None:
            here = next((n for n, url in enumerate(pages) if url and pager.is_here(url)), 0)
        if here + 1 < len(pages):
            value = str(options[here + 1].get("value"))
            address = value if re.search(r"[/.?=]", value) else _jump(pager, box, value)
            url = pager.other(address)
            if url:
                return NextPage(url=url, rule="jump box")
    return None


def _jump(pager: Pager, box: HtmlElement, value: str) -> str | None:
    """Where the box's own script goes when `value` is chosen."""
    script = _CHOSEN.sub("this.value", box.get("onchange") or "")
    known = {"this.value": int(value) if value.isascii() and value.isdigit() else value}
    return pager.scripts.address_of(script, known) if script else None


def _is_number(option: HtmlElement) -> bool:
    return bool(re.fullmatch(r"第?\s*\d{1,6}\s*[页頁]?(?:\s*/\s*\d+)?", squeeze(option.text)))


def day_before(pager: Pager) -> NextPage | None:
    """The page of the day (month, issue) before, where nothing else leads on."""
    for link in _by_words(pager, _EARLIER):
        url = pager.other(link.href)
        if url and _DATED.search(url) and is_sibling(pager, url):
            return NextPage(url=url, rule=DAY_BEFORE)
    return None


def year_before(pager: Pager) -> NextPage | None:
    """The archive of the year before, where years are all that leads on."""
    years: dict[int, str] = {}
    for link in pager.links:
        told, url = _YEAR.fullmatch(link.text), pager.other(link.href)
        if told and url and told[1] in url and is_sibling(pager, url):
            years.setdefault(int(told[1]), url)
    # The newest year may stand under the archive's own address as well.
    own = {int(one) for one in _YEARS.findall(pager.url)}
    earlier = [year for year in years if year < min(own, default=9999)]
    return NextPage(url=years[max(earlier)], rule="year before") if earlier else None


def more_link(pager: Pager) -> NextPage | None:
    """One "more articles" link below the only list of the page."""
    found = [link for link in pager.links if _MORE.match(link.text) and pager.other(link.href)]
    urls = {pager.other(link.href) for link in found}
    url = urls.pop() if len(urls) == 1 else None
    return NextPage(url=url, rule="more link") if url else None
