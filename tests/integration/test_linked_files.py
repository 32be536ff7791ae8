"""What lies in docs/ and is no file of it: links, pipes, devices, names of no address."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.project import ARTICLE, DRAFT, Project, tree
from tests.integration.publishing import build, check, errors_of, told

FOLDER = "tin-tuc/2020/05"


def _link(target: Path) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _fifo(path: Path) -> None:
    os.mkfifo(path)


STRANGE: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "a link out": ("ra.txt", _link(Path("/etc/hostname")), "dẫn ra ngoài docs/"),
    "a folder out": ("ra", _link(Path("/etc")), "dẫn ra ngoài docs/"),
    "a photo out": ("tin-tuc/2020/03/h.png", _link(Path("/etc/hostname")), "dẫn ra ngoài docs/"),
    "a device": ("thiet-bi", _link(Path("/dev/zero")), "dẫn ra ngoài docs/"),
    "a link to nothing": ("mat.pdf", _link(Path("khong-co.pdf")), "không dẫn tới đâu"),
    "a link to itself": ("minh.pdf", _link(Path("minh.pdf")), "không dẫn tới đâu"),
    "a circle": ("vong", _link(Path()), "vòng lại"),
    "a link to a draft": ("nhap.txt", _link(Path(DRAFT)), f"là liên kết tới {DRAFT}"),
    "a link to records": ("tin", _link(Path("tin-tuc")), "tới thư mục của bản ghi"),
    "a pipe": ("ong.pdf", _fifo, "không phải là tệp hay thư mục thường"),
    "a pipe of a page": ("ong.md", _fifo, "không phải là tệp hay thư mục thường"),
    "a pipe of a record": (f"{FOLDER}/a.md", _fifo, "không phải là tệp hay thư mục thường"),
    "a pipe of a photo": (f"{FOLDER}/a.png", _fifo, "không phải là tệp hay thư mục thường"),
}


def test_what_is_no_file_stops_build_and_check_alike(project: Project) -> None:
    """All is told at once, nothing hangs, and the last site stays."""
    before = tree(project.site)
    for uri, make, _ in STRANGE.values():
        make(project.docs / uri)
    (project.docs / os.fsdecode(b"t\xe9p.pdf")).write_text("x")
    outcome = project.build(strict=True)
    assert outcome.code == 1
    errors = {error.partition(": ")[0]: error for error in errors_of(outcome)}
    for uri, _, says in STRANGE.values():
        assert says in errors.pop(uri)
    assert "UTF-8" in errors.pop("t\\xe9p.pdf")
    assert errors == {}
    assert tree(project.site) == before
    assert sorted(map(str, check(project).problems)) == sorted(errors_of(outcome))


def test_what_the_settings_leave_out_is_no_fault(project: Project) -> None:
    (project.docs / "hinh").mkdir()
    (project.docs / "hinh" / "a").symlink_to("/etc")
    (project.docs / "hinh" / "a.bak").write_text("x")
    build(project)
    assert check(project).problems == ()
    assert not [path for path in told(check(project)) if path.startswith("hinh/")]


def test_a_link_within_docs_is_as_good_as_a_file(project: Project) -> None:
    project.write("danh-muc/f.png", "hình")
    (project.docs / "chung").symlink_to("danh-muc")
    (project.docs / "tin-tuc/2020/03/g.png").symlink_to("../../../danh-muc/f.png")
    project.edit(ARTICLE, "## Kết quả", "![a](g.png) ![b](../../../chung/f.png)\n\n## Kết quả")
    found = build(project)
    assert found["tin-tuc/2020/03/g.png"] == found["chung/f.png"] == "hình".encode()
    assert "danh-muc/f.png" not in found


def test_what_may_not_be_read_stops_build_and_check_alike(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("trang.md", "# Trang\n")
    project.write("kin.pdf", "x")
    project.write("thua.pdf", "x")
    project.write("gioi-thieu.md", "[a](kin.pdf)\n")
    before = tree(project.site)
    access = os.access
    closed = {str(project.docs / uri) for uri in ("trang.md", "kin.pdf", "thua.pdf")}

    def may(path: object, mode: int) -> bool:
        return str(path) not in closed and access(str(path), mode)

    # The tests may run as root, who may read everything.
    monkeypatch.setattr(os, "access", may)
    (page,) = errors_of(project.build(strict=True))
    assert page.startswith("trang.md: không có quyền đọc tệp.")
    assert page in map(str, check(project).problems)
    closed.discard(str(project.docs / "trang.md"))
    (file,) = errors_of(project.build(strict=True))
    assert file.startswith("kin.pdf: không có quyền đọc tệp.")
    assert file in map(str, check(project).problems)
    assert tree(project.site) == before
