"""Brings everything in that was given: walks, reads ahead, takes item by item, remembers each.

Items are taken in the order of the walk, whatever the order in which they were read. So a job that
was killed ends, when it is started again, where one whole run ends.
"""

from __future__ import annotations

import dataclasses
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bantin.importing.imported_item import ImportedItem, Outcome
from bantin.importing.job.answers import ReaderAnswer
from bantin.importing.job.child import Setup
from bantin.importing.job.children import SECONDS, ReadingProcess
from bantin.importing.job.columns_folder import columns_folder, keep_draft
from bantin.importing.job.item_taker import ItemTaker, Shop, refused_file
from bantin.importing.job.ledger import Ledger
from bantin.importing.job.originals import digest_of, write_manifest
from bantin.importing.job.placing import place_text
from bantin.importing.job.read_ahead import PreparedFile, ReadAhead
from bantin.importing.job.shelves import DiskShelf, telling_damage
from bantin.importing.job.summary import ImportSummary
from bantin.importing.job.walking import GivenFile, GivenWalk, companions_of
from bantin.importing.plan import load_registry, refuse_unsound
from bantin.importing.proposed_files import ProposedFile
from bantin.importing.site_index import SiteIndex, refuse_place
from bantin.records.models import Status
from bantin.records.portable_names import SIGNS
from bantin.records.provinces import Province
from bantin.unforeseen import Doing, reason_of

