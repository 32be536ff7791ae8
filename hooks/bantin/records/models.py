"""The five kinds of record: article, document, body, section, person.

Immutable and validated once, when read. They know their file and address, not their neighbours.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from bantin.records import folders
from bantin.records.dates import Day, Moment
from bantin.records.fields import (
    Line,
    Model,
    Name,
    OldAddress,
    Slug,
    Subjects,
    Text,
)
from bantin.records.kinds import check_kind
from bantin.records.lasting_ids import lasting_id
from bantin.records.parts import (
    Attachment,
    Change,
    Figure,
    Meeting,
    PersonMention,
    Photo,
    Signer,
    Source,
    Span,
    Views,
)
from bantin.records.refusals import refused, shown
from bantin.text.dates import VIETNAM, clock
from bantin.text.numbers import number_key, parse_number

Status = Literal["draft", "published", "withdrawn"]


def _check_number(value: str) -> str:
    if parse_number(value) is None:
        raise refused(
            "number",
            f"“{shown(value)}” không phải là số, ký hiệu văn bản",
            "viết như 405/TB-VP.UBND hoặc 12/UBND-VX",
        )
    return value


@dataclass(frozen=True, slots=True)
class RecordFile:
    """Where a record was read from and the text below its front matter.

    Attributes:
        src_uri: POSIX path relative to docs/.
        url: address relative to the site's root, ends with "/".
        slug: the file's name without ".md".
        body: Markdown, NFC, LF, no blank lines at either end.
        body_line: 1-based line of the file on which `body` begins.
        sha256: hex digest of the whole file.
    """

    src_uri: str
    url: str
    slug: str
    body: str
    body_line: int
    sha256: str


class Record(Model):
    """The fields of every kind of record."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    folder: ClassVar[str]

    file: SkipJsonSchema[RecordFile] = Field(exclude=True, repr=False)
    redirect_from: tuple[OldAddress, ...] = Field((), description="Các địa chỉ cũ của bản ghi này")

    @property
    def slug(self) -> str:
        """The file's name without its ending."""
        return self.file.slug

    @property
    def url(self) -> str:
        """Address relative to the site's root."""
        return self.file.url

    @property
    def lasting_id(self) -> str:
        """What feeds, calendars and data call it: see `bantin.records.lasting_ids`."""
        return lasting_id(self.file.src_uri, self.redirect_from)

    @property
    def body(self) -> str:
        """Markdown below the front matter."""
        return self.file.body


class Dated(Record):
    """The fields that articles and documents share."""

    title: Line = Field(description="Tiêu đề; với văn bản là trích yếu")
    date: Moment = Field(description="Ngày đăng hoặc ngày ban hành")
    people: tuple[PersonMention, ...] = Field((), description="Những người được nêu tên")
    meeting: Meeting | None = Field(None, description="Cuộc họp mà bản ghi nói tới")
    field: Subjects = Field((), description="Lĩnh vực, ví dụ giáo dục, y tế")
    figures: tuple[Figure, ...] = Field((), description="Số liệu trong bài")
    attachments: tuple[Attachment, ...] = Field((), description="Tệp đính kèm")
    tags: tuple[Line, ...] = Field((), description="Từ khóa")
    status: Status = Field("published", description="draft: nháp; withdrawn: đã thu hồi")
    changes: tuple[Change, ...] = Field((), description="Những thay đổi nói với bạn đọc")
    source: Source | None = Field(None, description="Nguồn gốc")

    @property
    def day(self) -> dt.date:
        """The date without its hour."""
        return self.date.date() if isinstance(self.date, dt.datetime) else self.date

    @property
    def moment(self) -> dt.datetime:
        """Date and hour, Asia/Ho_Chi_Minh; midnight where no hour is known."""
        if isinstance(self.date, dt.datetime):
            return self.date
        return dt.datetime(self.date.year, self.date.month, self.date.day, tzinfo=VIETNAM)

    @property
    def time(self) -> str | None:
        """The hour as "03:57"; None where only the day is known."""
        return clock(self.date) if isinstance(self.date, dt.datetime) else None


