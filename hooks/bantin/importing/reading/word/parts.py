"""What the readers of office files find in reading order, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FontRun:
    r"""A stretch of text in one font.

    Attributes:
        text: as it stands; "\n" is a line break, "\t" a tab.
        font: its name; "" where the file does not say.
    """

    text: str
    font: str = ""


@dataclass(frozen=True, slots=True)
class TextPart:
    """A paragraph.

    Attributes:
        runs: in order.
        mark: the automatic number or bullet, as printed, with the space behind it; else "".
        level: of a heading, 1 to 6; 0 for other paragraphs.
        gap: a gap stands above it that is wider than between lines.
        is_caption: its style says that it is the caption of a picture.
        is_slanted: it is wholly in italics and centred, as captions are.
    """

    runs: tuple[FontRun, ...]
    mark: str = ""
    level: int = 0
    gap: bool = True
    is_caption: bool = False
    is_slanted: bool = False

    @property
    def text(self) -> str:
        """Its text as the file has it, the mark before it."""
        return self.mark + "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class PicturePart:
    """A picture.

    Attributes:
        data: its bytes; empty for one that the file only links to.
        address: where a linked one lies.
        alt: its alternative text.
    """

    data: bytes
    address: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class BoxPart:
    """A text box, which stands beside the text."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class CellPart:
    """A cell of a table.

    Attributes:
        parts: its content; empty where it continues a cell above it.
        span: number of columns it takes, >= 1.
    """

    parts: tuple[Part, ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table, of data or for layout.

    Attributes:
        rows: its cells.
        is_ruled: it is printed with lines between its cells.
    """

    rows: tuple[tuple[CellPart, ...], ...]
    is_ruled: bool


Part = TextPart | PicturePart | BoxPart | TablePart
