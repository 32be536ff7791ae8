"""Work done by many hands: the same results, whoever does it."""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from bantin.building import pool
from bantin.building.pool import Workers
from bantin.building.reading import read_rows
from bantin.building.render_stale import (
    BuildSettings,
    BuiltSubject,
    SubjectBuilder,
    make_chunk,
    make_pending,
)
from bantin.building.store import EVERYTHING, Store
from bantin.building.workspace import fresh_path
from bantin.catalog.tables import add_rows, recount
from bantin.errors import PublishError, StoreError
from bantin.outputs.plan import CHROME_KEYS
from bantin.rendering.chrome import Chrome
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site
from bantin.unforeseen import Doing, tell_unforeseen

from tests.unit.samples import article, document, read_row, record_set

SITE = Site("Trang thử", "https://vidu.example/", "Để thử.")
METHODS = multiprocessing.get_all_start_methods()


def no_executor() -> Executor:
    raise AssertionError("nobody should be asked to help")


def two_workers(method: str = "spawn") -> Executor:
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method))


@pytest.fixture
def shared_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let workers do what little there is."""
    monkeypatch.setattr(pool, "POOL_FROM", 1)
    monkeypatch.setattr(pool, "CHUNK", 7)
    monkeypatch.setattr(pool, "count_processors", lambda: 2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The store of a small archive that is all to be made."""
    items = [article(f"tin-{n}", f"2021-{n % 9 + 1:02}-05", body=f"Đoạn *{n}*.") for n in range(20)]
    store = Store.open(tmp_path / "store.sqlite")
    with store.changing():
        add_rows(store.connection, map(read_row, record_set(*items, document()).records))
        recount(store.connection)
    yield store
    store.close()


@pytest.fixture
def settings(store: Store, tmp_path: Path) -> BuildSettings:
    chromes = {key: Chrome(f"<{key}>", "|", "</>") for key in CHROME_KEYS}
    rendering = RenderSettings(SITE, chromes)
    return BuildSettings(rendering, {}, ("", "gioi-thieu/"), store.path, tmp_path / "fresh")


def make(
    store: Store, settings: BuildSettings, open_executor: Callable[[], Executor]
) -> tuple[list[BuiltSubject], dict[str, bytes]]:
    """Return what became of each subject, and the files that were made."""
    settings.fresh_dir.mkdir()
    workers = Workers(open_executor)
    try:
        made = list(make_pending(store, settings, Renderer(settings.rendering), workers))
    finally:
        workers.close()
    found = {path.name: path.read_bytes() for path in settings.fresh_dir.iterdir()}
    found.pop("settings", None)
    return made, found


def in_folder(settings: BuildSettings, name: str) -> BuildSettings:
    return replace(settings, fresh_dir=settings.fresh_dir.with_name(name))


def test_few_pages_are_rendered_here(store: Store, settings: BuildSettings) -> None:
    made, found = make(store, settings, no_executor)
    files = [file for one in made for file in one.files]
    assert len(files) == len(found) > 40
    assert sorted(file.size_bytes for file in files) == sorted(map(len, found.values()))
    assert {one.subject for one in made} >= {"@feed", "tin-tuc/2021/01/tin-0.md", "van-ban/"}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.usefixtures("shared_out")
