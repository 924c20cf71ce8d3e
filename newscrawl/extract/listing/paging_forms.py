"""Pages that are asked for by script: post-back forms and functions that fill one in."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from newscrawl.extract.listing.anchors import address_in_script, squeeze
from newscrawl.extract.listing.model import TYPED, NextPage
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.shapes import is_page_name, is_sibling
from newscrawl.text.numbers import as_number

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_POSTBACK = re.compile(
    r"__doPostBack\(\s*(?:'|&#39;|\")([^'\"&]*)(?:'|&#39;|\")\s*,\s*(?:'|&#39;|\")([^'\"&]*)"
)
_CALL = re.compile(r"\w\(\s*['\"]?(\d{1,6})['\"]?\s*\)")
_STEP = re.compile(r"(?:next|down|xia|hou)\w{0,40}\s{0,9}\(\s{0,9}\)", re.IGNORECASE)
_PAGE_FIELD = re.compile(
    r"^(?:c?page|page_?(?:no|num|index)|cur(?:rent)?_?page|now_?page|pn|(?:to|go|jump|txt)_?page)$",
    re.IGNORECASE,
)
# Fields that a page is typed into, in a form or beside a list.
TYPED_PAGE = re.compile(
    r"p|pg|pn|(?:\w{1,20}_)?page_?(?:no|num|number|index|idx)?", re.IGNORECASE | re.ASCII
)
_POST = ("Content-Type", "application/x-www-form-urlencoded")
_TYPED = frozenset(("text", "number", ""))
_MOST_INPUTS = 1_000  # inputs of a form, which has some dozens

Filled = tuple["HtmlElement", dict[str, str]]  # a form, and what it sends


def scripted(pager: Pager, script: str, *, box: bool = False) -> NextPage | None:
    """The request that a pager's script makes, where it can be told without running it.

    A `box` that is no link may be a slider's, a vote's or a search's: a step of it leads nowhere,
    and an address or a form only where that is one of the list's own pages.
    """
    posted = _POSTBACK.search(script)
    if posted:
        return post_back(pager, posted[1], posted[2])
    address = pager.other(address_in_script(script)) if address_in_script(script) else None
    if address:
        own = not box or is_sibling(pager.url, address)
        return NextPage(url=address, rule="link script") if own else None
    bare = script.replace("javascript:", "")
    called = _CALL.search(bare)
    if called:
        return submit(pager, called[1], own=box)
    return submit(pager, None) if not box and _STEP.search(bare) else None


def post_back(pager: Pager, target: str, argument: str) -> NextPage | None:
    """An ASP.NET post-back: the page's own form with every hidden input, target and argument."""
    held = pager.answer(_with_state)
    if held is None:
        return None
    form, hidden = held
    fields = hidden | {"__EVENTTARGET": target, "__EVENTARGUMENT": argument}
    return NextPage(
        url=_action(pager, form),
        rule="post-back",
        method="POST",
        form=tuple(fields.items()),
        headers=(_POST,),
    )


def submit(pager: Pager, number: str | None, *, own: bool = False) -> NextPage | None:
    """A form with a page field that a script function fills in and submits; None: the next one.

    `own`: only one that leads to a page of the list.
    """
    for form, fields, name in pager.answer(_with_page_field):
        if own and not is_sibling(pager.url, _action(pager, form)):
            continue
        if number or fields[name].isdecimal():
            value = number or str(as_number(fields[name]) + 1)
            return _submitted(pager, form, fields | {name: value})
    return None


def chosen(pager: Pager, box: HtmlElement, value: str) -> str | None:
    """What a form of the page itself asks for by a GET when a box of it has that value."""
    form = next(box.iterancestors("form"), None)
    return None if form is None else _asked_here(pager, form, str(box.get("name") or ""), value)


def typed_page(pager: Pager) -> NextPage | None:
    """The page behind this one by a form of the page's own that has its number and no other field.

    Where nothing tells how many there are: behind the last comes nothing new.
    """
    for form in pager.forms if pager.declared.page_count is None else ():
        boxes = [one for one in form.iter("input") if (one.get("type") or "").lower() in _TYPED]
        name = str(boxes[0].get("name") or "") if len(boxes) == 1 else ""
        here = pager.asked.get(name) or str(boxes[0].get("value") or "") if name else ""
        if here.isdecimal() and TYPED_PAGE.fullmatch(name):
            url = pager.other(_asked_here(pager, form, name, str(as_number(here) + 1)))
            if url:
                return NextPage(url=url, rule=TYPED)
    return None


