"""Turns the characters of old Vietnamese fonts into Unicode, run by run.

Knows fonts and runs of characters; the tables of the encodings lie in `reading/legacy`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from bantin.importing.reading.legacy.fonts import convert_run, encoding_of_font, leans_legacy
from bantin.importing.reading.legacy.judging import has_unicode_letters
from bantin.importing.reading.pdf.glyphs import Glyph


@dataclass(slots=True)
class PdfFonts:
    """Converts the runs of one file.

    Attributes:
        leaning: the file's text in such fonts is of old encodings, on the whole.
        told: what was done, in Vietnamese, each once.
        unsure: fonts whose characters stayed as they are although they may be of an old encoding.
    """

    leaning: bool = False
    told: dict[str, None] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)

    @classmethod
    def judge(cls, pages: Iterable[Sequence[Glyph]]) -> PdfFonts:
        """Judge a file by all its runs."""
        runs = (
            ("".join(glyph.text for glyph in run), font)
            for glyphs in pages
            for font, run in groupby(glyphs, lambda glyph: glyph.font)
            if encoding_of_font(font) is not None
        )
        return cls(leans_legacy(runs))

    def convert(self, text: str, font: str) -> str:
        """Return a run in Unicode; as it is where it is Unicode already."""
        if encoding_of_font(font) is None:
            return text
        converted, told = convert_run(text, font, leaning=self.leaning)
        if told:
            self.told[told] = None
        elif not (text.isascii() or self.leaning or has_unicode_letters(text)):
            self.unsure.add(font)
        return converted
