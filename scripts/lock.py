"""Pin again what is installed, with hashes, after a change in scripts/requirements/.

python scripts/lock.py

Makes requirements.txt, tests/requirements.txt and the lists of scripts/requirements/ that end in
.txt from those that end in .in, and two bills of materials: site.cdx.json, and import.cdx.json for
a site with all that imports read with.
"""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from environment import OLDEST_PYTHON, PIP_OPTIONS, PROJECT, command, python_of

LISTS = Path("scripts") / "requirements"
# Each list, and what is made of it. Each of the first three is installed beside those above it.
MADE = {
    LISTS / "site.in": Path("requirements.txt"),
    LISTS / "import.in": LISTS / "import.txt",
    LISTS / "tests.in": Path("tests") / "requirements.txt",
    LISTS / "lock.in": LISTS / "lock.txt",
}
# Each bill of materials, and the lists that it tells of.
MATERIALS = {
    LISTS / "site.cdx.json": [MADE[LISTS / "site.in"]],
    LISTS / "import.cdx.json": [MADE[LISTS / "site.in"], MADE[LISTS / "import.in"]],
}
COMMAND = "python scripts/lock.py"
USAGE = """cách dùng: lock.py

Ghim lại mọi thư viện kèm mã băm, sau khi sửa một danh sách .in trong scripts/requirements/.
Không có tùy chọn nào."""


def main() -> int:
    # Without the library's parser: a wrong list must not keep this command from mending it.
    if sys.argv[1:]:
        is_asked_for = sys.argv[1] in ("-h", "--help")
        print(USAGE, file=sys.stdout if is_asked_for else sys.stderr)
        return 0 if is_asked_for else 2
    with tempfile.TemporaryDirectory(prefix="bantin-") as folder:
        tools = make_environment(Path(folder) / "tools", [LISTS / "lock.txt"])
        for source, target in MADE.items():
            pin(tools, source, target)
        for bill, lists in MATERIALS.items():
            described = make_environment(Path(folder) / bill.stem, lists)
            run(python_of(described), "-m", "pip", "uninstall", "--quiet", "--yes", "pip")
            describe(tools, described, bill)
    return 0


def make_environment(folder: Path, lists: list[Path]) -> Path:
    """Make an environment of its own with the packages of these lists."""
    print(f"{', '.join(map(str, lists))} …", flush=True)
    venv.create(folder, with_pip=True)
    pins = [part for one in lists for part in ("-r", str(one))]
    run(python_of(folder), "-m", "pip", "install", *PIP_OPTIONS, *pins)
    return folder


def pin(tools: Path, source: Path, target: Path) -> None:
    """Write the packages of a list, and what they pull in, for every system.

    Pins that are there already stay, where they can.
    """
    print(f"{source} → {target}", flush=True)
    uv = python_of(tools).with_name("uv.exe" if os.name == "nt" else "uv")
    oldest = ".".join(map(str, OLDEST_PYTHON))
    options = ["--universal", "--generate-hashes", "--no-config", "--python-version", oldest]
    run(uv, "pip", "compile", "--quiet", *options, source.as_posix(), "-o", target.as_posix())


def describe(tools: Path, described: Path, bill: Path) -> None:
    """Write the bill of materials of an environment: packages, versions, licences."""
    print(bill, flush=True)
    options = ["--pyproject", "pyproject.toml", "--output-reproducible", "-o", str(bill)]
    run(python_of(tools), "-m", "cyclonedx_py", "environment", *options, str(python_of(described)))


def run(program: Path, *arguments: str) -> None:
    """Run a program from the project's root.

    Raises:
        subprocess.CalledProcessError: it failed; it has said why.
    """
    told = {**os.environ, "UV_CUSTOM_COMPILE_COMMAND": COMMAND}
    subprocess.run([str(program), *arguments], cwd=PROJECT, env=told, check=True)


if __name__ == "__main__":
    command(main, level=None)
