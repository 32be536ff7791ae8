"""Walks an RTF file and yields its paragraphs, tables and pictures."""

from __future__ import annotations

import re
from dataclasses import replace

from bantin.importing.reading.legacy.fonts import encoding_of_font
from bantin.importing.reading.word.docx_runs import FILE_ENDINGS
from bantin.importing.reading.word.findings import WordFindings
from bantin.importing.reading.word.layout import is_document_head, words_of
from bantin.importing.reading.word.parts import BoxPart, FontRun, Part, PicturePart, TextPart
from bantin.importing.reading.word.rtf_fonts import RtfFont, codec_of_page
from bantin.importing.reading.word.rtf_state import OpenStory, RtfField, RtfPlace, RtfState
from bantin.importing.reading.word.rtf_tables import CellShape
from bantin.importing.reading.word.rtf_tokens import RtfKind, RtfToken, rtf_tokens
from bantin.importing.reading.word.rtf_words import (
    LINES,
    PLACES,
    SIGNS,
    SKIPPED,
    STORIES,
    SYMBOLS,
    TRANSPARENT,
)
from bantin.importing.reading.word.symbols import bullet, has_private, symbol

_HEADING = re.compile(r"(?:heading|tiêu đề) ?([1-6])", re.IGNORECASE)
_LINKED = re.compile(r'HYPERLINK +"([^"]+)"')
_HEX = re.compile(rb"[^0-9a-fA-F]+")
_SEEN_GAP_TWIPS = 60
_DEEPEST_TABLE = 20


