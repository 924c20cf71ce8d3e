"""The table holds every article once, and nothing in it is reckoned with."""

from __future__ import annotations

import csv
import io
from dataclasses import fields, replace
from pathlib import Path

import pytest

from newscrawl import extract_article
from newscrawl.cli import run
from newscrawl.errors import StorageError
from newscrawl.exporters.spreadsheet import COLUMNS, cell, pipe_csv, write_csv
from newscrawl.items import Article, Credit, to_json
from newscrawl.store import Session


def article(title: str) -> Article:
    html = (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div>作者：甄岸 祝融 "
        f"发布时间：2023-02-13</div><div class=content><p>{'会议总结了全年的工作，' * 9}</p>"
        "<p><a href=/a.pdf>附件</a></p></div></body></html>"
    )
    return extract_article(html.encode(), "http://institute.example/info/1.htm")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_record_is_a_row_and_its_lists_are_joined(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    made = article("年度工作会议")
    assert write_csv([to_json(made)] * 2, path) == 2
    first, second = rows(path)
    assert first == second
    assert tuple(first) == COLUMNS
    assert (first["title"], first["body"]) == (made.title, made.body)
    assert first["authors"] == "; ".join(made.authors) == "甄岸; 祝融"
    assert first["attachments"] == "http://institute.example/a.pdf"
    assert first["view_count"] == ""


def test_the_columns_stand_in_the_order_of_the_record() -> None:
    keys = [field.name for field in fields(Article)]
    shared = [name for name in COLUMNS if name in keys and name not in {"issues", "run"}]
    assert [name for name in shared if name != "revision"] == sorted(
        (name for name in shared if name != "revision"), key=keys.index
    )


def test_who_did_what_is_told_by_role(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    credits = (Credit(role="author", name="甄岸"), Credit(role="editor", name="祝融"))
    write_csv([to_json(replace(article("年度工作会议"), credits=credits))], path)
    assert rows(path)[0]["credits"] == "author: 甄岸; editor: 祝融"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_what_starts_like_a_formula_is_quoted(start: str) -> None:
    assert cell(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


def test_a_title_that_is_a_formula_is_text_in_the_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_csv([to_json(article("=HYPERLINK(1)的会议通知"))], path)
    assert rows(path)[0]["title"] == "'=HYPERLINK(1)的会议通知"


def test_where_a_semicolon_parts_cells_no_name_of_a_list_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    made = replace(article("年度工作会议"), authors=("甄岸", "=cmd|' /C calc'!A0"))
    write_csv([to_json(made)], path)
    assert rows(path)[0]["authors"] == "甄岸; '=cmd|' /C calc'!A0"


@pytest.mark.parametrize(("bom", "start"), [(True, b"\xef\xbb\xbfid,"), (False, b"id,site")])
def test_the_mark_for_excel_is_a_choice(tmp_path: Path, start: bytes, *, bom: bool) -> None:
    path = tmp_path / "a.csv"
    write_csv([], path, bom=bom)
    assert path.read_bytes().startswith(start)


def test_a_table_that_cannot_be_made_whole_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_csv([to_json(article("年度工作会议"))], path)
    before = path.read_bytes()
    with pytest.raises(StorageError):
        write_csv([to_json(article("年度工作会议")), "no JSON"], path)
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]
    assert path.read_bytes() == before


def test_a_table_goes_into_a_pipe_too(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    home = tmp_path / "c"
    Session(home, command="", version="").close()
    assert run(["export", "-", "--home", str(home)]) == 0
    assert capsysbinary.readouterr() == (f"{','.join(COLUMNS)}\r\n".encode(), b"")
    assert run(["export", "-", "--bom", "--home", str(home)]) == 0
    assert capsysbinary.readouterr().out.startswith(b"\xef\xbb\xbfid,")


def test_a_pipe_gets_what_a_file_gets(tmp_path: Path) -> None:
    path, out = tmp_path / "a.csv", io.BytesIO()
    lines = [to_json(article("年度工作会议"))] * 2
    assert pipe_csv(lines, out, bom=True) == write_csv(lines, path)
    assert out.getvalue() == path.read_bytes()


def test_records_are_written_into_no_table_by_a_crawl(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = ["crawl", "http://127.0.0.1:9/", "--home", str(tmp_path / "c"), "-o", "a.csv"]
    assert run(order) == 2
    assert "newscrawl export makes a table" in capsys.readouterr().err
    assert not (tmp_path / "c").exists()


def test_there_is_no_table_without_a_corpus_and_no_other_format(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", str(tmp_path / "a.csv"), "--home", str(tmp_path / "c")]) == 2
    assert run(["export", str(tmp_path / "a.xlsx"), "--home", str(tmp_path / "c")]) == 2
    assert capsys.readouterr().err.count("\n") == 2
