"""The command itself, as a clerk runs it: a folder and an archive come in, a site is built."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from bantin.importing.imported_item import Outcome
from bantin.importing.job.ledger import load_items
from bantin.records.models import Dated
from bantin.records.reader import read_records

from tests.unit.importing.samples import NEWS, NOTICE

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "import_files.py"


def other(text: str, number: int) -> str:
    """A text of the same shape that differs in title, number and words."""
    return (
        text.replace("năm 2019", f"năm 2019 lần {number}")
        .replace("77/TB-VP", f"{number}/TB-VP")
        .replace("12 xã", f"{number} xã")
    )


class Office:
    """A docs folder, and a folder of files from elsewhere beside it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.docs, self.given, self.store = root / "docs", root / "kho", root / ".goc.bantin"
        self.docs.mkdir()
        self.given.mkdir()

    def save(self, name: str, text: str | bytes) -> Path:
        path = self.given / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(SCRIPT), *arguments, "--into", str(self.docs)],
            cwd=self.root,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
        )

    def files(self, *, store: bool = False) -> dict[str, bytes]:
        """What was written: docs/, and the originals."""
        folders = [self.docs, *([self.store / "originals"] if store else [])]
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for folder in folders
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_folder_and_its_archive_come_in_as_drafts(office: Office) -> None:
    office.save("tin/a.txt", NEWS)
    office.save("tin/b.txt", NOTICE)
    office.save("tin/b-chep.txt", NOTICE)
    office.save("tin/.an.txt", "ẩn")
    office.save("tin/~$a.docx", "khóa của Word")
    office.save("la.txt", "Một bài thơ về quê hương")
    with zipfile.ZipFile(office.given / "kho.zip", "w") as archive:
        archive.writestr("cũ/a.txt", other(NEWS, 13))
    run = office.run("kho", "--province", "Bến Tre")
    assert run.returncode in (0, 1), run.stderr
    ended = {item.file: item.outcome for item in load_items(office.store)}
    ended.pop("la.txt")  # how much is known of it is not for here
    assert ended == {
        "kho.zip/cũ/a.txt": Outcome.WRITTEN,
        "tin/a.txt": Outcome.WRITTEN,
        "tin/b-chep.txt": Outcome.WRITTEN,
        "tin/b.txt": Outcome.SAME,
    }
    [same] = [item for item in load_items(office.store) if item.outcome is Outcome.SAME]
    assert "tin/b-chep.txt" in same.message
    records = read_records(office.docs)
    assert records.problems == ()
    assert {one.status for one in records.of_type(Dated)} == {"draft"}
    kept = {path.name for path in (office.store / "originals").rglob("*") if path.is_file()}
    for one in records.of_type(Dated):
        assert one.source is not None
        assert one.source.sha256 in kept
    told = [
        json.loads(line)
        for line in (office.store / "manifest.jsonl").read_text("utf-8").splitlines()
    ]
    assert {one["sha256"] for one in told} == kept
    assert ["tin/b-chep.txt", "tin/b.txt"] in [one["names"] for one in told]


def test_a_second_run_writes_nothing_and_says_so(office: Office) -> None:
    office.save("a.txt", NEWS)
    office.save("b.txt", NOTICE)
    assert office.run("kho").returncode == 0
    before = office.files(store=True)
    again = office.run("kho")
    assert again.returncode == 0
    assert "Đã ghi 0 bản ghi" in again.stdout
    assert "2 tệp đã nhập từ lần chạy trước" in again.stdout
    assert office.files(store=True) == before


def test_a_lost_ledger_makes_no_record_twice(office: Office) -> None:
    office.save("a.txt", NEWS)
    office.save("b.txt", NOTICE)
    office.run("kho")
    before = office.files(store=True)
    for path in office.store.glob("so-nhap*"):
        path.unlink()
    office.run("kho")
    assert office.files(store=True) == before


