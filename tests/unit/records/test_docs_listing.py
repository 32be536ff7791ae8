"""One walk through docs/ finds what MkDocs finds, with the records told apart and stamped."""

from __future__ import annotations

import os
import socket
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bantin.records.docs_listing import list_docs, list_record_uris


def plant(root: Path, *uris: str) -> None:
    for uri in uris:
        path = root / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(uri, "utf-8")


def test_records_are_told_from_the_rest(tmp_path: Path) -> None:
    records = ["nguoi/a.md", "tin-tuc/2021/10/b.md", "to-chuc/c.MD", "to-chuc/d.markdown"]
    plant(
        tmp_path, *reversed(records), "van-ban/a.pdf", "index.md", "khac/tin-tuc/a.md", "nguoi.md"
    )
    found = list_docs(tmp_path)
    assert list(found.records) == records
    assert found.other_uris == ("index.md", "nguoi.md", "khac/tin-tuc/a.md", "van-ban/a.pdf")


def test_what_is_hidden_is_no_record_and_left_to_the_engine_elsewhere(tmp_path: Path) -> None:
    """A site may well publish `.well-known/`, if its settings say so."""
    plant(tmp_path, ".a.md", ".b/c.md", "nguoi/.d.md", "nguoi/.e/f.md", "khac/.g", "khac/.h/i.md")
    found = list_docs(tmp_path)
    assert found.records == {}
    assert found.other_uris == (".a.md", ".b/c.md", "khac/.g", "khac/.h/i.md")


def test_no_folder_gives_nothing(tmp_path: Path) -> None:
    assert list_docs(tmp_path / "khong-co").records == {}
    plant(tmp_path, "tin-tuc")  # a file in the place of a folder
    assert list_docs(tmp_path).other_uris == ("tin-tuc",)
    assert list_record_uris(tmp_path) == []


# As MkDocs 1.6 lists them.
OTHERS_IN_ORDER = (
    "README.md index.md index.png B.lien INDEX.md a.md b.md index.a.md z.md đ.md "
    "a/index.md a/B.md a/b.md a/b/c.md a/z/README.txt a/z/A.txt a-b/c.md c/index c/a "
    "lien/index.md lien/B.md lien/b.md lien/b/c.md lien/z/README.txt lien/z/A.txt"
).split()


def test_other_files_come_in_the_order_of_mkdocs(tmp_path: Path) -> None:
    plant(tmp_path, *(uri for uri in reversed(OTHERS_IN_ORDER) if "lien" not in uri))
    (tmp_path / "lien").symlink_to(tmp_path / "a")
    (tmp_path / "B.lien").symlink_to(tmp_path / "index.png")
    assert list(list_docs(tmp_path).other_uris) == OTHERS_IN_ORDER


def test_links_in_record_folders_are_listed_and_not_followed(tmp_path: Path) -> None:
    plant(tmp_path / "ngoai", "a.md", "b.png")
    docs = tmp_path / "docs"
    plant(docs, "to-chuc/b.md")
    (docs / "to-chuc" / "lien").symlink_to(tmp_path / "ngoai")
    (docs / "to-chuc" / "c.md").symlink_to(tmp_path / "ngoai" / "a.md")
    (docs / "to-chuc" / "mat.md").symlink_to(tmp_path / "khong-co")
    (docs / "to-chuc" / "anh.png").symlink_to(tmp_path / "ngoai" / "b.png")
    (docs / "nguoi").symlink_to(tmp_path / "ngoai")
    (docs / "van-ban").symlink_to(tmp_path / "khong-co")
    found = list_docs(docs)
    assert list(found.records) == [
        "nguoi",
        "to-chuc/b.md",
        "to-chuc/c.md",
        "to-chuc/lien",
        "to-chuc/mat.md",
        "van-ban",
    ]
    assert found.other_uris == ()
    assert [fault.path for fault in found.faults] == ["to-chuc/anh.png"]
    link = (docs / "to-chuc" / "c.md").lstat()
    assert found.records["to-chuc/c.md"][2:] == (link.st_size, link.st_ino)
    assert list(found.records) == list_record_uris(docs)


