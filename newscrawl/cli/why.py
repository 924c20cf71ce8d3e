"""`newscrawl why`: one URL's whole story."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import typer

from newscrawl.cli.options import CORPUS, Home
from newscrawl.cli.wording import count
from newscrawl.errors import ExitCode, UsageError

_NAME = re.compile(r"https?://|[0-9a-f]{20}$", re.IGNORECASE)  # what the ledger knows
# What a site did to an article that stays held, by the status of its last revision.
_LEFT = {"gone": ", taken down by the site", "unlisted": ", no more in its list"}
_RAW = 80  # characters of what a field was read from


def why(
    url: Annotated[str, typer.Argument(metavar="URL|ID", help="An address, or a record's id.")],
    *,
    home: Home = CORPUS,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> int:
    """Where a URL was found, how each try ended, and which rule gave each field.

    newscrawl why https://www.example.ac.cn/xwzx/t20230213_1.html
    """
    from newscrawl.store import story

    url = url.strip()
    if not _NAME.match(url):
        raise UsageError(f"{url} is neither an address nor a record's id")
    with story.open_for_reading(home) as db:
        found = story.story(db, url)
        is_list = any(one["url"] == url for one in story.targets(db))
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))  # noqa: T201
    elif not found and is_list:
        print(f"{url} is a list: newscrawl status shows how it stands")  # noqa: T201
    elif not found:
        print(f"{url}: no listing that was crawled into {home} shows it")  # noqa: T201
    for one in () if as_json else found:
        print("\n".join(_told(one)))  # noqa: T201
    return ExitCode.COMPLETE if found else ExitCode.PARTIAL


def _told(one: Mapping[str, Any]) -> Iterator[str]:
    found = one["found"]
    place = ", ".join(f"{name} {found[name]}" for name in ("page", "position") if found[name])
    yield f"{one['url']}"
    left = _LEFT.get(one["revisions"][-1]["status"], "") if one["revisions"] else ""
    how = ": ".join(filter(None, (one["standing"] + left, one["detail"])))
    yield f"  site {one['site']}, stands as {how}"
    if one["to_be_tried_again"]:
        yield f"  to be tried again; tried in {count(one['tries'], 'run')}"
    yield f"  found {found['first']} on {found['listing']} {f'({place})' if place else ''}".rstrip()
    if found["title"]:
        yield f"  its row: {found['title']} {found['date'] or ''}".rstrip()
    for run in one["runs"]:
        for failed in run["tries"]:
            yield f"  {failed['at']} asked again after{_ended(failed)}   run {run['run']}"
        yield f"  {run['at']} {run['outcome']}{_ended(run)}   run {run['run']}"
    for revision in one["revisions"]:
        told = f"record {revision['id']} revision {revision['n']}, {revision['status']}"
        yield f"  {told}, {revision['at']}   run {revision['run']}"
    for name, given in one["fields"].items():
        rule = f", by {given['rule']}" if given["rule"] else ""
        raw = " ".join((given["raw"] or "").split())[:_RAW]
        yield f"    {name}: {given['status']}{rule}{raw and f', from: {raw}'}"
    for issue in one["issues"]:
        yield f"    doubted: {issue['code']} {issue['field'] or ''} {issue['text']}".rstrip()


def _ended(one: Mapping[str, Any]) -> str:
    status = f" ({one['status']})" if one["status"] else ""
    detail = f": {one['detail']}" if one["detail"] else ""
    return f"{status}{detail}"


command = why
