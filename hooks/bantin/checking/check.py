"""Checks the records of a docs folder: finds errors, which stop a build, and warnings.

Reads only files that changed since the last check. The other modules of this folder judge the
wording of records.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from bantin.building.intake import scope_of
from bantin.building.pool import Workers
from bantin.building.progress import Progress
from bantin.building.reading import full_row
from bantin.building.sqlite_files import discard_file, telling_of_damage
from bantin.catalog.catalog import Catalog
from bantin.catalog.future_days import check_future_days, is_too_late
from bantin.catalog.recheck_scope import RecheckScope
from bantin.catalog.references import check_references
from bantin.checking.anchors import check_places
from bantin.checking.attachments import check_file, is_photo
from bantin.checking.authors import check_authors
from bantin.checking.dates import tell_future
from bantin.checking.inspection import REFERRED, inspect_files
from bantin.checking.last_check import LastCheck, find_damage, pack, tell_damage, unpack
from bantin.checking.meetings import check_meetings
from bantin.checking.site_files import tell_copies, tell_unnamed, unnamed_files
from bantin.checking.tree import DocsTree
from bantin.checking.unclear_orders import sum_up
from bantin.errors import Problem, ProblemsError, PublishError
from bantin.outputs.addresses import AddressBook, check_addresses, find_doubles, is_left_out
from bantin.outputs.alike_addresses import check_alike_addresses
from bantin.outputs.refused_files import refuse_file
from bantin.records.models import Article, Document
from bantin.records.page_source import PAGE_SUFFIX
from bantin.records.portable_names import check_names, tell_signs
from bantin.records.view_counts import read_totals, totals_path
from bantin.text.dates import today_in_vietnam

_DATED = (f"{Article.folder}/", f"{Document.folder}/")
# With more new files than this, a check of named files does not read all the others.
FEW = 1_000


@dataclass(frozen=True, slots=True)
class Findings:
    """The results of a check, in the order of files and lines.

    Attributes:
        size: number of record files checked.
        problems: these stop a build.
        warnings: these do not.
        hints: orders of documents that the machine has not read in full. They are no faults.
        names_hints: a report names each of them, and not only their documents.
    """

    size: int
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    hints: tuple[Problem, ...] = ()
    names_hints: bool = False

    @property
    def shown_hints(self) -> tuple[Problem, ...]:
        """The hints that a report shows."""
        return self.hints if self.names_hints else sum_up(self.hints)

    def without_warnings_of(self, uris: Collection[str]) -> Findings:
        """Return these findings without the warnings of some files."""
        kept = tuple(one for one in self.warnings if one.path not in uris)
        hints = tuple(one for one in self.hints if one.path not in uris)
        return replace(self, warnings=kept, hints=hints)


def check_records(
    tree: DocsTree,
    src_uris: Collection[str] | None = None,
    *,
    moved: Collection[str] = (),
    last_check_path: Path | None = None,
    today: date | None = None,
    progress: Progress | None = None,
) -> Findings:
    """Check the records of a docs folder.

    Args:
        tree: the folder with tin-tuc/, van-ban/ …
        src_uris: report on these record files, and on what they spoil in others; on everything
            when None. With very many new files, only the records that these refer to and documents
            of the same year are read. Then the check misses a name that another record spells with
            other marks, and an old address that another record claims.
        moved: with `src_uris`: files that came, changed or went, but for new and changed records.
            Report on those that are there, and on what they spoil.
        last_check_path: file of the last check; None: nothing is known or kept.
        today: by default the day in Vietnam.
        progress: receives the number of files read, and a warning of results that were damaged.
    """
    today = today or today_in_vietnam()
    progress = progress or Progress()
    if last_check_path is not None:
        try:
            with telling_of_damage(last_check_path):
                return _check(tree, src_uris, moved, last_check_path, today, progress)
        except PublishError:  # the disk is full, or another check is running
            pass
        except Exception as error:
            # Damaged in a part that opening does not read, or a mistake of ours.
            damage = find_damage(last_check_path, error)
            if damage is None:
                raise
            progress.tell(tell_damage(damage))
            with suppress(OSError):
                discard_file(last_check_path)
    return _check(tree, src_uris, moved, None, today, progress)


def _check(
    tree: DocsTree,
    src_uris: Collection[str] | None,
    moved: Collection[str],
    last_check_path: Path | None,
    today: date,
    progress: Progress,
) -> Findings:
    last_check = LastCheck.open(last_check_path, progress.tell)
    workers = Workers()
    try:
        stamps = dict(tree.stamps)
        if src_uris is not None:
            known = last_check.known()
            new = sum(known.get(uri, ("",))[0] != stamp for uri, stamp in stamps.items())
            if new > FEW:
                last_check.close()
                last_check = LastCheck.open(None)
                stamps = dict.fromkeys(_needed(stamps, src_uris), "")
        tree.fetch(stamps)
        _refresh(last_check, tree, stamps, workers, progress)
        if len(stamps) < len(tree.stamps):
            _follow(last_check, tree, stamps, src_uris or (), workers)
        looked_at = set(last_check.known())
        if src_uris is not None:
            looked_at &= set(src_uris)
        catalog = Catalog(last_check.connection)
        scope = None if src_uris is None else _scope(catalog, tree, looked_at, moved)
        problems = [
            *last_check.errors(),
            *check_alike_addresses(catalog, _owners(tree), tree.docs_dir),
            *check_future_days(catalog, tree.docs_dir, today),
        ]
        warnings = [
            *last_check.remarks(),
            *_in_future(last_check, catalog, tree, today),
            *check_meetings(catalog, tree.docs_dir),
            *check_places(catalog),
            *check_authors(catalog, tree.docs_dir),
        ]
        problems = [one for one in problems if one.path in looked_at]
        warnings = [one for one in warnings if one.path in looked_at]
        between = [
            *_between(last_check, catalog, tree, scope),
            *_beside(tree, None if src_uris is None else moved),
        ]
        named = check_names(tree.other_uris, tree.stamps)
        if src_uris is not None:
            offered = last_check.targets(looked_at)
            named = [one for one in named if one.path in offered]
            warnings += tell_signs(tree.other_uris & {*offered, *moved})
        else:
            warnings += tell_signs(tree.other_uris)
        errors, remarks = _on_files(
            last_check, tree, None if src_uris is None else looked_at, moved
        )
        return Findings(
            len(looked_at),
            _in_order([*problems, *between, *named, *errors]),
            _in_order([*warnings, *remarks]),
            _in_order(one for one in last_check.unclear() if one.path in looked_at),
        )
    finally:
        workers.close()
        last_check.close()


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda one: (one.path, one.line, one.column, one)))


def _needed(uris: Collection[str], wanted: Collection[str]) -> list[str]:
    """Return the record files that a check of the wanted ones must read.

    A document's number is unique within its year. A meeting's notice and its news are of the same
    year.
    """
    years = {f"{Document.folder}/{uri.split('/')[1]}" for uri in wanted if uri.startswith(_DATED)}
    return [
        uri
        for uri in uris
        if uri in wanted or uri.startswith(REFERRED) or uri.rpartition("/")[0] in years
    ]


def _refresh(
    last_check: LastCheck,
    tree: DocsTree,
    stamps: dict[str, str],
    workers: Workers,
    progress: Progress,
) -> None:
    """Bring the tables up to date. Afterwards they hold exactly these files."""
    known = last_check.known()
    with last_check.changing():
        last_check.forget(sorted(known.keys() - stamps.keys()))
        referred = [uri for uri in stamps if uri.startswith(REFERRED)]
        rest = [uri for uri in stamps if not uri.startswith(REFERRED)]
        _look_again(last_check, tree, stamps, referred, "", workers, progress)
        _look_again(last_check, tree, stamps, rest, last_check.digest_names(), workers, progress)


def _look_again(
    last_check: LastCheck,
    tree: DocsTree,
    stamps: dict[str, str],
    uris: Sequence[str],
    compared: str,
    workers: Workers,
    progress: Progress,
) -> None:
    known = last_check.known()
    changed = [uri for uri in uris if not stamps[uri] or known.get(uri) != (stamps[uri], compared)]
    last_check.forget([uri for uri in changed if uri in known])
    chunks = workers.map(partial(inspect_files, tree.docs_dir, compared), sorted(changed))
    looks = (look for chunk in chunks for look in chunk)
    watched = progress.watch(looks, "Đọc bản ghi", len(changed))
    last_check.take(watched, stamps, compared, are_many=len(changed) > len(known))


def _follow(
    last_check: LastCheck,
    tree: DocsTree,
    stamps: dict[str, str],
    wanted: Collection[str],
    workers: Workers,
) -> None:
    """Also read the records that the wanted ones link to."""
    targets = last_check.targets(set(wanted))
    more = {uri: "" for uri in targets if uri in tree.stamps and uri not in stamps}
    if more:
        tree.fetch(more)
        stamps.update(more)
        with last_check.changing():
            compared = last_check.digest_names()
            _look_again(last_check, tree, stamps, sorted(more), compared, workers, Progress())


def _scope(
    catalog: Catalog, tree: DocsTree, looked_at: Collection[str], moved: Collection[str]
) -> RecheckScope:
    """Return what these records and files can have spoiled, as a build would see it."""
    records = filter(None, map(catalog.find, sorted(looked_at)))
    rows = [full_row(record, catalog.text_of(record.file.src_uri)) for record in records]
    return scope_of((), rows, frozenset(moved), tree.addresses())


def _between(
    last_check: LastCheck, catalog: Catalog, tree: DocsTree, scope: RecheckScope | None
) -> list[Problem]:
    """Return the problems between records, and between records and other files."""
    unreadable = last_check.unreadable()
    book = AddressBook(tree.addresses(), catalog)
    return [
        *check_references(catalog, tree.docs_dir, scope=scope, unreadable=unreadable),
        *check_addresses(book, _owners(tree), tree.docs_dir, scope=scope, unreadable=unreadable),
    ]


def _owners(tree: DocsTree) -> dict[str, str]:
    """Return address → src_uri of what is no record."""
    addresses = tree.addresses()
    return {addresses[uri]: uri for uri in sorted(tree.other_uris)}


def _beside(tree: DocsTree, among: Collection[str] | None) -> list[Problem]:
    """Return the problems of files that are no records; with `among`, of these only."""
    addresses = tree.addresses()
    found = find_doubles((uri, addresses[uri]) for uri in sorted(tree.other_uris))
    totals = totals_path(Path()).as_posix()
    if among is not None:
        # Either of two files may be the new one.
        new = {addresses[uri] for uri in among if uri in addresses}
        found = [one for one in found if addresses[one.path] in new]
        tree.fetch([totals] if totals in among else [])
    if among is None or totals in among:
        try:
            read_totals(tree.docs_dir)
        except ProblemsError as error:
            found += error.problems
    return found


def _on_files(
    last_check: LastCheck, tree: DocsTree, among: Collection[str] | None, moved: Collection[str]
) -> tuple[list[Problem], list[Problem]]:
    """Return errors and remarks on files beside the records.

    A check of all looks at every file that a site may show. Otherwise it looks at those that
    records show or offer, and at those that came or changed.
    """
    referred = last_check.targets(among)
    uris = tree.other_uris & {*referred, *moved}
    errors, remarks = list(tree.faults), list(tell_copies(tree.copies))
    # Of files that no record refers to, only a check of all knows whether a page does.
    unnamed = frozenset(uri for uri in uris - referred if not uri.endswith(PAGE_SUFFIX))
    if among is None:
        uris = tree.other_uris
        unnamed = frozenset(unnamed_files(tree, referred))
        remarks += tell_unnamed(unnamed)
    catalog = Catalog(last_check.connection)
    uris = frozenset(uri for uri in uris if not is_left_out(uri, tree.other_uris))
    for uri, (refused, told) in _looks(last_check, tree, uris).items():
        if uri in referred or uri in moved or is_photo(uri):
            remarks += told
        # A build refuses what it publishes. A file of drafts can wait.
        waits = uri in referred and not catalog.is_referred(uri)
        (remarks if waits or uri in unnamed else errors).extend(refused)
    return errors, remarks


def _looks(
    last_check: LastCheck, tree: DocsTree, uris: Collection[str]
) -> dict[str, tuple[list[Problem], list[Problem]]]:
    """Return errors and remarks on each file by itself. Only changed files are opened."""
    tree.fetch(sorted(uris))
    known, now, found = last_check.files(), {}, {}
    for uri in sorted(uris):
        stamp, path = tree.stamp_of(uri), tree.path_of(uri)
        look = known.get(uri, ("", "", ""))
        if not stamp or look[0] != stamp:
            look = stamp, pack(refuse_file(path, uri)), pack(check_file(path, uri))
            now[uri] = look
        found[uri] = unpack(look[1]), unpack(look[2])
    if now:
        with last_check.changing():
            last_check.take_files(now)
    return found


def _in_future(
    last_check: LastCheck, catalog: Catalog, tree: DocsTree, today: date
) -> list[Problem]:
    told = (
        (uri, keys, date.fromisoformat(day))
        for uri, keys, day in last_check.told_after(today.isoformat())
        if not catalog.is_draft(uri)
    )
    return [
        tell_future(tree.docs_dir, uri, keys, day, today)
        for uri, keys, day in told
        # A record's own day is an error then, and told as such.
        if keys != ("date",) or not is_too_late(day, today)
    ]
