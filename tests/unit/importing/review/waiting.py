"""Imported records in a folder, and the ledger that knows them. All is invented."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bantin.importing.capture import Block, BlockKind
from bantin.importing.imported_item import ImportedItem, Outcome
from bantin.importing.job.ledger import Ledger, load_items
from bantin.importing.proposal import Fact, Sure

NEWS = "tin-tuc/2021/10/ban-mau-hop.md"
NOTICE = "van-ban/chua-ro-ngay/thong-bao.md"
TITLE = "Ban Mẫu họp quý ba"
NEWS_TEXT = f"""---
# do máy nhập
# xem lại tiêu đề
title: {TITLE}
date: 2021-10-05 15:00
section: x
author: M.L
meeting:
  date: 2021-10-04
  chairs:
    - Trần Thị Mẫu
status: draft
source:
  file: tin.txt
  sha256: {{sha}}
---

Ban Mẫu họp.

status: draft
"""
NOTICE_TEXT = """---
title: Kết luận cuộc họp Ban Mẫu
date:
kind: TB
number:
issuer: ban-mau
status: draft
source:
  sha256: {sha}
---

1. Giao Ban Mẫu báo cáo.
"""
NEWS_FACTS = (
    Fact("title", TITLE, Sure.READ, "dòng 1"),
    Fact("date", "05/10/2021 15:00", Sure.READ, "dòng 2"),
    Fact("section", "x", Sure.GUESSED, "dòng 2", "theo đường dẫn"),
    Fact("author", "M.L", Sure.READ, "dòng 5"),
    Fact("meeting.date", "04/10/2021", Sure.GUESSED, "dòng 4", "“hôm qua”"),
    Fact("meeting.chairs", "Trần Thị Mẫu", Sure.GUESSED, "trong bài"),
)
NOTICE_FACTS = (
    Fact("title", "Kết luận cuộc họp Ban Mẫu", Sure.READ, "trang 1, đoạn 3"),
    Fact("date", "", Sure.OPEN, "", "ngày để trống"),
    Fact("kind", "TB", Sure.READ, "trang 1, đoạn 2"),
    Fact("number", "", Sure.OPEN, "", "số để trống"),
    Fact("issuer", "ban-mau", Sure.GUESSED, "trang 1, đoạn 1", "hiểu là Ban Mẫu"),
)
BLOCKS = (
    Block(1, "BAN MẪU HỌP\u00adQUÝ BA", "BAN MẪU HỌP QUÝ BA", True, BlockKind.HEADING),
    Block(2, "05/10/2021 15:00", "05/10/2021 15:00", False),
    Block(3, "Ban Mẫu họp.", "Ban Mẫu họp.", True),
    Block(4, "Hôm qua <script>alert(1)</script>", "Hôm qua <script>alert(1)</script>", True),
    Block(5, "M.L", "M.L", True),
)


def sha_of(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def item(
    target: str = NEWS,
    facts: Sequence[Fact] = NEWS_FACTS,
    *,
    file: str = "kho/tin.txt",
    part: str = "",
    outcome: Outcome = Outcome.WRITTEN,
    doubts: tuple[str, ...] = (),
    blocks: tuple[Block, ...] = BLOCKS,
) -> ImportedItem:
    """An item as the job remembers it; its SHA-256 follows from the file's name."""
    return ImportedItem(
        file, sha_of(file), part, "txt", "", outcome, "", target, tuple(facts), blocks, (), doubts
    )


@dataclass(frozen=True)
class Desk:
    """docs/ and the folder of originals."""

    root: Path

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def store(self) -> Path:
        return self.root / ".goc.bantin"

    def write(self, uri: str, text: str) -> Path:
        path = self.docs / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
        return path

    def keep(self, *items: ImportedItem) -> None:
        with closing(Ledger.open(self.store)) as ledger:
            for one in items:
                ledger.keep(one)

    def import_news(self) -> ImportedItem:
        """A whole draft, with its ledger's item."""
        one = item()
        self.write(NEWS, NEWS_TEXT.format(sha=one.sha256))
        self.keep(one)
        return one

    def import_notice(self) -> ImportedItem:
        """A draft without day and number."""
        blocks = tuple(
            Block(n, text, text, True, page=1)
            for n, text in enumerate(("BAN MẪU", "THÔNG BÁO", "Kết luận", "1. Giao"), 1)
        )
        one = item(NOTICE, NOTICE_FACTS, file="kho/thong-bao.pdf", blocks=blocks)
        self.write(NOTICE, NOTICE_TEXT.format(sha=one.sha256))
        self.keep(one)
        return one

    def outcomes(self) -> dict[str, Outcome]:
        return {one.target: one.outcome for one in load_items(self.store)}
