"""Reads files in several confined processes at once, and hands out their items in order.

Holds a few files at a time, however many there are.
"""

from __future__ import annotations

import queue
import re
import shutil
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from bantin.importing.job.answers import ReaderAnswer, ReadRequest
from bantin.importing.job.children import ReadingProcess
from bantin.importing.job.walking import GivenFile
from bantin.importing.reading.formats import OLE

# Enough that no process waits while a slow file is read.
_FILES_AHEAD = 12
_ITEMS_AHEAD = 8
_LOOK_EVERY_S = 0.5
_PLAIN_NAME = re.compile(r"[0-9a-f]{16}\.[a-z0-9]{1,5}")


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """A file that is ready to be read.

    Attributes:
        given: the file.
        sha256: hex digest of its bytes; "" for one that cannot be read.
        size_bytes: of the file.
        path: where a process can read it; None for a file that is not to be read.
        folder: for the pictures of its items; the reader of the items removes it.
    """

    given: GivenFile
    sha256: str
    size_bytes: int
    path: Path | None
    folder: Path

    @property
    def is_office(self) -> bool:
        """True for a file of the old Office programs, which LibreOffice must convert."""
        if self.path is None:
            return False
        try:
            with self.path.open("rb") as file:
                return file.read(len(OLE)) == OLE
        except OSError:
            return False

    def open(self) -> IO[bytes]:
        """Open the file.

        Raises:
            OSError: it cannot be opened.
        """
        return self.path.open("rb") if self.path else self.given.shelf.open(self.given.name)


@dataclass
class _Reading:
    file: PreparedFile
    answers: queue.Queue[ReaderAnswer] = field(
        default_factory=lambda: queue.Queue(maxsize=_ITEMS_AHEAD)
    )


class ReadAhead:
    """Threads that keep reading processes busy."""

    def __init__(self, processes: Sequence[ReadingProcess], office: ReadingProcess) -> None:
        """Take the processes.

        Args:
            processes: one for each thread.
            office: for files that LibreOffice must convert; started when the first one comes.
        """
        self._processes = processes
        self._office = office
        self._office_lock = threading.Lock()
        self._waiting: queue.Queue[_Reading | None] = queue.Queue()
        self._stopping = threading.Event()
        self._threads = [
            threading.Thread(target=self._work, args=(process,), daemon=True)
            for process in processes
        ]

    def read(
        self, files: Iterable[PreparedFile]
    ) -> Iterator[tuple[PreparedFile, Iterator[ReaderAnswer]]]:
        """Yield each file with its items, which must be taken before the next file.

        A file that is not to be read has no items.
        """
        for thread in self._threads:
            thread.start()
        ahead: deque[_Reading] = deque()
        for file in files:
            reading = _Reading(file)
            ahead.append(reading)
            if file.path is None:
                reading.answers.put(ReaderAnswer(is_last=True))
            else:
                self._waiting.put(reading)
            if len(ahead) > _FILES_AHEAD:
                first = ahead.popleft()
                yield first.file, _answers(first)
        while ahead:
            first = ahead.popleft()
            yield first.file, _answers(first)

    def stop(self) -> None:
        """End the processes, also in the middle of a file."""
        self._stopping.set()
        for _ in self._threads:
            self._waiting.put(None)
        for process in (*self._processes, self._office):
            process.end()

    def _work(self, process: ReadingProcess) -> None:
        while (reading := self._waiting.get()) is not None and not self._stopping.is_set():
            if reading.file.is_office:
                with self._office_lock:
                    is_wanted = self._read_one(self._office, reading)
            else:
                is_wanted = self._read_one(process, reading)
            if not is_wanted:
                return

    def _read_one(self, process: ReadingProcess, reading: _Reading) -> bool:
        """Read a file; False when nobody takes answers any more."""
        file = reading.file
        name = file.given.name.rpartition("/")[2]
        request = ReadRequest(str(file.path), name, str(process.folder / "anh"))
        for answer in process.read(request):
            _fetch_pictures(answer, Path(request.folder), file.folder)
            if not self._hand_over(reading, answer):
                return False
        shutil.rmtree(request.folder, ignore_errors=True)
        return True

    def _hand_over(self, reading: _Reading, answer: ReaderAnswer) -> bool:
        """Wait until an answer is taken; False when nobody takes answers any more."""
        while not self._stopping.is_set():
            try:
                reading.answers.put(answer, timeout=_LOOK_EVERY_S)
            except queue.Full:
                continue
            return True
        return False


def _fetch_pictures(answer: ReaderAnswer, source: Path, target: Path) -> None:
    """Move the pictures of an item out of the process's folder, by plain names only."""
    for picture in answer.capture.pictures if answer.capture else ():
        path = source / picture.name
        if _PLAIN_NAME.fullmatch(picture.name) and path.is_file() and not path.is_symlink():
            target.mkdir(parents=True, exist_ok=True)
            path.replace(target / picture.name)


def _answers(reading: _Reading) -> Iterator[ReaderAnswer]:
    while True:
        answer = reading.answers.get()
        yield answer
        if answer.is_last:
            return