class Article(Dated):
    """A news item in tin-tuc/YYYY/MM/."""

    folder: ClassVar[str] = folders.NEWS

    time_verified: bool = Field(True, description="false khi giờ đăng đáng ngờ")
    author: Line | None = Field(None, description="Bút danh hoặc tên viết tắt, như in ở cuối bài")
    views: Views | None = Field(None, description="Số lượt xem ở hệ thống cũ")
    views_as_of: Day | None = Field(None, description="Số lượt xem tính đến ngày")
    section: Slug = Field(description=f"Chuyên mục (tên tệp trong {folders.SECTIONS}/)")
    summary: Text | None = Field(None, description="Đoạn mở đầu (sapo)")
    bodies: tuple[Slug, ...] = Field(
        (), description=f"Cơ quan liên quan (tên tệp trong {folders.BODIES}/)"
    )
    publisher: Slug | None = Field(None, description="Cơ quan đăng tin")
    photos: tuple[Photo, ...] = Field((), description="Ảnh; ảnh đã mất chỉ còn chú thích")
    featured: bool = Field(False, description="Đưa lên đầu trang chủ")

    @property
    def own_folder(self) -> str:
        """The folder that its day puts it in, "tin-tuc/2021/10"."""
        return f"{self.folder}/{self.day.year:04}/{self.day.month:02}"


class Document(Dated):
    """An official document in van-ban/YYYY/. Unique by issuer, year and number."""

    folder: ClassVar[str] = folders.DOCUMENTS

    kind: Annotated[str, AfterValidator(check_kind)] = Field(description="Loại, ví dụ TB, QĐ, KH")
    number: Annotated[str, AfterValidator(_check_number)] = Field(description="Số, ký hiệu")
    place: Line | None = Field(None, description="Địa danh")
    issuer: Slug = Field(description=f"Cơ quan ban hành (tên tệp trong {folders.BODIES}/)")
    signer: Signer | None = Field(None, description="Người ký")
    recipients: tuple[Line, ...] = Field((), description="Nơi nhận, không kể dòng Lưu")
    filing: Line | None = Field(None, description="Dòng Lưu, ví dụ VT, VX")
    summary: Text | None = Field(None, description="Tóm tắt của ban biên tập")
    bodies: tuple[Slug, ...] = Field((), description="Cơ quan liên quan ngoài cơ quan ban hành")
    effective: Day | None = Field(None, description="Ngày có hiệu lực")
    replaces: tuple[Line, ...] = Field((), description="Số các văn bản bị thay thế")
    replaced_by: tuple[Line, ...] = Field((), description="Số các văn bản thay thế")
    orders: bool | None = Field(
        None,
        description="false: văn bản không giao việc gì; true: có, dù máy không nhận ra",
    )

    @property
    def own_folder(self) -> str:
        """The folder that its day puts it in, "van-ban/2013"."""
        return f"{self.folder}/{self.day.year:04}"

    @property
    def identity(self) -> tuple[str, int, str]:
        """Issuer, year, and the number in one form for all ways to write it."""
        return self.issuer, self.day.year, number_key(self.number)


BodyKind = Literal[
    "peoples_committee", "office", "department", "committee", "association", "party", "other"
]


class Body(Record):
    """A committee, office or people's committee in to-chuc/."""

    folder: ClassVar[str] = folders.BODIES

    name: Line = Field(description="Tên đầy đủ, kể cả tên tỉnh")
    short_names: tuple[Line, ...] = Field((), description="Tên gọi khác, tên viết tắt")
    kind: BodyKind = Field("other", description="Loại cơ quan")
    parent: Slug | None = Field(
        None, description=f"Cơ quan cấp trên (tên tệp trong {folders.BODIES}/)"
    )
    province: Line | None = Field(None, description="Tỉnh, thành phố; ghi tên, không ghi mã số")
    active: Span | None = Field(None, description="Thời gian hoạt động")
    succeeded_by: Slug | None = Field(
        None, description=f"Cơ quan kế tục (tên tệp trong {folders.BODIES}/)"
    )


class Section(Record):
    """A section of the news in chuyen-muc/."""

    folder: ClassVar[str] = folders.SECTIONS

    name: Line = Field(description="Tên chuyên mục")
    aliases: tuple[Line, ...] = Field((), description="Tên cũ, tên in hoa ở hệ thống cũ")
    description: Text | None = Field(None, description="Một câu giới thiệu")
    order: int = Field(100, description="Thứ tự, số nhỏ đứng trước")


class Person(Record):
    """A person in nguoi/, only where a name alone is not enough."""

    folder: ClassVar[str] = folders.PEOPLE

    name: Name = Field(description="Họ và tên")
    note: Line | None = Field(None, description="Phân biệt với người trùng tên")
    initials: tuple[Line, ...] = Field((), description="Chữ ký dưới bài, ví dụ M.L")


RECORD_TYPES: tuple[type[Record], ...] = (Article, Document, Body, Section, Person)
