"""A site is added from its list's address, proves itself offline, and says where it broke."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from newscrawl.cli import run
from newscrawl.demo import FAMILIES, build, serve
from newscrawl.demo.model import Request, Response
from newscrawl.extract.article import read_page
from newscrawl.items import Page
from newscrawl.sites.loader import load_site
from tests.cli.conftest import serving


def add(family: str, home: Path) -> int:
    with serve(build(family, articles=16)) as server:
        return run(["site", "add", server.url, "--id", "demo", "--home", str(home)])


def lines(captured: pytest.CaptureFixture[str]) -> dict[str, list[str]]:
    rows = (line.split("\t") for line in captured.readouterr().out.splitlines())
    return {row[0]: row[1:] for row in rows}


def rules_of(home: Path) -> list[tuple[str, str]]:
    """The selectors of the article rules, by key."""
    (rules,) = load_site("demo", home).articles
    named = ((key, getattr(rules, key)) for key in ("title", "byline", "author", "date", "body"))
    return [(key, selector) for key, selector in named if selector]


def with_rule_broken(
    home: Path, key: str, selector: str, captured: pytest.CaptureFixture[str]
) -> str:
    """What `site check` says once a selector is edited by hand; the file is as before then."""
    path = home / "sites" / "demo.toml"
    before = path.read_text("utf-8")
    # A title that holds the byline is found by the same selector: the key says which is meant.
    head, table, rules = before.partition("[article]\n")
    quoted = next(q for q in (f'"{selector}"', f"'{selector}'") if f"{key} = {q}\n" in rules)
    broken = rules.replace(f"{key} = {quoted}\n", f'{key} = ".no-such-thing"\n', 1)
    path.write_text(f"{head}{table}{broken}", "utf-8")
    captured.readouterr()
    assert run(["site", "check", "demo", "--home", str(home)]) == 4
    path.write_text(before, "utf-8")
    return captured.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_every_made_up_institute_is_added_and_its_file_holds(
    family: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(family, tmp_path) == 0
    table = lines(capsys)
    for field in ("title", "date_published", "body"):
        assert table[field] == ["ok"] * 4
    assert "missed" not in {mark for row in table.values() for mark in row}
    assert run(["site", "check", "--home", str(tmp_path)]) == 0
    for key, selector in rules_of(tmp_path):
        told = with_rule_broken(tmp_path, key, selector, capsys)
        assert f"{tmp_path / 'sites' / 'demo.toml'}: " in told
        assert f"article.{key} = '.no-such-thing' matched nothing" in told


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_the_file_alone_gives_the_records_of_the_generic_rules(family: str, tmp_path: Path) -> None:
    add(family, tmp_path)
    site = load_site("demo", tmp_path)
    institute = build(family, articles=16)
    for path, truth in institute.truth.items():
        bare, _, query = path.partition("?")
        answer = institute.get(bare, query)
        headers = {name.lower(): value for name, value in answer.headers.items()}
        page = Page(url=f"http://127.0.0.1{path}", body=answer.body, headers=headers)
        with_rules, without = read_page(page, site).article, read_page(page).article
        assert with_rules.title == without.title
        assert with_rules.date_published == truth.date_published
        assert (with_rules.authors, with_rules.source) == (without.authors, without.source)
        assert without.body.endswith(with_rules.body)


def test_the_file_is_there_with_its_pages(tmp_path: Path) -> None:
    assert add("trs", tmp_path) == 0
    text = (tmp_path / "sites" / "demo.toml").read_text("utf-8")
    assert text.startswith("# Learnt on ")
    assert 'byline = ".xl_info"' in text
    cases = sorted(path.name for path in (tmp_path / "sites" / "demo").iterdir())
    assert cases == ["article-1", "article-2", "article-3", "article-4", "listing"]


def test_a_selector_broken_by_hand_is_named_with_file_and_key_and_what_it_matched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add("trs", tmp_path)
    path = tmp_path / "sites" / "demo.toml"
    path.write_text(path.read_text("utf-8").replace(".TRS_Editor", ".dqwz"), "utf-8")
    capsys.readouterr()
    assert run(["site", "check", "demo", "--home", str(tmp_path)]) == 4
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith(f"{path}: body: article.body = '.dqwz' matched <div> '")


def test_a_selector_that_matches_nothing_is_drift_even_where_the_text_is_still_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add("trs", tmp_path)
    path = tmp_path / "sites" / "demo.toml"
    path.write_text(path.read_text("utf-8").replace(".TRS_Editor", ".gone"), "utf-8")
    capsys.readouterr()
    assert run(["site", "check", "--home", str(tmp_path)]) == 4
    assert "article.body = '.gone' matched nothing" in capsys.readouterr().out


def test_a_listing_rule_broken_by_hand_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add("trs", tmp_path)
    path = tmp_path / "sites" / "demo.toml"
    path.write_text(path.read_text("utf-8").replace(".list li a", ".list li:first-child a"))
    capsys.readouterr()
    assert run(["site", "check", "--home", str(tmp_path)]) == 4
    assert "listing[1].links = '.list li:first-child a' matched 1 element" in (
        capsys.readouterr().out
    )


@pytest.mark.parametrize("line", ['links = ".gone a"', 'rows = ".gone"', 'next = "a.gone"'])
def test_a_listing_rule_that_matches_nothing_is_drift_though_the_rows_are_still_found(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add("trs", tmp_path)
    path = tmp_path / "sites" / "demo.toml"
    path.write_text(path.read_text("utf-8").replace('links = ".list li a"', line), "utf-8")
    capsys.readouterr()
    assert run(["site", "check", "--home", str(tmp_path)]) == 4
    key, _, selector = line.partition(" = ")
    told = capsys.readouterr().out
    assert f"listing[1].{key} = {selector.replace(chr(34), chr(39))} matched nothing" in told
    assert "was" not in told


def test_a_broken_file_keeps_no_other_from_being_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add("trs", tmp_path)
    (tmp_path / "sites" / "a-broken-one.toml").write_text("[article]\ntitle = 'h1['\n")
    capsys.readouterr()
    assert run(["site", "check", "--home", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert "a-broken-one.toml: article.title" in told
    assert "5 pages, 0 fields changed" in told


def test_a_check_of_a_corpus_without_site_files_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["site", "check", "--home", str(tmp_path)]) == 0
    assert capsys.readouterr().err == f"newscrawl: no site files in {tmp_path / 'sites'}\n"


def test_a_site_that_is_there_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add("trs", tmp_path)
    before = (tmp_path / "sites" / "demo.toml").read_bytes()
    assert add("vsb", tmp_path) == 2
    assert "is there already" in capsys.readouterr().err
    assert (tmp_path / "sites" / "demo.toml").read_bytes() == before


@pytest.mark.parametrize("name", ["a b", "青溪", "../../esc", ".hidden", "x" * 65, "a/b", ""])
def test_a_name_that_no_file_may_have_is_refused_before_any_request(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "in" / "corpus"
    nobody = "http://127.0.0.1:1/xwzx/"  # a request would be told of
    assert run(["site", "add", nobody, "--id", name, "--home", str(home)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "cannot name a site: 1 to 64 letters" in said
    assert list(tmp_path.iterdir()) == []


def test_a_host_elsewhere_wants_to_know_who_asks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEWSCRAWL_CONTACT", raising=False)
    assert run(["site", "add", "http://www.institute.example/", "--home", str(tmp_path)]) == 2
    assert "--contact" in capsys.readouterr().err


def test_damaged_evidence_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add("trs", tmp_path)
    (tmp_path / "sites" / "demo" / "listing" / "page.json").write_text("{", "utf-8")
    capsys.readouterr()
    assert run(["site", "check", "--home", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("file", "key", "value"),
    [
        ("page.json", "url", 3),
        ("page.json", "headers", ["text/html"]),
        ("page.json", "fetched", "yesterday"),
        ("expected.json", "missed", None),
        ("expected.json", "authors", "甲"),
        ("expected.json", "kind", "list"),
    ],
)
def test_evidence_that_was_edited_wrongly_is_told_with_file_and_key(
    file: str, key: str, value: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It was a traceback, or a field that had changed."""
    add("trs", tmp_path)
    path = tmp_path / "sites" / "demo" / "article-1" / file
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {key: value}), "utf-8")
    capsys.readouterr()
    assert run(["site", "check", "--home", str(tmp_path)]) == 2
    (line,) = capsys.readouterr().err.splitlines()[:1]
    assert str(path) in line
    assert f"$.{key}" in line


