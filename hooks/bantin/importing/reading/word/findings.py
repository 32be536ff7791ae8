"""What a reader of an office file left out or changed, told in Vietnamese."""

from __future__ import annotations

import re
from collections import Counter

from bantin.importing.capture import FieldName
from bantin.importing.reading.capture_builder import CaptureBuilder

_COUNTED = {
    "inserted": "Tệp còn vết sửa (track changes): nhận {} chỗ thêm",
    "deleted": "Tệp còn vết sửa (track changes): bỏ {} chỗ đã xóa",
    "comments": "Bỏ {} lời bình (comment) bên lề",
    "hidden": "Bỏ {} đoạn chữ ẩn (hidden text), bản in không có",
    "numbers": "Viết số thứ tự, dấu đầu dòng tự động thành chữ ở {} đoạn",
    "capitals": "Chữ định dạng in hoa (All caps) ghi thành chữ hoa như bản in ở {} chỗ",
    "notes": "Đưa {} chú thích chân trang (footnote, endnote) xuống dưới đoạn có dấu [số]",
    "placeholders": "Bỏ {} ô mẫu chưa điền (chữ nhắc của Word, không phải nội dung)",
    "contents": "Bỏ {} mục lục tự động",
    "head_pictures": "Bỏ {} hình (biểu trưng, con dấu) ở phần đầu văn bản",
}
_DOUBTED = {
    "symbols": "{} ký hiệu của phông ký hiệu (Symbol, Wingdings) không đọc được, xem bản gốc",
    "formulas": "{} công thức ghi thành một dòng chữ, xem lại với bản gốc",
    "vector_pictures": "{} hình WMF/EMF, trình duyệt không hiện được; đổi sang PNG",
    "unknown_pictures": "{} hình ở định dạng lạ, không lấy được",
    "lost_pictures": "{} hình tệp có nhắc đến nhưng không có trong tệp",
    "foreign_parts": "{} phần nhúng từ tệp khác (altChunk, OLE) không đọc được, xem bản gốc",
}
_DRAFT = re.compile(r"(?:bản )?dự thảo(?: (?:lần|số))?(?: ?\d{1,3})?", re.IGNORECASE)
_NO_WORDS = re.compile(r"(?:trang|page|tờ)?[\s\d/.\-–|]*+", re.IGNORECASE)
_LONGEST_TOLD = 120


class WordFindings:
    """Collects what is told of one file."""

    def __init__(self) -> None:
        """Begin with nothing found."""
        self.counts: Counter[str] = Counter()
        self._margins: dict[str, None] = {}
        self._boxes: dict[str, None] = {}
        self._doubts: dict[str, None] = {}
        self._links: list[tuple[str, str]] = []

    @property
    def boxes(self) -> list[str]:
        """The words of text boxes and watermarks left out so far."""
        return list(self._boxes)

    def count(self, what: str) -> None:
        """Count one more of a kind that `_COUNTED` or `_DOUBTED` names."""
        self.counts[what] += 1

    def margin(self, text: str) -> None:
        """Take the words of a header or footer, which are left out; page numbers are not told."""
        words = " ".join(text.split())
        if not _NO_WORDS.fullmatch(words):
            self._margins[words] = None

    def box(self, text: str) -> None:
        """Take the words of a text box or watermark that is left out."""
        if words := " ".join(text.split()):
            self._boxes[words] = None

    def doubt(self, told: str) -> None:
        """Take a doubt of its own wording."""
        self._doubts[told] = None

    def link(self, address: str, text: str) -> None:
        """Take a link to a file."""
        self._links.append((address, text))

    def tell(self, builder: CaptureBuilder) -> None:
        """List all in the capture."""
        for what, sentence in _COUNTED.items():
            if self.counts[what]:
                builder.repair(sentence.format(self.counts[what]))
        for what, sentence in _DOUBTED.items():
            if self.counts[what]:
                builder.doubt(sentence.format(self.counts[what]))
        for words in self._margins:
            builder.repair(f"Bỏ chữ ở đầu hoặc cuối trang: “{_shorten(words)}”")
        for words in self._boxes:
            if _DRAFT.fullmatch(words.strip(" .:()[]")):
                builder.field(FieldName.STATUS, "Dự thảo", "khung chữ")
                builder.doubt(f"Tệp có khung chữ “{words}”: có thể chưa phải bản ban hành")
            else:
                builder.doubt(f"Khung chữ để ngoài bài: “{_shorten(words)}”")
        for told in self._doubts:
            builder.doubt(told)
        for address, text in self._links:
            builder.link(address, text)


def _shorten(words: str) -> str:
    return words if len(words) <= _LONGEST_TOLD else f"{words[:_LONGEST_TOLD]}…"
