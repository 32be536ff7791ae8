"""Collects all remarks on one record, alone or compared with the registry.

Remarks that need other records or the day are made elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from bantin.checking.abbreviations import check_abbreviations
from bantin.checking.dates import check_dates
from bantin.checking.documents import check_document
from bantin.checking.idle_keys import check_idle_keys
from bantin.checking.lost_lines import check_lost_lines
from bantin.checking.manuscript import Manuscript
from bantin.checking.markup import check_markup
from bantin.checking.names import KnownNames, check_names, names_of_bodies
from bantin.checking.odd_days import check_odd_days
from bantin.checking.pictures import check_pictures
from bantin.checking.tones import check_tones
from bantin.checking.typography import check_typography
from bantin.checking.unclear_orders import check_unread_notice
from bantin.errors import Problem
from bantin.records.models import Article, Document
from bantin.records.registry import Registry

# The order does not matter: remarks are sorted by their lines.
_BY_ITSELF = (
    check_typography,
    check_tones,
    check_dates,
    check_odd_days,
    check_idle_keys,
    check_document,
    check_pictures,
    check_markup,
    check_lost_lines,
    check_unread_notice,
)


@dataclass(frozen=True)
class Compared:
    """The registry of the archive and its names, which texts are compared with."""

    registry: Registry
    names: KnownNames

    @classmethod
    def of(cls, registry: Registry) -> Compared:
        """Prepare a registry."""
        return cls(registry, names_of_bodies(registry.bodies.values()))


def remark_on(manuscript: Manuscript, compared: Compared) -> list[Problem]:
    """Return the remarks on a record, sorted; none on one whose text cannot be read."""
    if manuscript.rendered.is_unread:
        return []
    found = [one for check in _BY_ITSELF for one in check(manuscript)]
    record = manuscript.record
    if isinstance(record, Article | Document):
        found += check_abbreviations(manuscript, compared.registry)
        found += check_names(manuscript, compared.names)
    return sorted(set(found))
