"""A build tells of bodies in a circle, whether it reads all records or one changed file."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.building.intake import take_in
from bantin.building.pool import Workers
from bantin.building.store import Store
from bantin.errors import Problem, ProblemsError

from tests.unit.archive import no_executor, read_sources


def write(docs: Path, key: str, following: dict[str, str]) -> None:
    for slug, to in following.items():
        path = docs / "to-chuc" / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\nname: {slug}\n{f'{key}: {to}' if to else ''}\n---\n", "utf-8")


def build(docs: Path, store: Store) -> set[Problem]:
    try:
        take_in(store, read_sources(docs), Workers(no_executor))
    except ProblemsError as error:
        return set(error.problems)
    return set()


@pytest.mark.parametrize("key", ["parent", "succeeded_by"])
@pytest.mark.parametrize(
    "changed",
    [{"a": "a"}, {"c": "a"}, {"b": "a"}, {"c": "b"}, {"a": "a", "b": "b"}],
)
def test_a_circle_is_told_alike_in_a_first_build_and_in_the_next(
    tmp_path: Path, key: str, changed: dict[str, str]
) -> None:
    docs, sound = tmp_path / "docs", {"a": "b", "b": "c", "c": ""}
    write(docs, key, sound)
    store = Store.open(tmp_path / "store.sqlite")
    assert build(docs, store) == set()
    write(docs, key, changed)
    told = build(docs, store)
    assert told == build(docs, Store.open(tmp_path / "other.sqlite"))
    assert told
    assert all("đi vòng" in one.message and one.line == 3 for one in told)
    write(docs, key, sound)
    assert build(docs, store) == set()
