"""Tells an editor of errors that no code expected, and of a disk that refuses.

Needs the standard library only: scripts load it before anything is installed. Knows no other part
of the publisher.
"""

from __future__ import annotations

import contextlib
import errno
import os
import platform
import select
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

# In the project's folder, beside the other files that Git ignores.
LOG_FOLDER = ".nhat-ky.bantin"
# Any value but "" also shows the traceback on the terminal.
DEBUG = "BANTIN_DEBUG"

# As a shell reports a program that SIGINT or SIGPIPE ended.
INTERRUPTED = 130
_NOBODY_READS = 141
# Faults that an editor can mend, in the editor's language.
DISK_FAULTS = {
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết dung lượng được cấp",
    errno.EFBIG: "tệp vượt cỡ cho phép",
    errno.EROFS: "đĩa chỉ cho đọc",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EIO: "đĩa bị lỗi",
}
_REASONS = {
    errno.ENOENT: "không có tệp này",
    errno.ENOTDIR: "có tệp ở chỗ của thư mục",
    errno.EISDIR: "có thư mục ở chỗ của tệp",
    errno.EEXIST: "đã có tệp ở chỗ ấy",
    errno.ENOTEMPTY: "thư mục không trống",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "liên kết lòng vòng",
    errno.EBUSY: "chương trình khác hoặc một ổ đĩa gắn vào đang giữ",
    errno.EXDEV: "nằm trên ổ đĩa khác",
    errno.EMFILE: "mở quá nhiều tệp cùng lúc",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ ấy",
    errno.ENOEXEC: "không chạy được trên máy này",
    **DISK_FAULTS,
}
# What to do about a disk that refuses. What follows is "rồi" and what to do then.
LOOK_AT_DISK = "xem lại quyền ghi và chỗ trống trên đĩa"


class _StepNote(str):
    """A note on an error: the step that was being done. Other people's notes are plain text."""

    __slots__ = ()


class Doing:
    """Notes in each error of its block what was being done.

    The note stays with the error, also when a worker process hands the error on.
    """

    __slots__ = ("_file", "_what")

    def __init__(self, what: str, file: object = "") -> None:
        """Name a step.

        Args:
            what: a Vietnamese verb with its object, as "đọc bản ghi".
            file: the file or page in hand; "" for none.
        """
        self._what = what
        self._file = file

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Exception):
            error.add_note(_StepNote(f"{self._what} {self._file}".rstrip()))


def tell_disk_fault(error: BaseException, then: str = "chạy lại") -> str:
    """Return an editor's message about a fault of the disk; "" for all other errors.

    Args:
        error: any error.
        then: what the editor does after the remedy.
    """
    if not isinstance(error, OSError) or error.errno not in DISK_FAULTS:
        return ""
    place = refused_file(error)
    what = f"không đọc hoặc không ghi được {_shown(place)}" if place else "không ghi được"
    return f"{what} ({DISK_FAULTS[error.errno]}); {LOOK_AT_DISK} rồi {then}"


def reason_of(error: OSError) -> str:
    """Return why the system refused, in Vietnamese where that is known."""
    return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__


def refused_file(error: OSError) -> object:
    """Return the written file: the second of two, as in a copy or a move."""
    return error.filename2 or error.filename


def tell_unforeseen(error: BaseException, project: Path, step: str = "") -> str:
    """Keep an error's traceback in a log file. Return a message that names the file.

    Args:
        error: the error. Its steps are told.
        project: keeps the log; the folder for temporary files does where the project cannot.
        step: is told of an error without steps.

    Returns:
        A sentence with its full stop. The traceback follows where no folder takes the log, or where
        the developer wants it.
    """
    step = _step_of(error) or step
    while_doing = f" khi {_shown(step)}" if step else ""
    said = f"chương trình gặp lỗi chưa lường trước{while_doing} ({type(error).__name__})"
    trace = "".join(traceback.format_exception(error))
    place = _keep(_log(said, trace), project)
    if place is None:
        return (
            f"{said}; không ghi được nhật ký, hãy gửi người phụ trách kỹ thuật đoạn sau:\n{trace}"
        )
    told = f"{said}; hãy gửi người phụ trách kỹ thuật tệp nhật ký {_shown(place)}."
    return f"{told}\n{trace}" if os.environ.get(DEBUG) else told


def guard(main: Callable[[], int], project: Path, step: str = "") -> int:
    """Run a command. Return its exit code; whatever it raises ends in a message, never a traceback.

    Args:
        main: the command. It may also end by SystemExit.
        project: keeps the log of an unforeseen error.
        step: the command's work, as in `Doing`.
    """
    try:
        code = _run(main)
        _flush()
        return code
    except KeyboardInterrupt:
        return _end("\nĐã dừng theo lệnh của bạn.", INTERRUPTED)
    except Exception as error:
        if isinstance(error, BrokenPipeError) and _nobody_reads():
            return _end("", _NOBODY_READS)
        fault = tell_disk_fault(error)
        return _end(f"Lỗi: {f'{fault}.' if fault else tell_unforeseen(error, project, step)}", 1)


def _run(main: Callable[[], int]) -> int:
    try:
        return main()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        print(end.code, file=sys.stderr)
        return 1


def _nobody_reads() -> bool:
    """True when nobody reads our output any more, as after `| head`."""
    if not hasattr(select, "poll"):  # Windows
        return True
    poll = select.poll()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with contextlib.suppress(OSError, ValueError):
            poll.register(stream.fileno(), 0)
    return any(event & select.POLLERR for _, event in poll.poll(0))


def _end(message: str, code: int) -> int:
    with contextlib.suppress(OSError, ValueError):
        _flush()
    if message and sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            print(message, file=sys.stderr, flush=True)
    # At its end Python writes what is left, and would tell in English that nobody takes it.
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                try:
                    stream.flush()
                except (OSError, ValueError):
                    os.dup2(nowhere, stream.fileno())
    return code


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _step_of(error: BaseException) -> str:
    """Return the steps of an error, or of the errors that led to it, innermost first; or ""."""
    for one in causes_of(error):
        notes = [str(note) for note in getattr(one, "__notes__", ()) if isinstance(note, _StepNote)]
        if notes:
            return ", trong lúc ".join(dict.fromkeys(notes))
    return ""


def causes_of(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and those that led to it, the first of all last."""
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = following.__cause__ or following.__context__


def _shown(text: object) -> str:
    """Return a text that does no harm on a terminal, with all else as an escape."""
    return "".join(one if one.isprintable() else repr(one)[1:-1] for one in str(text))


def _log(said: str, trace: str) -> str:
    return (
        f"{time.strftime('%Y-%m-%d %H:%M:%S %z')}\n{said}\n"
        f"Lệnh: {sys.argv}\nThư mục: {_here()}\n"
        f"Python {sys.version}\n{platform.platform()}\n\n{trace}"
    )


def _here() -> str:
    try:
        return str(Path.cwd())
    except OSError:  # somebody removed it
        return "?"


def _keep(log: str, project: Path) -> Path | None:
    """Write a log into a file of its own; None when no folder takes it."""
    for folder in _log_folders(project):
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            for number in range(1, 1_000):
                name = f"loi-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}-{number}.log"
                try:
                    with (folder / name).open("x", encoding="utf-8", errors="replace") as file:
                        file.write(log)
                    return folder / name
                except FileExistsError:
                    continue
    return None


def _log_folders(project: Path) -> Iterator[Path]:
    if project.is_dir():
        yield project / LOG_FOLDER
    with contextlib.suppress(OSError):  # no folder for temporary files
        yield Path(tempfile.gettempdir())
