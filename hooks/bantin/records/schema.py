"""JSON Schema of each kind of record, for editors' tools. Derived, never written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from bantin.records.models import RECORD_TYPES, Record
from bantin.records.unfinished import required_keys

_EMPTY = {"enum": [None, ""]}


@cache
def record_schemas() -> Mapping[str, Mapping[str, Any]]:
    """Return folder → JSON Schema (2020-12) of the front matter of its whole records.

    Derived once in a process: a preview builds again and again.
    """
    schemas = {}
    for record_type in RECORD_TYPES:
        schema = record_type.model_json_schema(by_alias=True)
        schema.pop("description", None)
        schemas[record_type.folder] = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **schema,
        }
    return schemas


@cache
def file_schemas() -> Mapping[str, Mapping[str, Any]]:
    """Return folder → JSON Schema of what a file may hold: a whole record or an unfinished draft.

    A draft may lack required keys, or have them empty.
    """
    return {
        record_type.folder: _allow_drafts(record_schemas()[record_type.folder], record_type)
        for record_type in RECORD_TYPES
    }


def _allow_drafts(schema: Mapping[str, Any], record_type: type[Record]) -> Mapping[str, Any]:
    keys = required_keys(record_type)
    if not keys:
        return schema
    properties = dict(schema["properties"])
    for key in keys:
        told = {"description": properties[key]["description"]}
        properties[key] = {**told, "anyOf": [properties[key], _EMPTY]}
    rest = {key: value for key, value in schema.items() if key != "required"}
    return {
        **rest,
        "properties": properties,
        "if": {"properties": {"status": {"const": "draft"}}, "required": ["status"]},
        "else": {
            "required": schema["required"],
            "properties": {key: {"not": _EMPTY} for key in keys},
        },
    }
