"""Selects the records in the files and folders that an editor names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from bantin.checking.tree import DocsTree
from bantin.errors import BantinError


class NotARecordError(BantinError):
    """A path names no record; the message, in Vietnamese, says so."""


def select_records(tree: DocsTree, paths: Iterable[Path]) -> set[str]:
    """Return the src_uri of every named record, and of every record in a named folder.

    Raises:
        NotARecordError: a path leads nowhere, or to no record.
    """
    wanted: set[str] = set()
    for path in paths:
        if not path.exists():
            raise NotARecordError(f"không có tệp {path}; kiểm tra lại đường dẫn")
        found = _below(tree, path.resolve())
        if not found:
            what = "không có bản ghi nào" if path.is_dir() else "không phải là bản ghi"
            raise NotARecordError(f"{path} {what} trong {tree.docs_dir.name}")
        wanted.update(found)
    return wanted


def narrow(tree: DocsTree, paths: Iterable[Path]) -> DocsTree:
    """Return a tree that tells only of the copies and faults in the named files and folders."""
    named = [path.resolve() for path in paths]

    def is_named(uri: str) -> bool:
        return any((tree.docs_dir / uri).is_relative_to(path) for path in named)

    faults = tuple(fault for fault in tree.faults if is_named(fault.path))
    return replace(tree, copies=frozenset(filter(is_named, tree.copies)), faults=faults)


def _below(tree: DocsTree, path: Path) -> list[str]:
    if path == tree.docs_dir:
        return list(tree.stamps)
    if not path.is_relative_to(tree.docs_dir):
        return []
    uri = path.relative_to(tree.docs_dir).as_posix()
    if uri in tree.stamps:
        return [uri]
    return [one for one in tree.stamps if one.startswith(f"{uri}/")]