def test_links_within_docs_are_followed_and_no_others(tmp_path: Path) -> None:
    plant(tmp_path / "ngoai", "a.md")
    docs = tmp_path / "docs"
    plant(
        docs, "trang/c.md", "tin-tuc/2021/10/d.md", "tin-tuc/2021/10/d.md~", "tin-tuc/e.png", ".an"
    )
    links = {
        "lien": docs / "trang",
        "anh.png": docs / "tin-tuc" / "e.png",
        "ra-ngoai": tmp_path / "ngoai",
        "ra-ngoai.md": tmp_path / "ngoai" / "a.md",
        "len-tren": tmp_path,
        "may": Path("/etc/hostname"),
        "kho": docs / "tin-tuc",
        "thang": docs / "tin-tuc" / "2021",
        "tin.md": docs / "tin-tuc" / "2021" / "10" / "d.md",
        "sao.md": docs / "tin-tuc" / "2021" / "10" / "d.md~",
        "an.txt": docs / ".an",
        "minh": docs / "minh",
        "mat": docs / "khong-co",
        "vong": docs,
        "trang/vong": docs / "trang",
        "thiet-bi": Path("/dev/zero"),
    }
    for name, target in links.items():
        (docs / name).symlink_to(target)
    found = list_docs(docs)
    assert list(found.records) == ["tin-tuc/2021/10/d.md"]
    assert found.other_uris == (".an", "anh.png", "lien/c.md", "tin-tuc/e.png", "trang/c.md")
    told = {fault.path: fault.message for fault in found.faults}
    assert told.keys() == links.keys() - {"lien", "anh.png"} | {"lien/vong"}
    assert {told[name] for name in ("ra-ngoai", "ra-ngoai.md", "len-tren", "may", "thiet-bi")} == {
        "là liên kết (symlink) dẫn ra ngoài docs/"
    }
    assert {told[name] for name in ("minh", "mat")} == {"là liên kết (symlink) không dẫn tới đâu"}
    assert {told[name] for name in ("kho", "thang")} == {
        "là liên kết (symlink) tới thư mục của bản ghi"
    }
    assert {told[name] for name in ("vong", "trang/vong", "lien/vong")} == {
        "là liên kết (symlink) vòng lại thư mục chứa nó"
    }
    assert told["tin.md"] == "là liên kết tới tin-tuc/2021/10/d.md"
    assert all(fault.hint for fault in found.faults)


def bind(path: Path) -> None:
    """Make a socket. Its whole path would be too long."""
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as made:
        os.chdir(path.parent)
        try:
            made.bind(path.name)
        finally:
            os.chdir(here)


@pytest.mark.parametrize("uri", ["tin-tuc/2021/10/a.md", "van-ban/a.pdf", "trang.md", "a.pdf"])
@pytest.mark.parametrize("make", [os.mkfifo, bind])
def test_what_is_no_file_is_told_of_and_not_opened(
    tmp_path: Path, uri: str, make: Callable[[Path], object]
) -> None:
    plant(tmp_path, "index.md", "tin-tuc/2021/10/b.pdf", "van-ban/b.pdf")
    make(tmp_path / uri)
    (tmp_path / uri).parent.joinpath(".an").mkdir()
    os.mkfifo(tmp_path / uri.replace("a.", ".a.").replace("trang", ".trang"))
    found = list_docs(tmp_path)
    assert found.records == {}
    assert uri not in found.other_uris
    assert [fault.path for fault in found.faults] == [uri]
    assert list_record_uris(tmp_path) == []


def test_a_link_that_an_editor_locks_a_file_with_is_no_fault(tmp_path: Path) -> None:
    plant(tmp_path, "index.md", "tin-tuc/2021/10/a.md")
    for name in (".#index.md", "tin-tuc/2021/10/.#a.md"):
        (tmp_path / name).symlink_to("lan@may.1234:5678")
    assert list_docs(tmp_path).faults == ()


