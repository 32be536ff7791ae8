"""Makes, repairs and enters the project's own Python environment, for the scripts.

Uses the standard library only, because it runs before anything is installed.
"""

from __future__ import annotations

import contextlib
import enum
import hashlib
import importlib.util
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import FrameType

PROJECT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)

# Set only while a script starts itself again.
_ENTERING = "BANTIN_ENTERING"
# A terminal also sends Ctrl-C to the child. A child still running after this did not get it.
_GRACE_S = 5.0
# Nothing is installed but files that the lists name by hash, and none that would run code to build.
PIP_OPTIONS = (
    "--quiet",
    "--no-input",
    "--disable-pip-version-check",
    "--require-hashes",
    "--only-binary=:all:",
)
# The publisher itself has no hash. Its builder is one of the packages installed before it.
_PUBLISHER = (
    "--quiet",
    "--no-input",
    "--disable-pip-version-check",
    "--no-deps",
    "--no-index",
    "--no-build-isolation",
    "--editable",
    ".",
)
# Words of pip when it cannot reach a package index.
_NO_NETWORK = (
    "NewConnectionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "NameResolutionError",
    "ProxyError",
    "Failed to establish a new connection",
    "Connection broken",
)

# Words of pip when a file is not the one that the list names.
_WRONG_HASH = "DO NOT MATCH THE HASHES"


class Level(enum.Enum):
    """The packages that a script needs; the value is their list, from the project's root."""

    RUNTIME = "requirements.txt"
    TESTS = "tests/requirements.txt"


class Step(enum.Enum):
    """The work that makes an environment ready."""

    NOTHING = "nothing"
    INSTALL = "install"
    REBUILD = "rebuild"


class EnvironmentProblem(Exception):
    """A problem that the user can mend; the message, in Vietnamese, says how."""


def enter(level: Level = Level.RUNTIME) -> None:
    """Make the project's environment ready for a level, and return inside it.

    Outside the environment, or after an installation, it runs the calling script again inside and
    exits with that run's code. Nobody has to activate anything.

    Args:
        level: the packages that the script imports or runs.

    Raises:
        SystemExit: always, unless this process already runs inside a ready environment.
    """
    use_utf8()
    arrived = os.environ.pop(_ENTERING, None) is not None
    try:
        require_python(sys.version_info[:2])
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
    except EnvironmentProblem as problem:
        print(f"Lỗi: {problem}", file=sys.stderr)
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        print("\nĐã dừng; lần chạy sau sẽ làm tiếp.", file=sys.stderr)
        raise SystemExit(130) from None
    _start_again(python_of(PROJECT / ".venv"))


def use_utf8() -> None:
    """Make this process and its children print Vietnamese on any console."""
    os.environ.setdefault("PYTHONUTF8", "1")
    for stream in (sys.stdout, sys.stderr):
        # Some streams cannot change, such as the substitutes in tests and IDEs.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def require_python(version: tuple[int, int]) -> None:
    """Refuse a Python that is too old for the project.

    Raises:
        EnvironmentProblem: the version is below OLDEST_PYTHON.
    """
    if version < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        raise EnvironmentProblem(
            f"Cần Python {wanted} trở lên, máy đang dùng Python {version[0]}.{version[1]}.\n"
            "Hãy cài bản mới từ https://www.python.org/downloads/ rồi chạy lại bằng bản đó."
        )


def python_of(folder: Path) -> Path:
    """Return the path of an environment's interpreter, which may not exist."""
    if os.name == "nt":
        return folder / "Scripts" / "python.exe"
    return folder / "bin" / "python"


def is_inside(folder: Path) -> bool:
    """Return whether this process runs in the environment in `folder`."""
    return Path(sys.prefix).resolve() == folder.resolve()


def digest(project: Path, level: Level) -> str:
    """Return a digest of a level's requirements. Those of the tests include those of the runtime.

    Returns:
        SHA-256 in hex. Line endings do not count, because Git may have changed them.
    """
    total = hashlib.sha256()
    for name in _lists(level):
        total.update((project / name).read_text(encoding="utf-8").encode())
        total.update(b"\0")
    return total.hexdigest()


def _lists(level: Level) -> list[str]:
    """Return the lists of a level. Tests need all that the site needs."""
    return list(dict.fromkeys((Level.RUNTIME.value, level.value)))


def make_stamp(project: Path, level: Level) -> dict[str, str]:
    """Return the stamp of an environment with this level, for its folder and Python.

    The old environment is useless after a move of the project or with another Python.
    """
    stamp = {
        "project": str(project),
        "python": "{}.{}".format(*sys.version_info[:2]),
        Level.RUNTIME.value: digest(project, Level.RUNTIME),
    }
    if level is Level.TESTS:
        stamp[level.value] = digest(project, level)
    return stamp


