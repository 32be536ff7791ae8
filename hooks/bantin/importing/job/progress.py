"""Tells how far an import is: a line drawn over on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import TextIO

from bantin.text.dates import count

_LINE_EVERY_S, _LINE_EVERY_FILES = 10.0, 500
_DRAW_EVERY_S = 0.2
# The rate is that of the last minute: files differ, and so do folders.
_WINDOW_S = 60.0
_WIDTH = 78


class ImportProgress:
    """The progress of one import."""

    def __init__(
        self,
        total: int,
        stream: TextIO,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin.

        Args:
            total: number of files.
            stream: where it is told.
            clock: seconds, rising.
        """
        self._total, self._stream, self._clock = total, stream, clock
        self._done = self._refused = 0
        self._is_terminal = stream.isatty()
        self._marks = deque([(clock(), 0)])
        self._told_at, self._told_files = clock(), 0

    def advance(self, *, refused: bool) -> None:
        """Count a file that is done, and tell of it when it is time."""
        self._done += 1
        self._refused += refused
        now = self._clock()
        if now - self._marks[-1][0] >= 1:
            self._marks.append((now, self._done))
            while now - self._marks[0][0] > _WINDOW_S:
                self._marks.popleft()
        if self._is_terminal:
            if now - self._told_at >= _DRAW_EVERY_S:
                self._stream.write(f"\r{self._line(now):<{_WIDTH}}")
                self._stream.flush()
                self._told_at = now
        elif (
            now - self._told_at >= _LINE_EVERY_S
            or self._done - self._told_files >= _LINE_EVERY_FILES
        ) and self._done < self._total:
            self._stream.write(f"{self._line(now)}\n")
            self._stream.flush()
            self._told_at, self._told_files = now, self._done

    def close(self) -> None:
        """Clear the terminal's line."""
        if self._is_terminal:
            self._stream.write(f"\r{'':<{_WIDTH}}\r")
            self._stream.flush()

    def _line(self, now: float) -> str:
        since, done = self._marks[0]
        rate = (self._done - done) / max(now - since, 0.001)
        told = f"Nhập: {count(self._done)}/{count(self._total)} tệp"
        if self._refused:
            told += f", {count(self._refused)} bị từ chối"
        if rate > 0:
            rest = (self._total - self._done) / rate
            told += f"; {rate:.0f} tệp mỗi giây, còn khoảng {_duration(rest)}"
        return told


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{round(seconds)} giây"
    minutes = round(seconds / 60)
    return f"{minutes} phút" if minutes < 90 else f"{minutes // 60} giờ {minutes % 60} phút"
