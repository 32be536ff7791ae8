"""Reads an export of WordPress (WXR): each post and page an item, in bounded memory.

Knows WordPress' export. The content goes through the rules of saved pages.
"""

from __future__ import annotations

import hashlib
import html
import re
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from bantin.errors import ImportRefusedError
from bantin.importing.capture import Capture, FieldName
from bantin.importing.reading.capture_builder import CaptureBuilder
from bantin.importing.reading.given_file import hold_name
from bantin.importing.reading.html.page_blocks import BlockWalker
from bantin.importing.reading.html.pictures import Opener
from bantin.importing.reading.html.saved_page import read_beside
from bantin.importing.reading.html.tree import parse_page
from bantin.unforeseen import reason_of

_KINDS = frozenset({"post", "page"})
# Of revisions, menus and forms nothing is said: nobody ever read them as items.
_STATUS = {
    "draft": "bản nháp",
    "auto-draft": "bản nháp",
    "pending": "chờ duyệt",
    "private": "riêng tư",
    "future": "hẹn giờ đăng",
    "trash": "trong thùng rác",
}
_LONGEST_CONTENT = 5_000_000
_MOST_AUTHORS, _MOST_ATTACHMENTS = 10_000, 200_000
_CAPTION = re.compile(
    r"\[caption\b[^\]]{0,500}\](?P<inside>.{0,5000}?)\[/caption\]", re.DOTALL | re.IGNORECASE
)
_IMAGE = re.compile(r"(?:<a\b[^>]{0,2000}>\s*)?<img\b[^>]{0,4000}>(?:\s*</a>)?", re.IGNORECASE)
_SHORT_CODE = re.compile(
    r"\[(/?)(gallery|embed|audio|video|playlist|contact-form-7|vc_[\w-]+|et_pb_[\w-]+|"
    r"pdf-embedder|embeddoc|su_[\w-]+|row|col|ux_[\w-]+)\b([^\]]{0,2000})\]",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"<(?:p|div|ul|ol|table|h[1-6]|blockquote|figure|section|article|center)\b", re.IGNORECASE
)
_BLANK_LINE = re.compile(r"\n[ \t\xa0]*\n\s*")
_ADDRESS = re.compile(
    r"""\b(?:url|src|mp3|mp4|href)\s*=\s*["']([^"']{1,2000})["']""", re.IGNORECASE
)


