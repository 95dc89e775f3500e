"""Checks a record against ``record.schema.json``, with the part of JSON Schema that this file uses.

So that ``verify`` needs no further package. The tests hold it against a complete validator.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (Mapping,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
}


@cache
def load() -> Mapping[str, Any]:
    """The schema of records, as parsed JSON."""
    text = resources.files("cleaner.output").joinpath("record.schema.json").read_text(encoding="utf-8")
    schema: Mapping[str, Any] = json.loads(text)
    return schema


def check(record: Any) -> Iterator[str]:
    """What is wrong with the form of a record, each with the place where it is; nothing if all is well."""
    return _faults(record, load(), "record")


def _faults(value: Any, schema: Mapping[str, Any], place: str) -> Iterator[str]:
    if reference := schema.get("$ref"):
        yield from _faults(value, load()["$defs"][reference.removeprefix("#/$defs/")], place)
    types = schema.get("type", ())
    if types and not any(_is(value, each) for each in ([types] if isinstance(types, str) else types)):
        yield f"{place}: not of type {types}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{place}: not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: not one of {schema['enum']}"
    if "not" in schema and not any(_faults(value, schema["not"], place)):
        yield f"{place}: must not be {schema['not']['type']}"
    if isinstance(value, Mapping):
        yield from _object_faults(value, schema, place)
    elif isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield f"{place}: has {len(value)} members"
        if items := schema.get("items"):
            for index, each in enumerate(value):
                yield from _faults(each, items, f"{place}[{index}]")
    elif isinstance(value, str):
        if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
            yield f"{place}: has {len(value)} characters"
        if "pattern" in schema and not re.search(schema["pattern"], value):
            yield f"{place}: does not match {schema['pattern']}"
    elif isinstance(value, int | float) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{place}: {value} is out of bounds"
    for part in schema.get("allOf", ()):
        branch = "else" if any(_faults(value, part["if"], place)) else "then"
        yield from _faults(value, part.get(branch, {}), place)


def _object_faults(value: Mapping[str, Any], schema: Mapping[str, Any], place: str) -> Iterator[str]:
    properties = schema.get("properties", {})
    others = schema.get("additionalProperties", True)
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{place}: has no {name!r}"
    for name, each in value.items():
        if name in properties:
            yield from _faults(each, properties[name], f"{place}.{name}")
        elif others is False:
            yield f"{place}: has an unknown {name!r}"
        elif others is not True:
            yield from _faults(each, others, f"{place}.{name}")


def _is(value: Any, type_name: str) -> bool:
    return isinstance(value, _TYPES[type_name]) and not isinstance(value, bool)
