"""What is an item, in which order, and what an archive may not do."""

from __future__ import annotations

import os
import stat
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.archives import ArchiveLimits, open_archive, refuse_document
from bantin.importing.job.walking import GivenWalk

from tests.permissions import AS_FORBIDDEN, closed


def walk(tmp_path: Path, *given: Path) -> dict[str, str]:
    """Label of each file → its fault."""
    temporary = tmp_path / "tam"
    temporary.mkdir(exist_ok=True)
    return {one.label: one.fault for one in GivenWalk(given, temporary)}


@pytest.fixture
def kho(tmp_path: Path) -> Path:
    folder = tmp_path / "kho"
    folder.mkdir()
    return folder


def save(folder: Path, name: str, content: bytes = b"x") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_files_come_in_a_lasting_order_and_what_is_no_item_is_passed_over(
    tmp_path: Path, kho: Path
) -> None:
    for name in (
        "b/2.html",
        "b/1.docx",
        "a.txt",
        "Đ.pdf",
        "trang.html",
        "trang_files/anh.jpg",
        "trang_files/khung.html",
        "bai_files/1.txt",
        "~$a.docx",
        ".an/x.txt",
        ".DS_Store",
        "Thumbs.db",
        "anh.PNG",
        "kieu.css",
        "a.txt~",
    ):
        save(kho, name)
    found = walk(tmp_path, kho)
    # A folder is called so without a page beside it: it is an ordinary one.
    assert list(found) == [
        "a.txt",
        "b/1.docx",
        "b/2.html",
        "bai_files/1.txt",
        "trang.html",
        "Đ.pdf",
    ]
    assert set(found.values()) == {""}
    again = GivenWalk([kho], tmp_path / "tam")
    assert [one.label for one in again] == list(found) == [one.label for one in again]
    assert (again.passed.parts, again.passed.copies) == (2, 5)


