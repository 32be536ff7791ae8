"""Reads the places of site and records from mkdocs.yml, without the engine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bantin.errors import SettingsError


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The settings that counting views needs; `site_url` is absolute."""

    docs_dir: Path
    site_dir: Path
    site_url: str


class _SettingsLoader(yaml.SafeLoader):
    """Ignores tags that only MkDocs understands: `!ENV`, `!!python/name:`."""


_SettingsLoader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(path: Path) -> SiteSettings:
    """Read a site's mkdocs.yml.

    Raises:
        SettingsError: there is none, it is not YAML, or it names no plain `site_url`.
    """
    try:
        values: Any = yaml.load(path.read_text("utf-8"), _SettingsLoader)
    except OSError as error:
        raise SettingsError(f"không đọc được {path} ({error.strerror})") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} không phải là YAML đúng: {error}") from error
    values = values if isinstance(values, dict) else {}
    site_url = values.get("site_url")
    if not isinstance(site_url, str):
        raise SettingsError(f"{path}: thiếu site_url; thêm dòng “site_url: https://…/”")
    folder = path.resolve().parent
    return SiteSettings(
        folder / (values.get("docs_dir") or "docs"),
        folder / (values.get("site_dir") or "site"),
        site_url,
    )
