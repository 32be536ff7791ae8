"""The roles that a column of a table may have, and the labels that tell them.

Knows words of labels. Knows no table.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from types import MappingProxyType

from bantin.importing.capture import FieldName
from bantin.text.fold import fold


class ColumnRole(enum.Enum):
    """What a column is; the value is the word in the file of columns."""

    ITEM = "ma"
    """The item's own number in the old system."""
    BODY = "noi-dung"
    """The text, plain or HTML."""
    PICTURE = "anh"
    """The address or file name of the picture."""
    FILE = "tep"
    """The address or file name of an attachment."""
    PASSED_OVER = "bo-qua"
    TITLE = "tieu-de"
    SUMMARY = "tom-tat"
    DATE = "ngay"
    AUTHOR = "tac-gia"
    VIEWS = "xem"
    SECTION = "muc"
    TAGS = "tu-khoa"
    URL = "dia-chi"
    PUBLISHER = "nguon"
    KIND = "loai-van-ban"
    NUMBER = "so-ky-hieu"
    ISSUER = "co-quan"
    SIGNER = "nguoi-ky"
    PLACE = "dia-danh"
    EFFECTIVE = "hieu-luc"
    STATUS = "trang-thai"

    @property
    def field(self) -> FieldName | None:
        """The field that the column gives; None for those that give none."""
        return FieldName[self.name] if self.name in FieldName.__members__ else None


MEANINGS: Mapping[ColumnRole, str] = MappingProxyType(
    {
        ColumnRole.ITEM: "mã số của bài ở hệ thống cũ",
        ColumnRole.TITLE: "tiêu đề; với văn bản là trích yếu",
        ColumnRole.SUMMARY: "đoạn mở đầu, tóm tắt",
        ColumnRole.BODY: "nội dung, chữ thường hoặc HTML",
        ColumnRole.DATE: "ngày đăng hoặc ngày ban hành",
        ColumnRole.AUTHOR: "tác giả",
        ColumnRole.VIEWS: "lượt xem",
        ColumnRole.SECTION: "chuyên mục",
        ColumnRole.TAGS: "từ khóa",
        ColumnRole.PICTURE: "tên tệp hoặc địa chỉ ảnh",
        ColumnRole.FILE: "tên tệp hoặc địa chỉ tệp đính kèm",
        ColumnRole.URL: "địa chỉ bài ở cổng cũ",
        ColumnRole.PUBLISHER: "nguồn tin",
        ColumnRole.KIND: "loại văn bản",
        ColumnRole.NUMBER: "số, ký hiệu văn bản",
        ColumnRole.ISSUER: "cơ quan ban hành",
        ColumnRole.SIGNER: "người ký",
        ColumnRole.PLACE: "địa danh",
        ColumnRole.EFFECTIVE: "ngày có hiệu lực",
        ColumnRole.STATUS: "trạng thái: đã đăng, nháp",
        ColumnRole.PASSED_OVER: "không nhập cột này",
    }
)
# Folded words of labels, in Vietnamese and in the English of databases. The first that fits wins.
_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "NUMBER": (r"so( va)?,? ?k[yi] hieu|so hieu( van ban)?|so van ban|docnumber|so vb|number"),
        "KIND": (r"loai( hinh)? van ban|the loai|ten loai|loai vb|hinh thuc van ban|doctype"),
        "ISSUER": (r"(co quan|don vi|noi|cap) ban hanh|cqbh|issuer|donvibanhanh|coquanbanhanh"),
        "SIGNER": (r"(ten )?nguoi ky|signer|nguoiky"),
        "EFFECTIVE": (r"ngay (co |bat dau )?hieu luc|hieu luc tu|effective( ?date)?|ngayhieuluc"),
        "PLACE": (r"dia danh|noi ky"),
        "DATE": (
            r"(ngay|thoi gian|thoi diem)( (dang|dang tin|dang bai|ban hanh|xuat ban|phat hanh"
            r"|cong bo|viet))?|(ngay gio|gio) dang|ngay vb|ngay van ban|date|pub ?date|post ?date"
            r"|publish(ed)?( ?(date|at|on|time))?|date ?published|ngaydang|ngaybanhanh"
            r"|thoigian(dang)?"
        ),
        "TITLE": (
            r"(tieu de|ten)( (tin|bai|bai viet|tin bai|van ban|tin tuc))?|trich yeu( noi dung)?"
            r"|title|post ?title|headline|subject|tieude|trichyeu|ve viec"
        ),
        "SUMMARY": (
            r"tom tat|mo ta( ngan)?|trich dan|sapo|gioi thieu|loi dan|dan nhap|summary|abstract"
            r"|excerpt|description|lead|intro ?text|hometext|tomtat|mota"
        ),
        "BODY": (
            r"noi dung( (chi tiet|day du|tin|bai|bai viet|van ban|toan van))?|toan van|chi tiet"
            r"|(body|full|article)( ?text)?|content( html)?|post ?content|body ?html|bodytext|html"
            r"|noidung|chitiet|text"
        ),
        "AUTHOR": (r"tac gia|nguoi (viet|dang|soan)|but danh|author( name)?|writer|tacgia|byline"),
        "VIEWS": (
            r"(so )?luot (xem|doc|truy cap)|so lan (xem|doc)|views?|hits|view ?count|luotxem"
        ),
        "SECTION": (
            r"(chuyen|danh) muc|the loai tin|nhom tin|loai tin|muc|categor(y|ies)( name)?|section"
            r"|cat ?name|chuyenmuc|danhmuc"
        ),
        "TAGS": (r"tu khoa|the tag|tags?|key ?words?|tukhoa"),
        "PICTURE": (
            r"(hinh )?anh( (dai dien|minh hoa|bai viet))?|hinh dai dien|thumb(nail)?|image( ?url)?"
            r"|picture|photo|homeimgfile|anhdaidien|avatar"
        ),
        "FILE": (
            r"(tep|file|van ban|tai lieu)( tin)? (dinh kem|kem theo)|(ten )?(tep|file)( goc)?"
            r"|attachments?|dinhkem|filedinhkem|duong dan tep"
        ),
        "URL": (
            r"(dia chi|duong dan)( (bai( viet)?|trang|url|web))?|lien ket|url|link|permalink|href"
        ),
        "PUBLISHER": (r"nguon( tin)?( bai)?|source|publisher|don vi dang"),
        "STATUS": (r"(tinh |trang )(trang|thai)( (dang|xuat ban|tin))?|status|state|trangthai"),
        "ITEM": (
            r"(ma|so)( (bai|tin|so|bai viet|van ban))?|id|(post|article|news|item|row) ?id|guid"
        ),
    }
)
_ROLES = tuple((ColumnRole[name], re.compile(words)) for name, words in _LABELS.items())
_NO_LETTER = re.compile(r"[^a-z0-9&,]+")
# "postTitle", "PostTitle"
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def role_of_label(label: str) -> ColumnRole | None:
    """Return the role that a column's label tells; None where it tells none."""
    words = _NO_LETTER.sub(" ", fold(_HUMP.sub(" ", label))).strip()
    return next((role for role, pattern in _ROLES if pattern.fullmatch(words)), None)
