"""Keeps the processes that read files of strangers: gives orders, ends what takes too much.

A process that died or was ended is replaced, and its file refused; the next file is not affected.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from bantin.importing.job.answers import ReaderAnswer, ReadRequest, pack_request, unpack_answer
from bantin.importing.job.child import READY, SETUP, Setup, read_frame, write_frame
from bantin.importing.job.confinement import MEMORY_BYTES
from bantin.importing.job.process_memory import memory_of

SECONDS = 20.0
_PROGRAM = ("-B", "-m", "bantin.importing.job.child")
# Python, the publisher and the libraries are loaded before the first file.
_START_SECONDS = 60.0
_LOOK_EVERY_S = 0.2
# Where the system itself refuses memory, the look from outside only catches what slips through.
_MEMORY_SEEN_BYTES = MEMORY_BYTES + 200_000_000
_TOO_LONG = (
    "đọc quá {seconds:.0f} giây chưa xong nên bị dừng; tệp quá lớn hoặc giống một tệp phá hoại, "
    "chia nhỏ hoặc mở bằng chương trình gốc rồi lưu lại"
)
_TOO_LARGE = "cần hơn 512 MB bộ nhớ để đọc nên bị dừng; chia nhỏ, hoặc nén ảnh trong tệp"
_DIED = (
    "trình đọc tệp bị dừng ngang; tệp hỏng hoặc cần quá nhiều bộ nhớ, mở bằng chương trình gốc "
    "rồi lưu lại"
)
_NO_ANSWER = "trình đọc trả về thứ không hiểu được; tệp hỏng hoặc giống một tệp phá hoại"


class ReadingProcess:
    """One process at a time, started when it is needed. For one thread."""

    def __init__(self, setup: Setup, seconds: float = SECONDS) -> None:
        """Set it up.

        Args:
            setup: for every process.
            seconds: for each item of a file.
        """
        self._setup = setup
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._ended_because = ""
        self._deadline = 0.0
        self._lock = threading.Lock()

    @property
    def folder(self) -> Path:
        """The only folder it may write in."""
        return Path(self._setup.folder)

    def read(self, request: ReadRequest) -> Iterator[ReaderAnswer]:
        """Yield the items of a file, and what ended it."""
        try:
            process = self._ready()
            assert process.stdin is not None
            assert process.stdout is not None
            self._allow(self._seconds)
            write_frame(process.stdin, pack_request(request))
            while True:
                message = read_frame(process.stdout)
                if message is None:
                    raise EOFError
                answer = unpack_answer(message)
                # Whoever takes the answer may take its time.
                self._deadline = 0.0
                yield answer
                if answer.is_last:
                    return
                self._allow(self._seconds)
        except (OSError, EOFError):
            self.end()
            yield ReaderAnswer(refusal=self._ended_because or _DIED, is_last=True)
        except ValueError:
            self.end()
            yield ReaderAnswer(refusal=_NO_ANSWER, is_last=True)

    def end(self) -> None:
        """End the process, and the programs that it started."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()

    def _allow(self, seconds: float) -> None:
        self._deadline = time.monotonic() + seconds

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.end()
        self.folder.mkdir(parents=True, exist_ok=True)
        self._ended_because = ""
        process = subprocess.Popen(
            [sys.executable, *_PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is the parent's to answer
            creationflags=_OWN_GROUP,
        )
        self._process = process
        self._allow(_START_SECONDS)
        threading.Thread(target=self._watch, args=(process,), daemon=True).start()
        assert process.stdin is not None
        assert process.stdout is not None
        write_frame(process.stdin, SETUP.dump_json(self._setup))
        if read_frame(process.stdout) != READY:
            raise EOFError
        return process

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        """End a process that takes too much, until it is at its end."""
        while process.poll() is None:
            time.sleep(_LOOK_EVERY_S)
            reason = ""
            if self._deadline and time.monotonic() > self._deadline:
                reason = _TOO_LONG.format(seconds=self._seconds)
            elif self._deadline and memory_of(process.pid) > _MEMORY_SEEN_BYTES:
                reason = _TOO_LARGE
            with self._lock:
                if process is not self._process:
                    return
                if reason:
                    self._ended_because = reason
                    _kill(process)
                    return


# What start_new_session is on Windows, which ignores that.
_OWN_GROUP = 0x200 if os.name == "nt" else 0


def _kill(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
