"""A site held by one build: its lock, its folders and its store. A damaged store gives way here.

Knows nothing of what is built.
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
        store: of the last build, or new.
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

        A store that cannot be used is thrown away with one warning, and all is made again.

        Args:
            site_dir: where the site lies, or will.
            warn: takes the warning, in Vietnamese, with its line feed.

        Raises:
            BuildRunningError: another build of the site is at work.
            PublishError: the disk refuses.
        """
        workspace = Workspace(site_dir)
        # Without the lock there is no build, and so nothing to clear away.
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
        """Do in the block what asks the store.

        A store that is found damaged is thrown away: the next build then makes everything again,
        instead of meeting the damage again.

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
        """Throw the store away, which was found damaged, and begin with an empty one.

        Raises:
            PublishError: the disk refuses.
        """
        self.store.close()
        self.store = _replace_store(self.workspace, error, self._warn)

    def release(self) -> None:
        """Leave nothing open or half-made."""
        self.store.close()
        self.workspace.clear()
        # Last: until now the folders are this build's own.
        self._lock.release()


def _replace_store(workspace: Workspace, error: StoreError, warn: Callable[[str], None]) -> Store:
    warn(f"Cảnh báo: sổ của lần dựng trước {error}; dựng lại toàn bộ.\n")
    _throw_store_away(workspace)
    return Store.open(workspace.store_path)


def _throw_store_away(workspace: Workspace) -> None:
    with writing(workspace.store_path):
        discard_store(workspace.store_path)