def test_workers_make_the_same_files_however_started(
    store: Store, settings: BuildSettings, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(pool, "POOL_FROM", 10**6)
        alone = make(store, in_folder(settings, "alone"), no_executor)
    assert make(store, in_folder(settings, "shared"), lambda: two_workers(method)) == alone


def test_only_what_is_pending_is_made(store: Store, settings: BuildSettings) -> None:
    with store.changing():
        store.settle()
        store.add_pending(["tin-tuc/2021/01/tin-0.md", "van-ban/", "tin-tuc/khong-con.md"])
    made, found = make(store, settings, no_executor)
    assert [one.subject for one in made] == [
        "tin-tuc/2021/01/tin-0.md",
        "tin-tuc/khong-con.md",
        "van-ban/",
    ]
    # The page of the record; the list with its two feeds.
    assert len(found) == 4


def test_what_is_current_is_not_made_and_what_is_no_more_is_told(
    store: Store, settings: BuildSettings
) -> None:
    made, _ = make(store, in_folder(settings, "one"), no_executor)
    uri, gone = "tin-tuc/2021/01/tin-0.md", "tin-tuc/2021/09/index.html"
    files = [file for one in made for file in one.files]
    with store.changing():
        store.remember(files)
        store.remember([replace(files[0], path="cu/index.html", subject=uri)])
        store.remember([replace(files[0], path="mat/index.html", subject="to-chuc/mat/")])
        store.forget([gone])
    again, found = make(store, in_folder(settings, "two"), no_executor)
    assert store.pending() == {EVERYTHING}
    assert [file.path for one in again for file in one.files] == [gone]
    assert len(found) == 1
    told = {one.subject: one.gone for one in again if one.gone}
    assert told == {uri: ("cu/index.html",), "to-chuc/mat/": ("mat/index.html",)}


@pytest.mark.usefixtures("shared_out")
def test_records_read_by_workers_are_those_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uris = [f"tin-tuc/2021/10/tin-{n}.md" for n in range(20)]
    for n, uri in enumerate(uris):
        path = tmp_path / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"---\ntitle: Tin {n}\ndate: 2021-10-05\nsection: chi-dao\n---\n\n[a](../b.md)\n"
        path.write_text(text if n % 5 else "", "utf-8")
    workers = Workers(two_workers)
    shared = list(read_rows(tmp_path, uris, workers))
    workers.close()
    monkeypatch.setattr(pool, "POOL_FROM", 10**6)
    assert shared == list(read_rows(tmp_path, uris, Workers(no_executor)))
    rows = [outcome.row.src_uri if outcome.row else "" for outcome in shared]
    assert rows == [uri if n % 5 else "" for n, uri in enumerate(uris)]


def total(numbers: Sequence[int]) -> list[int]:
    return [sum(numbers), *numbers]


@pytest.mark.usefixtures("shared_out")
def test_chunks_come_back_in_their_order_however_many_wait() -> None:
    workers = Workers(two_workers)
    found = list(workers.map(total, range(100)))
    workers.close()
    assert [number for _, *numbers in found for number in numbers] == list(range(100))
    assert all(numbers[0] == sum(numbers[1:]) for numbers in found)
    assert list(Workers(no_executor).map(total, [])) == []


@pytest.mark.usefixtures("shared_out")
def test_workers_are_started_once_for_a_build() -> None:
    opened: list[Executor] = []

    def open_once() -> Executor:
        opened.append(two_workers())
        return opened[-1]

    workers = Workers(open_once)
    for _ in range(3):
        list(workers.map(total, range(20)))
    workers.close()
    workers.close()
    assert len(opened) == 1
    with pytest.raises(RuntimeError, match="after shutdown"):
        opened[0].submit(total, [])


@pytest.mark.usefixtures("shared_out")
def test_what_stops_a_worker_stops_the_build(store: Store, settings: BuildSettings) -> None:
    blocked = fresh_path(str(settings.fresh_dir), "tin-tuc/2021/02/tin-1/index.html")
    Path(blocked).mkdir(parents=True)
    workers = Workers(two_workers)
    with pytest.raises(PublishError, match=r"không ghi được vào .*fresh"):
        list(make_pending(store, settings, Renderer(settings.rendering), workers))
    workers.close()


def damage(store: Store) -> None:
    """Spoil all but what opening looks at."""
    content = store.path.read_bytes()
    store.path.write_bytes(content[:16384] + b"x" * (len(content) - 16384))


def test_store_damaged_while_pages_are_made_is_told(store: Store, settings: BuildSettings) -> None:
    reading = Store.open_for_reading(store.path)
    builder = SubjectBuilder(settings, reading, Renderer(settings.rendering))
    damage(store)
    with pytest.raises(StoreError, match="bị hỏng"):
        builder.make("tin-tuc/2021/01/tin-0.md")
    reading.close()


def test_store_found_damaged_by_a_worker_is_told_as_such(
    store: Store, settings: BuildSettings
) -> None:
    settings.fresh_dir.mkdir()
    blob = settings.fresh_dir / "settings"
    blob.write_bytes(pickle.dumps(settings))
    damage(store)
    with two_workers() as executor, pytest.raises(StoreError, match="bị hỏng"):
        executor.submit(make_chunk, blob, ["tin-tuc/2021/01/tin-0.md", "@feed"]).result()


def die(_: object) -> None:
    os._exit(9)


@pytest.mark.usefixtures("shared_out")
def test_a_worker_killed_by_the_system_is_told_of() -> None:
    workers = Workers(two_workers)
    with pytest.raises(PublishError, match="hết bộ nhớ"):
        list(workers.map(die, range(10)))
    workers.close()


class _Stubborn(Exception):
    """Cannot be made again from what it was made of, so it cannot leave its process."""

    def __init__(self, one: str, *, other: str) -> None:
        super().__init__(one)


def fail_at(name: str, chunk: Sequence[str]) -> list[str]:
    for uri in chunk:
        with Doing("đọc bản ghi", uri):
            if uri == "b.md":
                raise _Stubborn("x", other="y") if name == "stubborn" else RecursionError("sâu")
    return list(chunk)


@pytest.mark.parametrize("name", ["stubborn", "usual"])
def test_an_error_in_a_worker_names_the_file_in_hand(
    shared_out: None, tmp_path: Path, name: str
) -> None:
    workers = Workers(two_workers)
    try:
        with pytest.raises((RuntimeError, RecursionError)) as raised:
            list(workers.map(partial(fail_at, name), ["a.md", "b.md", "c.md"]))
    finally:
        workers.close()
    assert "khi đọc bản ghi b.md (" in tell_unforeseen(raised.value, tmp_path)
