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
    """Return a line of JSON without defaults and body, a line with the body's size, the body.

    Equal records give equal bytes. A body inside the JSON would cost four times as much to read.

    Raises:
        ValueError: the src_uri does not lie in the folder of the record's kind.
    """
    if not record.file.src_uri.startswith(f"{record.folder}/"):
        raise ValueError(f"{record.file.src_uri} is no place of kind {type(record).__name__}")
    # The models do not write `file`: an editor never sees it.
    file = _FILE.dump_json(replace(record.file, body=""))
    values = record.model_dump_json(by_alias=True, exclude_defaults=True)
    body = record.body.encode()
    return b'{"file":%b,%b\n%d\n%b' % (file, values[1:].encode(), len(body), body)


def decode_values(content: bytes) -> tuple[dict[str, Any], str]:
    """Return the editor's values by name, and the body. Nothing is validated.

    Takes a tenth of the time of `decode_record`. Defaults are left out.
    """
    head, _, body = content.split(b"\n", 2)
    values: dict[str, Any] = from_json(head)
    del values["file"]
    return values, body.decode()


def decode_record(content: bytes) -> Record:
    """Return a record equal to the one that `encode_record` was given.

    Raises:
        ValueError: damaged content, or values that no file can have.
    """
    head, size_bytes, body = content.split(b"\n", 2)
    folder, _, _ = head.removeprefix(_OPENING).partition(b"/")
    record_type = _TYPES.get(folder)
    if record_type is None or int(size_bytes) != len(body):
        raise ValueError("not what encode_record writes")
    record = record_type.model_validate_json(head)
    return record.model_copy(update={"file": replace(record.file, body=body.decode())})
