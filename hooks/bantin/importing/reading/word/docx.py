"""Reads DOCX and DOCM files.

One walk over the XML: libraries that make HTML of it drop automatic numbers and fonts of runs, and
show hidden text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bantin.errors import ImportRefusedError
from bantin.importing.capture import Capture
from bantin.importing.reading.capture_builder import CaptureBuilder
from bantin.importing.reading.word.assembling import assemble
from bantin.importing.reading.word.docx_blocks import DocxBlocks
from bantin.importing.reading.word.docx_numbering import DocxNumbering
from bantin.importing.reading.word.docx_runs import DocxRuns
from bantin.importing.reading.word.docx_styles import DocxStyles
from bantin.importing.reading.word.findings import WordFindings
from bantin.importing.reading.word.layout import is_document_head, words_of
from bantin.importing.reading.word.originals import (
    OfficeFormat,
    OfficeOriginal,
    open_original,
    refuse_format,
)
from bantin.importing.reading.word.packages import (
    Element,
    OfficePackage,
    attribute,
    child,
    member_path,
)
from bantin.importing.reading.word.parts import Part

_NOTES = ("footnote", "endnote")


def read_docx(path: Path) -> Iterator[Capture]:
    """Read a DOCX or DOCM file: one item.

    Raises:
        ImportRefusedError: it is no such file, broken, locked, too large, or holds no words.
    """
    original = open_original(path)
    if original.format is not OfficeFormat.ZIP:
        raise refuse_format(original, "DOCX")
    yield read_docx_package(OfficePackage(original.data), original, "docx")


def read_docx_package(
    package: OfficePackage, original: OfficeOriginal, file_format: str
) -> Capture:
    """Read an opened package.

    Args:
        package: of the file, or of what another program made of it.
        original: the file itself.
        file_format: of the file itself.

    Raises:
        ImportRefusedError: as `read_docx`.
    """
    main = _main_part(package)
    root = package.parse(main)
    body = child(root, "body")
    if body is None:
        raise ImportRefusedError(
            "trong gói không có nội dung văn bản Word; mở bằng Word, lưu lại thành .docx rồi nhập"
        )
    findings = WordFindings()
    targets = _parts_by_kind(package, main)
    styles = DocxStyles.of(_first(package, targets, "styles"))
    numbering = DocxNumbering.of(_first(package, targets, "numbering"), styles)
    notes = {}
    for kind in _NOTES:
        found = _first(package, targets, f"{kind}s")
        for note in found if found is not None else ():
            if attribute(note, "type") in (None, "normal"):
                notes[kind, attribute(note, "id") or ""] = note
    runs = DocxRuns(package, main, styles, findings)
    parts = DocxBlocks(runs, styles, numbering, findings, notes).blocks(body)
    head = _margins(package, targets, styles, findings)
    if any(name.endswith("vbaproject.bin") for name in package.names):
        findings.doubt("Tệp có macro; macro không được chạy và không được lấy theo")
    builder = CaptureBuilder(original.name, original.sha256, file_format=file_format)
    assemble([*head, *parts], findings, builder)
    return builder.build()


def _main_part(package: OfficePackage) -> str:
    root = package.parse("_rels/.rels")
    for element in root if root is not None else ():
        if (attribute(element, "Type") or "").endswith("/officeDocument"):
            return member_path("", attribute(element, "Target") or "")
    return "word/document.xml"


def _parts_by_kind(package: OfficePackage, main: str) -> list[tuple[str, str]]:
    """Return (kind, member) of each related part: ("styles", "word/styles.xml")."""
    folder, _, name = main.rpartition("/")
    root = package.parse(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    return [
        (
            (attribute(element, "Type") or "").rpartition("/")[2],
            member_path(main, attribute(element, "Target") or ""),
        )
        for element in (root if root is not None else ())
        if attribute(element, "TargetMode") != "External"
    ]


def _first(package: OfficePackage, targets: list[tuple[str, str]], kind: str) -> Element | None:
    member = next((member for one, member in targets if one == kind), "")
    return package.parse(member) if member else None


def _margins(
    package: OfficePackage,
    targets: list[tuple[str, str]],
    styles: DocxStyles,
    findings: WordFindings,
) -> list[Part]:
    """Tell the words of headers and footers. Return those that are the head of the document."""
    head: list[Part] = []
    for kind, member in targets:
        if kind not in ("header", "footer") or (root := package.parse(member)) is None:
            continue
        aside = WordFindings()
        runs = DocxRuns(package, member, styles, aside)
        parts = DocxBlocks(runs, styles, DocxNumbering(), aside, {}).blocks(root)
        for words in aside.boxes:
            findings.box(words)
        if kind == "header" and not head and is_document_head(parts):
            head = parts
            findings.doubt("Phần đầu văn bản (Quốc hiệu, tên cơ quan) nằm ở đầu trang (header)")
        else:
            findings.margin(" ".join(words_of(parts)))
    return head
