"""What the peers with Jinja templates share: the theme's files, and front matter for it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from tests.bench.peers.peer import STYLE, THEMES
from tests.bench.peers.records import BodyPage, Names, Record

SHARED = THEMES / "jinja"


def write_theme(peer: str, folder: Path) -> None:
    """Copy the shared templates and the peer's own into a new folder."""
    shutil.copytree(THEMES / peer, folder)
    shutil.copytree(SHARED, folder, dirs_exist_ok=True)


def write_style(folder: Path) -> None:
    """Copy the stylesheet into a folder of files that are published as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(STYLE, folder)


def record_view(record: Record, names: Names) -> dict[str, Any]:
    """Return what the templates show of a record: its fields, with names beside slugs."""
    view = record.plain()
    view["bodies"] = [body_link(slug, names) for slug in record.bodies]
    view["meeting"]["bodies"] = [body_link(slug, names) for slug in record.meeting.bodies]
    if record.is_news:
        view["section"] = {"slug": record.section, "name": names.sections[record.section]}
    else:
        view["issuer"] = body_link(record.issuer, names)
    return view


def body_view(body: BodyPage, names: Names) -> dict[str, Any]:
    """Return what the templates show of a body."""
    view: dict[str, Any] = {
        "title": body.name,
        "kind": body.kind,
        "province": body.province,
        "short_names": list(body.short_names),
    }
    if body.parent:
        view["parent"] = body_link(body.parent, names)
    return view


def body_link(slug: str, names: Names) -> dict[str, str]:
    """Return slug and name of a body."""
    return {"slug": slug, "name": names.bodies[slug].name}
