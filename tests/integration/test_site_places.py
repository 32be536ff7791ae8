"""A site that is a mounted folder, a link, other people's folder: it is published, or why not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.project import ARTICLE, BODY, DOCS, Project, tree

UNTOUCHED = "Trang đã xuất bản trước đó vẫn giữ nguyên."
BUILD = f'"{sys.executable}" -m mkdocs build -q'


def may_mount() -> bool:
    """Tell whether the system lets us mount in a name space of our own."""
    if sys.platform == "win32" or shutil.which("unshare") is None:
        return False
    return (
        subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode == 0
    )


def in_mounts(project: Project, script: str) -> subprocess.CompletedProcess[str]:
    """Run a shell's script in the project's folder; its mounts end with it."""
    return subprocess.run(
        ["unshare", "-rm", "sh", "-ec", script],
        cwd=project.root,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that was never built."""
    return Project.make(tmp_path / "project")


needs_mounts = pytest.mark.skipif(not may_mount(), reason="the system lets nobody mount here")


@needs_mounts
@pytest.mark.parametrize("content", ["empty", "hidden file", "lost+found"])
@pytest.mark.parametrize("mount", ["--bind elsewhere", "-t tmpfs tmpfs"])
def test_mounted_folder_is_filled_and_kept_up_to_date(
    project: Project, mount: str, content: str
) -> None:
    (project.root / "elsewhere").mkdir()
    project.site.mkdir()
    fill = {
        "empty": "",
        "hidden file": "touch site/.htaccess",
        "lost+found": "mkdir -m 0 site/lost+found",
    }[content]
    project.write("tam.md", "# Tạm\n")
    (project.root / "later.md").write_text(DOCS[ARTICLE].replace("A.B", "C.D"), "utf-8")
    run = in_mounts(
        project,
        f"""mount {mount} site
        {fill}
        {BUILD}
        cp -a site first
        cp later.md docs/{ARTICLE}
        rm docs/tam.md
        {BUILD}
        cp -a site second""",
    )
    assert (run.returncode, run.stderr) == (0, "")
    extra = {"hidden file": {".htaccess"}}.get(content, set())
    assert (project.root / "second/lost+found").exists() == (content == "lost+found")
    second = tree(project.root / "second")
    assert {path: second[path] for path in second.keys() - extra} == project.clean_tree()
    assert "tam/index.html" in tree(project.root / "first").keys() - second.keys()


@needs_mounts
def test_mounted_disk_that_is_full_is_told_and_made_up_for(project: Project) -> None:
    project.site.mkdir()
    run = in_mounts(
        project,
        f"""mount -t tmpfs -o size=400k tmpfs site
        {BUILD} && exit 3
        echo ---- >&2
        mount -o remount,size=100m site
        {BUILD}
        cp -a site second""",
    )
    assert run.returncode == 0, run.stderr
    told, _, after = run.stderr.partition("----")
    assert "(đĩa đã đầy)" in told
    assert "Trang đang nửa cũ nửa mới: " in run.stdout
    assert "dựng lại là xong nốt" in run.stdout
    assert "Traceback" not in told
    assert after == "\n"
    assert tree(project.root / "second") == project.clean_tree()


@needs_mounts
def test_folder_mounted_within_the_site_is_filled_too(project: Project) -> None:
    assert project.build().code == 0
    project.edit(BODY, "Ban Mẫu", "Ban Mẫu mực")
    run = in_mounts(project, f"mount -t tmpfs tmpfs site/api\n{BUILD}\ncp -a site second")
    assert run.returncode == 0, run.stderr
    assert tree(project.root / "second") == project.clean_tree()


@needs_mounts
def test_mounted_folder_that_is_read_only_is_told(project: Project) -> None:
    project.site.mkdir()
    run = in_mounts(project, f"mount -t tmpfs -o ro tmpfs site\n{BUILD}")
    assert run.returncode == 1
    assert "(đĩa chỉ cho đọc)" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("is_there", [False, True])
def test_link_to_a_folder_is_filled_and_stays_a_link(project: Project, is_there: bool) -> None:
    elsewhere = project.root / "nơi khác"
    if is_there:
        assert project.build().code == 0
        project.site.rename(elsewhere)
    else:
        elsewhere.mkdir()
    project.site.symlink_to(elsewhere)
    project.edit(BODY, "Ban Mẫu", "Ban Mẫu mực")
    assert project.build().code == 0
    assert project.site.is_symlink()
    assert tree(elsewhere) == project.clean_tree()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("place", ["file", "dangling link", "link to a file", "link to itself"])
