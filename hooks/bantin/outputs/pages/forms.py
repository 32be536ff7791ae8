"""The paper form of an official document: the names in its head, the place of page numbers.

Knows no sizes and no template; those are in the style sheet.

Source: Decree 30/2020/NĐ-CP, Annex I.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bantin.records.models import Document
from bantin.records.registry import Registry
from bantin.rendering.rendered_text import RenderedText
from bantin.text.fold import exact
from bantin.text.normalize import NBSP
from bantin.text.numbers import parse_number

# Letters name no type. Their subject stands under the number.
_LETTERS = frozenset({"CV", "ThC"})
# Issued in their own name, with no superior body above it.
_HIGHEST = "peoples_committee"
_NUMBERED_ABOVE_FROM = date(2020, 3, 5)
_COMMON = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
_ABOUT = re.compile(r"V/v\b|Về việc\b", re.IGNORECASE)
_ADDRESSED = re.compile(r"\W*Kính gửi\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FormView:
    """The parts of a document's paper form that its page for reading lacks or shows otherwise.

    Attributes:
        superior: the body above the issuing one, common words abbreviated; "" for none.
        issuer: the issuing body, without the words that the superior's name has already.
        number: as printed; below 10 with a leading zero.
        is_party: the head is the Party's, not the State's.
        is_letter: the form names no type; the subject stands under the number.
        about: word before the subject of a letter: "V/v", or "".
        is_addressed: the text begins with its addressees.
        is_numbered_below: page numbers stand bottom right, as before Decree 30/2020.
    """

    superior: str
    issuer: str
    number: str
    is_party: bool
    is_letter: bool
    about: str
    is_addressed: bool
    is_numbered_below: bool


def view_form(document: Document, text: RenderedText, registry: Registry) -> FormView:
    """Return the paper form of a document.

    Args:
        document: the document.
        text: its text.
        registry: names of bodies, and their superiors.
    """
    body = registry.bodies[document.issuer]
    above = None if body.kind == _HIGHEST else next(registry.ancestors(body.slug), None)
    superior, issuer = head_names(body.name, (above.name, *above.short_names) if above else ())
    is_letter = document.kind in _LETTERS
    number = parse_number(document.number)
    return FormView(
        superior=superior,
        issuer=issuer,
        number=str(number) if number else document.number,
        is_party=body.kind == "party",
        is_letter=is_letter,
        about="V/v" if is_letter and not _ABOUT.match(document.title) else "",
        is_addressed=bool(text.blocks) and _ADDRESSED.match(text.blocks[0].text) is not None,
        is_numbered_below=document.day < _NUMBERED_ABOVE_FROM,
    )


# A body issues many documents.
@lru_cache(maxsize=1_024)
def head_names(name: str, above: tuple[str, ...]) -> tuple[str, str]:
    """Return the names of the superior body ("" for none) and the issuing body in a form's head.

    The issuing body's name leaves out the words that the superior's name has already: below "UBND
    tỉnh Mẫu" the office "Văn phòng UBND tỉnh Mẫu" is "Văn phòng".

    Args:
        name: of the issuing body.
        above: name and other names of its superior; () for none.
    """
    if not above:
        return "", _in_two(_spell_out(name))
    for ending in _endings(above):
        rest = name[: -len(ending)].rstrip()
        if rest and exact(name[len(rest) :]) == exact(f" {ending}"):
            return abbreviate(above[0]), rest
    return abbreviate(above[0]), name


def _endings(above: tuple[str, ...]) -> list[str]:
    """Return the parts of a superior's name that may end a lower body's name, longest first."""
    whole = {form for name in above for form in (name, abbreviate(name), _spell_out(name))}
    places = {
        name.removeprefix(f"{letters} ")
        for name in whole
        for letters in _COMMON
        if name.startswith(f"{letters} ")
    }
    return sorted(whole | places, key=lambda ending: (-len(ending), ending))


def abbreviate(name: str) -> str:
    """Return a body's name with its well-known words abbreviated: "UBND tỉnh Mẫu"."""
    for letters, words in _COMMON.items():
        if exact(name).startswith(exact(f"{words} ")):
            return letters + name[len(words) :]
    return name


def _spell_out(name: str) -> str:
    for letters, words in _COMMON.items():
        if name.startswith(f"{letters} "):
            return words + name.removeprefix(letters)
    return name


def _in_two(name: str) -> str:
    """Let a long name break only between the kind of the body and its place."""
    for words in _COMMON.values():
        if exact(name).startswith(exact(f"{words} ")):
            kept = (name[: len(words)], name[len(words) + 1 :])
            return " ".join(part.replace(" ", NBSP) for part in kept)
    return name
