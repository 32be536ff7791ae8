"""Draws the picture of a shared page: a few words on the site's red.

Knows no record. Pillow is loaded when the first picture is drawn: most builds draw none.
"""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
FONT_DIR = Path(__file__).parent / "fonts"
_MARGIN = 80
_TITLE_SIZES = (88, 76, 66, 58, 50)
_MOST_LINES = 4
# Vietnamese puts two marks above a capital and one below, so lines need wide spacing.
LINE_HEIGHT = 1.44
_BLACK_TO_WHITE = 256
# The site's colours, see bantin.css.
_RED, _WHITE, _GOLD = (109, 18, 18), (255, 255, 255), (184, 137, 43)
_GOLD_INDEX = 1


def draw_words(kicker: str, title: str, foot: str) -> bytes:
    """Return a PNG of 1200×630 pixels: a small line, a title below it, and a line at the foot.

    Args:
        kicker: the small line, the kind of page; may be "".
        title: NFC; cut between words after four lines.
        foot: the owner of the page.
    """
    from PIL import Image, ImageDraw

    # One channel, from the ground (0) to the letters (255). A palette colours it at the end. This
    # is less to draw and to keep than a picture in colours.
    picture = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(picture)
    draw.text((_MARGIN, 76), kicker, 205, _font("400", 36))
    size, lines = fit_lines(title, WIDTH - 2 * _MARGIN)
    top = 150
    for number, line in enumerate(lines):
        draw.text(
            (_MARGIN, top + round(number * size * LINE_HEIGHT)), line, 255, _font("700", size)
        )
    draw.text((_MARGIN, HEIGHT - 96), foot, 225, _font("400", 34))
    # No letter may have the colour of the bar at the foot.
    coloured = picture.point([0, 0, *range(2, _BLACK_TO_WHITE)]).copy()
    coloured.paste(_GOLD_INDEX, (0, HEIGHT - 16, WIDTH, HEIGHT))
    coloured.putpalette(_palette())
    file = io.BytesIO()
    coloured.save(file, "PNG", compress_level=3)
    return file.getvalue()


def fit_lines(title: str, width: int) -> tuple[int, list[str]]:
    """Return the largest size in pixels at which a title fits, and its lines at that size.

    Args:
        title: at least one word.
        width: of a line, in pixels.
    """
    for size in _TITLE_SIZES:
        lines = _wrap(title, width, size)
        if len(lines) <= (3 if size > _TITLE_SIZES[2] else _MOST_LINES):
            return size, lines
    last = lines[_MOST_LINES - 1]
    while " " in last and _length(f"{last}…", size) > width:
        last = last.rpartition(" ")[0]
    return size, [*lines[: _MOST_LINES - 1], f"{last}…"]


def _wrap(text: str, width: int, size: int) -> list[str]:
    lines: list[str] = []
    room = 0.0
    space = _length(" ", size)
    for word in text.split():
        length = _length(word, size)
        if lines and length + space <= room:
            lines[-1] += f" {word}"
            room -= length + space
        else:
            lines.append(word)
            room = width - length
    return lines


@lru_cache(maxsize=4_096)
def _length(text: str, size: int) -> float:
    """Return the width of a word in pixels. Names of bodies repeat few words, so it is kept."""
    return _font("700", size).getlength(text)


@lru_cache(maxsize=16)
def _font(weight: str, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    # The basic engine draws composed letters as the font has them. Every system has it.
    path = str(FONT_DIR / f"be-vietnam-pro-{weight}.ttf")
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=1)
def _palette() -> list[int]:
    colours = [
        tuple(round(a + (b - a) * step / 255) for a, b in zip(_RED, _WHITE, strict=True))
        for step in range(_BLACK_TO_WHITE)
    ]
    colours[_GOLD_INDEX] = _GOLD
    return [value for colour in colours for value in colour]
