"""When the scripts' environment is ready, installed again, or rebuilt. No network, no venv."""

from __future__ import annotations

import importlib.util
import itertools
import os
import subprocess
import sys
from importlib.metadata import metadata
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

from scripts.environment import OLDEST_PYTHON, entering, installing, refuse_python
from scripts.environment.installing import EnvironmentProblem, Level, Step


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "tests").mkdir()
    (tmp_path / "scripts" / "requirements").mkdir(parents=True)
    (tmp_path / "requirements.txt").write_text("mkdocs==1\n", encoding="utf-8")
    (tmp_path / Level.IMPORT.value).write_text("mammoth==1\n", encoding="utf-8")
    (tmp_path / "tests" / "requirements.txt").write_text("pytest==1\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand in for `venv` and pip; return what they were asked, in order."""
    log: list[str] = []

    def create(folder: Path, project: Path, held: int) -> None:
        log.append("create")
        python = installing.python_of(folder)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch(0o755)

    def install(project: Path, level: Level, held: int) -> None:
        log.append(f"install {level.value}")

    monkeypatch.setattr(installing, "create", create)
    monkeypatch.setattr(installing, "install", install)
    return log


def change(project: Path, name: str) -> None:
    with (project / name).open("a", encoding="utf-8") as file:
        file.write("extra==1\n")


def test_runtime_digest_knows_only_its_own_list(project: Path) -> None:
    before = installing.digest(project, Level.RUNTIME)
    change(project, "tests/requirements.txt")
    assert installing.digest(project, Level.RUNTIME) == before
    change(project, "requirements.txt")
    assert installing.digest(project, Level.RUNTIME) != before


@pytest.mark.parametrize("level", [Level.RUNTIME, Level.IMPORT])
def test_a_digest_knows_no_list_of_others(project: Path, level: Level) -> None:
    before = installing.digest(project, level)
    change(project, Level.TESTS.value)
    assert installing.digest(project, level) == before
    change(project, Level.IMPORT.value)
    assert (installing.digest(project, level) == before) is (level is Level.RUNTIME)


@pytest.mark.parametrize("name", [level.value for level in Level])
def test_tests_digest_knows_all_lists(project: Path, name: str) -> None:
    before = installing.digest(project, Level.TESTS)
    change(project, name)
    assert installing.digest(project, Level.TESTS) != before


def test_line_endings_do_not_change_the_digest(project: Path) -> None:
    before = installing.digest(project, Level.RUNTIME)
    (project / "requirements.txt").write_bytes(b"mkdocs==1\r\n")
    assert installing.digest(project, Level.RUNTIME) == before


def test_first_run_builds_and_second_does_nothing(project: Path, steps: list[str]) -> None:
    assert installing.make_ready(project, Level.RUNTIME, inside=False) is Step.REBUILD
    assert installing.make_ready(project, Level.RUNTIME, inside=False) is Step.NOTHING
    assert steps == ["create", "install requirements.txt"]


def test_tests_add_to_the_runtime_and_serve_it_too(project: Path, steps: list[str]) -> None:
    installing.make_ready(project, Level.RUNTIME, inside=False)
    assert installing.make_ready(project, Level.TESTS, inside=False) is Step.INSTALL
    assert installing.make_ready(project, Level.RUNTIME, inside=False) is Step.NOTHING
    assert steps[2:] == ["install tests/requirements.txt"]


def test_an_import_adds_its_packages_once(project: Path, steps: list[str]) -> None:
    """Whoever never imports installs none of them; whoever has the tests' packages has them."""
    for level, step in (
        (Level.RUNTIME, Step.REBUILD),
        (Level.IMPORT, Step.INSTALL),
        (Level.IMPORT, Step.NOTHING),
        (Level.RUNTIME, Step.NOTHING),
        (Level.TESTS, Step.INSTALL),
        (Level.IMPORT, Step.NOTHING),
    ):
        assert installing.make_ready(project, level, inside=False) is step
    assert steps[1:] == [f"install {level.value}" for level in Level]
    change(project, Level.IMPORT.value)
    assert installing.make_ready(project, Level.RUNTIME, inside=True) is Step.NOTHING
    assert installing.make_ready(project, Level.IMPORT, inside=True) is Step.INSTALL


@pytest.mark.parametrize(
    ("level", "lists"),
    [
        (Level.RUNTIME, ["requirements.txt"]),
        (Level.IMPORT, ["requirements.txt", Level.IMPORT.value]),
        (Level.TESTS, ["requirements.txt", Level.IMPORT.value, Level.TESTS.value]),
    ],
)
def test_pip_is_given_the_lists_of_a_level(
    project: Path, monkeypatch: pytest.MonkeyPatch, level: Level, lists: list[str]
) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], *_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(installing, "_run", run)
    installing.install(project, level, 0)
    [command] = asked
    given = [after for word, after in itertools.pairwise(command) if word == "-r"]
    assert given == lists


