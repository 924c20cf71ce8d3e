"""The files that belong to an article, under the names that the page gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

from newscrawl.extract.lines import PageLines
from newscrawl.extract.tags import WRITTEN_TAG
from newscrawl.items import Attachment
from newscrawl.text.urls import is_attachment, media_type_of
from newscrawl.text.whitespace import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.extract.document import Document

# Names of files are cut here, and as many are taken.
_LONGEST_NAME = 500
_MOST_FILES = 500
_LINKS_ASKED = 10_000  # links of an article that are asked whether they lead to a file
_MOST_PIECES = 100
_MOST_PARTS = 500  # elements of a link that may name a file
# A link that an inline script appends: TRS keeps a text's files in a variable.
_WRITTEN_LINK = re.compile(
    r"""<a\s[^<>]{0,300}?href\s*=\s*\\?["']?([^"'\\<>\s]+)[^<>]*>(.{0,300}?)</a""",
    re.IGNORECASE | re.DOTALL,
)
# Scripts that draw a PDF: Visual SiteBuilder's, PDFObject, pdf.js, pdfh5.
_VIEWER_SCRIPT = re.compile(
    r"showVsbpdfIframe|PDFObject|pdfjs|getDocument\(|pdfh5|pdf_?url|pdf_?viewer", re.IGNORECASE
)
_PDF = re.compile(r"\.[pP][dD][fF]")
_PDF_NAMED = re.compile(r"""["']([^"'\s<>]{1,500}?\.pdf)["'?#]""", re.IGNORECASE)
# What a link says when it does not name its file; then the address may.
_NAMELESS = re.compile(
    r"[【\[（(]?\s*(?:(?:点击|请|查看|立即)*(?:下载|附件|查看|打开)(?:附件|文件|此处|这里|地址|全文)?"
    r"|附件\s*\d*|此处|这里|download|here)\s*[】\]）)]?",
    re.IGNORECASE,
)
_NAME_KEYS = frozenset(("showname", "filename", "attname", "name", "title", "downname", "oldname"))
_FILE_NAME = re.compile(r"[^<>?#:\n]{1,200}\.[A-Za-z0-9]{2,4}")
# WebPlus keeps the real name in sudyfile-attr="{'title':'….docx'}".
_KEEPING_NAME = "sudyfile-attr"
_KEPT_NAME = re.compile(r"'title'\s*:\s*'([^']+)'")
_TELLING_NAME = re.compile(r"[\u4e00-\u9fff]|[A-Za-z]{4,}")


def attachments_of(
    document: Document, page: PageLines, first: int, last: int
) -> tuple[Attachment, ...]:
    """The files that the lines first..last-1 link to, under the name that the page gives them."""
    links: dict[str, HtmlElement] = {}
    within = (
        element
        for element, (start, end) in page.spans.items()
        if element.tag == "a" and first <= start and end <= last
    )
    for element in islice(within, _LINKS_ASKED):
        if len(links) < _MOST_FILES:
            href = (element.get("href") or "").strip()
            # Asked of the link as printed: most lead to no file, and resolving is dear.
            if _is_file(href) or (href[:1] not in ("", "#") and _is_file(_file_named(element))):
                links.setdefault(href, element)
    found: dict[str, Attachment] = {}
    named = ((href, _text_of(element), _title_of(element)) for href, element in links.items())
    for href, text, title in chain(named, _written(page)):
        address = document.absolute(href)
        if address and address.startswith("http") and address not in found:
            name = _name(text, title, address)
            kind = media_type_of(address) or media_type_of(name or "")
            found[address] = Attachment(url=address, title=name, media_type=kind)
    for source in islice(pdf_viewers(document, page), _MOST_FILES):
        address = document.absolute(source)
        if address and address.startswith("http") and address not in found:
            found[address] = Attachment(url=address, media_type="application/pdf")
    return tuple(found.values())


@lru_cache(maxsize=4096)  # a site's pages share most of their links
def _is_file(href: str) -> bool:
    """A file to keep; a link to a picture is the picture, larger."""
    return is_attachment(href) and not (media_type_of(href) or "").startswith("image/")


def _written(page: PageLines) -> Iterator[tuple[str, str, str]]:
    """The links to files that inline scripts write: address, text, no title."""
    for script in page.scripts:
        if "href" in script:
            for href, inside in _WRITTEN_LINK.findall(script):
                if _is_file(href):
                    yield href, WRITTEN_TAG.sub("", inside), ""


def _file_named(element: HtmlElement) -> str:
    """The file name that is all a link says, whatever script it asks for the file: 值班表.xls."""
    if not len(element) and "." not in (element.text or "") and not element.get(_KEEPING_NAME):
        return ""  # as nearly always
    text = _text_of(element).strip()
    return f"/{text}" if _FILE_NAME.fullmatch(text) else ""


def _text_of(element: HtmlElement) -> str:
    named = _KEPT_NAME.search(element.get(_KEEPING_NAME) or "")
    if not named and next(islice(element.iter(), _MOST_PARTS, None), None) is not None:
        return ""  # a link around half of a page: no file is called so
    return named[1] if named else "".join(map(str, islice(element.itertext(), _MOST_PIECES)))


def _title_of(element: HtmlElement) -> str:
    return element.get("title") or element.get("download") or ""


def _name(text: str, title: str, address: str) -> str | None:
    """What a link calls its file; its title, or the address's own name, where it says 下载."""
    said = clean_line(text[:_LONGEST_NAME])
    if said and not _NAMELESS.fullmatch(said):
        return said
    if entitled := clean_line(title[:_LONGEST_NAME]):
        return entitled
    parts = urlsplit(address)
    asked = [value for key, value in parse_qsl(parts.query) if key.lower() in _NAME_KEYS]
    for name in (*asked, unquote(parts.path.rsplit("/", 1)[-1])):
        stem = name.rpartition(".")[0]
        if _TELLING_NAME.search(stem) and media_type_of(name) is not None:
            return clean_line(name[:_LONGEST_NAME])
    return said or None


def pdf_viewers(document: Document, page: PageLines) -> Iterator[str]:
    """Addresses of PDFs shown in place of a text: by scripts, players, frames and their viewers."""
    for script in page.scripts:
        # Asked for the file first, which is cheap: scripts are long, and hardly one names a PDF.
        if _PDF.search(script) and _VIEWER_SCRIPT.search(script):
            yield from _PDF_NAMED.findall(script)
    for node in page.declared:
        if source := node.get("pdfsrc"):
            yield source
    for node in document.all("iframe", "embed", "object"):
        for name in ("data", "src", "data-src"):
            source = node.get(name) or ""
            if ".pdf" in source.lower():
                yield _shown_by(source)
                break


def _shown_by(source: str) -> str:
    """The PDF that a frame shows: itself, or what its viewer is asked for (viewer.html?file=…).

    A relative name there counts from the viewer's own address.
    """
    parts = urlsplit(source)
    asked = (value for _, value in parse_qsl(parts.query) if ".pdf" in value.lower())
    told = next(asked, None)
    return urldefrag(urljoin(source, told) if told else source)[0]
