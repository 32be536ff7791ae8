"""The search index built at once and in memory: entries in, files out.

The build writes and updates the same files with little memory (`bantin.search`).
"""

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
from bantin.search.files import compress, join_members, part_path
from bantin.search.limits import DEFAULT_LIMITS, Limits
from bantin.search.members import make_members
from bantin.search.packs import gather_packs, pack_path, version_of
from bantin.search.parts import cut_parts, grow_tree
from bantin.search.places import wanted_place
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


def assign_places(entries: Iterable[SearchEntry]) -> Iterator[tuple[int, SearchEntry]]:
    """Yield every entry with its place, places rising and unique, 0 <= place < 2**28.

    Where a place is taken, the next free one serves, so a crowded day runs over into the next.
    """
    place = -1
    wanted = sorted((wanted_place(entry.day, entry.url), entry.url, entry) for entry in entries)
    for want, _, entry in wanted:
        place = max(want, place + 1)
        yield place, entry


def make_packs(placed: Iterable[tuple[int, SearchEntry]]) -> Iterator[tuple[int, bytes]]:
    """Yield (pack, content) of every pack; `placed` rises by place."""
    for pack, members in gather_packs(placed):
        yield pack, join_members(members)
