"""Which Chromium is taken, and what happens where there is none. Nothing is installed here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.browser import chromium
from tests.browser.chromium import ChromiumNotFoundError, ensure_chromium, prepare


@pytest.fixture(autouse=True)
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BANTIN_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "usual_places", lambda: iter(()))
    monkeypatch.setattr(chromium, "install_debian", lambda _: False)


@pytest.fixture
def managed(tmp_path: Path) -> Path:
    return tmp_path / "managed" / "chrome"


def put(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.touch(mode=0o755)
    return path


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    log: list[list[str]] = []
    monkeypatch.setattr(chromium, "attempt", log.append)
    return log


def test_chosen_comes_before_playwrights_own(
    tmp_path: Path, managed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(managed)
    assert ensure_chromium(managed) == managed
    monkeypatch.setenv("BANTIN_CHROMIUM", str(put(tmp_path / "mine")))
    assert ensure_chromium(managed) == tmp_path / "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="there the name on PATH ends in .exe")
def test_systems_comes_before_playwrights_own(tmp_path: Path, managed: Path) -> None:
    put(managed)
    put(tmp_path / "chromium")
    assert ensure_chromium(managed) == tmp_path / "chromium"


@pytest.mark.skipif(sys.platform == "win32", reason="there the name on PATH ends in .exe")
def test_shell_comes_before_the_whole_browser(tmp_path: Path, managed: Path) -> None:
    put(tmp_path / "chromium")
    put(tmp_path / "chromium-headless-shell")
    assert ensure_chromium(managed) == tmp_path / "chromium-headless-shell"


@pytest.mark.skipif(sys.platform == "win32", reason="there the name on PATH ends in .exe")
def test_shell_is_brought_where_there_is_none(
    tmp_path: Path, managed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought: list[str] = []
    monkeypatch.setattr(chromium, "install_debian", brought.append)
    put(tmp_path / "chromium")
    prepare(managed)
    put(tmp_path / "chromium-headless-shell")
    prepare(managed)
    assert brought == ["chromium-headless-shell"]


def test_chosen_but_missing_is_told(managed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANTIN_CHROMIUM", "/nowhere/chrome")
    with pytest.raises(ChromiumNotFoundError, match="/nowhere/chrome"):
        ensure_chromium(managed)


def test_playwright_installs_what_is_missing(
    managed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "attempt", lambda command: put(managed))
    assert ensure_chromium(managed) == managed


def test_distribution_is_asked_where_playwright_brings_none(
    tmp_path: Path, managed: Path, attempts: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "install_debian", lambda package: put(managed.with_name(package)))
    monkeypatch.setattr(chromium, "usual_places", lambda: iter([managed.with_name("chromium")]))
    assert ensure_chromium(managed) == managed.with_name("chromium")
    assert attempts == [chromium.INSTALL]


def test_nothing_worked_is_a_failure_that_names_the_command(
    managed: Path, attempts: list[list[str]]
) -> None:
    with pytest.raises(ChromiumNotFoundError, match="-m playwright install chromium"):
        ensure_chromium(managed)
    assert attempts[0] == chromium.INSTALL
