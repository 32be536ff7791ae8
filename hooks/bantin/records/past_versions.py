"""Tells what an earlier version of a record file showed readers, if anything, and as which id."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.records.models import Dated, Record
from bantin.records.reader import parse_record

# Nobody can mend an old version any more. One that the reader stumbles over stops no build.
_BEYOND_READING = (ValueError, TypeError, LookupError, ArithmeticError, RecursionError)


@dataclass(frozen=True, slots=True)
class PastVersion:
    """A version of a record that readers were shown."""

    lasting_id: str
    is_withdrawn: bool


def judge_version(src_uri: str, raw: bytes) -> PastVersion | None:
    """Return what a version of a file showed readers; None for nothing.

    Drafts show nothing, nor do files that the reader refuses: a build stops at them.

    Args:
        src_uri: the file, in a place of a record.
        raw: its content.
    """
    try:
        record = parse_record(src_uri, raw)
    except _BEYOND_READING:
        return None
    return version_of(record) if isinstance(record, Record) else None


def version_of(record: Record) -> PastVersion | None:
    """Return what a record shows readers; None for a draft."""
    status = record.status if isinstance(record, Dated) else "published"
    return None if status == "draft" else PastVersion(record.lasting_id, status == "withdrawn")
