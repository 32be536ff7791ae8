"""Tells an editor, before publishing, which HTML of a record will be lost.

`rendering.sanitise` holds the allowed HTML. This module only words the messages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bantin.errors import Problem
from bantin.minutes.overrides import KEYS
from bantin.records.models import Record
from bantin.rendering.html_ids import PAGE_IDS
from bantin.rendering.rendered_text import RenderedText
from bantin.rendering.sanitise import THEME_ID, Loss
from bantin.rendering.source_lines import line_at

_SHOWN = ("src", "poster")
_ADDRESSES = ("href", "cite", *_SHOWN)
# An editor's note on an item of a list.
_ITEM_LINE = re.compile(rf"^[^{{]*+\{{.*\b(?:{'|'.join(KEYS)})\s*=")


def check_html(record: Record, text: RenderedText) -> list[Problem]:
    """Return a Problem for everything that cleaning removed from a record's text.

    A page that silently lacks a part of its text would be worse than a build that stops.
    """
    return list(dict.fromkeys(_tell(record, text.losses)))


def _tell(record: Record, losses: Iterable[Loss]) -> Iterator[Problem]:
    lines = record.body.split("\n")
    for loss in losses:
        field, (message, hint) = "", _words(loss)
        # An entity or an escape in the text hides the place.
        line = line_at(record.body, _find(record.body, loss))
        is_key = loss.attribute not in ("", "id", "class")
        if loss.tag in ("li", "p") and is_key and _ITEM_LINE.search(lines[line]):
            field = loss.attribute
            message = f"khóa lạ “{field}” trong dòng ghi chú kết luận"
            hint = f"chỉ dùng {', '.join(KEYS)}"
        yield Problem(record.file.src_uri, record.file.body_line + line, field, message, hint)


def _words(loss: Loss) -> tuple[str, str]:
    """Return the fault and the remedy."""
    shown = " ".join(loss.value.split())
    shown = f"{shown[:57]}…" if len(shown) > 58 else shown
    if not loss.attribute:
        return (
            f"thẻ <{loss.tag}> không dùng được trong bản ghi",
            f"xóa thẻ ấy, giữ lại chữ; nếu muốn in chính dấu < thì viết &lt;{loss.tag}&gt;",
        )
    if loss.attribute in _SHOWN and re.match(r"https?:|//", loss.value, re.IGNORECASE):
        return (
            f"“{shown}” ở trang khác nên không hiện được",
            "chép tệp ấy vào docs/ rồi ghi đường dẫn tới tệp",
        )
    if loss.attribute in _ADDRESSES:
        return (
            f"địa chỉ “{shown}” không dùng được trong bản ghi",
            "dùng http, https, mailto, tel, hoặc đường dẫn tới một tệp trong docs/",
        )
    if loss.attribute == "id" and not loss.value:
        return "id không có tên", "ghi tên sau dấu # hoặc trong id=“…”, hoặc bỏ id ấy"
    if loss.attribute == "id" and not THEME_ID.match(loss.value) and loss.value not in PAGE_IDS:
        return (
            f"id=“{shown}” đã là tên của một chỗ khác trong bài",
            "đặt cho mỗi chỗ một tên",
        )
    if loss.attribute in ("id", "name") and loss.value in PAGE_IDS:
        return f"{loss.attribute}=“{shown}” là tên một phần của trang", "đặt tên khác"
    if loss.attribute in ("id", "name", "class"):
        return (
            f"{loss.attribute}=“{shown}” là của khung trang, bản ghi không đặt được",
            "đặt tên khác, không bắt đầu bằng __, md- hay bt-",
        )
    return (
        f"thuộc tính {loss.attribute} của thẻ <{loss.tag}> không dùng được trong bản ghi",
        "xóa thuộc tính ấy",
    )


def _find(body: str, loss: Loss) -> int:
    """Return the position of a loss in a body, as far as it can be told; -1 for none."""
    if not loss.attribute:
        sought = rf"<{re.escape(loss.tag)}(?![\w-])"
    elif loss.attribute == "id" and not loss.value:
        sought = r"(?<![\w-])id(?:\s*=|[ }>])|\{[^}\n]{0,200}#[ }]"
    elif loss.attribute in _ADDRESSES and loss.value:
        sought = re.escape(loss.value)
    else:
        sought = rf"(?<![\w-]){re.escape(loss.attribute)}\s*="
        if loss.attribute in ("id", "class"):
            sought = rf"{sought}|[.#]{re.escape(loss.value.split()[0] if loss.value else '')}"
    match = re.search(sought, body, re.IGNORECASE)
    return match.start() if match else -1
