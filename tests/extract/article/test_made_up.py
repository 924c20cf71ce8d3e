"""Made-up pages of every container, length and surrounding are read to the letter, with no rules."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from newscrawl.items import Outcome
from tests.extract.article.made_up import CONTAINERS, LENGTHS, make
from tests.extract.article.pages import URL, read, reading

SEEDS = range(3)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("container", CONTAINERS)
def test_the_text_and_nothing_else_is_the_body(container: str, length: str) -> None:
    for seed in SEEDS:
        page = make(seed, length, container)
        article = read(page.html)
        assert (article.title, article.body) == (page.title, page.body), (seed, page.recipe)


@pytest.mark.parametrize("container", CONTAINERS)
def test_a_post_that_is_a_picture_is_kept_as_one(container: str) -> None:
    found = reading(make(1, "a picture", container).html)
    assert found.keep
    assert [image.url for image in found.article.images] == [urljoin(URL, "/upload/1.jpg")]


@pytest.mark.parametrize("container", CONTAINERS)
def test_a_post_without_a_text_says_so(container: str) -> None:
    found = reading(make(2, "nothing", container).html)
    assert found.outcome is Outcome.EMPTY_BODY
    assert found.article.provenance["body"].status == "empty"
