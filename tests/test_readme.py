"""The README is true: its commands run, its tables are the code's, its record is a real one.

`https://www.example.ac.cn` stands for a real institute there, and for a made-up one here.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
from scrapy.utils.misc import load_object

import newscrawl
from newscrawl import extract_article
from newscrawl.demo import Server, build, serve
from newscrawl.errors import ExitCode
from newscrawl.items import Article, IssueCode, Outcome, to_plain
from newscrawl.sites import fields as site_keys
from tests.test_cli import VERBS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
STAND_IN = "www.example.ac.cn"
# What a command ends with, where it is not 0.
CODES = {"--max-pages": ExitCode.LIMIT}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def table(*head: str) -> list[list[str]]:
    """The cells of the table with these column names, row by row."""
    _, _, rest = README.partition(f"| {' | '.join(head)} |\n")
    assert rest, head
    rows = rest.partition("\n\n")[0].splitlines()[1:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


# Tables


def test_the_records_table_is_the_record() -> None:
    assert [row[0] for row in table("key", "type", "meaning")] == [f.name for f in fields(Article)]


def test_the_records_table_tells_the_keys_of_every_part() -> None:
    schema = json.loads((ROOT / "newscrawl" / "article.schema.json").read_text("utf-8"))
    for name, kind, _ in table("key", "type", "meaning"):
        part = schema["properties"][name]
        keys = part.get("items", part).get("properties")
        if keys:
            assert re.findall(r"\w+", kind) == list(keys), name


def test_the_records_table_says_what_may_be_null() -> None:
    schema = json.loads((ROOT / "newscrawl" / "article.schema.json").read_text("utf-8"))
    for name, kind, _ in table("key", "type", "meaning"):
        part = schema["properties"][name]
        kinds = [part, *part.get("anyOf", ()), *part.get("oneOf", ())]
        nullable = any(
            "null" in one.get("type", ()) or None in one.get("enum", ()) for one in kinds
        )
        assert kind.endswith("?") == nullable, name


def test_the_exit_codes_are_all_there() -> None:
    assert [int(row[0]) for row in table("code", "meaning")] == [int(code) for code in ExitCode]


def test_the_outcomes_are_all_there() -> None:
    assert [row[0] for row in table("outcome", "the address")] == [str(one) for one in Outcome]


def test_the_issues_are_all_there() -> None:
    assert [row[0] for row in table("issue", "says")] == list(get_args(IssueCode))


def test_the_keys_of_a_site_file_are_all_there() -> None:
    told = {row[0]: row[1] for row in table("where", "keys")}
    for where, checks in (
        ("top", site_keys.SITE),
        ("`[[listing]]`", site_keys.LISTING),
        ("`[article]`", site_keys.ARTICLE),
    ):
        words = re.sub(r"\([^)]*\)", "", told[where])
        assert re.findall(r"`(\w+)`", words) == list(checks), where


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_and_option_has_its_place(verb: str) -> None:
    name = verb.removeprefix("newscrawl ")
    rows = {row[0].strip("`"): row[2] for row in table("verb", "does", "options")}
    (options,) = (told for head, told in rows.items() if f"{head} ".startswith(f"{name} "))
    for parameter in VERBS[verb].params:
        for option in parameter.opts if parameter.param_type_name == "option" else ():
            assert f"`{option}`" in options


def test_every_variable_and_setting_has_its_place() -> None:
    names = set()
    for path in (ROOT / "newscrawl").rglob("*.py"):
        names |= set(re.findall(r"\bNEWSCRAWL_[A-Z_]+\b", path.read_text("utf-8")))
    assert {name for name in names if name not in README} <= {"NEWSCRAWL_FAULT"}, "for tests alone"


def test_links_lead_to_files_that_are_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert "://" in target or (ROOT / target).exists(), target


# Records


def test_the_record_that_is_shown_is_what_comes_out() -> None:
    shown = json.loads(blocks("json")[0])
    folder = ROOT / "fixtures" / "demo-table" / "one-line"
    url = json.loads((folder / "page.json").read_text("utf-8"))["url"]
    record = to_plain(extract_article((folder / "page.html").read_bytes(), url))
    assert [key for key in record if key in shown] == list(shown)
    provenance = shown.pop("provenance")
    assert {key: record[key] for key in shown} == shown
    assert {key: record["provenance"][key] for key in provenance} == provenance


# Commands


def commands() -> Iterator[str]:
    for block in blocks("console"):
        yield from (line.removeprefix("$ ") for line in block.splitlines() if line[0] == "$")
    for block in blocks("crontab"):
        yield from (line.split(maxsplit=5)[5] for line in block.splitlines())


def wrapper(path: Path, module: str) -> None:
    python = f"PYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)}"
    path.write_text(f'#!/bin/sh\n{python} -m {module} "$@"\n', encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serve(build("vsb", articles=40, faults=False)) as running:
        yield running


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory, server: Server) -> Path:
    """A folder as a reader of the README has it by then: a checkout, saved pages, a site file."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("Makefile", "scrapy.cfg", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, folder)
    tools = folder / "bin"
    tools.mkdir()
    for module in ("newscrawl", "scrapy"):
        wrapper(tools / module, module)
    (folder / "ready").touch()
    pages = {"saved.html": "/info/1039/1375.htm", "saved-list.html": "/xwzx/xxyw.htm"}
    pages |= {f"saved-{n}.html": f"/info/1039/{n}.htm" for n in (1375, 1368, 1361, 1354)}
    for name, path in pages.items():
        (folder / name).write_bytes(server.institute.get(path, "", "GET", b"").body)
    sites = folder / "corpus" / "sites"
    sites.mkdir(parents=True)
    (example,) = blocks("toml")
    name = example.partition("\n")[0].removeprefix("# corpus/sites/")
    (sites / name).write_text(stood_in(example, server, folder), encoding="utf-8")
    return folder


