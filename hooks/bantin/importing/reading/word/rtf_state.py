"""What holds at a place of an RTF file: groups take it over, and give it back at their end."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from bantin.importing.reading.word.parts import FontRun, Part
from bantin.importing.reading.word.rtf_tables import RtfStory


class RtfPlace(enum.Enum):
    """What the text of a group is."""

    TEXT = enum.auto()
    SKIPPED = enum.auto()
    SHAPE = enum.auto()
    FONTS = enum.auto()
    STYLES = enum.auto()
    PICTURE = enum.auto()
    INSTRUCTION = enum.auto()
    MARK = enum.auto()
    SHAPE_NAME = enum.auto()
    SHAPE_VALUE = enum.auto()


@dataclass(slots=True)
class RtfState:
    """The properties that hold in a group.

    Attributes:
        place: what its text is.
        font: number of the font.
        skip: number of characters that stand in for each character in Unicode.
        hidden: text is not printed.
        deleted: text is struck by a tracked change.
        capitals: small letters are printed as capitals.
        slanted: italics.
        in_table: paragraphs stand in a cell.
        depth: of nested tables, where the file names it; 0 where not.
        level: of a heading; 0 for none.
        style: number of the paragraph's style.
        centred: paragraphs are.
        above: space above paragraphs, in twips.
        below: space below.
        nested_row: it describes a row of a table in a table.
        two_ways: its first group holds the text for old programs, its second that for others.
        outer: what the text of the group around `two_ways` is.
    """

    place: RtfPlace = RtfPlace.TEXT
    font: int = 0
    skip: int = 1
    hidden: bool = False
    deleted: bool = False
    capitals: bool = False
    slanted: bool = False
    in_table: bool = False
    depth: int = 0
    level: int = 0
    style: int = -1
    centred: bool = False
    above: int = 0
    below: int = 0
    nested_row: bool = False
    two_ways: bool = False
    outer: RtfPlace = RtfPlace.TEXT

    @property
    def table_depth(self) -> int:
        """The depth of tables in which a paragraph ends."""
        return max(self.depth, 1) if self.in_table else 0

    def plain(self, font: int) -> None:
        """Take back all properties of characters."""
        self.font = font
        self.hidden = self.deleted = self.capitals = self.slanted = False

    def pard(self) -> None:
        """Take back all properties of paragraphs."""
        self.in_table = self.centred = False
        self.depth = self.level = self.above = self.below = 0
        self.style = -1


@dataclass(slots=True)
class OpenStory:
    """A story that is being read.

    Attributes:
        kind: "body", "note", "box" or "margin".
        groups: number of open groups inside of which it stands.
        blocks: its blocks so far.
        mark: the printed number of the open paragraph.
        runs: of the open paragraph.
        before: pictures above the open paragraph.
        after: pictures, boxes and notes below it.
        gap: a gap stands above the next paragraph.
        slanted: all text of the open paragraph is in italics.
    """

    kind: str
    groups: int
    blocks: RtfStory = field(default_factory=RtfStory)
    mark: str = ""
    runs: list[FontRun] = field(default_factory=list)
    before: list[Part] = field(default_factory=list)
    after: list[Part] = field(default_factory=list)
    gap: bool = True
    slanted: bool = True


@dataclass(slots=True)
class RtfField:
    """A field: its code, the words of its result, and the number of groups around it."""

    groups: int
    code: str = ""
    words: str = ""
