"""One look at a record file: what it holds, what is wrong with it, what it makes others ask.

Done in workers too, so that a look is plain data; what it needs of the archive is the registry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bantin.building.reading import faults_within, full_row
from bantin.catalog.rows import Row
from bantin.checking.anchors import PlaceLink, links_to_places
from bantin.checking.authors import signatures_of
from bantin.checking.dates import dates_told
from bantin.checking.manuscript import Manuscript
from bantin.checking.meetings import Hint, hints_of
from bantin.checking.remarks import Compared, remark_on
from bantin.errors import Problem
from bantin.records.front_matter import KeyPath
from bantin.records.models import Body, Dated, Person, Record, Section
from bantin.records.reader import list_record_uris, read_record, read_records
from bantin.records.registry import Registry
from bantin.rendering.markdown import render_text

# What records refer to, and so is read before them.
REFERRED = tuple(f"{kind.folder}/" for kind in (Body, Section, Person))


@dataclass(frozen=True, slots=True)
class Inspection:
    """What one look gave.

    Attributes:
        src_uri: the file.
        row: what the catalog holds of it; None where it cannot be read.
        errors: a build stops at these.
        remarks: a build does not.
        told: (ISO date, keys) of what the record says has happened.
        hints: which meetings it may be about.
        links: those to places within records' pages.
        signatures: initials that it is signed with.
    """

    src_uri: str
    row: Row | None
    errors: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    told: tuple[tuple[str, KeyPath], ...] = ()
    hints: tuple[Hint, ...] = ()
    links: tuple[PlaceLink, ...] = ()
    signatures: tuple[str, ...] = ()


def inspect_files(docs_dir: Path, compared: str, src_uris: Sequence[str]) -> list[Inspection]:
    """Look at some record files.

    Args:
        docs_dir: where they lie.
        compared: a digest of the bodies' names, for each of which the registry is read once; ""
            for an empty one.
        src_uris: of record files.
    """
    against = _compared(docs_dir, compared) if compared else Compared.of(Registry())
    return [_look(docs_dir, uri, against) for uri in src_uris]


@lru_cache(maxsize=1)
def _compared(docs_dir: Path, compared: str) -> Compared:
    uris = [uri for uri in list_record_uris(docs_dir) if uri.startswith(REFERRED)]
    return Compared.of(read_records(docs_dir, uris).registry())


def _look(docs_dir: Path, src_uri: str, against: Compared) -> Inspection:
    found = read_record(docs_dir, src_uri)
    if not isinstance(found, Record):
        return Inspection(src_uri, None, tuple(found))
    text = (docs_dir / src_uri).read_text("utf-8-sig", errors="replace")
    rendered = render_text(found.body)
    manuscript = Manuscript(found, text, rendered)
    return Inspection(
        src_uri,
        full_row(found, rendered),
        tuple(faults_within(found, rendered)),
        tuple(remark_on(manuscript, against)),
        tuple(
            (day.isoformat(), path)
            for path, day in (dates_told(found) if isinstance(found, Dated) else ())
        ),
        tuple(hints_of(found, rendered)),
        tuple(links_to_places(manuscript)),
        signatures_of(found),
    )
