"""A mistake in a program ends in a message with the file, the step and the log; no traceback."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import mkdocs.utils
import pytest
from bantin.building import build_session, intake, reading, render_stale
from bantin.mkdocs import publisher
from bantin.outputs import output
from bantin.unforeseen import LOG_FOLDER

from tests.integration.project import ARTICLE, BODY, Project, tree

PROJECT = Path(__file__).resolve().parents[2]
UNTOUCHED = "Trang đã xuất bản trước đó vẫn giữ nguyên."
HALF_WAY = "Trang đang nửa cũ nửa mới"


def broken(*_: object, **__: object) -> None:
    raise ZeroDivisionError("lạ")


def broken_for(name: str, real: Callable[..., object]) -> Callable[..., object]:
    """Return a function that fails only when an argument has a name."""

    def maybe(*arguments: object, **options: object) -> object:
        if any(name in str(argument) for argument in arguments):
            broken()
        return real(*arguments, **options)

    return maybe


@pytest.mark.parametrize(
    ("owner", "name", "only", "step", "state"),
    [
        (reading, "read_record", ARTICLE, f"đọc bản ghi {ARTICLE} (", UNTOUCHED),
        (reading, "read_record", BODY, f"đọc bản ghi {BODY} (", UNTOUCHED),
        (intake, "assign_tasks", "", "dựng trang (", UNTOUCHED),
        (publisher, "gather_files", "", "dựng trang (", UNTOUCHED),
        (publisher, "render_chromes", "", "dựng trang (", UNTOUCHED),
        (render_stale, "fingerprint", "tin-tuc/2020/03/hop-thang-ba/", BODY[:0], UNTOUCHED),
        (build_session, "make_index", "", "dựng trang (", UNTOUCHED),
        (mkdocs.utils, "write_file", "", "dựng trang (", UNTOUCHED),
        (publisher, "check_pages", "", "dựng trang (", UNTOUCHED),
        (build_session, "publish", "", "dựng trang (", UNTOUCHED),
    ],
)
def test_a_mistake_is_told_and_the_site_stays(
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    owner: object,
    name: str,
    only: str,
    step: str,
    state: str,
) -> None:
    project.edit(ARTICLE, "Ban Mẫu họp", "Ban Mẫu mực họp")
    project.edit(BODY, "2001", "2002")
    before = tree(project.site)
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, broken_for(only, getattr(owner, name)))
        outcome = project.build()
    assert outcome.code == 1
    assert outcome.log[-1] == f"ABORT Dừng lại. {state}" or state in outcome.log[-1]
    told = outcome.errors[-1]
    assert f"chưa lường trước khi {step}" in told
    assert "(ZeroDivisionError)" in told
    assert "Traceback" not in "".join((*outcome.log, outcome.stderr))
    (log,) = (project.root / LOG_FOLDER).iterdir()
    assert str(log) in told
    assert "ZeroDivisionError: lạ" in log.read_text("utf-8")
    assert tree(project.site) == before
    assert project.build().code == 0
    assert tree(project.site) == project.clean_tree()


def test_a_mistake_in_the_midst_of_publishing_says_that_the_site_is_half_new(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.edit(ARTICLE, "Ban Mẫu họp", "Ban Mẫu mực họp")
    real, moves = os.replace, iter(range(2))

    def replace(source: str, target: str) -> None:
        if f"{os.sep}site{os.sep}" in str(target) and next(moves, None) is None:
            broken()
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace)
        outcome = project.build()
    assert outcome.code == 1
    assert "(ZeroDivisionError)" in outcome.errors[-1]
    assert HALF_WAY in outcome.log[-1]
    assert project.build().code == 0
    assert tree(project.site) == project.clean_tree()


def test_a_page_that_cannot_be_rendered_is_named_with_its_record(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.edit(ARTICLE, "Ban Mẫu họp", "Ban Mẫu mực họp")
    real = output.Output.render

    def render(self: output.Output, renderer: object) -> bytes:
        if self.path.startswith(ARTICLE.removesuffix(".md")):
            broken()
        return real(self, renderer)  # type: ignore[arg-type]

    monkeypatch.setattr(output.Output, "render", render)
    outcome = project.build()
    path = f"{ARTICLE.removesuffix('.md')}/index.html"
    assert f"khi dựng {path}, trong lúc dựng các trang của {ARTICLE} (" in outcome.errors[-1]


# Python runs this file first in every process; it spoils one function of the library.
SPOILER = """
import os, sys, time
place, _, name = os.environ["BANTIN_SPOILED"].partition(":")
if os.environ.get("BANTIN_SPOILED_ONLY", "") in " ".join(sys.orig_argv):
    import importlib
    def spoiled(*_, **__):
        if os.environ["BANTIN_SPOILED_HOW"] == "hang":
            print("đang treo", flush=True)
            time.sleep(60)
        raise ZeroDivisionError("lạ")
    try:
        setattr(importlib.import_module(place), name, spoiled)
    except ImportError:
        pass  # not yet in the environment
