"""Renders one record from an unsaved text, into the page that a reader would get.

Reads the store of the last build at one moment, and never writes it. Nobody needs the site's lock.
A build's own code plans the page, over a catalog that holds the unsaved record in place of the
saved one. The text gets the same Problems as if it were saved.
"""

from __future__ import annotations

import posixpath
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from bantin.building.clashes import find_clashing_outputs
from bantin.building.fingerprint import digest_engine
from bantin.building.freshness import READER
from bantin.building.intake import scope_of
from bantin.building.kept_settings import NOTE, SIZES, unpack_settings, unpack_sizes
from bantin.building.reading import outcome_of
from bantin.building.render_stale import BuiltSubject
from bantin.building.sqlite_files import telling_of_damage
from bantin.building.store import UNREADABLE_STORE, Store, damage_of
from bantin.building.workspace import Workspace
from bantin.catalog.future_days import check_future_days
from bantin.catalog.overlay import overlaid
from bantin.catalog.references import check_references
from bantin.catalog.rows import Row
from bantin.errors import BuildRunningError, Problem, PublishError, StoreError
from bantin.outputs.addresses import LISTING_URIS, AddressBook, check_addresses
from bantin.outputs.affected import own_subjects
from bantin.outputs.output import Output
from bantin.outputs.plan import Planner
from bantin.records.docs_names import is_left_copy, is_record_uri
from bantin.records.front_matter import FrontMatterError, key_name, split_front_matter
from bantin.records.reader import parse_unsaved
from bantin.records.unfinished import UnfinishedDraft
from bantin.rendering.renderer import Renderer
from bantin.text.dates import today_in_vietnam

# A build locks the store while it writes: a large first build for minutes.
_PATIENCE_S = 2.0
_REMEDY = "dựng lại trang rồi xem thử"


