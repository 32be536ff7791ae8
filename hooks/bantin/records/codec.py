"""A record as bytes and back, for the store of a build.

For our own cache only; `reader` reads an editor's file. Decoded values are validated like those
of a file. Nothing in the bytes can run code.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import from_json

from bantin.records.models import RECORD_TYPES, Record, RecordFile

_FILE = TypeAdapter(RecordFile)
# `file` comes first and `src_uri` first in it, so that the kind is known before parsing.
_OPENING = b'{"file":{"src_uri":"'
_TYPES = {record_type.folder.encode(): record_type for record_type in RECORD_TYPES}


def encode_record(record: Record) -> bytes:
    """Return JSON without defaults and body. Equal records give equal bytes.

    The text is kept apart, as readers meet it: nothing that is built reads Markdown again.

    Raises:
        ValueError: the src_uri lies outside the folder that tells the record's kind.
    """
    if not record.file.src_uri.startswith(f"{record.folder}/"):
        raise ValueError(f"{record.file.src_uri} is no place of kind {type(record).__name__}")
    # The models leave `file` out of what they write: an editor never sees it.
    file = _FILE.dump_json(replace(record.file, body=""))
    values = record.model_dump_json(by_alias=True, exclude_defaults=True)
    return b'{"file":%b,%b' % (file, values[1:].encode())


def decode_values(content: bytes) -> dict[str, Any]:
    """Return the values that an editor wrote, by their names; none is validated.

    A tenth of the time that `decode_record` takes. Defaults are left out.
    """
    values: dict[str, Any] = from_json(content)
    del values["file"]
    return values


def decode_record(content: bytes) -> Record:
    """Return the record that `encode_record` was given, with an empty body.

    Raises:
        ValueError: damaged content, or values that no file can have.
    """
    folder, _, _ = content.removeprefix(_OPENING).partition(b"/")
    record_type = _TYPES.get(folder)
    if record_type is None:
        raise ValueError("not what encode_record writes")
    return record_type.model_validate_json(content)
