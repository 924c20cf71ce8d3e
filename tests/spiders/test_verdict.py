"""What a response's status and first bytes say of how it ended."""

from __future__ import annotations

from newscrawl.items import Outcome
from newscrawl.spiders.verdict import judge_response

JSON = {"content-type": "application/json"}
BEHIND = b'{"code":"rest_post_invalid_page_number","message":"...","data":{"status":400}}'


def test_the_page_after_the_last_of_wordpress_is_the_end_of_the_list() -> None:
    found = judge_response(400, JSON, BEHIND, listing=True)
    assert found is not None
    assert found[0] is Outcome.GONE


def test_any_other_400_is_an_error() -> None:
    found = judge_response(400, JSON, b'{"code":"rest_invalid_param"}', listing=True)
    assert found is not None
    assert found[0] is Outcome.HTTP_4XX
