"""Plans the pending subjects, compares them with the last build and renders what is stale.

Does not touch the site. Rendered files wait in the workspace.
"""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from bantin.building.fingerprint import Digests, fingerprint
from bantin.building.indexing import INDEX
from bantin.building.pool import Workers
from bantin.building.progress import Progress
from bantin.building.site_check import digest_content
from bantin.building.store import EVERYTHING, Store, StoredFile
from bantin.building.workspace import fresh_path, make_folder, write_file, writing
from bantin.catalog.catalog import Catalog
from bantin.catalog.members import LoadedMembers
from bantin.outputs.addresses import AddressBook
from bantin.outputs.output import Output
from bantin.outputs.plan import Planner
from bantin.outputs.sizes import USUAL, Sizes
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.unforeseen import Doing

# For fewer subjects, look-ups take less time than loading all timelines.
HOLD_FROM = 2_000


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """All that rendering depends on, besides the store, as plain data.

    Attributes:
        rendering: site, templates and chrome.
        others: src_uri → address of all files that are no records.
        page_urls: addresses of the engine's own pages.
        store_path: the store, after the records were taken in.
        fresh_dir: empty folder for rendered files.
        whole_dir: folder of a first site, with each output at its own path. None if a site exists:
            its files are then moved in one by one.
        sizes: sizes of pages.
        holds_timelines: load the order of all timelines: there are enough subjects to be worth the
            memory.
    """

    rendering: RenderSettings
    others: Mapping[str, str]
    page_urls: tuple[str, ...]
    store_path: Path
    fresh_dir: Path
    whole_dir: Path | None = None
    sizes: Sizes = USUAL
    holds_timelines: bool = False


@dataclass(frozen=True, slots=True)
class BuiltSubject:
    """The result of one subject.

    Attributes:
        subject: the planned subject.
        planned: paths of all its outputs.
        files: the outputs rendered now, waiting in the workspace.
        gone: paths of the last build that no output has now.
    """

    subject: str
    planned: tuple[str, ...]
    files: tuple[StoredFile, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """The result of planning and rendering.

    Attributes:
        made: outputs rendered now, waiting in the workspace.
        index: files of the search index made now, waiting likewise.
        gone: paths of the last build that no longer exist.
        whole: this is a first site; all files lie beside the engine's pages.
    """

    made: tuple[StoredFile, ...]
    index: tuple[StoredFile, ...] = ()
    gone: tuple[str, ...] = ()
    whole: bool = False


class SubjectBuilder:
    """Plans subjects and renders their stale outputs. Each process has one."""

    def __init__(self, settings: BuildSettings, store: Store, renderer: Renderer) -> None:
        self.store = store
        self._renderer = renderer
        with store.reading():
            self._has_files = store.count_files() > 0
        self._fresh_dir = str(settings.fresh_dir)
        self._whole_dir = str(settings.whole_dir) if settings.whole_dir else ""
        self._root = settings.whole_dir or settings.fresh_dir
        self._folders: set[str] = set()
        self._digests = Digests.of(settings.rendering)
        with store.reading():
            members = LoadedMembers(store.connection) if settings.holds_timelines else None
        self._planner = _planner(settings, Catalog(store.connection, members))

    def make(self, subject: str) -> BuiltSubject:
        """Plan a subject and render its stale outputs.

        Raises:
            StoreError: the store is damaged.
            PublishError: the workspace cannot be written.
        """
        with self.store.reading(), Doing("dựng các trang của", subject):
            return self._make(subject)

    def _make(self, subject: str) -> BuiltSubject:
        outputs = self._planner.plan(subject)
        files_before = self.store.files_of(subject) if self._has_files else []
        stored = {file.path: file for file in files_before}
        files = []
        for output in outputs:
            mark = fingerprint(output, self._digests)
            if not is_current(mark, stored.pop(output.path, None)):
                files.append(self._write(output, subject, mark))
        names = tuple(output.path for output in outputs)
        return BuiltSubject(subject, names, tuple(files), tuple(stored))

    def _write(self, output: Output, subject: str, mark: str) -> StoredFile:
        with Doing("dựng", output.path):
            content = output.render(self._renderer)
        with writing(self._root):
            write_file(self._target(output.path), content)
        return StoredFile(output.path, subject, mark, len(content), digest_content(content))

    def _target(self, path: str) -> str:
        if not self._whole_dir:
            return fresh_path(self._fresh_dir, path)
        make_folder(self._whole_dir, path.rpartition("/")[0], self._folders)
        return f"{self._whole_dir}/{path}"


def is_current(mark: str, file: StoredFile | None) -> bool:
    """True when the last build made a file from the same data. Damaged files have no row."""
    return file is not None and file.fingerprint == mark


def make_pending(
    store: Store,
    settings: BuildSettings,
    renderer: Renderer,
    workers: Workers,
    progress: Progress | None = None,
) -> Iterator[BuiltSubject]:
    """Make every pending subject.

    The result is the same with and without workers.

    Args:
        store: the store, after the records were taken in. It holds the pending subjects.
        settings: workers make their own planner and renderer from them.
        renderer: the renderer of this process, made from the same settings.
        workers: do the work if there is much of it.
        progress: hears how many are made.

    Raises:
        PublishError: the workspace cannot be written, or a worker was killed.
    """
    subjects = _subjects(store, _planner(settings, Catalog(store.connection)))
    settings = replace(settings, holds_timelines=len(subjects) >= HOLD_FROM)
    watch = partial((progress or Progress()).watch, what="Dựng trang", total=len(subjects))
    if workers.executor_for(len(subjects)) is None:
        builder = SubjectBuilder(settings, store, renderer)
        yield from watch(map(builder.make, subjects))
        return
    blob = settings.fresh_dir / "settings"
    with writing(settings.fresh_dir):
        blob.write_bytes(pickle.dumps(settings))
    for made in watch(workers.map(partial(make_chunk, blob), subjects), size=len):
        yield from made


def _planner(settings: BuildSettings, catalog: Catalog) -> Planner:
    return Planner(AddressBook(settings.others, catalog), settings.page_urls, settings.sizes)


def _subjects(store: Store, planner: Planner) -> Sequence[str]:
    pending = store.pending()
    if EVERYTHING not in pending:
        return sorted(pending - {INDEX})
    subjects = list(planner.subjects())
    return subjects + sorted((store.file_subjects() | pending) - {*subjects, EVERYTHING, INDEX})


def make_chunk(blob: Path, subjects: Iterable[str]) -> list[BuiltSubject]:
    """Make some subjects, in a worker.

    Args:
        blob: file with pickled BuildSettings.
        subjects: the subjects to make.
    """
    builder = _builder_of(blob)
    with builder.store.snapshot():
        return [builder.make(subject) for subject in subjects]


@lru_cache(maxsize=1)
def _builder_of(blob: Path) -> SubjectBuilder:
    """Return a worker's builder, made once for all chunks of a build."""
    settings: BuildSettings = pickle.loads(blob.read_bytes())
    store = Store.open_for_reading(settings.store_path)
    return SubjectBuilder(settings, store, Renderer(settings.rendering))


def gather(
    made: Collection[BuiltSubject],
    index: Iterable[StoredFile],
    index_gone: Iterable[str],
    *,
    whole: bool = False,
) -> Rendering:
    """Join the results of all subjects and of the search index."""
    files = tuple(file for one in made for file in one.files)
    here = {file.path for file in files}
    gone = [path for one in made for path in one.gone if path not in here]
    return Rendering(files, tuple(index), (*gone, *index_gone), whole)
