"""Captions, sub-headings and paragraphs; all that they tell is made up."""

from __future__ import annotations

import pytest
from bantin.importing.captions import is_caption, is_sure_caption
from bantin.importing.news import parse_news
from bantin.importing.proposal import Context
from bantin.records.models import Article
from bantin.records.registry import Registry

from tests.unit.importing.samples import capture_of

CAPTIONS = (
    "Quang cảnh hội nghị",
    "Quang cảnh buổi làm việc.",
    "Toàn cảnh phiên họp",
    "Một góc chợ Đồi Mây hôm nay. Ảnh: LÒ MÂY",
    "Người dân xã Đồi Mây nhận cây giống (Ảnh: TH)",
    "Chủ tịch huyện chỉ đạo: chợ phải sạch trước mùa mưa. Ảnh: Ng.Mây",
    "Các đại biểu dự hội nghị tại điểm cầu huyện Mộc Lâm.",
    "Các đại biểu tham gia tọa đàm.",
    "Đoàn Chủ tịch đại hội",
    "Đồng chí Cao Văn Thử, Phó Chủ tịch UBND huyện phát biểu tại hội nghị",
    "Giám đốc Sở Nội vụ Cao Văn Thử phát biểu.",
    "Trung tá Lò Văn Nháp trao quà cho học sinh xã Đồi Mây",
    "Lãnh đạo huyện Mộc Lâm tặng hoa chúc mừng các hộ",
    "Bà con xã Đồi Mây thu hoạch chè vụ xuân",
    "Các cháu học sinh xem triển lãm tranh về chợ",
)
SUB_HEADINGS = (
    "Nhận diện khó khăn, thách thức",
    "Phát triển hạ tầng giao thông, giáo dục, y tế",
    "Chợ xưa, chợ nay",
    "Người giữ lửa của bản",
    "Diện tích chè tăng “nóng”",
    "Tăng cường quản lý đất công ích của các xã",
    "Nhiều hoạt động trao quà, tặng nhà cho người nghèo",
    "Quan tâm phát triển đảng viên ở vùng cao",
    "Từ phong trào đến hiệu quả thực tế ở cơ sở",
    "Phát biểu kết luận, chỉ đạo của lãnh đạo huyện",
    "Một góc nhìn khác về chợ phiên",
    "Về phát triển kinh tế - xã hội",
)
PARAGRAPHS = (
    "Các đại biểu dự hội nghị đã thảo luận và thống nhất với báo cáo.",
    "Quang cảnh nơi đây ngày càng khang trang, bà con phấn khởi.",
    "Toàn huyện có 12 xã đạt chuẩn.",
    "Ảnh hưởng của cơn bão đến chợ rất lớn.",
    "Ông Cao Văn Thử kể chuyện chợ xưa.",
    "Đồng chí Cao Văn Thử phát biểu, các hộ vỗ tay; buổi họp kết thúc.",
)


def article_with(line: str) -> Article:
    text = (
        "TIN\n\nHuyện Mộc Lâm sắp xếp chợ\ncms-publish-date 04/07/2019 | 10:15\n\n"
        f"Huyện Mộc Lâm dồn sức cho chợ phiên.\n\n{line}\n\nCác hộ đã ký cam kết.\n\nT.H"
    )
    record = parse_news(capture_of(text), Context(Registry())).record
    assert isinstance(record, Article)
    return record


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_caption_tells_of_a_picture(line: str) -> None:
    article = article_with(line)
    assert [photo.caption for photo in article.photos] == [line]
    assert line not in article.body
    assert article.source
    assert f"Chú thích của ảnh đã mất: “{line}”" in "\n".join(article.source.guesses)


@pytest.mark.parametrize("line", SUB_HEADINGS)
def test_a_sub_heading_stays_where_it_stands_and_is_told(line: str) -> None:
    article = article_with(line)
    assert (article.photos, article.body) == ((), f"{line}\n\nCác hộ đã ký cam kết.")
    assert article.source
    assert f"“{line}” không có dấu chấm cuối" in "\n".join(article.source.guesses)


@pytest.mark.parametrize("line", PARAGRAPHS)
def test_a_paragraph_is_no_caption(line: str) -> None:
    article = article_with(line)
    assert (article.photos, article.body) == ((), f"{line}\n\nCác hộ đã ký cam kết.")


def test_a_long_text_that_ends_with_a_credit_is_no_caption() -> None:
    assert not is_sure_caption(f"{'chữ ' * 80}. Ảnh: Lò Mây")
    assert not is_caption("trao quà " * 40)


def test_a_caption_above_the_lead_is_no_lead() -> None:
    text = (
        "TIN\n\nHuyện Mộc Lâm sắp xếp chợ\ncms-publish-date 04/07/2019 | 10:15\n\n"
        "Quang cảnh hội nghị\n\nHuyện Mộc Lâm dồn sức cho chợ phiên.\n\nCác hộ đã ký cam kết."
    )
    article = parse_news(capture_of(text), Context(Registry())).record
    assert isinstance(article, Article)
    assert article.summary == "Huyện Mộc Lâm dồn sức cho chợ phiên."
    assert [photo.caption for photo in article.photos] == ["Quang cảnh hội nghị"]
