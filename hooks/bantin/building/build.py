"""Compares outputs with the last build and renders those that are stale.

Nothing in the site is touched here: what is rendered waits in the workspace.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bantin.building.fingerprint import Digests, fingerprint
from bantin.building.store import StoredFile
from bantin.building.workspace import writing
from bantin.outputs.output import Output
from bantin.rendering.renderer import Renderer


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
    renderer: Renderer,
    digests: Digests,
    stored: Mapping[str, Sequence[StoredFile]],
    sizes: Mapping[str, int],
    fresh_dir: Path,
) -> Rendering:
    """Render every output that is not current.

    Args:
        outputs: names are unique.
        renderer: made from the settings that `digests` digests.
        digests: of what outputs share.
        stored: output name → the files the last build made for it.
        sizes: path → size in bytes of every file now in the site.
        fresh_dir: empty folder for what is rendered.

    Raises:
        PublishError: `fresh_dir` cannot be written.
    """
    made: list[StoredFile] = []
    kept: list[StoredFile] = []
    rendered = 0
    for output in outputs:
        mark = fingerprint(output, digests)
        files = stored.get(output.name, ())
        if is_current(mark, files, sizes):
            kept.extend(files)
            continue
        rendered += 1
        for path, content in output.render(renderer):
            target = fresh_dir / path
            with writing(fresh_dir):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
            made.append(StoredFile(path, output.name, mark, len(content)))
    return Rendering(tuple(made), tuple(kept), rendered)


def is_current(mark: str, files: Iterable[StoredFile], sizes: Mapping[str, int]) -> bool:
    """True when the last build made these files from the same data and they lie there unchanged."""
    files = tuple(files)
    return bool(files) and all(
        file.fingerprint == mark and sizes.get(file.path) == file.size_bytes for file in files
    )
