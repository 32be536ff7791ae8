"""Continues an index: takes changed entries, gives changed files. Knows no records and no disk."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from operator import itemgetter

from bantin.search.column_edits import edit_columns
from bantin.search.directory import (
    DIRECTORY_PATH,
    Directory,
    IndexSection,
    abbreviation_keys,
    useful_abbreviations,
)
from bantin.search.edits import Edit, MemberEditor
from bantin.search.entry import SearchEntry
from bantin.search.files import (
    compress,
    join_members,
    key_in,
    part_path,
    split_members,
)
from bantin.search.lexicon import Word
from bantin.search.limits import DEFAULT_LIMITS, Limits
from bantin.search.packs import pack_of, pack_path, shown_member, version_of
from bantin.search.parts import Row, begins_part, cut_parts, grow_tree
from bantin.search.postings import SECTIONS, collect
from bantin.search.published_index import IndexDamagedError, PartKeys, PublishedIndex
from bantin.search.shelves import NO_PACK, PackShelf, edit_shelves

Placed = tuple[int, SearchEntry]
Change = tuple[Placed | None, Placed | None]
# Section → key → edits of the key's member.
_Edits = Mapping[str, Mapping[str, Sequence[Edit]]]


@dataclass(frozen=True, slots=True)
class IndexDelta:
    """The files that differ between one index and the last.

    Attributes:
        written: path below the site's root → content, of new and changed files.
        removed: paths of the files to remove; none is in `written`.
    """

    written: dict[str, bytes]
    removed: set[str]

    def change_parts(self, made: Mapping[str, bytes], dropped: Set[str]) -> None:
        """Add parts, by name, to `written` and `removed`. A part in both stays as it is."""
        both = made.keys() & dropped
        new = {part_path(name): compress(made[name]) for name in made.keys() - both}
        self.written.update(new)
        self.removed.update(map(part_path, dropped - both))


def update_index(
    read: Callable[[str], bytes | None],
    changes: Sequence[Change],
    *,
    limits: Limits = DEFAULT_LIMITS,
) -> IndexDelta:
    """Return the difference between the index of today's entries and the present one.

    The result is byte for byte that of a clean build, whatever updates came before. The cost
    depends on the words in the changes, not on the size of the index: some 0.3 s for an article of
    500 words.

    Args:
        read: returns a file of the present index, by its path below the site's root; None for a
            missing file.
        changes: (old, new) of each changed entry, as (place, entry): (None, new) for an added one,
            (old, None) for a removed one, both when its content or place changed. In any order; may
            be empty. The old entry must equal the indexed one.
        limits: the limits that the index was made with.

    Raises:
        IndexDamagedError: the present index cannot be continued; nothing is returned.
    """
    present = PublishedIndex(read)
    directory = present.directory(limits)
    edits = _edits_of(changes)
    delta = IndexDelta({}, set())
    shelves = _edit_packs(present, directory.shelves, changes, delta)
    sections = {**directory.sections}
    abbreviations = directory.abbreviations
    for name in SECTIONS:
        if name not in edits:
            continue
        editor = _SectionEditor(present, limits)
        rows, branches = present.rows(sections[name])
        rows = editor.edit(rows, edits[name])
        tree = grow_tree(rows, limits)
        editor.made.update((branch.name, branch.content) for branch in tree.branches)
        editor.dropped.update(branches)
        sections[name] = IndexSection.of(tree)
        if name == "words" and editor.come_or_gone & abbreviation_keys():
            keys = PartKeys(rows, editor.members)
            abbreviations = useful_abbreviations(keys.__contains__)
        delta.change_parts(editor.made, editor.dropped)
    columns = edit_columns(present.content, directory.columns, changes)
    delta.change_parts(columns.made, columns.dropped)
    count = directory.count + sum((new is not None) - (old is not None) for old, new in changes)
    content = Directory(count, abbreviations, sections, columns.blocks, shelves).dump(limits)
    if content != directory.dump(limits):
        delta.written[DIRECTORY_PATH] = content
    return delta


def _edits_of(changes: Iterable[Change]) -> _Edits:
    """Return the edits for changes; rising. Two edits that undo each other are left out."""
    signs: defaultdict[tuple[str, Word, int], int] = defaultdict(int)
    for side, sign in zip(zip(*changes, strict=True), (-1, 1), strict=False):
        placed = sorted((one for one in side if one is not None), key=itemgetter(0))
        collected = collect(placed)
        for section in SECTIONS:
            for word, items in collected.lists(section):
                for item in items:
                    signs[section, word, item] += sign
    edits: defaultdict[str, defaultdict[str, list[Edit]]] = defaultdict(lambda: defaultdict(list))
    for (section, (key, spelling), item), sign in signs.items():
        if sign:
            edits[section][key].append((item, spelling, sign))
    for keys in edits.values():
        for found in keys.values():
            found.sort()
    return edits


def _edit_packs(
    present: PublishedIndex,
    shelves: Sequence[PackShelf],
    changes: Iterable[Change],
    delta: IndexDelta,
) -> Sequence[PackShelf]:
    """Add changed packs and their shelves to a delta. Return all shelves."""
    old: defaultdict[int, dict[int, bytes]] = defaultdict(dict)
    new: defaultdict[int, dict[int, bytes]] = defaultdict(dict)
    for change in changes:
        for placed, members in zip(change, (old, new), strict=True):
            if placed is not None:
                place, entry = placed
                members[pack_of(place)][place] = shown_member(place, entry)
    changed = sorted(pack for pack in old.keys() | new.keys() if old[pack] != new[pack])
    before = present.versions(shelves, changed)
    after = {}
    for pack in changed:
        members_by_place = present.pack(pack, before[pack]) if pack in before else {}
        _replace_members(pack, members_by_place, old[pack], new[pack])
        after[pack] = NO_PACK
        if pack in before:
            delta.removed.add(pack_path(pack, before[pack]))
        if members_by_place:
            content = join_members(members_by_place[place] for place in sorted(members_by_place))
            after[pack] = version_of(content)
            delta.written[pack_path(pack, after[pack])] = compress(content)
    on_shelves = edit_shelves(shelves, before, after)
    delta.change_parts(on_shelves.made, on_shelves.dropped)
    return on_shelves.shelves


def _replace_members(
    pack: int,
    members: dict[int, bytes],
    old: Mapping[int, bytes],
    new: Mapping[int, bytes],
) -> None:
    for place, member in old.items():
        if members.pop(place, None) != member:
            raise IndexDamagedError(f"pack {pack} does not show what was at {place}")
    if taken := members.keys() & new.keys():
        raise IndexDamagedError(f"pack {pack} shows something at {min(taken)}")
    members |= new


class _SectionEditor:
    """Edits the parts of one section.

    Attributes:
        made: name → content of each new file.
        dropped: names of the files that nothing names any more, unless they were made again.
        come_or_gone: keys that are new in the section, or are no longer in it.
    """

    def __init__(self, present: PublishedIndex, limits: Limits) -> None:
        self._present = present
        self._limits = limits
        self._members = MemberEditor(present.members, limits.list_items)
        self.made: dict[str, bytes] = {}
        self.dropped: set[str] = set()
        self.come_or_gone: set[str] = set()

    def members(self, name: str) -> list[bytes]:
        """Return the members of a file, new or old."""
        content = self.made.get(name)
        return self._present.members(name) if content is None else split_members(content)

    def edit(self, rows: Sequence[Row], edits: Mapping[str, Sequence[Edit]]) -> list[Row]:
        """Return the rows of the parts after the edits; `rows` are the present rows of all parts.

        Each part is cut anew by itself. It joins the part before only when its first key no longer
        begins a part.
        """
        firsts = [first for first, _ in rows]
        keys_in: defaultdict[int, list[str]] = defaultdict(list)
        for key in edits:
            keys_in[max(0, bisect_right(firsts, key) - 1)].append(key)
        edited: dict[int, dict[str, bytes]] = {}
        for at in sorted(keys_in, reverse=True):
            members = self._edit_part(self._load(rows, at), keys_in[at], edits)
            edited[at] = members | edited.get(at, {})
            if at > 0 and self._joins_before(edited[at]):
                before = edited.setdefault(
                    at - 1, {} if at - 1 in keys_in else self._load(rows, at - 1)
                )
                before |= edited[at]
                edited[at] = {}
        new: list[Row] = []
        done = 0
        for at in sorted(edited):
            new += rows[done:at]
            done = at + 1
            self.dropped.update(name for _, name in rows[at : at + 1])
            for part in cut_parts(edited[at].items(), self._limits.part_bytes):
                self.made[part.name] = part.content
                new.append(part.row)
        return [*new, *rows[done:]]

    def _load(self, rows: Sequence[Row], at: int) -> dict[str, bytes]:
        if at >= len(rows):
            return {}
        return {key_in(member): member for member in self._present.members(rows[at][1])}

    def _edit_part(
        self, members: dict[str, bytes], keys: Iterable[str], edits: Mapping[str, Sequence[Edit]]
    ) -> dict[str, bytes]:
        """Return key → member of a part after the edits, keys rising."""
        for key in keys:
            old = members.pop(key, b"")
            member = self._members.edit(key, old, edits[key])
            self.made |= member.blocks
            self.dropped |= member.dropped
            if member.content:
                members[key] = member.content
            if bool(old) is not bool(member.content):
                self.come_or_gone.add(key)
        return {key: members[key] for key in sorted(members)}

    def _joins_before(self, members: Mapping[str, bytes]) -> bool:
        if not members:
            return False
        key, member = next(iter(members.items()))
        return not begins_part(key, len(member), self._limits.part_bytes)
