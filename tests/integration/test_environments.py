"""Real environments of tiny projects: strange places, two at once, other users, old Pythons.

Nothing is fetched: the list of packages is empty. So no network is needed.
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.permissions import AS_FORBIDDEN, closed

PROJECT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted((PROJECT / "scripts").glob("*.py"))
SCRIPT = """
import sys
from environment import command


def main() -> int:
    import bantin.unforeseen

    print("đã vào", sys.prefix)
    return 5


if __name__ == "__main__":
    command(main)
"""
# An old Python knows of its version, and of nothing that came later.
OLD_PYTHON = """
import runpy, sys
sys.version_info = (3, 6, 15)
sys.argv = sys.argv[1:]
sys.path.insert(0, sys.argv[0].rpartition("/")[0])
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def make(root: Path) -> Path:
    """Make a project with a script of its own."""
    shutil.copytree(PROJECT / "scripts" / "environment", root / "scripts" / "environment")
    (root / "hooks" / "bantin").mkdir(parents=True)
    for name in ("__init__.py", "unforeseen.py"):
        shutil.copy(PROJECT / "hooks" / "bantin" / name, root / "hooks" / "bantin")
    shutil.copy(PROJECT / "pyproject.toml", root)
    (root / "requirements.txt").write_text("# không có gì\n", "utf-8")
    (root / "scripts" / "xem.py").write_text(SCRIPT, "utf-8")
    return root


def copy(made: Path, root: Path) -> None:
    """Copy a project, as if its environment had been made in the new place."""
    shutil.copytree(made, root, symlinks=True)
    stamp = root / ".venv" / "bantin.json"
    stamp.write_text(json.dumps(json.loads(stamp.read_text("utf-8")) | {"project": str(root)}))


def command(root: Path, *before: str) -> list[str]:
    # The Python that made this one's environment: a person has none of ours yet.
    return [*before, sys._base_executable, str(root / "scripts" / "xem.py")]  # type: ignore[attr-defined]


