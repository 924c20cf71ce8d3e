"""The work that the fault benchmarks do again and again, and the judging of what came of it."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

from newscrawl.errors import StorageError
from newscrawl.items import ListingRef, Outcome, article_id, content_sha256
from newscrawl.store import Record, Row, Session, Sighting
from newscrawl.text.urls import canonical_key

LISTINGS = ("https://institute.example/news/", "https://institute.example/notices/")
OUTPUTS = ("articles.jsonl", "notices.jsonl")
_MEMORY = Path("/dev/shm")  # an fsync costs nothing there


def row(number: int) -> Row:
    """Row `number` of a listing."""
    url = f"https://institute.example/info/{number}.htm"
    listed = ListingRef(url=LISTINGS[0], page=1, position=number, title=f"第{number}条")
    return Row(key=canonical_key(url), url=url, listed=listed)


def record(one: Row, channel: str) -> Record:
    """The article behind a row of the listing `channel`."""
    title, body = one.listed.title, f"{one.listed.title}的正文。" * 3
    content = content_sha256(title, (), None, "2026-01-02", body)
    name = article_id("institute", one.key)
    told: dict[str, object] = {
        "id": name,
        "site": "institute",
        "channel": channel,
        "url": one.url,
        "title": title,
        "authors": [],
        "source": None,
        "date_published": "2026-01-02",
        "body": body,
        "content_sha256": content,
        "revision": {"n": 1, "status": "live", "first_seen": "2026-01-03T00:00:00Z"},
        "listing": {"url": LISTINGS[0], "page": 1, "position": one.listed.position},
        "fetch": {"at": "2026-01-03T00:00:00Z", "status": 200},
    }
    return Record(name, "institute", content, json.dumps(told, ensure_ascii=False).encode())


class Work:
    """One run over two listings into two files: the first has all, the second its own half.

    Article 0 is listed no more in the end, so one record has a second line.
    """

    def __init__(self, articles: int) -> None:
        self.articles = articles
        halves = (range(articles * 3 // 4), range(articles // 2, articles))
        self.rows = [[row(n) for n in half] for half in halves]

    def __call__(self, home: Path) -> None:
        """Do it, or what is left of it; raises StorageError."""
        session = Session(home, command="faults", version="0")
        try:
            targets = [session.target("institute", url) for url in LISTINGS]
            session.add_output(home / OUTPUTS[0], targets)
            session.add_output(home / OUTPUTS[1], targets[1:])
            for target, rows in zip(targets, self.rows, strict=True):
                for skipped in (0, 1):
                    walk = session.begin_walk(target)
                    for one in session.sight(target, walk, rows[skipped:]):
                        if one.standing == "pending":
                            self._store(session, one, record(one.row, target.url))
                    session.end_walk(target, walk, whole=True, stated=None)
                if target is targets[0]:
                    session.compare(target, walk)
            session.give_up("the run ended")
            session.finish(0, "{}")
        finally:
            session.close()

    def _store(self, session: Session, one: Sighting, found: Record) -> None:
        """What the store pipeline does."""
        judged = session.judge(one.url_id, found.site, found.id, found.content, twins=False)
        if judged.outcome is Outcome.DUPLICATE:
            session.link(one.url_id, judged.of or found.id)
        elif judged.status:
            session.keep(one.url_id, found._replace(n=judged.n, status=judged.status))
        session.settle(one.url_id, judged.outcome)

    def wrong(self, home: Path) -> str:
        """What is wrong with the outputs of finished work, "" if nothing is."""
        for name, numbers in zip(
            OUTPUTS, (range(self.articles), range(self.articles // 2, self.articles)), strict=True
        ):
            data = (home / name).read_bytes()
            if not data.endswith(b"\n"):
                return f"{name} is torn"
            lines = [json.loads(line) for line in data.splitlines()]
            there = Counter((one.get("url"), one.get("revision", {}).get("n")) for one in lines)
            due = {(row(n).url, 1) for n in numbers} | (
                {(row(0).url, 2)} if 0 in numbers else set()
            )
            if there != Counter(due):
                lost, more = due - there.keys(), there - Counter(due)
                return f"{name}: {len(lost)} lost, {sum(more.values())} too many"
            right = {record(row(n), url).line.decode() for n in numbers for url in LISTINGS}
            first = {
                json.dumps(one, ensure_ascii=False) for one in lines if one["revision"]["n"] == 1
            }
            if first - right:
                return f"{name}: {len(first - right)} records changed"
        return ""


class Trials:
    """Counts trials and tells what went wrong."""

    def __init__(self, work: Work, folder: Path) -> None:
        self.work = work
        self.folder = folder
        self.counts: Counter[str] = Counter()
        self.failures: list[str] = []
        self.begun = folder / "begun"
        first = Work(work.articles)
        first.rows = [work.rows[0][: work.articles // 4], []]
        first(self.begun)
        with (self.begun / OUTPUTS[0]).open("ab") as file:
            file.write(b'{"id": "half')  # so that there is something to cut off

    def home(self) -> Path:
        """A corpus that earlier runs began, its last write broken off."""
        home = self.folder / "home"
        shutil.rmtree(home, ignore_errors=True)
        return Path(shutil.copytree(self.begun, home))

    def fails(self, home: Path) -> bool:
        """Do the work; whether it stopped with a storage failure."""
        try:
            self.work(home)
        except StorageError:
            return True
        return False

    def judge(self, kind: str, name: str, home: Path) -> None:
        """Do the work again, without a fault, and look."""
        self.counts[kind] += 1
        try:
            self.work(home)
            wrong = self.work.wrong(home) or unsound(home)
        except StorageError as error:
            wrong = f"refused: {error}"
        if wrong:
            self.failures.append(f"{kind} {name}: {wrong}")


def unsound(home: Path) -> str:
    """What SQLite says of a ledger that is not whole, "" of one that is."""
    with closing(sqlite3.connect(home / "ledger.sqlite")) as db:
        told = "; ".join(text for (text,) in db.execute("PRAGMA integrity_check(3)"))
    return "" if told == "ok" else f"the ledger: {told}"


def scratch() -> str | None:
    """Where trials that need no real disk are quick: in memory, None for the usual place."""
    return str(_MEMORY) if os.access(_MEMORY, os.W_OK) else None
