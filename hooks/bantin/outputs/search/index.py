"""Build the index in memory: entries in, files out. Knows no records and no disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bantin.outputs.search.columns import make_columns, row_of
from bantin.outputs.search.directory import (
    DIRECTORY_PATH,
    Directory,
    Section,
    useful_abbreviations,
)
from bantin.outputs.search.entry import SearchEntry
from bantin.outputs.search.files import compress, part_path
from bantin.outputs.search.limits import DEFAULT_LIMITS, Limits
from bantin.outputs.search.packs import make_packs, pack_path, version_of
from bantin.outputs.search.parts import grow_tree
from bantin.outputs.search.places import assign_places
from bantin.outputs.search.postings import SECTIONS, Collector, make_parts
from bantin.outputs.search.shelves import make_shelves


def build_index(
    entries: Iterable[SearchEntry], *, limits: Limits = DEFAULT_LIMITS
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content) of every file of the index.

    Time is linear in the text; memory holds the postings, about four bytes each, and no text but
    that of the entries given.

    Args:
        entries: unique by `url`, in any order, which changes nothing; may be empty.
        limits: see `Limits`.

    Yields:
        Packs, then parts with their blocks and branches, then columns and shelves, then the
        directory.
    """
    placed = list(assign_places(entries))
    versions = {}
    for pack, content in make_packs(placed):
        versions[pack] = version_of(content)
        yield pack_path(pack, versions[pack]), compress(content)
    collector = Collector()
    for place, entry in placed:
        collector.add(place, entry)
    postings = collector.postings()
    sections = {}
    for name in SECTIONS:
        rows, files = make_parts(postings.pop(name), limits)
        tree = grow_tree(rows, limits)
        files |= {branch.name: branch.content for branch in tree.branches}
        for part, content in files.items():
            yield part_path(part), compress(content)
        sections[name] = Section.of(tree)
    abbreviations = useful_abbreviations(collector.keys().__contains__)
    columns, contents = make_columns((place, row_of(entry)) for place, entry in placed)
    shelves, shelf_contents = make_shelves(versions)
    for name, content in (contents | shelf_contents).items():
        yield part_path(name), compress(content)
    directory = Directory(len(placed), abbreviations, sections, columns, shelves)
    yield DIRECTORY_PATH, directory.dump(limits)
