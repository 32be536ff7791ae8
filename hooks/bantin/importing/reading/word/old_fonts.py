"""Converts all text of an office file that is set in fonts of old encodings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from bantin.importing.reading.legacy.charmaps import LegacyEncoding, convert_text
from bantin.importing.reading.legacy.fonts import (
    convert_run,
    draws_capitals,
    encoding_of_font,
    leans_legacy,
)
from bantin.importing.reading.legacy.judging import detect_legacy, leans_to
from bantin.importing.reading.word.parts import (
    BoxPart,
    FontRun,
    Part,
    TablePart,
    TextPart,
)


class OldFonts:
    """Knows of a file what its old fonts hold.

    Attributes:
        told: what was converted, in Vietnamese, each once.
    """

    def __init__(self, runs: Iterable[FontRun]) -> None:
        """Look over all runs of a file."""
        pairs = [(run.text, run.font) for run in runs]
        self._leaning = leans_legacy(pairs)
        others = [text for text, font in pairs if encoding_of_font(font) is None]
        # Text may have lost its font: pasted, or made by a program that knows no fonts.
        self._unnamed = detect_legacy(" ".join(others))
        self.told: dict[str, None] = {}

    def convert(self, parts: Sequence[Part]) -> list[Part]:
        """Return parts with all text in Unicode."""
        return [self._part(part) for part in parts]

    def _part(self, part: Part) -> Part:
        if isinstance(part, TextPart):
            return replace(part, runs=tuple(self._runs(part.runs)))
        if isinstance(part, BoxPart):
            return BoxPart(tuple(self.convert(part.parts)))
        if isinstance(part, TablePart):
            rows = tuple(
                tuple(replace(cell, parts=tuple(self.convert(cell.parts))) for cell in row)
                for row in part.rows
            )
            return replace(part, rows=rows)
        return part

    def _runs(self, runs: Sequence[FontRun]) -> Iterable[FontRun]:
        # A letter and its mark may stand in two runs, so runs of one kind are read as one.
        for _, group in groupby(runs, key=lambda run: _kind(run.font)):
            together = list(group)
            text = "".join(run.text for run in together)
            yield FontRun(self._text(text, together[0].font), together[0].font)

    def _text(self, text: str, font: str) -> str:
        if encoding_of_font(font) is not None:
            converted, told = convert_run(text, font, leaning=self._leaning)
            if told:
                self.told[told] = None
            return converted
        if self._unnamed is not None and leans_to(text, self._unnamed):
            self.told[
                f"Đổi chữ từ bảng mã {self._unnamed.value} sang Unicode, nhận ra theo mặt chữ "
                "vì phông không cho biết"
            ] = None
            return convert_text(text, self._unnamed)
        return text


def _kind(font: str) -> tuple[LegacyEncoding | None, bool]:
    return encoding_of_font(font), draws_capitals(font)
