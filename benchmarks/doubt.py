"""Whether the record's own doubts tell wrong fields from right ones.

A field is doubted where the record has an issue for it or gives its provenance as `conflict` or
`invalid`. Good: most wrong fields are doubted, few right ones are.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.table import table
from newscrawl import extract_article
from newscrawl.items import Article

# Verdicts of measure.py -> the record's field.
FIELDS = {
    "title": "title",
    "author": "authors",
    "no_author": "authors",
    "source": "source",
    "no_source": "source",
    "date": "date_published",
    "no_date": "date_published",
    "body": "body",
}
_GOOD_BODY = 0.9  # precision and recall from which on a body counts as right
_NO_URL = "http://site.invalid/a/b/c/"  # as measure.py has it


def doubt_table(folder: Path, found: Mapping[str, Mapping[str, Any]]) -> str:
    """Wrong and right fields of each set, and how many of either the record doubts."""
    rows: list[list[str | float | int | None]] = []
    for name, summary in found.items():
        seen = _tally(folder / "open" / name, summary["pages_detail"])
        for field in dict.fromkeys(FIELDS.values()):
            if seen[field, True, None] + seen[field, False, None]:
                rows.append([f"{name} {field}", *_counts(seen, field, right=False)])
                rows[-1] += _counts(seen, field, right=True)
    head = ["", "wrong", "issue", "not ok", "right", "issue", "not ok"]
    return table(
        "Of wrong and of right fields: doubted, and with a status other than ok", head, rows
    )


def _counts(seen: Counter[tuple[str, bool, str | None]], field: str, *, right: bool) -> list[int]:
    return [seen[field, right, key] for key in (None, "issue", "status")]


def _tally(
    folder: Path, verdicts: Mapping[str, Mapping[str, float | None]]
) -> Counter[tuple[str, bool, str | None]]:
    seen: Counter[tuple[str, bool, str | None]] = Counter()
    for ident, article in _articles(folder):
        for field, right in _judged(verdicts[ident]):
            seen[field, right, None] += 1
            seen[field, right, "issue"] += _doubted(article, field)
            source = article.provenance.get(field)
            seen[field, right, "status"] += source is not None and source.status != "ok"
    return seen


def _judged(verdict: Mapping[str, float | None]) -> Iterator[tuple[str, bool]]:
    for name, value in verdict.items():
        if name in FIELDS and value is not None:
            yield FIELDS[name], value >= 1
    if "recall" in verdict:
        parts = (verdict["recall"] or 0.0, verdict.get("precision") or 0.0)
        yield "body", min(parts) >= _GOOD_BODY


def _doubted(article: Article, field: str) -> bool:
    source = article.provenance.get(field)
    return any(one.field == field for one in article.issues) or (
        source is not None and source.status in {"conflict", "invalid"}
    )


def _articles(folder: Path) -> Iterator[tuple[str, Article]]:
    for line in (folder / "index.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        html = gzip.decompress((folder / row["html"]).read_bytes())
        yield row["id"], extract_article(html, row.get("url") or f"{_NO_URL}{row['id']}.html")
