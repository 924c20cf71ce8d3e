"""The run's report: what was found, how it ended, what is missing and why, and the exit code."""

from __future__ import annotations

import json
import logging
import platform
from collections.abc import Mapping
from dataclasses import fields
from functools import partial
from typing import Any

import scrapy
from lxml import etree

from newscrawl import __version__
from newscrawl.errors import ExitCode, StorageError
from newscrawl.items import Article, Outcome
from newscrawl.sites.writer import site_to_toml
from newscrawl.spiders import End, Job, NewsSpider, Walk
from newscrawl.store import NO_ARTICLE, Session
from newscrawl.store.reports import write_report
from newscrawl.store.session import now

# The article is there and the corpus has not got it. Not among them: what the site took away or
# keeps to itself (gone, restricted, robots), and what is no article of it.
PARTIAL = frozenset(
    {
        Outcome.BLOCKED,
        Outcome.EMPTY_BODY,
        Outcome.TRUNCATED,
        Outcome.TOO_BIG,
        Outcome.TIMEOUT,
        Outcome.HTTP_4XX,
        Outcome.HTTP_5XX,
        Outcome.NETWORK,
        Outcome.RULE_ERROR,
        Outcome.GIVEN_UP,
        "pending",
    }
)
WALLED = frozenset({Outcome.ROBOTS, Outcome.BLOCKED, Outcome.RESTRICTED})
# An answer in the place of a list that will be the same tomorrow.
_WRONG = frozenset(
    {Outcome.GONE, Outcome.PDF_ONLY, Outcome.NOT_HTML, Outcome.EMPTY_BODY, Outcome.HTTP_4XX}
    | {Outcome.EXTERNAL, Outcome.OUT_OF_SCOPE}
)
# Of a list that names nothing else one wonders, if these are more than a row or two.
_DEAD, _SOME = frozenset({Outcome.GONE, Outcome.SOFT_404, Outcome.NOT_ARTICLE}), 3
_EXAMPLES = 50  # missing articles that a report names
_log = logging.getLogger(__name__)
_SIGNALS = {"SIGINT": ExitCode.INTERRUPTED, "SIGTERM": ExitCode.TERMINATED}


def close_books(spider: NewsSpider) -> None:
    """Write the report and end the run, once; a failure shows in `session.failure`."""
    session = spider.session
    if session.report is not None:
        return
    try:
        session.report = _report(spider)
        if not session.failure:
            code = int(session.report["exit_code"])
            in_vain = _is_in_vain(session.report)
            for one in session.report["targets"]:  # other projects have no command that prints it
                level = logging.WARNING if in_vain else logging.INFO
                told = one["detail"] or one["walk"]
                _log.log(level, "%s: exit code %d: %s", one["url"], one["exit_code"], told)
            if session.is_first and in_vain:
                session.forget()
            else:
                text = json.dumps(session.report, ensure_ascii=False, indent=1)
                write_report(session.home, session.run_id, text)
            session.finish(code, json.dumps(session.report, ensure_ascii=False))
    except StorageError as error:
        session.report = session.report or {}
        session.failure = session.failure or error
    finally:
        session.close()


def _report(spider: NewsSpider) -> dict[str, Any]:
    session = spider.session
    if session.failure:
        return {"exit_code": int(ExitCode.STORAGE)}
    session.give_up(f"stopped by {session.stopping}" if session.stopping else "the run ended")
    session.flush()
    targets = [_target(spider, job, walk) for job, walk in spider.walks]
    counts = session.outcomes()
    pages = sum(target["pages"] for target in targets)
    return {
        "run": session.run_id,
        "version": __version__,
        "versions": _versions(),
        "command": session.command,
        "started": session.started,
        "ended": now(),
        "exit_code": int(_exit_code(session, targets, counts)),
        "stopped_by": session.stopping,
        "found": session.counts["found"],
        "outcomes": counts,
        "revisions": dict(+session.revisions),
        "listing_pages": pages,
        "listing_pages_again": sum(walk.again for _, walk in spider.walks),
        "fields": _coverage(session),
        "targets": targets,
        "outputs": [
            {
                "path": str(one.path),
                "lines_written": one.lines,
                "lines_of_earlier_runs": one.earlier,
                "lines_put_aside": one.put_aside,
            }
            for one in session.outputs
        ],
    }


def _versions() -> dict[str, str]:
    """The versions a run was made with, beside newscrawl's own: a corpus is cited with them."""
    return {
        "python": platform.python_version(),
        "scrapy": scrapy.__version__,
        "lxml": etree.__version__,
    }


def _target(spider: NewsSpider, job: Job, walk: Walk) -> dict[str, Any]:
    session = spider.session
    host, learnt = spider.hosts.of(job.url), spider.reader.learnt(job)
    tallies = session.tallies(walk.target)
    listed = sum(n for standing, n in tallies.items() if standing not in NO_ARTICLE)
    held, second = tallies.get("held", 0), tallies.get(Outcome.DUPLICATE, 0)
    missing = {s: n for s, n in tallies.items() if s not in {"held", Outcome.DUPLICATE}}
    # With --since, what was never tried is what is older: it was not asked for.
    older = missing.pop("pending", 0) if spider.options.since else 0
    examples = session.missing(walk.target, _EXAMPLES) if listed - older > held + second else []
    dead = spider.reader.dead_rules(job, partial(session.newest, walk.target))
    told = {
        "site": job.site_id,
        "url": job.url,
        "channel": job.channel,
        "site_file": job.site.id if job.site else None,
        "site_rules": job.rules,
        "learnt": learnt.rules_sha256 if learnt else None,
        "learnt_rules": site_to_toml(learnt) if learnt else None,  # a record has but their hash
        "dead_rules": [f"article.{name}" for name in dead],
        **_walked(walk),
        "listed": listed,
        "held": held,
        "second_addresses": second,
        "missing": missing,
        "written_off": _written_off(spider, walk, missing),
        "older": older,
        "moved": dict(zip(("on_top", "read_again"), walk.moved, strict=True)),
        "neighbours": spider.neighbours.report(walk),
        "left_alone": host.left_alone[1] if host.left_alone else None,
        "crawl_delay": dict(zip(("asked", "kept"), host.crawl_delay or (), strict=False)) or None,
        "walked_before": bool(tallies) and walk.target.walks > 0,
        "doors": spider.cross_check.report(walk) if spider.options.cross_check else None,
        "examples": [
            {"url": u, "outcome": s, "detail": d}
            for u, s, d in examples
            if not (older and s == "pending")
        ],
    }
    return {**told, "exit_code": int(_target_code(told))}


