"""Updates the search index: changed records in, files of the index out.

The store holds the place of every entry. For each entry changed since the index was made, it also
holds the old place and content. So an index can be continued even if builds in between failed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import lru_cache, partial
from pathlib import Path

from bantin.building.pool import Workers, telling_of_killed_workers
from bantin.building.progress import Progress
from bantin.building.site_check import digest_content
from bantin.building.store import Store, StoredFile
from bantin.building.workspace import Workspace, writing
from bantin.catalog.catalog import Catalog
from bantin.catalog.items import unpack_item
from bantin.catalog.row_check import UNREADABLE
from bantin.catalog.rows import Row
from bantin.outputs.discovery.search_entries import find_day, find_entry
from bantin.records import folders
from bantin.search import (
    Facets,
    IndexDamagedError,
    SearchEntry,
    reassign,
    update_index,
    wanted_place,
    write_index,
)
from bantin.unforeseen import Doing

# The subject of all files of the index. While it is pending, the index is made anew.
INDEX = "@search-index"
# Entries that a worker holds at a time.
CHUNK = 1_500

_Wanted = tuple[int, str]


def place_all(store: Store) -> None:
    """Give every entry a place, within `changing`. The index is then made anew."""
    catalog = Catalog(store.connection)
    dated = store.connection.execute("select item from items")
    items = (unpack_item(text) for (text,) in dated)
    wanted = [_wanted(item.url, item.moment[:10]) for item in items]
    undated = [body.url for body in catalog.registry.bodies.values()]
    undated += [folders.person_url(slug) for slug in catalog.people_names()]
    wanted += [_wanted(url, "") for url in undated]
    rows, last = [], -1
    for want, url in sorted(wanted):
        last = max(want, last + 1)
        rows.append((url, want, last))
    store.connection.execute("delete from places")
    store.connection.executemany("insert into places values (?, ?, ?)", rows)
    store.connection.execute("delete from unindexed")
    store.add_pending([INDEX])


def _wanted(url: str, day: str) -> _Wanted:
    return wanted_place(day, url), url


@contextmanager
def note_unindexed(
    store: Store, old: Sequence[Row], new: Sequence[Row], *, everything: bool
) -> Iterator[None]:
    """Note the entries of some records before they change in the block.

    Args:
        store: within `changing`.
        old: removed or changed records, as they are in the catalog.
        new: added or changed records, as they will be.
        everything: a change affects all entries; all get new places.
    """
    if everything:
        yield
        place_all(store)
        return
    urls = _urls_of((*old, *new))
    before = Catalog(store.connection)
    _note(store, urls, before)
    yield
    after = Catalog(store.connection)
    known = {url: want for url in urls if (want := _known_place(store, url)) is not None}
    # No entries are made here: the references of the records are not yet checked.
    wanted = {
        url: wanted_place(day, url) for url in urls if (day := find_day(after, url)) is not None
    }
    moved = reassign(
        partial(_placed_from, store),
        added=[(want, url) for url, want in wanted.items() if known.get(url) != want],
        removed=[(want, url) for url, want in known.items() if wanted.get(url) != want],
    )
    _note(store, moved.keys() - set(urls), after)
    gone = [(url,) for url in known.keys() - wanted.keys()]
    store.connection.executemany("delete from places where url = ?", gone)
    for url, place in moved.items():
        if url in wanted:
            store.connection.execute(
                "insert or replace into places values (?, ?, ?)", (url, wanted[url], place)
            )
        else:
            store.connection.execute("update places set place = ? where url = ?", (place, url))


def _urls_of(rows: Iterable[Row]) -> list[str]:
    """Return the address of every entry that shows something of the records, each once."""
    urls: dict[str, None] = {}
    for row in rows:
        if not folders.lies_in(row.src_uri, folders.PEOPLE, folders.SECTIONS):
            urls[row.src_uri.removesuffix(".md") + "/"] = None
        urls.update((folders.person_url(person), None) for person, *_ in row.mentions)
    return list(urls)


def _note(store: Store, urls: Iterable[str], catalog: Catalog) -> None:
    """Note the entries and places in the index, unless they are noted already."""
    for url in urls:
        entry = find_entry(catalog, url)
        found = store.connection.execute("select place from places where url = ?", (url,))
        row = found.fetchone()
        told = json.dumps(asdict(entry), ensure_ascii=False) if entry and row else None
        store.connection.execute(
            "insert or ignore into unindexed values (?, ?, ?)", (url, row[0] if row else None, told)
        )


def _known_place(store: Store, url: str) -> int | None:
    """Return the place that an entry wanted when it was placed; None for none."""
    found = store.connection.execute("select wanted from places where url = ?", (url,))
    row = found.fetchone()
    return int(row[0]) if row else None


def _placed_from(store: Store, point: _Wanted) -> Iterator[tuple[_Wanted, int]]:
    """Yield the placed entries, from the last one before a point."""
    query = store.connection.execute
    columns = "select wanted, url, place from places where (wanted, url)"
    below = query(f"{columns} < (?, ?) order by wanted desc, url desc limit 1", point).fetchall()
    for want, url, place in below:
        yield (want, url), place
    for want, url, place in query(f"{columns} >= (?, ?) order by wanted, url", point):
        yield (want, url), place


def make_index(
    store: Store, workspace: Workspace, workers: Workers, progress: Progress | None = None
) -> tuple[list[StoredFile], set[str]]:
    """Make the files of the index that differ from the site's.

    Args:
        store: the store, after the records were taken in. A pending `INDEX` makes the index anew.
        workspace: its index folder is empty. Files wait there under their own paths.
        workers: do the work if there is much of it.
        progress: hears when all is made.

    Returns:
        The files made, and the paths of files that no longer exist.

    Raises:
        PublishError: the workspace cannot be written, or a worker was killed.
    """
    if INDEX not in store.pending():
        try:
            return _continue_index(store, workspace)
        except IndexDamagedError:
            pass  # Somebody changed files of the index, so it is made anew.
    size = int(store.connection.execute("select count(*) from places").fetchone()[0])
    work_dir = workspace.index_work_dir
    executor = workers.executor_for(size)
    load: Callable[[tuple[int, int]], Sequence[tuple[int, SearchEntry]]]
    if executor is None:
        load = partial(entries_between, Catalog(store.connection))
    else:
        load = partial(load_entries, workspace.store_path, workspace.run_dir.name)
    stage = (progress or Progress()).stage("Lập chỉ mục tìm kiếm", size)
    with writing(workspace.run_dir), telling_of_killed_workers(), stage:
        work_dir.mkdir()
        written = write_index(_chunks(store), load, workspace.index_dir, work_dir, executor)
    with writing(workspace.index_dir):
        made = [_stored(workspace.index_dir, path, size_bytes) for path, size_bytes in written]
    gone = {file.path for file in store.files_of(INDEX)} - {file.path for file in made}
    return made, gone


def _stored(index_dir: Path, path: str, size_bytes: int) -> StoredFile:
    digest = digest_content((index_dir / path).read_bytes())
    return StoredFile(path, INDEX, "", size_bytes, digest)


def _chunks(store: Store) -> list[tuple[int, int]]:
    """Return the first and last place of each chunk of entries."""
    rows = store.connection.execute("select place from places order by place")
    places = [place for (place,) in rows]
    chunks = (places[start : start + CHUNK] for start in range(0, len(places), CHUNK))
    return [(chunk[0], chunk[-1]) for chunk in chunks]


def load_entries(
    store_path: Path, build: str, chunk: tuple[int, int]
) -> list[tuple[int, SearchEntry]]:
    """Return the entries between two places, both included; called in a worker.

    Args:
        store_path: the store, after the records were taken in.
        build: differs from build to build.
        chunk: the two places.
    """
    store = _store_at(store_path, build)
    with store.snapshot():
        return entries_between(Catalog(store.connection), chunk)


def entries_between(catalog: Catalog, chunk: tuple[int, int]) -> list[tuple[int, SearchEntry]]:
    """Return the entries between two places, both included."""
    rows = catalog.connection.execute(
        "select place, url from places where place between ? and ? order by place", chunk
    )
    found = ((place, _entry_at(catalog, url)) for place, url in rows.fetchall())
    return [(place, entry) for place, entry in found if entry is not None]


def _entry_at(catalog: Catalog, url: str) -> SearchEntry | None:
    with Doing("lập chỉ mục tìm kiếm cho", url):
        return find_entry(catalog, url)


@lru_cache(maxsize=1)
def _store_at(store_path: Path, _: str) -> Store:
    return Store.open_for_reading(store_path)


def _continue_index(store: Store, workspace: Workspace) -> tuple[list[StoredFile], set[str]]:
    """Make the files that differ from the index in the site.

    Raises:
        IndexDamagedError: the index cannot be continued.
    """
    catalog = Catalog(store.connection)
    changes = []
    rows = store.connection.execute("select url, place, entry from unindexed order by url")
    for url, old_place, told in rows.fetchall():
        try:
            old = (old_place, _parse_entry(told)) if told is not None else None
        except UNREADABLE as error:
            raise IndexDamagedError(f"the kept entry of {url}: {error}") from error
        found = store.connection.execute("select place from places where url = ?", (url,))
        entry, row = _entry_at(catalog, url), found.fetchone()
        new = (row[0], entry) if entry and row else None
        if old != new:
            changes.append((old, new))
    if not changes:
        return [], set()

    def read(path: str) -> bytes | None:
        file = workspace.site_dir / path
        return file.read_bytes() if store.owner_of(path) == INDEX and file.is_file() else None

    delta = update_index(read, changes)
    made = []
    with writing(workspace.index_dir):
        for path, content in delta.written.items():
            target = workspace.index_dir / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            made.append(StoredFile(path, INDEX, "", len(content), digest_content(content)))
    return made, delta.removed


def _parse_entry(told: str) -> SearchEntry:
    values = json.loads(told)
    exact = {
        "names": tuple(values["names"]),
        "facets": Facets.parse(values["facets"]),
        "points": tuple((anchor, words) for anchor, words in values["points"]),
    }
    return SearchEntry(**{**values, **exact})
