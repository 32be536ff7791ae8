from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.capture import FieldName, FoundField
from bantin.importing.plan import ImportPlan, plan_import, plan_record
from bantin.importing.proposal import Context
from bantin.importing.proposed_files import describe_needed
from bantin.importing.report import describe_plan, describe_refusals
from bantin.importing.write import write_records
from bantin.records.models import Status
from bantin.records.provinces import find_province
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft

from tests.unit.importing.samples import NEWS, NOTICE, capture_of


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    return folder


def save(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def plan(docs: Path, *files: Path) -> ImportPlan:
    return plan_import(files, docs, find_province("Bến Tre"))


def written(docs: Path) -> list[str]:
    return sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*"))


def test_a_number_that_is_taken_is_refused_with_both_places(tmp_path: Path, docs: Path) -> None:
    write_records(plan(docs, save(tmp_path, "a.txt", NOTICE)).records, docs)
    again = save(
        tmp_path, "b.txt", NOTICE.replace("77/TB-VP", "077/TB-VP").replace("xin báo", "báo")
    )
    (problem,) = plan(docs, again).refusals
    assert problem.path == str(again)
    assert "van-ban/2015/77-tb-vp.md" in problem.message


def test_the_same_number_of_another_year_or_body_is_no_clash(tmp_path: Path, docs: Path) -> None:
    write_records(plan(docs, save(tmp_path, "a.txt", NOTICE)).records, docs)
    later = NOTICE.replace("09 tháng 01 năm 2015", "09 tháng 01 năm 2016")
    other = NOTICE.replace("77/TB-VP", "77/TB-SNV").replace("VĂN PHÒNG Độc", "SỞ NỘI VỤ Độc")
    files = [save(tmp_path, "b.txt", later), save(tmp_path, "c.txt", other)]
    assert plan(docs, *files).refusals == ()


def test_two_inputs_with_one_number_are_refused(tmp_path: Path, docs: Path) -> None:
    first = save(tmp_path, "a.txt", NOTICE)
    second = save(tmp_path, "b.txt", NOTICE.replace("xin báo", "báo"))
    (problem,) = plan(docs, first, second).refusals
    assert (problem.path, str(first) in problem.message) == (str(second), True)


def test_two_inputs_with_one_address_are_refused(tmp_path: Path, docs: Path) -> None:
    first = save(tmp_path, "a.txt", NEWS)
    second = save(tmp_path, "b.txt", NEWS.replace("12 xã", "13 xã"))
    (problem,) = plan(docs, first, second).refusals
    assert (problem.path, str(first) in problem.message) == (str(second), True)


def test_an_address_that_is_taken_is_refused_even_by_an_unreadable_file(
    tmp_path: Path, docs: Path
) -> None:
    target = docs / plan(docs, save(tmp_path, "a.txt", NEWS)).records[0].target
    target.parent.mkdir(parents=True)
    target.write_text("hỏng", encoding="utf-8")
    (problem,) = plan(docs, tmp_path / "a.txt").refusals
    assert str(target) in problem.message
    assert target.read_text(encoding="utf-8") == "hỏng"


def test_the_same_bytes_come_in_once_in_one_run(tmp_path: Path, docs: Path) -> None:
    first, second = save(tmp_path, "a.txt", NEWS), save(tmp_path, "b.txt", NEWS)
    made = plan(docs, first, second)
    assert [one.file for one in made.records] == [first]
    assert made.skipped == ((second, str(first)),)


def test_a_broken_record_nearby_is_told_and_does_not_stop(tmp_path: Path, docs: Path) -> None:
    (docs / "van-ban/2015").mkdir(parents=True)
    save(docs, "van-ban/2015/hong.md", "không có phần đầu")
    made = plan(docs, save(tmp_path, "a.txt", NOTICE))
    assert (len(made.records), made.refusals) == (1, ())
    assert "van-ban/2015/hong.md" in "\n".join(describe_plan(made, docs, dry_run=True))


def test_linked_folders_are_not_written_into(tmp_path: Path, docs: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (docs / "tin-tuc").symlink_to(tmp_path / "elsewhere")
    (problem,) = plan(docs, save(tmp_path, "a.txt", NEWS)).refusals
    assert "không phải thư mục thật" in problem.message


def test_a_failure_halfway_takes_everything_back(tmp_path: Path, docs: Path) -> None:
    made = plan(docs, save(tmp_path, "a.txt", NEWS), save(tmp_path, "b.txt", NOTICE))
    blocker = docs / made.records[1].target
    blocker.parent.mkdir(parents=True)
    blocker.write_text("của người khác", encoding="utf-8")
    with pytest.raises(ImportRefusedError, match="chưa ghi gì cả"):
        write_records(made.records, docs)
    assert written(docs) == ["van-ban", "van-ban/2015", "van-ban/2015/77-tb-vp.md"]
    assert blocker.read_text(encoding="utf-8") == "của người khác"


def test_only_records_are_left_behind(tmp_path: Path, docs: Path) -> None:
    made = plan(docs, save(tmp_path, "a.txt", NOTICE))
    write_records(made.records, docs)
    assert written(docs) == ["van-ban", "van-ban/2015", "van-ban/2015/77-tb-vp.md"]
    assert (docs / "van-ban/2015/77-tb-vp.md").read_bytes() == made.records[0].text.encode()


def test_the_report_names_facts_repairs_guesses_and_needed_files(
    tmp_path: Path, docs: Path
) -> None:
    report = "\n".join(
        describe_plan(plan(docs, save(tmp_path, "a.txt", NEWS)), docs, dry_run=False)
    )
    for told in (
        "04/07/2019 02:15 (giờ chưa xác minh)",
        "1.207",
        "nguyên Trưởng ban Vì sự tiến bộ phụ nữ tỉnh",
        "6 tháng đầu năm 2019",
        "Đã sửa khi nhập:",
        "Cần xem lại:",
        "Đã tạo 5 tệp mà các bản ghi nhắc đến:",
        "to-chuc/ubnd-tinh-ben-tre.md: cơ quan “Ủy ban nhân dân tỉnh Bến Tre”",
        "chuyen-muc/tin-hoat-dong.md: chuyên mục “Tin hoạt động”",
        "Việc tiếp theo:",
    ):
        assert told in report


def test_needed_files_are_listed_without_a_word_of_the_records(tmp_path: Path, docs: Path) -> None:
    made = plan(docs, save(tmp_path, "a.txt", NOTICE))
    report = "\n".join(describe_needed(made.files))
    assert "Các bản ghi cần 5 tệp chưa có trong kho:" in report
    assert "trong bài viết là: Sở Lao động, Thương binh và Xã hội" in report
    assert "xin báo" not in report


def test_an_archive_that_has_all_bodies_needs_none(tmp_path: Path, docs: Path) -> None:
    first = plan(docs, save(tmp_path, "a.txt", NOTICE))
    write_records([*first.files, *first.records], docs)
    later = NOTICE.replace("77/TB-VP", "78/TB-VP").replace("Ban VSTBPN", "Ban VSTBCPN")
    made = plan(docs, save(tmp_path, "b.txt", later))
    assert (made.files, len(made.records)) == ((), 1)
    assert "Kho đã có mọi cơ quan" in "\n".join(describe_needed(made.files))


def test_files_come_with_their_records_or_not_at_all(tmp_path: Path, docs: Path) -> None:
    made = plan(docs, save(tmp_path, "a.txt", NOTICE))
    blocker = docs / made.records[0].target
    blocker.parent.mkdir(parents=True)
    blocker.write_text("của người khác", encoding="utf-8")
    with pytest.raises(ImportRefusedError, match="chưa ghi gì cả"):
        write_records([*made.files, *made.records], docs)
    assert written(docs) == ["van-ban", "van-ban/2015", "van-ban/2015/77-tb-vp.md"]


def test_a_file_that_is_there_and_cannot_be_read_is_left_alone(tmp_path: Path, docs: Path) -> None:
    (docs / "to-chuc").mkdir()
    (docs / "to-chuc/ubnd-tinh-ben-tre.md").write_text("hỏng", encoding="utf-8")
    made = plan(docs, save(tmp_path, "a.txt", NOTICE))
    assert "to-chuc/ubnd-tinh-ben-tre.md" not in [file.target for file in made.files]
    assert [problem.path for problem in made.problems] == ["to-chuc/ubnd-tinh-ben-tre.md"]


def test_refusals_say_that_nothing_was_written(tmp_path: Path, docs: Path) -> None:
    made = plan(docs, save(tmp_path, "a.txt", f"{NEWS}\n{NEWS}"), save(tmp_path, "b.txt", NEWS))
    report = "\n".join(describe_refusals(made))
    assert "Chưa ghi gì: 1 tệp bị từ chối. 1 tệp khác đọc được nhưng cũng chưa ghi." in report


@pytest.mark.parametrize("status", ["published", "draft"])
def test_a_secret_document_is_never_published(status: Status) -> None:
    capture = capture_of(NOTICE.replace("Số: 77", "MẬT\nSố: 77", 1))
    planned = plan_record(capture, Context(Registry()), Path("a"), status)
    assert "status: draft" in planned.text


@pytest.mark.parametrize(
    "status", ["bản nháp", "riêng tư", "có mật khẩu", "Chưa đăng", "draft", "0"]
)
def test_what_the_old_system_hid_is_not_published(status: str) -> None:
    field = FoundField(FieldName.STATUS, status, "thẻ wp:status")
    capture = dataclasses.replace(capture_of(NEWS), fields=(field,))
    text = plan_record(capture, Context(Registry()), Path("a")).text
    assert "status: draft" in text
    assert f"Bản gốc ghi trạng thái “{status}”" in text


@pytest.mark.parametrize("status", ["Đã đăng", "publish", "Còn hiệu lực", "1", "hiển thị"])
def test_what_the_old_system_showed_is_published_when_that_is_wanted(status: str) -> None:
    field = FoundField(FieldName.STATUS, status, "cột “Trạng thái”")
    capture = dataclasses.replace(capture_of(NEWS), fields=(field,))
    assert "status: draft" not in plan_record(capture, Context(Registry()), Path("a")).text


@pytest.mark.parametrize("mark", ["DỰ THẢO", "(Dự thảo lần 2)", "LƯU HÀNH NỘI BỘ"])
def test_a_document_that_calls_itself_a_draft_is_not_published(mark: str) -> None:
    capture = capture_of(NOTICE.replace("Số: 77", f"{mark}\nSố: 77", 1))
    assert "status: draft" in plan_record(capture, Context(Registry()), Path("a")).text


@pytest.mark.parametrize(
    ("text", "idle", "used"),
    [
        (NEWS, FieldName.PUBLISHER, FieldName.AUTHOR),
        (NEWS, FieldName.SIGNER, FieldName.TAGS),
        (NOTICE, FieldName.VIEWS, FieldName.EFFECTIVE),
    ],
)
def test_a_column_that_a_record_has_no_key_for_is_told(
    text: str, idle: FieldName, used: FieldName
) -> None:
    cells = {idle: "Báo Mẫu", used: "12/03/2026"}
    fields = tuple(FoundField(name, cell, f"cột “{name.value}”") for name, cell in cells.items())
    for table, count in (("csv", 1), ("html", 0)):
        capture = dataclasses.replace(capture_of(text), fields=fields, format=table)
        record = plan_record(capture, Context(Registry()), Path("a")).proposal.record
        whole = record.stand_in if isinstance(record, UnfinishedDraft) else record
        assert whole.source
        told = [one for one in whole.source.guesses if "không có mục ấy" in one]
        assert len(told) == count
        assert all(f"cột “{idle.value}” ghi “Báo Mẫu”" in one for one in told)


def test_what_a_reader_was_unsure_of_stands_in_the_record() -> None:
    capture = dataclasses.replace(capture_of(NEWS), doubts=("ngày có thể bị đảo",))
    assert "ngày có thể bị đảo" in plan_record(capture, Context(Registry()), Path("a")).text
