"""No statement of a run reads a whole table: what a run costs does not grow with the archive."""

from __future__ import annotations

import re

from newscrawl.items import Outcome
from newscrawl.store import Session
from tests.store.conftest import LISTING, Opener, fill, row

# These hold a line for each run, target or output.
_SMALL = {"runs", "targets", "outputs", "t", "p"}
_SCAN = re.compile(r"SCAN (\w+)")


def statements(session: Session) -> list[str]:
    """What SQLite is asked while everything that a run may do is done once."""
    found: list[str] = []
    session.ledger.db.set_trace_callback(found.append)
    target = session.target("institute", LISTING)
    fill(session, target, range(40))
    walk = session.begin_walk(target)
    seen = session.sight(target, walk, [row(n) for n in range(30, 50)])
    session.settle_rows([(one.url_id, Outcome.KNOWN, "") for one in seen if one.standing == "held"])
    fresh = seen[-1].url_id
    session.judge(fresh, "institute", "institute-x", "x", twins=True)
    session.link(fresh, "institute-1.htm")
    session.settle(fresh, Outcome.DUPLICATE)
    session.unfinished(target, limit=10, since="2020-01-01", all_tries=False)
    session.give_up("the run ended")
    session.outcomes()
    session.tallies(target)
    session.missing(target, 5)
    session.written_off(target, [Outcome.TIMEOUT, Outcome.HTTP_5XX])
    session.newest(target, 3)
    session.end_walk(target, walk, whole=True, stated=50)
    session.finish(0, "{}")
    session.ledger.db.set_trace_callback(None)
    return [one for one in dict.fromkeys(found) if not one.startswith(("--", "BEGIN", "COMMIT"))]


def test_no_statement_of_a_run_reads_a_whole_table(corpus: Opener) -> None:
    session = corpus()
    asked = statements(session)
    assert len(asked) > 20
    for statement in asked:
        plan = session.ledger.db.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
        read = {name for *_, step in plan for name in _SCAN.findall(step)}
        assert read <= _SMALL, f"{statement}\n{plan}"
