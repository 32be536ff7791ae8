"""Checks the records of a docs folder: what a build would refuse, and what it lets pass.

Reads with the one reader. Knows records and their references; links and pictures are for the build.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from bantin.catalog.catalog import build_catalog
from bantin.catalog.references import check_references, reference_targets
from bantin.catalog.rows import Row, row_of
from bantin.checking.abbreviations import check_abbreviations
from bantin.errors import Problem
from bantin.minutes.overrides import check_overrides
from bantin.records.models import Article, Body, Document, Person, Record, Section
from bantin.records.reader import list_record_uris, read_records

# What records refer to, and so is read with any of them.
_REFERRED = tuple(f"{kind.folder}/" for kind in (Body, Section, Person))


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found, in the order of files and lines.

    Attributes:
        size: how many record files were looked at.
        problems: a build stops at these.
        warnings: a build does not.
    """

    size: int
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def check_records(
    docs_dir: Path,
    src_uris: Collection[str] | None = None,
    *,
    also: Iterable[Callable[[Record], Iterable[Problem]]] = (),
) -> Findings:
    """Check the records below a docs folder.

    Args:
        docs_dir: the folder that holds tin-tuc/, van-ban/ …
        src_uris: tell of these record files only; of all when None. Only what they refer to and
            documents of the same year are then read, so a name that somebody spells with other
            marks elsewhere is not seen.
        also: what else tells what is wrong with a single record, such as the HTML in its body.
    """
    also = tuple(also)
    found = read_records(docs_dir, None if src_uris is None else _needed(docs_dir, src_uris))
    catalog = build_catalog(found, make_row=_row)
    unreadable = {problem.path for problem in found.problems}
    problems = [
        *found.problems,
        *(problem for document in found.documents for problem in check_overrides(document)),
        *(problem for record in found.records for check in also for problem in check(record)),
        *check_references(catalog, docs_dir, unreadable=unreadable),
    ]
    looked_at = {record.file.src_uri for record in found.records} | unreadable
    if src_uris is not None:
        looked_at &= set(src_uris)
    warnings = [
        warning
        for record in found.records
        if isinstance(record, Article | Document) and record.file.src_uri in looked_at
        for warning in check_abbreviations(record, catalog.registry, docs_dir)
    ]
    return Findings(
        len(looked_at),
        tuple(sorted({problem for problem in problems if problem.path in looked_at})),
        tuple(sorted(warnings)),
    )


def _needed(docs_dir: Path, src_uris: Collection[str]) -> list[str]:
    """Return the record files by which some can be judged: a number is unique within its year."""
    years = {uri.rpartition("/")[0] for uri in src_uris if uri.startswith(f"{Document.folder}/")}
    return [
        uri
        for uri in list_record_uris(docs_dir)
        if uri in src_uris
        or uri.startswith(_REFERRED)
        or (uri.startswith(f"{Document.folder}/") and uri.rpartition("/")[0] in years)
    ]


def _row(record: Record) -> Row:
    return row_of(record, reference_targets(record))
