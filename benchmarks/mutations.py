"""Inputs broken in the ways that break parsers and rules."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from newscrawl.text.date_names import MONTHS
from newscrawl.text.date_tables import DAY_WORDS, LEAD_WORDS, UNITS, ZONES
from newscrawl.text.label_tables import LABELS

Mutation = Callable[[random.Random, bytes, bytes], bytes]
# What breaks parsers and rules: ends, references, marks, labels with nothing behind them.
_SPLINTERS = (
    b"<!--", b"-->", b"</html>", b"<body>", b"<head>", b"</td>", b"<table><tr><td>", b"<p>",
    b"</p>", b"<script>", b"</script>", b"<style>", b"<title>", b"<base href='http://['>",
    b"<a href='", b"'\"",
    b"&#xD800;", b"&#0;", b"&#2;", b"\x00", b"\xff\xfe", b"\x80", b"\xe2\x80\xae", b"\xe2\x80\xa8",
    "来源：".encode(), "作者：".encode(), "发布时间：2023年02月30日".encode(), "（记者".encode(),
    "文/图".encode("gbk"), b"<meta charset=utf-16>", b"<frameset>", b"<ucapcontent>", b"<!--<$[",
    b'<script type="application/ld+json">{"@type":"Article","headline":', b"<time datetime='x'>",
    b"document.write(d)", b"<div style='display:none'>", b"<h1>", b"<dl><dt>", b"<br>",
)  # fmt: skip


def _cut(rng: random.Random, page: bytes, _: bytes) -> bytes:
    start, end = sorted((rng.randrange(len(page) + 1), rng.randrange(len(page) + 1)))
    return page[:start] + page[end:] if rng.random() < 0.7 else page[start:end]


def _splice(rng: random.Random, page: bytes, other: bytes) -> bytes:
    at, start = rng.randrange(len(page) + 1), rng.randrange(len(other) + 1)
    return page[:at] + other[start : start + rng.randrange(4000)] + page[at:]


def _duplicate(rng: random.Random, page: bytes, _: bytes) -> bytes:
    start = rng.randrange(len(page) + 1)
    piece = page[start : start + rng.choice((3, 30, 300, 3000))]
    return page[:start] + piece * rng.choice((2, 10, 100)) + page[start:]


def _flip(rng: random.Random, page: bytes, _: bytes) -> bytes:
    flipped = bytearray(page)
    for _n in range(rng.choice((1, 10, 100)) if page else 0):
        flipped[rng.randrange(len(flipped))] = rng.randrange(256)
    return bytes(flipped)


def _insert(rng: random.Random, page: bytes, _: bytes) -> bytes:
    at = rng.randrange(len(page) + 1)
    return page[:at] + rng.choice(_SPLINTERS) * rng.choice((1, 1, 5, 500)) + page[at:]


def _word(rng: random.Random, page: bytes, _: bytes) -> bytes:
    """A word of a label or a date somewhere, in a case that may be none of its language's."""
    at = rng.randrange(len(page) + 1)
    word = rng.choice((str, str, str.upper, str.title, _oddly))(rng.choice(_WORDS))
    behind = rng.choice(("", " ", "：", ": ", " 13 ", " 2023", "/"))
    return page[:at] + (word + behind).encode() * rng.choice((1, 1, 1, 50)) + page[at:]


def _oddly(word: str) -> str:
    """Letters that are others in some case: to patterns that ignore it they are the same."""
    return word.translate(_ODD)


_ODD = str.maketrans({"s": "\u017f", "k": "\u212a", "i": "\u0131", "σ": "ς", "μ": "µ"})
_WORDS = sorted(
    {word.replace("_", " ") for words in LABELS.values() for word in words.split()}
    | {*MONTHS, *LEAD_WORDS, *DAY_WORDS, *UNITS, *ZONES}
)


def _swell(rng: random.Random, page: bytes, _: bytes) -> bytes:
    """A number of more digits than Python reads."""
    numbers = list(_NUMBER.finditer(page))
    if not numbers:
        return page
    one = rng.choice(numbers)
    return page[: one.start()] + b"7" * rng.choice((20, 5_000)) + page[one.end() :]


_NUMBER = re.compile(rb"[0-9]+")


def _nest(rng: random.Random, page: bytes, _: bytes) -> bytes:
    at, tag = rng.randrange(len(page) + 1), rng.choice((b"div", b"table", b"a", b"b", b"li", b"h2"))
    return page[:at] + b"<%s>" % tag * rng.choice((20, 600, 5000)) + page[at:]


def _recode(rng: random.Random, page: bytes, _: bytes) -> bytes:
    """A piece in another encoding, as parts of a page from two systems are."""
    start = rng.randrange(len(page) + 1)
    end = start + rng.choice((30, 3000))
    piece = page[start:end].decode(rng.choice(_ENCODINGS), "replace")
    return page[:start] + piece.encode(rng.choice(_ENCODINGS), "replace") + page[end:]


_ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16-le", "latin-1", "shift_jis", "utf-7")

MUTATIONS: tuple[Mutation, ...] = (
    _cut, _splice, _duplicate, _flip, _insert, _insert, _nest, _word, _swell, _recode,
)  # fmt: skip


def mutated(rng: random.Random, pages: list[bytes]) -> bytes:
    """One page with one to six mutations."""
    page = rng.choice(pages)
    for _ in range(rng.randint(1, 6)):
        page = rng.choice(MUTATIONS)(rng, page, rng.choice(pages))
    return page[:2_000_000]
