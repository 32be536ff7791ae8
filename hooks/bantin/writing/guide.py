"""Every key of each kind of record, in the order an editor wants to read them, with an example.

The models say what a key means. Here stands only what they cannot say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bantin.records.models import Article, Body, Document, Person, Record, Section
from bantin.records.parts import (
    Attachment,
    Change,
    Figure,
    Meeting,
    Period,
    PersonMention,
    Photo,
    Signer,
    Source,
    Span,
)

_KEY = re.compile(r" *(?:- )?(\w+):")
# The models that explain the keys below a key.
PARTS: dict[str, tuple[type[Any], ...]] = {
    "people": (PersonMention,),
    "meeting": (Meeting, Period),
    "figures": (Figure,),
    "photos": (Photo,),
    "attachments": (Attachment,),
    "changes": (Change,),
    "source": (Source,),
    "signer": (Signer,),
    "active": (Span,),
}
# Added to the explanations of the models.
MORE: Mapping[str, str] = {
    "title": "có dấu hai chấm hoặc dấu # thì đặt trong dấu nháy kép",
    "date": "năm-tháng-ngày; tin có thể thêm giờ: 2021-10-05 15:00",
    "status": "viết xong thì xóa dòng status: bản nháp chỉ thấy khi xem thử",
    "people": "chức vụ ghi đủ cả tên cơ quan",
    "field": "mỗi lĩnh vực một dòng, viết hoa hay thường như nhau; mỗi lĩnh vực tự có trang riêng",
    "figures": "giá trị là số trần: 1250, 12.5",
    "changes": "chỉ dùng khi sửa bài đã đăng",
    "redirect_from": "phần sau tên miền",
    "views_as_of": "đi cùng views",
    "replaces": "ghi cả số và ký hiệu; trùng số thì thêm “năm 2013”",
    "meeting": "tin và thông báo ghi cùng ngày, cùng cơ quan thì tự nối với nhau",
}
# The kinds of bodies, as the site names them.
BODY_KINDS = (
    "peoples_committee: Ủy ban nhân dân; office: Văn phòng; department: sở, ban, ngành; "
    "committee: ban, hội đồng phối hợp; association: hội, đoàn thể; "
    "party: cơ quan Đảng; other: khác"
)

_PEOPLE = """people:
  - name: Họ và tên
    positions:
      - Chức vụ, đủ cả tên cơ quan
    former:
      - Chức vụ đã thôi giữ
    id: ho-va-ten"""
_MEETING = """meeting:
  date: {day}
  bodies:
    - {body}
  period:
    year: {year}
    months: 1-9
  venue: Địa điểm họp
  chairs:
    - Họ và tên
  attendees:
    - Thành phần dự họp"""
_FIGURES = """figures:
  - name: Tên chỉ tiêu
    value: 0
    unit: người
    as_of: {day}
    sentence: Câu văn trong bài có con số này."""
_SHARED = {
    "field": "field:\n  - giáo dục",
    "people": _PEOPLE,
    "meeting": _MEETING,
    "figures": _FIGURES,
}
_LAST = {
    "attachments": "attachments:\n  - src: tep.pdf\n    title: Tên hiển thị",
    "tags": "tags:\n  - từ khóa",
    "status": "status: draft",
    "changes": "changes:\n  - date: {day}\n    note: Đã sửa điều gì",
    "redirect_from": "redirect_from:\n  - tin/dia-chi-cu.aspx",
    "source": """source:
  system: Tên cổng thông tin
  url: https://example.vn/bai-goc
  captured: {day} 08:00
  file: ten-tep-goc.txt""",
}
_BODIES = "bodies:\n  - {body}"
EXAMPLES: Mapping[type[Record], Mapping[str, str]] = {
    Article: {
        "title": "title: Tiêu đề",
        "date": "date: {day}",
        "time_verified": "time_verified: false",
        "author": "author: A.B",
        "section": "section: ten-chuyen-muc",
        "summary": "summary: Một, hai câu mở đầu.",
        "bodies": _BODIES,
        **_SHARED,
        "photos": """photos:
  - src: anh.jpg
    alt: Trong ảnh có gì
    caption: Chú thích in dưới ảnh
    credit: Người chụp""",
        "featured": "featured: true",
        "views": "views: 0",
        "views_as_of": "views_as_of: {day}",
        "publisher": "publisher: {body}",
        **_LAST,
    },
    Document: {
        "kind": "kind: TB",
        "number": "number: 1/TB-VP",
        "title": "title: Trích yếu",
        "date": "date: {day}",
        "place": "place: Địa danh",
        "issuer": "issuer: {body}",
        "signer": """signer:
  authority:
    - KT. CHÁNH VĂN PHÒNG
  position: PHÓ CHÁNH VĂN PHÒNG
  name: Họ và tên
  signed: false""",
        "recipients": "recipients:\n  - Như trên",
        "filing": "filing: VT",
        "summary": "summary: Một, hai câu tóm tắt.",
        "bodies": _BODIES,
        "effective": "effective: {day}",
        "replaces": "replaces:\n  - 1/TB-VP",
        "replaced_by": "replaced_by:\n  - 1/TB-VP",
        "orders": "orders: false",
        **_SHARED,
        **_LAST,
    },
    Body: {
        "name": "name: Tên đầy đủ",
        "short_names": "short_names:\n  - Tên gọi khác",
        "kind": "kind: committee",
        "parent": "parent: {body}",
        "province": "province: Tên tỉnh",
        "active": "active:\n  from: 2001-01-01\n  to: {day}",
        "succeeded_by": "succeeded_by: {body}",
        "redirect_from": _LAST["redirect_from"],
    },
    Section: {
        "name": "name: Tên chuyên mục",
        "aliases": "aliases:\n  - Tên cũ",
        "description": "description: Một câu giới thiệu.",
        "order": "order: 100",
        "redirect_from": _LAST["redirect_from"],
    },
    Person: {
        "name": "name: Họ và tên",
        "note": "note: Công tác ở đâu, để phân biệt",
        "initials": "initials:\n  - A.B",
        "redirect_from": _LAST["redirect_from"],
    },
}


@dataclass(frozen=True, slots=True)
class Sample:
    """The values that fill examples: a day, and the slug of a body, an existing one if possible."""

    day: str
    body: str

    def of(self, record_type: type[Record], key: str) -> list[str]:
        """Return the lines of a key's example. Comments above them explain the keys below it."""
        example = EXAMPLES[record_type][key]
        filled = example.format(day=self.day, year=self.day[:4], body=self.body).split("\n")
        return filled[:1] + [one for line in filled[1:] for one in _explained(line, key)]


def explain(record_type: type[Record], key: str) -> str:
    """Return the meaning of a key, one line."""
    told = record_type.model_fields[key].description or ""
    if record_type is Body and key == "kind":
        return f"{told}. {BODY_KINDS}"
    return f"{told} ({MORE[key]})" if key in MORE else told


def _explained(line: str, key: str) -> list[str]:
    match = _KEY.match(line)
    for part in PARTS.get(key, ()) if match else ():
        fields = {field.alias or name: field for name, field in part.model_fields.items()}
        if match and (field := fields.get(match[1])):
            indent = " " * (len(line) - len(line.lstrip()))
            return [f"{indent}# {field.description}", line]
    return [line]
