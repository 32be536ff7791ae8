"""One walk through docs/ finds what MkDocs finds, with the records told apart and stamped."""

from __future__ import annotations

import os
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
    (tmp_path / "B.lien").symlink_to(tmp_path / "khong-co")
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
    assert found.other_uris == ("to-chuc/anh.png",)
    link = (docs / "to-chuc" / "c.md").lstat()
    assert found.records["to-chuc/c.md"][2:] == (link.st_size, link.st_ino)
    assert list(found.records) == list_record_uris(docs)


def test_links_elsewhere_are_followed_but_not_in_a_circle(tmp_path: Path) -> None:
    plant(tmp_path / "ngoai", "a.md", "tin-tuc/2021/10/b.md")
    docs = tmp_path / "docs"
    plant(docs, "trang/c.md", "tin-tuc/2021/10/d.md")
    (docs / "lien").symlink_to(tmp_path / "ngoai")
    (docs / "nua").symlink_to(docs / "tin-tuc")
    (docs / "trang" / "vong").symlink_to(docs)
    (tmp_path / "ngoai" / "vong").symlink_to(docs / "trang")
    (docs / "minh").symlink_to(docs / "minh")
    found = list_docs(docs)
    assert list(found.records) == ["tin-tuc/2021/10/d.md"]
    assert found.other_uris == (
        "minh",
        "lien/a.md",
        "lien/tin-tuc/2021/10/b.md",
        "lien/vong/c.md",
        "nua/2021/10/d.md",
        "trang/c.md",
    )


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


def test_closed_folder_stops_the_walk_only_where_records_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(tmp_path, "dong/a.md", "nguoi/b.md", "c.md")
    scandir = os.scandir
    closed = tmp_path / "dong"

    def guarded(path: str) -> Any:
        if path == str(closed):
            raise PermissionError(path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert list_docs(tmp_path).other_uris == ("c.md",)
    closed = tmp_path / "nguoi"
    with pytest.raises(PermissionError):
        list_docs(tmp_path)
    closed = tmp_path
    with pytest.raises(PermissionError):
        list_docs(tmp_path)
