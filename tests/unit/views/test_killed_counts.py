"""A count dies before each of its steps in turn; the next one ends where it should."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bantin.records.view_counts import FOLDER

from tests.unit.views.test_count_logs import at, fold, line

# A reader who clicks once more in between: two views become one.
FIRST = (line(at(0)), line(at(40)))
SECOND = (*FIRST, line(at(20)))


class Killed(BaseException):
    """Stands for a process that ends between two steps."""


def die_before(step: int, patch: pytest.MonkeyPatch) -> None:
    """Let a count end before it puts a file in its place, 0-based."""
    steps, real = iter(range(step)), Path.replace

    def replace(path: Path, target: Path) -> Path:
        if next(steps, None) is None:
            raise Killed
        return real(path, target)

    patch.setattr(Path, "replace", replace)


def counts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "docs" / FOLDER).iterdir()}


def crashes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, before: tuple[str, ...], lines: tuple[str, ...]
) -> Iterator[Path]:
    """Yield the folder of a count that died before its 1st, 2nd, ... last step."""
    (folder / "before").mkdir()
    if before:
        fold(folder / "before", *before)
    for step in range(20):
        shutil.copytree(folder / "before", folder / str(step))
        with monkeypatch.context() as patch:
            die_before(step, patch)
            try:
                fold(folder / str(step), *lines)
            except Killed:
                pass
            else:
                assert step > 3, "so few steps: they are not counted"
                return
        yield folder / str(step)
    pytest.fail("no end of steps")


@pytest.mark.parametrize(("before", "killed"), [((), FIRST), (FIRST, SECOND)])
def test_next_count_ends_where_an_undisturbed_one_ends(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    before: tuple[str, ...],
    killed: tuple[str, ...],
) -> None:
    (tmp_path / "undisturbed").mkdir()
    for lines in (FIRST, SECOND):
        fold(tmp_path / "undisturbed", *lines)
    assert b"5:1" in counts(tmp_path / "undisturbed")["2026-10.tsv"]
    for folder in crashes(tmp_path, monkeypatch, before, killed):
        fold(folder, *killed)
        fold(folder, *SECOND)
        assert counts(folder) == counts(tmp_path / "undisturbed")
        assert len((folder / ".luot-xem.bantin" / "khoa").read_text("ascii")) == 64
