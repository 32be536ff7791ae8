"""How programs that tests need are found and installed. Nothing is installed here."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import packages
from tests.packages import ProgramNotFoundError, ensure_program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Debian's installer is Linux's")
APT = ["apt-get", "-o", "DPkg::Lock::Timeout=300"]
INSTALL = [*APT, "install", "-y", "--no-install-recommends", "nginx"]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Folder of the programs of a machine that has apt-get, and a policy for services."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(packages, "SYSTEM_FOLDERS", (str(tmp_path / "sbin"),))
    monkeypatch.setattr(packages, "POLICY", tmp_path / "policy-rc.d")
    monkeypatch.setattr(packages, "has_service", lambda _: False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    packages.install_debian.cache_clear()
    put(tmp_path / "apt-get")
    packages.POLICY.write_text("#!/bin/sh\nexit 101\n", "utf-8")
    yield tmp_path
    packages.install_debian.cache_clear()


class Attempts:
    """Commands tried, in order; `working` are those that succeed, and what they then bring."""

    def __init__(self) -> None:
        self.tried: list[list[str]] = []
        self.working: dict[tuple[str, ...], Path | None] = {}

    def __call__(self, command: list[str]) -> bool:
        self.tried.append(command)
        brought = self.working.get(tuple(command))
        if brought is not None:
            put(brought)
        return tuple(command) in self.working


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> Attempts:
    attempts = Attempts()
    monkeypatch.setattr(packages, "attempt", attempts)
    return attempts


def put(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.touch(mode=0o755)
    return path


def test_what_is_here_is_taken(machine: Path, attempts: Attempts) -> None:
    put(machine / "nginx")
    assert ensure_program("nginx") == machine / "nginx"
    assert attempts.tried == []


def test_programs_of_administrators_are_found_too(machine: Path, attempts: Attempts) -> None:
    put(machine / "sbin" / "nginx")
    assert ensure_program("nginx") == machine / "sbin" / "nginx"


def test_root_installs_what_is_missing(machine: Path, attempts: Attempts) -> None:
    attempts.working = {tuple(INSTALL): machine / "nginx"}
    assert ensure_program("nginx") == machine / "nginx"
    assert attempts.tried == [INSTALL]


def test_lists_are_fetched_where_a_package_is_not_known(machine: Path, attempts: Attempts) -> None:
    attempts.working = {(*APT, "update"): None}
    with pytest.raises(ProgramNotFoundError):
        ensure_program("nginx")
    assert attempts.tried == [INSTALL, [*APT, "update"], INSTALL]


def test_users_install_by_sudo_that_asks_for_no_password(
    machine: Path, attempts: Attempts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    put(machine / "sudo")
    sudo = ["sudo", "-n"]
    attempts.working = {("sudo", "-n", "true"): None, (*sudo, *INSTALL): machine / "nginx"}
    ensure_program("nginx")
    assert attempts.tried == [[*sudo, "true"], [*sudo, *INSTALL]]


@pytest.mark.parametrize("has_sudo", [False, True])
def test_who_may_not_install_is_told_the_line(
    machine: Path, attempts: Attempts, monkeypatch: pytest.MonkeyPatch, has_sudo: bool
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    if has_sudo:
        put(machine / "sudo")
    with pytest.raises(ProgramNotFoundError, match=r"nginx.*: sudo apt-get install nginx$"):
        ensure_program("nginx")
    assert [command for command in attempts.tried if "install" in command] == []


def test_other_systems_are_told_their_own_line(machine: Path, attempts: Attempts) -> None:
    (machine / "apt-get").rename(machine / "brew")
    with pytest.raises(ProgramNotFoundError, match=r": brew install nginx$"):
        ensure_program("nginx")
    assert attempts.tried == []


def test_a_failed_installation_is_not_tried_again(machine: Path, attempts: Attempts) -> None:
    for _ in range(2):
        with pytest.raises(ProgramNotFoundError):
            ensure_program("nginx")
    assert len(attempts.tried) == 2


def test_a_service_does_not_start_with_the_machine(
    machine: Path, attempts: Attempts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "has_service", lambda _: True)
    attempts.working = {tuple(INSTALL): machine / "nginx"}
    ensure_program("nginx")
    assert attempts.tried == [INSTALL, ["systemctl", "disable", "nginx"]]


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the machine keeps its policy for services; there is none."""
    monkeypatch.setattr(packages, "POLICY", tmp_path / "policy-rc.d")
    return packages.POLICY


def test_no_service_starts_while_packages_are_installed(policy: Path) -> None:
    with packages.no_services_started([]):
        assert subprocess.run([policy], check=False).returncode == 101
    assert not policy.exists()


def test_policy_of_a_killed_installation_forbids_nothing(policy: Path) -> None:
    with subprocess.Popen(["true"]) as ended:
        pass
    policy.write_text(packages.POLICY_TEXT.format(pid=ended.pid), "utf-8")
    policy.chmod(0o755)
    assert subprocess.run([policy], check=False).returncode == 0
    with packages.no_services_started([]):
        assert subprocess.run([policy], check=False).returncode == 101
    assert not policy.exists()


def test_policy_of_the_machine_stays(policy: Path) -> None:
    policy.write_text("#!/bin/sh\nexit 101\n", "utf-8")
    with packages.no_services_started([]):
        pass
    assert policy.read_text("utf-8") == "#!/bin/sh\nexit 101\n"
