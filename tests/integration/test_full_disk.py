"""A disk that is full or refuses is told in Vietnamese, and the next build makes up for it."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import mkdocs.utils
import pytest
from bantin.building import build_session
from bantin.building.store import Store, StoredFile

from tests.integration.project import ARTICLE, BODY, Project, tree
from tests.permissions import AS_FORBIDDEN, closed

UNTOUCHED = "Trang đã xuất bản trước đó vẫn giữ nguyên."
HALF_WAY = "Trang đang nửa cũ nửa mới: "
NOTHING_YET = f"{UNTOUCHED} Trừ bỏ nguyên nhân kể trên; dựng lại là xong nốt."
ALL_NEW = "Trang đã mới trọn vẹn, chỉ sổ của lần dựng chưa ghi xong."
SITE = f"{os.sep}site{os.sep}"


@pytest.fixture
def changed(project: Project) -> Project:
    """Something to render, to copy and to prune."""
    project.edit(BODY, "Ban Mẫu", "Ban Mẫu mực")
    project.edit(ARTICLE, "redirect_from: [tin/hop.aspx]\n", "")
    project.write("tin-tuc/2020/03/anh.png", "ảnh khác")
    return project


def full(*paths: object) -> OSError:
    first, *rest = map(str, paths)
    return OSError(errno.ENOSPC, "No space left on device", first, None, *rest)


def forbidden(*paths: object) -> OSError:
    return PermissionError(errno.EACCES, "Permission denied", str(paths[-1]))


Refusal = Callable[..., OSError]


def refuse(
    patch: pytest.MonkeyPatch, owner: object, name: str, place: str, refusal: Refusal, after: int
) -> None:
    """Let calls about paths with a certain part fail once some have succeeded."""
    real = getattr(owner, name)
    calls = iter(range(after))

    def hindered(*args: object, **options: object) -> object:
        paths = [arg for arg in args if os.sep in str(arg)]
        if any(place in str(path) for path in paths) and next(calls, None) is None:
            raise refusal(*paths)
        return real(*args, **options)

    patch.setattr(owner, name, hindered)


@pytest.mark.parametrize(("refusal", "why"), [(full, "đĩa đã đầy"), (forbidden, "không có quyền")])
@pytest.mark.parametrize(
    ("owner", "name", "after", "place", "state"),
    [
        (Path, "mkdir", 0, ".site.bantin", UNTOUCHED),
        (os, "open", 2, f"fresh{os.sep}", UNTOUCHED),
        (shutil, "copyfile", 1, "pages", UNTOUCHED),
        (mkdocs.utils, "write_file", 0, "", UNTOUCHED),
        (os, "unlink", 0, SITE, HALF_WAY),
        (os, "replace", 0, SITE, HALF_WAY),
        (os, "replace", 3, SITE, HALF_WAY),
    ],
    ids=["start", "rendering", "copying", "pages", "pruning", "first move", "later move"],
)
def test_refusal_is_told_and_made_up_for(
    changed: Project,
    monkeypatch: pytest.MonkeyPatch,
    owner: object,
    name: str,
    after: int,
    place: str,
    state: str,
    refusal: Refusal,
    why: str,
) -> None:
    before = tree(changed.site)
    with monkeypatch.context() as patch:
        refuse(patch, owner, name, place, refusal, after)
        outcome = changed.build()
    assert outcome.code == 1
    told = outcome.errors[-1]
    assert f"({why}); xem lại quyền ghi và chỗ trống trên đĩa rồi dựng lại" in told
    assert place in told
    assert state in outcome.log[-1]
    if state == UNTOUCHED:
        assert tree(changed.site) == before
    halted = tree(changed.site)
    assert changed.build().code == 0
    wanted = tree(changed.site)
    assert wanted == changed.clean_tree()
    assert halted.items() <= before.items() | wanted.items()


def fill_up(store: Store) -> None:
    store.connection.execute("pragma max_page_count = 1")
    many = (StoredFile(f"{n}", f"{n}", "dấu" * 99, n, "") for n in range(999))
    with store.changing():
        store.remember(many)


def write_protect(store: Store) -> None:
    store.connection.execute("pragma query_only = 1")


def damage(store: Store) -> None:
    store.path.write_bytes(b"x" * store.path.stat().st_size)


@pytest.mark.parametrize(
    ("during", "change", "hinder", "says"),
    [
        ("take_in", "first", fill_up, "(đĩa đã đầy)"),
        ("take_in", "first", write_protect, "(chỉ cho đọc)"),
        ("publish", "first", fill_up, "(đĩa đã đầy)"),
        ("publish", "first", write_protect, "(chỉ cho đọc)"),
        ("publish", "first", damage, "bị hỏng"),
        ("publish", "last", write_protect, "(chỉ cho đọc)"),
        ("publish", "last", damage, "bị hỏng"),
    ],
)
def test_store_that_cannot_be_written_is_told_and_made_up_for(
    changed: Project,
    monkeypatch: pytest.MonkeyPatch,
    during: str,
    change: str,
    hinder: Callable[[Store], None],
    says: str,
) -> None:
    before = tree(changed.site)
    real_step, real_changing = getattr(build_session, during), Store.changing
    turn = iter([False, True] if change == "last" else [True])

    def hindered_changing(store: Store) -> AbstractContextManager[None]:
        if next(turn):
            monkeypatch.undo()
            hinder(store)
        return real_changing(store)

    def hindered_step(*args: object, **options: object) -> object:
        monkeypatch.setattr(Store, "changing", hindered_changing)
        return real_step(*args, **options)

    monkeypatch.setattr(build_session, during, hindered_step)
    outcome = changed.build()
    assert outcome.code == 1
    assert "sổ của lần dựng" in outcome.errors[-1]
    assert says in outcome.errors[-1]
    state = ALL_NEW if change == "last" else NOTHING_YET
    assert (UNTOUCHED if during == "take_in" else state) in outcome.log[-1]
    assert (tree(changed.site) == before) == (change == "first")
    following = changed.build()
    assert (following.code, following.stderr) == (0, "")
    assert tree(changed.site) == changed.clean_tree()


def test_store_that_no_new_one_can_replace_stops_the_build(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(project.site)
    project.store.write_bytes(b"x" * 9_999)
    with monkeypatch.context() as patch:
        refuse(patch, Path, "unlink", ".sqlite", forbidden, 0)
        outcome = project.build()
    assert outcome.code == 1
    assert "không ghi được vào" in outcome.errors[-1]
    assert "(không có quyền)" in outcome.errors[-1]
    assert tree(project.site) == before
    assert project.build().code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permissions there")
def test_read_only_site_is_told_and_made_up_for(changed: Project) -> None:
    before = tree(changed.site)
    with closed(changed.site):
        run = subprocess.run(
            [*AS_FORBIDDEN, sys.executable, "-m", "mkdocs", "build"],
            cwd=changed.root,
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
    assert run.returncode == 1, run.stderr
    assert "(không có quyền)" in run.stderr
    assert "Traceback" not in run.stderr
    assert tree(changed.site) == before
    assert changed.build().code == 0
    assert tree(changed.site) == changed.clean_tree()


LIMITED = """
import resource, sys
from mkdocs.__main__ import cli
limit = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
cli()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
@pytest.mark.parametrize("limit_bytes", [0, 5_000, 50_000])
def test_system_that_really_refuses_is_told_and_made_up_for(
    changed: Project, limit_bytes: int
) -> None:
    """Nothing is stood in for: no file may grow beyond a limit."""
    before = tree(changed.site)
    command = [sys.executable, "-c", LIMITED, str(limit_bytes), "build"]
    run = subprocess.run(
        command, cwd=changed.root, check=False, capture_output=True, encoding="utf-8"
    )
    assert run.returncode == 1, run.stderr
    assert "xem lại quyền ghi và chỗ trống trên đĩa rồi dựng lại" in run.stderr
    assert "Traceback" not in run.stderr
    assert tree(changed.site) == before
    assert changed.build().code == 0
    assert tree(changed.site) == changed.clean_tree()
