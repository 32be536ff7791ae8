"""Opens zip files of strangers: what would fill memory or disk is refused before it is unpacked.

Unpacks nothing, and knows no job.
"""

from __future__ import annotations

import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path

from bantin.errors import ImportRefusedError
from bantin.text.dates import count
from bantin.unforeseen import reason_of

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_END64 = struct.Struct("<4sQ2H2L4Q")
_END64_MARK, _PLACE64_MARK = b"PK\x06\x06", b"PK\x06\x07"
_PLACE64 = struct.Struct("<4sLQL")
_LONGEST_COMMENT = 65_535
# A place in the list of members takes 46 bytes and the name.
_LARGEST_LIST = 64_000_000
_BROKEN = "tệp nén hỏng hoặc tải về chưa hết; tạo lại hoặc tải lại rồi nhập"


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """What an archive may hold.

    Attributes:
        members: number of members.
        member_bytes: one member, unpacked.
        total_bytes: all members, unpacked.
        ratio: unpacked bytes for one packed, of members larger than `small_bytes`. Deflate packs
            text to a tenth, and zeros to a thousandth.
        small_bytes: members up to here may be packed as they like.
    """

    members: int = 200_000
    member_bytes: int = 200_000_000
    total_bytes: int = 40_000_000_000
    ratio: int = 150
    small_bytes: int = 5_000_000


ARCHIVE = ArchiveLimits()
# A document of an office program. Its reader holds it in memory.
DOCUMENT = ArchiveLimits(members=10_000, member_bytes=60_000_000, total_bytes=200_000_000)


def open_archive(path: Path, limits: ArchiveLimits = ARCHIVE) -> zipfile.ZipFile:
    """Open a zip file whose list of members keeps the limits.

    Single members may still break them: see `fault_of_member`.

    Raises:
        ImportRefusedError: it is broken, or breaks the limits as a whole.
    """
    try:
        _refuse_long_list(path, limits)
        archive = zipfile.ZipFile(path)
    except OSError as error:
        raise ImportRefusedError(f"không mở được tệp nén ({reason_of(error)})") from error
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError) as error:
        raise ImportRefusedError(_BROKEN) from error
    try:
        _refuse_whole(archive, limits)
    except ImportRefusedError:
        archive.close()
        raise
    return archive


def fault_of_member(member: zipfile.ZipInfo, limits: ArchiveLimits = ARCHIVE) -> str:
    """Return why a member may not be unpacked, in Vietnamese; "" for one that may."""
    if member.flag_bits & 0x1:
        return "được khóa bằng mật khẩu; mở khóa, nén lại rồi nhập"
    if member.file_size > limits.member_bytes:
        return f"giải nén ra {_megabytes(member.file_size)}, quá {_megabytes(limits.member_bytes)}"
    packed = max(member.compress_size, 1)
    if member.file_size > limits.small_bytes and member.file_size / packed > limits.ratio:
        return (
            f"giải nén ra gấp {count(member.file_size // packed)} lần, giống một tệp phá hoại (bom "
            "nén); nếu không phải thì giải nén bằng tay rồi nhập"
        )
    return ""


def refuse_document(path: Path) -> None:
    """Refuse a document whose parts would fill the memory.

    Raises:
        ImportRefusedError: it would, or is broken.
    """
    with open_archive(path, DOCUMENT) as archive:
        for member in archive.infolist():
            if fault := fault_of_member(member, DOCUMENT):
                raise ImportRefusedError(f"phần “{member.filename[:80]}” trong tệp {fault}")


def _refuse_whole(archive: zipfile.ZipFile, limits: ArchiveLimits) -> None:
    members = archive.infolist()
    if len(members) > limits.members:
        raise ImportRefusedError(_too_many(len(members), limits))
    total = sum(member.file_size for member in members)
    if total > limits.total_bytes:
        raise ImportRefusedError(
            f"giải nén ra {_megabytes(total)}, quá {_megabytes(limits.total_bytes)}; chia nhỏ rồi "
            "nhập từng phần"
        )
    end = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        if member.header_offset < end:
            raise ImportRefusedError(
                "các phần trong tệp nén chồng lên nhau, giống một tệp phá hoại (bom nén); nếu "
                "không phải thì giải nén bằng tay rồi nhập"
            )
        end = member.header_offset + member.compress_size


def _refuse_long_list(path: Path, limits: ArchiveLimits) -> None:
    """Refuse an archive before its list of members is read into memory."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = max(0, size - _LONGEST_COMMENT - _END.size)
        file.seek(start)
        tail = file.read()
        at = tail.rfind(_END_MARK)
        if at < 0 or len(tail) - at < _END.size:
            raise zipfile.BadZipFile
        *_, members, list_bytes, _, _ = _END.unpack_from(tail, at)
        place = at - _PLACE64.size
        if place >= 0 and tail[place : place + 4] == _PLACE64_MARK:
            file.seek(_PLACE64.unpack_from(tail, place)[2])
            found = file.read(_END64.size)
            if found[:4] != _END64_MARK:
                raise zipfile.BadZipFile
            *_, members, list_bytes, _ = _END64.unpack(found)
    if members > limits.members:
        raise ImportRefusedError(_too_many(members, limits))
    if list_bytes > _LARGEST_LIST:
        raise ImportRefusedError(_BROKEN)


def _too_many(members: int, limits: ArchiveLimits) -> str:
    return (
        f"tệp nén có {count(members)} mục, quá {count(limits.members)}; chia nhỏ rồi nhập từng phần"
    )


def _megabytes(size_bytes: int) -> str:
    return f"{count(max(1, round(size_bytes / 1_000_000)))} MB"