def test_changed_requirements_are_installed_again(project: Path, steps: list[str]) -> None:
    installing.make_ready(project, Level.TESTS, inside=False)
    change(project, "requirements.txt")
    assert installing.make_ready(project, Level.RUNTIME, inside=True) is Step.INSTALL
    assert installing.make_ready(project, Level.TESTS, inside=True) is Step.INSTALL
    assert steps.count("create") == 1


@pytest.mark.parametrize("first", [True, False])
def test_killed_installation_is_rebuilt(
    project: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch, first: bool
) -> None:
    if not first:
        installing.make_ready(project, Level.RUNTIME, inside=False)
        change(project, "requirements.txt")

    def killed(project: Path, level: Level, held: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(installing, "install", killed)
        with pytest.raises(KeyboardInterrupt):
            installing.make_ready(project, Level.RUNTIME, inside=False)
    steps.clear()
    assert installing.make_ready(project, Level.RUNTIME, inside=False) is Step.REBUILD
    assert steps == ["create", "install requirements.txt"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"python": "2.7"}'])
def test_broken_stamp_means_rebuild(project: Path, steps: list[str], text: str) -> None:
    installing.make_ready(project, Level.RUNTIME, inside=False)
    (project / ".venv" / "bantin.json").write_text(text, encoding="utf-8")
    assert installing.make_ready(project, Level.RUNTIME, inside=False) is Step.REBUILD


@pytest.mark.parametrize("key", ["project", "python"])
def test_moved_project_and_other_python_mean_rebuild(project: Path, key: str) -> None:
    wanted = installing.make_stamp(project, Level.RUNTIME)
    assert installing.plan_step(wanted | {key: "other"}, wanted) is Step.REBUILD


def test_lost_interpreter_means_rebuild(project: Path, steps: list[str]) -> None:
    installing.make_ready(project, Level.RUNTIME, inside=False)
    installing.python_of(project / ".venv").unlink()
    assert installing.make_ready(project, Level.RUNTIME, inside=False) is Step.REBUILD


def test_environment_never_deletes_itself_from_within(project: Path, steps: list[str]) -> None:
    with pytest.raises(EnvironmentProblem, match="Python của máy"):
        installing.make_ready(project, Level.RUNTIME, inside=True)
    assert steps == []


def test_missing_venv_module_is_explained(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(EnvironmentProblem, match="python3-venv"):
        installing.create(project / ".venv", project, 0)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("NewConnectionError: Failed to establish a new connection", "kiểm tra mạng"),
        ("ERROR: No matching distribution found for x==1", "pip không cài được"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "không đúng là tệp đã ghi"),
    ],
)
def test_failed_pip_is_explained(
    project: Path, monkeypatch: pytest.MonkeyPatch, said: str, told: str
) -> None:
    result = subprocess.CompletedProcess([], 1, "", said)
    monkeypatch.setattr(installing, "_run", lambda *_: result)
    with pytest.raises(EnvironmentProblem, match=told):
        installing.install(project, Level.RUNTIME, 0)


def test_whatever_is_installed_works_on_the_oldest_python() -> None:
    """Debian 12 has 3.11.2, where a library for 3.11.5 leaves an editor with nothing."""
    oldest = ".".join(map(str, (*OLDEST_PYTHON, 0)))
    lists = (installing.PROJECT / level.value for level in Level)
    lines = [line for one in lists for line in one.read_text("utf-8").splitlines()]
    names = [
        line.partition("==")[0] for line in lines if "==" in line and "sys_platform" not in line
    ]
    assert len(names) > 50
    wanted = {name: metadata(name)["Requires-Python"] or "" for name in names}
    assert [name for name in names if not SpecifierSet(wanted[name]).contains(oldest)] == []


def test_old_python_is_explained() -> None:
    assert refuse_python((3, 11)) == refuse_python((4, 0)) == ""
    told = refuse_python((3, 10))
    assert "máy đang dùng Python 3.10" in told
    assert "python.org" in told


def test_arriving_outside_again_stops_instead_of_looping(
    project: Path,
    steps: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(entering, "PROJECT", project)
    monkeypatch.setenv("BANTIN_ENTERING", "1")
    with pytest.raises(SystemExit, match="1"):
        entering.enter(Level.RUNTIME)
    assert "Không vào được môi trường" in capsys.readouterr().err
    assert "BANTIN_ENTERING" not in os.environ


def test_ready_environment_is_entered_in_silence(
    project: Path,
    steps: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    installing.make_ready(project, Level.RUNTIME, inside=False)
    monkeypatch.setattr(entering, "PROJECT", project)
    monkeypatch.setattr(sys, "prefix", str(project / ".venv"))
    entering.enter(Level.RUNTIME)
    assert capsys.readouterr() == ("", "")


def test_run_passes_the_exit_code_on() -> None:
    assert entering.run([sys.executable, "-c", "raise SystemExit(7)"]) == 7
