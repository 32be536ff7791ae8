"""Makes the project's `.venv` ready: what it lacks is installed, what is useless is made anew.

Empties no folder that another program made.
"""

from __future__ import annotations

import enum
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

from .one_at_a_time import one_at_a_time

PROJECT = Path(__file__).resolve().parents[2]

_QUIETLY = ("--quiet", "--no-input", "--disable-pip-version-check")
# Nothing is installed but files that the lists name by hash, and none that would run code to build.
PIP_OPTIONS = (*_QUIETLY, "--require-hashes", "--only-binary=:all:")
# Tells the environment's Python where the publisher is.
_PUBLISHER = "bantin.pth"
# Words of pip when it cannot reach a package index.
_NO_NETWORK = (
    "NewConnectionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "NameResolutionError",
    "ProxyError",
    "SSLError",
    "Failed to establish a new connection",
    "Connection broken",
)
# Words of pip when a file is not the one that the list names.
_WRONG_HASH = "DO NOT MATCH THE HASHES"
# Where pip names the requirement that it cannot meet.
_FAILED = re.compile(
    r"No matching distribution found for (\S+)|satisfies the requirement (\S+)"
    r"|Failed (?:to build|building wheel for) '?([\w.-]+)|^ +([\w.-]+==\S+) from http",
    re.MULTILINE,
)
# Where pip names the line that it cannot read.
_PLACE = re.compile(r"\(from line (\d+) of ([^)\s]+)\)")
# Beside .venv, in a folder that Git ignores.
_LOCK = Path(".cai-dat.bantin", "lock")
# Holds the requirements of a finished environment. A half-made one has the project's path only.
_STAMP = "bantin.json"


class Level(enum.Enum):
    """The packages that a script needs; the value is their list, from the project's root."""

    RUNTIME = "requirements.txt"
    IMPORT = "scripts/requirements/import.txt"
    TESTS = "tests/requirements.txt"


class Step(enum.Enum):
    """The work that makes an environment ready."""

    NOTHING = "nothing"
    INSTALL = "install"
    REBUILD = "rebuild"


class EnvironmentProblem(Exception):
    """A problem that the user can mend; the message, in Vietnamese, says how."""


def python_of(folder: Path) -> Path:
    """Return the path of an environment's interpreter, which may not exist."""
    if os.name == "nt":
        return folder / "Scripts" / "python.exe"
    return folder / "bin" / "python"


def is_inside(folder: Path) -> bool:
    """Return whether this process runs in the environment in `folder`."""
    return os.path.realpath(sys.prefix) == os.path.realpath(folder)


def digest(project: Path, level: Level) -> str:
    """Return a digest of a level's requirements, which include those that `_lists` names.

    Returns:
        SHA-256 in hex. Line endings do not count, because Git may have changed them.
    """
    total = hashlib.sha256()
    for name in _lists(level):
        total.update((project / name).read_text(encoding="utf-8").encode())
        total.update(b"\0")
    return total.hexdigest()


def _lists(level: Level) -> list[str]:
    """Return the lists of a level. Tests need all others."""
    return [one.value for one in _levels(level)]


def _levels(level: Level) -> list[Level]:
    """Return a level with those that it includes, the last itself."""
    inner = [Level.RUNTIME, Level.IMPORT] if level is Level.TESTS else [Level.RUNTIME]
    return list(dict.fromkeys((*inner, level)))


def make_stamp(project: Path, level: Level) -> dict[str, str]:
    """Return the stamp of an environment with this level, for its folder and Python.

    The old environment is useless after a move of the project or with another Python.
    """
    return {
        "project": _same_everywhere(project),
        "python": "{}.{}".format(*sys.version_info[:2]),
        **{one.value: digest(project, one) for one in _levels(level)},
    }


def _same_everywhere(path: Path) -> str:
    """Return a path as text that does not depend on the system's language.

    Before the environment is entered, Python may take a path's bytes for Latin letters.
    """
    return os.fsencode(path).decode("utf-8", "surrogateescape")


