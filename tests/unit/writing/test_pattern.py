"""Last period's record is found, and what it proposes is who and where, one period on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from bantin.records.models import Article, Document
from bantin.records.parts import Period
from bantin.writing.docs_folder import DocsFolder
from bantin.writing.pattern import Pattern, find_pattern, following

from tests.unit.writing.archive import make_docs


@pytest.fixture
def docs(tmp_path: Path) -> DocsFolder:
    return make_docs(tmp_path)


def found(
    docs: DocsFolder, kind: type[Article] | type[Document], body: str, day: str
) -> Pattern | None:
    return find_pattern(docs, kind, body, dt.date.fromisoformat(day))


def test_the_latest_meeting_before_is_found_of_the_same_kind_first(docs: DocsFolder) -> None:
    news = found(docs, Article, "ban-mau", "2020-10-01")
    assert news
    assert news.record.slug == "hop"
    notice = found(docs, Document, "ban-mau", "2020-10-01")
    assert notice
    assert notice.record.slug == "7-tb-vp"
    other = found(docs, Article, "ban-mau", "2020-07-02")  # not before itself
    assert other
    assert other.record.slug == "7-tb-vp"


def test_there_is_none_before_the_first_meeting_and_for_a_part_of_a_name(docs: DocsFolder) -> None:
    assert found(docs, Article, "ban-mau", "2019-12-18") is None
    assert found(docs, Article, "ban", "2021-01-01") is None


def test_withdrawn_records_are_no_pattern(docs: DocsFolder) -> None:
    path = docs.docs_dir / "tin-tuc/2020/07/hop.md"
    path.write_text(path.read_text("utf-8").replace("people:", "status: withdrawn\npeople:", 1))
    pattern = found(docs, Article, "vp-mau", "2020-10-01")
    assert pattern is None


@pytest.mark.parametrize(
    ("before", "day", "after"),
    [
        ((2020, 1, 6), "2020-10-05", (2020, 1, 9)),
        ((2020, 1, 9), "2020-12-20", (2020, 1, 12)),
        ((2020, 1, 12), "2021-04-03", (2021, 1, 3)),
        ((2020, 1, 12), "2021-06-25", (2021, 1, 6)),
        ((2020, 1, 12), "2021-12-20", (2021, 1, 12)),
        ((2020, 1, 12), "2022-05-01", (2021, 1, 12)),
        ((2020, 4, 6), "2020-10-05", (2020, 7, 9)),
        ((2020, 10, 12), "2021-04-05", (2021, 1, 3)),
        ((2020, 12, 12), "2021-02-01", (2021, 1, 1)),
        ((2020, 7, 12), "2021-07-01", (2021, 1, 6)),
    ],
)
def test_a_period_is_followed_by_the_next_of_its_kind(
    before: tuple[int, int, int], day: str, after: tuple[int, int, int]
) -> None:
    period = following(Period(year=before[0], months=before[1:]), dt.date.fromisoformat(day))
    assert (period.year, *period.months) == after


def test_a_title_goes_one_period_on_only_where_that_is_sure(docs: DocsFolder) -> None:
    pattern = found(docs, Article, "ban-mau", "2020-10-01")
    assert pattern
    nine = Period(year=2020, months=(1, 9))
    assert pattern.next_title(nine) == "Ban Mẫu họp đánh giá 9 tháng đầu năm 2020"
    assert pattern.next_title(None) == ""
    both = "Đánh giá 6 tháng đầu năm, bàn nhiệm vụ 6 tháng cuối năm 2020"
    unsure = Pattern(pattern.record.model_copy(update={"title": both}), pattern.meeting)
    assert unsure.next_title(nine) == ""


def test_people_and_places_are_proposed_but_no_conclusion_and_no_figure(docs: DocsFolder) -> None:
    news = found(docs, Article, "ban-mau", "2020-10-01")
    assert news
    assert news.proposals() == {
        "people": [{"name": "Nguyễn Thị Mẫu", "positions": ["Trưởng ban"]}],
        "meeting": {"venue": "Phòng họp số 1", "chairs": ["Nguyễn Thị Mẫu"]},
    }
    notice = found(docs, Document, "ban-mau", "2020-10-01")
    assert notice
    assert notice.proposals() == {
        "place": "Mẫu",
        "signer": {
            "authority": ["KT. CHÁNH VĂN PHÒNG"],
            "position": "PHÓ CHÁNH VĂN PHÒNG",
            "name": "Lê Văn Mẫu",
        },
        "recipients": ["Như trên"],
    }
