"""A record's file text from its values, keys in the order an editor wants to read them."""

from __future__ import annotations

from bantin.records.front_matter import write_front_matter
from bantin.records.models import Record

_LAST = (
    "field people meeting figures photos attachments tags status featured changes redirect_from "
    "source"
).split()


def format_record(record: Record) -> str:
    """Return the text of a record's file, without values that equal their default.

    `parse_record` on it gives an equal record back.
    """
    values = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    first = [key for key in values if key not in _LAST]
    last = [key for key in _LAST if key in values]
    return write_front_matter({key: values[key] for key in first + last}, record.body)
