"""A build dies before each of its steps in turn; the next one still ends where it should."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bantin.building.folder_listing import list_files, scan_site
from bantin.building.freshness import take_stock
from bantin.building.publish import Course, publish
from bantin.building.render_stale import Rendering, is_current
from bantin.building.site_check import digest_content
from bantin.building.store import EVERYTHING, Store, StoredFile
from bantin.building.workspace import Workspace

Files = dict[str, str]

# Outputs and the engine's own pages; equally long texts, so that sizes tell nothing.
OLD: tuple[Files, Files] = (
    {"a/i": "a-1", "b/i": "b-1", "cu/sau/i": "c-1", "doi": "d-1", "tach/x/i": "e-1"},
    {"i": "trang-1", "g/i": "tĩnh-1", "nhap": "f-1"},
)
# Edited, kept, removed with its folders, made anew; a folder becomes a file and a file a folder,
# an output a page and a page an output.
NEW: tuple[Files, Files] = (
    {"a/i": "a-2", "b/i": "b-1", "moi/sau/i": "m-2", "doi/i": "d-2", "tach": "e-2", "g/i": "g-2"},
    {"i": "trang-2", "cu/sau/i": "C-2", "nhap": "f-1"},
)


class Killed(BaseException):
    """Stands for a process that ends between two steps."""


def build(workspace: Workspace, wanted: tuple[Files, Files]) -> None:
    """Do what a build does, with texts for records; each is shown by one output."""
    outputs, pages = wanted
    workspace.prepare()
    store = Store.open(workspace.store_path)
    try:
        take_in(store, outputs)
        inventory = take_stock(store, scan_site(workspace.site_dir), workspace.site_dir)
        whole = not workspace.has_site()
        made: list[StoredFile] = []
        gone: list[str] = []
        for subject in store.pending():
            if subject == EVERYTHING:
                continue  # only ever in a new store, with all records beside it
            stored = next(iter(store.files_of(subject)), None)
            if subject not in outputs:
                gone.append(subject)
            elif not is_current((row := row_of(subject, outputs[subject])).fingerprint, stored):
                made.append(row)
                target = workspace.whole_dir / subject if whole else workspace.fresh_path(subject)
                put(target, outputs[subject])
        for path, text in pages.items():
            put(workspace.pages_dir / path, text)
        rendering = Rendering(tuple(made), gone=tuple(gone), whole=whole)
        publish(workspace, store, rendering, inventory, {"shared": "x"}, Course())
    finally:
        store.close()


def take_in(store: Store, outputs: Files) -> None:
    """Remember the texts and put on the list which of them have changed, in one step."""
    known: Files = json.loads(store.note("texts") or "{}")
    changed = {path for path in {*known, *outputs} if known.get(path) != outputs.get(path)}
    with store.changing():
        store.add_pending(changed)
        store.set_notes({"texts": json.dumps(outputs)})


def row_of(path: str, text: str) -> StoredFile:
    mark = hashlib.sha1(text.encode()).hexdigest()
    content = text.encode()
    return StoredFile(path, path, mark, len(content), digest_content(content))


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def texts(site: Path) -> Files:
    return {path: (site / path).read_text("utf-8") for path in list_files(site)}


def folders(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_dir()}


def die_before(step: int, patch: pytest.MonkeyPatch) -> None:
    """Let publishing end before a step, 0-based."""
    steps = iter(range(step))

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def do(*args: object, **options: object) -> object:
            if next(steps, None) is None:
                raise Killed
            return real(*args, **options)

        return do

    for owner, names in (
        (os, ("replace", "rename", "unlink", "rmdir")),
        (Store, ("add_pending", "set_notes", "forget", "remember", "settle")),
    ):
        for name in names:
            patch.setattr(owner, name, counted(getattr(owner, name)))


def crashes(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    before: tuple[Files, Files] | None,
    to: tuple[Files, Files],
) -> Iterator[Workspace]:
    """Yield the workspace of a build that died before its 1st, 2nd, ... last step."""
    first = Workspace(folder / "before" / "site")
    first.site_dir.mkdir(parents=True)
    if before is not None:
        build(first, before)
        first.clear()
    for step in range(100):
        shutil.copytree(folder / "before", folder / str(step))
        workspace = Workspace(folder / str(step) / "site")
        with monkeypatch.context() as patch:
            die_before(step, patch)
            try:
                build(workspace, to)
            except Killed:
                pass
            else:
                few = 6 if before is None else 14
                assert step > few, "so few steps: they are not counted"
                return
        yield workspace
    pytest.fail("no end of steps")


@pytest.mark.parametrize("following", [OLD, NEW], ids=["edit taken back", "edit kept"])
@pytest.mark.parametrize(
    ("before", "to"),
    [(OLD, NEW), (NEW, OLD), (None, NEW)],
    ids=["there", "back", "a first site"],
)
def test_next_build_ends_where_a_clean_one_ends(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    before: tuple[Files, Files] | None,
    to: tuple[Files, Files],
    following: tuple[Files, Files],
) -> None:
    clean = Workspace(tmp_path / "clean" / "site")
    build(clean, following)
    for workspace in crashes(tmp_path, monkeypatch, before, to):
        build(Workspace(workspace.site_dir), following)
        assert texts(workspace.site_dir) == texts(clean.site_dir)
        assert folders(workspace.site_dir) == folders(clean.site_dir)


def test_first_site_is_all_there_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = [texts(workspace.site_dir) for workspace in crashes(tmp_path, monkeypatch, None, NEW)]
    whole = NEW[0] | NEW[1]
    assert {} in seen
    assert whole in seen
    assert all(site in ({}, whole) for site in seen)


def test_every_file_is_the_old_or_the_new_one_whatever_the_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = OLD[0] | OLD[1], NEW[0] | NEW[1]
    seen = [texts(workspace.site_dir) for workspace in crashes(tmp_path, monkeypatch, OLD, NEW)]
    assert len(seen) > 10
    for site in seen:
        assert all(text in (old.get(path), new.get(path)) for path, text in site.items())
