"""robots.txt per RFC 9309: what an answer means."""

from __future__ import annotations

import pytest

from newscrawl.extensions.robots import MOST_BYTES, read
from newscrawl.items import Outcome

NO = b"User-agent: *\nDisallow: /"


def allows(status: int, body: bytes, url: str = "http://institute.example/a") -> bool:
    rules = read(status, body)
    if rules.refusal:
        return False
    return rules.parser is None or bool(rules.parser.can_fetch(url, "newscrawl"))


@pytest.mark.parametrize(
    ("status", "body", "allowed"),
    [
        (200, b"", True),
        (200, NO, False),
        (200, b"\xef\xbb\xbf" + NO, False),
        (200, NO.replace(b"\n", b"\r"), False),
        (200, NO.replace(b"\n", b"\r\n"), False),
        (200, "# 说明\n".encode("gbk") + NO, False),
        (200, b"User-agent: *\nAllow: /x\n\nUser-agent: *\nDisallow: /", False),
        (200, b"User-agent: newscrawl\nDisallow: /\n\nUser-agent: *\nDisallow:", False),
        (200, b"User-agent: other\nDisallow: /", True),
        (200, b"User-agent: *\nDisallow: /\nAllow: /a", True),
        (200, b"User-agent: *\nDisallow: /*" + b"*" * 5000 + b"b", True),
        (200, b"<!DOCTYPE html><html>404</html>", True),
        (200, b"#" * MOST_BYTES + b"\n" + NO, True),
        (404, NO, True),
        (403, NO, True),
        (429, b"", False),
        (500, b"", False),
        (503, b"", False),
    ],
)
def test_an_answer_is_read_as_the_rfc_has_it(status: int, body: bytes, *, allowed: bool) -> None:
    assert allows(status, body) is allowed


def test_a_server_error_ends_as_robots() -> None:
    refusal = read(500, b"").refusal
    assert refusal is not None
    assert refusal[0] is Outcome.ROBOTS
