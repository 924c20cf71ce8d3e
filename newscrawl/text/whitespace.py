"""Blanks and characters that nobody sees: one line stays one line, and compares as it reads.

Text is brought to NFC, never NFKC: that would rewrite full-width punctuation, which is the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Blanks that Python's split() does not know: Braille blank, Hangul fillers, and what A3 A0, the
# wide blank of old pages in GBK, is decoded to (browsers read it as U+3000).
_ODD_BLANKS = re.compile("[\u2800\u3164\uffa0\ue5e5]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b]")
# Controls, soft hyphen, zero-width and bidi marks, object and interlinear anchors, noncharacters,
# lone surrogates. Tab to carriage return and U+001C-1F, U+0085 are blanks and stay for split().
_MARKS = (
    "\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
)
_INVISIBLE = re.compile(f"[{_MARKS}]")
# All of them at once: most lines have none, and are asked once.
_UNSEEN = re.compile(f"[{_MARKS}\u200c\u200d\u2800\u3164\uffa0\ue5e5\U000e0000-\U000e007f]")
# Tags spell a flag behind a black one (🏴); elsewhere they are letters that nobody sees.
_IDLE_TAG = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0000-\U000e007f]+")
# Joiners do work behind a letter of Arabic, Indic, Tibetan, Khmer or Mongolian script and inside
# an emoji; elsewhere they are left-overs of copying.
_IDLE_JOINER = re.compile(
    "(?<![\u0600-\u0dff\u0f00-\u109f\u1780-\u18af\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])"
    "[\u200c\u200d]|[\u200c\u200d](?=[\\s\u200c\u200d]|$)"
)
_NO_LETTER = re.compile(r"[\W_]+")
# The same for bytes of ASCII, which take one step for both: the marks go, and the case.
_MARKS_OF_ASCII = bytes(code for code in range(128) if not chr(code).isalnum())
_LOWER_ASCII = bytes(range(256)).lower()
# What most Chinese titles are made of: these are folded by dropping the marks and the case.
_PLAIN = re.compile("[\x00-\x7f\u4e00-\u9fff\u3000，。、；：？！“”‘’《》（）【】—…·]*+")
_SHORT = 200  # characters of a line that is folded once
_MOST_MARKS = 64  # marks on a letter; scripts need four or five


def clean_line(text: str) -> str:
    """`text` as one line: NFC, blanks of any kind to one space, nothing invisible, trimmed."""
    line = _seen_line(text)
    return " ".join(only_seen(text).split()) if line is None else line


def tidy_line(text: str) -> str:
    """As `clean_line`, but that controls of ASCII stay."""
    line = _seen_line(text)
    return " ".join(drop_unseen(text).split()) if line is None else line


def _seen_line(text: str) -> str | None:
    """`text` as one line in NFC, None where something in it is not seen, which is rare.

    What Python calls printable is seen, but for a few: that is asked in a tenth of the time which
    a search for the others takes.
    """
    line = " ".join(text.split())
    if not line.isprintable():
        return None
    if line.isascii():
        return line
    # Spelt out: a loop over them takes three times as long as they do.
    if "\u2800" in line or "\u3164" in line or "\uffa0" in line:
        return None
    if "\u034f" in line or "\ufffc" in line:
        return None
    return unicodedata.normalize("NFC", _bearable(line))


def only_seen(text: str) -> str:
    """`text` in NFC without what nobody sees; its blanks and breaks stay as they are."""
    return drop_unseen(_CONTROLS.sub("", text))


def drop_unseen(text: str) -> str:
    """`text` in NFC without what nobody sees (ASCII stays as it is); odd blanks are blanks."""
    if _UNSEEN.search(text):
        text = _INVISIBLE.sub("", _IDLE_TAG.sub("", _ODD_BLANKS.sub(" ", text)))
        text = _IDLE_JOINER.sub("", text)
    return unicodedata.normalize("NFC", _bearable(text))


def _bearable(text: str) -> str:
    """`text` with no more marks on one letter than can be put into their order in time.

    That takes time by the square of a run of marks: two megabytes of them take minutes.
    """
    # So long a run of them has one at each of these places.
    if len(text) <= _MOST_MARKS or not any(map(unicodedata.combining, text[::_MOST_MARKS])):
        return text
    kept: list[str] = []
    run = 0
    for one in text:
        run = run + 1 if unicodedata.combining(one) else 0
        if run <= _MOST_MARKS:
            kept.append(one)
    return "".join(kept)


def clean_paragraph(text: str) -> str:
    r"""The lines of a paragraph, each a clean line, blank ones dropped, joined by ``\n``.

    Only ``\n`` ends a line here (what a <br> became); every other break is a blank.
    """
    lines = (clean_line(line) for line in text.replace("\r\n", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def squash(text: str) -> str:
    """Letters and digits only, width and case folded: what two prints of one title share."""
    # A page's titles are held against each of its lines, and lines of a template come again.
    return _folded_once(text) if len(text) <= _SHORT else _folded(text)


def _folded(text: str) -> str:
    if text.isascii():
        return text.encode().translate(_LOWER_ASCII, _MARKS_OF_ASCII).decode()
    if _PLAIN.fullmatch(text):
        return _NO_LETTER.sub("", text).lower()
    text = unicodedata.normalize("NFKC", _bearable(text)).casefold()
    text = unicodedata.normalize("NFKC", text)
    letters = _NO_LETTER.sub("", text.casefold())
    return letters if letters.isascii() else unicodedata.normalize("NFC", letters)


_folded_once = lru_cache(maxsize=4096)(_folded)
