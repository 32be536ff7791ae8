"""The page that sets two years' conclusions of one meeting side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bantin.building import fingerprint, freshness
from bantin.catalog.catalog import Catalog
from bantin.outputs.cards import meeting_block
from bantin.outputs.pages.comparisons import ComparisonView
from bantin.outputs.pages.meetings import plan_meeting
from bantin.outputs.register.entries import Entries
from bantin.records.models import Dated, Record

from tests.unit.archive import SMALL, Archive
from tests.unit.editing import BASE, Alter, Delete, Edit, Put
from tests.unit.samples import article, body, catalog_of, document

REVIEW = "Rà soát quy hoạch cán bộ nữ cấp xã, báo cáo Trưởng ban."
SURVEY = "Khảo sát nhu cầu học nghề của lao động nữ nông thôn."
PAGE = "cuoc-hop/2021/10-05-ban/cung-ky/"


def told(year: int, slug: str = "ban", *, lent: bool = False) -> str:
    period = "" if lent else f", period: {{year: {year}, months: 1-9}}"
    return f"meeting: {{date: {year}-10-05, bodies: [{slug}]{period}}}"


def notice(
    year: int, *points: str, slug: str = "ban", more: str = "", lent: bool = False
) -> Record:
    """Return a notice of conclusions; a point is "slugs of addressees | text"."""
    items = "\n".join(
        f'{number}. {text}\n   {{: to="{who}" }}'
        for number, (who, _, text) in enumerate((one.partition(" | ") for one in points), 1)
    )
    head = told(year, slug, lent=lent)
    return document(
        f"tb-{year}", f"{year}-10-06", "9/TB", f"{head}\n{more}", f"Kết luận:\n\n{items}"
    )


def compared(catalog: Catalog, meeting: str = "hop/2021-10-05/ban") -> ComparisonView | None:
    views = [output.view for output in plan_meeting(meeting, catalog, Entries(catalog))]
    (view,) = [one for one in views if isinstance(one, ComparisonView)] or [None]
    return view


def texts(view: ComparisonView | None) -> tuple[list[Any], list[str], list[str]]:
    assert view is not None
    return (
        [(new.point.told.number, old.point.told.number) for new, old in view.again],
        [one.point.told.number for one in view.new],
        [one.point.told.number for one in view.gone],
    )


def test_tells_what_is_new_what_came_again_and_what_went() -> None:
    later = notice(2021, "vp | Họp mỗi quý với các hội.", f"ban | {REVIEW}", "ban | Ghi nhận.")
    earlier = notice(2020, f"ban | Khẩn trương {REVIEW}", f"vp | {SURVEY}")
    view = compared(catalog_of(later, earlier))
    assert texts(view) == ([("2", "1")], ["1", "3"], ["2"])
    assert view is not None
    assert view.frame.url == PAGE
    assert view.frame.title == "So kết luận 9 tháng đầu năm 2021 với 9 tháng đầu năm 2020"
    assert (view.later.name, view.earlier.name) == ("Năm 2021", "Năm 2020")
    assert view.earlier.meeting.url == "cuoc-hop/2020/10-05-ban/"
    assert view.again[0][1].point.url == "van-ban/2020/tb-2020/#kl-1"


@pytest.mark.parametrize(
    ("earlier", "later", "same"),
    [
        ("cu", "moi", True),
        ("cu", "cu", True),
        ("cu-khac", "moi", True),
        ("moi", "cu", True),
        ("cu", "cu-khac", False),
        ("cu", "vp", False),
        ("Sở Nọ", "Sở Nọ", True),
        ("Sở Nọ", "sở nọ", True),
        ("Sở Nọ", "Sở Kia", False),
        ("Sở Nọ", "vp", False),
        ("cu; Sở Nọ", "moi; Sở Kia", True),
    ],
)
def test_task_goes_on_with_the_successor_of_its_addressee(
    earlier: str, later: str, same: bool
) -> None:
    bodies = [
        *(body(slug, "succeeded_by: moi") for slug in ("cu", "cu-khac")),
        body("moi"),
    ]
    years = notice(2021, f"{later} | {REVIEW}"), notice(2020, f"{earlier} | {REVIEW}")
    found = texts(compared(catalog_of(*bodies, *years)))
    assert found == (([("1", "1")], [], []) if same else ([], ["1"], ["1"]))


def test_meetings_of_a_body_and_its_successor_are_compared_by_borrowed_periods() -> None:
    records = [
        body("cu", "succeeded_by: ban"),
        notice(2021, f"ban | {REVIEW}", lent=True),
        article("tin-2021", "2021-10-05", told(2021)),
        notice(2020, f"cu | {REVIEW}", slug="cu", lent=True),
        article("tin-2020", "2020-10-05", told(2020, "cu")),
    ]
    catalog = catalog_of(*records)
    assert texts(compared(catalog)) == ([("1", "1")], [], [])
    for record in records[1:]:
        assert isinstance(record, Dated)
        block = meeting_block(record, catalog)
        assert block is not None
        is_later = record.day.year == 2021
        assert (block.before.comparison if block.before else "") == (PAGE if is_later else "")


@pytest.mark.parametrize(
    "others",
    [
        [],
        [article("tin", "2020-10-05", told(2020))],
        [notice(2020, f"ban | {REVIEW}", more="status: withdrawn")],
        [notice(2020, f"vp | {REVIEW}", slug="vp")],
        [notice(2020, *(f"ban | {REVIEW}" for _ in range(301)))],
        [article("tin", "2020-10-05", told(2020)), notice(2019, f"ban | {REVIEW}")],
    ],
    ids=["alone", "news only", "withdrawn", "another body", "too many", "not the nearest year"],
)
def test_no_page_and_no_link_where_there_is_nothing_to_compare(others: list[Record]) -> None:
    later = notice(2021, f"ban | {REVIEW}")
    catalog = catalog_of(later, *others)
    assert compared(catalog) is None
    assert isinstance(later, Dated)
    block = meeting_block(later, catalog)
    assert block is not None
    assert not (block.before and block.before.comparison)


def held(year: int, **more: Any) -> Put:
    period = {"period": {"year": year, "months": "1-9"}}
    meeting = {"date": f"{year}-03-04", "bodies": ["ban"]}
    head = {"title": f"Kết luận {year}", "date": f"{year}-03-05"}
    if more.pop("is_news", False):
        head |= {"section": "x", "meeting": {**meeting, **period}}
        return Put(f"tin-tuc/{year}/03/tin.md", head)
    head |= {"kind": "TB", "number": "1/TB", "issuer": "vp", "meeting": meeting}
    text = f'1. {REVIEW}\n   {{: to="ban" }}\n\n2. {SURVEY}\n   {{: to="vp" }}'
    return Put(f"van-ban/{year}/tb.md", head, text)


OLD = held(2020)
EDITS: dict[str, Edit] = {
    "earlier words": Put(OLD.uri, OLD.values, f'1. {SURVEY}\n   {{: to="vp" }}'),
    "earlier notice goes": Delete(OLD.uri),
    "earlier notice is withdrawn": Alter(OLD.uri, "status", "withdrawn"),
    "earlier news no longer lends": Delete("tin-tuc/2020/03/tin.md"),
    "news lends another year": Alter(
        "tin-tuc/2020/03/tin.md",
        "meeting",
        {"date": "2020-03-04", "bodies": ["ban"], "period": {"year": 2018, "months": "1-9"}},
    ),
    "second news is at odds": Put(
        "tin-tuc/2020/04/b.md",
        {
            "title": "B",
            "date": "2020-04-01",
            "section": "y",
            "meeting": {
                "date": "2020-03-04",
                "bodies": ["ban"],
                "period": {"year": 2020, "months": "1-6"},
            },
        },
    ),
    "later news no longer lends": Delete("tin-tuc/2021/03/tin.md"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_edit_ends_where_a_fresh_build_ends(
    edit: Edit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for caller in (fingerprint, freshness):
        monkeypatch.setattr(caller, "digest_engine", lambda: "máy")
    one = Archive(tmp_path, SMALL)
    for put in (*BASE, OLD, held(2021), held(2020, is_news=True), held(2021, is_news=True)):
        put.do(one.docs)
    assert one.build().problems == ()
    page = "cuoc-hop/2021/03-04-ban/cung-ky/index.html"
    before = one.tree()
    assert "Việc nhắc lại: có ở cả hai năm" in before[page].decode()
    edit.do(one.docs)
    assert one.build().problems == ()
    assert one.tree().get(page) != before[page]
    assert one.build(one.root / "fresh").problems == ()
    assert one.tree() == one.tree(one.root / "fresh")
