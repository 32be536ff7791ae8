"""The whole archive as one table: CSV with a line for each article and document.

Joins the lines that the catalog keeps with the names that they refer to. Any change in the table
writes it anew, at a few microseconds a line.
"""

from __future__ import annotations

from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.export_lines import ExportReferences
from bantin.outputs.data.registry import TABLE_PATH
from bantin.outputs.output import Output
from bantin.records.kinds import kind_name
from bantin.records.registry import Registry
from bantin.rendering.renderer import Renderer
from bantin.text.cells import csv_line, text_cell

# The first five and the last seven headings belong to `bantin.catalog.export_lines`.
HEADINGS = (
    *("Địa chỉ", "Loại", "Số, ký hiệu", "Tiêu đề", "Ngày"),
    "Chuyên mục hoặc loại văn bản",
    "Cơ quan ban hành hoặc đăng tin",
    "Cơ quan liên quan",
    *("Mã cơ quan", "Người được nêu tên", "Tác giả hoặc người ký", "Tóm tắt"),
    *("Trạng thái", "Sửa lần cuối", "Mã"),
)


@dataclass(frozen=True, slots=True)
class TableView:
    """The lines of the table. Each begins with an address relative to the root."""

    lines: tuple[str, ...]


def plan_table(catalog: Catalog) -> Output:
    """Declare the table of the whole archive, by kind and address."""
    registry = catalog.registry
    # Very many lines refer to the same few bodies and sections.
    named: dict[str, str] = {}
    lines = []
    for line in catalog.export_lines():
        names = named.get(line.refers_to)
        if names is None:
            names = _names(ExportReferences.parse(line.refers_to), registry)
            named[line.refers_to] = names
        lines.append(f"{line.before},{names},{line.after}")
    return Output(TABLE_PATH, TableView(tuple(lines)), render_table)


def _names(found: ExportReferences, registry: Registry) -> str:
    bodies = registry.bodies
    label = kind_name(found.kind) if found.kind else registry.sections[found.section].name
    issuer = bodies[found.issuer].name if found.issuer else ""
    everybody = "; ".join(bodies[slug].name for slug in found.bodies)
    return csv_line(map(text_cell, (label, issuer, everybody)))


def render_table(renderer: Renderer, view: TableView) -> bytes:
    """Write the table in UTF-8 with CRLF. It begins with a BOM: spreadsheets then read UTF-8."""
    root = renderer.site.url
    lines = (csv_line(HEADINGS), *(root + line for line in view.lines), "")
    return "\r\n".join(lines).encode("utf-8-sig")
