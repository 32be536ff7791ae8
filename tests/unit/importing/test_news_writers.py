"""The writer of a news item, at its head, at its end, or nowhere."""

from __future__ import annotations

import pytest
from bantin.importing.news import parse_news
from bantin.importing.proposal import Context, Sure
from bantin.records.models import Article
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft

from tests.unit.importing.samples import capture_of
from tests.unit.importing.test_news_heads import (
    LEAD,
    TEXT,
    TITLE,
    article_of,
    fact,
    guesses,
    propose,
)


@pytest.mark.parametrize(
    ("head", "author"),
    [
        (f"{TITLE}\n\nHải Đồi 14:05, 07/09/2021", "Hải Đồi"),
        (f"{TITLE}\n\nVĂN MÂY - TRẦN ĐỒI 07/09/2021 14:05", "VĂN MÂY - TRẦN ĐỒI"),
        (f"{TITLE}\n\nThu Mây 14:05, 07/09/2021", "Thu Mây"),
        (f"{TITLE}\n\nBảo Mây |", "Bảo Mây"),
        (f"{TITLE}\n\nHoàng Đồi", "Hoàng Đồi"),
    ],
)
def test_a_name_in_the_head_is_the_writer_and_a_guess(head: str, author: str) -> None:
    proposal = propose(head)
    assert article_of(proposal).author == author
    assert (article_of(proposal).title, article_of(proposal).summary) == (TITLE, LEAD)
    assert fact(proposal, "author").sure is Sure.GUESSED


def test_a_writer_that_the_head_calls_so_is_read() -> None:
    proposal = propose(f"{TITLE}\nChi tiết\nViết bởi Lò Thị Mây\nĐược đăng: 07/09/2021 14:05")
    assert article_of(proposal).author == "Lò Thị Mây"
    assert fact(proposal, "author").sure is Sure.READ


@pytest.mark.parametrize(
    ("last", "author", "sure"),
    [
        ("Tác giả: Lò Thị Mây", "Lò Thị Mây", Sure.READ),
        ("Tác giả: Lò Mây - Cầm Đồi", "Lò Mây - Cầm Đồi", Sure.READ),
        ("Tin, ảnh: Lan Đồi", "Tin, ảnh: Lan Đồi", Sure.READ),
        ("Tin, ảnh: Thế Mây –Thanh Đồi", "Tin, ảnh: Thế Mây –Thanh Đồi", Sure.READ),
        ("Tin, ảnh: B.NG", "Tin, ảnh: B.NG", Sure.READ),
        ("Bài và ảnh: VĂN MÂY", "Bài và ảnh: VĂN MÂY", Sure.READ),
        ("Thực hiện: Xuân Mây - Ngọc Đồi", "Thực hiện: Xuân Mây - Ngọc Đồi", Sure.READ),
        ("M.T", "M.T", Sure.READ),
        ("Ng.Hải", "Ng.Hải", Sure.READ),
        ("THP", "THP", Sure.READ),
        ("NGUYỄN HOA MÂY", "NGUYỄN HOA MÂY", Sure.GUESSED),
        ("Trang Lê", "Trang Lê", Sure.GUESSED),
        ("NAM MÂY - TUẤN ĐỒI", "NAM MÂY - TUẤN ĐỒI", Sure.GUESSED),
        ("Trần Mây (TTXVN)", "Trần Mây (TTXVN)", Sure.GUESSED),
        ("(Lan Đồi)", "Lan Đồi", Sure.GUESSED),
    ],
)
@pytest.mark.parametrize("behind", ["", "\n\nChia sẻ bài viết\n\nBÌNH LUẬN"])
def test_a_writer_stands_at_the_end(last: str, author: str, sure: Sure, behind: str) -> None:
    proposal = propose(f"{TITLE}\n07/09/2021", last + behind)
    assert (article_of(proposal).author, article_of(proposal).body) == (author, TEXT)
    assert fact(proposal, "author").sure is sure