def test_place_that_is_no_folder_is_refused(project: Project, place: str) -> None:
    (project.root / "tệp").write_text("của người khác", "utf-8")
    if place == "file":
        project.site.write_text("của người khác", "utf-8")
    else:
        target = {"dangling link": "không có", "link to a file": "tệp", "link to itself": "site"}
        project.site.symlink_to(target[place])
    outcome = project.build()
    assert outcome.code == 1
    assert "site không phải là thư mục" in outcome.errors[-1]
    assert "xóa hoặc đổi tên nó rồi dựng lại" in outcome.errors[-1]
    assert os.path.lexists(project.site)
    assert not (project.root / ".site.bantin").exists()


@pytest.mark.parametrize(
    "names", [["ảnh.jpg"], ["index.html"], ["a/b/c.doc"], ["1", "2", "3", "4"], ["tim-kiem/x"]]
)
def test_folder_with_files_of_others_is_refused_and_stays_as_it_is(
    project: Project, names: list[str]
) -> None:
    for name in names:
        (project.site / name).parent.mkdir(parents=True, exist_ok=True)
        (project.site / name).write_text("của người khác", "utf-8")
    for _ in range(2):
        outcome = project.build()
        assert outcome.code == 1
        assert f"đang có tệp không do kho tin dựng ({names[0]}" in outcome.errors[-1]
        assert "đặt site_dir trong mkdocs.yml là một thư mục khác" in outcome.errors[-1]
        assert set(tree(project.site)) == set(names)
    shutil.rmtree(project.site)
    assert project.build().code == 0


@pytest.mark.parametrize("lost", ["state", "store"])
def test_site_of_ours_is_known_without_its_store(project: Project, lost: str) -> None:
    assert project.build().code == 0
    project.edit(BODY, "Ban Mẫu", "Ban Mẫu mực")
    if lost == "state":
        shutil.rmtree(project.store.parent)
    else:
        project.store.unlink()
    outcome = project.build()
    assert (outcome.code, outcome.stderr) == (0, "")
    assert tree(project.site) == project.clean_tree()


def test_files_of_others_go_with_a_word_and_ours_without(project: Project) -> None:
    project.write("tep/cu.md", "# Của ta\n")
    assert project.build().code == 0
    (project.docs / "tep/cu.md").unlink()
    for name in ("CNAME", "google1.html", "tep/la.txt", "tin-tuc/la.txt"):
        (project.site / name).parent.mkdir(exist_ok=True)
        (project.site / name).write_text("của người khác", "utf-8")
    outcome = project.build()
    assert outcome.code == 0
    assert outcome.stderr == (
        f"Cảnh báo: đã bỏ khỏi {project.site} 4 tệp không do kho tin dựng: CNAME, google1.html, "
        "tep/la.txt, tin-tuc/la.txt. Tệp nào muốn giữ trên trang thì để trong docs/.\n"
    )
    assert "bỏ 5." in outcome.summary
    assert tree(project.site) == project.clean_tree()
    assert project.build().stderr == ""


@pytest.mark.parametrize(
    "place", [".", "docs/site", "docs", "..", "/", "hooks/site", "theme", "theme/x", ".git/x", "~"]
)
def test_site_among_our_sources_or_around_them_is_refused(
    project: Project, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = project.root / "nhà"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for folder in ("hooks", "theme", ".git", "nhà"):
        (project.root / folder).mkdir()
        (project.root / folder / "tệp.py").write_text("", "utf-8")
    project.configure("  custom_dir:", "  # custom_dir:")
    project.configure("theme:\n", "theme:\n  custom_dir: theme\n")
    project.configure("hooks:\n", "hooks:\n  - hooks/tệp.py\n")
    project.configure("site_dir: site", f"site_dir: {str(home) if place == '~' else place}")
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project.root,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert run.returncode == 1
    assert "site_dir" in run.stderr
    assert "Traceback" not in run.stderr
    # MkDocs itself refuses, in its own words, what lies around docs/ or in it.
    if place not in (".", "docs/site", "docs", "..", "/"):
        assert "đặt một thư mục riêng, ví dụ “site_dir: site”" in run.stderr
    assert not list(project.root.rglob("*.bantin"))
