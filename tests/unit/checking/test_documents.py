"""What a document lacks is told once; what it has is not asked for."""

from __future__ import annotations

import pytest
from bantin.checking.documents import check_document

from tests.unit.checking.manuscripts import article, document, manuscript, told

WHOLE = "place: Mẫu\nsigner: {position: A, name: B}\nrecipients: [C]\nfiling: VT"


def test_a_whole_document_lacks_nothing() -> None:
    assert told(check_document, document(WHOLE)) == []
    assert told(check_document, article()) == []


def test_all_that_is_missing_is_told_in_one_remark() -> None:
    ((_, _, message),) = told(check_document, document("place: Mẫu", body=""))
    assert message == (
        "thiếu thành phần thể thức: người ký (signer), nơi nhận (recipients), dòng Lưu (filing), "
        "nội dung"
    )


def test_an_attached_text_is_a_text() -> None:
    more = f"{WHOLE}\nattachments: [{{src: a.pdf, title: Toàn văn}}]"
    assert told(check_document, document(more, body="")) == []


@pytest.mark.parametrize("status", ["withdrawn", "draft"])
def test_what_is_not_published_may_lack_something(status: str) -> None:
    assert told(check_document, document(f"status: {status}", body="")) == []


def test_a_number_of_another_kind_or_year_is_told_of() -> None:
    ((line, _, message),) = told(check_document, document(WHOLE, number="5/QĐ-VP"))
    assert line == 3
    assert message == "ký hiệu QĐ-VP là của loại QĐ (Quyết định), kind lại ghi TB"
    ((_, _, message),) = told(check_document, document(WHOLE, number="5/2012/TB-VP"))
    assert "của năm 2012" in message


def test_a_letter_is_named_by_its_office() -> None:
    head = f"kind: CV\nnumber: 12/UBND-VX\ntitle: a\ndate: 2013-10-10\nissuer: vp\n{WHOLE}"
    assert told(check_document, manuscript("van-ban/2013/a.md", head, "Việc.")) == []
