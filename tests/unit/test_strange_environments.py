"""A `.venv` that is not ours is never emptied, and the remedy that is told works to the letter."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.environment import installing
from scripts.environment.installing import EnvironmentProblem, Level, Step


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project; no network, and `venv` leaves an interpreter only."""
    root = tmp_path / "dự án"
    root.mkdir()
    (root / "requirements.txt").write_text("mkdocs==1\n", "utf-8")

    def run(command: list[str], *_: object) -> subprocess.CompletedProcess[str]:
        if "venv" in command:
            python = installing.python_of(Path(command[-1]))
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch(0o755)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(installing, "_run", run)
    return root


def environment_of_others(folder: Path) -> None:
    (folder / "bin").mkdir(parents=True)
    (folder / "pyvenv.cfg").write_text("home = /usr/bin\n", "utf-8")
    (folder / "bin" / "python").touch(0o755)


def link_to_anothers(venv: Path, elsewhere: Path) -> None:
    environment_of_others(elsewhere)
    venv.symlink_to(elsewhere)


def link_to_another_projects(venv: Path, elsewhere: Path) -> None:
    environment_of_others(elsewhere)
    installing.write_stamp(elsewhere, {"project": "/du-an/khac", "python": "3.11"})
    venv.symlink_to(elsewhere)


def relative_link(venv: Path, elsewhere: Path) -> None:
    environment_of_others(elsewhere)
    venv.symlink_to(Path("..", elsewhere.name))


def link_to_files(venv: Path, elsewhere: Path) -> None:
    elsewhere.mkdir()
    (elsewhere / "luận án.docx").write_text("duy nhất", "utf-8")
    venv.symlink_to(elsewhere)


def link_to_an_empty_folder(venv: Path, elsewhere: Path) -> None:
    elsewhere.mkdir()
    venv.symlink_to(elsewhere)


def link_to_a_file(venv: Path, elsewhere: Path) -> None:
    elsewhere.write_text("x", "utf-8")
    venv.symlink_to(elsewhere)


def link_that_leads_nowhere(venv: Path, elsewhere: Path) -> None:
    venv.symlink_to(elsewhere)


def link_to_itself(venv: Path, elsewhere: Path) -> None:
    venv.symlink_to(venv)


def link_to_the_home_folder(venv: Path, elsewhere: Path) -> None:
    elsewhere.mkdir()
    (elsewhere / ".ssh").mkdir()
    (elsewhere / ".ssh" / "id").write_text("khóa", "utf-8")
    venv.symlink_to(elsewhere)


def plain_file(venv: Path, elsewhere: Path) -> None:
    venv.write_text("PATH=x\n", "utf-8")


def pipe(venv: Path, elsewhere: Path) -> None:
    os.mkfifo(venv)


def environment_by_another_program(venv: Path, elsewhere: Path) -> None:
    environment_of_others(venv)


def folder_with_one_file(venv: Path, elsewhere: Path) -> None:
    venv.mkdir()
    (venv / ".an").write_text("ẩn", "utf-8")


def folder_with_a_folder(venv: Path, elsewhere: Path) -> None:
    (venv / "lib").mkdir(parents=True)


def folder_named_like_the_stamp(venv: Path, elsewhere: Path) -> None:
    (venv / "bantin.json").mkdir(parents=True)


STRANGE = [
    link_to_anothers,
    link_to_another_projects,
    relative_link,
    link_to_files,
    link_to_an_empty_folder,
    link_to_a_file,
    link_that_leads_nowhere,
    link_to_itself,
    link_to_the_home_folder,
    plain_file,
    pipe,
    environment_by_another_program,
    folder_with_one_file,
    folder_with_a_folder,
    folder_named_like_the_stamp,
]


def everything(root: Path) -> dict[str, str]:
    """Return path → kind and content of all below a folder but the lock."""
    found = (path for path in root.rglob("*") if ".cai-dat" not in str(path))
    return {str(path.relative_to(root)): _describe(path) for path in found}


def _describe(path: Path) -> str:
    if path.is_symlink():
        return f"→ {path.readlink()}"
    return path.read_text("utf-8") if path.is_file() else "folder or pipe"


@pytest.mark.skipif(sys.platform == "win32", reason="links and the remedy's commands are POSIX")
@pytest.mark.parametrize("make", STRANGE)
def test_what_is_not_ours_is_refused_and_the_remedy_works(
    project: Path, tmp_path: Path, make: Callable[[Path, Path], None]
) -> None:
    make(project / ".venv", tmp_path / "nơi khác")
    before = everything(tmp_path)
    with pytest.raises(EnvironmentProblem) as refused:
        installing.make_ready(project, Level.RUNTIME, inside=False)
    assert everything(tmp_path) == before
    told = str(refused.value)
    assert str(project / ".venv") in told
    remedy = re.search(r"(?:nguyên\)|đổi tên nó): (.+)\nrồi chạy lại", told)
    assert remedy is not None, told
    subprocess.run(["sh", "-c", remedy[1]], check=True, stdin=subprocess.DEVNULL)
    assert installing.make_ready(project, Level.RUNTIME, inside=False) is Step.REBUILD
    assert installing.make_ready(project, Level.RUNTIME, inside=False) is Step.NOTHING
    # All that was there still is, if need be under the new name.
    after = set(everything(tmp_path).values())
    assert {one for one in before.values() if not one.startswith("→")} <= after


