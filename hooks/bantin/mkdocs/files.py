"""How records look to MkDocs: files that it neither renders nor copies, but can link to."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

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


def add_archive_files(
    files: Files, addresses: Iterable[tuple[str, str]], config: MkDocsConfig
) -> None:
    """Put a stand-in for each (src_uri, url) of the archive, its main listings included."""
    for src_uri, url in addresses:
        files.append(ArchiveFile(src_uri, url, config))
    for src_uri in LISTING_URIS:
        files.append(ArchiveFile(src_uri, src_uri.removesuffix("index.md"), config))
