"""Made-up text, the same for the same seed on every machine: sentences, names, numbers, days."""

from __future__ import annotations

import random
import tomllib
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

# Two in three leave the year out.
DAY_SPELLINGS = ("{0.month}月{0.day}日", "{0.year}年{0.month}月{0.day}日", "{0.month}月{0.day}日")


@cache
def bank() -> dict[str, Any]:
    """The word bank, as in `bank.toml`."""
    return tomllib.loads((resources.files(__package__) / "bank.toml").read_text("utf-8"))


class Writer:
    """Writes as one institute about one day; every draw comes from its own seeded generator."""

    def __init__(self, seed: str, institute: str, day: date) -> None:
        self.random = random.Random(seed)  # noqa: S311 - text, not secrets
        self.institute = institute
        self.day = day
        self._decks: dict[str, list[str]] = {}

    def pick(self, key: str) -> str:
        """One entry of a list of the bank."""
        return str(self.random.choice(bank()[key]))

    def person(self) -> str:
        """A name of two or three characters."""
        return self.pick("surnames") + self.pick("given")

    def people(self, n: int) -> tuple[str, ...]:
        """`n` different names."""
        found: dict[str, None] = {}
        while len(found) < n:
            found[self.person()] = None
        return tuple(found)

    def event_day(self) -> str:
        """A day in the text, as such texts spell it: some days before the writer's own."""
        day = date.fromordinal(self.day.toordinal() - self.random.randrange(0, 9))
        return self.random.choice(DAY_SPELLINGS).format(day)

    def fill(self, template: str) -> str:
        """`template` with its slots filled."""
        first, second = self.people(2)
        return template.format(
            inst=self.institute,
            dept=self.pick("departments"),
            p=first,
            p2=second,
            post=self.pick("posts"),
            topic=self.pick("topics"),
            device=self.pick("devices"),
            org=self.pick("partners"),
            place=self.pick("places"),
            n=self.random.randrange(2, 13),
            m=self.random.randrange(36, 980),
            pct=f"{self.random.randrange(31, 998) / 10}%",
            day=self.event_day(),
            year=self.day.year,
        )

    def kind(self) -> str:
        """What the next article is about."""
        return str(self.random.choice(sorted(bank()["kind"])))

    def title(self, kind: str) -> str:
        """A title of that kind."""
        return self.fill(self.random.choice(bank()["kind"][kind]["titles"]))

    def lead(self, kind: str) -> str:
        """A first paragraph of that kind."""
        return self.fill(self.random.choice(bank()["kind"][kind]["leads"]))

    def sentence(self, key: str) -> str:
        """One sentence of `sentences.<key>`; none comes twice before all have come once."""
        deck = self._decks.setdefault(key, [])
        if not deck:
            deck += self.random.sample(bank()["sentences"][key], len(bank()["sentences"][key]))
        return self.fill(deck.pop())

    def sentences(self, key: str, n: int) -> list[str]:
        """`n` sentences of `sentences.<key>`."""
        return [self.sentence(key) for _ in range(n)]

    def paragraph(self) -> str:
        """One to five sentences."""
        text = "".join(self.sentences("any", self.random.randrange(1, 5)))
        return text + (self.sentence("short") if self.random.random() < 0.3 else "")
