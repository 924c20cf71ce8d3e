"""Signs that a body is not the whole text of its page, or more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscrawl.extract.article.boxes import is_link_line
from newscrawl.extract.article.container import links_file
from newscrawl.extract.article.declared_body import declared_text
from newscrawl.extract.article.end_marks import ends_article, is_related_heading
from newscrawl.extract.article.meta_line import is_bare_date
from newscrawl.extract.article.parts import Parts
from newscrawl.extract.lines import Line
from newscrawl.text.people import bare_names, looks_like_body
from newscrawl.text.signatures import read_signature

# Set so that nine of ten right bodies stay below all of them, and half of the wrong ones do not.
_HELD = 0.5
_BEHIND = 1 / 3
_OTHER = 0.1  # share of a body that may stand in lines that are no running text
_EDITORS = 2  # times as much is no reason to doubt what an editor's own container holds
_LEAST_HELD = 0.8  # share of its container's weight that a body holds
_TWICE = 2  # lines of a kind that make a doubt
_LEFT_OUT = 40  # lines in a body's midst that may be left out
_OFF = 0.25  # share by which a body may be longer or shorter than the declared one
_TEASER = 0.5  # share of the body from which on what is declared is no teaser
_LONG, _SHORT = 15, 80
_AT_ONCE = 3  # lines behind a body of which one may be its end mark
_PARAGRAPHS, _FRAGMENT = 4, 24  # lines of a text, characters of a line that may be none of it
# How sentences end; what else says that a line is whole: a colon, a dash, a day.
_WHOLE = re.compile(
    r"[。！？!?”…；;）)】\]』」.,，、]$|[:：|｜丨□？?]|——|来源|\d年|年.{1,2}月|\d[-./]\d|\.[a-zA-Z]{3,4}$"
    r"|^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]"
)
_SIGN_OFF = 3  # lines at the end: who wrote it, and where and when


def body_doubts(parts: Parts, text: str) -> Iterator[str]:
    """What was seen that does not fit a whole and clean body, in words."""
    each, numbers = parts.place.weights.each, parts.body.numbers
    inside, total = sum(each[number] for number in numbers), parts.place.weights.total
    if not numbers or not inside:
        return
    first, last = parts.page.of(parts.place.container)
    told = _is_told(parts.page.lines, numbers[-1] + 1)
    if told:  # what stands behind a mark that ends texts was left out knowingly
        last = min(last, numbers[-1] + 1)
    held = parts.place.weights.between(max(first, numbers[0]), last)
    if inside < _LEAST_HELD * held:
        yield f"{1 - inside / held:.0%} of the running text in its container is left out"
    if not (told or parts.rule.startswith("container:")) and inside < _HELD * total:
        yield f"holds {inside / total:.0%} of the page's running text"
    behind = parts.place.weights.between(numbers[-1] + 1, len(each))
    if behind > _BEHIND * inside and not told:
        yield f"running text goes on behind it, {behind / inside:.0%} as much"
    yield from _inside(parts)
    if parts.body.chinese and not (parts.place.ruled or parts.place.is_editors):
        yield from _at_edges(parts)
    out = numbers[-1] + 1 - numbers[0] - len(numbers)
    if out > _LEFT_OUT:
        yield f"{out} lines in its midst were left out"
    declared = declared_text(parts.metadata)
    if declared is None or len(declared) < _TEASER * len(text):
        return
    if abs(len(text) / len(declared) - 1) > _OFF:
        yield f"the declared text has {len(declared)} characters, this one {len(text)}"


def _is_told(lines: list[Line], behind: int) -> bool:
    """Whether one of the first lines behind a body says that the article is over."""
    near = lines[behind : behind + _AT_ONCE]
    return any(ends_article(line) or is_related_heading(line) for line in near)


def _inside(parts: Parts) -> Iterator[str]:
    """Menus, teasers and boxes that may have come into the body, and what is there twice."""
    each, lines = parts.place.weights.each, parts.page.lines
    texts = [number for number in parts.body.numbers if lines[number].kind == "text"]
    size = sum(len(lines[number].text) for number in texts)
    most = _EDITORS if parts.place.is_editors else 1
    links = sum(
        is_link_line(line) and not links_file(line) for line in map(lines.__getitem__, texts)
    )
    if links >= _TWICE:
        yield f"{links} lines in it are links"
    short = [lines[number] for number in texts[:-_SIGN_OFF] if len(lines[number].text) <= _SHORT]
    if ends := sum(map(ends_article, short)):
        yield f"{ends} lines in its midst are such as end a text"
    dated = sum(map(is_bare_date, short))
    if dated >= _TWICE:
        yield f"{dated} lines in it are dates"
    other = sum(
        len(lines[number].text)
        for number in texts[:-_SIGN_OFF]
        if not each[number] and not _is_of_its_kind(lines[number])
    )
    if other > most * _OTHER * size:
        yield f"{other / size:.0%} of it stand in lines that are no running text"
    long = [lines[number].text for number in texts if len(lines[number].text) > _LONG]
    if (twice := len(long) - len(set(long))) >= most * _TWICE:
        yield f"{twice} lines stand in it twice"


def _at_edges(parts: Parts) -> Iterator[str]:
    """A first or last line that is neither a sentence nor a heading, a name, a day or a file.

    Controls and offers that no table holds look so; a text's own lines seldom do.
    """
    lines = (parts.page.lines[number] for number in parts.body.numbers)
    texts = [line for line in lines if line.kind == "text"]
    if len(texts) < _PARAGRAPHS:
        return
    for where, line in (("first", texts[0]), ("last", texts[-1])):
        if _is_fragment(line):
            yield f"its {where} line is no sentence: {line.text}"


def _is_fragment(line: Line) -> bool:
    if len(line.text) > _FRAGMENT or _WHOLE.search(line.text) or line.labels:
        return False
    if line.heading or line.bold or line.caption or line.item or line.row is not None:
        return False
    word = line.text.split()[-1]
    named = read_signature(line.text) or bare_names(line.text) or looks_like_body(word)
    return not (named or links_file(line))


def _is_of_its_kind(line: Line) -> bool:
    """Whether a line need not look like running text: a heading, a cell of a table."""
    return bool(line.heading) or line.row is not None
