"""The crawl as it is, its store in memory and its records appended to a file, nothing made safe.

    python ledger_off.py LISTING FOLDER

What durability costs is the difference to `newscrawl crawl` (benchmarks/durability.py).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from newscrawl.cli import main, running
from newscrawl.items import Outcome
from newscrawl.store import Judgement, Record, Row, Sighting, Target
from newscrawl.store.session import now, run_id


class PlainSession:
    """Everything that `Session` does while a run lasts, without a ledger."""

    def __init__(self, home: Path, *, command: str, version: str) -> None:
        del version
        home.mkdir(parents=True, exist_ok=True)
        self.home, self.command = home, command
        self.started, self.run_id = now(), run_id()
        self.report = self.failure = self.on_failure = self.stopping = None
        self.counts: Counter[str] = Counter()
        self.fields: Counter[str] = Counter()
        self.revisions: Counter[str] = Counter()
        self.outputs: list[Any] = []
        self._urls: dict[str, int] = {}
        self._ends: dict[int, str] = {}
        self._held: dict[str, str] = {}
        self._walks = 0
        self.is_forgotten = False

    @property
    def is_first(self) -> bool:
        return False

    def forget(self) -> None:
        raise NotImplementedError("an address of the benchmark was mistyped")

    def site_of(self, _url: str) -> None:
        return None

    def has_site(self, _site: str) -> bool:
        return False

    def listed(self, _target: Target, keys: Sequence[str]) -> set[str]:
        return self._urls.keys() & set(keys)

    def target(self, site: str, url: str, channel: str | None = None) -> Target:
        return Target(id=1, site=site, url=url, channel=channel, walks=0, whole=0, stated=None)

    def add_output(self, path: Path, _targets: Sequence[Target]) -> None:
        self._file = path.open("a", encoding="utf-8")
        self.outputs.append(SimpleNamespace(path=path, lines=0, earlier=0))

    def sight(
        self, _target: Target, walk: int, rows: Sequence[Row], **_how: bool
    ) -> list[Sighting]:
        seen = []
        for row in rows:
            known = row.key in self._urls
            number = self._urls.setdefault(row.key, len(self._urls))
            seen.append(
                Sighting(number, row, "pending", open=True, first=walk, seen=known, decided=known)
            )
        self.counts["found"] += sum(not one.decided for one in seen)
        return seen

    def ahead(self, _target: Target, _first: Sequence[Sighting]) -> None:
        return None

    def written_off(self, _target: Target, _standings: Sequence[str]) -> dict[str, int]:
        return {}

    def settle_rows(self, rows: Sequence[tuple[int, Outcome, str]]) -> None:
        self._ends.update((number, outcome) for number, outcome, _ in rows)
        self.counts.update(outcome for _, outcome, _ in rows)

    def settle(self, url_id: int, outcome: Outcome, *_told: object, **_more: object) -> None:
        self._ends[url_id] = outcome
        self.counts[outcome] += 1

    def judge(
        self, _url: int, _site: str, article_id: str, content: str, *, twins: bool
    ) -> Judgement:
        of = article_id if article_id in self._held.values() else self._held.get(content)
        if of and twins:
            return Judgement(Outcome.DUPLICATE, 1, of=of)
        return Judgement(Outcome.NEW, 1, status="live")

    def keep(self, _url: int, record: Record) -> None:
        self._held[record.content] = record.id
        self._file.write(f"{record.line.decode()}\n")
        self.outputs[0].lines += 1

    def begin_walk(self, _target: Target) -> int:
        self._walks += 1
        return self._walks

    def outcomes(self) -> dict[str, int]:
        return dict(Counter(self._ends.values()))

    def tallies(self, _target: Target) -> dict[str, int]:
        counts = self.outcomes()
        return {"held": counts.pop("new", 0), **counts}

    def unfinished(self, *_: object, **_more: object) -> list[Any]:
        return []

    def nothing(self, *_: object, **_more: object) -> None:
        return None

    family_of = set_family = end_walk = link = remember = tick = flush = give_up = nothing
    compare = finish = tried = held = nothing
    due = missing = newest = unfinished

    def close(self) -> None:
        self._file.close()


if __name__ == "__main__":
    listing, folder = sys.argv[1:]
    running.Session = PlainSession  # type: ignore[misc,assignment]
    sys.argv[1:] = ["crawl", listing, "--home", folder, "--json"]
    main()
