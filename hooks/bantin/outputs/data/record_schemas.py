"""The JSON Schema of each kind of record. Editors' tools check front matter with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from bantin.outputs.output import Output
from bantin.records import folders
from bantin.records.schema import file_schemas
from bantin.rendering.renderer import Renderer


@dataclass(frozen=True, slots=True)
class SchemaView:
    """The path and the text of a schema."""

    path: str
    text: str


def plan_schemas() -> Iterator[Output]:
    """Declare `schema/<folder>.json` for each kind of record."""
    for folder, schema in file_schemas().items():
        view = SchemaView(
            f"{folders.SCHEMAS}/{folder}.json",
            json.dumps(schema, ensure_ascii=False, indent=2) + "\n",
        )
        yield Output(view.path, view, render_schema)


def render_schema(_: Renderer, view: SchemaView) -> bytes:
    """Return the file of one schema."""
    return view.text.encode()
