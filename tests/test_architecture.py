"""Imports go down only, and the core knows no Scrapy. Without this the rooms grow together."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "newscrawl"
LEVELS = (
    {"text", "items", "errors", "interrupts"},
    {"sites"},
    {"extract", "store", "archive"},
    {"learn", "workers"},
    {"spiders", "pipelines", "exporters", "extensions", "monitor"},
    {"cli", "commands", "settings", "addon", "demo", "__init__", "__main__"},
)
LEVEL = {room: depth for depth, rooms in enumerate(LEVELS) for room in rooms}
CORE = {"text", "items", "errors", "sites", "extract", "store", "archive", "learn", "workers"}
PURE = {"text", "items", "extract", "learn"}
NOT_IN_CORE = {"scrapy", "twisted"}
NOT_IN_PURE = {"socket", "urllib.request", "http.client", "sqlite3", "subprocess"}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path


def imports(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, node.lineno
            if node.module == "newscrawl":
                yield from ((f"newscrawl.{alias.name}", node.lineno) for alias in node.names)


@pytest.mark.parametrize(
    ("room", "path"), [pytest.param(r, p, id=str(p.relative_to(PACKAGE))) for r, p in modules()]
)
def test_module_imports_only_from_rooms_below(room: str, path: Path) -> None:
    assert room in LEVEL, f"{room} is a room without a level: add it to LEVELS"
    for name, line in imports(path):
        if not name.startswith("newscrawl."):
            continue
        other = name.split(".")[1]
        if other in LEVEL and other != room:
            below = LEVEL[other] < LEVEL[room] or (LEVEL[room] == len(LEVELS) - 1)
            package_root = name.count(".") == 1 and LEVEL[other] == LEVEL[room]
            assert below or package_root, f"{path}:{line}: {room} imports {name}"


@pytest.mark.parametrize(
    ("room", "path"),
    [pytest.param(r, p, id=str(p.relative_to(PACKAGE))) for r, p in modules() if r in CORE],
)
def test_core_knows_no_scrapy_and_pure_rooms_no_world(room: str, path: Path) -> None:
    banned = NOT_IN_CORE | (NOT_IN_PURE if room in PURE else set())
    for name, line in imports(path):
        assert not any(name == b or name.startswith(b + ".") for b in banned), f"{path}:{line}"