class Drafting:
    """Renders drafts with the settings of a site's last build. Not shared between threads.

    Attributes:
        docs_dir: folder of the records.
        site_dir: the site built from them.
    """

    def __init__(self, docs_dir: Path, site_dir: Path) -> None:
        self.docs_dir = docs_dir
        self.site_dir = site_dir
        self._settings = ""
        self._renderer: Renderer | None = None

    def render(self, src_uri: str, text: str) -> bytes | tuple[Problem, ...]:
        """Return the page of a record, or everything that is wrong with its text.

        A draft is rendered as if it were published. The record may be unknown to every build. Only
        a build finds the conclusions of the archive that mean a body by its new name.

        Args:
            src_uri: present or future place of the record.
            text: the whole file.

        Raises:
            BuildRunningError: a build is writing the store; try again soon.
            PublishError: there is no store of this version of the code, or it cannot be read.
        """
        parsed = parse_unsaved(src_uri, text)
        found = outcome_of(parsed)
        if isinstance(parsed, UnfinishedDraft):
            return tuple(sorted({*found.problems, parsed.tell_missing(1)}))
        if found.row is None:
            return tuple(sorted(set(found.problems)))
        path = self._store_path()
        with _reading(path), overlaid(path, found.row, timeout_s=_PATIENCE_S) as catalog:
            notes = _notes(catalog.connection)
            renderer, sizes = self._renderer_of(notes), unpack_sizes(notes[SIZES])
            others = self._others(catalog.connection, found.row)
            book = AddressBook(others, catalog)
            problems = {*found.problems, *self._faults_around(book, found.row)}
            if problems:
                return _with_lines(sorted(problems), src_uri, text)
            page, planned = _plan(src_uri, Planner(book, (), sizes))
            if clashes := self._clashes(catalog.connection, path, planned):
                return _with_lines(sorted(clashes), src_uri, text)
        if page is None:
            message = "chưa có tin hay văn bản nào nhắc tới người này, nên chưa có trang"
            return (Problem(src_uri, 0, "", message, "ghi tên người này vào một tin trước"),)
        # The store is free again: the view is plain data.
        return page.render(renderer)

    def _store_path(self) -> Path:
        path = Workspace(self.site_dir).store_path
        if not path.exists():
            raise PublishError(f"chưa có lần dựng nào ghi vào {self.site_dir}; {_REMEDY}")
        return path

    @cached_property
    def _code(self) -> str:
        return digest_engine()

    def _renderer_of(self, notes: Mapping[str, str]) -> Renderer:
        """Return a renderer like the last build's; the same one while its settings are the same."""
        if notes.get(READER, "").partition(" ")[0] != self._code or NOTE not in notes:
            raise PublishError(f"lần dựng trước là của phiên bản khác hoặc chưa xong; {_REMEDY}")
        # A digest identifies the templates, a text the settings.
        settings = notes["shared"] + notes[NOTE]
        if self._renderer is None or self._settings != settings:
            self._renderer = Renderer(unpack_settings(notes[NOTE]))
            self._settings = settings
        return self._renderer

    def _others(self, connection: sqlite3.Connection, row: Row) -> dict[str, str]:
        """Return src_uri → address of all non-records, with new files that the record names."""
        others = dict(connection.execute("select src_uri, url from others").fetchall())
        for target in row.targets:
            if target not in others and self._is_new_file(target):
                others[target] = quote(target)
        return others

    def _is_new_file(self, src_uri: str) -> bool:
        """True for a picture or an attachment added to docs/ after the last build."""
        if posixpath.splitext(src_uri)[1] in ("", ".md") or is_record_uri(src_uri):
            return False
        if is_left_copy(src_uri):
            return False
        if any(part.startswith(".") for part in src_uri.split("/")):
            return False  # the engine publishes no hidden file, and ".." leads out of docs/
        try:
            return (self.docs_dir / src_uri).is_file()
        except (OSError, ValueError):
            return False

    def _faults_around(self, book: AddressBook, row: Row) -> Iterator[Problem]:
        """Yield the Problems of the record among the other records."""
        owners = {url: uri for uri, url in book.others.items() if uri not in LISTING_URIS}
        scope = scope_of((), (row,), frozenset(), book.others)
        yield from check_references(book.catalog, self.docs_dir, scope=scope)
        yield from check_future_days(book.catalog, self.docs_dir, today_in_vietnam())
        yield from check_addresses(book, owners, self.docs_dir, scope=scope)

    def _clashes(
        self, connection: sqlite3.Connection, path: Path, planned: Iterable[BuiltSubject]
    ) -> list[Problem]:
        return find_clashing_outputs(Store(path, connection), planned, {}, self.docs_dir)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turn errors of the store into messages for editors."""
    try:
        with telling_of_damage(path):
            try:
                yield
            except sqlite3.OperationalError as error:
                if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                told = "một lần dựng đang ghi sổ; chờ nó xong rồi xem thử lại"
                raise BuildRunningError(told) from error
    except StoreError as error:
        raise PublishError(f"sổ của lần dựng trước {error}; {_REMEDY}") from error
    except UNREADABLE_STORE as error:
        damage = damage_of(path, error)
        if damage is None:
            raise
        raise PublishError(f"sổ của lần dựng trước {damage}; {_REMEDY}") from error


def _notes(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("select name, value from notes").fetchall())


def _plan(src_uri: str, planner: Planner) -> tuple[Output | None, list[BuiltSubject]]:
    """Return the record's page (None for none), and the subjects planned with it."""
    url = src_uri.removesuffix(".md") + "/"
    subjects = own_subjects(src_uri)
    page, planned = None, []
    for subject in subjects:
        outputs = planner.plan(subject)
        page = next((one for one in outputs if one.path == f"{url}index.html"), page)
        planned.append(BuiltSubject(subject, tuple(one.path for one in outputs), (), ()))
    return page, planned


def _with_lines(problems: Iterable[Problem], src_uri: str, text: str) -> tuple[Problem, ...]:
    """Return the problems with lines of the text, not of the saved file."""
    try:
        lines = split_front_matter(text).lines
    except FrontMatterError:
        return tuple(problems)
    by_name = {key_name(key): line for key, line in lines.items() if key}

    def line_of(problem: Problem) -> int:
        name = problem.field
        while name not in by_name and ("." in name or "[" in name):
            name = name[: max(name.rfind("."), name.rfind("["))]
        return by_name.get(name, problem.line)

    return tuple(
        replace(one, line=line_of(one)) if one.path == src_uri and one.field else one
        for one in problems
    )
