"""Reads RTF files.

An own small reader: those that give plain text lose the fonts of runs, without which text of old
encodings cannot be told, and the cells of tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bantin.importing.capture import Capture
from bantin.importing.reading.capture_builder import CaptureBuilder
from bantin.importing.reading.word.assembling import assemble
from bantin.importing.reading.word.findings import WordFindings
from bantin.importing.reading.word.originals import OfficeFormat, open_original, refuse_format
from bantin.importing.reading.word.rtf_document import RtfDocument


def read_rtf(path: Path) -> Iterator[Capture]:
    """Read an RTF file: one item.

    Raises:
        ImportRefusedError: it is no such file, too large, or holds no words.
    """
    original = open_original(path)
    if original.format is not OfficeFormat.RTF:
        raise refuse_format(original, "RTF")
    findings = WordFindings()
    parts = RtfDocument(findings).read(original.data)
    builder = CaptureBuilder(original.name, original.sha256, file_format="rtf")
    assemble(parts, findings, builder)
    yield builder.build()
