"""What an import can clash with is looked up in docs/ as it stands."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.plan import plan_record
from bantin.importing.proposal import Context
from bantin.importing.site_index import SiteIndex, refuse_place
from bantin.importing.write import write_records
from bantin.records.models import Document
from bantin.records.reader import read_record
from bantin.records.registry import Registry

from tests.unit.importing.samples import NEWS, NOTICE, capture_of

PARTS = ["", "hàng 12", "bài 55", "'lạ': #1", "yes", "12", "- a", "trang tính “Tin”, hàng 3"]


@pytest.mark.parametrize("part", PARTS)
def test_a_capture_is_known_by_its_file_and_its_part(tmp_path: Path, part: str) -> None:
    capture = dataclasses.replace(capture_of(NEWS), part=part)
    planned = plan_record(capture, Context(Registry()), Path("a"))
    write_records([planned], tmp_path)
    index = SiteIndex(tmp_path)
    assert index.place_of_capture(capture.sha256, part) == planned.target
    assert index.place_of_capture(capture.sha256, f"{part}0") is None
    assert index.place_of_capture("0" * 64, part) is None
    read = read_record(tmp_path, planned.target)
    assert read.source.part == (part or None)  # type: ignore[union-attr]


def test_a_number_is_taken_by_docs_and_by_what_came_since(tmp_path: Path) -> None:
    context = Context(Registry())
    first = plan_record(capture_of(NOTICE), context, Path("a"))
    write_records([first], tmp_path)
    same = plan_record(capture_of(NOTICE.replace("xin báo", "báo")), context, Path("b"))
    later = plan_record(capture_of(NOTICE.replace("năm 2015", "năm 2016")), context, Path("c"))
    index = SiteIndex(tmp_path)
    with pytest.raises(ImportRefusedError, match=first.target):
        index.refuse_number(same.proposal.record)
    index.refuse_number(later.proposal.record)
    index.add(later.proposal.record, "kho/c.txt")
    with pytest.raises(ImportRefusedError, match=r"kho/c\.txt"):
        index.refuse_number(later.proposal.record)
    assert isinstance(later.proposal.record, Document)


@pytest.mark.parametrize("kind", ["link", "file"])
def test_a_place_behind_a_link_or_a_file_is_refused(tmp_path: Path, kind: str) -> None:
    (tmp_path / "docs").mkdir()
    refuse_place(tmp_path / "docs", "tin-tuc/2020/05/a.md")
    if kind == "link":
        (tmp_path / "docs" / "tin-tuc").symlink_to(tmp_path, target_is_directory=True)
    else:
        (tmp_path / "docs" / "tin-tuc").write_text("")
    with pytest.raises(ImportRefusedError, match="không phải thư mục thật"):
        refuse_place(tmp_path / "docs", "tin-tuc/2020/05/a.md")
