"""Tasks and readings as lines of JSON, between a crawl and its workers.

Readings are built from the types of the fields alone, so no data is ever executed.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Build = Callable[[Any], Any]


def encode(value: Any) -> bytes:
    """A dataclass as one line of ASCII, with its end."""
    return json.dumps(value, default=_plain).encode("ascii") + b"\n"


def decode(kind: type[T], line: bytes) -> T:
    """The `kind` that `encode` was given; ValueError for any other line."""
    try:
        return cast("T", _builder(cast("Any", kind))(json.loads(line)))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"a line that holds no {kind.__name__}") from error


def _plain(value: Any) -> Any:
    """The JSON form of a value that `json` does not know."""
    if is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"no line can hold {type(value).__name__}")


@cache
def _builder(kind: Any) -> _Build:
    """A function that builds a `kind` from parsed JSON."""
    if is_dataclass(kind):
        make = cast("Callable[..., Any]", kind)
        parts = {name: _builder(hint) for name, hint in get_type_hints(kind).items()}
        return lambda told: make(**{name: part(told[name]) for name, part in parts.items()})
    arguments = get_args(kind)
    if NoneType in arguments:
        (one,) = (_builder(argument) for argument in arguments if argument is not NoneType)
        return lambda told: None if told is None else one(told)
    if get_origin(kind) is tuple:
        one = _builder(arguments[0])  # all are tuple[X, ...]
        return lambda told: tuple(map(one, told))
    if get_origin(kind) is Mapping:
        one = _builder(arguments[1])
        return lambda told: {name: one(value) for name, value in told.items()}
    return _scalar(kind)


def _scalar(kind: Any) -> _Build:
    if kind is bytes:
        return b64decode
    if kind in {date, datetime}:
        return cast("_Build", kind.fromisoformat)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return lambda told: told