def test_a_link_to_our_own_finished_environment_serves(project: Path, tmp_path: Path) -> None:
    installing.make_ready(project, Level.RUNTIME, inside=False)
    (project / ".venv").rename(tmp_path / "đĩa lớn")
    (project / ".venv").symlink_to(tmp_path / "đĩa lớn")
    assert installing.make_ready(project, Level.RUNTIME, inside=False) is Step.NOTHING


def test_an_empty_folder_is_taken(project: Path) -> None:
    (project / ".venv").mkdir()
    assert installing.make_ready(project, Level.RUNTIME, inside=False) is Step.REBUILD


def test_our_own_is_emptied_when_it_is_made_anew(project: Path) -> None:
    installing.make_ready(project, Level.RUNTIME, inside=False)
    old = project / ".venv" / "lib" / "python3.9" / "x.py"
    old.parent.mkdir(parents=True)
    old.touch()
    (project / ".venv" / "lib64").symlink_to("lib")
    installing.write_stamp(project / ".venv", {"project": str(project), "python": "3.9"})
    assert installing.make_ready(project, Level.RUNTIME, inside=False) is Step.REBUILD
    assert not old.exists()
    assert installing.read_stamp(project / ".venv") == installing.make_stamp(project, Level.RUNTIME)


def test_a_link_inside_our_own_is_removed_and_not_what_it_leads_to(
    project: Path, tmp_path: Path
) -> None:
    installing.make_ready(project, Level.RUNTIME, inside=False)
    (tmp_path / "khác").mkdir()
    (tmp_path / "khác" / "x").touch()
    (project / ".venv" / "lien-ket").symlink_to(tmp_path / "khác")
    installing.write_stamp(project / ".venv", {"project": str(project)})
    installing.make_ready(project, Level.RUNTIME, inside=False)
    assert (tmp_path / "khác" / "x").exists()
    assert not (project / ".venv" / "lien-ket").exists()


@pytest.mark.parametrize("when", ["create", "install"])
def test_an_interrupted_installation_is_ours_and_is_repaired(
    project: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    real = installing._run

    def killed(command: list[str], *rest: object) -> subprocess.CompletedProcess[str]:
        if ("venv" in command) == (when == "create"):
            (project / ".venv" / "bin").mkdir(exist_ok=True)
            (project / ".venv" / "bin" / "nửa").touch()
            raise KeyboardInterrupt
        return real(command, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(installing, "_run", killed)
        with pytest.raises(KeyboardInterrupt):
            installing.make_ready(project, Level.RUNTIME, inside=False)
    assert installing.make_ready(project, Level.RUNTIME, inside=False) is Step.REBUILD
    assert not (project / ".venv" / "bin" / "nửa").exists()
    assert installing.make_ready(project, Level.RUNTIME, inside=False) is Step.NOTHING


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Error: ... ensurepip is not available ...", "sudo apt install python3-venv"),
        ("OSError: [Errno 28] No space left on device", "vì đĩa đã đầy"),
        ("Error: lạ", "Error: lạ"),
    ],
)
def test_a_failing_venv_is_explained(
    project: Path, monkeypatch: pytest.MonkeyPatch, said: str, told: str
) -> None:
    result = subprocess.CompletedProcess([], 1, said, "")
    monkeypatch.setattr(installing, "_run", lambda *_: result)
    with pytest.raises(EnvironmentProblem, match=re.escape(told)):
        installing.make_ready(project, Level.RUNTIME, inside=False)


LIST = "# thư viện\nmkdocs==1.6.1\nMarkdown==3.9\nmarkdown-x==1\nx==1 \\\n    --hash=sha256:0\n"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "ERROR: Could not find a version that satisfies the requirement mkdocs==1.6.1 (from "
            "versions: none)\nERROR: No matching distribution found for mkdocs==1.6.1",
            "requirements.txt, dòng 2 (mkdocs==1.6.1)",
        ),
        (
            "ERROR: No matching distribution found for markdown==3.9",
            "requirements.txt, dòng 3 (markdown==3.9)",
        ),
        ("ERROR: Failed building wheel for Markdown", "requirements.txt, dòng 3 (Markdown)"),
        (
            "ERROR: Failed to build 'markdown-x' when getting requirements",
            "requirements.txt, dòng 4 (markdown-x)",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n"
            "    x==1 from https://files.example/x.whl:\n        Expected sha256 0",
            "requirements.txt, dòng 5 (x==1)",
        ),
        (
            "ERROR: Invalid requirement: 'a b': Expected end (from line 4 of requirements.txt)",
            "requirements.txt, dòng 4",
        ),
        ("ERROR: lạ", "requirements.txt"),
    ],
)
def test_the_line_that_failed_is_named(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    said: str,
    told: str,
) -> None:
    (project / "requirements.txt").write_text(LIST, "utf-8")
    result = subprocess.CompletedProcess([], 1, "", said)
    monkeypatch.setattr(installing, "_run", lambda *_: result)
    with pytest.raises(EnvironmentProblem, match=re.escape(told)):
        installing.install(project, Level.RUNTIME, 0)
    assert said in capsys.readouterr().err
