"""What a page and its listing declare to be its title, with and without the site's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newscrawl.extract.article.metadata import Claim, Metadata
from newscrawl.text.whitespace import clean_line, squash

SEPARATORS = re.compile(
    r"\s*(?:[_|｜»«›‹>＞]|--+|——|\s[-–—·•:]\s|[-–—](?=[^\w]*[\u4e00-\u9fff]))\s*"
)
# "Title - PAPER", "Title | Paper": one short word or name behind the last separator.
_SITE_TAIL = re.compile(r"\s+[-|–]\s+[A-Z][\w.]{1,14}(?:\s[A-Z]\w{1,10})?$")
_HAN = re.compile(r"[\u3040-\u9fff]")
_LINE = 15  # characters from which on a blank or a hyphen may part title and site
_WORDS = 6  # characters that are more than a site's name
# A longer declaration is cut: comparing it with every line costs its length squared.
MAX_CLAIM = 600


@dataclass(frozen=True, slots=True)
class Declared:
    """A declared title as lines are held against it: squashed, whole and in its parts."""

    value: str
    rule: str
    key: str
    segments: tuple[str, ...]

    @classmethod
    def of(cls, claim: Claim) -> Declared:
        """What a claim says, made once for all lines."""
        parts = SEPARATORS.split(claim.value)
        return cls(claim.value, claim.rule, squash(claim.value), tuple(map(squash, parts)))


def declared_titles(metadata: Metadata, page_title: str | None, listed: str | None) -> list[Claim]:
    """Everything that claims to be the title, the most trusted first."""
    claims = []
    if listed and not listed.rstrip().endswith(("...", "…")):
        claims.append(Claim(listed, "listing"))
    claims += metadata.all("title")
    if page_title:
        claims.append(Claim(page_title, "title-tag"))
    cleaned = (replace(one, value=clean_line(one.value.lstrip()[:MAX_CLAIM])) for one in claims)
    # Some templates declare the site's name as every page's title.
    sites = {squash(site.value) for site in metadata.all("site_name")}
    return [claim for claim in cleaned if claim.value and squash(claim.value) not in sites]


def heads(declared: str) -> list[str]:
    """The declared title and what is left of it when the site's names are cut off behind."""
    ends = (match.start() for match in SEPARATORS.finditer(declared))
    return [declared, *(declared[:end].strip() for end in ends)]


def says_boilerplate(claim: Claim, boilerplate: Sequence[str]) -> bool:
    """Whether a claim is, without the site's name, what the site's rules call boilerplate."""
    template = {squash(text) for text in boilerplate}
    return bool(template) and any(squash(head) in template for head in heads(claim.value))


def is_head(declared: str, text: str) -> bool:
    """Whether `declared` is `text` and then a separator and the site's name."""
    if not declared.startswith(text):
        return False
    rest = declared[len(text) :]
    if _HAN.search(declared):
        return bool(re.match(r"\s*[-_|–—·,，:：（(\s]", rest))
    # Between words a blank is none: there it takes a bar, and more than a place before a colon.
    return bool(re.match(r"\s*[|–—·]|\s+[-_]|\s*[:(]" if len(text) >= _LINE else r"\s*[|·]", rest))


def best_claim(claims: Sequence[Claim], printed: str) -> Claim | None:
    """The title by declarations alone, without the site's name.

    Of those in meta tags and JSON-LD the most trusted, or, where that is not `printed` (squashed
    text), the one that most kinds of witnesses share; else the part of <title> that is one.
    """
    declared = [claim for claim in claims if claim.rule != "title-tag"]
    if declared:
        best = declared[0]
        if squash(best.value) not in printed:
            best = max(declared, key=lambda claim: _witnesses(claim, claims))
        site = _SITE_TAIL.search(best.value)
        return replace(best, value=best.value[: site.start()]) if site else best
    for claim in claims:
        parts = [part for part in SEPARATORS.split(claim.value) if part]
        if parts:
            first = len(parts[0]) >= _WORDS or len(parts) == 1
            return replace(claim, value=parts[0] if first else max(parts, key=len))
    return None


def _witnesses(claim: Claim, claims: Sequence[Claim]) -> int:
    """How many kinds of declarations say what one says, perhaps with the site's name behind."""
    key = squash(claim.value)
    said = (one for one in claims if key in map(squash, heads(one.value)))
    return len({one.rule.partition(":")[0] for one in said})
