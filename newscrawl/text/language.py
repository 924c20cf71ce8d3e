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
# Of a character the first that matches; han that one Chinese script has alone is told before han.
_KINDS = tuple((kind, re.compile(f"[{chars}]")) for kind, chars in (
    ("s", SIMPLIFIED), ("t", TRADITIONAL), ("h", HAN), ("k", KANA), ("g", HANGUL), ("l", LATIN),
))  # fmt: skip
_MOST_KNOWN = 16384  # words whose language is remembered
_OTHERS = tuple((re.compile(f"[{chars}]"), own, users.split()) for chars, own, users in SCRIPTS)
_HAN_BEGINS = bytes(range(0xE4, 0xEA))  # in UTF-8; they begin nothing else
_EACH_KANA = re.compile("[\u3040-\u30ff]")  # most texts have none: a run is looked for longer
_LETTER = re.compile(r"[^\W\d_]")
_ELSEWHERE = re.compile(f"[{KANA}{HANGUL}]")  # where Chinese characters are written as well
_RUNS_OF_HAN = re.compile(f"[{HAN}]+")
_TRADITIONAL = re.compile(f"[{TRADITIONAL}]")
_CLEARLY_SIMPLIFIED = re.compile(f"(?:[^{SIMPLIFIED}]*+[{SIMPLIFIED}]){{{_CLEAR}}}")
_CLEARLY_TRADITIONAL = re.compile(f"(?:[^{TRADITIONAL}]*+[{TRADITIONAL}]){{{_CLEAR}}}")
_WORD = re.compile(r"[^\W\d_]+")
_HANS = re.compile(f"[{SIMPLIFIED}]")
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


class _Kinds(dict[int, str]):
    """Characters by what they tell of a language, for `str.translate`; each is looked at once.

    h han, s and t what one Chinese script has alone, k kana, g hangul, l latin, o another letter;
    upper case where it is no letter, a blank for the rest.
    """

    def __missing__(self, code: int) -> str:
        one = chr(code)
        kind = next((kind for kind, chars in _KINDS if chars.match(one)), "")
        letter = _LETTER.match(one) is not None
        told = (kind or "o") if letter else kind.upper() or " "
        if len(self) < _MOST_KNOWN:
            self[code] = told
        return told


_KNOWN = _Kinds()


def _clearly_chinese(text: str) -> str | None:
    """What a text's beginning says already where it leaves no doubt, as most do."""
    if text.isascii() or _ELSEWHERE.search(text):
        return None
    if sum(map(len, _RUNS_OF_HAN.findall(text))) * 2 < _FIRST:
        return None
    if not _TRADITIONAL.search(text):
        return "zh-Hans" if _CLEARLY_SIMPLIFIED.match(text) else None
    clear = not _HANS.search(text) and _CLEARLY_TRADITIONAL.match(text)
    return "zh-Hant" if clear else None


@dataclass(frozen=True, slots=True)
class _Count:
    """Letters of a text, and its characters by script."""

    letters: int
    han: int
    kana: int
    hangul: int
    latin: int
    simplified: int
    traditional: int


def _counted(sample: str) -> _Count:
    told = sample.translate(_KNOWN)
    times = {kind: told.count(kind) for kind in "hstkglo"}
    letters = sum(times.values())
    if not told.islower():
        times = {kind: count + told.count(kind.upper()) for kind, count in times.items()}
    han = times["h"] + times["s"] + times["t"]
    return _Count(letters, han, times["k"], times["g"], times["l"], times["s"], times["t"])


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
    return any(one not in SHINJITAI for one in _HANS.findall(sample))


def _chinese(tag: str) -> str:
    parts = tag.lower().split("-")
    if parts[0] not in ("zh", "cn") or parts == ["zh"]:
        return "zh"
    return "zh-Hant" if TRADITIONAL_TAGS & set(parts) else "zh-Hans"


def _latin(sample: str, tag: str) -> str | None:
    """What is declared, unless the small words clearly say another."""
    said = _primary(tag) if _primary(tag) in LATIN_LANGUAGES else ""
    votes = Counter(dict.fromkeys(SMALL_WORDS, 0))
    for word in _WORD.findall(sample.lower()):
        for language in LANGUAGES_OF.get(word, ()):
            votes[language] += 1
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
