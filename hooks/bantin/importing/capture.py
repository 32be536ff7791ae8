"""Makes the bytes of a captured text file into clean lines, with a list of repairs.

Knows nothing of news or notices. Changes no word.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from bantin.errors import ImportRefusedError
from bantin.records.characters import BREAKS, name_refused, without_mendable
from bantin.text.normalize import INVISIBLE, nfc, squeeze_spaces
from bantin.unforeseen import reason_of

MAX_CAPTURE_BYTES = 1_000_000
# A captured file may come from any program, so more ends a line here than in a record.
_LINE_ENDS = re.compile(rf"\r\n?|[{BREAKS}\x1c-\x1e]")
# What a part has taken it keeps. Otherwise the spaces of a line could be shared out without end.
_ATTRIBUTE = r"""\s++[\w:.-]++=(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>]++)"""
_TAG_LINE = re.compile(
    rf"(?:\s*+<(?:[/?]?+[a-z][\w:]*+(?:{_ATTRIBUTE})*+\s*+[/?]?+|!--(?:.*?-->|.*--)"
    r"|!\[[^<>]*\](?:--)?+)>?+)++\s*+",
    re.ASCII | re.IGNORECASE,
)
_SIGNED = re.compile(r"\(? ?[Đđ]?ã ký ?[.)]*", re.IGNORECASE)
_ODD_SPACE = re.compile(
    r"[ \t\u00a0\u2000-\u200a\u202f\u3000]{2,}|[\t\u00a0\u2000-\u200a\u202f\u3000]"
)
_VIETNAMESE_ONLY = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words on it.

    Attributes:
        number: 1-based line of the captured file.
        raw: as captured, in NFC, without control characters: YAML cannot hold them.
        text: clean: single spaces, nothing invisible.
        after_blank: an empty line, or the beginning of the file, stands above.
    """

    number: int
    raw: str
    text: str
    after_blank: bool


@dataclass(frozen=True, slots=True)
class Capture:
    """A captured file.

    Attributes:
        name: the file's name without its folder.
        sha256: hex digest of the file's bytes.
        lines: the lines with words on them, in order; never empty.
        repairs: in Vietnamese.
    """

    name: str
    sha256: str
    lines: tuple[Line, ...]
    repairs: tuple[str, ...]


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
    text = _mend_characters(text, repairs)
    lines: list[Line] = []
    blank_with_spaces: list[int] = []
    after_blank = True
    for number, line in enumerate(text.split("\n"), start=1):
        clean = squeeze_spaces(line)
        if not clean:
            after_blank = True
            if line:
                blank_with_spaces.append(number)
        elif _TAG_LINE.fullmatch(clean):
            repairs.append(f"Dòng {number}: bỏ mảnh mã còn sót “{clean}”")
        else:
            lines.append(Line(number, line, _mend_line(number, line, clean, repairs), after_blank))
            after_blank = False
    if blank_with_spaces:
        where = ", ".join(map(str, blank_with_spaces))
        repairs.append(f"Dòng {where}: chỉ có khoảng trắng (U+00A0), coi là dòng trống")
    if not lines:
        raise ImportRefusedError("tệp không có chữ nào; cần nội dung một bản tin hoặc thông báo")
    return Capture(name, hashlib.sha256(raw).hexdigest(), tuple(lines), tuple(repairs))


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


def _mend_characters(text: str, repairs: list[str]) -> str:
    """Mend faults of characters in the whole text; words stay."""
    if _LINE_ENDS.search(text):
        repairs.append("Đổi các kiểu xuống dòng khác (CRLF…) thành LF")
        text = _LINE_ENDS.sub("\n", text)
    text, count = without_mendable(text)
    if count:
        repairs.append(f"Bỏ {count} ký tự điều khiển, đổi chiều hoặc không hợp lệ")
    invisible = text.translate(INVISIBLE)
    if count := len(text) - len(invisible):
        repairs.append(f"Bỏ {count} ký tự vô hình (U+00AD, U+200B, BOM…)")
        text = invisible
    composed = nfc(text)
    if composed != text:
        repairs.append("Chuyển chữ có dấu dạng tổ hợp (NFD) sang Unicode dựng sẵn (NFC)")
        text = composed
    if count := text.count("\u00d0"):
        repairs.append(f"Đổi {count} chữ Ð (U+00D0) thành Đ (U+0110)")
        text = text.replace("\u00d0", "Đ")
    if count := text.count("&nbsp;"):
        repairs.append(f"Đổi {count} mã &nbsp; thành khoảng trắng")
        text = text.replace("&nbsp;", " ")
    return text


def _mend_line(number: int, line: str, clean: str, repairs: list[str]) -> str:
    """Mend one line and list the repairs."""
    for match in _ODD_SPACE.finditer(line.strip(" ")):
        inner = line.strip(" ")
        before, after = inner[: match.start()].rsplit(maxsplit=1), inner[match.end() :].split()
        if not before or not after:
            repairs.append(f"Dòng {number}: bỏ khoảng trắng thừa ở đầu hoặc cuối dòng")
        elif len(match[0]) == 1:
            repairs.append(
                f"Dòng {number}: khoảng trắng đặc biệt giữa “{before[-1]}” và “{after[0]}” "
                "đổi thành khoảng trắng thường"
            )
        else:
            repairs.append(
                f"Dòng {number}: {len(match[0])} khoảng trắng giữa “{before[-1]}” và "
                f"“{after[0]}” gộp thành một"
            )
    if _SIGNED.fullmatch(clean) and clean != "(Đã ký)":
        repairs.append(f"Dòng {number}: “{clean}” sửa thành “(Đã ký)”")
        return "(Đã ký)"
    return clean
