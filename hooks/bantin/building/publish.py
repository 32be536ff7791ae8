"""Puts a finished build into the site: prune, move, remember.

Every file changes in one step. After a kill at any point, the store has rows of untouched files
only. The next build makes the rest again and ends like a clean build.
"""

from __future__ import annotations

import errno
import filecmp
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from bantin.building.folder_listing import list_files
from bantin.building.inventory import Inventory
from bantin.building.moving import ARRIVING, Mover
from bantin.building.render_stale import Rendering
from bantin.building.store import Store, StoredFile
from bantin.building.workspace import Workspace, fresh_path, make_folder, writing


@dataclass(frozen=True, slots=True)
class Published:
    """The changes in the site: paths below its root, sorted.

    Attributes:
        written: new or changed files.
        pruned: removed files.
        strange: removed files that no build of ours had put there.
    """

    written: tuple[str, ...]
    pruned: tuple[str, ...]
    strange: tuple[str, ...] = ()


@dataclass(slots=True)
class Course:
    """How far publishing has come, for telling what a failure left behind.

    Attributes:
        total: number of files to write.
        written: number of files written.
        pruned: number of files removed.
        has_begun: the site may have changed.
    """

    total: int = 0
    written: int = 0
    pruned: int = 0
    has_begun: bool = False


# Name of the note on the files in the site that have no row, as a JSON list: the engine's own and,
# while a build changes the site, all that it may leave behind.
_OURS = "engine-files"
# The system cannot put another folder in the place of a mounted one.
_FIXED = (errno.EBUSY, errno.EXDEV)


def publish(
    workspace: Workspace,
    store: Store,
    rendering: Rendering,
    inventory: Inventory,
    notes: Mapping[str, str],
    course: Course,
) -> Published:
    """Make the site consist of exactly the outputs and the engine's own files.

    Args:
        workspace: holds the rendered files and the engine's pages.
        store: holds the files made before.
        rendering: the new and the removed files.
        inventory: the files of the site, from `take_stock`; nobody else has changed the site since.
            It is updated at the end.
        notes: the notes to store after success.
        course: is kept up to date.

    Raises:
        PublishError: the disk refuses the site's folder or the store.
        StoreError: the store is damaged. Each file in the site is still whole.
    """
    if rendering.whole:
        return _publish_whole(workspace, store, rendering, inventory, notes, course)
    site = str(workspace.site_dir)
    with writing(workspace.site_dir):
        workspace.site_dir.mkdir(parents=True, exist_ok=True)
        # A build killed while pruning leaves empty folders. A file may need such a path.
        empty = inventory.empty_folders()
        pages = list_files(workspace.pages_dir)
        made = (*rendering.made, *rendering.index)
        # Rows also go where a page of the engine, or somebody's file, has taken an output's path.
        gone = {*rendering.gone, *(path for path in pages if store.owner_of(path))}
        moves = {
            path: (source, size_bytes)
            for path, source, size_bytes in _waiting(workspace, rendering, pages)
            if _differs(source, size_bytes, site, path, inventory.sizes)
        }
        ours = _noted(store)
        with store.changing():
            store.forget(gone)
            store.forget(file.path for file in made)
            _note(store, {*(ours or ()), *pages, *gone, *(file.path for file in made)})
        wanted = {*pages, *(file.path for file in made)}
        pruned = sorted(((inventory.strangers | gone) & inventory.sizes.keys()) - wanted)
        course.total, course.has_begun = len(moves), True
        _prune(site, pruned, empty, course)
        _move({path: source for path, (source, _) in moves.items()}, site, course)
        _settle(store, made, pages, notes)
    strange = inventory.strangers.intersection(pruned).difference(pruned if ours is None else ours)
    sizes = {path: size_bytes for path, (_, size_bytes) in moves.items()}
    inventory.renew(sizes, (*pruned, *empty), pages)
    told = tuple(sorted(path for path in strange if not path.endswith(ARRIVING)))
    return Published(tuple(sorted(moves)), tuple(pruned), told)


