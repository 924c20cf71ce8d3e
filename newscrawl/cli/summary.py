"""What a crawl's report says to a person."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newscrawl.cli.advice import FURTHER, MOVED, with_advice
from newscrawl.cli.options import CORPUS, with_home
from newscrawl.cli.wording import count
from newscrawl.errors import ExitCode
from newscrawl.extensions.report import PARTIAL, WALLED, leads_nowhere
from newscrawl.extract.listing.model import Instead
from newscrawl.items import Outcome
from newscrawl.spiders.ends import End
from newscrawl.store import STREAM, Session

# What each outcome means to a reader, for one and for many; the key is the word of the report.
MEANING = {
    "new": ("new article", "new articles"),
    "edited": ("article that changed since it was fetched", "articles that changed"),
    "unchanged": ("article fetched again, unchanged", "articles fetched again, unchanged"),
    "known": ("held already", "held already"),
    "duplicate": ("second address of an article we hold", "second addresses of articles we hold"),
    "external": ("link to another site", "links to other sites"),
    "attachment": ("link to a file, not an article", "links to files, not articles"),
    "out_of_scope": (
        "link that leads to no page of this site",
        "links that lead to no page of this site",
    ),
    "gone": ("page that is gone from the site", "pages that are gone from the site"),
    "restricted": ("page for members only", "pages for members only"),
    "robots": ("page that robots.txt asks not to fetch", "pages that robots.txt asks not to fetch"),
    "blocked": ("page behind a protection wall", "pages behind a protection wall"),
    "soft_404": ("page that says it does not exist", "pages that say they do not exist"),
    "not_article": ("page that is no article", "pages that are no articles"),
    "empty_body": ("page without text", "pages without text"),
    "pdf_only": ("post that is a PDF only", "posts that are a PDF only"),
    "truncated": ("page cut off on its way", "pages cut off on their way"),
    "too_big": ("page that is too big", "pages that are too big"),
    "not_html": ("file that is no web page", "files that are no web pages"),
    "timeout": ("page without an answer in time", "pages without an answer in time"),
    "http_4xx": ("page that the server refused (4xx)", "pages that the server refused (4xx)"),
    "http_5xx": ("page with a server error (5xx)", "pages with a server error (5xx)"),
    "network": ("page with a failed connection", "pages with a failed connection"),
    "rule_error": ("page that broke a rule of ours", "pages that broke a rule of ours"),
    "given_up": ("page not reached", "pages not reached"),
    "pending": ("page not tried yet", "pages not tried yet"),
}
_UNREAD = frozenset({End.NO_LISTING, End.FAILED})
# Answers that speak of today, not of the address: what to do is the same for a list that was read.
_FOR_NOW = frozenset({Outcome.BLOCKED, Outcome.ROBOTS, Outcome.TIMEOUT, Outcome.HTTP_5XX})
_NO_SUCH_PAGE = frozenset({Outcome.GONE, Outcome.HTTP_4XX, Outcome.SOFT_404})
# What became of records that were held before, by the state their new line tells.
_BECAME = {
    "edited": ("article was edited", "articles were edited"),
    "read_anew": ("article was read anew by other rules", "articles were read anew by other rules"),
    "gone": ("article was taken down by the site", "articles were taken down by the site"),
    "unlisted": ("article is listed no more", "articles are listed no more"),
    "restored": ("article is back again", "articles are back again"),
}
_SHOWN = 5  # addresses of articles that are missing


def summary(report: Mapping[str, Any], session: Session) -> str:
    """The lines that end a crawl: what was found, what is held, what is missing and why."""
    kept = f"The report of this run is {session.home / 'runs' / session.run_id}.json"
    where = "Nothing is kept of it." if session.is_forgotten else kept
    targets = report["targets"]
    if not report["found"] and not any(target["listed"] for target in targets):
        empty = [f"{one['url']}: {one['detail']}" for one in targets if one["walk"] == End.EMPTY]
        return "\n".join([*empty, f"Nothing was found. {where}"])
    lines = [_found(report)]
    lines += [f"{n:6d} {_meaning(name, n)}" for name, n in _sorted(report["outcomes"])]
    lines += [*_changes(report.get("revisions", {}))]
    for target in report["targets"]:
        lines += ["", *_target(target, session.home)]
    lines.append("")
    for output in report["outputs"]:
        earlier = output["lines_of_earlier_runs"]
        more = f", and {earlier} of earlier runs" if earlier else ""
        where_to = "standard output" if output["path"] == str(STREAM) else output["path"]
        lines.append(f"{count(output['lines_written'], 'record')} written to {where_to}{more}")
        if aside := output.get("lines_put_aside"):
            lines.append(f"{count(aside, 'line')} of it, no records, moved to {output['path']}.cut")
    return "\n".join([*lines, where, *_offer(targets, session.home)])


def _found(report: Mapping[str, Any]) -> str:
    """What the outcomes are of: a run also takes up what earlier ones left, and rechecks."""
    targets, found = report["targets"], report["found"]
    # Those that were read again to see that nothing moved are not told.
    pages = count(sum(target["pages"] for target in targets), "listing page")
    there = min(found, sum(target["seen"] for target in targets))
    more = found - there
    beside = f", and {count(more, 'address', 'addresses')} beside them" if more else ""
    colon = ":" if report["outcomes"] else "."
    return f"{pages} read, {count(there, 'link')} found there{beside}{colon}"


def _changes(revisions: Mapping[str, int]) -> Iterator[str]:
    told = [f"{n} {_BECAME[name][n != 1]}" for name, n in revisions.items() if name in _BECAME]
    if told:
        yield f"Of the articles held before: {', '.join(told)}."


def _offer(targets: Iterable[Mapping[str, Any]], home: Path) -> list[str]:
    """What was learnt meanwhile is gone with the run, unless it is written down."""
    learnt = [target["url"] for target in targets if target.get("learnt")]
    if not learnt:
        return []
    add = with_home(f"newscrawl site add {shlex.quote(learnt[0])}", home)
    return [f"Rules were learnt from its first articles; to keep them: {add}"]


def complaints(report: Mapping[str, Any], home: Path = CORPUS) -> Iterator[str]:
    """One line for each listing that could not be walked, and for each kind of trouble on it.

    What is written off was told for a week; the summary goes on to say it. `home` is the corpus
    folder, for the commands that are proposed.
    """
    told = PARTIAL | (WALLED if report.get("exit_code") == ExitCode.BLOCKED else frozenset())
    sums = sum(report.get("outcomes", {}).values())
    if sums != report.get("found", sums):
        yield f"{report['found']} links were found and {sums} have an outcome: please report it"
    for target in report.get("targets", ()):
        url, walk = target["url"], _walk_trouble(target)
        lacks = Counter(target["missing"]) - Counter(target.get("written_off"))
        troubles = {
            name: f"{n} {_meaning(name, n)}{_example(target, name)}"
            for name, n in _sorted(lacks)
            if name in told
        }
        if walk:
            # What was not reached is so because the walk ended: one line for both.
            left = troubles.pop("given_up", "")
            yield f"{url}: {walk}{left and f'; {left}'}"
        if rules := _dead_rules(target, home):
            yield f"{url}: {rules}"
        for text in troubles.values():
            yield f"{url}: {text}"


def _dead_rules(target: Mapping[str, Any], home: Path) -> str:
    if not target.get("dead_rules"):
        return ""
    rules = " and ".join(target["dead_rules"])
    mend = with_home(f"newscrawl site edit {target['site_file']}", home)
    anew = with_home(f"newscrawl site add {shlex.quote(target['url'])} --id NEW-NAME", home)
    return (
        f"{rules} of its site file found nothing of use on any new article, a new layout? "
        f"Mend it by {mend}, or {anew}"
    )


def _walk_trouble(target: Mapping[str, Any]) -> str:
    """Why a listing was not walked to its end, or may not have been; "" if it was."""
    if target["walk"] in _UNREAD or (target["walk"] == End.EMPTY and target["walked_before"]):
        return _why(target)
    if limit := _limit(target):
        return limit
    if target.get("short"):
        return _short(target)
    if leads_nowhere(target):
        return "none of its addresses led to an article: is it outdated, or the wrong list?"
    if target.get("unread"):
        return (
            "one of its pages goes on behind what was read: it is too long, or a script adds rows"
        )
    return f"was that all of the list? {target['doubt']}" if target.get("doubt") else ""


def _why(target: Mapping[str, Any]) -> str:
    """Why a listing was not walked, and what to do where none of its pages could be read."""
    detail = target["detail"] or str(Instead.OTHER)
    if target["walk"] == End.FAILED and target["listed"] and target["outcome"] not in _FOR_NOW:
        if target["outcome"] not in _NO_SUCH_PAGE:
            return detail
        return f"{detail}: {FURTHER if target['pages'] else MOVED}"
    told = {"instead": target["instead"], "outcome": target["outcome"]}
    return with_advice(detail, target["url"], **told)


def _limit(target: Mapping[str, Any]) -> str:
    """Which limit ended it, "" if none did."""
    if target.get("in_vain"):
        return f"left after {target['in_vain']} addresses in a row that led to no article, a trap?"
    if target["walk"] == End.LIMIT:
        return f"stopped after {count(target['pages'], 'listing page')} (see --max-pages)"
    if target["walk"] == End.QUIET:
        return (
            "its pages are days, and after three without a post no older one was asked for: "
            f"--max-pages {5 * target['pages']} goes on"
        )
    return _endless(target) if target["walk"] == End.TRAP else ""


def _endless(target: Mapping[str, Any]) -> str:
    pages = target["pages"]
    return (
        f"stopped after {pages} listing pages: the last ones bring addresses without end and none "
        f"that is older, a trap? --max-pages {5 * pages} goes on"
    )


def _short(target: Mapping[str, Any]) -> str:
    start, pages = target["start"]
    if target.get("began_later"):
        which = f"page {start} of {pages}" if start and pages else "a later page"
        return (
            f"this is {which}, what stands on the pages before it was not read: "
            "give the address of the first page"
        )
    stated, seen = target["stated"], target["seen"]
    told = f"{stated} entries, only {seen} were seen"
    if stated is None:
        told = f"{pages} pages, only {target['pages']} were read"
    if target.get("holes"):
        return f"the list states {told}: some pages have fewer rows than others, not all were read"
    return f"the list states {told}: it was not walked to its end"


def _example(target: Mapping[str, Any], name: str) -> str:
    found = next((one["url"] for one in target["examples"] if one["outcome"] == name), "")
    return f", such as {found}" if found else ""


def _target(target: Mapping[str, Any], home: Path) -> Iterator[str]:
    """The completeness of one listing: what it says it has, what we hold, what is not there."""
    missing: Mapping[str, int] = target["missing"]
    second = target.get("second_addresses", 0)
    seen = target["held"] + second + sum(missing.values()) + target.get("older", 0)
    yield target["url"]
    held = f"{count(target['held'], 'article')} held"
    more = f", and {second} {_meaning('duplicate', second)}" if second else ""
    yield f"  {held}{more}. {_stated(target, seen)}".rstrip()
    for trouble in filter(None, (_walk_trouble(target), _dead_rules(target, home))):
        yield f"  Trouble: {trouble}"
    if missing:
        told = ", ".join(f"{n} {_meaning(name, n)}" for name, n in _sorted(missing))
        yield f"  Not held: {told}."
    for one in target["examples"][:_SHOWN]:
        yield f"    {one['url']}: {': '.join(filter(None, (one['outcome'], one['detail'])))}"
    if len(target["examples"]) > _SHOWN:
        yield "    … and more: newscrawl status, newscrawl why URL"
    if off := sum(target.get("written_off", {}).values()):
        yield f"  {off} of these failed for more than a week: only --full asks for them again."
    yield from _moved(target.get("moved", {}))
    yield from _neighbours(target.get("neighbours", {}))
    if target.get("older"):
        yield f"  {count(target['older'], 'older article')} left out, as --since asks."
    delay = target.get("crawl_delay")
    if delay and delay["kept"] != delay["asked"]:
        yield (
            f"  Its robots.txt asks for {delay['asked']:g} seconds between two requests; "
            f"{delay['kept']:g} were kept."
        )
    for door in target.get("doors") or ():
        yield from _door(door)
    if target.get("doors") == [] and target["whole"]:
        yield "  No feed or sitemap of it was found to hold it against."


def _moved(moved: Mapping[str, int]) -> Iterator[str]:
    """What happened to the list while it was walked."""
    if moved.get("on_top"):
        posts = count(moved["on_top"], "post")
        yield f"  While it was walked {posts} came on top; what is new there was read too."
    if moved.get("read_again"):
        yield "  Rows moved while it was walked: all its pages were read again for what moved past."


def _neighbours(names: Mapping[str, int]) -> Iterator[str]:
    """What the articles say of the list: each names the ones beside it."""
    if names.get("slipped_past"):
        more = count(names["slipped_past"], "article")
        yield f"  {more} that slipped past the walk: those beside it named them."
    elif names.get("listed") and not names["not_listed"]:
        named = count(names["listed"], "article")
        yield f"  Its articles name {named} as the one before or after; all are on the list."


def _door(door: Mapping[str, Any]) -> Iterator[str]:
    """What a feed or sitemap says of the listing's completeness."""
    if door["problem"]:
        yield f"  Not checked against {door['url']}: {door['problem']}"
        return
    kind, entries = door["kind"], count(door["entries"], "entry", "entries")
    lacks, more = door["not_listed"], door["not_in_door"]
    yield f"  Checked against {door['url']}, {entries} of this list there:"
    yield f"    {count(lacks, 'address', 'addresses')} there that the list lacks,"
    yield f"    {count(more, 'article')} of the list that the {kind} lacks."
    for url in door["not_listed_examples"][:_SHOWN]:
        yield f"    not listed: {url}"