@pytest.mark.parametrize(
    ("name", "shown", "says"),
    [
        (b"t\xe9p.pdf", "t\\xe9p.pdf", "UTF-8"),
        (b"\xff.md", "\\xff.md", "UTF-8"),
        (b"a\nb.pdf", "a\\nb.pdf", "điều khiển"),
        (b"a\x1b[31m.pdf", "a\\x1b[31m.pdf", "điều khiển"),
        (b"a\xc2\x85b.pdf", "a\\x85b.pdf", "điều khiển"),
    ],
)
@pytest.mark.parametrize("folder", ["", "khac/", "tin-tuc/2021/10/", "van-ban/"])
def test_a_name_that_no_address_can_hold_is_told_of_in_print(
    tmp_path: Path, folder: str, name: bytes, shown: str, says: str
) -> None:
    (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    (Path(os.fsdecode(os.fsencode(tmp_path / folder) + b"/" + name))).write_text("x")
    found = list_docs(tmp_path)
    assert (found.records, found.other_uris) == ({}, ())
    (fault,) = found.faults
    assert fault.path == folder + shown
    assert fault.path.isprintable()
    assert says in fault.message


def test_names_are_nfc_however_the_disk_writes_them(tmp_path: Path) -> None:
    """A Mac's disk gives names back letter by letter, and records are NFC."""
    written = unicodedata.normalize("NFD", "báo cáo/tệp kèm.pdf")
    plant(tmp_path, written, "thường.pdf")
    found = list_docs(tmp_path)
    assert found.other_uris == ("thường.pdf", "báo cáo/tệp kèm.pdf")
    on_disk = found.on_disk["báo cáo/tệp kèm.pdf"]
    assert (tmp_path / on_disk).read_text("utf-8") == written
    plant(tmp_path, "thường/x.pdf", unicodedata.normalize("NFD", "thường.pdf"))
    told = [fault.message for fault in list_docs(tmp_path).faults]
    assert told == ["có hai tệp cùng tên, chỉ khác cách mã chữ có dấu"]


def test_copies_are_told_apart(tmp_path: Path) -> None:
    plant(
        tmp_path,
        *("tin-tuc/2021/10/a.md~", "trang (1).md", "tải về (1).pdf", "Thumbs.db", "a.pdf"),
        "tin-tuc/2021/10/a (1).md",
    )
    found = list_docs(tmp_path)
    assert found.copies == ("Thumbs.db", "tin-tuc/2021/10/a.md~", "trang (1).md")
    assert found.other_uris == ("a.pdf", "tải về (1).pdf")
    assert list(found.records) == ["tin-tuc/2021/10/a (1).md"]


def test_linked_docs_folder_is_walked(tmp_path: Path) -> None:
    plant(tmp_path / "that", "nguoi/a.md", "b.md")
    (tmp_path / "docs").symlink_to(tmp_path / "that")
    found = list_docs(tmp_path / "docs")
    assert (list(found.records), found.other_uris) == (["nguoi/a.md"], ("b.md",))


def test_stamp_changes_with_every_change_of_a_file(tmp_path: Path) -> None:
    plant(tmp_path, "nguoi/a.md")
    path = tmp_path / "nguoi" / "a.md"
    os.utime(path, ns=(5, 7))

    def stamp() -> tuple[int, int, int, int]:
        return list_docs(tmp_path).records["nguoi/a.md"]

    first = stamp()
    assert first == (7, path.stat().st_ctime_ns, 10, path.stat().st_ino)
    path.write_text("NGUOI/A.MD", "utf-8")
    os.utime(path, ns=(5, 7))
    second = stamp()
    assert (second[0], second[2]) == (first[0], first[2])
    assert second[1] != first[1]
    other = tmp_path / "nguoi" / "b"
    other.write_text("nguoi/b.md", "utf-8")
    other.replace(path)
    assert stamp()[3] != first[3]


@pytest.mark.parametrize("uri", ["dong", "nguoi", "tin-tuc/2021"])
def test_a_closed_folder_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, uri: str
) -> None:
    plant(tmp_path, "dong/a.md", "nguoi/b.md", "tin-tuc/2021/10/c.md", ".dong/a", "c.md")
    scandir = os.scandir

    def guarded(path: str) -> Any:
        if path in map(str, (tmp_path / uri, tmp_path / ".dong")):
            raise PermissionError(path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    found = list_docs(tmp_path)
    assert "c.md" in found.other_uris
    assert [(one.path, one.message) for one in found.faults] == [(uri, "không mở được thư mục này")]
