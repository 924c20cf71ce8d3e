"""Body pieces as HTML, in the dialects that editors of institute pages leave behind."""

from __future__ import annotations

import re
from html import escape
from string import Template

from newscrawl.demo.model import Piece

# How one paragraph looks; seen as such on pages of the families (cms.md 2 and 4.4).
PARAGRAPH = {
    "nbsp": "<p>&nbsp;&nbsp;&nbsp;&nbsp;{}</p>",
    "wide": "<p>　　{}</p>",
    "div": "<div>　　{}</div>",
    "br": "&nbsp;&nbsp;&nbsp;&nbsp;{}<br />&nbsp;<br />",
    "plain": "<p>{}</p>",
    "styled": (
        '<p style="line-height: 1.75em; text-indent: 2em;">'
        '<span style="font-size: 16px; font-family: 宋体, SimSun;">{}</span></p>'
    ),
    "word": (
        '<p class="MsoNormal" style="text-indent:32.0pt;mso-char-indent-count:2.0000;'
        "line-height:28.0pt\"><span style=\"mso-spacerun:'yes';font-family:仿宋_GB2312;"
        'font-size:16.0pt">{}<o:p></o:p></span></p>'
    ),
}
WRAPPED = {
    "subtitle": '<p style="text-align: center;"><strong>{text}</strong></p>',
    "heading": "<p><strong>{text}</strong></p>",
    "image": '<p style="text-align: center;"><img src="{path}" alt="" border="0" /></p>',
    "caption": '<p style="text-align: center;">{text}</p>',
    "sign": '<p style="text-align: right;">{text}</p>',
    "staff": "<p>{text}</p>",
    "file": '<p><a href="{path}" target="_blank">{text}</a></p>',
}
_DIGITS = re.compile(r"\d+", re.ASCII)


class Page(Template):
    """A page with ``@@name`` where something is put in; scripts may hold ``$`` and braces."""

    delimiter = "@@"


def render(pieces: tuple[Piece, ...], dialect: str) -> str:
    """The pieces, one a line."""
    return "\n".join(_piece(one, dialect) for one in pieces)


def _piece(piece: Piece, dialect: str) -> str:
    if piece.rows:
        return _rows(piece)
    text = escape(piece.text, quote=False)
    if piece.kind == "paragraph":
        return PARAGRAPH[dialect].format(_numbers(text) if dialect == "word" else text)
    return WRAPPED[piece.kind].format(text=text, path=piece.path)


def _rows(piece: Piece) -> str:
    if piece.kind == "list":
        return "<ul>" + "".join(f"<li>{escape(row[0])}</li>" for row in piece.rows) + "</ul>"
    rows = (
        "<tr>" + "".join(f"<td><p>{escape(cell)}</p></td>" for cell in row) + "</tr>"
        for row in piece.rows
    )
    return (
        '<table border="1" cellspacing="0" width="90%"><tbody>'
        + "".join(rows)
        + ("</tbody></table>")
    )


def _numbers(text: str) -> str:
    """Word puts every number into a span of its own."""
    return _DIGITS.sub(lambda found: f'<span lang="EN-US">{found[0]}</span>', text)


def cut(title: str, length: int = 18) -> str:
    """A title as a narrow list prints it."""
    return title if len(title) <= length else title[:length] + "..."
