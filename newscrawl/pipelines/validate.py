"""Pipeline 200: cap or flag what no record may hold; no record is dropped for a bad field."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from newscrawl.items import Article, Issue

# Characters. The longest real ones seen: a title of 180, a body of 400,000 (a five-year plan).
MOST = {"title": 2_000, "summary": 20_000, "body": 4_000_000}
# A page may be dated tomorrow where its zone is ahead of ours.
_AHEAD = timedelta(days=2)


class ValidatePipeline:
    """Checks articles; other items pass through unchanged."""

    def process_item(self, item: Any) -> Any:
        """The article within the caps, its faults listed in `issues`."""
        return check(item, datetime.now(UTC)) if isinstance(item, Article) else item


def check(article: Article, now: datetime) -> Article:
    """`article` within the caps; `now` is what a future date is measured against."""
    found: list[Issue] = []
    changes: dict[str, Any] = {}
    for name, most in MOST.items():
        text = getattr(article, name)
        if text and len(text) > most:
            changes[name] = text[:most]
            found.append(Issue(code="too_long", field=name, text=f"{len(text)} characters"))
    latest = (now + _AHEAD).date().isoformat()
    if article.date_published and article.date_published[:10] > latest:
        found.append(Issue(code="future_date", field="date_published", text=article.date_published))
    if not article.title:
        found.append(Issue(code="no_title", field="title"))
    have = {(one.code, one.field) for one in article.issues}
    fresh = tuple(one for one in found if (one.code, one.field) not in have)
    return replace(article, **changes, issues=article.issues + fresh) if fresh else article
