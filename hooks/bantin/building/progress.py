"""Shows the progress of long work: a bar on a terminal, a line now and then elsewhere.

Knows only the amount of the work.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from tqdm import tqdm

from bantin.text.dates import count

# Less work takes seconds, and needs no bar.
LONG = 1_000
_LINE_EVERY_S = 10.0
_BAR = "{desc}: {percentage:3.0f}% |{bar}| {n_fmt}/{total_fmt} [{rate_fmt}, còn {remaining}]"

_T = TypeVar("_T")


class Progress:
    """Reports on stages of work, one after the other."""

    def __init__(
        self,
        tell: Callable[[str], None] = lambda line: None,
        *,
        is_terminal: bool | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Set up the report.

        Args:
            tell: takes a plain line, in Vietnamese; by default nobody hears it.
            is_terminal: a person watches, and lines can be drawn over; None: find out.
            clock: seconds, rising.
        """
        self._tell = tell
        self._is_terminal = sys.stderr.isatty() if is_terminal is None else is_terminal
        self._clock = clock

    def tell(self, line: str) -> None:
        """Tell a line between two stages."""
        self._tell(line)

    def watch(
        self, work: Iterable[_T], what: str, total: int, *, size: Callable[[_T], int] = lambda _: 1
    ) -> Iterator[_T]:
        """Yield the results of the work, and report its progress.

        Args:
            work: may be lazy. It is done while it is iterated.
            what: the stage, "Đọc bản ghi".
            total: number of pieces in all.
            size: returns the number of pieces in one result.
        """
        if total < LONG:
            yield from work
        elif self._is_terminal:
            yield from self._draw(work, what, total, size)
        else:
            yield from self._write(work, what, total, size)

    @contextmanager
    def stage(self, what: str, total: int) -> Iterator[None]:
        """Report the start of work that cannot be watched, and then the time that it took.

        Args:
            what: the stage, "Lập chỉ mục tìm kiếm".
            total: number of its pieces.
        """
        if total < LONG:
            yield
            return
        start = self._clock()
        self._tell(f"{what}: {count(total)}…")
        yield
        self._tell(f"{what}: {count(total)}, xong trong {self._clock() - start:.0f} giây")

    def _draw(
        self, work: Iterable[_T], what: str, total: int, size: Callable[[_T], int]
    ) -> Iterator[_T]:
        with tqdm(
            total=total, desc=what, bar_format=_BAR, unit="", unit_scale=False, leave=False
        ) as bar:
            for done in work:
                yield done
                bar.update(size(done))

    def _write(
        self, work: Iterable[_T], what: str, total: int, size: Callable[[_T], int]
    ) -> Iterator[_T]:
        start = told = self._clock()
        made = 0
        for done in work:
            yield done
            made += size(done)
            now = self._clock()
            if now - told >= _LINE_EVERY_S and made < total:
                rate = made / (now - start)
                rest_s = round((total - made) / rate)
                self._tell(
                    f"{what}: {count(made)}/{count(total)} "
                    f"({count(round(rate))} mỗi giây, còn khoảng {rest_s} giây)"
                )
                told = now
        took_s = round(self._clock() - start)
        self._tell(f"{what}: {count(total)}, xong trong {took_s} giây")
