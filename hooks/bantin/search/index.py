"""Build the index in memory: entries in, files out. Knows no records and no disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bantin.search.columns import make_columns, row_of
from bantin.search.directory import (
    DIRECTORY_PATH,
    Directory,
    IndexSection,
    useful_abbreviations,
)
from bantin.search.entry import SearchEntry
from bantin.search.files import compress, part_path
from bantin.search.limits import DEFAULT_LIMITS, Limits
from bantin.search.members import make_members
from bantin.search.packs import make_packs, pack_path, version_of
from bantin.search.parts import cut_parts, grow_tree
from bantin.search.places import assign_places
from bantin.search.postings import SECTIONS, collect
from bantin.search.shelves import make_shelves


def build_index(
    entries: Iterable[SearchEntry], *, limits: Limits = DEFAULT_LIMITS
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content) of every file of the index.

    Time is linear in the text, and so is memory: it holds every syllable and pair of the entries
    as numbers, some hundred bytes each.

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
    collected = collect(placed)
    sections = {}
    for name in SECTIONS:
        files: dict[str, bytes] = {}
        postings, lexicon = collected.sections[name], collected.lexicons[name]
        members = make_members(postings, lexicon, limits.list_items, files)
        parts = [*cut_parts(members, limits.part_bytes)]
        tree = grow_tree((part.row for part in parts), limits)
        files |= {part.name: part.content for part in (*parts, *tree.branches)}
        for part, content in files.items():
            yield part_path(part), compress(content)
        sections[name] = IndexSection.of(tree)
    abbreviations = useful_abbreviations(collected.lexicons["words"].keys().__contains__)
    columns, contents = make_columns((place, row_of(entry)) for place, entry in placed)
    shelves, shelf_contents = make_shelves(versions)
    for name, content in (contents | shelf_contents).items():
        yield part_path(name), compress(content)
    directory = Directory(len(placed), abbreviations, sections, columns, shelves)
    yield DIRECTORY_PATH, directory.dump(limits)
