"""What the comparison asks of every peer: lay out its project, say how it is built.

Knows nothing of how builds are measured or peers installed.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

THEMES = Path(__file__).parent / "themes"
STYLE = THEMES / "style.css"
SITE_NAME = "Kho thử"
SITE_URL = "https://vidu.example/"
FEED_SIZE = 30


@dataclass(frozen=True, slots=True)
class Command:
    """How a site is built.

    Attributes:
        argv: program and arguments.
        cwd: the folder it runs in.
        env: variables set besides those inherited.
    """

    argv: tuple[str, ...]
    cwd: Path
    env: Mapping[str, str] = field(default_factory=dict)


class Peer(Protocol):
    """Another publisher, with the same archive and a theme of the same parts.

    Attributes:
        name: as on the command line.
        title: as in the table.
        package: the distribution it is; names its environment.
        requirements: what pip installs, pinned exactly.
    """

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def package(self) -> str: ...

    @property
    def requirements(self) -> tuple[str, ...]: ...

    def prepare(self, docs: Path, folder: Path) -> None:
        """Lay out the project below `folder`, which is empty, from the archive in `docs`."""

    def build(self, folder: Path, environment: Path) -> Command:
        """Return the command that builds `folder`/site; `environment` is where pip installed."""

    def edit(self, folder: Path, path: str) -> Path:
        """Return the file of a record; `path` is its POSIX path below docs/."""

    def forget(self, folder: Path) -> None:
        """Throw away whatever earlier builds left, so that the next one is cold."""


def program(environment: Path, name: str) -> str:
    """Return the path of a program that pip installed."""
    folder, suffix = ("Scripts", ".exe") if sys.platform == "win32" else ("bin", "")
    return str(environment / folder / f"{name}{suffix}")
