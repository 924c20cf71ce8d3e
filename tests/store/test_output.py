"""The output is a whole-line prefix of the ledger at every moment. Without this a kill tears it."""

from __future__ import annotations

import errno
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newscrawl.errors import StorageError, UsageError
from newscrawl.store import Session, faults
from tests.store.conftest import LISTING, NAMES, Opener, fill, ids, record


def out(session: Session) -> Path:
    return session.home / "articles.jsonl"


def crawl(session: Session, numbers: range, path: Path | None = None) -> None:
    """What one run does to the store."""
    try:
        target = session.target("institute", LISTING)
        session.add_output(path or out(session), [target])
        fill(session, target, numbers)
        session.finish(0, "{}")
    finally:
        session.close()


def test_records_are_written_in_the_order_they_were_kept(corpus: Opener) -> None:
    session = corpus()
    crawl(session, range(40))
    assert ids(out(session)) == NAMES


def test_a_second_run_adds_only_what_is_new(corpus: Opener) -> None:
    crawl(corpus(), range(30))
    session = corpus()
    crawl(session, range(40))
    assert ids(out(session)) == NAMES


def test_an_output_named_later_gets_every_record(corpus: Opener, tmp_path: Path) -> None:
    crawl(corpus(), range(40))
    crawl(corpus(), range(40), tmp_path / "later.jsonl")
    assert ids(tmp_path / "later.jsonl") == NAMES


def test_an_older_record_that_is_no_text_any_more_is_not_written(
    corpus: Opener, tmp_path: Path
) -> None:
    session = corpus()
    crawl(session, range(3))
    with closing(sqlite3.connect(session.home / "ledger.sqlite")) as db, db:
        db.execute("UPDATE articles SET sum = NULL, line = CAST(x'7be5' AS TEXT) WHERE seq = 2")
    with pytest.raises(StorageError, match="a record in the ledger is damaged"):
        crawl(corpus(), range(3), tmp_path / "later.jsonl")


def test_a_longer_file_is_cut_back_wherever_it_ends(corpus: Opener) -> None:
    session = corpus()
    crawl(session, range(3))
    whole = out(session).read_bytes()
    tail = whole.splitlines(keepends=True)[-1]
    for size in {1, *range(2, len(tail), 37), len(tail)}:
        out(session).write_bytes(whole + tail[:size])
        crawl(corpus(), range(3))
        assert out(session).read_bytes() == whole


def test_an_end_that_a_power_cut_left_unwritten_is_cut_off(corpus: Opener) -> None:
    session = corpus()
    crawl(session, range(3))
    whole = out(session).read_bytes()
    out(session).write_bytes(whole + bytes(4096) + b'"}\n' + whole.splitlines(keepends=True)[0])
    crawl(corpus(), range(3))
    assert out(session).read_bytes() == whole


def test_a_first_batch_that_a_power_cut_tore_is_written_anew(corpus: Opener) -> None:
    session = corpus()
    target = session.target("institute", LISTING)
    fill(session, target, range(3))
    session.flush()
    session.close()
    line = json.dumps(record(0), ensure_ascii=False).encode()
    out(session).write_bytes(bytes(5) + line[5:40] + bytes(len(line) - 60) + line[-20:])
    crawl(corpus(), range(3))
    assert ids(out(session)) == NAMES[:3]


def test_lines_that_the_ledger_does_not_know_are_not_cut_off(corpus: Opener) -> None:
    session = corpus()
    crawl(session, range(3))
    longer = out(session).read_bytes() + json.dumps({"id": "0" * 20}).encode() + b"\n"
    out(session).write_bytes(longer)
    with pytest.raises(StorageError, match="does not know"):
        crawl(corpus(), range(3))
    assert out(session).read_bytes() == longer


def test_a_note_behind_the_records_is_cut_off_and_kept_beside_them(corpus: Opener) -> None:
    session = corpus()
    crawl(session, range(3))
    whole = out(session).read_bytes()
    out(session).write_bytes(whole + b"my note\n\n")
    later = corpus()
    later.add_output(out(later), [later.target("institute", LISTING)])
    assert [one.put_aside for one in later.outputs] == [2]
    later.close()
    assert out(session).read_bytes() == whole
    assert out(session).with_name("articles.jsonl.cut").read_bytes() == b"my note\n\n"


def test_a_shorter_file_is_refused_wherever_it_ends(corpus: Opener) -> None:
    session = corpus()
    crawl(session, range(2))
    whole = out(session).read_bytes()
    for size in range(0, len(whole), 3):
        out(session).write_bytes(whole[:size])
        with pytest.raises(StorageError, match="lost data"):
            crawl(corpus(), range(2))
        assert out(session).read_bytes() == whole[:size], "a refused file is left as it is"


def test_a_file_that_is_gone_is_called_missing_and_not_made_anew(corpus: Opener) -> None:
    session = corpus()
    crawl(session, range(2))
    out(session).unlink()
    with pytest.raises(StorageError, match="is missing, "):
        crawl(corpus(), range(2))
    assert not out(session).exists()


def test_a_folder_that_is_not_there_is_named_in_plain_words(corpus: Opener, tmp_path: Path) -> None:
    path = tmp_path / "none" / "news.jsonl"
    with pytest.raises(StorageError, match="its folder does not exist"):
        crawl(corpus(), range(2), path)
    assert not path.parent.exists()


def test_a_file_of_somebody_else_is_not_touched(corpus: Opener, tmp_path: Path) -> None:
    mine = tmp_path / "mine.jsonl"
    mine.write_text("my notes\n")
    with pytest.raises(UsageError, match="another program wrote it"):
        crawl(corpus(), range(2), mine)
    assert mine.read_text() == "my notes\n"


def test_a_run_that_wrote_nothing_leaves_no_empty_file(corpus: Opener) -> None:
    session = corpus()
    session.add_output(out(session), [session.target("institute", LISTING)])
    session.close()
    assert not out(session).exists()


def test_the_folder_can_be_moved(corpus: Opener, tmp_path: Path) -> None:
    session = corpus()
    crawl(session, range(20))
    moved = session.home.rename(tmp_path / "moved")
    crawl(corpus(moved), range(40))
    assert ids(moved / "articles.jsonl") == NAMES


def test_a_device_that_is_full_ends_the_run(corpus: Opener) -> None:
    with pytest.raises(StorageError, match="No space left on device; nothing is lost: make room"):
        crawl(corpus(), range(20), Path("/dev/full"))


def test_a_ledger_that_may_not_grow_ends_the_run_with_what_to_do(corpus: Opener) -> None:
    session = corpus()
    session.ledger.db.execute("PRAGMA max_page_count = 1")
    with pytest.raises(StorageError, match="is full; nothing is lost: make room"):
        crawl(session, range(200))


def test_after_a_fault_nothing_more_is_written(corpus: Opener) -> None:
    session = corpus()
    target = session.target("institute", LISTING)
    session.add_output(out(session), [target])
    faults.install(faults.nth("half_write", 1, faults.act_named("ENOSPC")))
    with pytest.raises(StorageError):
        fill(session, target, range(40))
    faults.install(None)
    with pytest.raises(StorageError, match=f"{errno.ENOSPC}|No space"):
        session.flush()
    assert out(session).read_bytes() == b""