"""
COMMANDS = {
    "check.py": ((), "bantin.checking.check:check_records", "chạy check.py"),
    "new.py": (("--title", "x"), "bantin.writing.options:read_options", "chạy new.py"),
    "import_text.py": (("README.md",), "bantin.importing.plan:plan_import", "chạy import_text.py"),
    "views.py": (("README.md",), "bantin.views.count_logs:count_logs", "chạy views.py"),
    "install_hook.py": ((), "bantin.checking.hook:install_hook", "chạy install_hook.py"),
    "install_ci.py": (
        ("github",),
        "bantin.checking.pipelines:write_pipeline",
        "chạy install_ci.py",
    ),
    "build.py": (("-d", "{tmp}/site"), "mkdocs.config:load_config", "chạy MkDocs"),
    "start.py": (("--port", "64000"), "bantin.mkdocs.preview.engine:run_preview", "xem thử"),
}


def spoil(tmp_path: Path, script: str, how: str) -> tuple[list[str], dict[str, str]]:
    arguments, place, _ = COMMANDS[script]
    (tmp_path / "spoiler").mkdir()
    (tmp_path / "spoiler" / "sitecustomize.py").write_text(SPOILER, "utf-8")
    command = [sys.executable, str(PROJECT / "scripts" / script)]
    command += [part.format(tmp=tmp_path) for part in arguments]
    return command, os.environ | {
        "PYTHONPATH": str(tmp_path / "spoiler"),
        "BANTIN_SPOILED": place,
        "BANTIN_SPOILED_HOW": how,
    }


@pytest.mark.parametrize("script", COMMANDS)
def test_no_command_ends_in_a_traceback(tmp_path: Path, script: str) -> None:
    command, environment = spoil(tmp_path, script, "fail")
    run = subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    said = run.stdout + run.stderr
    assert run.returncode == 1, said
    assert f"chưa lường trước khi {COMMANDS[script][2]} (ZeroDivisionError)" in said
    assert "Traceback" not in said
    log = re.search(r"tệp nhật ký (.+\.log)\.", said)
    assert log is not None
    kept = Path(log[1]).read_text("utf-8")
    Path(log[1]).unlink()
    assert "ZeroDivisionError: lạ" in kept
    assert script in kept or "mkdocs" in kept


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("script", COMMANDS)
def test_ctrl_c_ends_every_command_with_one_line(tmp_path: Path, script: str) -> None:
    command, environment = spoil(tmp_path, script, "hang")
    with subprocess.Popen(
        command,
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # A terminal sends Ctrl-C to all processes of a command.
        process_group=0,
    ) as run:
        assert run.stdout is not None
        while "đang treo" not in (line := run.stdout.readline()):
            assert line, run.communicate()
        os.killpg(run.pid, signal.SIGINT)
        said = "".join(run.communicate())
    # Ctrl-C is how a preview ends.
    assert run.returncode == (0 if script == "start.py" else 130), said
    assert "Traceback" not in said
    assert "Đã dừng" in said or script in ("new.py",)
    assert "Aborted" not in said


# Presses Ctrl-C in the moment in which a file is about to be loaded.
PRESSER = """
import os, signal, sys
class Presser:
    def find_spec(self, name, *_):
        if name == os.environ["BANTIN_PRESSED"]:
            sys.meta_path.remove(self)
            os.kill(os.getppid() if "mkdocs" in name else os.getpid(), signal.SIGINT)
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Presser())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("script", "module"),
    [
        ("check.py", "environment.entering"),
        ("check.py", "environment.installing"),
        ("check.py", "bantin.command_line"),
        ("check.py", "bantin.checking.check"),
        ("new.py", "bantin.writing.draft"),
        ("views.py", "bantin.views.count_logs"),
        ("build.py", "environment.processes"),
        ("build.py", "bantin.mkdocs.command"),
        ("build.py", "mkdocs.__main__"),
        ("build.py", "mkdocs.commands.build"),
        ("build.py", "bantin.mkdocs.publisher"),
    ],
)
def test_ctrl_c_while_files_are_loading_is_answered(
    tmp_path: Path, script: str, module: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(PRESSER, "utf-8")
    command = [sys.executable, str(PROJECT / "scripts" / script)]
    command += ["-d", f"{tmp_path}/site"] if script == "build.py" else []
    run = subprocess.run(
        command,
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(tmp_path), "BANTIN_PRESSED": module},
        capture_output=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )
    said = run.stdout + run.stderr
    assert run.returncode == 130, said
    assert "Traceback" not in said
    assert not (tmp_path / "site").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
def test_a_reader_that_goes_away_ends_a_check_in_silence(tmp_path: Path) -> None:
    """As `check.py | head -1`, with more to say than a pipe holds."""
    folder = tmp_path / "docs" / "tin-tuc" / "2020" / "03"
    folder.mkdir(parents=True)
    for number in range(900):
        (folder / f"a{number}.md").write_text("---\ntitle: x\nla: 1\n---\n", "utf-8")
    check = f"{sys.executable} {PROJECT}/scripts/check.py --no-cache --docs {tmp_path}/docs"
    run = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {check} | head -1"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.stderr == ""
    assert run.stdout.startswith("LỖI")
    assert run.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("script", ["check.py", "install_ci.py"])
def test_output_onto_a_full_disk_is_told(script: str) -> None:
    command = [sys.executable, str(PROJECT / "scripts" / script)]
    command += ["--help"] if script == "install_ci.py" else []
    # Else Python's parser passes over what it cannot write.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        run = subprocess.run(
            command,
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert run.returncode == 1
    assert run.stderr.startswith("Lỗi: không ghi được (đĩa đã đầy)")
    assert "Traceback" not in run.stderr
    assert "Exception ignored" not in run.stderr
