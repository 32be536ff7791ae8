"""What lies in the site: the same whoever lists it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from bantin.building import folder_listing
from bantin.building.folder_listing import MANY_FILES, SiteScan, list_files, scan, scan_site

NAMES = ["a/index.html", "b c/d.xml", "tin/Ảnh đẹp số 1.png", "tin/hai\ndòng.txt", "x/.an"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "trang có dấu"
    for size, name in enumerate(NAMES):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * size)
    for name in ("rỗng/sâu", ".well-known", ".ẩn/trong"):
        (folder / name).mkdir(parents=True)
    (folder / ".htaccess").write_text("x", "utf-8")
    return folder


FILES = {name: size for size, name in enumerate(NAMES)}
SITE = {**FILES, "rỗng/sâu/": 0}


def test_files_come_with_their_sizes_and_empty_folders_with_a_slash(site: Path) -> None:
    assert list_files(site) == {**FILES, ".htaccess": 1}
    assert scan(site) == {**SITE, ".htaccess": 1, ".well-known/": 0, ".ẩn/trong/": 0}
    assert scan_site(site) == SITE


def test_no_folder_and_an_empty_one_hold_nothing(tmp_path: Path) -> None:
    assert scan_site(tmp_path / "không có") == list_files(tmp_path / "không có") == {}
    assert scan_site(tmp_path) == {}


@pytest.mark.parametrize("expected", [0, MANY_FILES])
def test_process_tells_what_is_found_here(site: Path, expected: int) -> None:
    found = SiteScan(site, expected=expected)
    assert (found._process is not None) == (expected == MANY_FILES)
    assert found.result() == SITE
    found.close()


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_process_tells_names_that_are_no_text(site: Path) -> None:
    (site / os.fsdecode(b"b\xff.html")).write_bytes(b"123")
    assert SiteScan(site, expected=MANY_FILES).result() == scan_site(site) != SITE


def test_folder_that_is_not_there_is_listed_without_a_process(tmp_path: Path) -> None:
    found = SiteScan(tmp_path / "không có", expected=MANY_FILES)
    assert found.result() == {}
    found.close()


def test_process_that_fails_is_made_up_for(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(folder_listing, "__name__", "bantin.khong_co")
        found = SiteScan(site, expected=MANY_FILES)
    assert found.result() == SITE


def test_listing_given_up_leaves_no_process(site: Path) -> None:
    found = SiteScan(site, expected=MANY_FILES)
    process = found._process
    assert process is not None
    found.close()
    found.close()
    assert process.poll() is not None
