"""Rendering by many hands: the same files, whoever renders them."""

from __future__ import annotations

import dataclasses
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

import pytest
from bantin.building import pool
from bantin.building.pool import render_outputs
from bantin.catalog.catalog import build_catalog
from bantin.errors import PublishError
from bantin.outputs.addresses import AddressBook
from bantin.outputs.output import Output
from bantin.outputs.plan import plan_outputs
from bantin.rendering.chrome import Chrome
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site

from tests.unit.samples import article, document, record_set

SITE = Site("Trang thử", "https://vidu.example/", "Để thử.")


@pytest.fixture(scope="module")
def outputs() -> list[Output]:
    items = [article(f"tin-{n}", f"2021-{n % 9 + 1:02}-05", body=f"Đoạn *{n}*.") for n in range(20)]
    records = record_set(*items, document())
    return plan_outputs(build_catalog(records), records.records, AddressBook({}), [])


@pytest.fixture(scope="module")
def settings(outputs: list[Output]) -> RenderSettings:
    keys = {output.chrome for output in outputs if output.chrome is not None}
    return RenderSettings(SITE, {key: Chrome(f"<{key}>", "|", "</>") for key in keys})


def no_executor() -> Executor:
    raise AssertionError("nobody should be asked to help")


def two_workers(method: str = "spawn") -> Executor:
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method))


def render(
    outputs: list[Output],
    settings: RenderSettings,
    folder: Path,
    open_executor: Callable[[], Executor],
) -> dict[str, bytes]:
    folder.mkdir()
    told = {
        path: size
        for _, written in render_outputs(
            outputs,
            settings=settings,
            renderer=Renderer(settings),
            fresh_dir=folder,
            open_executor=open_executor,
        )
        for path, size in written
    }
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert told == {path: len(content) for path, content in found.items()}
    return found


def test_few_pages_are_rendered_here(
    outputs: list[Output], settings: RenderSettings, tmp_path: Path
) -> None:
    assert len(render(outputs, settings, tmp_path / "a", no_executor)) >= len(outputs)


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_workers_write_the_same_files_however_started(
    outputs: list[Output],
    settings: RenderSettings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    method: str,
) -> None:
    alone = render(outputs, settings, tmp_path / "alone", no_executor)
    monkeypatch.setattr(pool, "POOL_FROM", 1)
    monkeypatch.setattr(pool, "CHUNK", 7)
    monkeypatch.setattr(pool, "count_processors", lambda: 2)
    shared = render(outputs, settings, tmp_path / "shared", lambda: two_workers(method))
    assert shared == alone


def test_what_stops_a_worker_stops_the_build(
    outputs: list[Output],
    settings: RenderSettings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pool, "POOL_FROM", 1)
    monkeypatch.setattr(pool, "count_processors", lambda: 2)
    blocked = tmp_path / "tin-tuc"
    blocked.write_text("một tệp đứng chỗ của thư mục")
    rendering = render_outputs(
        outputs,
        settings=settings,
        renderer=Renderer(settings),
        fresh_dir=tmp_path,
        open_executor=two_workers,
    )
    with pytest.raises(PublishError, match="không ghi được"):
        list(rendering)


def die(_: Renderer, __: object) -> list[tuple[str, bytes]]:
    os._exit(9)


def test_a_worker_killed_by_the_system_is_told_of(
    outputs: list[Output],
    settings: RenderSettings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pool, "POOL_FROM", 1)
    monkeypatch.setattr(pool, "count_processors", lambda: 2)
    page = next(output for output in outputs if output.chrome is not None)
    rendering = render_outputs(
        [dataclasses.replace(page, make=die)],
        settings=settings,
        renderer=Renderer(settings),
        fresh_dir=tmp_path,
        open_executor=two_workers,
    )
    with pytest.raises(PublishError, match="hết bộ nhớ"):
        list(rendering)
