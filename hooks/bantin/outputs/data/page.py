"""The page about the data, and the data's schema. Both are the same for every archive."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bantin.outputs.cards import HOME
from bantin.outputs.data.months import DATA_URL, SCHEMA_PATH
from bantin.outputs.data.record_schemas import SchemaView, render_schema
from bantin.outputs.data.schema import data_schema
from bantin.outputs.output import Output
from bantin.rendering.frame import PageFrame
from bantin.rendering.renderer import Renderer

PAGE_URL = DATA_URL
FRAME = PageFrame(
    PAGE_URL,
    "Dữ liệu mở",
    "Toàn bộ tin tức và văn bản ở dạng máy đọc được: JSON, CSV, nguồn tin, sơ đồ trang.",
    "",
    (HOME,),
)


def plan_data_page() -> Iterator[Output]:
    """Declare the page and the schema."""
    yield Output(FRAME.output_path, FRAME, render_page, FRAME.chrome_key)
    text = json.dumps(data_schema(), ensure_ascii=False, indent=2) + "\n"
    yield Output(SCHEMA_PATH, SchemaView(SCHEMA_PATH, text), render_schema)


def render_page(renderer: Renderer, frame: PageFrame) -> bytes:
    """Render the page."""
    return renderer.page(frame, "data.html", None)
