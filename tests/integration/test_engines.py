"""The site does not depend on who drives the hooks: MkDocs, or ProperDocs, which goes on with it.

Each engine has a process of its own: ProperDocs puts itself in the place of MkDocs' modules.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.integration.project import ARTICLE, PROJECT, Project, tree

ENGINES = ("mkdocs", "properdocs")


def run_build(engine: str, project: Project, *more: str) -> subprocess.CompletedProcess[str]:
    """Build by an engine's own command."""
    assert find_spec(engine), f"{engine} is not installed: it stands in tests/requirements.txt"
    return subprocess.run(
        [sys.executable, "-m", engine, "build", "-f", "mkdocs.yml", *more],
        cwd=project.root,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def test_both_engines_make_the_same_bytes(tmp_path: Path) -> None:
    sites = {}
    for engine in ENGINES:
        project = Project.make(tmp_path / engine)
        run = run_build(engine, project)
        assert run.returncode == 0, run.stderr
        sites[engine] = tree(project.site)
    ours, theirs = sites["mkdocs"], sites["properdocs"]
    assert len(ours) > 50
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_one_engine_goes_on_from_the_others_build(project: Project) -> None:
    """`project` was built by MkDocs; nothing is made again but what an edit touches."""
    before = tree(project.site)
    run = run_build("properdocs", project)
    assert "dựng lại 0, " in run.stderr, run.stderr
    assert "bỏ 0. Ghi 0 tệp" in run.stderr, run.stderr
    assert tree(project.site) == before
    project.edit(ARTICLE, "A.B", "C.D")
    assert run_build("properdocs", project).returncode == 0
    assert before != tree(project.site) == project.clean_tree()


@pytest.mark.parametrize("engine", ENGINES)
def test_strict_mode_keeps_the_last_good_site(project: Project, engine: str) -> None:
    before = tree(project.site)
    project.edit("gioi-thieu.md", "12-tb-vp.md", "khong-co.md")
    run = run_build(engine, project, "--strict")
    assert run.returncode == 1
    assert "strict mode" in run.stdout + run.stderr
    assert tree(project.site) == before


def test_mkdocs_is_still_mkdocs() -> None:
    """ProperDocs lies beside it and takes nothing from it."""
    code = "import mkdocs; print(mkdocs.__version__, mkdocs.__name__)"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.split() == [version("mkdocs"), "mkdocs"]
    pins = (PROJECT / "tests" / "requirements.txt").read_text("utf-8")
    assert f"properdocs=={version('properdocs')} " in pins
