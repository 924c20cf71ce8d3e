"""Walls, logins and "not found" in the place of a page, by the signs they show.

One table for all who read pages: the crawl by status and bytes, articles and listings by their
text. Walls are recorded, never climbed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.extract.document import Document


@dataclass(frozen=True)
class Wall:
    """A protection product: the statuses it answers with, and the marks (ASCII) of its page.

    Without marks the status alone says it. `words`: one of them is in whatever the marks match, and
    a page is searched for them forty times as fast. `lone`: the marks may also stand on a page that
    is shown, where the product watches it; they count only where there is hardly any text.
    """

    name: str
    statuses: frozenset[int]
    marks: str = ""
    words: tuple[bytes, ...] = ()
    lone: bool = False

    @cached_property
    def in_bytes(self) -> re.Pattern[bytes]:
        """The marks, to be looked for in a page as received."""
        return re.compile(self.marks.encode("ascii"), re.DOTALL)

    def stands_in(self, body: bytes) -> bool:
        """Whether the marks stand in a page as received."""
        # Python looks for a short word from behind in half the time that it takes from the front.
        if not any(body.rfind(word) >= 0 for word in self.words):
            return False
        return any(_does_something(body, one.start()) for one in self.in_bytes.finditer(body))

    @cached_property
    def in_text(self) -> re.Pattern[str]:
        """The marks, to be looked for in a page's source."""
        return re.compile(self.marks, re.DOTALL | re.IGNORECASE)


# Data for others than who sees the page: what an article says may stand here as well.
_DESCRIBES = re.compile(
    rb"<meta\s[^<>]{0,400}(?:description|keywords|title)"
    rb"|<script[^<>]{0,200}\btype\s{0,9}=[^<>]{0,40}json",
    re.IGNORECASE,
)
# What stands between these is no text that a reader sees.
_UNSEEN = ((b"<script", b"</script"), (b"<textarea", b"</textarea"), (b"<!--", b"-->"))
_NO_SCRIPT = (b"<", b"{", b"[")  # how pages and answers of interfaces begin


def _does_something(body: bytes, at: int) -> bool:
    """Whether what stands at `at` is in a script or a tag: text only speaks of it."""
    before = body[:at].lower()
    if not before.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_NO_SCRIPT):
        return True  # a script that comes alone
    for opening, closing in _UNSEEN:
        opened = before.find(opening, before.rfind(closing) + 1)
        if opened >= 0:
            return not _DESCRIBES.match(body, opened)
    tag = before.rfind(b"<")
    return tag > before.rfind(b">") and not _DESCRIBES.match(body, tag)


WALLS = (
    # universities, customs, health and drug authorities: 412 or 202, a script with $_ts
    Wall("Ruishu", frozenset({412})),
    Wall("Ruishu", frozenset({200, 202}), r"\$_ts(?:=|\.cd|\.nsd|\[)", (b"$_ts",)),
    Wall(
        "Ruishu",
        frozenset({200, 202}),
        r"<meta[^<>]{1,200}?content=\"[^<>\"]{20,2000}\"[^<>]{1,40}?r=[\"']m[\"']",
        lone=True,
    ),
    # sites behind the "Jiasule" delivery network: 521 and a cookie set by script
    Wall("Jiasule", frozenset({521})),
    Wall("Jiasule", frozenset({200}), r"document\.cookie.{0,80}__jsl|__jsl_clearance", (b"__jsl",)),
    Wall("Jiasule", frozenset({200}), r"while\(z\+\+\)try", lone=True),
    # 200 or 405 with a script that computes the acw_sc__v2 cookie
    Wall(
        "Aliyun WAF",
        frozenset({200, 405}),
        r"var\s{1,9}arg1\s{0,9}=\s{0,9}['\"][0-9A-Fa-f]{16}|acw_sc__v2|aliyun_waf",
        (b"arg1", b"acw_sc__v2", b"aliyun_waf"),
    ),
    # journals and institutes abroad; its watching script stands on pages that are shown, too
    Wall(
        "Cloudflare",
        frozenset({200}),
        r"challenge-platform|_cf_chl_opt|cf-browser-verification|Just a moment\.\.\.|"
        r"Checking your browser",
        lone=True,
    ),
    Wall(
        "a puzzle",
        frozenset({200}),
        r"geetest|g-recaptcha|h-captcha|cf-turnstile|TencentCaptcha|initNECaptcha|_Incapsula_",
        lone=True,
    ),
    # home-made and bought: a script that sets a cookie and comes again
    Wall(
        "a cookie set by script",
        frozenset({200}),
        r"document\.cookie\s{0,9}=(?=.{0,4000}location(?:\.(?:href|replace|reload|assign))?\s{0,9}[=(])",
        lone=True,
    ),
    # the same in code that nobody can read: there is no text, and it loads itself again
    Wall("a page that loads itself", frozenset({200}), r"location\.reload\s{0,9}\(", lone=True),
    # ministries that want a browser's User-Agent and Referer
    Wall("forbidden", frozenset({401, 403, 405, 407})),
    Wall("asked too often", frozenset({429})),
)
# Statuses that are a refusal whatever the page says.
REFUSALS = frozenset().union(*(wall.statuses for wall in WALLS if not wall.marks))
# A challenge is a small page, and its script stands before all else; an article that writes about
# one has its menus first.
_MOST_PASSWORDS = 20  # fields for one whose forms are looked at
_CHALLENGE_BYTES, _SCRIPT_BYTES = 64 * 1024, 8 * 1024
# Those that are told by status and bytes alone.
_BY_STATUS = {
    status: [wall for wall in WALLS if status in wall.statuses and not wall.lone]
    for status in frozenset().union(*(wall.statuses for wall in WALLS))
}
# Campus-only pages: where the redirect leads (universities on four CMS families).
LOGINS = re.compile(
    r"/cas/login|caslogin\.jsp|webvpn|atrust|/authserver/login|/sso/login|/login(?:\.\w+)?$",
    re.IGNORECASE,
)
# Where it leads from what is no more.
_HOMES = re.compile(r"^/?(?:index|default|main)?(?:\.\w{2,5})?$", re.IGNORECASE)


def is_home(url: str) -> bool:
    """Whether an address is that of a site's home page."""
    parts = urlsplit(url)
    return bool(_HOMES.match(parts.path)) and not parts.query


def wall_before(status: int, body: bytes) -> str | None:
    """The wall that an answer is, None for a page that may be read."""
    start = body[:_SCRIPT_BYTES] if len(body) < _CHALLENGE_BYTES else b""
    for wall in _BY_STATUS.get(status, ()):
        if not wall.marks or wall.stands_in(start):
            return wall.name
    return None


def challenge_in(text: str) -> str | None:
    """The wall whose marks stand in the source of a page that has hardly any text."""
    return next((wall.name for wall in WALLS if wall.marks and wall.in_text.search(text)), None)


def keeps_out(document: Document) -> bool:
    """Whether the page has WebPlus' box for a refusal."""
    return "wp_error_msg" in document.decoded.text


def asks_password(document: Document) -> bool:
    """Whether the page has a field for a password."""
    return any(map(_is_password, document.root.iter("input")))


def _is_password(field: HtmlElement) -> bool:
    return (field.get("type") or "").lower() == "password"


def login_forms(document: Document) -> list[str]:
    """The texts of the forms that have a field for a password."""
    asked = (one for one in document.root.iter("input") if _is_password(one))
    fields = islice(asked, _MOST_PASSWORDS)
    forms = dict.fromkeys(next(one.iterancestors("form"), None) for one in fields)
    return [form.text_content() for form in forms if form is not None]
