"""Whether a site knows more than a page: each read with what its siblings teach, and without.

    python -m benchmarks.learning              made-up institutes, and labelled sets if there
    python -m benchmarks.learning --pages 6    more pages of each made-up institute

Every page of a site with three pages or more is held out once, its site learnt from the others. A
learnt site must never be worse than none: exit status 1 where any field of any page is.

Made-up institutes are easy as they are; those told in another way (`TOLD`) are what one page alone
gives too little for.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from statistics import fmean
from typing import Any
from urllib.parse import urlsplit

from benchmarks.quality import SETS, quality_folder
from benchmarks.table import table
from newscrawl import extract_article
from newscrawl.demo import FAMILIES
from newscrawl.demo.model import Institute, Piece, Plan, Story
from newscrawl.demo.plan import plan
from newscrawl.errors import LearnError
from newscrawl.learn import learn_site
from newscrawl.sites.model import Site

_LEAST = 3  # two teach, one is read
_NO_URL = "http://site.invalid/a/b/c/"  # as measure.py has it
_DEMO = "https://www.institute.example"
_CLOSE = 1e-9
_SLOGANS = ("本所期待与各界朋友携手前行，共创佳绩", "转载请先告知本所，感谢您一直以来的支持。")
_NOTICES = (
    "今晚停电。",
    "因设备检修，本周六全天停止供水，请提前做好准备。",
    "详见附件。",
    "会议改期举行，时间另行通知。",
)

Verdict = Mapping[str, float | None]
Change = Callable[[Story], Story]
Judge = Callable[[Mapping[str, Any], Any], dict[str, float | None]]


@dataclass(frozen=True, slots=True)
class Case:
    """One page with its labels, as rows of an index have them."""

    ident: str
    html: bytes
    url: str
    row: Mapping[str, Any]
    content_type: str | None = None


# The pages of a site as they teach, and as they are read.
Groups = Iterable[tuple[Sequence[Case], Sequence[Case]]]


@dataclass(frozen=True, slots=True)
class Pair:
    """The verdicts on one page, read without its site and with it."""

    ident: str
    without: Verdict
    ruled: Verdict

    def changes(self) -> Iterator[tuple[str, float, float]]:
        """The fields that the site made better or worse."""
        for field in {**self.without, **self.ruled}:
            before, after = self.without.get(field) or 0.0, self.ruled.get(field) or 0.0
            if abs(after - before) > _CLOSE:
                yield field, before, after


def labelled_sites(folder: Path, name: str) -> list[list[Case]]:
    """The pages of a labelled set by site (or host), of sites with enough of them."""
    sites: dict[str, list[Case]] = {}
    place = folder / "open" / name
    for line in (place / "index.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        site = row.get("site") or urlsplit(row.get("url") or "").hostname
        if site:
            html = gzip.decompress((place / row["html"]).read_bytes())
            url = row.get("url") or f"{_NO_URL}{row['id']}.html"
            sites.setdefault(site, []).append(Case(row["id"], html, url, row))
    return [cases for cases in sites.values() if len(cases) >= _LEAST]


def made_up(
    families: Iterable[str], pages: int, teach: Change, read: Change
) -> Iterator[tuple[list[Case], list[Case]]]:
    """The first pages of an institute of each family, as they teach and as they are read."""
    for family in families:
        module = FAMILIES[family]
        told = plan(family, 1, module.NAMES, pages, faults=False)
        yield (
            _cases(family, module.build(_changed(told, teach))),
            _cases(family, module.build(_changed(told, read))),
        )


def _changed(told: Plan, change: Change) -> Plan:
    stories = {one.index: change(one) for one in told.stories}
    rows = (replace(row, story=row.story and stories[row.story.index]) for row in told.entries)
    return replace(told, stories=tuple(stories.values()), entries=tuple(rows))


def as_told(story: Story) -> Story:
    """No change."""
    return story


def notice(story: Story) -> Story:
    """One line, on a page of boxes and links with little of its own to be known by."""
    text = _NOTICES[story.index % len(_NOTICES)]
    return replace(story, lines=(Piece(kind="paragraph", text=text),), files=(), credits=())


def picture(story: Story) -> Story:
    """A picture and no text."""
    return replace(story, lines=(Piece(kind="image", path="1"),), files=(), credits=())


def with_slogans(story: Story) -> Story:
    """The site's own lines over and under the text, in words that no rule can know."""
    over, under = (Piece(kind="staff", text=text) for text in _SLOGANS)
    return replace(story, lines=(over, *story.lines, under))


def notice_with_slogans(story: Story) -> Story:
    """Of three lines one is text."""
    return with_slogans(notice(story))


