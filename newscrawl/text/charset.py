"""Bytes to text: BOM, then valid UTF-8, then the page's own label, the header, gb18030.

A label is a claim, not a fact: GBK pages say UTF-8, UTF-8 pages say gb2312, and servers say
ISO-8859-1 of everything. `gb2312` and `gbk` are read as gb18030, their superset. Bytes that fit
nothing become U+FFFD, one place for one damage; no character is invented.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from newscrawl.text.charset_labels import (
    BIG5,
    GB,
    LABELS,
    UTF8,
    WESTERN,
    Encoding,
    header_label,
    page_label,
)

By = Literal["bom", "utf-8", "page", "header", "fallback"]
_BOMS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF16_LE, LABELS["utf-16le"]),
    (codecs.BOM_UTF16_BE, LABELS["utf-16be"]),
)
# Mostly valid UTF-8: this many good characters for a bad byte. GBK read as UTF-8 reaches 0.3.
_SURELY, _RATHER = 4, 1
_SAMPLE = 200_000  # bytes, or characters, that tell the encoding
_GLANCE = 8192  # bytes of a page that say already that it is no UTF-8, where its label says so too


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and how it was read.

    `encoding` is the name of the encoding, `by` who decided; `damaged` the number of places that
    could not be decoded (each is a U+FFFD in `text`). `issues` tells in words of these, and of a
    label, the page's or the header's, that names another encoding than the bytes are in.
    """

    text: str
    encoding: str
    by: str
    damaged: int = 0
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Claims:
    """What page and header say, as far as it is an encoding, in the order of trust."""

    words: tuple[tuple[By, str], ...]

    @property
    def by_page(self) -> bool:
        """Whether the page says something itself."""
        return bool(self.words) and self.words[0][0] == "page"

    def __iter__(self) -> Iterator[tuple[By, Encoding]]:
        for by, word in self.words:
            if encoding := LABELS.get(word):
                yield by, _page_unicode(by, encoding)


def _page_unicode(by: By, encoding: Encoding) -> Encoding:
    # A page whose label could be read as ASCII is not UTF-16, whatever the label says.
    return UTF8 if by == "page" and encoding.kind == "unicode" else encoding


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """`body` as text. Never raises."""
    claims = _claims(body, content_type)
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            rest = body[len(bom) :]
            text = _strict(rest, encoding)
            if text is not None:
                return _told(text, encoding, "bom", rest, claims)
            if encoding is not UTF8 or _utf8_share(rest) >= _RATHER:
                return _result(rest, encoding, "bom", claims)
            body = rest
    seven_bit = _seven_bit(body, claims) if claims.words else None
    if seven_bit:
        return seven_bit
    text = _strict(body, UTF8)
    if text is None:
        told = claims if claims.by_page else _claims(body, content_type, late=True)
        return _not_utf8(body, told)
    seldom = claims.words and not body.isascii() and _seldom_utf8(text)
    labelled = _labelled(body, claims, ("multi",)) if seldom else None
    return labelled or _told(text, UTF8, "utf-8", body, claims)


def _claims(body: bytes, content_type: str | None, *, late: bool = False) -> _Claims:
    page, header = page_label(body, late=late), header_label(content_type)
    words: list[tuple[By, str]] = [("page", page)] if page else []
    return _Claims((*words, ("header", header)) if header else tuple(words))


def _seven_bit(body: bytes, claims: _Claims) -> Decoded | None:
    """Text whose bytes are ASCII or hold NULs and so would pass for UTF-8: HZ, ISO-2022, UTF-16."""
    for by, encoding in claims:
        if encoding.kind == "seven-bit" and (b"~{" in body or b"\x1b$" in body):
            text = _strict(body, encoding)
            if text is not None:
                return _told(text, encoding, by, body, claims)
        if encoding.codec.startswith("utf-16") and body.count(0) * 8 > len(body):
            return _result(body, encoding, by, claims)
    return None


def _not_utf8(body: bytes, claims: _Claims) -> Decoded:
    if _utf8_share(body[:_GLANCE]) < _RATHER and (labelled := _labelled(body, claims, ("multi",))):
        return labelled
    share = _utf8_share(body)
    if share >= _SURELY and not _seldom_utf8(body.decode("utf-8", "ignore")):
        return _result(body, UTF8, "utf-8", claims)
    if labelled := _labelled(body, claims, ("multi", "single")):
        return labelled
    if share >= _RATHER:
        return _result(body, UTF8, "utf-8", claims)
    if _is_western(body):
        said = [by for by, encoding in claims if encoding is WESTERN]
        return _result(body, WESTERN, said[0] if said else "fallback", claims)
    return _unlabelled(body, claims)


def _labelled(body: bytes, claims: _Claims, kinds: tuple[str, ...]) -> Decoded | None:
    """The first label of these kinds that all bytes fit."""
    for by, encoding in claims:
        text = _strict(body, encoding) if encoding.kind in kinds else None
        if text is not None:
            return _told(text, encoding, by, body, claims)
    return None


# Accents and signs that western pages in UTF-8 hold, and all that takes three bytes or more; by
# what they are not, which is compiled a hundred times as fast.
_OFTEN_UTF8 = re.compile("[^\0-\x7f\u0180-\u07ff]")


def _seldom_utf8(text: str) -> bool:
    """Whether text read as UTF-8 may be a few GBK characters: 一 is D2 BB, Cyrillic һ in UTF-8."""
    return _OFTEN_UTF8.search(text) is None


