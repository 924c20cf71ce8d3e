"""The fast profile meets what comes over the wire as the usual one does."""

from __future__ import annotations

import pytest

from tests.hostile.crawling import crawl
from tests.hostile.groups import GROUPS, PATIENT, TIMEOUT
from tests.hostile.test_hostile import MOST_MEGABYTES

pytestmark = pytest.mark.slow
# Where aiohttp is stricter than Twisted: two lengths that contradict each other, bytes behind the
# end of an answer, a head of thousands of lines, names of headers that can be none, a length beside
# any coding of the transfer. Told in the README; they end as failures.
STRICTER = {
    *("cl_and_chunked", "cl_too_short", "cookie_flood"),
    *("header_name_in_gbk", "header_name_and_blank", "te_identity"),
}


@pytest.mark.parametrize("group", ["packed", "big", "wire", "slow"])
def test_a_transfer_that_hurts_ends_as_it_must(
    tmp_path_factory: pytest.TempPathFactory, group: str
) -> None:
    home = tmp_path_factory.mktemp(group) / "corpus"
    ran = crawl(GROUPS[group], home, TIMEOUT.get(group, PATIENT), "--fast")
    wrong = {}
    for name, case in GROUPS[group].items():
        if name in STRICTER:
            assert set(ran.outcomes(name).values()) <= {"network", "new"}
            continue
        ends = {end for url, end in ran.outcomes(name).items() if "/a1.htm" in url}
        held, asked = len(ran.records(name)), sum(ran.requests(name).values())
        if not ends <= set((case.a1 or "").split("|")) or held != case.held or asked > case.most:
            wrong[name] = (ends, held, asked)
    assert not wrong
    assert "Traceback" not in ran.err + ran.log
    assert ran.megabytes < MOST_MEGABYTES
