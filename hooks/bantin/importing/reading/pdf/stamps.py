"""Reads the text that signature fields and stamps show over a page, which the page does not hold.

In signed files number and day of issue stand there, over blanks. Knows PDFium and glyphs.

Source: issue 18; `FPDFPage_Flatten` paints annotations into a copy, whose text is read again.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from bantin.importing.reading.pdf.glyphs import Box, Glyph, read_glyphs
from bantin.importing.reading.pdf.page_lines import glyph_text, make_rows

_SHOWN = frozenset({raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_FREETEXT})
_MOST_ANNOTATIONS = 500
_MOST_ROWS = 2
_MOST_CHARACTERS = 80
# What a signing program writes about the signature itself.
_ABOUT_SIGNATURE = re.compile(
    r"(?:được )?ký (?:số )?bởi|người ký|thời gian ký|ngày ký|cơ quan:|e-?mail:|signed by|signature"
    r"|\+07:00",
    re.IGNORECASE,
)
# Dots or underscores to be filled in stand for nothing.
_FILLERS = frozenset("._…-‐·")
_BLANK = "…"
_LAID_OVER = 0.3


@dataclass(frozen=True, slots=True)
class Stamped:
    """The glyphs of a page with those of its stamps.

    Attributes:
        glyphs: of page and stamps; where they contradict each other, a blank.
        repairs: what was put in and left out, in Vietnamese.
        doubts: contradictions, in Vietnamese.
    """

    glyphs: tuple[Glyph, ...]
    repairs: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def has_stamps(page: pdfium.PdfPage) -> bool:
    """Tell whether the page has annotations that may show text."""
    return bool(_shown_boxes(page))


def read_stamps(
    copy: pdfium.PdfDocument, index: int, printed: Sequence[Glyph], most: int
) -> Stamped:
    """Put the text of stamps among the glyphs of a page.

    Args:
        copy: of the document, which is changed.
        index: 0-based page.
        printed: glyphs of the page.
        most: glyphs that are read at most.
    """
    page = copy[index]
    boxes = _shown_boxes(page)
    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    page.close()
    page = copy[index]
    known = Counter(glyph.key for glyph in printed)
    added = []
    for glyph in read_glyphs(page, most).glyphs:
        if known[glyph.key] > 0:
            known[glyph.key] -= 1
        elif not glyph.is_hidden and not glyph.is_space:
            added.append(replace(glyph, is_stamp=True))
    page.close()
    glyphs = list(printed)
    repairs: list[str] = []
    doubts: list[str] = []
    for box in boxes:
        stamp = [glyph for glyph in added if box.holds(glyph.box)]
        added = [glyph for glyph in added if not box.holds(glyph.box)]
        if stamp:
            glyphs = _lay_over(glyphs, stamp, index + 1, repairs, doubts)
    if added:
        doubts.append(
            f"Trang {index + 1}: chữ “{_short(glyph_text(added))}” của ô dấu không rõ đặt vào đâu, "
            "đã bỏ ra; hãy xem bản gốc"
        )
    return Stamped(tuple(glyphs), tuple(repairs), tuple(doubts))


def _shown_boxes(page: pdfium.PdfPage) -> list[Box]:
    """Return the places of annotations that may show text, the smallest first."""
    boxes = []
    left, bottom, _, _ = page.get_mediabox()
    rect = raw.FS_RECTF()
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        if raw.FPDFAnnot_GetSubtype(annotation) in _SHOWN and raw.FPDFAnnot_GetRect(
            annotation, ctypes.byref(rect)
        ):
            sides = sorted((rect.left, rect.right)), sorted((rect.bottom, rect.top))
            box = Box(sides[0][0], sides[1][0], sides[0][1], sides[1][1])
            boxes.append(
                Box(
                    box.left - left - 1,
                    box.bottom - bottom - 1,
                    box.right - left + 1,
                    box.top - bottom + 1,
                )
            )
        raw.FPDFPage_CloseAnnot(annotation)
    return sorted(boxes, key=lambda one: one.area)


def _lay_over(
    glyphs: list[Glyph], stamp: list[Glyph], page: int, repairs: list[str], doubts: list[str]
) -> list[Glyph]:
    """Put one stamp among the glyphs of its page."""
    rows = make_rows(stamp)
    text = glyph_text(stamp)
    if len(rows) > _MOST_ROWS or len(text) > _MOST_CHARACTERS or _ABOUT_SIGNATURE.search(text):
        repairs.append(f"Trang {page}: bỏ chữ của chữ ký số “{_short(text)}”")
        return glyphs
    for row in rows:
        box = row.box
        under = [
            glyph
            for glyph in glyphs
            if not glyph.is_space and glyph.box.overlap(box) > _LAID_OVER * glyph.box.area
        ]
        fillers = [glyph for glyph in under if glyph.text in _FILLERS]
        words = _whole_words(glyphs, [glyph for glyph in under if glyph.text not in _FILLERS])
        dots = _filler_runs(_whole_words(glyphs, fillers), fillers)
        gone = {id(glyph) for glyph in (*under, *words, *dots)}
        rest = [glyph for glyph in glyphs if id(glyph) not in gone]
        said, printed = glyph_text(row.glyphs), glyph_text(words)
        if not words:
            repairs.append(f"Trang {page}: lấy “{said}” từ ô dấu của chữ ký số")
            glyphs = [*rest, *row.glyphs]
        elif printed == said:
            repairs.append(f"Trang {page}: “{said}” có cả trong chữ in và trong ô dấu, giữ một")
        else:
            doubts.append(
                f"Trang {page}: chữ in ghi “{printed}” nhưng dấu đóng đè lên ghi “{said}”; "
                f"để trống (“{_BLANK}”), hãy xem bản gốc rồi điền"
            )
            blank = replace(row.glyphs[0], text=_BLANK, box=box, is_stamp=False)
            glyphs = [*rest, blank]
    return glyphs


def _whole_words(glyphs: Sequence[Glyph], touched: Sequence[Glyph]) -> list[Glyph]:
    """Return the printed words of which some characters are touched."""
    if not touched:
        return []
    words: list[Glyph] = []
    highest = max(glyph.box.top for glyph in touched)
    lowest = min(glyph.box.bottom for glyph in touched)
    beside = [one for one in glyphs if one.box.top >= lowest and one.box.bottom <= highest]
    for row in make_rows([glyph for glyph in beside if not glyph.is_stamp]):
        word: list[Glyph] = []
        for glyph in row.glyphs:
            is_apart = glyph.is_space or (
                bool(word) and glyph.box.left - word[-1].box.right > 0.2 * glyph.size
            )
            if is_apart:
                words.extend(_if_touched(word, touched))
                word = []
            if not glyph.is_space:
                word.append(glyph)
        words.extend(_if_touched(word, touched))
    return words


def _filler_runs(words: Sequence[Glyph], touched: Sequence[Glyph]) -> list[Glyph]:
    """Return the runs of dots and the like of which some are touched."""
    runs: list[Glyph] = []
    for is_filler, run in groupby(words, lambda glyph: glyph.text in _FILLERS):
        if is_filler:
            runs.extend(_if_touched(list(run), touched))
    return runs


def _if_touched(word: Sequence[Glyph], touched: Sequence[Glyph]) -> Sequence[Glyph]:
    known = set(map(id, touched))
    return word if any(id(glyph) in known for glyph in word) else ()


def _short(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}…"
