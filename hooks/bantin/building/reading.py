"""Reads many record files: the row of each, and what is wrong with it. Done in workers too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bantin.building.pool import Workers
from bantin.catalog.references import reference_targets
from bantin.catalog.rows import Row, row_of
from bantin.catalog.unfinished import Unfinished
from bantin.errors import Problem
from bantin.minutes.overrides import check_overrides
from bantin.outputs.addresses import link_targets
from bantin.outputs.character_references import check_references
from bantin.outputs.unpublished_html import check_html
from bantin.outputs.unread_text import check_limits
from bantin.records.models import Record
from bantin.records.reader import read_record
from bantin.records.unfinished import UnfinishedDraft
from bantin.rendering.markdown import render_text
from bantin.rendering.rendered_text import RenderedText
from bantin.unforeseen import Doing


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """What a record file gives.

    Attributes:
        row: None where it cannot be read, and for an unfinished draft.
        problems: what is wrong with it; where its body alone is at fault there is a row as well, so
            that what it refers to is checked at the same time.
        unfinished: a draft that lacks required keys; its body may be at fault as well.
    """

    row: Row | None
    problems: tuple[Problem, ...] = ()
    unfinished: Unfinished | None = None


def read_rows(docs_dir: Path, src_uris: Sequence[str], workers: Workers) -> Iterator[ReadRecord]:
    """Yield what each record file gives, in the given order."""
    for outcomes in workers.map(partial(read_chunk, docs_dir), src_uris):
        yield from outcomes


def read_chunk(docs_dir: Path, src_uris: Sequence[str]) -> list[ReadRecord]:
    """Return what some record files give; what a worker does."""
    outcomes = []
    for uri in src_uris:
        with Doing("đọc bản ghi", uri):
            outcomes.append(outcome_of(read_record(docs_dir, uri)))
    return outcomes


def outcome_of(found: Record | UnfinishedDraft | list[Problem]) -> ReadRecord:
    """Return what a record gives, or why there is none."""
    if isinstance(found, Record):
        text = render_text(found.body)
        return ReadRecord(full_row(found, text), tuple(faults_within(found, text)))
    if isinstance(found, UnfinishedDraft):
        text = render_text(found.file.body)
        faults = faults_within(found.stand_in, text)
        return ReadRecord(None, tuple(faults), unfinished_row(found, text))
    return ReadRecord(None, tuple(found))


def unfinished_row(draft: UnfinishedDraft, text: RenderedText) -> Unfinished:
    """Return what the catalog keeps of an unfinished draft."""
    targets = tuple(link_targets(draft.stand_in, text))
    return Unfinished(draft.file.src_uri, draft.missing, targets)


def faults_within(record: Record, text: RenderedText) -> list[Problem]:
    """Return what is wrong with a record's text: a build stops at it."""
    return [
        *check_overrides(record, text),
        *check_html(record, text),
        *check_references(record, text),
        *check_limits(record, text),
    ]


def full_row(record: Record, text: RenderedText) -> Row:
    """Return the row of a record with everything that it links or refers to."""
    return row_of(record, text, [*reference_targets(record, text), *link_targets(record, text)])
