"""Pipeline 300: store the article with its outcome, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from scrapy.crawler import Crawler

from newscrawl.items import Article, Outcome, Revision, to_line
from newscrawl.spiders import NewsSpider
from newscrawl.store import Judgement, Record, Session

# Keys that differ from run to run without the article having changed, and the record's name: an
# article that goes on at another address keeps it.
_SNAPSHOT = frozenset(
    {"view_count", "revision", "listing", "fetch", "policy", "provenance", "issues", "extractor"}
    | {"run", "content_sha256", "id"}
)
# Below this many characters two articles may well be equal and still be two.
_TELLING = 40
_NAMES = tuple(field.name for field in fields(Article))
_VALUES = attrgetter(*_NAMES)


class StorePipeline:
    """Stores articles that a listing led to; everything else passes through unchanged."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> StorePipeline:
        """Scrapy's constructor."""
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        """The article as it was stored, with its revision."""
        spider = self._crawler.spider
        if not isinstance(item, Article) or not isinstance(spider, NewsSpider):
            return item
        url_id = spider.desk.collect(item.id)
        if url_id is None:
            return item
        return store(spider.session, url_id, item, spider.reader.rules(item.site))


def store(session: Session, url_id: int, article: Article, rules: str | None) -> Article:
    """Enter `article`, read by a site file's `rules`, as the end of `url_id`.

    Raises StorageError.
    """
    telling = article.title and len(article.body) >= _TELLING
    content = article.content_sha256
    judged = session.judge(
        url_id, article.site, article.id, content, twins=bool(telling and content)
    )
    if judged.outcome is Outcome.EDITED and _has_same_bytes(judged, article):
        held = session.held(url_id)
        judged = _as_read(judged, anew=bool(rules and held and held.rules != rules))
    status = article.fetch.status
    if judged.outcome is Outcome.DUPLICATE:
        session.link(url_id, judged.of or article.id)
        session.settle(url_id, judged.outcome, f"the same as {judged.of}", status)
        return article
    if judged.status:
        article = _revise(session, article, judged)
        line = to_line(article)
        record = Record(article.id, article.site, content, line, judged.n, judged.status)
        session.keep(url_id, record)
        values = zip(_NAMES, _VALUES(article), strict=True)
        session.fields.update([name for name, value in values if _says(value)])
    tags = article.fetch.etag, article.fetch.last_modified
    if any(tags) or judged.before or rules:
        session.remember(url_id, *tags, rules)
    detail = "read anew by other rules" if judged.status == "live" and judged.before else ""
    session.settle(url_id, judged.outcome, detail, status)
    return article


def _says(value: Any) -> bool:
    """Whether a field has a value; a view count of 0 is one."""
    return bool(value) or value == 0


def _revise(session: Session, article: Article, judged: Judgement) -> Article:
    at = article.fetch.at
    held = json.loads(judged.before) if judged.before else {}
    before = held.get("revision") or {}
    return replace(
        article,
        id=judged.of or article.id,
        run=session.run_id,
        revision=Revision(
            n=judged.n,
            status=judged.status or "live",
            changed=_changed(article, held) if held else (),
            first_seen=before.get("first_seen") or at,
            last_seen=at,
            last_checked=at,
        ),
    )


def _has_same_bytes(judged: Judgement, article: Article) -> bool:
    """Whether a page came byte for byte as before: only our reading differs."""
    return bool(
        judged.before and json.loads(judged.before)["fetch"]["sha256"] == article.fetch.sha256
    )


def _as_read(judged: Judgement, *, anew: bool) -> Judgement:
    """Judge a page unchanged that came as before; it is worth a line where rules were mended."""
    status = judged.status
    if status == "edited":
        status = "live" if anew else None
    return judged._replace(outcome=Outcome.UNCHANGED, status=status)


def _changed(article: Article, held: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys in which an article says something else than the record that is held."""
    new = json.loads(to_line(article))
    return tuple(n for n in _NAMES if n not in _SNAPSHOT and held.get(n) != new.get(n))