PROCESSES = 2
_TEMPORARY = "tam"
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What to bring in, and where to.

    Attributes:
        given: files, folders and zip files.
        docs_dir: the folder of the site's records.
        store: the folder of the originals; made if missing.
        project: keeps logs of unforeseen errors.
        province: the province that "tỉnh" means; None if unknown.
        status: of the records.
        dry_run: nothing is written, but in `store`'s folder for temporary files.
        seconds: for each item.
    """

    given: tuple[Path, ...]
    docs_dir: Path
    store: Path
    project: Path
    province: Province | None = None
    status: Status = "draft"
    dry_run: bool = False
    seconds: float = SECONDS


class ImportJob:
    """One run. The caller sees to it that no other one uses the store meanwhile.

    Attributes:
        summary: what became of the items so far.
        files: of bodies and sections, written at the end; in a trial, to be written.
        unconfirmed: the files of columns that an editor must confirm, with their drafts; a draft is
            "" where the editor has begun.
    """

    def __init__(self, order: ImportOrder) -> None:
        """Set it up; nothing is read yet."""
        self._order = order
        self._number = 0
        self.summary = ImportSummary()
        self.files: tuple[ProposedFile, ...] = ()
        self.unconfirmed: dict[Path, str] = {}

    def count_files(self) -> int:
        """Return the number of files, for the progress."""
        with self._workshop() as temporary:
            return sum(1 for _ in self._walk(temporary))

    def run(self, told: Callable[[ImportedItem], None], done: Callable[[bool], None]) -> None:
        """Bring everything in. `summary` tells the end, also after an error.

        Args:
            told: takes each new item.
            done: takes, after each file, whether something of it was refused.

        Raises:
            ImportRefusedError: the file of a body or section cannot be written.
            OSError: the disk refuses.
        """
        order = self._order
        with self._workshop() as temporary:
            store = temporary if order.dry_run else order.store
            with closing(Ledger.open(store)) as ledger:
                shop = Shop(order.store, temporary, order.project, order.dry_run)
                taker = ItemTaker(shop, SiteIndex(order.docs_dir), ledger)
                walk = self._walk(temporary)
                ahead = ReadAhead(
                    [self._process(temporary, at) for at in range(PROCESSES)],
                    self._process(temporary, PROCESSES, is_office=True),
                )
                try:
                    for file, answers in ahead.read(self._prepare(walk, ledger, temporary)):
                        items = list(self._take(file, answers, taker, ledger, told))
                        done(Outcome.REFUSED in items)
                    self.files = self._needed_files(taker, temporary)
                finally:
                    ahead.stop()
                    self.summary.parts = walk.passed.parts
                    self.summary.copies = walk.passed.copies
                    if not order.dry_run:
                        write_manifest(order.store, ledger.originals())

    def _walk(self, temporary: Path) -> GivenWalk:
        order = self._order
        return GivenWalk(order.given, temporary, (order.docs_dir, order.store))

    def _needed_files(self, taker: ItemTaker, temporary: Path) -> tuple[ProposedFile, ...]:
        """Write the files of bodies and sections that records need; return them.

        They come last: while records are read, the archive's bodies stay what they are.
        """
        docs_dir = self._order.docs_dir
        registry, _ = load_registry(docs_dir)
        files = []
        for file in taker.needed.propose(registry):
            if not (docs_dir / file.target).exists():
                refuse_unsound(file.target, file.text)
                if not self._order.dry_run:
                    refuse_place(docs_dir, file.target)
                    place_text(file.text, docs_dir / file.target, temporary)
                files.append(file)
        return tuple(files)

    @contextmanager
    def _workshop(self) -> Iterator[Path]:
        """Give a folder for temporary files; what a killed run left there is removed."""
        if self._order.dry_run:
            with tempfile.TemporaryDirectory(prefix="bantin-", ignore_cleanup_errors=True) as made:
                yield Path(made)
            return
        temporary = self._order.store / _TEMPORARY
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir(parents=True, exist_ok=True)
        try:
            yield temporary
        finally:
            shutil.rmtree(temporary, ignore_errors=True)

    def _process(self, temporary: Path, number: int, *, is_office: bool = False) -> ReadingProcess:
        order = self._order
        folder = columns_folder(order.store)
        if not order.dry_run:
            # A process may read only what was there when it was confined.
            folder.mkdir(parents=True, exist_ok=True)
        columns = str(folder) if folder.is_dir() else ""
        setup = Setup(
            docs_dir=str(order.docs_dir.resolve()),
            province=order.province.name if order.province else "",
            status=order.status,
            folder=str((temporary / f"doc-{number}").resolve()),
            readable=(*_readable_of(order.given, temporary), *filter(None, [columns])),
            columns=columns,
            is_office=is_office,
        )
        return ReadingProcess(setup, order.seconds)

    def _prepare(self, walk: GivenWalk, ledger: Ledger, temporary: Path) -> Iterator[PreparedFile]:
        for given in walk:
            self._number += 1
            folder = temporary / "doc" / str(self._number)
            if given.fault:
                yield PreparedFile(given, "", 0, None, folder)
                continue
            try:
                path = _readable(given, folder)
                with path.open("rb") as source:
                    sha256, size_bytes = digest_of(source)
            except OSError as error:
                fault = f"không đọc được tệp ({reason_of(error)}); kiểm tra lại quyền đọc"
                yield PreparedFile(dataclasses.replace(given, fault=fault), "", 0, None, folder)
                continue
            is_known = bool(ledger.finished_as(sha256))
            yield PreparedFile(given, sha256, size_bytes, None if is_known else path, folder)

    def _take(
        self,
        file: PreparedFile,
        answers: Iterator[ReaderAnswer],
        taker: ItemTaker,
        ledger: Ledger,
        told: Callable[[ImportedItem], None],
    ) -> Iterator[Outcome]:
        """Take the items of a file; yield how each ended."""
        label, refused = file.given.label, False
        finished = ledger.finished_as(file.sha256) if file.sha256 else ()
        for item in self._items(file, answers, taker, finished):
            ledger.keep(item)
            self._count(item)
            told(item)
            refused = refused or item.outcome is Outcome.REFUSED
            yield item.outcome
        if file.sha256 and not refused:
            ledger.finish_file(label, file.sha256)
        shutil.rmtree(file.folder, ignore_errors=True)

    def _items(
        self,
        file: PreparedFile,
        answers: Iterator[ReaderAnswer],
        taker: ItemTaker,
        finished: tuple[str, ...],
    ) -> Iterator[ImportedItem]:
        label = file.given.label
        if finished:
            taker.keep_again(file)
        if file.given.fault:
            yield refused_file(label, file.sha256, file.given.fault)
        elif label in finished:
            self.summary.known += 1
        elif finished:
            yield taker.same_file(file, finished[0])
        for answer in answers:
            if finished:
                continue
            with Doing("nhập tệp", label):
                item = taker.take(file, self._with_columns(answer))
            if item:
                yield item

    def _with_columns(self, answer: ReaderAnswer) -> ReaderAnswer:
        """Keep the draft of a table's columns, and tell where it lies."""
        if not answer.columns_key:
            return answer
        folder = columns_folder(self._order.store)
        path = folder / f"{answer.columns_key}.yml"
        if not self._order.dry_run:
            keep_draft(path, answer.columns)
        self.unconfirmed.setdefault(path, answer.columns)
        return dataclasses.replace(answer, refusal=f"{answer.refusal} (tệp cột: {path})")

    def _count(self, item: ImportedItem) -> None:
        summary = self.summary
        if item.outcome is Outcome.WRITTEN:
            summary.written += 1
            summary.formats[item.format] += 1
            summary.doubtful += bool(item.doubts)
        elif item.outcome is Outcome.SAME:
            summary.same += 1
        elif item.outcome is Outcome.REFUSED:
            summary.refuse(item.file, item.message)


def _readable_of(given: tuple[Path, ...], temporary: Path) -> Iterator[str]:
    """Yield what reading processes may read: what was given, and the folders of saved pages."""
    for path in (*given, temporary):
        yield str(path.resolve())
        yield from (str(folder.resolve()) for folder in companions_of(path))


def _readable(given: GivenFile, folder: Path) -> Path:
    """Return where a file can be read; a member of an archive is unpacked under its own name.

    Raises:
        OSError: it cannot be unpacked.
    """
    if isinstance(given.shelf, DiskShelf):
        return given.shelf.path_of(given.name)
    folder.mkdir(parents=True, exist_ok=True)
    base = re.sub(f"[{SIGNS}]", "_", given.label.rpartition("/")[2])
    target = folder / f"{base[:_LONGEST_NAME]}{base[_LONGEST_NAME:][-10:]}"
    with given.shelf.open(given.name) as source, target.open("wb") as file, telling_damage():
        shutil.copyfileobj(source, file)
    return target