def _asked_here(pager: Pager, form: HtmlElement, name: str, value: str) -> str | None:
    """The address of the page itself with what a form sends by a GET, that field as given.

    What the page's address says of its column the form has to say too.
    """
    if not name or (form.get("method") or "get").lower() != "get":
        return None
    fields = _fields(form) | {name: value}
    here = dict(parse_qsl(urlsplit(pager.url).query, keep_blank_values=True))
    kept = all(
        fields.get(key) == told or key == name or is_page_name(key) for key, told in here.items()
    )
    url = _submitted(pager, form, fields).url
    return url if kept and url.partition("?")[0] == pager.url.partition("?")[0] else None


def _with_state(pager: Pager) -> Filled | None:
    """The form that keeps an ASP.NET page's state, and its hidden inputs."""
    forms = ((form, _hidden(form)) for form in pager.forms)
    return next((one for one in forms if "__VIEWSTATE" in one[1]), None)


def _with_page_field(pager: Pager) -> list[tuple[HtmlElement, dict[str, str], str]]:
    """The forms that have a field for a page's number, what they send, and its name."""
    filled = [(form, _fields(form)) for form in pager.forms]
    named = ((*one, next(filter(_PAGE_FIELD.match, one[1]), None)) for one in filled)
    return [(form, fields, name) for form, fields, name in named if name]


def jump_form(pager: Pager) -> NextPage | None:
    """The form in which a page's number is typed, where the page says that there are more."""
    current, total = pager.declared.current, pager.declared.page_count
    if not total:
        return None
    for form in pager.forms:
        typed = _typed_number(form, current)
        if typed is None:
            continue
        value = str(typed.get("value") or "")
        here = current or (as_number(value) if value.isdecimal() else None)
        if here is not None and here < total:
            fields = _fields(form) | {str(typed.get("name")): str(here + 1)}
            return _submitted(pager, form, fields)
    return None


def _typed_number(form: HtmlElement, current: int | None) -> HtmlElement | None:
    """The form's box for a page's number: by its name, or the only one, with this page's in it."""
    boxes = [one for one in form.iter("input") if (one.get("type") or "").lower() in _TYPED]
    named = next((one for one in boxes if _PAGE_FIELD.match(one.get("name") or "")), None)
    if named is not None or len(boxes) != 1:
        return named
    holds = boxes[0].get("name") and boxes[0].get("value") == str(current)
    return boxes[0] if holds else None


def submit_button(pager: Pager, names: re.Pattern[str]) -> NextPage | None:
    """A form's own button of such a name, which sends the form's inputs and itself."""
    for form in pager.forms:
        for button in form.iter("input", "button"):
            label = squeeze(button.get("value") or button.text)
            sends = (button.get("type") or "submit").lower() == "submit" and button.get("name")
            if sends and label and button.get("disabled") is None and names.match(label):
                sent = {str(button.get("name")): str(button.get("value") or "")}
                return _submitted(pager, form, _fields(form) | sent)
    return None


def _submitted(pager: Pager, form: HtmlElement, fields: dict[str, str]) -> NextPage:
    url = _action(pager, form)
    if (form.get("method") or "get").lower() == "post":
        return NextPage(
            url=url, rule="page form", method="POST", form=tuple(fields.items()), headers=(_POST,)
        )
    parts = urlsplit(url)
    return NextPage(url=urlunsplit(parts._replace(query=urlencode(fields))), rule="page form")


def _hidden(form: HtmlElement) -> dict[str, str]:
    """Every hidden input of the form by name, in order."""
    return _inputs(form, frozenset(("hidden",)))


def _fields(form: HtmlElement) -> dict[str, str]:
    """What a browser sends of the form's inputs: the hidden ones and those that are typed in."""
    return _inputs(form, _TYPED | {"hidden"})


def _inputs(form: HtmlElement, kinds: frozenset[str]) -> dict[str, str]:
    return {
        str(one.get("name")): str(one.get("value") or "")
        for one in islice(form.iter("input"), _MOST_INPUTS)
        if one.get("name") and (one.get("type") or "").lower() in kinds
    }


def _action(pager: Pager, form: HtmlElement) -> str:
    action = form.get("action")
    return pager.document.absolute(action) or pager.url if action else pager.url
