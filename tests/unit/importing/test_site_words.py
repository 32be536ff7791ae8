"""Words of a page around an article: they are no title, no views and no day of the article."""

from __future__ import annotations

import pytest
from bantin.importing.news import parse_news
from bantin.importing.news_words import ends_article, is_button
from bantin.importing.proposal import Context
from bantin.importing.proposed_files import needs_of
from bantin.records.models import Article
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft

from tests.unit.importing.samples import capture_of

TITLE = "Ban Quản lý chợ Đồi Mây họp bàn việc sắp xếp quầy hàng"
LEAD = "Sáng 7/9, Ban Quản lý chợ Đồi Mây họp với các hộ để bàn việc sắp xếp lại quầy hàng."
TEXT = "Các hộ góp ý về lối đi, chỗ để xe và giờ mở cửa của chợ trong mùa mưa năm nay."


def article_of(*parts: str) -> tuple[Article, tuple[str, ...]]:
    """Return the article and the keys that stayed open."""
    record = parse_news(capture_of("\n\n".join(parts)), Context(Registry())).record
    if isinstance(record, UnfinishedDraft):
        assert isinstance(record.stand_in, Article)
        return record.stand_in, record.missing
    assert isinstance(record, Article)
    return record, ()


@pytest.mark.parametrize(
    "words",
    [
        "Tăng cỡ chữ Giảm cỡ chữ",
        "Tăng cỡ chữ",
        "Phóng to cỡ chữ Thu nhỏ cỡ chữ Đặt lại cỡ chữ",
        "Xem cỡ chữ",
        "Đọc bài viết",
        "Xuất bản thông tin",
        "Hiển thị nội dung",
        "Web Content Display",
        "Truy cập nội dung luôn",
        "Skip to main content",
        "Portal - Block_Tin_Toolbar",
        "ENGLISH",
    ],
)
def test_buttons_and_names_of_parts_are_no_title(words: str) -> None:
    for head in (f"{words}\n07/09/2021\n{TITLE}", f"07/09/2021\n{words}\n{TITLE}"):
        article, _ = article_of(head, LEAD, TEXT)
        assert (article.title, article.day.isoformat()) == (TITLE, "2021-09-07")


@pytest.mark.parametrize(
    "words",
    [
        "Lượt truy cập: 114065940",
        "Tổng số lượt truy cập: 1.234.567",
        "Khách online:2570",
        "Số người đang truy cập: 12",
        "Truy cập hôm nay: 5.120",
        "Đang trực tuyến: 31",
    ],
)
def test_counters_of_the_site_are_no_views(words: str) -> None:
    article, _ = article_of(f"{TITLE}\n07/09/2021", LEAD, TEXT, words)
    assert article.views is None
    assert words not in article.file.body
    assert ends_article(words)


@pytest.mark.parametrize("words", ["Lượt xem: 24", "Số lần đọc: 24", "Đã xem: 24"])
def test_views_of_the_article_are_views(words: str) -> None:
    assert article_of(f"{TITLE}\n07/09/2021", LEAD, TEXT, words)[0].views == 24


@pytest.mark.parametrize(
    "words",
    ["Tiếng Anh", "Doanh nghiệp trực tuyến", "Khách mời trực tuyến: ông Lò Văn Thử", "Chợ_Đồi"],
)
def test_words_of_an_article_are_no_buttons(words: str) -> None:
    assert not is_button(words)
    assert not ends_article(words)


@pytest.mark.parametrize(
    "line",
    [
        "Sơn La, ngày 18 tháng 11 năm 2019",
        "Thành phố Huế, ngày 5 tháng 3 năm 2020",
        "Sơn La, ngày 05/03/2020",
    ],
)
def test_the_day_that_a_page_was_printed_on_is_left_open(line: str) -> None:
    article, missing = article_of(f"{line}\n{LEAD}", TEXT)
    assert "date" in missing
    assert article.source
    assert article_of(f"{TITLE}\n{line}\n{LEAD}", TEXT)[0].day.year in (2019, 2020)


@pytest.mark.parametrize(
    "line",
    ["Chính trị 07-09-2021", "Chính trị | 07/09/2021 14:05", "07/09/2021 - Chính trị", "Chính trị"],
)
def test_a_new_section_keeps_the_marks_of_its_name(line: str) -> None:
    day = "" if "2021" in line else "\n07/09/2021"
    head = f"{TITLE}\n{line}" if not day else f"{line}\n{TITLE}{day}"
    proposal = parse_news(capture_of("\n\n".join((head, LEAD, TEXT))), Context(Registry()))
    (section,) = needs_of(proposal, Registry()).sections
    assert (section.slug, section.printed) == ("chinh-tri", "Chính trị")