def test_a_file_is_called_by_its_name_and_a_second_folder_follows_the_first(
    tmp_path: Path, kho: Path
) -> None:
    save(kho, "b.txt")
    alone = save(tmp_path, "a.txt")
    assert list(walk(tmp_path, kho, alone)) == ["b.txt", "a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_never_followed_out(tmp_path: Path, kho: Path) -> None:
    save(tmp_path, "ngoai/mat.txt")
    save(kho, "a.txt")
    for name, target in {
        "ra.txt": tmp_path / "ngoai" / "mat.txt",
        "ra": tmp_path / "ngoai",
        "vong": kho,
        "dut.txt": tmp_path / "khong-co",
        "trong.txt": kho / "a.txt",
    }.items():
        (kho / name).symlink_to(target)
    os.mkfifo(kho / "ong")
    found = walk(tmp_path, kho)
    assert {name for name, fault in found.items() if not fault} == {"a.txt"}
    assert {name for name, fault in found.items() if "liên kết" in fault} == {
        "ra.txt",
        "ra",
        "vong",
        "dut.txt",
    }
    assert "không phải là tệp thường" in found["ong"]


WALK = """
import sys
from pathlib import Path
from bantin.importing.job.walking import GivenWalk
for one in GivenWalk([Path(sys.argv[1])], Path(sys.argv[2])):
    print(one.label, one.fault)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders are closed by their modes")
def test_a_closed_folder_is_told(tmp_path: Path, kho: Path) -> None:
    save(kho, "kin/a.txt")
    with closed(kho / "kin", 0):
        command = [*AS_FORBIDDEN, sys.executable, "-c", WALK, str(kho), str(tmp_path)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.startswith("kin ")
    assert "không mở được thư mục" in done.stdout


def test_a_file_too_large_is_refused_unread(tmp_path: Path, kho: Path) -> None:
    with save(kho, "lon.txt").open("r+b") as file:
        file.truncate(1_000_000_000)
    assert "lớn hơn 200 MB" in walk(tmp_path, kho)["lon.txt"]


def member(name: str, mode: int = 0) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.external_attr = mode << 16
    made.compress_type = zipfile.ZIP_DEFLATED
    return made


NAMES = {
    "../ra.txt": "“../”",
    "a/../../ra.txt": "“../”",
    "..\\ra.txt": "“../”",
    "a/../b.txt": "“../”",
    "/etc/passwd": "tuyệt đối",
    "\\\\may\\chung\\a.txt": "tuyệt đối",
    "C:\\a.txt": "tuyệt đối",
    "c:/a.txt": "tuyệt đối",
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_lead_out_are_refused_and_the_rest_comes(
    tmp_path: Path, kho: Path, name: str
) -> None:
    with zipfile.ZipFile(kho / "k.zip", "w") as archive:
        info = member("x")
        info.filename = name
        archive.writestr(info, "x")
        archive.writestr("tot/a.txt", "x")
        archive.writestr("nhe\\b.txt", "x")
    found = walk(tmp_path, kho)
    assert found.pop("k.zip/tot/a.txt") == ""
    assert found.pop("k.zip/nhe/b.txt") == ""
    [fault] = found.values()
    assert NAMES[name] in fault


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_links_doubles_locks_and_bombs_in_an_archive_are_refused_one_by_one(
    tmp_path: Path, kho: Path
) -> None:
    with zipfile.ZipFile(kho / "k.zip", "w") as archive:
        archive.writestr(member("lk.txt", stat.S_IFLNK | 0o777), "/etc/passwd")
        archive.writestr("doi.txt", "1")
        archive.writestr("doi.txt", "2")
        archive.writestr(member("bom.txt"), bytes(20_000_000))
        archive.writestr(member("thua.txt"), b"abc " * 1_000)
        archive.writestr("a.txt", "x")
        archive.writestr("__MACOSX/._a.txt", "x")
        archive.writestr("tr.html", "x")
        archive.writestr("tr_files/k.html", "x")
    path = kho / "k.zip"
    raw = bytearray(path.read_bytes())
    at = raw.rindex(b"PK\x01\x02", 0, raw.rindex(b"tr.html"))
    raw[at + 8] |= 1  # says that it is locked
    path.write_bytes(raw)
    found = walk(tmp_path, kho)
    assert {name for name, fault in found.items() if not fault} == {
        "k.zip/a.txt",
        "k.zip/thua.txt",
    }
    assert "liên kết" in found["k.zip/lk.txt"]
    assert "hai mục cùng tên" in found["k.zip/doi.txt"]
    assert "bom nén" in found["k.zip/bom.txt"]
    assert "mật khẩu" in found["k.zip/tr.html"]


def test_an_archive_in_an_archive_is_opened_once(tmp_path: Path, kho: Path) -> None:
    for name, inside in (("3", "a.txt"), ("2", "3.zip"), ("1", "2.zip")):
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as archive:
            archive.writestr(f"b{name}.txt", "x")
            if inside.endswith(".zip"):
                archive.write(tmp_path / inside, inside)
    (tmp_path / "1.zip").rename(kho / "1.zip")
    found = walk(tmp_path, kho)
    assert list(found) == ["1.zip/2.zip/3.zip", "1.zip/2.zip/b2.txt", "1.zip/b1.txt"]
    assert "chỉ được mở một lần" in found["1.zip/2.zip/3.zip"]
    assert [name for name, fault in found.items() if not fault] == list(found)[1:]


@pytest.mark.parametrize("spoil", ["cut", "empty list", "noise"])
def test_a_broken_archive_is_one_refusal(tmp_path: Path, kho: Path, spoil: str) -> None:
    with zipfile.ZipFile(kho / "k.zip", "w") as archive:
        archive.writestr("a.txt", "x" * 1000)
    raw = (kho / "k.zip").read_bytes()
    spoilt = {"cut": raw[:-30], "empty list": raw[:40], "noise": b"PK\x03\x04" + bytes(500)}
    (kho / "k.zip").write_bytes(spoilt[spoil])
    assert "hỏng" in walk(tmp_path, kho)["k.zip"]


def test_an_archive_whose_members_share_their_bytes_is_a_bomb(tmp_path: Path) -> None:
    """As of D. Fifield, https://www.bamsoftware.com/hacks/zipbomb/."""
    path = tmp_path / "k.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", os.urandom(2_000))
        archive.writestr("b.txt", os.urandom(2_000))
    raw = bytearray(path.read_bytes())
    second = raw.rindex(b"PK\x01\x02")
    struct.pack_into("<L", raw, second + 42, 10)  # begins within the first
    path.write_bytes(raw)
    with pytest.raises(ImportRefusedError, match="chồng lên nhau"):
        open_archive(path)


def test_archives_of_too_many_or_too_large_members_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "k.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(50):
            archive.writestr(f"{number}.txt", bytes(1_000))
    with open_archive(path) as archive:
        assert len(archive.infolist()) == 50
    with pytest.raises(ImportRefusedError, match="50 mục"):
        open_archive(path, ArchiveLimits(members=49))
    with pytest.raises(ImportRefusedError, match="giải nén ra"):
        open_archive(path, ArchiveLimits(total_bytes=49_000))
    # The number that the end of the file tells is believed before the list is read.
    raw = bytearray(path.read_bytes())
    struct.pack_into("<2H", raw, len(raw) - 14, 60_000, 60_000)
    path.write_bytes(raw)
    with pytest.raises(ImportRefusedError, match=r"60\.000 mục"):
        open_archive(path, ArchiveLimits(members=49_000))


def test_a_document_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:p/>" * 15_000_000)
    with pytest.raises(ImportRefusedError, match=r"word/document\.xml"):
        refuse_document(path)


def test_the_archives_own_folders_are_no_items(tmp_path: Path, kho: Path) -> None:
    save(kho, "docs/tin-tuc/2021/10/a.md")
    save(kho, "goc/originals/ab/ab12")
    save(kho, "bai.txt")
    save(kho, "docs-cu/b.txt")
    ours = (kho / "docs", kho / "goc")
    found = {one.label: one.fault for one in GivenWalk([kho], tmp_path, ours)}
    assert sorted(found) == ["bai.txt", "docs", "docs-cu/b.txt", "goc"]
    assert "không nhập lại" in found["docs"]
    assert "không nhập lại" in found["goc"]
    [given] = GivenWalk([kho / "docs"], tmp_path, ours)
    assert given.fault
