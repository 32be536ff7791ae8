"""Tells an editor why a record's text cannot be read: there is too much of something.

`rendering.limits` holds the limits. This module only words the messages.
"""

from __future__ import annotations

from bantin.errors import Problem
from bantin.records.models import Record
from bantin.rendering.excess import TooMany
from bantin.rendering.rendered_text import RenderedText

# Kind of excess → message, remedy.
_WORDS = {
    TooMany.BRACKETS: (
        "đoạn này có quá nhiều dấu [ mở mà không đóng",
        "đóng mỗi dấu [ bằng một dấu ], hoặc viết \\[ nếu muốn in chính dấu ấy",
    ),
    TooMany.LINKS: (
        "đoạn này có quá nhiều đường dẫn [chữ](địa chỉ mà không có dấu ) ở cuối",
        "đóng mỗi địa chỉ bằng dấu ), hoặc viết \\[ nếu không phải đường dẫn",
    ),
    TooMany.TICKS: (
        "đoạn này có quá nhiều dấu ` không thành từng cặp",
        "đặt chữ giữa hai dấu ` như nhau, hoặc viết \\` nếu muốn in chính dấu ấy",
    ),
    TooMany.TAGS: (
        "bài có quá nhiều dấu < đứng sát chữ mà không có dấu > khép lại",
        "viết &lt; nếu muốn in chính dấu <; khép mỗi thẻ bằng dấu >",
    ),
    TooMany.FENCES: (
        "khối mã mở bằng ``` hoặc ~~~ mà không đóng, hay dòng mở thừa nhiều dấu cách",
        "xóa các dấu cách thừa, đóng mỗi khối bằng một dòng chỉ gồm dấu đã mở nó",
    ),
    TooMany.GLUED: (
        "đoạn này có quá nhiều dòng tiêu đề, dòng kẻ viết liền nhau",
        "để một dòng trống giữa các dòng ấy",
    ),
    TooMany.DEFINITIONS: (
        "đoạn này có quá nhiều dòng giải nghĩa (mở đầu bằng dấu :) viết liền nhau",
        "để một dòng trống trước mỗi từ được giải nghĩa",
    ),
    TooMany.LISTS: (
        "danh sách lồng nhau quá 12 bậc",
        "viết lại với ít bậc hơn: thụt vào ít hơn, hoặc tách thành nhiều danh sách",
    ),
    TooMany.CELLS: (
        "hàng kẻ |---| của bảng có nhiều cột hơn hẳn các hàng khác",
        "viết hàng |---| đúng bằng số cột của bảng",
    ),
    TooMany.CODE_CELLS: (
        "hàng này của bảng có quá nhiều ô và quá nhiều dấu `",
        "chia thành nhiều bảng ít cột hơn, hoặc bỏ dấu ` trong các ô",
    ),
    TooMany.CONTENTS: ("bài có quá nhiều dòng [TOC]", "giữ lại một dòng [TOC]"),
    TooMany.REFERENCES: (
        "bài có địa chỉ rất dài (ở dòng “[tên]: địa chỉ”) và quá nhiều dấu [",
        "rút ngắn địa chỉ ấy, hoặc viết [chữ](địa-chỉ) ở từng chỗ",
    ),
    TooMany.SIGNS: (
        "đoạn này quá dài mà có quá nhiều chữ đậm, nghiêng, đường dẫn hoặc thẻ",
        "chia thành nhiều đoạn bằng các dòng trống",
    ),
    TooMany.PARTS: (
        "các phần lồng nhau quá nhiều lớp (danh sách, trích dẫn >, thẻ HTML)",
        "bỏ bớt các lớp ngoài; đóng mỗi thẻ HTML trước khi mở thẻ tiếp theo",
    ),
}


def check_limits(record: Record, text: RenderedText) -> list[Problem]:
    """Return a Problem for what a record's text has too much of."""
    file = record.file
    return [
        Problem(file.src_uri, file.body_line + one.line, "", *_WORDS[one.kind])
        for one in text.excesses
    ]
