"""The command itself, as an editor runs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bantin.records.models import Article, Dated, Document
from bantin.records.reader import read_records

from tests.unit.importing.samples import NEWS, NOTICE

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "import_text.py"


class Desk:
    """An empty docs folder, captured files beside it, and the command."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.docs = root / "docs"
        self.docs.mkdir()

    def save(self, name: str, text: str | bytes) -> str:
        (self.root / name).write_bytes(text.encode() if isinstance(text, str) else text)
        return name

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(SCRIPT), *arguments, "--into", str(self.docs)],
            cwd=self.root,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.docs).as_posix(): path.read_bytes()
            for path in self.docs.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_two_captures_become_two_records_and_a_second_run_writes_nothing(desk: Desk) -> None:
    names = desk.save("tin.txt", NEWS), desk.save("thong-bao.txt", NOTICE)
    first = desk.run(*names, "--province", "Bến Tre")
    assert first.returncode == 0, first.stderr
    assert "Đã ghi 2 bản ghi, bỏ qua 0." in first.stdout
    assert "Số liệu “Xã được kiểm tra”: 12 xã" in first.stdout
    records = read_records(desk.docs)
    assert records.problems == ()
    assert [type(one) for one in records.records if isinstance(one, Dated)] == [Article, Document]
    before = desk.files()
    second = desk.run(*names, "--province", "Bến Tre")
    assert second.returncode == 0
    assert second.stdout.count("đã nhập trước đây") == 2
    assert "Đã ghi 0 bản ghi, bỏ qua 2." in second.stdout
    assert desk.files() == before


def test_a_clash_is_refused_with_both_paths(desk: Desk) -> None:
    desk.run(desk.save("a.txt", NOTICE))
    before = desk.files()
    run = desk.run(desk.save("b.txt", NOTICE.replace("xin báo", "báo")))
    assert run.returncode == 1
    assert "b.txt" in run.stderr
    assert "van-ban/2015/77-tb-vp.md" in run.stderr
    assert desk.files() == before


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "rỗng"),
        ("\u00a0\n", "không có chữ nào"),
        (b"\xb5\xb8\xce\xa2", "bảng mã UTF-8"),
    ],
)
def test_unknown_or_unreadable_input_says_what_was_expected(
    desk: Desk, content: str | bytes, expected: str
) -> None:
    run = desk.run(desk.save("la.txt", content))
    assert run.returncode == 1
    assert "la.txt" in run.stderr
    assert expected in run.stderr
    assert "Traceback" not in run.stderr
    assert desk.files() == {}


def test_a_text_of_no_known_form_is_a_draft_that_says_what_it_lacks(desk: Desk) -> None:
    run = desk.run(desk.save("tho.txt", "Một bài thơ về quê hương\n\nQuê tôi có con sông dài."))
    assert run.returncode == 0, run.stderr
    assert "Còn thiếu:" in run.stdout
    [name] = desk.files()
    assert name.startswith("tin-tuc/chua-ro-ngay/")
    assert b"status: draft" in desk.files()[name]


def test_one_refused_file_keeps_all_out_and_every_reason_is_told(desk: Desk) -> None:
    names = desk.save("a.txt", NEWS), desk.save("b.txt", ""), "khong-co.txt"
    run = desk.run(*names)
    assert run.returncode == 1
    assert "b.txt" in run.stderr
    assert "khong-co.txt" in run.stderr
    assert desk.files() == {}
    assert list(desk.docs.iterdir()) == []


def test_a_dry_run_prints_the_record_and_writes_nothing(desk: Desk) -> None:
    run = desk.run(desk.save("a.txt", NEWS), "--dry-run")
    assert run.returncode == 0
    assert "views: 1207" in run.stdout
    assert "Nửa năm qua có 12 xã" in run.stdout
    assert "Chạy thử: chưa ghi gì." in run.stdout
    assert desk.files() == {}


def test_needed_bodies_are_listed_and_nothing_is_written(desk: Desk) -> None:
    run = desk.run(desk.save("a.txt", NOTICE), "--bodies")
    assert run.returncode == 0, run.stderr
    assert "to-chuc/ubnd-tinh-ben-tre.md: cơ quan “Ủy ban nhân dân tỉnh Bến Tre”" in run.stdout
    assert desk.files() == {}


def test_wrong_options_are_explained(desk: Desk) -> None:
    name = desk.save("a.txt", NEWS)
    run = desk.run(name, "--province", "Cư Jút")
    assert (run.returncode, "không có tỉnh" in run.stderr) == (1, True)
    desk.docs.rmdir()
    run = desk.run(name)
    assert (run.returncode, "không có thư mục" in run.stderr) == (2, True)


def test_a_name_that_would_command_the_terminal_is_shown_and_refused(desk: Desk) -> None:
    done = desk.run(desk.save("a\x1b[2J\x1b]0;b\x07.txt", NOTICE), "--dry-run")
    assert done.returncode == 1
    assert "\x1b" not in done.stdout + done.stderr
    assert r"a\x1b[2J\x1b]0;b\x07.txt: tên tệp có ký tự điều khiển" in done.stderr
    assert desk.files() == {}
