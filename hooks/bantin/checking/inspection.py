"""Inspects one record file: its row, its faults, and the values that later checks compare.

Also runs in workers, so an inspection is plain data. It needs only the archive's registry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bantin.building.reading import faults_within, full_row, outcome_of
from bantin.catalog.decisions import decided_by
from bantin.catalog.rows import Row
from bantin.catalog.unfinished import Unfinished
from bantin.checking.all_checks import Compared, remark_on
from bantin.checking.anchors import PlaceLink, links_to_places
from bantin.checking.authors import signatures_of
from bantin.checking.dates import dates_told
from bantin.checking.manuscript import Manuscript
from bantin.checking.meetings import Hint, hints_of
from bantin.checking.unclear_orders import tell_unclear
from bantin.errors import Problem
from bantin.records.docs_listing import list_record_uris
from bantin.records.front_matter import KeyPath
from bantin.records.models import Body, Dated, Document, Person, Record, Section
from bantin.records.reader import find_line, read_record, read_records
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft
from bantin.rendering.markdown import render_text
from bantin.text.normalize import unify_line_ends
from bantin.unforeseen import Doing

# Folders of the records that others refer to. They are read first.
REFERRED = tuple(f"{kind.folder}/" for kind in (Body, Section, Person))


@dataclass(frozen=True, slots=True)
class Inspection:
    """The result for one record file.

    Attributes:
        src_uri: the file.
        row: its row in the catalog; None for an unreadable file and an unfinished draft.
        errors: these stop a build.
        remarks: these do not.
        told: (ISO date, keys) of each event that the record reports as past.
        hints: meetings that it may be about.
        links: its links to places within records' pages.
        signatures: initials that sign it.
        unfinished: a draft that lacks required keys.
        unclear: a hint on each of its orders that lacks a kind or an addressee.
    """

    src_uri: str
    row: Row | None
    errors: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    told: tuple[tuple[str, KeyPath], ...] = ()
    hints: tuple[Hint, ...] = ()
    links: tuple[PlaceLink, ...] = ()
    signatures: tuple[str, ...] = ()
    unfinished: Unfinished | None = None
    unclear: tuple[Problem, ...] = ()

    @property
    def is_read(self) -> bool:
        """False for a file that cannot be read."""
        return self.row is not None or self.unfinished is not None


def inspect_files(docs_dir: Path, compared: str, src_uris: Sequence[str]) -> list[Inspection]:
    """Inspect some record files.

    Args:
        docs_dir: folder of the records.
        compared: digest of the bodies' names. The registry is read once for each digest; "" stands
            for an empty registry.
        src_uris: the files to inspect.
    """
    against = _compared(docs_dir, compared) if compared else Compared.of(Registry())
    looks = []
    for uri in src_uris:
        with Doing("kiểm tra bản ghi", uri):
            looks.append(_look(docs_dir, uri, against))
    return looks


@lru_cache(maxsize=1)
def _compared(docs_dir: Path, compared: str) -> Compared:
    uris = [uri for uri in list_record_uris(docs_dir) if uri.startswith(REFERRED)]
    return Compared.of(read_records(docs_dir, uris).registry())


def _look(docs_dir: Path, src_uri: str, against: Compared) -> Inspection:
    found = read_record(docs_dir, src_uri)
    if isinstance(found, UnfinishedDraft):
        return _look_at_unfinished(docs_dir, found)
    if not isinstance(found, Record):
        return Inspection(src_uri, None, tuple(found))
    raw = (docs_dir / src_uri).read_bytes()
    text = unify_line_ends(raw.decode("utf-8-sig", errors="replace"))
    rendered = render_text(found.body)
    manuscript = Manuscript(found, text, rendered)
    row = full_row(found, rendered)
    return Inspection(
        src_uri,
        row,
        tuple(faults_within(found, rendered)),
        tuple(remark_on(manuscript, against)),
        tuple(
            (day.isoformat(), path)
            for path, day in (dates_told(found) if isinstance(found, Dated) else ())
        ),
        tuple(hints_of(found, rendered)),
        tuple(links_to_places(manuscript)),
        signatures_of(found),
        unclear=tuple(tell_unclear(found, row.decided)),
    )


def _look_at_unfinished(docs_dir: Path, draft: UnfinishedDraft) -> Inspection:
    uri = draft.file.src_uri
    outcome = outcome_of(draft)
    remark = draft.tell_missing(find_line(docs_dir, uri, draft.missing[:1]))
    unclear: tuple[Problem, ...] = ()
    if isinstance(draft.stand_in, Document) and "kind" not in draft.missing:
        decided, _ = decided_by(draft.stand_in, render_text(draft.file.body))
        unclear = tuple(tell_unclear(draft.stand_in, decided))
    return Inspection(
        uri, None, outcome.problems, (remark,), unfinished=outcome.unfinished, unclear=unclear
    )
