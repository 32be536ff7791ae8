"""Reads a saved page into a capture: which system made it, where its text is, what it names.

The sequence only; each step lies in a file of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bantin.errors import ImportRefusedError
from bantin.importing.capture import Capture, FieldName, FoundField
from bantin.importing.reading.capture_builder import CaptureBuilder
from bantin.importing.reading.html import refusing, unknown_page
from bantin.importing.reading.html.garbage import DROPPED
from bantin.importing.reading.html.item_fields import (
    fields_at_ends,
    fields_of_rules,
    gather,
    look_around,
)
from bantin.importing.reading.html.labels import document_fields, property_lines
from bantin.importing.reading.html.links import attachment_of
from bantin.importing.reading.html.page_blocks import BlockWalker
from bantin.importing.reading.html.rules import PortalRules
from bantin.importing.reading.html.saved_page import SavedPage, open_page
from bantin.importing.reading.html.systems import find_body, tell_system
from bantin.importing.reading.html.tree import ancestors, parse_page, select, words_of

_OFFICE = re.compile(
    r"""<meta[^>]{0,80}content\s*=\s*["']?"""
    r"""(?:Microsoft Word|Word\.Document|LibreOffice|OpenOffice)"""
    r"|<html[^>]{0,400}schemas-microsoft-com:office:word",
    re.IGNORECASE,
)
_OLD_FONT = re.compile(
    r"""(?:face\s*=\s*["']?|font-family\s*:\s*["']?)(\.Vn\w+|VNI-\w+)""", re.IGNORECASE
)


def read_html(path: Path) -> Iterator[Capture]:
    """Read a saved page.

    The text's blocks begin with its lead. Title, day, writer and readers stand beside the text on
    a page: they are fields, not blocks.

    Args:
        path: an .html, .htm, .mhtml or .mht file; pictures are looked for in its folder.

    Yields:
        one capture.

    Raises:
        ImportRefusedError: it cannot be opened or read, or holds no single item.
    """
    page = open_page(path)
    tree = parse_page(page.html)
    refusing.refuse_frames(tree)
    if tree.body is None:
        raise ImportRefusedError("tệp không có chữ nào; cần nội dung một bản tin hoặc văn bản")
    rules = tell_system(tree, page.html)
    if rules is None and _OFFICE.search(page.html[:20_000]):
        yield _read_office_page(page, tree)
        return
    yield _read_portal_page(page, tree, rules)


def _begin(page: SavedPage, system: str) -> CaptureBuilder:
    builder = CaptureBuilder(page.name, page.sha256, file_format=page.format, system=system)
    for told in page.repairs:
        builder.repair(told)
    for told in page.doubts:
        builder.doubt(told)
    fonts = sorted({match[1] for match in _OLD_FONT.finditer(page.html)})[:3]
    if fonts:
        builder.doubt(
            f"trang dùng phông {', '.join(fonts)}: chữ có thể ở bảng mã cũ (TCVN3, VNI), xem lại"
        )
    return builder


def _read_office_page(page: SavedPage, tree: LexborHTMLParser) -> Capture:
    builder = _begin(page, "word")
    walker = BlockWalker(open_file=page.open_file, dropped=(), is_word=True)
    if tree.body is not None:
        walker.read(tree.body)
    walker.write(builder, (), guess_bold=False)
    return builder.build()


def _read_portal_page(
    page: SavedPage, tree: LexborHTMLParser, rules: PortalRules | None
) -> Capture:
    dropped = {
        node.mem_id
        for css in (*DROPPED, *(rules.drop if rules else ()))
        for node in select(tree, css)
    }
    known = rules or unknown_page.ANY_SYSTEM
    body = find_body(tree, known, dropped) if rules else None
    refusing.refuse_other_pages(tree, has_body=body is not None)
    table, of_document = document_fields(tree.body) if tree.body is not None else (None, [])
    builder = _begin(page, known.system)
    if body is None and table is None:
        found = unknown_page.find_text(tree, page.html)
        if found is None:
            raise ImportRefusedError("trang không có chữ nào; cần một bản tin hoặc văn bản")
        body = found.body
        if found.is_whole:
            builder.doubt(
                "không tách được bài viết khỏi phần còn lại của trang: đã lấy cả phần chính, "
                "xem lại đầu và cuối"
            )
    if body is not None:
        refusing.refuse_list(body, dropped)
    text = body if body is not None else table
    if text is None:  # one of the two was found
        raise ImportRefusedError("trang không có chữ nào; cần một bản tin hoặc văn bản")
    # The text is never garbage, whatever its holders are called.
    dropped -= {node.mem_id for node in ancestors(text)} | {text.mem_id}
    _write(page, tree, known, builder, text, table, of_document, dropped)
    return builder.build()


