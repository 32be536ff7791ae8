"""Whatever editors do between two real builds, the second ends where a clean build ends.

The same without the engine, and so with many more examples, is in
tests/unit/building/test_random_archives.py.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from bantin.building import freshness
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.integration.project import Project, tree
from tests.unit.editing import BASE, Edit, beginnings, mend, sessions


@settings(max_examples=4)
@given(
    beginnings,
    st.lists(st.tuples(sessions, st.booleans(), st.booleans()), min_size=2, max_size=3),
)
def test_build_after_edits_equals_a_clean_build(
    beginning: Sequence[Edit], work: Sequence[tuple[Sequence[Edit], bool, bool]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        project = Project.make(Path(folder) / "project", {})
        for edits, is_mended, stamps_are_sure in [((*BASE, *beginning), True, False), *work]:
            # Between two builds of a test less time passes than a coarse clock can tell.
            patch.setattr(freshness, "_UNSURE_NS", 0 if stamps_are_sure else 2 * 10**9)
            for edit in edits:
                edit.do(project.docs)
            told_of = build_and_compare(project)
            while told_of and is_mended:
                mend(project.docs, told_of)
                told_of = build_and_compare(project)


def build_and_compare(project: Project) -> set[str]:
    """Build in the wake of the last build and from nothing; return the files both told of."""
    before, fresh = tree(project.site), project.root / "fresh"
    outcome, wanted = project.build(), project.build(site=fresh)
    assert (outcome.code, outcome.errors) == (wanted.code, wanted.errors)
    assert tree(project.site) == (before if outcome.code else tree(fresh))
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.rmtree(project.root / ".fresh.bantin")
    told_of = {found[1] for line in outcome.errors if (found := re.match(r"bantin: ([^:]+)", line))}
    assert bool(told_of) == bool(outcome.code)
    return told_of