def read_wxr(path: Path) -> Iterator[Capture]:
    """Read an export of WordPress.

    Comments are never read. Items without words are passed over.

    Args:
        path: an .xml file.

    Yields:
        one capture for each post or page, in the file's order; its part is "bài <post id>".

    Raises:
        ImportRefusedError: it cannot be opened, is no sound XML, declares entities, or holds no
            post and no page.
    """
    name = hold_name(path.name)
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            attachments = _attachments(file)
            file.seek(0)
            count = 0
            for capture in _items(file, name, digest, attachments, _opener(path.parent)):
                count += 1
                yield capture
    except OSError as error:
        raise ImportRefusedError(
            f"không mở được tệp ({reason_of(error)}); kiểm tra lại tên tệp và quyền đọc"
        ) from error
    except DefusedXmlException as error:
        raise ImportRefusedError(
            "tệp XML khai báo thực thể (entity), không phải do WordPress xuất ra; xuất lại tệp"
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise ImportRefusedError(
            "tệp XML hỏng hoặc bị cắt giữa chừng; xuất lại từ WordPress (Công cụ → Xuất ra)"
        ) from error
    if not count:
        raise ImportRefusedError(
            "tệp xuất của WordPress không có bài viết hay trang nào có chữ; chọn “Tất cả nội dung” "
            "khi xuất"
        )


def _opener(folder: Path) -> Opener:
    """Return what reads uploads that lie beside the export in folders as on the site."""

    def open_file(address: str) -> bytes:
        try:
            path = urllib.parse.unquote(urllib.parse.urlsplit(address).path)
        except ValueError:
            return b""
        _, uploads, relative = path.partition("/uploads/")
        if not uploads:
            return b""
        places = (f"wp-content/uploads/{relative}", f"uploads/{relative}")
        return next(filter(None, (read_beside(folder, place) for place in places)), b"")

    return open_file


def _name_of(element: Any) -> str:
    """Return the name of an element without its namespace, whose version differs."""
    return str(element.tag).rpartition("}")[2]


def _namespace_of(element: Any) -> str:
    return str(element.tag).rpartition("}")[0]


def _elements(file: IO[bytes], wanted: frozenset[str]) -> Iterator[Any]:
    """Yield elements by name when they end, and empty each, so that memory stays bounded."""
    root: Any = None
    depth = 0
    for event, element in iterparse(file, events=("start", "end")):
        if event == "start":
            root = element if root is None else root
            depth += 1
            if depth > 200:
                raise ValueError("nested too deep")
            continue
        depth -= 1
        # Items stand below the channel below the root.
        if depth == 2:
            if _name_of(element) in wanted:
                yield element
            element.clear()
            for channel in root:
                channel.clear()


def _attachments(file: IO[bytes]) -> dict[str, tuple[str, str]]:
    """Return address and title of each attachment by its id."""
    found: dict[str, tuple[str, str]] = {}
    for item in _elements(file, frozenset({"item"})):
        held = _texts(item)
        if held.get("post_type") == "attachment" and len(found) < _MOST_ATTACHMENTS:
            found[held.get("post_id", "")] = (held.get("attachment_url", ""), held.get("title", ""))
    return found


def _items(
    file: IO[bytes],
    name: str,
    digest: str,
    attachments: dict[str, tuple[str, str]],
    open_file: Opener,
) -> Iterator[Capture]:
    authors: dict[str, str] = {}
    for element in _elements(file, frozenset({"item", "author"})):
        held = _texts(element)
        if _name_of(element) == "author":
            if len(authors) < _MOST_AUTHORS:
                authors[held.get("author_login", "")] = held.get("author_display_name", "")
        elif held.get("post_type") in _KINDS and held.get("status") != "auto-draft":
            capture = _capture(element, held, name, digest, authors, attachments, open_file)
            if capture is not None:
                yield capture


def _texts(element: Any) -> dict[str, str]:
    """Return the texts right below an element by name; the content and the excerpt apart."""
    held: dict[str, str] = {}
    for child in element:
        name = _name_of(child)
        if name == "encoded":
            name = "excerpt" if "excerpt" in _namespace_of(child) else "content"
        held.setdefault(name, (child.text or "").strip())
    return held


def _capture(
    item: Any,
    held: dict[str, str],
    name: str,
    digest: str,
    authors: dict[str, str],
    attachments: dict[str, tuple[str, str]],
    open_file: Opener,
) -> Capture | None:
    number = held.get("post_id", "")
    builder = CaptureBuilder(
        name, digest, file_format="wxr", part=f"bài {number}", system="wordpress"
    )
    builder.field(FieldName.TITLE, html.unescape(held.get("title", "")), "thẻ title")
    _take_date(builder, held)
    login = held.get("creator", "")
    builder.field(FieldName.AUTHOR, authors.get(login) or login, "thẻ dc:creator")
    for category in item:
        if _name_of(category) == "category":
            words = html.unescape(category.text or "")
            if category.get("domain") == "category" and category.get("nicename") != "uncategorized":
                builder.field(FieldName.SECTION, words, "thẻ category")
            elif category.get("domain") == "post_tag":
                builder.field(FieldName.TAGS, words, "thẻ category (post_tag)")
    builder.field(FieldName.URL, held.get("link", ""), "thẻ link")
    builder.field(FieldName.SUMMARY, html.unescape(held.get("excerpt", "")), "thẻ excerpt")
    if status := _STATUS.get(held.get("status", "")):
        builder.field(FieldName.STATUS, status, "thẻ wp:status")
    if held.get("post_password"):
        builder.field(FieldName.STATUS, "có mật khẩu", "thẻ wp:post_password")
    content = held.get("content", "")
    if len(content) > _LONGEST_CONTENT:
        builder.doubt("bài quá dài: chỉ đọc 5 triệu ký tự đầu")
        content = content[:_LONGEST_CONTENT]
    try:
        tree = parse_page(f"<body>{_as_html(content, builder, attachments)}</body>")
        walker = BlockWalker(open_file=open_file, dropped=())
        if tree.body is not None:
            walker.read(tree.body)
        walker.write(builder, (), guess_bold=True)
        _take_thumbnail(item, builder, attachments)
        return None if builder.is_empty else builder.build()
    except ImportRefusedError as error:
        builder.doubt(str(error))
        return None if builder.is_empty else builder.build()


def _take_date(builder: CaptureBuilder, held: dict[str, str]) -> None:
    """Take the day by the site's clock; drafts have zeros, and a day of their making."""
    for name in ("post_date", "pubDate"):
        text = held.get(name, "")
        if text and not text.startswith("0000") and "-0001" not in text:
            builder.field(FieldName.DATE, text, f"thẻ {name}")
            return


def _take_thumbnail(
    item: Any, builder: CaptureBuilder, attachments: dict[str, tuple[str, str]]
) -> None:
    """Link the picture that stands at an item's head; its words are in no content."""
    for meta in item:
        if _name_of(meta) != "postmeta":
            continue
        held = _texts(meta)
        if held.get("meta_key") == "_thumbnail_id":
            address, title = attachments.get(held.get("meta_value", ""), ("", ""))
            if address:
                builder.link(address, title or "ảnh đại diện")
            return


def _as_html(content: str, builder: CaptureBuilder, attachments: dict[str, tuple[str, str]]) -> str:
    """Make short codes and empty lines the elements that WordPress shows for them."""

    def figure(match: re.Match[str]) -> str:
        inside = match["inside"]
        image = _IMAGE.search(inside)
        if image is None:
            return inside
        words = inside[: image.start()] + inside[image.end() :]
        return f"\n\n<figure>{image[0]}<figcaption>{words.strip()}</figcaption></figure>\n\n"

    def short_code(match: re.Match[str]) -> str:
        closing, code, options = match.groups()
        if closing:
            return "\n\n"
        shown = "\n\n"
        if code.lower() == "gallery":
            for number in re.findall(r"[0-9]{1,12}", options)[:200]:
                address, title = attachments.get(number, ("", ""))
                if address:
                    shown += (
                        f'<figure><img src="{html.escape(address)}">'
                        f"<figcaption>{html.escape(title)}</figcaption></figure>\n\n"
                    )
        elif address_given := _ADDRESS.search(options):
            builder.link(html.unescape(address_given[1]), code)
        if code.lower() in ("gallery", "contact-form-7", "embed"):
            builder.doubt(f"mã ngắn [{code}] của WordPress: xem lại phần này ở bản gốc")
        return shown

    content = _CAPTION.sub(figure, content.replace("\r\n", "\n"))
    content = _SHORT_CODE.sub(short_code, content)
    parts = []
    for part in _BLANK_LINE.split(content):
        if not _BLOCK.search(part) and not part.startswith("<!--"):
            part = "<p>" + part.strip().replace("\n", "<br>") + "</p>"
        parts.append(part)
    return "\n".join(parts)
