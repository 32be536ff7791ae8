"""Makes the text of an article from its blocks: Markdown, and pictures with captions.

Knows no head and no end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bantin.importing.body_text import escape_text, format_paragraphs
from bantin.importing.captions import SENTENCE_MARKS, is_caption, is_sure_caption
from bantin.importing.capture import Block, BlockKind, Picture
from bantin.records.parts import Photo

_DASHES = ("- ", "+ ", "* ")
_HIGHEST, _LOWEST = 2, 6  # the title is the heading of level 1


@dataclass(slots=True)
class NewsBody:
    """The text of an article.

    Attributes:
        markdown: the text.
        photos: in the order of the text.
        guesses: what an editor must look at, in Vietnamese.
    """

    markdown: str = ""
    photos: list[Photo] = field(default_factory=list)
    guesses: list[str] = field(default_factory=list)


def picture_source(name: str) -> str:
    """Return what a record writes for a picture of the capture."""
    return name


def make_news_body(
    blocks: Sequence[Block], pictures: Mapping[str, Picture], *, above: bool
) -> NewsBody:
    """Make the text.

    Args:
        blocks: below the lead.
        pictures: of the capture, by name.
        above: a lead stands above the first block.
    """
    body = NewsBody()
    pieces: list[str] = []
    run: list[str] = []
    shown: dict[str, int] = {}
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.PICTURE:
            _take_picture(block, pictures, body, shown)
            continue
        if block.kind is BlockKind.CAPTION:
            _take_caption(block, body, shown)
            continue
        between = (above or at > 0) and at < len(blocks) - 1
        if block.kind is BlockKind.PARAGRAPH:
            if not _take_lost_caption(block.text, body, between=between):
                run.append(block.text)
            continue
        if run:
            pieces.append(format_paragraphs(run))
            run = []
        if block.kind is BlockKind.TABLE:
            pieces.append(format_table(block.rows))
        else:
            level = min(max(block.level, _HIGHEST), _LOWEST)
            pieces.append(f"{'#' * level} {escape_text(block.text)}")
    if run:
        pieces.append(format_paragraphs(run))
    body.markdown = "\n\n".join(pieces)
    return body


def format_table(rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table; the first row is its head."""
    lines = [
        f"| {' | '.join(escape_text(cell).replace('|', '&#124;') for cell in row)} |"
        for row in rows
    ]
    lines.insert(1, f"|{' --- |' * len(rows[0])}")
    return "\n".join(lines)


def _take_picture(
    block: Block, pictures: Mapping[str, Picture], body: NewsBody, shown: dict[str, int]
) -> None:
    picture = pictures.get(block.picture)
    if block.picture in shown:
        return
    if picture is None or not picture.data:
        if block.text:
            shown[block.picture] = len(body.photos)
            body.photos.append(Photo(alt=block.text))
        where = f" ({picture.address})" if picture and picture.address else ""
        body.guesses.append(f"Ảnh ở {block.where} không có trong tệp{where}")
        return
    shown[block.picture] = len(body.photos)
    body.photos.append(Photo(src=picture_source(block.picture), alt=block.text or None))


def _take_caption(block: Block, body: NewsBody, shown: dict[str, int]) -> None:
    at = shown.get(block.picture, -1) if block.picture else -1
    if at >= 0 and body.photos[at].caption is None:
        body.photos[at] = body.photos[at].model_copy(update={"caption": block.text})
    else:
        body.photos.append(Photo(caption=block.text))


def _take_lost_caption(text: str, body: NewsBody, *, between: bool) -> bool:
    """Take the caption of a lost picture; tell of a line that may be one and stays."""
    if is_sure_caption(text):
        told = "đoạn này nói về một bức ảnh"
    elif not between or text.endswith(SENTENCE_MARKS) or text.startswith(_DASHES):
        return False
    elif text[0].isupper() and is_caption(text):
        told = "đoạn không có dấu chấm cuối, nằm giữa hai đoạn văn, tả người đang làm việc"
    else:
        body.guesses.append(f"“{text}” không có dấu chấm cuối; có thể là đề mục hoặc chú thích ảnh")
        return False
    body.photos.append(Photo(caption=text))
    body.guesses.append(
        f"Chú thích của ảnh đã mất: “{text}” ({told}); nếu là đoạn văn thì chuyển lại vào bài"
    )
    return True
