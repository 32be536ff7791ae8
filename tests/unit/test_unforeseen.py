"""What nobody foresaw: a message for the editor, a log for the maintainer, never a traceback."""

from __future__ import annotations

import errno
import io
import os
import pickle
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from bantin import unforeseen
from bantin.unforeseen import LOG_FOLDER, Doing, guard, reason_of, tell_disk_fault, tell_unforeseen


def fail(*steps: tuple[str, str], error: Exception | None = None) -> Exception:
    """Return an error that was raised within steps, the outermost first."""
    try:
        _within(list(steps), error or RecursionError("maximum recursion depth exceeded"))
    except Exception as raised:
        return raised
    raise AssertionError


def _within(steps: list[tuple[str, str]], error: Exception) -> None:
    if not steps:
        raise error
    with Doing(*steps[0]):
        _within(steps[1:], error)


def logs(project: Path) -> list[Path]:
    return sorted((project / LOG_FOLDER).iterdir())


def test_the_message_names_the_step_the_file_and_the_log(tmp_path: Path) -> None:
    told = tell_unforeseen(fail(("đọc bản ghi", "tin-tuc/2020/03/a.md")), tmp_path)
    (log,) = logs(tmp_path)
    assert "chưa lường trước khi đọc bản ghi tin-tuc/2020/03/a.md (RecursionError)" in told
    assert told.endswith(f"tệp nhật ký {log}.")
    assert "Traceback" not in told
    kept = log.read_text("utf-8")
    assert "Traceback (most recent call last)" in kept
    assert "maximum recursion depth exceeded" in kept
    assert "đọc bản ghi tin-tuc/2020/03/a.md" in kept


def test_of_steps_the_innermost_comes_first(tmp_path: Path) -> None:
    error = fail(("dựng các trang của", "a.md"), ("dựng", "a/index.html"))
    told = tell_unforeseen(error, tmp_path)
    assert "khi dựng a/index.html, trong lúc dựng các trang của a.md (" in told


def test_steps_of_the_error_that_led_to_another_are_told(tmp_path: Path) -> None:
    outer = RuntimeError("khác")
    outer.__cause__ = fail(("đọc bản ghi", "a.md"))
    assert "khi đọc bản ghi a.md (RuntimeError)" in tell_unforeseen(outer, tmp_path)


def test_an_error_without_steps_has_the_commands(tmp_path: Path) -> None:
    error = ValueError("x")
    error.add_note("a note of a library")
    assert "khi chạy check.py (ValueError)" in tell_unforeseen(error, tmp_path, "chạy check.py")


def test_a_step_travels_with_its_error_from_a_worker(tmp_path: Path) -> None:
    error = pickle.loads(pickle.dumps(fail(("đọc bản ghi", "a.md"))))
    assert "khi đọc bản ghi a.md (" in tell_unforeseen(error, tmp_path)


@pytest.mark.parametrize("name", ["\x1b[31mđỏ.md", "a\nb.md", "\udcff.md", "\u202egnp.md", "\x07"])
def test_a_name_does_no_harm_on_a_terminal(tmp_path: Path, name: str) -> None:
    told = tell_unforeseen(fail(("đọc bản ghi", name)), tmp_path)
    assert told.isprintable()
    assert repr(name)[1:-1] in told


def test_logs_of_one_second_do_not_replace_each_other(tmp_path: Path) -> None:
    for _ in range(3):
        tell_unforeseen(ValueError(), tmp_path)
    assert len(logs(tmp_path)) == 3


def block(project: Path, patch: pytest.MonkeyPatch) -> None:
    """Put a file where the folder of logs would be."""
    (project / LOG_FOLDER).write_text("", "utf-8")


def remove(project: Path, patch: pytest.MonkeyPatch) -> None:
    project.rmdir()


@pytest.mark.parametrize("hinder", [block, remove])
def test_the_folder_for_temporary_files_keeps_the_log_if_need_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hinder: Callable[..., None]
) -> None:
    (tmp_path / "tam").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tam"))
    project = tmp_path / "du-an"
    project.mkdir()
    hinder(project, monkeypatch)
    told = tell_unforeseen(ValueError("lạ"), project)
    (log,) = (tmp_path / "tam").iterdir()
    assert str(log) in told
    assert "ValueError: lạ" in log.read_text("utf-8")


@pytest.mark.parametrize("temporary", [None, "khong-co"])
def test_the_traceback_is_told_where_no_folder_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, temporary: str | None
) -> None:
    block(tmp_path, monkeypatch)

    def find_none() -> str:
        if temporary is None:
            raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")
        return str(tmp_path / LOG_FOLDER / temporary)

    monkeypatch.setattr(tempfile, "gettempdir", find_none)
    told = tell_unforeseen(fail(), tmp_path)
    assert "không ghi được nhật ký" in told
    assert "Traceback (most recent call last)" in told


