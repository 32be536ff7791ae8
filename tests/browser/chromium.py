"""Find a Chromium for the browser tests, or install one.

Knows nothing of the site, and never lets a test be skipped for want of a browser.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.packages import attempt, install_debian

LAUNCH_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing but the served site can be reached: a forgotten address fails at once,
    # here as on a machine with a network.
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)

VARIABLE = "BANTIN_CHROMIUM"
# The same engine without the windows that nobody sees here: a fresh context is made in a third of
# the time and work that the whole browser needs for one.
SHELLS = ("chromium-headless-shell", "chrome-headless-shell", "headless_shell")
NAMES = (*SHELLS, "chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
INSTALL = [sys.executable, "-m", "playwright", "install", "chromium"]


class ChromiumNotFoundError(Exception):
    """No Chromium here and none could be installed; the message says how to."""


def ensure_chromium(managed: Path) -> Path:
    """Return a Chromium, installing one when there is none.

    Args:
        managed: where Playwright keeps its own; need not exist.

    Raises:
        ChromiumNotFoundError: BANTIN_CHROMIUM names no file, or nothing could be installed.
    """
    found = find_chromium(managed)
    if found is None:
        install_chromium()
        found = find_chromium(managed)
    if found is None:
        install_debian("chromium")
        found = find_chromium(managed)
    if found is None:
        command = " ".join(INSTALL)
        raise ChromiumNotFoundError(
            f"Không có Chromium, hãy cài bằng lệnh / no Chromium, install it with: {command}"
        )
    return found


def find_chromium(managed: Path) -> Path | None:
    """Return the first Chromium there is: the chosen one, the system's, Playwright's."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        if not Path(chosen).is_file():
            raise ChromiumNotFoundError(
                f"{VARIABLE} trỏ tới tệp không có / names a missing file: {chosen}"
            )
        return Path(chosen)
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    if on_path:
        return Path(on_path)
    return next((place for place in [*usual_places(), managed] if place.is_file()), None)


def usual_places() -> Iterator[Path]:
    """Yield where macOS and Windows install browsers, which are not on their PATH."""
    if sys.platform == "darwin":
        for name in ("Chromium", "Google Chrome", "Microsoft Edge"):
            yield Path(f"/Applications/{name}.app/Contents/MacOS/{name}")
    elif sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if folder := os.environ.get(variable):
                yield Path(folder, "Google", "Chrome", "Application", "chrome.exe")
                yield Path(folder, "Chromium", "Application", "chrome.exe")
                yield Path(folder, "Microsoft", "Edge", "Application", "msedge.exe")


def install_chromium() -> None:
    attempt(INSTALL)


def prepare(managed: Path) -> None:
    """Bring the lightest Chromium that can be had; whether there is any is for the tests to say.

    To be called before tests in several processes, which must not install one at once.
    """
    if not os.environ.get(VARIABLE) and not any(map(shutil.which, SHELLS)):
        install_debian(SHELLS[0])
    with suppress(ChromiumNotFoundError):
        ensure_chromium(managed)


def main() -> None:
    with sync_playwright() as playwright:
        managed = Path(playwright.chromium.executable_path)
    prepare(managed)


if __name__ == "__main__":
    main()
