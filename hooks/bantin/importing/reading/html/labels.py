"""Reads what a page names by labels: lines around an item, and the table of a document's page.

Knows labels, not portals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from selectolax.lexbor import LexborNode

from bantin.importing.capture import FieldName, FoundField
from bantin.importing.reading.html.moments import find_moment
from bantin.importing.reading.html.tree import is_element, is_hidden, select, words_of
from bantin.text.fold import fold
from bantin.text.normalize import nfc

_DOCUMENT_LABELS = {
    fold(label): name
    for name, labels in (
        (FieldName.NUMBER, "số ký hiệu|số kí hiệu|số hiệu|số/ký hiệu|số, ký hiệu|số văn bản|"
                           "số ký hiệu văn bản|số hiệu văn bản"),
        (FieldName.DATE, "ngày ban hành|ngày ký|ngày văn bản|ngày ban hành văn bản"),
        (FieldName.EFFECTIVE, "ngày có hiệu lực|ngày hiệu lực|ngày bắt đầu hiệu lực|hiệu lực từ|"
                              "ngày bắt đầu có hiệu lực|hiệu lực từ ngày"),
        (FieldName.KIND, "loại văn bản|thể loại|thể loại văn bản|hình thức văn bản"),
        (FieldName.ISSUER, "cơ quan ban hành|đơn vị ban hành|nơi ban hành|"
                           "cơ quan ban hành văn bản"),
        (FieldName.SIGNER, "người ký|người ký văn bản|người ký duyệt"),
        (FieldName.TITLE, "trích yếu|trích yếu nội dung|tên văn bản|tiêu đề"),
        (FieldName.SECTION, "lĩnh vực|lĩnh vực văn bản"),
        (FieldName.STATUS, "tình trạng hiệu lực|hiệu lực|trạng thái|tình trạng"),
    )
    for label in labels.split("|")
}  # fmt: skip
# Without one of these a table with labels is no page of a document.
_DECISIVE = frozenset({FieldName.NUMBER, FieldName.ISSUER, FieldName.SIGNER, FieldName.KIND})
_LEAST_LABELS = 3
_LONGEST_VALUE = 1000
_MOST_HOLDERS, _MOST_CELLS = 300, 50
_SHARED_ROW = re.compile(r"cơ quan ban hành ?/ ?chức danh ?/ ?người ký", re.IGNORECASE)

VIEWS = re.compile(
    r"(?<!\w)(?<!đang )(?:(?:số )?lượt (?:xem|đọc)(?: tin| bài)?|đã xem|lượt xem tin"
    r"|đã đọc|xem|hits|views?"
    r"|cms-view-count|số lần đọc|số lần xem|lượt xem bài viết)"
    r" ?:? ?(?P<number>\d{1,3}(?:[.,]\d{3})+|\d{1,9})(?!\d|[/:.,]\d)",
    re.IGNORECASE,
)
_VIEWS_AFTER = re.compile(
    r"(?<![\d/:.,-])(?P<number>\d{1,3}(?:[.,]\d{3})+|\d{1,9}) ?"
    r"(?:lượt (?:xem|đọc)|views?|hits)(?!\w)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:tác giả(?: bài viết)?|người viết|bài viết|tin,? (?:và )?bài|tin,? (?:và )?ảnh"
    r"|bài,? (?:và )?ảnh"
    r"|tin,? bài,? ảnh|thực hiện|biên tập) ?: ?(?P<words>.{2,120})",
    re.IGNORECASE,
)
_NEXT_LABEL = re.compile(
    r"\s(?:nguồn(?: tin)?|tác giả|ngày đăng|lượt xem|ảnh|đăng ngày) ?:", re.IGNORECASE
)
_WRITTEN_BY = re.compile(r"^(?:tác giả|viết bởi|người đăng|đăng bởi|by) ?:? +", re.IGNORECASE)
_AUTHOR_PART = re.compile(
    r"[|•] ?(?:tác giả|người viết|viết bởi) ?: ?(?P<words>[^|•]{2,80})", re.IGNORECASE
)
_SOURCE = re.compile(r"(?:nguồn|nguồn tin|theo nguồn) ?: ?(?P<words>.{2,120})", re.IGNORECASE)
_DATED = re.compile(
    r"(?:ngày đăng(?: tin)?|đăng ngày|tin đăng ngày|ngày đăng bài|đăng lúc|ngày xuất bản|"
    r"cập nhật(?: lúc| ngày)?(?! (?:lần )?cuối)|ngày cập nhật|được đăng(?: ngày| lúc)?|"
    r"cms-publish-date|"
    r"thời gian đăng|ngày tạo) ?:? ?",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"lần cập nhật cuối(?: lúc)?|cập nhật (?:lần )?cuối(?: lúc| ngày)?|sửa lần cuối", re.IGNORECASE
)
_OF_HEAD = re.compile(r"[ ()|,.•:\-–]|GMT ?\+ ?7|lúc|giờ|ngày", re.IGNORECASE)
_TAGS = re.compile(r"(?:tags|từ khóa|từ khoá|thẻ) ?: ?(?P<words>.{2,300})", re.IGNORECASE)
_ACCOUNTS = frozenset(
    map(
        fold,
        "admin|administrator|quản trị|quản trị viên|quản trị hệ thống|super user|webmaster|"
        "ban biên tập website|host|editor|root|super administrator|quantri|user|portal admin|"
        "system account|test test".split("|"),
    )
)


def views_in(text: str) -> str:
    """Return the count of readers that a short text states, as printed; "" without one."""
    match = VIEWS.search(text) or _VIEWS_AFTER.search(text)
    return match["number"] if match else ""


def author_in(text: str) -> str:
    """Return a text as a writer's name; "" for accounts of the portal and for what is none."""
    if match := _AUTHOR.match(text):
        text = match["words"]
    text = _NEXT_LABEL.split(text, maxsplit=1)[0]
    text = _WRITTEN_BY.sub("", text)
    text = text.strip(" ()|-–,;:.")
    if not 2 <= len(text) <= 120 or "@" in text or "//" in text or fold(text) in _ACCOUNTS:
        return ""
    return "" if find_moment(text) or text.isdecimal() else text


