"""One item of an import, as the job remembers it and as the review list shows it.

Knows no folder and no file of the job.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from bantin.importing.capture import Block
from bantin.importing.proposal import Fact


class Outcome(enum.Enum):
    """The end of one item."""

    WRITTEN = "written"
    """Its record stands in docs/ and waits for an editor."""
    ACCEPTED = "accepted"
    """An editor has accepted its record."""
    SAME = "same"
    """Its bytes came in before, perhaps under another name."""
    REFUSED = "refused"
    """It could not come in; the message says why."""


@dataclass(frozen=True, slots=True)
class ImportedItem:
    """One item of an import.

    Attributes:
        file: the given file, POSIX, relative to the given folder; "kho.zip/tin/1.html" in archives.
        sha256: hex digest of the file's bytes.
        part: the item's place in a file of many items; "" for the whole file.
        format: as in `Capture`.
        system: as in `Capture`.
        outcome: its end.
        message: in Vietnamese: why it was refused, or which item it is the same as; else "".
        target: src_uri of its record; "" without one.
        facts: of the proposed record.
        blocks: the original, as read.
        repairs: what was mended, in Vietnamese.
        doubts: what an editor must look at, in Vietnamese.
        text: the record's file as it was written; "" where it was not, or is not remembered.
    """

    file: str
    sha256: str
    part: str
    format: str
    system: str
    outcome: Outcome
    message: str = ""
    target: str = ""
    facts: tuple[Fact, ...] = ()
    blocks: tuple[Block, ...] = ()
    repairs: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    text: str = ""
