"""Labels lie; bytes do not. One bad byte costs one character."""

from __future__ import annotations

import codecs
from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newscrawl.text.charset import decode
from newscrawl.text.charset_labels import LABELS

NEWS = "我所召开年度工作会议，全体职工参加了会议并听取报告。"


def page(text: str = NEWS, label: str | None = None, head: str = "") -> str:
    meta = f'<meta charset="{label}">' if label else ""
    return f"<html><head>{head}{meta}<title>{text}</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("codec", "label", "header", "encoding", "by", "lied"),
    [
        ("utf-8", None, None, "utf-8", "utf-8", False),
        ("utf-8", "utf-8", "text/html; charset=UTF-8", "utf-8", "utf-8", False),
        ("utf-8", "gb2312", "text/html; charset=gb2312", "utf-8", "utf-8", True),
        ("utf-8", "utf-16", None, "utf-8", "utf-8", True),
        ("utf-8", "utf8mb4", None, "utf-8", "utf-8", False),
        ("utf-8", "rot13", None, "utf-8", "utf-8", False),
        ("utf-8-sig", None, "text/html; charset=gbk", "utf-8", "bom", True),
        ("gbk", None, None, "gb18030", "fallback", False),
        ("gbk", "gb2312", None, "gb18030", "page", False),
        ("gbk", "GBK", "text/html; charset=utf-8", "gb18030", "page", True),
        ("gbk", None, "text/html; charset=gbk", "gb18030", "header", False),
        ("gbk", "utf-8", "text/html; charset=utf-8", "gb18030", "fallback", True),
        ("gbk", "gb2312", "text/html; charset=ISO-8859-1", "gb18030", "page", True),
        ("gbk", None, "text/html; charset=ISO-8859-1", "gb18030", "fallback", True),
        ("gbk", "iso-8859-1", None, "gb18030", "fallback", True),
        ("gbk", "hex", None, "gb18030", "fallback", False),
        ("gbk", "utf8mb4", None, "gb18030", "fallback", True),
        ("utf-16", None, None, "utf-16-le", "bom", False),
        ("utf-16-be", None, "text/html; charset=utf-16be", "utf-16-be", "header", False),
        ("hz", "hz-gb-2312", None, "hz-gb-2312", "page", False),
    ],
)
def test_bytes_decide_and_labels_are_heard_in_order(
    codec: str, label: str | None, header: str | None, encoding: str, by: str, lied: bool
) -> None:
    text = page(label=label)
    got = decode(text.encode(codec), header)
    assert (got.text, got.encoding, got.by) == (text, encoding, by)
    assert (bool(got.issues), got.damaged) == (lied, 0)


@pytest.mark.parametrize(
    ("text", "codec", "label", "encoding"),
    [
        ("本所召開年度工作會議，全體同仁參加。", "big5", "big5", "big5"),
        ("本所召開年度工作會議，全體同仁參加。", "big5", None, "big5"),
        ("研究所は会議を開きました。", "cp932", "Shift_JIS", "shift_jis"),
        ("研究所は会議を開きました。", "euc_jp", "EUC-JP", "euc-jp"),
        ("연구소는 회의를 열었다.", "euc_kr", "euc-kr", "euc-kr"),
        ("Институт провёл собрание.", "cp1251", "windows-1251", "windows-1251"),
        ("Институт провёл собрание.", "koi8-r", "koi8-r", "koi8-r"),
        ("Instytut odbył zebranie, źródło", "iso8859-2", "iso-8859-2", "iso-8859-2"),
        ("L’institut a tenu sa réunion à l’été", "cp1252", "iso-8859-1", "windows-1252"),
        ("Die Sitzung für März, größer", "cp1252", None, "windows-1252"),
        ("㐂和𠮷", "gb18030", "gb2312", "gb18030"),
        ("朱镕基", "gb18030", "gb2312", "gb18030"),
    ],
)
def test_other_encodings_are_read(text: str, codec: str, label: str | None, encoding: str) -> None:
    whole = page(text, label)
    got = decode(whole.encode(codec))
    assert (got.text, got.encoding, got.damaged) == (whole, encoding, 0)


def test_label_behind_a_long_comment_is_found() -> None:
    text = page("본 연구소는 회의를 열었다", "euc-kr", head=f"<!--{'x' * 200_000}-->")
    assert decode(text.encode("euc_kr")).text == text


def test_label_in_a_comment_is_none() -> None:
    text = page(head='<!-- <meta charset="big5"> -->', label="gbk")
    got = decode(text.encode("gbk"))
    assert (got.text, got.encoding, got.by) == (text, "gb18030", "page")


