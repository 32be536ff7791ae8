"""Reads the places of site and records from mkdocs.yml, without the engine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bantin.errors import SettingsError
from bantin.records.engine_settings import read_engine_settings


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The settings that counting views needs; `site_url` is absolute."""

    docs_dir: Path
    site_dir: Path
    site_url: str


def read_settings(path: Path) -> SiteSettings:
    """Read a site's mkdocs.yml.

    Raises:
        SettingsError: there is none, it is not YAML, or it names no plain `site_url`.
    """
    values = read_engine_settings(path)
    site_url = values.get("site_url")
    if not isinstance(site_url, str):
        raise SettingsError(f"{path}: thiếu site_url; thêm dòng “site_url: https://…/”")
    folder = path.resolve().parent
    return SiteSettings(
        folder / (values.get("docs_dir") or "docs"),
        folder / (values.get("site_dir") or "site"),
        site_url,
    )
