"""Takes records in: reads and checks changed files, and notes the affected subjects.

All or nothing: a single Problem leaves the store unchanged, and the next build reads all again.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bantin.building.indexing import note_unindexed, place_all
from bantin.building.pool import Workers
from bantin.building.progress import Progress
from bantin.building.reading import full_row, read_rows
from bantin.building.store import EVERYTHING, Store
from bantin.catalog.catalog import Catalog
from bantin.catalog.future_days import check_future_days
from bantin.catalog.recheck_scope import RecheckScope
from bantin.catalog.references import check_references
from bantin.catalog.register import assign_tasks
from bantin.catalog.rows import Row
from bantin.catalog.tables import add_rows, filling, recount, remove_rows
from bantin.catalog.taxonomies import is_listed
from bantin.catalog.unfinished import Unfinished, forget_unfinished, set_unfinished
from bantin.errors import Problem, ProblemsError
from bantin.outputs.addresses import AddressBook, check_addresses
from bantin.outputs.affected import (
    outline,
    own_subjects,
    subjects_between,
    subjects_linking,
    subjects_near,
)
from bantin.outputs.alike_addresses import check_alike_addresses
from bantin.outputs.sizes import USUAL, Sizes
from bantin.outputs.subjects import COMMON, FEED, OLD_ADDRESSES
from bantin.records import folders
from bantin.records.portable_names import check_names

# For more changes at once, planning everything anew is no more work.
MANY = 2_000


@dataclass(frozen=True, slots=True)
class Sources:
    """The files in docs/.

    Attributes:
        docs_dir: the folder.
        stamps: src_uri of every record file → a text that changes with the file; "" where a change
            cannot be excluded, and the file must be read.
        others: src_uri → address, of all other files with an address, and of the main listings.
        owners: address → src_uri, of the other files only.
        drafts_shown: drafts are published, as in a preview.
        today: the day in Viet Nam. No published record may be dated later than tomorrow.
    """

    docs_dir: Path
    stamps: Mapping[str, str]
    others: Mapping[str, str]
    owners: Mapping[str, str]
    drafts_shown: bool
    today: date


@dataclass(frozen=True, slots=True)
class _Changes:
    """The records that differ from the store's, in their old and new states."""

    old: tuple[Row, ...]
    new: tuple[Row, ...]
    moved: frozenset[str]

    @property
    def rows(self) -> tuple[Row, ...]:
        return (*self.old, *self.new)

    def touches_everything(self) -> bool:
        """True when a body, section or person comes, goes, or shows differently on other pages."""
        faces = {row.src_uri: row.face for row in self.old if row.face}
        return faces != {row.src_uri: row.face for row in self.new if row.face}

    def touches_old_addresses(self) -> bool:
        """True when an old address came, went, or leads elsewhere."""
        return {_redirecting(row) for row in self.old} != {_redirecting(row) for row in self.new}

    def touches_lists(self) -> bool:
        """True when a change shows in more places than the record's own page and the feed."""
        return {_listed(row) for row in self.old} != {_listed(row) for row in self.new}


def _redirecting(row: Row) -> Hashable:
    return (row.src_uri, row.is_draft, row.redirects) if row.redirects else None


def _listed(row: Row) -> Hashable:
    return (
        row.src_uri,
        row.item,
        row.is_draft,
        row.timelines,
        row.spellings,
        row.mentions,
        row.redirects,
        row.decided,
        row.meeting,
        row.export_line,
    )