def _write(
    page: SavedPage,
    tree: LexborHTMLParser,
    rules: PortalRules,
    builder: CaptureBuilder,
    body: LexborNode,
    table: LexborNode | None,
    of_document: list[FoundField],
    dropped: set[int],
) -> None:
    """Hand fields and blocks to the builder."""
    shown, taken = fields_of_rules(tree, rules)
    title = _title_node(tree, rules, shown, body)
    if title is not None and not any(field.name is FieldName.TITLE for field in shown):
        shown.insert(0, FoundField(FieldName.TITLE, words_of(title), "đề mục của trang"))
    leads = _outside(tree, rules.lead, body)
    around = look_around(
        title,
        body,
        dropped | {lead.mem_id for lead in leads},
        number_behind_day=rules.number_behind_day,
    )
    at_ends, told_lines = fields_at_ends(body, dropped | taken)
    lead_lines = [words_of(lead) for lead in leads[:1]] or list(around.leads)
    if lead_lines:
        shown.append(FoundField(FieldName.SUMMARY, lead_lines[0], "đoạn giữa tiêu đề và bài"))
    named = {field.name for field in of_document}
    # The day of a document is no day of publication; the page tells its own too.
    near = [
        *of_document,
        *(field for field in (*shown, *around.fields, *at_ends) if field.name not in named),
    ]
    doubts: list[str] = []
    fields = gather(tree, near, doubts)
    if page.address.startswith(("http://", "https://")):
        builder.field(FieldName.URL, page.address, "địa chỉ trình duyệt ghi khi lưu trang")
    for field in fields:
        if field.name is FieldName.DATE and named and field.place.startswith("thẻ meta"):
            continue
        builder.field(field.name, field.text, field.place)
    for told in doubts:
        if not (named and "ngày đăng" in told):
            builder.doubt(told)
    walker = BlockWalker(open_file=page.open_file, dropped=dropped | taken)
    for lead in leads[:1]:
        walker.read(lead)
    for line in () if leads else around.leads:
        walker.read_line(line)
    for spot in rules.pictures:
        for node in _outside(tree, (spot,), body)[:1]:
            walker.read(node)
    if table is not None and body.mem_id == table.mem_id:
        builder.doubt(
            "trang chỉ nêu thuộc tính của văn bản; nội dung ở tệp đính kèm, nhập thêm tệp ấy"
        )
        for line in property_lines(table):
            walker.read_line(line)
    else:
        walker.read(body)
    known = [field.text for field in fields if field.name in (FieldName.TITLE, FieldName.DATE)]
    known += told_lines
    if title is not None:
        known.append(words_of(title))
    walker.write(builder, known, guess_bold=True)
    _write_files(tree, rules, builder, table)


def _title_node(
    tree: LexborHTMLParser, rules: PortalRules, shown: list[FoundField], body: LexborNode
) -> LexborNode | None:
    told = next((field for field in shown if field.name is FieldName.TITLE), None)
    if told is not None and "@" not in told.place:
        for spot in rules.fields[FieldName.TITLE]:
            for node in select(tree, spot):
                if words_of(node) == told.text:
                    return node
    return unknown_page.find_title(tree, body)


def _outside(tree: LexborHTMLParser, spots: tuple[str, ...], body: LexborNode) -> list[LexborNode]:
    """Return the elements of the first spot that has any outside the text."""
    holders = {body.mem_id} | {node.mem_id for node in ancestors(body)}
    for spot in spots:
        found = [
            node
            for node in select(tree, spot)
            if node.mem_id not in holders
            and all(above.mem_id != body.mem_id for above in ancestors(node))
        ]
        if found:
            return found
    return []


def _write_files(
    tree: LexborHTMLParser, rules: PortalRules, builder: CaptureBuilder, table: LexborNode | None
) -> None:
    """List the attachments: all links of the portal's list of files, and files of the table."""
    for spot in rules.files:
        for holder in select(tree, spot):
            for link in select(holder, "a[href]"):
                address = (link.attributes.get("href") or "").strip()
                if address and not address.startswith(("#", "javascript:", "mailto:")):
                    builder.link(address, words_of(link) or address.rpartition("/")[2])
    if table is not None:
        for link in table.css("a[href]"):
            if found := attachment_of(link, link.attributes.get("href") or ""):
                builder.link(*found)
