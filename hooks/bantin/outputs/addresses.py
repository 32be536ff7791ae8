"""Addresses: which file answers to which one, and where relative links lead."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from bantin.catalog.catalog import Catalog
from bantin.catalog.recheck_scope import RecheckScope, suspect_records
from bantin.catalog.taxonomies import TAXONOMIES
from bantin.errors import Problem
from bantin.outputs.taken_addresses import find_taken
from bantin.records import folders
from bantin.records.docs_names import is_left_copy, is_record_uri
from bantin.records.models import Article, Dated, Record
from bantin.records.reader import find_line
from bantin.rendering.linked_text import LinkedText
from bantin.rendering.rendered_text import RenderedText
from bantin.search.files import SEARCH_FOLDER

# Pages that the archive makes and the navigation or a Markdown link may name.
LISTING_URIS = tuple(
    f"{folder}/index.md"
    for folder in (*TAXONOMIES, folders.REGISTER, SEARCH_FOLDER, folders.ON_THIS_DAY)
)
_RENAME = "đổi tên tệp ấy rồi ghi tên mới vào đây; là bản thừa thì dẫn tới tệp gốc"


@dataclass(frozen=True)
class AddressBook:
    """Every file of docs/ that has an address.

    Attributes:
        others: src_uri → address relative to the root, of all that is no article or document.
        catalog: knows the records, and which of them are shown.
    """

    others: Mapping[str, str]
    catalog: Catalog

    def url_of(self, src_uri: str) -> str | None:
        """Return the address of a file; None where it has none, as a draft outside a preview."""
        if is_record_uri(src_uri) and self.catalog.is_shown(src_uri):
            return src_uri.removesuffix(".md") + "/"
        return self.others.get(src_uri)

    def resolve(self, src_uri: str, href: str) -> str | None:
        """Return where a relative link of `src_uri` leads; None where it leads nowhere."""
        _, mark, fragment = href.partition("#")
        url = self.url_of(target_of(src_uri, href))
        return None if url is None else f"{url}{mark}{fragment}"

    def resolve_file(self, src_uri: str, name: str) -> str | None:
        """Return the address of a file that front matter names; None where there is none."""
        return self.url_of(file_named(src_uri, name))

    def link(self, src_uri: str, text: RenderedText) -> LinkedText:
        """Return the text of `src_uri` with its links resolved; dead ones stay as written."""
        hrefs = (link.href for link in text.links if link.is_relative)
        found = ((href, self.resolve(src_uri, href)) for href in hrefs)
        targets = tuple((href, False) if url is None else (url, True) for href, url in found)
        return LinkedText(text.html, targets)


def find_doubles(addresses: Iterable[tuple[str, str]]) -> list[Problem]:
    """Return a Problem for every file that is no record and has the address of another one.

    Args:
        addresses: src_uri and address, in the engine's order. Of several files, the engine would
            write one over the other, or leave one out ("README.md" beside "index.md").
    """
    first: dict[str, str] = {}
    problems = []
    # README comes last: of two in one folder, the engine would leave it out.
    for uri, address in sorted(addresses, key=lambda one: one[0].endswith("README.md")):
        other = first.setdefault(address, uri)
        if other != uri:
            message = f"có cùng địa chỉ /{address} với {other}"
            problems.append(Problem(uri, 0, "", message, "đổi tên một tệp, hoặc xóa một tệp"))
    return problems


def is_left_out(src_uri: str, among: Collection[str]) -> bool:
    """Tell whether the engine never reads a page: a README.md beside an index.md."""
    folder, _, name = src_uri.rpartition("/")
    return name == "README.md" and f"{folder}/index.md".lstrip("/") in among


def target_of(src_uri: str, href: str) -> str:
    """Return the src_uri that a relative link of `src_uri` means, whether or not it is there."""
    path = unquote(href.partition("#")[0].partition("?")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(src_uri), path))


def file_named(src_uri: str, name: str) -> str:
    """Return the src_uri of a file that front matter names: a name is no address."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(src_uri), name))


def link_targets(record: Record, text: RenderedText) -> Iterator[str]:
    """Yield the src_uri of every file that a record links to, shows, or offers to fetch."""
    uri = record.file.src_uri
    for link in text.links:
        if link.is_relative:
            yield target_of(uri, link.href)
    for _, _, src in _file_fields(record):
        yield file_named(uri, src)


def check_addresses(
    book: AddressBook,
    owners: Mapping[str, str],
    docs_dir: Path,
    *,
    scope: RecheckScope | None = None,
    unreadable: Collection[str] = (),
) -> list[Problem]:
    """Return a Problem for every address taken twice and every link that leads nowhere.

    Args:
        book: where links may lead; its catalog holds the records.
        owners: address → src_uri of what is not a record: pages, pictures, attachments.
        docs_dir: where the records were read from, to find lines.
        scope: what can have gone wrong; None for the whole archive.
        unreadable: src_uri of files that are there, but gave no record: those are told of already.
    """
    catalog = book.catalog
    problems = [
        Problem(uri, 0, "", f"có cùng địa chỉ /{address} với {owner}", "đổi tên một tệp")
        for address, owner in sorted(owners.items())
        if address.endswith("/") and (uri := catalog.record_at(address))
    ]
    problems += find_taken(catalog, owners, docs_dir, scope)

    def is_known(target: str) -> bool:
        return target in unreadable or book.url_of(target) is not None

    for uri in suspect_records(catalog, scope, is_known):
        record = catalog.known(uri)
        if catalog.is_shown(uri):
            problems += _dead_links(record, book, docs_dir, is_known)
    return problems


def _dead_links(
    record: Record, book: AddressBook, docs_dir: Path, is_known: Callable[[str], bool]
) -> Iterator[Problem]:
    uri = record.file.src_uri
    hint = "xem lại đường dẫn; tính từ thư mục của tệp này"
    draft_hint = "xuất bản bản nháp ấy trước, hoặc bỏ đường dẫn"
    told = set()
    for link in book.catalog.text_of(uri).links:
        href = link.href
        if not link.is_relative or href in told or is_known(target := target_of(uri, href)):
            continue
        # A preview shows drafts; the one that cannot be shown yet need not stop the others.
        if book.catalog.is_unfinished(target) and book.catalog.is_draft(uri):
            continue
        told.add(href)
        line = record.file.body_line + link.line
        if is_left_copy(target):
            message = f"đường dẫn {href} dẫn tới một bản sao do chương trình để lại"
            yield Problem(uri, line, "", message, _RENAME)
        elif book.catalog.is_draft(target):
            yield Problem(uri, line, "", f"đường dẫn {href} dẫn tới một bản nháp", draft_hint)
        else:
            yield Problem(uri, line, "", f"đường dẫn {href} không dẫn tới tệp nào", hint)
    for key, index, src in _file_fields(record):
        if is_known(target := file_named(uri, src)):
            continue
        told_as = (f"không có tệp {src}", hint)
        if is_left_copy(target):
            told_as = (f"{src} là bản sao do chương trình để lại", _RENAME)
        line = find_line(docs_dir, uri, (key, index, "src"))
        yield Problem(uri, line, f"{key}[{index + 1}].src", *told_as)


def _file_fields(record: Record) -> Iterator[tuple[str, int, str]]:
    if isinstance(record, Dated):
        for index, attachment in enumerate(record.attachments):
            yield "attachments", index, attachment.src
    if isinstance(record, Article):
        for index, photo in enumerate(record.photos):
            if photo.src:
                yield "photos", index, photo.src