def _stated(target: Mapping[str, Any], seen: int) -> str:
    stated = target["stated"]
    if stated is None:
        return _shown(target, seen)
    says = "said it had" if target.get("stated_before") else "says it has"
    text = f"The list {says} {count(stated, 'entry', 'entries')}"
    if target.get("stated_before"):
        return f"{text} when it last told."
    if stated == seen:
        return f"{text}, and all were seen."
    if stated > seen and target["whole"]:
        return (
            f"{text}; its pages show {seen} different ones up to their end "
            "(many sites count what they deleted or pinned as well)."
        )
    # In all its walks: some of them may be listed no more.
    return f"{text}; {seen} were seen so far."


def _shown(target: Mapping[str, Any], seen: int) -> str:
    """What is known of the length of a list that does not state it."""
    if target["walk"] in _UNREAD and not target.get("seen"):
        return ""  # the list itself says nothing today
    if target["walk"] not in {End.LAST_PAGE, End.NOTHING_NEW, End.QUIET}:
        return f"The list has shown {count(seen, 'entry', 'entries')} so far."
    # Earlier walks saw entries that are listed no more.
    shown = min(seen, target.get("seen", seen))
    return f"The list shows {count(shown, 'entry', 'entries')}."


def _sorted(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    order = list(MEANING)
    return sorted(counts.items(), key=lambda pair: order.index(pair[0]))


def _meaning(name: str, n: int) -> str:
    return MEANING[name][n != 1]
