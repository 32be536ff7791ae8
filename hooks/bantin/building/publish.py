"""Puts a finished build into the site: prune, move, remember.

Every file changes in one step. After a kill at any point, the store has rows of untouched files
only. The next build makes the rest again and ends like a clean build.
"""

from __future__ import annotations

import filecmp
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from bantin.building.folder_listing import list_files
from bantin.building.inventory import Inventory
from bantin.building.render_stale import Rendering
from bantin.building.store import Store
from bantin.building.workspace import Workspace, fresh_path, make_folder, writing


@dataclass(frozen=True, slots=True)
class Published:
    """The changes in the site: paths below its root, sorted."""

    written: tuple[str, ...]
    pruned: tuple[str, ...]


def publish(
    workspace: Workspace,
    store: Store,
    rendering: Rendering,
    inventory: Inventory,
    notes: Mapping[str, str],
) -> Published:
    """Make the site consist of exactly the outputs and the engine's own files.

    Args:
        workspace: holds the rendered files and the engine's pages.
        store: holds the files made before.
        rendering: the new and the removed files.
        inventory: the files of the site, from `take_stock`; nobody else has changed the site since.
            It is updated at the end.
        notes: the notes to store after success.

    Raises:
        PublishError: the disk refuses the site's folder or the store.
        StoreError: the store is damaged. Each file in the site is still whole.
    """
    if rendering.whole:
        return _publish_whole(workspace, store, rendering, inventory, notes)
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
        with store.changing():
            store.forget(gone)
            store.forget(file.path for file in made)
        wanted = {*pages, *(file.path for file in made)}
        pruned = sorted(((inventory.strangers | gone) & inventory.sizes.keys()) - wanted)
        _prune(site, pruned, empty)
        folders: set[str] = set()
        for path, (source, _) in moves.items():
            make_folder(site, path.rpartition("/")[0], folders)
            os.replace(source, f"{site}/{path}")  # noqa: PTH105 - hot
        with store.changing():
            store.remember(made)
            store.settle()
            store.set_notes(notes)
    sizes = {path: size_bytes for path, (_, size_bytes) in moves.items()}
    inventory.renew(sizes, (*pruned, *empty), pages)
    return Published(tuple(sorted(moves)), tuple(pruned))


def _publish_whole(
    workspace: Workspace,
    store: Store,
    rendering: Rendering,
    inventory: Inventory,
    notes: Mapping[str, str],
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
        if workspace.site_dir.is_dir():
            workspace.site_dir.rmdir()
        workspace.whole_dir.rename(workspace.site_dir)
        with store.changing():
            store.remember(made)
            store.settle()
            store.set_notes(notes)
    sizes = pages | {file.path: file.size_bytes for file in made}
    inventory.renew(sizes, (), pages)
    return Published(tuple(sorted(sizes)), ())


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


def _prune(site: str, paths: Sequence[str], empty: Sequence[str]) -> None:
    """Remove files, and folders that are empty or left empty."""
    folders: set[str] = set()
    for path in paths:
        with suppress(FileNotFoundError):
            os.unlink(f"{site}/{path}")  # noqa: PTH108 - hot
    for path in (*paths, *empty):
        # A known folder means that all folders above it are known.
        while (path := path.rpartition("/")[0]) and path not in folders:
            folders.add(path)
    for folder in sorted(folders, key=lambda one: one.count("/"), reverse=True):
        if _is_empty(f"{site}/{folder}"):
            os.rmdir(f"{site}/{folder}")  # noqa: PTH106 - hot


def _is_empty(folder: str) -> bool:
    """True for an existing folder without content."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except FileNotFoundError:
        return False
