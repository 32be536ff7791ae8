"""What a searched site is to the benchmark: how it is made, built, and asked."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Protocol
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.bench.peers.peer import Command
from tests.bench.search.queries import Query


class SearchedSite(Protocol):
    """One search over the archive.

    Attributes:
        name: as on the command line.
        title: as in the table.
        package: the distribution it is, which names its environment; "" for ours.
        requirements: what pip installs, pinned exactly.
        fetched: beginnings of the paths that are fetched for a search only.
        first: beginning of the path whose request begins a search.
        fetches_all: its index is one file; it is asked everything in one page, and every query
            counts the bytes of the first.
    """

    name: str
    title: str
    package: str
    requirements: tuple[str, ...]
    fetched: tuple[str, ...]
    first: str
    fetches_all: bool

    def prepare(self, docs: Path, folder: Path) -> None:
        """Lay out the project below `folder`, which is empty."""

    def build(self, folder: Path, environment: Path) -> Command:
        """Return the command that makes the index, and maybe the whole of `folder`/site."""

    def finish(self, folder: Path) -> None:
        """Do what is left after the build, untimed."""

    def index_seconds(self, log: Path, wall_s: float) -> float:
        """Return how long the index took, by the build's log and its time."""

    def index_files(self, site: Path) -> list[Path]:
        """Return the files of the index."""

    def ask(self, page: Page, root: str, query: Query, timeout_ms: float) -> list[str]:
        """Ask in a page, and return the links found, best first, as they are.

        Leaves in the page `benchAnswered`, when the answer was there by the page's clock.
        """


def record_url(link: str, root: str) -> str:
    """Return where a link leads, relative to the root; neither query nor place on the page."""
    path = urlsplit(link).path
    return path.removeprefix(urlsplit(root).path).removesuffix("index.html")


def files_below(folder: Path, *left_out: str) -> list[Path]:
    """Return the files below a folder but those of these names right in it."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and PurePosixPath(path.relative_to(folder)).as_posix() not in left_out
    ]
