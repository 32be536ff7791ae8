"""Whatever changes in the site is on the list of what a change touches, and little else is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from bantin.building.store import EVERYTHING
from bantin.outputs.subjects import SINGLE
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.archive import SMALL
from tests.unit.editing import BASE, Alter, Delete, Edit, Put, PutFile, beginnings, sessions
from tests.unit.taking_in import changed_subjects, desk


@settings(max_examples=30)
@given(beginnings, st.lists(sessions, min_size=1, max_size=5))
def test_what_changes_is_on_the_list_of_what_is_touched(
    beginning: Sequence[Edit], work: Sequence[Sequence[Edit]]
) -> None:
    with desk(SMALL) as one:
        one.take_in([*BASE, *beginning])
        before = one.marks()
        for edits in work:
            touched = one.take_in(edits)
            after = one.marks()
            if EVERYTHING not in touched:
                assert changed_subjects(before, after) <= touched
            before = after


def news(number: int, day: date, **more: object) -> Put:
    uri = f"tin-tuc/{day:%Y/%m}/tin-{number:03}.md"
    values = {"title": f"Tin {number}", "date": day.isoformat(), "section": "x"}
    return Put(uri, {**values, "bodies": ["ban"], **more})


def figures(value: int) -> list[dict[str, object]]:
    return [{"name": "Cán bộ nữ", "value": value, "unit": "người"}]


@pytest.mark.parametrize("stated", [{}, {"figures": figures(1)}], ids=["plain", "with a figure"])
def test_one_change_in_a_large_archive_touches_a_handful(stated: dict[str, object]) -> None:
    days = [date(2020, 1, 1) + timedelta(days=2 * number) for number in range(300)]
    many = [news(number, day, **stated) for number, day in enumerate(days)]
    middle = many[150].uri
    with desk() as one:
        one.take_in([*BASE, *many])
        before = one.marks()
        for edit in (
            news(999, date(2020, 5, 6), **stated),
            Alter(middle, "title", "Khác"),
            Alter(middle, "summary", "Tóm tắt"),
            Alter(middle, "status", "draft"),
            Delete(many[20].uri),
        ):
            touched = one.take_in([edit])
            after = one.marks()
            changed = changed_subjects(before, after)
            assert changed <= touched
            assert 3 <= len(touched) <= len(changed) + len(SINGLE) + 10
            assert len(touched) < 35
            before = after


FILLING = [news(number, date(2020, 5, 2 + number)) for number in range(20)]
FIRST, LAST = date(2020, 5, 1), date(2020, 6, 1)
MEETING = {"date": "2020-04-01", "bodies": ["vp"]}


def report(year: int) -> dict[str, object]:
    """Return a meeting, each on a day of its own, on nine months of a year."""
    day = f"{year + 1}-01-20"
    return {"date": day, "bodies": ["ban"], "period": {"year": year, "months": "1-9"}}


def near(number: int, day: date, **more: object) -> Put:
    """Return an article of no body, with a section of its own."""
    return news(number, day, **{"section": "y", "bodies": [], **more})


def concluding(item: str) -> Put:
    values = {"title": "Kết luận", "date": "2020-04-01", "number": "9/TB-VP", "issuer": "ban"}
    return Put("van-ban/2020/9-tb-vp.md", {"kind": "TB", **values}, f"1. {item}")


def notice(slug: str, number: str, **more: object) -> Put:
    """Return a document of a body that no other one shares."""
    values = {"kind": "TB", "title": slug, "number": number, "issuer": f"cua-{slug}"}
    return Put(f"van-ban/2020/{slug}.md", {**values, "date": "2020-03-05", **more})


@pytest.mark.parametrize(
    ("beginning", "edit", "subject"),
    [
        pytest.param(
            [
                news(90, FIRST, meeting=MEETING),
                *(near(n, date(2020, 5, 9), bodies=["vp"]) for n in range(80, 85)),
                near(91, LAST, meeting=MEETING),
            ],
            Alter(news(90, FIRST).uri, "title", "Khác"),
            near(91, LAST).uri,
            id="a record of the same meeting",
        ),
        pytest.param(
            [
                near(90, FIRST, meeting=report(2019)),
                *(near(n, date(2020, 5, 9), bodies=["ban"]) for n in range(80, 85)),
                near(91, LAST, meeting=report(2020)),
            ],
            Alter(near(90, FIRST).uri, "title", "Khác"),
            near(91, LAST).uri,
            id="a report on the same months of the next year",
        ),
        pytest.param(
            [notice("cu", "3/TB"), notice("moi", "4/TB", replaces=["3/TB"])],
            Delete(notice("moi", "4/TB").uri),
            notice("cu", "3/TB").uri,
            id="a document that another one replaced",
        ),
        pytest.param(
            [notice("cu", "3/TB"), notice("moi", "4/TB", replaces=["3/TB"])],
            notice("khac", "3/TB", issuer="vp"),
            notice("moi", "4/TB").uri,
            id="a document that cites a number which two bear now",
        ),
        pytest.param(
            [
                near(90, FIRST, meeting=report(2019), figures=figures(650)),
                *(near(n, date(2020, 5, 9), meeting=report(2019)) for n in range(80, 87)),
                near(91, LAST, meeting=report(2020), figures=figures(681)),
            ],
            Alter(near(90, FIRST).uri, "figures", figures(640)),
            near(91, LAST).uri,
            id="a report that compares its figure with that of the year before",
        ),
        pytest.param(
            [
                near(90, FIRST, bodies=["vp"], figures=figures(650)),
                *(near(n, date(2020, 5, 9), bodies=["vp"], figures=figures(1)) for n in (80, 81)),
                *(near(n, date(2020, 9, 9), bodies=["vp"], figures=figures(1)) for n in (82, 83)),
                *(near(n, date(2020, 12, 9), bodies=["vp"]) for n in range(84, 89)),
                near(91, date(2021, 4, 28), bodies=["vp"], figures=figures(681)),
            ],
            Delete(near(90, FIRST).uri),
            near(91, date(2021, 4, 28)).uri,
            id="a record about a year later that states the same figure",
        ),
        pytest.param(
            [near(90, FIRST, meeting=report(2019), figures=figures(650))],
            Alter(near(90, FIRST).uri, "status", "withdrawn"),
            "to-chuc/ban/",
            id="the page of a body whose figures were withdrawn",
        ),
        pytest.param(
            [Put("to-chuc/cu.md", {"name": "Cũ", "succeeded_by": "vp"})],
            near(90, LAST, bodies=["cu"]),
            "to-chuc/vp/",
            id="the page of a successor",
        ),
        pytest.param(
            [news(90 + n, FIRST, people=[{"name": "Trần Hoà"}]) for n in range(6)],
            near(99, LAST, people=[{"name": "Trần Hòa"}]),
            "nguoi/tran-hoa/2020/",
            id="all pages of somebody spelled otherwise now",
        ),
        pytest.param(
            [near(90, LAST, people=[{"name": "Lê An"}]) for n in range(6)],
            Alter(near(90, LAST).uri, "people", None),
            "nguoi/le-an/",
            id="the page of somebody whom nobody names any more",
        ),
        pytest.param(
            [near(n, FIRST, bodies=["vp"]) for n in range(90, 93)]
            + [near(93, LAST, bodies=["vp"])],
            Delete(near(93, LAST).uri),
            "to-chuc/vp/2020/thang-5/",
            id="the pages of all months when a year holds few again",
        ),
        pytest.param(
            [near(n, FIRST, bodies=["vp"]) for n in range(90, 92)],
            near(99, date(2019, 5, 1), bodies=["vp"]),
            "to-chuc/vp/2020/",
            id="the pages of all years when one page cannot hold all any more",
        ),
        pytest.param(
            [
                Put("to-chuc/cu.md", {"name": "Cũ", "succeeded_by": "ban"}),
                near(90, FIRST, meeting={**report(2019), "bodies": ["cu"]}),
                near(91, LAST, meeting=report(2020)),
            ],
            Alter(near(90, FIRST).uri, "title", "Khác"),
            near(91, LAST).uri,
            id="a report of the body that this one followed",
        ),
        pytest.param(
            [near(90, FIRST, meeting=report(2019)), near(91, LAST, meeting=report(2020))],
            Alter(near(90, FIRST).uri, "title", "Khác"),
            f"@meeting/hop/{report(2020)['date']}/ban",
            id="the meeting on the same months of the next year",
        ),
        pytest.param(
            [near(90, FIRST, meeting=MEETING)],
            near(91, LAST, meeting=MEETING),
            "@meeting/hop/2020-04-01/vp",
            id="a meeting that several tell of now",
        ),
        pytest.param(
            [near(90, FIRST, meeting=MEETING)],
            near(91, LAST, meeting={**MEETING, "date": "2020-04-02"}),
            "@meetings/vp",
            id="the page of a body's meetings",
        ),
        pytest.param(
            [],
            concluding('Ghi nhận.\n   {: to="cu" }'),
            "@tasks/to-chuc/cu",
            id="the tasks of a body that only the editor names",
        ),
        pytest.param(
            [concluding('Ghi nhận.\n   {: to="cu" }')],
            Alter(concluding("").uri, "date", "2020-08-01"),
            "@register/2020-04",
            id="the register's month that a notice leaves",
        ),
        pytest.param(
            [
                Put("to-chuc/cu.md", {"name": "Cũ", "succeeded_by": "vp"}),
                concluding('Ghi nhận.\n   {: to="cu; vp" }'),
            ],
            Delete(concluding("").uri),
            "@tasks/to-chuc/vp",
            id="the tasks of a successor",
        ),
        pytest.param(
            [near(90, FIRST), near(91, LAST)],
            near(92, date(2020, 5, 20)),
            near(90, FIRST).uri,
            id="the neighbour in the section",
        ),
        pytest.param(
            [
                near(90, date(2019, 5, 1), field=["y tế"]),
                near(91, FIRST, field=["Y TẾ"]),
                near(92, LAST, field=["Y TẾ"]),
            ],
            Alter(near(92, LAST).uri, "field", ["y tế"]),
            "linh-vuc/y-te/2019/",
            id="another year of a field that goes by another name",
        ),
    ],
)
def test_change_touches_what_shows_it_however_far(
    beginning: Sequence[Edit], edit: Edit, subject: str
) -> None:
    with desk(SMALL) as one:
        issuers = [Put(f"to-chuc/cua-{slug}.md", {"name": slug}) for slug in ("cu", "moi", "khac")]
        one.take_in([*BASE, *issuers, *FILLING, *beginning])
        before = one.marks()
        touched = one.take_in([edit])
        changed = changed_subjects(before, one.marks())
        assert subject in changed <= touched
        assert EVERYTHING not in touched


@pytest.mark.parametrize(
    ("edit", "is_everything"),
    [
        (Alter("to-chuc/ban.md", "name", "Tên khác"), True),
        (Alter("chuyen-muc/x.md", "name", "Tên khác"), True),
        (Put("to-chuc/moi.md", {"name": "Mới"}), True),
        (Delete("to-chuc/cu.md"), True),
        (Put("nguoi/le-an.md", {"name": "Lê An"}), True),
        (Put("to-chuc/ban.md", {"name": "Cơ quan ban"}, "Lập năm 2001."), False),
        (Alter("to-chuc/ban.md", "redirect_from", ["cu/ban"]), False),
    ],
)
def test_what_all_may_refer_to_touches_everything_but_by_its_own_text(
    edit: Edit, is_everything: bool
) -> None:
    with desk() as one:
        one.take_in([*BASE, news(1, date(2020, 5, 5))])
        before = one.marks()
        touched = one.take_in([edit])
        assert (EVERYTHING in touched) is is_everything
        if not is_everything:
            assert changed_subjects(before, one.marks()) <= touched


def test_nothing_changed_touches_nothing() -> None:
    with desk() as one:
        article = news(1, date(2020, 5, 5))
        one.take_in([*BASE, article])
        for edits in ([], [article]):
            assert one.take_in(edits) <= set(SINGLE)


def test_file_that_comes_touches_those_who_link_to_it() -> None:
    """A draft may link to what is not there yet."""
    draft = news(1, date(2020, 5, 5), status="draft", photos=[{"src": "../../a.png"}])
    with desk() as one:
        one.take_in([*BASE, draft, news(2, date(2020, 5, 5))])
        touched = one.take_in([PutFile("tin-tuc/a.png", "x")])
        assert touched - set(SINGLE) == {draft.uri}
