"""What one edited record costs the index: seconds, and files that differ afterwards.

Works on the index and the store of a finished build of ours, and leaves both as they are.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bantin.building.store import Store
from bantin.catalog.catalog import Catalog
from bantin.outputs.discovery.search_entries import find_entry
from bantin.search import SearchEntry, update_index

WORDS = " Thêm một câu thử rằng cuộc họp mẫu dời sang tuần sau."


@dataclass(frozen=True, slots=True)
class Edited:
    """What the edit of a record comes to, in the middle of so many.

    Attributes:
        median_s: seconds to work out the new files, without writing them.
        files: that are new.
        bytes: in these.
    """

    median_s: float
    files: int
    bytes: int


def measure_edits(folder: Path, times: int = 5) -> Edited:
    """Put a sentence into records of the site below `folder`, each by itself."""
    site = folder / "site"
    store = Store.open_for_reading(folder / ".site.bantin" / "store.sqlite")
    with store.snapshot():
        taken = []
        for place, entry in _some(store, times):
            edited = replace(entry, text=entry.text + WORDS)
            started = time.perf_counter()
            delta = update_index(
                lambda path: (site / path).read_bytes() if (site / path).is_file() else None,
                [((place, entry), (place, edited))],
            )
            seconds = time.perf_counter() - started
            sizes = [*map(len, delta.written.values())]
            taken.append(Edited(seconds, len(sizes), sum(sizes)))
    return sorted(taken, key=lambda one: one.median_s)[times // 2]


def _some(store: Store, times: int) -> Iterator[tuple[int, SearchEntry]]:
    """Yield place and entry of records that lie evenly over the years."""
    rows = store.connection.execute(
        "select place, url from places where url like 'tin-tuc/%' order by place"
    ).fetchall()
    catalog = Catalog(store.connection)
    for number in range(times):
        place, url = rows[len(rows) * (number + 1) // (times + 1)]
        entry = find_entry(catalog, url)
        assert entry
        yield place, entry