@pytest.mark.parametrize(("old", "code"), [("2026", 0), (".TRS_Editor", 2)])
def test_edit_opens_the_editor_and_looks_at_the_file(
    old: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("trs", tmp_path)
    path = tmp_path / "sites" / "demo.toml"
    text = path.read_text("utf-8").replace("# Learnt on 20", "# Learnt on 2026 20")
    path.write_text(text, "utf-8")
    monkeypatch.setenv("EDITOR", f"sed -i s/{old}/[/")
    monkeypatch.delenv("VISUAL", raising=False)
    assert run(["site", "edit", "demo", "--home", str(tmp_path)]) == code


def test_an_editor_with_an_open_quote_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add("trs", tmp_path)
    capsys.readouterr()
    monkeypatch.setenv("VISUAL", "vi 'quick")
    assert run(["site", "edit", "demo", "--home", str(tmp_path)]) == 2
    assert "EDITOR is no command: vi 'quick" in capsys.readouterr().err


BAD = {
    "/a.pdf": ("application/pdf", b"%PDF-1.4 ...", "is a PDF"),
    "/pic.png": ("image/png", b"\x89PNG", "is an image"),
    "/login": (
        "text/html",
        "<form>用户登录<input type=password></form>".encode(),
        "logs in nowhere",
    ),
    "/shell": (
        "text/html",
        b"<html><body><div id=app></div><script src=a.js></script></body></html>",
        "a script draws them",
    ),
    "/gone": ("text/html", "<h1>您访问的页面不存在</h1>".encode(), "does not exist"),
    "/sheet": (
        "application/vnd.openxmlformats-officedocument",
        b"PK\x03\x04",
        "an archive or office",
    ),
    "/api": ("application/json", b'{"total":0,"rows":[]}', "no entries: is it the right one?"),
    "/shell-of-nothing": (
        "text/html",
        b"<div id=app></div><script>$.get('/api/news/list?page=1')</script>",
        "a script draws them",
    ),
    "/none": (
        "text/html",
        "<p>本所简介：我们研究计量，欢迎来访，地址在某市某路。</p>".encode(),
        "no list of articles",
    ),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind, body, _ = BAD.get(self.path, ("text/html", b"", ""))
        self.send_response(200 if self.path in BAD else 404)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def server() -> Iterator[str]:
    with serving(Handler) as port:
        yield f"http://127.0.0.1:{port}"


def test_an_address_that_breaks_off_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["site", "add", "http://[::1", "--home", str(tmp_path)]) == 2
    assert "not an http(s) address" in capsys.readouterr().err


@pytest.mark.parametrize("path", [*BAD, "/404"])
def test_what_is_no_list_is_said_in_one_line(
    path: str, server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = 5 if path == "/login" else 2  # shut, as a crawl says
    assert run(["site", "add", server + path, "--home", str(tmp_path)]) == code
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    words = BAD[path][2].split("|") if path in BAD else ["answers 404 Not Found: there is no such"]
    assert any(word in said for word in words), said
    assert not (tmp_path / "sites").exists()


def test_a_list_that_is_asked_for_by_post_and_in_two_steps_is_added(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page that sends its reader on to a shell, whose script posts for the rows."""
    made = build("trs", articles=16, faults=False)
    rows = [
        {"title": one.title, "url": path, "publishTime": one.date_published}
        for path, one in made.truth.items()
    ]
    shell = "<div id=app></div><script>$.post('/api/news/list', {pageNo: 1, cid: 7}, draw)</script>"
    sent = "<meta http-equiv=refresh content='0;url=/shell/'>"

    def listed(asked: Request) -> Response | None:
        right = asked.method == "POST" and asked.args.get("cid") == "7"
        some = rows if asked.args.get("pageNo") == "1" else []
        body = json.dumps({"total": len(rows), "rows": some}).encode()
        return Response(headers={"Content-Type": "application/json"}, body=body) if right else None

    html = {"Content-Type": "text/html; charset=utf-8"}
    pages = {
        "/sent/": Response(headers=html, body=sent.encode()),
        "/shell/": Response(headers=html, body=shell.encode()),
    }
    site = replace(made, pages={**made.pages, **pages}, handlers={"/api/news/list": listed})
    with serve(site) as server:
        argv = ["site", "add", f"{server.base}/sent/", "--id", "demo", "--home", str(tmp_path)]
        assert run(argv) == 0
    assert f"/sent/: {len(rows)} articles" in capsys.readouterr().err
    assert load_site("demo", tmp_path).listings[0].url.endswith("/sent/")


def test_a_site_whose_markup_names_nothing_is_added_with_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file of tables in tables had no rule for an article, and nobody was told."""
    made = build("homemade", articles=16, faults=False)
    bare = {
        path: replace(page, body=re.sub(rb' (?:class|id)=(?:"[^"]*"|\w+)', b"", page.body))
        for path, page in made.pages.items()
    }
    with serve(replace(made, pages=bare)) as server:
        run(["site", "add", server.url, "--id", "demo", "--home", str(tmp_path)])
    assert "demo.toml: article.body: is missing" in capsys.readouterr().err


def test_an_article_s_address_is_told_from_a_list_s(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    institute = build("trs", articles=16)
    with serve(institute) as server:
        url = server.base + next(iter(institute.truth))
        assert run(["site", "add", url, "--home", str(tmp_path)]) == 2
    assert "this is an article" in capsys.readouterr().err


def test_evidence_keeps_the_listing_s_row(tmp_path: Path) -> None:
    add("trs", tmp_path)
    told = json.loads((tmp_path / "sites/demo/article-1/page.json").read_text("utf-8"))
    assert told["listed"]["title"]
    assert replace(load_site("demo", tmp_path), id="x").articles[0].body == ".TRS_Editor"


def test_a_folder_named_like_a_site_file_keeps_no_other_from_being_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "sites"
    (folder / "aside.toml").mkdir(parents=True)
    (folder / "broken.toml").write_text("institute = ")
    assert run(["site", "check", "--home", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert "aside" in told
    assert "broken.toml" in told
