"""Puts a finished build into the site: prune, move, remember.

Every file changes in one step. Killed at any point, the next build finds the rows of untouched
files only, makes the rest again and ends where a clean build ends.
"""

from __future__ import annotations

import filecmp
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bantin.building.build import Rendering
from bantin.building.store import Store
from bantin.building.workspace import Workspace, writing


@dataclass(frozen=True, slots=True)
class Published:
    """What changed in the site: paths below its root, sorted."""

    written: tuple[str, ...]
    pruned: tuple[str, ...]


def list_files(folder: Path) -> dict[str, int]:
    """Return POSIX path → size in bytes of every file below a folder; {} when there is none."""
    return {path: size for path, size in _scan(folder).items() if not path.endswith("/")}


def list_site(site_dir: Path) -> dict[str, int]:
    """Return what `list_files` does, without hidden files and folders at the top.

    What serves the site may keep its own there.
    """
    return {path: size for path, size in list_files(site_dir).items() if not path.startswith(".")}


def _scan(folder: Path) -> dict[str, int]:
    """Return files as `list_files` does, and each empty folder as "path/"."""
    return dict(_walk(folder, "")) if folder.is_dir() else {}


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, int]]:
    is_empty = True
    with os.scandir(folder) as entries:
        for entry in entries:
            is_empty = False
            path = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(Path(entry.path), f"{path}/")
            else:
                yield path, entry.stat(follow_symlinks=False).st_size
    if is_empty and prefix:
        yield prefix, 0


def publish(workspace: Workspace, store: Store, rendering: Rendering) -> Published:
    """Make the site exactly the outputs and the engine's own files.

    Raises:
        PublishError: the disk refuses the site's folder or the store.
        StoreError: the store is damaged; what is in the site stays whole, file by file.
    """
    site_dir = workspace.site_dir
    with writing(site_dir):
        site_dir.mkdir(parents=True, exist_ok=True)
        # Not what lies hidden at the top, as in `list_site`.
        present = [path for path in _scan(site_dir) if not path.startswith(".")]
        # A build killed while it pruned leaves some, and a file may have to stand in their place.
        empty = [path for path in present if path.endswith("/")]
        pages = list_files(workspace.pages_dir)
        outputs = {file.path for file in (*rendering.made, *rendering.kept)}
        fresh = [file.path for file in rendering.made]
        moves = [
            (workspace.fresh_dir, path) for path in _changed(workspace.fresh_dir, site_dir, fresh)
        ]
        moves += [
            (workspace.pages_dir, path) for path in _changed(workspace.pages_dir, site_dir, pages)
        ]
        pruned = sorted(set(present) - set(empty) - outputs - pages.keys())
        # Also what the engine's pages or somebody's hand have put in the place of an output.
        kept = {file.path for file in rendering.kept}
        store.forget(path for path in store.paths if path not in kept)
        _prune(site_dir, pruned, empty)
        for folder, path in moves:
            target = site_dir / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (folder / path).replace(target)
        store.remember(rendering.made)
    return Published(tuple(sorted(path for _, path in moves)), tuple(pruned))


def _changed(folder: Path, site_dir: Path, paths: Iterable[str]) -> list[str]:
    """Return the paths whose content differs from what the site holds."""
    return [
        path
        for path in paths
        if not (site_dir / path).is_file()
        or not filecmp.cmp(folder / path, site_dir / path, shallow=False)
    ]


def _prune(site_dir: Path, paths: Iterable[str], empty: Iterable[str]) -> None:
    """Remove files, and folders that are empty or left empty."""
    folders = {site_dir / path for path in empty}
    for path in paths:
        (site_dir / path).unlink(missing_ok=True)
        folders.add((site_dir / path).parent)
    folders.update(above for folder in list(folders) for above in folder.parents)
    below = {folder for folder in folders if site_dir in folder.parents}
    for folder in sorted(below, key=lambda p: len(p.parts), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
