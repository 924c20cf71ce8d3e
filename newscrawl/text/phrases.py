"""Phrases in many languages with which a line begins, looked up by their first character."""

from __future__ import annotations

import re

_LEADS = re.compile(r"[\s\[【(«<>»›▶►▸→•■◆●*#|–—¿←‹-]{0,6}")
_BEHIND = r"(?:[\s\])】»›>…]*$|\s*[:：|.–—»›>\])】?-]|\s)"


class Phrases:
    """A table of phrases, in lower case, parted by bars and lines; `*` for what may follow one."""

    def __init__(self, table: str) -> None:
        """Sort the phrases by their first character; each character's are compiled when met."""
        self._phrases: dict[str, list[str]] = {}
        self._compiled: dict[str, re.Pattern[str]] = {}
        for phrase in re.split(r"[|\n]", table):
            if phrase:
                self._phrases.setdefault(phrase[0], []).append(phrase)

    def end(self, text: str) -> int | None:
        """Where such words end, if a text begins with them; what follows is not looked at."""
        if not text:
            return None
        start = 0
        if not text[0].isalpha():
            leads = _LEADS.match(text)
            start = leads.end() if leads else 0
        first = text[start : start + 1].lower()[:1]
        if first not in self._phrases:
            return None
        found = self._beginning(first).match(text, start)
        return found.end() if found else None

    def _beginning(self, first: str) -> re.Pattern[str]:
        known = self._compiled.get(first)
        if known is None:
            phrases = sorted(set(self._phrases[first]), key=len, reverse=True)
            told = "|".join(
                re.escape(one.rstrip("*")) + (".{0,30}" if one.endswith("*") else "")
                for one in phrases
            )
            known = re.compile(rf"(?:{told}){_BEHIND}", re.IGNORECASE)
            self._compiled[first] = known
        return known
