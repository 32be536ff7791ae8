"""Renders many outputs, in this process or spread over an executor's workers.

A worker gets plain data and a folder, writes what it renders there, and sends back paths and sizes.
Any `concurrent.futures.Executor` whose workers are processes that see the folder can stand in for
the local ones.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from itertools import islice
from pathlib import Path

from bantin.building.worker import end_with_parent
from bantin.building.workspace import writing
from bantin.errors import PublishError
from bantin.outputs.output import Output
from bantin.rendering.renderer import Renderer, RenderSettings

# Below this, starting workers takes longer than they save.
POOL_FROM = 300
CHUNK = 100

Written = tuple[tuple[str, int], ...]


def open_pool() -> Executor:
    """Return one worker process for each processor that this process may use.

    Spawned, not forked: a preview has threads, and a fork copies their locks.
    """
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(
        max_workers=count_processors(), mp_context=context, initializer=end_with_parent
    )


def count_processors() -> int:
    """Return how many processors this process may use, >= 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return min(os.cpu_count() or 1, 61)  # more than Windows lets one process wait for


def render_outputs(
    outputs: Sequence[Output],
    *,
    settings: RenderSettings,
    renderer: Renderer,
    fresh_dir: Path,
    open_executor: Callable[[], Executor] = open_pool,
) -> Iterator[tuple[Output, Written]]:
    """Render outputs into a folder; the result does not depend on who renders them.

    Args:
        outputs: in any order; may be empty.
        settings: what workers make their renderers from.
        renderer: this process's own, made from the same settings.
        fresh_dir: where files are written.
        open_executor: called only when there are enough pages to share out.

    Yields:
        Each output with (path below `fresh_dir`, size in bytes) of its files.

    Raises:
        PublishError: `fresh_dir` cannot be written, or a worker was killed.
    """
    pages = [output for output in outputs if output.chrome is not None]
    if len(pages) < POOL_FROM or count_processors() == 1:
        for output in outputs:
            yield output, write_output(output, renderer, fresh_dir)
        return
    with open_executor() as executor:
        blob = pickle.dumps(settings)
        chunks = list(_chunks(pages))
        waiting = [executor.submit(render_chunk, blob, chunk, fresh_dir) for chunk in chunks]
        try:
            # Feeds, sitemap and index hold something of every record: too much to send away.
            for output in outputs:
                if output.chrome is None:
                    yield output, write_output(output, renderer, fresh_dir)
            for chunk, future in zip(chunks, waiting, strict=True):
                yield from zip(chunk, future.result(), strict=True)
        except BrokenProcessPool as error:
            raise PublishError(
                "một tiến trình dựng trang bị dừng ngang, có thể vì máy hết bộ nhớ; "
                "đóng bớt chương trình rồi dựng lại"
            ) from error
        finally:
            executor.shutdown(cancel_futures=True)


def render_chunk(blob: bytes, outputs: Sequence[Output], fresh_dir: Path) -> list[Written]:
    """Render some outputs; what a worker does.

    Args:
        blob: pickled RenderSettings.
        outputs: what to render.
        fresh_dir: where files are written.

    Returns:
        For each output, (path, size in bytes) of its files.
    """
    renderer = _renderer_of(blob)
    return [write_output(output, renderer, fresh_dir) for output in outputs]


def write_output(output: Output, renderer: Renderer, fresh_dir: Path) -> Written:
    """Render one output and write its files below a folder."""
    written = []
    for path, content in output.render(renderer):
        target = fresh_dir / path
        with writing(fresh_dir):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        written.append((path, len(content)))
    return tuple(written)


@lru_cache(maxsize=1)
def _renderer_of(blob: bytes) -> Renderer:
    """Make a worker's renderer once for all chunks of a build."""
    settings: RenderSettings = pickle.loads(blob)
    return Renderer(settings)


def _chunks(outputs: Sequence[Output]) -> Iterator[list[Output]]:
    rest = iter(outputs)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
