"""Finds failed markup: an editor meant a list, a table or another form; the page shows the signs.

Looks at the words of the page. Markdown leaves no signs there of a form that it read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bantin.checking.manuscript import Manuscript
from bantin.errors import Problem
from bantin.minutes.conclusions import find_conclusions, states_conclusions
from bantin.minutes.overrides import KEYS, unused_attributes
from bantin.records.models import Document
from bantin.rendering.rendered_text import CODE, TextBlock

_UPPER = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠ-Ỹ"
# More than Markdown reads: includes numbers that only a person takes for an item's.
_ITEM = re.compile(
    rf"(?:[*_]{{1,2}})?\(?(?:[0-9]{{1,3}}(?:\.[0-9]{{1,2}})*(?:[.)]|/(?=[\s{_UPPER}]))(?![0-9%])"
    r"|[a-zđ]\)|[IVX]{1,5}[.)](?!\w))[*_]{0,2}[\s.-]*(?=[^\s.,;)-])"
)
_BULLET = re.compile(r"[-+*•–]\s+\S")
_TABLE = re.compile(r"\|.*\||:?-{3,}:?\s*\|")
_ATTRIBUTES = re.compile(rf"\{{:.*\}}|\{{[^{{}}]*\b(?:{'|'.join(KEYS)})\s*=[^{{}}]*\}}")
_CURLY = re.compile("[“”‘’]")
_LIST_HINT = (
    "để một dòng trống phía trên mục đầu tiên, viết số, dấu và một dấu cách ở đầu mỗi mục: "
    "“1. …”, “a) …”, “- …”"
)
# (signs in a line, the intended form, what to do)
_FORMS = (
    (_TABLE, "một bảng", "để một dòng trống phía trên bảng, dưới hàng đầu viết |---|---|"),
    (
        re.compile(r"\*\[[^\]]+\]:"),
        "lời giải chữ viết tắt",
        "viết đầy đủ ở lần dùng đầu, chữ tắt trong ngoặc: Hội đồng nhân dân (HĐND)",
    ),
    (
        re.compile(r"(?:!!!|\?\?\?\+?)\s*\w"),
        "một khung chú ý",
        "viết thành một đoạn, mở đầu bằng **Chú ý:**",
    ),
    (re.compile(r"\[[ xX]\]\s"), "một ô đánh dấu", "viết bằng chữ: đã xong, chưa xong"),
    (re.compile(r"(?:```|~~~)"), "một khối mã", "đóng khối bằng một dòng ``` riêng"),
    (re.compile(r"\[\^[^\]\s]+\]"), "một chú thích", "thêm dòng “[^1]: lời chú” ở cuối bài"),
    (re.compile(r"~~\S.*?~~"), "chữ gạch ngang", "dùng <del>chữ bỏ</del>"),
    (re.compile(r"<!--|-->"), "một ghi chú ẩn", "viết <!-- ở đầu và --> ở cuối ghi chú"),
)
# These may stand anywhere in a line.
_ANYWHERE = {"một chú thích", "chữ gạch ngang", "một ghi chú ẩn"}


@dataclass(frozen=True, slots=True)
class _ShownLine:
    """A line of the page's words that shows signs.

    Attributes:
        text: the line.
        meant: the intended form.
        hint: what to do.
    """

    text: str
    meant: str
    hint: str


def check_markup(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a remark for each form that the page shows as typed."""
    at = 0
    for block in manuscript.rendered.blocks:
        told: set[str] = set()
        for shown in _shown(block):
            if shown.meant not in told:
                told.add(shown.meant)
                offset = _find(shown.text, manuscript.record.body, at)
                at = max(at, offset)
                yield manuscript.remark(
                    manuscript.body,
                    max(offset, 0),
                    f"“{_short(shown.text)}” trông như {shown.meant} mà trang hiện thành chữ",
                    shown.hint,
                )
    yield from _lone_notes(manuscript)
    if isinstance(manuscript.record, Document):
        yield from _conclusions(manuscript, manuscript.record)


def _lone_notes(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a remark for each footnote that nothing in the text refers to."""
    ids = manuscript.rendered.ids
    for name in (one.removeprefix("fn:") for one in ids if one.startswith("fn:")):
        if f"fnref:{name}" not in ids:
            offset = manuscript.record.body.find(f"[^{name}]:")
            yield manuscript.remark(
                manuscript.body,
                max(offset, 0),
                f"không chỗ nào trong bài nhắc tới chú thích [^{name}]",
                f"viết [^{name}] ở chỗ cần chú thích, hoặc bỏ dòng chú thích ấy",
            )


def _shown(block: TextBlock) -> Iterator[_ShownLine]:
    if block.kind == CODE:
        return
    lines = [line.strip() for line in block.text_without_code.split("\n")]
    for number, line in enumerate(lines):
        rest = line
        if number == 0 and block.mark:
            rest = line.removeprefix(block.mark).lstrip()
        if found := _ATTRIBUTES.search(rest):
            yield _ShownLine(rest, "một dòng ghi chú {: … }", _attribute_hint(rest, found, number))
            continue
        forms = [
            _ShownLine(rest, meant, hint)
            for pattern, meant, hint in _FORMS
            if (pattern.search if meant in _ANYWHERE else pattern.match)(rest)
        ]
        yield from forms
        if not forms and (_ITEM.match(rest) or (number > 0 and _BULLET.match(rest))):
            yield _ShownLine(rest, "một mục danh sách", _LIST_HINT)


def _attribute_hint(line: str, found: re.Match[str], number: int) -> str:
    if _CURLY.search(found[0]):
        return 'viết nháy thẳng: {: due="2026-12-31" }'
    if line[found.end() :].strip():
        return "không viết gì sau dấu }, đặt cả dòng ngay dưới mục"
    if number == 0:
        return "đặt ngay dưới dòng cuối của mục, không để dòng trống ở giữa"
    return 'viết khóa="giá trị", đặt ngay dưới dòng cuối của mục'


def _conclusions(manuscript: Manuscript, document: Document) -> Iterator[Problem]:
    """Yield a remark for a document that mentions conclusions but has none that can be read."""
    text = manuscript.rendered
    points = find_conclusions(document, text)
    is_published = document.status == "published" and text.blocks
    if is_published and states_conclusions(document, text) and not points:
        yield manuscript.remark(
            manuscript.body,
            0,
            "văn bản nói tới kết luận mà máy không đọc được kết luận nào",
            "đánh số mỗi kết luận ở đầu dòng, dưới một dòng trống: “1. …”, “2. …”",
        )
    if points:
        for one in unused_attributes(text, (point.anchor for point in points)):
            yield Problem(
                document.file.src_uri,
                document.file.body_line + one.line,
                one.key,
                f"khóa {one.key} viết cho một mục con, ở đó chưa dùng được",
                "đặt dòng ấy ngay dưới lời của mục lớn",
            )


def _find(line: str, source: str, since: int) -> int:
    """Return the offset of a page's line in the source; -1 when it is spelled differently there."""
    words = re.findall(r"\S+", line)[:4]
    sought = re.compile(r"[\s*_`]*".join(map(re.escape, words)))
    found = sought.search(source, since) or sought.search(source)
    return found.start() if found else -1


def _short(line: str) -> str:
    return line if len(line) <= 40 else f"{line[:39].rstrip()}…"
