"""What a page without rows is in a list's place, by what it says; an interface's answer too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from newscrawl.extract.document import Document
from newscrawl.extract.listing.anchors import chunks_of, squeeze, text_of
from newscrawl.extract.listing.model import Instead
from newscrawl.extract.listing.wrapped import stated_items
from newscrawl.extract.notices import GONE, RESTRICTED, Notice, notice_in
from newscrawl.extract.walls import asks_password, challenge_in

_MUCH = 400  # characters of a page that says more than that it is none
_READ = 4000
_SOURCE = 60_000  # characters of a page's source in which a wall shows its marks
_LOGIN = re.compile(r"统一身份认证|用户登录|请(?:先)?登录|sign in|log ?in", re.IGNORECASE)
_LOGIN_TITLE = re.compile(
    r"^\W*(?:(?:用户|会员|系统|欢迎)?登[录陆](?:页面?|系统|平台|中心|界面)?|(?:log|sign) ?in)\W*$",
    re.IGNORECASE,
)
# Of refusals those that speak of where one is, not of who.
_INSIDE = re.compile(r"校[园内外]|[内外]网|[院所]内|单位内|内部|VPN|\bIP\b", re.IGNORECASE)
# Sentences of pages that a script is still to fill.
_UNDRAWN = re.compile(r"javascript|加载|loading|浏览器|跳转", re.IGNORECASE)
_SHELL = re.compile(r"(?:请|需要)(?:启用|开启|打开)\s*JavaScript|enable javascript", re.IGNORECASE)
# What a list says of itself where nothing is posted (layui, Element, JEECMS, home-made ones).
_NO_ENTRIES = re.compile(
    r"(?:暂无|没有|尚无|未|无)(?:查询|搜索|查|找)?到?(?:相关|任何|更多|匹配|符合(?:条件|要求))?(?:的)?"
    r"(?:数据|信息|内容|新闻|文章|记录|公告|通知|结果)"
    r"|(?:共|总计)\s?0\s?(?:条|个|篇|项|记录)|nothing found"
    r"|no (?:matching )?(?:data|posts|results|records|entries|news|items)\b",
    re.IGNORECASE,
)
_ALERT = re.compile(r"\balert\s{0,9}\(\s{0,9}([\"'])([^\"'\n]{2,200})\1\s{0,9}\)")
_SAID = ("msg", "message", "errmsg", "errormsg", "error", "errordescription")
_MEANS = {
    Notice.BLOCKED: Instead.CHALLENGE,
    Notice.RESTRICTED: Instead.LOGIN,
    Notice.GONE: Instead.GONE,
    Notice.BROKEN: Instead.BROKEN,
}
# What interfaces answer to a request that they do not take.
_WRONG = re.compile(
    r"错误|失败|异常|无效|非法|缺少|不能为空|error|invalid|fail|missing|required", re.IGNORECASE
)
_FINE = frozenset(("0", "1", "200", "ok", "success", "true", ""))
_DEEP = 4


def why_empty(document: Document) -> Instead:
    """What the page is, by what it says."""
    source = document.decoded.text
    if source.lstrip()[:1] in ("{", "[", "n"):
        try:
            return _of_answer(json.loads(source))
        except (ValueError, RecursionError):
            pass  # a page, however it begins
    return _of_page(document)


def says_empty(document: Document) -> bool:
    """Whether the page says that nothing is posted."""
    return _NO_ENTRIES.search(text_of(document.root, None)) is not None


def says_gone(document: Document) -> bool:
    """Whether the page calls itself by the sentence that it does not exist."""
    return GONE.search(document.root.findtext(".//title") or "") is not None


def _of_page(document: Document) -> Instead:
    chunks = list(chunks_of(document.root))
    text = squeeze("".join(chunk for _, chunk in chunks)[:_READ])
    little = len(text) < _MUCH
    if little and challenge_in(document.decoded.text[:_SOURCE]):
        return Instead.CHALLENGE
    if asks_password(document):
        return Instead.LOGIN
    if not text:
        chunks = [(document.root, found[2]) for found in _ALERT.finditer(document.decoded.text)]
        text = "".join(chunk for _, chunk in chunks)
    said = _said(document, chunks, text) if little else None
    if said or says_gone(document):
        return said or Instead.GONE
    if _NO_ENTRIES.search(text):
        return Instead.NO_ENTRIES
    scripts = sum(1 for _ in document.root.iter("script"))
    if _SHELL.search(text) or (scripts and len(text) < _MUCH // 2):
        return Instead.DRAWN
    return Instead.OTHER if text else Instead.BLANK


def _said(document: Document, chunks: list[tuple[Any, str]], text: str) -> Instead | None:
    """What a page with little text says, in a sentence or in pieces of one."""
    title = squeeze(document.root.findtext(".//title"))
    own = [chunk.strip() for where, chunk in chunks if where.tag != "a"]
    if any(_NO_ENTRIES.fullmatch(one.strip("，。！!. ")) for one in own):
        return Instead.NO_ENTRIES
    found = notice_in((title, *own))
    if found and not _UNDRAWN.search(found[1]):
        return _of_notice(found[0], text)
    if RESTRICTED.search(text):
        return _of_notice(Notice.RESTRICTED, text)
    if _LOGIN_TITLE.match(title) or any(map(_LOGIN.search, own)):
        return Instead.LOGIN
    return Instead.GONE if GONE.search(text) else None


def _of_notice(notice: Notice, text: str) -> Instead:
    if notice is Notice.RESTRICTED and _INSIDE.search(text):
        return Instead.CAMPUS
    return _MEANS[notice]


def _of_answer(answer: Any) -> Instead:
    """What an interface answers without rows: nothing posted, or an error in its own words."""
    told = answer if isinstance(answer, Mapping) else {}
    lean = {key.replace("_", "").lower(): value for key, value in told.items()}
    said = [value for key in _SAID if isinstance(value := lean.get(key), str) and value]
    found = notice_in(said)
    if found:
        return _of_notice(found[0], found[1])
    codes = (lean[key] for key in ("code", "errcode", "status", "ret", "success") if key in lean)
    wrong = any(str(code).lower() not in _FINE for code in codes if not isinstance(code, Mapping))
    if wrong or lean.get("error") or any(map(_WRONG.search, said)):
        return Instead.ERROR
    if stated_items(answer) == 0 or any(one == [] for one in _values(answer)):
        return Instead.NO_ENTRIES
    return Instead.OTHER if answer else Instead.BLANK


def _values(value: Any, depth: int = 0) -> Iterator[Any]:
    yield value
    if isinstance(value, Mapping) and depth < _DEEP:
        for one in value.values():
            yield from _values(one, depth + 1)
