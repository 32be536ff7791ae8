"""JSON Schema of each kind of record, for editors' tools. Derived, never written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from bantin.records.models import RECORD_TYPES


@cache
def record_schemas() -> Mapping[str, Mapping[str, Any]]:
    """Return folder → JSON Schema (2020-12) of the front matter of its records.

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
