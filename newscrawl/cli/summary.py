"""What a crawl's report says to a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newscrawl.spiders.walk import End
from newscrawl.store import Session

# What each outcome means to a reader; the key is the word of the report.
MEANING = {
    "new": "new",
    "edited": "changed since we fetched them",
    "unchanged": "fetched again, unchanged",
    "known": "held already",
    "duplicate": "other addresses of articles we hold",
    "external": "links to other sites",
    "attachment": "files, not articles",
    "out_of_scope": "out of scope",
    "gone": "taken down by the site",
    "restricted": "for members of the institute only",
    "robots": "not allowed by robots.txt",
    "blocked": "refused by a protection wall",
    "soft_404": "pages that say they do not exist",
    "not_article": "pages that are no article",
    "empty_body": "pages without text",
    "pdf_only": "PDF files",
    "truncated": "cut off in transfer",
    "too_big": "too big",
    "not_html": "not web pages",
    "timeout": "without an answer in time",
    "http_4xx": "refused (4xx)",
    "http_5xx": "server errors (5xx)",
    "network": "connection failures",
    "rule_error": "broke a rule of ours",
    "given_up": "not reached",
    "pending": "not reached",
}


def summary(report: Mapping[str, Any], session: Session) -> str:
    """The lines that end a crawl."""
    lines = [_found(report)]
    for target in report["targets"]:
        lines += _target(target)
    for output in report["outputs"]:
        n = output["lines_written"]
        lines.append(f"{n} record{'s' * (n != 1)} written to {output['path']}")
    lines.append(f"report: {session.home / 'runs' / session.run_id}.json")
    return "\n".join(lines)


def complaints(report: Mapping[str, Any]) -> Iterator[str]:
    """One line for each listing that could not be walked."""
    for target in report.get("targets", ()):
        url = target["url"]
        if target["walk"] == End.NO_LISTING:
            yield f"no list of articles on {url}: is it a news listing?"
        elif target["walk"] == End.FAILED:
            yield f"{url}: {target['detail']}"
        elif target["walk"] == End.LIMIT:
            yield f"{url}: stopped after {target['pages']} listing pages (see --max-pages)"


def _found(report: Mapping[str, Any]) -> str:
    pages = report["listing_pages"]
    counts = ", ".join(f"{n} {MEANING[name]}" for name, n in _sorted(report["outcomes"]))
    text = f"{report['found']} links found on {pages} listing page{'s' * (pages != 1)}"
    return f"{text}: {counts}" if counts else text


def _target(target: Mapping[str, Any]) -> Iterator[str]:
    stated = target["stated"]
    said = f"the listing says {stated}" if stated is not None else f"we found {target['listed']}"
    line = f"{target['url']}: {said}, we hold {target['held']}"
    missing = ", ".join(f"{n} {MEANING[name]}" for name, n in _sorted(target["missing"]))
    yield f"{line}; not held: {missing}" if missing else line
    for one in target["examples"][:5]:
        yield f"  {one['outcome']}: {one['url']} {one['detail']}".rstrip()
    if len(target["examples"]) > 5:  # noqa: PLR2004
        yield "  … and more: newscrawl status, newscrawl why URL"


def _sorted(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    order = list(MEANING)
    return sorted(counts.items(), key=lambda pair: order.index(pair[0]))
