"""Finds two outputs at one path, and outputs at the path of somebody's own file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bantin.building.render_stale import BuiltSubject
from bantin.building.store import Store
from bantin.catalog.catalog import Catalog
from bantin.errors import Problem
from bantin.outputs.discovery.search_entries import SEARCH_FRAME
from bantin.outputs.hosting.redirects import path_of
from bantin.outputs.reserved import OURS
from bantin.outputs.taken_addresses import taken_redirect
from bantin.records.old_addresses import normalise_address

_HINT = "đổi tên hoặc xóa tệp này"


def find_clashing_outputs(
    store: Store, made: Iterable[BuiltSubject], taken: Mapping[str, str], docs_dir: Path
) -> list[Problem]:
    """Return a Problem for every record or file at a path of the archive's own pages.

    Args:
        store: files of the last build. It is not asked about the subjects of `made`.
        made: the subjects planned now.
        taken: path below the site's root → src_uri of a page or static file.
        docs_dir: folder of the records, for finding lines.
    """
    made = list(made)
    planned: dict[str, list[str]] = {}
    for one in made:
        for path in one.planned:
            planned.setdefault(path, []).append(one.subject)
    anew = {one.subject for one in made}
    problems = [
        Problem(src_uri, 0, "", f"kho tin tự làm trang ở địa chỉ {path}", _HINT)
        for path, src_uri in taken.items()
        if path in planned or path.startswith(SEARCH_FRAME.url) or _is_made(store, path, anew)
    ]
    catalog = Catalog(store.connection)
    # An empty store need not be asked 60,000 times.
    owner_of = store.owner_of if store.count_files() else lambda _: None
    for path, subjects in planned.items():
        owner = owner_of(path)
        others = [owner] if owner is not None and owner not in anew else []
        if len(subjects) + len(others) > 1:
            for subject in {*subjects, *others}:
                problems += _of_record(catalog, subject, path, docs_dir)
    return problems


def _is_made(store: Store, path: str, anew: set[str]) -> bool:
    owner = store.owner_of(path)
    return owner is not None and owner not in anew


def _of_record(catalog: Catalog, subject: str, path: str, docs_dir: Path) -> Iterator[Problem]:
    """Yield a Problem if a record's page or old address has the path of another output."""
    record = catalog.find(subject) if subject.endswith(".md") else None
    if record is None:
        return
    if path == f"{record.url}index.html":
        yield Problem(subject, 0, "", f"kho tin tự làm trang ở địa chỉ {path}", _HINT)
    for index, written in enumerate(record.redirect_from):
        if path_of(normalise_address(written)) == path:
            yield taken_redirect(record, index, OURS, docs_dir)
