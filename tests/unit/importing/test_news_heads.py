"""Heads and ends of news as portals and papers print them; all that they tell is made up."""

from __future__ import annotations

import datetime as dt

import pytest
from bantin.importing.capture import FieldName
from bantin.importing.head_lines import DayLabel, read_head_line
from bantin.importing.news import parse_news
from bantin.importing.proposal import Context, Fact, Proposal, Sure
from bantin.importing.reading.capture_builder import CaptureBuilder
from bantin.records.models import Article
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft
from bantin.text.dates import VIETNAM

from tests.unit.importing.samples import capture_of

TITLE = "Ban Quản lý chợ Đồi Mây họp bàn việc sắp xếp quầy hàng"
LEAD = "Sáng 7/9, Ban Quản lý chợ Đồi Mây họp với các hộ để bàn việc sắp xếp lại quầy hàng."
TEXT = "Các hộ góp ý về lối đi, chỗ để xe và giờ mở cửa của chợ trong mùa mưa năm nay."


def propose(head: str, end: str = "", *, lead: str = LEAD) -> Proposal:
    text = "\n\n".join(filter(None, (head, lead, TEXT, end)))
    return parse_news(capture_of(text), Context(Registry()))


def article_of(proposal: Proposal) -> Article:
    record = proposal.record
    article = record.stand_in if isinstance(record, UnfinishedDraft) else record
    assert isinstance(article, Article)
    return article


def fact(proposal: Proposal, key: str) -> Fact:
    (found,) = (one for one in proposal.facts if one.field == key)
    return found


def guesses(proposal: Proposal) -> str:
    source = article_of(proposal).source
    assert source
    return "\n".join(source.guesses)


def repairs(proposal: Proposal) -> str:
    source = article_of(proposal).source
    assert source
    return "\n".join(source.repairs)


AT_14_05 = dt.datetime(2021, 9, 7, 14, 5, tzinfo=VIETNAM)
ON_7_9 = dt.date(2021, 9, 7)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Ngày đăng: 07/09/2021 14:05", AT_14_05),
        ("Ngày đăng : 14:05, 07/09/2021", AT_14_05),
        ("Thứ 3, 07/09/2021 | 14:05", AT_14_05),
        ("Thứ ba - 07/09/2021 14:05", AT_14_05),
        ("Thứ Ba, 07/09/2021, 14:05 (GMT+7)", AT_14_05),
        ("Thứ Ba, 07/09/2021, 14:05 [GMT+7]", AT_14_05),
        ("07/09/2021 - 14:05", AT_14_05),
        ("14:05 | 07/09/2021", AT_14_05),
        ("14:05, 07/09/2021", AT_14_05),
        ("14:5', 7/9/2021 (GMT+7)", AT_14_05),
        ("7/9/2021 14:5", AT_14_05),
        ("07/09/2021 14:05 PM", AT_14_05),
        ("07/09/2021 02:05 CH", AT_14_05),
        ("Thứ ba: 14:05 ngày 07/09/2021", AT_14_05),
        ("Thứ ba, ngày 7 tháng 9 năm 2021 | 14:05", AT_14_05),
        ("14 giờ 05 phút, ngày 07/09/2021", AT_14_05),
        ("Đăng lúc: 14h05 07-09-2021", AT_14_05),
        ("Gửi lúc: 07/09/2021 14:05:27", AT_14_05),
        ("Được đăng: Thứ ba, 07 Tháng 9 2021 14:05", AT_14_05),
        ("Tuesday, September 7, 2021 2:05 PM", AT_14_05),
        ("Tue, Day 07/09/2021 02:05 PM", AT_14_05),
        ("2021-09-07T14:05:00+07:00", AT_14_05),
        ("Tin đăng ngày: 7/9/2021", ON_7_9),
        ("Đăng ngày 07 - 09 - 2021", ON_7_9),
        ("(07/09/2021)", ON_7_9),
        ("07.09.2021", ON_7_9),
        ("Tháng Chín 7, 2021", ON_7_9),
        ("• Tuesday, 7th Sep 2021", ON_7_9),
        ("Posted on 07/09/2021 by admin", ON_7_9),
        ("Hà Nội, 07/09/2021", ON_7_9),
    ],
)
@pytest.mark.parametrize(
    "form", ["{title}\n{line}", "{line}\n\n{title}", "Xã hội\n\n{title}\n\n{line}"]
)
def test_a_day_is_read_in_the_ways_portals_print_it(
    line: str, date: dt.date | dt.datetime, form: str
) -> None:
    proposal = propose(form.format(title=TITLE, line=line))
    article = article_of(proposal)
    assert (article.title, article.date, article.author) == (TITLE, date, None)
    assert (article.summary, article.body) == (LEAD, TEXT)
    assert fact(proposal, "date").sure is Sure.READ


