"""Calendars learn of a last day that has moved, from Git or from what records tell readers."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.unit.repositories import Past

NOTICE = "van-ban/2026/1-tb.md"


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return Past(tmp_path / "kho")


def notice(due: str = "2026-12-31", more: str = "") -> str:
    head = f"kind: TB\nnumber: 1/TB\ntitle: Kết luận\ndate: 2026-11-05\nissuer: ban\n{more}"
    return f'---\n{head}\n---\n\nKết luận:\n\n1. Báo cáo.\n   {{: to="ban" due="{due}" }}\n'


def events_in(tree: dict[str, bytes]) -> list[Any]:
    return Calendar.from_ical(tree["to-chuc/ban/duoc-giao/thoi-han.ics"]).events


def test_a_last_day_that_moves_makes_a_newer_event_of_the_same_id(past: Past) -> None:
    past.commit("2026-11-06", **{NOTICE: notice()})
    (first,) = events_in(past.build())
    assert (first["sequence"], first["dtstamp"].dt.isoformat()) == (0, "2026-11-04T17:00:00+00:00")
    # The editor tells readers nothing: Git still knows.
    past.commit("2026-11-20", **{NOTICE: notice("2027-02-28")})
    (second,) = events_in(past.build())
    assert second["uid"] == first["uid"]
    assert second["created"].dt == first["created"].dt
    assert second["sequence"] == 1
    assert second["dtstamp"].dt.isoformat() == "2026-11-20T05:00:00+00:00"
    assert second["last-modified"].dt == second["dtstamp"].dt
    moved = notice("2027-02-28", "redirect_from: [van-ban/2026/1-tb/]")
    past.commit("2026-11-21", **{NOTICE: None, "van-ban/2026/1-tb-vp.md": moved})
    (third,) = events_in(past.build())
    assert (third["uid"], third["sequence"]) == (first["uid"], 2)


def test_a_commit_of_what_was_built_before_moves_the_calendar(past: Past) -> None:
    past.commit("2026-11-06", **{NOTICE: notice()})
    past.write(**{NOTICE: notice("2027-02-28")})
    past.build()
    past.commit("2026-11-20")
    (event,) = events_in(past.build())
    assert event["sequence"] == 1


def test_without_git_the_changes_told_to_readers_count(tmp_path: Path) -> None:
    past = Past(tmp_path / "kho")
    shutil.rmtree(past.archive.root / ".git")
    day = "{date: 2026-11-20, note: Lùi hạn.}"
    found = []
    for more in ("", f"changes: [{day}]", f"changes: [{day}, {day.replace('-20', '-25')}]"):
        past.write(**{NOTICE: notice(more=more)})
        (event,) = events_in(past.build())
        found.append((event["sequence"], event["last-modified"].dt.date().isoformat()))
    assert [number for number, _ in found] == [0, 1, 2]
    assert [day for _, day in found][:2] == ["2026-11-04", "2026-11-19"]
