"""Whatever editors do between two builds, the second ends where a build from nothing ends."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from bantin.building import build_session, fingerprint, freshness, intake
from bantin.errors import Problem
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.archive import SMALL, Archive
from tests.unit.editing import BASE, Edit, beginnings, mend, sessions
from tests.unit.repositories import Repository


@pytest.fixture(scope="module", autouse=True)
def same_code() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        # The code does not change while the tests run.
        for caller in (fingerprint, freshness, build_session):
            patch.setattr(caller, "digest_engine", lambda: "máy")
        yield


@contextmanager
def archive() -> Iterator[Archive]:
    with tempfile.TemporaryDirectory() as folder:
        yield Archive(Path(folder), SMALL)


@settings(max_examples=20)
@given(
    beginnings,
    st.lists(
        st.tuples(sessions, st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=5
    ),
    st.booleans(),
)
def test_build_after_edits_equals_a_build_from_nothing(
    beginning: Sequence[Edit],
    work: Sequence[tuple[Sequence[Edit], bool, bool, bool]],
    many_at_once: bool,
) -> None:
    with archive() as one, pytest.MonkeyPatch.context() as patch:
        patch.setattr(intake, "MANY", 3 if many_at_once else 2_000)
        repository = Repository.make(one.root)
        days = (f"2026-{month:02}-01" for month in range(1, 13))
        first = ((*BASE, *beginning), True, False, False)
        for edits, is_mended, stamps_are_sure, is_committed in [first, *work]:
            # Within one build the files are older than their clock is coarse.
            patch.setattr(freshness, "_UNSURE_NS", 0 if stamps_are_sure else 2 * 10**9)
            for edit in edits:
                edit.do(one.docs)
            # Some of what is committed is mended later, and some is only built.
            if is_committed:
                repository.commit(next(days))
            problems = build_and_compare(one)
            while problems and is_mended:
                mend(one.docs, {problem.path for problem in problems})
                problems = build_and_compare(one)


def build_and_compare(one: Archive) -> tuple[Problem, ...]:
    """Build in the wake of the last build and from nothing; return what both told."""
    before, fresh = one.tree(), one.root / "fresh"
    outcome, wanted = one.build(), one.build(fresh)
    assert outcome.problems == wanted.problems
    assert one.tree() == (before if outcome.problems else one.tree(fresh))
    if not outcome.problems:
        again = one.build()
        assert (again.made, again.published.written) == (frozenset(), ())
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.rmtree(one.root / ".fresh.bantin")
    return outcome.problems
