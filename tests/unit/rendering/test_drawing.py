"""Pictures of words: of one size, Vietnamese set right, the same words the same bytes."""

from __future__ import annotations

import io
import unicodedata
from itertools import product

import pytest
from bantin.rendering.drawing import FONT_DIR, HEIGHT, LINE_HEIGHT, WIDTH, draw_words, fit_lines
from PIL import Image, ImageFont

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = [
    unicodedata.normalize("NFC", vowel + tone) for vowel, tone in product(VOWELS, TONES)
] + list("bcdđghklmnpqrstvxfjwz0123456789–…“”·/.;,")
LONG = "Ủy ban nhân dân thành phố và các cơ quan trực thuộc " * 8
WIDTH_OF_LINES = 1040


def picture(*words: str) -> Image.Image:
    return Image.open(io.BytesIO(draw_words(*words)))


def test_picture_is_a_png_of_the_size_that_is_told_and_light() -> None:
    content = draw_words("Cơ quan", "Ban Vì sự tiến bộ của phụ nữ tỉnh Đắk Nông", "Bản Tin")
    image = Image.open(io.BytesIO(content))
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    assert len(content) < 40_000
    assert content == draw_words("Cơ quan", "Ban Vì sự tiến bộ của phụ nữ tỉnh Đắk Nông", "Bản Tin")


@pytest.mark.parametrize("weight", ["400", "700"])
def test_font_has_every_vietnamese_letter(weight: str) -> None:
    path = str(FONT_DIR / f"be-vietnam-pro-{weight}.ttf")
    font = ImageFont.truetype(path, 50, layout_engine=ImageFont.Layout.BASIC)
    missing = bytes(font.getmask("\ufffe"))
    letters = {one for letter in LETTERS for one in (letter, letter.upper())}
    assert len(letters) > 150
    assert {one for one in letters if bytes(font.getmask(one)) == missing} == set()


def test_marks_of_one_line_do_not_touch_those_of_the_next() -> None:
    for size, text in ((88, "Ẫ Ặ"), (50, LONG)):
        chosen, lines = fit_lines(text, WIDTH_OF_LINES)
        assert chosen == size
        path = str(FONT_DIR / "be-vietnam-pro-700.ttf")
        font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
        _, top, _, _ = font.getbbox("Ẫ")
        _, _, _, bottom = font.getbbox("ặgỵ")
        assert bottom - top < size * LINE_HEIGHT
        assert lines


@pytest.mark.parametrize("title", ["Tin", "Thông tin chỉ đạo, điều hành", LONG])
def test_lines_hold_all_words_that_fit(title: str) -> None:
    size, lines = fit_lines(title, WIDTH_OF_LINES)
    path = str(FONT_DIR / "be-vietnam-pro-700.ttf")
    font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    assert all(font.getlength(line) <= WIDTH_OF_LINES for line in lines)
    assert len(lines) <= 4
    told = " ".join(lines)
    if title == LONG:
        assert told.endswith("…")
        assert title.startswith(told.removesuffix("…"))
    else:
        assert told == title


def test_words_stand_where_words_are_and_the_bar_at_the_foot() -> None:
    image = picture("Mục", "Tin", "Bản Tin").convert("RGB")
    empty = picture("", "Tin", "Bản Tin").convert("RGB")
    assert image.getpixel((5, HEIGHT - 5)) == (184, 137, 43)
    assert image.getpixel((5, 5)) == (109, 18, 18)
    box = (0, 60, WIDTH, 130)
    assert len(image.crop(box).getcolors() or []) > len(empty.crop(box).getcolors() or []) == 1
