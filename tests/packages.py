"""Install the programs that tests need from the packages of Debian and its kin.

python -m tests.packages nginx caddy

Knows no test. A program that cannot be installed fails the tests with the line that installs it;
nothing is skipped for want of it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

INSTALL_TIMEOUT_S = 900
# Debian keeps servers here, and leaves the folders off the PATH of its users.
SYSTEM_FOLDERS = ("/usr/local/sbin", "/usr/sbin", "/sbin")
# Installer → the line for a person; the first one that is on the machine.
LINES = {
    "apt-get": "sudo apt-get install {}",
    "dnf": "sudo dnf install {}",
    "brew": "brew install {}",
    "scoop": "scoop install {}",
}
# Maintainers' scripts ask it before they start a service, under every init system.
# Source: https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt
POLICY = Path("/usr/sbin/policy-rc.d")
SIGNATURE = "tests/packages.py"
# Allows everything again once the installing process is gone, even if it was killed.
POLICY_TEXT = f"""#!/bin/sh
# For the time of an installation by {SIGNATURE}: no service starts.
[ -d /proc/{{pid}} ] && exit 101
exit 0
"""


class ProgramNotFoundError(Exception):
    """A program is not here and could not be installed; the message says how to."""


def ensure_program(name: str) -> Path:
    """Return a program, installing the package of the same name when there is none.

    Raises:
        ProgramNotFoundError: there is none, and it could not be installed.
    """
    found = find_program(name)
    if found is None:
        install_debian(name)
        found = find_program(name)
    if found is None:
        raise ProgramNotFoundError(
            f"Không có {name}, hãy cài bằng lệnh / no {name}, install it with: {make_line(name)}"
        )
    return found


def find_program(name: str) -> Path | None:
    """Return where a program is, those for administrators included."""
    folders = os.pathsep.join([os.environ.get("PATH", ""), *SYSTEM_FOLDERS])
    found = shutil.which(name, path=folders)
    return Path(found) if found else None


def make_line(package: str) -> str:
    """Return the command that a person installs a package with."""
    installer = next(filter(shutil.which, LINES), "apt-get")
    return LINES[installer].format(package)


@cache
def install_debian(package: str) -> bool:
    """Install a package of the distribution, where that needs nobody's password.

    Tried once in a process. Services of the package are neither started nor left to the next
    start of the machine.
    """
    privileges = find_privileges()
    if privileges is None:
        return False
    apt = [*privileges, "apt-get", "-o", "DPkg::Lock::Timeout=300"]
    install = [*apt, "install", "-y", "--no-install-recommends", package]
    with no_services_started(privileges):
        # The lists of a new machine may be missing or old.
        done = attempt(install) or (attempt([*apt, "update"]) and attempt(install))
    if done and has_service(package):
        attempt([*privileges, "systemctl", "disable", package])
    return done


def find_privileges() -> list[str] | None:
    """Return what to put before a command that installs; None where nothing may be installed."""
    if sys.platform != "linux" or not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    # -n: fails instead of asking for a password.
    sudo = ["sudo", "-n"]
    return sudo if shutil.which("sudo") and attempt([*sudo, "true"]) else None


@contextmanager
def no_services_started(privileges: list[str]) -> Iterator[None]:
    """Let packages start no service while the block runs. A machine's own policy stays."""
    if POLICY.exists() and SIGNATURE not in POLICY.read_text("utf-8", "replace"):
        yield
        return
    text = POLICY_TEXT.format(pid=os.getpid())
    write = 'printf %s "$1" > "$2" && chmod 755 "$2"'
    attempt([*privileges, "sh", "-c", write, "sh", text, str(POLICY)])
    try:
        yield
    finally:
        attempt([*privileges, "rm", "-f", str(POLICY)])


def has_service(package: str) -> bool:
    """Say whether systemd knows a service by the name of a package."""
    folders = ("/lib/systemd/system", "/usr/lib/systemd/system")
    known = any(Path(folder, f"{package}.service").exists() for folder in folders)
    return known and shutil.which("systemctl") is not None


def attempt(command: list[str]) -> bool:
    """Run an installer; whether it worked shows in what is found afterwards, too."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, timeout=INSTALL_TIMEOUT_S, check=False
        )
    except subprocess.TimeoutExpired:
        print(f"{command[0]}: quá {INSTALL_TIMEOUT_S} giây, bỏ qua", file=sys.stderr)
        return False
    return done.returncode == 0


def main() -> None:
    """Bring the named programs; whether one is missing is for the tests to say."""
    for name in sys.argv[1:]:
        with suppress(ProgramNotFoundError):
            ensure_program(name)


if __name__ == "__main__":
    main()
