"""The file of this archive's own abbreviations, for search. Every archive shares a table too.

Knows the abbreviations of an archive. Does not know the index, which has only the table's.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from bantin.outputs.output import Output
from bantin.records.abbreviations import KnownAbbreviations
from bantin.rendering.renderer import Renderer
from bantin.search import forms_of
from bantin.search.files import SEARCH_FOLDER
from bantin.text.abbreviations import load_abbreviations

ABBREVIATIONS_PATH = f"{SEARCH_FOLDER}/viet-tat.json"


@dataclass(frozen=True, slots=True)
class ShortsView:
    """The content of the file.

    Attributes:
        forms: short and long forms that the table lacks, as exact syllables.
        never: short forms of the table that also mean something else in this archive.
    """

    forms: tuple[tuple[str, str], ...]
    never: tuple[str, ...]


def plan_abbreviations(abbreviations: KnownAbbreviations) -> Output:
    """Declare the file of an archive's own abbreviations."""
    table = load_abbreviations()
    own = {short: full for short, full in abbreviations.common.items() if short not in table}
    doubtful = {short: full for short, full in table.items() if short not in abbreviations.common}
    view = ShortsView(_joined(own), tuple(short for short, _ in _joined(doubtful)))
    return Output(ABBREVIATIONS_PATH, view, render_abbreviations)


def render_abbreviations(_: Renderer, view: ShortsView) -> bytes:
    """Return the file."""
    told = {"forms": view.forms, "never": view.never}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _joined(pairs: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((" ".join(short), " ".join(full)) for short, full in forms_of(pairs.items()))
