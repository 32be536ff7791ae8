"""Compares outputs with the last build and renders those that are stale.

Nothing in the site is touched here: what is rendered waits in the workspace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from bantin.building.fingerprint import Digests, fingerprint
from bantin.building.pool import open_pool, render_outputs
from bantin.building.store import StoredFile
from bantin.outputs.output import Output
from bantin.rendering.renderer import Renderer, RenderSettings


@dataclass(frozen=True, slots=True)
class Rendering:
    """What comparing and rendering came to.

    Attributes:
        made: files rendered now, waiting in the workspace.
        kept: files of outputs that were current.
        rendered_outputs: how many outputs were stale.
    """

    made: tuple[StoredFile, ...]
    kept: tuple[StoredFile, ...]
    rendered_outputs: int


def render_stale(
    outputs: Sequence[Output],
    *,
    settings: RenderSettings,
    renderer: Renderer,
    stored: Mapping[str, Sequence[StoredFile]],
    sizes: Mapping[str, int],
    fresh_dir: Path,
    open_executor: Callable[[], Executor] = open_pool,
) -> Rendering:
    """Render every output that is not current.

    Args:
        outputs: names are unique.
        settings: what pages are rendered with.
        renderer: made from `settings`.
        stored: output name → the files the last build made for it.
        sizes: path → size in bytes of every file now in the site.
        fresh_dir: empty folder for what is rendered.
        open_executor: makes the workers, where there is enough to share out.

    Raises:
        PublishError: `fresh_dir` cannot be written.
    """
    digests = Digests.of(settings)
    stale: dict[str, str] = {}
    kept: list[StoredFile] = []
    for output in outputs:
        mark = fingerprint(output, digests)
        files = stored.get(output.name, ())
        if is_current(mark, files, sizes):
            kept.extend(files)
        else:
            stale[output.name] = mark
    rendered = render_outputs(
        [output for output in outputs if output.name in stale],
        settings=settings,
        renderer=renderer,
        fresh_dir=fresh_dir,
        open_executor=open_executor,
    )
    made = tuple(
        StoredFile(path, output.name, stale[output.name], size)
        for output, written in rendered
        for path, size in written
    )
    return Rendering(made, tuple(kept), len(stale))


def is_current(mark: str, files: Iterable[StoredFile], sizes: Mapping[str, int]) -> bool:
    """True when the last build made these files from the same data and they lie there unchanged."""
    files = tuple(files)
    return bool(files) and all(
        file.fingerprint == mark and sizes.get(file.path) == file.size_bytes for file in files
    )
