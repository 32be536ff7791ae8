"""Enters the project's environment, and runs a script in it to a clean end."""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from . import processes
from .installing import PROJECT, EnvironmentProblem, Level, Step, is_inside, make_ready, python_of

# Set only while a script starts itself again.
_ENTERING = "BANTIN_ENTERING"


def command(main: Callable[[], int], level: Level | None = Level.RUNTIME) -> NoReturn:
    """Run a script's `main` in the project's environment, and exit with its code.

    Outside the environment, or after an installation, the script starts again inside. Nobody has to
    activate anything. Whatever `main` raises ends in a message, never in a traceback.

    Args:
        main: does the script's work, and returns the exit code.
        level: the packages that `main` imports or runs; None if it needs no environment.
    """
    open_streams()
    use_utf8()

    def enter_and_run() -> int:
        processes.take_interrupts()
        if level is not None:
            enter(level)
        return main()

    sys.exit(_guard()(enter_and_run, PROJECT, f"chạy {Path(sys.argv[0]).name}"))


def enter(level: Level) -> None:
    """Make the project's environment ready for a level, and return inside it.

    Raises:
        SystemExit: always, unless this process already runs inside a ready environment.
    """
    arrived = os.environ.pop(_ENTERING, None) is not None
    try:
        inside = is_inside(PROJECT / ".venv")
        step = make_ready(PROJECT, level, inside=inside)
        if inside and step is Step.NOTHING:
            return
        if arrived:
            # A second start would end here again, and so on without end.
            raise EnvironmentProblem(
                f"Không vào được môi trường {PROJECT / '.venv'}.\n"
                "Hãy xoá thư mục .venv rồi chạy lại lệnh này."
            )
        _start_again(python_of(PROJECT / ".venv"))
    except EnvironmentProblem as problem:
        print(f"Lỗi: {problem}", file=sys.stderr)
        raise SystemExit(1) from None


def run(command: Sequence[str], *, cwd: Path = PROJECT, listens: bool = False) -> int:
    """Run a command to its end; see `processes.run`."""
    return processes.run(command, cwd=cwd, listens=listens)


def open_streams() -> None:
    """Open the standard streams that the caller has closed.

    The next opened file would take such a stream's place, and would get the output of children.
    """
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, os.O_RDWR)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            os.set_inheritable(number, True)
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


def use_utf8() -> None:
    """Make this process and its children read and print Vietnamese on any console."""
    os.environ["PYTHONUTF8"] = "1"
    # It would win over the other.
    os.environ.pop("PYTHONIOENCODING", None)
    for stream, errors in (
        (sys.stdin, "surrogateescape"),
        (sys.stdout, "replace"),
        (sys.stderr, "replace"),
    ):
        # Some streams cannot change, such as the substitutes in tests and IDEs.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors)


def _guard() -> Callable[[Callable[[], int], Path, str], int]:
    """Return the library's own guard, which also serves before the library is installed."""
    try:
        module: ModuleType = importlib.import_module("bantin.unforeseen")
    except ImportError:
        place = PROJECT / "hooks" / "bantin" / "unforeseen.py"
        spec = importlib.util.spec_from_file_location("unforeseen", place)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    guard: Callable[[Callable[[], int], Path, str], int] = module.guard
    return guard


def _start_again(python: Path) -> NoReturn:
    """Run the calling script with another interpreter. End with its exit code or signal.

    Raises:
        EnvironmentProblem: the system cannot start the interpreter.
    """
    os.environ[_ENTERING] = "1"
    command = [str(python), *sys.argv]
    sys.stdout.flush()
    sys.stderr.flush()
    try:
        if os.name == "nt":
            raise SystemExit(processes.run(command, cwd=Path.cwd()))
        # The new program replaces this process, so no signals or exit codes need passing on.
        processes.hold_interrupts()
        os.execv(command[0], command)
    except OSError as error:
        processes.take_interrupts()
        raise EnvironmentProblem(
            f"Không chạy được Python của môi trường, {python} ({error.strerror}).\n"
            "Hãy xoá thư mục .venv rồi chạy lại lệnh này."
        ) from None
