"""A day of any year, wherever one can be written, is told of or built; no arithmetic overflows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree

from tests.unit.archive import SMALL, Archive

BODY = "---\nname: Ban\n{}---\n"
DATE = "date: 2020-03-09"
NEWS = f"---\ntitle: Tin\n{DATE}\nsection: x\nbodies: [ban]\n{{}}---\n\nChữ.\n"
NOTICE = (
    f"---\nkind: TB\nnumber: 5/TB\ntitle: Kết luận\n{DATE}\nissuer: ban\n{{}}---\n\n"
    "1. Giao Ban báo cáo"
)
FIELDS = {
    "news": lambda day: {
        f"tin-tuc/{day[:7].replace('-', '/')}/a.md": NEWS.format("").replace("2020-03-09", day)
    },
    "hour": lambda day: {
        f"tin-tuc/{day[:7].replace('-', '/')}/a.md": NEWS.format("").replace(
            "2020-03-09", f"{day} 23:59:59"
        )
    },
    "zone": lambda day: {
        f"tin-tuc/{day[:7].replace('-', '/')}/a.md": NEWS.format("").replace(
            "2020-03-09", f"{day}T01:00:00+14:00"
        )
    },
    "notice": lambda day: {
        f"van-ban/{day[:4]}/p.md": NOTICE.format("").replace("2020-03-09", day) + ".\n"
    },
    "due": lambda day: {
        "van-ban/2020/p.md": f'{NOTICE.format("")}.\n   {{: due="{day}" to="ban" }}\n'
    },
    "due in the text": lambda day: {
        "van-ban/2020/p.md": f"{NOTICE.format('')} trước ngày "
        f"{day[8:]}/{day[5:7]}/{day[:4]}, trong thời hạn 999 ngày.\n"
    },
    "effective": lambda day: {"van-ban/2020/p.md": NOTICE.format(f"effective: {day}\n") + ".\n"},
    "meeting": lambda day: {
        "van-ban/2020/p.md": NOTICE.format(f"meeting: {{date: {day}, bodies: [ban]}}\n") + ".\n",
        "tin-tuc/2020/03/a.md": NEWS.format(f"meeting: {{date: {day}, bodies: [ban]}}\n"),
    },
    "period": lambda day: {
        "tin-tuc/2020/03/a.md": NEWS.format(
            f"meeting: {{date: 2020-03-09, bodies: [ban], period: {{year: {int(day[:4])}}}}}\n"
            "figures: [{name: Hộ nghèo, value: 3}]\n"
        )
    },
    "figure": lambda day: {
        "tin-tuc/2020/03/a.md": NEWS.format(f"figures: [{{name: Hộ, value: 3, as_of: {day}}}]\n")
    },
    "active": lambda day: {"to-chuc/ban.md": BODY.format(f"active: {{from: {day}, to: {day}}}\n")},
    "changes": lambda day: {
        "tin-tuc/2020/03/a.md": NEWS.format(f"changes: [{{date: {day}, note: Sửa}}]\n")
    },
    "views": lambda day: {"tin-tuc/2020/03/a.md": NEWS.format(f"views: 3\nviews_as_of: {day}\n")},
    "captured": lambda day: {
        "tin-tuc/2020/03/a.md": NEWS.format(f"source: {{captured: {day} 23:59}}\n")
    },
}


@pytest.mark.parametrize("field", sorted(FIELDS))
@pytest.mark.parametrize("year", [1, 1800, 2200, 9999])
def test_a_year_is_told_of_or_built(tmp_path: Path, field: str, year: int) -> None:
    archive = Archive(tmp_path, SMALL)
    day = f"{year:04}-12-31"
    sound = {
        "chuyen-muc/x.md": "---\nname: Mục\n---\n",
        "to-chuc/ban.md": BODY.format(""),
        "tin-tuc/2020/03/khac.md": NEWS.format(""),
    }
    for uri, text in {**sound, **FIELDS[field](day)}.items():
        path = archive.docs / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    told = archive.build(today=date(2200, 12, 31)).problems
    checked = check_records(DocsTree.of_folder(archive.docs), today=date(2200, 12, 31))
    assert checked.problems == told
    lowest = 1945 if field == "period" else 1800
    if field == "due in the text":
        assert not told
        assert (year in (1, 9999)) <= any("năm" in one.message for one in checked.warnings)
    else:
        assert bool(told) is not (lowest <= year <= 2200)
        assert all(one.message and one.hint for one in told)
    assert bool(archive.site.exists()) is not bool(told)
