from __future__ import annotations

import datetime as dt
import time

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.capture import FieldName
from bantin.importing.news import parse_news
from bantin.importing.proposal import Context, Fact, Proposal, Sure
from bantin.importing.reading.capture_builder import CaptureBuilder
from bantin.records.models import Article, RecordFile, Section
from bantin.records.parts import Meeting, Period, PersonMention, Photo
from bantin.records.provinces import find_province
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft
from bantin.text.dates import VIETNAM

from tests.unit.importing.samples import NEWS, capture_of

SECTION = Section(
    file=RecordFile("chuyen-muc/hoat-dong.md", "chuyen-muc/hoat-dong/", "hoat-dong", "", 1, ""),
    name="Hoạt động",
    aliases=("Tin hoạt động",),
)


TITLE = "Huyện Mộc Lâm bàn việc trồng rừng vụ xuân"
LEAD = "Sáng 9/4, UBND huyện Mộc Lâm họp với các xã về việc trồng rừng vụ xuân năm nay."
TEXT = "Các xã kể lại những chỗ còn vướng trong việc giao đất và chọn cây giống."


def propose(text: str, registry: Registry | None = None, province: str = "Bến Tre") -> Proposal:
    context = Context(registry or Registry(), find_province(province))
    return parse_news(capture_of(text), context)


def parse(text: str, registry: Registry | None = None, province: str = "Bến Tre") -> Article:
    record = propose(text, registry, province).record
    assert isinstance(record, Article)
    return record


def facts(proposal: Proposal) -> dict[str, Fact]:
    return {fact.field: fact for fact in proposal.facts}


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
    ("old", "new", "key", "note"),
    [
        ("TIN HOẠT ĐỘNG\n", "", "section", "không thấy tên chuyên mục"),
        ("TIN HOẠT ĐỘNG", "***", "section", "không phải là tên chuyên mục"),
        ("04/07/2019", "31/02/2019", "date", "31/02/2019 02:15 không phải là một ngày có thật"),
        ("04/07/2019", "04/07/0019", "date", "04/07/0019 02:15 không phải là một ngày có thật"),
        ("04/07/2019 |", "hôm qua |", "date", "không thấy ngày đăng"),
    ],
)
def test_what_the_head_does_not_say_is_left_open(old: str, new: str, key: str, note: str) -> None:
    assert old in NEWS
    proposal = propose(NEWS.replace(old, new, 1))
    assert isinstance(proposal.record, UnfinishedDraft)
    assert proposal.record.missing == (key,)
    fact = facts(proposal)[key]
    assert (fact.sure, fact.value) == (Sure.OPEN, "")
    assert note in fact.note
    assert proposal.record.title == (facts(proposal)["title"].value)


def test_an_hour_that_no_clock_shows_is_left_out_and_told() -> None:
    article = parse(NEWS.replace("02:15", "25:15"))
    assert article.date == dt.date(2019, 7, 4)
    assert "không có giờ 25:15" in guesses(article)


def test_an_item_without_text_is_refused() -> None:
    with pytest.raises(ImportRefusedError, match="không có đoạn văn nào"):
        parse(NEWS.partition("1207")[0] + "1207")


def test_an_undated_item_lies_where_undated_drafts_lie() -> None:
    proposal = propose(f"{TITLE}\n\n{LEAD}\n\n{TEXT}")
    assert isinstance(proposal.record, UnfinishedDraft)
    assert proposal.record.missing == ("date", "section")
    assert proposal.record.file.src_uri.startswith("tin-tuc/chua-ro-ngay/huyen-moc-lam-ban-")
    assert facts(proposal)["title"].sure is Sure.GUESSED


def test_an_item_without_a_title_is_named_by_its_first_words() -> None:
    proposal = propose(f"{LEAD}\n\n{TEXT}")
    assert isinstance(proposal.record, UnfinishedDraft)
    assert proposal.record.missing == ("title", "date", "section")
    assert "/sang-9-4-ubnd-huyen-moc-lam" in proposal.record.file.src_uri


# Fields that the original names itself, headings, tables and pictures.


def captured(*fields: tuple[FieldName, str], head: str = "") -> CaptureBuilder:
    builder = CaptureBuilder("tin.html", "0" * 64, file_format="html", system="nukeviet")
    for name, text in fields:
        builder.field(name, text, f"thẻ {name.value}")
    if head:
        builder.paragraph(head)
    return builder


def finish(builder: CaptureBuilder, registry: Registry | None = None) -> Proposal:
    builder.paragraph(LEAD)
    builder.paragraph(TEXT)
    return parse_news(builder.build(), Context(registry or Registry()))


GIVEN = (
    (FieldName.TITLE, "Huyện Mộc Lâm bàn việc trồng rừng vụ xuân"),
    (FieldName.DATE, "2024-04-10T16:20:00+07:00"),
    (FieldName.SECTION, "Nông nghiệp"),
)