@pytest.mark.parametrize(
    ("head", "views"),
    [
        (f"{TITLE}\nNgày đăng: 07/09/2021 14:05\tLượt xem: 24", 24),
        (f"{TITLE}\nTin đăng ngày: 7/9/2021 - Xem: 40", 40),
        (f"{TITLE}\nThứ Ba, 07/09/2021, 14:05 (GMT+7) | Đã xem 12", 12),
        (f"{TITLE}\n07/09/2021\nLượt đọc: 1.312", 1312),
        (f"Lượt xem: 7370 | Gửi lúc: 07/09/2021 15:42:27\n{TITLE}", 7370),
        (f"Cập nhật ngày:\n07/09/2021\n- Lượt xem:\n46\n{TITLE}", 46),
        (f"{TITLE}\n07/09/2021\n87 lượt xem", 87),
        (f"{TITLE}\n07/09/2021 | Đã xem: 1.234 lần", 1234),
    ],
)
def test_views_are_read_where_a_word_says_so(head: str, views: int) -> None:
    proposal = propose(head)
    assert article_of(proposal).views == views
    assert fact(proposal, "views").sure is Sure.READ


@pytest.mark.parametrize(
    "line", ["Thứ ba - 07/09/2021 14:05    1.204", "07/09/2021 14:05 | 1204 | 0"]
)
def test_a_bare_number_behind_the_hour_is_guessed_to_be_views(line: str) -> None:
    proposal = propose(f"{TITLE}\n{line}")
    assert article_of(proposal).views == 1204
    assert fact(proposal, "views").sure is Sure.GUESSED


@pytest.mark.parametrize("line", ["07/09/2021", "07/09/2021 14:05 100%", "Thứ ba, 07/09/2021"])
def test_no_number_is_taken_for_views(line: str) -> None:
    assert article_of(propose(f"{TITLE}\n{line}")).views is None


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("Ngày đăng: 07/09/2021", "Cập nhật: 09/09/2021 08:00", False),
        ("Cập nhật lúc 09/09/2021", "Đăng ngày: 07/09/2021", False),
        ("Thứ năm, 09/09/2021", "Ngày đăng: 07/09/2021", False),
        ("Thứ năm, ngày 9 tháng 9 năm 2021", "Thứ ba, 07/09/2021", True),
    ],
)
def test_of_two_days_the_one_of_publication_counts(first: str, second: str, told: bool) -> None:
    proposal = propose(f"{first}\n{second}\n\n{TITLE}")
    assert article_of(proposal).day == ON_7_9
    assert fact(proposal, "date").sure is (Sure.GUESSED if told else Sure.READ)
    assert ("có thể là lúc chụp trang" in guesses(proposal)) is told


@pytest.mark.parametrize("clock", ["Thứ sáu, 10/09/2021", "Thứ sáu, ngày 23 tháng 8 năm 2019"])
def test_the_day_below_the_title_counts_not_that_of_the_look_at_the_page(clock: str) -> None:
    proposal = propose(f"{clock}\n\n{TITLE}\n\n14:05, 07/09/2021")
    assert article_of(proposal).date == AT_14_05


