"""Kinship: the bodies whose work went on in one another, and meetings of such bodies.

A body is renamed or merged, and its meetings go on. Knows no records but those of bodies.
"""

from __future__ import annotations

from collections.abc import Collection

from bantin.records.registry import Registry


def line_of(slug: str, registry: Registry) -> tuple[str, ...]:
    """Return a body, all that it took over from, and all that took over from it; each once."""
    found = dict.fromkeys((slug, *_heirs(slug, registry)))
    before = [slug]
    while before:
        for body in registry.predecessors(before.pop()):
            if body.slug not in found:
                found[body.slug] = None
                before.append(body.slug)
    return tuple(found)


def are_kin(some: Collection[str], others: Collection[str], registry: Registry) -> bool:
    """True when the same bodies met, or the others are all their successors or predecessors.

    Each body must have its like on the other side, so that nobody joined and nobody is missing.
    Two bodies with one successor are no kin: each has meetings of its own.
    """
    return _follow(some, others, registry) or _follow(others, some, registry)


def _follow(later: Collection[str], earlier: Collection[str], registry: Registry) -> bool:
    """True when each later body is an earlier one or its successor, and each goes on."""
    heirs = {slug: {slug, *_heirs(slug, registry)} for slug in earlier}
    return all(found.intersection(later) for found in heirs.values()) and all(
        any(slug in found for found in heirs.values()) for slug in later
    )


def _heirs(slug: str, registry: Registry) -> list[str]:
    known = slug in registry.bodies
    return [body.slug for body in registry.successors(slug)] if known else []
