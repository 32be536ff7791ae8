"""What abbreviations stand for: the table, and the names that the bodies of the registry have.

Knows names of bodies; nothing of the texts that use them. Where two sources differ it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import permutations

from bantin.records.models import Body
from bantin.text.abbreviations import load_abbreviations, load_ambiguous
from bantin.text.alignment import align, is_short, tokens_of, words_of
from bantin.text.explanations import meaning


@dataclass(frozen=True, slots=True)
class KnownAbbreviations:
    """Abbreviations of an archive.

    Attributes:
        common: abbreviation → the one thing it stands for anywhere.
        of_body: slug → what abbreviations stand for in the names of that body.
        shorts: all that may stand for something in some record.
        ambiguous: those that stand for several things, and what they are.
    """

    common: Mapping[str, str]
    of_body: Mapping[str, Mapping[str, str]]
    shorts: frozenset[str]
    ambiguous: Mapping[str, tuple[str, ...]]

    def expand(self, short: str, slugs: Iterable[str]) -> str | None:
        """Return what an abbreviation stands for in a record of these bodies; None: not certain.

        The bodies' own names go before the table and all other bodies.
        """
        own = [self.of_body[slug].get(short) for slug in slugs if slug in self.of_body]
        found = [expansion for expansion in own if expansion]
        if not found:
            return self.common.get(short)
        return found[0] if len(set(map(meaning, found))) == 1 else None


def gather_abbreviations(bodies: Iterable[Body]) -> KnownAbbreviations:
    """Return the abbreviations of the table and of these bodies."""
    # One that has several senses in the table has them beside any body as well.
    several = load_ambiguous()
    of_body = {
        body.slug: {s: full for s, full in read_names(body).items() if s not in several}
        for body in sorted(bodies, key=lambda body: body.slug)
    }
    senses: dict[str, dict[tuple[str, ...], str]] = {}
    for names in (load_abbreviations(), *of_body.values()):
        for short, expansion in names.items():
            senses.setdefault(short, {}).setdefault(meaning(expansion), expansion)
    one = {short: next(iter(found.values())) for short, found in senses.items() if len(found) == 1}
    ambiguous = {s: tuple(found.values()) for s, found in senses.items() if len(found) > 1}
    return KnownAbbreviations(
        common=one,
        of_body={slug: names for slug, names in of_body.items() if names},
        shorts=frozenset(senses),
        ambiguous={
            **ambiguous,
            **{s: found for s, found in several.items() if len(set(map(meaning, found))) > 1},
        },
    )


def read_names(body: Body) -> dict[str, str]:
    """Return what abbreviations stand for in the names of a body, held against each other.

    "Ban VSTBCPN tỉnh X" beside "Ban Vì sự tiến bộ của phụ nữ tỉnh X" gives VSTBCPN. Of several
    expansions the one counts that leaves out no word; else there is none.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    names = dict.fromkeys((body.name, *body.short_names))
    for short_name, name in permutations(names, 2):
        tokens = tokens_of(short_name)
        if not any(map(is_short, tokens)):
            continue
        if fit := align(tokens, words_of(name)):
            for short, start, end in fit.pairs:
                found.setdefault(short, []).append((fit.left_out, name[start:end]))
    certain = {}
    for short, fits in found.items():
        least = min(left_out for left_out, _ in fits)
        best = [expansion for left_out, expansion in fits if left_out == least]
        if len(set(map(meaning, best))) == 1:
            certain[short] = best[0]
    return certain
