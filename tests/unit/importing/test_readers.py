from __future__ import annotations

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.readers import recognise

from tests.unit.importing.samples import NEWS, NOTICE, capture_of


def test_news_and_notices_are_told_apart() -> None:
    assert recognise(capture_of(NEWS)) == "news"
    assert recognise(capture_of(NOTICE)) == "notice"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Một bài thơ về quê hương", "không nhận ra dạng bài"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐƠN XIN NGHỈ PHÉP", "không có dòng “Số: …”"),
        (f"{NEWS}\n{NEWS}", "nhiều bài"),
        (f"{NEWS}\n{NOTICE}", "nhiều bài"),
    ],
)
def test_anything_else_is_refused_saying_what_was_expected(text: str, why: str) -> None:
    with pytest.raises(ImportRefusedError, match=why) as refused:
        recognise(capture_of(text))
    assert "cms-publish-date" in str(refused.value)
    assert "Quốc hiệu" in str(refused.value)
