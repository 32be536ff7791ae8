"""Recognises the text of scanned pages with Debian's `tesseract`, where it is there.

Knows the program and its table of words; knows no paragraphs. `ocrmypdf` is not needed: it calls
the same program, and the file that it writes no longer tells how sure each word is.
"""

from __future__ import annotations

import csv
import io
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from bantin.importing.reading.pdf.glyphs import Box, Glyph

_PROGRAM = "tesseract"
_LANGUAGE = "vie"
_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72
_MOST_PIXELS = 20_000_000
_SCANNED_SHARE = 0.6
_FEWEST_GLYPHS, _FEW_GLYPHS = 20, 300
_ASK_SECONDS = 5
# A line of letters is higher than its font's size tells.
_SIZE_OF_HEIGHT = 0.8


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was recognised on a page.

    Attributes:
        glyphs: one for each word.
        certainty: mean of the program's own, 0 to 100.
    """

    glyphs: tuple[Glyph, ...]
    certainty: float


@cache
def can_recognise() -> bool:
    """Tell whether the program and its Vietnamese are there."""
    program = shutil.which(_PROGRAM)
    if program is None:
        return False
    try:
        asked = subprocess.run(
            [program, "--list-langs"], capture_output=True, timeout=_ASK_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return _LANGUAGE in asked.stdout.decode("utf-8", "replace").split()


def is_scanned(page: pdfium.PdfPage, glyphs: Sequence[Glyph]) -> bool:
    """Tell whether a page is a picture: hardly a character is printed, and pictures cover it."""
    return _count_printed(glyphs) < _FEWEST_GLYPHS and _is_covered(page)


def may_be_scanned(page: pdfium.PdfPage, glyphs: Sequence[Glyph]) -> bool:
    """Tell whether a page may be a picture with a few printed words, such as a signature's."""
    return _count_printed(glyphs) < _FEW_GLYPHS and _is_covered(page)


def _count_printed(glyphs: Sequence[Glyph]) -> int:
    return sum(1 for glyph in glyphs if not glyph.is_space and not glyph.is_hidden)


def _is_covered(page: pdfium.PdfPage) -> bool:
    """Pictures cover most of the page."""
    width, height = page.get_size()
    whole = Box(0, 0, width, height)
    left, bottom, _, _ = page.get_mediabox()
    covered = 0.0
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        one, two, three, four = image.get_bounds()
        covered += Box(one - left, two - bottom, three - left, four - bottom).overlap(whole)
    return covered >= _SCANNED_SHARE * whole.area


def recognise_page(page: pdfium.PdfPage, seconds: float) -> Recognised | None:
    """Recognise a page within a time; None where the program fails or finds nothing."""
    width, height = page.get_size()
    scale = _DOTS_PER_INCH / _POINTS_PER_INCH
    scale = min(scale, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    image = bitmap.to_pil()
    with tempfile.TemporaryDirectory(prefix="bantin-scan-") as folder:
        path = Path(folder) / "page.png"
        image.save(path)
        image.close()
        bitmap.close()
        command = [_PROGRAM, str(path), "-", "-l", _LANGUAGE]
        command += ["--dpi", str(_DOTS_PER_INCH), "tsv"]
        try:
            done = subprocess.run(
                command, capture_output=True, timeout=seconds, check=False, cwd=folder
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
    return _read_table(done.stdout.decode("utf-8", "replace"), scale, height)


def _read_table(table: str, scale: float, height: float) -> Recognised | None:
    """Read the program's table: a row for each word, with its place in pixels from above."""
    heights: dict[tuple[str, ...], tuple[float, float]] = {}
    glyphs: list[Glyph] = []
    certainties: list[float] = []
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        try:
            left, top, wide, high = (
                float(row[key]) / scale for key in ("left", "top", "width", "height")
            )
            level, certainty = row["level"], float(row["conf"])
        except (KeyError, TypeError, ValueError):
            continue
        line = tuple(row.get(key) or "" for key in ("block_num", "par_num", "line_num"))
        if level == "4":
            heights[line] = (height - top - high, high)
        word = (row.get("text") or "").strip()
        if level != "5" or not word or certainty < 0:
            continue
        base, line_height = heights.get(line, (height - top - high, high))
        size = max(1.0, line_height * _SIZE_OF_HEIGHT)
        box = Box(left, base, left + wide, base + line_height)
        glyphs.append(Glyph(word, box, base, size, "", is_bold=False, is_hidden=False))
        certainties.append(certainty)
    if not glyphs:
        return None
    return Recognised(tuple(glyphs), statistics.fmean(certainties))
