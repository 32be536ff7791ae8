"""What a build of ours tells of itself is found in its log."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.building.progress import Progress

from tests.bench.ours import index_seconds


def test_time_of_the_search_index_is_read_from_the_log(tmp_path: Path) -> None:
    """The lines are the build's own, so that other words there are noticed here."""
    lines: list[str] = []
    times = iter([10.0, 53.2])
    progress = Progress(lines.append, is_terminal=False, clock=lambda: next(times))
    with progress.stage("Lập chỉ mục tìm kiếm", 50_365):
        pass
    log = tmp_path / "build.log"
    log.write_text("\n".join(f"INFO    -  bantin: {line}" for line in lines), "utf-8")
    assert index_seconds(log) == pytest.approx(43)


def test_small_build_tells_no_time(tmp_path: Path) -> None:
    log = tmp_path / "build.log"
    log.write_text("INFO    -  Documentation built in 1.07 seconds\n", "utf-8")
    assert index_seconds(log) == 0