def _written_off(spider: NewsSpider, walk: Walk, missing: Mapping[str, int]) -> dict[str, int]:
    """What failed for so long that no run but a full one asks for it."""
    failed = PARTIAL & missing.keys()
    if spider.options.full or not failed:
        return {}
    return spider.session.written_off(walk.target, sorted(failed))


def _walked(walk: Walk) -> dict[str, Any]:
    """How far the list was read, how that ended, and what the list says of its length."""
    return {
        "walk": walk.end.value if walk.end else "not over",
        "whole": walk.whole,
        "short": walk.short,
        "holes": walk.tally.has_holes,
        "unread": walk.unread,
        "doubt": walk.doubt,
        "in_vain": walk.harvest.in_vain if walk.harvest.over else 0,
        "detail": walk.detail,
        "outcome": walk.outcome,
        "instead": walk.instead.name if walk.instead else None,
        "pages": walk.pages,
        "stated": walk.stated,
        "stated_before": walk.tally.items is None and walk.stated is not None,
        "seen": walk.tally.met,
        "start": [walk.tally.start, walk.tally.pages],
        "began_later": walk.began_later,
    }


def _exit_code(
    session: Session, targets: list[dict[str, Any]], counts: Mapping[str, int]
) -> ExitCode:
    if session.stopping in _SIGNALS:
        return _SIGNALS[session.stopping]
    codes = {ExitCode(one["exit_code"]) for one in targets}
    if session.stopping or session.counts["found"] != sum(counts.values()):
        codes.add(ExitCode.PARTIAL)
    if codes - {ExitCode.COMPLETE} and codes & {ExitCode.COMPLETE}:
        codes.discard(ExitCode.COMPLETE)
    if ExitCode.DRIFT in codes:  # the one that no later run mends
        return ExitCode.DRIFT
    if ExitCode.BLOCKED in codes and len(codes) > 1:
        return ExitCode.PARTIAL
    for code in (ExitCode.LIMIT, ExitCode.PARTIAL, ExitCode.BLOCKED):
        if code in codes:
            return code
    if ExitCode.USAGE in codes:
        return ExitCode.PARTIAL if counts else ExitCode.USAGE
    return ExitCode.COMPLETE


def _target_code(target: Mapping[str, Any]) -> ExitCode:
    if _is_wrong(target):
        return ExitCode.DRIFT if target["walked_before"] else ExitCode.USAGE
    if target["dead_rules"]:
        return ExitCode.DRIFT
    missing: Mapping[str, int] = target["missing"]
    walled = target["outcome"] in WALLED or (target["left_alone"] and Outcome.BLOCKED in missing)
    nothing = not (target["held"] or target["second_addresses"])
    if walled or (nothing and _all_walled(missing)):
        return ExitCode.BLOCKED
    if target["walk"] in {End.LIMIT, End.TRAP, End.QUIET} or target["unread"] or target["in_vain"]:
        return ExitCode.LIMIT
    if target["walk"] == End.EMPTY:
        return ExitCode.COMPLETE
    unfinished = target["walk"] in {End.FAILED, "not over"} or target["short"]
    unfinished = unfinished or leads_nowhere(target)
    return ExitCode.PARTIAL if unfinished or PARTIAL & missing.keys() else ExitCode.COMPLETE


def leads_nowhere(target: Mapping[str, Any]) -> bool:
    """Whether all that a list names is gone or no article: it is outdated, or another list."""
    dead = sum(n for name, n in target["missing"].items() if name in _DEAD)
    return dead >= _SOME and not (target["held"] or target.get("second_addresses"))


def _is_wrong(target: Mapping[str, Any]) -> bool:
    """Whether something that is no list stands at the address, so that a retry is of no use."""
    if target["walk"] == End.EMPTY:
        return bool(target["walked_before"])
    failed = target["walk"] == End.FAILED and not target["pages"]
    return target["walk"] == End.NO_LISTING or (failed and target["outcome"] in _WRONG)


def _all_walled(missing: Mapping[str, int]) -> bool:
    wanted = missing.keys() - NO_ARTICLE
    return bool(wanted) and wanted <= WALLED


def _is_in_vain(report: Mapping[str, Any]) -> bool:
    """Whether no list stands at any address, or not even a host: they were mistyped."""
    if report["found"] or not report["targets"]:
        return False
    return all(
        one["exit_code"] == ExitCode.USAGE
        or (one["walk"] == End.FAILED and one["outcome"] == Outcome.NETWORK)
        for one in report["targets"]
    )


def _coverage(session: Session) -> dict[str, float]:
    written = session.fields["id"]
    if not written:
        return {}
    names = (one.name for one in fields(Article))
    return {name: round(session.fields[name] / written, 4) for name in names}