def start(root: Path, *before: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(root, *before),
        cwd=root,
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in a place with spaces and Vietnamese letters, started once."""
    root = make(tmp_path_factory.mktemp("x") / "Bản tin (số 1) & “khác”")
    run = start(root)
    assert (run.returncode, run.stderr) == (5, "")
    assert run.stdout.splitlines()[-1] == f"đã vào {root / '.venv'}"
    return root


def test_a_second_start_enters_at_once(made: Path) -> None:
    run = start(made)
    assert (run.returncode, run.stdout, run.stderr) == (5, f"đã vào {made / '.venv'}\n", "")


def test_a_place_over_a_link_is_the_same_place(made: Path, tmp_path: Path) -> None:
    (tmp_path / "liên kết").symlink_to(made)
    run = start(tmp_path / "liên kết")
    assert (run.returncode, run.stdout, run.stderr) == (5, f"đã vào {made / '.venv'}\n", "")


@pytest.mark.parametrize("missing", [("HOME",), ("PATH",), ("LANG", "LC_ALL", "TMPDIR", "HOME")])
def test_little_is_needed_of_the_surroundings(made: Path, missing: tuple[str, ...]) -> None:
    run = subprocess.run(
        command(made),
        env={key: value for key, value in os.environ.items() if key not in missing},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (5, f"đã vào {made / '.venv'}\n", "")


@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252:strict"},
        {"PYTHONIOENCODING": "utf-16"},
    ],
)
def test_any_console_is_told_in_utf8(made: Path, settings: dict[str, str]) -> None:
    run = start(made, **settings)
    assert (run.returncode, run.stdout, run.stderr) == (5, f"đã vào {made / '.venv'}\n", "")


@pytest.mark.parametrize("language", ["C", "POSIX"])
def test_any_language_of_the_system_makes_and_enters_an_environment(
    made: Path, tmp_path: Path, language: str
) -> None:
    """A program that runs by the clock often has none, and Windows one without Vietnamese."""
    run = start(made, LC_ALL=language)
    assert (run.returncode, run.stdout, run.stderr) == (5, f"đã vào {made / '.venv'}\n", "")
    root = make(tmp_path / "Đắk Nông")
    run = start(root, LC_ALL=language)
    assert (run.returncode, run.stderr) == (5, "")
    [file] = (root / ".venv").glob("**/bantin.pth")
    assert file.read_bytes().isascii()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
@pytest.mark.parametrize("closing", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams_do_no_harm(made: Path, closing: str) -> None:
    line = f'"$@" {closing}'
    run = subprocess.run(
        ["sh", "-c", line, "sh", *command(made)], capture_output=True, encoding="utf-8", check=False
    )
    assert (run.returncode, run.stderr) == (5, "")


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permissions there")
def test_a_finished_environment_serves_people_who_may_not_write(made: Path) -> None:
    with closed(made):
        run = start(made, *AS_FORBIDDEN)
    assert (run.returncode, run.stdout, run.stderr) == (5, f"đã vào {made / '.venv'}\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permissions there")
def test_people_who_may_not_write_are_told_what_to_do(tmp_path: Path) -> None:
    root = make(tmp_path / "dự án")
    with closed(root):
        run = start(root, *AS_FORBIDDEN)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith(f"Lỗi: Không ghi được {root / '.cai-dat.bantin'}: bạn không có ")
    assert "Hãy chép (git clone) dự án vào thư mục của bạn" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permissions there")
@pytest.mark.parametrize("changed", [False, True])
def test_an_environment_of_another_user_is_told_of(
    made: Path, tmp_path: Path, changed: bool
) -> None:
    """Its Python lies behind a closed door, or its packages are old."""
    root = tmp_path / "dự án"
    copy(made, root)
    behind = tmp_path / "nhà người khác"
    behind.mkdir()
    if changed:
        (root / "requirements.txt").write_text("# khác\n", "utf-8")
    else:
        python = root / ".venv" / "bin" / "python"
        python.rename(behind / "python")
        python.symlink_to(behind / "python")
    with closed(root), closed(behind, 0):
        run = start(root, *AS_FORBIDDEN)
    assert (run.returncode, run.stdout) == (1, "")
    assert "bạn không có quyền" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_moved_project_makes_its_environment_anew(made: Path, tmp_path: Path) -> None:
    root = tmp_path / "nơi mới"
    shutil.copytree(made, root, symlinks=True)
    run = start(root)
    assert (run.returncode, run.stderr) == (5, "")
    assert run.stdout.splitlines()[-1] == f"đã vào {root / '.venv'}"


@pytest.mark.skipif(sys.platform == "win32", reason="an interpreter there is no link")
@pytest.mark.parametrize("target", ["/khong/co/python3", "python"])
def test_a_broken_link_to_python_is_mended(made: Path, tmp_path: Path, target: str) -> None:
    root = tmp_path / "x"
    copy(made, root)
    python = root / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(target)
    run = start(root)
    assert (run.returncode, run.stderr) == (5, "")


@pytest.mark.skipif(sys.platform == "win32", reason="no such file is executable there")
def test_a_python_that_does_not_run_is_told_of(made: Path, tmp_path: Path) -> None:
    root = tmp_path / "x"
    copy(made, root)
    python = root / ".venv" / "bin" / "python"
    python.unlink()
    python.write_bytes(b"\x7fELF of another machine")
    python.chmod(0o755)
    run = start(root)
    assert run.returncode == 1
    assert "Không chạy được Python của môi trường" in run.stderr
    assert "Traceback" not in run.stderr


def test_of_two_starts_at_once_the_second_waits_and_says_so(tmp_path: Path) -> None:
    root = make(tmp_path / "x")
    runs = [
        subprocess.Popen(
            command(root), stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )
        for _ in range(3)
    ]
    told = [run.communicate() for run in runs]
    assert [run.returncode for run in runs] == [5, 5, 5]
    assert [errors for _, errors in told] == ["", "", ""]
    outputs = sorted(output for output, _ in told)
    assert sum("Đang tạo môi trường" in output for output in outputs) == 1
    assert sum("chờ lệnh ấy xong" in output for output in outputs) == 2
    assert {output.splitlines()[-1] for output in outputs} == {f"đã vào {root / '.venv'}"}


def test_a_start_that_is_killed_while_it_installs_is_made_up_for(tmp_path: Path) -> None:
    root = make(tmp_path / "x")
    run = subprocess.Popen(command(root), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not (root / ".venv" / "pyvenv.cfg").exists():
        assert run.poll() is None
        time.sleep(0.01)
    run.kill()
    run.wait()
    again = start(root)
    assert (again.returncode, again.stderr) == (5, "")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_an_old_python_gets_as_far_as_the_message(script: Path) -> None:
    for path in (script, PROJECT / "scripts" / "environment" / "__init__.py"):
        tree = ast.parse(path.read_text("utf-8"), feature_version=(3, 7))
        # Python 3.6 does not know it.
        assert not [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module == "__future__"
        ]
    run = subprocess.run(
        [sys.executable, "-c", OLD_PYTHON, str(script)],
        env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == (
        "Lỗi: cần Python 3.11 trở lên, máy đang dùng Python 3.6.\n"
        "Hãy cài bản mới từ https://www.python.org/downloads/ rồi chạy lại bằng bản đó.\n"
    )
