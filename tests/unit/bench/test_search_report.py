"""What is counted of the answers, and the tables."""

from __future__ import annotations

import gzip
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.bench.search.asking import Answer, time_within
from tests.bench.search.edited import Edited
from tests.bench.search.queries import Query
from tests.bench.search.report import Result, percentile, share, write_misses, write_report
from tests.bench.search.serving import serve_counting
from tests.bench.search.sites.site import files_below, record_url
from tests.bench.search.tab import TabUse


def answer(*urls: str, group: str = "phrase", took_ms: float | None = 10.0) -> Answer:
    return Answer(
        Query(group, "lớp học nổi", "dung/"), urls, 2000, 3, took_ms, took_ms and took_ms / 2
    )


FIRST, THIRD, NONE = answer("dung/"), answer("a/", "b/", "dung/", group="date"), answer()


def test_success_is_the_share_found_so_early() -> None:
    answers = [FIRST, THIRD, NONE]
    assert share(answers, 1) == pytest.approx(1 / 3)
    assert share(answers, 5) == pytest.approx(2 / 3)
    assert share([], 1) == 0


def test_a_percentile_is_one_of_the_values() -> None:
    values = [float(value) for value in range(10, 0, -1)]
    assert [percentile(values, part) for part in (0.5, 0.9, 1)] == [5, 9, 10]
    assert percentile([7.0], 0.5) == 7


def test_a_failure_counts_as_a_miss_and_has_no_time() -> None:
    result = Result(1000, "Thử", (FIRST, answer(took_ms=None)), 2.0, 4, 3_000_000)
    costs = write_report([result]).splitlines()[2]
    assert (
        costs
        == "| 1,000 | Thử | 2 | 0.500 | 0.500 | 2 | 2 | 2 | 10 | 10 | 5 | 5 | 2 s | 3.0 MB | 4 |"
    )


def test_time_is_waited_for_once_however_many_files_are_waited_for() -> None:
    waits = [(0.0, 12.0), (11.0, 14.0), (13.0, 13.5), (18.0, 40.0), (50.0, 60.0)]
    assert time_within(waits, 10.0, 20.0) == pytest.approx(6.0)
    assert time_within([], 10.0, 20.0) == 0


def test_groups_stand_beside_each_other() -> None:
    results = [Result(1000, "Thử", (FIRST, THIRD)), Result(1000, "Kia", (NONE,))]
    groups = write_report(results).split("\n\n")[1].splitlines()
    assert groups[2:] == [
        "| date (1) | 0.00 / 1.00 | – |",
        "| phrase (1) | 1.00 / 1.00 | 0.00 / 0.00 |",
    ]


def test_what_else_was_measured_stands_below() -> None:
    tab, edited = TabUse(9, 21_400_000, 62.0), Edited(0.25, 310, 1_234_000)
    report = write_report([Result(1000, "Thử", (FIRST,), tab=tab, edited=edited)])
    last = report.splitlines()[-1]
    assert "after 9 queries in one tab it holds 21 MB" in last
    assert "longer than 62 ms" in last
    assert "0.25 s, 310 files of the index (1,234 KB)" in last


def test_a_search_that_was_not_built_says_so() -> None:
    report = write_report([Result(1000, "Thử", stopped="not built in 5 s")])
    assert "| 1,000 | Thử | not built in 5 s |" in report


def test_misses_tell_what_came_first() -> None:
    lines = write_misses(Result(1000, "Thử", (FIRST, THIRD, NONE))).splitlines()
    assert lines == [
        "Thử, 1,000 records:",
        "- date: `lớp học nổi` → dung/ is no. 3; first: a/",
        "- phrase: `lớp học nổi` → dung/ is not shown; first: nothing",
    ]


def test_a_link_is_its_record_whatever_place_it_leads_to() -> None:
    root = "http://127.0.0.1:8000/"
    for link in ("tin-tuc/2006/mot/", "tin-tuc/2006/mot/?h=x#kl-3", "tin-tuc/2006/mot/index.html"):
        assert record_url(root + link, root) == "tin-tuc/2006/mot/"
        assert record_url(f"/{link}", root) == "tin-tuc/2006/mot/"


def test_files_of_an_index_leave_out_the_page(tmp_path: Path) -> None:
    for name in ("index.html", "phan/a.json", "phan/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in files_below(tmp_path, "index.html")]
    assert found == ["phan/a.json", "phan/index.html"]


def test_what_is_sent_is_counted_as_it_is_sent(tmp_path: Path) -> None:
    text = "chữ thử " * 500
    (tmp_path / "a.json").write_text(text, "utf-8")
    (tmp_path / "b.bin").write_bytes(b"x" * 100)
    with serve_counting(tmp_path) as (root, tally):
        with urllib.request.urlopen(f"{root}a.json?q=1") as response:
            sent = response.read()
        with urllib.request.urlopen(f"{root}b.bin") as response:
            assert response.read() == b"x" * 100
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"{root}c.json")
    assert gzip.decompress(sent).decode() == text
    assert tally.fetched == [("/a.json", len(sent)), ("/b.bin", 100)]
    assert tally.of("/a") == [len(sent)]
