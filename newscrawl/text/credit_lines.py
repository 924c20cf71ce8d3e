"""Who signs in languages with letters: (Written by A, photographed by B), Text: A / Fotos: B."""

from __future__ import annotations

import re

from newscrawl.text.bylines import names_alone
from newscrawl.text.signatures import Hand, Signed

# The words before a name, by what they say of it. English sites of Chinese institutes print them
# under the text, German and French ones too.
_DEEDS: tuple[tuple[tuple[Hand, ...], str], ...] = (
    (
        ("author", "photographer"),
        r"(?:text|story|words|report)\s*(?:and|&|/|\+)\s*photos?\s*(?:by|:)|text\s*(?:und|et|&|/)\s*(?:fotos?|photos?|bilder)\s*:",
    ),
    (
        ("author",),
        (
            r"(?:written|reported|contributed|compiled|text|story|words|report|article|interview(?:ed)?)\s+by\s*:?"
            r"|(?:(?:текст|материал)\s+)?подготовил[аи]?\s*:?|(?:text|texte|texto|testo|teksti|tekst|words|interview|entretien|entrevista|intervista|autor(?:in)?|auteur|author|reporters?|writers?|contributors?)\s*:"
            r"|rédigé\s+par"
        ),
    ),
    (
        ("photographer",),
        (
            r"(?:photo(?:s|graphed|graphy|graphs?)?|pictures?|images?)\s+by\s*:?"
            r"|(?:photos?|fotos?|bild(?:er)?|photographers?|crédits?\s+photo)\s*:"
        ),
    ),
    (("editor",), r"edit(?:ed|ing)\s+by\s*:?|(?:editors?|redaktion)\s*:"),
    (("reviewer",), r"(?:reviewed|proofread|checked|approved)\s+by\s*:?|reviewers?\s*:"),
    ((), r"translated\s+by\s*:?|(?:translators?|sources?|quelle|contact)\s*:"),
)
_DEED = re.compile(
    r"(?<![^\W\d_])(?:" + "|".join(f"({pattern})" for _, pattern in _DEEDS) + ")", re.IGNORECASE
)
_BETWEEN = re.compile(r"^[\s,;/|·•&.]+|(?:[\s,;/|·•&.]|\band)+$")
_LONGEST = 160  # characters of a line of credits


def read_credit_line(text: str) -> tuple[Signed, ...]:
    """The parts of a line that holds nothing but such words and full names; else nothing."""
    if len(text) > _LONGEST or not _DEED.match(text):
        return ()
    deeds = list(_DEED.finditer(text))
    signed: list[Signed] = []
    for number, deed in enumerate(deeds):
        end = deeds[number + 1].start() if number + 1 < len(deeds) else len(text)
        hands = _DEEDS[(deed.lastindex or 1) - 1][0]
        names = names_alone(_BETWEEN.sub("", text[deed.end() : end]), signed=True)
        if hands and not names:
            return ()
        signed.append(Signed(hands, names, deed[0].strip(" :").lower()))
    return tuple(one for one in signed if one.names and one.hands)