@pytest.mark.parametrize("codec", ["utf-8", "gbk"])
@pytest.mark.parametrize("label", [None, "gb2312", "utf-8"])
def test_one_bad_byte_costs_one_character(codec: str, label: str | None) -> None:
    text = page(label=label)
    body = text.encode(codec)
    at = body.index("工作".encode(codec))
    width = len("工".encode(codec))
    cut = body[: at + width - 1] + body[at + width :]
    got = decode(cut)
    assert set(got.text) - set(text) == {"\ufffd"}
    assert 1 <= got.damaged <= 2
    assert len(got.text) == len(text)


def test_gbk_with_a_byte_of_rubbish_keeps_the_rest() -> None:
    text = page(label="gbk")
    body = bytearray(text.encode("gbk"))
    body[body.index("工作".encode("gbk"))] = 0xFF
    got = decode(bytes(body))
    assert got.encoding == "gb18030"
    assert got.text.replace("\ufffd", "").startswith(text[: text.index("工作")])
    assert "作会议，全体职工参加" in got.text


def test_utf8_page_keeps_the_rest_beside_a_gbk_include() -> None:
    start, end = page(label="utf-8"), "页脚"
    got = decode(start.encode() + "版权所有".encode("gbk") + end.encode(), "text/html")
    assert got.encoding == "utf-8"
    assert got.text.startswith(start)
    assert got.text.endswith(end)
    assert got.damaged > 0
    assert got.issues


def test_utf8_cut_in_a_character_stays_utf8() -> None:
    got = decode(page().encode() + "会".encode()[:2])
    assert (got.encoding, got.damaged) == ("utf-8", 1)


def test_replacement_character_of_the_page_is_no_damage() -> None:
    assert decode("坏\ufffd字".encode()).damaged == 0


def test_ascii_page_makes_no_label_a_liar() -> None:
    assert not decode(page("plain", "gb2312").encode()).issues


def test_every_label_names_a_text_codec_that_python_has() -> None:
    for encoding in LABELS.values():
        assert codecs.lookup(encoding.codec)._is_text_encoding


@given(st.binary(max_size=200), st.sampled_from([None, *LABELS, "rot13", "\x00utf-8", "x"]))
@settings(max_examples=200)
def test_any_bytes_with_any_label_become_text(body: bytes, label: str | None) -> None:
    header = f"text/html; charset={label}" if label else None
    got = decode(body, header)
    assert got.damaged <= got.text.count("\ufffd")


PIECES = st.lists(
    st.one_of(
        st.binary(max_size=12),
        st.text("国际會議abc…éя日本", max_size=8).map(lambda text: text.encode("utf-8")),
        st.text("国际会议abc", max_size=8).map(lambda text: text.encode("gb18030")),
        st.sampled_from([b"\xff\xfe", b"\x1b$B"]),
    ),
    max_size=12,
).map(b"".join)


@given(st.sampled_from([b"", b"<meta charset=gbk>"]), PIECES, st.sampled_from([None, *LABELS]))
@settings(max_examples=300)
def test_no_more_is_read_than_the_bytes_say(head: bytes, tail: bytes, label: str | None) -> None:
    """A character takes a byte at least, and a letter or a figure of ASCII that of its own."""
    body = head + tail
    text = decode(body, f"text/html; charset={label}" if label else None).text
    assert len(text) <= len(body)
    plain = Counter(one for one in text.encode("ascii", "ignore") if chr(one).isalnum())
    assert plain <= Counter(body), plain - Counter(body)


@given(PIECES, st.sampled_from([None, *LABELS]))
@settings(max_examples=300)
def test_what_was_read_is_read_the_same_again(body: bytes, label: str | None) -> None:
    text = decode(body, f"text/html; charset={label}" if label else None).text
    assume(not text.startswith("\ufeff"))
    again = decode(text.encode("utf-8", "surrogatepass"), "text/html; charset=utf-8")
    assert again.text == text


@given(st.text(max_size=200))
@settings(max_examples=150)
def test_valid_utf8_comes_back_unchanged(text: str) -> None:
    assume(not text.startswith("\ufeff"))
    body = text.encode("utf-8", "ignore")
    assume(not body.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)))
    assert decode(body).text == body.decode()


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=8, max_size=80))
@settings(max_examples=150)
def test_gb18030_comes_back_under_its_label(text: str) -> None:
    whole = page(text, "gb2312")
    assert decode(whole.encode("gb18030")).text == whole