# How a made-up institute is told: the pages that teach, and the one that is read.
TOLD: Mapping[str, tuple[Change, Change]] = {
    "institutes": (as_told, as_told),
    "notices": (as_told, notice),
    "pictures": (as_told, picture),
    "slogans": (with_slogans, with_slogans),
    "notices with slogans": (with_slogans, notice_with_slogans),
}


def _cases(family: str, institute: Institute) -> list[Case]:
    cases = []
    for path, truth in institute.truth.items():
        answer = institute.get(*path.partition("?")[::2])
        row = {
            "lang": "zh",
            "title": truth.title,
            "authors": list(truth.authors),
            "source": truth.source,
            "date": truth.date_published and truth.date_published[:10],
            "body": truth.body,
        }
        kind = answer.headers.get("Content-Type")
        cases.append(Case(f"{family}{path}", answer.body, _DEMO + path, row, kind))
    return cases


def held_out(cases: Sequence[Case], judge: Judge, read: Sequence[Case]) -> Iterator[Pair]:
    """Each page of one site, read by what its siblings taught and by nothing but itself.

    `read` are the pages as they are read, in the order of those that teach.
    """
    for number, case in enumerate(read):
        try:
            others = (one for at, one in enumerate(cases) if at != number)
            site = learn_site([(one.html, one.url) for one in others])
        except LearnError:
            site = None  # too few of the siblings are articles to keep
        yield Pair(case.ident, _read(case, judge, None), _read(case, judge, site))


def _read(case: Case, judge: Judge, site: Site | None) -> Verdict:
    article = extract_article(case.html, case.url, content_type=case.content_type, site=site)
    return judge(case.row, article)


def load_judge(folder: Path) -> Judge:
    """The judge of the script beside the labelled sets."""
    spec = spec_from_file_location("measure", folder / "measure.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"{folder / 'measure.py'} can't be loaded")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    judge: Judge = module.judge_article
    return judge


def plain_judge(row: Mapping[str, Any], article: Any) -> dict[str, float | None]:
    """Field by field, right or not: for truth that is known to the letter."""
    found = {
        "title": article.title,
        "authors": list(article.authors),
        "source": article.source,
        "date": article.date_published and article.date_published[:10],
        "body": article.body,
    }
    names = {"authors": "author", "body": "exact"}
    return {names.get(name, name): float(found[name] == row[name]) for name in found}


def report(name: str, pairs: Sequence[Pair]) -> str:
    """Each field's mean without and with the site, how many pages won and lost; then which."""
    fields = dict.fromkeys(field for pair in pairs for field in {**pair.without, **pair.ruled})
    rows = [_row(field, pairs) for field in fields]
    lines = [table(f"{name}: {len(pairs)} pages", ["", "without", "with", "won", "lost"], rows)]
    lines += [
        f"{'won ' if after > before else 'LOST'} {pair.ident} {field}: {before:.3f} -> {after:.3f}"
        for pair in pairs
        for field, before, after in pair.changes()
    ]
    return "\n".join(lines)


def _row(field: str, pairs: Sequence[Pair]) -> list[str | float | int | None]:
    before = [value for pair in pairs if (value := pair.without.get(field)) is not None]
    after = [value for pair in pairs if (value := pair.ruled.get(field)) is not None]
    moved = [new > old for pair in pairs for one, old, new in pair.changes() if one == field]
    means = [fmean(values) if values else None for values in (before, after)]
    return [field, *means, moved.count(True), moved.count(False)]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.learning", description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=int, default=4, help="of each made-up institute")
    parser.add_argument("--families", nargs="+", choices=FAMILIES, default=tuple(FAMILIES))
    parser.add_argument("--no-sets", dest="sets", action="store_false")
    asked = parser.parse_args(arguments)
    lost = 0
    for name, groups, judge in _measured(asked):
        pairs = [pair for cases, read in groups for pair in held_out(cases, judge, read)]
        if pairs:
            print(report(name, pairs), flush=True)
        lost += sum(new < old for pair in pairs for _, old, new in pair.changes())
    print("", f"learning: {lost} fields are worse with a site than without", sep="\n")
    return 1 if lost else 0


def _measured(asked: argparse.Namespace) -> Iterator[tuple[str, Groups, Judge]]:
    for name, changes in TOLD.items():
        groups = made_up(asked.families, asked.pages, *changes)
        yield f"made-up {name}", groups, plain_judge
    folder = quality_folder() if asked.sets else None
    for name, kind in SETS.items() if folder is not None else ():
        if folder is not None and kind == "articles":
            sites = labelled_sites(folder, name)
            yield name, zip(sites, sites, strict=True), load_judge(folder)


if __name__ == "__main__":
    sys.exit(main())
