"""How records look to MkDocs: files that it neither renders nor copies, but can link to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from bantin.errors import Problem
from bantin.records.reader import is_record_uri

# Pages that the archive makes and the navigation or a Markdown link may name.
LISTING_URIS = tuple(
    f"{folder}/index.md"
    for folder in ("tin-tuc", "van-ban", "to-chuc", "chuyen-muc", "nguoi", "tim-kiem")
)
# What the theme ships for the stock search and sitemap, which are off; nothing asks for these.
_UNUSED_PREFIXES = (
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/search",
    "sitemap.xml",
)


class ArchiveFile(File):
    """A file whose page the archive makes."""

    def __init__(self, src_uri: str, url: str, config: MkDocsConfig) -> None:
        super().__init__(
            src_uri,
            config.docs_dir,
            config.site_dir,
            config.use_directory_urls,
            dest_uri=f"{url}index.html",
            inclusion=InclusionLevel.INCLUDED,
        )

    def is_documentation_page(self) -> bool:
        """MkDocs must not render it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """MkDocs must not copy its source into the site."""


def take_record_files(files: Files, config: MkDocsConfig) -> None:
    """Take every record file, and what only the stock search and sitemap need, out of `files`."""
    for file in list(files):
        is_unused = file.src_dir != config.docs_dir and file.src_uri.startswith(_UNUSED_PREFIXES)
        if is_unused or is_record_uri(file.src_uri):
            files.remove(file)


def is_shown(file: File) -> bool:
    """True unless `exclude_docs` keeps the file out of the site."""
    return file.inclusion not in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


def find_clashes(files: Files, config: MkDocsConfig) -> list[Problem]:
    """Return a Problem for every page or static file whose address another one has.

    MkDocs writes one over the other, or leaves one out ("README.md" beside "index.md"), with a
    warning at most.
    """
    hint = "đổi tên một tệp, hoặc xóa một tệp"
    by_path: dict[str, File] = {}
    problems = []
    for file in files:
        if file.src_dir == config.docs_dir and is_shown(file):
            other = by_path.setdefault(file.dest_uri, file)
            if other is not file:
                message = f"có cùng địa chỉ /{file.url} với {other.src_uri}"
                problems.append(Problem(file.src_uri, 0, "", message, hint))
    folders = {posixpath.dirname(file.src_uri) for file in files.documentation_pages()}
    for folder in sorted(folders):
        for path in sorted(Path(config.docs_dir, folder).glob("*.md")):
            uri = posixpath.join(folder, path.name)
            is_unwanted = config.exclude_docs and config.exclude_docs.match_file(uri)
            if uri not in files.src_uris and not is_unwanted and not is_record_uri(uri):
                message = "có cùng địa chỉ với một tệp khác trong thư mục này và bị bỏ qua"
                problems.append(Problem(uri, 0, "", message, hint))
    return problems


def add_archive_files(
    files: Files, addresses: Iterable[tuple[str, str]], config: MkDocsConfig
) -> None:
    """Put a stand-in for each (src_uri, url) of the archive, its main listings included."""
    for src_uri, url in addresses:
        files.append(ArchiveFile(src_uri, url, config))
    for src_uri in LISTING_URIS:
        if src_uri in files.src_uris:
            continue  # somebody's own page: the address check will tell of it
        files.append(ArchiveFile(src_uri, src_uri.removesuffix("index.md"), config))
