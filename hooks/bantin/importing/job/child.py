"""The process that reads files of strangers: requests come in, answers go out, nothing else.

    python -m bantin.importing.job.child    (by `children.py` only)

Each file is read and its records are proposed here, so that limits hold for both.
"""

from __future__ import annotations

import contextlib
import os
import struct
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from pydantic import TypeAdapter

from bantin.errors import ImportRefusedError
from bantin.importing.archives import refuse_document
from bantin.importing.capture import Block, Capture
from bantin.importing.job.answers import (
    LARGEST_ANSWER_BYTES,
    ReaderAnswer,
    ReadRequest,
    pack_answer,
    unpack_request,
)
from bantin.importing.job.columns_folder import columns_in
from bantin.importing.job.confinement import confine
from bantin.importing.plan import load_registry, plan_record
from bantin.importing.proposal import Context
from bantin.importing.proposed_files import needs_of
from bantin.importing.reading.formats import Reader, read_rows, recognise_format
from bantin.importing.reading.tables.columns import UnconfirmedColumnsError
from bantin.records.models import Status
from bantin.records.provinces import find_province

LENGTH = struct.Struct(">I")
# Said once, when everything is loaded: the time of the first file begins there.
READY = b"ready"
_ZIPPED = ("docx", "odt", "xlsx", "ods")
_TOO_DEEP = (
    "các phần trong tệp lồng nhau quá sâu, giống một tệp phá hoại; mở bằng chương trình "
    "gốc rồi lưu lại"
)
_TOO_LARGE = "cần hơn 512 MB bộ nhớ để đọc; chia nhỏ, hoặc nén ảnh trong tệp rồi nhập lại"


@dataclass(frozen=True, slots=True)
class Setup:
    """What a reading process is told first.

    Attributes:
        docs_dir: the docs folder, for bodies and sections.
        province: the province that "tỉnh" means; "" if unknown.
        status: of the records.
        folder: the only one it may write in.
        readable: files and folders that were given.
        columns: the folder of confirmed columns of tables; "" where there is none.
        is_office: it reads files that LibreOffice must convert first.
    """

    docs_dir: str
    province: str
    status: Status
    folder: str
    readable: tuple[str, ...]
    columns: str = ""
    is_office: bool = False


SETUP = TypeAdapter(Setup)


def read_frame(stream: IO[bytes], most: int = LARGEST_ANSWER_BYTES) -> bytes | None:
    """Return the next message of a stream; None at its end.

    Raises:
        ValueError: it is longer than `most`.
    """
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    [size] = LENGTH.unpack(head)
    if size > most:
        raise ValueError(size)
    message = stream.read(size)
    return message if len(message) == size else None


def write_frame(stream: IO[bytes], message: bytes) -> None:
    """Write a message, and send it at once."""
    stream.write(LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def main() -> None:
    """Read files until there are no more."""
    requests = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints is no answer.
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    setup = SETUP.validate_json(read_frame(requests) or b"")
    docs_dir = Path(setup.docs_dir)
    registry, _ = load_registry(docs_dir)
    context = Context(registry, find_province(setup.province) if setup.province else None)
    _warm_up(context)
    confine(Path(setup.folder), map(Path, setup.readable), is_office=setup.is_office)
    write_frame(answers, READY)
    while packed := read_frame(requests):
        _serve(unpack_request(packed), context, setup, answers)


def _warm_up(context: Context) -> None:
    """Load tables and patterns with a text of our own, so that no file's time pays for them."""
    lines = ("Thử", "Sở Nội vụ tỉnh Đắk Nông họp, đồng chí Bùi Thị Mẫu chủ trì.")
    blocks = tuple(Block(at, line, line, True) for at, line in enumerate(lines, start=1))
    with contextlib.suppress(ImportRefusedError):
        plan_record(Capture("thu", "0" * 64, blocks, ()), context, Path("thu"))


def _serve(request: ReadRequest, context: Context, setup: Setup, answers: IO[bytes]) -> None:
    folder = Path(request.folder)
    last = ReaderAnswer(is_last=True)
    try:
        for answer in _read(request, context, setup):
            write_frame(answers, pack_answer(answer, folder))
    except MemoryError:
        last = ReaderAnswer(refusal=_TOO_LARGE, is_last=True)
    except RecursionError:
        last = ReaderAnswer(refusal=_TOO_DEEP, is_last=True)
    except UnconfirmedColumnsError as error:
        last = ReaderAnswer(
            refusal=str(error), is_last=True, columns_key=error.key, columns=error.draft
        )
    except ImportRefusedError as error:
        last = ReaderAnswer(refusal=str(error), is_last=True)
    except Exception as error:
        last = ReaderAnswer(fault="".join(traceback.format_exception(error)), is_last=True)
    write_frame(answers, pack_answer(last, folder))


def _read(request: ReadRequest, context: Context, setup: Setup) -> Iterator[ReaderAnswer]:
    path = Path(request.path)
    found = recognise_format(path, request.name)
    if found.is_table:
        read: Reader = partial(
            read_rows, file_format=found, columns_of=partial(columns_in, setup.columns)
        )
    elif found.read is not None:
        read = found.read
    else:
        raise ImportRefusedError(f"đây là {found.label}; {found.remedy}")
    if found.key in _ZIPPED:
        refuse_document(path)
    for capture in read(path):
        yield _propose(capture, context, setup.status)


def _propose(capture: Capture, context: Context, status: Status) -> ReaderAnswer:
    try:
        planned = plan_record(capture, context, Path(capture.name), status)
    except ImportRefusedError as error:
        return ReaderAnswer(capture, refusal=str(error))
    except RecursionError:
        return ReaderAnswer(capture, refusal=_TOO_DEEP)
    proposal = planned.proposal
    return ReaderAnswer(
        capture=proposal.capture,
        target=planned.target,
        text=planned.text,
        facts=proposal.facts,
        needs=needs_of(proposal, context.registry),
    )


if __name__ == "__main__":
    main()
