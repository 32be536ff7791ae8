"""Addresses: which file answers to which one, and where relative links lead."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from bantin.errors import Problem
from bantin.records.models import Article, Dated, Record
from bantin.records.reader import find_line
from bantin.rendering.markdown import MarkdownText, find_relative_hrefs


@dataclass(frozen=True)
class AddressBook:
    """Every file of docs/ that has an address.

    Attributes:
        urls: src_uri → address relative to the root.
        drafts: src_uri of what has no address before it is published.
    """

    urls: Mapping[str, str]
    drafts: Collection[str] = ()

    def resolve(self, src_uri: str, href: str) -> str | None:
        """Return where a relative link of `src_uri` leads; None where it leads nowhere."""
        _, mark, fragment = href.partition("#")
        url = self.urls.get(_target(src_uri, href))
        return None if url is None else f"{url}{mark}{fragment}"

    def is_draft(self, src_uri: str, href: str) -> bool:
        """True when a relative link of `src_uri` leads to a draft."""
        return _target(src_uri, href) in self.drafts

    def text_of(self, record: Record, source: str | None = None) -> MarkdownText:
        """Return a record's body (or another Markdown text of it) with its links resolved."""
        source = record.body if source is None else source
        found = find_relative_hrefs(source)
        links = ((href, self.resolve(record.file.src_uri, href)) for href in found)
        return MarkdownText(source, tuple((href, url) for href, url in links if url is not None))


def _target(src_uri: str, href: str) -> str:
    path = unquote(href.partition("#")[0].partition("?")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(src_uri), path))


def normalise_address(written: str) -> str:
    """Return an address as the editor wrote it, relative to the root, "/" at its end.

    An address with a file ending (".html", ".aspx") keeps it; ".../index.html" is its folder.
    """
    address = written.strip().lstrip("/")
    folder, _, last = address.rpartition("/")
    if last == "index.html":
        return f"{folder}/" if folder else ""
    return address if not address or address.endswith("/") or "." in last else f"{address}/"


def check_addresses(
    records: Iterable[Record], others: Mapping[str, str], book: AddressBook, docs_dir: Path
) -> list[Problem]:
    """Return a Problem for every address taken twice and every link that leads nowhere.

    Args:
        records: all that could be read.
        others: address → src_uri of what is not a record: pages, pictures, attachments.
        book: where links may lead.
        docs_dir: where the records were read from, to find lines.
    """
    problems: list[Problem] = []
    owners = dict(others)
    records = tuple(records)
    for record in records:
        uri = record.file.src_uri
        owner = owners.setdefault(record.url, uri)
        if owner != uri:
            problems.append(
                Problem(uri, 0, "", f"có cùng địa chỉ /{record.url} với {owner}", "đổi tên một tệp")
            )
    for record in records:
        uri = record.file.src_uri
        for index, written in enumerate(record.redirect_from):
            address = normalise_address(written)
            if address in owners:
                problems.append(taken_redirect(record, index, owners[address], docs_dir))
            owners.setdefault(address, uri)
        problems += _dead_links(record, book, docs_dir)
    return problems


def taken_redirect(record: Record, index: int, owner: str, docs_dir: Path) -> Problem:
    """Return the Problem of an old address that is somebody's address now."""
    uri = record.file.src_uri
    line = find_line(docs_dir, uri, ("redirect_from", index))
    message = f"địa chỉ {record.redirect_from[index]} đang là của {owner}"
    return Problem(uri, line, f"redirect_from[{index + 1}]", message, "xóa dòng này")


def _dead_links(record: Record, book: AddressBook, docs_dir: Path) -> Iterator[Problem]:
    uri = record.file.src_uri
    hint = "xem lại đường dẫn; tính từ thư mục của tệp này"
    draft_hint = "xuất bản bản nháp ấy trước, hoặc bỏ đường dẫn"
    for href in find_relative_hrefs(record.body):
        if book.resolve(uri, href) is None:
            line = record.file.body_line + record.body.count("\n", 0, record.body.find(href))
            if book.is_draft(uri, href):
                yield Problem(uri, line, "", f"đường dẫn {href} dẫn tới một bản nháp", draft_hint)
            else:
                yield Problem(uri, line, "", f"đường dẫn {href} không dẫn tới tệp nào", hint)
    for key, index, src in _file_fields(record):
        if book.resolve(uri, src) is None:
            line = find_line(docs_dir, uri, (key, index, "src"))
            yield Problem(uri, line, f"{key}[{index + 1}].src", f"không có tệp {src}", hint)


def _file_fields(record: Record) -> Iterator[tuple[str, int, str]]:
    if isinstance(record, Dated):
        for index, attachment in enumerate(record.attachments):
            yield "attachments", index, attachment.src
    if isinstance(record, Article):
        for index, photo in enumerate(record.photos):
            if photo.src:
                yield "photos", index, photo.src