def stood_in(text: str, server: Server, folder: Path) -> str:
    """The text with the made-up institute in the place of the real one."""
    host = server.base.removeprefix("http://")
    text = text.replace(f"https://{STAND_IN}", server.base).replace(STAND_IN, host)
    return text.replace("/srv/news", str(folder))


def environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEWSCRAWL_")}
    # `make` takes the tools beside the folder, and finds its environment ready.
    made = {"MAKEFLAGS": f"BIN={folder / 'bin'} STAMP={folder / 'ready'}", "MAKELEVEL": "0"}
    return kept | made | {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.slow
def test_the_commands_work_in_the_order_they_are_read(checkout: Path, server: Server) -> None:
    for command in dict.fromkeys(commands()):
        line = stood_in(command, server, checkout)
        if line.startswith("make ") and line != "make demo":
            line = line.replace("make ", "make --dry-run ")  # those of a contributor take minutes
        ran = shell(line, checkout)
        code = next((code for mark, code in CODES.items() if mark in command), ExitCode.COMPLETE)
        assert ran.returncode == code, f"$ {command}\n{ran.stdout}{ran.stderr}"
        assert "Traceback" not in ran.stderr, f"$ {command}\n{ran.stderr}"


EXAMPLES = [block for block in blocks("python") if block.startswith("from ")]


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_the_python_example_runs(example: str, checkout: Path, server: Server) -> None:
    (checkout / "example.py").write_text(stood_in(example, server, checkout), encoding="utf-8")
    ran = shell(f"PYTHONPATH={ROOT} {sys.executable} example.py", checkout)
    assert ran.returncode == 0, ran.stderr
    assert len(ran.stdout.splitlines()) > 10


def test_the_python_functions_are_all_there() -> None:
    for name in newscrawl.__all__:
        assert f"import {name}" in README or f", {name}" in README, name


def test_the_line_of_settings_names_an_add_on() -> None:
    (line,) = (block for block in blocks("python") if block not in EXAMPLES)
    addons = ast.literal_eval(line.partition("=")[2].strip())
    assert all(callable(load_object(name)) for name in addons)


def test_the_listing_that_is_shown_has_the_keys_that_come_out(server: Server) -> None:
    from newscrawl import extract_listing

    shown: dict[str, Any] = json.loads(blocks("json")[1])
    body = server.institute.get("/xwzx/xxyw.htm", "", "GET", b"").body
    found = extract_listing(body, server.url).to_plain()
    assert list(found) == list(shown)
    assert list(found["items"][0]) == list(shown["items"][0])
    assert {type(value) for value in found.values()} == {type(v) for v in shown.values()}
