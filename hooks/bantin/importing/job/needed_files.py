"""Gathers the bodies and sections that the records of an import need, each once.

The ledger keeps them, so that a job that was killed forgets none.
"""

from __future__ import annotations

import dataclasses

from pydantic import TypeAdapter

from bantin.importing.bodies import NeededBody
from bantin.importing.job.ledger import Ledger
from bantin.importing.proposed_files import (
    NeededSection,
    Needs,
    ProposedFile,
    propose_files,
)
from bantin.records.models import Body, Section
from bantin.records.registry import Registry

_BODY, _SECTION = TypeAdapter(NeededBody), TypeAdapter(NeededSection)


class NeededFiles:
    """The bodies and sections that are needed so far."""

    def __init__(self, ledger: Ledger) -> None:
        """Take up those of earlier runs."""
        self._ledger = ledger
        self._bodies: dict[str, NeededBody] = {}
        self._sections: dict[str, NeededSection] = {}
        for name, value in ledger.needs().items():
            if name.startswith(Section.folder):
                section = _SECTION.validate_json(value)
                self._sections[section.slug] = section
            else:
                body = _BODY.validate_json(value)
                self._bodies[body.slug] = body

    def add(self, needs: Needs) -> None:
        """Add what a record needs."""
        for body in needs.bodies:
            known = self._bodies.get(body.slug)
            ways = dict.fromkeys((*(known.printed if known else ()), *body.printed))
            merged = dataclasses.replace(known or body, printed=tuple(ways))
            if merged != known:
                self._bodies[body.slug] = merged
                self._ledger.keep_need(f"{Body.folder}/{body.slug}", _BODY.dump_json(merged))
        for section in needs.sections:
            if section.slug not in self._sections:
                self._sections[section.slug] = section
                name = f"{Section.folder}/{section.slug}"
                self._ledger.keep_need(name, _SECTION.dump_json(section))

    def propose(self, registry: Registry) -> tuple[ProposedFile, ...]:
        """Return the files that the archive lacks: bodies, then sections, by slug."""
        bodies = tuple(self._bodies[slug] for slug in sorted(self._bodies))
        sections = tuple(self._sections[slug] for slug in sorted(self._sections))
        return propose_files([Needs(bodies, sections)], registry)
