"""Checks that the store still fits this code, these settings and this site.

Knows no single outputs. `render_stale` compares their fingerprints.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

from bantin.building.fingerprint import Digests, digest_engine
from bantin.building.inventory import Inventory
from bantin.building.kept_settings import NOTE as KEPT_SETTINGS
from bantin.building.kept_settings import SIZES, pack_settings, pack_sizes
from bantin.building.render_stale import BuildSettings
from bantin.building.site_check import read_all, read_share
from bantin.building.store import EVERYTHING, Store
from bantin.outputs.discovery.robots import OWN_FILES
from bantin.outputs.subjects import SITEMAP
from bantin.records.docs_listing import Stamp

# A recently touched file may be touched again without a change of its times. Two seconds is the
# coarsest clock of a file system in use (FAT).
_UNSURE_NS = 2 * 10**9
# Name of the note on the code that read the store's records, and the kind of site.
READER = "reader"


def stamp_all(stamps: Mapping[str, Stamp]) -> dict[str, str]:
    """Return a text for each file's stamp; "" where the stamp may miss a change.

    Args:
        stamps: src_uri → stamp, listed just now.
    """
    unsure_from = time.time_ns() - _UNSURE_NS
    return {
        uri: "" if max(mtime, ctime) >= unsure_from else f"{mtime}:{ctime}:{size}:{inode}"
        for uri, (mtime, ctime, size, inode) in stamps.items()
    }


def prepare_store(store: Store, *, drafts_shown: bool) -> None:
    """Forget the records if other code read them, or if they are for another kind of site."""
    reader = f"{digest_engine()} {drafts_shown}"
    if store.note(READER) != reader:
        with store.changing():
            store.forget_records()
            store.set_notes({READER: reader})


def note_shared(store: Store, settings: BuildSettings) -> dict[str, str]:
    """Add pending subjects for changes outside records; return the notes for afterwards.

    Templates, chrome, the site's name and sizes shape every page. The engine's pages stand in the
    sitemap, and an editor's own robots.txt replaces ours. The notes hold changed settings too:
    drafts are rendered with them.
    """
    own = [uri for uri in OWN_FILES if uri in settings.others]
    notes = {
        "shared": Digests.of(settings.rendering).shared,
        "pages": "\n".join([*sorted(settings.page_urls), *own]),
        SIZES: pack_sizes(settings.sizes),
    }
    kept = pack_settings(settings.rendering)
    if store.note(KEPT_SETTINGS) != kept:
        notes[KEPT_SETTINGS] = kept
    with store.changing():
        if any(store.note(name) != notes[name] for name in ("shared", SIZES)):
            store.add_pending([EVERYTHING])
        if store.note("pages") != notes["pages"]:
            store.add_pending([SITEMAP])
    return notes


def take_stock(
    store: Store, found: Mapping[str, int], site_dir: Path, *, verified: bool = False
) -> Inventory:
    """Compare the files in the site with the store.

    Files that differ from the last build are forgotten, and so made again.

    Args:
        store: the store of the last build.
        found: the result of `scan_site`.
        site_dir: the site.
        verified: read the content of all files, not of a share.
    """
    strangers = {path for path in found if not path.endswith("/")}
    damaged = {}
    for path, size_bytes, subject in store.files():
        if found.get(path) == size_bytes:
            strangers.remove(path)
        else:
            damaged[path] = subject
    if found:
        read = read_all if verified else read_share
        damaged |= read(store, site_dir, damaged)
    if damaged:
        with store.changing():
            store.forget(damaged)
            store.add_pending(set(damaged.values()))
    return Inventory(dict(found), strangers, tuple(sorted(damaged)) if found else ())
