"""Makes the bytes of a captured text file into clean paragraphs, with a list of repairs.

Knows nothing of news or notices. Changes no word.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path

from bantin.errors import ImportRefusedError
from bantin.importing.capture import Block, Capture
from bantin.importing.reading.cleaning import (
    TAG_LINE,
    find_page_ends,
    mend_characters,
    mend_line,
)
from bantin.importing.reading.decoding import decode_text
from bantin.importing.reading.given_file import hold_name, read_bytes
from bantin.importing.reading.joining import Paragraph, join_lines, keep_lines, looks_wrapped
from bantin.importing.reading.lines import Line, join_words, measure_line
from bantin.text.normalize import nfc, squeeze_spaces

MAX_CAPTURE_BYTES = 1_000_000
_TOO_LARGE = "tệp lớn hơn 1 MB; mỗi tệp chỉ chứa một bản tin hoặc thông báo"
_VIETNAMESE_ONLY = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_LETTERS_OF_A_TEXT = 200
_LETTER = re.compile(r"[^\W\d_]")


def read_capture(path: Path) -> Capture:
    """Read and clean a captured file.

    Raises:
        ImportRefusedError: it cannot be opened, or `clean_capture` refuses it.
    """
    raw = read_bytes(path, MAX_CAPTURE_BYTES, _TOO_LARGE)
    return clean_capture(path.name, raw)


def clean_capture(name: str, raw: bytes) -> Capture:
    """Clean a captured text.

    Args:
        name: the file's name, kept with the record.
        raw: the whole file.

    Raises:
        ImportRefusedError: empty, too large, or in no known encoding; or a name that no record can
            keep.
    """
    name = hold_name(name)
    repairs: list[str] = []
    doubts: list[str] = []
    text = _decode(raw, repairs, doubts)
    page_ends = find_page_ends(text)
    lines = _read_lines(mend_characters(text, repairs), page_ends, repairs)
    arrange = join_lines if looks_wrapped(lines) else keep_lines
    blocks = [_make_block(one, repairs) for one in arrange(lines, repairs)]
    if not blocks:
        raise ImportRefusedError("tệp không có chữ nào; cần nội dung một bản tin hoặc thông báo")
    sha256 = hashlib.sha256(raw).hexdigest()
    return Capture(name, sha256, tuple(blocks), tuple(repairs), doubts=tuple(doubts))


def _read_lines(text: str, page_ends: Sequence[int], repairs: list[str]) -> list[Line]:
    """Return the lines with words, measured; their pages count only where the text tells any."""
    lines: list[Line] = []
    blank_with_spaces: list[int] = []
    after_blank = True
    for number, line in enumerate(text.split("\n"), start=1):
        clean = squeeze_spaces(line)
        if not clean:
            after_blank = True
            if line:
                blank_with_spaces.append(number)
        elif TAG_LINE.fullmatch(clean):
            repairs.append(f"Dòng {number}: bỏ mảnh mã còn sót “{clean}”")
        else:
            page = 1 + bisect_left(page_ends, number) if page_ends else 0
            lines.append(measure_line(number, line, after_blank=after_blank, page=page))
            after_blank = False
    if blank_with_spaces:
        where = ", ".join(map(str, blank_with_spaces))
        repairs.append(f"Dòng {where}: chỉ có khoảng trắng (U+00A0), coi là dòng trống")
    return lines


def _make_block(paragraph: Paragraph, repairs: list[str]) -> Block:
    """Return the block of a paragraph; its number is that of its first line."""
    first = paragraph.lines[0]
    words = [
        mend_line(line.number, line.raw, squeeze_spaces(line.raw), repairs)
        for line in paragraph.lines
    ]
    raw = first.raw
    if paragraph.lines[1:]:
        raw = join_words([line.raw.strip() for line in paragraph.lines])
    return Block(first.number, raw, join_words(words), first.after_blank, column=first.column)


def _decode(raw: bytes, repairs: list[str], doubts: list[str]) -> str:
    if not raw.strip():
        raise ImportRefusedError("tệp rỗng; cần nội dung một bản tin hoặc một thông báo")
    if len(raw) > MAX_CAPTURE_BYTES:
        raise ImportRefusedError(_TOO_LARGE)
    text = decode_text(raw, "", repairs, doubts, guess=False)
    if "\x00" in text:
        raise ImportRefusedError("đây không phải tệp văn bản; cần tệp chữ thuần (.txt) mã UTF-8")
    if len(_LETTER.findall(text)) > _LETTERS_OF_A_TEXT and not _VIETNAMESE_ONLY.search(nfc(text)):
        raise ImportRefusedError(
            "không thấy chữ Việt nào (bài viết không dấu, hoặc ở bảng mã mà máy không nhận ra); "
            "mở bằng chương trình gốc, lưu với bảng mã UTF-8 rồi nhập lại"
        )
    return text
