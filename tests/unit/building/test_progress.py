"""How far long work has come, told to a person or to a log."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bantin.building.progress import LONG, Progress


class Clock:
    """Seconds that go by as work is done."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def work(self, pieces: int, seconds_each: float) -> Iterator[int]:
        for piece in range(pieces):
            self.now += seconds_each
            yield piece


def test_log_gets_a_line_now_and_then_and_one_at_the_end() -> None:
    lines: list[str] = []
    clock = Clock()
    progress = Progress(lines.append, is_terminal=False, clock=clock)
    done = list(progress.watch(clock.work(2_500, 1 / 128), "Đọc bản ghi", 2_500))
    assert done == list(range(2_500))
    assert lines == [
        "Đọc bản ghi: 1.280/2.500 (128 mỗi giây, còn khoảng 10 giây)",
        "Đọc bản ghi: 2.500, xong trong 20 giây",
    ]


def test_pieces_may_come_in_handfuls() -> None:
    lines: list[str] = []
    clock = Clock()
    progress = Progress(lines.append, is_terminal=False, clock=clock)
    handfuls = ([0] * 100 for _ in clock.work(20, 1.0))
    assert len(list(progress.watch(handfuls, "Dựng trang", 2_000, size=len))) == 20
    assert lines[0] == "Dựng trang: 1.000/2.000 (100 mỗi giây, còn khoảng 10 giây)"


def test_short_work_is_not_told_of() -> None:
    lines: list[str] = []
    clock = Clock()
    progress = Progress(lines.append, is_terminal=False, clock=clock)
    assert len(list(progress.watch(clock.work(LONG - 1, 1.0), "Đọc", LONG - 1))) == LONG - 1
    with progress.stage("Lập chỉ mục", LONG - 1):
        pass
    assert lines == []


def test_terminal_gets_a_bar_with_count_rate_and_time_left(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines: list[str] = []
    progress = Progress(lines.append, is_terminal=True)
    assert len(list(progress.watch(range(LONG), "Đọc bản ghi", LONG))) == LONG
    drawn = capsys.readouterr().err
    assert "Đọc bản ghi" in drawn
    assert f"/{LONG}" in drawn
    assert "còn" in drawn
    assert lines == []


def test_stage_that_cannot_be_watched_is_told_at_both_ends() -> None:
    lines: list[str] = []
    clock = Clock()
    with Progress(lines.append, clock=clock).stage("Lập chỉ mục tìm kiếm", 50_000):
        clock.now += 40
    assert lines == [
        "Lập chỉ mục tìm kiếm: 50.000…",
        "Lập chỉ mục tìm kiếm: 50.000, xong trong 40 giây",
    ]
