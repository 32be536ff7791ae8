"""Nothing that bears a mark of state secrecy is published by an import. All is invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.importing.heading import parse_heading
from bantin.importing.plan import PlannedRecord, plan_record
from bantin.importing.proposal import Context
from bantin.importing.secrecy import SECRECY_GUESS, is_secrecy_mark
from bantin.records.models import Document
from bantin.records.registry import Registry

from tests.unit.importing.samples import capture_of

MARKS = (
    *("MẬT", "TỐI MẬT", "TUYỆT MẬT", "Mật", "(MẬT)", "* MẬT *", "M Ậ T", "T Ố I  M Ậ T"),
    *("Độ mật: Mật", "ĐỘ MẬT: TỐI MẬT", "MẬT - HỎA TỐC", "Hỏa tốc, mật", "BÍ MẬT NHÀ NƯỚC: MẬT"),
    *(
        "[ĐỘ TỐI MẬT]",
        "Tài liệu MẬT",
        "Tài liệu mật, cấm sao chụp.",
        "Chỉ người có tên mới được bóc bì",
        "TÀI LIỆU THU HỒI",
    ),
)
HEAD = """SỞ XÂY DỰNG TỈNH SƠN LA
{above}Số: 21/KH-SM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn La, ngày 10 tháng 3 năm 2021

KẾ HOẠCH
Về việc sửa cầu treo

Thực hiện chương trình, Sở lập kế hoạch như sau:
{within}
1. Làm việc thử.
"""
NEWS = """Xã Mẫu họp
Ngày đăng: 10/03/2021 08:00
{mark}
Sáng 9/3, xã Mẫu họp bàn việc sửa cầu treo.
Cuộc họp kết thúc lúc trưa.
"""


def plan(text: str) -> PlannedRecord:
    return plan_record(capture_of(text), Context(Registry()), Path("a.txt"), "published")


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("place", ["above", "within"])
def test_a_marked_document_stays_a_draft(mark: str, place: str) -> None:
    text = HEAD.format(**{"above": "", "within": "", place: f"{mark}\n"})
    record = plan(text).proposal.record
    assert isinstance(record, Document)
    assert record.status == "draft"
    assert record.source
    assert record.source.guesses.count(SECRECY_GUESS) == 1
    assert record.issuer == "so-xay-dung-tinh-son-la"


def test_an_unmarked_document_is_published_as_wished() -> None:
    record = plan(HEAD.format(above="", within="Cán bộ giữ bí mật nhà nước.")).proposal.record
    assert isinstance(record, Document)
    assert record.status == "published"


@pytest.mark.parametrize("mark", MARKS)
def test_news_with_a_mark_is_not_published(mark: str) -> None:
    text = plan(NEWS.format(mark=mark)).text
    assert "\nstatus: draft\n" in text


@pytest.mark.parametrize(
    "text",
    ["Mật ong", "Bí mật rừng già", "mật độ", "Mật khẩu", "Tuyệt mật 2", "Điều 8. Độ mật", "họ Mật"],
)
def test_other_words_are_no_mark(text: str) -> None:
    assert not is_secrecy_mark(text)


def test_a_mark_is_no_part_of_the_issuers_name() -> None:
    heading = parse_heading(capture_of(HEAD.format(above="LƯU HÀNH NỘI BỘ\n", within="")).blocks)
    assert heading.issuer_name == "SỞ XÂY DỰNG TỈNH SƠN LA"
