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
    return dict(_walk(folder, "")) if folder.is_dir() else {}


def list_site(site_dir: Path) -> dict[str, int]:
    """Return what `list_files` does, without hidden files and folders at the top.

    What serves the site may keep its own there.
    """
    return {path: size for path, size in list_files(site_dir).items() if not path.startswith(".")}


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(Path(entry.path), f"{path}/")
            else:
                yield path, entry.stat(follow_symlinks=False).st_size


def publish(workspace: Workspace, store: Store, rendering: Rendering) -> Published:
    """Make the site exactly the outputs and the engine's own files.

    Raises:
        PublishError: the site's folder cannot be written.
    """
    site_dir = workspace.site_dir
    with writing(site_dir):
        site_dir.mkdir(parents=True, exist_ok=True)
        present = list_site(site_dir)
        pages = list_files(workspace.pages_dir)
        outputs = {file.path for file in (*rendering.made, *rendering.kept)}
        fresh = [file.path for file in rendering.made]
        moves = [
            (workspace.fresh_dir, path) for path in _changed(workspace.fresh_dir, site_dir, fresh)
        ]
        moves += [
            (workspace.pages_dir, path) for path in _changed(workspace.pages_dir, site_dir, pages)
        ]
        pruned = sorted(present.keys() - outputs - pages.keys())
        # Also what the engine's pages or somebody's hand have put in the place of an output.
        kept = {file.path for file in rendering.kept}
        store.forget(path for path in store.paths if path not in kept)
        _prune(site_dir, pruned)
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


def _prune(site_dir: Path, paths: Iterable[str]) -> None:
    """Remove files, and folders that are left empty."""
    parents: set[Path] = set()
    for path in paths:
        target = site_dir / path
        target.unlink(missing_ok=True)
        parents.update(parent for parent in target.parents if site_dir in parent.parents)
    for parent in sorted(parents, key=lambda p: len(p.parts), reverse=True):
        if parent.is_dir() and not any(parent.iterdir()):
            parent.rmdir()
