"""A picture has words that stand for it."""

from __future__ import annotations

import pytest
from bantin.checking.pictures import check_pictures

from tests.unit.checking.manuscripts import article, told


@pytest.mark.parametrize(
    "alt", ["", "    alt: ''\n", "    alt: IMG_2031.jpg\n", "    alt: DSC0123\n"]
)
def test_a_photo_without_words_is_told_of(alt: str) -> None:
    more = f"photos:\n  - src: a.jpg\n{alt}    caption: Ban họp"
    ((line, _, message),) = told(check_pictures, article(more=more))
    assert line in (6, 7)
    assert message.startswith("ảnh a.jpg ")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mở.\n\n![](a.jpg)", (10, 5)),
        ('Mở.\n\n<img src="a.jpg">', (10, 11)),
        ("![ ](a.jpg)", (8, 6)),
    ],
)
def test_a_picture_in_the_text_without_words_is_told_of(text: str, place: tuple[int, int]) -> None:
    ((line, column, message),) = told(check_pictures, article(text))
    assert (line, column) == place
    assert message == "ảnh a.jpg không có lời tả (alt)"


def test_pictures_with_words_and_lost_ones_are_right() -> None:
    more = "photos:\n  - src: a.jpg\n    alt: Ban họp\n  - caption: Ảnh đã mất"
    text = '![Ban họp](a.jpg) <img src="b.jpg" alt="Toàn cảnh"> `![](c.jpg)`'
    assert told(check_pictures, article(text, more)) == []
