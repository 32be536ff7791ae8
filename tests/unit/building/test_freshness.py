"""Whether the store still speaks of these files, this code and these settings."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bantin.building import freshness, site_check
from bantin.building.freshness import note_shared, prepare_store, stamp_all, take_stock
from bantin.building.render_stale import BuildSettings
from bantin.building.site_check import digest_content
from bantin.building.store import EVERYTHING, Store, StoredFile
from bantin.outputs.sizes import Sizes
from bantin.outputs.subjects import SITEMAP
from bantin.rendering.chrome import Chrome, ChromeKey
from bantin.rendering.renderer import RenderSettings
from bantin.rendering.site import Site

OLD = 10**18
SECOND = 10**9


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of a finished build."""
    store = Store.open(tmp_path / "store.sqlite")
    prepare_store(store, drafts_shown=False)
    with store.changing():
        store.settle()
        store.connection.execute("insert into stamps values ('a.md', '1')")
    yield store
    store.close()


def has_records(store: Store) -> bool:
    return bool(store.connection.execute("select * from stamps").fetchall())


def test_stamp_of_an_old_file_tells_all_four_apart() -> None:
    stamps = [(OLD, OLD, 5, 7), (OLD + 1, OLD, 5, 7), (OLD, OLD + 1, 5, 7)]
    stamps += [(OLD, OLD, 6, 7), (OLD, OLD, 5, 8)]
    told = [stamp_all({"a.md": stamp})["a.md"] for stamp in stamps]
    assert len({*told, ""}) == 6


@pytest.mark.parametrize("position", [0, 1], ids=["written", "changed otherwise"])
def test_file_touched_just_now_has_no_stamp(position: int) -> None:
    """It may be touched again within the same tick of a coarse clock."""
    now = time.time_ns()
    for age_ns, is_sure in ((0, False), (SECOND, False), (-SECOND, False), (5 * SECOND, True)):
        times = [OLD, OLD]
        times[position] = now - age_ns
        told = stamp_all({"a.md": (times[0], times[1], 5, 7)})
        assert bool(told["a.md"]) is is_sure


