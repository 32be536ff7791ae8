"""What a confined process cannot do, each tried for real in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TRY = """
import json, os, socket, subprocess, sys
from pathlib import Path
from bantin.importing.job import linux_confinement
from bantin.importing.job.confinement import confine
folder, given, outside, by_hook_only, deed = sys.argv[1:6]
if by_hook_only == "1":
    linux_confinement.confine = lambda *_, **__: None
Path(folder, "own.txt").write_text("x")
Path(folder, "own-link").symlink_to(outside, target_is_directory=True)
confine(Path(folder), [Path(given)])
import ctypes
libc = ctypes.CDLL(None)
def connect(family, address):
    with socket.socket(family, socket.SOCK_STREAM) as one:
        one.settimeout(2)
        one.connect(address)
def raw_write():
    # Past Python's own doors, as a library in C would.
    number = libc.open(os.fsencode(outside + "/c.txt"), os.O_CREAT | os.O_WRONLY, 0o600)
    if number < 0:
        raise PermissionError
def raw_socket():
    if libc.socket(2, 1, 0) < 0:
        raise PermissionError
deeds = {
    "write outside": lambda: Path(outside, "a.txt").write_text("x"),
    "append outside": lambda: open(outside + "/a.txt", "a"),
    "climb out": lambda: Path(folder, "..", "ngoai", "a.txt").write_text("x"),
    "make a folder outside": lambda: os.mkdir(outside + "/b"),
    "remove outside": lambda: os.remove(outside + "/mat.txt"),
    "move out": lambda: os.rename(folder + "/own.txt", outside + "/m"),
    "link out": lambda: Path(folder, "own-link", "x").write_text(""),
    "read a secret": lambda: Path(outside, "mat.txt").read_text(),
    "connect": lambda: connect(socket.AF_INET, ("127.0.0.1", 9)),
    "resolve a name": lambda: socket.getaddrinfo("example.com", 80),
    "start a program": lambda: subprocess.run(["/bin/echo", "x"]),
    "shell": lambda: os.system("true"),
    "exec": lambda: os.execv("/bin/true", ["true"]),
    "kill": lambda: os.kill(os.getppid(), 0),
    "write past Python": raw_write,
    "socket past Python": raw_socket,
    "fill the disk": lambda: os.truncate(folder + "/own.txt", 10**10),
    "fill the memory": lambda: bytearray(800_000_000),
    "write inside": lambda: Path(folder, "a.txt").write_text("x"),
    "read what was given": lambda: Path(given, "a.txt").read_text(),
    "import a library": lambda: __import__("lxml.html"),
}
try:
    deeds[deed]()
    print(json.dumps("done"))
except BaseException as error:
    print(json.dumps(type(error).__name__))
"""
BY_ANY_SYSTEM = [
    "write outside",
    "append outside",
    "climb out",
    "make a folder outside",
    "remove outside",
    "move out",
    "link out",
    "connect",
    "resolve a name",
    "start a program",
    "shell",
    "exec",
    "kill",
]
BY_LINUX = [
    "read a secret",
    "write past Python",
    "socket past Python",
    "fill the disk",
    "fill the memory",
]


def attempt(root: Path, deed: str, *, by_hook_only: bool = False) -> str:
    places = [root / name for name in ("trong", "kho", "ngoai")]
    for place in places:
        place.mkdir(exist_ok=True)
    (places[1] / "a.txt").write_text("x")
    (places[2] / "mat.txt").write_text("mật")
    run = subprocess.run(
        [sys.executable, "-c", TRY, *map(str, places), "01"[by_hook_only], deed],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert run.stdout, run.stderr
    ended: str = json.loads(run.stdout)
    assert sorted(path.name for path in places[2].iterdir()) == ["mat.txt"]
    return ended


@pytest.mark.parametrize("deed", BY_ANY_SYSTEM)
def test_the_hook_of_python_refuses_on_any_system(tmp_path: Path, deed: str) -> None:
    assert attempt(tmp_path, deed, by_hook_only=True) == "PermissionError"


def _has_landlock() -> bool:
    import ctypes

    return sys.platform == "linux" and ctypes.CDLL(None).syscall(444, None, 0, 1) >= 3


@pytest.mark.skipif(not _has_landlock(), reason="the kernel has no Landlock")
@pytest.mark.parametrize("deed", [*BY_ANY_SYSTEM, *BY_LINUX])
def test_linux_itself_refuses(tmp_path: Path, deed: str) -> None:
    assert attempt(tmp_path, deed) in ("PermissionError", "MemoryError", "OSError")


@pytest.mark.parametrize("deed", ["write inside", "read what was given", "import a library"])
def test_what_a_reader_needs_is_left_to_it(tmp_path: Path, deed: str) -> None:
    assert attempt(tmp_path, deed) == "done"
