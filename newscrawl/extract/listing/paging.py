"""The way to the next page: own link, else a script call, else arithmetic, else an API."""

from __future__ import annotations

from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_api import api_page
from newscrawl.extract.listing.paging_archives import archive_before, further_archive
from newscrawl.extract.listing.paging_box import next_option
from newscrawl.extract.listing.paging_days import day_before
from newscrawl.extract.listing.paging_family import by_family, counted_down
from newscrawl.extract.listing.paging_forms import jump_form, typed_page
from newscrawl.extract.listing.paging_links import declares_end, next_link
from newscrawl.extract.listing.paging_more import more_link, more_rows, next_fragment
from newscrawl.extract.listing.paging_numbers import (
    held_number,
    next_number,
    next_scripted_number,
)
from newscrawl.extract.listing.paging_script import script_call, script_template
from newscrawl.extract.listing.paging_totals import by_query, by_total
from newscrawl.extract.listing.paging_unnamed import unnamed_link
from newscrawl.extract.listing.wrapped import INLINE, Wrapped
from newscrawl.sites.families import Family


def find_next(
    pager: Pager, wrapped: Wrapped | None, rows: int, family: Family | None
) -> NextPage | None:
    """The request for the page after this one, None at the end; `rows`: how many rows this has.

    A declared total never stops a next link: sites that count wrongly are common.
    """
    if wrapped is not None and wrapped.kind in ("jpaas", "json"):
        return api_page(pager, wrapped, rows)
    if wrapped is None or wrapped.kind == INLINE:
        own = next_link(pager) or script_call(pager) or counted_down(pager, family)
        if own is not None:
            return own
        if _is_end(pager):
            return further_archive(pager)
    else:
        return api_page(pager, wrapped, rows)
    for rule in (
        next_number,
        next_scripted_number,
        next_option,
        by_total,
        unnamed_link,
        by_query,
        script_template,
        jump_form,
    ):
        found = rule(pager)
        if found:
            return found
    return (
        api_page(pager, wrapped, rows)
        or by_family(pager, family)
        or day_before(pager)
        or archive_before(pager)
        or more_link(pager)
        or more_rows(pager, family)
        or next_fragment(pager, rows)
        or typed_page(pager)
    )


def _is_end(pager: Pager) -> bool:
    """Whether the page itself says that it is the last, by its call or a next link switched off."""
    call, declared = pager.call, pager.declared
    if call:
        return call.page >= call.pages
    here = declared.current or held_number(pager)
    says_more = here is not None and here < (declared.page_count or 0)
    return not says_more and pager.answer(declares_end)
