"""Accepts records: sets `status: published` in their files, and nothing else in them.

A record that a build would refuse when published stays a draft, and is told why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bantin.catalog.future_days import is_too_late
from bantin.errors import ImportRefusedError
from bantin.importing.job.ledger import load_items, mark_accepted
from bantin.importing.review.review_table import read_table
from bantin.importing.secrecy import SECRECY_GUESS
from bantin.records import folders
from bantin.records.models import Dated, Record
from bantin.records.reader import is_place, parse_record
from bantin.records.symlinks import link_above
from bantin.records.unfinished import UnfinishedDraft
from bantin.text.dates import short_date, today_in_vietnam
from bantin.unforeseen import reason_of

_STATUS = re.compile(
    rb"^(?P<key>(?:status|\"status\"|'status')[ \t]*:[ \t]*)(?P<quote>[\"']?)draft(?P=quote)"
    rb"(?=[ \t]*(?:#[^\r\n]*)?\r*$)",
    re.MULTILINE,
)
_EXAMPLE = f"{folders.NEWS}/2021/10/ten-bai.md"


@dataclass(frozen=True, slots=True)
class Accepted:
    """The result of one record.

    Attributes:
        src_uri: the record.
        refusal: why it stays a draft, in Vietnamese; "" for an accepted one.
        was_published: an editor had published it before.
    """

    src_uri: str
    refusal: str = ""
    was_published: bool = False


def wanted_records(given: Iterable[str], docs_dir: Path) -> list[str]:
    """Return the src_uri that an editor accepts, each once, in order.

    Args:
        given: src_uri, or tables (`review.csv`) with a filled column "Nhận".
        docs_dir: folder of the records; a path that begins with it is one as well.

    Raises:
        ImportRefusedError: a table cannot be read, or one is neither.
    """
    wanted: dict[str, None] = {}
    for one in given:
        uri = one.replace("\\", "/").removeprefix("./").removeprefix(f"{docs_dir.name}/")
        if one.lower().endswith(".csv"):
            wanted.update(dict.fromkeys(_taken(Path(one))))
        elif Path(one).is_absolute() and Path(one).is_relative_to(docs_dir.resolve()):
            wanted[Path(one).relative_to(docs_dir.resolve()).as_posix()] = None
        elif is_place(uri):
            wanted[uri] = None
        else:
            raise ImportRefusedError(
                f"“{one}” không phải là bản ghi hay tệp CSV; viết như {_EXAMPLE}"
            )
    return list(wanted)


def _taken(table: Path) -> list[str]:
    """Return the records that an editor marked in a table; nobody guesses what a mark means."""
    rows = read_table(table)
    if unclear := next((row for row in rows if row.is_unclear), None):
        raise ImportRefusedError(
            f"{table}: cột “Nhận” của {unclear.src_uri} ghi “{unclear.take[:40]}”, không rõ là "
            "nhận hay không; ghi “x” để nhận, để trống nếu chưa; lời dặn ghi ở cột “Ghi chú”"
        )
    return [row.src_uri for row in rows if row.is_taken]


def accept_records(
    src_uris: Sequence[str], docs_dir: Path, store: Path, *, today: date | None = None
) -> list[Accepted]:
    """Publish records that wait for an editor, and take them off the review list.

    Args:
        src_uris: each once.
        docs_dir: folder of the records.
        store: folder of originals, with the ledger.
        today: by default the day in Viet Nam.

    Raises:
        ImportRefusedError: the ledger cannot be opened.
    """
    today = today or today_in_vietnam()
    results, sources = [], set()
    for uri in src_uris:
        result, source = _accept(uri, docs_dir, today)
        results.append(result)
        if source:
            sources.add(source)
    known = load_items(store) if sources else ()
    targets = {item.target for item in known if (item.sha256, item.part) in sources and item.target}
    if targets:
        mark_accepted(store, sorted(targets))
    return results


def _accept(uri: str, docs_dir: Path, today: date) -> tuple[Accepted, tuple[str, str] | None]:
    """Return the result, and (SHA-256, part) of the original of an accepted record."""
    path = docs_dir / uri
    if not is_place(uri) or link_above(docs_dir, uri) or path.is_symlink():
        return Accepted(uri, "không phải chỗ của bản ghi"), None
    try:
        raw = path.read_bytes()
    except OSError as error:
        return Accepted(uri, f"không đọc được tệp ({reason_of(error)})"), None
    found = parse_record(uri, raw)
    if isinstance(found, UnfinishedDraft):
        return Accepted(uri, found.tell_missing().message), None
    if isinstance(found, list):
        return Accepted(uri, "; ".join(f"{one.message} ({one.hint})" for one in found)), None
    if not isinstance(found, Dated):
        return Accepted(uri, "không phải tin tức hay văn bản, không có gì để nhận"), None
    if refusal := _refusal(found, today):
        return Accepted(uri, refusal), None
    if found.status == "draft" and (refusal := _publish(path, uri, raw, found)):
        return Accepted(uri, refusal), None
    origin = found.source
    source = (origin.sha256, origin.part or "") if origin and origin.sha256 else None
    return Accepted(uri, was_published=found.status == "published"), source


def _refusal(record: Dated, today: date) -> str:
    if record.status == "withdrawn":
        return "bản ghi đã thu hồi (status: withdrawn)"
    if is_too_late(record.day, today):
        return f"đề ngày {short_date(record.day)}, chưa đến ngày ấy nên chưa đăng được"
    if record.status == "draft" and record.source and SECRECY_GUESS in record.source.guesses:
        return (
            "bản gốc có dấu chỉ độ mật; nếu đã giải mật và được phép đăng thì tự sửa dòng status "
            "trong tệp"
        )
    return ""


def _publish(path: Path, uri: str, raw: bytes, record: Record) -> str:
    """Set the status in a file; return why that is not possible, or ""."""
    edited = with_status_published(raw)
    again = parse_record(uri, edited)
    if not _says_the_same(record, again):
        return "không sửa được dòng status trong tệp; mở tệp, sửa thành “status: published”"
    fresh = path.with_name(f".{path.name}.nhan")
    try:
        fresh.write_bytes(edited)
        fresh.chmod(path.stat().st_mode & 0o777)
        if path.read_bytes() != raw:
            return "tệp đang được sửa; lưu lại rồi nhận sau"
        fresh.replace(path)
    except OSError as error:
        return f"không ghi được tệp ({reason_of(error)})"
    finally:
        fresh.unlink(missing_ok=True)
    return ""


def with_status_published(raw: bytes) -> bytes:
    """Return a file with the first line `status: draft` made `status: published`."""
    return _STATUS.sub(rb"\g<key>published", raw, count=1)


def _says_the_same(record: Record, again: object) -> bool:
    if not isinstance(again, type(record)) or not isinstance(again, Dated):
        return False
    before, after = record.model_dump(exclude={"file"}), again.model_dump(exclude={"file"})
    same_text = replace(again.file, sha256="") == replace(record.file, sha256="")
    return same_text and after == {**before, "status": "published"}
