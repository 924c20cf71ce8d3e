"""The command line's manners: help with examples, a mistake in one line, a light start."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

import newscrawl
from newscrawl import cli
from newscrawl.cli import app, run
from newscrawl.errors import ExitCode

ROOT = Path(__file__).parents[1]
AWAY = "https://www.example.ac.cn/xwzx/"


def verbs(group: TyperGroup, path: str = "newscrawl") -> Iterator[tuple[str, TyperCommand]]:
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from verbs(command, f"{path} {name}")
        else:
            assert isinstance(command, TyperCommand)
            yield f"{path} {name}", command


def root() -> TyperGroup:
    found = get_command(app)
    assert isinstance(found, TyperGroup)
    return found


VERBS = dict(verbs(root()))


@pytest.fixture(autouse=True)
def _somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each in an empty folder, as a user without settings of their own."""
    monkeypatch.chdir(tmp_path)
    for name in ("NEWSCRAWL_HOME", "NEWSCRAWL_CONTACT"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("verb", VERBS)
def test_help_shows_an_example(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*verb.split()[1:], "--help"]) == 0
    shown = capsys.readouterr().out.replace("Usage: newscrawl", "")
    assert verb in shown, f"no example of {verb!r} in its help"


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_says_what_it_does(verb: str) -> None:
    for parameter in VERBS[verb].params:
        assert getattr(parameter, "help", None), f"{verb} {parameter.name}"


def test_help_has_a_short_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["site", "lint", "-h"]) == 0
    assert "newscrawl site lint" in capsys.readouterr().out


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"newscrawl {newscrawl.__version__}\n"


