"""Mends record files where one form only is right: spaces, invisible characters, Unicode form.

All other bytes stay, also line ends. It reads the mended record again. If any value or the page
would differ, the file is left as it is.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bantin.checking.manuscript import Manuscript, Passage
from bantin.checking.typography import INVISIBLE, Edit, find_invisible, find_odd_spaces
from bantin.records.characters import without_mendable
from bantin.records.fences import mend_fences
from bantin.records.models import Record
from bantin.records.reader import parse_record
from bantin.rendering.markdown import render_text
from bantin.text.normalize import split_lines

_BOM = "\ufeff"
_LINE_END = re.compile(r"\r*\n|\r")
_CODE = re.compile(r"<(pre|code)\b((?:(?!<(?:pre|code)\b).)*?)</\1>", re.DOTALL)
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Mended:
    """A file's text before and after, and the mends in Vietnamese."""

    before: str
    after: str
    done: tuple[str, ...]

    def diff(self, name: str) -> Iterator[str]:
        """Yield the lines of a unified diff; invisible characters are written out."""
        before, after = split_lines(self.before), split_lines(self.after)
        for line in difflib.unified_diff(before, after, name, name, lineterm=""):
            yield "".join(
                char if char.isprintable() or char == "\t" else f"⟨U+{ord(char):04X}⟩"
                for char in line
            )


def mend_text(src_uri: str, raw: bytes) -> Mended | None:
    """Return a mended record file; None when nothing can or need be mended."""
    try:
        written = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    ends = _LINE_END.findall(written)
    text = _LINE_END.sub("\n", written)
    done: list[str] = []
    if text.startswith(_BOM):
        text = text[1:]
        done.append("bỏ dấu BOM ở đầu tệp")
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        done.append("chuyển chữ sang Unicode dựng sẵn (NFC)")
    text, count = without_mendable(text)
    if count:
        done.append(f"bỏ {count} ký tự điều khiển, đổi chiều hoặc vô hình")
    if (plain := _with_plain_fences(src_uri, text)) != text:
        text = plain
        done.append("viết dòng mở, đóng phần đầu bằng ---")
    text, more = _mend_passages(src_uri, text)
    done += more
    if not done:
        return None
    lines = text.split("\n")
    assert len(lines) == len(ends) + 1
    after = "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))
    return Mended(written, after, tuple(done))


def mend_file(docs_dir: Path, src_uri: str, *, keep: bool = True) -> Mended | None:
    """Mend a record file in its place, in one step; return None when nothing was done.

    Args:
        docs_dir: folder of the file.
        src_uri: the file.
        keep: False writes nothing and only returns the result.

    Raises:
        OSError: the file cannot be read or written.
    """
    path = docs_dir / src_uri
    if path.is_symlink():
        return None
    raw = path.read_bytes()
    mended = mend_text(src_uri, raw)
    if mended is None or not keep:
        return mended
    fresh = path.with_name(f".{path.name}.sua")
    try:
        fresh.write_bytes(mended.after.encode("utf-8"))
        fresh.chmod(path.stat().st_mode & 0o777)
        if path.read_bytes() != raw:  # somebody is writing to it
            return None
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return mended


def _with_plain_fences(src_uri: str, text: str) -> str:
    """Return the text with its fences mended, where it is a record then and was none before."""
    mended = mend_fences(text)
    if mended == text or isinstance(parse_record(src_uri, mended.encode()), list):
        return text
    return mended if isinstance(parse_record(src_uri, text.encode()), list) else text


def _mend_passages(src_uri: str, text: str) -> tuple[str, list[str]]:
    """Return the text with all edits that can be placed, and their descriptions."""
    invisible = spaces = 0
    # One kind after the other, and all again: a removed character may join two spaces.
    while True:
        # Other faults of line ends or form are no reason to skip the rest.
        record = parse_record(src_uri, text.encode("utf-8"))
        if not isinstance(record, Record):
            break
        manuscript = Manuscript(record, text, render_text(record.body))
        if found := _mend_all(manuscript, find_invisible):
            text, count = found
            invisible += count
        elif found := _mend_all(manuscript, find_odd_spaces):
            text, count = found
            spaces += count
        else:
            break
    done = []
    if spaces:
        done.append(f"sửa dấu cách ở {spaces} chỗ")
    if invisible:
        done.append(f"bỏ {invisible} ký tự vô hình")
    return text, done


def _mend_all(
    manuscript: Manuscript, find: Callable[[Passage], Iterator[Edit]]
) -> tuple[str, int] | None:
    """Return the text after the edits, and their number; None when none can be made."""
    edits = list(_placed(manuscript, find))
    after = _apply(manuscript.text, edits)
    record = manuscript.record
    if after == manuscript.text or not _says_the_same(record.file.src_uri, record, after):
        return None
    return after, len(edits)


def _placed(manuscript: Manuscript, find: Callable[[Passage], Iterator[Edit]]) -> Iterator[Edit]:
    """Yield the edits of all passages that can be placed in the file, with offsets in the file."""
    starts = [0, *(match.end() for match in re.finditer("\n", manuscript.text))]
    for passage in manuscript.passages:
        for edit in find(passage):
            line, column = manuscript.place(passage, edit.start)
            if not column:
                continue
            start = starts[line - 1] + column - 1
            end = start + edit.end - edit.start
            if manuscript.text[start:end] == _written(passage, edit):
                yield Edit(start, end, edit.wanted)


def _written(passage: Passage, edit: Edit) -> str:
    return passage.text[edit.start : edit.end]


def _apply(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.wanted + text[edit.end :]
    return text


def _says_the_same(src_uri: str, record: Record, after: str) -> bool:
    """True when the record, read anew, has the same values and page, except for white space."""
    again = parse_record(src_uri, after.encode("utf-8"))
    if not isinstance(again, Record):
        return False
    if _bare(record.model_dump(exclude={"file"})) != _bare(again.model_dump(exclude={"file"})):
        return False
    old, new = (render_text(one.body).html for one in (record, again))
    return _bare_text(old) == _bare_text(new) and _CODE.findall(old) == _CODE.findall(new)


def _bare(value: Any) -> Any:
    if isinstance(value, str):
        return _bare_text(value)
    if isinstance(value, dict):
        return {key: _bare(inner) for key, inner in value.items()}
    return tuple(map(_bare, value)) if isinstance(value, tuple | list) else value


def _bare_text(text: str) -> str:
    return _BLANK.sub(" ", re.sub(INVISIBLE, "", text)).replace(" <", "<").replace("> ", ">")
