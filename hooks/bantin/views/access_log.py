"""Tells the format and compression of an access log from its content, not its name.

Reads the beginning of a file; `requests` reads the rest.
"""

from __future__ import annotations

import enum
import gzip
import json
import re
import zlib
from dataclasses import dataclass
from pathlib import Path

from bantin.errors import Problem
from bantin.unforeseen import reason_of

_GZIP = b"\x1f\x8b"
# Signs of other packers. Nothing here unpacks them.
_OTHER_PACKERS = {b"BZh": "bzip2", b"\xfd7zXZ": "xz", b"(\xb5/\xfd": "zstd", b"PK": "zip"}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT_BYTES = 1 << 16

# Between quotes a server writes a quote as \x22 (nginx) or \" (Apache).
QUOTED = r'(?:[^"\\]|\\.)*'
# The site's name and port, as Debian's Apache writes them in other_vhosts_access.log.
HOST = r"(?:[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\]):[0-9]{1,5}"
# Addresses or names of machines. A proxy's log may hold all that it was told.
CLIENTS = r"[^ ,\"]+(?:, ?[^ ,\"]+)*"
# Client, two names, time. A name may hold blanks.
HEAD = (
    rf"^(?:{HOST} )?{CLIENTS} [^ ]+ [^\[]+\[[0-3][0-9]/[A-Z][a-z]{{2}}/[0-9]{{4}}"
    r":[0-9]{2}:[0-9]{2}:[0-9]{2} [+-][0-9]{4}\] $"
)
# The name of the site and the client in it. Names must follow: an address may have a port too.
NAMED = rf"^(?:({HOST}) )?({CLIENTS}) [^ ]+ [^\[]+\["
# Status and size in bytes.
TAIL = r"^ [0-9]{3} (?:[0-9]+|-) $"
# Head, request, tail, referrer, blank, user agent; a host's own fields may follow.
PARTS = rf'^([^"]*)"({QUOTED})"([^"]*)"({QUOTED})"([^"]*)"({QUOTED})"'

_COMMON = rf'{HEAD.removesuffix("$")}"{QUOTED}"{TAIL[1:].removesuffix(" $")}\s*$'


class Format(enum.Enum):
    """The format of a log's lines."""

    COMBINED = "combined"
    CADDY = "Caddy (JSON)"
    IIS = "IIS (W3C)"


@dataclass(frozen=True, slots=True)
class AccessLog:
    """A log to read."""

    path: Path
    format: Format
    is_packed: bool


def recognise(path: Path) -> AccessLog | Problem:
    """Return the log, or the fault of the file.

    An empty file is a log, rotated just now.
    """
    try:
        with path.open("rb") as file:
            start = file.read(_LOOKED_AT_BYTES)
    except OSError as error:
        told = f"không đọc được: {reason_of(error)}"
        return Problem(str(path), 0, "", told, "kiểm tra lại đường dẫn")
    is_packed = start.startswith(_GZIP)
    if is_packed:
        try:
            with gzip.open(path) as packed:
                start = packed.read(_LOOKED_AT_BYTES)
        except (OSError, EOFError, zlib.error):
            return damaged(path)
    for mark, packer in _OTHER_PACKERS.items():
        if start.startswith(mark):
            return Problem(
                str(path), 0, "", f"nén bằng {packer}", "giải nén, hoặc nén lại bằng gzip"
            )
    if start.startswith(_UTF16):
        return Problem(
            str(path),
            0,
            "",
            "mã hóa UTF-16",
            "máy chủ ghi UTF-8: chép thẳng tệp gốc, đừng mở rồi lưu lại bằng chương trình khác",
        )
    if not start:
        return AccessLog(path, Format.COMBINED, is_packed)
    lines = start.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
    found = [kind for line in lines if (kind := _format_of(line))]
    if not found:
        return _unknown(path, lines)
    return AccessLog(path, max(Format, key=found.count), is_packed)


def _unknown(path: Path, lines: list[str]) -> Problem:
    """Return the fault of a file in which no line is of a known form."""
    if any(re.match(_COMMON, line) for line in lines):
        return Problem(
            str(path),
            0,
            "",
            "nhật ký dạng “common”, không ghi trình duyệt nên không bỏ được máy tìm kiếm",
            "đặt máy chủ ghi dạng “combined” (Apache: CustomLog … combined; nginx: access_log … "
            "combined); nhật ký ghi từ lúc đó mới đếm được",
        )
    return Problem(
        str(path),
        0,
        "",
        "không phải là nhật ký truy cập: không dòng nào ở đầu tệp đọc được",
        "cần nhật ký của nginx, Apache ở dạng “combined” hay “vhost_combined”, nhật ký JSON của "
        "Caddy hoặc nhật ký W3C của IIS",
    )


def damaged(path: Path) -> Problem:
    """Return the message about a packed file that cannot be read to its end."""
    return Problem(
        str(path), 0, "", "tệp nén bị hỏng hoặc bị cắt cụt", "chép lại tệp ấy từ máy chủ"
    )


def _format_of(line: str) -> Format | None:
    if line.startswith("#Fields:"):
        return Format.IIS
    if line.startswith("{"):
        return Format.CADDY if _is_caddy(line) else None
    parts = re.match(PARTS, line)
    if parts and re.match(HEAD, parts[1]) and re.match(TAIL, parts[3]) and parts[5] == " ":
        return Format.COMBINED
    return None


def _is_caddy(line: str) -> bool:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict) and isinstance(told.get("request"), dict) and "status" in told
