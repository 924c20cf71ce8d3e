"""What becomes of held records: without this a site's slip would mark a whole corpus."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from newscrawl.items import Held, Outcome
from newscrawl.store import Record, Session, Target
from tests.store.conftest import LISTING, Opener, fill, record, row

OTHER = "https://institute.example/notices/"


def walked(session: Session, numbers: range, url: str = LISTING) -> Target:
    """A whole walk that showed these rows, compared with what is held."""
    target = session.target("institute", url)
    walk = session.begin_walk(target)
    seen = session.sight(target, walk, [row(n) for n in numbers])
    session.settle_rows([(one.url_id, Outcome.KNOWN, "") for one in seen if not one.decided])
    session.end_walk(target, walk, whole=True, stated=None)
    session.compare(target, walk)
    return target


def test_a_list_that_lost_half_of_its_rows_at_once_is_believed_the_second_time(
    corpus: Opener,
) -> None:
    session = corpus()
    fill(session, session.target("institute", LISTING), range(60))
    walked(session, range(10))
    assert session.revisions["unlisted"] == 0
    walked(session, range(10))
    assert session.revisions["unlisted"] == 50


def test_a_record_that_another_list_shows_is_listed(corpus: Opener) -> None:
    session = corpus()
    fill(session, session.target("institute", LISTING), range(10))
    walked(session, range(2), OTHER)
    walked(session, range(3, 10))
    assert session.revisions["unlisted"] == 1, "of the three that are missing two are in the other"


def test_each_change_of_state_is_one_more_line_of_the_same_record(corpus: Opener) -> None:
    session = corpus()
    out = session.home / "articles.jsonl"
    target = session.target("institute", LISTING)
    session.add_output(out, [target])
    fill(session, target, range(3))
    walked(session, range(2))
    walked(session, range(3))
    session.finish(0, "{}")
    lines = [json.loads(line) for line in out.read_bytes().splitlines()]
    told = [(one["id"], one["revision"]["n"], one["revision"]["status"]) for one in lines[2:]]
    name = lines[2]["id"]
    assert told == [(name, 1, "live"), (name, 2, "unlisted"), (name, 3, "restored")]


def test_what_is_held_stays_held_however_a_later_look_ends(corpus: Opener) -> None:
    first = corpus()
    target = first.target("institute", LISTING)
    fill(first, target, range(4))
    first.finish(0, "{}")
    first.close()
    second = corpus()
    ends = (Outcome.GONE, Outcome.SOFT_404, Outcome.TIMEOUT, Outcome.NOT_ARTICLE)
    for one, outcome in zip(second.due(target, limit=9, since=None), ends, strict=True):
        second.settle(one.url_id, outcome)
    assert second.tallies(target) == {"held": 4}
    assert second.revisions == {"gone": 2}
    assert second.unfinished(target, limit=9, since=None, all_tries=True) == []


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ("样机通过验收", "（更正）样机通过验收", "（更正）样机通过验收"),
        ("样机通过验收", "样机通过…", "样机通过验收"),  # another list cuts it
        ("样机通过…", "样机未通…", "样机未通…"),
        ("样机通过验收", "", "样机通过验收"),
    ],
)
def test_an_article_is_looked_at_again_by_what_its_row_says_today(
    corpus: Opener, before: str, now: str, told: str
) -> None:
    for title, outcome in ((before, Outcome.NEW), (now, Outcome.KNOWN)):
        session = corpus()
        target = session.target("institute", LISTING)
        said = replace(row(0), listed=replace(row(0).listed, title=title))
        (one,) = session.sight(target, session.begin_walk(target), [said])
        session.settle(one.url_id, outcome)
        if outcome is Outcome.NEW:
            session.finish(0, "{}")
            session.close()
    (due,) = session.due(target, limit=9, since=None)
    assert due.listed.title == told


@pytest.mark.parametrize(
    ("rule", "shown", "own"), [("line", 1, True), ("line", 2, False), ("listing", 1, False)]
)
def test_a_page_that_said_its_title_is_believed_before_a_row_of_another_day(
    corpus: Opener, rule: str, shown: int, own: bool
) -> None:
    session = corpus()
    target = session.target("institute", LISTING)
    seen = session.sight(target, session.begin_walk(target), [row(0), row(1)])
    told = record(1) | {"provenance": {"title": {"rule": rule}}}
    line = json.dumps(told).encode()
    session.keep(seen[1].url_id, Record(told["id"], "institute", told["content_sha256"], line))
    session.sight(target, session.begin_walk(target), [row(n) for n in range(shown)])
    assert session.held(seen[1].url_id) == Held(told["content_sha256"], own)
    assert session.held(seen[0].url_id) is None


def test_articles_are_looked_at_again_in_turn(corpus: Opener) -> None:
    first = corpus()
    target = first.target("institute", LISTING)
    fill(first, target, range(4))
    first.ledger.db.execute("UPDATE urls SET tried = printf('2026-01-0%d', 5 - id)")
    first.finish(0, "{}")
    first.close()
    second = corpus()
    turn = [second.due(target, limit=2, since=None) for _ in range(3)]
    assert [[one.listed.position for one in some] for some in turn] == [[3, 2], [1, 0], []]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE listed SET last = 88 WHERE url = 2",
        "UPDATE targets SET walks = 0",
        "UPDATE targets SET walks = 0; UPDATE listed SET last = 88 WHERE url = 2",
    ],
)
def test_a_count_of_walks_that_rotted_takes_no_record_off_its_list(
    corpus: Opener, damage: str
) -> None:
    """Else a walk that shows the row is taken for an older one: the record is written again."""
    session = corpus()
    fill(session, session.target("institute", LISTING), range(3))
    walked(session, range(3))
    session.flush()
    session.ledger.db.executescript(damage)
    target = session.target("institute", LISTING)
    walk = session.begin_walk(target)
    seen = session.sight(target, walk, [row(n) for n in range(3)])
    assert not any(one.seen for one in seen)
    session.compare(target, walk)
    assert session.revisions["unlisted"] == 0


def moved(corpus: Opener, *, gone_first: bool = False) -> tuple[Session, Target]:
    """Record 1 stands at address 2 as well, and address 1 is gone."""
    first = corpus()
    fill(first, first.target("institute", LISTING), range(1, 2))
    first.finish(0, "{}")
    first.close()
    session = corpus()
    target = session.target("institute", LISTING)
    (new,) = session.sight(target, session.begin_walk(target), [row(2)])
    (old,) = session.due(target, limit=9, since=None)
    if gone_first:
        session.settle(old.url_id, Outcome.GONE)
    session.link(new.url_id, record(1)["id"])
    session.settle(new.url_id, Outcome.DUPLICATE)
    if not gone_first:
        session.settle(old.url_id, Outcome.GONE)
    return session, target


def test_a_record_that_moved_to_another_address_is_not_gone(corpus: Opener) -> None:
    session, _ = moved(corpus)
    assert +session.revisions == {}


def test_a_record_that_was_gone_and_stands_elsewhere_is_back(corpus: Opener) -> None:
    session, _ = moved(corpus, gone_first=True)
    assert +session.revisions == {"gone": 1, "restored": 1}


def test_a_record_is_gone_once_its_last_address_is(corpus: Opener) -> None:
    first, target = moved(corpus)
    first.finish(0, "{}")
    first.close()
    second = corpus()
    (other,) = second.unfinished(target, limit=9, since=None, all_tries=False)
    assert other.url == row(2).url, "it is looked at, since the first address is gone"
    second.settle(other.url_id, Outcome.GONE)
    (own,) = second.due(target, limit=9, since=None)
    second.settle(own.url_id, Outcome.GONE)
    assert +second.revisions == {"gone": 1}


def test_a_text_that_is_edited_at_its_new_address_stays_one_record(corpus: Opener) -> None:
    first, target = moved(corpus)
    first.finish(0, "{}")
    first.close()
    second = corpus()
    (other,) = second.unfinished(target, limit=9, since=None, all_tries=False)
    told = record(2, body="改过的正文。")
    content = told["content_sha256"]
    judged = second.judge(other.url_id, "institute", told["id"], content, twins=True)
    assert (judged.outcome, judged.n, judged.status) == (Outcome.EDITED, 2, "edited")
    assert judged.of is not None
    assert judged.of == record(1)["id"]
    line = json.dumps({**told, "id": judged.of, "revision": {"n": 2}}, ensure_ascii=False).encode()
    second.keep(other.url_id, Record(judged.of, "institute", content, line, judged.n, "edited"))
    second.settle(other.url_id, judged.outcome)
    second.finish(0, "{}")
    assert second.tallies(target) == {"held": 1, "duplicate": 1}
    second.close()
    third = corpus()
    again = third.judge(other.url_id, "institute", told["id"], content, twins=True)
    assert (again.outcome, again.status) == (Outcome.UNCHANGED, None), "no line at each look"
    assert [one.url for one in third.due(target, limit=9, since=None)] == [row(2).url]
