"""Each portal system's page gives its fields and its text, and nothing of what stands around."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.importing.capture import BlockKind, Capture, FieldName
from bantin.importing.reading.formats import recognise_format
from bantin.importing.reading.html.reader import read_html

from tests.unit.importing.reading import pages_of_others, pages_of_state
from tests.unit.importing.reading.page_parts import SavedItem

PAGES = [*pages_of_state.PAGES, *pages_of_others.PAGES]
ALL = pytest.mark.parametrize("item", PAGES, ids=[item.name for item in PAGES])
ONLY = ("author", "views", "number", "issuer", "signer")


def read(item: SavedItem, folder: Path) -> Capture:
    path = folder / f"{item.name}.html"
    path.write_text(item.html, encoding="utf-8")
    [capture] = read_html(path)
    return capture


@ALL
def test_the_system_is_told(item: SavedItem, tmp_path: Path) -> None:
    assert read(item, tmp_path).system == item.system


@ALL
def test_title_and_day_are_read(item: SavedItem, tmp_path: Path) -> None:
    capture = read(item, tmp_path)
    title, day = capture.field(FieldName.TITLE), capture.field(FieldName.DATE)
    assert title is not None
    assert title.text == item.expected["title"]
    assert title.place
    assert day is not None
    assert item.expected["date"] in day.text


@ALL
@pytest.mark.parametrize("key", ONLY)
def test_other_fields_are_right_or_left_open(item: SavedItem, key: str, tmp_path: Path) -> None:
    field = read(item, tmp_path).field(FieldName(key))
    assert (field.text if field else None) == item.expected.get(key)


@ALL
def test_the_text_begins_and_ends_where_the_item_does(item: SavedItem, tmp_path: Path) -> None:
    capture = read(item, tmp_path)
    words = [
        block.text
        for block in capture.blocks
        if block.kind not in (BlockKind.PICTURE, BlockKind.CAPTION)
    ]
    if "first" in item.expected:
        assert (words[0], words[-1]) == (item.expected["first"], item.expected["last"])
    told = " ".join(words)
    for other in ("Giấy phép", "Đang xem", "Bản Phiêng Ban", "In ra", "Trang chủ", "Lưu bài"):
        assert other not in told


@ALL
def test_a_page_is_recognised_by_its_content(item: SavedItem, tmp_path: Path) -> None:
    path = tmp_path / "khong-duoi"
    path.write_text(item.html, encoding="utf-8")
    assert recognise_format(path, "khong-duoi").key == "html"


@pytest.mark.parametrize(
    "body",
    [
        "<form id='aspnetForm'><h1>Xã họp bàn việc</h1><div class='entry-content'>{}</div></form>",
        "<div class='content'><h1>Xã họp bàn việc</h1><div class='sapo'>Tin vắn</div>{}</div>",
        "<h1>Xã họp bàn việc</h1><p>Trang này nhắc tới NukeViet, Liferay và Joomla.</p>{}",
    ],
)
def test_names_that_many_systems_use_tell_no_system(body: str, tmp_path: Path) -> None:
    words = "<p>Ban Chỉ đạo xã nghe báo cáo và bàn các việc của quý sau, có đại diện dự.</p>" * 4
    page = SavedItem("chung", "", f"<html><body>{body.format(words)}</body></html>", {})
    assert read(page, tmp_path).system == ""