def read_stamp(folder: Path) -> dict[str, str]:
    """Return the stamp of an environment; empty when it was never finished."""
    try:
        stamp = json.loads(_stamp_path(folder).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(folder: Path, stamp: Mapping[str, str]) -> None:
    """Mark an environment as finished. An installation does this last."""
    _stamp_path(folder).write_text(json.dumps(stamp, indent=2), encoding="utf-8")


def plan_step(stamp: Mapping[str, str], wanted: Mapping[str, str]) -> Step:
    """Return the work that an environment needs for a script.

    Args:
        stamp: from read_stamp; empty for a missing or half-made environment.
        wanted: from make_stamp.
    """
    if any(stamp.get(key) != wanted[key] for key in ("project", "python")):
        return Step.REBUILD
    if any(stamp.get(key) != value for key, value in wanted.items()):
        return Step.INSTALL
    return Step.NOTHING


def make_ready(project: Path, level: Level, *, inside: bool) -> Step:
    """Make `.venv` ready for a level. Return the work done.

    Args:
        project: the project's root.
        level: the packages to install.
        inside: this process runs in `.venv`, so that it cannot be rebuilt.

    Raises:
        EnvironmentProblem: the user can mend it.
        subprocess.CalledProcessError: `venv` failed for another reason.
    """
    folder = project / ".venv"
    wanted = make_stamp(project, level)
    step = plan_step(read_stamp(folder), wanted)
    if step is not Step.REBUILD and not python_of(folder).exists():
        step = Step.REBUILD
    if step is Step.NOTHING:
        return step
    if step is Step.REBUILD:
        if inside:
            raise EnvironmentProblem(
                "Môi trường .venv chưa hoàn chỉnh và không thể tự dựng lại từ bên trong.\n"
                "Hãy chạy lại lệnh này bằng Python của máy, không phải Python trong .venv."
            )
        create(folder)
    # From here to the new stamp the environment is half-made. If killed now, the next run rebuilds
    # it.
    _stamp_path(folder).unlink(missing_ok=True)
    install(project, level)
    write_stamp(folder, wanted)
    return step


def create(folder: Path) -> None:
    """Make an empty environment, and replace an older one.

    Raises:
        EnvironmentProblem: this Python cannot make one.
        subprocess.CalledProcessError: `venv` failed.
    """
    # Debian and Ubuntu ship Python without these modules.
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        raise EnvironmentProblem(
            "Python trên máy này thiếu mô-đun venv.\n"
            "Trên Debian, Ubuntu hãy chạy: sudo apt-get install python3-venv"
        )
    _say("Đang tạo môi trường Python riêng trong .venv …")
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)


def install(project: Path, level: Level) -> None:
    """Install a level's pinned requirements, then the publisher, into `.venv`.

    Raises:
        EnvironmentProblem: pip failed; its output goes to standard error first.
    """
    _say("Đang cài các thư viện, lần đầu có thể mất vài phút …")
    lists = [part for name in _lists(level) for part in ("-r", name)]
    for options in ((*PIP_OPTIONS, *lists), _PUBLISHER):
        pip = subprocess.run(
            [str(python_of(project / ".venv")), "-m", "pip", "install", *options],
            cwd=project,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )
        if pip.returncode == 0:
            continue
        if any(sign in pip.stderr for sign in _NO_NETWORK):
            raise EnvironmentProblem(
                "Không tải được thư viện vì không kết nối được kho gói Python.\n"
                "Hãy kiểm tra mạng (hoặc proxy: biến HTTPS_PROXY) rồi chạy lại lệnh này."
            )
        sys.stderr.write(pip.stderr)
        if _WRONG_HASH in pip.stderr:
            raise EnvironmentProblem(
                "Tệp tải về không đúng là tệp đã ghi trong danh sách thư viện: có thể bị thay đổi "
                "trên đường truyền hoặc ở kho gói.\n"
                "Không có gì của tệp ấy được cài. Hãy thử lại bằng mạng khác; nếu vẫn vậy, báo cho "
                "người phụ trách kỹ thuật."
            )
        raise EnvironmentProblem(
            f"pip không cài được {level.value}; lý do ở ngay trên.\n"
            "Hãy sửa rồi chạy lại lệnh này, việc cài đặt sẽ được làm lại từ đầu."
        )


def run(command: Sequence[str], *, cwd: Path = PROJECT) -> int:
    """Run a command to its end on this terminal. Return its exit code.

    Ctrl-C and a request to terminate end the command before this process.

    Returns:
        The exit code; 128 + n for a command ended by signal n.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed; the command has ended.
    """
    with subprocess.Popen(command, cwd=cwd) as process, _terminating(process):
        try:
            code = process.wait()
        except KeyboardInterrupt:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_GRACE_S)
            process.terminate()
            process.wait()
            raise
    return code if code >= 0 else 128 - code


@contextlib.contextmanager
def _terminating(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Also terminate the command when this process is told to terminate."""

    def terminate(number: int, frame: FrameType | None) -> None:
        process.terminate()

    before = signal.signal(signal.SIGTERM, terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _start_again(python: Path) -> NoReturn:
    """Run the calling script with another interpreter. End with its exit code or signal."""
    os.environ[_ENTERING] = "1"
    command = [str(python), *sys.argv]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        # The new program replaces this process, so no signals or exit codes need passing on.
        os.execv(command[0], command)
    try:
        raise SystemExit(run(command, cwd=Path.cwd()))
    except KeyboardInterrupt:
        raise SystemExit(130) from None


def _stamp_path(folder: Path) -> Path:
    return folder / "bantin.json"


def _say(message: str) -> None:
    print(message, flush=True)
