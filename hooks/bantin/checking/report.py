"""Writes a check's report: plain lines for an editor; JSON or annotations for programs."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterator

from bantin.checking.check import Findings
from bantin.errors import Problem, printable
from bantin.minutes.directives import LABELS
from bantin.minutes.unclear import unclear_in_words
from bantin.records.engine_settings import ENGINE_SETTINGS
from bantin.text.dates import count

# Escapes in the command language of GitHub's runners. Those of Forgejo and Gitea read it too.
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}
_HOW_TO_SAY = (
    "Thêm dòng gợi ý vào ngay dưới chữ của mục, giữ đúng số dấu cách ở đầu dòng. Thay “…” bằng",
    'tên cơ quan, nhiều cơ quan thì cách nhau bằng dấu chấm phẩy: to="Sở Xây dựng; Sở Tài chính".',
    'Việc không của riêng ai: to="không". Mục không giao việc gì: {: order="không" }. Loại việc:',
    f"{', '.join(f'{code} ({label})' for code, label in LABELS.items())}.",
)


def describe(findings: Findings, folder: str = "") -> Iterator[str]:
    """Yield the lines of a report: errors, warnings, hints, and the number of each."""
    if findings.problems:
        yield "LỖI – phải sửa thì trang mới dựng được:"
        yield ""
        yield from map(str, findings.problems)
        yield ""
    if findings.warnings:
        yield "CẢNH BÁO – trang vẫn dựng được, nhưng nên xem lại:"
        yield ""
        yield from map(str, findings.warnings)
        yield ""
    if findings.hints:
        yield "MÁY CHƯA ĐỌC ĐƯỢC – văn bản không sai, nhưng ghi thêm thì sổ kết luận mới đủ:"
        yield ""
        if findings.names_hints:
            yield from _HOW_TO_SAY
            yield ""
        yield from map(str, findings.shown_hints)
        yield ""
    yield summarise(findings)


def describe_as_json(findings: Findings, folder: str = "") -> Iterator[str]:
    """Yield one JSON object in several lines.

    Args:
        findings: of a check.
        folder: path from the reader's folder to the docs folder, POSIX; "" for none.
    """
    told = {
        "checked": findings.size,
        "errors": len(findings.problems),
        "warnings": len(findings.warnings),
        "hints": len(findings.hints),
        "problems": [
            {
                "level": level,
                "file": _file(problem, folder),
                "line": problem.line,
                "column": problem.column,
                "field": problem.field,
                "message": problem.message,
                "hint": problem.hint,
            }
            for level, problem in _all(findings)
        ],
    }
    written = json.dumps(told, ensure_ascii=False, indent=2)
    # What a path may hold is written in JSON's own way, so that programs still find the file.
    yield "".join(
        char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in written
    )


def describe_for_github(findings: Findings, folder: str = "") -> Iterator[str]:
    """Yield an annotation for each problem, and a plain line with their number."""
    for level, problem in _all(findings):
        places = {
            "file": printable(_file(problem, folder)),
            "line": problem.line,
            "col": problem.column,
        }
        where = ",".join(f"{key}={_escape(str(v), _PROPERTY)}" for key, v in places.items() if v)
        field = f"[{problem.field}] " if problem.field else ""
        hint = f"\nCách sửa: {problem.hint}" if problem.hint else ""
        level = "notice" if level == "hint" else level
        yield f"::{level} {where}::{_escape(f'{field}{problem.message}{hint}', _DATA)}"
    yield summarise(findings)


def summarise(findings: Findings) -> str:
    """Return the last line of a report."""
    unread = f" {unclear_in_words(len(findings.hints))}." if findings.hints else ""
    return (
        f"Đã kiểm tra {count(findings.size)} bản ghi: "
        f"{count(len(findings.problems)) if findings.problems else 'không có'} lỗi, "
        f"{count(len(findings.warnings)) if findings.warnings else 'không có'} cảnh báo.{unread}"
    )


FORMATS: dict[str, Callable[[Findings, str], Iterator[str]]] = {
    "text": describe,
    "json": describe_as_json,
    "github": describe_for_github,
}


def _all(findings: Findings) -> Iterator[tuple[str, Problem]]:
    yield from (("error", problem) for problem in findings.problems)
    yield from (("warning", problem) for problem in findings.warnings)
    yield from (("hint", problem) for problem in findings.shown_hints)


def _file(problem: Problem, folder: str) -> str:
    if problem.path == ENGINE_SETTINGS:  # lies beside the docs folder
        folder = posixpath.dirname(folder)
    return f"{folder}/{problem.path}" if folder else problem.path


def _escape(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(char, char) for char in text)