@pytest.mark.parametrize("line", ["Thứ Ba, 7 tháng 9, 2021", "Thứ ba, 07/09/2021"])
def test_a_weekday_above_everything_may_be_that_of_the_look_at_the_page(line: str) -> None:
    proposal = propose(f"{line}\n\n{TITLE}")
    assert article_of(proposal).date == ON_7_9
    assert fact(proposal, "date").sure is Sure.GUESSED


@pytest.mark.parametrize("line", ["Analytic", "Skip to main content", "Chờ...", "Chợ hàng quán"])
def test_a_short_line_that_nobody_knows_is_no_section(line: str) -> None:
    proposal = propose(f"{line}\n\n{TITLE}\n\n07/09/2021")
    assert article_of(proposal).title == TITLE
    assert fact(proposal, "section").sure is Sure.OPEN
    assert f"bỏ “{line}”" in repairs(proposal)


def test_a_day_of_an_update_alone_is_a_guess() -> None:
    proposal = propose(f"{TITLE}\nCập nhật lúc: 14:05 07/09/2021")
    assert article_of(proposal).date == AT_14_05
    assert fact(proposal, "date").sure is Sure.GUESSED
    assert "chỉ thấy ngày cập nhật" in guesses(proposal)


@pytest.mark.parametrize(
    "line",
    ["2 tháng 2 tuần trước", "Hôm qua", "Lịch tiếp công dân ngày 07/09/2021 tại trụ sở", "7/9"],
)
def test_what_names_no_day_of_publication_leaves_it_open(line: str) -> None:
    proposal = propose(f"{TITLE}\n\n{line}")
    assert isinstance(proposal.record, UnfinishedDraft)
    assert proposal.record.missing == ("date", "section")
    assert fact(proposal, "date").sure is Sure.OPEN
    assert line in article_of(proposal).body + (article_of(proposal).summary or "")


def test_a_day_below_the_lead_belongs_to_the_head() -> None:
    text = f"{TITLE}\n\n{LEAD}\n\nNgày đăng: 07/09/2021 14:05\n\n{TEXT}"
    article = article_of(parse_news(capture_of(text), Context(Registry())))
    assert (article.date, article.summary, article.body) == (AT_14_05, LEAD, TEXT)


def test_a_labelled_day_at_the_end_counts_where_the_head_has_none() -> None:
    proposal = propose(TITLE, "Ngày đăng: 07/09/2021")
    assert article_of(proposal).date == ON_7_9
    assert article_of(proposal).body == TEXT


# Sections and titles.


@pytest.mark.parametrize(
    ("head", "section"),
    [
        (f"Tin tức\n{TITLE}\n07/09/2021", "tin-tuc"),
        (f"TIN HOẠT ĐỘNG\n\n{TITLE}\n\n07/09/2021", "tin-hoat-dong"),
        (f"Chính trị\n14:05 | 07/09/2021\n{TITLE}", "chinh-tri"),
        (f"{TITLE}\nXã hội - Ngày đăng : 14:32, 07/09/2021", "xa-hoi"),
        (f"Trang chủ » Tổ chức » Chợ và siêu thị\n\n{TITLE}\n07/09/2021", "cho-va-sieu-thi"),
        (f"CHỢ VÀ HÀNG QUÁN\n\n{TITLE}\n\n07/09/2021", "cho-va-hang-quan"),
    ],
)
def test_a_section_stands_above_the_title_or_beside_the_day(head: str, section: str) -> None:
    proposal = propose(head)
    article = proposal.record
    assert isinstance(article, Article)
    assert (article.section, article.title) == (section, TITLE)
    assert fact(proposal, "section").sure is Sure.GUESSED


def test_a_title_of_several_lines_is_joined_and_told() -> None:
    proposal = propose("Chợ Đồi Mây mùa mưa:\nBàn chuyện sắp xếp quầy hàng\n07/09/2021")
    assert article_of(proposal).title == "Chợ Đồi Mây mùa mưa: Bàn chuyện sắp xếp quầy hàng"
    assert fact(proposal, "title").sure is Sure.GUESSED


