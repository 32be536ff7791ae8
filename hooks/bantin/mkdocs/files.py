"""Shows records to MkDocs as files that it can link to, but neither renders nor copies."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import rjsmin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions

from bantin.building.engine_interface import EngineFiles
from bantin.errors import Problem
from bantin.outputs.addresses import LISTING_URIS, find_doubles
from bantin.outputs.refused_files import refuse_file
from bantin.records.docs_listing import DocsListing
from bantin.records.docs_names import is_record_uri

# The theme's files for the stock search and sitemap, which are off, and for previews. No page of
# the site uses them.
_UNUSED_PREFIXES = (
    "preview/",
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/search",
    "sitemap.xml",
)
_OUR_ASSETS = "assets/bantin/"
# The import of a style sheet in the same folder.
_IMPORT = re.compile(r'^@import url\("([\w-]+\.css)"\);$', re.MULTILINE)


class ArchiveFile(File):
    """A file whose page the archive renders."""

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


class ArchiveFiles(Files):
    """The engine's files. A link to a record makes a stand-in for its file."""

    def __init__(self, files: Iterable[File], config: MkDocsConfig) -> None:
        super().__init__(files)
        self._config = config
        self._stand_ins: dict[str, File] = {}
        self.url_of: Callable[[str], str | None] = lambda src_uri: None

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file with this src_uri; None where there is none."""
        found = super().get_file_from_path(path) or self._stand_ins.get(path)
        if found is None and is_record_uri(path) and (url := self.url_of(path)) is not None:
            found = self._stand_ins[path] = ArchiveFile(path, url, self._config)
        return found


def gather_files(listing: DocsListing, theme_files: Files, config: MkDocsConfig) -> ArchiveFiles:
    """Return the engine's files: all in docs/ that are no records, and the theme's.

    Args:
        listing: the files of docs/.
        theme_files: the files that the engine found by itself. Left out are the files for the stock
            search and sitemap, and those that docs/ replaces. Our scripts lose their comments. Our
            style sheets get the text of their imports.
        config: the settings, with the true docs_dir.
    """
    docs = [_file(uri, config) for uri in listing.other_uris]
    for file in docs:
        if (on_disk := listing.on_disk.get(file.src_uri)) is not None:
            # Links and addresses are NFC. The disk may write a name in another way.
            file.abs_src_path = str(Path(config.docs_dir, on_disk))
    set_exclusions(docs, config)
    here = {file.src_uri for file in docs}
    theme = [
        file
        for file in theme_files
        if file.src_uri not in here and not file.src_uri.startswith(_UNUSED_PREFIXES)
    ]
    by_uri = {file.src_uri: file for file in (*docs, *theme)}
    for file in theme:
        if file.src_uri.startswith(_OUR_ASSETS) and file.src_uri.endswith(".js"):
            # A reader's first search fetches two dozen scripts.
            file.content_string = rjsmin.jsmin(file.content_string)
        elif file.src_uri.startswith(_OUR_ASSETS) and file.src_uri.endswith(".css"):
            # A browser would find imports one after another, and draw nothing before the last.
            file.content_string = _with_imports(file, by_uri)
    return ArchiveFiles([*docs, *theme], config)


def _with_imports(sheet: File, by_uri: Mapping[str, File]) -> str:
    folder = posixpath.dirname(sheet.src_uri)

    def import_(found: re.Match[str]) -> str:
        imported = by_uri.get(f"{folder}/{found[1]}")
        return _with_imports(imported, by_uri) if imported else found[0]

    return _IMPORT.sub(import_, sheet.content_string)


def is_shown(file: File) -> bool:
    """True unless the settings keep the file out of the site."""
    return file.inclusion not in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


def shown_among(src_uris: Iterable[str], config: MkDocsConfig) -> list[str]:
    """Return the paths that the settings do not leave out. No file need be there."""
    files = {uri: _file(uri, config) for uri in src_uris}
    set_exclusions(files.values(), config)
    return [uri for uri, file in files.items() if is_shown(file)]


def _file(src_uri: str, config: MkDocsConfig) -> File:
    return File(src_uri, config.docs_dir, config.site_dir, config.use_directory_urls)


def find_faults(files: Files, listing: DocsListing, config: MkDocsConfig) -> list[Problem]:
    """Return the faults of docs/ outside the places that the settings leave out.

    MkDocs would tell in English of a page that it may not read.
    """
    shown = set(shown_among((one.path for one in listing.faults), config))
    faults = [one for one in listing.faults if one.path in shown]
    for page in files.documentation_pages():
        if page.src_dir == config.docs_dir:
            faults += refuse_file(Path(page.abs_src_path or ""), page.src_uri)
    return faults


def find_clashes(files: Files, config: MkDocsConfig) -> list[Problem]:
    """Return a Problem for every page or static file that shares its address with another.

    MkDocs warns at most.
    """
    own = (file for file in files if file.src_dir == config.docs_dir and is_shown(file))
    return find_doubles((file.src_uri, _address(file)) for file in own)


def tell_files(files: Files, config: MkDocsConfig) -> EngineFiles:
    """Return all files that the site may show, and add a stand-in for each main listing."""
    present = [file for file in files if is_shown(file)]
    owners = {_address(file): file.src_uri for file in present}
    paths = {file.dest_uri: file.src_uri for file in present}
    page_urls = tuple(_address(file) for file in files.documentation_pages())
    add_listing_files(files, config)
    addresses = {file.src_uri: _address(file) for file in files if is_shown(file)}
    return EngineFiles(addresses, owners, paths, page_urls)


def _address(file: File) -> str:
    """Return a file's address relative to the root; "" for the home page."""
    return "" if file.url == "./" else file.url


def add_listing_files(files: Files, config: MkDocsConfig) -> None:
    """Add a stand-in for each of the archive's main listings."""
    for src_uri in LISTING_URIS:
        if src_uri in files.src_uris:
            continue  # an editor's own page: the address check reports it
        files.append(ArchiveFile(src_uri, src_uri.removesuffix("index.md"), config))
