"""robots.txt per RFC 9309: what an answer means, and what its rules say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extensions.robots import MOST_BYTES, read
from newscrawl.items import Outcome

HOST = "http://institute.example"
NO = b"User-agent: *\nDisallow: /"


def allows(status: int, body: bytes, path: str = "/a") -> bool:
    rules = read(status, body)
    if rules.refusal:
        return False
    return rules.allow(HOST + path)


@pytest.mark.parametrize(
    ("status", "body", "allowed"),
    [
        (200, b"", True),
        (200, NO, False),
        (200, b"\xef\xbb\xbf" + NO, False),
        (200, NO.replace(b"\n", b"\r"), False),
        (200, NO.replace(b"\n", b"\r\n"), False),
        (200, "# 说明\n".encode("gbk") + NO, False),
        (200, b"\x00\xff\xfe junk\n" + NO, False),
        (200, b"<!DOCTYPE html><html>404</html>", True),
        (200, b"#" * MOST_BYTES + b"\n" + NO, True),
        (200, b"# comment\n" * 50_000 + NO, False),
        # The limit falls into a rule: half of it would forbid too much.
        (200, NO + b"secret" + b"\n#" * MOST_BYTES, True),
        (200, b"#" * (MOST_BYTES - 24) + b"\n" + NO + b"secret", True),
        (204, NO, True),
        (302, NO, True),
        (404, NO, True),
        (401, NO, True),
        (403, NO, True),
        (410, NO, True),
        (429, b"", False),
        (500, b"", False),
        (503, b"", False),
        (599, b"", False),
    ],
)
def test_an_answer_is_read_as_the_rfc_has_it(status: int, body: bytes, *, allowed: bool) -> None:
    assert allows(status, body) is allowed


OURS = "User-agent: newscrawl\n"
ALL = "User-agent: *\n"


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        # 2.2.1: names
        ("User-agent: NewsCrawl\nDisallow: /a", "/a", False),
        ("user-AGENT : *\ndisALLOW : /a", "/a", False),
        ("User-agent: newscrawl/1.0\nDisallow: /a", "/a", False),
        ("User-agent: news\nDisallow: /a", "/a", True),
        ("User-agent: newscrawlbot\nDisallow: /a", "/a", True),
        (f"{ALL}Disallow: /\n\nUser-agent: crawl\nAllow: /", "/a", False),
        (f"{ALL}Disallow: /a\n\n{OURS}Allow: /a", "/a", True),
        (f"{OURS}User-agent: other\nDisallow: /a", "/a", False),
        (f"{OURS}Disallow: /x\n\n{OURS}Disallow: /a", "/a", False),
        (f"{ALL}Allow: /x\n\n{ALL}Disallow: /a", "/a", False),
        ("User-agent: other\nDisallow: /a", "/a", True),
        ("User-agent: * # all of them\nDisallow: /a # no", "/a", False),
        ("Disallow: /a", "/a", True),
        # 2.2.2: the longest match; allow where both are as long
        (f"{ALL}Disallow:", "/a", True),
        (f"{ALL}Disallow: /\nAllow: /a", "/a", True),
        (f"{ALL}Disallow: /a\nAllow: /a", "/a", True),
        (f"{ALL}Allow: /a\nDisallow: /a/b", "/a/b/c", False),
        (f"{ALL}Disallow: /a/\nAllow: /a/b", "/a/b/c", True),
        (f"{ALL}Allow: /page\nDisallow: /*.htm", "/page.htm", False),
        (f"{ALL}Disallow: /A", "/a", True),
        (f"{ALL}Disallow: /", "/robots.txt", True),
        # 2.2.3: * and $
        (f"{ALL}Disallow: /*.pdf$", "/x.pdf", False),
        (f"{ALL}Disallow: /*.pdf$", "/x.pdf?page=2", True),
        (f"{ALL}Disallow: /a$", "/ab", True),
        (f"{ALL}Allow: /$\nDisallow: /", "/", True),
        (f"{ALL}Allow: /$\nDisallow: /", "/a", False),
        (f"{ALL}Disallow: /a*b", "/aXXb", False),
        # 2.2.2: octets, percent-encoded or not
        (f"{ALL}Disallow: /新闻", "/%E6%96%B0%E9%97%BB/1", False),
        (f"{ALL}Disallow: /%e6%96%b0%e9%97%bb", "/%E6%96%B0%E9%97%BB/1", False),
        (f"{ALL}Disallow: /a%2Fb", "/a/b", True),
        (f"{ALL}Disallow: /%7Ejoe/", "/~joe/x", False),
        (f"{ALL}Disallow: /a?x=1", "/a?x=1&y=2", False),
        (f"{ALL}Disallow: /a?b=https://x.cn", "/a?b=https%3A%2F%2Fx.cn", False),
        (f"{ALL}Disallow: /a?b=https%3A%2f%2Fx.cn", "/a?b=https://x.cn", False),
        (f"{ALL}Disallow: /foo/%62%61%7A", "/foo/baz", False),
        (f"{ALL}Disallow: /foo/baz", "/foo/%62%61%7A", False),
        (f"{ALL}Disallow: /a-%2A.htm", "/a-*.htm", False),
        (f"{ALL}Disallow: /a-%2A.htm", "/a-b.htm", True),
        (f"{ALL}Disallow: /a-%24", "/a-$b", False),
        (f"{ALL}Disallow: /a-%24", "/a-", True),
        (f"{ALL}Disallow: /a$b", "/a$b", False),
        (f"{ALL}Disallow: /a b", "/a%20b", False),
        # 2.2.4: other records, and lines that are none
        (f"{ALL}Crawl-delay: 2\nSitemap: http://x/s.xml\nDisallow: /a", "/a", False),
        ("User-agent: other\nSitemap: http://x/s.xml\nUser-agent: *\nDisallow: /a", "/a", False),
        (f"{ALL}nonsense\nDisallow: /a", "/a", False),
        (f"{ALL}\nDisallow: /a", "/a", False),
        # Crawl-delay is a rule to those who write it: what follows is another group.
        (f"{ALL}Crawl-delay: 9\n\nUser-agent: other\nDisallow: /", "/a", True),
        # 2.3.1.5: what can be read of a broken line is
        ("User-agent：*\nDisallow：/a", "/a", False),
        ("\u3000User-agent :\u3000*\nDisallow:\u3000/a\u3000", "/a", False),
        ("User-agent *\nDisallow /a", "/a", False),
        (f"{ALL}Disallow: /\n\nUser-agent crawl\nAllow: /", "/a", False),
    ],
)
def test_rules_are_read_as_the_rfc_has_it(rules: str, path: str, *, allowed: bool) -> None:
    assert allows(200, rules.encode(), path) is allowed


@pytest.mark.parametrize(
    ("pattern", "path", "allowed"),
    [
        ("*a" * 5000 + "b$", "a" * 2000, True),
        ("*" * 5000 + "z", "a" * 2000, True),
        ("*a*" * 5000 + "b", "a" * 6000 + "b", False),
        ("a*" * 30 + "b", "a" * 4000, True),
    ],
)
def test_thousands_of_wildcards_cost_no_more_than_their_length(
    pattern: str, path: str, *, allowed: bool
) -> None:
    """A pattern turned into a regular expression would be matched for years."""
    assert allows(200, f"{ALL}Disallow: /{pattern}".encode(), f"/{path}") is allowed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{ALL}Content-Usage: train-ai=n\nAllow: /", "train-ai=n"),
        (
            f"{ALL}Content-Usage: train-ai=n\n\n{OURS}Content-Usage: /news search=y",
            "/news search=y",
        ),
        (f"{ALL}User-agent: other\nContent-Usage: a=n # x\nContent-Usage: b=y", "a=n, b=y"),
        ("User-agent: other\nContent-Usage: train-ai=n", None),
        ("Content-Usage: train-ai=n", None),
        (ALL, None),
    ],
)
def test_the_uses_that_the_file_allows_are_kept(text: str, told: str | None) -> None:
    assert read(200, text.encode()).content_usage == told


def test_a_server_error_ends_as_robots() -> None:
    refusal = read(500, b"").refusal
    assert refusal is not None
    assert refusal[0] is Outcome.ROBOTS


@given(st.integers(100, 599), st.binary(max_size=300))
def test_no_bytes_raise(status: int, body: bytes) -> None:
    assert allows(status, body) in {True, False}


@given(st.text(max_size=40), st.sampled_from(["", "User-agent: other\n", "\n\n"]))
def test_what_stands_before_a_group_for_us_does_not_lift_it(junk: str, before: str) -> None:
    comment = "".join(junk.split())
    assert not allows(200, f"# {comment}\n{before}{OURS}Disallow: /\n".encode("utf-8", "replace"))
