"""A corpus of made-up rows and records, without a crawl."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newscrawl.items import ListingRef, Outcome, article_id, content_sha256
from newscrawl.store import Record, Row, Session, Target, faults
from newscrawl.text.urls import canonical_key

LISTING = "https://institute.example/news/"
NAMES = [f"{n}.htm" for n in range(40)]  # of the pages whose records `ids` finds


def row(number: int, *, settled: Outcome | None = None) -> Row:
    url = f"https://institute.example/info/{number}.htm"
    ref = ListingRef(url=LISTING, page=1, position=number, title=f"第{number}条")
    return Row(key=canonical_key(url), url=url, listed=ref, settled=settled)


def record(number: int, site: str = "institute", *, body: str = "") -> dict[str, Any]:
    """What an article's record says, as far as the store looks into it."""
    one = row(number)
    text = body or f"第{number}条的正文。"
    content = content_sha256(one.listed.title, (), None, "2026-01-02", text)
    return {
        "id": article_id(site, one.key),
        "site": site,
        "channel": LISTING,
        "url": one.url,
        "title": one.listed.title,
        "authors": [],
        "source": None,
        "date_published": "2026-01-02",
        "body": text,
        "content_sha256": content,
        "revision": {"n": 1, "status": "live", "first_seen": "2026-01-03T00:00:00Z"},
        "listing": {"url": LISTING, "page": 1, "position": number},
        "fetch": {"at": "2026-01-03T00:00:00Z", "status": 200},
    }


def fill(session: Session, target: Target, numbers: range, site: str = "institute") -> None:
    """Found, fetched and kept: articles `numbers`, flushed as the session sees fit."""
    walk = session.begin_walk(target)
    for one in session.sight(target, walk, [row(n) for n in numbers]):
        if one.standing == "pending":
            told = record(one.row.listed.position or 0, site) | {"channel": target.url}
            line = json.dumps(told, ensure_ascii=False).encode()
            kept = Record(told["id"], site, told["content_sha256"], line)
            judged = session.judge(one.url_id, site, kept.id, kept.content, twins=False)
            if judged.status:
                session.keep(one.url_id, kept._replace(n=judged.n, status=judged.status))
            session.settle(one.url_id, judged.outcome)
    session.end_walk(target, walk, whole=True, stated=None)


def ids(path: Path) -> list[str]:
    """The pages whose records stand in a JSON Lines file; raises on a torn line."""
    text = path.read_bytes()
    assert not text or text.endswith(b"\n")
    return [json.loads(line)["url"].rsplit("/", 1)[1] for line in text.splitlines()]


Opener = Callable[..., Session]
Crawl = Callable[[range], Path]


@pytest.fixture(autouse=True)
def several_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the few articles that a test has."""
    monkeypatch.setenv("NEWSCRAWL_BATCH", "16")


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Opener]:
    """Opens sessions over one folder; closes whatever a test left open."""
    opened: list[Session] = []

    def open_session(home: Path | None = None) -> Session:
        session = Session(home or tmp_path / "corpus", command="a test", version="0")
        opened.append(session)
        return session

    yield open_session
    faults.install(None)
    for session in opened:
        session.close()


@pytest.fixture
def crawl(corpus: Opener) -> Crawl:
    """One run over some rows; gives the corpus folder."""

    def run(numbers: range) -> Path:
        session = corpus()
        try:
            target = session.target("institute", LISTING)
            session.add_output(session.home / "articles.jsonl", [target])
            fill(session, target, numbers)
            session.finish(0, "{}")
            (session.home / "runs").mkdir(exist_ok=True)
            (session.home / "runs" / f"{session.run_id}.json").write_text("{}")
        finally:
            session.close()
        return session.home

    return run
