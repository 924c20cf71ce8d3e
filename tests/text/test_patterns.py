"""Alternations of words, as they are written to be compiled fast."""

import re

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.text.labels import begins_label
from newscrawl.text.patterns import any_word

_WORDS = st.sets(st.text("来源作者文图/ab", min_size=1, max_size=5), min_size=1, max_size=8)


@given(words=_WORDS, text=st.text("来源作者文图/ab:", max_size=12))
def test_the_tree_of_words_finds_what_the_flat_list_finds(words: set[str], text: str) -> None:
    flat = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    for behind in ("", ":"):
        found = re.search(f"(?:{any_word(sorted(words))}){behind}", text)
        expected = re.search(f"(?:{flat}){behind}", text)
        assert (found and found.span()) == (expected and expected.span())


def test_what_may_stand_between_the_characters_is_taken_along() -> None:
    pattern = re.compile(any_word(("来源", "来稿"), " ?"))
    assert pattern.fullmatch("来 源")
    assert pattern.fullmatch("来稿")
    assert not pattern.fullmatch("来  源")


def test_a_label_begins_only_with_a_colon_behind_it() -> None:
    assert begins_label("某院 作 者：张三", 3)
    assert not begins_label("某院 作者张三", 3)
    assert not begins_label("发布时间 2023-02-13", 0)
