"""Brings the catalog's history up to date from Git: only what was committed since the last build.

The content follows from the commits alone. Without Git, and where docs/ is in no commit, the tables
are empty, and the catalog tells what records say of themselves.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bantin.building.git import GitError, NoRepositoryError
from bantin.building.git_log import Commit, GitLog
from bantin.building.store import EVERYTHING, Store
from bantin.catalog.catalog import Catalog
from bantin.catalog.history import CUT, GIT_TABLES, HEAD, SINCE, What
from bantin.outputs.data.changes import CHANGES_PATH
from bantin.outputs.subjects import CHANGES, changes_subject, register_subject, tasks_subject
from bantin.records.past_versions import PastVersion, judge_version, version_of
from bantin.records.reader import is_place
from bantin.text.dates import VIETNAM

# The last second of the year 9999, less a day for any time zone.
_LATEST_S = 253_402_214_400

# (path, blob) → the version that readers were shown.
_Versions = Mapping[tuple[str, str], PastVersion]
# A shown version of a file: its past version, and Git's name of the content.
_Shown = tuple[PastVersion, str]


@dataclass(frozen=True, slots=True)
class _News:
    """What Git knows and the tables do not.

    Attributes:
        notes: the new notes on Git.
        commits: new commits, oldest first.
        versions: the versions in them.
        is_whole: these are all commits, in place of those in the tables.
    """

    notes: dict[str, str]
    commits: tuple[Commit, ...] = ()
    versions: _Versions = field(default_factory=dict)
    is_whole: bool = False


def take_history(store: Store, docs_dir: Path, tell: Callable[[str], None]) -> None:
    """Bring the history up to date, and note the subjects that it changes.

    Args:
        store: the store, after the records were taken in.
        docs_dir: the folder of the records.
        tell: takes a line, in Vietnamese, where Git refuses to tell the past.

    Raises:
        StoreError: the store is damaged.
    """
    connection = store.connection
    with store.reading():
        notes = dict(connection.execute("select name, value from git_notes").fetchall())
        has_versions = connection.execute("select 1 from git_versions").fetchone() is not None
        try:
            news = _read(GitLog(docs_dir), notes, Catalog(connection), has_versions=has_versions)
        except GitError as error:
            news = None
            if not isinstance(error, NoRepositoryError):
                tell(f"Không đọc được lịch sử Git: {error}. {CHANGES_PATH} chỉ kể theo bản ghi.")
    if news is None:
        if notes:
            with store.changing():
                _empty(store)
        return
    if news.notes == notes:
        return
    with store.changing():
        if news.is_whole and (news.notes[SINCE] or notes.get(SINCE)):
            _empty(store)
        _add(store, news.commits, news.versions)
        connection.executemany("insert or replace into git_notes values (?, ?)", news.notes.items())


def _read(
    log: GitLog, notes: Mapping[str, str], catalog: Catalog, *, has_versions: bool
) -> _News | None:
    """Return what Git knows and the tables do not; None before the first commit.

    Args:
        log: the past of docs/.
        notes: the notes on Git in the tables.
        catalog: knows the present records.
        has_versions: the tables hold the versions that the next commits change.

    Raises:
        GitError: there is no Git, no repository, or Git refuses.
    """
    line = log.line()
    if line is None:
        return None
    cut = " ".join(sorted(line.cuts))
    is_same_cut = notes.get(CUT, "") == cut
    if notes.get(HEAD) == line.head and is_same_cut:
        return _News(dict(notes))
    # If the clone ends elsewhere now, the events since then are others.
    known = notes.get(HEAD, "") if has_versions and is_same_cut else ""
    commits = log.commits(line, known)
    if commits is None:
        known, commits = "", log.commits(line) or []
    # Nothing has happened since a cut, and nobody needs to know what was there.
    is_bare = all(commit.is_cut for commit in commits)
    versions = {} if is_bare else _versions(log, commits, catalog)
    since = notes.get(SINCE, "") if known else ""
    if not since and commits:
        since = _moment(commits[0].seconds)
    new_notes = {HEAD: line.head, CUT: cut, SINCE: since}
    return _News(new_notes, tuple(commits), versions, is_whole=not known)


def _empty(store: Store) -> None:
    """Empty the tables, within `changing`. Whatever shows the history is planned again."""
    store.add_pending([EVERYTHING])
    for table in GIT_TABLES:
        store.connection.execute(f"delete from {table}")


def _versions(log: GitLog, commits: Iterable[Commit], catalog: Catalog) -> _Versions:
    """Return (path, blob) → what it showed readers, of all versions that showed something."""
    wanted: dict[str, list[str]] = {}
    for commit in commits:
        for change in commit.changes:
            if change.blob and is_place(change.path):
                wanted.setdefault(change.blob, []).append(change.path)
    return {
        (path, blob): version
        for blob, raw in log.contents(list(wanted))
        for path in wanted[blob]
        if (version := _judge(path, raw, catalog)) is not None
    }


def _judge(path: str, raw: bytes, catalog: Catalog) -> PastVersion | None:
    # Most versions are the present ones, which this build has read.
    record = catalog.find(path)
    if record is not None and record.file.sha256 == hashlib.sha256(raw).hexdigest():
        return version_of(record)
    return judge_version(path, raw)


def _add(store: Store, commits: Iterable[Commit], versions: _Versions) -> None:
    """Add the events of commits, within `changing`."""
    connection = store.connection
    catalog = Catalog(connection)
    subjects: set[str] = set()
    for commit in commits:
        paths = [change.path for change in commit.changes if is_place(change.path)]
        before = {path: shown for path in paths if (shown := _stored(connection, path))}
        after = {
            change.path: (version, change.blob)
            for change in commit.changes
            if (version := versions.get((change.path, change.blob)))
        }
        _store(connection, paths, after)
        if commit.is_cut:
            continue
        moment = _moment(commit.seconds)
        events = _events(before, after)
        connection.executemany(
            "insert into git_events (lasting_id, src_uri, moment, what) values (?, ?, ?, ?)",
            [(identity, path, moment, what) for identity, path, what in events],
        )
        for _, path, _ in events:
            subjects.update(map(tasks_subject, catalog.register.holders_of(path)))
            if month := catalog.register.month_of(path):
                subjects.add(register_subject(month))
        if events:
            subjects |= {CHANGES, changes_subject(moment[:7])}
    store.add_pending(subjects)


def _stored(connection: sqlite3.Connection, path: str) -> _Shown | None:
    row = connection.execute(
        "select lasting_id, withdrawn, blob from git_versions where src_uri = ?", (path,)
    ).fetchone()
    return (PastVersion(row[0], bool(row[1])), row[2]) if row else None


def _store(connection: sqlite3.Connection, paths: Iterable[str], after: dict[str, _Shown]) -> None:
    connection.executemany(
        "delete from git_versions where src_uri = ?", ((path,) for path in paths)
    )
    connection.executemany(
        "insert into git_versions values (?, ?, ?, ?)",
        [
            (path, version.lasting_id, blob, version.is_withdrawn)
            for path, (version, blob) in after.items()
        ],
    )


def _events(before: dict[str, _Shown], after: dict[str, _Shown]) -> list[tuple[str, str, What]]:
    """Return (lasting id, file, what happened) of one commit, by id.

    Args:
        before: the shown versions of the files that it touches, before it.
        after: the same after it.
    """
    old = {version.lasting_id: (path, version, blob) for path, (version, blob) in before.items()}
    new = {version.lasting_id: (path, version, blob) for path, (version, blob) in after.items()}
    found: list[tuple[str, str, What]] = []
    for identity in sorted(old.keys() | new.keys()):
        if identity not in old:
            found.append((identity, new[identity][0], "added"))
        elif identity not in new:
            found.append((identity, old[identity][0], "removed"))
        elif new[identity] != old[identity]:
            found.append((identity, new[identity][0], _what(old[identity], new[identity])))
    return found


def _what(old: tuple[str, PastVersion, str], new: tuple[str, PastVersion, str]) -> What:
    if new[1].is_withdrawn and not old[1].is_withdrawn:
        return "withdrawn"
    return "changed" if old[0] == new[0] else "renamed"


def _moment(seconds: int) -> str:
    """Return a moment of Git as ISO text in Vietnam's time."""
    kept = min(max(seconds, 0), _LATEST_S)
    return dt.datetime.fromtimestamp(kept, VIETNAM).isoformat()
