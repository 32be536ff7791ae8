"""What a file of docs/ is by its name: Markdown, a record, hidden, left by a program.

Opens no file, and does not say whether a name is good.
"""

from __future__ import annotations

from bantin.records import folders
from bantin.records.editor_copies import CopyKind, kind_of_copy

# MkDocs or an editor's tool takes these for Markdown. Only .md is right.
_MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


def is_markdown(name: str) -> bool:
    """True for a name that an engine or an editor's tool takes for Markdown."""
    return name.lower().endswith(_MARKDOWN_SUFFIXES)


def is_below_records(src_uri: str) -> bool:
    """True for a record folder and everything below it."""
    return src_uri.partition("/")[0] in folders.RECORDS


def is_record_uri(src_uri: str) -> bool:
    """True for a Markdown file in one of the record folders, well placed or not."""
    return is_markdown(src_uri) and is_below_records(src_uri)


def is_left_copy(src_uri: str) -> bool:
    """True for a file that an editor's program left. It is no part of the site.

    A Markdown file of a record folder is none: the reader refuses its name.
    """
    if is_record_uri(src_uri):
        return False
    kind = kind_of_copy(src_uri.rpartition("/")[2])
    return kind is CopyKind.LEFT or (kind is CopyKind.LIKE and is_markdown(src_uri))


def is_hidden(src_uri: str) -> bool:
    """True for a file whose name, or a folder's above it, begins with a dot."""
    return src_uri.startswith(".") or "/." in src_uri
