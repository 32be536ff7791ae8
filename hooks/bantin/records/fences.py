"""The lines that open and end a front matter, as people and word processors write them.

Three hyphens or more are a fence, with spaces behind and blank lines above. What a word processor
makes of hyphens is told of, and `mend_fences` puts hyphens back. Knows lines, no YAML.
"""

from __future__ import annotations

import re

from bantin.records.refusals import shown
from bantin.text.normalize import strip_invisible

FENCE = "---"
# The first group: the blank lines above the fence.
_OPENING = re.compile(r"((?:[^\S\n]*\n)*)-{3,}[^\S\n]*(?:\n|\Z)")
FENCE_LINE = re.compile(r"-{3,}\s*")
# Hyphens, and what stands for them: dashes, the minus sign, a line.
_DASHES = re.compile(r"[-‐‑‒–—―−─_]+")
# The end of a YAML document.
_DOTS = "..."
_TOML = "+++"
_KEY = re.compile(r"[^\W\d]\w*:(?:\s.*|)")
_FIX_HINT = "gõ lại thành ba dấu gạch nối ---, hoặc chạy scripts/check.py --fix"

# Line, key, message, hint: as `yaml_values.Fault`.
_Fault = tuple[int, str, str, str]


def plain_opening(text: str) -> str:
    """Return the text with a plain fence in its first line; "" where it has none.

    Every other line keeps its number: blank lines above the fence come behind it.
    """
    if text.startswith(f"{FENCE}\n"):
        return text
    opening = _OPENING.match(text)
    if opening is None:
        return ""
    return f"{FENCE}\n{opening[1]}{text[opening.end() :]}"


def explain_opening(text: str) -> _Fault:
    """Return what is wrong with the first line of a text that no fence opens."""
    number, first = next(
        ((at, line) for at, line in enumerate(text.split("\n"), 1) if line.strip()), (1, "")
    )
    if _is_like_fence(first):
        return _explain_dashes(number, first)
    if first.strip() == _TOML:
        message = "phần đầu viết kiểu TOML, giữa hai dòng +++"
        hint = "thay hai dòng +++ bằng ---, và mỗi dòng “khóa = giá trị” bằng “khóa: giá trị”"
        return number, "", message, hint
    is_key = _KEY.fullmatch(first) is not None
    hint = "thêm một dòng --- lên trên dòng này" if is_key else "viết phần đầu giữa hai dòng ---"
    return number, "", "tệp không mở đầu bằng dòng ---", hint


def explain_end(text: str) -> _Fault:
    """Return what is wrong with a front matter that no fence ends."""
    if found := _odd_end(text.split("\n")):
        at, line = found
        return _explain_dashes(at + 1, line)
    return 1, "", "phần đầu không có dòng --- kết thúc", "thêm dòng --- trước nội dung bài"


def mend_fences(text: str) -> str:
    """Return the text with hyphens in lines that stand for fences. The lines stay in number."""
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None or not (FENCE_LINE.fullmatch(lines[first]) or _is_like_fence(lines[first])):
        return text
    if not FENCE_LINE.fullmatch(lines[first]):
        lines[first] = FENCE
    if not any(map(FENCE_LINE.fullmatch, lines[first + 1 :])) and (found := _odd_end(lines)):
        lines[found[0]] = FENCE
    return "\n".join(lines)


def _explain_dashes(number: int, line: str) -> _Fault:
    message = f"dòng “{shown(line.strip())}” không phải là ba dấu gạch nối ---"
    return number, "", message, _FIX_HINT


def _odd_end(lines: list[str]) -> tuple[int, str] | None:
    """Return the 0-based line that was meant as the end, with its number."""
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    for at, line in enumerate(lines[first + 1 :], first + 1):
        if line.strip() == _DOTS or _is_like_fence(line):
            return at, line
    return None


def _is_like_fence(line: str) -> bool:
    # "-" alone is an empty item of a list.
    text = "".join(strip_invisible(line).split())
    return text not in ("", "-", "_") and _DASHES.fullmatch(text) is not None