def test_other_reading_code_or_kind_of_site_forgets_the_records(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare_store(store, drafts_shown=False)
    assert (has_records(store), store.pending()) == (True, set())
    prepare_store(store, drafts_shown=True)
    assert (has_records(store), store.pending()) == (False, {EVERYTHING})
    with store.changing():
        store.settle()
        store.connection.execute("insert into stamps values ('a.md', '1')")
    monkeypatch.setattr(freshness, "digest_engine", lambda: "máy khác")
    prepare_store(store, drafts_shown=True)
    assert (has_records(store), store.pending()) == (False, {EVERYTHING})


CHROMES = {ChromeKey(1, ""): Chrome("<", "|", ">")}
RENDERING = RenderSettings(Site("Một", "https://x.example/", ""), CHROMES)
SETTINGS = BuildSettings(RENDERING, {}, ("", "a/"), Path("store"), Path("fresh"))


def note(store: Store, settings: BuildSettings) -> set[str]:
    """Note what is shared, as a finished build does, and return what that made pending."""
    notes = note_shared(store, settings)
    pending = store.pending()
    with store.changing():
        store.settle()
        store.set_notes(notes)
    return pending


def test_what_every_page_shares_plans_all_anew_when_it_changes(store: Store) -> None:
    assert note(store, SETTINGS) == {EVERYTHING, SITEMAP}
    assert note(store, SETTINGS) == set()
    for rendering in (
        replace(RENDERING, site=Site("Hai", "https://x.example/", "")),
        replace(RENDERING, chromes={ChromeKey(1, ""): Chrome("<<", "|", ">")}),
        replace(RENDERING, template_dirs=()),
    ):
        assert note(store, replace(SETTINGS, rendering=rendering)) == {EVERYTHING}
        assert note(store, SETTINGS) == {EVERYTHING}


def test_other_sizes_plan_all_anew(store: Store) -> None:
    note(store, SETTINGS)
    other = replace(SETTINGS, sizes=Sizes(latest=2))
    assert note(store, other) == {EVERYTHING}
    assert note(store, other) == set()
    assert note(store, SETTINGS) == {EVERYTHING}


def test_another_page_of_the_engine_concerns_the_sitemap_only(store: Store) -> None:
    note(store, SETTINGS)
    assert note(store, replace(SETTINGS, page_urls=("a/", ""))) == set()
    assert note(store, replace(SETTINGS, page_urls=("", "a/", "b/"))) == {SITEMAP}


@pytest.mark.parametrize("name", ["robots.txt", "llms.txt"])
def test_editors_own_file_for_crawlers_concerns_what_takes_its_place(
    store: Store, name: str
) -> None:
    note(store, SETTINGS)
    own = replace(SETTINGS, others={name: name})
    assert note(store, own) == {SITEMAP}
    assert note(store, replace(own, others={name: name, "a.pdf": "a.pdf"})) == set()
    assert note(store, SETTINGS) == {SITEMAP}


def test_noticed_change_is_pending_until_it_is_noted(store: Store) -> None:
    """A build that ends early leaves it to the next."""
    note(store, SETTINGS)
    other = replace(SETTINGS, page_urls=())
    for _ in range(2):
        note_shared(store, other)
        assert store.pending() == {SITEMAP}


@pytest.fixture
def site(tmp_path: Path, store: Store) -> Path:
    """A site of four files of 5 bytes; a subject of its own has made each."""
    site = tmp_path / "site"
    site.mkdir()
    files = []
    for path, subject in zip("abcd", "1234", strict=True):
        content = f"tệp{path}".encode()[:5].ljust(5)
        (site / path).write_bytes(content)
        files.append(StoredFile(path, subject, "x", 5, digest_content(content)))
    with store.changing():
        store.remember(files)
    return site


def test_missing_and_changed_files_are_forgotten_and_made_again(store: Store, site: Path) -> None:
    stock = take_stock(store, {**dict.fromkeys("abcd", 5), "e": 1, "f/": 0}, site)
    assert stock.strangers == {"e"}
    assert stock.damaged == ()
    assert stock.empty_folders() == ["f/"]
    assert (store.count_files(), store.pending()) == (4, set())
    stock = take_stock(store, {"a": 5, "b": 6, "d": 5}, site)
    assert stock.damaged == ("b", "c")
    assert (store.count_files(), store.pending()) == (2, {"2", "3"})
    assert store.owner_of("a") == "1"


def spoil(path: Path) -> None:
    path.write_bytes(b"x" * path.stat().st_size)


@pytest.mark.parametrize("verified", [False, True])
def test_other_bytes_of_the_same_size_are_found(store: Store, site: Path, verified: bool) -> None:
    spoil(site / "b")
    (site / "c").unlink()
    (site / "c").mkdir()
    stock = take_stock(store, dict.fromkeys("abcd", 5), site, verified=verified)
    assert stock.damaged == ("b", "c")
    assert store.pending() == {"2", "3"}


def test_each_build_reads_the_next_share_until_all_are_read(
    store: Store, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_check, "_FEWEST", 3)
    found = dict.fromkeys("abcd", 5)
    for spoilt, told in [("d", ()), ("a", ("d",)), ("", ("a",))]:
        if spoilt:
            spoil(site / spoilt)
        assert take_stock(store, found, site).damaged == told
        found = {path: 5 for path in found if path not in told}


@pytest.mark.parametrize("count", [1, 20, 21, 40, 41])
def test_a_round_of_shares_reads_every_file(store: Store, tmp_path: Path, count: int) -> None:
    paths = [f"{number:02}" for number in range(count)]
    with store.changing():
        store.remember(StoredFile(path, path, "x", 1, "") for path in paths)
    found: list[str] = []
    while len(found) < count:
        found += site_check.read_share(store, tmp_path, ())
    assert found == paths


def test_no_share_of_a_large_site_is_large(store: Store, tmp_path: Path) -> None:
    with store.changing():
        store.remember(StoredFile(f"{n}", "x", "x", 1, "") for n in range(60_000))
    assert len(site_check.read_share(store, tmp_path, ())) == 1_000
