"""What became of the files of an import, counted and grouped for the editor."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from bantin.text.dates import count

_FIRST_NAMES = 3
# What differs between two messages of one reason: quoted words, numbers, places.
_DETAIL = re.compile(r"“[^“”]*+”|(?<!\S)[^\s/]*+/\S*+|\d[\d.,]*+")


@dataclass
class RefusedGroup:
    """The refusals of one reason.

    Attributes:
        message: of the first.
        number: of items.
        files: the first few.
    """

    message: str
    number: int = 0
    files: list[str] = field(default_factory=list)


@dataclass
class ImportSummary:
    """The end of an import.

    Attributes:
        written: records written, or that would be in a trial.
        same: items whose bytes came in before under another name.
        known: items that an earlier run of the same import brought in.
        parts: pictures, styles and scripts of pages, which are no items.
        copies: hidden files and editors' copies.
        doubtful: records with doubts.
        formats: records by format.
        refused: by reason, in the order of the first.
    """

    written: int = 0
    same: int = 0
    known: int = 0
    parts: int = 0
    copies: int = 0
    doubtful: int = 0
    formats: Counter[str] = field(default_factory=Counter)
    refused: dict[str, RefusedGroup] = field(default_factory=dict)

    @property
    def refusals(self) -> int:
        """The number of items that could not come in."""
        return sum(group.number for group in self.refused.values())

    def refuse(self, file: str, message: str) -> None:
        """Count a refusal."""
        group = self.refused.setdefault(_DETAIL.sub("…", message), RefusedGroup(message))
        group.number += 1
        if len(group.files) < _FIRST_NAMES:
            group.files.append(file)


def describe_summary(summary: ImportSummary, *, dry_run: bool) -> Iterator[str]:
    """Yield the lines of a summary."""
    for group in sorted(summary.refused.values(), key=lambda one: -one.number):
        names = ", ".join(group.files)
        more = (
            f" và {count(group.number - len(group.files))} tệp khác"
            if group.number > len(group.files)
            else ""
        )
        yield f"Không nhập được {count(group.number)}: {group.message}."
        yield f"    {names}{more}"
    if summary.refused:
        yield ""
    verb = "Chạy thử, chưa ghi gì. Sẽ ghi" if dry_run else "Đã ghi"
    yield f"{verb} {count(summary.written)} bản ghi{_told_formats(summary)}."
    for number, told in (
        (summary.doubtful, "bản ghi có điều cần xem"),
        (summary.same, "tệp trùng từng chữ với tệp khác đã nhập, không ghi thêm"),
        (summary.known, "tệp đã nhập từ lần chạy trước"),
        (summary.refusals, "tệp hoặc bài không nhập được, lý do ở trên"),
        (summary.parts, "tệp ảnh, kiểu dáng, mã của trang web không phải là bài"),
        (summary.copies, "tệp ẩn và bản sao do chương trình để lại, bỏ qua"),
    ):
        if number:
            yield f"    {count(number)} {told}"


def _told_formats(summary: ImportSummary) -> str:
    told = ", ".join(f"{count(number)} {name}" for name, number in summary.formats.most_common())
    return f" ({told})" if told else ""
