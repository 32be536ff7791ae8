"""Names of files that some system cannot have, and names that one system takes for the same.

Windows reserves names of devices and drops dots and spaces at the end. Windows and macOS see no
difference between upper and lower case, nor macOS between two forms of a letter. Knows names only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from bantin.errors import Problem
from bantin.records import folders

_RESERVED = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³]|conin\$|conout\$)(?: *\..*)?")
# Windows has these in no name. For a regular expression, between brackets.
SIGNS = r'<>:"|?*\\\x00-\x1f'
_SIGN = re.compile(f"[{SIGNS}]")
_NEW_NAME = "đổi tên, chỉ dùng chữ, số và dấu gạch nối"
_HINT = "đổi tên, và sửa những chỗ dẫn tới nó"


def is_reserved(name: str) -> bool:
    """True for a name that Windows keeps for a device, with any ending: "con", "aux.md"."""
    return _RESERVED.fullmatch(name.casefold()) is not None


def fault_of_name(name: str) -> str:
    """Return what is wrong with the name of a file or folder, in Vietnamese; "" for nothing."""
    return _fault_of_form(name) or _fault_of_signs(name)


def _fault_of_form(name: str) -> str:
    if is_reserved(name):
        return f"Windows không cho đặt tên “{name}”"
    if name.endswith((".", " ")):
        return f"tên “{name}” kết thúc bằng dấu chấm hoặc dấu cách, Windows không giữ được"
    return ""


def _fault_of_signs(name: str) -> str:
    if match := _SIGN.search(name):
        sign = match[0] if match[0].isprintable() else f"U+{ord(match[0]):04X}"
        return f"tên “{name}” có dấu {sign}, Windows không cho đặt"
    return ""


def refuse_name(src_uri: str) -> Problem | None:
    """Return the Problem of a name that no address can hold, under a name that can be printed."""
    name = src_uri.rpartition("/")[2]
    try:
        name.encode()
    except UnicodeEncodeError:
        shown = src_uri.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        return Problem(shown, 0, "", "tên không ở bảng mã UTF-8", _NEW_NAME)
    if any(unicodedata.category(letter) == "Cc" for letter in name):
        shown = "".join(
            letter if unicodedata.category(letter) != "Cc" else repr(letter)[1:-1]
            for letter in src_uri
        )
        return Problem(shown, 0, "", "tên có ký tự điều khiển vô hình", _NEW_NAME)
    return None


def check_names(other_uris: Iterable[str], record_uris: Iterable[str] = ()) -> list[Problem]:
    """Return a Problem for every name that cannot be had or kept apart on every system.

    `tell_signs` tells of names that work on a site and only a Windows machine cannot have.

    Args:
        other_uris: src_uri of files that are no records.
        record_uris: src_uri of records. Their own names are plain; the reader sees to that.
    """
    problems: list[Problem] = []
    # Folded path → path as first written, of files and of the folders above them.
    seen = {folder: folder for folder in folders.RECORDS}
    seen |= {uri: uri for uri in record_uris}
    judged: dict[str, str] = {}
    for uri in sorted(other_uris):
        found, path = "", ""
        for name in uri.split("/"):
            path = f"{path}/{name}" if path else name
            if path not in judged:
                judged[path] = _fault_of_form(name) or _alike(path, seen)
                found = found or judged[path]
        if found:
            problems.append(Problem(uri, 0, "", found, _HINT))
    return problems


def tell_signs(other_uris: Iterable[str]) -> list[Problem]:
    """Return a remark for every file with a sign in its path that Windows refuses."""
    found = (
        (uri, next(filter(None, map(_fault_of_signs, uri.split("/"))), "")) for uri in other_uris
    )
    return [
        Problem(uri, 0, "", f"{fault}: ai dùng Windows không lấy kho về được", _HINT)
        for uri, fault in found
        if fault
    ]


def _alike(path: str, seen: dict[str, str]) -> str:
    """Return what is wrong with a path beside those seen before; note it."""
    first = seen.setdefault(fold_path(path), path)
    if first == path:
        return ""
    if _composed(first) == _composed(path):
        return f"trùng tên với {first}: chỉ khác cách mã hóa chữ có dấu (dựng sẵn, tổ hợp)"
    return f"trùng tên với {first}: chỉ khác chữ hoa, chữ thường"


def fold_path(path: str) -> str:
    """Return what is the same for all paths that some system takes for this one."""
    # Most names are plain.
    if path.isascii():
        return path.lower()
    return _composed(_composed(path).casefold())


def _composed(path: str) -> str:
    return unicodedata.normalize("NFC", path)