def take_in(
    store: Store,
    sources: Sources,
    workers: Workers,
    *,
    faults: Iterable[Problem] = (),
    progress: Progress | None = None,
    sizes: Sizes = USUAL,
) -> None:
    """Bring the store's records up to date and note the subjects to plan.

    Args:
        store: the store of the last build, or a new one.
        sources: the present files.
        workers: read the files if there are many.
        faults: Problems found before, to report with the others.
        progress: hears how many are read.
        sizes: the sizes that pages are planned with.

    Raises:
        StoreError: the store is damaged.
        ProblemsError: faults in records or between them; the store is unchanged.
    """
    problems = list(faults)
    with store.reading():
        known = dict(store.connection.execute("select src_uri, stamp from stamps").fetchall())
        others = dict(store.connection.execute("select src_uri, url from others").fetchall())
    changed = sorted(
        uri for uri, stamp in sources.stamps.items() if not stamp or known.get(uri) != stamp
    )
    gone = sorted(known.keys() - sources.stamps.keys())
    moved = frozenset(uri for uri, _ in others.items() ^ sources.others.items())
    if not changed and not gone and not moved and not problems:
        return
    with store.changing():
        taken = known and _take_changes(
            store, sources, workers, changed, gone, moved, problems, sizes
        )
        if not taken:
            _take_all(store, sources, workers, problems, progress or Progress())
        if problems:
            # Editors need not mend faults that only a damaged store shows.
            store.check()
            raise ProblemsError(problems)
        _note_sources(store, sources, changed, gone, moved)


def _take_all(
    store: Store,
    sources: Sources,
    workers: Workers,
    problems: list[Problem],
    progress: Progress,
) -> None:
    """Read every record into empty tables and check the whole archive."""
    store.forget_records()
    unreadable: set[str] = set()
    unfinished: list[Unfinished] = []

    def rows() -> Iterable[Row]:
        outcomes = read_rows(sources.docs_dir, sorted(sources.stamps), workers)
        for outcome in progress.watch(outcomes, "Đọc bản ghi", len(sources.stamps)):
            problems.extend(outcome.problems)
            if outcome.row:
                yield outcome.row
            elif outcome.unfinished:
                unfinished.append(outcome.unfinished)
            else:
                unreadable.update(problem.path for problem in outcome.problems)

    with filling(store.connection):
        add_rows(store.connection, rows(), drafts_shown=sources.drafts_shown)
    set_unfinished(store.connection, unfinished)
    recount(store.connection)
    assign_tasks(store.connection, Catalog(store.connection).registry)
    if not problems:
        place_all(store)
    _check(store, sources, None, unreadable, problems)


def _take_changes(
    store: Store,
    sources: Sources,
    workers: Workers,
    changed: list[str],
    gone: list[str],
    moved: frozenset[str],
    problems: list[Problem],
    sizes: Sizes,
) -> bool:
    """Read the changed records and check all that they affect; False: too many changes."""
    old: list[Row] = []
    new: list[Row] = []
    faults: list[Problem] = []
    unreadable: set[str] = set()
    unfinished: list[Unfinished] = []
    for outcome in read_rows(sources.docs_dir, changed, workers):
        faults.extend(outcome.problems)
        if outcome.unfinished:
            unfinished.append(outcome.unfinished)
            continue
        if outcome.row is None:
            unreadable.update(problem.path for problem in outcome.problems)
            continue
        row = _stored_row(store, outcome.row.src_uri)
        if row is None or row.content != outcome.row.content:
            old += [row] if row else []
            new.append(outcome.row)
        if len(new) + len(gone) > MANY:
            return False
    # If a file gives no record now, its old record counts as gone, as in a full reading. Such a
    # fault later undoes all these changes.
    without = {*gone, *unreadable, *(draft.src_uri for draft in unfinished)}
    old += [row for uri in sorted(without) if (row := _stored_row(store, uri))]
    # Drafts may link to unfinished ones, shown or not.
    before = {uri for uri, _ in Catalog(store.connection).unfinished()}
    moved |= (before & {*changed, *gone}) | {draft.src_uri for draft in unfinished}
    forget_unfinished(store.connection, (*changed, *gone))
    set_unfinished(store.connection, unfinished)
    changes = _Changes(tuple(old), tuple(new), moved)
    _apply(store, sources, changes, sizes)
    problems += faults
    scope = scope_of(changes.old, changes.new, moved, sources.others)
    _check(store, sources, scope, unreadable, problems)
    return True


def _stored_row(store: Store, src_uri: str) -> Row | None:
    catalog = Catalog(store.connection)
    record = catalog.find(src_uri)
    return full_row(record, catalog.text_of(src_uri)) if record else None


