"""The JSON Schema given to editors' tools says what the reader says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bantin.records import folders
from bantin.records.docs_listing import list_record_uris
from bantin.records.front_matter import split_front_matter
from bantin.records.schema import file_schemas
from jsonschema import Draft202012Validator

DOCS = Path(__file__).resolve().parents[3] / "docs"
SCHEMAS = file_schemas()


def errors_of(folder: str, values: Any) -> list[str]:
    validator = Draft202012Validator(SCHEMAS[folder])
    return [error.message for error in validator.iter_errors(values)]


@pytest.mark.parametrize("folder", folders.RECORDS)
def test_schema_is_one_and_forbids_unknown_keys_and_ours(folder: str) -> None:
    schema = SCHEMAS[folder]
    Draft202012Validator.check_schema(schema)
    assert "file" not in schema["properties"]
    assert "file" not in schema.get("required", ())
    assert schema["additionalProperties"] is False
    assert errors_of(folder, {"khoa-la": 1})


def test_source_may_name_its_file() -> None:
    """Only the record's own `file` is ours."""
    assert "file" in SCHEMAS["tin-tuc"]["$defs"]["Source"]["properties"]


@pytest.mark.parametrize("uri", list_record_uris(DOCS))
def test_every_record_of_the_project_fits_its_schema(uri: str) -> None:
    values = split_front_matter((DOCS / uri).read_text("utf-8")).values
    assert errors_of(uri.partition("/")[0], values) == []


def test_span_of_a_body_is_written_from() -> None:
    span = {"name": "A", "active": {"from": "2001-01-01", "to": "2025-06-30"}}
    assert errors_of("to-chuc", span) == []
    assert errors_of("to-chuc", {"name": "A", "active": {"from_": "2001-01-01"}})


@pytest.mark.parametrize(
    "change",
    [{"title": 5}, {"date": "5/10/2021"}, {"views": "nhiều"}, {"status": "xong"}, {"tags": "A"}],
    ids=str,
)
def test_schema_refuses_what_the_reader_refuses(change: dict[str, Any]) -> None:
    sound = {"title": "A", "date": "2021-10-05", "section": "b"}
    assert errors_of("tin-tuc", sound) == []
    assert errors_of("tin-tuc", sound | change)
