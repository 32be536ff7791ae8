"""Puts a finished build into the site: prune, move, remember.

Every file changes in one step. Killed at any point, the next build finds the rows of untouched
files only, makes the rest again and ends where a clean build ends.
"""

from __future__ import annotations

import filecmp
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bantin.building.build import Rendering
from bantin.building.listing import list_files
from bantin.building.store import Store
from bantin.building.workspace import Workspace, fresh_path, make_folder, writing


@dataclass(frozen=True, slots=True)
class Published:
    """What changed in the site: paths below its root, sorted."""

    written: tuple[str, ...]
    pruned: tuple[str, ...]

    def update(self, present: Mapping[str, int], site_dir: Path) -> dict[str, int]:
        """Return what `scan_site` would find now.

        Args:
            present: what it found before.
            site_dir: the site.
        """
        gone = set(self.pruned)
        left = {path: size for path, size in present.items() if path not in gone}
        kept = {path: size for path, size in left.items() if not path.endswith("/")}
        return kept | {path: (site_dir / path).stat().st_size for path in self.written}


def publish(
    workspace: Workspace,
    store: Store,
    rendering: Rendering,
    present: Mapping[str, int],
    notes: Mapping[str, str],
) -> Published:
    """Make the site exactly the outputs and the engine's own files.

    Args:
        workspace: holds what was rendered, and the engine's pages.
        store: what was made so far.
        rendering: what is new, and what is no more.
        present: what `scan_site` found; nobody else has changed the site since.
        notes: what to note in the store once the site is as it should be.

    Raises:
        PublishError: the disk refuses the site's folder or the store.
        StoreError: the store is damaged; what is in the site stays whole, file by file.
    """
    if rendering.whole:
        return _publish_whole(workspace, store, rendering, notes)
    site = str(workspace.site_dir)
    with writing(workspace.site_dir):
        workspace.site_dir.mkdir(parents=True, exist_ok=True)
        # A build killed while it pruned leaves some, and a file may have to stand in their place.
        empty = [path for path in present if path.endswith("/")]
        pages = list_files(workspace.pages_dir)
        made = (*rendering.made, *rendering.index)
        # Also what the engine's pages or somebody's hand have put in the place of an output.
        gone = {*rendering.gone, *(path for path in pages if store.owner_of(path))}
        moves = {
            path: source
            for path, source, size_bytes in _waiting(workspace, rendering, pages)
            if _differs(source, size_bytes, site, path, present)
        }
        with store.changing():
            store.forget(gone)
            store.forget(file.path for file in made)
        wanted = {path for path, _, _ in store.files()}
        wanted.update(pages, (file.path for file in made))
        pruned = sorted(present.keys() - set(empty) - wanted)
        _prune(site, pruned, empty)
        folders: set[str] = set()
        for path, source in moves.items():
            make_folder(site, path.rpartition("/")[0], folders)
            os.replace(source, f"{site}/{path}")  # noqa: PTH105 - hot
        with store.changing():
            store.remember(made)
            store.settle()
            store.set_notes(notes)
    return Published(tuple(sorted(moves)), tuple(pruned))


def _publish_whole(
    workspace: Workspace, store: Store, rendering: Rendering, notes: Mapping[str, str]
) -> Published:
    """Put a first site in its place, in one step."""
    with writing(workspace.site_dir):
        written = sorted(list_files(workspace.pages_dir))
        with store.changing():
            # Of a site that somebody has removed.
            store.forget([path for path, _, _ in store.files()])
        if workspace.site_dir.is_dir():
            workspace.site_dir.rmdir()
        workspace.pages_dir.rename(workspace.site_dir)
        with store.changing():
            store.remember((*rendering.made, *rendering.index))
            store.settle()
            store.set_notes(notes)
    return Published(tuple(written), ())


def _waiting(
    workspace: Workspace, rendering: Rendering, pages: Mapping[str, int]
) -> Iterator[tuple[str, str, int]]:
    """Yield path, where it waits, and size in bytes of every file that was made now."""
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
    """True when what is to stand at a path is not what the site holds there."""
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
        # Once a folder is known, so are those above it.
        while (path := path.rpartition("/")[0]) and path not in folders:
            folders.add(path)
    for folder in sorted(folders, key=lambda one: one.count("/"), reverse=True):
        if _is_empty(f"{site}/{folder}"):
            os.rmdir(f"{site}/{folder}")  # noqa: PTH106 - hot


def _is_empty(folder: str) -> bool:
    """True for a folder that holds nothing; not where there is none."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except FileNotFoundError:
        return False
