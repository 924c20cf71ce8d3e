"""The language of a text as a BCP 47 tag, by counting scripts; what a page declares comes second.

Templates declare `en` on Chinese pages, so a declaration counts only where the script allows it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from newscrawl.text.language_tables import (
    HAN,
    HANGUL,
    KANA,
    LANGUAGES_OF,
    LATIN,
    LATIN_LANGUAGES,
    SCRIPTS,
    SHINJITAI,
    SIMPLIFIED,
    SMALL_WORDS,
    TAG,
    TELLING,
    TELLING_SHARE,
    TRADITIONAL,
    TRADITIONAL_TAGS,
)

_SAMPLE = 1500  # characters; more tells nothing new
_FIRST, _CLEAR = 300, 12  # characters of a beginning, and how many of one script leave no doubt
# Runs of a script's characters; of those that few texts have, and those of one Chinese script
# alone, each by itself: where none is, a run is looked for ten times as long.
_HAN, _LATIN, _LETTERS = (re.compile(f"{one}+") for one in (f"[{HAN}]", f"[{LATIN}]", r"[^\W\d_]"))
_KANA, _HANGUL, _SIMPLIFIED, _TRADITIONAL = (
    re.compile(f"[{characters}]") for characters in (KANA, HANGUL, SIMPLIFIED, TRADITIONAL)
)
_OTHERS = tuple((re.compile(f"[{chars}]"), own, users.split()) for chars, own, users in SCRIPTS)
_HAN_BEGINS = bytes(range(0xE4, 0xEA))  # in UTF-8; they begin nothing else
_EACH_KANA = re.compile("[\u3040-\u30ff]")  # most texts have none: a run is looked for longer
_ELSEWHERE = re.compile(f"[{KANA}{HANGUL}]")  # where Chinese characters are written as well
_CLEARLY_SIMPLIFIED = re.compile(f"(?:[^{SIMPLIFIED}]*+[{SIMPLIFIED}]){{{_CLEAR}}}")
_CLEARLY_TRADITIONAL = re.compile(f"(?:[^{TRADITIONAL}]*+[{TRADITIONAL}]){{{_CLEAR}}}")
_LETTERS_A_CHARACTER = 3  # a Chinese character says what three letters say
_KANA_SHARE = 8  # Japanese prose is half kana; one in eight keeps Chinese that quotes a name
_SHORT = 40  # characters of han that may be a Japanese title without kana
_SURE_WORDS = 12  # small words that outvote a declaration
_SURE_FACTOR = 3  # times the votes of the declared language that another one needs


def detect_language(text: str, declared: str | None = None) -> str | None:
    """The BCP 47 tag of `text`, or None where neither it nor `declared` tells.

    `declared` is what the page says (`lang`, Content-Language). Chinese is `zh-Hans` or `zh-Hant`
    by its characters, `zh` where no character tells and nothing is declared.
    """
    if clear := _clearly_chinese(text[:_FIRST]):
        return clear
    tag, sample = _sane(declared), text[:_SAMPLE]
    count = _counted(sample)
    wide = count.han + count.kana + count.hangul
    if wide and wide * _LETTERS_A_CHARACTER >= count.letters - wide:
        return _wide(sample, count, tag)
    if count.latin * 2 > count.letters:
        return _latin(sample, tag)
    return _other(sample, count.letters, tag) if count.letters else _declared(tag)


def _clearly_chinese(text: str) -> str | None:
    """What a text's beginning says already where it leaves no doubt, as most do."""
    if text.isascii() or _ELSEWHERE.search(text):
        return None
    if _size_of(_HAN, text) * 2 < _FIRST:
        return None
    if not _TRADITIONAL.search(text):
        return "zh-Hans" if _CLEARLY_SIMPLIFIED.match(text) else None
    clear = not _SIMPLIFIED.search(text) and _CLEARLY_TRADITIONAL.match(text)
    return "zh-Hant" if clear else None


@dataclass(frozen=True, slots=True)
class _Count:
    """Letters of a text, and its characters by script."""

    letters: int
    han: int = 0
    kana: int = 0
    hangul: int = 0
    latin: int = 0
    simplified: int = 0
    traditional: int = 0


