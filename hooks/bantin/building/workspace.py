"""The folders of a build: the site, and beside it what the next build needs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bantin.errors import PublishError


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Say where and why writing failed.

    Raises:
        PublishError: in the place of an OSError.
    """
    try:
        yield
    except OSError as error:
        raise PublishError(
            f"không ghi được vào {error.filename or folder} ({error.strerror}); "
            "xem lại quyền ghi và chỗ trống trên đĩa rồi dựng lại"
        ) from error


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where a build reads and writes.

    The state folder lies beside the site, on the same disk, so that a finished file moves into
    the site in one step; it holds nothing that a build could not make again.
    """

    site_dir: Path

    @property
    def state_dir(self) -> Path:
        """`.site.bantin` beside `site`."""
        return self.site_dir.parent / f".{self.site_dir.name}.bantin"

    @property
    def store_path(self) -> Path:
        """The store of the last build."""
        return self.state_dir / "store.sqlite"

    @property
    def pages_dir(self) -> Path:
        """Where the engine builds its own pages and copies static files."""
        return self.state_dir / "pages"

    @property
    def fresh_dir(self) -> Path:
        """Where outputs wait until all are rendered."""
        return self.state_dir / "fresh"

    def prepare(self) -> None:
        """Make the state folder; remove what a killed build left.

        Raises:
            PublishError: the folder beside the site cannot be written.
        """
        self.clear()
        with writing(self.state_dir):
            self.fresh_dir.mkdir(parents=True)
            self.pages_dir.mkdir(parents=True)

    def clear(self) -> None:
        """Remove what only a running build needs; the store stays."""
        shutil.rmtree(self.fresh_dir, ignore_errors=True)
        shutil.rmtree(self.pages_dir, ignore_errors=True)

    def remove(self) -> None:
        """Remove the whole state folder; the next build starts afresh."""
        shutil.rmtree(self.state_dir, ignore_errors=True)
