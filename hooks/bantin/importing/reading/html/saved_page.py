"""Opens a page as it was saved: an HTML file with its folder, or MHTML. Opens nothing outside.

Knows files and parts. Knows no HTML.
"""

from __future__ import annotations

import email
import email.policy
import hashlib
import re
import urllib.parse
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path

from bantin.errors import ImportRefusedError
from bantin.importing.reading.decoding import decode_text
from bantin.importing.reading.given_file import hold_name, read_bytes
from bantin.importing.reading.html.pictures import LARGEST_PICTURE_BYTES

LARGEST_PAGE_BYTES = 10_000_000
_LARGEST_MHTML_BYTES = 100_000_000
_TOO_LARGE = "trang lớn hơn 100 MB; một bản tin không lớn như thế: lưu lại trang từ trình duyệt"
_MOST_PARTS = 2000
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{4}\)(\S{1,2000})\s*-->", re.IGNORECASE)


@dataclass(slots=True)
class SavedPage:
    """A page and what was saved with it.

    Attributes:
        name: of its file, in NFC.
        sha256: hex digest of its file.
        format: "html" or "mhtml".
        html: its text.
        address: where it was saved from; "" where the file does not tell.
        repairs: what was mended, in Vietnamese.
        doubts: what may be wrong, in Vietnamese.
        folder: where its file lies; None for MHTML.
        parts: bytes of the parts of MHTML by their addresses.
    """

    name: str
    sha256: str
    format: str
    html: str
    address: str = ""
    repairs: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    folder: Path | None = None
    parts: dict[str, bytes] = field(default_factory=dict)

    def open_file(self, address: str) -> bytes:
        """Return the bytes of a file saved with the page; b"" for any other address."""
        if self.folder is None:
            return self.parts.get(address) or self.parts.get(self._joined(address), b"")
        try:
            split = urllib.parse.urlsplit(address)
        except ValueError:
            return b""
        if split.scheme or split.netloc:
            return b""
        return read_beside(self.folder, urllib.parse.unquote(split.path))

    def _joined(self, address: str) -> str:
        try:
            return urllib.parse.urljoin(self.address, address)
        except ValueError:
            return address


def read_beside(folder: Path, relative: str) -> bytes:
    """Return the bytes of a file below a folder; b"" for any other place, or a large one."""
    if not relative or relative.startswith("/") or "\\" in relative:
        return b""
    if ".." in relative.split("/") or ":" in relative or "\0" in relative:
        return b""
    try:
        home = folder.resolve()
        path = (home / relative).resolve()
        # A link may lead out of the folder.
        if not path.is_relative_to(home) or not path.is_file():
            return b""
        return path.read_bytes() if path.stat().st_size <= LARGEST_PICTURE_BYTES else b""
    except (OSError, ValueError, RuntimeError):
        return b""


def open_page(path: Path) -> SavedPage:
    """Open a saved page.

    Raises:
        ImportRefusedError: it cannot be opened, is empty or too large, or no record can keep its
            name.
    """
    name = hold_name(path.name)
    raw = read_bytes(path, _LARGEST_MHTML_BYTES, _TOO_LARGE)
    if not raw.strip(b"\0 \t\r\n"):
        raise ImportRefusedError("tệp rỗng; cần trang web đã lưu của một bản tin hoặc văn bản")
    digest = hashlib.sha256(raw).hexdigest()
    if _is_mhtml(path, raw):
        return _open_mhtml(name, digest, raw)
    _refuse_large(raw)
    page = SavedPage(name, digest, "html", "", folder=path.parent)
    page.html = decode_text(raw, "", page.repairs, page.doubts, guess=True)
    if match := _SAVED_FROM.search(page.html[:5000]):
        page.address = match[1]
    return page


def _refuse_large(raw: bytes) -> None:
    if len(raw) > LARGEST_PAGE_BYTES:
        raise ImportRefusedError(
            f"trang lớn hơn {LARGEST_PAGE_BYTES // 1_000_000} MB; một bản tin không lớn như thế: "
            "lưu lại trang từ trình duyệt, hoặc tách tệp"
        )


def _is_mhtml(path: Path, raw: bytes) -> bool:
    head = raw[:4096].lstrip(b"\xef\xbb\xbf \r\n").lower()
    if path.suffix.lower() in (".mhtml", ".mht") and not head.startswith(b"<"):
        return True
    return head.startswith((b"from:", b"mime-version:")) and b"multipart/related" in head


def _open_mhtml(name: str, digest: str, raw: bytes) -> SavedPage:
    try:
        message = email.message_from_bytes(raw, policy=email.policy.default)
        parts = [
            part
            for part, _ in zip(message.walk(), range(_MOST_PARTS), strict=False)
            if isinstance(part, EmailMessage) and not part.is_multipart()
        ]
    except (ValueError, LookupError, RecursionError) as error:
        raise ImportRefusedError("tệp MHTML hỏng, không đọc được; lưu lại trang") from error
    main = next((part for part in parts if part.get_content_type() == "text/html"), None)
    if main is None:
        raise ImportRefusedError("tệp MHTML không có trang HTML nào; lưu lại trang")
    page = SavedPage(name, digest, "mhtml", "", _header(main, "Content-Location"))
    page.address = page.address or _header(message, "Snapshot-Content-Location")
    html = _payload(main)
    _refuse_large(html)
    page.html = decode_text(
        html, main.get_content_charset() or "", page.repairs, page.doubts, guess=True
    )
    for part in parts:
        if part.get_content_maintype() == "image":
            if location := _header(part, "Content-Location"):
                page.parts.setdefault(location, _payload(part))
            if content_id := _header(part, "Content-ID").strip("<>"):
                page.parts.setdefault(f"cid:{content_id}", _payload(part))
    return page


def _header(message: email.message.Message, name: str) -> str:
    try:
        return str(message.get(name) or "").strip()
    except (ValueError, LookupError, IndexError, AttributeError, TypeError):
        return ""  # the parser of headers gives up on some


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