def _unlabelled(body: bytes, claims: _Claims) -> Decoded:
    """No label fits whole: the one that damages least, gb18030 among them."""
    text = _strict(body, GB)
    if text is not None:
        encoding = (
            BIG5 if not any(e.kind == "multi" for _, e in claims) and _is_big5(body, text) else GB
        )
        return _result(body, encoding, "fallback", claims)
    tried: list[tuple[By, Encoding]] = [
        (by, encoding) for by, encoding in claims if encoding.kind in ("multi", "single")
    ]
    tried.append(("fallback", GB))
    results = [_result(body, encoding, by, claims) for by, encoding in tried]
    return min(results, key=lambda one: one.damaged)


def _strict(body: bytes, encoding: Encoding) -> str | None:
    try:
        return body.decode(encoding.codec)
    except UnicodeDecodeError:
        return None


def _result(body: bytes, encoding: Encoding, by: By, claims: _Claims) -> Decoded:
    text = _strict(body, encoding)
    if text is None:
        mended = _realigned(body) if encoding is GB else body
        text = mended.decode(encoding.codec, "replace")
        return _told(text, encoding, by, body, claims, text.count("\ufffd") - _own(body, encoding))
    return _told(text, encoding, by, body, claims)


def _own(body: bytes, encoding: Encoding) -> int:
    """U+FFFD that the page itself holds."""
    own = "\ufffd".encode(encoding.codec) if encoding in (UTF8, GB) else b""
    return body.count(own) if own else 0


def _told(
    text: str, encoding: Encoding, by: By, body: bytes, claims: _Claims, damaged: int = 0
) -> Decoded:
    if not claims.words and not damaged:
        return Decoded(text, encoding.name, by)
    wrong = [] if body.isascii() and encoding is UTF8 else _contradicting(claims, encoding)
    issues = [f"{who} says {word}, bytes are {encoding.name}" for who, word in wrong]
    if damaged:
        issues.append(f"{damaged} places not decodable as {encoding.name}")
    return Decoded(text, encoding.name, by, max(damaged, 0), tuple(issues))


def _contradicting(claims: _Claims, encoding: Encoding) -> list[tuple[By, str]]:
    return [
        (by, word)
        for by, word in claims.words
        if (claimed := LABELS.get(word)) and claimed.name != encoding.name
    ]


def _utf8_share(body: bytes) -> float:
    """Good characters beyond ASCII for each bad place, of bytes read as UTF-8."""
    text = body.decode("utf-8", "replace")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    bad = text.count("\ufffd")
    return (beyond - bad) / bad if bad else float("inf")


_HIGH_RUN = re.compile(rb"[\x80-\xff]+")


def _is_western(body: bytes) -> bool:
    """Whether most high bytes stand alone between ASCII letters, as accents do."""
    runs = _HIGH_RUN.findall(body, 0, _SAMPLE)
    return sum(len(run) == 1 for run in runs) * 2 > len(runs)


def _is_big5(body: bytes, text: str) -> bool:
    """Whether text read as gb18030 is Big5: few of its characters are in GB 2312 then."""
    beyond = [one for one in text[:_SAMPLE] if one > "\x7f"][:2000]
    common = sum(_in(one, "gb2312") for one in beyond)
    if common * 10 > len(beyond) * 7:
        return False
    as_big5 = _strict(body, BIG5)
    if as_big5 is None:
        return False
    sample = [one for one in as_big5[:_SAMPLE] if one > "\x7f"][:2000]
    return sum(_in(one, "big5") for one in sample) * 10 > len(sample) * 9


def _in(one: str, codec: str) -> bool:
    try:
        one.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


# A run of an odd number of GBK bytes: one was lost, or an ASCII trail byte completes the last.
_ODD_RUN = re.compile(rb"(?<![\x81-\xfe])(?:[\x81-\xfe]{2})+[\x81-\xfe](?![\x81-\xfe])")
_TRAIL = re.compile(rb"[\x30-\x39\x40-\x7e\x80]")


def _realigned(body: bytes) -> bytes:
    """GBK with a byte lost: without this every later character of the run is another one."""
    return _ODD_RUN.sub(_mark_lost, body)


def _mark_lost(run: re.Match[bytes]) -> bytes:
    """The run with one byte made undecodable, where most pairs are then common characters."""
    found = run[0]
    pairs = [_weight(found[at : at + 2]) for at in range(len(found) - 1)]
    behind = sum(pairs[1::2])
    scores: list[int] = []
    before = 0
    for at in range(0, len(found), 2):
        scores.append(before + behind)
        if at < len(pairs):
            before += pairs[at]
            behind -= pairs[at + 1] if at + 1 < len(pairs) else 0
    completed = _TRAIL.match(run.string, run.end()) is not None
    if completed and max(scores) <= scores[-1] + 2:
        return found
    # Where several places are as likely, all between are lost: better than a wrong character.
    first = scores.index(max(scores))
    last = len(scores) - 1 - scores[::-1].index(max(scores))
    return found[: 2 * first] + b"\xff" * (last - first + 1) + found[2 * last + 1 :]


# Characters that every Chinese text is full of; out of step, their bytes make rare ones.
_FREQUENT = frozenset(
    one.encode("gbk")
    for one in "的一是了我不人在他有这个上们来到时大地为中说生国年着就那和要出也得里后自以会家"
    "可下而过去能对小多于心学之都起发当成只事把还用第样道作种开总从无面最现前些所同日行意动方期经长位分因名法间"
    "次使身者高已其进此与活正明力理点文定本公特做外相将月十实向全信重三机工物气并新书部水等体加电主利海"
    "表员先由安性教命结更东处应直场平报关放至认接入内军民度山路带解任金原变通师立数四战远目条研究院科技"
    "党委议建设展习育组织领导项团队，。、"
)


def _weight(pair: bytes) -> int:
    """How likely a pair of bytes is one character: frequent, of GB 2312's first level, or else."""
    if pair in _FREQUENT:
        return 3
    return int(0xB0 <= pair[0] <= 0xD7 and pair[1] >= 0xA1)