def test_developers_may_see_the_traceback_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANTIN_DEBUG", "1")
    told = tell_unforeseen(fail(), tmp_path)
    assert str(logs(tmp_path)[0]) in told
    assert "Traceback (most recent call last)" in told


@pytest.mark.parametrize("timestamp", [0.0, -1.0, 253402300799.0])
def test_any_clock_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, timestamp: float
) -> None:
    moment = time.gmtime(timestamp)
    real = time.strftime
    monkeypatch.setattr(time, "strftime", lambda form, *_: real(form, moment))
    assert f"loi-{real('%Y', moment)}" in tell_unforeseen(ValueError(), tmp_path)


def test_a_disk_that_refuses_is_no_mistake_of_a_program() -> None:
    full = OSError(errno.ENOSPC, "No space left on device", "docs/a.md")
    assert tell_disk_fault(full) == (
        "không đọc hoặc không ghi được docs/a.md (đĩa đã đầy); "
        "xem lại quyền ghi và chỗ trống trên đĩa rồi chạy lại"
    )
    assert tell_disk_fault(full, "dựng lại").endswith("rồi dựng lại")
    assert tell_disk_fault(FileNotFoundError(errno.ENOENT, "No such file", "x")) == ""
    assert tell_disk_fault(ValueError()) == ""


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOENT, "không có tệp này"),
        (errno.EISDIR, "có thư mục ở chỗ của tệp"),
        (errno.ENAMETOOLONG, "tên quá dài"),
        (errno.EACCES, "không có quyền"),
        (errno.EADDRNOTAVAIL, "máy này không có địa chỉ ấy"),
    ],
)
def test_reasons_are_vietnamese(number: int, reason: str) -> None:
    assert reason_of(OSError(number, os.strerror(number))) == reason


def test_an_error_without_a_number_still_has_a_reason() -> None:
    assert reason_of(OSError()) == "OSError"


def raising(error: BaseException) -> Callable[[], int]:
    def main() -> int:
        raise error

    return main


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (ValueError("x"), 1, "Lỗi: chương trình gặp lỗi chưa lường trước khi chạy x (ValueError)"),
        (RecursionError(), 1, "(RecursionError)"),
        (MemoryError(), 1, "(MemoryError)"),
        (AssertionError(), 1, "(AssertionError)"),
        (FileNotFoundError(errno.ENOENT, "No such file"), 1, "(FileNotFoundError)"),
        (UnicodeEncodeError("ascii", "ế", 0, 1, "x"), 1, "(UnicodeEncodeError)"),
        (OSError(errno.ENOSPC, "No space", "a"), 1, "Lỗi: không đọc hoặc không ghi được a (đĩa đã"),
        (PermissionError(errno.EACCES, "Permission denied", "a"), 1, "(không có quyền)"),
        (OSError(errno.EROFS, "Read-only file system"), 1, "(đĩa chỉ cho đọc)"),
        (KeyboardInterrupt(), 130, "Đã dừng theo lệnh của bạn."),
        # Not of our output: it is as good as any other error.
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 1, "(BrokenPipeError)"),
    ],
)
def test_whatever_a_command_raises_ends_in_a_message_and_a_code(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    told: str,
) -> None:
    assert guard(raising(error), tmp_path, "chạy x") == code
    said = capsys.readouterr().err
    assert told in said
    assert "Traceback" not in said
    assert said.endswith(".\n")


def test_a_commands_own_end_passes(tmp_path: Path) -> None:
    assert guard(lambda: 3, tmp_path) == 3
    assert guard(raising(SystemExit(7)), tmp_path) == 7
    assert guard(raising(SystemExit(None)), tmp_path) == 0
    assert guard(raising(SystemExit("Lỗi: x.")), tmp_path) == 1
    assert list(tmp_path.iterdir()) == []


def test_an_end_by_the_system_is_as_a_shell_tells_it() -> None:
    """Else a pipeline would take `| head` for a check that found errors."""
    assert unforeseen.INTERRUPTED == 128 + signal.SIGINT
    if sys.platform != "win32":
        assert unforeseen._NOBODY_READS == 128 + signal.SIGPIPE


def test_output_that_nobody_can_take_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        def fileno(self) -> int:
            raise io.UnsupportedOperation

    monkeypatch.setattr(sys, "stdout", Full())
    assert guard(lambda: 0, tmp_path) == 1
    assert "không ghi được (đĩa đã đầy)" in capsys.readouterr().err
