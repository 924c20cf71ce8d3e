"""`newscrawl listing` and `newscrawl site`, as a user calls them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from newscrawl.cli import run
from tests.cli.conftest import serving

PAGE = (
    "<html><body><ul>"
    + "".join(
        f'<li><a href="/info/1039/{3000 + n}.htm">实验室第{n}期开放课题申请指南</a>'
        f"<span>2023-03-{n:02d}</span></li>"
        for n in range(1, 6)
    )
    + '</ul><a href="/xw/2.htm">下一页</a></body></html>'
).encode()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path == "/xw.htm"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE if found else b"")

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def server() -> Iterator[str]:
    with serving(Handler) as port:
        yield f"http://127.0.0.1:{port}"


def test_saved_page_is_printed_as_one_object(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE)
    assert run(["listing", str(path), "--url", "http://www.example.edu.cn/xw.htm"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["items"][0] == {
        "url": "http://www.example.edu.cn/info/1039/3001.htm",
        "title": "实验室第1期开放课题申请指南",
        "date": "2023-03-01",
    }
    assert found["next"] == "http://www.example.edu.cn/xw/2.htm"
    assert found["family"] == "vsb"


def test_page_is_fetched_over_http(server: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["listing", f"{server}/xw.htm"]) == 0
    assert len(json.loads(capsys.readouterr().out)["items"]) == 5


@pytest.mark.parametrize("path", ["/gone.htm"])
def test_page_that_is_not_there_is_one_line(
    server: str, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["listing", server + path]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "404" in captured.err


@pytest.mark.parametrize("target", ["missing.html", "ftp://a.example/", "."])
def test_what_cannot_be_read_is_one_line(target: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["listing", target]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_page_that_is_no_listing_says_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.html"
    path.write_text("<form><input type=password></form>", "utf-8")
    assert run(["listing", str(path)]) == 1
    captured = capsys.readouterr()
    assert json.loads(captured.out)["items"] == []
    assert "login" in captured.err


def test_bytes_that_are_no_text_are_said_to_be_no_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(random.Random(1).randbytes(20_000))
    assert run(["listing", str(path)]) == 1
    assert capsys.readouterr().err == f"newscrawl: {path}: this is binary data, not a listing\n"


def test_a_broken_site_file_hides_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "sites"
    folder.mkdir()
    (folder / "a-broken.toml").write_text("listing = 3")
    (folder / "good.toml").write_text('[[listing]]\nurl = "https://www.example.org/news/"\n')
    assert run(["site", "list", "--home", str(tmp_path)]) == 2
    told = capsys.readouterr()
    assert told.out.startswith("good\t")
    assert "a-broken.toml" in told.err
    assert told.err.count("\n") == 1


def test_site_verbs_list_show_and_lint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "sites"
    folder.mkdir()
    (folder / "demo.toml").write_text(
        'institute = "某所"\n[[listing]]\nurl = "http://www.example.org/xw/"\n', "utf-8"
    )
    assert run(["site", "list", "--home", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("demo\t某所\t-\thttp://www.example.org/xw/")
    assert run(["site", "show", "demo", "--home", str(tmp_path)]) == 0
    assert 'institute = "某所"' in capsys.readouterr().out
    assert run(["site", "lint", "--home", str(tmp_path)]) == 0
    assert "article.body" in capsys.readouterr().out
    (folder / "bad.toml").write_text('nonsense = "x"', "utf-8")
    assert run(["site", "lint", "--home", str(tmp_path)]) == 2
    assert "bad.toml: nonsense" in capsys.readouterr().err


def test_unknown_site_id_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["site", "show", "nobody", "--home", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
