from __future__ import annotations

import datetime as dt
import time

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.news import parse_news
from bantin.importing.proposal import Context
from bantin.importing.provinces import find_province
from bantin.records.models import Article, RecordFile, Section
from bantin.records.parts import Meeting, Period, PersonMention, Photo
from bantin.records.registry import Registry
from bantin.text.dates import VIETNAM

from tests.unit.importing.samples import NEWS, capture_of

SECTION = Section(
    file=RecordFile("chuyen-muc/hoat-dong.md", "chuyen-muc/hoat-dong/", "hoat-dong", "", 1, ""),
    name="Hoạt động",
    aliases=("Tin hoạt động",),
)


def parse(text: str, registry: Registry | None = None, province: str = "Bến Tre") -> Article:
    context = Context(registry or Registry(), find_province(province))
    record = parse_news(capture_of(text), context).record
    assert isinstance(record, Article)
    return record


def guesses(article: Article) -> str:
    assert article.source
    return "\n".join(article.source.guesses)


def test_every_fact_of_a_news_item() -> None:
    article = parse(NEWS)
    assert article.title.startswith("Ban Vì sự tiến bộ của phụ nữ tỉnh sơ kết 6 tháng")
    assert article.file.src_uri.startswith("tin-tuc/2019/07/ban-vi-su-tien-bo-cua-phu-nu-tinh-so")
    assert article.date == dt.datetime(2019, 7, 4, 2, 15, tzinfo=VIETNAM)
    assert not article.time_verified
    assert (article.views, article.author) == (1207, "T.H")
    assert article.views_as_of is None
    assert article.publisher is None
    assert article.section == "tin-hoat-dong"
    assert article.summary is not None
    assert article.summary.startswith("Sáng ngày 4/7")
    assert article.summary.endswith("đồng chủ trì cuộc họp.")
    assert article.bodies == (
        "ban-vi-su-tien-bo-phu-nu-tinh-ben-tre",
        "ubnd-tinh-ben-tre",
        "so-noi-vu-tinh-ben-tre",
        "tinh-uy-ben-tre",
    )
    assert [(one.name, one.value, one.unit) for one in article.figures] == [
        ("Xã được kiểm tra", 12, "xã")
    ]
    assert "Số liệu “Xã được kiểm tra”: 12 xã (câu “Nửa năm qua có 12 xã" in guesses(article)
    assert "cần người xem lại" in guesses(article)
    assert article.people == (
        PersonMention(
            name="Bùi Thị Mẫu",
            positions=(
                "TUV",
                "Phó Chủ tịch UBND tỉnh",
                "Trưởng Ban Vì sự tiến bộ của phụ nữ tỉnh",
            ),
        ),
        PersonMention(name="Cao Văn Thử", positions=("Giám đốc Sở Nội vụ",)),
        PersonMention(
            name="Đào Thị Ví Dụ", former=("nguyên Trưởng ban Vì sự tiến bộ phụ nữ tỉnh",)
        ),
    )
    assert article.meeting == Meeting(
        date=dt.date(2019, 7, 4),
        bodies=("ban-vi-su-tien-bo-phu-nu-tinh-ben-tre",),
        period=Period(year=2019, months=(1, 6)),
        venue="Hội trường lớn",
        chairs=("Bùi Thị Mẫu", "Cao Văn Thử"),
    )
    (photo,) = article.photos
    assert photo == Photo(
        caption="Giám đốc Sở Nội vụ Cao Văn Thử trao quà cho nguyên Trưởng ban Vì sự tiến bộ phụ "
        "nữ tỉnh Đào Thị Ví Dụ"
    )
    first, second = article.body.split("\n\n")
    assert "bình đăng giới" in first
    assert second.endswith("Tỉnh ủy...")


def test_the_raw_header_the_digest_and_every_guess_are_kept() -> None:
    article = parse(NEWS)
    assert article.source
    assert article.source.header == (
        "TIN HOẠT ĐỘNG",
        "cms-publish-date 04/07/2019 | 02:15 \u00a0|\u00a0cms-view-count: 1207",
    )
    assert article.source.file == "bai.txt"
    assert article.source.sha256 == capture_of(NEWS).sha256
    assert (article.source.system, article.source.captured) == (None, None)
    for told in (
        "Chú thích của ảnh đã mất",
        "Giờ đăng 02:15 không khớp với “Sáng ngày 4/7”",
        "hiểu là 04/07/2019",
        "tỉnh Bến Tre",
        "hiểu là 6 tháng đầu năm 2019",
        "Cơ quan họp",
        "Chủ trì: Bùi Thị Mẫu, Cao Văn Thử",
    ):
        assert told in guesses(article)


