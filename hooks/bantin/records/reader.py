"""Reads record files: bytes on disk to validated records and Problems. The only way in.

Serves the hooks, the scripts and the checks alike. Swallows nothing.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from bantin.errors import Problem
from bantin.records import folders
from bantin.records.characters import NFD_MESSAGE, judge_lines, without_refused
from bantin.records.docs_listing import list_record_uris
from bantin.records.editor_copies import kind_of_copy
from bantin.records.encodings import explain_bytes, explain_utf16
from bantin.records.figure_faults import figure_faults
from bantin.records.foreign_keys import ForeignKey
from bantin.records.front_matter import (
    FrontMatterError,
    KeyPath,
    key_name,
    nearest_line,
    split_front_matter,
)
from bantin.records.messages import describe_errors, explain_unknown_key
from bantin.records.models import (
    RECORD_TYPES,
    Article,
    Body,
    Document,
    Person,
    Record,
    RecordFile,
    Section,
)
from bantin.records.portable_names import fault_of_name, is_reserved
from bantin.records.registry import Registry
from bantin.records.slips import find_conflict, find_early_end, find_endless_reference
from bantin.records.unfinished import (
    UnfinishedDraft,
    is_undated,
    missing_keys,
    with_stand_ins,
)
from bantin.text.normalize import unify_line_ends
from bantin.unforeseen import reason_of

__all__ = [
    "LONGEST_NAME",
    "MAX_RECORD_BYTES",
    "RecordSet",
    "find_line",
    "is_place",
    "parse_record",
    "parse_unsaved",
    "read_record",
    "read_records",
]

MAX_RECORD_BYTES = 1_000_000
# Files of the site bear a record's name with something behind it, and no name has over 255 bytes.
LONGEST_NAME = 200
# A record called index would take the place of a listing.
_SLUG = r"(?!index\.md)[a-z0-9]+(?:-[a-z0-9]+)*\.md"
_PLACES: dict[str, tuple[re.Pattern[str], str]] = {
    folders.NEWS: (
        re.compile(rf"{folders.NEWS}/(?:\d{{4}}/(?:0[1-9]|1[0-2])|{folders.UNDATED})/{_SLUG}"),
        f"{folders.NEWS}/2021/10/",
    ),
    folders.DOCUMENTS: (
        re.compile(rf"{folders.DOCUMENTS}/(?:\d{{4}}|{folders.UNDATED})/{_SLUG}"),
        f"{folders.DOCUMENTS}/2013/",
    ),
    folders.BODIES: (re.compile(rf"{folders.BODIES}/{_SLUG}"), f"{folders.BODIES}/"),
    folders.SECTIONS: (re.compile(rf"{folders.SECTIONS}/{_SLUG}"), f"{folders.SECTIONS}/"),
    folders.PEOPLE: (re.compile(rf"{folders.PEOPLE}/{_SLUG}"), f"{folders.PEOPLE}/"),
}
# No file that is read lies elsewhere, but the name of one that is not saved may say anything.
_NOWHERE = re.compile(r"(?!)"), "/, ".join(_PLACES) + "/"
_TYPES = {record_type.folder: record_type for record_type in RECORD_TYPES}
_RecordT = TypeVar("_RecordT", bound=Record)


@dataclass(frozen=True)
class RecordSet:
    """Every record that could be read, each kind sorted by src_uri, and every Problem met.

    Attributes:
        records: by src_uri.
        problems: of files that gave none.
        unfinished: drafts that lack required keys, by src_uri; no records yet.
    """

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    unfinished: tuple[UnfinishedDraft, ...] = ()

    def of_type(self, record_type: type[_RecordT]) -> tuple[_RecordT, ...]:
        """Return the records of one kind, sorted by src_uri."""
        return tuple(record for record in self.records if isinstance(record, record_type))

    @property
    def documents(self) -> tuple[Document, ...]:
        """Official documents, by src_uri."""
        return self.of_type(Document)

    def registry(self) -> Registry:
        """Return bodies, sections and people by slug."""
        return Registry.of(self.of_type(Body), self.of_type(Section), self.of_type(Person))


def read_records(docs_dir: Path, src_uris: Iterable[str] | None = None) -> RecordSet:
    """Read every record below a docs folder.

    Args:
        docs_dir: the folder that holds tin-tuc/, van-ban/ …
        src_uris: only these files; all of them when None.

    Returns:
        All that could be read. A file with a Problem gives no record; its neighbours still do.
    """
    records: list[Record] = []
    problems: list[Problem] = []
    unfinished: list[UnfinishedDraft] = []
    for src_uri in list_record_uris(docs_dir) if src_uris is None else sorted(src_uris):
        outcome = read_record(docs_dir, src_uri)
        if isinstance(outcome, Record):
            records.append(outcome)
        elif isinstance(outcome, UnfinishedDraft):
            unfinished.append(outcome)
        else:
            problems.extend(outcome)
    return RecordSet(tuple(records), tuple(problems), tuple(unfinished))


def read_record(docs_dir: Path, src_uri: str) -> Record | UnfinishedDraft | list[Problem]:
    """Read one record file: the record, an unfinished draft, or all its Problems."""
    if fault := _fault_of_place(os.fspath(docs_dir), src_uri):
        return [fault]
    try:
        with open(f"{os.fspath(docs_dir)}/{src_uri}", "rb") as file:  # noqa: PTH123 - no Path
            raw = file.read()
    except OSError as error:
        return [
            Problem(
                src_uri, 0, "", f"không mở được tệp ({reason_of(error)})", "xem lại quyền đọc tệp"
            )
        ]
    return parse_record(src_uri, raw)


def parse_unsaved(src_uri: str, text: str) -> Record | UnfinishedDraft | list[Problem]:
    """Turn a text that is not saved into what its file would give.

    Args:
        src_uri: where it will be saved; may be no place for a record, which is a Problem.
        text: as the file would hold it.
    """
    if fault := _fault_of_name(src_uri):
        return [fault]
    # Half a character, which no file can hold, is told of as a wrong encoding.
    return parse_record(src_uri, text.encode("utf-8", "surrogatepass"))


def parse_record(src_uri: str, raw: bytes) -> Record | UnfinishedDraft | list[Problem]:
    """Turn the bytes of one record file into a record, or into all its Problems.

    A draft that only lacks required keys is an unfinished draft, which is no fault.
    """
    text, problems = _decode(src_uri, raw)
    if text is None:
        return problems
    if slip := find_conflict(text) or find_endless_reference(text):
        return [*problems, Problem(src_uri, slip[0], "", *slip[1:])]
    try:
        matter = split_front_matter(text, sequence=tuple)
    except FrontMatterError as error:
        return [*problems, *(Problem(src_uri, *fault) for fault in error.faults)]
    problems += [Problem(src_uri, *fault) for fault in matter.faults]
    record_type = _TYPES[src_uri.partition("/")[0]]
    slug = src_uri.rpartition("/")[2].removesuffix(".md")
    file = RecordFile(
        src_uri=src_uri,
        url=src_uri.removesuffix(".md") + "/",
        slug=slug,
        body=matter.body,
        body_line=matter.body_line,
        sha256=hashlib.sha256(raw).hexdigest(),
    )
    if slip := find_early_end(
        matter.body,
        body_line=matter.body_line,
        end_line=matter.end_line,
        keys=_keys_of(record_type),
    ):
        problems.append(Problem(src_uri, slip[0], "", *slip[1:]))
    if "file" in matter.values:  # ours, not the editor's
        keys = _keys_of(record_type)
        told = explain_unknown_key(ForeignKey("file", matter.values["file"], keys))
        problems.append(Problem(src_uri, matter.lines[("file",)], "file", *told))
    missing: tuple[str, ...] = ()
    values = {**matter.values, "file": file}
    if matter.values.get("status") == "draft":
        missing = missing_keys(record_type, matter.values)
        values = with_stand_ins(values, missing)
    try:
        record = record_type.model_validate(values)
    except ValidationError as error:
        keys = _keys_of(record_type)
        more = describe_errors(error, path=src_uri, lines=matter.lines, keys=keys)
        # A value that is at fault as it is written has been told of.
        known = {(one.line, one.field) for one in problems if one.field}
        return [*problems, *(one for one in more if (one.line, one.field) not in known)]
    is_known = "date" not in missing
    # While other keys are missing too, the file may wait in the folder without a date.
    waits = bool(missing) and is_undated(src_uri)
    if is_known and not waits and (fault := _fault_of_date(record, str(matter.values.get("date")))):
        problems.append(Problem(src_uri, matter.lines.get(("date",), 1), "date", *fault))
    for key, message, hint in figure_faults(record, matter.lines, text.split("\n")):
        line = nearest_line(key, matter.lines)
        problems.append(Problem(src_uri, line, key_name(key), message, hint))
    if problems:
        return problems
    if missing:
        assert isinstance(record, Article | Document)
        return UnfinishedDraft(record, missing)
    return record


def _keys_of(record_type: type[Record]) -> list[str]:
    return [name for name in record_type.model_fields if name != "file"]


def _fault_of_place(docs_dir: str, src_uri: str) -> Problem | None:
    path = docs_dir
    for part in src_uri.split("/"):
        path = f"{path}/{part}"
        if os.path.islink(path):  # noqa: PTH114 - a Path for each costs more than the call
            return Problem(
                src_uri,
                0,
                "",
                "là liên kết (symlink), không phải tệp thật",
                "chép tệp thật vào thư mục này và xóa liên kết",
            )
    return _fault_of_name(src_uri)


def is_place(src_uri: str) -> bool:
    """True where a record may lie."""
    return _fault_of_name(src_uri) is None


def _fault_of_name(src_uri: str) -> Problem | None:
    pattern, example = _PLACES.get(src_uri.partition("/")[0], _NOWHERE)
    if pattern.fullmatch(src_uri):
        name = src_uri.rpartition("/")[2]
        length = len(name.removesuffix(".md"))
        if length > LONGEST_NAME:
            return Problem(
                src_uri,
                0,
                "",
                f"tên tệp dài {length} ký tự, trang không chứa được tệp tên dài như vậy",
                f"đổi tên tệp, tối đa {LONGEST_NAME} ký tự không kể đuôi .md, và ghi địa chỉ cũ "
                "vào redirect_from nếu bài đã xuất bản",
            )
        if not is_reserved(name):
            return None
        free = f"{name.removesuffix('.md')}-1.md"
        return Problem(src_uri, 0, "", fault_of_name(name), f"đổi tên tệp, ví dụ {free}")
    if kind_of_copy(src_uri.rpartition("/")[2]):
        return Problem(
            src_uri,
            0,
            "",
            "tên giống một bản sao do chương trình để lại",
            f"là bản sao thì xóa; là bản ghi thật thì đặt tên khác, như {example}ten-bai.md",
        )
    return Problem(
        src_uri,
        0,
        "",
        "tệp nằm sai chỗ hoặc tên tệp sai",
        f"đặt tệp trong {example}, tên chỉ gồm chữ thường không dấu, số và gạch nối, đuôi .md",
    )


def _decode(src_uri: str, raw: bytes) -> tuple[str | None, list[Problem]]:
    """Decode a file; None when that fails and no other check makes sense."""

    def problem(line: int, message: str, hint: str) -> Problem:
        return Problem(src_uri, line, "", message, hint)

    if not raw:
        return None, [problem(0, "tệp rỗng (0 byte)", "viết nội dung hoặc xóa tệp")]
    if len(raw) > MAX_RECORD_BYTES:
        return None, [
            problem(
                0,
                f"tệp quá lớn ({len(raw) / 1e6:.1f} MB)".replace(".", ","),
                "một bản ghi tối đa 1 MB; để ảnh và tệp đính kèm ở ngoài rồi dẫn tới",
            )
        ]
    if told := explain_utf16(raw):
        return None, [problem(*told)]
    try:
        # The codec "utf-8-sig" is written in Python, and slower.
        text = raw.decode("utf-8-sig" if raw.startswith(codecs.BOM_UTF8) else "utf-8")
    except UnicodeDecodeError as error:
        return None, [problem(*explain_bytes(raw, error.start))]
    problems: list[Problem] = []
    if raw.startswith(codecs.BOM_UTF8):
        problems.append(
            problem(
                1,
                "tệp mở đầu bằng dấu BOM vô hình",
                "chạy scripts/check.py --fix, hoặc lưu lại với “UTF-8”, không “with BOM”",
            )
        )
    text = unify_line_ends(text)
    if misfits := judge_lines(text):
        problems += [Problem(src_uri, m.line, "", m.message, m.hint, m.column) for m in misfits]
        # YAML would refuse some, and end lines at others.
        text = without_refused(text)
    if not unicodedata.is_normalized("NFC", text):
        line = next(
            number
            for number, part in enumerate(text.split("\n"), start=1)
            if not unicodedata.is_normalized("NFC", part)
        )
        problems.append(
            problem(
                line,
                NFD_MESSAGE,
                "chạy scripts/check.py --fix, hoặc chuyển cả tệp sang Unicode dựng sẵn (NFC)",
            )
        )
        text = unicodedata.normalize("NFC", text)
    return text, problems


def _fault_of_date(record: Record, written: str) -> tuple[str, str] | None:
    """Return (message, hint) when the folder's year or month contradicts the record's date."""
    if not isinstance(record, Article | Document):
        return None
    folder, own = record.file.src_uri.rpartition("/")[0], record.own_folder
    if folder == own:
        return None
    shown_folder = folder.partition("/")[2]
    day = record.day.isoformat()
    # An hour of another zone may be on the day before or after.
    day += " (giờ Việt Nam)" if re.match(r"\d{4}-\d\d-\d\d", written) and day not in written else ""
    if is_undated(record.file.src_uri):  # nothing there was ever published
        return f"đã rõ ngày {day} mà tệp còn nằm trong {shown_folder}", f"chuyển tệp sang {own}/"
    return (
        f"ngày {day} không thuộc thư mục {shown_folder}",
        f"sửa ngày, hoặc chuyển tệp sang {own}/ rồi ghi địa chỉ cũ vào redirect_from",
    )


def find_line(docs_dir: Path, src_uri: str, key: KeyPath) -> int:
    """Return the 1-based line of a front-matter key; of its nearest parent where it has none."""
    try:
        # No universal newlines: they know nothing of "\r\r\n".
        text = unify_line_ends((docs_dir / src_uri).read_bytes().decode("utf-8-sig"))
        lines = split_front_matter(text).lines
    except (OSError, ValueError):
        return 0
    return nearest_line(key, lines)
