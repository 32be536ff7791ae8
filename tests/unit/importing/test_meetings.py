"""Meetings in openings of news and notices; all names and events are made up."""

from __future__ import annotations

import datetime as dt

import pytest
from bantin.importing.bodies import BodyResolver
from bantin.importing.meetings import FoundMeeting, find_meeting
from bantin.records.registry import Registry

PUBLISHED = dt.date(2026, 12, 20)


def find(opening: str, published: dt.date | None = PUBLISHED) -> FoundMeeting:
    bodies = BodyResolver(Registry(), None)
    return find_meeting("", [opening], published=published, bodies=bodies)


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Sáng 5/3, UBND huyện Mộc Lâm họp.", (5, 3)),
        ("Chiều 21.4, UBND huyện Mộc Lâm họp.", (21, 4)),
        ("Ngày 19 - 12, UBND huyện Mộc Lâm họp phiên thường kỳ.", (19, 12)),
        ("Ngày 17 – 9, UBND huyện Mộc Lâm họp phiên thường kỳ.", (17, 9)),
        ("Sáng ngày 5-3, UBND huyện Mộc Lâm họp.", (5, 3)),
        ("(ML) - Tối 5-3, UBND huyện Mộc Lâm họp.", (5, 3)),
        ("Sáng nay (5.3), UBND huyện Mộc Lâm họp.", (5, 3)),
        ("Chiều qua 5.3, UBND huyện Mộc Lâm họp.", (5, 3)),
        ("Ngày 28-10, UBND huyện Mộc Lâm họp thường kỳ tháng 10-2026.", (28, 10)),
        ("Ngày 5.3.2026, UBND huyện Mộc Lâm họp.", (5, 3)),
        (
            "Chiều 19-5, UBND huyện Mộc Lâm họp giao ban việc theo Kết luận số 1-KL/TU ngày "
            "18-4-2026.",
            (19, 5),
        ),
        ("Theo Công văn số 7/UBND ngày 2/3/2026, sáng 5/3, UBND huyện Mộc Lâm họp.", (5, 3)),
        ("Mừng Ngày Quốc tế Phụ nữ 8/3, sáng 5/3, UBND huyện Mộc Lâm họp.", (5, 3)),
        ("Để xong việc trước ngày 30/4, sáng 5/3, UBND huyện Mộc Lâm họp.", (5, 3)),
    ],
)
def test_the_day_of_a_meeting_is_read_as_papers_print_it(
    opening: str, day: tuple[int, int]
) -> None:
    meeting = find(opening).meeting
    assert meeting
    assert (meeting.date.day, meeting.date.month, meeting.date.year) == (*day, 2026)


@pytest.mark.parametrize(
    "opening",
    [
        "UBND huyện Mộc Lâm họp và chia cho mỗi xã 2.5 tỷ đồng.",
        "Ngày 5-7/3, UBND huyện Mộc Lâm họp.",
        "Ngày 5 và 6/3, UBND huyện Mộc Lâm họp.",
        "Ngày 5 - 7 tháng 3, UBND huyện Mộc Lâm họp.",
        "Lễ kỷ niệm ngày sinh cụ Lò Văn Nháp (7/4/1907 - 7/4/2026) và họp của dòng họ.",
        "UBND huyện Mộc Lâm họp, giao việc xong trước ngày 30/4.",
        "Sáng 5/3, Hội LHPN huyện Mộc Lâm họp mặt đầu xuân.",
        "Ngày 7/7/2026, UBND huyện Mộc Lâm đã có Thông báo số 704 về cuộc họp bàn việc chợ.",
        "Ngày 31.2, UBND huyện Mộc Lâm họp.",
        "Sáng 5/3, mưa to ở huyện Mộc Lâm.",
    ],
)
def test_no_day_is_taken_that_is_not_the_meetings(opening: str) -> None:
    assert find(opening).meeting is None


def test_a_meeting_to_come_stays_in_its_year() -> None:
    found = find("Ngày 25/3, UBND huyện Mộc Lâm sẽ họp.", dt.date(2026, 3, 12))
    assert found.meeting
    assert found.meeting.date == dt.date(2026, 3, 25)
    assert "sau ngày đăng" in "\n".join(found.guesses)


def test_a_meeting_of_december_told_in_january_was_last_year() -> None:
    found = find("Ngày 28/12, UBND huyện Mộc Lâm họp.", dt.date(2026, 1, 2))
    assert found.meeting
    assert found.meeting.date == dt.date(2025, 12, 28)


def test_without_a_day_of_publication_only_a_full_day_counts() -> None:
    assert find("Sáng 5/3, UBND huyện Mộc Lâm họp.", None).meeting is None
    found = find("Sáng 5/3/2026, UBND huyện Mộc Lâm họp.", None)
    assert found.meeting
    assert found.meeting.date == dt.date(2026, 3, 5)
