"""A corpus of made-up rows and records, without a crawl."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newscrawl.items import ListingRef, Outcome
from newscrawl.store import Record, Row, Session, Target, faults

LISTING = "https://institute.example/news/"


def row(number: int, *, settled: Outcome | None = None) -> Row:
    url = f"https://institute.example/info/{number}.htm"
    ref = ListingRef(url=LISTING, page=1, position=number, title=f"第{number}条")
    return Row(key=url, url=url, listed=ref, settled=settled)


def fill(session: Session, target: Target, numbers: range, site: str = "institute") -> None:
    """Found, fetched and kept: articles `numbers`, flushed as the session sees fit."""
    walk = session.begin_walk(target)
    for one in session.sight(target, walk, [row(n) for n in numbers]):
        name = one.row.url.rsplit("/", 1)[1]
        line = json.dumps({"id": name, "text": "正文"}, ensure_ascii=False)
        if one.standing == "pending":
            session.keep(one.url_id, Record(f"{site}-{name}", site, name, line))
            session.settle(one.url_id, Outcome.NEW)
    session.end_walk(target, walk, whole=True, stated=None)


def ids(path: Path) -> list[str]:
    """The ids in a JSON Lines file; raises on a torn line."""
    text = path.read_bytes()
    assert not text or text.endswith(b"\n")
    return [json.loads(line)["id"] for line in text.splitlines()]


Opener = Callable[..., Session]


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
