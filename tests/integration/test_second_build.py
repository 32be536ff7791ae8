"""A second build of the same site stops at once and touches nothing of the first one's."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from bantin.mkdocs import publisher
from mkdocs.commands.build import build
from mkdocs.config import load_config

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


@pytest.mark.parametrize("moment", ["read_records", "render_stale", "publish"])
def test_second_build_is_refused_from_the_first_ones_start_to_its_end(
    project: Project, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    project.edit(BODY, "Ban Mẫu", "Ban Mẫu mực")
    seconds = []
    real: Callable[..., object] = getattr(publisher, moment)

    def interrupted(*args: object, **options: object) -> object:
        result = real(*args, **options)
        before = everything(project)
        seconds.append(run_build(project))
        assert everything(project) == before
        return result

    with monkeypatch.context() as patch:
        patch.setattr(publisher, moment, interrupted)
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


def test_preview_builds_again_and_again_and_leaves_nothing(
    project: Project, tmp_path: Path
) -> None:
    config_path, site = str(project.root / "mkdocs.yml"), tmp_path / "xem" / "tam"
    good = (project.docs / ARTICLE).read_text("utf-8")
    config = load_config(config_path, site_dir=str(site))
    config.plugins.on_startup(command="serve", dirty=False)
    bad = good.replace("section:", "muc:")
    for text, fails in ((good, False), (bad, True), (good, False)):
        project.write(ARTICLE, text)
        again = load_config(config_path, site_dir=str(site))
        again.plugins = config.plugins
        with pytest.raises(SystemExit) if fails else nullcontext():
            build(again, serve_url="http://127.0.0.1:8000/")
    assert (site / "index.html").is_file()
    config.plugins.on_shutdown()
    assert [path.name for path in site.parent.iterdir()] == ["tam"]
