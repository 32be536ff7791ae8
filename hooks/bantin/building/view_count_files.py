"""Writes the files of views: with a build, or into the existing site.

A count takes the catalog from the last build's store, so it reads no record.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from bantin.building.moving import ARRIVING
from bantin.building.store import UNREADABLE_STORE, Store, damage_of
from bantin.building.workspace import Workspace, make_folder, write_file, writing
from bantin.catalog.catalog import Catalog
from bantin.errors import StoreError
from bantin.outputs.data.view_counts import FOLDER, most_read, view_files
from bantin.outputs.listings.most_read import FRAME, render_most_read
from bantin.records.view_counts import ViewTotals
from bantin.rendering.renderer import Renderer


def put_view_files(folder: Path, catalog: Catalog, totals: ViewTotals, renderer: Renderer) -> None:
    """Write the files of views, and the page of the most read records, into a build's folder.

    An editor's own page at that address stays. Without counts there is no such page.

    Raises:
        PublishError: the disk refuses.
    """
    files = list(view_files(catalog, totals))
    most = most_read(catalog, totals)
    if most.ever and not (folder / FRAME.output_path).exists():
        files.append((FRAME.output_path, render_most_read(renderer, most)))
    known: set[str] = set()
    with writing(folder):
        for path, content in files:
            make_folder(str(folder), path.rpartition("/")[0], known)
            write_file(f"{folder}/{path}", content)


def refresh_view_files(workspace: Workspace, totals: ViewTotals) -> int | None:
    """Update the files of views in an existing site, each in one step. No page changes.

    The caller holds the site's lock.

    Returns:
        Number of files written. None where there is no site, or its content is not known; then the
        next build writes the files.

    Raises:
        PublishError: the disk refuses.
    """
    if not workspace.has_site() or not workspace.store_path.exists():
        return None
    try:
        with closing(Store.open_for_reading(workspace.store_path)) as store, store.snapshot():
            files = list(view_files(Catalog(store.connection), totals))
    except (StoreError, *UNREADABLE_STORE) as error:
        if damage_of(workspace.store_path, error) is None:
            raise
        return None
    return _write(workspace.site_dir, files)


def _write(site_dir: Path, files: Iterable[tuple[str, bytes]]) -> int:
    wanted = {site_dir / path: content for path, content in files}
    written = 0
    with writing(site_dir):
        for path in (site_dir / FOLDER).rglob("*.json"):
            if path not in wanted:
                path.unlink()
        for path, content in wanted.items():
            if path.is_file() and path.read_bytes() == content:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_name(ARRIVING)
            fresh.write_bytes(content)
            fresh.replace(path)
            written += 1
    return written