def labelled_line(text: str) -> Iterator[FoundField]:
    """Yield the fields that one short line outside the text names by labels."""
    place = "dòng “{}”".format(text if len(text) <= 60 else f"{text[:60]}…")
    if match := _SOURCE.match(text):
        yield FoundField(FieldName.PUBLISHER, match["words"].strip(" |-"), place)
    elif match := _TAGS.match(text):
        yield FoundField(FieldName.TAGS, match["words"], place)
    else:
        match = _AUTHOR.match(text) or _AUTHOR_PART.search(text)
        if match and (words := author_in(match["words"])):
            yield FoundField(FieldName.AUTHOR, words, place)
    if number := views_in(text):
        yield FoundField(FieldName.VIEWS, number, place)
    moment = find_moment(text)
    if moment is None:
        return
    rest = text[: moment.start] + text[moment.start + len(moment.text) :]
    rest = VIEWS.sub("", _VIEWS_AFTER.sub("", rest))
    # A line of the head holds the day, its label, perhaps the readers; no sentence does.
    if _DATED.match(text) or len(rest.strip(" |-–,()•:")) <= 40:
        yield FoundField(FieldName.DATE, moment.text, place)


def is_head_line(text: str) -> bool:
    """Tell whether a line is nothing but day, hour and readers, with their labels."""
    if len(text) > 200:
        return False
    moment = find_moment(text)
    rest = text
    if moment is not None:
        rest = f"{text[: moment.start]} {text[moment.start + len(moment.text) :]}"
    without = VIEWS.sub("", _VIEWS_AFTER.sub("", rest.strip(" (|-")))
    if moment is None and without == rest.strip(" (|-"):
        return False
    without = _DATED.sub("", _CHANGED.sub("", _AUTHOR_PART.sub("", without)))
    return not _OF_HEAD.sub("", without).strip()


def is_day_of_change(text: str) -> bool:
    """Tell whether a line calls its day the one of the last change."""
    return _CHANGED.match(text) is not None


def is_day_of_publication(text: str) -> bool:
    """Tell whether a line calls its day the one of publication."""
    return _DATED.match(text) is not None


def document_fields(root: LexborNode) -> tuple[LexborNode | None, list[FoundField]]:
    """Return the table of a document's page and what it names; (None, []) without one."""
    best: tuple[LexborNode | None, list[FoundField]] = (None, [])
    holders = select(root, "table, dl, ul, .vbInfo, .document-properties, .row, .detail-info")
    for holder in holders[:_MOST_HOLDERS]:
        if holder.tag == "table" and holder.css_first("table table") is not None:
            continue
        found = list(_labelled(holder))
        names = {field.name for field in found}
        if (
            len(names) >= _LEAST_LABELS
            and names & _DECISIVE
            and len(names) > len({field.name for field in best[1]})
        ):
            best = (holder, found)
    return best


def property_lines(holder: LexborNode) -> Iterator[str]:
    """Yield the rows of a document's table as lines, "Số ký hiệu: 12/KH-UBND"."""
    for cells in _rows(holder):
        words = [word for cell in cells if (word := words_of(cell, _LONGEST_VALUE).strip(" :"))]
        if len(words) == 2:
            yield f"{words[0]}: {words[1]}"
        elif len(words) == 4 and _label(words[0]) and _label(words[2]):
            yield f"{words[0]}: {words[1]}"
            yield f"{words[2]}: {words[3]}"
        elif words:
            yield "; ".join(words)


def _labelled(holder: LexborNode) -> Iterator[FoundField]:
    told: set[FieldName] = set()
    for cells in _rows(holder):
        words = [words_of(cell, 2 * _LONGEST_VALUE) for cell in cells[:_MOST_CELLS]]
        if len(words) == 4 and _SHARED_ROW.match(words[0]):
            place = f"ô “{words[0]}”"
            yield FoundField(FieldName.ISSUER, words[1], place)
            yield FoundField(FieldName.SIGNER, words[3], place)
            continue
        for label, value in pairwise(words):
            name = _label(label)
            if name is None or name in told or _label(value) is not None:
                continue
            value = value.strip(" :")
            if value and len(value) <= _LONGEST_VALUE and not set(value) <= set("-.… "):
                told.add(name)
                yield FoundField(name, value, f"ô “{label.strip(' :')}”")


def _label(text: str) -> FieldName | None:
    return _DOCUMENT_LABELS.get(fold(nfc(text)).strip(" :.*-")) if len(text) < 60 else None


def _rows(holder: LexborNode) -> Iterator[list[LexborNode]]:
    """Yield the cells of each row; a line "label: value" is a row of the two."""
    if holder.tag == "table":
        for row in holder.css("tr"):
            yield _children(row, ("td", "th"))
    elif holder.tag == "dl":
        cells = _children(holder, ("dt", "dd"))
        for one, other in pairwise(cells):
            if one.tag == "dt" and other.tag == "dd":
                yield [one, other]
    elif holder.tag == "ul":
        for item in _children(holder, ("li",)):
            yield _children(item, ()) or [item]
    else:
        yield _children(holder, ())


def _children(node: LexborNode, tags: tuple[str, ...]) -> list[LexborNode]:
    found = []
    child = node.child
    while child is not None:
        if is_element(child) and not is_hidden(child) and (not tags or child.tag in tags):
            found.append(child)
        child = child.next
    return found
