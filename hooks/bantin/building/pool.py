"""Shares work out to worker processes, or does it here where there is little of it.

Any `concurrent.futures.Executor` whose workers are processes that see the same folders can stand
in for the local ones. Knows nothing of the work but that it comes in chunks.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

from bantin.building.worker import start_worker
from bantin.errors import PublishError

# Below this, starting workers takes longer than they save.
POOL_FROM = 400
CHUNK = 200
# Chunks that wait for a worker, or for what comes before them, for each worker.
AHEAD = 3

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


def open_pool() -> Executor:
    """Return one worker process for each processor that this process may use.

    Spawned, not forked: a preview has threads, and a fork copies their locks.
    """
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(
        max_workers=count_processors(), mp_context=context, initializer=start_worker
    )


def count_processors() -> int:
    """Return how many processors this process may use, >= 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return min(os.cpu_count() or 1, 61)  # more than Windows lets one process wait for


class Workers:
    """The workers of one build, started when there is first enough to do. Close them."""

    def __init__(self, open_executor: Callable[[], Executor] = open_pool) -> None:
        self._open_executor = open_executor
        self._executor: Executor | None = None

    def executor_for(self, size: int) -> Executor | None:
        """Return the executor if so many pieces of work are worth it; None: do them here."""
        if size < POOL_FROM or count_processors() == 1:
            return None
        if self._executor is None:
            self._executor = self._open_executor()
        return self._executor

    def map(
        self, work: Callable[[Sequence[_Task]], _Result], tasks: Sequence[_Task]
    ) -> Iterator[_Result]:
        """Yield what `work` returns for each chunk of the tasks, in their order.

        The results do not depend on who does the work.

        Args:
            work: a module-level function or a partial of one; it and its results can be pickled.
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
                waiting.append(executor.submit(work, chunk))
                # What is done but not yet taken waits in memory.
                if len(waiting) >= AHEAD * count_processors():
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def close(self) -> None:
        """End the workers; what they have not begun is left undone."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None


@contextmanager
def telling_of_killed_workers() -> Iterator[None]:
    """Say in plain words that a worker was killed from outside.

    Raises:
        PublishError: in the place of BrokenProcessPool.
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