class RtfDocument:
    """Reads one file."""

    def __init__(self, findings: WordFindings) -> None:
        """Begin with nothing read."""
        self._findings = findings
        self._state = RtfState()
        self._groups: list[RtfState] = []
        self._stories = [OpenStory("body", 0)]
        self._fields: list[RtfField] = []
        self._fonts: dict[int, RtfFont] = {}
        self._styles: dict[int, tuple[str, int]] = {}
        self._style_name = ""
        self._default_font = 0
        self._codec = "cp1252"
        self._shapes: dict[int, list[CellShape]] = {}
        self._shape = CellShape()
        self._inner_line = False
        self._picture = bytearray()
        self._shape_name = self._shape_value = ""
        self._bytes = bytearray()
        self._to_skip = 0
        self._starred = False
        self._head: list[Part] = []
        self._notes = 0
        self._half = ""
        # Text is being left out; the whole stretch is told once.
        self._dropping = False

    def read(self, data: bytes) -> list[Part]:
        """Return the blocks of a file."""
        for token in rtf_tokens(data):
            self._take(token)
        self._flush()
        while len(self._stories) > 1:
            self._close_story()
        self._end_paragraph()
        return [*self._head, *self._stories[0].blocks.finish()]

    def _take(self, token: RtfToken) -> None:
        if token.kind is RtfKind.BYTES:
            self._take_bytes(token.data)
            return
        if self._to_skip and token.kind in (RtfKind.SYMBOL, RtfKind.WORD):
            if token.word != "u":
                self._to_skip -= 1
                return
            self._to_skip = 0
        if token.kind is not RtfKind.SYMBOL or token.word != "*":
            self._flush()
        if token.kind is RtfKind.OPEN:
            self._open()
        elif token.kind is RtfKind.CLOSE:
            self._close()
        elif token.kind is RtfKind.WORD:
            starred, self._starred = self._starred, False
            self._word(token.word, token.number, starred=starred)
        elif token.kind is RtfKind.BINARY:
            if self._state.place is RtfPlace.PICTURE:
                self._picture += token.data.hex().encode()
        elif token.word == "*":
            self._starred = True
        elif token.word in "\r\n":
            self._end_paragraph()
        else:
            self._emit(SYMBOLS.get(token.word, ""))

    def _take_bytes(self, data: bytes) -> None:
        if self._to_skip:
            # What stands in for a character in Unicode follows it at once.
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        if self._state.place is RtfPlace.PICTURE:
            self._picture += data
        elif data:
            self._bytes += data

    def _flush(self) -> None:
        """Decode the bytes that came since the last control word."""
        if self._bytes:
            font = self._fonts.get(self._state.font, RtfFont())
            data, self._bytes = bytes(self._bytes), bytearray()
            if self._state.place in (RtfPlace.FONTS, RtfPlace.STYLES):
                font = RtfFont()
            self._emit(font.decode(data, self._codec))

    def _open(self) -> None:
        self._groups.append(self._state)
        self._to_skip = 0
        old = self._state
        self._state = replace(old, two_ways=False)
        if old.two_ways:
            self._state.place, self._state.outer = RtfPlace.SKIPPED, old.place

    def _close(self) -> None:
        if not self._groups:
            return
        closed, self._state = self._state, self._groups.pop()
        self._to_skip = 0
        outer = self._state.place
        if closed.place is RtfPlace.PICTURE and outer is not RtfPlace.PICTURE:
            self._end_picture()
        elif closed.place is RtfPlace.STYLES and self._style_name:
            name = self._style_name.split(";")[0].strip()
            self._styles.setdefault(closed.style, (name, closed.level))
            self._style_name = ""
        elif closed.place is RtfPlace.SHAPE_VALUE and outer is not RtfPlace.SHAPE_VALUE:
            if self._shape_name == "gtextUNICODE":
                self._findings.box(self._shape_value)
            self._shape_name = self._shape_value = ""
        if self._fields and len(self._groups) < self._fields[-1].groups:
            self._end_field(self._fields.pop())
        if len(self._stories) > 1 and len(self._groups) < self._stories[-1].groups:
            self._close_story()

    def _end_field(self, ended: RtfField) -> None:
        if self._fields:
            self._fields[-1].words += ended.words
        match = _LINKED.search(ended.code)
        if match and FILE_ENDINGS.search(match[1].split("?")[0].split("#")[0]):
            self._findings.link(match[1].replace("\\\\", "/"), ended.words)

    def _word(self, word: str, number: int | None, *, starred: bool) -> None:
        state = self._state
        if state.place is RtfPlace.SKIPPED and word != "ud":
            return
        if starred and not (word in TRANSPARENT or word in PLACES or word in STORIES):
            state.place = RtfPlace.SKIPPED
        if word in SKIPPED:
            state.place = RtfPlace.SKIPPED
            if word == "annotation":
                self._findings.count("comments")
        elif word in STORIES:
            self._open_story(STORIES[word])
        elif word in PLACES:
            state.place = PLACES[word]
        elif word in SIGNS:
            self._emit(SIGNS[word])
        elif word == "u" and number is not None:
            self._emit(self._unicode(number))
            self._to_skip = state.skip
        elif not (self._structure(word, number) or self._row(word, number)):
            self._look(word, number)

    def _structure(self, word: str, number: int | None) -> bool:
        """Take a word that begins or ends something; tell whether it was one."""
        state = self._state
        if word in ("par", "sect"):
            self._end_paragraph()
        elif word == "cell":
            self._end_cell(1)
        elif word == "nestcell":
            self._end_cell(max(state.depth, 2))
        elif word in ("row", "nestrow"):
            depth = 1 if word == "row" else max(state.depth, 2)
            self._stories[-1].blocks.end_row(depth, self._shapes.get(min(depth, 2), []))
        elif word == "field":
            self._fields.append(RtfField(len(self._groups)))
        elif word == "fldrslt":
            code = self._fields[-1].code if self._fields else ""
            if code.split()[:1] == ["TOC"]:
                self._findings.count("contents")
                state.place = RtfPlace.SKIPPED
        elif word == "upr":
            state.two_ways = True
        elif word == "ud":
            state.place = state.outer
        elif word == "nesttableprops":
            state.nested_row = True
        elif word == "ansicpg":
            self._codec = codec_of_page(number)
        elif word == "deff":
            self._default_font = number or 0
        else:
            return False
        return True

    def _row(self, word: str, number: int | None) -> bool:
        """Take a word that describes the cells of a row; tell whether it was one."""
        depth = 2 if self._state.nested_row else 1
        if word == "trowd":
            self._shapes[depth] = []
            self._shape = CellShape()
        elif word in ("clvmrg", "clmrg"):
            self._shape.continues = True
        elif word.startswith("clbrdr"):
            self._inner_line = word in ("clbrdrl", "clbrdrr")
        elif word in LINES:
            self._shape.is_ruled |= self._inner_line
        elif word == "cellx":
            self._shape.right = number or 0
            self._shapes.setdefault(depth, []).append(self._shape)
            self._shape, self._inner_line = CellShape(), False
        else:
            return False
        return True

    def _look(self, word: str, number: int | None) -> None:
        """Take a word that says how text or paragraphs look."""
        state = self._state
        is_on = number != 0
        if word == "f":
            state.font = number or 0
            if state.place is RtfPlace.FONTS:
                self._fonts[state.font] = RtfFont()
        elif word == "fcharset" and state.place is RtfPlace.FONTS:
            self._fonts.setdefault(state.font, RtfFont()).charset = number or 0
        elif word == "uc":
            state.skip = max(number or 0, 0)
        elif word == "plain":
            state.plain(self._default_font)
        elif word == "pard":
            state.pard()
        elif word == "v":
            state.hidden = is_on
        elif word == "deleted":
            state.deleted = is_on
        elif word == "revised" and is_on and state.place is RtfPlace.TEXT:
            self._findings.count("inserted")
        elif word == "caps":
            state.capitals = is_on
        elif word == "i":
            state.slanted = is_on
        elif word == "intbl":
            state.in_table = True
        elif word == "itap":
            state.depth = min(number or 0, _DEEPEST_TABLE)
            state.in_table = state.in_table or state.depth > 0
        elif word == "outlinelevel":
            state.level = min((number or 0) + 1, 6) if (number or 0) < 9 else 0
        elif word == "s":
            state.style = number or 0
        elif word in ("qc", "ql", "qr", "qj"):
            state.centred = word == "qc"
        elif word in ("sb", "sa"):
            setattr(state, "above" if word == "sb" else "below", number or 0)

    def _unicode(self, number: int) -> str:
        """Return the character of a number; halves of a pair are joined."""
        code = number % 0x10000
        if 0xD800 <= code < 0xDC00:
            self._half = chr(code)
            return ""
        char, self._half = self._half + chr(code), ""
        return char.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _emit(self, text: str) -> None:
        state, story = self._state, self._stories[-1]
        if not text or state.place in (RtfPlace.SKIPPED, RtfPlace.SHAPE, RtfPlace.PICTURE):
            return
        if state.place is RtfPlace.FONTS:
            font = self._fonts.setdefault(state.font, RtfFont())
            font.name = f"{font.name}{text}".rstrip(";").strip()
        elif state.place is RtfPlace.STYLES:
            self._style_name += text
        elif state.place is RtfPlace.INSTRUCTION and self._fields:
            self._fields[-1].code += text
        elif state.place is RtfPlace.MARK:
            story.mark += text
        elif state.place is RtfPlace.SHAPE_NAME:
            self._shape_name += text
        elif state.place is RtfPlace.SHAPE_VALUE:
            self._shape_value += text
        elif state.hidden or state.deleted:
            if text.strip() and not self._dropping:
                self._findings.count("hidden" if state.hidden else "deleted")
                self._dropping = True
        elif state.place is RtfPlace.TEXT:
            self._run(text)

    def _run(self, text: str) -> None:
        state, story = self._state, self._stories[-1]
        font = self._fonts.get(state.font, RtfFont()).name
        if has_private(text):
            signs = [symbol(ord(char), font) if has_private(char) else char for char in text]
            if not all(signs):
                self._findings.count("symbols")
            text = "".join(signs)
        is_old = encoding_of_font(font) is not None and not text.isascii()
        if state.capitals and not is_old and text != text.upper():
            self._findings.count("capitals")
            text = text.upper()
        if text.strip():
            story.slanted &= state.slanted
            self._dropping = False
        if self._fields:
            self._fields[-1].words += text
        story.runs.append(FontRun(text, font))

    def _end_paragraph(self, depth: int | None = None) -> None:
        state, story = self._state, self._stories[-1]
        depth = state.table_depth if depth is None else depth
        name, level = self._styles.get(state.style, ("", 0))
        match = _HEADING.match(name)
        level = state.level or (int(match[1]) if match else level or int(name == "Title"))
        mark = " ".join(story.mark.split())
        mark = bullet(mark) if has_private(mark) or mark in ("o", "·", "§") else mark
        for part in story.before:
            story.blocks.add(part, depth)
        if any(run.text.strip() for run in story.runs):
            if mark:
                self._findings.count("numbers")
            gap = story.gap or state.above >= _SEEN_GAP_TWIPS or bool(story.before)
            part = TextPart(
                tuple(story.runs),
                f"{mark} " if mark else "",
                level=level,
                gap=gap,
                is_caption=name.lower() == "caption",
                is_slanted=state.centred and story.slanted,
            )
            story.blocks.add(part, depth)
            story.gap = state.below >= _SEEN_GAP_TWIPS
        elif not story.before:
            story.gap = True
        for part in story.after:
            story.blocks.add(part, depth)
        story.mark, story.runs, story.before, story.after = "", [], [], []
        story.slanted = True

    def _end_cell(self, depth: int) -> None:
        story = self._stories[-1]
        self._end_paragraph(depth)
        story.blocks.end_cell(depth)
        story.gap = True

    def _end_picture(self) -> None:
        digits = _HEX.sub(b"", bytes(self._picture))
        self._picture.clear()
        data = bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
        if not data:
            return
        story = self._stories[-1]
        is_begun = any(run.text.strip() for run in story.runs)
        (story.after if is_begun else story.before).append(PicturePart(data))

    def _open_story(self, kind: str) -> None:
        if kind == "note":
            self._notes += 1
            self._emit(f"[{self._notes}]")
        self._stories.append(OpenStory(kind, len(self._groups)))
        self._state.place = RtfPlace.TEXT
        self._state.pard()
        self._state.plain(self._default_font)

    def _close_story(self) -> None:
        self._end_paragraph()
        closed = self._stories.pop()
        parts = closed.blocks.finish()
        above = self._stories[-1]
        if closed.kind == "box":
            above.after.append(BoxPart(tuple(parts)))
        elif closed.kind == "note":
            if parts and isinstance(first := parts[0], TextPart):
                parts[0] = replace(first, mark=f"[{self._notes}] {first.mark}", level=0)
            above.after += parts
            self._findings.count("notes")
        elif not self._head and is_document_head(parts):
            self._head = parts
            self._findings.doubt(
                "Phần đầu văn bản (Quốc hiệu, tên cơ quan) nằm ở đầu trang (header)"
            )
        else:
            self._findings.margin(" ".join(words_of(parts)))