@pytest.mark.parametrize(
    "last",
    [
        "Nguồn tin: Cổng Thông tin điện tử huyện",
        "Theo Báo Đồi Mây",
        "Báo Đồi Mây",
        "Hà Nội",
        "Sở Công Thương",
        "Ban Biên Tập",
        "Việt Nam",
        "Chợ mở cửa lại từ tuần sau.",
    ],
)
def test_a_source_or_a_place_at_the_end_is_no_writer_and_stays(last: str) -> None:
    proposal = propose(f"{TITLE}\n07/09/2021", last)
    assert article_of(proposal).author is None
    assert article_of(proposal).body == f"{TEXT}\n\n{last}"
    assert fact(proposal, "author").sure is Sure.OPEN


@pytest.mark.parametrize("line", ["Người đăng: quantri", "Posted by admin", "Đăng bởi: Văn Thư"])
def test_who_typed_an_item_is_no_writer(line: str) -> None:
    assert article_of(propose(f"{TITLE}\n07/09/2021\n{line}")).author is None


def test_an_agency_before_the_text_is_no_writer() -> None:
    proposal = propose(f"{TITLE}\n07/09/2021", lead=f"(ĐM) - {LEAD}")
    assert article_of(proposal).author is None
    assert article_of(proposal).summary == f"(ĐM) - {LEAD}"


@pytest.mark.parametrize(
    "ends", [("IV", "M.L"), ("Lò Văn Thử", "Cầm Thị Mẫu"), ("M.L", "T.H", "N.A")]
)
def test_of_two_lines_that_could_be_the_writer_none_is(ends: tuple[str, ...]) -> None:
    proposal = propose(f"{TITLE}\n07/09/2021 14:05", "\n\n".join(ends))
    assert fact(proposal, "author").sure is Sure.OPEN
    body = article_of(proposal).body
    assert [line for line in body.split("\n\n") if line in ends] == list(ends)


def test_a_line_within_the_text_is_no_writer_where_one_stands_at_the_end() -> None:
    proposal = propose(f"{TITLE}\n07/09/2021 14:05", "IV\n\nHết phần.\n\nM.L")
    article = article_of(proposal)
    assert article.author == "M.L"
    assert article.body.split("\n\n")[-2:] == ["IV", "Hết phần."]


def test_two_writers_contradict_each_other_aloud() -> None:
    proposal = propose(f"{TITLE}\nHải Đồi 14:05, 07/09/2021", "Tác giả: Lò Mây")
    assert article_of(proposal).author == "Lò Mây"
    assert "còn có tên “Hải Đồi”" in guesses(proposal)


# What a portal prints behind an article.


@pytest.mark.parametrize(
    "line",
    [
        *("THƯ KÝ CHỦ TRÌ", "CHỦ TỌA", "KÝ TÊN", "BÍ THƯ", "THƯ KÝ CUỘC HỌP", "Thư Ký Chủ Tọa"),
        *(
            "Chủ tịch",
            "Trưởng thôn",
            "Giám đốc",
            "ĐẠI DIỆN HỘ DÂN",
            "NGƯỜI LẬP BIỂU",
            "UBND",
            "TUV",
        ),
    ],
)
def test_who_signs_a_paper_is_no_writer(line: str) -> None:
    proposal = propose(f"{TITLE}\n07/09/2021 14:05", end=line)
    assert article_of(proposal).author is None
    assert fact(proposal, "author").sure is Sure.OPEN


@pytest.mark.parametrize(
    "line", ["Có chủ trương mới về đất bãi bồi", "Có chú Tư sang chơi", "A - A là hai tổ của bản"]
)
def test_a_line_that_only_looks_like_a_button_stays(line: str) -> None:
    body = article_of(propose(f"{TITLE}\n25/04/2019 08:15", line)).body
    assert line in body.replace("\\", "")


@pytest.mark.parametrize("line", ["- Cầu treo bản Thử.", "- Hết.", "- Bản Một, bản Hai"])
def test_lines_of_the_head_are_the_text_where_nothing_stands_below(line: str) -> None:
    text = f"a\nNgày đăng: 12/03/2026 09:15\n\n{line}\n\nTác giả: Lò Mẫu"
    record = parse_news(capture_of(text), Context(Registry(), None)).record
    assert isinstance(record, UnfinishedDraft)
    article = record.stand_in
    assert isinstance(article, Article)
    assert line in (article.summary, article.body)
