"""Cleans characters and lines of any format, with a list of the repairs.

Changes no word.
"""

from __future__ import annotations

import re

from bantin.records.characters import BREAKS, without_mendable
from bantin.text.normalize import INVISIBLE, nfc

# A captured file may come from any program, so more ends a line here than in a record.
_LINE_ENDS = re.compile(rf"\r\n?|[\n{BREAKS}\x1c-\x1e]")
# What a part has taken it keeps. Otherwise the spaces of a line could be shared out without end.
_ATTRIBUTE = r"""\s++[\w:.-]++=(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>]++)"""
TAG_LINE = re.compile(
    rf"(?:\s*+<(?:[/?]?+[a-z][\w:]*+(?:{_ATTRIBUTE})*+\s*+[/?]?+|!--(?:.*?-->|.*--)"
    r"|!\[[^<>]*\](?:--)?+)>?+)++\s*+",
    re.ASCII | re.IGNORECASE,
)
_SIGNED = re.compile(r"\(? ?[Đđ]?ã ký ?[.)]*", re.IGNORECASE)
_ODD_SPACE = re.compile(
    r"[ \t\u00a0\u2000-\u200a\u202f\u3000]{2,}|[\t\u00a0\u2000-\u200a\u202f\u3000]"
)


def find_page_ends(text: str) -> list[int]:
    """Return the numbers of the lines that a form feed ends, 1-based."""
    if "\f" not in text:
        return []
    ends = enumerate(_LINE_ENDS.finditer(text), start=1)
    return [number for number, match in ends if match[0] == "\f"]


def mend_characters(text: str, repairs: list[str]) -> str:
    """Mend faults of characters in the whole text; words stay."""
    unified = _LINE_ENDS.sub("\n", text)
    if unified != text:
        repairs.append("Đổi các kiểu xuống dòng khác (CRLF…) thành LF")
        text = unified
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


def mend_line(number: int, line: str, clean: str, repairs: list[str]) -> str:
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