def _publish_whole(
    workspace: Workspace,
    store: Store,
    rendering: Rendering,
    inventory: Inventory,
    notes: Mapping[str, str],
    course: Course,
) -> Published:
    """Put a first site in its place, in one step."""
    with writing(workspace.site_dir):
        pages = list_files(workspace.pages_dir)
        folders: set[str] = set()
        for path in pages:
            make_folder(str(workspace.whole_dir), path.rpartition("/")[0], folders)
            (workspace.pages_dir / path).replace(workspace.whole_dir / path)
        made = (*rendering.made, *rendering.index)
        with store.changing():
            # Rows of a site that somebody has removed.
            store.forget([path for path, _, _ in store.files()])
        course.total = len(pages) + len(made)
        try:
            if workspace.site_dir.is_dir():
                workspace.site_dir.rmdir()
            workspace.whole_dir.rename(workspace.site_dir)
            course.written, course.has_begun = course.total, True
        except OSError as error:
            if error.errno not in _FIXED:
                raise
            workspace.site_dir.mkdir(exist_ok=True)
            course.has_begun = True
            whole = [*pages, *(file.path for file in made)]
            sources = {path: f"{workspace.whole_dir}/{path}" for path in whole}
            _move(sources, str(workspace.site_dir), course)
        _settle(store, made, pages, notes)
    sizes = pages | {file.path: file.size_bytes for file in made}
    inventory.renew(sizes, (), pages)
    return Published(tuple(sorted(sizes)), ())


def _noted(store: Store) -> frozenset[str] | None:
    """Return the noted files without a row; None if no build has noted any."""
    told = store.note(_OURS)
    return frozenset(json.loads(told)) if told else None


def _note(store: Store, paths: Iterable[str]) -> None:
    told = json.dumps(sorted(paths))
    if told != store.note(_OURS):
        store.set_notes({_OURS: told})


def _move(sources: Mapping[str, str], site: str, course: Course) -> None:
    mover = Mover(site)
    for path, source in sources.items():
        mover.move(source, path)
        course.written += 1


def _settle(
    store: Store, made: Iterable[StoredFile], pages: Iterable[str], notes: Mapping[str, str]
) -> None:
    """Note that the site is finished."""
    with store.changing():
        store.remember(made)
        store.settle()
        store.set_notes(notes)
        _note(store, pages)


def _waiting(
    workspace: Workspace, rendering: Rendering, pages: Mapping[str, int]
) -> Iterator[tuple[str, str, int]]:
    """Yield (path, place where it waits, size in bytes) of every file made now."""
    fresh_dir = str(workspace.fresh_dir)
    for file in rendering.made:
        yield file.path, fresh_path(fresh_dir, file.path), file.size_bytes
    for file in rendering.index:
        yield file.path, f"{workspace.index_dir}/{file.path}", file.size_bytes
    for path, size_bytes in pages.items():
        yield path, f"{workspace.pages_dir}/{path}", size_bytes


def _differs(
    source: str, size_bytes: int, site: str, path: str, present: Mapping[str, int]
) -> bool:
    """True when the new file at a path differs from the file in the site."""
    if present.get(path) != size_bytes:
        return True
    return not filecmp.cmp(source, f"{site}/{path}", shallow=False)


def _prune(site: str, paths: Sequence[str], empty: Sequence[str], course: Course) -> None:
    """Remove files, and folders that are empty or left empty."""
    folders: set[str] = set()
    for path in paths:
        with suppress(FileNotFoundError):
            os.unlink(f"{site}/{path}")  # noqa: PTH108 - hot
        course.pruned += 1
    for path in (*paths, *empty):
        # A known folder means that all folders above it are known.
        while (path := path.rpartition("/")[0]) and path not in folders:
            folders.add(path)
    for folder in sorted(folders, key=lambda one: one.count("/"), reverse=True):
        if _is_empty(f"{site}/{folder}"):
            _remove_folder(f"{site}/{folder}")


def _remove_folder(folder: str) -> None:
    try:
        os.rmdir(folder)  # noqa: PTH106 - hot
    except OSError as error:
        if error.errno not in _FIXED:  # a mounted folder stays, and is in nobody's way
            raise


def _is_empty(folder: str) -> bool:
    """True for an existing folder without content."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except FileNotFoundError:
        return False
