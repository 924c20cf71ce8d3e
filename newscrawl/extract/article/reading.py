"""What reading one fetched page gives: the record and how the page's URL ended."""

from __future__ import annotations

from dataclasses import dataclass

from newscrawl.items import Article, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """`keep` says whether the record is an article to store; `detail` is one line for `why`."""

    article: Article
    outcome: Outcome = Outcome.NEW
    keep: bool = True
    detail: str = ""
