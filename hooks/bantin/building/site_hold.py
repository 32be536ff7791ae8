"""A site held by one build: its lock, its folders and its store. Replaces a damaged store.

Does not know what is built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bantin.building.lock import SiteLock
from bantin.building.store import Store, discard_store
from bantin.building.workspace import Workspace, writing
from bantin.errors import PublishError, StoreError


class SiteHold:
    """The lock of a site, with the folders and the store of a build. Take it, and release it.

    Attributes:
        workspace: the folders.
        store: the store of the last build, or a new one.
    """

    def __init__(
        self, workspace: Workspace, lock: SiteLock, store: Store, warn: Callable[[str], None]
    ) -> None:
        self.workspace = workspace
        self.store = store
        self._lock = lock
        self._warn = warn

    @classmethod
    def take(cls, site_dir: Path, warn: Callable[[str], None]) -> SiteHold:
        """Lock a site, make a build's folders and open the store.

        A store that cannot be used is thrown away with one warning. Everything is then made again.

        Args:
            site_dir: present or future folder of the site.
            warn: takes the warning, in Vietnamese, with its line feed.

        Raises:
            BuildRunningError: another build of the site is running.
            PublishError: the disk refuses.
        """
        workspace = Workspace(site_dir)
        # Without the lock this is no build, and there is nothing to clear away.
        lock = workspace.lock()
        try:
            workspace.prepare()
            try:
                store = Store.open(workspace.store_path)
            except StoreError as error:
                store = _replace_store(workspace, error, warn)
        except BaseException:
            workspace.clear()
            lock.release()
            raise
        return cls(workspace, lock, store, warn)

    @contextmanager
    def working(self) -> Iterator[None]:
        """Run the block. It may read the store.

        A damaged store is thrown away. Otherwise the next build would meet the damage again. It
        makes everything anew instead.

        Raises:
            PublishError: the store was damaged, or the disk refused it.
        """
        try:
            with self.store.reading():
                yield
        except StoreError as error:
            self.store.close()
            _throw_store_away(self.workspace)
            raise PublishError(f"sổ của lần dựng {error} và đã được bỏ đi; dựng lại") from error

    def renew_store(self, error: StoreError) -> None:
        """Throw away the damaged store, and start with an empty one.

        Raises:
            PublishError: the disk refuses.
        """
        self.store.close()
        self.store = _replace_store(self.workspace, error, self._warn)

    def release(self) -> None:
        """Close the store, remove unfinished files, and release the lock."""
        self.store.close()
        self.workspace.clear()
        # The lock comes last: until then the folders belong to this build.
        self._lock.release()


def _replace_store(workspace: Workspace, error: StoreError, warn: Callable[[str], None]) -> Store:
    warn(f"Cảnh báo: sổ của lần dựng trước {error}; dựng lại toàn bộ.\n")
    _throw_store_away(workspace)
    return Store.open(workspace.store_path)


def _throw_store_away(workspace: Workspace) -> None:
    with writing(workspace.store_path):
        discard_store(workspace.store_path)
