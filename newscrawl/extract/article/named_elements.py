"""What elements hold that call themselves the author's or the source's: class="author-name"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.extract.article.outlets import account_in, is_name_beside
from newscrawl.text.bylines import begins_by, names_alone, without_by
from newscrawl.text.label_tables import COLONS
from newscrawl.text.labels import role_of
from newscrawl.text.people import looks_like_body, looks_like_person

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Characters of a line, or of an element, that names somebody, and of a source's name.
SIGNED_LENGTH = 80
ORIGIN_LENGTH = 20  # characters of a name that its element calls a source
MORE_THAN_NAMES = re.compile(
    rf"[\d|{COLONS}]|^(?:by|von|par|por|di|door|av|af|autore?|text)$|链接$|連結$|引用",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:^|\s)(?:article-?|post-?|entry-?)?(?:author(?:style\d*)?|by-?line|authi?)(?:[-_]{1,2}names?|s)?(?:$|\s)"
    # In other languages: szerző, autor, auteur, autore, författare, forfatter, yazar, penulis.
    r"|(?:^|\s)(?:by|szerzo|szerzok|autor(?:es|i|zy|en|in|ka)?|auteurs?|autore|forfatter(?:e|navn)?|forfattare|skribent|yazar(?:adi)?|muhabir"
    r"|penulis|redactor|redacteur|kirjoittaja|toimittaja|reporter|journalist)(?:[-_]{1,2}(?:names?|nom|nombre|nome))?(?:$|\s)"
    r"|(?:^|\s)[Aa]uthor-?[Ii]nfo[-_]?[Nn]ame(?:$|\s)"
)
# news-detail__author, field--name-field-author: whatever a template sets before it.
_SIGNED_BY = re.compile(
    r"(?:^|\s)(?!about|has|no|by|co)[a-z][\w-]{0,40}[_-](?:author|autor)(?:[-_]{1,2}(?:names?|wrapper))?(?:$|\s)"
)
# On Chinese pages of accounts: class="up-name", "nickname".
_ACCOUNT_NAME = re.compile(
    r"(?:^|[\s_-])(?:up|user|nick|writer|blogger|uploader)[-_]?name(?:$|[\s_-])", re.IGNORECASE
)
_ORIGIN = re.compile(
    r"(?:^|[\s_-])(?:source|laiyuan|media[-_]?name|origin|from|js_name)(?:$|[\s_-])", re.IGNORECASE
)
# Where the pages of a paper's writers are, by its address.
_WRITERS_PAGE = re.compile(
    r"/(?:authors?|autor(?:es|en|i|zy|a|in|ka)?|auteurs?|autore|by|byline|contributors?|writers?|reporters?|journalists?"
    r"|journalistes?|redakteure?|columnists?|yazar(?:lar)?|penulis|avtor[yi]?|toimittajat?|skribent(?:er)?|forfatter(?:e)?"
    r"|szerzok?|redaktor(?:zy)?)/[^/?#]"
)
# Where somebody has a page who wrote or who is written about: a minister, a club, a bank.
_SOMEBODYS_PAGE = re.compile(
    r"/(?:people|profiles?|staff|team|meet-the-team|firmas?|osoby?)/[^/?#]"
)
# Where all that is written about something is: also about somebody.
_TOPICS_PAGE = re.compile(
    r"/(?:topics?|tags?|thema|themen|temas?|tematy?|sujets?|categor(?:y|ies|ias?|ie)|labels?|keywords?"
    r"|etiquetas?|schlagworte?|dossiers?|search|suche)/[^/?#]",
    re.IGNORECASE,
)
# Authors_authors-container__w1VWx, article_author-name__2aB: as scripts make names of names.
_SIGNED_IN = re.compile(
    r"(?:^|[\s_-])(?<!about[_-])(?<!(?:has|not)-)(?<!(?:no|co)-)(?:authors?|byline)(?:[-_](?:names?|text|links?|container|wrapper|wrap|section|list|group|info|area|line|row|box|block|details?))*"
    r"(?:_{2}\w{4,8})?(?:$|\s)",
    re.IGNORECASE,
)
_CASELESS = re.compile(r"[\u0590-\u1fff]")  # scripts without capitals, but for Greek's old ones
_FOLLOW = "关注"  # what platforms offer beside an account's name
_PLACE_BEHIND = re.compile(r"\s/\s[A-ZÇĞİÖŞÜ]{3,}$")  # Elif Kaya / AYVALI
_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.IGNORECASE)
_SEVERAL = 2  # texts in an element, one of which is the name
_WORDS = 4  # of a name in a script without capitals
_HOUSE = 4  # letters of a house that stand for its name
HAN = re.compile(r"[\u3400-\u9fff]")


def author_and_origin(element: HtmlElement) -> tuple[str, str]:
    """The names in an element that is the author's, or the name in one that is the source's.

    Both are "" for any other. Old templates of Visual SiteBuilder number theirs: authorstyle1025.
    """
    signed, compound, account, origin, within = _calls_itself(
        f"{element.get('class') or ''} {element.get('id') or ''}"
    )
    signed = signed or element.get("rel") == "author"
    if not (signed or compound or account or origin or within or leads_to_author(element)):
        return "", ""
    text = " ".join("".join(map(str, element.itertext())).split())
    if not 1 < len(text) <= SIGNED_LENGTH:
        return "", ""
    if MORE_THAN_NAMES.search(text):
        return (_before_day(element) if signed else ""), ""
    named = account and (HAN.search(text) or names_alone(text, signed=True))
    if signed or named or (compound and not HAN.search(text)):
        return _who_signed(element, text), ""
    if origin and len(text) <= ORIGIN_LENGTH:
        return "", text
    return _who_is_linked(element, text), ""


def _who_is_linked(element: HtmlElement, text: str) -> str:
    """The names in a link to a writer's page, or in a box round one."""
    if _CASELESS.match(text) and leads_to_author(element) and 1 < len(text.split()) <= _WORDS:
        return text
    return ", ".join(_names_in(element))


