"""Vietnamese names of fields, for columns and the page."""

from __future__ import annotations

from types import MappingProxyType

from bantin.importing.proposal import Sure

_LABELS = MappingProxyType(
    {
        "title": "Tiêu đề, trích yếu",
        "date": "Ngày",
        "section": "Chuyên mục",
        "kind": "Loại văn bản",
        "number": "Số, ký hiệu",
        "issuer": "Cơ quan ban hành",
        "place": "Địa danh",
        "author": "Tác giả",
        "views": "Lượt xem",
        "summary": "Tóm tắt",
        "bodies": "Cơ quan liên quan",
        "publisher": "Cơ quan đăng",
        "people": "Người được nêu tên",
        "figures": "Số liệu",
        "photos": "Ảnh",
        "attachments": "Tệp đính kèm",
        "tags": "Từ khóa",
        "field": "Lĩnh vực",
        "time_verified": "Giờ đăng",
        "signer.authority": "Quyền hạn ký",
        "signer.position": "Chức vụ người ký",
        "signer.name": "Người ký",
        "recipients": "Nơi nhận",
        "filing": "Lưu",
        "effective": "Ngày có hiệu lực",
        "replaces": "Thay thế",
        "replaced_by": "Bị thay thế",
        "meeting": "Cuộc họp",
        "meeting.date": "Ngày họp",
        "meeting.bodies": "Cơ quan họp",
        "meeting.venue": "Địa điểm họp",
        "meeting.chairs": "Chủ trì",
        "meeting.attendees": "Thành phần dự họp",
        "meeting.period": "Kỳ báo cáo",
    }
)
_SURE = MappingProxyType({Sure.READ: "đọc được", Sure.GUESSED: "suy đoán", Sure.OPEN: "để trống"})


def field_label(key: str) -> str:
    """Return a field's name; the key itself where it has none."""
    return _LABELS.get(key, key)


def field_order(key: str) -> tuple[int, str]:
    """Return what sorts fields as editors read them."""
    keys = list(_LABELS)
    return (keys.index(key) if key in _LABELS else len(keys), key)


def sure_label(sure: Sure | None) -> str:
    """Return how sure a field is, in words."""
    return _SURE[sure] if sure else ""
