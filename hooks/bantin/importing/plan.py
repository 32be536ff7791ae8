"""Plans the records of a run, checked against the site and against each other.

Writes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bantin.errors import ImportRefusedError, Problem
from bantin.importing.capture import Capture
from bantin.importing.proposal import Context, Proposal
from bantin.importing.provinces import Province
from bantin.importing.readers import READERS, recognise
from bantin.importing.reading.plain_text import read_capture
from bantin.records.docs_listing import list_record_uris
from bantin.records.models import Article, Body, Document, Person, Section
from bantin.records.reader import parse_record, read_records
from bantin.records.registry import Registry
from bantin.records.writer import format_record

_NAMED = (Body.folder, Section.folder, Person.folder)
_SHA256 = re.compile(rb"^  sha256: '?([0-9a-f]{64})'?\r?$", re.MULTILINE)


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
        registry: the bodies and sections of the site.
    """

    records: tuple[PlannedRecord, ...]
    skipped: tuple[tuple[Path, str], ...]
    refusals: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    registry: Registry


@dataclass
class _KnownRecords:
    """What the site holds already, as far as an import can clash with it."""

    docs_dir: Path
    uris: list[str]
    registry: Registry
    problems: list[Problem]
    captures: dict[str, str]
    documents: dict[int, tuple[Document, ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, docs_dir: Path) -> _KnownRecords:
        uris = list_record_uris(docs_dir)
        named = read_records(docs_dir, [uri for uri in uris if uri.startswith(_NAMED)])
        dated = [uri for uri in uris if uri.startswith((Article.folder, Document.folder))]
        captures = _captures_of(docs_dir, dated)
        return cls(docs_dir, uris, named.registry(), list(named.problems), captures)

    def documents_of(self, year: int) -> tuple[Document, ...]:
        """Read the documents of one year, once. Other years cannot clash."""
        if year not in self.documents:
            prefix = f"{Document.folder}/{year}/"
            found = read_records(self.docs_dir, [u for u in self.uris if u.startswith(prefix)])
            self.documents[year] = found.documents
            self.problems.extend(found.problems)
        return self.documents[year]


def plan_import(files: Sequence[Path], docs_dir: Path, province: Province | None) -> ImportPlan:
    """Read captured files and plan their records.

    Args:
        files: captured texts, in the order to report on.
        docs_dir: the folder that holds tin-tuc/, van-ban/ …; may be empty.
        province: the province that "tỉnh" means in a text that names none.
    """
    known = _KnownRecords.load(docs_dir)
    context = Context(known.registry, province)
    records: list[PlannedRecord] = []
    skipped: list[tuple[Path, str]] = []
    refusals: list[Problem] = []
    seen = dict(known.captures)
    for file in files:
        try:
            capture = read_capture(file)
            if capture.sha256 in seen:
                skipped.append((file, seen[capture.sha256]))
                continue
            seen[capture.sha256] = str(file)
            record = _plan_record(file, capture, context)
            _refuse_clash(record, records, known)
        except ImportRefusedError as error:
            refusals.append(Problem(str(file), 0, "", str(error)))
        else:
            records.append(record)
    return ImportPlan(
        tuple(records), tuple(skipped), tuple(refusals), tuple(known.problems), known.registry
    )


def _plan_record(file: Path, capture: Capture, context: Context) -> PlannedRecord:
    proposal = READERS[recognise(capture)](capture, context)
    target = proposal.record.file.src_uri
    text = format_record(proposal.record)
    # The build's own reader: a record that it refuses must not be written.
    read = parse_record(target, text.encode())
    if isinstance(read, list):
        told = "; ".join(f"{one.field}: {one.message} ({one.hint})" for one in read)
        raise ImportRefusedError(f"bản ghi đề xuất chưa hợp lệ: {told}")
    return PlannedRecord(file, proposal, target, text)


def _refuse_clash(
    new: PlannedRecord, planned: Sequence[PlannedRecord], known: _KnownRecords
) -> None:
    """Refuse a record whose number or address is taken, naming both places."""
    record = new.proposal.record
    if isinstance(record, Document):
        taken = {one.identity: one.file.src_uri for one in known.documents_of(record.day.year)}
        taken |= {
            other.proposal.record.identity: str(other.file)
            for other in planned
            if isinstance(other.proposal.record, Document)
        }
        if place := taken.get(record.identity):
            raise ImportRefusedError(
                f"văn bản số {record.number} năm {record.day.year} của {record.issuer} "
                f"(sẽ ghi vào {new.target}) đã có ở {place}; xem hai bản có phải là một"
            )
    for other in planned:
        if other.target == new.target:
            raise ImportRefusedError(
                f"trùng địa chỉ {new.target} với bài trong {other.file}; nhập riêng từng bài "
                "và đổi tên tệp của bài trước khi nhập bài sau"
            )
    path = known.docs_dir / new.target
    if path.is_symlink() or path.exists():
        raise ImportRefusedError(
            f"địa chỉ {new.target} đã có một bản ghi khác nội dung: {path}; xem hai bản có phải "
            "là một; nếu là hai bài khác nhau thì đổi tên tệp đang có rồi nhập lại"
        )
    for parent in list(path.parents)[: new.target.count("/")]:
        if parent.is_symlink() or (parent.exists() and not parent.is_dir()):
            raise ImportRefusedError(
                f"không ghi được {new.target}: {parent} không phải thư mục thật"
            )


def _captures_of(docs_dir: Path, uris: Sequence[str]) -> dict[str, str]:
    """Return SHA-256 of a capture → record made from it.

    Looks at bytes only: parsing tens of thousands of records for one import would take a minute.
    """
    captures: dict[str, str] = {}
    for uri in uris:
        path = docs_dir / uri
        if path.is_file():
            for digest in _SHA256.findall(path.read_bytes()):
                captures.setdefault(digest.decode(), uri)
    return captures