def test_a_title_printed_twice_is_one() -> None:
    proposal = propose(f"{TITLE}\n.\n14:05, 07/09/2021\n\n{TITLE}")
    assert (article_of(proposal).title, article_of(proposal).summary) == (TITLE, LEAD)


def test_buttons_and_slogans_above_the_title_are_no_part_of_it_and_are_told() -> None:
    slogan = "Chào mừng quý vị đến với trang thông tin điện tử chợ Đồi Mây"
    head = f"{slogan}\nThư điện tử Liên hệ Sơ đồ trang\n\n{TITLE}\n\nĐăng ngày 07/09/2021\n100%"
    proposal = propose(head)
    assert article_of(proposal).title == TITLE
    assert f"bỏ “{slogan}”, “Thư điện tử Liên hệ Sơ đồ trang”" in repairs(proposal)


def test_an_unknown_line_above_the_title_is_kept_in_the_header_and_told() -> None:
    proposal = propose(f"Chợ là của chung, ai cũng giữ gìn\n\n{TITLE}\n07/09/2021")
    assert article_of(proposal).title == TITLE
    source = article_of(proposal).source
    assert source
    assert source.header == ("Chợ là của chung, ai cũng giữ gìn", "07/09/2021")
    assert "Dòng 1: bỏ “Chợ là của chung, ai cũng giữ gìn”" in repairs(proposal)


# Writers.


BEHIND = (
    "Tổng số điểm của bài viết là: 5 trong 1 đánh giá",
    "Click để đánh giá bài viết",
    "Ý kiến bạn đọc",
    "Bạn cần đăng nhập với tư cách là Thành viên chính thức để có thể bình luận.",
    "Những tin mới hơn",
    "Khai mạc giải đua thuyền trên hồ Mây (08/09/2021)",
    "Tin liên quan",
    "Họp tổ dân phố quý III",
    "08/09/2021",
    "In ra",
    "Gửi bài viết",
    "Facebook",
    "Từ khóa: chợ, quầy hàng",
    "* Mời bạn đọc vào chuyên mục Xã hội xem các tin, bài liên quan.",
    "Về đầu trang",
)


def test_words_of_the_portal_behind_an_article_are_dropped_and_told() -> None:
    proposal = propose(f"{TITLE}\n07/09/2021", "\n\n".join(("Tác giả: Lò Mây", *BEHIND)))
    assert (article_of(proposal).author, article_of(proposal).body) == ("Lò Mây", TEXT)
    for line in BEHIND:
        assert f"“{line}”" in repairs(proposal)


@pytest.mark.parametrize(
    "last",
    [
        "Kính mời bà con đến dự buổi họp tổ dân phố cho đông đủ.",
        "Hộ nào còn vướng mắc thì gặp Ban Quản lý chợ trước ngày 15/9 để được giải đáp.",
        "Thông báo này thay cho giấy mời",
        "- Hộ có quầy ở dãy A",
    ],
)
def test_a_paragraph_is_never_dropped_for_standing_near_the_end(last: str) -> None:
    article = article_of(propose(f"{TITLE}\n07/09/2021", f"{last}\n\nChia sẻ"))
    assert article.body.endswith(last)


def test_a_list_of_other_articles_within_the_text_stays_with_what_follows() -> None:
    end = f"Tin liên quan\n\nHọp tổ dân phố quý III\n\n{LEAD}"
    article = article_of(propose(f"{TITLE}\n07/09/2021", end))
    assert article.body == f"{TEXT}\n\nTin liên quan\n\nHọp tổ dân phố quý III\n\n{LEAD}"


# Lines by themselves.


@pytest.mark.parametrize(
    "line",
    [
        "Sáng 7/9, chợ Đồi Mây mở cửa lại.",
        "Kế hoạch họp chợ phiên từ ngày 07/09/2021 đến ngày 15/09/2021",
        "Xem xét việc thu phí chợ năm 2021",
        "Lượt về giải bóng đá chợ Đồi Mây",
    ],
)
def test_words_of_a_sentence_are_no_head(line: str) -> None:
    read = read_head_line(line)
    assert read.rest
    assert read.views is None


