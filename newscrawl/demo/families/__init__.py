"""The shapes that an institute's site can have: one module a family."""

from __future__ import annotations

from types import ModuleType

from newscrawl.demo.families import table, trs, vsb, webplus

FAMILIES: dict[str, ModuleType] = {
    module.__name__.rsplit(".", 1)[-1]: module for module in (table, vsb, webplus, trs)
}
