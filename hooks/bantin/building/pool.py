"""Distributes work to worker processes, or does small work in this process.

Any `concurrent.futures.Executor` can replace the local processes if its workers are processes that
see the same folders. Knows only that the work comes in chunks.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

from bantin.building.worker import start_worker
from bantin.errors import PublishError

# For less work, starting workers takes longer than they save.
POOL_FROM = 400
CHUNK = 200
# For each worker, chunks that wait for a worker or for earlier chunks.
AHEAD = 3

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


def open_pool() -> Executor:
    """Return an executor with one worker process for each usable processor.

    Workers are spawned, not forked: a preview has threads, and a fork copies their locks.
    """
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(
        max_workers=count_processors(), mp_context=context, initializer=start_worker
    )


def count_processors() -> int:
    """Return the number of processors that this process may use, >= 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return min(os.cpu_count() or 1, 61)  # Windows lets one process wait for at most 61


class Workers:
    """The workers of one build, started at the first large work. Close them."""

    def __init__(self, open_executor: Callable[[], Executor] = open_pool) -> None:
        self._open_executor = open_executor
        self._executor: Executor | None = None

    def executor_for(self, size: int) -> Executor | None:
        """Return the executor for so many tasks; None if this process should do them."""
        if size < POOL_FROM or count_processors() == 1:
            return None
        if self._executor is None:
            self._executor = self._open_executor()
        return self._executor

    def map(
        self, work: Callable[[Sequence[_Task]], _Result], tasks: Sequence[_Task]
    ) -> Iterator[_Result]:
        """Yield the result of `work` for each chunk of the tasks, in their order.

        The results are the same with and without workers.

        Args:
            work: a module-level function or a partial of one. It and its results can be pickled.
            tasks: in any order; may be empty.

        Raises:
            PublishError: a worker was killed.
        """
        executor = self.executor_for(len(tasks))
        if executor is None:
            yield from map(work, _chunks(tasks))
            return
        with telling_of_killed_workers():
            waiting: deque[Future[_Result]] = deque()
            for chunk in _chunks(tasks):
                waiting.append(executor.submit(_do, work, chunk))
                # Finished results wait in memory until they are taken.
                if len(waiting) >= AHEAD * count_processors():
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def close(self) -> None:
        """End the workers. Work that has not begun is not done."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None


def _do(work: Callable[[_Task], _Result], task: _Task) -> _Result:
    """Do work in a worker. An error that cannot travel would look as if the worker were killed."""
    try:
        return work(task)
    except Exception as error:
        if _can_travel(error):
            raise
        told = RuntimeError("".join(traceback.format_exception(error)))
        for note in getattr(error, "__notes__", ()):
            told.add_note(note)
        raise told from None


def _can_travel(error: Exception) -> bool:
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return False
    return True


@contextmanager
def telling_of_killed_workers() -> Iterator[None]:
    """Report a worker that was killed from outside as a PublishError.

    Raises:
        PublishError: in place of BrokenProcessPool.
    """
    try:
        yield
    except BrokenProcessPool as error:
        raise PublishError(
            "một tiến trình dựng trang bị dừng ngang, có thể vì máy hết bộ nhớ; "
            "đóng bớt chương trình rồi dựng lại"
        ) from error


def _chunks(tasks: Iterable[_Task]) -> Iterator[list[_Task]]:
    rest = iter(tasks)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