def test_an_edited_record_is_never_written_over(office: Office) -> None:
    office.save("a.txt", NEWS)
    office.run("kho")
    [name] = [name for name in office.files() if "/tin-tuc/" in name]
    path = office.root / name
    path.write_text(path.read_text("utf-8").replace("12 xã", "mười hai xã"), "utf-8")
    before = office.files()
    for one in office.store.glob("so-nhap*"):
        one.unlink()
    run = office.run("kho")
    assert office.files() == before
    assert "đã nhập trước đây" in run.stdout


def test_clashes_are_told_and_the_rest_comes_in(office: Office) -> None:
    office.save("a.txt", NOTICE)
    office.save("b.txt", NOTICE.replace("xin báo", "báo"))
    office.save("c.txt", NEWS)
    office.save("d.txt", NEWS.replace("12 xã", "13 xã"))
    run = office.run("kho")
    assert run.returncode == 1
    assert "đã có ở van-ban/2015/77-tb-vp.md" in run.stdout
    ended = {item.file: item for item in load_items(office.store)}
    assert ended["b.txt"].outcome is Outcome.REFUSED
    assert ended["d.txt"].target == ended["c.txt"].target.replace(".md", "-2.md")
    assert any("trùng tên" in doubt for doubt in ended["d.txt"].doubts)


def test_a_trial_writes_nothing(office: Office) -> None:
    office.save("a.txt", NEWS)
    run = office.run("kho", "--dry-run")
    assert run.returncode == 0
    assert "a.txt → tin-tuc/2019/07/" in run.stdout
    assert "Chạy thử, chưa ghi gì. Sẽ ghi 1 bản ghi" in run.stdout
    assert sorted(path.name for path in office.root.iterdir()) == ["docs", "kho"]
    assert office.files() == {}


def test_records_may_come_in_published(office: Office) -> None:
    office.save("a.txt", NEWS)
    assert office.run("kho", "--publish").returncode == 0
    [record] = read_records(office.docs).of_type(Dated)
    assert record.status == "published"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["khong-co"], 2, "không có “khong-co”"),
        ([], 2, "cần cho biết tệp để nhập"),
        (["kho", "--province", "Cư Jút"], 1, "không có tỉnh"),
        (["kho", "--la"], 2, "không có tùy chọn"),
    ],
)
def test_wrong_arguments_are_explained(
    office: Office, arguments: list[str], code: int, told: str
) -> None:
    run = office.run(*arguments)
    assert (run.returncode, told in run.stderr) == (code, True), run.stderr


def test_what_lies_outside_is_not_read(office: Office) -> None:
    (office.root / "mat.txt").write_text(NEWS, "utf-8")
    (office.given / "lien-ket.txt").symlink_to(office.root / "mat.txt")
    (office.given / "lien-ket").symlink_to(office.root, target_is_directory=True)
    if hasattr(os, "mkfifo"):
        os.mkfifo(office.given / "ong.txt")
    office.save("a.txt", NOTICE)
    run = office.run("kho")
    assert run.returncode == 1
    assert "lien-ket" in run.stdout
    assert "ong.txt" in run.stdout
    dated = read_records(office.docs).of_type(Dated)
    assert [record.file.src_uri for record in dated] == ["van-ban/2015/77-tb-vp.md"]


def test_the_bodies_that_records_need_come_with_them_and_are_listed_before(office: Office) -> None:
    office.save("a.txt", NOTICE)
    office.save("b.txt", NEWS)
    before = office.run("kho", "--province", "Bến Tre", "--bodies")
    assert before.returncode == 0
    assert "to-chuc/ubnd-tinh-ben-tre.md" in before.stdout
    assert "chuyen-muc/tin-hoat-dong.md" in before.stdout
    assert "a.txt →" not in before.stdout
    assert office.files() == {}
    run = office.run("kho", "--province", "Bến Tre")
    records = read_records(office.docs)
    assert records.problems == ()
    registry = records.registry()
    for one in records.documents:
        assert {one.issuer, *one.bodies} <= registry.bodies.keys()
    assert "tin-hoat-dong" in registry.sections
    assert f"Đã ghi thêm {len(registry.bodies) + 1} tệp cơ quan, chuyên mục" in run.stdout
    again = office.run("kho", "--province", "Bến Tre")
    assert "tệp cơ quan" not in again.stdout
