"""The folders of a build: the site, and beside it the state for the next build."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bantin.building.folder_listing import scan_site
from bantin.building.lock import SiteLock
from bantin.errors import PublishError
from bantin.search import DIRECTORY_PATH
from bantin.unforeseen import LOOK_AT_DISK, reason_of, refused_file

# Without O_BINARY, Windows would write "\r\n" for "\n".
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Report a failed write with its place and cause.

    Raises:
        PublishError: in place of an OSError.
    """
    try:
        yield
    except OSError as error:
        reason = reason_of(error)
        raise PublishError(
            f"không ghi được vào {refused_file(error) or folder} ({reason}); "
            f"{LOOK_AT_DISK} rồi dựng lại"
        ) from error


def make_folder(root: str, folder: str, known: set[str]) -> None:
    """Make a folder below a root and the folders above it, unless they are known.

    Args:
        root: an existing folder.
        folder: POSIX, below the root; "" for the root.
        known: known folders; the made ones are added.
    """
    if not folder or folder in known:
        return
    make_folder(root, folder.rpartition("/")[0], known)
    with suppress(FileExistsError):
        os.mkdir(f"{root}/{folder}")  # noqa: PTH102 - hot
    known.add(folder)


def write_file(path: str, content: bytes) -> None:
    """Write a new file. `open` would make three more system calls for each of 90,000 files."""
    descriptor = os.open(path, _NEW_FILE, 0o666)
    try:
        # One call writes all that fits. The next call then raises the error.
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)


def fresh_path(fresh_dir: str, output_path: str) -> str:
    """Return the place in a build's folder where an output of a site's path waits."""
    name = hashlib.blake2b(output_path.encode(), digest_size=16).hexdigest()
    return f"{fresh_dir}{os.sep}{name}"


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders where a build reads and writes.

    The state folder lies beside the site, on the same disk, so a finished file moves into the site
    in one step. A build can make everything in it again.
    """

    site_dir: Path
    # Each run has its own folder: a worker that outlives its killed build goes on writing.
    _run: str = field(default_factory=lambda: secrets.token_hex(4), repr=False, compare=False)

    @property
    def state_dir(self) -> Path:
        """`.site.bantin` beside `site`."""
        return self.site_dir.parent / f".{self.site_dir.name}.bantin"

    @property
    def store_path(self) -> Path:
        """The store of the last build."""
        return self.state_dir / "store.sqlite"

    def compiled_dir(self, who: str, code: str) -> Path:
        """Return the folder of compiled templates. Other code empties it first.

        Args:
            who: name of the compiler. Another compiler would make other code of the same template.
            code: a text that changes with the compiler's code.

        Raises:
            PublishError: the folder beside the site cannot be written.
        """
        folder = self.state_dir / "templates" / who / code
        with writing(folder):
            if not folder.is_dir():
                shutil.rmtree(folder.parent, ignore_errors=True)
                folder.mkdir(parents=True)
        return folder

    @property
    def lock_path(self) -> Path:
        """The lock file that keeps out a second build of the site."""
        return self.state_dir / "lock"

    @property
    def run_dir(self) -> Path:
        """The folder of files that only this build needs."""
        return self.state_dir / f"run-{self._run}"

    @property
    def pages_dir(self) -> Path:
        """Folder where the engine builds its own pages and copies static files."""
        return self.run_dir / "pages"

    @property
    def whole_dir(self) -> Path:
        """Folder of a first site, which becomes the site in one step."""
        return self.run_dir / "whole"

    @property
    def empty_dir(self) -> Path:
        """A folder that stays empty."""
        return self.run_dir / "empty"

    def has_site(self) -> bool:
        """True when a site is published. Otherwise `whole_dir` receives the whole site.

        A folder that cannot be replaced, such as a mounted one, counts as a site.
        """
        site = self.site_dir
        if not site.is_dir():
            return False
        return site.is_symlink() or site.is_mount() or any(site.iterdir())

    @property
    def index_dir(self) -> Path:
        """Folder where new files of the search index wait, each under its own path."""
        return self.run_dir / "index" if self.has_site() else self.whole_dir

    @property
    def index_work_dir(self) -> Path:
        """Folder where the search index is worked on. Who needs it makes it."""
        return self.run_dir / "index-work"

    @property
    def fresh_dir(self) -> Path:
        """Folder where outputs wait until all are rendered."""
        return self.run_dir / "fresh"

    def fresh_path(self, output_path: str) -> Path:
        """Place where an output waits for publishing. One folder holds all: that is fast."""
        return Path(fresh_path(str(self.fresh_dir), output_path))

    def check_site(self) -> None:
        """Refuse to publish where other people's files would be lost.

        A folder is ours if a build has a store for it, or if it holds our search index.

        Raises:
            PublishError: the site's place has no folder, or one with files of others.
        """
        site = self.site_dir
        if not site.is_dir():
            if site.exists() or site.is_symlink():
                raise PublishError(
                    f"{site} không phải là thư mục và cũng không dẫn tới thư mục nào; "
                    "xóa hoặc đổi tên nó rồi dựng lại"
                )
            return
        if self.store_path.exists() or (site / DIRECTORY_PATH).is_file():
            return
        if found := sorted(scan_site(site))[:3]:
            raise PublishError(
                f"{site} đang có tệp không do kho tin dựng ({', '.join(found)}…), dựng vào đó thì "
                "mất những tệp ấy; chuyển chúng đi nơi khác, hoặc đặt site_dir trong mkdocs.yml là "
                "một thư mục khác, rồi dựng lại"
            )

    def lock(self) -> SiteLock:
        """Make the state folder, and lock it against all other processes.

        Raises:
            BuildRunningError: another build of the site is running.
            PublishError: the folder beside the site cannot be written.
        """
        with writing(self.state_dir):
            self.state_dir.mkdir(parents=True, exist_ok=True)
            return SiteLock.take(self.lock_path, self.site_dir)

    def prepare(self) -> None:
        """Make a build's folders after it has the lock; remove a killed build's remains.

        Raises:
            PublishError: the folder beside the site cannot be written.
        """
        for left in self.state_dir.glob("run-*"):
            shutil.rmtree(left, ignore_errors=True)
        with writing(self.state_dir):
            self.fresh_dir.mkdir(parents=True)
            self.pages_dir.mkdir(parents=True)
            self.whole_dir.mkdir(parents=True)
            self.empty_dir.mkdir(parents=True)
            self.index_dir.mkdir(parents=True, exist_ok=True)

    def empty(self) -> None:
        """Throw away what waits for publishing. The engine's own folders stay."""
        for folder in (self.fresh_dir, self.whole_dir, self.index_dir, self.index_work_dir):
            shutil.rmtree(folder, ignore_errors=True)
        with writing(self.state_dir):
            self.fresh_dir.mkdir(parents=True)
            self.whole_dir.mkdir(parents=True)
            self.index_dir.mkdir(parents=True, exist_ok=True)

    def clear(self) -> None:
        """Remove the files that only a running build needs. The store stays."""
        shutil.rmtree(self.run_dir, ignore_errors=True)
