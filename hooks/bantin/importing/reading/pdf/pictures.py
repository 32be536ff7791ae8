"""Cuts the pictures of an article out of a page; scans, seals and logos stay where they are.

Knows PDFium and places on the page.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from bantin.importing.reading.pdf.glyphs import Box

_LEAST_POINTS = (80.0, 60.0)
_LEAST_PIXELS = (120, 90)
_MOST_PIXELS = 40_000_000
_MOST_PICTURES = 200
_WHOLE_PAGE = 0.8


@dataclass(frozen=True, slots=True)
class CutPicture:
    """A picture of a page.

    Attributes:
        box: its place.
        data: its bytes.
        ending: ".jpg".
    """

    box: Box
    data: bytes
    ending: str


def cut_pictures(
    page: pdfium.PdfPage, avoid: Sequence[Box], number: int, doubts: list[str]
) -> list[CutPicture]:
    """Return the pictures of a page, from top to bottom.

    Args:
        page: upright.
        avoid: head and foot of a document, where seals and logos stand.
        number: 1-based page, for what is told.
        doubts: takes the pictures that could not be cut out, in Vietnamese.
    """
    width, height = page.get_size()
    left, bottom, _, _ = page.get_mediabox()
    found: list[CutPicture] = []
    for count, image in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        if count >= _MOST_PICTURES:
            doubts.append(f"Trang {number}: có hơn {_MOST_PICTURES} hình, chỉ xét các hình đầu")
            break
        one, two, three, four = image.get_bounds()
        box = Box(one - left, two - bottom, three - left, four - bottom)
        if _is_small(box) or box.area > _WHOLE_PAGE * width * height:
            continue
        if any(zone.overlap(box) > 0.3 * box.area for zone in avoid):
            continue
        pixels = image.get_px_size()
        if pixels[0] < _LEAST_PIXELS[0] or pixels[1] < _LEAST_PIXELS[1]:
            continue
        if pixels[0] * pixels[1] > _MOST_PIXELS:
            doubts.append(f"Trang {number}: một hình quá lớn ({pixels[0]}×{pixels[1]}) không lấy")
            continue
        if picture := _cut(image, box):
            found.append(picture)
        else:
            doubts.append(f"Trang {number}: một hình không tách ra được, hãy lấy bằng tay")
    return sorted(found, key=lambda picture: -picture.box.top)


def _is_small(box: Box) -> bool:
    return box.right - box.left < _LEAST_POINTS[0] or box.top - box.bottom < _LEAST_POINTS[1]


def _cut(image: pdfium.PdfImage, box: Box) -> CutPicture | None:
    """Return a picture's bytes as they are where they are JPEG, else as PNG."""
    buffer = io.BytesIO()
    try:
        if "DCTDecode" in image.get_filters():
            return CutPicture(box, bytes(image.get_data(decode_simple=True)), ".jpg")
        bitmap = image.get_bitmap(render=False)
        picture = bitmap.to_pil()
        picture.save(buffer, format="PNG")
        bitmap.close()
    except (pdfium.PdfiumError, OSError, ValueError, RuntimeError):
        return None
    return CutPicture(box, buffer.getvalue(), ".png")