def read_stamp(folder: Path) -> dict[str, str]:
    """Return the stamp of an environment; empty where we did not make it."""
    try:
        stamp = json.loads((folder / _STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(folder: Path, stamp: Mapping[str, str]) -> None:
    """Mark an environment as ours. An installation marks it as finished last."""
    fresh = folder / f"{_STAMP}.moi"
    fresh.write_text(json.dumps(stamp, indent=2), encoding="utf-8")
    fresh.replace(folder / _STAMP)


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

    Of two runs at once the second waits for the first, and says so.

    Args:
        project: the project's root.
        level: the packages to install.
        inside: this process runs in `.venv`, so that it cannot be rebuilt.

    Raises:
        EnvironmentProblem: the user can mend it.
    """
    folder = project / ".venv"
    wanted = make_stamp(project, level)
    if _plan(folder, wanted) is Step.NOTHING:
        return Step.NOTHING
    try:
        with one_at_a_time(project / _LOCK, _tell_of_waiting) as held:
            # Another run may have made it ready in the meantime.
            step = _plan(folder, wanted)
            if step is Step.REBUILD:
                refuse_strange(folder)
                if inside:
                    raise EnvironmentProblem(
                        "Môi trường .venv chưa hoàn chỉnh và không thể tự dựng lại từ bên trong.\n"
                        "Hãy chạy lại lệnh này bằng Python của máy, không phải Python trong .venv."
                    )
                create(folder, project, held)
            if step is not Step.NOTHING:
                # From here to the new stamp the environment is half-made. If killed now, the next
                # run rebuilds it.
                write_stamp(folder, {"project": wanted["project"]})
                install(project, level, held)
                write_stamp(folder, wanted)
    except PermissionError as error:
        raise EnvironmentProblem(
            f"Không ghi được {error.filename or folder}: bạn không có quyền.\n"
            f"Hãy chép (git clone) dự án vào thư mục của bạn rồi chạy lại lệnh ở đó, hoặc nhờ chủ "
            f"thư mục {project} chạy lệnh này."
        ) from error
    return step


def _plan(folder: Path, wanted: Mapping[str, str]) -> Step:
    step = plan_step(read_stamp(folder), wanted)
    # Also false for a Python behind another user's closed door.
    is_usable = os.access(python_of(folder), os.X_OK)
    return step if is_usable else Step.REBUILD


def _tell_of_waiting() -> None:
    _say("Một lệnh khác đang cài môi trường .venv; chờ lệnh ấy xong …")


def refuse_strange(folder: Path) -> None:
    """Refuse a `.venv` that we did not make. Making it anew would empty it.

    Ours is a folder with a stamp, whatever stands in the stamp.

    Raises:
        EnvironmentProblem: it holds something of others.
    """
    if folder.is_symlink():
        raise EnvironmentProblem(
            f"{folder} là một liên kết, dẫn tới {folder.readlink()}; máy không cài vào đó, để "
            "khỏi xoá mất tệp ở nơi khác.\n"
            f"Hãy xoá liên kết (nơi nó dẫn tới vẫn còn nguyên): {_removal(folder)}\n"
            "rồi chạy lại lệnh này."
        )
    if not folder.exists():
        return
    if not folder.is_dir():
        raise EnvironmentProblem(
            f"{folder} là một tệp, mà môi trường Python cần thư mục tên ấy.\n{_rename(folder)}"
        )
    if not (folder / _STAMP).is_file() and any(folder.iterdir()):
        raise EnvironmentProblem(
            f"{folder} do chương trình khác tạo, hoặc hỏng giữa chừng; máy không xoá nó, vì trong "
            f"đó có thể có tệp của bạn.\n{_rename(folder)}"
        )


def _removal(link: Path) -> str:
    return f'rmdir "{link}"' if os.name == "nt" else f'rm "{link}"'


def _rename(path: Path) -> str:
    verb = "move" if os.name == "nt" else "mv"
    return f'Hãy đổi tên nó: {verb} "{path}" "{path}-cu"\nrồi chạy lại lệnh này.'


def create(folder: Path, project: Path, held: int) -> None:
    """Make an empty environment, and replace our older one.

    Args:
        folder: the environment. It holds nothing but what we made.
        project: the project's root, for the mark that says so.
        held: the lock's descriptor. A child that outlives this process keeps the lock.

    Raises:
        EnvironmentProblem: this Python cannot make one.
        OSError: the disk refuses.
    """
    # Debian and Ubuntu ship Python without these modules.
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        raise EnvironmentProblem(_NO_VENV)
    _empty(folder)
    folder.mkdir(exist_ok=True)
    # Before all else: the next run may empty a half-made environment only if it is ours.
    write_stamp(folder, {"project": _same_everywhere(project)})
    _say("Đang tạo môi trường Python riêng trong .venv …")
    made = _run([sys.executable, "-m", "venv", str(folder)], held)
    if made.returncode:
        said = made.stdout + made.stderr
        if "ensurepip" in said:
            raise EnvironmentProblem(_NO_VENV)
        raise EnvironmentProblem(
            f"Không tạo được môi trường {folder}{_because_of_disk(said)}; Python nói:\n"
            f"{said.strip()}\nHãy sửa rồi chạy lại lệnh này."
        )


_NO_VENV = (
    "Python trên máy này thiếu mô-đun venv.\n"
    "Trên Debian, Ubuntu hãy chạy: sudo apt install python3-venv\nrồi chạy lại lệnh này."
)


def _empty(folder: Path) -> None:
    """Remove all of our old environment but the mark that it is ours."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != _STAMP:
            path.unlink()


def install(project: Path, level: Level, held: int) -> None:
    """Install a level's pinned requirements, then the publisher, into `.venv`.

    Args:
        project: the project's root.
        level: the packages.
        held: the lock's descriptor, as in `create`.

    Raises:
        EnvironmentProblem: pip failed; its output goes to standard error first.
    """
    _say("Đang cài các thư viện, lần đầu có thể mất vài phút …")
    lists = [part for name in _lists(level) for part in ("-r", name)]
    python = str(python_of(project / ".venv"))
    pip = _run([python, "-m", "pip", "install", *PIP_OPTIONS, *lists], held, project)
    if pip.returncode:
        raise _explain(project, level, pip.stderr)
    add_publisher(project)


def add_publisher(project: Path) -> None:
    """Let the environment's Python find the publisher, whatever letters its place has.

    Python 3.11 and 3.12 read such a file in the system's language, and end with a traceback where
    that lacks a letter. So it names no folder above the project; pip's own would.
    """
    places = {"base": str(project / ".venv"), "platbase": str(project / ".venv")}
    packages = Path(sysconfig.get_path("purelib", "venv", places))
    packages.mkdir(parents=True, exist_ok=True)
    for older in packages.glob("__editable__.bantin-*.pth"):
        older.unlink()
    hooks = os.path.relpath(project / "hooks", packages)
    (packages / _PUBLISHER).write_text(f"{hooks}\n", "ascii")


def _explain(project: Path, level: Level, said: str) -> EnvironmentProblem:
    """Return why pip failed. Its own words go to standard error first, if they are needed."""
    if any(sign in said for sign in _NO_NETWORK):
        return EnvironmentProblem(
            "Không tải được thư viện vì không kết nối được kho gói Python.\n"
            "Hãy kiểm tra mạng (hoặc proxy: biến HTTPS_PROXY) rồi chạy lại lệnh này."
        )
    sys.stderr.write(said)
    failed = find_failed(project, level, said)
    if _WRONG_HASH in said:
        return EnvironmentProblem(
            f"{failed}: tệp tải về không đúng là tệp đã ghi trong danh sách thư viện; có thể bị "
            "thay đổi trên đường truyền hoặc ở kho gói.\n"
            "Không có gì của tệp ấy được cài. Hãy thử lại bằng mạng khác; nếu vẫn vậy, báo cho "
            "người phụ trách kỹ thuật."
        )
    return EnvironmentProblem(
        f"pip không cài được {failed}{_because_of_disk(said)}; lý do ở ngay trên.\n"
        "Hãy sửa rồi chạy lại lệnh này, việc cài đặt sẽ được làm lại từ đầu."
    )


def find_failed(project: Path, level: Level, said: str) -> str:
    """Return the line of a level's lists that pip could not install, as "file, dòng 3 (x==1)".

    Returns:
        The list's name alone where pip's words name none of its lines.
    """
    for match in _FAILED.finditer(said):
        name = next(filter(None, match.groups()))
        for place in _lists(level):
            for number, line in enumerate(_lines(project / place), 1):
                if re.match(rf"{re.escape(name)}(?![\w.-])", line, re.IGNORECASE):
                    return f"{place}, dòng {number} ({name})"
    if found := _PLACE.search(said):
        return f"{found[2]}, dòng {found[1]}"
    return level.value


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _because_of_disk(said: str) -> str:
    return " vì đĩa đã đầy" if "No space left" in said or "Errno 28" in said else ""


def _run(
    command: list[str], held: int, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        pass_fds=() if os.name == "nt" else (held,),
    )


def _say(message: str) -> None:
    print(message, flush=True)
