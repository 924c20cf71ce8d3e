"""Broken inputs until the time is up: no exception, nothing slow, and what must hold does.

python -m benchmarks.fuzz TARGET [--seconds N] [--seed S]

The seconds are of CPU: a busy machine looks at no fewer inputs than a quiet one. With atheris
(`pip install --group fuzz`) the inputs follow what they reach in the code; without it, and with
`--plain`, they are seeds, broken at random. A finding is kept as a file; it belongs into a test.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from benchmarks.mutations import mutated

HAS_ATHERIS = find_spec("atheris") is not None and "--plain" not in sys.argv
if HAS_ATHERIS:
    import atheris

with atheris.instrument_imports(include=["newscrawl"]) if HAS_ATHERIS else nullcontext():
    from benchmarks.worst import RULES
    from newscrawl.errors import NewscrawlError
    from newscrawl.extract.article import explain_page, read_page
    from newscrawl.extract.listing import extract_listing
    from newscrawl.items import Page, to_json
    from newscrawl.learn import learn_site
    from newscrawl.sites.loader import parse_site
    from newscrawl.sites.writer import site_to_toml
    from newscrawl.text import (
        bylines,
        charset,
        dates,
        labels,
        people,
        robots,
        signatures,
        urls,
        whitespace,
    )

ROOT = Path(__file__).parents[1]
SLOWEST = 2.0 if HAS_ATHERIS else 1.0  # seconds of CPU a page: instrumented code is slow by itself
PAGES_LEARNT = 5
URL = "http://institute.example/info/1/2.htm"
NOW = datetime(2024, 1, 15, tzinfo=UTC)


def article(data: bytes) -> None:
    """Any page gives one strict line."""
    page = _page(data)
    reading = read_page(page)
    line = to_json(reading.article)
    json.loads(line.encode().decode())
    assert len(line.splitlines()) == 1, "more than one line"
    explain_page(page, reading.article)


def _page(data: bytes) -> Page:
    """The page behind its address, which stands in the first line if it still is one."""
    told, _, body = data.partition(b"\n")
    try:
        url = urls.resolve(URL, told.decode("latin-1"))
    except urls.BadHref:
        return Page(url=URL, body=data)
    return Page(url=url, body=body)


def learn(data: bytes) -> None:
    """Rules are learnt from any two pages, or an error of ours says why not."""
    page = _page(data)
    try:
        site = learn_site([page, replace(page, url=f"{page.url}1"), *_SAMPLES])
    except NewscrawlError:
        return
    parse_site(site_to_toml(site).encode(), Path("site.toml"))


def listing(data: bytes) -> None:
    """Any page gives rows with addresses of http, and perhaps a next page."""
    page = _page(data)
    found = extract_listing(page.body, page.url)
    json.dumps(found.to_plain()).encode()
    assert all(row.url.startswith(("http://", "https://")) for row in found.items), "odd scheme"


def ruled(data: bytes) -> None:
    """Any page is read by rules, as an article and as a list."""
    page = _page(data)
    json.loads(to_json(read_page(page, site=RULES).article))
    json.dumps(extract_listing(page.body, page.url, site=RULES).to_plain()).encode()


def decode(body: bytes) -> None:
    """Any bytes are text, with a damaged place for each that fits nothing."""
    told, _, rest = body.partition(b"\n")
    found = charset.decode(rest, told.decode("latin-1"))
    found.text.encode("utf-8", "surrogatepass")
    assert found.damaged >= 0


def printed_dates(body: bytes) -> None:
    """What is found as a date is one, and printed in ISO 8601."""
    text = body.decode("utf-8", "replace")
    printed = dates.find_dates(text, now=NOW)
    assert all(one.end <= other.start for one, other in pairwise(printed)), "dates overlap"
    for found in (*printed, dates.parse_date(text, now=NOW)):
        if found is not None:
            assert found.raw == text[found.start : found.end], found
            again = dates.parse_date(found.iso)
            assert again is not None, found
            assert again.iso == found.iso, found
    dates.impossible_date(text)


def printed_labels(body: bytes) -> None:
    """Labels, names and signatures are read from any line, and nothing is made up."""
    text = whitespace.clean_line(body.decode("utf-8", "replace"))
    assert whitespace.clean_line(text) == text
    for one in labels.split_labels(text):
        people.split_people(one.value)
    signatures.read_signature(text)
    unset = whitespace.squash(text)
    assert all(whitespace.squash(name) in unset for name in people.bare_names(text))
    for name in (*bylines.names_alone(text), *bylines.authors_in(text)):
        assert set(whitespace.squash(name)) <= set(unset), name
    by = bylines.read_by(text)
    assert by is None or by.end <= len(text)


def names(body: bytes) -> None:
    """Names are parts of what is printed, in order, and no character stands in two of them."""
    text = body.decode("utf-8", "replace")
    printed = whitespace.squash(text)
    found = people.split_people(text)
    assert Counter(whitespace.squash("".join(found))) <= Counter(printed), found
    for name in found:
        left = iter(printed)
        assert all(one in left for one in whitespace.squash(name)), name
        assert len(people.split_people(name)) <= 1, name


def addresses(body: bytes) -> None:
    """A link leads to an http address, or is refused; its key is its own key."""
    base, _, href = body.decode("utf-8", "replace").partition("\n")
    for told in (URL, base):
        urls.canonical_key(href)
        try:
            found = urls.resolve(told, href)
        except urls.BadHref:
            continue
        found.encode("ascii")
        key = urls.canonical_key(found)
        assert urls.canonical_key(key) == key, key
        urls.repeats_segments(found)
        urls.is_attachment(found)


def robots_txt(body: bytes) -> None:
    """Any file gives rules."""
    from newscrawl.extensions.robots import read

    rules = read(200, body)
    if rules.parser:
        rules.parser.can_fetch(URL, "newscrawl")
        rules.parser.crawl_delay("newscrawl")
    robots.content_usage(robots.lines_of(body, 1000), "newscrawl")


def site_files(body: bytes) -> None:
    """A site file is taken, or refused by an error of ours."""
    try:
        parse_site(body, Path("site.toml"))
    except NewscrawlError as error:
        assert "\n" not in str(error), "more than one line"  # noqa: PT017


def _files(pattern: str) -> Callable[[], list[bytes]]:
    return lambda: [path.read_bytes() for path in sorted(ROOT.glob(pattern))][:200]


def _lines(*lines: str) -> Callable[[], list[bytes]]:
    return lambda: [line.encode() for line in lines]


def _pages() -> list[bytes]:
    """The fixtures, each behind its address."""
    found = sorted(ROOT.glob("fixtures/*/*/page.html"))
    return [_address(page).encode() + b"\n" + page.read_bytes() for page in found]


def _address(page: Path) -> str:
    return str(json.loads(page.with_name("page.json").read_text("utf-8"))["url"])


PAGES = _files("fixtures/*/*/page.html")
_SAMPLES = [
    Page(url=_address(page), body=page.read_bytes())
    for page in sorted(ROOT.glob("fixtures/demo-vsb/[pt]*/page.html"))[:3]
]
BYLINES = _lines(
    "来源：某研究所 作者：李良、王小明（图） 发布时间：2023-02-13 09:05 浏览次数：12",
    "2023年2月13日 星期一", "发布日期：2023/2/3 9:05:01", "Feb 13, 2023 9:05 AM",
    "二〇二三年二月十三日", "2023-02-13T09:05:00+08:00", "（记者 王小明 通讯员 李良）",
    "文/图 赵豪 责任编辑：张三 审核：李四", "Text: Anna Keller / Fotos: Jan de Vries",
    "13 ก.พ. 2566 เวลา 09:05 น.", "۱۴۰۲/۱۱/۲۴ ساعت ۰۹:۰۵", "الاثنين 13 شباط / فبراير 2023",
    "김민수 기자", "By Anna Keller | Updated 13 February 2023 at 9.05am",
    "Опубликовано: 13 февраля 2023 г.",
)  # fmt: skip
SITE_FILE = """institute = "某研究所"
domains = ["example.ac.cn"]
zone = "+08:00"
article_url = '/t\\d{8}_\\d+\\.html$'
[[listing]]
url = "https://www.example.ac.cn/xwzx/"
links = "ul.news a"
next = "xpath://a[@class='next']"
[article]
title = "h1"
byline = "p.info"
body = "#content p"
"""
_ENTRY = (
    "<title>学术报告会</title><link>/info/1.htm</link><pubDate>Mon, 13 Feb 2023 09:05 GMT</pubDate>"
)
_RECORD = '{"title": "学术报告会", "url": "/info/1.htm", "date": "2023-02-13", "id": 1}'
# Answers that are no pages: feeds, sitemaps, records for a script, alone and within a page.
ANSWERS = _lines(
    f"/rss.xml\n<?xml version='1.0'?><rss><channel>{f'<item>{_ENTRY}</item>' * 5}</channel></rss>",
    "/feed\n<feed xml:lang=zh xml:base='http://institute.example/'><link rel=next href=/2/><entry>"
    "<title>学术<![CDATA[报告]]>会</title><link rel=alternate type='text/html' href='/1.htm'/>"
    "<author><name>李良</name></author><published>2023-02-13 09:05</published></entry></feed>",
    "/rss.xml\n<rdf:RDF><item rdf:about='/1.htm'><media:group><title>图</title></media:group>"
    "<title>学术</title><guid isPermaLink='false'>1</guid><dc:date>2023-02-13</dc:date></rdf:RDF>",
    "/atom.xml\n<feed xml:base='/'><entry><title type='html'>&lt;b&gt;学术</title>"
    "<link href='info/1.htm'/><updated>2023-02-13T09:05:00Z</updated></entry></feed>",
    "/sitemap.xml\n<urlset><url><loc>http://institute.example/info/1.htm</loc>"
    "<lastmod>2023-02-13</lastmod></url></urlset>",
    "/sitemap.xml\n<sitemapindex><sitemap><loc>/sitemap-posts.xml</loc></sitemap></sitemapindex>",
    f'/api/list?page=1\n{{"data": {{"total": 5, "rows": [{_RECORD}, {_RECORD}]}}}}',
    f"/api/list?page=2\ncallback({{'list': [{_RECORD}], 'html': '<li><a href=1.htm>学术</a>'}})",
    f"/\n<div id=app></div><script>window.__INITIAL_STATE__={{'list': [{_RECORD}]}}</script>",
    f'/\n<script id=__NEXT_DATA__ type=application/json>{{"props": [{_RECORD}]}}</script>',
    "/\n<ul></ul><script>document.write('<li><a href=1.htm>学术报告会</a> 2023-02-13');</script>",
    f"/\n<recordset><record><![CDATA[<li><a href=/1.htm>学术</a>{_RECORD}]]></record></recordset>",
)
TARGETS: dict[str, tuple[Callable[[bytes], None], Callable[[], list[bytes]]]] = {
    "article": (article, _pages),
    "listing": (listing, _pages),
    "answers": (listing, ANSWERS),
    "ruled": (ruled, _pages),
    "learn": (learn, _pages),
    "decode": (decode, PAGES),
    "dates": (printed_dates, BYLINES),
    "labels": (printed_labels, BYLINES),
    "people": (names, BYLINES),
    "urls": (
        addresses,
        _lines(f"{URL}\n../a.htm;jsessionid=1?b=国&utm_source=x#y", "http://[::1]/\n//x:80/\\a"),
    ),
    "robots": (
        robots_txt,
        _lines("User-agent: *\nDisallow: /*a$\nCrawl-delay: 3\nContent-Usage: train-ai=n"),
    ),
    "sites": (site_files, _lines(SITE_FILE)),
}


def fault_of(check: Callable[[bytes], None], data: bytes) -> str | None:
    """What is wrong with how `data` was taken, or None."""
    began = time.process_time()
    try:
        check(data)
    except Exception:  # noqa: BLE001 - any exception at all is what is looked for
        return traceback.format_exc()
    taken = time.process_time() - began
    most = SLOWEST * (PAGES_LEARNT if check is learn else 1)
    return f"{taken:.2f} s of CPU" if taken > most else None


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.fuzz")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="without atheris")
    asked = parser.parse_args(argv)
    check, seeds = TARGETS[asked.target]
    run = _Run(asked.target, check, asked.seed)
    if HAS_ATHERIS and not asked.plain:
        return run.guided(seeds(), asked.seconds)
    return run.at_random(seeds(), asked.seconds)


class _Run:
    def __init__(self, name: str, check: Callable[[bytes], None], seed: int) -> None:
        self._name, self._check, self._seed = name, check, seed
        self._count = self._found = 0
        self._end = 0.0  # of CPU

    def take(self, data: bytes) -> None:
        self._count += 1
        fault = fault_of(self._check, data)
        if fault:
            self._found += 1
            kept = Path(f"fuzz-{self._name}-{self._seed}-{self._count}.bin")
            kept.write_bytes(data)
            print(f"{kept}: {fault}", flush=True)

    def at_random(self, seeds: list[bytes], seconds: float) -> int:
        rng, self._end = random.Random(self._seed), time.process_time() + seconds
        while time.process_time() < self._end:
            self.take(mutated(rng, seeds))
        self._tell()
        return 1 if self._found else 0

    def _tell(self) -> None:
        taken = f"{time.process_time():.0f} s of CPU"
        found = f"{self._count} inputs, {taken}, {self._found} faults"
        print(f"{self._name}: {found} (seed {self._seed})", flush=True)

    def guided(self, seeds: list[bytes], seconds: float) -> int:
        """Never returns: libFuzzer has no end by CPU, so the process ends where the time is up."""
        import tempfile

        corpus = Path(tempfile.mkdtemp())
        for n, seed in enumerate(seeds):
            (corpus / str(n)).write_bytes(seed)
        longest = max(4096, *map(len, seeds)) if seeds else 4096
        limits = [f"-seed={self._seed}", f"-max_len={longest}"]
        quiet = ["-verbosity=0", "-print_final_stats=1", "-timeout=600", "-rss_limit_mb=4096"]
        self._end = time.process_time() + seconds
        atheris.Setup([sys.argv[0], *limits, *quiet, str(corpus)], self._guided_take)
        atheris.Fuzz()
        return 0

    def _guided_take(self, data: bytes) -> None:
        before = self._found
        self.take(data)
        if self._found > before:
            self._tell()
            raise RuntimeError("a finding")
        if time.process_time() >= self._end:
            self._tell()
            os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
