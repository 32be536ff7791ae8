"""The comparison's tables say what was measured, and find their place in the README."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.report import (
    BEGIN,
    END,
    Measurement,
    ReadmeError,
    rewrite_readme,
    write_report,
)


def measured(
    site: str, phase: str, wall_s: float, *, run: int = 0, stopped: str = ""
) -> Measurement:
    return Measurement(
        records=1000,
        site=site,
        title=site.capitalize(),
        ours=site == "ours",
        phase=phase,
        run=run,
        wall_s=wall_s,
        cpu_s=2.0,
        memory_bytes=300_000_000,
        stopped=stopped,
        files=1234,
        size_bytes=5_000_000,
    )


def rows_of(*builds: Measurement) -> dict[str, list[str]]:
    report = write_report(builds, "A machine", {"Hugo": "1.2"}, 600)
    lines = [line for line in report.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {row[0]: row for row in reversed(cells)}


def test_a_row_holds_times_ratios_to_hugo_memory_and_files() -> None:
    rows = rows_of(
        measured("ours", "cold", 3.0),
        measured("hugo", "cold", 4.0),
        measured("ours", "edited", 1.0),
        measured("hugo", "edited", 5.0),
    )
    assert rows["Ours"] == [
        "Ours", "3.00 s", "0.75", "1.00 s", "0.20", "–", "–", "2.0 s", "300 MB", "1,234", "5 MB",
    ]  # fmt: skip
    assert rows["Hugo"][1:3] == ["4.00 s", "1.00"]


def test_a_ratio_is_the_median_of_the_ratios_of_each_run() -> None:
    builds = [
        measured(site, "cold", wall_s, run=run)
        for run, times in enumerate([(1.0, 2.0), (30.0, 40.0), (1.0, 1.0)])
        for site, wall_s in zip(("ours", "hugo"), times, strict=True)
    ]
    assert rows_of(*builds)["Ours"][1:3] == ["1.00 s", "0.75"]


def test_a_build_that_was_stopped_has_its_limit_and_no_ratio() -> None:
    rows = rows_of(
        measured("hugo", "cold", 4.0),
        measured("blog", "cold", 600.1, stopped="time"),
        measured("zensical", "cold", 90.0, stopped="memory"),
        measured("pelican", "cold", 0.0, stopped="failure"),
    )
    assert rows["Blog"][1:4] == ["> 600 s", "–", "–"]
    assert rows["Zensical"][1:4] == ["out of memory", "–", "–"]
    assert rows["Pelican"][1:4] == ["failed", "–", "–"]


def test_our_table_tells_of_added_and_deleted_records() -> None:
    builds = [
        measured("ours", phase, 1.0 + at) for at, phase in enumerate(("cold", "added", "deleted"))
    ]
    report = write_report(builds, "A machine", {}, 600)
    assert "| ours | cold | one added | one deleted |" in report
    assert "| Ours | 1.00 s | 2.00 s | 3.00 s |" in report


def test_the_readme_keeps_all_but_its_section(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n\n{BEGIN}\nold\n{END}\n\nafter\n", "utf-8")
    rewrite_readme(readme, "new table\n", "the command")
    rewrite_readme(readme, "new table\n", "the command")
    assert readme.read_text("utf-8") == (
        f"before\n\n{BEGIN}\n```\nthe command\n```\n\nnew table\n{END}\n\nafter\n"
    )


@pytest.mark.parametrize("text", ["", BEGIN, f"{END}\n{BEGIN}\n", f"{BEGIN}{BEGIN}{END}"])
def test_a_readme_without_a_place_is_refused_and_left(tmp_path: Path, text: str) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(text, "utf-8")
    with pytest.raises(ReadmeError, match="needs the lines"):
        rewrite_readme(readme, "table\n", "command")
    assert readme.read_text("utf-8") == text
