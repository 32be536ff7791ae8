"""What a confined process hands back about a file: plain data, checked when it arrives.

The bytes of pictures travel as files in the process's own folder.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from bantin.importing.capture import Capture
from bantin.importing.proposal import Fact
from bantin.importing.proposed_files import NO_NEEDS, Needs

# A captured text has a megabyte; a table, perhaps more.
LARGEST_ANSWER_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """A file to read.

    Attributes:
        path: where it lies.
        name: its name as given.
        folder: for the pictures of its items.
    """

    path: str
    name: str
    folder: str


@dataclass(frozen=True, slots=True)
class ReaderAnswer:
    """One item of a file, or the end of the file.

    Attributes:
        capture: the item as read; its pictures have no bytes. None at the end, and for a file that
            cannot be read.
        target: src_uri of the proposed record; "" where none could be made.
        text: the record's file.
        facts: of the proposal.
        needs: what the record needs and the archive lacks.
        refusal: why the file cannot be read, or why there is no record; "" otherwise.
        fault: an error that no code expected, as Python tells it; "" otherwise.
        is_last: nothing more comes of this file.
        columns_key: names the file of columns that an editor must look at; "" for none.
        columns: text of that file; "" where it lies there already.
    """

    capture: Capture | None = None
    target: str = ""
    text: str = ""
    facts: tuple[Fact, ...] = ()
    needs: Needs = NO_NEEDS
    refusal: str = ""
    fault: str = ""
    is_last: bool = False
    columns_key: str = ""
    columns: str = ""


_ANSWER = TypeAdapter(ReaderAnswer)
_REQUEST = TypeAdapter(ReadRequest)


def pack_request(request: ReadRequest) -> bytes:
    """Return a request as bytes."""
    return _REQUEST.dump_json(request)


def unpack_request(packed: bytes) -> ReadRequest:
    """Return the request that bytes hold."""
    return _REQUEST.validate_json(packed)


def pack_answer(answer: ReaderAnswer, folder: Path) -> bytes:
    """Return an answer as bytes; the bytes of its pictures go into a folder.

    Text that no file can hold (half a letter of UTF-16) becomes "?".
    """
    if answer.capture:
        for picture in answer.capture.pictures:
            if picture.data:
                folder.mkdir(parents=True, exist_ok=True)
                (folder / picture.name).write_bytes(picture.data)
        pictures = tuple(
            dataclasses.replace(picture, data=b"") for picture in answer.capture.pictures
        )
        answer = dataclasses.replace(
            answer, capture=dataclasses.replace(answer.capture, pictures=pictures)
        )
    try:
        return _ANSWER.dump_json(answer)
    except ValueError:
        plain = _ANSWER.dump_python(answer)
        return _ANSWER.dump_json(_ANSWER.validate_python(_without_halves(plain)))


def unpack_answer(packed: bytes) -> ReaderAnswer:
    """Return the answer that bytes hold.

    Raises:
        ValueError: they hold none.
    """
    return _ANSWER.validate_json(packed)


def _without_halves(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, tuple):
        return tuple(map(_without_halves, value))
    if isinstance(value, dict):
        return {key: _without_halves(one) for key, one in value.items()}
    return value
