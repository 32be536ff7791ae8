"""What the editor is told while an import runs, and at its end."""

from __future__ import annotations

import io

from bantin.importing.job.progress import ImportProgress
from bantin.importing.job.summary import ImportSummary, describe_summary


class Clock:
    """Seconds that only the test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_refusals_of_one_reason_are_told_once_with_the_first_names() -> None:
    summary = ImportSummary(written=1_200)
    for number in range(5):
        summary.refuse(
            f"{number}.txt", f"văn bản số {number}/TB-VP đã có ở a/{number}.md (“x{number}”)"
        )
    summary.refuse("a.pdf", "tệp hỏng")
    lines = list(describe_summary(summary, dry_run=False))
    assert lines[0].startswith("Không nhập được 5: văn bản số 0/TB-VP")
    assert lines[1].strip() == "0.txt, 1.txt, 2.txt và 2 tệp khác"
    assert lines[2].startswith("Không nhập được 1: tệp hỏng")
    assert "Đã ghi 1.200 bản ghi." in lines
    assert summary.refusals == 6


def test_the_time_left_is_that_of_the_last_minute() -> None:
    clock, told = Clock(), io.StringIO()
    progress = ImportProgress(10_000, told, clock=clock)
    for _ in range(100):  # slow at first: one a second
        clock.now += 1
        progress.advance(refused=False)
    for _ in range(1_800):  # then twenty a second for longer than a minute
        clock.now += 0.05
        progress.advance(refused=False)
    last = told.getvalue().splitlines()[-1]
    assert "20 tệp mỗi giây" in last or "19 tệp mỗi giây" in last
    assert "phút" in last


def test_without_a_terminal_a_line_comes_every_ten_seconds_or_500_files() -> None:
    clock, told = Clock(), io.StringIO()
    progress = ImportProgress(2_000, told, clock=clock)
    for _ in range(1_100):
        clock.now += 0.001
        progress.advance(refused=True)
    assert [line.split(";")[0] for line in told.getvalue().splitlines()] == [
        "Nhập: 500/2.000 tệp, 500 bị từ chối",
        "Nhập: 1.000/2.000 tệp, 1.000 bị từ chối",
    ]
    clock.now += 10
    progress.advance(refused=False)
    assert len(told.getvalue().splitlines()) == 3
