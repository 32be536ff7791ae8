"""A second build of the same site stops at once and touches nothing of the first one's."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from bantin.building import build_session
from bantin.mkdocs.preview.running import PREVIEW_FOLDER
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from tests.integration.project import ARTICLE, BODY, Project, tree


def run_build(project: Project) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project.root,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def everything(project: Project) -> dict[Path, bytes]:
    """Return every file but the lock: whoever reads that within the first build gives it back."""
    paths = [path for path in project.root.rglob("*") if path.is_file() and path.name != "lock"]
    return {path: path.read_bytes() for path in paths}


@pytest.mark.parametrize("moment", ["take_in", "find_clashing_outputs", "publish"])
def test_second_build_is_refused_from_the_first_ones_start_to_its_end(
    project: Project, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    project.edit(BODY, "Ban Mẫu", "Ban Mẫu mực")
    seconds = []
    real: Callable[..., object] = getattr(build_session, moment)

    def interrupted(*args: object, **options: object) -> object:
        result = real(*args, **options)
        before = everything(project)
        seconds.append(run_build(project))
        assert everything(project) == before
        return result

    with monkeypatch.context() as patch:
        patch.setattr(build_session, moment, interrupted)
        first = project.build()
    (second,) = seconds
    assert second.returncode == 1
    assert f"đang ghi vào {project.site}; chờ nó xong rồi dựng lại" in second.stderr
    assert "Traceback" not in second.stderr
    assert first.code == 0, first.log
    assert tree(project.site) == project.clean_tree()


@pytest.mark.parametrize("spoilt", [False, True])
def test_ended_build_is_in_nobodys_way(project: Project, spoilt: bool) -> None:
    """Also when it failed."""
    text = (project.docs / ARTICLE).read_text("utf-8")
    if spoilt:
        project.edit(ARTICLE, "section: chi-dao", "section: khong-co")
    assert project.build().code == int(spoilt)
    project.write(ARTICLE, text)
    assert run_build(project).returncode == 0


class Preview:
    """What `mkdocs serve` does before it serves: a build for each change, in one process."""

    def __init__(self, project: Project) -> None:
        self._config_path = str(project.root / "mkdocs.yml")
        self._engine_dir = project.root.parent / f"{project.root.name}-engine"
        self._plugins = self._load().plugins
        self._plugins.on_startup(command="serve", dirty=False)
        self.folder = project.root / PREVIEW_FOLDER

    def _load(self) -> MkDocsConfig:
        return load_config(self._config_path, site_dir=str(self._engine_dir))

    def build(self) -> None:
        config = self._load()
        config.plugins = self._plugins
        build(config, serve_url="http://127.0.0.1:8000/")

    def stop(self) -> None:
        self._plugins.on_shutdown()

    def tree(self) -> dict[str, bytes]:
        return tree(self.folder / "site")


def test_preview_builds_again_and_again_beside_the_site(project: Project) -> None:
    before = tree(project.site)
    good = (project.docs / ARTICLE).read_text("utf-8")
    preview = Preview(project)
    preview.build()
    first = preview.tree()
    assert "tin-tuc/2020/05/ban-nhap/index.html" in first
    project.write(ARTICLE, good.replace("section:", "muc:"))
    with pytest.raises(SystemExit):
        preview.build()
    assert preview.tree() == first
    for text in (good.replace("A.B", "C.D"), good.replace("[tin/hop.aspx]", "[tin/khac.aspx]")):
        project.write(ARTICLE, text)
        preview.build()
        assert preview.tree() != first
    last = preview.tree()
    preview.stop()
    assert tree(project.site) == before
    assert not [path for path in preview.folder.rglob("*") if path.name.startswith("run-")]
    afresh = Preview(project.copy(project.root.with_name("afresh")))
    shutil.rmtree(afresh.folder)
    afresh.build()
    afresh.stop()
    assert last == afresh.tree()


def test_next_preview_goes_on_from_the_last(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "mkdocs")
    for told in ("giữ nguyên 0, ", "dựng lại 0, "):
        caplog.clear()
        preview = Preview(project)
        preview.build()
        preview.stop()
        assert told in caplog.text
    # What a preview knows of its own site is nothing to a build in the same process.
    summary = project.build().summary
    assert "dựng lại 0, " in summary
    assert "bỏ 0. Ghi 0 tệp" in summary
