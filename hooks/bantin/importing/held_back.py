"""Tells what must not be published just because it was imported: secrets, drafts, hidden items.

Knows marks in the text and what the old system said of the item.
"""

from __future__ import annotations

import re

from bantin.importing.capture import BlockKind, Capture, FieldName
from bantin.importing.secrecy import SECRECY_GUESS, bears_secrecy_mark
from bantin.text.fold import exact, fold

# Words of systems and of tables for what readers were not shown.
_HIDDEN = re.compile(
    r"(?:ban |bai )?nhap|draft|auto-draft|cho (?:duyet|bien tap|xuat ban)|pending"
    r"|chua (?:dang|duyet|xuat ban)|khong (?:dang|hien thi|xuat ban|duyet)|an|hidden|rieng tu"
    r"|private|hen gio dang|future|scheduled|(?:trong )?thung rac|trash|deleted"
    r"|da (?:xoa|go|thu hoi|an)|xoa|co mat khau|(?:ban )?du thao|unpublished|archived|false|khong|0"
)
# A line of its own near the head of a document.
_MARK = re.compile(
    r"(?:bản )?dự thảo(?: lần (?:thứ )?\d{1,2})?|(?:tài liệu )?lưu hành nội bộ", re.IGNORECASE
)
_AROUND = " ()[]*.:"
_LINES_OF_A_HEAD = 20


def reason_to_hold(capture: Capture) -> str:
    """Return why an item must stay a draft, for the editor; "" where nothing says so."""
    if bears_secrecy_mark(capture.blocks):
        return SECRECY_GUESS
    for field in capture.fields:
        if field.name is FieldName.STATUS and _HIDDEN.fullmatch(fold(field.text).strip(" .:")):
            return f"Bản gốc ghi trạng thái “{field.text}” ({field.place}): để ở bản nháp"
    for block in capture.blocks[:_LINES_OF_A_HEAD]:
        if block.kind is not BlockKind.TABLE and _MARK.fullmatch(exact(block.text).strip(_AROUND)):
            return f"Bản gốc ghi “{block.text}” ({block.where}): để ở bản nháp"
    return ""
