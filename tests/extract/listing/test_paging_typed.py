"""A form with a field for a page's number, where nothing tells how many pages there are."""

from __future__ import annotations

import pytest

from tests.extract.listing.pagers import URL, next_of

GO = "<input type='submit' value='Go'>"


@pytest.mark.parametrize(
    ("form", "here", "following"),
    [
        (f"<form>第<input name='page' value='1'>页{GO}</form>", "", "?page=2"),
        (f"<form><input type='hidden' name='c' value='7'><input name='p' value='1'>{GO}</form>", "", "?c=7&p=2"),
        (f"<form><input name='pn' value='0'>{GO}</form>", "", "?pn=1"),
        (f"<form><input name='page' value='2'>{GO}</form>", "?page=2", "?page=3"),
        (f"<form><input name='page' value='1'>{GO}</form>", "?page=2", "?page=3"),
        (f"<form action='./index.html'><input name='page' value='1'>{GO}</form>", "", "?page=2"),
        (f"<form action='/search'><input name='page' value='1'>{GO}</form>", "", None),
        (f"<form method='post'><input name='page' value='1'>{GO}</form>", "", None),
        (f"<form><input name='q'><input name='page' value='1'>{GO}</form>", "", None),
        (f"<form>每页<input name='pageSize' value='20'>条{GO}</form>", "", None),
        (f"<form><input name='page' value=''>{GO}</form>", "", None),
        (f"<form><input name='page' value='1'>{GO}</form>", "?col=12", None),
        (f"<form>1/1页 <input name='page' value='1'>{GO}</form>", "", None),
    ],
)  # fmt: skip
def test_the_page_behind_is_asked_for_by_its_typed_number(
    form: str, here: str, following: str | None
) -> None:
    """It was told in every run as a way on that could not be followed."""
    assert next_of(form, f"{URL}{here}") == (following and f"{URL}{following}")
