"""Takes one read item: its clashes, its pictures and files, its original, its record, its memory.

Each step can be done again: whoever is killed between two does them again and ends the same.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from bantin.errors import ImportRefusedError
from bantin.importing.capture import Capture
from bantin.importing.imported_item import ImportedItem, Outcome
from bantin.importing.job.answers import ReaderAnswer
from bantin.importing.job.attachments import Attached, attach
from bantin.importing.job.ledger import Ledger
from bantin.importing.job.needed_files import NeededFiles
from bantin.importing.job.originals import keep_original, original_path
from bantin.importing.job.placing import place_file, place_text
from bantin.importing.job.read_ahead import PreparedFile
from bantin.importing.plan import refuse_unsound
from bantin.importing.site_index import SiteIndex, refuse_place
from bantin.records.models import Dated
from bantin.records.reader import parse_record
from bantin.records.unfinished import UnfinishedDraft
from bantin.records.writer import format_record
from bantin.text.dates import VIETNAM
from bantin.unforeseen import tell_disk_fault, tell_unforeseen


@dataclass(frozen=True, slots=True)
class Shop:
    """Where a job works.

    Attributes:
        store: the folder of the originals.
        temporary: ours, on the disk of the store.
        project: keeps logs.
        dry_run: nothing is written.
    """

    store: Path
    temporary: Path
    project: Path
    dry_run: bool


class ReaderFaultError(Exception):
    """An error that no code expected, in a reading process; its text is the traceback there."""


class ItemTaker:
    """Takes items one after the other, in their lasting order.

    Attributes:
        needed: the bodies and sections that their records need.
    """

    def __init__(self, shop: Shop, index: SiteIndex, ledger: Ledger) -> None:
        self._shop, self._index, self._ledger = shop, index, ledger
        self.needed = NeededFiles(ledger)
        self._planned: set[str] = set()  # in a trial
        self._namesakes: dict[str, int] = {}
        self._faults: dict[str, str] = {}

    def take(self, file: PreparedFile, answer: ReaderAnswer) -> ImportedItem | None:
        """Take an item; return None for one that an earlier run took, and for a plain end."""
        if answer.fault:
            return self._refused(file, answer, self._tell_fault(answer.fault))
        if answer.capture is None:
            return self._refused(file, answer, answer.refusal) if answer.refusal else None
        known = self._ledger.outcome_of(file.given.label, file.sha256, answer.capture.part)
        if known is not None and known is not Outcome.REFUSED:
            return None
        if earlier := self._ledger.place_of(file.sha256, answer.capture.part):
            label, target = earlier
            return self._item(file, answer.capture, Outcome.SAME, f"giống hệt {label}", target)
        if answer.refusal:
            return self._refused(file, answer, answer.refusal)
        try:
            return self._write(file, answer, answer.capture)
        except ImportRefusedError as error:
            return self._refused(file, answer, str(error))
        except Exception as error:
            if tell_disk_fault(error):
                raise
            told = tell_unforeseen(error, self._shop.project, f"nhập {file.given.label}")
            return self._refused(file, answer, told.partition("\n")[0].removesuffix("."))

    def keep_again(self, file: PreparedFile) -> None:
        """Keep the original of a file that came in before, where somebody removed it."""
        if not self._shop.dry_run and not original_path(self._shop.store, file.sha256).exists():
            self._keep_original(file)

    def same_file(self, file: PreparedFile, earlier: str) -> ImportedItem:
        """Return the item of a file whose bytes came in under another name."""
        _, target = self._ledger.place_of(file.sha256, "") or ("", "")
        label, told = file.given.label, f"giống hệt {earlier}"
        return ImportedItem(label, file.sha256, "", "", "", Outcome.SAME, told, target)

    def _write(self, file: PreparedFile, answer: ReaderAnswer, capture: Capture) -> ImportedItem:
        if capture.sha256 != file.sha256:
            raise ImportRefusedError("tệp bị sửa trong lúc nhập; chạy lại")
        attached = self._attach(file, answer, capture)
        text = format_record(attached.record)
        refuse_unsound(answer.target, text)
        doubts = (*capture.doubts, *attached.doubts)
        place = self._index.place_of_capture(file.sha256, capture.part)
        if place and self._text_at(place) != text:
            return self._item(file, capture, Outcome.SAME, "đã nhập trước đây", place)
        if not place:
            self._index.refuse_number(attached.record)
            place, doubt = self._free_place(answer.target)
            doubts += (doubt,) if doubt else ()
            refuse_place(self._index.docs_dir, place)
            if self._shop.dry_run:
                self._planned.add(place)
            else:
                self._place_all(file, attached, place, text)
        self._index.add(attached.record, place)
        self.needed.add(answer.needs)
        self._remember_original(file, capture)
        item = self._item(file, capture, Outcome.WRITTEN, "", place)
        return dataclasses.replace(item, facts=answer.facts, doubts=doubts, text=text)

    def _attach(self, file: PreparedFile, answer: ReaderAnswer, capture: Capture) -> Attached:
        record = parse_record(answer.target, answer.text.encode())
        if isinstance(record, Dated | UnfinishedDraft):
            return attach(record, capture, file.given, file.folder)
        raise ImportRefusedError("bản ghi đề xuất chưa hợp lệ")

    def _place_all(self, file: PreparedFile, attached: Attached, place: str, text: str) -> None:
        """Put everything in its place, the record last: where it stands, the rest does."""
        folder = (self._index.docs_dir / place).parent
        for companion in attached.files.values():
            target = folder / companion.name
            # Its name tells its content. Another item may show it too.
            if not target.exists():
                place_file(companion.path, target)
        self._keep_original(file)
        place_text(text, self._index.docs_dir / place, self._shop.temporary)

    def _free_place(self, target: str) -> tuple[str, str]:
        """Return a free place for a record, and a doubt where the wished one is taken."""
        stem = target.removesuffix(".md")
        number = self._namesakes.get(stem, 0)
        while True:
            number += 1
            place = target if number == 1 else f"{stem}-{number}.md"
            path = self._index.docs_dir / place
            if place not in self._planned and not path.exists() and not path.is_symlink():
                break
        self._namesakes[stem] = number
        taken = number > 1
        return place, f"trùng tên với {target}; xem hai bản ghi có phải là một" if taken else ""

    def _keep_original(self, file: PreparedFile) -> None:
        with file.open() as source:
            keep_original(self._shop.store, file.sha256, source, self._shop.temporary)

    def _remember_original(self, file: PreparedFile, capture: Capture) -> None:
        if self._shop.dry_run:
            return
        self._keep_original(file)
        today = dt.datetime.now(VIETNAM).date().isoformat()
        self._ledger.keep_original(file.sha256, file.size_bytes, capture.format, today)

    def _text_at(self, place: str) -> str:
        try:
            return (self._index.docs_dir / place).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def _refused(self, file: PreparedFile, answer: ReaderAnswer, message: str) -> ImportedItem:
        if answer.capture:
            return self._item(file, answer.capture, Outcome.REFUSED, message, "")
        return refused_file(file.given.label, file.sha256, message)

    def _item(
        self, file: PreparedFile, capture: Capture, outcome: Outcome, message: str, target: str
    ) -> ImportedItem:
        return ImportedItem(
            file=file.given.label,
            sha256=file.sha256,
            part=capture.part,
            format=capture.format,
            system=capture.system,
            outcome=outcome,
            message=message,
            target=target,
            blocks=() if outcome is Outcome.SAME else capture.blocks,
            repairs=capture.repairs,
            doubts=capture.doubts,
        )

    def _tell_fault(self, trace: str) -> str:
        """Return the message of a fault in a reader; one log serves all that are alike."""
        key = "\n".join(trace.strip().split("\n")[-3:])
        if key not in self._faults:
            told = tell_unforeseen(ReaderFaultError(trace), self._shop.project, "đọc tệp")
            self._faults[key] = told.partition("\n")[0].removesuffix(".")
        return self._faults[key]


def refused_file(label: str, sha256: str, message: str) -> ImportedItem:
    """Return the item of a file that could not be read."""
    return ImportedItem(label, sha256, "", "", "", Outcome.REFUSED, message)
