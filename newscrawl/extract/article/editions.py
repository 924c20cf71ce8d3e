"""The day of a newspaper's issue: its digital edition prints it over the pages and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.extract.lines import Line
from newscrawl.text.dates import find_dates
from newscrawl.text.labels import BOUNDARY

# 第A06版：乡村; 上一版 下一版; 版面导航
_MARK = re.compile(r"第\s?[A-Z]{0,2}\d{1,3}\s?版|[上下前后]一?版|版面(?:导航|概览|目录)")


def day_of_issue(over: Sequence[Line]) -> str | None:
    """The line with the issue's day among those over a title; None where two days stand there."""
    lines = [line for line in over if line.kind == "text"]
    if not any("版" in line.text and _MARK.search(line.text) for line in lines):
        return None
    found = [
        (day.iso[:10], text)
        for line in lines
        for text in [line.marked.replace(BOUNDARY, " ")]
        for day in find_dates(text)
    ]
    return found[0][1] if len({day for day, _ in found}) == 1 else None
