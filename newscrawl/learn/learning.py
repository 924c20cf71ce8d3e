"""From a few pages of one site to its rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newscrawl.errors import LearnError
from newscrawl.learn.addresses import article_pattern
from newscrawl.learn.article_rules import learn_articles
from newscrawl.learn.listing_rules import learn_listing
from newscrawl.learn.study import Sample, Study
from newscrawl.sites.families import recognise
from newscrawl.sites.model import ArticleRules, DateOrder, Site
from newscrawl.text.dates import slash_order
from newscrawl.text.urls import host_of

_LEAST = 2  # articles that a site can be learnt from
_SEPARATOR = re.compile(r"\s*[-_|—–｜]+\s*")
_ROOT = re.compile(r"\.+(?=(?::\d+)?$)")  # of a host's whole name: www.example.org.
_ID = re.compile(r"[^a-z0-9.-]+")


def learn_site(pages: Iterable[Sample], *, id: str | None = None) -> Site:  # noqa: A002
    """The rules of one site, learnt from two or more of its articles; the same for the same pages.

    `pages` are `Page`s or ``(html, url)`` pairs; a listing page among them is told apart and gives
    the listing's rules. What no selector gives on every page is left to the generic rules. Raises
    LearnError where there are fewer than two articles.
    """
    return learn_studies([Study.of(page) for page in pages], id=id)


def learn_studies(studies: Sequence[Study], *, id: str | None = None) -> Site:  # noqa: A002
    """As `learn_site`, for pages that are read already."""
    articles = [study for study in studies if study.is_article]
    listings = [study for study in studies if study.is_listing]
    if len(articles) < _LEAST:
        raise LearnError(f"learning takes two articles at least, there are {len(articles)}")
    hosts = tuple(dict.fromkeys(host_of(study.page.url) for study in studies))
    addresses = [study.page.url for study in articles]
    listed = [row.url for one in listings for row in one.listing.items if row.kind == "article"]
    site = Site(
        id=id or site_id(addresses[0]),
        institute=_institute(articles),
        domains=tuple(dict.fromkeys(_ROOT.sub("", host) for host in hosts if host)),
        family=_family(studies),
        date_order=_date_order(articles),
        article_url=article_pattern([*addresses, *listed], [one.page.url for one in listings]),
    )
    rules = learn_articles(articles, site)
    site = replace(site, articles=(rules,) if rules != ArticleRules() else ())
    channel = _channel(articles)
    return replace(site, listings=tuple(learn_listing(one, site, channel) for one in listings))


def site_id(url: str) -> str:
    """A name for a site's file, made from its host: `www.example.ac.cn` is `example.ac.cn`."""
    return _ID.sub("-", host_of(url).removeprefix("www.").lower()).strip("-.") or "site"


def _family(studies: Sequence[Study]) -> str | None:
    """The family that most pages are recognised as."""
    found = [recognise(one.page.url, one.document.decoded.text) for one in studies]
    names = Counter(family.name for family in found if family is not None)
    if not names:
        return None
    name, count = min(names.items(), key=lambda pair: (-pair[1], pair[0]))
    return name if count * 2 > len(studies) else None


def _date_order(studies: Sequence[Study]) -> DateOrder | None:
    """The order of slashed dates that one page proves holds for its siblings."""
    raws = (study.article.provenance["date_published"].raw or "" for study in studies)
    return slash_order(raws)


def _institute(studies: Sequence[Study]) -> str | None:
    """Who owns the site: what all pages declare, or the end that all their <title>s share."""
    declared = {claim.value for one in studies if (claim := one.parts.metadata.first("site_name"))}
    if len(declared) == 1:
        return declared.pop()
    titles = [one.document.title or "" for one in studies]
    ends = {_SEPARATOR.split(" ".join(title.split()))[-1] for title in titles}
    end = ends.pop() if len(ends) == 1 else ""
    return end or None


def _channel(studies: Sequence[Study]) -> str | None:
    """The last step that all breadcrumbs share, behind the home page's."""
    trails = [one.article.breadcrumbs for one in studies if one.article.breadcrumbs]
    shared = None
    for steps in zip(*trails, strict=False):
        if len(set(steps)) > 1:
            break
        shared = steps[0]
    return shared if trails and shared != trails[0][0] else None
