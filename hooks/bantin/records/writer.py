"""A record's file text from its values, keys in the order an editor wants to read them."""

from __future__ import annotations

from typing import Any

from bantin.records.front_matter import write_front_matter
from bantin.records.models import Record
from bantin.records.unfinished import UnfinishedDraft, label_of, required_keys

_LAST = (
    "field people meeting figures photos attachments tags status featured changes redirect_from "
    "source"
).split()


def format_record(record: Record | UnfinishedDraft) -> str:
    """Return the text of a record's file, without values that equal their default.

    `parse_record` on it gives an equal record back. A key that an unfinished draft lacks stands
    there empty, below a comment that says what belongs there.
    """
    if isinstance(record, UnfinishedDraft):
        return _format_unfinished(record)
    values = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return write_front_matter(_in_order(values), record.body)


def _format_unfinished(draft: UnfinishedDraft) -> str:
    known = draft.values()
    required = {key: known.pop(key, None) for key in required_keys(draft.record_type)}
    text = write_front_matter(_in_order({**required, **known}), draft.file.body)
    for key in draft.missing:
        # The first such line is the key's own: texts within the front matter are indented.
        text = text.replace(f"\n{key}:\n", f"\n# Cần điền {label_of(key)}\n{key}:\n", 1)
    return text


def _in_order(values: dict[str, Any]) -> dict[str, Any]:
    first = [key for key in values if key not in _LAST]
    last = [key for key in _LAST if key in values]
    return {key: values[key] for key in first + last}
