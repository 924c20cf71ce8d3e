"""What the lines around an article say of it: labels with their values, dates and names beside."""

from __future__ import annotations

from dataclasses import dataclass, field

from newscrawl.text.label_tables import LabelRole
from newscrawl.text.labels import Labelled

# Labels that no page prints: what a selector of the site file, or its family's, found.
RULES = ("site:", "family:")


@dataclass(slots=True)
class Byline:
    """What the lines around an article say about it, the most trusted first.

    `found` are the labels with their values, `bare` the texts that hold a date without a label
    (`over`: those that stand over the title, `far`: those behind the text), `times` the values of
    <time> elements, `names` what follows a bare "By" and what elements hold that call themselves
    the author's, `persons` the names that stand beside a date,
    `origins` what those hold that call themselves the source's, `boxes` the texts that make a date
    when they are joined (`13` and `2023-02`). `behind` are the labels among
    `found` that stand behind the text. Whom the `title` names is written about.
    """

    found: list[Labelled] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    over: list[str] = field(default_factory=list)
    far: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    origins: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    behind: list[Labelled] = field(default_factory=list)
    title: str = ""

    def of(self, *roles: LabelRole) -> list[Labelled]:
        """The labels of some roles, in order."""
        return [label for label in self.found if label.role in roles]


def rule_of(label: Labelled) -> str:
    """How provenance names the rule that read a label."""
    return label.label if label.label.startswith(RULES) else f"label:{label.label}"
