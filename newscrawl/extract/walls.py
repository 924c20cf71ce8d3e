"""Walls, logins and "not found" in the place of a page, by the signs they show.

One table for all who read pages: the crawl by status and bytes, articles and listings by their
text. Walls are recorded, never climbed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

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
        return any(word in body for word in self.words) and bool(self.in_bytes.search(body))

    @cached_property
    def in_text(self) -> re.Pattern[str]:
        """The marks, to be looked for in a page's source."""
        return re.compile(self.marks, re.DOTALL | re.IGNORECASE)


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
        r"var\s{1,9}arg1\s{0,9}=\s{0,9}['\"][0-9A-Fa-f]|acw_sc__v2|aliyun_waf",
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
    Wall("slider", frozenset({200}), "geetest", lone=True),
    # ministries that want a browser's User-Agent and Referer
    Wall("forbidden", frozenset({401, 403, 405, 407})),
    Wall("asked too often", frozenset({429})),
)
# Statuses that are a refusal whatever the page says.
REFUSALS = frozenset().union(*(wall.statuses for wall in WALLS if not wall.marks))
# A challenge is a small page; an article that writes about one is not looked at.
_CHALLENGE_BYTES = 64 * 1024
_WORDED = re.compile("滑动验证|请完成(?:安全)?验证|人机验证|访问验证|安全验证")
# Campus-only pages: where the redirect leads (universities on four CMS families).
LOGINS = re.compile(
    r"/cas/login|caslogin\.jsp|webvpn|atrust|/authserver/login|/sso/login|/login(?:\.\w+)?$",
    re.IGNORECASE,
)
# Whole sentences: 校外访问 alone stands in the menu of every library.
RESTRICTED = re.compile(
    r"您当前的?ip并非校内地址|[仅只]允许校内(?:地址|用户|ip)?(?:访问|浏览|查看)|"
    r"仅限(?:校内|内网|校园网)(?:用户|地址|网络|ip)?(?:访问|浏览|查看|阅读)|仅限内网|"
    r"请进行统一身份认证|内部网络访问|请使用校园网(?:访问|浏览|查看)|校外(?:访问|用户)请|"
    r"(?:[您你]|对不起[，,]?|抱歉[，,]?)\s?(?:暂|尚)?(?:没有|无)权?限?(?:访问|查看|浏览)|没有访问权限|"
    r"无权限?(?:访问|查看|浏览)[该此本]|wp_error_msg",  # the name of WebPlus's box for it
    re.IGNORECASE,
)
GONE = re.compile(
    r"页面不存在|网页不存在|该信息不存在|信息不存在|文章不存在|内容不存在|"
    r"您访问的(?:页面|内容|网页|信息|文章)(?:不存在|已删除|已被删除|找不到|不见了)|"
    r"(?:信息|文章|内容|页面|新闻)已(?:经)?(?:被)?(?:删除|撤销|下线|移除)|"
    r"找不到(?:该|您|相关)?(?:访问)?的?(?:页面|网页|文件|内容)|"
    r"无法找到(?:该|此)?(?:页|页面|网页)|抱歉[，,]\s*您访问的页面|"
    r"ERROR\s*404|404\s*(?:Not\s*Found|错误|页面|-)|HTTP\s*404|"
    r"Page\s*(?:not\s*found|does not exist)|not be found",
    re.IGNORECASE,
)


def wall_before(status: int, body: bytes) -> str | None:
    """The wall that an answer is, None for a page that may be read."""
    for wall in WALLS:
        if status not in wall.statuses or wall.lone:
            continue
        if not wall.marks or (len(body) < _CHALLENGE_BYTES and wall.stands_in(body)):
            return wall.name
    return None


def challenge_in(text: str) -> str | None:
    """The wall whose marks stand in the source of a page that has hardly any text."""
    for wall in WALLS:
        if wall.marks and wall.in_text.search(text):
            return wall.name
    return "a puzzle" if _WORDED.search(text) else None


def asks_password(document: Document) -> bool:
    """Whether the page has a field for a password."""
    return document.root.find(".//input[@type='password']") is not None
