"""One extractor over a folder of pages: CPU seconds of the page whose number is asked for.

extract_pages.py NAME FOLDER [RULES], numbers on standard input, one line of output each. RULES are
a site file, or a folder with one for each page (0.toml, 1.toml …).
"""

from __future__ import annotations

import json
import logging
import sys
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

Extract = Callable[[bytes, str], Any]


def _newscrawl(rules: str | None) -> Extract:
    from newscrawl import extract_article, load_site
    from newscrawl.items import to_json

    if rules and Path(rules).is_dir():
        urls = json.loads((Path(rules).parent / "urls.json").read_text("utf-8"))
        sites = {url: load_site(f"{rules}/{number}.toml") for number, url in enumerate(urls)}
        return lambda body, url: to_json(extract_article(body, url, site=sites[url]))
    site = load_site(rules) if rules else None
    return lambda body, url: to_json(extract_article(body, url, site=site))


def _trafilatura(_: str | None) -> Extract:
    import trafilatura

    return lambda body, url: trafilatura.bare_extraction(
        body, url=url, with_metadata=True, include_comments=False
    )


def _newspaper(_: str | None) -> Extract:
    import newspaper

    def extract(body: bytes, url: str) -> Any:
        article = newspaper.Article(url=url, fetch_images=False, language="zh")
        article.download(input_html=_decoded(body))
        article.parse()
        return article.text

    return extract


def _readability(_: str | None) -> Extract:
    import readability

    return lambda body, url: readability.Document(_decoded(body), url=url).summary()


def _gne(_: str | None) -> Extract:
    import gne

    extractor = gne.GeneralNewsExtractor()
    return lambda body, _url: extractor.extract(_decoded(body))


def _resiliparse(_: str | None) -> Extract:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda body, _url: extract_plain_text(_decoded(body), main_content=True)


EXTRACTORS: dict[str, Callable[[str | None], Extract]] = {
    "newscrawl": _newscrawl,
    "trafilatura": _trafilatura,
    "newspaper": _newspaper,
    "readability": _readability,
    "gne": _gne,
    "resiliparse": _resiliparse,
}


def _decoded(body: bytes) -> str:
    """What a peer that wants text is given: no guess, the best case for it."""
    try:
        return body.decode()
    except UnicodeDecodeError:
        return body.decode("gb18030", "replace")


def main(name: str, folder: Path, rules: str | None = None) -> None:
    """Answer until the input ends."""
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    extract = EXTRACTORS[name](rules)
    urls = json.loads((folder / "urls.json").read_text("utf-8"))
    pages = [(folder / f"{number}.html").read_bytes() for number in range(len(urls))]
    for line in sys.stdin:
        number = int(line)
        began = time.process_time()
        with suppress(Exception):  # a peer may raise anything; its time counts
            extract(pages[number], urls[number])
        print(time.process_time() - began, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