def test_fields_that_the_original_names_win_over_its_lines() -> None:
    head = "Ngày đăng: 11/04/2024 08:00 - Lượt xem: 5"
    proposal = finish(captured(*GIVEN, (FieldName.AUTHOR, "Lò Thị Mẫu"), head=head))
    article = proposal.record
    assert isinstance(article, Article)
    assert article.date == dt.datetime(2024, 4, 10, 16, 20, tzinfo=VIETNAM)
    assert (article.title, article.author) == (GIVEN[0][1], "Lò Thị Mẫu")
    assert (article.section, article.views) == ("nong-nghiep", 5)
    told = "thẻ date ghi 2024-04-10T16:20:00+07:00, dòng 1 ghi “11/04/2024 08:00”"
    assert told in guesses(article)
    assert facts(proposal)["date"].sure is Sure.GUESSED
    assert facts(proposal)["author"].where == "thẻ author"
    assert article.source
    assert article.source.system == "nukeviet"


def test_equal_places_contradict_nothing_and_a_field_gets_its_hour_from_the_text() -> None:
    fields = (GIVEN[0], (FieldName.DATE, "10/04/2024"), GIVEN[2])
    article = finish(captured(*fields, head="Thứ tư - 10/04/2024 16:20")).record
    assert isinstance(article, Article)
    assert article.date == dt.datetime(2024, 4, 10, 16, 20, tzinfo=VIETNAM)
    assert "Ngày đăng" not in guesses(article)


@pytest.mark.parametrize("account", ["admin", "Administrator", "Ban Biên tập", "webmaster"])
def test_the_account_that_typed_an_item_is_no_writer(account: str) -> None:
    article = finish(captured(*GIVEN, (FieldName.AUTHOR, account))).record
    assert isinstance(article, Article)
    assert article.author is None


@pytest.mark.parametrize(
    ("printed", "day", "hour"),
    [
        ("2024-04-10T22:30:00Z", dt.date(2024, 4, 11), 5),
        ("Wednesday, April 10, 2024 4:20 PM", dt.date(2024, 4, 10), 16),
        ("10/04/2024 16:20 PM", dt.date(2024, 4, 10), 16),
    ],
)
def test_a_field_of_a_date_is_read_as_it_stands(printed: str, day: dt.date, hour: int) -> None:
    article = finish(captured(GIVEN[0], (FieldName.DATE, printed), GIVEN[2])).record
    assert isinstance(article, Article)
    assert isinstance(article.date, dt.datetime)
    assert (article.date.date(), article.date.hour) == (day, hour)


def test_summary_tags_and_address_come_from_their_fields() -> None:
    builder = captured(
        *GIVEN,
        (FieldName.SUMMARY, LEAD),
        (FieldName.TAGS, "trồng rừng, Mộc Lâm; trồng rừng"),
        (FieldName.URL, "https://vidu.gov.vn/tin/1.html"),
    )
    article = finish(builder).record
    assert isinstance(article, Article)
    assert (article.summary, article.body) == (LEAD, TEXT)
    assert article.tags == ("trồng rừng", "Mộc Lâm")
    assert article.source
    assert article.source.url == "https://vidu.gov.vn/tin/1.html"


def test_headings_tables_and_pictures_keep_their_kind() -> None:
    builder = captured(*GIVEN)
    builder.paragraph(LEAD)
    builder.heading("1. Kết quả * chung", 1)
    builder.paragraph(TEXT)
    builder.table([["Xã", "Diện tích | ha"], ["Lâm Thượng", "12,5"]])
    name = builder.picture(b"anh", ".jpg", alt="Cây con")
    builder.caption("Người dân nhận cây con", name)
    lost = builder.picture(b"", ".png", address="/anh/2.png")
    builder.caption("Vườn ươm của huyện", lost)
    builder.heading("Việc sắp tới", 4)
    builder.paragraph("Huyện còn giao cây cho ba xã.")
    proposal = parse_news(builder.build(), Context(Registry()))
    article = proposal.record
    assert isinstance(article, Article)
    assert article.body == "\n\n".join(
        (
            "## 1\\. Kết quả \\* chung",
            TEXT,
            "| Xã | Diện tích &#124; ha |\n| --- | --- |\n| Lâm Thượng | 12,5 |",
            "#### Việc sắp tới",
            "Huyện còn giao cây cho ba xã.",
        )
    )
    assert article.photos == (
        Photo(src=name, alt="Cây con", caption="Người dân nhận cây con"),
        Photo(caption="Vườn ươm của huyện"),
    )
    assert "không có trong tệp (/anh/2.png)" in guesses(article)
    assert facts(proposal)["photos"].note == "1 ảnh chỉ còn chú thích"


def test_every_field_is_told_once_with_its_place() -> None:
    proposal = propose(NEWS)
    told = facts(proposal)
    assert len(told) == len(proposal.facts)
    assert [fact.field for fact in proposal.facts] == [
        "title",
        "date",
        "time_verified",
        "author",
        "views",
        "section",
        "summary",
        "bodies",
        "people",
        "figures",
        "meeting.date",
        "meeting.bodies",
        "meeting.venue",
        "meeting.chairs",
        "photos",
    ]
    assert (told["date"].value, told["date"].sure) == ("04/07/2019 02:15", Sure.READ)
    assert (told["date"].where, told["views"].where) == ("dòng 4", "dòng 4")
    assert told["time_verified"].sure is Sure.OPEN
    assert told["meeting.chairs"].value == "Bùi Thị Mẫu, Cao Văn Thử"


def test_without_a_meeting_no_fact_tells_of_one() -> None:
    text = "TIN\n\nTặng quà\ncms-publish-date 04/07/2019 | 10:15\n\nNgày 3/7, mưa to.\n\nT.H"
    assert not any(name.startswith("meeting") for name in facts(propose(text)))
