"""The docs folder with the records that a new record can refer to or clash with."""

from __future__ import annotations

from pathlib import Path

from bantin.records.docs_listing import list_record_uris
from bantin.records.models import Body, Document, Person, Section
from bantin.records.reader import read_records

_NAMED = tuple(f"{kind.folder}/" for kind in (Body, Section, Person))


class DocsFolder:
    """A docs folder, seen by somebody who is about to write into it.

    Attributes:
        docs_dir: the folder that holds tin-tuc/, van-ban/ …; may be empty.
        uris: src_uri of every record file, sorted.
        registry: bodies, sections and people that could be read.
    """

    def __init__(self, docs_dir: Path) -> None:
        self.docs_dir = docs_dir
        self.uris = list_record_uris(docs_dir)
        named = [uri for uri in self.uris if uri.startswith(_NAMED)]
        self.registry = read_records(docs_dir, named).registry()

    def place_of(self, identity: tuple[str, int, str]) -> str | None:
        """Return the src_uri of the document with an identity. Only its own year is read."""
        prefix = f"{Document.folder}/{identity[1]}/"
        found = read_records(self.docs_dir, [uri for uri in self.uris if uri.startswith(prefix)])
        return next((one.file.src_uri for one in found.documents if one.identity == identity), None)

    def is_taken(self, src_uri: str) -> bool:
        """True when anything lies at a place, also a link that leads nowhere."""
        path = self.docs_dir / src_uri
        return path.is_symlink() or path.exists()
