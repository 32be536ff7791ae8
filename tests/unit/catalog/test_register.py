"""The register: which conclusions there are, when, and whose they are."""

from __future__ import annotations

import pytest
from bantin.catalog.catalog import Catalog
from bantin.catalog.register import MonthSum, Role, Task
from bantin.records.models import Record

from tests.unit.orders_told import Told, tell
from tests.unit.samples import body, catalog_of, document

CHAIR = "meeting:\n  date: 2013-10-08\n  bodies: [ban]\n  chairs: [Lê An]"


def notice(slug: str, day: str, items: str, more: str = CHAIR) -> Record:
    return document(slug, day, f"{slug[0]}/TB-VP", more, f"Kết luận:\n\n{items}")


def register(*records: Record, drafts_shown: bool = False) -> Catalog:
    bodies = (body("so", "short_names: [Sở Y tế tỉnh Mẫu]"), *records)
    return catalog_of(*bodies, drafts_shown=drafts_shown)


TWO = notice(
    "2-tb",
    "2013-10-10",
    "1. Giao Sở Y tế tỉnh báo cáo trước ngày 5/11/2013.\n\n2. Ghi nhận.\n\n"
    '3. Việc khác.\n   {: to="vp" due="2014-01-31" directive="assign" }',
    CHAIR + "\nbodies: [so]",
)
ONE = notice("1-tb", "2013-10-09", "1. Ghi nhận.")
LATER = notice("3-tb", "2014-02-01", '1. Báo cáo.\n   {: to="so" }')


def test_months_tell_how_many_of_which_kinds_and_between_which_days() -> None:
    assert register(TWO, ONE, LATER).register.months() == [
        MonthSum("2014-02", 1, ("",), "", ""),
        MonthSum("2013-10", 4, ("acknowledge", "assign"), "2013-11-05", "2014-01-31"),
    ]


def test_documents_of_a_month_and_of_a_year_are_newest_first() -> None:
    found = register(TWO, ONE, LATER).register
    both = [TWO.file.src_uri, ONE.file.src_uri]
    assert found.in_month("2013-10") == found.in_month("2013") == both
    assert found.in_month("2013-01") == []
    assert found.latest(2) == [LATER.file.src_uri, TWO.file.src_uri]


def test_a_conclusion_is_held_by_the_body_a_name_means_and_by_whom_the_editor_names() -> None:
    found = register(TWO, ONE, LATER).register
    two = TWO.file.src_uri
    assert found.tasks("to-chuc/so") == [Task(LATER.file.src_uri, 0), Task(two, 0)]
    assert found.tasks("to-chuc/vp") == [Task(two, 2)]
    assert found.holders("to-chuc") == {"so": 2, "vp": 1}
    assert found.task_months("to-chuc/so") == {"2014-02": 1, "2013-10": 1}
    assert found.due_tasks("to-chuc/so", 9) == [Task(two, 0)]


def test_the_chair_holds_every_conclusion_of_a_meeting() -> None:
    found = register(TWO, ONE).register
    assert found.holders("nguoi") == {"le-an": 4}
    assert found.holders_of(ONE.file.src_uri) == ["nguoi/le-an"]


def test_who_concluded_and_what_it_means_come_back_as_they_were() -> None:
    decided = register(TWO).register.decided(TWO.file.src_uri)
    assert decided is not None
    assert [chair.name for chair in decided.chairs] == ["Lê An"]
    assert [point.directive.kind for point in decided.points] == ["assign", "acknowledge", "assign"]
    assert decided.points[2].edited == ("directive", "to", "due")
    assert decided.points[1].deadline is None


def test_a_draft_decides_nothing_until_it_is_shown() -> None:
    draft = notice("4-tb", "2014-02-01", "1. Ghi nhận.", "status: draft")
    assert register(draft).register.months() == []
    assert len(register(draft, drafts_shown=True).register.months()) == 1


def test_a_body_that_nobody_knows_holds_nothing() -> None:
    unknown = notice("5-tb", "2014-02-01", '1. Ghi nhận.\n   {: to="khong-co" }', "")
    assert register(unknown).register.holders("to-chuc") == {}


@pytest.mark.parametrize(
    ("told", "so", "ban"),
    [
        ((["Cơ quan so"], ["Cơ quan ban"]), "lead", "with"),
        ((["Cơ quan ban"], ["Cơ quan so"]), "with", "lead"),
        ((["Cơ quan so", "Cơ quan ban"], []), "lead", "lead"),
        (([], ["Cơ quan so", "Cơ quan ban"]), "with", "with"),
        ((["các sở, ngành"], ["Cơ quan so"]), "with", None),
        ((["Cơ quan so"], ["các sở, ngành"]), "lead", None),
        ((["Cơ quan so"], ["Sở Y tế tỉnh Mẫu"]), "lead", None),  # one body called twice
        ((["Sở Y tế tỉnh Mẫu", "Cơ quan so"], []), "lead", None),
        (([], ["Sở Y tế tỉnh Mẫu", "Cơ quan so"]), "with", None),
        (([], []), None, None),
    ],
)
def test_a_body_that_leads_and_one_that_helps_both_hold_the_task(
    monkeypatch: pytest.MonkeyPatch, told: Told, so: Role | None, ban: Role | None
) -> None:
    tell(monkeypatch, told)
    notice = document(more=CHAIR + "\nbodies: [so]")
    found = register(notice).register
    uri = notice.file.src_uri
    for slug, role in (("so", so), ("ban", ban)):
        tasks = found.tasks(f"to-chuc/{slug}")
        assert tasks == ([Task(uri, 0, role)] if role else [])
    assert found.tasks("nguoi/le-an") == [Task(uri, 0, "")]
