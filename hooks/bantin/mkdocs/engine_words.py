"""Says in Vietnamese what MkDocs says in English, with the place in the file where it is known.

What is not in the tables is quoted. Knows MkDocs' words, and does not build.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from bantin.errors import BantinError, Problem, ProblemsError
from bantin.unforeseen import causes_of, reason_of

CONFIG = "mkdocs.yml"

_LINK = r"Doc file '(?P<path>[^']+)' contains a(?:n \w+)?(?: relative)? link '(?P<link>.+?)', "
_MEANT = r"(?: Did you mean '(?P<meant>.+)'\?)?$"
# What MkDocs says of a link → (what we say, what to do).
_LINKS = {
    _LINK + r"but the target(?: '.+')? is not found among documentation files\." + _MEANT: (
        "liên kết “{link}” không dẫn tới tệp nào trong docs/",
        "sửa đường dẫn cho đúng tên tệp, tính từ thư mục của tệp này",
    ),
    _LINK + r"it was left as is\." + _MEANT: (
        "liên kết “{link}” không dẫn tới tệp nào trong docs/",
        "viết đường dẫn tới tệp .md, tính từ thư mục của tệp này",
    ),
    _LINK + r"but there is no such anchor on this page\." + _MEANT: (
        "liên kết “{link}”: trang này không có chỗ mang tên ấy",
        "sửa phần sau dấu # cho đúng tên của một tiêu đề trong trang",
    ),
    _LINK + r"but the doc '(?P<other>.+)' does not contain an anchor '.+'\." + _MEANT: (
        "liên kết “{link}”: {other} không có chỗ mang tên ấy",
        "sửa phần sau dấu # cho đúng tên của một tiêu đề trong trang ấy",
    ),
}
# What MkDocs says of a page as a whole → (what we say, what to do).
_PAGES = {
    r"Encoding error reading file: (?P<path>.+)": (
        "không phải chữ ở mã UTF-8",
        "mở tệp bằng trình soạn văn bản rồi lưu lại với mã UTF-8",
    ),
    r"Error (?:reading|building) page '(?P<path>.+?)': (?P<said>.+)": (
        "không dựng được trang này (“{said}”)",
        "xem lại chỗ vừa sửa trong tệp, hoặc lấy lại bản lưu trước",
    ),
}
_NAV = re.compile(r"A reference to '(?P<link>.+)' is included in the 'nav' configuration, which")
_CONFIG_VALUE = re.compile(r"Config value '(?P<key>[^']*)': (?P<said>.+)", re.DOTALL)
# What MkDocs says of a setting → (what we say, what to do).
_SETTINGS = {
    r"The path '(?P<path>.+)' isn't an existing (?:directory|file)\.?": (
        "không có {path}",
        "lấy lại thư mục hoặc tệp ấy, hoặc sửa đường dẫn ghi ở khóa này",
    ),
    r"File not found: (?P<path>.+)": ("không có {path}", "lấy lại tệp ấy, hoặc bỏ dòng này"),
    r"Unrecognised configuration name: (?P<name>.+)": (
        "không có khóa nào tên là {name}, nên nó không làm gì",
        "sửa tên khóa, hoặc xóa khóa này",
    ),
    r"Expected type: <class 'str'> but received: .+": (
        "giá trị phải là chữ",
        "đặt giá trị trong dấu nháy kép",
    ),
    r"Expected type: .+": (
        "giá trị không đúng kiểu",
        "viết lại như trong tệp mkdocs.yml đi kèm dự án",
    ),
    r"Required configuration not provided\.": ("thiếu khóa này", "ghi thêm khóa này"),
    r"Unrecognised theme name: '(?P<name>.+?)'.*": (
        "không có giao diện nào tên là {name}",
        "sửa lại là name: material",
    ),
}
# Of a file that is YAML, and holds one word or a list.
_NO_KEYS = "The configuration is invalid. Expected a key-value mapping"
_QUOTED = "MkDocs không nhận (“{said}”)"


def read_message(said: str, docs_dir: Path) -> Problem:
    """Return a Problem for a line that MkDocs, or the publisher, has logged.

    Args:
        said: the line.
        docs_dir: its files are looked at for the line of a link.
    """
    for pattern, (message, hint) in _LINKS.items():
        if match := re.match(pattern, said):
            found = match.groupdict()
            if found["meant"]:
                hint = f"có phải ý là “{found['meant']}”?"
            line = _line_of(docs_dir / found["path"], found["link"])
            return Problem(found["path"], line, "", message.format(**found), hint)
    for pattern, (message, hint) in _PAGES.items():
        if match := re.fullmatch(pattern, said, re.DOTALL):
            found = match.groupdict()
            return Problem(found["path"], 0, "", message.format(**found), hint)
    if match := _NAV.match(said):
        link = match["link"]
        message = f"nav dẫn tới “{link}”, mà docs/ không có tệp ấy"
        line = _line_of(docs_dir.parent / CONFIG, link)
        return Problem(CONFIG, line, "nav", message, "sửa đường dẫn, hoặc bỏ mục ấy khỏi nav")
    if match := _CONFIG_VALUE.match(said):
        key = match["key"]
        message, hint = _tell_setting(match["said"].replace(f"{docs_dir.parent}{os.sep}", ""))
        return Problem(CONFIG, _line_of_key(docs_dir.parent / CONFIG, key), key, message, hint)
    return Problem("", 0, "", said.removeprefix("bantin: ").rstrip("."))


def _tell_setting(said: str) -> tuple[str, str]:
    for pattern, (message, hint) in _SETTINGS.items():
        if match := re.fullmatch(pattern, said, re.DOTALL):
            return message.format(**match.groupdict()), hint
    return _QUOTED.format(said=said.rstrip(".")), "sửa giá trị của khóa này"


def problems_of(error: Exception, said: Iterable[str], project: Path) -> tuple[Problem, ...]:
    """Return what a failed build has to tell; at least one Problem.

    Args:
        error: what ended the build.
        said: the errors that were logged until then.
        project: folder of mkdocs.yml.
    """
    for one in causes_of(error):
        if isinstance(one, ProblemsError):
            return one.problems
        if isinstance(one, BantinError):
            return (_tell_ours(str(one)),)
        if isinstance(one, yaml.YAMLError):
            return (_tell_yaml(one),)
    told = [read_message(line, project / "docs") for line in said]
    # MkDocs tells twice of a page: the cause first, and then that it gives up.
    by_path = {problem.path or problem.message: problem for problem in reversed(told)}
    if told:
        return tuple(sorted(by_path.values()))
    if isinstance(error, OSError) and error.filename:
        said = f"không đọc được {error.filename} ({reason_of(error)})"
        return (Problem("", 0, "", said, "xem lại tệp ấy và quyền đọc, rồi lưu lại"),)
    what = str(error) or type(error).__name__
    if what.startswith(_NO_KEYS):
        hint = "viết mỗi dòng một “khóa: giá trị”, hoặc lấy lại tệp mkdocs.yml đi kèm dự án"
        return (Problem(CONFIG, 1, "", "không có dòng “khóa: giá trị” nào", hint),)
    if not (project / CONFIG).is_file():
        return (Problem(CONFIG, 0, "", "không có tệp này", "lấy lại tệp ấy"),)
    return (Problem(CONFIG, 0, "", _QUOTED.format(said=what.rstrip(".")), "sửa lại tệp này"),)


def _tell_ours(said: str) -> Problem:
    """Return a Problem for an error of ours: "mkdocs.yml: what is wrong; what to do"."""
    path, colon, rest = said.partition(f"{CONFIG}: ")
    is_of_settings = bool(colon) and not path
    message, _, hint = (rest if is_of_settings else said).partition("; ")
    return Problem(CONFIG if is_of_settings else "", 0, "", message, hint)


def _tell_yaml(error: yaml.YAMLError) -> Problem:
    path = _file_of(error)
    if not isinstance(error, yaml.MarkedYAMLError):
        hint = "gõ lại tệp này bằng trình soạn văn bản, lưu với mã UTF-8"
        return Problem(path, 0, "", "không phải chữ ở mã UTF-8, hoặc có ký tự điều khiển", hint)
    mark = error.problem_mark or error.context_mark
    hint = "xem dấu hai chấm, dấu nháy, dấu ngoặc, và số dấu cách ở đầu dòng này và dòng trên nó"
    return Problem(path, mark.line + 1 if mark else 0, "", "không đọc được dòng này", hint)


def _file_of(error: yaml.YAMLError) -> str:
    """Return the name of the file; it may be one that mkdocs.yml inherits."""
    mark = getattr(error, "problem_mark", None)
    return Path(getattr(mark or error, "name", None) or CONFIG).name


def _line_of(path: Path, sign: str) -> int:
    """Return the first line that holds a text, from 1; 0 for none."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, ValueError):
        return 0
    at = text.find(sign)
    return text.count("\n", 0, at) + 1 if at >= 0 else 0


def _line_of_key(path: Path, key: str) -> int:
    try:
        return line_of_key(path.read_text("utf-8-sig"), key)
    except (OSError, ValueError):
        return 0


def line_of_key(text: str, key: str) -> int:
    """Return the line of a key of the settings, from 1; 0 where it is not written."""
    starts = (n for n, line in enumerate(text.split("\n"), 1) if line.startswith(f"{key}:"))
    return next(starts, 0) if key else 0
