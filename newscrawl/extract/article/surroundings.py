"""What stands around the text: the breadcrumb, the counter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newscrawl.extract.article.byline import Byline
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.whitespace import squash

_CRUMB_LABEL = re.compile(
    r"^[\s【\[>]*(?:您?(?:现在|当前)?的?(?:所在)?位置(?:是|：|:)?|当前(?:所在)?(?:位置|页面)|所在位置|(?:我|你)的位置|現在位置|Home page|You are here|您在这里|你在这里)\s*[:：】\]]?\s*"
)
_CRUMB_SPLIT = re.compile(r"\s*(?:-*>+|＞+|›|»|→|/|\||｜|·(?=\s)|-{1,2}(?=\s)|::|\\)\s*")
_CRUMB_HOME = re.compile(r"^(?:网站)?首\s*页|^主页|^Home\b", re.IGNORECASE)
_CRUMB_WORDS = (
    *("位置", "当前页面", "crumb", "Crumb", "CRUMB"),
    *("Home page", "You are here", "您在这里", "你在这里"),
)
# By a word of each: most pages hold none of them, which is seen in a fifth of the time.
_CRUMB_SIGNS = {
    word: re.compile(
        home
        + r"(?:\s++|<[^>]{0,300}>|&nbsp;){0,40}+(?:&(?:gt|raquo|rsaquo|rarr|#\d+);|[>＞›»→/|｜·\\:-])"
    )
    for word, home in (
        ("首", r"首\s*页"),
        *((word, word) for word in ("主页", "Home", "HOME", "home")),
    )
}
# The last step of a breadcrumb where it names the page, and no column: 正文, 浏览正文, 文章内容页.
_CRUMB_END = re.compile(
    r"(?:(?:查看|浏览|阅读|详细|新闻|文章|信息|本文|动态)?(?:正文|内容|详情|详细内容|详细信息)页?|文章|)"
)
_CRUMB_LENGTH = 200  # characters of a line that may be a breadcrumb


def has_crumbs(html: str) -> bool:
    """Whether a page's source may print a breadcrumb; quick, and wrong only in saying yes."""
    if any(word in html for word in _CRUMB_WORDS):
        return True
    return any(word in html and sign.search(html) for word, sign in _CRUMB_SIGNS.items())


def breadcrumbs_of(page: PageLines, before: int, title: str | None) -> tuple[str, ...]:
    """The way to the column: ``网站首页 > 新闻资讯 > 图片新闻``; without label, 正文 and the title."""
    for parts in (*_crumb_lines(page, before), *_crumb_lists(page)):
        return _crumbs(parts, title)
    return ()


def breadcrumbs_in(lines: Sequence[Line], title: str | None) -> tuple[str, ...]:
    """The steps that the lines of a breadcrumb print, on one line or on one each.

    Over a line with all of them, in the same box, the column's name may be set as a heading.
    """
    whole = next((number for number, line in enumerate(lines) if len(_steps_on(line)) > 1), 0)
    texts = [_CRUMB_LABEL.sub("", line.text) for line in lines[whole:] if line.kind == "text"]
    steps = [step for text in texts for step in _CRUMB_SPLIT.split(text)]
    return _crumbs(steps[0].split() if len(steps) == 1 else steps, title)


def _crumbs(steps: Sequence[str], title: str | None) -> tuple[str, ...]:
    key = squash(title or "")
    crumbs = (step.strip(" ：:>›»") for step in steps)
    return tuple(
        crumb
        for crumb in crumbs
        if not _CRUMB_END.fullmatch(crumb) and (not key or squash(crumb) != key)
    )


def is_step(page: PageLines, index: int, before: int) -> bool:
    """Whether a line is a step of the breadcrumb that stands below it: it names the column."""
    key = squash(page.lines[index].text)
    below = (_steps_on(page.lines[number]) for number in range(index + 1, before))
    return any(key in map(squash, steps) for steps in below)


def _crumb_lines(page: PageLines, before: int) -> Iterator[list[str]]:
    """Lines that begin with 您的位置, or with the home page and a separator; the nearest first."""
    for index in range(before - 1, max(-1, before - 60), -1):
        if steps := _steps_on(page.lines[index]):
            yield steps


def _steps_on(line: Line) -> list[str]:
    """The steps of a breadcrumb that a line is; none where it is something else."""
    if line.kind != "text" or len(line.text) > _CRUMB_LENGTH:
        return []
    labelled = _CRUMB_LABEL.match(line.text)
    rest = line.text[labelled.end() :] if labelled else line.text
    if not rest or not (labelled or (_CRUMB_HOME.match(rest) and _CRUMB_SPLIT.search(rest))):
        return []
    parts = _CRUMB_SPLIT.split(rest)
    return parts if len(parts) > 1 else rest.split()


def _crumb_lists(page: PageLines) -> Iterator[list[str]]:
    """Elements that call themselves a breadcrumb, a line a step."""
    homes = [index for index, line in enumerate(page.lines) if _is_home(line)]
    if not homes:
        return
    for element, (first, last) in page.spans.items():
        if not 1 < last - first <= 12 or not any(first <= home < last for home in homes):
            continue
        names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if "crumb" in names:
            linked = [line for line in page.lines[first:last] if line.kind == "text" and line.links]
            if linked and _is_home(linked[0]):
                yield [line.text for line in linked]


def _is_home(line: Line) -> bool:
    return line.links > 0 and _CRUMB_HOME.match(line.text.strip(" >›»")) is not None


def view_count_of(byline: Byline) -> int | None:
    """The printed counter, if it is a number."""
    for label in byline.of("views"):
        # 1,234 is one number; 1.2万 is none that can be counted with.
        digits = re.match(
            r"\D{0,3}?(\d{1,3}(?:[,，]\d{3})+|\d{1,12})(?!\d|[.,，]\d|\s*[万萬])", label.value
        )
        if digits:
            return int(re.sub(r"\D", "", digits[1]))
    return None
