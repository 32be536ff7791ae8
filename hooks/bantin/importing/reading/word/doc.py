"""Reads DOC files of Word 97 to 2003, with the help of LibreOffice or antiword."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bantin.errors import ImportRefusedError
from bantin.importing.capture import Capture
from bantin.importing.reading.capture_builder import CaptureBuilder
from bantin.importing.reading.word.assembling import assemble
from bantin.importing.reading.word.converters import find_converter
from bantin.importing.reading.word.docx import read_docx_package
from bantin.importing.reading.word.findings import WordFindings
from bantin.importing.reading.word.originals import (
    OfficeFormat,
    OfficeOriginal,
    open_original,
    refuse_format,
)
from bantin.importing.reading.word.packages import OfficePackage
from bantin.importing.reading.word.parts import CellPart, FontRun, Part, TablePart, TextPart

_SECTOR = 512
# The beginning of the stream that holds the text: its mark, and the bit of a password.
_WORD_MARK = b"\xec\xa5"
_FLAGS_AT, _ENCRYPTED = 10, 0x01
_HOW_TO = (
    "tệp .doc (Word 97-2003) cần LibreOffice để đọc. Linux: sudo apt install libreoffice-writer; "
    "Windows, macOS: tải tại libreoffice.org rồi cài; cài xong chạy lại lệnh. Hoặc mở tệp bằng "
    "Word, chọn Lưu thành (Save As), dạng .docx, rồi nhập tệp .docx đó"
)


def read_doc(path: Path) -> Iterator[Capture]:
    """Read a DOC file: one item.

    Raises:
        ImportRefusedError: it is no such file, broken, locked, or no program is there that reads
            it; the message says how to get one.
    """
    original = open_original(path)
    refusal = refuse_format(original, "DOC (Word 97-2003)")
    if original.format is not OfficeFormat.OLE or "mật khẩu" in str(refusal):
        raise refusal
    if is_locked(original.data):
        raise ImportRefusedError("tệp đặt mật khẩu; mở bằng Word, bỏ mật khẩu, lưu lại rồi nhập")
    converter = find_converter()
    if converter is None:
        raise ImportRefusedError(_HOW_TO)
    converted = converter.convert(original.data)
    if converter.makes_docx:
        yield read_docx_package(OfficePackage(converted), original, "doc")
    else:
        yield _read_plain(converted, original)


def is_locked(data: bytes) -> bool:
    """Tell whether a DOC file has a password."""
    for at in range(_SECTOR, len(data) - _SECTOR, _SECTOR):
        if data.startswith(_WORD_MARK, at):
            return bool(data[at + _FLAGS_AT + 1] & _ENCRYPTED)
    return False


def _read_plain(text: bytes, original: OfficeOriginal) -> Capture:
    """Read what antiword prints: paragraphs, and rows of tables as lines between bars."""
    findings = WordFindings()
    findings.doubt(
        "Tệp .doc đọc bằng antiword: thiếu số thứ tự tự động, hình, chú thích; bảng có thể lệch. "
        "Cài LibreOffice rồi nhập lại cho đủ"
    )
    parts: list[Part] = []
    rows: list[tuple[CellPart, ...]] = []
    gap = True
    for line in [*text.decode("utf-8", "replace").split("\n"), ""]:
        words = line.strip()
        if words.startswith("|") and words.endswith("|") and len(words) > 1:
            cells = (
                TextPart((FontRun(cell.strip()),), gap=False) for cell in words[1:-1].split("|")
            )
            rows.append(tuple(CellPart((cell,) if cell.text else ()) for cell in cells))
            continue
        if rows:
            parts.append(TablePart(tuple(rows), is_ruled=False))
            rows = []
        if words:
            parts.append(TextPart((FontRun(line),), gap=gap))
        gap = not words
    builder = CaptureBuilder(original.name, original.sha256, file_format="doc")
    assemble(parts, findings, builder)
    return builder.build()