def files(folder: Path) -> None:
    """What the mistakes below are made with."""
    (folder / "folder").mkdir()
    (folder / "file").write_text("", encoding="utf-8")
    sites = folder / "home" / "sites"
    sites.mkdir(parents=True)
    (sites / "broken.toml").write_text('institute = "x\n', encoding="utf-8")
    (sites / "typo.toml").write_text('domain = ["example.ac.cn"]\n', encoding="utf-8")
    (sites / "selector.toml").write_text('[article]\ntitle = "h1["\n', encoding="utf-8")
    (sites / "list.toml").write_text('[[listing]]\nulr = "http://a.cn/"\n', encoding="utf-8")
    (sites / "empty.toml").write_text('institute = "研究所"\n', encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("crall", "crall"),
        ("crawl", "TARGET"),
        ("crawl --fulll", "--full"),
        ("crawl no-such-site", "no-such-site"),
        ("crawl file", "file is a file, no site file"),
        ("crawl not/an/address", "not/an/address"),
        ("crawl www.example.ac.cn/xwzx", "did you mean https://www.example.ac.cn/xwzx ?"),
        ("crawl http//www.example.ac.cn/x", "did you mean http://www.example.ac.cn/x ?"),
        ("crawl https:/www.example.ac.cn/x", "did you mean https://www.example.ac.cn/x ?"),
        ("crawl https：//www.example.ac.cn/x", "did you mean https://www.example.ac.cn/x ?"),
        ("crawl htp://www.example.ac.cn/x", "did you mean http://www.example.ac.cn/x ?"),
        ("extract http//www.example.ac.cn/1.htm", "did you mean http://www.example.ac.cn/1.htm ?"),
        ("crawl mailto:you@example.org", "no site 'mailto:you@example.org'"),
        ("crawl 127.0.0.1:8730/xwzx", "did you mean http://127.0.0.1:8730/xwzx ?"),
        ("crawl ftp://example.ac.cn/news/", "ftp://"),
        ("crawl http://[::1/news/", "http://[::1/news/"),
        ("crawl file:///etc/hosts", "file://"),
        (f"crawl {AWAY}", "--contact"),
        (f"crawl {AWAY} --contact nobody", "address, not nobody"),
        (f"crawl {AWAY} --contact a@b.cn --since 2024-13-01", "--since"),
        (f"crawl {AWAY} --contact a@b.cn --since yesterday", "--since"),
        (f"crawl {AWAY} --contact a@b.cn --since 2999-01-31", "2999-01-31 is yet to come"),
        (f"crawl {AWAY} --max-pages 0", "'--max-pages': '0' is no whole number from 1 on"),
        (f"crawl {AWAY} --max-pages abc", "'--max-pages': 'abc' is no whole number from 1 on"),
        (f"crawl {AWAY} --recheck ²", "'--recheck': '²' is no whole number from 0 on"),
        (f"crawl {AWAY} --delay -1", "'--delay': '-1' is no number of seconds from 0 to 3600"),
        (f"crawl {AWAY} --delay nan", "'--delay': 'nan' is no number of seconds from 0 to 3600"),
        (f"crawl {AWAY} --delay 1e9", "'--delay': '1e9' is no number of seconds from 0 to 3600"),
        (f"crawl {AWAY} --timeout never", "'--timeout': 'never' is no number of seconds"),
        ("runs --last 0", "'--last': '0' is no whole number from 1 on"),
        ("crawl broken --home home", "broken.toml"),
        ("crawl typo --home home", "domain"),
        ("crawl selector --home home", "article.title"),
        ("crawl empty --home home", "empty"),
        ("crawl list --home home", "listing[1].ulr"),
        ("extract", "FILE|URL|-"),
        ("extract missing.html", "missing.html"),
        ("extract folder", "folder"),
        ("extract file --site no-such-site", "no-such-site"),
        ("extract file --url ::bad", "::bad"),
        ("extract http://127.0.0.1:1/ --url http://a.cn/", "--url is for a saved page"),
        ("listing file --url http://[::1", "http://[::1"),
        ("extract file --site folder/missing.toml", "missing.toml"),
        ("extract ftp://example.ac.cn/1.htm", "ftp://"),
        (f"extract {AWAY}", "--contact"),
        (f"extract {AWAY} --contact nobody", "address, not nobody"),
        (f"listing {AWAY}", "--contact"),
        ("listing file --url www.example.ac.cn", "did you mean https://www.example.ac.cn ?"),
        ("site add www.example.ac.cn/xwzx", "did you mean https://www.example.ac.cn/xwzx ?"),
        ("site add localhost:8730/xwzx", "did you mean http://localhost:8730/xwzx ?"),
        ("listing missing.html", "missing.html"),
        ("site", "which verb?"),
        ("site lsit", "lsit"),
        ("site show no-such-site", "no-such-site"),
        ("site show typo --home home", "domain"),
        ("site lint missing.toml", "missing.toml"),
        ("site lint typo --home home", "domain"),
        ("demo --family no-such-family", "no-such-family"),
    ],
)
def test_a_mistake_is_told_in_one_line(
    arguments: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert run(arguments.split()) == ExitCode.USAGE
    lines = capsys.readouterr().err.splitlines()
    mistakes = [line for line in lines if told in line]
    assert mistakes, lines
    assert len(lines) <= (2 if " lint " in f"{arguments} " else 1), lines
    assert not any("Traceback" in line for line in lines)
    assert sorted(tmp_path.rglob("*")) == before, "a mistake leaves nothing behind"


@pytest.mark.parametrize(
    "arguments",
    [
        ["crawl", ""],
        ["crawl", "http://127.0.0.1:1/", "--home", ""],
        ["crawl", "http://127.0.0.1:1/", "-o", ""],
        ["extract", ""],
        ["listing", ""],
        ["export", ""],
    ],
)
def test_a_name_that_is_empty_is_refused(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A variable that is not set in somebody's script: it stood for the folder one is in."""
    assert run(arguments) == ExitCode.USAGE
    assert "empty" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments",
    ["status", "runs", "why 0123456789abcdef0123", "repair", "export x.csv", "site list", "demo"],
)
def test_a_corpus_folder_that_is_a_file_is_told_in_one_line(
    arguments: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files(tmp_path)
    assert run([*arguments.split(), "--home", "file"]) == ExitCode.STORAGE
    assert capsys.readouterr().err == "newscrawl: file is a file, no folder\n"


@pytest.mark.parametrize("arguments", ["status", "runs", "repair", "site lint", "crawl x"])
def test_a_corpus_folder_that_may_not_be_looked_into_is_told_in_one_line(
    arguments: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Somebody else's folder: `Path.exists` raises there, a traceback was all that was told."""
    look = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.parent.name == "theirs":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return look(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)
    assert run([*arguments.split(), "--home", str(tmp_path / "theirs")]) == ExitCode.STORAGE
    told = f"newscrawl: {tmp_path / 'theirs'} cannot be looked into: Permission denied\n"
    assert capsys.readouterr().err == told


@pytest.mark.parametrize("verb", ["extract", "listing"])
def test_a_page_that_cannot_be_had_ends_with_1_in_plain_words(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([verb, "http://127.0.0.1:1/1.htm"]) == ExitCode.PARTIAL
    said = capsys.readouterr().err
    assert "http://127.0.0.1:1/1.htm cannot be fetched: the host refuses the connection" in said
    assert "Errno" not in said


def test_a_page_that_robots_txt_keeps_ends_as_a_crawl_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("newscrawl.cli.fetch._allowed", lambda _: False)
    monkeypatch.setenv("NEWSCRAWL_CONTACT", "you@example.org")
    assert run(["extract", AWAY]) == ExitCode.BLOCKED
    assert "robots.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    ["--home file", "--home file/below", "-o folder", "-o missing/articles.jsonl"],
)
def test_output_that_cannot_be_written_is_told_in_one_line_before_any_request(
    options: str, tmp_path: Path
) -> None:
    files(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    done = in_own_process(f"-m newscrawl crawl http://127.0.0.1:1/ {options}", tmp_path)
    assert done.returncode == ExitCode.STORAGE
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert options.rpartition(" ")[2].partition("/")[0] in done.stderr
    assert sorted(tmp_path.rglob("*")) == before, "a first run that cannot begin leaves nothing"


def in_own_process(arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments.split(maxsplit=1)[:1], *_rest(arguments)],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _rest(arguments: str) -> list[str]:
    flag, rest = arguments.split(maxsplit=1)
    return [rest] if flag == "-c" else rest.split()


def loaded(statement: str, folder: Path) -> set[str]:
    """The names of the modules that a statement loads."""
    code = f"import sys; {statement}; print(*sys.modules)"
    done = in_own_process(f"-c {code}", folder)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_importing_newscrawl_loads_neither_scrapy_nor_lxml(tmp_path: Path) -> None:
    heavy = {"scrapy", "twisted", "lxml", "parsel", "typer", "rich", "sqlite3"}
    assert not heavy & loaded("import newscrawl", tmp_path)


def test_the_python_functions_load_no_scrapy(tmp_path: Path) -> None:
    statement = "from newscrawl import extract_article, extract_listing, load_site"
    assert not {"scrapy", "twisted"} & loaded(statement, tmp_path)


def test_a_crawl_loads_the_tables_of_articles_only_for_an_article(tmp_path: Path) -> None:
    """An idle check, which most of all runs are, would take a fifth more CPU."""
    statement = (
        "import newscrawl.cli.running; from newscrawl.settings import *;"
        "from scrapy.utils.misc import load_object;"
        "[*map(load_object, [*ITEM_PIPELINES, *EXTENSIONS, *DOWNLOADER_MIDDLEWARES])]"
    )
    modules = loaded(statement, tmp_path)
    assert "newscrawl.extract.listing" in modules
    assert "newscrawl.extract.article" not in modules


@pytest.mark.parametrize("arguments", ["['--help']", "['site', '--help']", "['crawl', '--help']"])
def test_help_loads_no_scrapy(arguments: str, tmp_path: Path) -> None:
    statement = f"from newscrawl.cli import run; run({arguments})"
    assert not {"scrapy", "twisted", "lxml"} & loaded(statement, tmp_path)


BYLINE = "<html><title>某所</title><h1>某所召开会议</h1><p>发布时间：2024-03-05 来源：办公室</p>"
LIST = "<html><title>新闻</title><ul>" + "".join(
    f"<li><a href='/info/1039/{n}.htm'>研究所第{n}次工作会议在京召开</a><span>2024-03-{n}</span>"
    for n in range(10, 20)
)


def test_extract_sends_a_listing_to_the_listing_verb(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "list.html").write_text(LIST, encoding="utf-8")
    assert run(["extract", "list.html"]) == ExitCode.PARTIAL
    told = capsys.readouterr()
    assert "looks like a listing (10 rows): try newscrawl listing" in told.err
    assert told.out == ""


@pytest.mark.parametrize(("verb", "page"), [("extract", BYLINE), ("listing", LIST)])
def test_a_saved_page_of_an_unknown_address_is_told_as_that(
    verb: str, page: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record with an id of `unknown.invalid` looks like any other."""
    (tmp_path / "a.html").write_text(f"{page}<p>会议讨论了方案，也总结了工作。", encoding="utf-8")
    assert run([verb, "a.html"]) == 0
    assert "made up without --url" in capsys.readouterr().err
    assert run([verb, "a.html", "--url", AWAY]) == 0
    assert capsys.readouterr().err == ""


def test_explain_prints_values_as_the_record_has_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.html").write_text(f"{BYLINE}<p>会议讨论了，也总结了。", encoding="utf-8")
    run(["extract", "a.html", "--explain"])
    lines = capsys.readouterr().out.splitlines()
    assert "date_published: 2024-03-05" in lines
    assert any(line.startswith("body: ") and "会议讨论了，也总结了。" in line for line in lines)


def test_a_full_disk_behind_the_output_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "list.html").write_text(LIST, encoding="utf-8")
    command = [sys.executable, "-m", "newscrawl", "listing", "list.html", "--url", AWAY]
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=tmp_path
        )
    told = "newscrawl: cannot write to standard output: No space left on device\n"
    assert (ran.returncode, ran.stderr) == (ExitCode.STORAGE, told)


@pytest.mark.parametrize("page", ["", "<p></p>", "<form>登录<input type=password></form>"])
def test_extract_prints_no_record_of_a_page_that_is_no_article(
    page: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    assert run(["extract", "a.html"]) == ExitCode.PARTIAL
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1


def test_listing_says_of_a_file_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 some letters")
    assert run(["listing", "a.pdf"]) == ExitCode.PARTIAL
    assert capsys.readouterr().err == "newscrawl: a.pdf: this is a PDF, not a listing\n"


@pytest.mark.parametrize("magic", [b"%PDF-1.4 ", b"PK\x03\x04", b"\x89PNG"])
def test_extract_gives_no_record_for_a_file_that_is_no_page(
    magic: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_bytes(magic + b"some letters of a file that is no page " * 9)
    assert run(["extract", "file"]) == ExitCode.PARTIAL
    told = capsys.readouterr()
    assert told.out == ""
    assert "not_html" in told.err


def test_listing_tells_an_article_by_its_byline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.html").write_text(BYLINE, encoding="utf-8")
    assert run(["listing", "a.html"]) == ExitCode.PARTIAL
    assert "this is an article, not a listing" in capsys.readouterr().err


def test_a_file_that_ends_too_soon_is_no_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of a compiled module, as a full disk leaves it: "interrupted" was said, with 130."""

    def half(**_told: object) -> None:
        raise EOFError("marshal data too short")

    group = root()
    group.commands["status"].callback = half
    monkeypatch.setattr(cli, "app", group)
    with pytest.raises(EOFError, match="too short"):
        run(["status"])
