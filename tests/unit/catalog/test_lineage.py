"""Bodies and documents in a circle, and chains without end, are told; all is read in time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from bantin.catalog.lineage import LONGEST_CHAIN, faults_of_chains
from bantin.catalog.references import check_references
from bantin.errors import Problem
from bantin.records.models import Body
from bantin.records.reader import parse_record
from bantin.records.registry import Registry

from tests.unit.samples import catalog_of, document

# No measure of speed: what is quadratic takes minutes.
HANGS_S = 15.0
KEYS = ("parent", "succeeded_by")


def bodies_of(following: dict[str, str], key: str) -> dict[str, Body]:
    """Return bodies, each with the slug that its key names; "" for none."""
    return {slug: _body(slug, f"{key}: {to}" if to else "") for slug, to in following.items()}


def _body(slug: str, more: str) -> Body:
    found = parse_record(f"to-chuc/{slug}.md", f"---\nname: {slug}\n{more}\n---\n".encode())
    assert isinstance(found, Body)
    return found


def chain_of(size: int, last: str = "") -> dict[str, str]:
    return {f"b{at}": f"b{at + 1}" if at + 1 < size else last for at in range(size)}


def told(bodies: dict[str, Body]) -> list[Problem]:
    return check_references(catalog_of(*bodies.values()), Path("nowhere"))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    ("following", "circles"),
    [
        ({"a": "a"}, {"a": "a.md → a.md"}),
        ({"a": "b", "b": "a"}, {"a": "a.md → b.md → a.md", "b": "b.md → a.md → b.md"}),
        # Who only leads into a circle is not at fault.
        ({"x": "y", "y": "a", "a": "b", "b": "a"}, {"a": "b.md", "b": "a.md"}),
        ({"a": "b", "b": "a", "c": "c", "d": ""}, {"a": "b.md", "b": "a.md", "c": "c.md → c.md"}),
        (chain_of(9, "b0"), {f"b{at}": "… (3 tệp nữa)" for at in range(9)}),
    ],
)
def test_a_circle_names_its_files(
    key: str, following: dict[str, str], circles: dict[str, str]
) -> None:
    problems = told(bodies_of(following, key))
    assert {problem.path for problem in problems} == {f"to-chuc/{slug}.md" for slug in circles}
    for problem in problems:
        assert problem.field == key
        assert "đi vòng" in problem.message
        assert circles[problem.path[8:-3]] in problem.message
        assert len(problem.message) < 300


@pytest.mark.parametrize("key", KEYS)
def test_a_chain_may_be_as_long_as_any_in_life(key: str) -> None:
    assert told(bodies_of(chain_of(LONGEST_CHAIN + 1), key)) == []
    [problem] = told(bodies_of(chain_of(LONGEST_CHAIN + 2), key))
    assert (problem.path, problem.field) == ("to-chuc/b0.md", key)
    assert f"hơn {LONGEST_CHAIN}" in problem.message


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("last", ["", "b0", "b9999", "b5000"])
def test_ten_thousand_bodies_in_a_row_are_told_in_time(key: str, last: str) -> None:
    bodies = bodies_of(chain_of(10_000, last), key)
    before = time.process_time()
    faults = list(faults_of_chains(bodies, key))
    registry = Registry.of(bodies.values(), (), ())
    for slug in bodies:
        registry.children(slug)
        registry.predecessors(slug)
    assert time.process_time() - before < HANGS_S
    assert len(faults) >= 10_000 - LONGEST_CHAIN - 1 if last in ("", "b0") else len(faults) > 1


def test_the_groups_of_a_registry_are_sorted() -> None:
    bodies = bodies_of({"c": "x", "a": "x", "b": "x", "x": ""}, "parent")
    registry = Registry.of(bodies.values(), (), ())
    assert [one.slug for one in registry.children("x")] == ["a", "b", "c"]
    assert registry.children("a") == registry.predecessors("x") == ()


DAY = "2020-03-09"
A, B, C = "1/QĐ-UBND", "2/QĐ-UBND", "3/QĐ-UBND"


@pytest.mark.parametrize(
    ("documents", "circle"),
    [
        ([("a", DAY, A, f"replaces: [{B}]"), ("b", DAY, B, f"replaces: [{A}]")], "ab"),
        ([("a", DAY, A, f"replaces: [{B}]\nreplaced_by: [{B}]"), ("b", DAY, B, "")], "ab"),
        ([("a", DAY, A, f"replaced_by: [{B}]"), ("b", DAY, B, f"replaced_by: [{A}]")], "ab"),
        (
            [
                ("a", DAY, A, f"replaces: [{B}]"),
                ("b", DAY, B, f"replaces: [{C}]"),
                ("c", DAY, C, f"replaces: [{A}]"),
                ("d", DAY, "4/QĐ-UBND", f"replaces: [{A}]"),
            ],
            "abc",
        ),
        ([("a", DAY, A, f"replaces: [{A}]")], "a"),
        ([("a", DAY, A, f"replaced_by: [{A}]")], "a"),
        ([("a", DAY, A, f"replaces: ['{A} năm 2020']")], "a"),
        # A chain is no circle, nor is the number of another year.
        ([("a", DAY, A, f"replaces: [{B}]"), ("b", DAY, B, f"replaces: [{C}]")], ""),
        ([("a", DAY, A, f"replaces: ['{A} năm 2019']")], ""),
        ([("a", DAY, A, f"replaces: [{A}]"), ("z", "2019-03-09", A, "")], ""),
        ([("a", DAY, A, f"replaces: [{B}]"), ("b", "2019-01-01", B, f"replaces: [{A}]")], ""),
    ],
)
def test_documents_in_a_circle_are_told(
    documents: list[tuple[str, str, str, str]], circle: str
) -> None:
    records = [_body("ban-mau", ""), *(document(*one) for one in documents)]
    problems = check_references(catalog_of(*records), Path("nowhere"))
    assert {problem.path.rpartition("/")[2] for problem in problems} == {f"{c}.md" for c in circle}
    for problem in problems:
        assert problem.field in ("replaces", "replaced_by")
        assert all(f"/{name}.md" in problem.message for name in circle)


def test_a_thousand_documents_in_a_circle_are_told_in_time() -> None:
    size = 1_000
    records = [
        document(f"d{at}", DAY, f"{at + 1}/QĐ-UBND", f"replaces: [{(at + 1) % size + 1}/QĐ-UBND]")
        for at in range(size)
    ]
    catalog = catalog_of(_body("ban-mau", ""), *records)
    before = time.process_time()
    problems = check_references(catalog, Path("nowhere"))
    assert time.process_time() - before < HANGS_S
    assert len(problems) == size
    assert all(len(problem.message) < 400 for problem in problems)
