"""The report of an import to the editor, in Vietnamese, as plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bantin.importing.plan import ImportPlan, PlannedRecord
from bantin.importing.proposed_files import describe_files
from bantin.minutes.periods import period_label
from bantin.records.kinds import kind_name
from bantin.records.models import Article, Document
from bantin.records.parts import Figure, Meeting, PersonMention
from bantin.records.unfinished import UnfinishedDraft
from bantin.text.dates import clock, count, short_date
from bantin.text.normalize import split_lines
from bantin.text.quantities import format_quantity

_LABEL_WIDTH = 14


def describe_plan(plan: ImportPlan, docs_dir: Path, *, dry_run: bool) -> Iterator[str]:
    """Yield the report on a plan without refusals. Unless dry, its records are written."""
    for file, place in plan.skipped:
        yield f"{file}: đã nhập trước đây, xem {place}. Không ghi gì thêm."
    for record in plan.records:
        yield ""
        yield f"{record.file}"
        yield f"  → {'sẽ ghi' if dry_run else 'đã ghi'} {docs_dir / record.target}"
        yield from _describe_record(record)
        if dry_run:
            yield ""
            yield from split_lines(record.text)
    if plan.files:
        yield ""
        yield f"{'Sẽ tạo' if dry_run else 'Đã tạo'} {len(plan.files)} tệp mà các bản ghi nhắc đến:"
        yield from describe_files(plan.files)
    yield from _describe_problems(plan)
    yield ""
    if dry_run:
        yield f"Chạy thử: chưa ghi gì. Sẽ ghi {len(plan.records)}, bỏ qua {len(plan.skipped)}."
    else:
        yield f"Đã ghi {len(plan.records)} bản ghi, bỏ qua {len(plan.skipped)}."
    if plan.records and not dry_run:
        yield (
            "Việc tiếp theo: mở từng tệp vừa ghi, xem các mục “Cần xem lại” rồi sửa nếu sai; "
            "sau đó chạy python3 scripts/start.py để xem thử."
        )


def describe_refusals(plan: ImportPlan) -> Iterator[str]:
    """Yield the reasons why nothing was written, as lines."""
    for problem in plan.refusals:
        yield str(problem)
    yield from _describe_problems(plan)
    ready = len(plan.records)
    rest = f" {ready} tệp khác đọc được nhưng cũng chưa ghi." if ready else ""
    yield f"Chưa ghi gì: {len(plan.refusals)} tệp bị từ chối.{rest} Sửa rồi chạy lại lệnh này."


def _describe_problems(plan: ImportPlan) -> Iterator[str]:
    if plan.problems:
        yield ""
        yield "Chú ý: có bản ghi cũ không đọc được, nên việc kiểm tra trùng có thể sót:"
        yield from (f"  {problem}" for problem in plan.problems)


def _describe_record(planned: PlannedRecord) -> Iterator[str]:
    record = planned.proposal.record
    if isinstance(record, UnfinishedDraft):
        yield f"    {'Loại' + ':':<{_LABEL_WIDTH}} bản nháp chưa đủ khóa bắt buộc"
        yield f"    {'Còn thiếu' + ':':<{_LABEL_WIDTH}} {', '.join(record.missing)}"
        record = record.stand_in
        facts: Iterator[tuple[str, str]] = iter(())
    elif isinstance(record, Article):
        facts = _article_facts(record)
    else:
        facts = _document_facts(record)
    for label, value in facts:
        if value:
            yield f"    {label + ':':<{_LABEL_WIDTH}} {value}"
    source = record.source
    if source and source.repairs:
        yield "  Đã sửa khi nhập:"
        yield from (f"    - {repair}" for repair in source.repairs)
    if source and source.guesses:
        yield "  Cần xem lại:"
        yield from (f"    - {guess}" for guess in source.guesses)


def _article_facts(article: Article) -> Iterator[tuple[str, str]]:
    moment = short_date(article.day)
    if article.time:
        unsure = "" if article.time_verified else " (giờ chưa xác minh)"
        moment += f" {clock(article.moment)}{unsure}"
    yield "Loại", "bản tin"
    yield "Tiêu đề", article.title
    yield "Ngày đăng", moment
    yield "Lượt xem", count(article.views) if article.views is not None else ""
    yield "Chuyên mục", article.section
    yield "Tác giả", article.author or ""
    yield "Cơ quan", ", ".join(article.bodies)
    yield from _shared_facts(article.people, article.meeting)
    yield from _figure_facts(article.figures)
    for photo in article.photos:
        yield "Chú thích ảnh", photo.caption or ""


def _document_facts(document: Document) -> Iterator[tuple[str, str]]:
    yield "Loại", kind_name(document.kind)
    yield "Số, ký hiệu", document.number
    yield "Ban hành", f"{document.place}, {short_date(document.day)}"
    yield "Trích yếu", document.title
    yield "Cơ quan", document.issuer
    yield "Liên quan", ", ".join(document.bodies)
    yield from _shared_facts(document.people, document.meeting)
    yield from _figure_facts(document.figures)
    if signer := document.signer:
        signed = " (đã ký)" if signer.signed else ""
        yield "Người ký", " / ".join((*signer.authority, signer.position, signer.name)) + signed
    yield "Nơi nhận", "; ".join(document.recipients)
    yield "Lưu", document.filing or ""


def _figure_facts(figures: tuple[Figure, ...]) -> Iterator[tuple[str, str]]:
    for figure in figures:
        yield "Số liệu", f"{figure.name}: {format_quantity(figure.value, figure.unit or '')}"


def _shared_facts(
    people: tuple[PersonMention, ...], meeting: Meeting | None
) -> Iterator[tuple[str, str]]:
    for person in people:
        held = [*person.positions, *person.former]
        yield "Người", ": ".join(filter(None, (person.name, ", ".join(held))))
    if meeting is None:
        return
    yield "Ngày họp", short_date(meeting.date)
    yield "Cơ quan họp", ", ".join(meeting.bodies)
    yield "Kỳ báo cáo", period_label(meeting.period) if meeting.period else ""
    yield "Địa điểm", meeting.venue or ""
    yield "Chủ trì", ", ".join(meeting.chairs)
    yield "Dự họp", "; ".join(meeting.attendees)
