"""Addresses that a record had before, as an editor writes them into `redirect_from`.

Knows one address; `outputs.taken_addresses` tells whether its place is free.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from bantin.records import folders
from bantin.records.characters import find_refused
from bantin.records.portable_names import SIGNS, fault_of_name
from bantin.records.refusals import refused, shown

_NO_FILE_NAME = re.compile(f"[{SIGNS}#%]")
_QUERY = re.compile(r"[^\s\x00-\x20#\"<>\\]+")
# Systems know no longer names of files, and few servers longer addresses.
_LONGEST_PART_BYTES = 255
_LONGEST_ADDRESS_BYTES = 2_000
_MOST_PARTS = 100


def split_address(written: str) -> tuple[str, str]:
    """Return the path of an old address, decoded, and the query behind "?", as written.

    A browser's address bar gives a percent-encoded path. One that is no UTF-8 stays encoded.
    """
    path, _, query = written.partition("?")
    try:
        return unquote(path, errors="strict"), query
    except UnicodeDecodeError:
        return path, query


def normalise_address(written: str) -> str:
    """Return an address that an editor wrote, relative to the root, with "/" at its end.

    An address with a file ending (".html", ".aspx") keeps it. ".../index.html" becomes its folder.
    An address with a query ("xem.aspx?id=12") keeps its form.
    """
    path, query = split_address(written.strip())
    address = path.lstrip("/")
    if query:
        return f"{address}?{query}"
    folder, _, last = address.rpartition("/")
    if last == "index.html":
        return f"{folder}/" if folder else ""
    return address if not address or address.endswith("/") or "." in last else f"{address}/"


def check_old_address(value: str) -> str:
    """Return an old address of front matter as it is.

    Raises:
        PydanticCustomError: no page can be at it.
    """
    path, query = split_address(value)
    parts = path.strip("/").removesuffix("/index.html").split("/")
    if too_long := _what_is_too_long(value, parts):
        raise refused(
            "address",
            f"địa chỉ “{shown(value)}” dài quá: {too_long}",
            "xóa dòng này, vì trang không chứa được tệp nào như vậy; muốn giữ địa chỉ ấy thì nhờ "
            "người quản trị máy chủ đặt quy tắc chuyển hướng riêng",
        )
    is_path = not _NO_FILE_NAME.search(path) and all(
        part and not part.startswith(".") for part in parts
    )
    # Percent signs may have spelt them out.
    is_path = is_path and next(find_refused(path), None) is None
    fault = next((fault for part in parts if (fault := fault_of_name(part))), "")
    if is_path and fault:
        hint = "bỏ địa chỉ này; máy không làm được trang chuyển hướng ở đó"
        raise refused("address", fault, hint)
    # "/?p=12" is one page of many at the root.
    is_root = bool(query) and not path.strip("/")
    if not (is_path or is_root) or ("?" in value and not _QUERY.fullmatch(query)):
        raise refused(
            "address",
            f"“{value}” không phải là địa chỉ trong trang này",
            "ghi phần sau tên miền, không có # và dấu hai chấm, ví dụ "
            f"{folders.NEWS}/2020/05/ten-cu/ hoặc xem-tin.aspx?id=123",
        )
    return value


def _what_is_too_long(address: str, parts: list[str]) -> str:
    """Return which limit an old address exceeds; "" for none.

    Source: NAME_MAX and PATH_MAX of Linux, macOS and Windows; a page needs folders above it.
    """
    if any(len(part.encode("utf-8", "replace")) > _LONGEST_PART_BYTES for part in parts):
        return f"mỗi phần giữa hai dấu / tối đa {_LONGEST_PART_BYTES} byte, chữ có dấu 2 đến 3 byte"
    if len(parts) > _MOST_PARTS:
        return f"tối đa {_MOST_PARTS} phần giữa các dấu /, ở đây là {len(parts)}"
    if len(address.encode("utf-8", "replace")) > _LONGEST_ADDRESS_BYTES:
        return f"tối đa {_LONGEST_ADDRESS_BYTES} byte"
    return ""