def _counted(sample: str) -> _Count:
    latin = _size_of(_LATIN, sample)
    if sample.isascii():
        return _Count(latin, latin=latin)
    return _Count(
        _size_of(_LETTERS, sample),
        _size_of(_HAN, sample),
        _size_of(_KANA, sample),
        _size_of(_HANGUL, sample),
        latin,
        _size_of(_SIMPLIFIED, sample),
        _size_of(_TRADITIONAL, sample),
    )


def _size_of(runs: re.Pattern[str], text: str) -> int:
    """How many characters of a kind stand in a text, which its runs tell."""
    return sum(map(len, runs.findall(text)))


def _sane(declared: str | None) -> str:
    """The first tag declared, hyphens for underscores; "" for what is none."""
    tag = re.split(r"[,;\s]", (declared or "").strip(), maxsplit=1)[0].replace("_", "-")
    return tag if TAG.fullmatch(tag) else ""


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _declared(tag: str) -> str | None:
    """A declaration with no text to hold it against."""
    if _primary(tag) in ("zh", "cn"):
        return _chinese(tag)
    return _spelled(tag) or None


def _spelled(tag: str) -> str:
    """`en-us` as `en-US`, `sr-latn` as `sr-Latn`."""
    first, *rest = tag.split("-")
    cased = [
        one.upper() if len(one) == 2 else one.title() if len(one) == 4 else one.lower()
        for one in rest
    ]
    return "-".join([first.lower(), *cased])


def _wide(sample: str, count: _Count, tag: str) -> str:
    if count.hangul > count.han + count.kana:
        return "ko"
    if count.kana * _KANA_SHARE >= count.han:
        return "ja"
    simplified, traditional = count.simplified, count.traditional
    if _primary(tag) in ("ja", "ko") and count.han <= _SHORT and not _only_chinese(sample):
        return _primary(tag)
    if simplified != traditional:
        return "zh-Hans" if simplified > traditional else "zh-Hant"
    return _chinese(tag)


def _only_chinese(sample: str) -> bool:
    return any(one not in SHINJITAI for one in _SIMPLIFIED.findall(sample))


def _chinese(tag: str) -> str:
    parts = tag.lower().split("-")
    if parts[0] not in ("zh", "cn") or parts == ["zh"]:
        return "zh"
    return "zh-Hant" if TRADITIONAL_TAGS & set(parts) else "zh-Hans"


def _latin(sample: str, tag: str) -> str | None:
    """What is declared, unless the small words clearly say another."""
    said = _primary(tag) if _primary(tag) in LATIN_LANGUAGES else ""
    votes = Counter(dict.fromkeys(SMALL_WORDS, 0))
    for word, times in Counter(_LATIN.findall(sample.lower())).items():
        for language in LANGUAGES_OF.get(word, ()):
            votes[language] += times
    (best, most), (_, next_most) = votes.most_common(2)
    if said:
        sure = most >= _SURE_WORDS and most >= _SURE_FACTOR * votes[said]
        return best if sure and said in SMALL_WORDS else _spelled(tag)
    return best if most > next_most and most > 1 else None


def _other(sample: str, letters: int, tag: str) -> str | None:
    for pattern, own, users in _OTHERS:
        found = len(pattern.findall(sample))
        if found * 2 > letters:
            if _primary(tag) in users or _primary(tag) == own:
                return _spelled(tag)
            return _told_by_letters(sample.lower(), own, found)
    return None


def _told_by_letters(sample: str, own: str, found: int) -> str:
    for language, telling in TELLING.get(own, ()):
        if sum(map(sample.count, telling)) * TELLING_SHARE >= found:
            return language
    return own


def is_chinese(text: str) -> bool:
    """Whether a text is mostly Chinese: one Han character in five, and hardly any kana."""
    sample = text[:_SAMPLE]
    raw = sample.encode("utf-8", "replace")
    han = len(raw) - len(raw.translate(None, _HAN_BEGINS))
    return han * 5 > len(sample) > 20 * len(_EACH_KANA.findall(sample))
