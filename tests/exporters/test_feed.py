"""The feed holds what came last, and an entry stays the same one when its article is edited."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, parse

import pytest

from newscrawl.cli import run
from newscrawl.errors import ExitCode
from newscrawl.exporters.feed import write_feed
from newscrawl.store import Session
from tests.store.conftest import LISTING, fill, record

NAME = {"": "http://www.w3.org/2005/Atom"}


def line(number: int, **more: Any) -> str:
    plain = record(number) | {"url_canonical": None, "date_precision": "day"}
    return json.dumps(plain | more, ensure_ascii=False)


def seen(day: int, *, n: int = 1, status: str = "live") -> dict[str, Any]:
    return {"n": n, "status": status, "first_seen": f"2026-01-{day:02}T00:00:00Z"}


def entries(path: Path) -> list[Element]:
    return parse(path).getroot().findall("entry", NAME)


def texts(path: Path, name: str) -> list[str | None]:
    return [one.findtext(name, namespaces=NAME) for one in entries(path)]


def test_the_articles_found_last_stand_first_and_no_more_than_a_hundred(tmp_path: Path) -> None:
    path = tmp_path / "news.atom"
    some = [line(n, revision=seen(1 + n % 28)) for n in range(120)]
    assert write_feed(some, path) == 100
    updated = texts(path, "updated")
    assert updated == sorted(map(str, updated), reverse=True)


def test_articles_found_in_one_second_stand_in_the_order_of_their_list(tmp_path: Path) -> None:
    path = tmp_path / "news.atom"
    write_feed([line(n, revision=seen(1)) for n in (3, 1, 4, 2)], path)
    assert texts(path, "title") == [f"第{n}条" for n in (1, 2, 3, 4)]


def test_an_edited_article_keeps_its_entrys_id_and_its_place(tmp_path: Path) -> None:
    path = tmp_path / "news.atom"
    write_feed([line(1, revision=seen(3))], path)
    before = texts(path, "id"), texts(path, "updated")
    fetch = {"at": "2026-01-09T00:00:00Z"}
    write_feed([line(1, revision=seen(3, n=2, status="edited"), fetch=fetch)], path)
    assert texts(path, "id") == before[0]
    assert (before[1], texts(path, "updated")) == (["2026-01-03T00:00:00Z"], [fetch["at"]])


def test_what_was_taken_down_is_in_no_feed(tmp_path: Path) -> None:
    path = tmp_path / "news.atom"
    assert write_feed([line(1, revision=seen(3, n=2, status="gone"))], path) == 0
    assert entries(path) == []


def test_a_day_alone_is_no_moment_of_publication(tmp_path: Path) -> None:
    path = tmp_path / "news.atom"
    moment = "2026-01-02T09:05:00+08:00"
    write_feed([line(1), line(2, date_precision="minute", date_published=moment)], path)
    assert set(texts(path, "published")) == {None, moment}


def test_characters_that_no_xml_may_hold_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "news.atom"
    write_feed([line(1, title="甲\x0c乙 <b>&")], path)
    assert texts(path, "title") == ["甲乙 <b>&"]


def corpus(home: Path) -> None:
    session = Session(home, command="a test", version="0")
    target = session.target("institute", LISTING)
    session.add_output(home / "articles.jsonl", [target])
    fill(session, target, range(3))
    session.finish(0, "{}")
    session.close()


def test_records_are_exported_as_they_are(tmp_path: Path) -> None:
    corpus(tmp_path)
    assert run(["export", str(tmp_path / "newest.jsonl"), "--home", str(tmp_path)]) == 0
    assert (tmp_path / "newest.jsonl").read_bytes() == (tmp_path / "articles.jsonl").read_bytes()


def test_an_export_never_takes_the_place_of_the_records(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus(tmp_path)
    before = (tmp_path / "articles.jsonl").read_bytes()
    path = tmp_path / "articles.jsonl"
    assert run(["export", str(path), "--home", str(tmp_path)]) == ExitCode.USAGE
    assert "holds the records of the crawl itself" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_an_export_never_takes_the_place_of_another_corpuss_records(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They were gone without a word."""
    corpus(tmp_path)
    path = tmp_path / "other.jsonl"
    path.write_text(line(1, run="20260101T000000Z-aaaa"))
    before = path.read_bytes()
    assert run(["export", str(path), "--home", str(tmp_path)]) == ExitCode.USAGE
    assert "holds records of another corpus" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_an_export_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    corpus(tmp_path)
    for _ in range(2):
        assert run(["export", str(tmp_path / "newest.jsonl"), "--home", str(tmp_path)]) == 0
