"""A site held by one build: its lock, its folders and its store. Replaces a damaged store, once.

Does not know what is built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bantin.building.lock import SiteLock
from bantin.building.sqlite_files import discard_file
from bantin.building.store import Store
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
        self._is_renewed = False
        self._passed: Exception | None = None

    @classmethod
    def take(
        cls, site_dir: Path, warn: Callable[[str], None], *, verified: bool = False
    ) -> SiteHold:
        """Lock a site, make a build's folders and open the store.

        A store that cannot be used is thrown away with one warning. Everything is then made again.

        Args:
            site_dir: present or future folder of the site.
            warn: takes the warning, in Vietnamese, with its line feed.
            verified: read the whole store.

        Raises:
            BuildRunningError: another build of the site is running.
            PublishError: the disk refuses, or the site's place holds what is not ours.
        """
        workspace = Workspace(site_dir)
        workspace.check_site()
        # Without the lock this is no build, and there is nothing to clear away.
        lock = workspace.lock()
        try:
            workspace.prepare()
            try:
                store = _open_store(workspace.store_path, verified=verified)
            except StoreError as error:
                store = _replace_store(workspace, error, warn)
                hold = cls(workspace, lock, store, warn)
                hold._is_renewed = True
            else:
                hold = cls(workspace, lock, store, warn)
        except BaseException:
            workspace.clear()
            lock.release()
            raise
        return hold

    @contextmanager
    def working(self) -> Iterator[None]:
        """Run the block. It may read the store.

        A damaged store is thrown away. Otherwise the next build would meet the damage again. It
        makes everything anew instead. A mistake of ours with another cause passes as it is.

        Raises:
            PublishError: the store was damaged, or the disk refused it.
        """
        try:
            with self.store.reading():
                yield
        except Exception as error:
            damage = self._damage_behind(error)
            if damage is None:
                raise
            self.store.close()
            _throw_store_away(self.workspace)
            raise PublishError(f"sổ của lần dựng {damage} và đã được bỏ đi; dựng lại") from error

    def renew_store(self, error: Exception) -> bool:
        """Start with an empty store if an error comes from damage of this one.

        Does so once. A second damage is none of the store, but of the disk.

        Returns:
            False if the error has another cause, or the store is new.

        Raises:
            PublishError: the disk refuses.
        """
        damage = None if self._is_renewed else self._damage_behind(error)
        if damage is None:
            return False
        self.store.close()
        self.store = _replace_store(self.workspace, damage, self._warn)
        self._is_renewed = True
        return True

    def _damage_behind(self, error: Exception) -> StoreError | None:
        # An error passes several blocks. To look once is enough, and takes long.
        if error is self._passed:
            return None
        damage = self.store.damage_behind(error)
        if damage is None:
            self._passed = error
        return damage

    def release(self) -> None:
        """Close the store, remove unfinished files, and release the lock."""
        self.store.close()
        self.workspace.clear()
        # The lock comes last: until then the folders belong to this build.
        self._lock.release()


def _open_store(path: Path, *, verified: bool) -> Store:
    store = Store.open(path)
    try:
        if verified:
            store.verify()
        return store
    except BaseException:
        store.close()
        raise


def _replace_store(workspace: Workspace, error: StoreError, warn: Callable[[str], None]) -> Store:
    warn(f"Cảnh báo: sổ của lần dựng trước {error}; dựng lại toàn bộ.\n")
    _throw_store_away(workspace)
    return Store.open(workspace.store_path)


def _throw_store_away(workspace: Workspace) -> None:
    with writing(workspace.store_path):
        discard_file(workspace.store_path)
