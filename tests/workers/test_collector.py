from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from newscrawl.workers import calm


@pytest.fixture
def _collector() -> Iterator[None]:
    """Whatever a test does to the collector is undone: it is the whole process's."""
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)
    gc.enable()


@pytest.mark.usefixtures("_collector")
def test_a_crawl_looks_for_garbage_though_loading_it_does_not() -> None:
    """`newscrawl crawl` turns the collector off while it loads: left so, a crawl would grow."""
    gc.disable()
    calm()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


@pytest.mark.usefixtures("_collector")
def test_the_collector_waits_for_the_objects_of_many_pages_and_not_for_ever() -> None:
    """After 50,000 objects it was a fiftieth of a crawl's CPU; never, cycles would pile up."""
    calm()
    assert 50_000 < gc.get_threshold()[0] <= 150_000
    assert all(gc.get_threshold()[1:])
