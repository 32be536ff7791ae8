"""What YAML's complaint about a front matter means to an editor, in Vietnamese.

Knows how clerks write; reads no values.
"""

from __future__ import annotations

import re

import yaml

from bantin.records.yaml_values import ITEM_HINT, Fault, quote, quote_hint

SHAPE_HINT = "mỗi dòng viết một khóa, dấu hai chấm, một dấu cách rồi giá trị"
_QUOTE_HINT = 'đặt cả giá trị trong dấu nháy kép, ví dụ title: "Đánh giá: kết quả"'
_ESCAPE_HINT = "nếu muốn có chính dấu \\ thì viết \\\\, hoặc đặt giá trị trong dấu nháy đơn"
# No address: "https://…" has no space behind the colon either.
_NO_SPACE = re.compile(r"([ ]*(?:- +)?)([A-Za-z_]+):(?!//)([^ \n].*)")
_VALUE = re.compile(r"(?:[ ]*- +)?(?:[A-Za-z_]+: +)?([^\s'\"].*)")
# At the beginning of a value, these signs are YAML's own.
_RESERVED = "[]{},@`%!&*|>?-"
_QUOTED_BEGINNING = re.compile(r"(?:[ ]*- +)?(?:[A-Za-z_]+: +)?((['\"]).*\2[ \t]+[^\s#].*)")


def explain_yaml(error: yaml.MarkedYAMLError, fm: str) -> Fault:
    """Return what is wrong.

    Args:
        error: of the loader.
        fm: what it read; its first line is the line of the opening mark.
    """
    context, problem = error.context or "", error.problem or ""
    is_quote_open = "quoted scalar" in context and "escape" not in problem
    is_quote_open = is_quote_open and "hexdec" not in problem
    # YAML finds an open quote, or a key without its colon, below the line where the fault lies.
    is_flow_open = "flow" in context
    is_below = is_quote_open or is_flow_open or "simple key" in context
    mark = error.context_mark if is_below else error.problem_mark or error.context_mark
    number = mark.line if mark else 0
    lines = fm.split("\n")
    source = lines[number] if number < len(lines) else ""
    key, colon, _ = source.partition(":")
    name = key.strip() if colon and key.strip().isidentifier() else ""
    line = number + 1
    if "document start" in problem and (end := _document_end(lines, number)):
        return end, "", "dòng ... kết thúc phần đầu quá sớm", "xóa dòng ấy"
    # A line above may have been taken for a plain text.
    for at in (number, number - 1):
        if 0 < at < len(lines) and (found := _NO_SPACE.fullmatch(lines[at])):
            before, name, rest = found.groups()
            wanted = f"{before}{name}: {rest.strip()}".strip()
            message = "sau dấu hai chấm phải có một dấu cách"
            return at + 1, name, message, f"viết “{wanted}”"
    value = found[1].rstrip() if (found := _VALUE.fullmatch(source)) else ""
    if "mapping values are not allowed" in problem:
        hint = quote_hint(value) if ": " in value else _QUOTE_HINT
        return line, name, "giá trị có dấu hai chấm mà không đặt trong dấu nháy", hint
    if "undefined alias" in problem:
        return line, name, "giá trị bắt đầu bằng dấu *", quote_hint(value or "…")
    if is_flow_open and " #" in source:
        return line, name, "dấu # cắt mất phần sau của danh sách", ITEM_HINT
    indent = source[: len(source) - len(source.lstrip())]
    if "\t" in indent:
        return line, name, "thụt dòng bằng phím Tab", "thụt dòng bằng dấu cách"
    if indent.strip(" "):
        message = f"thụt dòng bằng ký tự U+{ord(indent.strip(' ')[0]):04X}"
        return line, name, message, "thụt dòng bằng dấu cách thường"
    if "escape" in problem or "hexdec" in problem:
        message = "dấu \\ trong dấu nháy kép mở đầu một mã không có nghĩa"
        return line, name, message, _ESCAPE_HINT
    if is_quote_open:
        return line, name, "dấu nháy mở mà không đóng", "thêm dấu nháy ở cuối giá trị"
    if "did not find expected" in problem and (found := _QUOTED_BEGINNING.fullmatch(source)):
        hint = f"đặt cả giá trị trong một cặp dấu nháy: {quote(found[1])}"
        return line, name, "còn chữ sau dấu nháy đóng", hint
    if value and (value[0] in _RESERVED):
        message = f"giá trị mở đầu bằng dấu {value[0]}, dấu riêng của YAML"
        return line, name, message, quote_hint(value)
    return line, name, "không đọc được dòng này", f"{SHAPE_HINT}; {_QUOTE_HINT}"


def _document_end(lines: list[str], before: int) -> int:
    """Return the 1-based line of a mark "..." above a line; 0 for none."""
    above = (
        at + 1 for at in range(min(before, len(lines) - 1), 0, -1) if lines[at].rstrip() == "..."
    )
    return next(above, 0)
