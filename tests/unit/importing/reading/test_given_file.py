"""Every reader refuses alike what cannot be opened, is too large, or has a name no record keeps."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.reading.formats import FORMATS, read_rows
from bantin.importing.reading.given_file import read_bytes

READ = sorted(key for key, one in FORMATS.items() if one.read or one.is_table)


def read(key: str, path: Path) -> None:
    found = FORMATS[key]
    list(read_rows(path, found, lambda _: None) if found.is_table else found.read(path))  # type: ignore[misc]


@pytest.mark.parametrize("key", READ)
def test_a_file_that_is_not_there_is_told(tmp_path: Path, key: str) -> None:
    with pytest.raises(ImportRefusedError, match="không mở được tệp"):
        read(key, tmp_path / "không-có")


@pytest.mark.parametrize("key", READ)
def test_a_name_that_no_record_keeps_is_told(tmp_path: Path, key: str) -> None:
    path = tmp_path / "a\x1b[2Jb"
    path.write_bytes("Tiêu đề,Nội dung\nA,b\n".encode())
    with pytest.raises(ImportRefusedError, match="tên tệp") as refused:
        read(key, path)
    assert "\x1b" not in str(refused.value)


def test_a_file_of_just_the_most_bytes_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert read_bytes(tmp_path / "a", 3, "quá lớn") == b"abc"
    with pytest.raises(ImportRefusedError, match="quá lớn"):
        read_bytes(tmp_path / "a", 2, "quá lớn")
