"""The parts that several kinds of record share: people, meetings, periods, sources, photos.

Each is plain front matter. Nothing here knows a record's place or neighbours.
"""

from __future__ import annotations

from pydantic import Field

from bantin.records import folders
from bantin.records.dates import Day, Moment
from bantin.records.fields import Count, Line, Model, Months, Name, Number, Slug, Text, Words
from bantin.text.fold import exact


class PersonMention(Model):
    """A person as one record names them.

    `id` names a record in nguoi/ and is needed only where the name alone is not enough.
    """

    name: Name = Field(description="Họ và tên, không kèm học hàm, học vị")
    positions: tuple[Line, ...] = Field((), description="Các chức vụ lúc đó, như văn bản ghi")
    former: tuple[Line, ...] = Field((), description="Chức vụ đã thôi giữ (“nguyên …”)")
    id: Slug | None = Field(None, description=f"Tên tệp trong {folders.PEOPLE}/, khi trùng họ tên")


class Period(Model):
    """The span a report covers: first and last month of one year, both 1-12, inclusive."""

    year: int = Field(ge=1945, le=2200, description="Năm")
    months: Months = Field((1, 12), description="Khoảng tháng, ví dụ 1-9")


class Meeting(Model):
    """A meeting. Records that name the same bodies and date are the same meeting."""

    date: Day = Field(description="Ngày họp")
    bodies: tuple[Slug, ...] = Field(
        (), description=f"Cơ quan họp (tên tệp trong {folders.BODIES}/)"
    )
    period: Period | None = Field(None, description="Kỳ báo cáo của cuộc họp")
    venue: Line | None = Field(None, description="Địa điểm")
    chairs: tuple[Name, ...] = Field((), description="Họ tên người chủ trì")
    attendees: tuple[Line, ...] = Field((), description="Thành phần dự họp, như văn bản ghi")


class Figure(Model):
    """One number that a record states, with the sentence it stands in."""

    name: Line = Field(description="Chỉ tiêu")
    value: Number = Field(description="Giá trị, không có dấu ngăn hàng nghìn")
    unit: Line | None = Field(None, description="Đơn vị")
    as_of: Day | None = Field(None, description="Tính đến ngày")
    sentence: Text | None = Field(None, description="Câu văn có con số này")

    @property
    def key(self) -> str:
        """Equal for figures of the same name and unit, however spaced and capitalised."""
        return "\n".join(" ".join(exact(text or "").split()) for text in (self.name, self.unit))


class Photo(Model):
    """A photo; a lost one keeps its caption and has no `src`."""

    src: Line | None = Field(None, description="Tệp ảnh, tính từ tệp này; bỏ trống khi ảnh đã mất")
    alt: Words | None = Field(None, description="Mô tả ảnh cho người không nhìn thấy ảnh")
    caption: Text | None = Field(None, description="Chú thích ảnh")
    credit: Line | None = Field(None, description="Tác giả ảnh")


class Attachment(Model):
    """A file that readers can download with the record."""

    src: Line = Field(description="Tệp đính kèm, tính từ tệp này")
    title: Line = Field(description="Tên hiển thị")


class Change(Model):
    """A change that readers are told of."""

    date: Day = Field(description="Ngày sửa")
    note: Text = Field(description="Nói với bạn đọc điều gì đã đổi")


class Source(Model):
    """Where a record came from, exactly as it was captured, and what was done to it on the way."""

    system: Line | None = Field(None, description="Hệ thống nguồn")
    url: str | None = Field(None, pattern=r"^https?://\S+$", description="Địa chỉ gốc")
    captured: Moment | None = Field(None, description="Thời điểm chụp lại")
    file: Line | None = Field(None, description="Tên tệp gốc")
    sha256: str | None = Field(
        None, pattern=r"^[0-9a-f]{64}$", description="Mã băm SHA-256 của tệp gốc"
    )
    part: Line | None = Field(None, description="Chỗ của bài trong tệp gốc có nhiều bài")
    header: tuple[Words, ...] = Field((), description="Các dòng đầu, nguyên văn")
    repairs: tuple[Text, ...] = Field((), description="Những chỗ đã sửa khi nhập")
    guesses: tuple[Text, ...] = Field((), description="Những điều suy đoán, cần người xem lại")


class Signer(Model):
    """Who signed a document, and on whose behalf."""

    authority: tuple[Line, ...] = Field((), description="Quyền hạn ký, ví dụ KT. CHÁNH VĂN PHÒNG")
    position: Line = Field(description="Chức vụ người ký")
    name: Name = Field(description="Họ và tên người ký")
    signed: bool = Field(True, description="Văn bản ghi “(Đã ký)”")


class Span(Model):
    """When a body existed; an open end is left out."""

    from_: Day | None = Field(None, alias="from", description="Từ ngày")
    to: Day | None = Field(None, description="Đến hết ngày")


Views = Count