def test_a_known_section_is_found_by_name_or_alias() -> None:
    assert parse(NEWS, Registry.of([], [SECTION], [])).section == "hoat-dong"


@pytest.mark.parametrize(
    ("hour", "said", "verified"),
    [
        ("10:30", "Sáng ngày 4/7", True),
        ("06:59", "Sáng 4/7", False),
        ("11:00", "Chiều ngày 4/7", False),
        ("15:00", "Chiều ngày 4/7", True),
        ("02:15", "Chiều ngày 3/7", True),
        ("02:15", "Ngày 4/7", True),
    ],
)
def test_the_hour_is_doubted_only_where_the_text_contradicts_it(
    hour: str, said: str, verified: bool
) -> None:
    text = NEWS.replace("02:15", hour).replace("Sáng ngày 4/7", said)
    assert parse(text).time_verified is verified


def test_a_lead_of_very_many_days_is_read_in_time() -> None:
    text = NEWS.replace("Sáng ngày 4/7", "ngày 1/1/2020 đến " * 20_000)
    began = time.perf_counter()
    parse(text)
    assert time.perf_counter() - began < 10


def test_a_day_without_an_hour_is_a_date() -> None:
    assert parse(NEWS.replace("| 02:15", "")).date == dt.date(2019, 7, 4)


def test_a_meeting_in_december_told_of_in_january_was_last_year() -> None:
    text = NEWS.replace("04/07/2019", "02/01/2020").replace("4/7", "28/12")
    meeting = parse(text).meeting
    assert meeting is not None
    assert meeting.date == dt.date(2019, 12, 28)


@pytest.mark.parametrize("last", ["M.L", "N.T.H", "TH", "Tin, ảnh: Lan Chi", "Nguyễn Văn Bút"])
def test_the_writer_stands_on_the_last_line(last: str) -> None:
    article = parse(NEWS.removesuffix("T.H") + last)
    assert article.author == last
    assert last not in article.body


def test_a_last_sentence_is_no_writer() -> None:
    article = parse(NEWS.removesuffix("T.H") + "Nguồn: Báo tỉnh")
    assert article.author is None
    assert article.body.endswith("Nguồn: Báo tỉnh")
    assert "tác giả" in guesses(article)


def test_a_few_words_without_a_full_stop_may_be_a_heading_and_stay() -> None:
    article = parse(NEWS.replace("Nửa năm qua", "Kết quả chung\n\nNửa năm qua"))
    assert article.body.startswith("Kết quả chung\n\n")
    assert len(article.photos) == 1
    assert "“Kết quả chung” không có dấu chấm cuối" in guesses(article)


def test_a_text_without_a_meeting_has_none() -> None:
    text = "TIN\n\nTặng quà\ncms-publish-date 04/07/2019 | 10:15\n\nNgày 3/7, mưa to.\n\nT.H"
    article = parse(text)
    assert (article.meeting, article.bodies, article.body) == (None, (), "")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("TIN HOẠT ĐỘNG\n", "", "dòng chuyên mục"),
        ("04/07/2019", "31/02/2019", "31/02/2019 không phải là một ngày"),
        ("04/07/2019", "04/07/0019", "04/07/0019 không phải là một ngày"),
        ("02:15", "25:15", "không có giờ 25:15"),
        ("04/07/2019 |", "hôm qua |", "cần đúng dạng"),
        ("cms-view-count: 1207", "lượt xem 1207", "cần đúng dạng"),
        ("TIN HOẠT ĐỘNG", "***", "không phải là tên chuyên mục"),
        (NEWS.partition("1207")[2], "", "không có đoạn văn nào"),
    ],
)
def test_what_cannot_be_read_is_refused(old: str, new: str, why: str) -> None:
    assert old in NEWS
    with pytest.raises(ImportRefusedError, match=why):
        parse(NEWS.replace(old, new, 1))
