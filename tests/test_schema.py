"""The schema file is the contract of a record; the dataclasses must not drift away from it."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl import items
from newscrawl.items import Article, article_id, content_sha256, to_json, to_line

SCHEMA = json.loads(
    (Path(items.__file__).parent / "article.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PARTS = {
    "credits": items.Credit,
    "blocks": items.Block,
    "images": items.Image,
    "attachments": items.Attachment,
    "revision": items.Revision,
    "listing": items.ListingRef,
    "fetch": items.Fetch,
    "policy": items.Policy,
    "issues": items.Issue,
    "extractor": items.Extractor,
}


def smallest() -> Article:
    return Article(
        id=article_id("demo", "1"),
        site="demo",
        url="http://127.0.0.1/1",
        url_canonical="http://127.0.0.1/1",
        content_sha256=content_sha256(None, (), None, None, ""),
    )


def full() -> Article:
    return dataclasses.replace(
        smallest(),
        credits=(items.Credit(role="author", name="范砚秋"),),
        blocks=(items.Block(type="table", text="1\t2", rows=(("1", "2"),)),),
        images=(items.Image(url="http://127.0.0.1/1.jpg"),),
        attachments=(items.Attachment(url="http://127.0.0.1/1.pdf"),),
        revision=items.Revision(n=1, status="live"),
        listing=items.ListingRef(url="http://127.0.0.1/"),
        provenance={"title": items.Provenance(status="absent")},
        issues=(items.Issue(code="no_title", field="title"),),
    )


def part_schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = SCHEMA["properties"][name]
    items_schema: dict[str, Any] = found.get("items", found)
    return items_schema


def test_the_schema_is_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_record_has_exactly_the_schemas_keys_in_its_order() -> None:
    assert [field.name for field in dataclasses.fields(Article)] == list(SCHEMA["properties"])
    assert SCHEMA["required"] == list(SCHEMA["properties"])
    assert SCHEMA["additionalProperties"] is False


@pytest.mark.parametrize("name", PARTS)
def test_every_part_has_exactly_the_schemas_keys(name: str) -> None:
    names = {field.name for field in dataclasses.fields(PARTS[name])}
    schema = part_schema(name)
    assert set(schema["properties"]) == names == set(schema["required"])
    assert schema["additionalProperties"] is False


def test_provenance_knows_every_field_and_status() -> None:
    schema = SCHEMA["properties"]["provenance"]
    assert schema["propertyNames"]["enum"] == list(SCHEMA["properties"])
    statuses = schema["additionalProperties"]["properties"]["status"]["enum"]
    assert tuple(statuses) == get_args(items.Status)


def test_closed_lists_of_the_types_are_those_of_the_schema() -> None:
    assert part_schema("credits")["properties"]["role"]["enum"] == list(get_args(items.Role))
    assert part_schema("blocks")["properties"]["type"]["enum"] == list(get_args(items.BlockType))
    revision = get_type_hints(items.Revision)["status"]
    assert part_schema("revision")["properties"]["status"]["enum"] == list(get_args(revision))


@pytest.mark.parametrize("article", [smallest(), full()], ids=["smallest", "full"])
def test_a_record_written_is_a_record_that_validates(article: Article) -> None:
    VALIDATOR.validate(json.loads(to_json(article)))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("unknown", 1),
        ("schema", "newscrawl/article/2"),
        ("id", "xyz"),
        ("date_published", "2023-02-30 late"),
        ("authors", [""]),
        ("title", ""),
        ("provenance", {"titel": {"status": "ok", "rule": None, "raw": None}}),
    ],
)
def test_what_breaks_the_contract_is_refused(key: str, value: Any) -> None:
    record = json.loads(to_json(smallest())) | {key: value}
    assert not VALIDATOR.is_valid(record)


def test_what_utf8_cannot_hold_becomes_the_replacement_character() -> None:
    line = to_json(dataclasses.replace(smallest(), title="头\ud800尾\u2028\u0085"))
    assert json.loads(line.encode())["title"] == "头\ufffd尾\u2028\u0085"
    assert len(line.splitlines()) == 1


def test_a_part_of_one_field_alone_is_written_as_any_other() -> None:
    one = dataclasses.make_dataclass("One", ["word"])
    none = dataclasses.make_dataclass("None_", [])
    told = to_line({"one": one(word="一"), "none": none()})
    assert told.decode() == '{"one": {"word": "一"}, "none": {}}'


_PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(0, 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(_PLAIN)
def test_a_line_is_what_json_writes_with_the_other_line_ends_escaped(record: Any) -> None:
    written = json.dumps(record, ensure_ascii=False)
    for end in "\x85\u2028\u2029":
        written = written.replace(end, f"\\u{ord(end):04x}")
    assert to_line(record).decode() == written
