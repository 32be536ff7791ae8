"""A link is judged alike as it lies on the disk and as Git holds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.records.docs_listing import list_docs
from bantin.records.symlinks import fault_of_written_link

FILES = (
    *("trang/c.md", "anh/a.png", "cu.old/a.png", "sao.md~", ".an/b"),
    *("tin-tuc/2021/10/d.md", "tin-tuc/2021/e.png"),
)
OUT = "là liên kết (symlink) dẫn ra ngoài docs/"
NOWHERE = "là liên kết (symlink) không dẫn tới đâu"
BACK = "là liên kết (symlink) vòng lại thư mục chứa nó"
HIDDEN = "là liên kết (symlink) tới một tệp hay thư mục ẩn"
RECORDS = "là liên kết (symlink) tới thư mục của bản ghi"


@pytest.mark.parametrize(
    ("link", "target", "message"),
    [
        ("lien", "trang", ""),
        ("lien.png", "anh/a.png", ""),
        ("trang/lien.png", "../anh/a.png", ""),
        ("lien.png", "tin-tuc/2021/e.png", ""),
        ("lien", "cu.old", ""),
        ("lien", "..", OUT),
        ("trang/lien", "../../khac", OUT),
        ("lien", "khong-co", NOWHERE),
        ("lien", "lien", NOWHERE),
        ("lien", ".", BACK),
        ("trang/lien", "..", BACK),
        ("trang/lien", ".", BACK),
        ("lien", "tin-tuc", RECORDS),
        ("lien", "tin-tuc/2021", RECORDS),
        ("trang/lien", "../tin-tuc/2021/10", RECORDS),
        ("lien.md", "tin-tuc/2021/10/d.md", "là liên kết tới tin-tuc/2021/10/d.md"),
        ("lien.md", "sao.md~", "là liên kết tới sao.md~"),
        ("lien", ".an", HIDDEN),
        ("lien", ".an/b", HIDDEN),
    ],
)
def test_git_and_the_disk_agree(tmp_path: Path, link: str, target: str, message: str) -> None:
    docs = tmp_path / "docs"
    (tmp_path / "khac").mkdir()
    for name in FILES:
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text("x")
    (docs / link).symlink_to(target)
    on_disk = [fault.message for fault in list_docs(docs).faults]
    in_git = fault_of_written_link(link, target, {*FILES, link})
    assert on_disk == ([message] if message else [])
    assert (in_git[0] if in_git else "") == message
