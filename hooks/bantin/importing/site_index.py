"""What a site holds already, as far as an import can clash with it: looked up, not searched.

Reads docs/ once, documents by year when the first of that year comes. Writes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from pathlib import Path

import yaml

from bantin.errors import ImportRefusedError, Problem
from bantin.records import folders
from bantin.records.docs_listing import list_record_uris
from bantin.records.models import Document, Record
from bantin.records.reader import read_records
from bantin.records.unfinished import UnfinishedDraft

_DATED = (folders.NEWS, folders.DOCUMENTS)
_SHA256 = re.compile(rb"^  sha256: '?([0-9a-f]{64})'?\r?$", re.MULTILINE)
_PART = re.compile(rb"^  part: ([^\r\n]+)", re.MULTILINE)


class SiteIndex:
    """The captures, numbers and addresses that are taken.

    Attributes:
        docs_dir: the folder of the site's records.
        problems: faults of documents that were read. They could hide a clash.
    """

    def __init__(self, docs_dir: Path) -> None:
        self.docs_dir = docs_dir
        self.problems: list[Problem] = []
        uris = list_record_uris(docs_dir)
        self._captures = _captures_of(docs_dir, [uri for uri in uris if uri.startswith(_DATED)])
        self._documents = [uri for uri in uris if uri.startswith(folders.DOCUMENTS)]
        self._years: set[int] = set()
        self._numbers: dict[Hashable, str] = {}

    def place_of_capture(self, sha256: str, part: str = "") -> str | None:
        """Return the src_uri of the record made from an item; None where there is none."""
        return self._captures.get((sha256, part))

    def refuse_number(self, record: Record | UnfinishedDraft) -> None:
        """Refuse a document whose number is taken, naming the place.

        Raises:
            ImportRefusedError: it is.
        """
        if isinstance(record, Document) and (place := self._place_of_number(record)):
            raise ImportRefusedError(
                f"văn bản số {record.number} năm {record.day.year} của {record.issuer} "
                f"(sẽ ghi vào {record.file.src_uri}) đã có ở {place}; xem hai bản có phải là một"
            )

    def add(self, record: Record | UnfinishedDraft, place: str) -> None:
        """Take note of a new record, under the name of its place for messages."""
        if isinstance(record, Document):
            self._read_year(record.day.year)
            self._numbers.setdefault(record.identity, place)

    def _place_of_number(self, record: Document) -> str | None:
        self._read_year(record.day.year)
        return self._numbers.get(record.identity)

    def _read_year(self, year: int) -> None:
        """Read the documents of one year, once. Other years cannot clash."""
        if year in self._years:
            return
        self._years.add(year)
        prefix = f"{folders.DOCUMENTS}/{year}/"
        found = read_records(self.docs_dir, [u for u in self._documents if u.startswith(prefix)])
        self.problems.extend(found.problems)
        for one in found.documents:
            self._numbers.setdefault(one.identity, one.file.src_uri)


def refuse_place(docs_dir: Path, target: str) -> None:
    """Refuse a place that lies behind a link or a file.

    Raises:
        ImportRefusedError: it does.
    """
    for parent in list((docs_dir / target).parents)[: target.count("/")]:
        if parent.is_symlink() or (parent.exists() and not parent.is_dir()):
            raise ImportRefusedError(f"không ghi được {target}: {parent} không phải thư mục thật")


def _captures_of(docs_dir: Path, uris: Sequence[str]) -> dict[tuple[str, str], str]:
    """Return (SHA-256, part) of an item → record made from it.

    Looks at bytes only: parsing tens of thousands of records for one import would take a minute.
    """
    captures: dict[tuple[str, str], str] = {}
    for uri in uris:
        path = docs_dir / uri
        if path.is_file():
            text = path.read_bytes()
            for digest in _SHA256.findall(text):
                part = _PART.search(text)
                captures.setdefault((digest.decode(), _scalar(part[1]) if part else ""), uri)
    return captures


def _scalar(written: bytes) -> str:
    try:
        value = yaml.safe_load(written)
    except yaml.YAMLError:
        return ""
    return value if isinstance(value, str) else written.decode("utf-8", "replace").strip()
