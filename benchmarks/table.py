"""Plain tables for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

Cell = str | float | int | None


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """The rows under their heads, numbers to the right; None prints as a dash."""
    cells = [list(head), *([_cell(one) for one in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = [
        "  ".join(
            text.ljust(width) if column == 0 else text.rjust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in cells
    ]
    return "\n".join(["", title, lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def _cell(value: Cell) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"
    return str(value)