def _apply(store: Store, sources: Sources, changes: _Changes, sizes: Sizes) -> None:
    """Change the tables, and note every affected subject."""
    connection = store.connection
    before = Catalog(connection)
    timelines = sorted({name for row in changes.rows for name in row.timelines})
    listed = list(filter(is_listed, timelines))
    touches_everything = changes.touches_everything()
    subjects = subjects_near(before, changes.old)
    outlines = {name: outline(before, name, sizes) for name in listed}
    with note_unindexed(store, changes.old, changes.new, everything=touches_everything):
        remove_rows(connection, changes.old)
        add_rows(connection, changes.new, drafts_shown=sources.drafts_shown)
        recount(connection, timelines)
    after = Catalog(connection)
    # A conclusion may mean a body by its new name.
    here = [row.src_uri for row in changes.new]
    assign_tasks(connection, after.registry, None if touches_everything else here)
    subjects |= subjects_near(after, changes.new)
    for name in listed:
        subjects |= subjects_between(outlines[name], outline(after, name, sizes))
    subjects |= subjects_linking(after, changes.moved)
    subjects.update(s for row in changes.rows if row.face for s in own_subjects(row.src_uri))
    has_registry = any(row.face for row in changes.rows)
    subjects |= COMMON if has_registry or changes.touches_lists() else {FEED}
    if changes.touches_old_addresses():
        subjects.add(OLD_ADDRESSES)
    store.add_pending([EVERYTHING] if touches_everything else subjects)


def scope_of(
    old: Sequence[Row], new: Sequence[Row], moved: frozenset[str], others: Mapping[str, str]
) -> RecheckScope:
    """Return the part of the archive that a change can have spoiled.

    Args:
        old: removed or changed records, in their old state.
        new: added or changed records, in their new state.
        moved: src_uri of other files that came, went, or changed their address, and of unfinished
            drafts that came, changed or went.
        others: src_uri → address of the present other files.
    """
    here = {row.src_uri for row in new}
    urls = {row.src_uri.removesuffix(".md") + "/" for row in new}
    return RecheckScope(
        records=frozenset(here),
        moved=moved | here | {row.src_uri for row in old},
        identities=frozenset(row.identity for row in new if row.identity),
        people=frozenset(
            [mention[0] for row in new for mention in row.mentions]
            + [Path(uri).stem for uri in here if folders.lies_in(uri, folders.PEOPLE)]
        ),
        addresses=frozenset(
            [address for row in new for address in row.redirects]
            + [others[uri] for uri in moved if uri in others]
        )
        | urls,
    )


def _check(
    store: Store,
    sources: Sources,
    scope: RecheckScope | None,
    unreadable: set[str],
    problems: list[Problem],
) -> None:
    catalog = Catalog(store.connection)
    book = AddressBook(sources.others, catalog)
    # Names that were good stay good while no other file comes.
    if scope is None or scope.moved & sources.others.keys():
        found = check_names(sources.others, sources.stamps)
        # Of the engine's own files nobody need be told.
        problems += (one for one in found if (sources.docs_dir / one.path).exists())
    problems += check_references(catalog, sources.docs_dir, scope=scope, unreadable=unreadable)
    problems += check_alike_addresses(catalog, sources.owners, sources.docs_dir)
    problems += check_future_days(catalog, sources.docs_dir, sources.today)
    problems += check_addresses(
        book, sources.owners, sources.docs_dir, scope=scope, unreadable=unreadable
    )


def _note_sources(
    store: Store, sources: Sources, changed: list[str], gone: list[str], moved: frozenset[str]
) -> None:
    connection = store.connection
    connection.executemany("delete from stamps where src_uri = ?", ((uri,) for uri in gone))
    connection.executemany(
        "insert or replace into stamps values (?, ?)",
        ((uri, sources.stamps[uri]) for uri in changed),
    )
    connection.executemany("delete from others where src_uri = ?", ((uri,) for uri in moved))
    here = [(uri, sources.others[uri]) for uri in sorted(moved) if uri in sources.others]
    connection.executemany("insert or replace into others values (?, ?)", here)
