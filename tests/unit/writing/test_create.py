"""A new file is whole or not there, and never stands in another's place."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from bantin.errors import AnswerError
from bantin.writing.create import create_record

URI = "tin-tuc/2021/10/a.md"


def test_a_file_is_written_with_line_feeds(tmp_path: Path) -> None:
    assert create_record(tmp_path, URI, "Họp\nBáo\n").read_bytes() == "Họp\nBáo\n".encode()


def test_of_many_at_once_one_gets_the_place(tmp_path: Path) -> None:
    def write(number: int) -> int | None:
        try:
            create_record(tmp_path, URI, str(number))
        except AnswerError:
            return None
        return number

    with ThreadPoolExecutor(8) as pool:
        won = [one for one in pool.map(write, range(32)) if one is not None]
    assert len(won) == 1
    assert (tmp_path / URI).read_text() == str(won[0])


def test_failing_in_the_middle_it_takes_file_and_folders_away(tmp_path: Path) -> None:
    (tmp_path / "tin-tuc").mkdir()
    with pytest.raises(UnicodeEncodeError):
        create_record(tmp_path, URI, "half \ud800")
    assert [path.name for path in tmp_path.rglob("*")] == ["tin-tuc"]


def test_what_the_disk_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "tin-tuc").write_text("no folder")
    with pytest.raises(AnswerError, match="không ghi được"):
        create_record(tmp_path, URI, "x")
    assert [path.name for path in tmp_path.rglob("*")] == ["tin-tuc"]


def test_nothing_is_written_behind_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "noi-khac"
    elsewhere.mkdir()
    year = tmp_path / "docs" / URI.rpartition("/")[0]
    year.parent.mkdir(parents=True)
    year.symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(AnswerError, match="là một liên kết dẫn ra chỗ khác"):
        create_record(tmp_path / "docs", URI, "x")
    assert list(elsewhere.iterdir()) == []
