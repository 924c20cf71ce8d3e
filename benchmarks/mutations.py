"""Inputs broken in the ways that break parsers and rules."""

from __future__ import annotations

import random
from collections.abc import Callable

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


def _nest(rng: random.Random, page: bytes, _: bytes) -> bytes:
    at, tag = rng.randrange(len(page) + 1), rng.choice((b"div", b"table", b"a", b"b", b"li", b"h2"))
    return page[:at] + b"<%s>" % tag * rng.choice((20, 600, 5000)) + page[at:]


MUTATIONS: tuple[Mutation, ...] = (_cut, _splice, _duplicate, _flip, _insert, _insert, _nest)


def mutated(rng: random.Random, pages: list[bytes]) -> bytes:
    """One page with one to six mutations."""
    page = rng.choice(pages)
    for _ in range(rng.randint(1, 6)):
        page = rng.choice(MUTATIONS)(rng, page, rng.choice(pages))
    return page[:2_000_000]
