"""Lines of records that no output has yet: they need not be read back from the ledger."""

from __future__ import annotations

_MOST_BYTES = 8 << 20


class Fresh:
    """Lines by the number of their record, as many as fit; the others are in the ledger as well."""

    def __init__(self) -> None:
        self._lines: dict[int, bytes] = {}
        self._bytes = 0

    def add(self, number: int, line: bytes) -> None:
        """Take the line of a record that was just entered."""
        self._bytes += len(line)
        if self._bytes <= _MOST_BYTES:
            self._lines[number] = line

    def get(self, number: int) -> bytes | None:
        """The line of a record, None for one that has to be read."""
        return self._lines.get(number)

    def clear(self) -> None:
        """Every output has them, or their transaction never was."""
        self._lines.clear()
        self._bytes = 0
