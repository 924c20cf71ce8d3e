"""Pages made to hurt: CPU of reading each as an article and as a listing, with rules and without.

    python -m benchmarks.worst [--only WORD ...]

No page may take over a second, whatever it holds. Exit status 1 if one does. The figures are of
this machine as busy as it is: the best of three.
"""

from __future__ import annotations

import argparse
import sys
import time

from benchmarks.table import table
from benchmarks.worst_pages import WORST
from newscrawl.extract.article import read_page
from newscrawl.extract.listing import extract_listing
from newscrawl.items import Page, to_json
from newscrawl.sites.model import ArticleRules, ListingRules, Site

SLOWEST = 1.0
URL = "http://institute.example/info/1/2.htm"
_MB = 1 << 20
# Rules as a person writes them, and as bad as they may be: steps that match within each other.
RULES = Site(
    id="institute",
    domains=("institute.example",),
    articles=(
        ArticleRules(
            title="body h1", byline="div div", body="div p", drop=("body > form:nth-of-type(1)",)
        ),
    ),
    listings=(ListingRules(url=URL, links="body a", next=".pager a + a"),),
)
_WAYS = ("article", "listing", "article by rules", "listing by rules")


def cost(html: bytes) -> tuple[float, ...]:
    """CPU seconds of a page read in each of the ways."""
    found = []
    for site in (None, RULES):
        began = time.process_time()
        to_json(read_page(Page(url=URL, body=html), site=site).article)
        between = time.process_time()
        extract_listing(html, URL, site=site)
        found += [between - began, time.process_time() - between]
    return tuple(found)


def best(html: bytes) -> tuple[float, ...]:
    """The best of three, if the first was not good enough."""
    found = [cost(html)]
    while max(min(one) for one in zip(*found, strict=True)) > SLOWEST / 2 and len(found) < 3:
        found.append(cost(html))
    return tuple(min(one) for one in zip(*found, strict=True))


def main(arguments: list[str] | None = None) -> int:
    """Measure every page; 1 if one takes over a second."""
    parser = argparse.ArgumentParser(prog="benchmarks.worst", description=__doc__.split("\n")[0])
    parser.add_argument("--only", nargs="*", default=[], help="parts of pages' names")
    asked = parser.parse_args(arguments)
    rows: list[tuple[str | float, ...]] = []
    slow = []
    for name, made in WORST.items():
        if asked.only and not any(word in name for word in asked.only):
            continue
        html = made().encode()
        taken = best(html)
        rows.append((name, len(html) / _MB, *taken))
        print(*rows[-1], file=sys.stderr)
        if max(taken) > SLOWEST:
            slow.append(name)
    print(table("Pages made to hurt, CPU s", ("", "MB", *_WAYS), rows))
    print("", *(f"worst: {name} takes over {SLOWEST} s" for name in slow), sep="\n")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
