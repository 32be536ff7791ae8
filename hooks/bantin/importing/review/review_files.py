"""The list's data for its page: an index, and the records in parts, as scripts.

A page that is opened from the disk may load scripts and nothing else. The parts hold data only.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from bantin.importing.capture import Block, BlockKind
from bantin.importing.review.entries import ReviewEntry, ReviewField, entry_id
from bantin.importing.review.labels import field_label, sure_label

# About a quarter of a megabyte of ordinary records.
PART_SIZE = 40
INDEX = "muc-luc.js"


class ReviewData:
    """Writes the parts as the entries come; keeps only what the index holds."""

    def __init__(self, folder: Path) -> None:
        """Take an empty folder to write into."""
        self._folder = folder
        self._part = 1
        self._waiting: list[dict[str, Any]] = []
        self.index: list[tuple[ReviewEntry, int]] = []

    def add(self, entry: ReviewEntry) -> ReviewEntry:
        """Write an entry; return it without its original and its text, which take much memory."""
        self._waiting.append(_whole(entry))
        light = _light(entry)
        self.index.append((light, self._part))
        if len(self._waiting) >= PART_SIZE:
            self._write_part()
        return light

    def finish(self) -> None:
        """Write what is left, and the index, most doubtful first."""
        if self._waiting:
            self._write_part()
        ordered = sorted(self.index, key=lambda one: sort_key(one[0]))
        rows = [_index_row(entry, part) for entry, part in ordered]
        self._write(INDEX, f"danhSach.mucLuc({to_script(rows)});\n")

    def _write_part(self) -> None:
        self._write(
            part_name(self._part), f"danhSach.phan({self._part},{to_script(self._waiting)});\n"
        )
        self._part += 1
        self._waiting = []

    def _write(self, name: str, text: str) -> None:
        (self._folder / name).write_bytes(text.encode("utf-8", "replace"))


def sort_key(entry: ReviewEntry) -> tuple[int, str]:
    """Return what puts the most doubtful first, and records of one doubt in the order of files."""
    return -entry.doubt.score, entry.src_uri


def part_name(number: int) -> str:
    """Return the file of a part, 1-based."""
    return f"phan-{number:04}.js"


def to_script(value: Any) -> str:
    """Return a value as JSON that a script can hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Old engines end a line at these; a page would end at "</script>".
    for char, written in (("\u2028", r"\u2028"), ("\u2029", r"\u2029"), ("<", r"\u003c")):
        text = text.replace(char, written)
    return text


def _light(entry: ReviewEntry) -> ReviewEntry:
    return replace(entry, item=replace(entry.item, blocks=(), facts=(), text=""), body="")


def _index_row(entry: ReviewEntry, part: int) -> dict[str, Any]:
    return {
        "id": entry_id(entry),
        "part": part,
        "uri": entry.src_uri,
        "title": entry.title,
        "file": entry.item.file,
        "format": entry.item.format,
        "state": entry.state.name,
        "score": entry.doubt.score,
        "missing": entry.missing,
        "contradictions": entry.doubt.contradictions,
        "guesses": entry.doubt.guesses,
        "edited": sum(field.imported is not None for field in entry.fields),
    }


def _whole(entry: ReviewEntry) -> dict[str, Any]:
    item = entry.item
    return {
        "id": entry_id(entry),
        "uri": entry.src_uri,
        "moved": item.target if entry.is_moved else "",
        "file": item.file,
        "place": item.part,
        "system": item.system,
        "sha256": item.sha256,
        "faults": entry.faults,
        "doubts": item.doubts,
        "repairs": item.repairs,
        "fields": [_field(field) for field in entry.fields],
        "body": entry.body,
        "blocks": [_block(block) for block in item.blocks],
    }


def _field(field: ReviewField) -> dict[str, Any]:
    told = {
        "key": field.key,
        "label": field_label(field.key),
        "value": field.value,
        "sure": field.sure.name if field.sure else "",
        "told": sure_label(field.sure),
        "note": field.note,
        "where": field.where,
        "missing": field.is_missing,
        "imported": field.imported,
        "blocks": field.blocks,
    }
    return {key: value for key, value in told.items() if value not in ("", False, None, ())}


def _block(block: Block) -> dict[str, Any]:
    told = {
        "where": block.where,
        "text": block.text,
        "raw": "" if _squeezed(block.raw) == _squeezed(block.text) else block.raw,
        "kind": "" if block.kind is BlockKind.PARAGRAPH else block.kind.value,
        "rows": block.rows,
        "column": block.column,
    }
    return {key: value for key, value in told.items() if value}


def _squeezed(text: str) -> str:
    return "".join(text.split())
