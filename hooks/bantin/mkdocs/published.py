"""Leaves out the files of docs/ that nothing published refers to, before MkDocs copies files."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from bantin.errors import Problem
from bantin.mkdocs.files import ArchiveFile, is_shown
from bantin.outputs.published_files import FilePatterns, choose_files, resolve_all
from bantin.outputs.refused_files import refuse_file
from bantin.records.docs_names import is_hidden
from bantin.records.engine_settings import read_engine_settings, strings_in
from bantin.rendering.file_references import references_in_html


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The result of leaving files out.

    Attributes:
        unnamed: src_uri of the files that nothing refers to, be it a draft.
        faults: what is wrong with the published files.
    """

    unnamed: tuple[str, ...]
    faults: tuple[Problem, ...]


def leave_out(
    files: Files,
    config: MkDocsConfig,
    pages: Iterable[str],
    refers: Callable[..., bool],
) -> LeftOut:
    """Exclude the static files of docs/ that are not meant for the site.

    Args:
        files: the engine's files. Their pages have their content.
        config: the settings, with the true docs_dir.
        pages: HTML around the pages' content, as at the site's root.
        refers: `Session.refers`.

    Raises:
        SettingsError: `extra.files` is wrong.
    """
    patterns = FilePatterns.read(config.extra)
    static = {
        file.src_uri: file
        for file in files
        if file.src_dir == config.docs_dir
        and is_shown(file)
        and not (file.is_documentation_page() or isinstance(file, ArchiveFile))
    }
    patterns.refuse_idle(static)
    named = set(_named(files, config, pages))

    def is_meant(uri: str) -> bool:
        return uri in named or is_hidden(uri) or patterns.match(uri) or refers(uri)

    chosen = choose_files(
        tuple(static), is_meant, lambda uri: _text_of(static[uri]), config.site_url or ""
    )
    for uri, file in static.items():
        if uri not in chosen:
            file.inclusion = InclusionLevel.EXCLUDED
    unnamed = [uri for uri in static if uri not in chosen and not refers(uri, by_drafts=True)]
    return LeftOut(tuple(unnamed), tuple(_faults(static, chosen)))


def _named(files: Files, config: MkDocsConfig, pages: Iterable[str]) -> Iterator[str]:
    """Yield the paths that the engine's pages and the settings may mean."""
    site_url = config.site_url or ""
    settings = read_engine_settings(Path(config.config_file_path))
    yield from (posixpath.normpath(one) for one in strings_in(settings) if one)
    for html in pages:
        yield from resolve_all(references_in_html(html), "", site_url)
    for file in files:
        if file.page is None:
            continue
        found = references_in_html(file.page.content or "")
        yield from resolve_all(found, posixpath.dirname(file.dest_uri), site_url)
        written = strings_in(file.page.meta)
        yield from resolve_all(written, posixpath.dirname(file.src_uri), site_url)


def _text_of(file: File) -> str:
    try:
        return Path(file.abs_src_path or "").read_text("utf-8", errors="replace")
    except OSError:
        return ""


def _faults(static: Mapping[str, File], chosen: Collection[str]) -> Iterator[Problem]:
    for uri in sorted(chosen):
        yield from refuse_file(Path(static[uri].abs_src_path or ""), uri)
