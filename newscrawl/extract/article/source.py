"""The 来源 of an article: labelled, bare beside the date, or declared."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newscrawl.extract.article.boilerplate import are_controls
from newscrawl.extract.article.byline import Byline, rule_of
from newscrawl.extract.article.metadata import Metadata
from newscrawl.extract.article.outlets import (
    account_in,
    is_named_body,
    is_named_outlet,
    is_paper,
    outlet_in,
)
from newscrawl.items import Provenance, Status
from newscrawl.text.dates import find_dates
from newscrawl.text.label_tables import HANDED_IN, MAY_BE_TAKEN, SUBMITTERS
from newscrawl.text.labels import BOUNDARY, Labelled, role_of
from newscrawl.text.people import bare_names, house_and_people, is_source_placeholder
from newscrawl.text.signatures import OTHER_ROLE

_BLANKS = re.compile(r"\s+")
_MARKUP = re.compile(r"[<>{}]|=\s*[\"']")
_EDGE = " |:：-—（(【[\u3000\xa0"
# 来源：某报，转载请注明; 转载：请注明出处
_GOES_ON = re.compile(r"[，,；;。]\s*(?:转载|如需|如有|版权|欢迎|请注明)|^\s*请注明")
_UPON = re.compile(r"\s(?:发[布表]|發[佈布表])?[于於在]\s*$")  # 来源：某报 于 2023-02-13
_ACCOUNT_ID = re.compile(r"\s?[（(]\s?(?:微信)?(?:ID|公众号|微信号)\s?[:：].*", re.IGNORECASE)
_ISSUED = re.compile(r"\s*(\S{2,24}?)\s*(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s*")
# Whom to call about a text, behind the department or in its place.
_TELEPHONE = re.compile(r"[\s（(]*(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}[-—\s]?\d{7,8})(?!\d).*")
_LONGEST = 60  # characters of a source's name


def find_source(
    byline: Byline, metadata: Metadata, *, chinese: bool
) -> tuple[str | None, Provenance]:
    """The printed source; an empty label is `empty`, 本站原创 and its like are `placeholder`.

    What stands under the title is trusted before a label behind the text: an account that prints
    another's text names itself here and the other there.
    """
    head = [label for label in byline.of("source") if label not in byline.behind]
    head.sort(key=lambda label: label.label in SUBMITTERS)
    found, none = _labelled(head)
    # A label that names nobody has spoken: what stands beside a date is then no source. On pages
    # in other languages the section of the site stands there.
    if found is None and (none is None or none[1].status != "placeholder"):
        found = _unlabelled(byline, byline.bare if chinese else filter(is_outlet, byline.bare))
    if found is None:
        found, behind = _labelled(label for label in byline.behind if label.role == "source")
        none = none or behind
    if found is None and (none is None or none[1].status != "placeholder"):
        apart = (*byline.over, *byline.far)
        # A name apart from the article must say of itself that it is a paper's or a body's.
        found = _unlabelled(byline, filter(_is_no_issuer, filter(is_outlet, apart)))
    claim = metadata.first("source")
    if found is None and none is None and claim and chinese and len(claim.value) <= _LONGEST:
        status: Status = "placeholder" if is_source_placeholder(claim.value) else "ok"
        value = claim.value if status == "ok" else None
        found = value, Provenance(status=status, rule=claim.rule, raw=claim.value)
    return found or none or (None, Provenance(status="absent"))


def is_outlet(text: str) -> bool:
    """Whether a line with a date names what calls itself a paper, an agency or a body."""
    return is_named_outlet(_without_dates(text))


def _is_no_issuer(text: str) -> bool:
    """Whether a line apart is no sign-off: 某处 2023年2月13日 says who issued a notice."""
    signed = _ISSUED.fullmatch(text.replace(BOUNDARY, " "))
    return signed is None or is_paper(signed[1])


_Found = tuple[str | None, Provenance]


def _labelled(labels: Iterable[Labelled]) -> tuple[_Found | None, _Found | None]:
    """The source that labels name, and what is to be said where they name none."""
    none: _Found | None = None
    for label in labels:
        value, rule = _value(label.value), rule_of(label)
        if _names_no_house(label.label, value):
            continue
        if value and not is_source_placeholder(value):
            raw = label.value.replace(BOUNDARY, " ")[:200]
            return (value, Provenance(status="ok", rule=rule, raw=raw)), none
        status: Status = "placeholder" if value else "empty"
        if none is None or none[1].status != "placeholder":
            none = None, Provenance(status=status, rule=rule, raw=value)
    return None, none


def _names_no_house(label: str, value: str) -> bool:
    if label in MAY_BE_TAKEN:
        return not is_named_body(value)
    return label in HANDED_IN and bool(value[:1].isdigit() or bare_names(value))


def _unlabelled(byline: Byline, dated: Iterable[str]) -> _Found | None:
    """A name beside a date, or in an element that calls itself the source's."""
    for text in byline.origins:
        if not is_source_placeholder(text) and (outlet := outlet_in(text) or account_in(text)):
            return outlet, Provenance(status="ok", rule="class:source", raw=text)
    for text in dated:
        outlet = outlet_in(_without_dates(text))
        if outlet in byline.names and not is_named_body(outlet):
            continue  # an account that its element calls the writer's
        if outlet and not is_source_placeholder(outlet):
            return outlet, Provenance(status="ok", rule="line", raw=text.replace(BOUNDARY, " "))
    return None


def _value(value: str) -> str:
    """The first piece of a label's value: what follows in another element is something else."""
    first = next((piece for piece in value.split(BOUNDARY) if piece.strip(_EDGE)), "")
    if other := OTHER_ROLE.search(first):
        first = first[: other.start()]
    if _MARKUP.search(first) or are_controls(first):
        return ""  # 来源：【大 中 小】
    if role_of(first) == "stop":
        return ""  # 来源： 举报
    first = _GOES_ON.split(first, maxsplit=1)[0]
    first = _TELEPHONE.sub("", _ACCOUNT_ID.sub("", first))
    dates = find_dates(first)
    if dates:
        first = _UPON.sub("", first[: dates[0].start])
    if together := house_and_people(first):
        return together[0]
    return _BLANKS.sub(" ", first).strip(_EDGE)[:_LONGEST]


def _without_dates(text: str) -> str:
    for date in reversed(find_dates(text)):
        text = f"{text[: date.start]} {text[date.end :]}"
    return re.sub(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?", " ", text)
