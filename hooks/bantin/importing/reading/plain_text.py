"""Makes the bytes of a captured text file into clean lines, with a list of repairs.

Knows nothing of news or notices. Changes no word.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from bantin.errors import ImportRefusedError
from bantin.importing.capture import Block, Capture
from bantin.importing.reading.cleaning import TAG_LINE, mend_characters, mend_line
from bantin.records.characters import name_refused
from bantin.text.normalize import nfc, squeeze_spaces
from bantin.unforeseen import reason_of

MAX_CAPTURE_BYTES = 1_000_000
_VIETNAMESE_ONLY = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_LETTER = re.compile(r"[^\W\d_]")


def read_capture(path: Path) -> Capture:
    """Read and clean a captured file.

    Raises:
        ImportRefusedError: it cannot be opened, or `clean_capture` refuses it.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_CAPTURE_BYTES + 1)
    except OSError as error:
        raise ImportRefusedError(
            f"không mở được tệp ({reason_of(error)}); kiểm tra lại tên tệp và quyền đọc"
        ) from error
    return clean_capture(path.name, raw)


def clean_capture(name: str, raw: bytes) -> Capture:
    """Clean a captured text.

    Args:
        name: the file's name, kept with the record.
        raw: the whole file.

    Raises:
        ImportRefusedError: empty, too large, not UTF-8, or text of an old Vietnamese code page; or
            a name that no record can keep.
    """
    name = nfc(name)
    if fault := name_refused(name) or ("có chỗ xuống dòng" if "\n" in name else ""):
        raise ImportRefusedError(f"tên tệp {fault}; đổi tên tệp rồi nhập lại")
    text = _decode(raw)
    repairs: list[str] = []
    text = mend_characters(text, repairs)
    blocks: list[Block] = []
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
            blocks.append(Block(number, line, mend_line(number, line, clean, repairs), after_blank))
            after_blank = False
    if blank_with_spaces:
        where = ", ".join(map(str, blank_with_spaces))
        repairs.append(f"Dòng {where}: chỉ có khoảng trắng (U+00A0), coi là dòng trống")
    if not blocks:
        raise ImportRefusedError("tệp không có chữ nào; cần nội dung một bản tin hoặc thông báo")
    return Capture(name, hashlib.sha256(raw).hexdigest(), tuple(blocks), tuple(repairs))


def _decode(raw: bytes) -> str:
    if not raw.strip():
        raise ImportRefusedError("tệp rỗng; cần nội dung một bản tin hoặc một thông báo")
    if len(raw) > MAX_CAPTURE_BYTES:
        raise ImportRefusedError("tệp lớn hơn 1 MB; mỗi tệp chỉ chứa một bản tin hoặc thông báo")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ImportRefusedError("tệp ở bảng mã UTF-16; mở lại và lưu với bảng mã UTF-8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ImportRefusedError(
            f"dòng {line} không ở bảng mã UTF-8 (có thể là TCVN3, VNI hoặc tệp Word); "
            "chuyển sang Unicode, lưu với bảng mã UTF-8 rồi nhập lại"
        ) from error
    if "\x00" in text:
        raise ImportRefusedError("đây không phải tệp văn bản; cần tệp chữ thuần (.txt) mã UTF-8")
    if len(_LETTER.findall(text)) > 200 and not _VIETNAMESE_ONLY.search(nfc(text)):
        raise ImportRefusedError(
            "không thấy chữ Việt Unicode nào, có lẽ chữ ở bảng mã cũ (TCVN3, VNI); "
            "chuyển sang Unicode, lưu với bảng mã UTF-8 rồi nhập lại"
        )
    return text