def test_labels_wait_for_their_value_on_the_next_line() -> None:
    assert read_head_line("- Lượt xem:").awaits == "views"
    assert read_head_line("46", "views").views == 46
    (day,) = read_head_line("07/09/2021", "updated").days
    assert (day.value, day.label) == (ON_7_9, DayLabel.UPDATED)


@pytest.mark.parametrize("printed", ["30/02/2021", "07/13/2021", "07/09/1021"])
def test_a_day_that_no_calendar_has_is_told_and_open(printed: str) -> None:
    proposal = propose(f"{TITLE}\nNgày đăng: {printed}")
    assert fact(proposal, "date").note == f"{printed} không phải là một ngày có thật"


@pytest.mark.parametrize("trail", ["Trang chủ › Đời sống", "Trang chủ » Tin tức » Đời sống"])
def test_a_trail_above_the_text_of_a_page_is_its_section_and_no_lead(trail: str) -> None:
    builder = CaptureBuilder("a.html", "0" * 64, file_format="html")
    builder.field(FieldName.TITLE, "Thêm hộ ở vùng cao có nước sạch", "đề mục của trang")
    builder.field(FieldName.DATE, "04/11/2025 14:05", "thẻ meta date")
    for text in (trail, "Chiều 3/11, hai công trình được đưa vào dùng.", "Dân góp công đào ống."):
        builder.paragraph(text)
    article = parse_news(builder.build(), Context(Registry())).record
    assert isinstance(article, Article)
    assert article.section == "doi-song"
    assert article.summary == "Chiều 3/11, hai công trình được đưa vào dùng."


@pytest.mark.parametrize(
    "line",
    [
        "Người gửi bình luận: Lò Thử, 30/09/2021",
        "Bình luận của Lò Thử - 30/09/2021 08:15",
        "Bạn đọc gửi ý kiến: 30/09/2021",
        "Phản hồi lúc 08:15 30/09/2021",
        "Trả lời bởi Quản trị 30/09/2021",
    ],
)
def test_the_day_of_a_comment_is_no_day_of_the_item(line: str) -> None:
    proposal = propose(TITLE, line)
    assert fact(proposal, "date").sure is Sure.OPEN


@pytest.mark.parametrize(
    "line",
    [
        "Ngày ban hành: 20/04/2019 - Ngày đăng: 25/04/2019 - Lượt xem: 8",
        "Ngày ký: 20/04/2019 | Đăng ngày 25/04/2019 | Lượt xem: 8",
        "Ngày đăng: 25/04/2019 | Ngày có hiệu lực: 01/05/2019 | Lượt xem: 8",
        "Ngày hiệu lực 01/01/2019, ngày đăng 25/04/2019, lượt xem 8",
    ],
)
def test_another_day_of_the_head_is_not_that_of_publication(line: str) -> None:
    proposal = propose(f"{TITLE}\n{line}")
    assert (fact(proposal, "date").value, fact(proposal, "date").sure) == ("25/04/2019", Sure.READ)
    assert (article_of(proposal).summary, article_of(proposal).views) == (LEAD, 8)


def test_a_day_of_issue_alone_is_no_day_of_publication() -> None:
    proposal = propose(f"{TITLE}\nNgày ban hành: 20/04/2019")
    assert fact(proposal, "date").sure is Sure.OPEN


@pytest.mark.parametrize(
    "line",
    [
        "Xem với cỡ chữ",
        "Bản in | Gửi email | Chia sẻ Facebook",
        "Xem với cỡ chữ | A- | A | A+",
        "In ra | Chia sẻ Zalo |",
    ],
)
def test_a_row_of_buttons_is_no_text(line: str) -> None:
    proposal = propose(f"{TITLE}\n25/04/2019 08:15\n{line}", line)
    assert article_of(proposal).summary == LEAD
    assert line not in article_of(proposal).body
