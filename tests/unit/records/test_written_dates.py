"""Days and hours as people and systems write them: read, or refused with this very day."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from bantin.records.dates import Day, Moment
from bantin.text.dates import VIETNAM
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

DAY: TypeAdapter[date] = TypeAdapter(Day)
MOMENT: TypeAdapter[date | datetime] = TypeAdapter(Moment)


def refusal(adapter: TypeAdapter[date], written: object) -> tuple[str, str]:
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(written)
    told = caught.value.errors()[0]["ctx"]
    return told["message"], told["hint"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-10T02:14:49.000Z", "2026-11-10 09:14:49"),
        ("2026-11-10T02:14:49z", "2026-11-10 09:14:49"),
        ("2026-11-10T02:14:49+00:00", "2026-11-10 09:14:49"),
        ("2026-11-10T09:14:49.000+07:00", "2026-11-10 09:14:49"),
        ("2026-11-10 09:14:49 +0700", "2026-11-10 09:14:49"),
        ("2026-11-10 09:14:49,123456789 +07", "2026-11-10 09:14:49"),
        ("2026-11-10 09:14 GMT+7", "2026-11-10 09:14"),
        ("2026-11-10 02:14 UTC", "2026-11-10 09:14"),
        ("2026-11-10T09:14+07:00[Asia/Ho_Chi_Minh]", "2026-11-10 09:14"),
        ("2026-11-09 21:14:00-0500", "2026-11-10 09:14"),
        ("2026-11-30T18:00:00Z", "2026-12-01 01:00"),
        ("2026-11-10 15h30", "2026-11-10 15:30"),
        ("2026-11-10 15 giờ 30 phút", "2026-11-10 15:30"),
        ("2026-11-10, 15h", "2026-11-10 15:00"),
        ("2026-11-10 7 giờ 5", "2026-11-10 07:05"),
        ("2026-11-10 8:30", "2026-11-10 08:30"),
        ("2026-11-10 3:30 PM", "2026-11-10 15:30"),
        ("2026-11-10 12:05 SA", "2026-11-10 00:05"),
        ("2026-11-10 12:05 ch", "2026-11-10 12:05"),
        ("2026/11/10", "2026-11-10"),
        ("2026.1.5", "2026-01-05"),
        ("2026–11–10", "2026-11-10"),
        ("2026‑11‑10\u00a015:30", "2026-11-10 15:30"),
        ("1800-01-01", "1800-01-01"),
        ("2200-12-31 23:59", "2200-12-31 23:59"),
    ],
)
def test_what_begins_with_the_year_is_read_in_the_hours_of_viet_nam(
    written: str, meant: str
) -> None:
    assert MOMENT.dump_python(MOMENT.validate_python(written)) == meant


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("10/11/2026 15:30", "năm-tháng-ngày", "viết 2026-11-10 15:30 nếu là ngày 10 tháng 11"),
        ("10-11-2026", "năm-tháng-ngày", "viết 2026-11-10 nếu là ngày 10 tháng 11 năm 2026"),
        ("10.11.26", "năm-tháng-ngày", "viết 2026-11-10 nếu"),
        ("ngày 10/11/2026", "năm-tháng-ngày", "viết 2026-11-10 nếu"),
        ("ngày 10 tháng 11 năm 2026", "năm-tháng-ngày", "viết 2026-11-10 nếu"),
        ("15h30 ngày 10/11/2026", "năm-tháng-ngày", "viết 2026-11-10 15:30 nếu"),
        ("10/11/2026 3:30:00 CH", "năm-tháng-ngày", "viết 2026-11-10 15:30 nếu"),
        ("10/11/2026 02:14 UTC", "năm-tháng-ngày", "viết 2026-11-10 09:14 nếu"),
        ("11/25/2026 3:30 PM", "năm-tháng-ngày", "viết 2026-11-25 15:30 nếu là ngày 25"),
        ("Nov 10, 2026", "năm-tháng-ngày", "viết 2026-11-10 nếu"),
        ("10-Nov-2026", "năm-tháng-ngày", "viết 2026-11-10 nếu"),
        ("Tue, 10 Nov 2026 02:14:49 +0000", "năm-tháng-ngày", "viết 2026-11-10 09:14 nếu"),
        ("20261110T021449Z", "năm-tháng-ngày", "viết 2026-11-10 09:14 nếu"),
        ("20261110", "năm-tháng-ngày", "viết 2026-11-10 nếu"),
        ("46336.39", "dạng số của Excel", "viết 2026-11-10"),
        ("1794276889", "dạng số của máy", "viết 2026-11-10 09:14"),
        ("1794276889000", "dạng số của máy", "viết 2026-11-10 09:14"),
        ("2026-11", "thiếu ngày trong tháng", "từ 2026-11-01 đến 2026-11-30"),
        ("02/2028", "thiếu ngày trong tháng", "từ 2028-02-01 đến 2028-02-29"),
        ("2026-02-30", "không có ngày 2026-02-30", "từ 2026-02-01 đến 2026-02-28"),
        ("31/11/2026", "không có ngày 2026-11-31", "từ 2026-11-01 đến 2026-11-30"),
        ("2026-13-10", "không có ngày 2026-13-10", "nếu là ngày 13 tháng 10 thì viết 2026-10-13"),
        ("2026-11-10 24:00", "không có giờ 24:00", "chỉ viết 2026-11-10"),
        ("2026-11-10 09:14 EST", "không rõ múi giờ “EST”", "viết 2026-11-10 09:14"),
        ("2026-11-10 09:14+25:00", "không rõ múi giờ “+25:00”", "viết 2026-11-10 09:14"),
        ("2026-11-10 8:3", "không đọc được giờ “8:3”", "ví dụ 2026-11-10 15:30"),
        ("2026-11-10 chiều", "không đọc được giờ “chiều”", "chỉ viết 2026-11-10"),
        ("0001-01-01", "năm 0001 không thể đúng", "từ 1800 đến 2200"),
        ("9999-12-31T23:00:00Z", "năm 9999 không thể đúng", "từ 1800 đến 2200"),
        ("2200-12-31T23:00:00Z", "năm 2201 không thể đúng", "từ 1800 đến 2200"),
        ("hôm nay", "“hôm nay” không phải là ngày", "năm-tháng-ngày"),
        ("10/11/2026" * 20, "…” không phải là ngày", "năm-tháng-ngày"),
    ],
)
def test_a_moment_is_refused_for_what_is_wrong_and_with_this_very_day(
    written: str, message: str, hint: str
) -> None:
    told = refusal(MOMENT, written)
    assert message in told[0]
    assert hint in told[1]
    for proposed in re.findall(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?", told[1]):
        assert MOMENT.dump_python(MOMENT.validate_python(proposed)) == proposed


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-10 15:30", "2026-11-10"),
        ("2026-11-09T17:00:00.000Z", "2026-11-10"),
        ("2026-11-10 24:00", "2026-11-10"),
        ("10/11/2026 15:30", "2026-11-10"),
        ("1794276889", "2026-11-10"),
        ("Tue, 10 Nov 2026 02:14:49 +0000", "2026-11-10"),
    ],
)
def test_where_only_a_day_may_stand_the_hint_has_no_hour(written: str, meant: str) -> None:
    _, hint = refusal(DAY, written)
    assert re.findall(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d)?", hint) == [meant]


@pytest.mark.parametrize("year", [1, 999, 1799, 2201, 9999])
def test_a_day_from_our_own_code_has_the_same_bounds(year: int) -> None:
    assert f"năm {year:04}" in refusal(DAY, date(year, 12, 31))[0]
    assert f"năm {year:04}" in refusal(MOMENT, datetime(year, 12, 31, tzinfo=VIETNAM))[0]


@settings(max_examples=500)
@given(st.text("0123456789-/.: TZ+hngàytháSACHPMNovJan,'’[]{}", max_size=30))
def test_whatever_is_written_is_read_within_the_bounds_or_refused(written: str) -> None:
    for adapter in (MOMENT, DAY):
        try:
            found = adapter.validate_python(written)
        except ValidationError as error:
            told = error.errors()[0]["ctx"]
            assert told["message"]
            assert told["hint"]
        else:
            assert 1800 <= found.year <= 2200
            assert adapter.validate_python(adapter.dump_python(found)) == found
