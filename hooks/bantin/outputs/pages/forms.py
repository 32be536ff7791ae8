"""The form on paper of an official document: what its head says, and where its pages are numbered.

Source: Decree 30/2020/NĐ-CP, Annex I. Knows no sizes and no template; those are the style sheet's.
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

# Neither names its type: what it is about stands under the number.
_LETTERS = frozenset({"CV", "ThC"})
# Issued in their own name: no superior body stands above them.
_HIGHEST = "peoples_committee"
_NUMBERED_ABOVE_FROM = date(2020, 3, 5)
_COMMON = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
_ABOUT = re.compile(r"V/v\b|Về việc\b", re.IGNORECASE)
_ADDRESSED = re.compile(r"\W*Kính gửi\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FormView:
    """What a document's form has that its page for reading has not, or has otherwise.

    Attributes:
        superior: the body above the issuing one, common words abbreviated; "" for none.
        issuer: the issuing body, without what the superior's name says already.
        number: as printed, below 10 with a zero in front.
        is_party: the Party's own head stands in the place of the State's.
        is_letter: no type is named; what it is about stands under the number.
        about: what is put in front of what a letter is about: "V/v", or "".
        is_addressed: the text begins by saying to whom it goes.
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
    """Return what is particular to a document's form.

    Args:
        document: the document.
        text: its text.
        registry: what bodies are called, and which stand above which.
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
    """Return how a form's head names the superior body, "" for none, and the issuing one.

    The issuing body is named in full, but without what the superior's name says already: below
    "UBND tỉnh Mẫu" the office "Văn phòng UBND tỉnh Mẫu" is "Văn phòng".

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
    """Return what of a superior's name may end that of a body below it, the longest first."""
    whole = {form for name in above for form in (name, abbreviate(name), _spell_out(name))}
    places = {
        name.removeprefix(f"{letters} ")
        for name in whole
        for letters in _COMMON
        if name.startswith(f"{letters} ")
    }
    return sorted(whole | places, key=lambda ending: (-len(ending), ending))


def abbreviate(name: str) -> str:
    """Return a body's name with the words that all know by their letters: "UBND tỉnh Mẫu"."""
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
    """Let a long name break between what a body is and where: nowhere within either."""
    for words in _COMMON.values():
        if exact(name).startswith(exact(f"{words} ")):
            kept = (name[: len(words)], name[len(words) + 1 :])
            return " ".join(part.replace(" ", NBSP) for part in kept)
    return name
