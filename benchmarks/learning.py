"""Whether a site knows more than a page: each read with what its siblings teach, and without.

    python -m benchmarks.learning              made-up institutes, and labelled sets if there
    python -m benchmarks.learning --pages 4    fewer pages of each made-up institute

Every page of a site with three pages or more is held out once, its site learnt from the others. A
learnt site must never be worse than none: exit status 1 where any field of any page is.

The made-up institutes are read twice: as they are, and with the held-out page cut to a notice of
one line, which stands on a page of boxes and links with little of its own to be known by.
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
from newscrawl.demo import FAMILIES, Institute, build
from newscrawl.demo.model import Piece, Story
from newscrawl.demo.plan import plan
from newscrawl.errors import LearnError
from newscrawl.learn import learn_site
from newscrawl.sites.model import Site

_LEAST = 3  # two teach, one is read
_NO_URL = "http://site.invalid/a/b/c/"  # as measure.py has it
_DEMO = "https://www.institute.example"
_CLOSE = 1e-9
_NOTICES = (
    "今晚停电。",
    "因设备检修，本周六全天停止供水，请提前做好准备。",
    "详见附件。",
    "会议改期举行，时间另行通知。",
)

Verdict = Mapping[str, float | None]
Judge = Callable[[Mapping[str, Any], Any], dict[str, float | None]]


@dataclass(frozen=True, slots=True)
class Case:
    """One page with its labels, as rows of an index have them."""

    ident: str
    html: bytes
    url: str
    row: Mapping[str, Any]
    content_type: str | None = None


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


def made_up_sites(families: Iterable[str], pages: int) -> list[list[Case]]:
    """The first pages of one made-up institute of each family, with the truth as their labels."""
    return [_cases(family, build(family, articles=pages, faults=False)) for family in families]


def notices(families: Iterable[str], pages: int) -> Iterator[tuple[list[Case], list[Case]]]:
    """For each family: pages that teach, and the same ones as notices of one line."""
    for family in families:
        module = FAMILIES[family]
        told = plan(family, 1, module.NAMES, pages, faults=False)
        short = {one.index: _cut(one) for one in told.stories}
        rows = (replace(row, story=row.story and short[row.story.index]) for row in told.entries)
        cut = replace(told, stories=tuple(short.values()), entries=tuple(rows))
        yield _cases(family, module.build(told)), _cases(family, module.build(cut))


def _cut(story: Story) -> Story:
    text = _NOTICES[story.index % len(_NOTICES)]
    return replace(story, lines=(Piece(kind="paragraph", text=text),), files=(), credits=())


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


def held_out(
    cases: Sequence[Case], judge: Judge, read: Sequence[Case] | None = None
) -> Iterator[Pair]:
    """Each page of one site, read by what its siblings taught and by nothing but itself.

    `read` are the pages to read in place of the ones that teach, in the same order.
    """
    for number, case in enumerate(read or cases):
        try:
            others = (one for at, one in enumerate(cases) if at != number)
            site = learn_site([(one.html, one.url) for one in others])
        except LearnError:
            site = None  # too few of the siblings are articles to keep
        yield Pair(case.ident, _read(case, judge, None), _read(case, judge, site))


def _all_held_out(sites: Iterable[Sequence[Case]], judge: Judge) -> list[Pair]:
    return [pair for cases in sites for pair in held_out(cases, judge)]


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
    parser.add_argument("--pages", type=int, default=6, help="of each made-up institute")
    parser.add_argument("--families", nargs="+", choices=FAMILIES, default=tuple(FAMILIES))
    parser.add_argument("--no-sets", dest="sets", action="store_false")
    asked = parser.parse_args(arguments)
    found = {
        "made-up institutes": _all_held_out(
            made_up_sites(asked.families, asked.pages), plain_judge
        ),
        "made-up notices": [
            pair
            for cases, cut in notices(asked.families, asked.pages)
            for pair in held_out(cases, plain_judge, cut)
        ],
    }
    folder = quality_folder() if asked.sets else None
    if folder is not None:
        judge = load_judge(folder)
        names = [name for name, kind in SETS.items() if kind == "articles"]
        found |= {name: _all_held_out(labelled_sites(folder, name), judge) for name in names}
    for name, pairs in found.items():
        if pairs:
            print(report(name, pairs))
    every = (pair for pairs in found.values() for pair in pairs)
    lost = sum(new < old for pair in every for _, old, new in pair.changes())
    print("", f"learning: {lost} fields are worse with a site than without", sep="\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
