"""Plans the records of a run, checked against the site and against each other.

Writes nothing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bantin.errors import ImportRefusedError, Problem
from bantin.importing.capture import Capture
from bantin.importing.held_back import reason_to_hold
from bantin.importing.proposal import Context, Proposal, portal_province
from bantin.importing.proposed_files import ProposedFile, needs_of, propose_files
from bantin.importing.readers import READERS, recognise
from bantin.importing.reading.plain_text import read_capture
from bantin.importing.site_index import SiteIndex, refuse_place
from bantin.records.docs_listing import list_record_uris
from bantin.records.models import Article, Body, Document, Person, Section, Status
from bantin.records.provinces import Province
from bantin.records.reader import parse_record, read_records
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft
from bantin.records.writer import format_record

_NAMED = (Body.folder, Section.folder, Person.folder)


@dataclass(frozen=True, slots=True)
class PlannedRecord:
    """A record to write: `text` is the file's content, `target` its path in docs/, POSIX."""

    file: Path
    proposal: Proposal
    target: str
    text: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The plan of one run.

    Attributes:
        records: to be written, in the order of the files.
        skipped: (file, path of the record or file with the same bytes).
        refusals: reasons why files cannot come in. With any of them nothing may be written.
        problems: faults of records on the site. They could hide a clash.
        files: of the bodies and sections that the records need and the site lacks.
    """

    records: tuple[PlannedRecord, ...]
    skipped: tuple[tuple[Path, str], ...]
    refusals: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    files: tuple[ProposedFile, ...]


def plan_import(files: Sequence[Path], docs_dir: Path, province: Province | None) -> ImportPlan:
    """Read captured files and plan their records.

    Args:
        files: captured texts, in the order to report on.
        docs_dir: the folder that holds tin-tuc/, van-ban/ …; may be empty.
        province: the province that "tỉnh" means in a text that names none.
    """
    index = SiteIndex(docs_dir)
    registry, problems = load_registry(docs_dir)
    context = Context(registry, province)
    records: list[PlannedRecord] = []
    skipped: list[tuple[Path, str]] = []
    refusals: list[Problem] = []
    seen: dict[str, str] = {}
    places: dict[str, Path] = {}
    for file in files:
        try:
            capture = read_capture(file)
            place = index.place_of_capture(capture.sha256) or seen.get(capture.sha256)
            if place:
                skipped.append((file, place))
                continue
            seen[capture.sha256] = str(file)
            planned = plan_record(capture, context, file)
            index.refuse_number(planned.proposal.record)
            _refuse_address(planned, places, docs_dir)
        except ImportRefusedError as error:
            refusals.append(Problem(str(file), 0, "", str(error)))
        else:
            index.add(planned.proposal.record, str(file))
            places[planned.target] = file
            records.append(planned)
    faults = (*problems, *index.problems)
    proposed = propose_files((needs_of(one.proposal, registry) for one in records), registry)
    for one in proposed:
        refuse_unsound(one.target, one.text)
    named = tuple(one for one in proposed if not (docs_dir / one.target).exists())
    return ImportPlan(tuple(records), tuple(skipped), tuple(refusals), faults, named)


def plan_record(
    capture: Capture, context: Context, file: Path, status: Status = "published"
) -> PlannedRecord:
    """Plan the record of one captured item. Nothing of the site but the registry is looked at.

    Args:
        capture: the item.
        context: knowledge beside the text.
        file: the given file, for reports.
        status: of the record.

    Raises:
        ImportRefusedError: no record can be made of it.
    """
    context = dataclasses.replace(context, province=context.province or portal_province(capture))
    proposal = READERS[recognise(capture)](capture, context)
    record = proposal.record
    if not isinstance(record, UnfinishedDraft):  # it is a draft, whatever is wanted
        record = _with_status(record, capture, status)
    target, text = record.file.src_uri, format_record(record)
    refuse_unsound(target, text)
    return PlannedRecord(file, dataclasses.replace(proposal, record=record), target, text)


def _with_status(
    record: Article | Document, capture: Capture, status: Status
) -> Article | Document:
    """Return a record with a status; what must be held back is a draft, and says why."""
    changes: dict[str, Any] = {"status": "draft" if record.status == "draft" else status}
    if reason := reason_to_hold(capture):
        changes["status"] = "draft"
        if record.source and reason not in record.source.guesses:
            guesses = (reason, *record.source.guesses)
            changes["source"] = record.source.model_copy(update={"guesses": guesses})
    return record.model_copy(update=changes)


def refuse_unsound(target: str, text: str) -> None:
    """Refuse a record that the build's own reader would refuse.

    Raises:
        ImportRefusedError: with all its faults.
    """
    read = parse_record(target, text.encode())
    if isinstance(read, list):
        told = "; ".join(f"{one.field}: {one.message} ({one.hint})" for one in read)
        raise ImportRefusedError(f"bản ghi đề xuất chưa hợp lệ: {told}")


def load_registry(docs_dir: Path) -> tuple[Registry, tuple[Problem, ...]]:
    """Return the bodies, sections and people of a site, and what is wrong with their records."""
    named = [uri for uri in list_record_uris(docs_dir) if uri.startswith(_NAMED)]
    found = read_records(docs_dir, named)
    return found.registry(), found.problems


def _refuse_address(planned: PlannedRecord, places: Mapping[str, Path], docs_dir: Path) -> None:
    """Refuse a record whose address is taken, naming both places."""
    if other := places.get(planned.target):
        raise ImportRefusedError(
            f"trùng địa chỉ {planned.target} với bài trong {other}; nhập riêng từng bài "
            "và đổi tên tệp của bài trước khi nhập bài sau"
        )
    path = docs_dir / planned.target
    if path.is_symlink() or path.exists():
        raise ImportRefusedError(
            f"địa chỉ {planned.target} đã có một bản ghi khác nội dung: {path}; xem hai bản có "
            "phải là một; nếu là hai bài khác nhau thì đổi tên tệp đang có rồi nhập lại"
        )
    refuse_place(docs_dir, planned.target)
