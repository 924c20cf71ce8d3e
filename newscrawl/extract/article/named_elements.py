"""What elements hold that call themselves the author's or the source's: class="author-name"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.text.bylines import begins_by, names_alone, without_by

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Characters of a line, or of an element, that names somebody, and of a source's name.
SIGNED_LENGTH = 80
ORIGIN_LENGTH = 20  # characters of a name that its element calls a source
MORE_THAN_NAMES = re.compile(
    r"[\d|:：︰﹕]|^(?:by|von|par|por|di|door|av|af|autore?|text)$", re.IGNORECASE
)
_SIGNED = re.compile(
    r"(?:^|\s)(?:article-?|post-?|entry-?)?(?:author(?:style\d*)?|by-?line|authi)(?:[-_]{1,2}names?|s)?(?:$|\s)"
    # In other languages: szerző, autor, auteur, autore, författare, forfatter, yazar, penulis.
    r"|(?:^|\s)(?:by|szerzo|szerzok|autor(?:es|i|zy|en|in|ka)?|auteurs?|autore|forfatter(?:e|navn)?|forfattare|skribent|yazar(?:adi)?"
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
_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.IGNORECASE)
_HOUSE = 4  # letters of a house that stand for its name
HAN = re.compile(r"[\u3400-\u9fff]")


def author_and_origin(element: HtmlElement) -> tuple[str, str]:
    """The names in an element that is the author's, or the name in one that is the source's.

    Both are "" for any other. Old templates of Visual SiteBuilder number theirs: authorstyle1025.
    """
    signed, compound, account, origin = _calls_itself(
        f"{element.get('class') or ''} {element.get('id') or ''}"
    )
    signed = signed or element.get("rel") == "author"
    if not (signed or compound or account or origin):
        return "", ""
    text = " ".join("".join(map(str, element.itertext())).split())
    if not 1 < len(text) <= SIGNED_LENGTH or MORE_THAN_NAMES.search(text):
        return "", ""
    named = account and (HAN.search(text) or names_alone(text, signed=True))
    if signed or named or (compound and not HAN.search(text)):
        pieces = [one for piece in element.itertext() if (one := str(piece).strip())]
        if len(pieces) > 1 and len(pieces[-1]) <= _HOUSE and pieces[-1].isupper():
            # <a>Matti Salo</a> HS: the house's letters behind who wrote
            alone = names_alone(text[: -len(pieces[-1])].strip(), signed=True)
            pieces, text = (pieces[:-1], ", ".join(alone)) if alone else (pieces, text)
        if len(pieces) > 1 and begins_by(f"{pieces[0]} {pieces[1]}"):
            return without_by(" ".join(pieces)), ""
        apart = ", ".join(pieces) if len(pieces) > 1 else ""
        return apart if names_alone(apart, signed=True) else without_by(text), ""
    return "", text if origin and len(text) <= ORIGIN_LENGTH else ""


def is_set_right(element: HtmlElement) -> bool:
    """Whether an element's text stands at the right, as what an author signs with does."""
    for one in (element, element.getparent()):
        if one is not None and (
            (one.get("align") or "").lower() == "right" or _RIGHT.search(one.get("style") or "")
        ):
            return True
    return False


@lru_cache(maxsize=4096)
def _calls_itself(names: str) -> tuple[bool, bool, bool, bool]:
    """Whether an element's names are those of an author (alone or behind more), account, source."""
    return (
        _SIGNED.search(names) is not None,
        _SIGNED_BY.search(names) is not None,
        _ACCOUNT_NAME.search(names) is not None,
        _ORIGIN.search(names) is not None,
    )
