"""Options and answers make the same record; what is wrong is told, all at once or again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from bantin.records.models import Article, Document
from bantin.records.reader import parse_record
from bantin.writing.answers import Answers
from bantin.writing.docs_folder import DocsFolder
from bantin.writing.draft import compose_checked, make_draft
from bantin.writing.options import read_options
from bantin.writing.questions import ask_all

from tests.unit.writing.archive import make_docs

ABOUT = {"title": "Họp", "section": "chi-dao", "date": "2020-10-05"}


@pytest.fixture
def docs(tmp_path: Path) -> DocsFolder:
    return make_docs(tmp_path)


def write(answers: Answers | None) -> tuple[Article | Document, str]:
    assert answers
    draft = make_draft(answers)
    text = compose_checked(draft, day=dt.date(2020, 1, 1))
    record = parse_record(draft.src_uri, text.encode())
    assert isinstance(record, Article | Document)
    return record, text


def converse(docs: DocsFolder, *lines: str) -> tuple[Answers, list[str], list[str]]:
    """Answer in turn; return the answers, the prompts and the lines told."""
    prompts: list[str] = []
    told: list[str] = []
    left = iter(lines)

    def ask(prompt: str) -> str:
        prompts.append(prompt)
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    _, answers = ask_all(docs, ask, told.append)
    assert list(left) == []
    return answers, prompts, told


def test_options_make_a_draft_in_the_right_place(docs: DocsFolder) -> None:
    answers, problems = read_options(docs, {**ABOUT, "title": "Đánh giá: 9 tháng"})
    assert problems == []
    record, _ = write(answers)
    assert record.file.src_uri == "tin-tuc/2020/10/danh-gia-9-thang.md"
    assert record.status == "draft"


def test_fields_of_work_are_an_option_and_no_question(docs: DocsFolder) -> None:
    answers, problems = read_options(docs, {**ABOUT, "field": "Y tế;  giáo dục ;"})
    assert problems == []
    record, _ = write(answers)
    assert record.field == ("Y tế", "giáo dục")
    _, problems = read_options(docs, {**ABOUT, "field": "y tế; Y tế"})
    assert problems == ["--field: “y tế” và “Y tế” là một lĩnh vực; xóa một dòng"]
    _, prompts, _ = converse(docs, "", "5/10/2020", "", "", "Họp", "", "")
    assert not any("Lĩnh vực" in prompt for prompt in prompts)


def test_all_that_is_wrong_with_options_is_told_at_once(docs: DocsFolder) -> None:
    wrong = {"type": "van-ban", "section": "x", "date": "31/2/2020", "body": "so", "number": "abc"}
    _, problems = read_options(docs, wrong)
    told = [one.partition(":")[0] for one in problems]
    assert told == ["--section", "--date", "--body", "--issuer", "--number", "--title"]
    assert read_options(docs, {"type": "tho"})[1][0].startswith("--type: không có loại")


def test_an_option_without_what_it_needs_is_refused(docs: DocsFolder) -> None:
    _, problems = read_options(docs, {**ABOUT, "meeting": "2020-10-04", "period": "1-9/2020"})
    assert problems == ["--meeting: cần --body nói cơ quan nào họp"]
    _, problems = read_options(docs, {**ABOUT, "body": "bm", "period": "1-9/2020"})
    assert problems == ["--period: cần --meeting nói ngày họp"]


def test_a_taken_place_and_a_taken_number_are_refused_with_their_place(docs: DocsFolder) -> None:
    taken = {**ABOUT, "date": "2020-07-20", "slug": "hop"}
    _, problems = read_options(docs, taken)
    assert "đã có tin-tuc/2020/07/hop.md" in problems[0]
    assert "ví dụ hop-2" in problems[0]
    number = {"type": "van-ban", "title": "A", "date": "2019-01-02", "issuer": "vp-mau"}
    _, problems = read_options(docs, {**number, "number": "7/TB-VP", "slug": "khac"})
    assert len(problems) == 1
    assert "đã có ở van-ban/2019/7-tb-vp.md" in problems[0]
    assert read_options(docs, {**number, "number": "8/TB-VP"})[1] == []


def test_a_title_without_letters_asks_for_a_file_name(docs: DocsFolder) -> None:
    assert "--slug" in read_options(docs, {**ABOUT, "title": "…!"})[1][0]
    answers, problems = read_options(docs, {**ABOUT, "title": "Index"})
    assert problems == []
    assert write(answers)[0].slug == "index-1"


def test_the_pattern_stands_in_comments_and_only_there(docs: DocsFolder) -> None:
    about = {**ABOUT, "body": "ban-mau", "meeting": "2/10/2020"}
    answers, problems = read_options(docs, about)
    assert problems == []
    record, text = write(answers)
    assert record.people == ()
    assert record.figures == ()
    assert record.meeting
    assert record.meeting.bodies == ("ban-mau", "vp-mau")
    assert record.meeting.period is None
    assert record.meeting.chairs == ()
    assert "#    months: 1-9\n" in text
    assert "#  chairs:\n#    - Nguyễn Thị Mẫu\n" in text
    assert "#  - name: Nguyễn Thị Mẫu\n" in text
    assert "# Kỳ trước: “Ban Mẫu họp đánh giá 6 tháng đầu năm 2020”" in text
    assert "4321" not in text
    assert "bí mật" not in text
    plain, _ = read_options(docs, {**about, "pattern": "khong"})
    record, text = write(plain)
    assert record.meeting
    assert record.meeting.bodies == ("ban-mau",)
    assert "Nguyễn Thị Mẫu" not in text


def test_a_missing_title_is_told_with_what_it_could_be(docs: DocsFolder) -> None:
    about = {"date": "2020-10-05", "section": "1", "body": "bm", "meeting": "2/10/2020"}
    _, problems = read_options(docs, {**about, "period": "1-9/2020"})
    assert len(problems) == 1
    assert "Kỳ trước: “Ban Mẫu họp đánh giá 6 tháng" in problems[0]
    assert "có thể ghi “Ban Mẫu họp đánh giá 9 tháng đầu năm 2020”" in problems[0]


def test_enter_takes_what_the_pattern_proposes(docs: DocsFolder) -> None:
    answers, prompts, told = converse(
        docs, "", "5/10/2020", "1", "2/10/2020", "", "", "", "", "A.B", ""
    )
    record, _ = write(answers)
    assert isinstance(record, Article)
    assert record.title == "Ban Mẫu họp đánh giá 9 tháng đầu năm 2020"
    assert record.section == "tin-khac"
    assert record.author == "A.B"
    assert record.meeting
    assert record.meeting.period
    assert record.meeting.period.months == (1, 9)
    assert any(prompt.endswith("[1-9/2020; -: bỏ qua]: ") for prompt in prompts)
    assert any(line.startswith("Kỳ trước: ") for line in told)


def test_a_proposed_period_can_be_declined(docs: DocsFolder) -> None:
    answers, _, _ = converse(docs, "", "5/10/2020", "1", "2/10/2020", "", "-", "", "Họp", "", "")
    record, text = write(answers)
    assert record.meeting
    assert record.meeting.period is None
    assert "#    months: 1-9\n" in text


def test_a_declined_pattern_proposes_nothing(docs: DocsFolder) -> None:
    answers, _, told = converse(
        docs, "", "5/10/2020", "1", "2/10/2020", "-", "khong", "", "", "Họp", "", ""
    )
    record, text = write(answers)
    assert isinstance(record, Article)
    assert record.section == "chi-dao"
    assert "Nguyễn Thị Mẫu" not in text
    assert [line for line in told if "Chưa được" in line] == [
        "  Chưa được: không có câu trả lời “-”; ghi số thứ tự, tên tệp hoặc tên có trong kho."
    ]


def test_a_bad_answer_is_asked_again_with_the_reason(docs: DocsFolder) -> None:
    answers, prompts, told = converse(
        docs, "9", "1", "32/1/2020", "5/7/2020", "", "", "", "Họp", "", "hop", "hop-2"
    )
    assert write(answers)[0].slug == "hop-2"
    assert prompts.count("Loại bản ghi [tin]: ") == 2
    refused = [line for line in told if "Chưa được" in line]
    assert len(refused) == 4
    for line, why in zip(
        refused, ("không có số 9", "không có ngày", "bắt buộc", "đã có tin-tuc"), strict=True
    ):
        assert why in line


def test_a_document_follows_last_periods_kind_and_issuer(docs: DocsFolder) -> None:
    answers, _, _ = converse(
        docs, "2", "5/10/2020", "bm", "2/10/2020", "", "", "", "", "9/TB-VP", "Kết luận", ""
    )
    record, text = write(answers)
    assert isinstance(record, Document)
    assert (record.kind, record.issuer, record.slug) == ("TB", "vp-mau", "9-tb-vp")
    assert record.signer is None
    assert "#  name: Lê Văn Mẫu\n" in text


def test_the_issuer_is_not_named_again_among_the_bodies(docs: DocsFolder) -> None:
    about = {"type": "van-ban", "title": "A", "number": "9/TB-VP", "issuer": "vp-mau"}
    answers, problems = read_options(docs, {**about, "body": "vp-mau; bm"})
    assert problems == []
    assert write(answers)[0].bodies == ("ban-mau",)


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("co-quan", "to-chuc/so-mau.md"),
        ("chuyen-muc", "chuyen-muc/so-mau.md"),
        ("nguoi", "nguoi/so-mau.md"),
    ],
)
def test_a_name_is_all_that_the_others_need(docs: DocsFolder, kind: str, place: str) -> None:
    answers, problems = read_options(docs, {"type": kind, "title": "Sở Mẫu"})
    assert problems == []
    assert answers
    draft = make_draft(answers)
    assert draft.src_uri == place
    assert compose_checked(draft, day=dt.date(2020, 1, 1))
