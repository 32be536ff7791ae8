"""The pieces that the walk through a page makes, before they become blocks; settles their kinds.

Knows no elements: only what was seen of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from bantin.importing.capture import BlockKind
from bantin.importing.reading.html.garbage import begins_related, is_button, is_of_related
from bantin.importing.reading.html.pictures import FoundPicture

_LONGEST_HEADING = 250
_MOST_CAPTION_WORDS = 80
_MOST_SUBHEAD = 120
_ENDED = re.compile(r"[.!?…;:,][”\"')\]]*$")
_CREDIT = re.compile(
    r"(?:tin|bài|ảnh|nguồn|tác giả|theo|thực hiện)(?:,? (?:và )?(?:bài|ảnh)){0,3} ?:", re.IGNORECASE
)


@dataclass(slots=True)
class Atom:
    """A line, table or picture of the text.

    Attributes:
        kind: of the block to be.
        text: clean enough to be judged: one line, single spaces.
        after_blank: a gap stands above it.
        level: of a heading.
        column: 1 or 2 inside the head or foot of a document.
        rows: of a table.
        picture: of a picture.
        figure: number of the figure that holds it; 0 for none.
        bold: all of it is bold.
        italic: all of it is italic.
        centered: it stands in the middle.
        right: it stands at the right.
        linked: characters of it that stand in links.
        hinted: its element's class calls it a caption.
        in_list: it is an item of a list.
    """

    kind: BlockKind
    text: str = ""
    after_blank: bool = True
    level: int = 0
    column: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    picture: FoundPicture | None = None
    figure: int = 0
    bold: bool = False
    italic: bool = False
    centered: bool = False
    right: bool = False
    linked: int = 0
    hinted: bool = False
    in_list: bool = False


def without_garbage(atoms: list[Atom]) -> tuple[list[Atom], int]:
    """Return the atoms without buttons and lists of related items, and how many lines went."""
    kept: list[Atom] = []
    gone = 0
    in_related = False
    for at, atom in enumerate(atoms):
        if atom.kind in (BlockKind.TABLE, BlockKind.PICTURE):
            if not (in_related and atom.kind is BlockKind.PICTURE):
                kept.append(atom)
            continue
        if is_button(atom.text):
            gone += 1
        elif begins_related(atom.text) and _is_followed_by_links(atoms, at):
            in_related = True
            gone += 1
        elif in_related and is_of_related(atom.text, atom.linked):
            gone += 1
        else:
            in_related = False
            kept.append(atom)
    return kept, gone


def _is_followed_by_links(atoms: list[Atom], at: int) -> bool:
    following = next((each for each in islice(atoms, at + 1, at + 10) if each.text), None)
    return following is None or is_of_related(following.text, following.linked)


def settle_headings(atoms: list[Atom], *, guess_bold: bool) -> None:
    """Make headings that are texts paragraphs, and bold lines between paragraphs headings.

    Args:
        atoms: changed in place.
        guess_bold: bold lines may be headings; not so in documents, whose heads are bold.
    """
    headings = [atom for atom in atoms if atom.kind is BlockKind.HEADING]
    words = sum(len(atom.text) for atom in atoms if atom.kind is not BlockKind.TABLE)
    # Some editors of portals make every paragraph a heading, for its larger letters.
    all_text = len(headings) > 2 and sum(len(atom.text) for atom in headings) * 2 > words
    for atom in headings:
        if all_text or len(atom.text) > _LONGEST_HEADING:
            atom.kind, atom.level = BlockKind.PARAGRAPH, 0
    if not guess_bold:
        return
    lines = [atom for atom in atoms if atom.kind is BlockKind.PARAGRAPH]
    if sum(atom.bold for atom in lines) * 2 > len(lines):
        return
    for before, atom, after in zip(lines, lines[1:], lines[2:], strict=False):
        if (
            atom.bold
            and not (atom.right or atom.in_list or atom.column or after.bold)
            and len(atom.text.split()) >= 2
            and len(atom.text) <= _MOST_SUBHEAD
            and not _ENDED.search(atom.text)
            and not _CREDIT.match(atom.text)
            and _ENDED.search(before.text)
            and len(after.text) > len(atom.text)
        ):
            atom.kind = BlockKind.HEADING


def settle_captions(atoms: list[Atom]) -> dict[int, int]:
    """Tell captions from paragraphs; a caption above its picture comes to stand below it.

    Args:
        atoms: changed in place.

    Returns:
        The place of its picture for the place of each caption that has one.
    """
    _put_below(atoms)
    pictures_of: dict[int, int] = {}
    for at, atom in enumerate(atoms):
        before = at - 1
        # The lines of one caption follow each other.
        while before in pictures_of and atom.figure and atoms[before].figure == atom.figure:
            before = pictures_of[before]
        if before < 0 or atoms[before].kind is not BlockKind.PICTURE:
            continue
        if atom.kind is BlockKind.CAPTION or (
            atom.kind is BlockKind.PARAGRAPH and not atom.column and _is_caption(atom, atoms, at)
        ):
            atom.kind = BlockKind.CAPTION
            pictures_of[at] = before
    return pictures_of


def _put_below(atoms: list[Atom]) -> None:
    for at in range(len(atoms) - 1):
        one, other = atoms[at], atoms[at + 1]
        alone = at == 0 or atoms[at - 1].figure != one.figure
        if (
            one.kind is BlockKind.CAPTION
            and other.kind is BlockKind.PICTURE
            and one.figure == other.figure != 0
            and alone
        ):
            atoms[at], atoms[at + 1] = other, one


def _is_caption(atom: Atom, atoms: list[Atom], at: int) -> bool:
    if atom.in_list or len(atom.text.split()) > _MOST_CAPTION_WORDS:
        return False
    if atom.hinted or atom.italic:
        return True
    # Some portals set all paragraphs in the middle: then the middle says nothing.
    near = islice(atoms, at + 1, at + 10)
    after = next((each for each in near if each.kind is BlockKind.PARAGRAPH), None)
    return atom.centered and (after is None or not after.centered)
