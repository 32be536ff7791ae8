"""Finds components of a document that are missing or contradict each other.

Source: Decree 30/2020/NĐ-CP, Article 8 and Annex I. The page itself sets the national title, the
issuer's name and the line above it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bantin.checking.manuscript import Manuscript
from bantin.errors import Problem
from bantin.records.kinds import kind_name
from bantin.records.models import Document
from bantin.text.numbers import parse_number

_COMPONENTS = {
    "place": "địa danh",
    "signer": "người ký",
    "recipients": "nơi nhận",
    "filing": "dòng Lưu",
}
# In a number, these can only be kinds of documents. Shorter or rarer ones also name offices.
_TOLD_BY_NUMBER = ("TB", "QĐ", "KH", "BC", "TTr", "NQ", "HD", "CTr")


def check_document(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a remark for each missing component, and for a number that contradicts the document."""
    record = manuscript.record
    # A draft is not finished, and a withdrawn document stays as it was.
    if not isinstance(record, Document) or record.status != "published":
        return
    missing = [f"{name} ({key})" for key, name in _COMPONENTS.items() if not getattr(record, key)]
    if not manuscript.rendered.html.strip() and not record.attachments:
        missing.append("nội dung")
    if missing:
        yield manuscript.remark_key(
            (),
            f"thiếu thành phần thể thức: {', '.join(missing)}",
            "ghi thêm như bản gốc; bản gốc không có thì để nguyên",
        )
    yield from _number_faults(manuscript, record)


def _number_faults(manuscript: Manuscript, record: Document) -> Iterator[Problem]:
    number = parse_number(record.number)
    if number is None:
        return
    if number.year is not None and number.year != record.day.year:
        yield manuscript.remark_key(
            ("number",),
            f"số {record.number} là của năm {number.year}, ngày ban hành lại ở năm "
            f"{record.day.year}",
            "xem lại số hoặc ngày ban hành",
        )
    named = number.symbol.partition("-")[0]
    if "-" in number.symbol and named in _TOLD_BY_NUMBER and named != record.kind:
        yield manuscript.remark_key(
            ("number",),
            f"ký hiệu {number.symbol} là của loại {named} ({kind_name(named)}), "
            f"kind lại ghi {record.kind}",
            "xem lại kind hoặc số, ký hiệu",
        )