def _before_day(element: HtmlElement) -> str:
    """Who is named first in the author's own element, in which a day stands behind.

    A section or a town may stand there as well: the name is a known one, or that of an account.
    """
    pieces = [one for piece in element.itertext() if (one := str(piece).strip(" ,;|/"))]
    first = pieces[0] if len(pieces) > 1 else ""
    if names_alone(first):
        return first
    known = looks_like_person(first) or _FOLLOW in pieces
    known = known and account_in(first) is not None and role_of(first) is None
    return first if known and not (is_name_beside(first) or looks_like_body(first)) else ""


def _who_signed(element: HtmlElement, text: str) -> str:
    """The names in the author's own element, without what stands beside them in it."""
    pieces = [one for piece in element.itertext() if (one := str(piece).strip())]
    if len(pieces) > 1 and len(pieces[-1]) <= _HOUSE and pieces[-1].isupper():
        # <a>Matti Salo</a> HS: the house's letters behind who wrote
        alone = names_alone(text[: -len(pieces[-1])].strip(), signed=True)
        pieces, text = (pieces[:-1], ", ".join(alone)) if alone else (pieces, text)
    if len(pieces) < _SEVERAL:
        return without_by(_PLACE_BEHIND.sub("", text))
    if begins_by(f"{pieces[0]} {pieces[1]}"):
        return without_by(" ".join(pieces))
    if _CASELESS.match(text) and " " in pieces[0]:
        return without_by(pieces[0])  # behind it stands what somebody is, or where
    return ", ".join(_names_in(element)) or without_by(text)


def leads_to_author(element: HtmlElement) -> bool:
    """Whether an element is a link to a writer's own page, by its address."""
    address = element.get("href") if element.tag == "a" else None
    return address is not None and _WRITERS_PAGE.search(address) is not None


def leads_to_somebody(element: HtmlElement) -> bool:
    """Whether an element is a link to the page of a writer, or of anybody, by its address."""
    address = element.get("href") if element.tag == "a" else None
    if address is None:
        return False
    return any(page.search(address) for page in (_WRITERS_PAGE, _SOMEBODYS_PAGE))


def leads_to_topic(element: HtmlElement) -> bool:
    """Whether an element is a link to what is written about something, by its address."""
    return _TOPICS_PAGE.search(element.get("href") or "") is not None


def _names_in(element: HtmlElement) -> list[str]:
    """The texts in an element that are names; what their owners are stands beside them."""
    texts = (" ".join(str(piece).split()).strip(" ,;|/") for piece in element.itertext())
    texts = (without_by(text) if begins_by(text) else text for text in texts)
    names = [text for text in texts if names_alone(text, signed=True)]
    # Anna Keller over PORTO CLARO: beside names in small letters capitals are a place's.
    return [name for name in names if not name.isupper()] or names


def calls_itself_author(element: HtmlElement) -> bool:
    """Whether an element has an author's name: class="article-author", "document_authors"."""
    signed, compound, _, _, within = _calls_itself(
        f"{element.get('class') or ''} {element.get('id') or ''}"
    )
    return signed or compound or within


def is_set_right(element: HtmlElement) -> bool:
    """Whether an element's text stands at the right, as what an author signs with does."""
    for one in (element, element.getparent()):
        if one is not None and (
            (one.get("align") or "").lower() == "right" or _RIGHT.search(one.get("style") or "")
        ):
            return True
    return False


@lru_cache(maxsize=4096)
def _calls_itself(names: str) -> tuple[bool, bool, bool, bool, bool]:
    """Whether its names call an element an author (alone or behind more), account, source, box."""
    return (
        _SIGNED.search(names) is not None,
        _SIGNED_BY.search(names) is not None,
        _ACCOUNT_NAME.search(names) is not None,
        _ORIGIN.search(names) is not None,
        _SIGNED_IN.search(names) is not None,
    )
